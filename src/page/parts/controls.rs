//! The controls over a run: pause, the steps, the speed of time, and which thread is followed.
//!
//! A button that can do nothing stays in the keyboard's way and says why: it would lose the focus with every step otherwise.

use loopthread_protocol::{Follow, Look, Nanos, Step, TaskId, ThreadId};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::dom::events::chosen;
use crate::page::{
    state::{
        Action,
        control::{Clock, SPEEDS, Steer},
    },
    store::Part,
};

/// What a step is called, what of that is shown, its key, and what it does.
const STEPS: [(Step, &str, &str, &str); 6] = [
    (Step::Line, "Step", "Step", "F10: to the next line, over calls. Starts a program that does not run"),
    (Step::Into, "Step into", "into", "F11: to the next line, also in a function that is called"),
    (Step::Out, "Step out", "out", "Shift+F11: until this function has returned"),
    (Step::OverAwait, "Step over await", "over await", "To the next line of this task, through its awaits"),
    (Step::Switch, "Step to next switch", "to next switch", "Until another task or thread runs"),
    (Step::Turn, "Step one turn", "one turn", "To the next turn of the event loop"),
];

/// The same for the way back.
const BACK: [(Step, &str, &str, &str); 4] = [
    (Step::Line, "Step back", "Step back", "Shift+F8: to the line before, over calls"),
    (
        Step::Into,
        "Step back into",
        "into",
        "To the line that was run before, also in a function that was called",
    ),
    (Step::Switch, "Step back to last switch", "to last switch", "To where another task or thread ran"),
    (Step::Turn, "Step back one turn", "one turn", "To where the event loop's turn began"),
];

/// Tasks that can be chosen to be followed.
const LISTED: usize = 100;

/// How far `Advance` can go.
const ADVANCES: [(Option<Nanos>, &str); 5] = [
    (None, "the next timer"),
    (Some(10_000_000), "0.01 s"),
    (Some(100_000_000), "0.1 s"),
    (Some(1_000_000_000), "1 s"),
    (Some(10_000_000_000), "10 s"),
];

pub fn controls(part: &Part) -> Html {
    let store = &part.store;
    let state = store.read();
    let control = &state.control;
    let button = |steer: Steer, name: &'static str, shown: &'static str, title: &'static str| {
        let obstacle = state.obstacle(&steer);
        html! {
            <button
                class="lt-button lt-button-small"
                aria-label={name}
                aria-disabled={obstacle.map(|_| "true")}
                title={obstacle.unwrap_or(title)}
                onclick={store.on(move |_| Action::Steer(steer.clone()))}
            >
                { shown }
            </button>
        }
    };
    let step = |(step, name, shown, title)| button(Steer::Step(step), name, shown, title);
    let back = |(step, name, shown, title)| button(Steer::Back(step), name, shown, title);
    let pause = match state.paused() {
        Some(_) => button(Steer::Resume, "Resume", "Resume", "F8: goes on"),
        None => button(Steer::Pause, "Pause", "Pause", "F8: all stands still, and time with it"),
    };
    let (speed, advance_by, follow) = (control.speed, control.advance_by, control.follow);
    let no_speed = state.obstacle(&Steer::Speed(speed));
    let choose_speed = store.on(|event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        let place = input.and_then(|input| input.value().parse().ok());
        Action::Steer(Steer::Speed(place.unwrap_or_default()))
    });
    let choose_advance = store.on(|event: Event| {
        let place: usize = chosen(&event).parse().unwrap_or_default();
        Action::Steer(Steer::AdvanceBy(ADVANCES.get(place).and_then(|(nanos, _)| *nanos)))
    });
    let choose_follow = store.on(|event: Event| {
        let chosen = chosen(&event);
        let task = chosen.strip_prefix('t').and_then(|task| task.parse().ok());
        let task = task.map(|task| Follow::Task(TaskId(task)));
        let thread = chosen.parse().ok().map(|thread| Follow::Thread(ThreadId(thread)));
        Action::Steer(Steer::Follow(task.or(thread)))
    });
    let advance = |(place, (nanos, name)): (usize, (Option<Nanos>, &'static str))| {
        html! { <option value={place.to_string()} selected={nanos == advance_by}>{ name }</option> }
    };
    let whom = |value: String, whom: Follow, name: &str| {
        html! { <option key={value.clone()} {value} selected={follow == Some(whom)}>{ name.to_owned() }</option> }
    };
    let threads =
        state.roster.live_threads().map(|(id, name)| whom(id.to_string(), Follow::Thread(id), name));
    let tasks = state.roster.live_tasks().take(LISTED);
    let tasks = tasks.map(|(id, task, _)| whom(format!("t{id}"), Follow::Task(id), &task.name));
    let named = SPEEDS.get(speed).map_or("", |(_, name)| *name);
    html! {
        <div class="lt-controls" role="group" aria-label="Control">
            <div class="lt-controls-row">
                { pause }
                <div class="lt-steps">{ for STEPS.into_iter().map(step) }</div>
            </div>
            <div class="lt-controls-row">
                { button(Steer::Look(Look::Now), "Now", "Now", "Back from the past to where the program stands") }
                <div class="lt-steps">{ for BACK.into_iter().map(back) }</div>
            </div>
            <div class="lt-controls-row">
                if state.clock == Clock::Manual {
                    { button(Steer::Advance, "Advance", "Advance", "Moves the time that waits are for") }
                    <label class="lt-field">
                        <span class="lt-field-name">{ "by" }</span>
                        <select class="lt-select" aria-label="Advance by" onchange={choose_advance}>
                            { for ADVANCES.into_iter().enumerate().map(advance) }
                        </select>
                    </label>
                } else {
                    <label class="lt-field" title={no_speed}>
                        <span class="lt-field-name">{ "Speed" }</span>
                        <input
                            class="lt-speed"
                            type="range"
                            max={(SPEEDS.len() - 1).to_string()}
                            value={speed.to_string()}
                            aria-valuetext={named}
                            title={no_speed}
                            disabled={no_speed.is_some()}
                            oninput={choose_speed}
                        />
                    </label>
                    <span class="lt-speed-name">{ no_speed.unwrap_or(named) }</span>
                }
                <label class="lt-field lt-follow" title="The thread or task whose lines are stepped through">
                    <span class="lt-field-name">{ "Follow" }</span>
                    <select class="lt-select" onchange={choose_follow}>
                        <option key="" value="" selected={follow.is_none()}>{ "where it is paused" }</option>
                        { for threads }
                        { for tasks }
                    </select>
                </label>
            </div>
        </div>
    }
}
