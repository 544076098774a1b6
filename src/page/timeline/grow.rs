//! How a timeline grows: record by record, within its bounds.
//!
//! A lane has at most one bar that is open; the record that begins the next ends it. What is past the bounds is thinned out and
//! counted.

use loopthread_protocol::{
    Actor, LoopId, MessageId, Nanos, Record, TaskId, TaskState, ThreadId, ThreadState, Wait, WaitKind, What,
};

use super::{Arrow, Bar, Cancel, Cause, Doing, Ended, How, IDLE, Lane, Of, Timeline, Turn, explain, thin};
use crate::page::words;

/// Lanes that are kept.
pub(super) const LANES: usize = 10_000;

impl Timeline {
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

    /// The next record has this number.
    pub fn number(&mut self, record: u64) {
        self.record = record;
    }

    pub fn push(&mut self, record: &Record) {
        let at = record.at;
        self.end = self.end.max(at);
        self.version = self.version.wrapping_add(1);
        match &record.what {
            What::ThreadStarted { thread, name, daemon, by, line } => {
                let detail = if *daemon { "daemon" } else { "" };
                // A process begins with a thread that nobody started.
                let by = self.actor(*by);
                if let Some(place) = self.add(Lane::new(Of::Thread(*thread), name, detail.to_owned(), at)) {
                    self.threads.insert(thread.0, place);
                    let cause = by.filter(|_| line.is_some()).map_or(Cause::Own, Cause::Created);
                    self.begin(Some(place), Bar { cause, line: *line, ..self.bar(at, Doing::Ready) });
                }
            }
            What::ThreadEnded { thread } => {
                self.finish(self.threads.get(thread.0).copied(), at, How::Done, "", None);
            }
            What::ThreadState { thread, state } => {
                if let Some(&place) = self.threads.get(thread.0) {
                    self.thread_state(place, state, at);
                }
            }
            What::LoopAttached { lp, thread } => {
                self.loops.insert(lp.0, *thread);
                self.set_loop(*thread, Some(*lp));
                self.rows.take();
            }
            What::LoopDetached { lp } => {
                if let Some(thread) = self.loops.get(lp.0).copied() {
                    self.set_loop(thread, None);
                }
            }
            What::Turn { lp, ready } => {
                let place = self.loops.get(lp.0).and_then(|thread| self.threads.get(thread.0)).copied();
                if self.has_room()
                    && let Some(lane) = place.and_then(|place| self.lanes.get_mut(place))
                {
                    lane.turns.push(Turn { at, ready: *ready });
                }
            }
            What::TaskCreated { task, lp, name, coro, by, .. } => {
                let cause = self.actor(*by).map_or(Cause::Own, Cause::Created);
                if let Some(place) = self.add(Lane::new(Of::Task(*task, *lp), name, coro.clone(), at)) {
                    self.tasks.insert(task.0, place);
                    self.begin(Some(place), Bar { cause, ..self.bar(at, Doing::Ready) });
                }
            }
            What::TaskNamed { task, name } => {
                if let Some(lane) = self.tasks.get(task.0).and_then(|&place| self.lanes.get_mut(place)) {
                    lane.name = name.as_str().into();
                }
            }
            What::TaskState { task, state } => self.task_state(*task, state, at),
            What::CancelAsked { task, by, line } => {
                let (by, place) = (self.actor(*by), self.tasks.get(task.0).copied());
                if let (Some(by), Some(lane)) = (by, place.and_then(|place| self.lanes.get_mut(place))) {
                    lane.cancels.push(Cancel { at, by, line: *line });
                }
            }
            What::Sent { message, from, to, kind, text, line } => {
                let (from, to) = (self.actor(*from), self.threads.get(to.0).copied());
                if let (Some(from), Some(to)) = (from, to) {
                    self.send(Arrow {
                        message: *message,
                        from,
                        to,
                        sent: at,
                        received: None,
                        kind: *kind,
                        text: text.clone(),
                        line: *line,
                        record: self.record,
                    });
                } else {
                    self.left_out += 1;
                }
            }
            What::Received { message } => self.receive(*message, at),
        }
        self.record += 1;
    }

