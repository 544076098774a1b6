//! The timeline: lanes of bars and the arrows between them, built record by record.
//!
//! A lane is the page, a Python thread or a task; a bar is a time in which it did one thing. Pure data, in
//! nanoseconds: where things are on a screen is [`scene`]'s, what part of time is seen is [`view`]'s, what they mean in words
//! [`explain`]'s and [`twin`]'s. Bounded: what is past the bounds is thinned out and counted, never silently lost.

use std::{cell::OnceCell, collections::BinaryHeap, rc::Rc};

use loopthread_protocol::{Nanos, TaskId, ThreadId};

use self::focus::Spot;
pub use self::lane::{Arrow, Bar, Cancel, Cause, Doing, Ended, How, Lane, Of, Turn};
use super::table::Table;

pub mod explain;
pub mod export;
pub mod focus;
mod grow;
mod lane;
pub mod paint;
pub mod pen;
pub mod scene;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod tests;
mod thin;
pub mod twin;
pub mod view;

/// Bars, turns and messages that are kept: some 20 MB of them.
const MARKS: usize = 250_000;
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
    end: Nanos,
    /// The number of the record that comes next.
    record: u64,
    marks: usize,
    most: usize,
    /// There is nothing more to thin out.
    full: bool,
    /// The text of what has none.
    blank: Rc<str>,
    left_out: u64,
    version: u32,
    /// Made when it is asked for, until lanes come or move.
    rows: OnceCell<Rows>,
}

/// The lanes from top to bottom, as places in [`Timeline::lanes`], and the row of each.
#[derive(Debug, Default)]
pub struct Rows {
    pub lanes: Vec<usize>,
    pub row: Vec<Option<usize>>,
}

impl Timeline {
    pub fn new() -> Timeline {
        Timeline {
            lanes: vec![Lane::new(Of::Page, "page", String::new(), 0)],
            arrows: Vec::new(),
            threads: Table::new(),
            tasks: Table::new(),
            loops: Table::new(),
            end: 0,
            record: 0,
            marks: 0,
            most: MARKS,
            full: false,
            blank: "".into(),
            left_out: 0,
            version: 0,
            rows: OnceCell::new(),
        }
    }

    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// What a task, or else a thread, did when so many records had been told.
    pub fn spot_of(&self, thread: ThreadId, task: Option<TaskId>, record: u64) -> Option<Spot> {
        let task = task.and_then(|task| self.tasks.get(task.0));
        let &lane = task.or_else(|| self.threads.get(thread.0))?;
        let of = self.lane(lane)?;
        Some(Spot { lane, record: of.before(record)?.record })
    }

    /// The last record, as far as something is shown of it, that was told by a time.
    pub fn record_at(&self, at: Nanos) -> u64 {
        let last = |lane: &Lane| {
            let now = lane.now.as_ref().filter(|now| now.from <= at);
            let before = || lane.bars.get(lane.bars.partition_point(|bar| bar.from <= at).checked_sub(1)?);
            now.or_else(before).map(|bar| bar.record)
        };
        let sent = self.arrows.partition_point(|arrow| arrow.sent <= at).checked_sub(1);
        let sent = sent.and_then(|place| self.arrows.get(place)).map(|arrow| arrow.record);
        self.lanes.iter().filter_map(last).chain(sent).max().unwrap_or(0)
    }

    /// The message whose sending a record told.
    pub fn message(&self, record: u64) -> Option<&Arrow> {
        let place = self.arrows.partition_point(|arrow| arrow.record < record);
        self.arrows.get(place).filter(|arrow| arrow.record == record)
    }

    /// When a bar began or a message was sent, and its line.
    pub fn begins(&self, spot: Spot) -> Option<(Nanos, Option<u32>)> {
        match self.lane(spot.lane)?.of_record(spot.record) {
            Some(bar) => Some((bar.from, bar.line)),
            None => self.message(spot.record).map(|arrow| (arrow.sent, arrow.line)),
        }
    }

    pub fn lane(&self, place: usize) -> Option<&Lane> {
        self.lanes.get(place)
    }

    /// By the time at which they were sent.
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

    /// How many bars, messages, turns, lanes and records are not in it.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// How many records were told.
    pub fn told(&self) -> u64 {
        self.record
    }

    /// The page if it sent anything, then each thread with the tasks of its loops under it, last the tasks of loops that no
    /// thread ran yet.
    pub fn rows(&self) -> &Rows {
        self.rows.get_or_init(|| {
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
            let lanes: Vec<usize> = sorted.into_iter().map(|(_, _, place)| place).collect();
            let mut row = vec![None; self.lanes.len()];
            for (number, &place) in lanes.iter().enumerate() {
                if let Some(slot) = row.get_mut(place) {
                    *slot = Some(number);
                }
            }
            Rows { lanes, row }
        })
    }

    /// The lane of the thread that runs a task's loop.
    pub fn thread_of(&self, lane: &Lane) -> Option<usize> {
        match lane.of {
            Of::Task(_, lp) => self.loops.get(lp.0).and_then(|thread| self.threads.get(thread.0)).copied(),
            _ => None,
        }
    }

    /// The rows of a thread's lane and those of its tasks.
    pub fn group(&self, thread: usize) -> std::ops::Range<usize> {
        let Rows { lanes, row } = self.rows();
        let Some(first) = row.get(thread).copied().flatten() else { return 0..0 };
        let tasks = lanes.iter().skip(first + 1);
        let tasks = tasks.take_while(|&&place| self.lane(place).is_some_and(Lane::is_task));
        let own = tasks
            .take_while(|&&place| self.lane(place).is_some_and(|lane| self.thread_of(lane) == Some(thread)));
        first..first + 1 + own.count()
    }

    /// The bar that a lane is in the middle of, drawn up to `now`.
    pub fn open_bar(&self, lane: &Lane, now: Nanos) -> Option<Bar> {
        let bar = lane.now.clone()?;
        Some(Bar { to: now.max(bar.from), ..bar })
    }
}

impl Default for Timeline {
    fn default() -> Self {
        Timeline::new()
    }
}
