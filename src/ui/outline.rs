//! The outline as navigation.

use super::state::{Action, Pick, Reading};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct OutlineProps {
    pub reading: Reading,
    pub selected: Option<Pick>,
    pub on: Callback<Action>,
}

#[component]
pub fn Outline(props: &OutlineProps) -> Html {
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
            on.emit(Action::Show(pick));
        });
        html! {
            <li class={format!("level-{}", section.level.clamp(1, 4))}>
                <a href="#" data-s={number.to_string()} aria-current={(props.selected == Some(pick)).then_some("true")} onclick={go}>
                    { section.text.clone() }
                </a>
            </li>
        }
    });
    html! {
        <>
            if derived {
                <p class="hint">{ "No headings in this article: a reading path through its paragraphs." }</p>
            }
            <ol class="entries">{ for entries }</ol>
        </>
    }
}
