//! Standard input: lines that the owner gives to the threads that wait in `input()`, in the order in which they asked.
//!
//! A given line belongs to the thread that it wakes. Without an owner that gives lines the input is at its end.

use std::collections::VecDeque;

use loopthread_protocol::ThreadId;

#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Somebody gives lines when they are asked for.
    pub open: bool,
    waiting: VecDeque<ThreadId>,
    given: Vec<(ThreadId, Option<String>)>,
}

impl Input {
    /// Whether a thread waits for a line.
    pub fn is_asked(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// A thread stands in line for a line.
    pub fn ask(&mut self, thread: ThreadId) {
        if !self.waiting.contains(&thread) {
            self.waiting.push_back(thread);
        }
    }

    /// Gives a line without its end, or the end of the input, to the thread that waits the longest: that thread.
    pub fn give(&mut self, line: Option<String>) -> Option<ThreadId> {
        let thread = self.waiting.pop_front()?;
        self.given.push((thread, line));
        Some(thread)
    }

    /// What a thread was given.
    pub fn take(&mut self, thread: ThreadId) -> Option<Option<String>> {
        let at = self.given.iter().position(|(to, _)| *to == thread)?;
        Some(self.given.remove(at).1)
    }

    /// The thread has ended.
    pub fn leave(&mut self, thread: ThreadId) {
        self.waiting.retain(|waiting| *waiting != thread);
        self.given.retain(|(to, _)| *to != thread);
    }
}
