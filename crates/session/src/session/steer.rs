//! Requests that steer a session: pause, resume, step, breakpoints, the speed of time. They are taken up at once, paused or not.

use loopthread_protocol::{Command, Failure, Nanos, Paused, Reason, Reply, RequestId, ThreadId};
use loopthread_vm::frame::NativeFrame;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::native::{Action, Args, NativeResult, Outcome};
use loopthread_vm::types;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;
use smallvec::SmallVec;

use super::Session;
use crate::asyncio::text::exception_line;
use crate::glue::{builtin, none, process, process_ref};
use crate::process::clock::nanos;

/// What became of a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AtStop {
    /// The session is paused there.
    Paused,
    /// The thread is to go on.
    Passed,
    /// A condition is evaluated first; then the thread comes to it again.
    Asked,
}

impl Session {
    /// Takes up a request of this kind; others come back.
    pub(super) fn steer(&mut self, id: RequestId, command: Command) -> Option<Command> {
        let is_paused = self.control.paused.is_some();
        let refused = match command {
            Command::Pause if is_paused => None,
            Command::Pause if self.is_live() => {
                self.control.pause_now(&mut self.vm, &self.fibers);
                None
            }
            Command::Pause => Some("nothing runs"),
            Command::Resume | Command::Step { .. } if !is_paused => Some("nothing is paused"),
            Command::Resume => {
                self.control.go_on(&mut self.vm, &self.fibers, None);
                None
            }
            Command::Step { step, follow } => {
                self.control.go_on(&mut self.vm, &self.fibers, Some((step, follow)));
                None
            }
            Command::Breakpoints { lines, exceptions } => {
                (self.control.breakpoints, self.control.exceptions) = (lines, exceptions);
                self.control.arm(&mut self.vm);
                None
            }
            Command::Inspect => {
                let snapshot = crate::inspect::snapshot(&mut self.vm, &self.fibers);
                process(&mut self.vm).answer(id, Ok(Reply::Snapshot(Box::new(snapshot))));
                return None;
            }
            Command::Complete { text } => {
                let names = crate::complete::names(&self.vm, &text);
                process(&mut self.vm).answer(id, Ok(Reply::Names(names)));
                return None;
            }
            Command::Speed { percent } => {
                self.control.set_speed(&mut self.vm, percent);
                None
            }
            Command::Advance { nanos } => match nanos.or_else(|| next_deadline(&mut self.vm)) {
                Some(nanos) => {
                    self.control.advance(&self.vm, nanos);
                    None
                }
                None => Some("nothing waits for a time"),
            },
            other => return Some(other),
        };
        let outcome = match refused {
            None => Ok(Reply::Done),
            Some(message) => Err(Failure::Refused { message: message.to_owned() }),
        };
        process(&mut self.vm).answer(id, outcome);
        None
    }

    /// Whether there is a program that can be paused.
    fn is_live(&mut self) -> bool {
        let process = process_ref(&self.vm);
        process.has_program() || !self.is_halted() && crate::requests::is_busy(&mut self.vm)
    }

    /// A thread has come to a stop.
    pub(super) fn at_stop(&mut self, thread: ThreadId, line: u32) -> AtStop {
        let Some(fiber) = self.fibers.get_mut(thread.0 as usize) else { return AtStop::Passed };
        let Some(top) = fiber.top else { return AtStop::Passed };
        let condition = self.control.breakpoint(line).map(|breakpoint| breakpoint.condition.clone());
        let reason = match (condition, process(&mut self.vm).condition.take()) {
            (None, _) => None,
            (Some(None), _) => Some(Reason::Breakpoint),
            (Some(Some(_)), Some(Ok(holds))) => holds.then_some(Reason::Breakpoint),
            (Some(Some(_)), Some(Err(error))) => Some(Reason::Condition { error }),
            (Some(Some(condition)), None) => {
                // Asked now; then the thread comes to this stop again.
                let question = ask(&mut self.vm, top, &condition);
                self.vm.repeat_stop();
                self.vm.insert(fiber, Ok(question));
                return AtStop::Asked;
            }
        };
        let done = self.control.is_step_done(&self.vm, thread, top).then_some(Reason::Step);
        match reason.or(done) {
            Some(reason) => {
                self.control.pause(&mut self.vm, &self.fibers, thread, reason);
                AtStop::Paused
            }
            None => {
                self.vm.pass_stop();
                AtStop::Passed
            }
        }
    }

    /// An exception comes to the program's code, and is to be paused at.
    pub(super) fn at_raise(&mut self, thread: ThreadId, exc: Value) {
        let error = exception_line(&mut self.vm, exc);
        self.control.pause(&mut self.vm, &self.fibers, thread, Reason::Exception { error });
    }

    /// The loop of a thread is about to take a turn: the one that was stepped to, or one that is watched.
    pub(super) fn at_turn(&mut self, thread: ThreadId) {
        if self.control.steps_to_turn(thread) {
            self.control.pause(&mut self.vm, &self.fibers, thread, Reason::Step);
        }
        self.sees_turn();
    }

    /// Where it stands, if it does.
    pub fn paused(&self) -> Option<&Paused> {
        self.control.paused.as_ref()
    }
}

/// How far the next time is that a thread waits for.
fn next_deadline(vm: &mut Vm) -> Option<Nanos> {
    let process = process(vm);
    process.threads.schedule(|scheduler, facts| scheduler.clear_cancelled(facts));
    let (deadline, _) = process.threads.scheduler.queue().timers().head()?;
    Some(nanos(deadline - process.clock.peek()))
}

/// The action that evaluates a condition in a frame.
fn ask(vm: &mut Vm, frame: loopthread_vm::frame::FrameId, condition: &str) -> Action {
    let globals = vm.frames.python(frame).map_or(Value::None, |frame| frame.globals.into());
    let locals = vm.locals_of(frame).unwrap_or(globals);
    let values = SmallVec::from_slice(&[vm.str(condition), globals, locals]);
    Action::Enter(NativeFrame::Own(Box::new(OwnFrame {
        resume: evaluate,
        name: "condition",
        stage: 0,
        values,
    })))
}

fn evaluate(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    frame.stage += 1;
    let answer = match (frame.stage, outcome) {
        (1, _) => return Ok(Action::call(builtin(vm, "eval"), Args::of(&frame.values))),
        (_, Outcome::Raised(exc)) => Err(exception_line(vm, exc)),
        (2, outcome) => {
            let value = outcome.value(vm)?;
            return Ok(Action::call(types::BOOL.into(), Args::of(&[value])));
        }
        (_, outcome) => Ok(matches!(outcome.value(vm)?, Value::Bool(true))),
    };
    process(vm).condition = Some(answer);
    none()
}
