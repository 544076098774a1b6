//! The timeline: lanes of bars and the arrows between them, built record by record.
//!
//! A lane is the page, a Python thread or a task; a bar is a time in which it did one thing. Pure data, in
//! nanoseconds: where things are on a screen is [`scene`]'s, what part of time is seen is [`view`]'s. Bounded: bars and
//! lanes past the bounds are counted, never silently lost.

use std::{collections::BinaryHeap, rc::Rc};

use loopthread_protocol::{
    Actor, LoopId, MessageId, MessageKind, Nanos, Record, TaskId, TaskState, ThreadId, ThreadState, Wait,
    What,
};

use super::{table::Table, words};

pub mod paint;
pub mod scene;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod tests;
pub mod twin;
pub mod view;

/// Bars and arrows that are kept.
const MARKS: usize = 40_000;
/// Lanes that are kept.
const LANES: usize = 400;
/// What a thread waits for whose loop has nothing ready.
pub const IDLE: &str = "the loop's next event";

#[derive(Debug)]
pub struct Timeline {
    lanes: Vec<Lane>,
    arrows: Vec<Arrow>,
    /// Lanes by thread, and by task.
    threads: Table<usize>,
    tasks: Table<usize>,
    /// By loop, the thread that runs it, or ran it last.
    loops: Table<ThreadId>,
    /// Arrows by message.
    messages: Table<usize>,
    end: Nanos,
    marks: usize,
    left_out: u64,
    version: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub of: Of,
    pub name: Rc<str>,
    /// The coroutine of a task; `daemon` for such a thread.
    pub detail: String,
    /// In time, not overlapping.
    pub bars: Vec<Bar>,
    pub started: Nanos,
    pub ended: Option<Nanos>,
    /// What it does now, and since when.
    now: Option<(Nanos, Doing, Rc<str>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Page,
    Thread(ThreadId),
    Task(TaskId, LoopId),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub from: Nanos,
    pub to: Nanos,
    pub doing: Doing,
    /// What it waits for, or is blocked in.
    pub text: Rc<str>,
}

/// What a lane does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// It executes Python.
    Running,
    /// It could, but something else does.
    Ready,
    /// A task awaits, or a thread's loop waits in its selector: others may run.
    Waiting,
    /// A thread is held in a call that blocks.
    Blocked,
}

impl Doing {
    pub fn name(self) -> &'static str {
        match self {
            Doing::Running => "running",
            Doing::Ready => "ready",
            Doing::Waiting => "waiting",
            Doing::Blocked => "blocked",
        }
    }
}

/// A message from one lane to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// Places in [`Timeline::lanes`].
    pub from: usize,
    pub to: usize,
    pub sent: Nanos,
    /// None while it has not arrived.
    pub received: Option<Nanos>,
    pub kind: MessageKind,
    pub text: String,
}

impl Timeline {
    pub fn new() -> Timeline {
        Timeline {
            lanes: vec![Lane::new(Of::Page, "page", String::new(), 0)],
            arrows: Vec::new(),
            threads: Table::new(),
            tasks: Table::new(),
            loops: Table::new(),
            messages: Table::new(),
            end: 0,
            marks: 0,
            left_out: 0,
            version: 0,
        }
    }

    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    pub fn arrows(&self) -> &[Arrow] {
        &self.arrows
    }

    /// The time of the latest record.
    pub fn end(&self) -> Nanos {
        self.end
    }

    pub fn is_empty(&self) -> bool {
        self.lanes.len() == 1
    }

    /// Changes whenever anything else does.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// How many bars, arrows, lanes and records are not in it.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// The lanes from top to bottom, as places in [`Timeline::lanes`]: the page if it sent anything, then each thread
    /// with the tasks of its loops under it, last the tasks of loops that no thread ran yet.
    pub fn rows(&self) -> Vec<usize> {
        let under = |thread: &ThreadId| 1 + u64::from(thread.0);
        let key = |(place, lane): (usize, &Lane)| match lane.of {
            Of::Page => (0, false, place),
            Of::Thread(thread) => (under(&thread), false, place),
            Of::Task(_, lp) => (self.loops.get(lp.0).map_or(u64::MAX, under), true, place),
        };
        let page_spoke = self.arrows.iter().any(|arrow| arrow.from == 0);
        let lanes = self.lanes.iter().enumerate().skip(usize::from(!page_spoke));
        // A heap's sort is a fifth of the code of the others.
        let sorted = lanes.map(key).collect::<BinaryHeap<_>>().into_sorted_vec();
        sorted.into_iter().map(|(_, _, place)| place).collect()
    }

    /// The bar that a lane is in the middle of, drawn up to `now`.
    pub fn open_bar(&self, lane: &Lane, now: Nanos) -> Option<Bar> {
        let (from, doing, text) = lane.now.clone()?;
        Some(Bar { from, to: now.max(from), doing, text })
    }

    pub fn dropped(&mut self, records: u64) {
        self.left_out = self.left_out.saturating_add(records);
        self.version = self.version.wrapping_add(1);
    }

    /// Ends every bar: nothing goes on after this.
    pub fn close(&mut self, at: Nanos) {
        self.end = self.end.max(at);
        for place in 0..self.lanes.len() {
            self.end_bar(place, self.end);
        }
        self.version = self.version.wrapping_add(1);
    }

