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
use super::task;
use crate::glue::process;

/// One thing that a loop will call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheduled {
    /// What a `Handle` object says.
    Handle(Id),
    /// `Task.__step()` of this task, in its context.
    Step(Id),
    /// `Task.__wakeup(future)`: the task, the future.
    Wakeup(Id, Id),
}

impl Scheduled {
    pub fn trace(&self, m: &mut Marker<'_>) {
        match *self {
            Scheduled::Handle(id) | Scheduled::Step(id) => m.id(id),
            Scheduled::Wakeup(task, future) => {
                m.id(task);
                m.id(future);
            }
        }
    }

    /// The object that keeps its referents alive while it waits.
    pub fn object(&self) -> Value {
        let (Scheduled::Handle(id) | Scheduled::Step(id) | Scheduled::Wakeup(id, _)) = *self;
        id.into()
    }

    /// The `Handle` object, made now if there is none.
    pub fn handle(self, vm: &mut Vm, lp: Value) -> Result<Value, Raised> {
        let (task, args) = match self {
            Scheduled::Handle(id) => return Ok(id.into()),
            Scheduled::Step(task) => (task, Vec::new()),
            Scheduled::Wakeup(task, future) => (task, vec![future.into()]),
        };
        let classes = &process(vm).classes;
        let method = if args.is_empty() { classes.task_step } else { classes.task_wakeup };
        let callback = task::bound(vm, method, task.into());
        let context = task::with_task(vm, task.into(), |t| t.context)?;
        Ok(handle::make(vm, Handle { callback, args, lp, context, ..Handle::default() }))
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
            Scheduled::Step(_) | Scheduled::Wakeup(..) => false,
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
