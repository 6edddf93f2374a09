//! The article with its marks. A long one comes onto the page chunk by chunk, as it comes near the reader's eye.

use super::lights::{pick_at, selector};
use super::marks::{Chunk, Layout, Piece, Segment, lay_out};
use super::state::{Action, By, Pick, Reading, Selection};
use super::{dates, dom};
use crate::document::BlockKind;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ScrollLogicalPosition,
};
use yew::prelude::*;

/// Chunks that are on the page from the start: all of an ordinary article.
const AT_ONCE: usize = 3;

#[derive(Properties, PartialEq)]
pub struct ArticleProps {
    pub reading: Reading,
    pub selection: Option<Selection>,
    pub on: Callback<Action>,
}

#[derive(Clone)]
struct Shared(Rc<Layout>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let root = use_node_ref();
    let layout = Shared(use_memo(props.reading.clone(), |reading| lay_out(&reading.analysis)));
    let live = use_state_eq(Vec::<usize>::new);
    use_watch(&root, &layout, &live);
    use_show(&root, props, &layout, &live);

    let on_click = {
        let (on, reading) = (props.on.clone(), props.reading.clone());
        Callback::from(move |event: MouseEvent| {
            // Whoever marks words with the mouse wants to copy them.
            let selection = web_sys::window().and_then(|w| w.get_selection().ok().flatten());
            if selection.is_none_or(|s| s.is_collapsed()) {
                touch(&on, &reading, event.target(), By::Pointer);
            }
        })
    };
    let on_key = {
        let (on, reading) = (props.on.clone(), props.reading.clone());
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") && touch(&on, &reading, event.target(), By::Keys) {
                event.prevent_default();
            }
        })
    };
    let analysis = &props.reading.analysis;
    let headline = match &analysis.title {
        _ if analysis.blocks.iter().any(|b| b.kind == BlockKind::Title) => html! {},
        Some(title) => html! { <h1>{ title.clone() }</h1> },
        None => html! { <h1 class="unseen">{ "An article without a headline" }</h1> },
    };
    // The story's own title stands in its first chunk, and the byline below it.
    let byline = byline(&props.reading)
        .filter(|_| !analysis.blocks.iter().any(|b| b.kind == BlockKind::Title))
        .map(|words| html! { <p class="byline">{ words }</p> });
    let chunks = layout.0.chunks.iter().enumerate().map(|(index, _)| {
        html! { <Part key={index} reading={props.reading.clone()} layout={layout.clone()} {index} live={index < AT_ONCE || live.contains(&index)} /> }
    });
    html! {
        <article class="story" ref={root} onclick={on_click} onkeydown={on_key}>
            { headline }
            { for byline }
            { for chunks }
        </article>
    }
}

/// The byline, where it is known from the page's own data alone.
fn byline(reading: &Reading) -> Option<String> {
    let analysis = &reading.analysis;
    let shown = analysis.blocks.iter().any(|block| block.kind == BlockKind::Byline);
    let words = analysis.byline.as_ref().filter(|_| !shown)?;
    Some(format!("By {words}"))
}

/// Puts a chunk on the page when it comes near.
#[hook]
fn use_watch(root: &NodeRef, layout: &Shared, live: &UseStateHandle<Vec<usize>>) {
    let (root, live) = (root.clone(), live.clone());
    use_effect_with((layout.clone(), live.clone()), move |(layout, _)| {
        let near =
            Closure::<dyn Fn(Vec<IntersectionObserverEntry>)>::new(move |entries: Vec<IntersectionObserverEntry>| {
                let seen = entries.iter().filter(|entry| entry.is_intersecting());
                let numbers: Vec<usize> =
                    seen.filter_map(|e| Some(dom::number(&e.target(), "data-chunk")? as usize)).collect();
                if !numbers.is_empty() {
                    live.set([&live[..], &numbers].concat());
                }
            });
        let observer = (layout.0.chunks.len() > AT_ONCE).then(|| {
            let options = IntersectionObserverInit::new();
            options.set_root_margin("1500px 0px");
            IntersectionObserver::new_with_options(near.as_ref().unchecked_ref(), &options).ok()
        });
        let observer = observer.flatten();
        if let (Some(observer), Some(root)) = (&observer, root.cast::<Element>()) {
            dom::all(&root, ".waiting").iter().for_each(|chunk| observer.observe(chunk));
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(near);
        }
    });
}

