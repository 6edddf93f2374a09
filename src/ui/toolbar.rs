//! Above the article: its publication date, what to take home, the theme, the way back; and what the engine warns of.

use super::parts::{act, button, warning};
use super::state::{Action, Reading};
use super::{dates, dom, element, icons};
use crate::PublishedSource;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PublishedProps {
    pub reading: Reading,
    pub on: Callback<Action>,
}

/// The publication date: shown with its source, and changed at once.
#[component]
pub fn Published(props: &PublishedProps) -> Html {
    let published = &props.reading.analysis.published;
    let (key, source) = match published.source {
        PublishedSource::Given => ("given", "as you said"),
        PublishedSource::Metadata => ("metadata", "from the page’s own data"),
        PublishedSource::Dateline => ("dateline", "from the article’s date line"),
        PublishedSource::Inferred => ("inferred", "worked out from the text"),
        PublishedSource::None => ("none", "not known"),
    };
    let change = {
        let on = props.on.clone();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            // While a year is typed, browsers report the years 2, 20 and 202 on the way to 2025.
            let year: i32 = value.split('-').next().and_then(|year| year.parse().ok()).unwrap_or(0);
            if value.is_empty() || year >= 1000 {
                on.emit(Action::Publish(Some(value).filter(|v| !v.is_empty())));
            }
        })
    };
    let unknown = published.date.is_none();
    html! {
        <div class={classes!("published", unknown.then_some("unknown"))} data-published-source={key}>
            <label for="lens-published">{ "Published" }</label>
            <input type="date" id="lens-published" value={published.date.clone().unwrap_or_default()} onchange={change} aria-describedby="lens-published-why" />
            if unknown {
                <span id="lens-published-why">{ "not known. Give it, and words like “on Tuesday” find their day." }</span>
            } else if published.because.is_empty() || published.source == PublishedSource::Given {
                <span id="lens-published-why">{ source }</span>
            } else {
                <details>
                    <summary id="lens-published-why">{ source }</summary>
                    <p class="because">{ dates::reason(&published.because) }</p>
                </details>
            }
            if published.source == PublishedSource::Given {
                { button(Some("quiet"), "unpublish", "Undo".into(), act(&props.on, || Action::Publish(None))) }
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct ExportProps {
    pub reading: Reading,
}

/// The ways to take the answer home.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let said = use_state(|| "");
    let menu = use_node_ref();
    let json = {
        let reading = props.reading.clone();
        move || element::json(&reading)
    };
    let close = {
        let menu = menu.clone();
        move || {
            if let Some(menu) = menu.cast::<web_sys::Element>() {
                let _ = menu.remove_attribute("open");
            }
        }
    };
    let save = {
        let (json, close, name) = (json.clone(), close.clone(), file_name(&props.reading));
        Callback::from(move |_: MouseEvent| {
            dom::download(&name, "application/json", &json());
            close();
        })
    };
    let copy = {
        let (said, close) = (said.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            let (said, close, json) = (said.clone(), close.clone(), json());
            let Some(window) = web_sys::window() else { return };
            wasm_bindgen_futures::spawn_local(async move {
                let done = wasm_bindgen_futures::JsFuture::from(window.navigator().clipboard().write_text(&json)).await;
                said.set(if done.is_ok() { "Copied." } else { "The browser did not let us copy." });
                close();
            });
        })
    };
    let on_key = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close();
            }
        })
    };
    let on_leave = {
        let menu = menu.clone();
        Callback::from(move |event: FocusEvent| {
            // Not every browser moves the focus to a button that is clicked: then it goes nowhere.
            let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            if to.is_some() && menu.cast::<web_sys::Node>().is_some_and(|menu| !menu.contains(to.as_ref())) {
                close();
            }
        })
    };
    html! {
        <>
            <details class="menu" id="lens-export" ref={menu} onkeydown={on_key} onfocusout={on_leave}>
                <summary class="button">{ icons::export() }<span class="label">{ "Export" }</span></summary>
                <div class="items">
                    { button(None, "download-json", "Download JSON".into(), save) }
                    { button(None, "copy-json", "Copy JSON".into(), copy) }
                </div>
            </details>
            <span class="unseen" role="status">{ *said }</span>
        </>
    }
}

/// A file name from the headline.
fn file_name(reading: &Reading) -> String {
    let title = reading.analysis.headline().unwrap_or("article");
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.take(8).collect::<Vec<_>>().join("-").to_lowercase();
    format!("{}.json", if name.is_empty() { "article" } else { &name })
}

#[derive(Properties, PartialEq)]
pub struct WarningsProps {
    pub reading: Reading,
    /// What else should be known.
    pub notice: Option<AttrValue>,
}

/// What a person should know about this answer.
#[component]
pub fn Warnings(props: &WarningsProps) -> Html {
    let warnings = props.reading.analysis.warnings.iter();
    html! {
        <div class="warnings" role="status">
            { for props.notice.clone().map(|words| warning("file", words)) }
            { for warnings.map(|w| warning(w.code, w.message.clone().into())) }
        </div>
    }
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub fn key(self) -> Option<&'static str> {
        match self {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct ThemeButtonProps {
    pub theme: UseStateHandle<Theme>,
}

#[component]
pub fn ThemeButton(props: &ThemeButtonProps) -> Html {
    let (next, label) = match *props.theme {
        Theme::Auto => (Theme::Light, "Colours: as your system. Change to light"),
        Theme::Light => (Theme::Dark, "Colours: light. Change to dark"),
        Theme::Dark => (Theme::Auto, "Colours: dark. Change to your system’s"),
    };
    let theme = props.theme.clone();
    let change = Callback::from(move |_: MouseEvent| theme.set(next));
    html! { <button type="button" class="icon-button" data-do="theme" aria-label={label} title={label} onclick={change}>{ icons::theme() }</button> }
}

/// `Published 21 January 2025` for places that only show it.
pub fn published_line(reading: &Reading) -> Option<String> {
    Some(format!("Published {}", dates::say(reading.analysis.published.date.as_deref()?, dates::Length::Long)))
}
