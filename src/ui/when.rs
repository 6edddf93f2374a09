//! The timeline as a list in order of time, under its years; what cannot be placed comes last, and says so.

use super::dates::{self, Length};
use super::dom;
use super::parts::button;
use super::state::{Action, Pick, Reading, Selection};
use super::who::Chip;

use crate::{Certainty, Event, Tense};
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// Rows before `more`, and how many come with each click on it.
const FIRST: usize = 120;
const MORE: usize = 400;

/// How the date of an event is known, in a word for the style sheet and one for people.
pub fn certainty(event: &Event) -> (&'static str, &'static str) {
    match (event.tense, event.certainty) {
        (Tense::Future, _) => ("planned", "planned"),
        (_, Certainty::Explicit) => ("explicit", "date given in the text"),
        (_, Certainty::Relative) => ("relative", "date worked out from the text"),
        (_, Certainty::Inferred) => ("inferred", "date inferred"),
    }
}

#[derive(Properties, PartialEq)]
pub struct WhenProps {
    pub reading: Reading,
    pub selection: Option<Selection>,
    pub on: Callback<Action>,
}

#[component]
pub fn When(props: &WhenProps) -> Html {
    let root = use_node_ref();
    let limit = use_state(|| FIRST);
    let picked = match props.selection.map(|s| s.pick) {
        Some(Pick::Event(n)) => n as usize + 1,
        _ => 0,
    };
    {
        let root = root.clone();
        use_effect_with(props.selection, move |selection| {
            if let (Some(selection), Some(root)) = (selection.filter(|s| s.in_text), root.cast::<Element>()) {
                reveal(&root, selection.pick);
            }
        });
    }
    let events = &props.reading.analysis.events;
    if events.is_empty() {
        return html! { <p class="nothing">{ "No dated events were found." }</p> };
    }
    let shown = (*limit).max(picked).min(events.len());
    let heading = |event: &Event| match dates::read(&event.date) {
        Some(when) => Some(dates::divider(when)),
        None if event.date.is_empty() => None,
        None => Some(event.date.clone()),
    };
    let rows: Vec<(usize, &Event)> = events.iter().enumerate().take(shown).collect();
    let groups = rows.chunk_by(|a, b| heading(a.1) == heading(b.1)).map(|group| {
        let rows = group.iter().map(|(number, event)| {
            let again = *number > group[0].0 && events[*number - 1].date == event.date;
            let open = props.selection.is_some_and(|s| s.pick == Pick::Event(*number as u32));
            html! { <Row key={*number} number={*number as u32} {open} {again} reading={props.reading.clone()} on={props.on.clone()} /> }
        });
        match heading(group[0].1) {
            Some(year) => html! { <section class="year"><h3>{ year }</h3><ol class="rows">{ for rows }</ol></section> },
            None => html! {
                <section class="year" data-unplaced="">
                    <h3>{ "Not placed" }</h3>
                    <p class="hint">{ unplaced(&props.reading) }</p>
                    <ol class="rows">{ for rows }</ol>
                </section>
            },
        }
    });
    let more = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| limit.set(shown + MORE))
    };
    let signs =
        [("explicit", "date given"), ("relative", "worked out"), ("inferred", "inferred"), ("planned", "planned")];
    let signs =
        signs.into_iter().filter(|(form, _)| events.iter().take(shown).any(|event| certainty(event).0 == *form));
    let legend =
        signs.map(|(form, words)| html! { <span class={classes!("row", form)}><span class="sign" />{ words }</span> });
    html! {
        <div class="timeline" ref={root}>
            { for groups }
            <p class="legend" aria-hidden="true">{ for legend }</p>
            if shown < events.len() {
                { button(Some("quiet"), "more", format!("{} more", events.len() - shown).into(), more) }
            }
        </div>
    }
}

fn unplaced(reading: &Reading) -> &'static str {
    match reading.analysis.published.date {
        None => {
            "The article does not say when it was published. Give the publication date, and these find their place."
        }
        Some(_) => "The article does not say when.",
    }
}

/// Brings into view the row or chip of what was touched in the text, where its column has a scroll of its own.
fn reveal(root: &Element, pick: Pick) {
    let Some(views) = root.closest(".views").ok().flatten() else { return };
    let selector = match pick {
        Pick::Event(n) => format!(".row[data-v=\"{n}\"]"),
        Pick::Entity(n) => format!("[data-kind] .chip[data-e=\"{n}\"]"),
        _ => return,
    };
    if let Some(target) = views.query_selector(&selector).ok().flatten() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        target.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    number: u32,
    open: bool,
    /// True where the row before has the same date: it need not be seen twice.
    again: bool,
    reading: Reading,
    on: Callback<Action>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let Some(event) = props.reading.analysis.events.get(props.number as usize) else { return html! {} };
    let show = {
        let (on, pick) = (props.on.clone(), Pick::Event(props.number));
        Callback::from(move |event: MouseEvent| on.emit(Action::Show(pick, dom::by(&event))))
    };
    let (form, known) = certainty(event);
    let placed = !event.date.is_empty();
    html! {
        <li class={classes!("row", form)} data-v={props.number.to_string()}>
            <button type="button" class="tell" aria-expanded={if props.open { "true" } else { "false" }} onclick={show}>
                if placed {
                    <time datetime={event.date.clone()}>{ short(&event.date, props.again) }</time>
                } else {
                    <span class="no-date">{ "?" }</span>
                }
                <span class="sign" role="img" aria-label={known} title={known} />
                <span class="what" dir="auto">
                    if let Some(subject) = event.subject {
                        <span class="supplied">{ clause(props.reading.words(subject)) }{ " … " }</span>
                    }
                    { clause(props.reading.words(event.span)) }
                </span>
            </button>
            if props.open {
                <p class="because">
                    if placed {
                        <strong>{ dates::say(&event.date, Length::Long) }</strong>
                        { ". " }
                    }
                    { dates::reason(&event.because) }
                    if !event.also.is_empty() {
                        <span class="also">{ format!(" Told {} times: click again for the next place.", event.also.len() + 1) }</span>
                    }
                </p>
            }
            if !event.entities.is_empty() {
                <ul class="chips">
                    { for event.entities.iter().take(6).map(|id| html! {
                        <li key={*id}><Chip reading={props.reading.clone()} id={*id} small=true on={props.on.clone()} /></li>
                    }) }
                </ul>
            }
        </li>
    }
}

/// The date, seen only where nothing above says it already.
fn short(date: &str, again: bool) -> Html {
    let words = dates::say(date, Length::Short);
    match dates::read(date) {
        Some(when) if again || dates::divider(when) == words => html! { <span class="unseen">{ words }</span> },
        _ => html! { { words } },
    }
}

/// A clause on one line.
fn clause(words: &str) -> String {
    let mut line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    while line.ends_with([',', ';', ':']) {
        line.pop();
    }
    line
}
