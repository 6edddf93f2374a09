//! What the reader can put right about a chip, what they have put right, and the way back.

use super::parts::{act, button};
use super::state::{Action, Pick, Reading, Selection, State};
use super::{dom, icons, who};
use crate::{Analysis, Context, Correction, Entity, EntityKey, EntityKind, Span};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Bytes of the article on each side of a mention that say which one is meant.
const AROUND: u32 = 40;

/// How corrections name this entity: with words around it only where another has its name and kind.
pub fn key(analysis: &Analysis, entity: &Entity) -> EntityKey {
    let alike = |e: &&Entity| e.name == entity.name && e.kind == entity.kind;
    let context = (analysis.entities.iter().filter(alike).count() > 1)
        .then(|| entity.mentions.first().map(|place| context(analysis, *place)))
        .flatten();
    EntityKey { context, ..EntityKey::new(&entity.name, entity.kind) }
}

/// What stands around a place in its block.
fn context(analysis: &Analysis, place: Span) -> Context {
    let blocks = &analysis.blocks;
    let block = blocks.get(blocks.partition_point(|b| b.span.end <= place.start)).map_or(place, |b| b.span);
    let text = &analysis.text;
    let from = place.start.saturating_sub(AROUND).max(block.start).min(place.start);
    let to = (place.end + AROUND).min(block.end).max(place.end);
    let from = (from..=place.start).find(|at| text.is_char_boundary(*at as usize)).unwrap_or(place.start);
    let to = (place.end..=to).rev().find(|at| text.is_char_boundary(*at as usize)).unwrap_or(place.end);
    let words = |from: u32, to: u32| text.get(from as usize..to as usize).unwrap_or("").to_owned();
    Context { before: words(from, place.start), after: words(place.end, to) }
}

