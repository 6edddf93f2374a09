//! The card at the foot of the article: what is selected, why it is known, and the way through its places.

use super::dates::{self, Length};
use super::mend::{self, Editor};
use super::parts::{act, button, icon_button};
use super::state::{Action, By, Pick, Reading, Selection};
use super::{dom, icons, who};
use crate::{Entity, Timex};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CardProps {
    pub reading: Option<Reading>,
    pub selection: Option<Selection>,
    /// True: with the fields for correcting what is selected.
    #[prop_or_default]
    pub editing: bool,
    /// Number of the correction that was just made.
    #[prop_or_default]
    pub done: Option<usize>,
    pub on: Callback<Action>,
}

#[component]
pub fn Card(props: &CardProps) -> Html {
    let (on, last) = (props.on.clone(), props.done);
    let undo = Callback::from(move |_| on.emit(Action::Undo(last)));
    let root = use_node_ref();
    use_place(&root, props.selection);
    let done = props.done.and_then(|n| props.reading.as_ref()?.raw.corrections.get(n)).map(mend::say);
    // The live region must stand before its words change, or they are not read out. The editor is no news.
    html! {
        <div class="cards" ref={root}>
            <div role="status">
                if let Some(words) = done {
                    <p class="done"><span>{ words }</span>{ button(Some("quiet"), "undo-last", "Undo".into(), undo) }</p>
                }
                { card(props).unwrap_or_default() }
            </div>
            if let Some((reading, selection)) = props.reading.clone().zip(props.selection).filter(|_| props.editing) {
                <Editor key={editor_key(&reading, selection)} reading={reading.clone()} {selection} on={props.on.clone()} />
            }
        </div>
    }
}

/// Takes the keyboard to the card that it opened, and when that is closed back to where it came from.
#[hook]
fn use_place(root: &NodeRef, selection: Option<Selection>) {
    let from = use_mut_ref(|| None::<web_sys::Element>);
    let root = root.clone();
    // Another reading of the same text is no reason to move.
    use_effect_with(selection.map(|s| s.serial), move |_| {
        let Some(cards) = root.cast::<web_sys::Element>() else { return };
        let focused = dom::focused(&cards);
        match &selection {
            Some(selection) if selection.by == By::Keys => {
                let card = cards.query_selector(".card[data-pick=entity],.card[data-pick=date]").ok().flatten();
                if let Some(card) = card.filter(dom::is_shown) {
                    if focused.as_ref().is_some_and(|element| !cards.contains(Some(element.as_ref()))) {
                        from.replace(focused);
                    }
                    dom::focus(&card);
                }
            }
            Some(_) => {}
            None => {
                let Some(from) = from.take().filter(|_| focused.is_none()) else { return };
                // In a narrow place the view that the chip stands in has closed: its tab is left.
                let tab = || cards.closest(".result").ok()??.query_selector("[data-tab=who]").ok()?;
                if let Some(place) = Some(from).filter(dom::is_shown).or_else(tab) {
                    dom::focus(&place);
                }
            }
        }
    });
}

/// Another chip, or the same one with another name, gets fresh fields.
fn editor_key(reading: &Reading, selection: Selection) -> String {
    match selection.pick {
        Pick::Entity(id) => reading.entity(id).map_or(String::new(), |e| format!("{id} {:?} {}", e.kind, e.name)),
        _ => String::new(),
    }
}

fn card(props: &CardProps) -> Option<Html> {
    let (reading, selection) = (props.reading.as_ref()?, props.selection?);
    let count = reading.places(selection.pick).len();
    let body = match selection.pick {
        Pick::Entity(id) => entity(reading, id)?,
        Pick::Date(n) => date(reading, reading.analysis.timexes.get(n as usize)?),
        Pick::Event(n) => event(reading, reading.analysis.events.get(n as usize)?),
        Pick::Section(_) => return None,
    };
    let on = &props.on;
    Some(html! {
        <div class="card" data-pick={selection.pick.key()} role="group" aria-label="What is selected" tabindex="-1">
            <div class="words">{ body }</div>
            <div class="buttons">
                if count > 1 {
                    { icon_button("previous", "Previous place", icons::previous(), act(on, || Action::Walk(-1))) }
                    <span class="place">{ format!("{} of {count}", selection.nth + 1) }</span>
                    { icon_button("next", "Next place", icons::next(), act(on, || Action::Walk(1))) }
                }
                if matches!(selection.pick, Pick::Entity(_)) {
                    <button type="button" class="correct" data-do="correct" aria-expanded={if props.editing { "true" } else { "false" }} aria-controls={props.editing.then_some("lens-editor")} onclick={act(on, || Action::Mend)}>{ icons::edit() }<span class="label">{ "Correct" }</span></button>
                }
                { icon_button("close", "Close", icons::close(), act(on, || Action::Unselect)) }
            </div>
        </div>
    })
}

fn entity(reading: &Reading, id: u32) -> Option<Html> {
    let entity = reading.entity(id)?;
    let role = entity.role.clone().unwrap_or_else(|| who::word(entity.kind).to_owned());
    let place = entity.place.and_then(|id| reading.entity(id)).map(|place| format!(" called after {}", place.name));
    let mut also = entity.aliases.clone();
    for words in entity.described.iter().map(|place| reading.words(*place).to_lowercase()) {
        if !also.contains(&words) {
            also.push(words);
        }
    }
    Some(html! {
        <>
            <p class={classes!("title", who::key(entity.kind))}>{ icons::kind(entity.kind) }<strong>{ entity.name.clone() }</strong></p>
            <p class="because">
                { role }
                { place.unwrap_or_default() }
                if !also.is_empty() {
                    <span class="also">{ format!(". Also: {}", also.join(", ")) }</span>
                }
                if let Some(government) = government(entity) {
                    <span class="also">{ government }</span>
                }
            </p>
        </>
    })
}

/// Where a place says or decides something, its government is meant.
fn government(entity: &Entity) -> Option<String> {
    let (count, all) = (entity.government.len(), entity.mentions.len());
    match count {
        0 => None,
        _ if all == 1 => Some(". Stands for its government here".into()),
        _ => Some(format!(". Stands for its government in {count} of {all} places")),
    }
}

fn date(reading: &Reading, timex: &Timex) -> Html {
    let meaning = dates::meaning(timex.kind, &timex.value);
    html! {
        <>
            <p class="title">{ icons::when() }<span>{ format!("“{}”", reading.words(timex.span)) }</span>{ " " }<strong>{ meaning }</strong></p>
            <p class="because">{ dates::reason(&timex.because) }</p>
        </>
    }
}

fn event(reading: &Reading, event: &crate::Event) -> Html {
    let meaning = if event.date.is_empty() { "Not placed".to_owned() } else { dates::say(&event.date, Length::Long) };
    html! {
        <>
            <p class="title">{ icons::when() }<strong>{ meaning }</strong></p>
            <p class="because">{ dates::reason(&event.because) }</p>
            <p class="unseen">{ event.words(&reading.analysis.text) }</p>
        </>
    }
}