/// Shows what is selected, once its chunk is on the page.
#[hook]
fn use_show(root: &NodeRef, props: &ArticleProps, layout: &Shared, live: &UseStateHandle<Vec<usize>>) {
    let done = use_mut_ref(|| 0_u32);
    let (root, live, layout, reading) = (root.clone(), live.clone(), layout.clone(), props.reading.clone());
    use_effect_with((props.selection, live.clone()), move |(selection, _)| {
        let Some(selection) = selection.filter(|s| !s.in_text && s.serial != *done.borrow()) else { return };
        let places = reading.places(selection.pick);
        let Some(place) = places.get(selection.nth) else { return };
        let chunk = layout.0.chunk_at(place.start);
        if chunk >= AT_ONCE && !live.contains(&chunk) {
            live.set([&live[..], &[chunk]].concat());
            return;
        }
        done.replace(selection.serial);
        if let Some(root) = root.cast::<Element>() {
            show(&root, selection, place.start);
            // Its words in a chunk that has just come are not lit yet.
            for words in dom::all(&root, &selector(&reading, selection.pick)) {
                let _ = words.set_attribute("data-on", selection.pick.key());
            }
        }
    });
}

fn show(root: &Element, selection: Selection, at: u32) {
    let find = |selector: String| root.query_selector(&selector).ok().flatten();
    let section = matches!(selection.pick, Pick::Section(_));
    let target = match section {
        true => find(format!("[data-block=\"{at}\"]")),
        false => find(format!("[data-at=\"{at}\"]")).or_else(|| find(format!("[data-block=\"{at}\"]"))),
    };
    // Not every place begins a block or a mark: then the last block that begins before it.
    let target = target.or_else(|| {
        let before = |block: &Element| dom::number(block, "data-block").is_some_and(|start| start <= at);
        dom::all(root, "[data-block]").into_iter().take_while(before).last()
    });
    let Some(target) = target else { return };
    for old in dom::all(root, "[data-shown]") {
        let _ = old.remove_attribute("data-shown");
    }
    // Two names for one animation: the other one makes it run again.
    let turn = if selection.serial.is_multiple_of(2) { "even" } else { "odd" };
    let _ = target.set_attribute("data-shown", turn);
    // A clause goes on through the names and dates in it.
    if let Pick::Event(n) = selection.pick {
        let mut last = target.clone();
        while let Some(next) = last.next_sibling().and_then(|node| node.dyn_into::<Element>().ok()) {
            if !next.matches(&format!("[data-v~=\"{n}\"]")).unwrap_or(false) {
                break;
            }
            let _ = next.set_attribute("data-shown", turn);
            last = next;
        }
    }
    dom::scroll_to(&target, if section { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Center });
    let narrow = target.closest(".result").ok().flatten().and_then(|r| r.query_selector(".tabs").ok().flatten());
    // Whoever has no pointer is taken to the card that opens.
    let card = selection.by == By::Keys && matches!(selection.pick, Pick::Entity(_));
    if section || !card && narrow.is_some_and(|tabs| tabs.client_height() > 0) {
        dom::focus(&target);
    }
}

fn touch(on: &Callback<Action>, reading: &Reading, target: Option<web_sys::EventTarget>, by: By) -> bool {
    let Some((pick, element)) = pick_at(target) else { return false };
    let place = dom::number(&element, "data-n").unwrap_or(0) as usize;
    on.emit(Action::Touch(pick, place.min(reading.places(pick).len().saturating_sub(1)), by));
    true
}

#[derive(Properties, PartialEq)]
struct PartProps {
    reading: Reading,
    layout: Shared,
    index: usize,
    live: bool,
}

/// One chunk.
#[component]
fn Part(props: &PartProps) -> Html {
    let node = use_node_ref();
    let chunk = &props.layout.0.chunks[props.index];
    {
        // An estimate in lines, for the scroll bar; not a style attribute, which a strict policy would drop.
        let (node, lines) = (node.clone(), chunk.span.len() / 62 + 2 * chunk.pieces.len() as u32);
        use_effect_with((props.live, lines), move |(_, lines)| {
            if let Some(node) = node.cast::<web_sys::HtmlElement>() {
                let _ = node.style().set_property("--lines", &lines.to_string());
            }
        });
    }
    if props.live {
        html! { <div class="chunk" ref={node} key="live">{ blocks(props, chunk) }</div> }
    } else {
        html! { <div class="chunk waiting" ref={node} key="waiting" data-chunk={props.index.to_string()} /> }
    }
}

