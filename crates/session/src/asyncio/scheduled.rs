//! What stands in a loop's ready queue: a `Handle` object, or the step of a task without one.
//!
//! CPython makes a handle for every step; nobody sees it but the loop's exception handler and debug mode. **So a step becomes
//! a handle only where somebody may look at it**: that spares three objects at each switch of tasks.

use loopthread_executor::Handles;
use loopthread_vm::heap::{Heap, Marker};
use loopthread_vm::native::Raised;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use super::handle::{self, Handle};
use super::{follow, gather, task};
use crate::glue::{process, with};
use crate::modules::contextvars;

/// One thing that a loop will call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheduled {
    /// What a `Handle` object says.
    Handle(Id),
    /// `Task.__step()` of this task, in its context.
    Step(Id),
    /// `Task.__wakeup(future)`: the task, the future.
    Wakeup(Id, Id),
    /// A gathering is told of a child that is done, a follower of a task.
    Told(Id, Id),
}

impl Scheduled {
    pub fn trace(&self, m: &mut Marker<'_>) {
        match *self {
            Scheduled::Handle(id) | Scheduled::Step(id) => m.id(id),
            Scheduled::Wakeup(id, future) | Scheduled::Told(id, future) => {
                m.id(id);
                m.id(future);
            }
        }
    }

    /// The object that keeps its referents alive while it waits.
    pub fn object(&self) -> Value {
        let (Scheduled::Handle(id) | Scheduled::Step(id) | Scheduled::Wakeup(id, _) | Scheduled::Told(_, id)) =
            *self;
        id.into()
    }

    /// The `Handle` object, made now if there is none.
    pub fn handle(self, vm: &mut Vm, lp: Value) -> Result<Value, Raised> {
        if let Scheduled::Handle(id) = self {
            return Ok(id.into());
        }
        let data = self.data(vm, lp)?;
        Ok(handle::make(vm, data))
    }

    /// What a `Handle` of it says.
    pub fn data(self, vm: &mut Vm, lp: Value) -> Result<Handle, Raised> {
        let classes = &process(vm).classes;
        let (function, object, args) = match self {
            Scheduled::Handle(id) => return with(vm, id.into(), |handle: &mut Handle| handle.clone()),
            Scheduled::Step(task) => (classes.task_step, task, Vec::new()),
            Scheduled::Wakeup(task, future) => (classes.task_wakeup, task, vec![future.into()]),
            Scheduled::Told(gathering, future) => {
                let function = gather::function(vm, gathering.into());
                (function, gathering, vec![future.into()])
            }
        };
        let callback = vm.bound_method(function, object.into());
        let context = match self {
            Scheduled::Told(listener, _) => match follow::of(vm, listener.into()) {
                Some(follower) => follower.context,
                None => contextvars::copy_current(vm),
            },
            _ => task::with_task(vm, object.into(), |t| t.context)?,
        };
        Ok(Handle { callback, args, lp, context, ..Handle::default() })
    }
}

/// What the executor must know about its handles.
pub struct HeapHandles<'a> {
    pub heap: &'a mut Heap,
}

impl Handles<Scheduled> for HeapHandles<'_> {
    fn is_cancelled(&self, scheduled: &Scheduled) -> bool {
        match scheduled {
            Scheduled::Handle(id) => {
                self.heap.data(*id).host::<Handle>().is_none_or(|handle| handle.cancelled)
            }
            Scheduled::Step(_) | Scheduled::Wakeup(..) | Scheduled::Told(..) => false,
        }
    }

    fn unscheduled(&mut self, scheduled: &Scheduled) {
        if let Scheduled::Handle(id) = scheduled
            && let Some(handle) = self.heap.data_mut(*id).host_mut::<Handle>()
        {
            handle.scheduled = false;
        }
    }
}
