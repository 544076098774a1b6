//! Clocks: where a loop's `time()` comes from.
//!
//! The crate reads no system time. A [`Virtual`] clock is moved by those who wait on it; a [`Sampled`] clock is told, from
//! outside, how far real time has come. Both count whole nanoseconds and give seconds as Python's `time.monotonic()` does, so
//! deadlines computed from them round alike. **No clock jumps over a deadline**: time passes to the next deadline, what is
//! due then runs, and only then does time pass on, however late the outside was.

use std::cell::RefCell;
use std::rc::Rc;

/// A monotonic clock, in seconds.
pub trait Clock {
    /// The time now (`loop.time()`). Reading may move the clock, never back.
    fn now(&mut self) -> f64;

    /// Lets time pass up to `deadline`. False if the clock cannot bring that about: then time has passed as far as it
    /// could, and the wait goes on when the outside has moved it.
    fn advance_to(&mut self, deadline: f64) -> bool;

    /// The clock's resolution (`time.get_clock_info("monotonic").resolution`): what is due this much later is due now.
    fn resolution(&self) -> f64 {
        1e-9
    }
}

/// How long epoll waits for a timeout: it counts whole milliseconds, rounded up (`selectors.EpollSelector.select`).
pub fn selector_wait(timeout: f64) -> f64 {
    if timeout <= 0.0 { 0.0 } else { (timeout * 1e3).ceil() * 1e-3 }
}

/// A clock on which waits take no time: it stands where the last wait left it and moves 1 ns per read, so that a program that
/// waits by reading it gets there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Virtual {
    nanos: u64,
}

impl Virtual {
    /// A clock that stands at `seconds`.
    pub fn starting_at(seconds: f64) -> Self {
        Virtual { nanos: to_nanos(seconds) }
    }

    /// The time now in nanoseconds (`time.monotonic_ns()`); moves the clock by one of them.
    pub fn now_ns(&mut self) -> u64 {
        self.nanos = self.nanos.saturating_add(1);
        self.nanos
    }

    /// The time now in seconds, without moving the clock.
    pub fn peek(&self) -> f64 {
        to_seconds(self.nanos)
    }

    /// Lets time pass, as work does.
    pub fn advance(&mut self, seconds: f64) {
        self.nanos = self.nanos.saturating_add((seconds * 1e9).round() as u64);
    }
}

impl Clock for Virtual {
    fn now(&mut self) -> f64 {
        to_seconds(self.now_ns())
    }

    fn advance_to(&mut self, deadline: f64) -> bool {
        self.nanos = self.nanos.max(to_nanos(deadline));
        true
    }
}

/// A clock that follows an outside one, at any speed.
///
/// The outside says with [`sample`](Sampled::sample) what time it is; that moves a limit, not the clock. The clock moves to the
/// limit deadline by deadline as it is waited on, or at once by [`catch_up`](Sampled::catch_up), when the time was spent
/// working. A clock moved by hand is one that is sampled by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampled {
    clock: Virtual,
    /// How far the clock may move, in nanoseconds.
    limit: u64,
    /// A moment at which the outside's time (seconds) and the limit are known, to count from.
    origin: Option<(f64, u64)>,
    last_sample: f64,
    speed: f64,
}

impl Default for Sampled {
    fn default() -> Self {
        Sampled { clock: Virtual::default(), limit: 0, origin: None, last_sample: 0.0, speed: 1.0 }
    }
}

impl Sampled {
    /// A clock that runs `speed` times as fast as the outside: 1.0 is real time. What is not a positive number counts as 1.0.
    pub fn with_speed(speed: f64) -> Self {
        let mut clock = Sampled::default();
        clock.set_speed(speed);
        clock
    }

    /// Takes in that it is `seconds` outside. The first sample only says where the outside starts; one that is
    /// earlier than the last, or no finite number, counts as no time passed.
    pub fn sample(&mut self, seconds: f64) {
        if !seconds.is_finite() {
            return;
        }
        let Some((outside, limit)) = self.origin else {
            self.origin = Some((seconds, self.limit));
            self.last_sample = seconds;
            return;
        };
        self.last_sample = self.last_sample.max(seconds);
        let passed = ((self.last_sample - outside) * self.speed * 1e9).round() as u64;
        self.limit = limit.saturating_add(passed);
    }

    /// Changes the speed from the last sample on.
    pub fn set_speed(&mut self, speed: f64) {
        self.speed = if speed > 0.0 && speed.is_finite() { speed } else { 1.0 };
        self.origin = self.origin.map(|_| (self.last_sample, self.limit));
    }

    /// Moves to where the outside is, over any deadline: time spent working, during which no one could wake.
    pub fn catch_up(&mut self) {
        self.clock.nanos = self.clock.nanos.max(self.limit);
    }

    /// By how many nanoseconds reads have moved the clock beyond the outside.
    pub fn ahead(&self) -> u64 {
        self.clock.nanos.saturating_sub(self.limit)
    }

    /// The time now in nanoseconds (`time.monotonic_ns()`); moves the clock by one of them.
    pub fn now_ns(&mut self) -> u64 {
        self.clock.now_ns()
    }

    /// The time now in seconds, without moving the clock.
    pub fn peek(&self) -> f64 {
        self.clock.peek()
    }

    /// How long the outside takes until `deadline`, in its own seconds.
    pub fn outside_wait(&self, deadline: f64) -> f64 {
        ((deadline - to_seconds(self.limit)) / self.speed).max(0.0)
    }
}

impl Clock for Sampled {
    fn now(&mut self) -> f64 {
        self.clock.now()
    }

    fn advance_to(&mut self, deadline: f64) -> bool {
        let reached = to_nanos(deadline) <= self.limit.max(self.clock.nanos);
        if reached {
            self.clock.advance_to(deadline);
        } else {
            self.catch_up();
        }
        reached
    }
}

/// A clock shared by a loop and those who move it.
impl<C: Clock> Clock for Rc<RefCell<C>> {
    fn now(&mut self) -> f64 {
        self.borrow_mut().now()
    }

    fn advance_to(&mut self, deadline: f64) -> bool {
        self.borrow_mut().advance_to(deadline)
    }

    fn resolution(&self) -> f64 {
        self.borrow().resolution()
    }
}

/// A moment in nanoseconds, rounded up, so that a clock moved to a deadline is never before it; negative and NaN are 0, the far future stays there.
fn to_nanos(seconds: f64) -> u64 {
    (seconds * 1e9).ceil() as u64
}

fn to_seconds(nanos: u64) -> f64 {
    nanos as f64 / 1e9
}