/// A correction in words.
pub fn say(correction: &Correction) -> String {
    match correction {
        Correction::Hide { entity } => format!("“{}” is hidden", entity.name),
        Correction::Rename { entity, name } => format!("“{}” is now “{name}”", entity.name),
        Correction::Kind { entity, kind } => {
            format!("“{}” is now under {}", entity.name, who::title(*kind))
        }
        Correction::Merge { entity, into } => format!("“{}” is one with “{}”", entity.name, into.name),
        Correction::Split { entity, words, context } => {
            let which = if context.is_some() { "One" } else { "Every" };
            match entity.name == *words {
                true => format!("{which} “{words}” is a chip of its own"),
                false => format!("{which} “{words}” is no longer “{}”", entity.name),
            }
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub reading: Reading,
    pub selection: Selection,
    pub on: Callback<Action>,
}

/// The five corrections for the chip that is selected.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let (name, kind, other) = (use_node_ref(), use_node_ref(), use_node_ref());
    let Pick::Entity(id) = props.selection.pick else { return html! {} };
    let Some(entity) = props.reading.entity(id) else { return html! {} };
    let analysis = &props.reading.analysis;
    let key = key(analysis, entity);
    let correct = |make: Box<dyn Fn(EntityKey) -> Option<Correction>>| {
        let (on, key) = (props.on.clone(), key.clone());
        move || {
            if let Some(correction) = make(key.clone()) {
                on.emit(Action::Correct(correction));
            }
        }
    };
    let submit = |act: Box<dyn Fn()>| {
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            act();
        })
    };
    let click = |act: Box<dyn Fn()>| Callback::from(move |_: MouseEvent| act());

    let rename = {
        let (name, old) = (name.clone(), entity.name.clone());
        submit(Box::new(correct(Box::new(move |entity| {
            let name = name.cast::<HtmlInputElement>()?.value().split_whitespace().collect::<Vec<_>>().join(" ");
            (!name.is_empty() && name != old).then_some(Correction::Rename { entity, name })
        }))))
    };
    let change = {
        let (kind, old) = (kind.clone(), entity.kind);
        submit(Box::new(correct(Box::new(move |entity| {
            let chosen = kind.cast::<HtmlSelectElement>()?.value();
            let kind = who::KINDS.iter().map(|k| k.0).find(|kind| who::key(*kind) == chosen)?;
            (kind != old).then_some(Correction::Kind { entity, kind })
        }))))
    };
    let merge = {
        let (other, reading) = (other.clone(), props.reading.clone());
        submit(Box::new(correct(Box::new(move |entity| {
            let id: u32 = other.cast::<HtmlSelectElement>()?.value().parse().ok()?;
            let into = self::key(&reading.analysis, reading.entity(id)?);
            Some(Correction::Merge { entity, into })
        }))))
    };
    let hide = click(Box::new(correct(Box::new(|entity| Some(Correction::Hide { entity })))));

    // Of the place that is shown; what is meant but not named cannot be parted.
    let place = props.reading.places(props.selection.pick).get(props.selection.nth).copied();
    let place = place.filter(|place| entity.mentions.contains(place) && entity.mentions.len() > 1);
    let words = place.map(|place| props.reading.words(place).to_owned()).unwrap_or_default();
    let same = entity.mentions.iter().filter(|place| props.reading.words(**place) == words).count();
    let part = |all: bool| {
        let (words, context) = (words.clone(), place.filter(|_| !all).map(|place| context(analysis, place)));
        click(Box::new(correct(Box::new(move |entity| {
            Some(Correction::Split { entity, words: words.clone(), context: context.clone() })
        }))))
    };
    let others = who::KINDS.iter().filter_map(|(kind, title)| {
        let others = analysis.entities.iter().filter(|e| e.kind == *kind && e.id != id);
        let others: Vec<Html> =
            others.map(|e| html! { <option value={e.id.to_string()}>{ e.name.clone() }</option> }).collect();
        (!others.is_empty()).then(|| html! { <optgroup label={*title}>{ others }</optgroup> })
    });
    let others: Vec<Html> = others.collect();
    let someone = if entity.kind == EntityKind::Person { "somebody else" } else { "something else" };
    html! {
        <section class="editor" id="lens-editor" tabindex="-1" aria-label={format!("Correct {}", entity.name)}>
            <form onsubmit={rename}>
                <label for="lens-name">{ "Name" }</label>
                <input id="lens-name" ref={name} type="text" maxlength="200" autocomplete="off" value={entity.name.clone()} />
                <button type="submit" data-do="rename">{ "Rename" }</button>
            </form>
            <form onsubmit={change}>
                <label for="lens-kind">{ "Kind" }</label>
                <select id="lens-kind" ref={kind}>
                    { for who::KINDS.iter().map(|(kind, _)| html! {
                        <option value={who::key(*kind)} selected={*kind == entity.kind}>{ who::word(*kind) }</option>
                    }) }
                </select>
                <button type="submit" data-do="kind">{ "Change" }</button>
            </form>
            if !others.is_empty() {
                <form onsubmit={merge}>
                    <label for="lens-other">{ "Same as" }</label>
                    <select id="lens-other" ref={other}>
                        <option value="" selected=true>{ "Choose …" }</option>
                        { others }
                    </select>
                    <button type="submit" data-do="merge">{ "Merge" }</button>
                </form>
            }
            <div class="more">
                if place.is_some() {
                    { button(None, "split", format!("“{words}” here is {someone}").into(), part(false)) }
                    if same > 1 && same < entity.mentions.len() {
                        { button(None, "split-all", format!("Every “{words}” is {someone}").into(), part(true)) }
                    }
                }
                { button(None, "hide", "Hide this chip".into(), hide) }
                { button(Some("quiet"), "done", "Close".into(), act(&props.on, || Action::Back)) }
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub struct MadeProps {
    pub reading: Reading,
    pub on: Callback<Action>,
}

/// All corrections that were made, each with its undo.
#[component]
pub fn Made(props: &MadeProps) -> Html {
    let made = &props.reading.raw.corrections;
    if made.is_empty() {
        return html! {};
    }
    let undo = |which: Option<usize>| {
        let on = props.on.clone();
        Callback::from(move |_: MouseEvent| on.emit(Action::Undo(which)))
    };
    html! {
        <section class="made" id="lens-made">
            <h3>{ icons::edit() }{ "Your corrections" }<span class="count">{ made.len() }</span></h3>
            <ul>
                { for made.iter().enumerate().map(|(n, correction)| html! {
                    <li key={n}>
                        <span>{ say(correction) }</span>
                        <button type="button" class="quiet" data-do="undo" aria-label={format!("Undo: {}", say(correction))} onclick={undo(Some(n))}>{ "Undo" }</button>
                    </li>
                }) }
            </ul>
            if made.len() > 1 {
                { button(Some("quiet"), "undo-all", "Undo all".into(), undo(None)) }
            }
        </section>
    }
}

/// Gives the keyboard a place when the fields for correcting open or close, and when what it stood on is gone.
#[hook]
pub fn use_keyboard(root: &NodeRef, state: &UseReducerHandle<State>) {
    let before = use_mut_ref(|| (false, 0_u32));
    let (root, editing, corrected) = (root.clone(), state.editing, state.corrected);
    use_effect_with((editing, corrected), move |_| {
        let (was_editing, was_corrected) = before.replace((editing, corrected));
        let places: &[&str] = match (editing, was_editing, corrected != was_corrected) {
            (true, ..) => &["#lens-editor"],
            (false, _, true) => &["[data-do=undo-last]", "[data-do=correct]", "[data-do=undo]", ".result", ".chip"],
            (false, true, false) => &["[data-do=correct]"],
            _ => return,
        };
        let Some(root) = root.cast::<web_sys::Element>() else { return };
        if let Some(place) = places.iter().find_map(|place| root.query_selector(place).ok().flatten()) {
            dom::focus(&place);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RawInput, analyze};

    #[test]
    fn a_key_says_no_more_than_it_must() {
        let mut raw =
            RawInput::text("Ann Lee met Tom Berg. Later Lee left, and Lee wept — “so” it is said — over Berg.");
        let analysis = analyze(&raw);
        let lee = analysis.entities.iter().find(|e| e.name == "Ann Lee").unwrap();
        assert_eq!(key(&analysis, lee), EntityKey::new("Ann Lee", EntityKind::Person));
        let context = Some(context(&analysis, lee.mentions[2]));
        raw.corrections.push(Correction::Split { entity: key(&analysis, lee), words: "Lee".into(), context });
        let again = analyze(&raw);
        let other = again.entities.iter().find(|e| e.name == "Lee").unwrap();
        assert_eq!(other.mentions, [lee.mentions[2]]);
        // Two of one name: now each key says which.
        raw.corrections.push(Correction::Rename { entity: key(&again, other), name: "Ann Lee".into() });
        let twins = analyze(&raw);
        let keys: Vec<_> = twins.entities.iter().filter(|e| e.name == "Ann Lee").map(|e| key(&twins, e)).collect();
        assert_eq!(keys.len(), 2);
        for key in keys {
            let hidden = RawInput { corrections: vec![Correction::Hide { entity: key.clone() }], ..raw.clone() };
            assert!(key.context.is_some() && analyze(&hidden).warnings.iter().all(|w| w.code != "correction"));
        }
    }
}
