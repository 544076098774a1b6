//! **Pausing changes nothing**: programs that are paused, stepped and resumed at odd moments tell what they tell without.

use std::time::Duration;

use loopthread_session::protocol::{ClockMode, Command, Event, Step, Stream};

use crate::golden::goldens;
use crate::play::{Play, in_time};

const STEPS: [Step; 6] = [Step::Line, Step::Into, Step::Out, Step::OverAwait, Step::Switch, Step::Turn];

/// Programs between two that are tried.
const EVERY: usize = 3;

#[test]
fn programs_that_are_paused_and_stepped_tell_the_same() {
    let goldens = goldens("tests/programs");
    let mut paused = 0;
    for (at, golden) in goldens.iter().enumerate().step_by(EVERY) {
        let whole = Play::of(&golden.source, &golden.name, ClockMode::Instant).played(u64::MAX, in_time);
        let mut play = Play::of(&golden.source, &golden.name, ClockMode::Instant);
        // A generator of numbers, so that each program is disturbed at other moments.
        let mut state = at as u64 + 1;
        let mut below = |n: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        let mut pauses = 0;
        while play.exit.is_none() {
            if pauses < 200 && play.is_paused() || pauses == 0 && below(4) == 0 {
                pauses += 1;
                play.ask(Command::Pause);
                match below(8) as usize {
                    step if step < STEPS.len() => play.ask(Command::Step { step: STEPS[step], follow: None }),
                    _ => play.ask(Command::Resume),
                }
            } else if play.is_paused() {
                play.ask(Command::Resume);
            }
            play.turn(1 + below(2_000), || Duration::ZERO);
        }
        paused += usize::from(pauses > 0);
        if whole.told.iter().any(|event| matches!(event, Event::TraceDropped { .. })) {
            // How much of a long trace is told depends on the slices.
            for stream in [Stream::Stdout, Stream::Stderr] {
                assert_eq!(play.text(stream), whole.text(stream), "{}", golden.name);
            }
            assert_eq!(play.exit, whole.exit, "{}", golden.name);
            continue;
        }
        let differ = play.told.iter().zip(&whole.told).find(|(one, other)| one != other);
        assert_eq!(differ, None, "{}", golden.name);
        assert_eq!((play.told.len(), play.exit), (whole.told.len(), whole.exit), "{}", golden.name);
    }
    assert!(paused >= 100, "only {paused} programs were paused");
}
