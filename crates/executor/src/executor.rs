//! The executor: turns, phase by phase, as CPython 3.13's `BaseEventLoop._run_once` takes them.
//!
//! One turn is [`clear_cancelled`](Executor::clear_cancelled), [`timeout`](Executor::timeout), the driver's wait,
//! [`begin_turn`](Executor::begin_turn), and then every handle of the snapshot, by [`turn`](Executor::turn) or one by one with
//! [`take_next`](Executor::take_next). The phases are separate because the wait between them is the driver's: it may park a
//! thread, jump a virtual clock, or return to a browser. **A turn runs exactly the handles that were ready when it began**,
//! whatever they schedule, and however often it is paused on the way.
//!
//! Deliberately absent: any knowledge of what a handle is or whether it will come back. A step that is waiting and
//! one that is done leave the executor alike.

use crate::pick::{Fifo, Pick};
use crate::queue::Queue;

/// What a step came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The handle is finished: it will not come back by itself.
    Done,
    /// The handle has suspended itself; whatever it waits for will schedule it again.
    Waiting,
    /// The host ran out of its slice, or the handle blocks its thread: it keeps its turn and goes first when the turn goes on.
    Paused,
}

/// What a call of [`Executor::turn`] came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// There was nothing to run.
    Idle,
    /// The turn is over; this call stepped so many handles of it.
    Ran(usize),
    /// A step paused: the turn is not over, and goes on with the next call.
    Paused,
}

/// What an executor needs to know about its handles. `()` knows of no cancelled handle.
pub trait Handles<H> {
    /// Whether the handle was cancelled, so that it is passed over when its turn comes (`Handle._cancelled`).
    fn is_cancelled(&self, _handle: &H) -> bool {
        false
    }

    /// The handle has left the timer heap, so cancelling it from now on is no [`Queue::timer_cancelled`]
    /// (CPython sets `TimerHandle._scheduled` to false).
    fn unscheduled(&mut self, _handle: &H) {}
}

impl<H> Handles<H> for () {}

/// Who steps the handles.
pub trait Host<H>: Handles<H> {
    /// Runs one handle until it is done, waits or pauses. It may schedule on `queue`, which is the one being driven, and
    /// takes a waker from it ([`Queue::waker`]) if what it polls will ask for one.
    fn step(&mut self, queue: &mut Queue<H>, handle: &H) -> Step;
}

/// An event loop over handles of type `H`, in asyncio's order, with a pick policy for schedulers of other things.
#[derive(Clone, Debug)]
pub struct Executor<H, P = Fifo> {
    queue: Queue<H>,
    paused: Option<H>,
    pick: P,
}

impl<H, P: Default> Default for Executor<H, P> {
    fn default() -> Self {
        Executor { queue: Queue::default(), paused: None, pick: P::default() }
    }
}

impl<H> Executor<H> {
    /// An executor that runs first in, first out.
    pub fn new() -> Self {
        Self::default()
    }
}

/// CPython's `_MIN_SCHEDULED_TIMER_HANDLES`: a heap of this size or less is never rebuilt.
const MIN_SCHEDULED_TIMERS: usize = 100;

/// CPython's `MAXIMUM_SELECT_TIMEOUT`, in seconds.
const MAXIMUM_TIMEOUT: f64 = 24.0 * 3600.0;

impl<H, P: Pick> Executor<H, P> {
    pub fn with_pick(pick: P) -> Self {
        Executor { queue: Queue::default(), paused: None, pick }
    }

    /// What is scheduled.
    pub fn queue(&self) -> &Queue<H> {
        &self.queue
    }

    /// To schedule from outside a step.
    pub fn queue_mut(&mut self) -> &mut Queue<H> {
        &mut self.queue
    }

    /// The handle that keeps its turn.
    pub fn paused(&self) -> Option<&H> {
        self.paused.as_ref()
    }

    /// The pick policy, for choices that belong to the same schedule.
    pub fn pick_mut(&mut self) -> &mut P {
        &mut self.pick
    }

    /// Whether a turn has begun and is not over.
    pub fn in_turn(&self) -> bool {
        self.paused.is_some() || self.queue.left > 0
    }

