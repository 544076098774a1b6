//! Running: fibers, budgets, and why the run loop was left.

use crate::frame::{FrameId, OnReturn};
use crate::native::{HostCall, Outcome};

/// One Python thread's stack of frames. The machine's owner keeps it and schedules it.
#[derive(Clone, Debug, Default)]
pub struct Fiber {
    /// The innermost frame.
    pub top: Option<FrameId>,
    /// Frames on the stack, for the recursion limit.
    pub depth: u32,
    /// A host call was made, and its answer goes there.
    pub awaiting: Option<OnReturn>,
}

/// How long to run, in work units; both count down.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// Until the host wants to breathe. Never observable by Python.
    pub slice: i64,
    /// Until another Python thread may take over; looked at only where CPython 3.13 looks.
    pub interval: i64,
}

/// Why the run loop was left.
#[derive(Debug)]
pub enum Exit {
    /// The fiber's last frame has ended: `Returned` or `Raised`.
    Done(Outcome),
    /// The slice is used up.
    Slice,
    /// The switch interval is used up, at a place where threads may switch.
    Switch,
    /// The owner must act, then [`crate::vm::Vm::answer`].
    Host(HostCall),
    /// A collection would pay: call [`crate::vm::Vm::collect`] with every fiber, then run on.
    Collect,
    /// An invariant of the machine broke; it must be thrown away.
    Bug(String),
}