    fn thread_state(&mut self, place: usize, state: &ThreadState, at: Nanos) {
        let bar = |doing| self.bar(at, doing);
        let lane = self.lane(place);
        let held = lane.is_some_and(|lane| lane.lp.is_some());
        let task = lane.and_then(|lane| lane.task);
        let bar = match state {
            ThreadState::Running => bar(Doing::Running),
            ThreadState::Ready => bar(Doing::Ready),
            ThreadState::Blocked(wait) => {
                let doing = if held { Doing::Holding } else { Doing::Blocked };
                Bar { text: words::blocked_in(wait).into(), until: wait.until, line: wait.line, ..bar(doing) }
            }
            ThreadState::Selecting { until } => {
                Bar { text: IDLE.into(), until: *until, ..bar(Doing::Waiting) }
            }
        };
        // A task that blocks its thread is seen to do so.
        let stands = |lane: &Lane| lane.now.as_ref().is_some_and(|now| now.doing == Doing::Holding);
        if let Some(task) = task
            && (bar.doing == Doing::Holding || self.lane(task).is_some_and(stands))
        {
            self.begin(Some(task), bar.clone());
        }
        self.begin(Some(place), bar);
    }

    fn task_state(&mut self, task: TaskId, state: &TaskState, at: Nanos) {
        let place = self.tasks.get(task.0).copied();
        let thread = place.and_then(|place| self.thread_of(self.lanes.get(place)?));
        if let Some(thread) = thread.and_then(|thread| self.lanes.get_mut(thread)) {
            if *state == TaskState::Running {
                thread.task = place;
            } else if thread.task == place {
                thread.task = None;
            }
        }
        match state {
            TaskState::Ready { by, line } => {
                let by = by.and_then(|by| self.actor(by));
                let now =
                    place.and_then(|place| self.lanes.get_mut(place)).and_then(|lane| lane.now.as_mut());
                match now {
                    // It was created a moment ago, by them.
                    Some(now) if now.doing == Doing::Ready => now.line = now.line.or(*line),
                    _ => {
                        let cause = by.map_or(Cause::Own, Cause::Woken);
                        self.begin(place, Bar { cause, line: *line, ..self.bar(at, Doing::Ready) });
                    }
                }
            }
            TaskState::Running => self.begin(place, self.bar(at, Doing::Running)),
            TaskState::Waiting(Wait { kind, text, until, line }) => {
                let doing = if *kind == WaitKind::Sleep { Doing::Sleeping } else { Doing::Waiting };
                // Most tasks wait for the same thing again and again.
                let before = place.and_then(|place| self.lanes.get(place)).and_then(|lane| {
                    let last = lane.bars.iter().rev().take(4);
                    last.map(|bar| &bar.text).find(|before| ***before == **text)
                });
                let text = before.cloned().unwrap_or_else(|| text.as_str().into());
                self.begin(place, Bar { text, until: *until, line: *line, ..self.bar(at, doing) });
            }
            TaskState::Done => self.finish(place, at, How::Done, "", None),
            TaskState::Failed { error, line } => self.finish(place, at, How::Failed, error, *line),
            TaskState::Cancelled => self.finish(place, at, How::Cancelled, "", None),
        }
    }

    /// The lane of who did something.
    fn actor(&self, actor: Actor) -> Option<usize> {
        match actor {
            Actor::Page { .. } => Some(0),
            Actor::Python { thread, task } => {
                task.and_then(|task| self.tasks.get(task.0)).or_else(|| self.threads.get(thread.0)).copied()
            }
        }
    }

    fn set_loop(&mut self, thread: ThreadId, lp: Option<LoopId>) {
        if let Some(lane) = self.threads.get(thread.0).and_then(|&place| self.lanes.get_mut(place)) {
            (lane.lp, lane.task) = (lp, None);
        }
    }

