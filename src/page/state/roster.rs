//! Who is there: the threads and tasks of the process, by name, and which of them live.
//!
//! Fed by every trace record, so it stays right however much of the timeline is left out. Names of the ended are
//! kept for the run, since their output is.

use std::rc::Rc;

use loopthread_protocol::{Actor, Follow, LoopId, Record, TaskId, TaskState, ThreadId, WaitKind, What};

use crate::page::{table::Table, words};

/// The name of the caller's own loop thread.
pub const PAGE: &str = "page";

#[derive(Debug, Default)]
pub struct Roster {
    threads: Table<Thread>,
    tasks: Table<Task>,
    /// The tasks that have not ended, in the order in which they were made, and some that have: those are told by
    /// [`Task::live`], and taken out when they are half of it.
    live: Vec<TaskId>,
    ended: usize,
    /// By loop, the thread that runs it: as many as there are such threads.
    loops: Table<ThreadId>,
}

#[derive(Debug)]
struct Thread {
    name: Rc<str>,
    /// It is the caller's own.
    page: bool,
    live: bool,
}

#[derive(Debug)]
pub struct Task {
    pub name: Rc<str>,
    /// The coroutine's name.
    pub coro: String,
    /// `ready`, `running`, or what it waits for.
    pub doing: String,
    lp: LoopId,
    live: bool,
}

impl Roster {
    /// The process is gone: nothing lives, the names stay.
    pub fn end(&mut self) {
        self.tasks.values_mut().for_each(|task| task.live = false);
        self.live.clear();
        self.ended = 0;
        self.loops.clear();
        self.threads.values_mut().for_each(|thread| thread.live = false);
    }

    pub fn apply(&mut self, record: &Record) {
        match &record.what {
            What::ThreadStarted { thread, name, by, .. } => {
                let page = name == PAGE && matches!(by, Actor::Page { .. });
                self.threads.insert(thread.0, Thread { name: name.as_str().into(), page, live: true });
            }
            What::ThreadEnded { thread } => {
                if let Some(thread) = self.threads.get_mut(thread.0) {
                    thread.live = false;
                }
                // A thread that was halted has left its loop as it was, and its tasks with it.
                if self.loops.values().any(|on| on == thread) {
                    for task in self.tasks.values_mut() {
                        task.live &= self.loops.get(task.lp.0) != Some(thread);
                    }
                    self.forget_ended();
                    self.loops.retain(|_, on| on != thread);
                }
            }
            What::LoopAttached { lp, thread } => {
                self.loops.insert(lp.0, *thread);
            }
            What::LoopDetached { lp } => {
                self.loops.retain(|id, _| id != lp.0);
            }
            What::TaskCreated { task, lp, name, coro, .. } => {
                let name = name.as_str().into();
                let new = Task { name, coro: coro.clone(), doing: "ready".to_owned(), lp: *lp, live: true };
                self.tasks.insert(task.0, new);
                self.live.push(*task);
            }
            What::TaskNamed { task, name } => {
                if let Some(task) = self.tasks.get_mut(task.0) {
                    task.name = name.as_str().into();
                }
            }
            What::TaskState { task, state } => self.task_state(*task, state),
            What::ThreadState { .. }
            | What::Turn { .. }
            | What::CancelAsked { .. }
            | What::Sent { .. }
            | What::Received { .. } => {}
        }
    }

    /// Its name; a number when it is not known.
    pub fn thread_name(&self, thread: ThreadId) -> Rc<str> {
        match self.threads.get(thread.0) {
            Some(thread) => thread.name.clone(),
            None => format!("thread {thread}").into(),
        }
    }

    /// Its name; a number when it is not known.
    pub fn task_name(&self, task: TaskId) -> Rc<str> {
        match self.tasks.get(task.0) {
            Some(task) => task.name.clone(),
            None => format!("task {task}").into(),
        }
    }

    /// The live threads of the program that run a loop, the caller's own left out.
    pub fn loop_threads(&self) -> impl Iterator<Item = (ThreadId, &Rc<str>)> {
        self.threads
            .iter()
            .map(|(id, thread)| (ThreadId(id), thread))
            .filter(|(id, thread)| thread.live && !thread.page && self.loops.values().any(|on| on == id))
            .map(|(id, thread)| (id, &thread.name))
    }

