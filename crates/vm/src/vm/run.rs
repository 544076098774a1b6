//! Running: fibers, budgets, and the outer loop that moves between frames.
//!
//! The outer loop carries outcomes from frame to frame; the inner one ([`super::step`]) executes instructions of the top
//! Python frame. Neither recurses: whatever must happen next is written into the fiber as [`Pending`], so leaving at any
//! point loses nothing.

use super::Vm;
use crate::frame::{Body, Frame, FrameId, NativeFrame, OnReturn};
use crate::native::{Action, Args, HostCall, Input, NativeResult, Outcome, Raised};
use crate::value::Value;

/// One Python thread's stack of frames. The machine's owner keeps it and schedules it.
#[derive(Clone, Debug, Default)]
pub struct Fiber {
    /// The innermost frame.
    pub top: Option<FrameId>,
    /// What is still to be done before the top frame goes on.
    pub(super) pending: Option<Pending>,
    /// A host call was made, and its answer goes there.
    pub(super) awaiting: Option<OnReturn>,
}

impl Fiber {
    /// Whether the top frame has done an instruction and begun no other.
    pub fn is_between(&self) -> bool {
        self.pending.is_none() && self.awaiting.is_none()
    }
}

/// A step between frames that has not been taken yet.
#[derive(Clone, Debug)]
pub(super) enum Pending {
    /// Hand this to the top frame.
    Deliver(OnReturn, Outcome),
    /// Raise in the top frame: the instruction before its `ip` failed.
    Raise(Value),
    /// Call, then hand the result to the top frame.
    Call(OnReturn, Value, Box<Args>),
    /// Run a body in a namespace, then hand the result to the top frame.
    Body(OnReturn, Value, Value),
    /// Enter a native frame on top.
    Enter(OnReturn, NativeFrame),
    /// Resume a generator on top.
    Resume(OnReturn, crate::value::Id, crate::native::Input),
}

/// How long to run, in work units; both count down.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// Until the host wants to breathe. Never observable by Python. With 0 only what is pending between frames is done; below 0 it
    /// is used up, and ends at the next place where it can.
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
    /// A stop that is wanted, at this line: [`Vm::pass_stop`], then run on.
    Stop { line: u32 },
    /// An exception is about to be raised in the program's code, and somebody wants to see that: run on.
    Raise { exc: Value },
    /// The owner must act, then [`Vm::answer`].
    Host(HostCall),
    /// A collection would pay: call [`Vm::collect`] with every fiber, then run on.
    Collect,
    /// An invariant of the machine broke; it must be thrown away.
    Bug(String),
}

/// What the inner loop, or one pending step, leads to.
pub(super) enum Flow {
    /// Go on with the fiber's pending step or its top frame.
    On,
    Leave(Exit),
}

impl Vm {
    /// Begins a call on a fiber that has nothing to do. Its result comes as [`Exit::Done`].
    pub fn call(&mut self, fiber: &mut Fiber, callee: Value, args: Args) {
        fiber.pending = Some(Pending::Call(OnReturn::Push, callee, Box::new(args)));
    }

    /// Answers the host call that the fiber left the loop with.
    pub fn answer(&mut self, fiber: &mut Fiber, outcome: Outcome) {
        let on_return = fiber.awaiting.take().unwrap_or(OnReturn::Discard);
        fiber.pending = Some(match outcome {
            Outcome::Raised(exc) => self.pending_action(fiber, on_return, Err(Raised(exc))),
            outcome => Pending::Deliver(on_return, outcome),
        });
    }

    /// Answers a host call with something to be done first, whose result is the answer.
    pub fn answer_action(&mut self, fiber: &mut Fiber, action: NativeResult) {
        let on_return = fiber.awaiting.take().unwrap_or(OnReturn::Discard);
        fiber.pending = Some(self.pending_action(fiber, on_return, action));
    }

    /// Whether the fiber stands between two instructions of a Python frame.
    pub fn stands(&self, fiber: &Fiber) -> bool {
        fiber.pending.is_none() && fiber.awaiting.is_none() && fiber.top.is_some()
    }

    /// Does something on a fiber that stands between two instructions of a Python frame; its result is dropped.
    pub fn insert(&mut self, fiber: &mut Fiber, action: NativeResult) {
        if fiber.pending.is_none() {
            fiber.pending = Some(self.pending_action(fiber, OnReturn::Discard, action));
        }
    }

    /// Runs until something is for the owner to do. `budget` is charged with the work done.
    #[inline]
    pub fn run(&mut self, fiber: &mut Fiber, budget: &mut Budget) -> Exit {
        let start = self.work;
        let settles = budget.slice == 0;
        self.slice_end = self.work.saturating_add_signed(if settles { 1 } else { budget.slice });
        // It may be used up already: then the next place to switch is the one.
        self.interval_end = self.work.saturating_add_signed(budget.interval);
        let exit = loop {
            let flow = match fiber.pending.take() {
                Some(pending) => self.take_pending(fiber, pending),
                None => match fiber.top {
                    Some(_) if settles => Flow::Leave(Exit::Slice),
                    Some(_) => self.step(fiber),
                    None => Flow::Leave(Exit::Bug("a fiber without frames was run".into())),
                },
            };
            if let Flow::Leave(exit) = flow {
                break exit;
            }
        };
        let done = (self.work - start) as i64;
        budget.slice -= done;
        budget.interval -= done;
        exit
    }

