//! Lights up all that belongs together: words, chip, row and dot of what is pointed at (`data-lit`) or selected
//! (`data-on`), with the kind of pick as value. These two attributes are set by hand, not by Yew: pointing at a word must not render an article.

use super::dom;
use super::state::{Pick, Reading};
use std::cell::RefCell;
use std::fmt::Write;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// What stands at an element or around it. `Entity` wins over `Date` over `Event`, as the smaller over the larger.
pub fn pick_at(target: Option<web_sys::EventTarget>) -> Option<(Pick, Element)> {
    let element = target?.dyn_into::<Element>().ok()?.closest("[data-e],[data-t],[data-v],[data-s]").ok()??;
    let pick = None
        .or_else(|| dom::number(&element, "data-e").map(Pick::Entity))
        .or_else(|| dom::number(&element, "data-t").map(Pick::Date))
        .or_else(|| dom::number(&element, "data-v").map(Pick::Event))
        .or_else(|| dom::number(&element, "data-s").map(Pick::Section))?;
    Some((pick, element))
}

/// Gives the handler for pointer and focus moves inside `root`, and keeps the lights of the selection.
#[hook]
pub fn use_lights(
    root: &NodeRef,
    reading: Option<Reading>,
    selected: Option<Pick>,
) -> Callback<Option<web_sys::EventTarget>> {
    let lit = use_mut_ref(|| None::<Pick>);
    {
        let (root, reading) = (root.clone(), reading.clone());
        use_effect_with((selected, reading), move |(selected, reading)| {
            paint(&root, reading.as_ref(), *selected, "data-on");
        });
    }
    let root = root.clone();
    Callback::from(move |target| point(&root, reading.as_ref(), &lit, target))
}

fn point(
    root: &NodeRef,
    reading: Option<&Reading>,
    lit: &Rc<RefCell<Option<Pick>>>,
    target: Option<web_sys::EventTarget>,
) {
    let pick = pick_at(target).map(|(pick, _)| pick);
    if lit.replace(pick) != pick {
        paint(root, reading, pick, "data-lit");
    }
}

fn paint(root: &NodeRef, reading: Option<&Reading>, pick: Option<Pick>, attribute: &str) {
    let Some(root) = root.cast::<Element>() else { return };
    for element in dom::all(&root, &format!("[{attribute}]")) {
        let _ = element.remove_attribute(attribute);
    }
    if let (Some(reading), Some(pick)) = (reading, pick) {
        for element in dom::all(&root, &selector(reading, pick)) {
            let _ = element.set_attribute(attribute, pick.key());
        }
    }
}

/// Related things that are lit, at most: a selector must stay short.
const RELATED: usize = 200;

/// Selects all that belongs to a pick.
pub fn selector(reading: &Reading, pick: Pick) -> String {
    let analysis = &reading.analysis;
    let mut selector = match pick {
        Pick::Entity(n) => format!("[data-e=\"{n}\"]"),
        Pick::Date(n) => format!("[data-t=\"{n}\"]"),
        Pick::Event(n) => format!("[data-v~=\"{n}\"]"),
        Pick::Section(n) => format!("[data-s=\"{n}\"]"),
    };
    let mut events = |belongs: &dyn Fn(&crate::Event) -> bool| {
        let numbers = analysis.events.iter().enumerate().filter(|(_, event)| belongs(event));
        for (n, _) in numbers.take(RELATED) {
            let _ = write!(selector, ",.row[data-v=\"{n}\"],.dot[data-v=\"{n}\"]");
        }
    };
    match pick {
        Pick::Entity(id) => events(&|event| event.entities.contains(&id)),
        Pick::Date(n) => {
            if let Some(timex) = analysis.timexes.get(n as usize) {
                events(&|event| event.span.contains(timex.span));
            }
        }
        Pick::Event(n) => {
            for id in analysis.events.get(n as usize).iter().flat_map(|event| &event.entities).take(RELATED) {
                let _ = write!(selector, ",.chip[data-e=\"{id}\"]");
            }
        }
        Pick::Section(_) => {}
    }
    selector
}