    /// The live threads, the caller's own among them.
    pub fn live_threads(&self) -> impl Iterator<Item = (ThreadId, &Rc<str>)> {
        let live = self.threads.iter().filter(|(_, thread)| thread.live);
        live.map(|(id, thread)| (ThreadId(id), &thread.name))
    }

    /// Whether who is followed has ended.
    pub fn has_ended(&self, whom: Follow) -> bool {
        match whom {
            Follow::Thread(thread) => self.threads.get(thread.0).is_some_and(|thread| !thread.live),
            Follow::Task(task) => self.tasks.get(task.0).is_some_and(|task| !task.live),
        }
    }

    pub fn live_count(&self) -> usize {
        self.live.len() - self.ended
    }

    /// The live tasks in the order in which they were made, each with its thread's name.
    pub fn live_tasks(&self) -> impl Iterator<Item = (TaskId, &Task, Rc<str>)> {
        self.live.iter().filter_map(|id| {
            let task = self.tasks.get(id.0).filter(|task| task.live)?;
            let thread =
                self.loops.get(task.lp.0).map_or_else(|| "no thread".into(), |on| self.thread_name(*on));
            Some((*id, task, thread))
        })
    }

    fn task_state(&mut self, id: TaskId, state: &TaskState) {
        let doing = match state {
            TaskState::Ready { .. } => "ready".to_owned(),
            TaskState::Running => "running".to_owned(),
            TaskState::Waiting(wait) => match wait.kind {
                WaitKind::Task(other) => format!("waits for {}", self.task_name(other)),
                _ => format!("waits for {}", words::plain(&wait.text)),
            },
            TaskState::Done | TaskState::Failed { .. } | TaskState::Cancelled => {
                let ending = self.tasks.get_mut(id.0).is_some_and(|task| std::mem::take(&mut task.live));
                self.ended += usize::from(ending);
                if self.ended > self.live.len() / 2 {
                    self.forget_ended();
                }
                return;
            }
        };
        if let Some(task) = self.tasks.get_mut(id.0) {
            task.doing = doing;
        }
    }

    fn forget_ended(&mut self) {
        self.live.retain(|id| self.tasks.get(id.0).is_some_and(|task| task.live));
        self.ended = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THREAD: ThreadId = ThreadId(0);
    const MANY: u32 = 200_000;

    fn apply(roster: &mut Roster, what: What) {
        roster.apply(&Record { at: 0, what });
    }

    fn full() -> Roster {
        let mut roster = Roster::default();
        let by = Actor::Python { thread: THREAD, task: None };
        apply(
            &mut roster,
            What::ThreadStarted { thread: THREAD, name: "m".into(), daemon: false, by, line: None },
        );
        apply(&mut roster, What::LoopAttached { lp: LoopId(0), thread: THREAD });
        for task in (0..MANY).map(TaskId) {
            let (name, coro) = (format!("Task-{task}"), "work".to_owned());
            apply(&mut roster, What::TaskCreated { task, lp: LoopId(0), name, coro, by, line: None });
        }
        roster
    }

    /// Ends tasks one by one; being told twice changes nothing.
    fn end(roster: &mut Roster, ids: impl Iterator<Item = u32>) {
        for task in ids.map(TaskId) {
            apply(roster, What::TaskState { task, state: TaskState::Done });
            apply(roster, What::TaskState { task, state: TaskState::Done });
        }
    }

    #[test]
    fn a_great_many_tasks_end_in_any_order_and_their_names_stay() {
        let mut roster = full();
        end(&mut roster, 0..10);
        assert_eq!(roster.live_tasks().next().map(|(id, ..)| id), Some(TaskId(10)));
        end(&mut roster, (MANY / 2..MANY).rev());
        assert_eq!(roster.live_count(), MANY as usize / 2 - 10);
        assert_eq!(roster.live_tasks().count(), roster.live_count());
        end(&mut roster, 10..MANY / 2 - 1);
        let left: Vec<_> = roster.live_tasks().map(|(id, _, thread)| (id.0, thread)).collect();
        assert_eq!(left, [(MANY / 2 - 1, "m".into())]);
        assert_eq!(&*roster.task_name(TaskId(3)), "Task-3");
    }

    #[test]
    fn the_tasks_of_a_thread_that_ended_are_gone() {
        let mut roster = full();
        end(&mut roster, 0..10);
        apply(&mut roster, What::ThreadEnded { thread: THREAD });
        assert_eq!((roster.live_count(), roster.live_tasks().count()), (0, 0));
    }
}
