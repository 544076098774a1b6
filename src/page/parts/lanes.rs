//! The timeline's panel: its canvas, pan and zoom by pointer, wheel, keys and buttons, what is looked at in words, and the
//! whole of it as a twin in words.

use loopthread_protocol::{Follow, Nanos, Paused, State as Phase};
use web_sys::HtmlElement;
use yew::prelude::*;

use self::panel::Panel;
use crate::page::{
    state::{Action, State},
    store::{Part, Store},
    timeline::{
        Doing, Of,
        explain::Story,
        focus::{Go, Spot},
        twin,
        view::View,
    },
    words,
};

mod export;
mod panel;

const ZOOM: f64 = 1.5;
/// What stands for which kind of bar, end and arrow.
const LEGEND: [(&str, &str); 12] = [
    ("running", "running"),
    ("ready", "ready"),
    ("waiting", "waiting"),
    ("sleeping", "sleeping"),
    ("blocked", "blocked"),
    ("holding", Doing::Holding.name()),
    ("done", "done"),
    ("failed", "failed"),
    ("cancelled", "cancelled"),
    ("created", "created"),
    ("woke", "woke"),
    ("message", "message"),
];

#[component]
pub fn Lanes(part: &Part) -> Html {
    let canvas = use_node_ref();
    let scroller = use_node_ref();
    let panel = {
        let (canvas, scroller, store) = (canvas.clone(), scroller.clone(), part.store.clone());
        use_memo((), move |()| Panel::new(store, canvas, scroller))
    };
    let in_words = use_state(|| false);
    let pointed = use_state(|| None);
    // Moves with the keyboard's focus, which the panel keeps.
    let moves = use_state(|| 0u32);
    let version = part.store.read().timeline.version();
    {
        let panel = panel.clone();
        use_effect_with((), move |()| panel.attach());
    }
    {
        let panel = panel.clone();
        use_effect_with((version, part.frame), move |_| panel.paint());
    }
    let act = |change: fn(View, Nanos) -> View| {
        let panel = panel.clone();
        Callback::from(move |_| panel.change(change))
    };
    let zoom = |factor: f64| {
        let panel = panel.clone();
        Callback::from(move |_| panel.zoom(factor))
    };
    let onkeydown = {
        let (panel, moves) = (panel.clone(), moves.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            match (event.key().as_str(), event.shift_key()) {
                ("ArrowLeft", true) => panel.change(|view, end| view.pan(-0.1, end)),
                ("ArrowRight", true) => panel.change(|view, end| view.pan(0.1, end)),
                ("ArrowLeft", _) => panel.go(Go::Before),
                ("ArrowRight", _) => panel.go(Go::After),
                ("ArrowUp", _) => panel.go(Go::Up),
                ("ArrowDown", _) => panel.go(Go::Down),
                ("Home", _) => panel.go(Go::First),
                ("End", _) => panel.go(Go::Last),
                ("+" | "=", _) => panel.zoom(1.0 / ZOOM),
                ("-", _) => panel.zoom(ZOOM),
                ("0", _) => panel.change(|view, end| view.fit(end)),
                ("Enter", _) => {
                    if let Some(spot) = panel.focus() {
                        panel.go_to(spot);
                    }
                }
                _ => return,
            }
            event.prevent_default();
            moves.set(*moves + 1);
        })
    };
    let onpointermove = {
        let (panel, pointed) = (panel.clone(), pointed.clone());
        Callback::from(move |event: PointerEvent| {
            let under = panel.pointer(&event);
            if *pointed != under {
                pointed.set(under);
            }
        })
    };
    let onpointerleave = {
        let pointed = pointed.clone();
        Callback::from(move |_: PointerEvent| pointed.set(None))
    };
    let onclick = {
        let (panel, moves) = (panel.clone(), moves.clone());
        Callback::from(move |event: MouseEvent| {
            panel.click(&event);
            moves.set(*moves + 1);
        })
    };
    let toggle = {
        let in_words = in_words.clone();
        Callback::from(move |_| in_words.set(!*in_words))
    };
    let state = part.store.read();
    let told = explanation(&state, panel.end(), *pointed, panel.focus());
    let left_out = state.timeline.left_out();
    let empty = if state.refused {
        "Nothing ran: Python finds the error before it starts the program."
    } else {
        "Threads and tasks appear here when the program runs."
    };
    // Told again when the run rests, or when it is looked at.
    let twin = (*in_words || !matches!(state.status.state, Phase::Running))
        .then(|| twin::tell(&state.timeline, state.latest.0));
    html! {
        <section class="lt-lanes" aria-label="Timeline" role="region">
            <div class="lt-lanes-head">
                <h2 class="lt-title">{ "Timeline" }</h2>
                <div class="lt-lanes-buttons">
                    <button class="lt-button lt-button-small" aria-label="Zoom in" onclick={zoom(1.0 / ZOOM)}>{ "+" }</button>
                    <button class="lt-button lt-button-small" aria-label="Zoom out" onclick={zoom(ZOOM)}>{ "−" }</button>
                    <button class="lt-button lt-button-small" onclick={act(|view, end| view.fit(end))}>{ "Fit" }</button>
                    <button class="lt-button lt-button-small" aria-pressed={in_words.to_string()} onclick={toggle}>{ "In words" }</button>
                    { export::export(&part.store, &panel) }
                </div>
                <ul class="lt-legend" aria-hidden="true">{ for LEGEND.map(legend) }</ul>
            </div>
            <div
                class="lt-lanes-scroll"
                ref={scroller.clone()}
                tabindex="0"
                role="group"
                aria-label="Lanes: arrow keys go from bar to bar and to envelopes, Enter to its line and moment, plus and minus zoom, 0 shows all, Shift with arrow keys moves"
                hidden={*in_words}
                {onkeydown}
                {onpointermove}
                {onpointerleave}
                {onclick}
            >
                <canvas class="lt-lanes-canvas" ref={canvas} aria-hidden="true" />
                if state.timeline.is_empty() {
                    <p class="lt-lanes-empty lt-empty">{ empty }</p>
                }
            </div>
            if let Some(told) = twin {
                <div
                    class={classes!("lt-twin", (!*in_words).then_some("lt-hidden"))}
                    role="group"
                    aria-label="Timeline in words"
                    tabindex={in_words.then_some("0")}
                >
                    if told.is_empty() && *in_words {
                        <p class="lt-empty">{ empty }</p>
                    }
                    { for told.into_iter().map(story) }
                </div>
            }
            <div class="lt-lanes-said">
                <p class="lt-lanes-caption" role="status" aria-label="Explanation" tabindex="0">{ told }</p>
                { for panel.focus().and_then(|spot| cancel(&part.store, &state, &scroller, spot)) }
            </div>
            if left_out > 0 {
                <p class="lt-lanes-note">{ format!("{} not drawn", words::count(left_out, "event")) }</p>
            }
        </section>
    }
}

