//! What every stream of events obeys, whatever the program: checked event by event.
//!
//! Time never goes back; every name is told before it is used; nothing ends twice or acts after its end; what is
//! received was sent; a request is answered once.

use std::collections::{HashMap, HashSet};

use loopthread_session::protocol::{
    Actor, Event, LoopId, MessageId, Nanos, RequestId, TaskId, TaskState, ThreadId, What,
};

#[derive(Default)]
pub struct Invariants {
    at: Nanos,
    /// Alive or not.
    threads: HashMap<ThreadId, bool>,
    /// Ended or not.
    tasks: HashMap<TaskId, bool>,
    attached: HashMap<LoopId, ThreadId>,
    sent: HashSet<MessageId>,
    received: HashSet<MessageId>,
    answered: HashSet<RequestId>,
}

impl Invariants {
    pub fn check(&mut self, event: &Event) {
        match event {
            Event::Started { .. } => {
                *self = Invariants { answered: std::mem::take(&mut self.answered), ..Invariants::default() };
            }
            Event::Output(output) => {
                self.time(output.at);
                assert!(self.threads.contains_key(&output.thread), "output of an unknown thread: {output:?}");
                let known = output.task.is_none_or(|task| self.tasks.contains_key(&task));
                assert!(known, "output of an unknown task: {output:?}");
            }
            Event::Answer(answer) => {
                assert!(self.answered.insert(answer.request), "answered twice: {answer:?}");
            }
            Event::Trace { records, .. } => {
                for record in records {
                    self.time(record.at);
                    self.record(&record.what);
                }
            }
            Event::Crash { message } => panic!("crash: {message}"),
            _ => {}
        }
    }

    fn time(&mut self, at: Nanos) {
        assert!(at >= self.at, "time goes back from {} to {at}", self.at);
        self.at = at;
    }

    fn record(&mut self, what: &What) {
        match what {
            What::ThreadStarted { thread, by, .. } => {
                assert!(self.threads.insert(*thread, true).is_none(), "started twice: {what:?}");
                self.actor(*by);
            }
            What::ThreadEnded { thread } => {
                assert_eq!(self.threads.insert(*thread, false), Some(true), "{what:?}");
            }
            What::ThreadState { thread, .. } => {
                assert_eq!(self.threads.get(thread), Some(&true), "{what:?}");
            }
            What::LoopAttached { lp, thread } => {
                assert!(self.attached.insert(*lp, *thread).is_none(), "{what:?}");
            }
            What::LoopDetached { lp } => assert!(self.attached.remove(lp).is_some(), "{what:?}"),
            What::Turn { lp, .. } => assert!(self.attached.contains_key(lp), "{what:?}"),
            What::TaskCreated { task, by, .. } => {
                assert!(self.tasks.insert(*task, false).is_none(), "{what:?}");
                self.actor(*by);
            }
            What::TaskNamed { task, .. } => assert!(self.tasks.contains_key(task), "{what:?}"),
            What::TaskState { task, state } => {
                assert_eq!(self.tasks.get(task), Some(&false), "{what:?}");
                if let TaskState::Ready { by: Some(by), .. } = state {
                    self.actor(*by);
                }
                let ends = matches!(state, TaskState::Done | TaskState::Cancelled | TaskState::Failed { .. });
                self.tasks.insert(*task, ends);
            }
            What::CancelAsked { task, by, .. } => {
                assert_eq!(self.tasks.get(task), Some(&false), "{what:?}");
                self.actor(*by);
            }
            What::Sent { message, from, to, .. } => {
                assert!(self.sent.insert(*message), "{what:?}");
                assert_eq!(self.threads.get(to), Some(&true), "{what:?}");
                self.actor(*from);
            }
            What::Received { message } => {
                assert!(self.sent.contains(message) && self.received.insert(*message), "{what:?}");
            }
        }
    }

    fn actor(&self, actor: Actor) {
        if let Actor::Python { thread, task } = actor {
            assert_eq!(self.threads.get(&thread), Some(&true), "{actor:?} does not live");
            assert!(task.is_none_or(|task| self.tasks.contains_key(&task)), "{actor:?} is unknown");
        }
    }
}
