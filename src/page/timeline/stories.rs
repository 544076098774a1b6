//! Programs, run by a real session, as the twin and the explanations tell them: short, and in words that a learner knows.

use std::time::Duration;

use loopthread_protocol::{Command, Request, RequestId};
use loopthread_session::{Session, Turn};

use super::{
    Doing,
    explain::Story,
    export::trace_events,
    focus::{Go, Spot, go},
    paint::paint,
    pen::{Ink, Palette, Svg},
    scene::{Window, scene},
    twin::{Told, tell},
    view::View,
};
use crate::page::{
    examples::EXAMPLES,
    state::{Action, Effect, State},
};

/// The page's state when a program has run on the instant clock, as far as it comes.
pub fn ran(open: Action) -> State {
    let mut state = State::new();
    state.apply(Action::ChooseClock(crate::page::state::control::Clock::Instant));
    state.apply(open);
    let effects = state.apply(Action::Run);
    let [Effect::Run(program)] = effects.as_slice() else { panic!("{effects:?}") };
    let mut session = Session::new();
    session.handle(Request { id: RequestId(1), command: Command::Run(program.clone()) });
    loop {
        let turn = session.turn(100_000, Duration::ZERO);
        state.apply(Action::Heard { events: session.events(), now: 0.0 });
        if turn != Turn::More {
            break;
        }
    }
    state
}

/// All that is said of a lane's bars, from the first to the last.
fn told(state: &State, name: &str) -> Vec<String> {
    let story = Story { timeline: &state.timeline, source: &state.ran, now: state.latest.0 };
    let lane = state.timeline.lanes().iter().position(|lane| &*lane.name == name).unwrap();
    let record = state.timeline.lanes()[lane].nth(0).unwrap().record;
    let mut spot = Spot { lane, record };
    let mut all = vec![story.tell(spot).unwrap()];
    while let Some(next) = go(&state.timeline, Some(spot), Go::After).filter(|next| *next != spot) {
        spot = next;
        all.push(story.tell(spot).unwrap());
    }
    all
}

#[test]
fn no_example_is_told_at_length_or_in_names_of_the_library() {
    for example in EXAMPLES {
        let state = ran(Action::ChooseExample(example));
        assert!(!state.alive(), "{} has not ended", example.slug);
        let told = tell(&state.timeline, state.latest.0);
        assert!(!told.is_empty());
        for Told { title, items } in told {
            assert!(items.len() <= 18, "{}: {title} has {} sentences", example.slug, items.len());
            for text in items.iter().chain([&title]) {
                let inner = ["<locals>", " _", "(_"].iter().find(|mark| text.contains(**mark));
                assert_eq!(inner, None, "{}: {text}", example.slug);
            }
        }
    }
}

const EVENT: &str = "\
import asyncio

async def waits(event):
    await event.wait()
    await asyncio.sleep(1)
    raise ValueError('no')

async def main():
    event = asyncio.Event()
    waiter = asyncio.create_task(waits(event), name='waiter')
    sleeper = asyncio.create_task(asyncio.sleep(9), name='sleeper')
    await asyncio.sleep(0.5)
    event.set()
    await asyncio.wait([waiter])
    sleeper.cancel()
    await asyncio.wait([sleeper])

asyncio.run(main())
";

