//! `LoopThread`: the page's handle on an event loop that runs in a Python thread of the worker.
//!
//! The twin of the class `AsyncioThread` that the playground teaches: the page is the caller, and may not touch the
//! loop but by a numbered request. `run` is `run_threadsafe`, `spawn` is `create_task_threadsafe`, `stop` is
//! `stop_threadsafe`; results cross as their repr. Deliberately absent: ending the whole run; that is
//! [`Process::halt`].

use loopthread_protocol::{Command, Failure, Reply, Target, TaskId, ThreadId};

use super::process::{Process, unexpected};

#[derive(Clone)]
pub struct LoopThread {
    process: Process,
    target: Target,
}

/// A task that the page has spawned, or knows by its id.
#[derive(Clone)]
pub struct TaskHandle {
    process: Process,
    pub task: TaskId,
}

impl LoopThread {
    /// The handle on that thread: the caller's own, or one of the program's.
    pub fn new(process: &Process, target: Target) -> LoopThread {
        LoopThread { process: process.clone(), target }
    }

    /// Starts the caller's own thread; a program's thread runs already and is only named.
    ///
    /// # Errors
    /// What the process raised or refused.
    pub async fn start(&self) -> Result<ThreadId, Failure> {
        match self.target {
            Target::Thread(thread) => Ok(thread),
            Target::Page => match self.process.request(Command::Start).await? {
                Reply::Thread(thread) => Ok(thread),
                _ => Err(unexpected()),
            },
        }
    }

    /// Evaluates an expression, awaited if it is awaitable, or runs statements, on the loop. The result's repr, or
    /// nothing for statements. The request is sent before this returns.
    ///
    /// # Errors
    /// The traceback when Python raised, `Halted` when the run ended first.
    pub fn run(&self, source: String) -> impl Future<Output = Result<Option<String>, Failure>> + use<> {
        let answer = self.process.request(Command::Call { target: self.target, source });
        async move {
            match answer.await? {
                Reply::Value { repr } => Ok(repr),
                _ => Err(unexpected()),
            }
        }
    }

    /// Starts the expression's coroutine as a task on the loop. The request is sent before this returns.
    ///
    /// # Errors
    /// As for [`LoopThread::run`].
    pub fn spawn(&self, source: String) -> impl Future<Output = Result<TaskHandle, Failure>> + use<> {
        let process = self.process.clone();
        let answer = process.request(Command::Spawn { target: self.target, source });
        async move {
            match answer.await? {
                Reply::Task(task) => Ok(TaskHandle { process, task }),
                _ => Err(unexpected()),
            }
        }
    }

    /// Cancels a task, whatever its loop.
    ///
    /// # Errors
    /// Refused when it is not there.
    pub async fn cancel(&self, task: TaskId) -> Result<(), Failure> {
        TaskHandle { process: self.process.clone(), task }.cancel().await
    }

    /// Stops the loop and its thread: tasks are cancelled and clean up. Ends when the thread has.
    ///
    /// # Errors
    /// What stopping raised, or that there is no such loop.
    pub async fn stop(&self) -> Result<(), Failure> {
        self.process.request(Command::Stop { target: self.target }).await.map(|_| ())
    }
}

impl TaskHandle {
    /// Asks the task's loop to cancel it, as `loop.call_soon_threadsafe(task.cancel)` does. Ends when it was asked.
    ///
    /// # Errors
    /// Refused when it is not there.
    pub async fn cancel(&self) -> Result<(), Failure> {
        self.process.request(Command::Cancel { task: self.task }).await.map(|_| ())
    }
}
