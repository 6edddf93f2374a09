//! The outline as navigation: what is in each section, and which one is being read.

use super::state::{Action, Pick, Reading};
use super::{dom, icons};
use crate::Section;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct OutlineProps {
    pub reading: Reading,
    pub selected: Option<Pick>,
    pub on: Callback<Action>,
}

#[component]
pub fn Outline(props: &OutlineProps) -> Html {
    let root = use_node_ref();
    let current = use_current(&root, &props.reading, props.selected);
    let sections = &props.reading.analysis.outline;
    if sections.is_empty() {
        return html! { <p class="nothing">{ "This article has no sections." }</p> };
    }
    let derived = sections.iter().all(|section| section.derived);
    let entries = sections.iter().enumerate().map(|(number, section)| {
        let pick = Pick::Section(number as u32);
        let on = props.on.clone();
        let go = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            on.emit(Action::Show(pick, dom::by(&event)));
        });
        html! {
            <li class={format!("level-{}", section.level.clamp(1, 4))}>
                <a href="#" data-s={number.to_string()} aria-current={(current == Some(number)).then_some("location")} onclick={go}>
                    { words(&section.text).to_owned() }
                </a>
                { counts(section) }
            </li>
        }
    });
    html! {
        <>
            if derived {
                <p class="hint">{ "No headings in this article: a reading path through its paragraphs." }</p>
            }
            <ol class="entries" ref={root}>{ for entries }</ol>
        </>
    }
}

/// A heading without the link that encyclopedias put behind theirs.
fn words(heading: &str) -> &str {
    heading.strip_suffix("[edit]").or_else(|| heading.strip_suffix("[edit source]")).unwrap_or(heading).trim_end()
}

/// How many names and events are in a section.
fn counts(section: &Section) -> Html {
    let (names, events) = (section.entities.len(), section.events.len());
    let said = |count: usize, one: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {one}s")),
    };
    let label: Vec<String> = [said(names, "name"), said(events, "event")].into_iter().flatten().collect();
    if label.is_empty() {
        return html! {};
    }
    let label = label.join(", ");
    html! {
        <span class="counts" role="img" aria-label={label.clone()} title={label}>
            if names > 0 { <span>{ icons::who() }{ names }</span> }
            if events > 0 { <span>{ icons::when() }{ events }</span> }
        </span>
    }
}

/// Number of the section that is being read: the one selected while its heading is in the window, else the last one that
/// begins above the upper third. None above the first.
#[hook]
fn use_current(root: &NodeRef, reading: &Reading, selected: Option<Pick>) -> Option<usize> {
    let current = use_state_eq(|| None);
    let held = *current;
    let root = root.clone();
    use_effect_with((reading.clone(), selected), move |(reading, selected)| {
        let (reading, selected) = (reading.clone(), *selected);
        let look = move || {
            let result = root.cast::<Element>().and_then(|root| root.closest(".result").ok().flatten());
            if let Some(result) = result {
                current.set(current_of(&result, &reading, selected));
            }
        };
        look();
        let heard = Closure::<dyn Fn()>::new(look);
        let window = web_sys::window();
        // Captured: what scrolls may be a box around the article.
        if let Some(window) = &window {
            let _ = window.add_event_listener_with_callback_and_bool("scroll", heard.as_ref().unchecked_ref(), true);
        }
        move || {
            if let Some(window) = &window {
                let listener = heard.as_ref().unchecked_ref();
                let _ = window.remove_event_listener_with_callback_and_bool("scroll", listener, true);
            }
        }
    });
    held
}

fn current_of(result: &Element, reading: &Reading, selected: Option<Pick>) -> Option<usize> {
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let sections = &reading.analysis.outline;
    if let Some(Pick::Section(number)) = selected {
        let start = sections.get(number as usize)?.extent.start;
        let heading = result.query_selector(&format!(".story [data-block=\"{start}\"]")).ok().flatten();
        if heading.is_some_and(|heading| (-1.0..height).contains(&heading.get_bounding_client_rect().top())) {
            return Some(number as usize);
        }
    }
    // Blocks stand below one another, so that a few looks find the last one that begins above the line.
    let blocks = dom::all(result, ".story [data-block]");
    let above = blocks.partition_point(|block| block.get_bounding_client_rect().top() <= height / 3.0);
    let read = dom::number(blocks.get(above.checked_sub(1)?)?, "data-block")?;
    sections.partition_point(|section| section.extent.start <= read).checked_sub(1)
}
