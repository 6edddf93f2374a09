//! The paste box: paste, drop, open or an example. While the engine is at work, its progress stands in the button's place.
//! Rich text is taken as data for the engine and never becomes part of the page.

use super::parts::{act, button, warning};
use super::state::{Action, Reading, Run};
use super::work;
use crate::{Format, RawInput};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// An article of the project's own.
struct Example {
    slug: &'static str,
    topic: &'static str,
    text: &'static str,
}

macro_rules! example {
    ($slug:literal, $topic:literal) => {
        Example {
            slug: $slug,
            topic: $topic,
            text: include_str!(concat!("../../tests/articles/", $slug, "/article.txt")),
        }
    };
}

const EXAMPLES: [Example; 6] = [
    example!("tidal-lagoon", "Explainer"),
    example!("envoys", "Diplomacy"),
    example!("lighthouse-keeper", "Obituary"),
    example!("deep-coral", "Science"),
    example!("canal-200", "History"),
    example!("cup-final", "Sport"),
];

#[derive(Properties, PartialEq)]
pub struct PasteProps {
    pub raw: Rc<RawInput>,
    /// What the box shows: the text of `raw`, or where that is rich, its words.
    pub draft: AttrValue,
    pub trouble: Option<Reading>,
    /// The file that `trouble` is about.
    pub file: Option<AttrValue>,
    pub notice: Option<AttrValue>,
    pub run: Option<Run>,
    /// True where there is an article to go back to.
    pub back: bool,
    /// False in somebody else's page: there the box does not take the keyboard by itself.
    pub focus: bool,
    pub on: Callback<Action>,
}

#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let text_box = use_node_ref();
    use_effect_with((), |()| wasm_bindgen_futures::spawn_local(work::warm_up(EXAMPLES[0].text)));
    // The box holds its text by itself: rendering must not compare five megabytes.
    {
        let text_box = text_box.clone();
        let focus = props.focus;
        use_effect_with(props.draft.clone(), move |draft| {
            if let Some(text_box) = text_box.cast::<HtmlTextAreaElement>() {
                if text_box.value() != draft.as_str() {
                    text_box.set_value(draft);
                }
                if focus {
                    let _ = text_box.focus();
                }
            }
        });
    }
    let read = {
        let (text_box, raw, draft, on) = (text_box.clone(), props.raw.clone(), props.draft.clone(), props.on.clone());
        Callback::from(move |_: ()| {
            let Some(text_box) = text_box.cast::<HtmlTextAreaElement>() else { return };
            let text = text_box.value();
            // Rich text that was pasted before stays rich as long as nobody changed it.
            let input = match text == draft.as_str() {
                true => (*raw).clone(),
                false => RawInput { text, format: Format::Auto, ..(*raw).clone() },
            };
            on.emit(Action::Read(input));
        })
    };
    let back = {
        let (text_box, on) = (text_box.clone(), props.on.clone());
        Callback::from(move |_: MouseEvent| {
            let words = text_box.cast::<HtmlTextAreaElement>().map(|text_box| text_box.value());
            on.emit(Action::Return(words.unwrap_or_default()));
        })
    };
    let on_key = {
        let read = read.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
                read.emit(());
            }
        })
    };
    let on_paste = {
        let on = props.on.clone();
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
            let Some(text_box) = event.target().and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
            let (start, end) = (text_box.selection_start().ok().flatten(), text_box.selection_end().ok().flatten());
            let replaces_all = start == Some(0) && end == Some(text_box.text_length());
            if let (true, Some(input)) = (replaces_all, event.clipboard_data().and_then(|data| pasted(&data))) {
                event.prevent_default();
                on.emit(Action::Read(input));
            }
        })
    };
    let on_file = {
        let on = props.on.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open(file, None, on.clone());
            }
            input.set_value("");
        })
    };
    html! {
        <main class="start">
            <h1>{ "The shape of the story, at a glance" }</h1>
            <p class="promise">
                { "Paste a news article. See how it is built, who is in it, and what happened when, each linked to the words it came from." }
            </p>
            <div class="desk">
                <label class="unseen" for="lens-box">{ "The article" }</label>
                <textarea
                    id="lens-box"
                    ref={text_box}
                    rows="9"
                    dir="auto"
                    placeholder="Paste an article here …"
                    spellcheck="false"
                    autocomplete="off"
                    readonly={props.run.is_some()}
                    aria-describedby="lens-trouble"
                    onpaste={on_paste}
                    onkeydown={on_key}
                />
                <div class="foot">{ foot(props, on_file, read, back) }</div>
            </div>
            <div id="lens-trouble" role="status">
                { for props.notice.clone().map(|words| warning("file", words)) }
                { for props.trouble.iter().map(|reading| trouble(reading, props.file.as_ref())) }
            </div>
            <p class="private">{ lock() }{ "Nothing leaves this page. The reading is done here, in your browser." }</p>
            if props.run.is_none() {
                <section class="examples" aria-labelledby="lens-examples">
                    <h2 id="lens-examples">{ "Or try one of these" }</h2>
                    <ul>{ for EXAMPLES.iter().map(|example| card(example, &props.on)) }</ul>
                </section>
            }
        </main>
    }
}