    /// Takes one pending step.
    #[inline]
    fn take_pending(&mut self, fiber: &mut Fiber, pending: Pending) -> Flow {
        self.work += 1;
        self.top = fiber.top;
        if self.work >= self.slice_end.saturating_add(1) && !matches!(pending, Pending::Deliver(..)) {
            // Native frames alone could go on for ever. It is charged when it is taken: slices leave no trace.
            self.work -= 1;
            fiber.pending = Some(pending);
            return Flow::Leave(Exit::Slice);
        }
        match pending {
            Pending::Deliver(on_return, outcome) => return self.deliver(fiber, on_return, outcome),
            Pending::Raise(exc) => return self.raise_in_top(fiber, exc, true),
            Pending::Call(on_return, callee, args) => {
                if let Some(result) = self.call_value(fiber, callee, *args, on_return) {
                    return self.act(fiber, on_return, result);
                }
            }
            Pending::Body(on_return, function, namespace) => {
                match self.push_body(fiber, on_return, function, namespace) {
                    Ok(None) => {}
                    Ok(Some(coroutine)) => return self.act(fiber, on_return, Ok(Action::Return(coroutine))),
                    Err(raised) => return self.act(fiber, on_return, Err(raised)),
                }
            }
            Pending::Enter(on_return, native) => {
                if let Err(raised) = self.push_frame(fiber, on_return, Body::Native(native)) {
                    return self.act(fiber, on_return, Err(raised));
                }
                return self.resume_native(fiber, Outcome::Start);
            }
            Pending::Resume(on_return, generator, input) => {
                if let Some(result) = self.resume_generator(fiber, generator, input, on_return) {
                    return self.act(fiber, on_return, result);
                }
            }
        }
        Flow::On
    }

    /// Does what a native answered with, on behalf of the top frame.
    #[inline]
    pub(super) fn act(&mut self, fiber: &mut Fiber, on_return: OnReturn, result: NativeResult) -> Flow {
        if let Ok(Action::Host(call)) = result {
            fiber.awaiting = Some(on_return);
            return Flow::Leave(Exit::Host(*call));
        }
        fiber.pending = Some(self.pending_action(fiber, on_return, result));
        Flow::On
    }

    #[inline]
    fn pending_action(&mut self, fiber: &Fiber, on_return: OnReturn, result: NativeResult) -> Pending {
        match result {
            Ok(Action::Return(value)) => Pending::Deliver(on_return, Outcome::Returned(value)),
            Ok(Action::Finished(value)) => Pending::Deliver(on_return, Outcome::Finished(value)),
            Ok(Action::Call(callee, args)) => Pending::Call(on_return, callee, args),
            Ok(Action::Body(function, namespace)) => Pending::Body(on_return, function, namespace),
            Ok(Action::Enter(frame)) => Pending::Enter(on_return, frame),
            Ok(Action::Resume(generator, input)) => Pending::Resume(on_return, generator, input),
            Ok(Action::Host(_)) => Pending::Deliver(on_return, Outcome::Returned(Value::None)),
            Err(Raised(exc)) => {
                self.set_context(fiber.top, exc);
                Pending::Deliver(on_return, Outcome::Raised(exc))
            }
        }
    }

    /// Resumes the native frame on top.
    #[inline]
    pub(super) fn resume_native(&mut self, fiber: &mut Fiber, outcome: Outcome) -> Flow {
        let Some(top) = fiber.top else { return Flow::Leave(Exit::Bug("no native frame to resume".into())) };
        let Body::Native(place) = &mut self.frames.get_mut(top).body else {
            return Flow::Leave(Exit::Bug("a Python frame was resumed as a native one".into()));
        };
        let mut native = std::mem::replace(place, NativeFrame::Breath);
        let result = match &mut native {
            NativeFrame::Collect(collect) => collect.resume(self, outcome),
            native => native.resume(self, outcome),
        };
        match result {
            Ok(Action::Return(_) | Action::Finished(_)) | Err(_) => {
                let (back, on_return) = self.frames.end(top);
                fiber.top = back;
                let passed_on = match (&outcome, &result) {
                    (Outcome::Raised(old), Err(Raised(new))) => old.is(*new),
                    _ => false,
                };
                match result {
                    Err(Raised(exc)) if passed_on => {
                        fiber.pending = Some(Pending::Deliver(on_return, Outcome::Raised(exc)));
                        Flow::On
                    }
                    result => self.act(fiber, on_return, result),
                }
            }
            Ok(Action::Resume(generator, Input::Send(Value::None)))
                if let Some(resumed) = self.resume_suspended(top, generator, OnReturn::Native) =>
            {
                self.frames.put_back(top, native);
                fiber.top = Some(resumed);
                Flow::On
            }
            Ok(action) => {
                self.frames.put_back(top, native);
                self.act(fiber, OnReturn::Native, Ok(action))
            }
        }
    }

    /// Puts a frame on top; RecursionError when the stack is too deep.
    #[inline]
    pub(super) fn push_frame(
        &mut self,
        fiber: &mut Fiber,
        on_return: OnReturn,
        body: Body,
    ) -> Result<FrameId, Raised> {
        let below = fiber.top.map_or(0, |top| self.frames.get(top).depth);
        // Native frames end by themselves, but for comparisons: a list may contain itself.
        let compares =
            matches!(body, Body::Native(NativeFrame::CompareItems(_) | NativeFrame::CompareTables(_)));
        let depth = below + u32::from(compares || matches!(body, Body::Python(_)));
        if depth > self.recursion_limit {
            let place = if compares { " in comparison" } else { "" };
            return Err(crate::errors::recursion(self, place));
        }
        let id = self.frames.add(Frame { back: fiber.top, on_return, depth, body });
        fiber.top = Some(id);
        Ok(id)
    }
}