    fn send(&mut self, arrow: Arrow) {
        if self.has_room() {
            if arrow.from == 0 {
                self.rows.take();
            }
            self.arrows.push(arrow);
        }
    }

    fn receive(&mut self, message: MessageId, at: Nanos) {
        if let Ok(place) = self.arrows.binary_search_by_key(&message, |arrow| arrow.message)
            && let Some(arrow) = self.arrows.get_mut(place)
        {
            arrow.received.get_or_insert(at);
        }
    }

    fn add(&mut self, lane: Lane) -> Option<usize> {
        if self.lanes.len() >= LANES {
            self.left_out += 1;
            return None;
        }
        self.rows.take();
        self.lanes.push(lane);
        Some(self.lanes.len() - 1)
    }

    /// A bar that the record which is being told begins.
    fn bar(&self, at: Nanos, doing: Doing) -> Bar {
        Bar {
            from: at,
            to: at,
            doing,
            text: self.blank.clone(),
            until: None,
            cause: Cause::Own,
            line: None,
            record: self.record,
        }
    }

    fn begin(&mut self, place: Option<usize>, mut bar: Bar) {
        let Some(place) = place else { return };
        let now = self.lanes.get(place).and_then(|lane| lane.now.as_ref());
        if let Some(now) = now {
            if now.doing == bar.doing && now.text == bar.text {
                return;
            }
            if is_brief(now, bar.from) && bar.cause == Cause::Own {
                // It is not seen to be ready; why it was is why it runs.
                (bar.from, bar.cause, bar.line) = (now.from, now.cause, bar.line.or(now.line));
            }
        }
        self.end_bar(place, bar.from);
        bar.to = bar.from;
        if let Some(lane) = self.lanes.get_mut(place) {
            lane.now = Some(bar);
        }
    }

    fn end_bar(&mut self, place: usize, at: Nanos) {
        let Some(bar) = self.lanes.get_mut(place).and_then(|lane| lane.now.take()) else { return };
        if (at > bar.from && !is_brief(&bar, at) || bar.doing == Doing::Running)
            && self.has_room()
            && let Some(lane) = self.lanes.get_mut(place)
        {
            lane.bars.push(Bar { to: at, ..bar });
        }
    }

    fn finish(&mut self, place: Option<usize>, at: Nanos, how: How, error: &str, line: Option<u32>) {
        if let Some(place) = place {
            self.end_bar(place, at);
            if let Some(lane) = self.lanes.get_mut(place) {
                lane.ended = Some(Ended { at, how, error: error.to_owned(), line });
            }
        }
    }

    /// Room for one more mark, made if need be.
    fn has_room(&mut self) -> bool {
        if self.marks >= self.most && !self.full {
            self.thin();
            self.full = self.marks > self.most / 4 * 3;
        }
        let room = self.marks < self.most;
        if room {
            self.marks += 1;
        } else {
            self.left_out += 1;
        }
        room
    }

    /// Leaves out half of what is there.
    fn thin(&mut self) {
        let before = self.marks;
        let mut kept = 0;
        for lane in &mut self.lanes {
            thin::thin(&mut lane.bars);
            let mut number = 0;
            lane.turns.retain(|_| {
                number += 1;
                number % 2 == 0
            });
            kept += lane.bars.len() + lane.turns.len();
        }
        // Of messages the earlier half: those on their way are among the others.
        if kept + self.arrows.len() > self.most / 2 {
            self.arrows.drain(..self.arrows.len() / 2);
        }
        self.marks = kept + self.arrows.len();
        self.left_out += (before - self.marks) as u64;
    }
}

/// Being ready for no time at all is how every wake-up begins; it is nothing to see.
fn is_brief(bar: &Bar, end: Nanos) -> bool {
    bar.doing == Doing::Ready && end.saturating_sub(bar.from) < explain::BRIEF
}
