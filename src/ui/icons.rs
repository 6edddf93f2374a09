//! The signs of the interface, drawn for a square of 16.

use crate::EntityKind;
use yew::prelude::*;

fn icon(path: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}

/// The sign of a kind of entity.
pub fn kind(kind: EntityKind) -> Html {
    icon(match kind {
        EntityKind::Person => "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14a5.5 5.5 0 0 1 11 0z",
        EntityKind::Organization => "M2 14V3.5l7-2V14H6.8V11H4.2v3zM10.2 14V6L14 7.2V14z",
        EntityKind::Place => {
            "M8 1.5a4.5 4.5 0 0 0-4.5 4.5C3.5 9.5 8 14.5 8 14.5s4.5-5 4.5-8.5A4.5 4.5 0 0 0 8 1.5zm0 6.2a1.7 1.7 0 1 1 0-3.4 1.7 1.7 0 0 1 0 3.4z"
        }
        EntityKind::Group => {
            "M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM11.2 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM1 13.5a4.5 4.5 0 0 1 9 0zM11.3 13.5H15a3.8 3.8 0 0 0-5.3-3.5 6 6 0 0 1 1.6 3.5z"
        }
        EntityKind::Event => "M3 1.5h1.4V2.5H13l-2.2 2.8L13 8.2H4.4v6.3H3z",
        EntityKind::Other => "M3.5 1.5h5.7L12.5 5v9.5h-9zM8.5 2.5v3.2h3z",
    })
}

pub fn outline() -> Html {
    icon("M2 3h12v1.6H2zm2.5 4.2H14v1.6H4.5zM2 11.4h12V13H2z")
}

pub fn who() -> Html {
    kind(EntityKind::Person)
}

pub fn when() -> Html {
    icon(
        "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm0 1.5a5 5 0 1 1 0 10A5 5 0 0 1 8 3zm-.7 1.8v3.6l2.7 1.7.8-1.2-2.1-1.3V4.8z",
    )
}

pub fn close() -> Html {
    icon("M4 2.9 8 6.9l4-4L13.1 4l-4 4 4 4-1.1 1.1-4-4-4 4L2.9 12l4-4-4-4z")
}

pub fn previous() -> Html {
    icon("M10.5 2.5 5 8l5.5 5.5 1.1-1.1L7.2 8l4.4-4.4z")
}

pub fn next() -> Html {
    icon("M5.5 2.5 11 8l-5.5 5.5-1.1-1.1L8.8 8 4.4 3.6z")
}

pub fn theme() -> Html {
    icon("M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 3v10A5 5 0 0 1 8 3z")
}

pub fn edit() -> Html {
    icon("M2 14l.8-3.6L10.7 2.5l2.8 2.8-7.9 7.9zm9.6-12.4 1-1 2.8 2.8-1 1z")
}

pub fn add() -> Html {
    icon("M7.2 2.5h1.6v4.7h4.7v1.6H8.8v4.7H7.2V8.8H2.5V7.2h4.7z")
}

pub fn export() -> Html {
    icon("M7.2 1.5h1.6v6.6l2.3-2.3 1.1 1.1L8 11.1 3.8 6.9l1.1-1.1 2.3 2.3zM2.5 12.5h11V14h-11z")
}