fn foot(props: &PasteProps, on_file: Callback<Event>, read: Callback<()>, back: Callback<MouseEvent>) -> Html {
    if let Some(run) = &props.run {
        return html! {
            <>
                <div class="progress" role="status">
                    <label for="lens-progress">{ run.stage }{ " …" }</label>
                    <progress id="lens-progress" max="100" value={((run.share * 100.0).round() as u32).to_string()} />
                </div>
                <button key="cancel" type="button" data-do="cancel" onclick={act(&props.on, || Action::Cancel)}>{ "Cancel" }</button>
            </>
        };
    }
    html! {
        <>
            <input type="file" id="lens-file" class="unseen" accept=".txt,.text,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html" onchange={on_file} />
            <label class="button quiet" for="lens-file">{ "Open a file" }</label>
            <span class="or">{ "or drop one here: .txt .md .html" }</span>
            <span class="go">
                if props.back {
                    { button(Some("quiet"), "return", "Back to the article".into(), back) }
                }
                { button(Some("main"), "read", "Read it".into(), Callback::from(move |_| read.emit(()))) }
            </span>
        </>
    }
}

fn trouble(reading: &Reading, file: Option<&AttrValue>) -> Html {
    let warnings = &reading.analysis.warnings;
    if let Some(name) = file {
        let (code, words) = match warnings.iter().any(|w| w.code == "binary") {
            true => (
                "binary",
                "is not text, so it was not read. Text, Markdown and HTML files can be (.txt .md .html); of any other, open it and paste its words.",
            ),
            false => ("empty", "has no words in it, so it was not read."),
        };
        return warning(code, format!("“{name}” {words}").into());
    }
    if warnings.is_empty() {
        return warning("empty", "There is nothing to read here yet. Paste the text of an article.".into());
    }
    warnings.iter().map(|w| warning(w.code, w.message.clone().into())).collect()
}

fn lock() -> Html {
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2h1v7.5h-9V7zm1.6 0h3.8V5a1.9 1.9 0 0 0-3.8 0z" /></svg> }
}

fn card(example: &'static Example, on: &Callback<Action>) -> Html {
    let on = on.clone();
    let read = Callback::from(move |_: MouseEvent| on.emit(Action::Read(RawInput::text(example.text))));
    let mut lines = example.text.lines().map(str::trim).filter(|line| !line.is_empty());
    let title = lines.next().unwrap_or_default();
    let lead = lines.find(|line| line.len() > 80).unwrap_or_default();
    html! {
        <li>
            <button type="button" class="example" data-example={example.slug} onclick={read}>
                <span class="topic">{ example.topic }</span>
                <span class="title">{ title }</span>
                <span class="lead">{ lead }</span>
            </button>
        </li>
    }
}

