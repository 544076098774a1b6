//! Who waits for what, in sentences: for a person who is told that nothing will ever go on.
//!
//! A plain lock has no owner in Python, so it is said who took it last. Deliberately absent: whether a wait may end, which the
//! scheduler knows ([`Turn::Idle`](super::Turn)).

use loopthread_protocol::{ThreadId, ThreadState, WaitKind};
use loopthread_vm::value::Value;

use super::Session;
use crate::asyncio::future::Future;
use crate::asyncio::{task, text};
use crate::glue::process_ref;
use crate::threads::locks::{Lock, RLock};
use crate::threads::{Kind, Park, Threads};

/// What a wait for a lock is called when the program itself takes the lock.
pub(crate) const OWN_ACQUIRE: &str = "lock.acquire";

impl Session {
    /// One sentence for each thread that waits, then one for each task.
    pub fn waits(&mut self) -> Vec<String> {
        let threads = &process_ref(&self.vm).threads;
        let waiting = threads
            .iter()
            .filter(|thread| !thread.ended && thread.park.is_some() && thread.kind == Kind::Program);
        let ids: Vec<ThreadId> = waiting.map(|thread| thread.id).collect();
        let tasks = process_ref(&self.vm).asyncio.tasks_in_order();
        let mut sentences: Vec<String> = ids.into_iter().filter_map(|id| self.thread_waits(id)).collect();
        sentences.extend(tasks.into_iter().filter_map(|task| self.task_waits(task)));
        sentences
    }

    fn thread_waits(&self, id: ThreadId) -> Option<String> {
        let threads = &process_ref(&self.vm).threads;
        let thread = threads.get(id)?;
        let name = &thread.name;
        let wait = match thread.told()? {
            ThreadState::Selecting { .. } => {
                return Some(format!("{name}: its event loop has nothing to do"));
            }
            ThreadState::Blocked(wait) => wait,
            ThreadState::Running | ThreadState::Ready => return None,
        };
        let at = at_line(wait.line);
        let own_lock = wait.kind == WaitKind::Lock && wait.text == OWN_ACQUIRE;
        Some(match (wait.kind, &thread.park.as_ref()?.park) {
            (WaitKind::Thread(_), _) => format!("{name} waits{at} for {} to end", wait.text),
            (_, park @ (Park::Lock(_) | Park::RLock(..))) if own_lock => {
                format!("{name} waits{at} for a lock that {}", self.holder(threads, id, park))
            }
            _ => format!("{name} waits{at} in {}", wait.text),
        })
    }

    /// `Thread-1 has`: who has a lock, for the thread that waits for it.
    fn holder(&self, threads: &Threads, waiter: ThreadId, park: &Park) -> String {
        let lock = park.object();
        let holder = match park {
            Park::RLock(..) => self.vm.host::<RLock>(lock).and_then(|lock| lock.owner),
            _ => self.vm.host::<Lock>(lock).and_then(|lock| lock.taken_by),
        };
        match holder.and_then(|id| threads.get(id)) {
            Some(thread) if thread.id == waiter => "it has itself".to_owned(),
            Some(thread) if thread.ended => format!("{} took, which has ended", thread.name),
            Some(thread) => format!("{} has", thread.name),
            None => "nobody gives back".to_owned(),
        }
    }

    fn task_waits(&mut self, task: Value) -> Option<String> {
        let vm = &mut self.vm;
        let data = vm.host::<Future>(task)?.task.as_ref()?;
        let (name, coro, waiter) = (data.name, data.coro, data.waiter);
        if waiter.is_none() {
            return None;
        }
        let name = task::shown_name(vm, name);
        let is_task = vm.host::<Future>(waiter).is_some_and(|future| future.task.is_some());
        let what = text::wait_text(vm, task, waiter);
        let what = match what.as_str() {
            "Future" => "for a future".to_owned(),
            _ if is_task => format!("for {what}"),
            _ => format!("in {what}"),
        };
        let (at, coro) = (at_line(text::waiting_line(vm, task)), text::coroutine_name(vm, coro));
        Some(format!("{name}, {coro}, waits{at} {what}"))
    }
}

fn at_line(line: Option<u32>) -> String {
    line.map_or_else(String::new, |line| format!(" at line {line}"))
}
