//! The host of plain futures: what the loop's handles stand for, and how one is stepped.
//!
//! A future that is being polled cannot reach the queue it is driven from; it leaves what it wants in the shared state, and the
//! host moves it to the queue after the poll. **No user code runs while the state is borrowed**: futures are polled and dropped
//! outside of it, since their own code borrows it.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Waker};

use super::Spawner;
use crate::clock::Clock;
use crate::executor::{Handles, Host, Step};
use crate::queue::Queue;

/// A handle of the loop. Ids are never used twice, so a late wake finds nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Work {
    /// Poll this task.
    Task(u64),
    /// This sleep is over: wake its task.
    Timer(u64),
    /// What the driver was waiting for is done: stop the loop.
    Stop,
}

pub(super) struct Task {
    /// `None` while it is polled.
    pub(super) future: Option<TaskFuture>,
    /// Whether it is to be dropped when its turn comes.
    pub(super) cancelled: bool,
}

pub(super) type TaskFuture = Pin<Box<dyn Future<Output = ()>>>;

pub(super) struct Sleeper {
    pub(super) waker: Waker,
    /// Whether its handle is in the timer heap (`TimerHandle._scheduled`).
    pub(super) scheduled: bool,
}

/// What a loop and the futures on it share.
pub(super) struct State {
    pub(super) clock: Box<dyn Clock>,
    pub(super) stop: bool,
    next_id: u64,
    pub(super) tasks: HashMap<u64, Task>,
    pub(super) sleepers: HashMap<u64, Sleeper>,
    /// Sleeps not yet in the timer heap.
    pub(super) new_timers: Vec<(f64, u64)>,
    /// How many sleeps were dropped whose handles are in the timer heap.
    pub(super) timers_cancelled: usize,
}

impl State {
    pub(super) fn new(clock: Box<dyn Clock>) -> Self {
        State {
            clock,
            stop: false,
            next_id: 0,
            tasks: HashMap::new(),
            sleepers: HashMap::new(),
            new_timers: Vec::new(),
            timers_cancelled: 0,
        }
    }

    pub(super) fn new_id(&mut self) -> u64 {
        self.next_id += 1;
        self.next_id
    }
}

/// The host itself; its state is the one its spawners share.
pub(super) struct Futures {
    pub(super) spawner: Spawner,
}

impl Futures {
    /// Moves what futures have asked for to the queue.
    pub(super) fn settle(&mut self, queue: &mut Queue<Work>) {
        let state = &mut *self.spawner.state.borrow_mut();
        for (when, id) in state.new_timers.drain(..) {
            queue.call_at(when, Work::Timer(id));
        }
        for _ in 0..std::mem::take(&mut state.timers_cancelled) {
            queue.timer_cancelled();
        }
        if std::mem::take(&mut state.stop) {
            queue.stop();
        }
    }

    /// Drops every task, and those that dropping them spawned.
    pub(super) fn clear(&mut self) {
        loop {
            let tasks = std::mem::take(&mut self.spawner.state.borrow_mut().tasks);
            if tasks.is_empty() {
                return;
            }
        }
    }

    /// Polls a task, or drops it if it was cancelled.
    fn poll(&mut self, queue: &mut Queue<Work>, id: u64) -> Step {
        let mut state = self.spawner.state.borrow_mut();
        let Some(task) = state.tasks.get_mut(&id) else { return Step::Done };
        let Some(mut future) = task.future.take() else { return Step::Waiting };
        let cancelled = task.cancelled;
        drop(state);

        let waker = queue.waker(&Work::Task(id));
        let waiting = !cancelled && future.as_mut().poll(&mut Context::from_waker(&waker)).is_pending();

        let mut state = self.spawner.state.borrow_mut();
        if waiting && let Some(task) = state.tasks.get_mut(&id) {
            task.future = Some(future);
            return Step::Waiting;
        }
        let task = state.tasks.remove(&id);
        drop(state);
        drop((task, future));
        Step::Done
    }
}

impl Handles<Work> for Futures {
    fn is_cancelled(&self, work: &Work) -> bool {
        let state = self.spawner.state.borrow();
        match work {
            Work::Task(id) => !state.tasks.contains_key(id),
            Work::Timer(id) => !state.sleepers.contains_key(id),
            Work::Stop => false,
        }
    }

    fn unscheduled(&mut self, work: &Work) {
        if let Work::Timer(id) = work
            && let Some(sleeper) = self.spawner.state.borrow_mut().sleepers.get_mut(id)
        {
            sleeper.scheduled = false;
        }
    }
}

impl Host<Work> for Futures {
    fn step(&mut self, queue: &mut Queue<Work>, work: &Work) -> Step {
        let step = match *work {
            Work::Task(id) => self.poll(queue, id),
            Work::Timer(id) => {
                let sleeper = self.spawner.state.borrow_mut().sleepers.remove(&id);
                if let Some(sleeper) = sleeper {
                    sleeper.waker.wake();
                }
                Step::Done
            }
            Work::Stop => {
                queue.stop();
                Step::Done
            }
        };
        self.settle(queue);
        step
    }
}