fn blocks(props: &PartProps, chunk: &Chunk) -> Html {
    let kind = |piece: &Piece| props.reading.analysis.blocks[piece.block as usize].kind;
    let runs = chunk.pieces.chunk_by(|a, b| kind(a) == BlockKind::ListItem && kind(b) == BlockKind::ListItem);
    runs.map(|run| {
        let blocks = run.iter().map(|piece| block(props, piece, kind(piece)));
        if kind(&run[0]) == BlockKind::ListItem {
            html! { <ul>{ for blocks }</ul> }
        } else {
            html! { <>{ for blocks }</> }
        }
    })
    .collect()
}

fn block(props: &PartProps, piece: &Piece, kind: BlockKind) -> Html {
    let (tag, class) = match kind {
        BlockKind::Title => ("h1", ""),
        BlockKind::Heading(1) => ("h2", ""),
        BlockKind::Heading(2) => ("h3", ""),
        BlockKind::Heading(3) => ("h4", ""),
        BlockKind::Heading(_) => ("h5", ""),
        BlockKind::Standfirst => ("p", "standfirst"),
        BlockKind::Byline => ("p", "byline"),
        BlockKind::DateLine => ("p", "dateline"),
        BlockKind::Paragraph => ("p", ""),
        BlockKind::ListItem => ("li", ""),
        BlockKind::Quote => ("blockquote", ""),
        BlockKind::Caption => ("p", "caption"),
        BlockKind::Furniture => ("p", "furniture"),
    };
    let text = props.reading.words(piece.span);
    let class = match kind {
        // Its number is part of its words.
        BlockKind::ListItem if is_numbered(text) => "numbered",
        // A row of a table, and the names of its columns.
        BlockKind::Paragraph if text.contains(" | ") => "cells",
        BlockKind::Caption if text.contains(" | ") => "cells head",
        _ => class,
    };
    let words = props.layout.0.segments(piece).into_iter().map(|segment| words(&props.reading, &segment));
    let byline = byline(&props.reading).filter(|_| kind == BlockKind::Title);
    html! {
        <>
            <@{tag} class={(!class.is_empty()).then_some(class)} data-block={piece.span.start.to_string()} dir="auto" tabindex="-1">
                { for words }
            </@>
            if let Some(words) = byline {
                <p class="byline">{ words }</p>
            }
        </>
    }
}

/// `3. Captain`, `b) Crew`
fn is_numbered(words: &str) -> bool {
    let number = words.split(' ').next().unwrap_or("").strip_suffix(['.', ')']).unwrap_or("");
    !number.is_empty()
        && (number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit())
            || number.len() == 1 && number.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn words(reading: &Reading, segment: &Segment) -> Html {
    let text = reading.words(segment.span).to_owned();
    if segment.entity.is_none() && segment.date.is_none() && segment.events.is_empty() {
        return html! { { text } };
    }
    let kind = segment.entity.and_then(|(id, _)| reading.entity(id)).map(|e| e.kind);
    let class = classes!(
        kind.map(|kind| ["name", super::who::key(kind)]).map(|c| c.to_vec()),
        segment.date.map(|_| "date"),
        (!segment.events.is_empty()).then_some("deed"),
    );
    let events: Vec<String> = segment.events.iter().map(|(n, _)| n.to_string()).collect();
    // Dates are buttons: each can say why it is what it is. Names are reached through their chips.
    let button = segment.date.is_some() && segment.begins && segment.entity.is_none();
    let place = segment.entity.or(segment.events.first().copied()).map(|(_, n)| n.to_string());
    html! {
        <span
            {class}
            data-e={segment.entity.map(|(id, _)| id.to_string())}
            data-t={segment.date.map(|n| n.to_string())}
            data-v={(!events.is_empty()).then(|| events.join(" "))}
            data-n={place}
            data-at={segment.begins.then(|| segment.span.start.to_string())}
            role={button.then_some("button")}
            title={segment.date.and_then(|n| reading.analysis.timexes.get(n as usize)).map(|t| dates::meaning(t.kind, &t.value))}
            tabindex={if button { Some("0") } else if segment.begins { Some("-1") } else { None }}
        >
            { text }
        </span>
    }
}