    /// Every handle the executor holds, as a garbage collector wants them; not those still in the inbox.
    pub fn handles(&self) -> impl Iterator<Item = &H> {
        let timers = self.queue.timers.iter().map(|(_, handle)| handle);
        self.paused.iter().chain(self.queue.ready.iter()).chain(timers)
    }

    /// Phase 1: drops cancelled timers. If there are more than 100 timers and over half are cancelled, all cancelled ones go and
    /// the heap is rebuilt; else those at its head go.
    pub fn clear_cancelled(&mut self, handles: &mut impl Handles<H>) {
        let Queue { timers, timers_cancelled, .. } = &mut self.queue;
        if timers.len() > MIN_SCHEDULED_TIMERS && *timers_cancelled * 2 > timers.len() {
            timers.retain(|handle| {
                let cancelled = handles.is_cancelled(handle);
                if cancelled {
                    handles.unscheduled(handle);
                }
                !cancelled
            });
            *timers_cancelled = 0;
            return;
        }
        while timers.head().is_some_and(|(_, handle)| handles.is_cancelled(handle)) {
            if let Some((_, handle)) = timers.pop() {
                *timers_cancelled = timers_cancelled.saturating_sub(1);
                handles.unscheduled(&handle);
            }
        }
    }

    /// Phase 2: how long to wait for the next turn, in seconds, at most a day; `None` is for ever. The time is asked for only
    /// when it matters, as in CPython, since reading a virtual clock moves it.
    pub fn timeout(&self, time: impl FnOnce() -> f64) -> Option<f64> {
        if self.in_turn() || self.queue.is_ready() || self.queue.is_stopping() {
            return Some(0.0);
        }
        let (when, _) = self.queue.timers.head()?;
        let timeout = when - time();
        // Not `clamp`: a deadline of NaN counts as due here, as it does in `begin_turn`.
        Some(if timeout > 0.0 { timeout.min(MAXIMUM_TIMEOUT) } else { 0.0 })
    }

    /// Phase 3, after the wait: takes in what wakers sent, then the timers due before `end_time` (the time now plus the clock's
    /// resolution), and says that what is ready now is the turn. Does nothing while a turn is in progress.
    pub fn begin_turn(&mut self, end_time: f64, handles: &mut impl Handles<H>) {
        if self.in_turn() {
            return;
        }
        self.queue.receive();
        while let Some((when, _)) = self.queue.timers.head() {
            // The test is CPython's, so that a deadline of NaN is due at once, as there.
            if when >= end_time {
                break;
            }
            if let Some((_, handle)) = self.queue.timers.pop() {
                handles.unscheduled(&handle);
                self.queue.ready.push_back(handle);
            }
        }
        self.queue.left = self.queue.ready.len();
    }

    /// Phase 4, one handle at a time: the next to step, or `None` when the turn is over. The paused handle comes first, cancelled
    /// or not, since it is running already; of the others, cancelled ones are passed over.
    pub fn take_next(&mut self, handles: &impl Handles<H>) -> Option<H> {
        if let Some(handle) = self.paused.take() {
            return Some(handle);
        }
        loop {
            let handle = self.take_ready()?;
            if !handles.is_cancelled(&handle) {
                return Some(handle);
            }
        }
    }

    /// Puts back the handle that [`take_next`](Executor::take_next) gave: it keeps its turn.
    pub fn pause(&mut self, handle: H) {
        self.paused = Some(handle);
    }

    /// Breaks a turn off, as an exception that leaves `run_forever` does: what was left of it is part of the next turn.
    pub fn end_turn(&mut self) {
        self.paused = None;
        self.queue.left = 0;
    }

    /// Phase 4 as a whole: lets `host` step every handle that is left of the turn, until one pauses.
    pub fn turn(&mut self, host: &mut impl Host<H>) -> Turn {
        let mut ran = 0;
        while let Some(handle) = self.take_next(host) {
            ran += 1;
            if host.step(&mut self.queue, &handle) == Step::Paused {
                self.pause(handle);
                return Turn::Paused;
            }
        }
        if ran == 0 { Turn::Idle } else { Turn::Ran(ran) }
    }

    fn take_ready(&mut self) -> Option<H> {
        self.queue.left = self.queue.left.checked_sub(1)?;
        self.pick.take(&mut self.queue.ready, self.queue.left + 1)
    }
}
