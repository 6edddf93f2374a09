//! The element `<article-lens>`: what its shell (`www/article-lens.js`) calls, and its three panels beside an article.

use super::app::App;
use super::card::Card;
use super::host::Story;
use super::icons;
use super::lights::{pick_at, use_lights};
use super::mend::use_keyboard;
use super::outline::Outline;
use super::parts::{escape, warning};
use super::state::{Action, Pick, Reading, State};
use super::toolbar::{Published, published_line};
use super::when::When;
use super::who::Who;
use super::work::{self, use_work};
use crate::{Analysis, Correction, Format, PublishedSource, RawInput, export};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

/// A mounted interface. Keep it, and `destroy()` it when its place is taken out of the page.
#[wasm_bindgen]
pub struct Lens {
    root: Element,
    handle: Handle,
}

enum Handle {
    Page(AppHandle<App>),
    Panels(AppHandle<Panels>),
}

#[wasm_bindgen]
impl Lens {
    /// Takes the interface down. `root` is empty afterwards.
    pub fn destroy(self) {
        work::unwatch(&self.root);
        match self.handle {
            Handle::Page(handle) => handle.destroy(),
            Handle::Panels(handle) => handle.destroy(),
        }
    }
}

/// Mounts into `root`, a fresh element: the panels for `story`, or without one the whole page with its paste box.
/// `published` is `YYYY-MM-DD` or a longer ISO form; `page_data` says whether the document's own metadata is this
/// story's.
#[wasm_bindgen]
pub fn mount(root: Element, story: Option<Element>, published: Option<String>, page_data: bool) -> Lens {
    work::watch(&root);
    let handle = match story {
        None => {
            let props = yew::props!(super::app::AppProps { embedded: true });
            Handle::Page(yew::Renderer::<App>::with_root_and_props(root.clone(), props).render())
        }
        Some(story) => {
            let props = PanelsProps { story, published, page_data };
            Handle::Panels(yew::Renderer::<Panels>::with_root_and_props(root.clone(), props).render())
        }
    };
    Lens { root, handle }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Options {
    published: Option<String>,
    input: Format,
    corrections: Vec<Correction>,
}

/// Reads a text. `options`: `{ published: "YYYY-MM-DD", input: "auto" | "text" | "markdown" | "html",
/// corrections: […] }`, all optional; `corrections` as they stand in an exported JSON.
/// Gives the exported JSON as an object.
#[wasm_bindgen]
pub fn analyze(text: String, options: JsValue) -> Result<JsValue, JsValue> {
    let none = options.is_undefined() || options.is_null();
    let options: Options = if none { Options::default() } else { serde_wasm_bindgen::from_value(options)? };
    let raw = RawInput { text, format: options.input, published: options.published, corrections: options.corrections };
    object(&crate::analyze(&raw), &raw.text)
}

/// The exported JSON as an object. The browser parses the text of it sooner than objects are made field by field.
fn object(analysis: &Analysis, source: &str) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(&export::compact(analysis, source))
}

/// The exported JSON, indented for people.
pub fn json(reading: &Reading) -> String {
    let object = object(&reading.analysis, &reading.raw.text);
    let text = object.and_then(|object| {
        js_sys::JSON::stringify_with_replacer_and_space(&object, &JsValue::NULL, &JsValue::from_f64(2.0))
    });
    text.map(String::from).unwrap_or_default()
}

/// Tells the host page: `article-lens:analysis`, with the exported JSON as `detail`.
pub fn announce(root: &NodeRef, reading: &Reading) -> Option<()> {
    let init = web_sys::CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&object(&reading.analysis, &reading.raw.text).ok()?);
    let event = web_sys::CustomEvent::new_with_event_init_dict("article-lens:analysis", &init).ok()?;
    root.cast::<Element>()?.dispatch_event(&event).ok().map(|_| ())
}

#[derive(Properties, PartialEq)]
pub struct PanelsProps {
    story: Element,
    published: Option<String>,
    page_data: bool,
}

