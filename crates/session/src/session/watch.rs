//! Looking on: a turn that can be left wherever there is something to see, and gone on with from there.
//!
//! For a copy of a session that does again what the session did (`history`). **What is done is the same as without**, to the
//! unit of work, so that a copy can be watched now and then and still goes the session's way.

use loopthread_protocol::{Moment, Outcome, Paused, Reason, RequestId, TaskId, ThreadId};

use loopthread_vm::frame::{Body, NativeFrame};

use super::Session;
use super::control::{depth, place};
use super::steer::AtStop;
use crate::asyncio::run_forever::RUN_FOREVER;
use crate::glue::{process, process_ref};
use crate::process::events::Events;

/// What to leave a turn at beside places ([`super::control::Control::watched`]), and what it was left at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Watch {
    /// As soon as so many records were told.
    record: Option<u64>,
    seen: Option<Seen>,
}

/// Why a turn was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A thread is about to run a statement.
    Statement,
    /// A loop is about to run what is ready.
    Turn,
    /// The records were told.
    Record,
}

impl Watch {
    /// The turn is gone on with. Whether it was left at a place.
    pub fn leave_place(&mut self) -> bool {
        matches!(self.seen.take(), Some(Seen::Statement | Seen::Turn))
    }

    pub fn seen(&self) -> Option<Seen> {
        self.seen
    }

    /// Work that may be done between two looks.
    pub fn most_work(&self) -> i64 {
        if self.record.is_some() { 1 } else { i64::MAX }
    }
}

impl Session {
    /// From now on turns are left at each statement and turn of a loop.
    pub(crate) fn watch_places(&mut self, yes: bool) {
        self.control.watched = yes;
        self.control.arm(&mut self.vm);
    }

    /// From now on a turn is left when so many records were told.
    pub(crate) fn watch_record(&mut self, record: Option<u64>) {
        self.watch.record = record;
    }

    /// Why the turn was left, if it is not over.
    pub(crate) fn seen(&self) -> Option<Seen> {
        self.watch.seen
    }

    /// Whether the thread has to be left at a stop.
    pub(super) fn sees_stop(&mut self, stop: AtStop) -> bool {
        if self.control.watched && stop != AtStop::Asked {
            self.watch.seen = Some(Seen::Statement);
            return true;
        }
        stop == AtStop::Paused
    }

    /// A loop is about to take a turn.
    pub(super) fn sees_turn(&mut self) {
        if self.control.watched {
            self.watch.seen = Some(Seen::Turn);
        }
    }

    /// Whether the records that are watched for were told.
    pub(super) fn sees_record(&mut self) -> bool {
        let reached = self.watch.record.is_some_and(|record| self.told() >= record);
        if reached {
            (self.watch.record, self.watch.seen) = (None, Some(Seen::Record));
        }
        reached
    }

    /// How many trace records this process has told.
    pub(crate) fn told(&self) -> u64 {
        process_ref(&self.vm).events.with(|events: &mut Events| events.told())
    }

    /// Whether an exploration is under way, beside the process.
    pub(crate) fn is_exploring(&self) -> bool {
        self.exploring.is_some()
    }

    /// Which of the session's processes this is.
    pub(crate) fn begun(&self) -> u32 {
        self.begun
    }

    /// The work that the process has done.
    pub(crate) fn work(&self) -> u64 {
        self.vm.work
    }

    pub(crate) fn answer(&mut self, id: RequestId, outcome: Outcome) {
        process(&mut self.vm).answer(id, outcome);
    }

    /// The size of the Python heap.
    pub(crate) fn heap_bytes(&self) -> usize {
        self.vm.heap.bytes()
    }

    /// The thread that was at work last, its task, and how many functions of the program it is in.
    pub(crate) fn at_work(&self) -> (ThreadId, Option<TaskId>, usize) {
        let threads = &process_ref(&self.vm).threads;
        let thread = threads.current_id();
        let task = threads.get(thread).and_then(|thread| thread.current_task_id);
        (thread, task, depth(&self.vm, &self.fibers, thread))
    }

    /// Whether a thread's loop waits for its next event.
    pub(crate) fn waits_in_loop(&self, thread: ThreadId) -> bool {
        let top = self.fibers.get(thread.0 as usize).and_then(|fiber| fiber.top);
        let mut bodies = self.vm.frames.chain(top).map(|frame| &self.vm.frames.get(frame).body);
        let first = bodies.find_map(|body| match body {
            Body::Native(NativeFrame::Own(own)) => Some(own.name == RUN_FOREVER),
            Body::Python(_) => Some(false),
            _ => None,
        });
        first == Some(true)
    }

    /// Whether a thread stands before a statement at which the session was paused.
    pub(crate) fn is_at_stop(&self) -> bool {
        self.vm.is_at_stop()
    }

    /// Where the thread stands that was at work last.
    pub(crate) fn stands(&self) -> Paused {
        let thread = process_ref(&self.vm).threads.current_id();
        place(&self.vm, &self.fibers, thread, Reason::Past)
    }

    /// The moment as it is shown.
    pub(crate) fn moment(&mut self, is_now: bool) -> Moment {
        let stands = match (is_now, &self.control.paused) {
            (true, Some(paused)) => paused.clone(),
            _ => self.stands(),
        };
        let snapshot = crate::inspect::snapshot(&mut self.vm, &self.fibers);
        let output = process_ref(&self.vm).events.with(|events: &mut Events| events.printed());
        Moment { record: self.told(), output, is_now, stands, snapshot }
    }
}