#[test]
fn who_woke_whom_and_why_is_told_with_the_line() {
    let state = ran(Action::OpenCode(EVENT.to_owned()));
    let waiter = told(&state, "waiter");
    let expected = [
        "0.000 s: waiter ran briefly: Task-1 created it at line 10, \
         `waiter = asyncio.create_task(waits(event), name='waiter')`.",
        "0.000 s: waiter waits for Event.wait for 500.2 ms at line 4, `await event.wait()`. \
         It went on because Task-1 set the event at line 13, `event.set()`.",
        "0.500 s: waiter ran briefly: Task-1 set the event at line 13, `event.set()`.",
        "0.500 s: waiter sleeps for 1 s at line 5, `await asyncio.sleep(1)`, until 1.500 s at the latest. \
         It went on because its time was over.",
        "1.501 s: waiter ran briefly: its time was over. \
         At 1.501 s it failed: ValueError: no at line 6, `raise ValueError('no')`.",
    ];
    assert_eq!(waiter, expected, "{waiter:#?}");
    let sleeper = told(&state, "sleeper");
    let cancelled = "Task-1 cancelled it at line 15, `sleeper.cancel()`";
    assert!(sleeper[1].contains(&format!("It went on because {cancelled}.")), "{sleeper:#?}");
    assert!(sleeper[2].ends_with("it was cancelled."), "{sleeper:#?}");
}

const HELD: &str = "\
import asyncio, time

async def tick():
    await asyncio.sleep(0.2)

async def main():
    tasks = [asyncio.create_task(tick()) for _ in range(3)]
    await asyncio.sleep(0.1)
    late = asyncio.create_task(tick())
    time.sleep(1)
    await asyncio.gather(*tasks, late)

asyncio.run(main())
";

#[test]
fn a_call_that_holds_the_loop_is_told_with_who_could_have_run() {
    let state = ran(Action::OpenCode(HELD.to_owned()));
    let story = Story { timeline: &state.timeline, source: &state.ran, now: state.latest.0 };
    let held = "0.100 s: the loop did nothing for 1 s because sleep 1 s held it at line 10, `time.sleep(1)`; \
                1 task was ready; 3 tasks had slept long enough.";
    assert_eq!(story.worst().as_deref(), Some(held));
    // The task that does it is seen to.
    assert!(told(&state, "Task-1").iter().any(|told| told == held), "{:#?}", told(&state, "Task-1"));
}

const THREADS: &str = "\
import asyncio, threading, time

async def answer():
    return 42

def run():
    asyncio.run(serve())

async def serve():
    global loop, end
    loop, end = asyncio.get_running_loop(), asyncio.Event()
    await end.wait()

thread = threading.Thread(target=run, name='server')
thread.start()
time.sleep(1)
print(asyncio.run_coroutine_threadsafe(answer(), loop).result())
loop.call_soon_threadsafe(end.set)
thread.join()
";

#[test]
fn calls_from_other_threads_are_told_with_their_lines() {
    let state = ran(Action::OpenCode(THREADS.to_owned()));
    let server = told(&state, "server");
    assert!(server[0].contains("MainThread started it at line 15, `thread.start()`"), "{server:#?}");
    let idle = "server’s loop has nothing to do for 1 s. Then a call of MainThread came in: \
                run_coroutine_threadsafe at line 17, \
                `print(asyncio.run_coroutine_threadsafe(answer(), loop).resul…`.";
    assert!(server.iter().any(|told| told.ends_with(idle)), "{server:#?}");
    let main = told(&state, "MainThread");
    let slept = "MainThread is blocked for 1 s in sleep 1 s at line 16, `time.sleep(1)`, until 1.000 s at the latest.";
    assert!(main.iter().any(|told| told.ends_with(slept)), "{main:#?}");
}

#[test]
fn every_bar_of_every_example_is_told_in_words_that_a_learner_knows() {
    for example in EXAMPLES {
        let state = ran(Action::ChooseExample(example));
        for lane in state.timeline.lanes().iter().skip(1) {
            for told in told(&state, &lane.name) {
                let inner = ["<locals>", "(_", "for no time"].iter().find(|mark| told.contains(**mark));
                assert_eq!(inner, None, "{}: {told}", example.slug);
            }
        }
        let records = state.timeline.lanes().iter().flat_map(|lane| &lane.bars);
        assert!(records.clone().all(|bar| bar.doing != Doing::LeftOut));
    }
}