/// What was pasted or dropped: HTML where it has structure, else text.
fn pasted(data: &DataTransfer) -> Option<RawInput> {
    let get = |kind| data.get_data(kind).ok().filter(|text| !text.is_empty());
    let structured = |html: &String| {
        let lower = html.to_ascii_lowercase();
        ["<p", "<h1", "<h2", "<h3", "<li", "<article", "<blockquote", "<table", "<br"]
            .iter()
            .any(|tag| lower.contains(tag))
    };
    match get("text/html").filter(structured) {
        Some(text) => Some(RawInput { text, format: Format::Html, ..RawInput::default() }),
        None => get("text/plain").map(RawInput::text),
    }
}

/// Takes what was dropped on the page.
pub fn dropped(data: &DataTransfer, on: Callback<Action>) {
    let files = data.files();
    let all: Vec<File> = files.iter().flat_map(|files| (0..files.length()).filter_map(|n| files.get(n))).collect();
    let readable = |file: &&File| READABLE.iter().any(|end| file.name().to_ascii_lowercase().ends_with(end));
    match all.iter().find(readable).or(all.first()) {
        Some(file) => {
            let notice = (all.len() > 1).then(|| left(&all, file));
            open(file.clone(), notice, on);
        }
        None => {
            if let Some(input) = pasted(data) {
                on.emit(Action::Read(input));
            }
        }
    }
}

/// How the names of files end that the page can read.
const READABLE: &[&str] = &[".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"];

/// One article at a time: which of several files was read, in words.
fn left(all: &[File], read: &File) -> AttrValue {
    const MOST: usize = 3;
    let mut names: Vec<String> =
        all.iter().filter(|file| *file != read).map(|file| format!("“{}”", file.name())).collect();
    let more = names.len().saturating_sub(MOST);
    names.truncate(MOST);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("One article at a time: “{}” was read, {}{more} left aside.", read.name(), names.join(", ")).into()
}

fn open(file: File, notice: Option<AttrValue>, on: Callback<Action>) {
    let name = file.name().to_ascii_lowercase();
    let format = match name.rsplit('.').next() {
        Some("md" | "markdown") => Format::Markdown,
        Some("html" | "htm" | "xhtml") => Format::Html,
        _ => Format::Auto,
    };
    wasm_bindgen_futures::spawn_local(async move {
        let Ok(buffer) = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await else {
            let words = format!("“{}” could not be opened. If it is a folder, drop a file of it.", file.name());
            return on.emit(Action::Unread(words.into()));
        };
        let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
        let input = RawInput { text: decode(bytes), format, ..RawInput::default() };
        on.emit(Action::Open(file.name().into(), input, notice));
    });
}

/// UTF-8, UTF-16 with its mark, else what old Windows files are in. A file that is no text at all comes out with its
/// zero bytes, by which the engine knows it.
fn decode(bytes: Vec<u8>) -> String {
    let other = match bytes.as_slice() {
        [0xFF, 0xFE, ..] => Some("utf-16le"),
        [0xFE, 0xFF, ..] => Some("utf-16be"),
        [0xEF, 0xBB, 0xBF, rest @ ..] => return String::from_utf8_lossy(rest).into_owned(),
        _ => None,
    };
    let bytes = match (other, String::from_utf8(bytes)) {
        (None, Ok(text)) => return text,
        (_, Ok(text)) => text.into_bytes(),
        (_, Err(error)) => error.into_bytes(),
    };
    let label = other.or((!bytes.contains(&0)).then_some("windows-1252"));
    let decoded = label.and_then(|label| {
        let decoder = web_sys::TextDecoder::new_with_label(label).ok()?;
        decoder.decode_with_u8_array(&bytes).ok()
    });
    decoded.unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned())
}
