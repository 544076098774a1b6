//! The data of `_thread.lock` and `_thread.RLock`.
//!
//! As in CPython, releasing a lock wakes the first in line but does not hand it the lock: whoever runs first takes it.

use std::collections::VecDeque;

use loopthread_protocol::ThreadId;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

use crate::glue::host_data;

/// A lock that anyone may release.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    pub locked: bool,
    /// Who took it last, for people: any thread may release it.
    pub taken_by: Option<ThreadId>,
    pub waiters: VecDeque<ThreadId>,
}

/// A lock that its owner may take again.
#[derive(Clone, Debug, Default)]
pub struct RLock {
    pub owner: Option<ThreadId>,
    pub count: u32,
    pub waiters: VecDeque<ThreadId>,
}

host_data!(Lock, |_this, _m| {});
host_data!(RLock, |_this, _m| {});

impl Lock {
    /// Takes the lock if it is free.
    pub fn try_acquire(&mut self, thread: ThreadId) -> bool {
        if self.locked {
            return false;
        }
        (self.locked, self.taken_by) = (true, Some(thread));
        true
    }

    /// Frees the lock; who is to be woken. `None` when it was not locked.
    pub fn release(&mut self) -> Option<Option<ThreadId>> {
        std::mem::take(&mut self.locked).then(|| self.waiters.pop_front())
    }
}

impl RLock {
    /// Takes the lock `count` times if it is free or the thread's own.
    pub fn try_acquire(&mut self, thread: ThreadId, count: u32) -> bool {
        if self.owner.is_some_and(|owner| owner != thread) {
            return false;
        }
        self.owner = Some(thread);
        self.count += count;
        true
    }

    /// Gives the lock back `count` times; who is to be woken.
    pub fn release(&mut self, count: u32) -> Option<ThreadId> {
        self.count = self.count.saturating_sub(count);
        if self.count > 0 {
            return None;
        }
        self.owner = None;
        self.waiters.pop_front()
    }
}

/// The line in front of a lock of either kind.
pub fn waiters(vm: &mut Vm, lock: Value) -> Option<&mut VecDeque<ThreadId>> {
    if vm.host::<Lock>(lock).is_some() {
        return vm.host_mut::<Lock>(lock).map(|lock| &mut lock.waiters);
    }
    vm.host_mut::<RLock>(lock).map(|lock| &mut lock.waiters)
}
