//! What several views have: buttons that look alike, warnings, and handlers.

use super::state::Action;
use yew::prelude::*;

/// A button with words. `key` is its `data-do`.
pub fn button(class: Option<&'static str>, key: &'static str, words: AttrValue, on: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} data-do={key} onclick={on}>{ words }</button> }
}

/// A button with a sign alone.
pub fn icon_button(key: &'static str, label: &'static str, icon: Html, on: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="icon-button" data-do={key} aria-label={label} onclick={on}>{ icon }</button> }
}

/// Something a person should know. `code` is a word for programs.
pub fn warning(code: &'static str, words: AttrValue) -> Html {
    html! { <p class="warning" data-warning={code}>{ words }</p> }
}

/// A click that always does the same.
pub fn act(on: &Callback<Action>, action: fn() -> Action) -> Callback<MouseEvent> {
    let on = on.clone();
    Callback::from(move |_| on.emit(action()))
}

/// Escape is one step back.
pub fn escape(on: &Callback<Action>) -> Callback<KeyboardEvent> {
    let on = on.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            on.emit(Action::Back);
        }
    })
}