    pub fn push(&mut self, record: &Record) {
        let at = record.at;
        self.end = self.end.max(at);
        self.version = self.version.wrapping_add(1);
        match &record.what {
            What::ThreadStarted { thread, name, daemon, .. } => {
                let detail = if *daemon { "daemon" } else { "" };
                if let Some(place) = self.add(Lane::new(Of::Thread(*thread), name, detail.to_owned(), at)) {
                    self.threads.insert(thread.0, place);
                }
            }
            What::ThreadEnded { thread } => self.finish(self.threads.get(thread.0).copied(), at),
            What::ThreadState { thread, state } => {
                let blocked;
                let (doing, text) = match state {
                    ThreadState::Running => (Doing::Running, ""),
                    ThreadState::Ready => (Doing::Ready, ""),
                    ThreadState::Blocked(wait) => {
                        blocked = words::blocked_in(wait);
                        (Doing::Blocked, blocked.as_str())
                    }
                    ThreadState::Selecting { .. } => (Doing::Waiting, IDLE),
                };
                self.begin_bar(self.threads.get(thread.0).copied(), at, doing, text);
            }
            What::LoopAttached { lp, thread } => {
                self.loops.insert(lp.0, *thread);
            }
            What::TaskCreated { task, lp, name, coro, .. } => {
                if let Some(place) = self.add(Lane::new(Of::Task(*task, *lp), name, coro.clone(), at)) {
                    self.tasks.insert(task.0, place);
                    self.begin_bar(Some(place), at, Doing::Ready, "");
                }
            }
            What::TaskNamed { task, name } => {
                if let Some(lane) = self.tasks.get(task.0).and_then(|&place| self.lanes.get_mut(place)) {
                    lane.name = name.as_str().into();
                }
            }
            What::TaskState { task, state } => self.task_state(*task, state, at),
            What::Sent { message, from, to, kind, text, .. } => {
                self.send(*message, *from, *to, Arrow::new(at, *kind, text.clone()));
            }
            What::Received { message } => {
                let arrow = self.messages.get(message.0).and_then(|&place| self.arrows.get_mut(place));
                if let Some(arrow) = arrow {
                    arrow.received.get_or_insert(at);
                }
            }
            What::LoopDetached { .. } | What::Turn { .. } | What::CancelAsked { .. } => {}
        }
    }

    fn task_state(&mut self, task: TaskId, state: &TaskState, at: Nanos) {
        let place = self.tasks.get(task.0).copied();
        match state {
            TaskState::Ready { .. } => self.begin_bar(place, at, Doing::Ready, ""),
            TaskState::Running => self.begin_bar(place, at, Doing::Running, ""),
            TaskState::Waiting(Wait { text, .. }) => self.begin_bar(place, at, Doing::Waiting, text),
            TaskState::Done | TaskState::Failed { .. } | TaskState::Cancelled => self.finish(place, at),
        }
    }

    fn send(&mut self, message: MessageId, from: Actor, to: ThreadId, arrow: Arrow) {
        let from = match from {
            Actor::Page { .. } => Some(0),
            Actor::Python { thread, task } => {
                task.and_then(|task| self.tasks.get(task.0)).or_else(|| self.threads.get(thread.0)).copied()
            }
        };
        let (Some(from), Some(&to)) = (from, self.threads.get(to.0)) else {
            self.left_out += 1;
            return;
        };
        if self.has_room() {
            self.messages.insert(message.0, self.arrows.len());
            self.arrows.push(Arrow { from, to, ..arrow });
        }
    }

    fn add(&mut self, lane: Lane) -> Option<usize> {
        if self.lanes.len() >= LANES {
            self.left_out += 1;
            return None;
        }
        self.lanes.push(lane);
        Some(self.lanes.len() - 1)
    }

    fn begin_bar(&mut self, place: Option<usize>, at: Nanos, doing: Doing, text: &str) {
        let Some(lane) = place.and_then(|place| self.lanes.get(place)) else { return };
        if lane.now.as_ref().is_some_and(|now| now.1 == doing && *now.2 == *text) {
            return;
        }
        let place = place.unwrap_or_default();
        self.end_bar(place, at);
        if let Some(lane) = self.lanes.get_mut(place) {
            lane.now = Some((at, doing, text.into()));
        }
    }

    fn end_bar(&mut self, place: usize, at: Nanos) {
        let Some((from, doing, text)) = self.lanes.get_mut(place).and_then(|lane| lane.now.take()) else {
            return;
        };
        // Being ready for no time at all is how every wake-up begins; it is nothing to see.
        if (at > from || doing == Doing::Running)
            && self.has_room()
            && let Some(lane) = self.lanes.get_mut(place)
        {
            lane.bars.push(Bar { from, to: at, doing, text });
        }
    }

    fn finish(&mut self, place: Option<usize>, at: Nanos) {
        if let Some(place) = place {
            self.end_bar(place, at);
            if let Some(lane) = self.lanes.get_mut(place) {
                lane.ended = Some(at);
            }
        }
    }

    fn has_room(&mut self) -> bool {
        let room = self.marks < MARKS;
        if room {
            self.marks += 1;
        } else {
            self.left_out += 1;
        }
        room
    }
}

impl Default for Timeline {
    fn default() -> Self {
        Timeline::new()
    }
}

impl Lane {
    fn new(of: Of, name: &str, detail: String, started: Nanos) -> Lane {
        Lane { of, name: name.into(), detail, bars: Vec::new(), started, ended: None, now: None }
    }

    /// A task's lane, which stands under its thread's.
    pub fn is_task(&self) -> bool {
        matches!(self.of, Of::Task(..))
    }
}

impl Arrow {
    fn new(sent: Nanos, kind: MessageKind, text: String) -> Arrow {
        Arrow { from: 0, to: 0, sent, received: None, kind, text }
    }
}
