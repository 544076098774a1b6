//! One slice: what the worker does between two looks at its messages.
//!
//! A slice ends when it has used up its time or when there is nothing left to do. It works in portions, each
//! with a fresh look at the clock, so that Python's clock runs smoothly in real time and a slice overruns by
//! a portion at most. Deliberately absent: the browser; a clock is a function here.

use std::time::Duration;

use super::{
    pace::Pace,
    process::{Process, Turn},
};

/// The longest that a request waits to be read: half a frame of a 60 Hz screen.
pub const LENGTH: Duration = Duration::from_millis(8);

/// Works for one slice. `clock` tells the time since any fixed moment.
pub fn run(process: &mut impl Process, pace: &mut Pace, clock: impl Fn() -> Duration) -> Turn {
    let begin = clock();
    let mut now = begin;
    loop {
        let turn = process.turn(pace.units(), now);
        // An idle process did less than it was asked for, which says nothing about the pace.
        if turn != Turn::More {
            return turn;
        }
        let after = clock();
        pace.took(after.saturating_sub(now));
        if after.saturating_sub(begin) >= LENGTH {
            return turn;
        }
        now = after;
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use loopthread_protocol::{Event, Request};

    use super::*;

    /// A process with so many units of work to do, each taking so long on the shared clock.
    struct Busy<'a> {
        left: u64,
        unit: Duration,
        clock: &'a Cell<Duration>,
        times: Vec<Duration>,
    }

    impl Process for Busy<'_> {
        fn handle(&mut self, _: Request) {}

        fn turn(&mut self, units: u64, now: Duration) -> Turn {
            self.times.push(now);
            let done = units.min(self.left);
            self.left -= done;
            self.clock.set(self.clock.get() + self.unit * done as u32);
            if self.left == 0 { Turn::Idle { until: None } } else { Turn::More }
        }

        fn events(&mut self) -> Vec<Event> {
            Vec::new()
        }
    }

    #[test]
    fn an_endless_program_is_left_after_a_slice() {
        let clock = Cell::new(Duration::ZERO);
        let mut busy =
            Busy { left: u64::MAX, unit: Duration::from_nanos(50), clock: &clock, times: Vec::new() };
        let mut pace = Pace::new();
        for _ in 0..100 {
            let begin = clock.get();
            assert_eq!(run(&mut busy, &mut pace, || clock.get()), Turn::More);
            let time = clock.get() - begin;
            assert!((LENGTH..LENGTH + Duration::from_millis(3)).contains(&time), "{time:?}");
        }
    }

    #[test]
    fn a_process_with_nothing_to_do_ends_the_slice_at_once() {
        let clock = Cell::new(Duration::from_secs(3));
        let mut busy = Busy { left: 10, unit: Duration::from_nanos(50), clock: &clock, times: Vec::new() };
        assert_eq!(run(&mut busy, &mut Pace::new(), || clock.get()), Turn::Idle { until: None });
        assert_eq!(busy.times, [Duration::from_secs(3)]);
    }

    #[test]
    fn each_portion_is_told_the_time_anew() {
        let clock = Cell::new(Duration::ZERO);
        let mut busy =
            Busy { left: u64::MAX, unit: Duration::from_micros(1), clock: &clock, times: Vec::new() };
        run(&mut busy, &mut Pace::new(), || clock.get());
        assert!(busy.times.len() > 3);
        assert!(busy.times.is_sorted_by(|earlier, later| earlier < later));
    }
}
