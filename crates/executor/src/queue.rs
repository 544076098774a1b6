//! The queue: the part of an executor that a step may touch.
//!
//! A callback may schedule, wake and stop, also on the loop that is running it; it may not drive that loop. So what it needs
//! lies here, apart from the paused handle and the phases of a turn, which are the
//! [`Executor`](crate::Executor)'s. What wakers send counts as scheduled at the moment it arrives: every call that adds a
//! handle takes in the inbox first, so the ready queue is in true order of arrival.

use std::collections::VecDeque;
use std::sync::Arc;
use std::task::Waker;

use crate::inbox::{self, Inbox};
use crate::timers::TimerHeap;

/// What is scheduled on an executor: handles ready to run, and handles that wait for their deadline.
///
/// A clone has its own inbox: it starts with what had arrived, and earlier wakers go on ringing at the original.
#[derive(Debug)]
pub struct Queue<H> {
    /// `BaseEventLoop._ready`.
    pub(crate) ready: VecDeque<H>,
    /// How many of `ready`, from the front, belong to the turn in progress: what is left of `ntodo`.
    pub(crate) left: usize,
    /// `BaseEventLoop._scheduled`.
    pub(crate) timers: TimerHeap<H>,
    /// `BaseEventLoop._timer_cancelled_count`.
    pub(crate) timers_cancelled: usize,
    stopping: bool,
    inbox: Arc<Inbox<H>>,
}

impl<H> Default for Queue<H> {
    fn default() -> Self {
        Queue {
            ready: VecDeque::new(),
            left: 0,
            timers: TimerHeap::default(),
            timers_cancelled: 0,
            stopping: false,
            inbox: Arc::default(),
        }
    }
}

impl<H: Clone> Clone for Queue<H> {
    fn clone(&self) -> Self {
        Queue {
            ready: self.ready.clone(),
            left: self.left,
            timers: self.timers.clone(),
            timers_cancelled: self.timers_cancelled,
            stopping: self.stopping,
            inbox: Arc::new(self.inbox.fork()),
        }
    }
}

impl<H> Queue<H> {
    /// Schedules a handle for the next turn, behind all that are ready (`loop.call_soon`).
    pub fn call_soon(&mut self, handle: H) {
        self.receive();
        self.ready.push_back(handle);
    }

    /// Schedules a handle in front of all that are ready, in this turn if one is in progress. asyncio has no such call;
    /// it is for threads, where one that is started or handed the lock goes first.
    pub fn call_first(&mut self, handle: H) {
        self.receive();
        self.ready.push_front(handle);
        self.left += 1;
    }

    /// Schedules a handle for the first turn that begins at `when` or later (`loop.call_at`; seconds in the loop's time).
    pub fn call_at(&mut self, when: f64, handle: H) {
        self.timers.push(when, handle);
    }

    /// Notes that a handle was cancelled while it was in the timer heap (`BaseEventLoop._timer_handle_cancelled`). The handle
    /// stays there until it is at the head, or until so many are cancelled that the heap is rebuilt. To be called
    /// once per handle, and only while it is in the heap: [`Handles::unscheduled`](crate::Handles::unscheduled) says when it left.
    pub fn timer_cancelled(&mut self) {
        self.timers_cancelled += 1;
    }

    /// Asks whoever drives the executor to stop after this turn (`loop.stop`). Until then the executor does not wait.
    pub fn stop(&mut self) {
        self.stopping = true;
    }

    pub fn is_stopping(&self) -> bool {
        self.stopping
    }

    /// Forgets a request to stop, as `loop.run_forever` does when it returns.
    pub fn clear_stop(&mut self) {
        self.stopping = false;
    }

    /// Drops all that is scheduled (`loop.close`).
    pub fn clear(&mut self) {
        self.receive();
        self.ready.clear();
        self.left = 0;
        self.timers.clear();
        self.timers_cancelled = 0;
    }

    /// The handles that are ready, in order; not those still in the inbox.
    pub fn ready(&self) -> impl Iterator<Item = &H> {
        self.ready.iter()
    }

    /// The timers, in the heap's inner order.
    pub fn timers(&self) -> &TimerHeap<H> {
        &self.timers
    }

    /// The door for other OS threads: `inbox().send(handle)` is `loop.call_soon_threadsafe`.
    pub fn inbox(&self) -> &Arc<Inbox<H>> {
        &self.inbox
    }

    /// A waker that schedules `handle` as `call_soon` would, once, from any OS thread. Make one per poll, and only for a poll
    /// that asks for it; nothing in the executor refers to it.
    pub fn waker(&self, handle: &H) -> Waker
    where
        H: Clone + Send + 'static,
    {
        inbox::waker(&self.inbox, handle.clone())
    }

    /// Whether a turn that began now would find something to run, timers aside.
    pub(crate) fn is_ready(&self) -> bool {
        !self.ready.is_empty() || !self.inbox.is_empty()
    }

    pub(crate) fn receive(&mut self) {
        self.inbox.drain(&mut self.ready);
    }
}
