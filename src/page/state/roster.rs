//! Who is there: the threads and tasks of the process, by name, and which of them live.
//!
//! Fed by every trace record, so it stays right however much of the timeline is left out. Names of the ended are
//! kept for the run, since their output is.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use loopthread_protocol::{
    Actor, LoopId, Record, TaskId, TaskState, ThreadId, ThreadState, Wait, WaitKind, What,
};

use crate::page::words;

/// The name of the caller's own loop thread.
pub const PAGE: &str = "page";

#[derive(Debug, Default)]
pub struct Roster {
    threads: BTreeMap<ThreadId, Thread>,
    tasks: BTreeMap<TaskId, Task>,
    /// The tasks that have not ended.
    live: BTreeSet<TaskId>,
    loops: BTreeMap<LoopId, ThreadId>,
}

#[derive(Debug)]
struct Thread {
    name: Rc<str>,
    /// It is the caller's own.
    page: bool,
    live: bool,
    /// It waits, and no deadline ends that: what it does, in words.
    forever: Option<String>,
}

#[derive(Debug)]
pub struct Task {
    pub name: Rc<str>,
    /// The coroutine's name.
    pub coro: String,
    /// `ready`, `running`, or what it waits for.
    pub doing: String,
    /// The line at which it waits.
    line: Option<u32>,
    lp: LoopId,
}

impl Roster {
    /// The process is gone: nothing lives, the names stay.
    pub fn end(&mut self) {
        self.live.clear();
        self.loops.clear();
        self.threads.values_mut().for_each(|thread| thread.live = false);
    }

    pub fn apply(&mut self, record: &Record) {
        match &record.what {
            What::ThreadStarted { thread, name, by, .. } => {
                let page = name == PAGE && matches!(by, Actor::Page { .. });
                self.threads
                    .insert(*thread, Thread { name: name.as_str().into(), page, live: true, forever: None });
            }
            What::ThreadEnded { thread } => {
                if let Some(thread) = self.threads.get_mut(thread) {
                    thread.live = false;
                }
                // A thread that was halted has left its loop as it was, and its tasks with it.
                self.live.retain(|id| {
                    let lp = self.tasks.get(id).map(|task| task.lp);
                    lp.and_then(|lp| self.loops.get(&lp)) != Some(thread)
                });
                self.loops.retain(|_, on| on != thread);
            }
            What::LoopAttached { lp, thread } => {
                self.loops.insert(*lp, *thread);
            }
            What::LoopDetached { lp } => {
                self.loops.remove(lp);
            }
            What::TaskCreated { task, lp, name, coro, .. } => {
                let name = name.as_str().into();
                let new = Task { name, coro: coro.clone(), doing: "ready".to_owned(), line: None, lp: *lp };
                self.tasks.insert(*task, new);
                self.live.insert(*task);
            }
            What::TaskNamed { task, name } => {
                if let Some(task) = self.tasks.get_mut(task) {
                    task.name = name.as_str().into();
                }
            }
            What::TaskState { task, state } => self.task_state(*task, state),
            What::ThreadState { thread, state } => {
                if let Some(thread) = self.threads.get_mut(thread) {
                    thread.forever = match state {
                        ThreadState::Blocked(wait @ Wait { until: None, line, .. }) => Some(format!(
                            "is blocked in {}{}",
                            words::blocked_in(wait),
                            words::at_line(*line)
                        )),
                        ThreadState::Selecting { until: None } => Some("has nothing to do".to_owned()),
                        _ => None,
                    };
                }
            }
            What::Turn { .. } | What::Sent { .. } | What::Received { .. } => {}
        }
    }

    /// Its name; a number when it is not known.
    pub fn thread_name(&self, thread: ThreadId) -> Rc<str> {
        match self.threads.get(&thread) {
            Some(thread) => thread.name.clone(),
            None => format!("thread {thread}").into(),
        }
    }

    /// Its name; a number when it is not known.
    pub fn task_name(&self, task: TaskId) -> Rc<str> {
        match self.tasks.get(&task) {
            Some(task) => task.name.clone(),
            None => format!("task {task}").into(),
        }
    }

    /// The live threads of the program that run a loop, the caller's own left out.
    pub fn loop_threads(&self) -> impl Iterator<Item = (ThreadId, &Rc<str>)> {
        self.threads
            .iter()
            .filter(|(id, thread)| thread.live && !thread.page && self.loops.values().any(|on| on == *id))
            .map(|(id, thread)| (*id, &thread.name))
    }

    /// Whether all threads wait and no deadline will wake one, so that only the page's console could.
    pub fn stuck(&self) -> bool {
        let live = || self.threads.values().filter(|thread| thread.live);
        live().any(|thread| !thread.page) && live().all(|thread| thread.forever.is_some())
    }

    /// What everybody waits for whom no deadline will wake, a sentence each: threads, then tasks.
    pub fn waits(&self) -> Vec<String> {
        let threads = self.threads.values().filter(|thread| thread.live);
        let threads =
            threads.filter_map(|t| Some(format!("{} {}.", words::plain(&t.name), t.forever.as_ref()?)));
        let tasks = self.live_tasks().map(|(_, task, _)| {
            // A task that runs, or could, is held up by its thread.
            let is = if task.doing.starts_with("waits") { "" } else { "is " };
            let coro = words::plain(&task.coro);
            format!("{} ({coro}) {is}{}{}.", task.name, task.doing, words::at_line(task.line))
        });
        threads.chain(tasks).collect()
    }

    pub fn live_count(&self) -> usize {
        self.live.len()
    }

    /// The live tasks in the order in which they were made, each with its thread's name.
    pub fn live_tasks(&self) -> impl Iterator<Item = (TaskId, &Task, Rc<str>)> {
        self.live.iter().filter_map(|id| {
            let task = self.tasks.get(id)?;
            let thread =
                self.loops.get(&task.lp).map_or_else(|| "no thread".into(), |on| self.thread_name(*on));
            Some((*id, task, thread))
        })
    }

    fn task_state(&mut self, id: TaskId, state: &TaskState) {
        let doing = match state {
            TaskState::Ready => "ready".to_owned(),
            TaskState::Running => "running".to_owned(),
            TaskState::Waiting(wait) => match wait.kind {
                WaitKind::Task(other) => format!("waits for {}", self.task_name(other)),
                _ => format!("waits for {}", words::plain(&wait.text)),
            },
            TaskState::Done | TaskState::Failed { .. } | TaskState::Cancelled => {
                self.live.remove(&id);
                return;
            }
        };
        let line = match state {
            TaskState::Waiting(Wait { line, .. }) => *line,
            _ => None,
        };
        if let Some(task) = self.tasks.get_mut(&id) {
            (task.doing, task.line) = (doing, line);
        }
    }
}
