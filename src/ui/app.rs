//! The page: the box, or the article and its three views.

use super::article::Article;
use super::axis::Axis;
use super::card::Card;
use super::lights::use_lights;
use super::mend::use_keyboard;
use super::outline::Outline;
use super::parts::{act, escape};
use super::paste::{self, Paste};
use super::state::{Action, Reading, State, View};
use super::toolbar::{Export, Published, Theme, ThemeButton, Warnings};
use super::when::When;
use super::who::Who;
use super::work::use_work;
use super::{dom, element, icons};
use yew::prelude::*;

#[derive(Properties, PartialEq, Default)]
pub struct AppProps {
    /// True in somebody else's page: each answer is announced to it.
    #[prop_or_default]
    pub embedded: bool,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(State::default);
    let theme = use_state(Theme::default);
    let root = use_node_ref();
    use_work(&state);
    let selection = state.selection;
    let point = use_lights(&root, state.reading.clone(), selection.map(|s| s.pick));
    {
        let (root, embedded) = (root.clone(), props.embedded);
        use_effect_with(state.reading.clone(), move |reading| {
            if let (true, Some(reading)) = (embedded, reading) {
                element::announce(&root, reading);
            }
        });
    }
    // What was focused is gone: the keyboard goes on where the result, or the view that was opened, begins.
    let begin = |selector: Option<&'static str>| {
        let root = root.clone();
        move || {
            let root = root.cast::<web_sys::Element>();
            if let Some(element) = root.zip(selector).and_then(|(root, s)| root.query_selector(s).ok().flatten()) {
                dom::focus(&element);
            }
        }
    };
    let focus = begin(state.reading.is_some().then_some(".result"));
    use_effect_with(state.reading.is_some(), move |_| focus());
    let focus = begin(state.open.map(|view| match view {
        View::Outline => "#lens-outline",
        View::Who => "#lens-who",
        View::When => "#lens-when",
    }));
    use_effect_with(state.open, move |_| focus());
    use_keyboard(&root, &state);
    let on: Callback<Action> = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let on_over = {
        let point = point.clone();
        Callback::from(move |event: PointerEvent| {
            // A finger points at nothing before it taps.
            if event.pointer_type() != "touch" {
                point.emit(event.target());
            }
        })
    };
    let on_focus = Callback::from(move |event: FocusEvent| point.emit(event.target()));
    let on_drag = Callback::from(|event: DragEvent| event.prevent_default());
    let on_drop = {
        let on = on.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if let Some(data) = event.data_transfer() {
                paste::dropped(&data, on.clone());
            }
        })
    };
    let page_state = match (&state.run, &state.reading) {
        (_, Some(_)) => "result",
        (Some(_), None) => "working",
        (None, None) => "empty",
    };
    html! {
        <div
            class={classes!("lens", (!props.embedded).then_some("page"))}
            ref={root}
            data-state={page_state}
            data-theme={theme.key()}
            aria-busy={state.run.is_some().then_some("true")}
            onpointerover={on_over}
            onfocusin={on_focus}
            ondragover={on_drag}
            ondrop={on_drop}
            onkeydown={escape(&on)}
        >
            <header class="masthead">
                <p class="wordmark">{ "Article " }<em>{ "Lens" }</em></p>
                if let Some(reading) = &state.reading {
                    <Published reading={reading.clone()} on={on.clone()} />
                }
                <div class="tools">
                    if let Some(reading) = &state.reading {
                        <Export reading={reading.clone()} />
                        { tool("edit", "Edit text", icons::edit(), &on, || Action::Edit) }
                        { tool("new", "New article", icons::add(), &on, || Action::New) }
                    }
                    <ThemeButton {theme} />
                </div>
            </header>
            if let Some(reading) = &state.reading {
                { result(&state, reading, &on) }
            } else {
                <Paste raw={state.raw.clone()} draft={state.draft.clone()} trouble={state.trouble.clone()} file={state.file.clone()} notice={state.notice.clone()} run={state.run.clone()} back={state.back.is_some()} focus={!props.embedded} on={on.clone()} />
            }
        </div>
    }
}

fn tool(key: &'static str, label: &'static str, icon: Html, on: &Callback<Action>, action: fn() -> Action) -> Html {
    html! { <button type="button" data-do={key} onclick={act(on, action)}>{ icon }<span class="label">{ label }</span></button> }
}

fn result(state: &State, reading: &Reading, on: &Callback<Action>) -> Html {
    let selection = state.selection;
    let selected = selection.map(|s| s.pick);
    let (reading, on) = (reading.clone(), on.clone());
    let analysis = &reading.analysis;
    let open = state.open.map(|view| match view {
        View::Outline => "outline",
        View::Who => "who",
        View::When => "when",
    });
    html! {
        <div class="result" data-open={open} tabindex="-1">
            <Warnings reading={reading.clone()} notice={state.notice.clone()} />
            <Axis reading={reading.clone()} {selection} on={on.clone()} />
            <div class="columns">
                <div class="views">
                    <div class="rail">
                        <nav class="view" data-view="outline" id="lens-outline" tabindex="-1" aria-labelledby="lens-outline-title">
                            <h2 id="lens-outline-title">{ "Outline" }</h2>
                            <Outline reading={reading.clone()} {selected} on={on.clone()} />
                        </nav>
                        <section class="view" data-view="who" id="lens-who" tabindex="-1" aria-labelledby="lens-who-title">
                            <h2 id="lens-who-title">{ "Who and what" }</h2>
                            <Who reading={reading.clone()} {selected} on={on.clone()} />
                        </section>
                    </div>
                    <div class="side">
                        <section class="view" data-view="when" id="lens-when" tabindex="-1" aria-labelledby="lens-when-title">
                            <h2 id="lens-when-title">{ "When" }</h2>
                            <When reading={reading.clone()} {selection} on={on.clone()} />
                        </section>
                    </div>
                </div>
                <main class="middle">
                    <Article reading={reading.clone()} {selection} on={on.clone()} />
                    <Card reading={reading.clone()} {selection} editing={state.editing} done={state.done} on={on.clone()} />
                </main>
            </div>
            <div class="tabs">
                { tab(state, View::Outline, "outline", "Outline", icons::outline(), analysis.outline.len(), &on) }
                { tab(state, View::Who, "who", "Who", icons::who(), analysis.entities.len(), &on) }
                { tab(state, View::When, "when", "When", icons::when(), analysis.events.len(), &on) }
            </div>
        </div>
    }
}

fn tab(
    state: &State,
    view: View,
    key: &'static str,
    label: &str,
    icon: Html,
    count: usize,
    on: &Callback<Action>,
) -> Html {
    let on = on.clone();
    let open = if state.open == Some(view) { "true" } else { "false" };
    html! {
        <button type="button" data-tab={key} aria-expanded={open} aria-controls={format!("lens-{key}")} onclick={Callback::from(move |_: MouseEvent| on.emit(Action::Toggle(view)))}>
            { icon }<span>{ label }</span><span class="count">{ count }</span>
        </button>
    }
}
