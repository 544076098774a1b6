//! What a timeline consists of: lanes, their bars, how lanes end, and the messages between them.
//!
//! Plain data, in nanoseconds and places of lanes. Each bar knows the record that began it, so that whoever points at it can
//! ask for that moment, and why it began, so that its arrow and its words need no search.

use std::rc::Rc;

use loopthread_protocol::{LoopId, MessageId, MessageKind, Nanos, TaskId, ThreadId};

#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub of: Of,
    pub name: Rc<str>,
    /// The coroutine of a task; `daemon` for such a thread.
    pub detail: String,
    /// In time, not overlapping.
    pub bars: Vec<Bar>,
    /// The turns of a thread's loops.
    pub turns: Vec<Turn>,
    /// When somebody asked the task to end.
    pub cancels: Vec<Cancel>,
    pub started: Nanos,
    pub ended: Option<Ended>,
    /// What it does now: a bar without an end.
    pub(super) now: Option<Bar>,
    /// The loop that a thread runs, and the task of it.
    pub(super) lp: Option<LoopId>,
    pub(super) task: Option<usize>,
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
    /// Until when at most.
    pub until: Option<Nanos>,
    pub cause: Cause,
    /// The line at which it waits; of what is ready or runs, the line that was the cause.
    pub line: Option<u32>,
    /// The number of the record that began it, from 0 where the process started.
    pub record: u64,
}

/// What a lane does. In the order in which bars are painted: what matters more lies on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doing {
    /// A task awaits, or a thread's loop waits in its selector: others may run.
    Waiting,
    /// A task waits for nothing but time.
    Sleeping,
    /// Several bars were here; so many that they are not kept.
    LeftOut,
    /// It could run, but something else does.
    Ready,
    /// A thread is in a call that blocks, and has no loop.
    Blocked,
    /// It executes Python. A thread that does has the GIL.
    Running,
    /// A call that blocks holds the loop: none of its tasks can run.
    Holding,
}

impl Doing {
    pub const ALL: [Doing; 7] = [
        Doing::Waiting,
        Doing::Sleeping,
        Doing::LeftOut,
        Doing::Ready,
        Doing::Blocked,
        Doing::Running,
        Doing::Holding,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Doing::Running => "running",
            Doing::Ready => "ready",
            Doing::Waiting => "waiting",
            Doing::Sleeping => "sleeping",
            Doing::Blocked => "blocked",
            Doing::Holding => "holds the loop",
            Doing::LeftOut => "left out",
        }
    }
}

/// Why a bar began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// By itself: time is over, or the loop's or the scheduler's doing.
    Own,
    /// This lane created the task.
    Created(usize),
    /// This lane made the task ready.
    Woken(usize),
}

impl Cause {
    /// The lane whose doing it was.
    pub fn by(self) -> Option<usize> {
        match self {
            Cause::Own => None,
            Cause::Created(by) | Cause::Woken(by) => Some(by),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    pub at: Nanos,
    /// So many callbacks were ready.
    pub ready: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancel {
    pub at: Nanos,
    /// The lane that asked.
    pub by: usize,
    pub line: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub at: Nanos,
    pub how: How,
    /// Of one that failed: the exception, and where it comes from.
    pub error: String,
    pub line: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Done,
    Failed,
    Cancelled,
}

/// A message from one lane to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    pub message: MessageId,
    /// Places of lanes.
    pub from: usize,
    pub to: usize,
    pub sent: Nanos,
    /// None while it has not arrived.
    pub received: Option<Nanos>,
    pub kind: MessageKind,
    pub text: String,
    pub line: Option<u32>,
    /// The number of the record that told that it was sent.
    pub record: u64,
}

impl Lane {
    pub(super) fn new(of: Of, name: &str, detail: String, started: Nanos) -> Lane {
        Lane {
            of,
            name: name.into(),
            detail,
            bars: Vec::new(),
            turns: Vec::new(),
            cancels: Vec::new(),
            started,
            ended: None,
            now: None,
            lp: None,
            task: None,
        }
    }

    /// A task's lane, which stands under its thread's.
    pub fn is_task(&self) -> bool {
        matches!(self.of, Of::Task(..))
    }

    /// The place of the first bar that ends after a time, or at it.
    pub fn first_to(&self, at: Nanos) -> usize {
        self.bars.partition_point(|bar| bar.to < at)
    }

    /// What it did at a time; where one bar ends and the next begins, the one that begins.
    pub fn at(&self, at: Nanos) -> Option<&Bar> {
        let place = self.bars.partition_point(|bar| bar.to <= at);
        self.bars.get(place).or(self.now.as_ref()).filter(|bar| bar.from <= at)
    }

    /// The bar that this record began. That of what it does now ends where it begins.
    pub fn of_record(&self, record: u64) -> Option<&Bar> {
        self.nth(self.place_of(record)?)
    }

    /// Where among the bars, that of what it does now being the last.
    pub fn place_of(&self, record: u64) -> Option<usize> {
        let place = self.bars.partition_point(|bar| bar.record < record);
        self.nth(place).is_some_and(|bar| bar.record == record).then_some(place)
    }

    /// The last bar that began before a record was told.
    pub fn before(&self, record: u64) -> Option<&Bar> {
        let place = self.bars.partition_point(|bar| bar.record < record);
        let now = self.now.as_ref().filter(|now| now.record < record);
        now.or_else(|| self.nth(place.checked_sub(1)?))
    }

    pub fn nth(&self, place: usize) -> Option<&Bar> {
        self.bars.get(place).or(self.now.as_ref().filter(|_| place == self.bars.len()))
    }

    /// How many bars it has, that of what it does now among them.
    pub fn count(&self) -> usize {
        self.bars.len() + usize::from(self.now.is_some())
    }
}

impl Bar {
    pub fn length(&self) -> Nanos {
        self.to.saturating_sub(self.from)
    }
}
