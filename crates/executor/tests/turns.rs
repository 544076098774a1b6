//! The phases of a turn, one by one, as CPython's `_run_once` has them.

use std::sync::Arc;

use loopthread_executor::{Executor, Handles, Host, Queue, Step, Turn};

/// Logs each step, and does what the handle's name says.
#[derive(Clone, Default)]
struct Log {
    steps: Vec<&'static str>,
    cancelled: Vec<&'static str>,
    pauses: usize,
}

impl Handles<&'static str> for Log {
    fn is_cancelled(&self, handle: &&'static str) -> bool {
        self.cancelled.contains(handle)
    }
}

impl Host<&'static str> for Log {
    fn step(&mut self, queue: &mut Queue<&'static str>, handle: &&'static str) -> Step {
        self.steps.push(handle);
        match *handle {
            "again" => queue.call_soon("again"),
            "first" => queue.call_first("urgent"),
            "stop" => queue.stop(),
            "clear" => queue.clear(),
            "pause" if self.pauses > 0 => {
                self.pauses -= 1;
                return Step::Paused;
            }
            _ => {}
        }
        Step::Done
    }
}

fn executor(handles: &[&'static str]) -> Executor<&'static str> {
    let mut executor = Executor::new();
    for handle in handles {
        executor.queue_mut().call_soon(*handle);
    }
    executor
}

/// One whole turn at time 0.
fn turn(executor: &mut Executor<&'static str>, log: &mut Log) -> Turn {
    executor.begin_turn(1e-9, log);
    executor.turn(log)
}

#[test]
fn a_handle_pushed_during_a_turn_waits_for_the_next_turn() {
    let mut log = Log::default();
    let mut executor = executor(&["again", "b"]);
    assert_eq!(turn(&mut executor, &mut log), Turn::Ran(2));
    assert_eq!(log.steps, ["again", "b"]);
    assert_eq!(turn(&mut executor, &mut log), Turn::Ran(1));
    assert_eq!(log.steps, ["again", "b", "again"]);
}

#[test]
fn a_handle_put_first_runs_in_the_turn_in_progress() {
    let mut log = Log::default();
    let mut executor = executor(&["first", "b", "first"]);
    assert_eq!(turn(&mut executor, &mut log), Turn::Ran(5));
    assert_eq!(log.steps, ["first", "urgent", "b", "first", "urgent"]);
}

#[test]
fn a_cancelled_handle_takes_its_place_in_the_turn_and_is_passed_over() {
    let mut log = Log { cancelled: vec!["b"], ..Log::default() };
    let mut executor = executor(&["a", "b", "c"]);
    executor.begin_turn(0.0, &mut log);
    executor.queue_mut().call_soon("later");
    assert_eq!(executor.turn(&mut log), Turn::Ran(2));
    assert_eq!(log.steps, ["a", "c"]);
}

#[test]
fn a_paused_handle_keeps_its_turn_even_when_it_is_cancelled() {
    let mut log = Log { pauses: 2, ..Log::default() };
    let mut executor = executor(&["a", "pause", "c"]);
    assert_eq!(turn(&mut executor, &mut log), Turn::Paused);
    log.cancelled.push("pause");
    assert_eq!(executor.timeout(|| 0.0), Some(0.0));
    // A turn in progress is not begun again: what came meanwhile stays out of it.
    executor.queue_mut().call_soon("later");
    assert_eq!(turn(&mut executor, &mut log), Turn::Paused);
    assert_eq!(turn(&mut executor, &mut log), Turn::Ran(2));
    assert_eq!(log.steps, ["a", "pause", "pause", "pause", "c"]);
    assert!(!executor.in_turn());
}

#[test]
fn a_turn_can_be_driven_handle_by_handle() {
    let mut executor = executor(&["a", "b", "c"]);
    let mut log = Log { cancelled: vec!["b"], ..Log::default() };
    executor.begin_turn(0.0, &mut log);
    assert_eq!(executor.take_next(&log), Some("a"));
    executor.pause("a");
    assert_eq!(executor.paused(), Some(&"a"));
    assert_eq!(executor.handles().copied().collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(executor.take_next(&log), Some("a"));
    assert_eq!(executor.take_next(&log), Some("c"));
    assert_eq!(executor.take_next(&log), None);
}

#[test]
fn nothing_to_run_is_an_idle_turn() {
    assert_eq!(turn(&mut executor(&[]), &mut Log::default()), Turn::Idle);
}

#[test]
fn clearing_the_queue_ends_the_turn() {
    let mut log = Log::default();
    let mut executor = executor(&["clear", "b"]);
    executor.queue_mut().call_at(0.5, "timer");
    assert_eq!(turn(&mut executor, &mut log), Turn::Ran(1));
    assert_eq!(executor.handles().count(), 0);
    assert_eq!(executor.timeout(|| 0.0), None);
}

#[test]
fn the_timeout_is_nothing_when_ready_or_stopping_and_for_ever_without_timers() {
    let unread = || -> f64 { panic!("the time does not matter") };
    let mut executor = executor(&[]);
    assert_eq!(executor.timeout(unread), None);
    executor.queue_mut().stop();
    assert_eq!(executor.timeout(unread), Some(0.0));
    executor.queue_mut().clear_stop();
    executor.queue_mut().call_soon("a");
    assert_eq!(executor.timeout(unread), Some(0.0));
}

#[test]
fn the_timeout_is_until_the_next_deadline_and_at_most_a_day() {
    let mut executor = executor(&[]);
    executor.queue_mut().call_at(1e9, "far");
    assert_eq!(executor.timeout(|| 10.0), Some(86400.0));
    executor.queue_mut().call_at(12.5, "near");
    assert_eq!(executor.timeout(|| 10.0), Some(2.5));
    assert_eq!(executor.timeout(|| 13.0), Some(0.0));
}

#[test]
fn what_is_due_within_the_clocks_resolution_is_due_now() {
    let mut log = Log::default();
    let mut executor = executor(&[]);
    for (when, name) in [(1.0, "now"), (1.5, "edge"), (1.25, "within")] {
        executor.queue_mut().call_at(when, name);
    }
    executor.begin_turn(1.0 + 0.5, &mut log);
    assert_eq!(executor.turn(&mut log), Turn::Ran(2));
    assert_eq!(log.steps, ["now", "within"]);
}

#[test]
fn a_deadline_of_nan_is_due_at_once() {
    let mut log = Log::default();
    let mut executor = executor(&[]);
    executor.queue_mut().call_at(f64::NAN, "nan");
    assert_eq!(executor.timeout(|| 1.0), Some(0.0));
    assert_eq!(turn(&mut executor, &mut log), Turn::Ran(1));
}

#[test]
fn what_came_through_the_inbox_keeps_its_place_among_ready_handles_and_before_timers() {
    let mut log = Log::default();
    let mut executor = executor(&["a"]);
    let inbox = Arc::clone(executor.queue().inbox());
    executor.queue_mut().call_at(0.0, "timer");
    inbox.send("b");
    executor.queue_mut().call_soon("c");
    inbox.send("d");
    assert_eq!(turn(&mut executor, &mut log), Turn::Ran(5));
    assert_eq!(log.steps, ["a", "b", "c", "d", "timer"]);
}

#[test]
fn a_stop_lets_the_turn_run_to_its_end() {
    let mut log = Log::default();
    let mut executor = executor(&["stop", "b"]);
    assert_eq!(turn(&mut executor, &mut log), Turn::Ran(2));
    assert!(executor.queue().is_stopping());
}
