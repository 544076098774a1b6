//! The process clock: 0 when the process starts, and the program's own `time.monotonic()` from then on.
//!
//! Both modes keep time in the same way, so that both give the same output: the clock stands still while a thread works, but
//! for 1 ns a read and one switch interval for every interval used up, and moves to the next deadline when every thread
//! waits. In real time it merely never runs ahead of the world. **A late wake-up is worked off deadline by deadline**; only a process
//! that has worked for so long that it is [`BEHIND`] the world jumps.

use std::time::Duration;

use loopthread_executor::{Clock, Sampled, Virtual};
use loopthread_protocol::{ClockMode, Nanos};

/// How long a thread may work before another may take over, in seconds (`sys.getswitchinterval()`).
pub const SWITCH_INTERVAL: f64 = 0.005;

/// How far a working process may fall behind the world before the clock jumps, in seconds.
const BEHIND: f64 = 0.1;

/// The clock's step, in seconds (`clock_resolution`).
const RESOLUTION: f64 = 1e-9;

/// After so many seconds the clock is at its end: more than a century.
const END: f64 = 4e9;

/// A selector is at least so late, in seconds, before the end of its wait is rounded up.
const SELECTOR_LATENESS: f64 = 0.0001;

/// To how many parts of a second it is rounded up.
const SELECTOR_STEPS: f64 = 4e3;

#[derive(Clone, Debug)]
pub enum ProcessClock {
    /// Waits take no time.
    Instant(Virtual),
    /// Waits last as long as they say.
    Real(Sampled),
}

impl ProcessClock {
    pub fn new(mode: ClockMode) -> ProcessClock {
        match mode {
            ClockMode::Instant => ProcessClock::Instant(Virtual::default()),
            ClockMode::Real => ProcessClock::Real(Sampled::default()),
        }
    }

    pub fn mode(&self) -> ClockMode {
        match self {
            ProcessClock::Instant(_) => ClockMode::Instant,
            ProcessClock::Real(_) => ClockMode::Real,
        }
    }

    /// Takes in what time it is in the world. `working`: some thread has work to do, so that the time since the
    /// last sample was spent working.
    pub fn sample(&mut self, now: Duration, working: bool) {
        if let ProcessClock::Real(clock) = self {
            clock.sample(now.as_secs_f64());
            if working && clock.outside_wait(clock.peek() + BEHIND) <= 0.0 {
                clock.catch_up();
            }
        }
    }

    /// How many times as fast as the world real time goes from now on.
    pub fn set_speed(&mut self, speed: f64) {
        if let ProcessClock::Real(clock) = self {
            clock.set_speed(speed);
        }
    }

    /// How far the clock is ahead of the world.
    pub fn ahead(&self) -> Duration {
        match self {
            ProcessClock::Instant(_) => Duration::ZERO,
            ProcessClock::Real(clock) => Duration::from_nanos(clock.ahead()),
        }
    }

    /// The time now, in seconds; moves the clock by 1 ns.
    pub fn now(&mut self) -> f64 {
        match self {
            ProcessClock::Instant(clock) => clock.now(),
            ProcessClock::Real(clock) => clock.now(),
        }
    }

    /// As [`ProcessClock::now`], in nanoseconds.
    pub fn now_ns(&mut self) -> u64 {
        match self {
            ProcessClock::Instant(clock) => clock.now_ns(),
            ProcessClock::Real(clock) => clock.now_ns(),
        }
    }

    /// The time now, in seconds, without moving the clock.
    pub fn peek(&self) -> f64 {
        match self {
            ProcessClock::Instant(clock) => clock.peek(),
            ProcessClock::Real(clock) => clock.peek(),
        }
    }

    /// What is to happen before this has come: a deadline counts as reached with the nanosecond it falls into, or
    /// with what a float can tell apart so late.
    pub fn due(&self) -> f64 {
        let now = self.peek();
        (now + RESOLUTION).max(now * (1.0 + 4.0 * f64::EPSILON))
    }

