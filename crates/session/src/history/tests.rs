//! What a replay rests on: it comes to where the session came, to the unit of work, watched or not.

use std::fs;
use std::path::Path;
use std::time::Duration;

use loopthread_protocol::{
    ClockMode, Command, Event, Limits, Program, Request, RequestId, Step, Target, encode_events,
};

use super::replay::Replay;
use super::{Input, Noted, Recorder};
use crate::session::{Session, Turn};

/// One program of so many is replayed.
const EVERY: usize = 9;

/// The programs about tasks and threads.
fn programs() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs");
    let files = fs::read_dir(folder).expect("the programs are there");
    let mut programs: Vec<(String, String)> = files
        .map(|file| file.expect("its folder is read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .map(|path| (path.file_stem().expect("a name").to_string_lossy().into_owned(), path))
        .filter(|(name, _)| name.starts_with("asyncio__") || name.starts_with("threads__"))
        .map(|(name, path)| (name, fs::read_to_string(path).expect("it is read")))
        .collect();
    programs.sort();
    programs.into_iter().step_by(EVERY).collect()
}

/// A run in slices of different lengths, some of them late, some interrupted by a pause, steps and what the console asks.
fn recorded(source: &str, clock: ClockMode) -> (Recorder, Vec<Event>) {
    let mut events = Vec::new();
    let mut recorder = Recorder::new(Session::new());
    let program = Program {
        source: source.to_owned(),
        file_name: "main.py".to_owned(),
        clock,
        seed: 3,
        dev: false,
        limits: Limits::default(),
    };
    let mut ids = 0..;
    let mut ask = |recorder: &mut Recorder, command| {
        recorder.handle(Request { id: RequestId(ids.next().unwrap_or_default()), command });
    };
    ask(&mut recorder, Command::Run(program));
    // What is told from the beginning of the history on.
    recorder.events();
    let mut now = Duration::from_secs(2);
    for round in 0_u64.. {
        assert!(round < 100_000, "it does not end");
        let budget = [30_000, 1, 700, 12_345, 90][round as usize % 5];
        let turn = recorder.turn(budget, now);
        events.extend(recorder.events());
        now += Duration::from_micros(300 + round % 7 * 400);
        match (turn, round % 40) {
            (_, 11) => ask(&mut recorder, Command::Pause),
            (_, 13) => ask(&mut recorder, Command::Step { step: Step::Into, follow: None }),
            (_, 16) => ask(&mut recorder, Command::Step { step: Step::Turn, follow: None }),
            (_, 18) if round < 100 => {
                let source = "len(globals())".to_owned();
                ask(&mut recorder, Command::Call { target: Target::Page, source });
            }
            (_, 19) => ask(&mut recorder, Command::Resume),
            (Turn::Idle { wait: Some(wait) }, _) => now += wait,
            (Turn::Idle { wait: None }, 20..) => break,
            _ => {}
        }
    }
    events.extend(recorder.events());
    (recorder, events)
}

fn replay(recorder: &Recorder, from: usize, mut watch: impl FnMut(&mut Replay)) -> Replay {
    let mut replay = Replay::new(recorder.checkpoints.before(from).expect("there is a beginning"));
    let inputs: &[Noted] = &recorder.inputs;
    while !replay.is_at_end(inputs) {
        watch(&mut replay);
        replay.go_on(inputs);
    }
    replay
}

#[test]
fn a_replay_comes_to_where_the_session_came_watched_or_not() {
    let programs = programs();
    assert!(programs.len() > 20);
    for (name, source) in &programs {
        for clock in [ClockMode::Instant, ClockMode::Real] {
            let (mut recorder, _) = recorded(source, clock);
            assert!(!recorder.inputs.is_empty());
            let last = recorder.inputs.len();
            let mut round = 0;
            let mut now_and_then = |replay: &mut Replay| {
                round += 1;
                if replay.between().is_some() {
                    replay.session.watch_places(round % 5 > 2);
                    let record = (round % 7 == 0).then(|| replay.session.told() + 2);
                    replay.session.watch_record(record);
                }
            };
            let replays = match clock {
                ClockMode::Real => [replay(&recorder, 0, |_| {}), replay(&recorder, 0, &mut now_and_then)],
                ClockMode::Instant => [
                    replay(&recorder, last / 2, |_| {}),
                    replay(&recorder, 0, |replay| replay.session.watch_places(true)),
                ],
            };
            let (work, now) = (recorder.live.work(), recorder.live.moment(true));
            for (at, mut replay) in replays.into_iter().enumerate() {
                assert_eq!(replay.session.work(), work, "{name}, {clock:?}, replay {at}");
                assert!(replay.session.moment(true) == now, "{name}, {clock:?}, replay {at}");
            }
        }
    }
}

#[test]
fn a_run_in_real_time_is_told_again_byte_for_byte_from_its_inputs() {
    for (name, source) in &programs() {
        let (recorder, events) = recorded(source, ClockMode::Real);
        let (_, mut again) = recorder.checkpoints.before(0).expect("there is a beginning");
        let mut told = Vec::new();
        for noted in &recorder.inputs {
            match &noted.input {
                Input::Request(request) => again.handle((**request).clone()),
                Input::Turn { budget, now } => {
                    again.turn(*budget, *now);
                    told.extend(again.events());
                }
            }
        }
        told.extend(again.events());
        let bytes = |events: &[Event]| encode_events(events).expect("they fit into a frame");
        assert!(bytes(&events) == bytes(&told), "{name}");
    }
}