/// Outline, who and when, as disclosure panels beside the article that the host page shows.
#[component]
pub fn Panels(props: &PanelsProps) -> Html {
    let state = use_reducer(State::default);
    let root = use_node_ref();
    use_work(&state);
    let story = {
        let (story, page_data) = (props.story.clone(), props.page_data);
        use_memo((), move |()| Story::read(&story, page_data))
    };
    {
        let (dispatcher, text, published) = (state.dispatcher(), story.html.clone(), props.published.clone());
        use_effect_with((), move |()| {
            dispatcher.dispatch(Action::Read(RawInput {
                text,
                format: Format::Html,
                published,
                ..RawInput::default()
            }));
        });
    }
    {
        let root = root.clone();
        use_effect_with(state.reading.clone(), move |reading| {
            if let Some(reading) = reading {
                announce(&root, reading);
            }
        });
    }
    {
        let (story, reading) = (story.clone(), state.reading.clone());
        use_effect_with((state.selection, state.reading.clone()), move |(selection, _)| {
            let place = reading.as_ref().zip(*selection).map(|(reading, s)| (reading, reading.places(s.pick), s.nth));
            match place {
                Some((reading, places, nth)) => story.show(&reading.analysis, &places, nth),
                None => story.hide(),
            }
        });
    }
    use_keyboard(&root, &state);
    let selection = state.selection;
    let selected = selection.map(|s| s.pick);
    let point = use_lights(&root, state.reading.clone(), selected);
    let on: Callback<Action> = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let light = {
        let (story, reading) = (story.clone(), state.reading.clone());
        move |target: Option<web_sys::EventTarget>| {
            if let Some(reading) = &reading {
                let pick = pick_at(target.clone()).map(|(pick, _)| pick);
                let places =
                    pick.filter(|p| !matches!(p, Pick::Section(_))).map(|p| reading.places(p)).unwrap_or_default();
                story.light(&reading.analysis, &places);
            }
            point.emit(target);
        }
    };
    let on_over = {
        let light = light.clone();
        Callback::from(move |event: PointerEvent| light(event.target()))
    };
    let on_focus = {
        let light = light.clone();
        Callback::from(move |event: FocusEvent| light(event.target()))
    };
    let on_leave = Callback::from(move |_: PointerEvent| light(None));
    let body = match (&state.reading, &state.trouble) {
        (Some(reading), _) => {
            let analysis = &reading.analysis;
            let reading = reading.clone();
            html! {
                <>
                    { panel("outline", "Outline", icons::outline(), analysis.outline.len(), true, html! { <Outline reading={reading.clone()} {selected} on={on.clone()} /> }) }
                    { panel("who", "Who and what", icons::who(), analysis.entities.len(), false, html! { <Who reading={reading.clone()} {selected} on={on.clone()} /> }) }
                    { panel("when", "When", icons::when(), analysis.events.len(), true, html! { <When reading={reading.clone()} {selection} on={on.clone()} /> }) }
                    <Card reading={reading.clone()} {selection} editing={state.editing} done={state.done} on={on.clone()} />
                    <div class="foot">{ foot(&reading, props, &on) }</div>
                </>
            }
        }
        (None, Some(trouble)) => {
            let warnings = trouble.analysis.warnings.iter();
            html! { <div role="status">{ for warnings.map(|w| warning(w.code, w.message.clone().into())) }</div> }
        }
        (None, None) => html! { <p class="hint" role="status">{ "Reading …" }</p> },
    };
    let page_state = if state.reading.is_some() { "result" } else { "working" };
    html! {
        <div class="lens panels" ref={root} data-state={page_state} onpointerover={on_over} onpointerleave={on_leave} onfocusin={on_focus} onkeydown={escape(&on)}>
            { body }
        </div>
    }
}

/// The publication date; what the page does not say, its reader may.
fn foot(reading: &Reading, props: &PanelsProps, on: &Callback<Action>) -> Html {
    let told = matches!(reading.analysis.published.source, PublishedSource::Metadata | PublishedSource::Dateline);
    match published_line(reading).filter(|_| told || props.published.is_some()) {
        Some(line) => html! { { line } },
        None => html! { <Published reading={reading.clone()} on={on.clone()} /> },
    }
}

fn panel(key: &'static str, title: &'static str, icon: Html, count: usize, open: bool, body: Html) -> Html {
    html! {
        <details class="view" data-view={key} {open}>
            <summary>{ icon }<span class="title">{ title }</span><span class="count">{ count }</span></summary>
            <div class="inside">{ body }</div>
        </details>
    }
}