/// What is said beside the picture: of what is pointed at, of the bar that has the focus, or of the whole run.
fn explanation(
    state: &State,
    now: Nanos,
    pointed: Option<(usize, Option<Spot>)>,
    focus: Option<Spot>,
) -> String {
    let story = Story { timeline: &state.timeline, source: &state.ran, now };
    let lane = pointed.and_then(|(lane, _)| state.timeline.lane(lane));
    let spot = match pointed {
        Some((_, spot)) => spot,
        None => focus,
    };
    if let Some(told) = spot.and_then(|spot| story.tell(spot)) {
        return told;
    }
    if let Some(lane) = lane {
        return words::joined(&[words::plain(&lane.name), words::plain(&lane.detail)], " ");
    }
    if let Some(moment) = state.past.moment() {
        let Paused { thread, task, .. } = moment.stands;
        let spot = state.timeline.spot_of(thread, task, moment.record);
        if let Some(told) = spot.and_then(|spot| story.tell(spot)) {
            return told;
        }
    }
    if let Some(stuck) = &state.stuck {
        return stuck.clone();
    }
    let look = state.example.map_or("", |example| example.look);
    match story.worst() {
        Some(told) => told,
        None if look.is_empty() && !state.timeline.is_empty() => {
            "Point at a bar to read what it means; click it to see its line and that moment.".to_owned()
        }
        None => look.to_owned(),
    }
}

/// The button that cancels the task whose lane has the focus.
fn cancel(store: &Store, state: &State, scroller: &NodeRef, spot: Spot) -> Option<Html> {
    let Of::Task(task, _) = state.timeline.lane(spot.lane)?.of else { return None };
    let (store, scroller) = (store.clone(), scroller.clone());
    let onclick = Callback::from(move |_| {
        // The button goes when the task ends.
        if let Some(lanes) = scroller.cast::<HtmlElement>() {
            let _ = lanes.focus();
        }
        store.send(Action::Cancel(task));
    });
    let name = format!("Cancel {}", state.roster.task_name(task));
    let live = !state.roster.has_ended(Follow::Task(task));
    live.then(|| html! { <button class="lt-button lt-button-small" {onclick}>{ name }</button> })
}

fn legend((kind, name): (&'static str, &'static str)) -> Html {
    html! { <li class="lt-legend-item" data-kind={kind}>{ name }</li> }
}

fn story(told: twin::Told) -> Html {
    html! {
        <div class="lt-twin-lane">
            <h3 class="lt-twin-title">{ told.title }</h3>
            <ul class="lt-twin-list">{ for told.items.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul>
        </div>
    }
}
