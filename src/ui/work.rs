//! Runs the engine in slices between which the page lives, and tells the page when it dies.

use super::dom;
use super::state::{Action, Run, State};
use crate::{Job, Progress, RawInput};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Bytes of text between two looks at the clock.
const STEP: u32 = 8_000;
/// Milliseconds of work between two breaths.
const SLICE: f64 = 14.0;

thread_local! {
    static ROOTS: RefCell<Vec<web_sys::Element>> = RefCell::default();
    static TEXT: RefCell<Rc<RawInput>> = RefCell::default();
    static STARTED: Cell<bool> = const { Cell::new(false) };
}

/// Does what `state.run` asks for; a run that is replaced or cancelled stops at its next breath.
#[hook]
pub fn use_work(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with(state.run.clone(), move |run| {
        let alive = Rc::new(Cell::new(true));
        if let Some(run) = run.clone() {
            spawn_local(work(run, alive.clone(), dispatcher));
        }
        move || alive.set(false)
    });
}

/// Reads `text` for nothing while nobody waits, until there is something to read: browsers compile a module function by
/// function as it is first used, and the engine unpacks its model, so that the first answer takes three times as long.
pub async fn warm_up(text: &str) {
    let mut job = Job::new(RawInput::text(text));
    while !STARTED.get() && job.step(STEP / 8) != Progress::Done {
        dom::pause().await;
    }
}

async fn work(run: Run, alive: Rc<Cell<bool>>, dispatcher: UseReducerDispatcher<State>) {
    STARTED.set(true);
    TEXT.set(run.raw.clone());
    let mut job = Job::new((*run.raw).clone());
    while alive.get() {
        let begun = dom::now();
        let progress = loop {
            let progress = job.step(STEP);
            if progress == Progress::Done || dom::now() - begun > SLICE {
                break progress;
            }
        };
        match progress {
            Progress::Done => {
                dispatcher.dispatch(Action::Finished(run.number, Box::new(job.finish())));
                return;
            }
            Progress::Working(stage, share) => {
                dispatcher.dispatch(Action::Progress(run.number, stage, share));
                dom::pause().await;
            }
        }
    }
}

/// From now on `root` hears of a panic.
pub fn watch(root: &web_sys::Element) {
    ROOTS.with_borrow_mut(|roots| roots.push(root.clone()));
}

/// `root` is gone.
pub fn unwatch(root: &web_sys::Element) {
    ROOTS.with_borrow_mut(|roots| roots.retain(|r| r != root));
}

/// After a panic this instance of the module is dead: each mounted root gets the event `article-lens:panic` with the
/// text as detail, so that whoever loaded the module can throw it away and nothing is lost.
pub fn report_panics() {
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let text = TEXT.with(|text| text.try_borrow().map(|raw| raw.text.clone()).unwrap_or_default());
        let init = web_sys::CustomEventInit::new();
        init.set_bubbles(true);
        init.set_detail(&text.into());
        ROOTS.with(|roots| {
            for root in roots.try_borrow().iter().flat_map(|roots| roots.iter()) {
                if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("article-lens:panic", &init) {
                    let _ = root.dispatch_event(&event);
                }
            }
        });
    }));
}
