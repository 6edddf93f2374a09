//! Chips: whom and what the article names, by kind.

use super::mend::Made;
use super::parts::button;
use super::state::{Action, Pick, Reading};
use super::{dom, icons};
use crate::{Entity, EntityKind};
use yew::prelude::*;

pub const KINDS: [(EntityKind, &str); 6] = [
    (EntityKind::Person, "People"),
    (EntityKind::Organization, "Organisations"),
    (EntityKind::Place, "Places"),
    (EntityKind::Group, "Groups"),
    (EntityKind::Event, "Named events"),
    (EntityKind::Other, "Works, laws and more"),
];
/// Chips of one kind before `more`, and how many come with each click on it.
const FIRST: usize = 12;
const MORE: usize = 200;

/// The kind as a word of the JSON, the style sheet and the hooks.
pub fn key(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Group => "group",
        EntityKind::Event => "event",
        EntityKind::Other => "other",
    }
}

/// The heading of a kind's chips.
pub fn title(kind: EntityKind) -> &'static str {
    KINDS.iter().find(|(k, _)| *k == kind).map_or("", |(_, title)| title)
}

/// The kind of one entity, for people.
pub fn word(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organization => "Organisation",
        EntityKind::Place => "Place",
        EntityKind::Group => "Group",
        EntityKind::Event => "Named event",
        EntityKind::Other => "Work, law or the like",
    }
}

#[derive(Properties, PartialEq)]
pub struct WhoProps {
    pub reading: Reading,
    pub selected: Option<Pick>,
    pub on: Callback<Action>,
}

#[component]
pub fn Who(props: &WhoProps) -> Html {
    let entities = &props.reading.analysis.entities;
    if entities.is_empty() {
        return html! { <><p class="nothing">{ "No names were found." }</p><Made reading={props.reading.clone()} on={props.on.clone()} /></> };
    }
    let kinds = KINDS.iter().filter(|(kind, _)| entities.iter().any(|e| e.kind == *kind)).map(|(kind, title)| {
        html! { <Kind key={key(*kind)} kind={*kind} {title} reading={props.reading.clone()} selected={props.selected} on={props.on.clone()} /> }
    });
    html! { <>{ for kinds }<Made reading={props.reading.clone()} on={props.on.clone()} /></> }
}

#[derive(Properties, PartialEq)]
struct KindProps {
    kind: EntityKind,
    title: &'static str,
    reading: Reading,
    selected: Option<Pick>,
    on: Callback<Action>,
}

#[component]
fn Kind(props: &KindProps) -> Html {
    let limit = use_state(|| FIRST);
    let entities: Vec<&Entity> = props.reading.analysis.entities.iter().filter(|e| e.kind == props.kind).collect();
    // One more is not worth a button; and what was picked in the text has its chip on show.
    let picked = entities.iter().position(|e| props.selected == Some(Pick::Entity(e.id))).map_or(0, |n| n + 1);
    let shown = if entities.len() == *limit + 1 { entities.len() } else { (*limit).max(picked).min(entities.len()) };
    let more = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| limit.set(shown + MORE))
    };
    html! {
        <section class="kind" data-kind={key(props.kind)}>
            <h3>{ icons::kind(props.kind) }{ props.title }<span class="count">{ entities.len() }</span></h3>
            <ul class="chips">
                { for entities[..shown].iter().map(|e| html! {
                    <li key={e.id}><Chip reading={props.reading.clone()} id={e.id} pressed={props.selected == Some(Pick::Entity(e.id))} on={props.on.clone()} /></li>
                }) }
                if shown < entities.len() {
                    <li key="more">{ button(Some("quiet"), "more", format!("{} more", entities.len() - shown).into(), more) }</li>
                }
            </ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub struct ChipProps {
    pub reading: Reading,
    /// [`Entity::id`].
    pub id: u32,
    #[prop_or_default]
    pub pressed: bool,
    /// True beside an event: the name alone.
    #[prop_or_default]
    pub small: bool,
    pub on: Callback<Action>,
}

/// One name. Each click shows its next mention.
#[component]
pub fn Chip(props: &ChipProps) -> Html {
    let Some(entity) = props.reading.entity(props.id) else { return html! {} };
    let show = {
        let (on, pick) = (props.on.clone(), Pick::Entity(props.id));
        Callback::from(move |event: MouseEvent| on.emit(Action::Show(pick, dom::by(&event))))
    };
    let count = entity.mentions.len();
    let also = entity.aliases.join(", ");
    html! {
        <button
            type="button"
            class={classes!("chip", key(entity.kind), props.small.then_some("small"))}
            data-e={props.id.to_string()}
            aria-pressed={(!props.small).then_some(if props.pressed { "true" } else { "false" })}
            title={(!also.is_empty()).then(|| format!("also: {also}"))}
            onclick={show}
        >
            if props.small {
                { icons::kind(entity.kind) }
            }
            <span class="name">{ entity.name.clone() }</span>
            if let Some(role) = entity.role.clone().filter(|_| !props.small) {
                <span class="role">{ role }</span>
            }
            if !props.small {
                <span class="count"><span aria-hidden="true">{ count }</span><span class="unseen">{ if count == 1 { ", named once".to_owned() } else { format!(", named {count} times") } }</span></span>
            }
        </button>
    }
}