    /// Whether the clock has come so far that it can no longer count on.
    pub fn is_at_end(&self) -> bool {
        self.peek() >= END
    }

    /// The time now for traces and output.
    pub fn nanos(&self) -> Nanos {
        nanos(self.peek())
    }

    /// Lets time pass up to a deadline, as far as the world has come. True if it is reached.
    pub fn advance_to(&mut self, deadline: f64) -> bool {
        match self {
            ProcessClock::Instant(clock) => clock.advance_to(deadline),
            ProcessClock::Real(clock) => clock.advance_to(deadline),
        }
    }

    /// Every thread has waited until now, which no deadline has cut short: time has passed as far as the next
    /// deadline, if there is one.
    pub fn waited(&mut self, deadline: Option<f64>) {
        if let ProcessClock::Real(clock) = self {
            clock.advance_to(deadline.unwrap_or(f64::INFINITY));
        }
    }

    /// A thread has used up a switch interval.
    pub fn interval_used(&mut self) {
        match self {
            ProcessClock::Instant(clock) => clock.advance(SWITCH_INTERVAL),
            ProcessClock::Real(clock) => {
                let deadline = clock.peek() + SWITCH_INTERVAL;
                clock.advance_to(deadline);
            }
        }
    }

    /// How long the world takes until a deadline.
    pub fn outside_wait(&self, deadline: f64) -> Duration {
        match self {
            ProcessClock::Instant(_) => Duration::ZERO,
            ProcessClock::Real(clock) => {
                Duration::try_from_secs_f64(clock.outside_wait(deadline)).unwrap_or(Duration::MAX)
            }
        }
    }

    /// When a loop's selector that is to wait `timeout` seconds returns.
    ///
    /// epoll counts whole milliseconds, rounded up, and returns a little late on top (a third of one, where it was measured), while
    /// a plain sleep ends at its deadline. So a sleep and a selector with the same deadline end in that order. Here the selector ends
    /// with a quarter of a millisecond of the process clock, and never at its deadline itself.
    pub fn selector_deadline(&mut self, timeout: f64) -> f64 {
        let due = self.peek() + timeout + SELECTOR_LATENESS;
        (due * SELECTOR_STEPS).ceil() / SELECTOR_STEPS
    }
}

/// Seconds of the process clock as the protocol counts them.
pub fn nanos(seconds: f64) -> Nanos {
    (seconds * 1e9).round() as Nanos
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selector_goes_after_the_sleeps_of_its_millisecond() {
        let mut clock = ProcessClock::new(ClockMode::Instant);
        let sleep = clock.now() + 0.5;
        let selector = clock.selector_deadline(0.5);
        assert!(selector > sleep + SELECTOR_LATENESS - 1e-6 && selector < sleep + 0.0005);
    }

    #[test]
    fn a_late_wake_up_is_worked_off_deadline_by_deadline() {
        let mut clock = ProcessClock::new(ClockMode::Real);
        clock.sample(Duration::ZERO, false);
        clock.sample(Duration::from_millis(1050), false);
        assert!(clock.advance_to(0.5));
        assert_eq!(clock.peek(), 0.5);
        clock.sample(Duration::from_millis(1060), false);
        assert_eq!(clock.peek(), 0.5);
        assert!(!clock.advance_to(2.0));
        assert_eq!(clock.outside_wait(2.0), Duration::from_millis(940));
    }

    #[test]
    fn a_process_that_works_for_long_catches_up() {
        let mut clock = ProcessClock::new(ClockMode::Real);
        clock.sample(Duration::ZERO, true);
        clock.sample(Duration::from_millis(90), true);
        assert_eq!(clock.peek(), 0.0);
        clock.sample(Duration::from_millis(110), true);
        assert_eq!(clock.peek(), 0.11);
    }
}