/// The tracks of an export, by the name of their lane, with the events on them.
fn tracks(text: &str) -> Vec<(String, Vec<serde_json::Value>)> {
    let json: serde_json::Value = serde_json::from_str(text).unwrap();
    let events = json["traceEvents"].as_array().unwrap();
    let names = events.iter().filter(|event| event["name"] == "thread_name");
    let track = |name: &serde_json::Value| {
        let own = |event: &&serde_json::Value| {
            (&event["pid"], &event["tid"]) == (&name["pid"], &name["tid"]) && event["ph"] != "M"
        };
        (name["args"]["name"].as_str().unwrap().to_owned(), events.iter().filter(own).cloned().collect())
    };
    names.map(track).collect()
}

#[test]
fn an_export_has_a_track_for_each_lane_and_flows_in_pairs() {
    let state = ran(Action::OpenCode(EVENT.replace("'no'", "'\"\\\\n'")));
    let tracks = tracks(&trace_events(&state.timeline, state.latest.0));
    let names: Vec<&str> = tracks.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..4], ["MainThread", "Task-1 main()", "waiter waits()", "sleeper sleep()"]);
    let waiter = &tracks[2].1;
    let bars: Vec<_> = waiter.iter().filter(|event| event["ph"] == "X").collect();
    let waits = bars.iter().find(|bar| bar["name"] == "waiting: Event.wait").unwrap();
    assert_eq!(
        (waits["args"]["line"].as_u64(), waits["dur"].as_f64().unwrap().round()),
        (Some(4), 500_250.0)
    );
    assert!(waiter.iter().any(|event| event["ph"] == "i" && event["name"] == "failed"));
    // Each flow leaves one track and comes to another, not before it left.
    let flows = |phase: &str| {
        let all = tracks.iter().flat_map(|(_, events)| events).filter(|event| event["ph"] == phase);
        let mut flows: Vec<_> = all.map(|flow| (flow["id"].as_u64().unwrap(), flow.clone())).collect();
        flows.sort_by_key(|(id, _)| *id);
        flows
    };
    let (starts, ends) = (flows("s"), flows("f"));
    assert!(starts.len() >= 6 && starts.len() == ends.len(), "{starts:#?}");
    for ((id, start), (other, end)) in starts.iter().zip(&ends) {
        assert_eq!((id, &start["name"]), (other, &end["name"]));
        assert!(start["ts"].as_f64() <= end["ts"].as_f64() && start["tid"] != end["tid"]);
    }
    // Bars of a track follow each other.
    for (name, events) in &tracks {
        let times = events.iter().filter(|event| event["ph"] == "X");
        let times: Vec<_> =
            times.map(|bar| (bar["ts"].as_f64().unwrap(), bar["dur"].as_f64().unwrap())).collect();
        assert!(times.windows(2).all(|pair| pair[0].0 + pair[0].1 <= pair[1].0 + 0.001), "{name}: {times:?}");
    }
}

#[test]
fn a_picture_says_what_the_canvas_shows() {
    let state = ran(Action::OpenCode(HELD.to_owned()));
    let palette = Palette((0..16).map(|ink| format!("#0000{ink:02}")).collect());
    let window = Window {
        width: 800.0,
        height: 300.0,
        gutter: 160.0,
        scrolled: 0.0,
        view: View::new().grown(state.latest.0),
        now: state.latest.0,
        focus: None,
        moment: None,
    };
    let mut svg = Svg::new(&palette, window.width, window.height);
    paint(&mut svg, &scene(&state.timeline, &window), &window);
    let text = svg.end();
    assert!(
        text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"300\""),
        "{text}"
    );
    for name in ["MainThread", "Task-1", "Task-5", "main()", "0.0 s"] {
        assert!(text.contains(&format!(">{name}</text>")), "{name}: {text}");
    }
    // What holds the loop is there in its own ink, and nothing is written that a picture cannot hold.
    assert!(text.contains(&format!("fill=\"{}\"", palette.0[Ink::Holding as usize])));
    assert!(!text.contains("NaN") && !text.contains("inf") && text.ends_with("</svg>\n"));
}
