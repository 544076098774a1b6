//! Stops: places in the program's code where the machine asks whether to go on.
//!
//! The loop knows nothing of them. Where stops are wanted, a code is replaced by one in which every statement begins with [`Op::Stop`];
//! the instruction that stood there moves behind the end, into a detour that jumps back. **All other instructions keep their
//! places**, so frames that are under way go on in the new code, and a stop charges no work: what a program does, and when its
//! threads switch, is the same with stops and without. Only the program's own file has any.

use std::rc::Rc;

use super::Vm;
use super::run::{Exit, Flow};
use super::step::After;
use crate::code::{Handler, Instr, Op};
use crate::frame::{FrameId, PythonFrame};
use crate::load::Code;
use crate::types;
use crate::value::{Id, Value};

/// At which stops the machine leaves the loop.
#[derive(Clone, Debug, Default)]
pub struct Stops {
    /// The file whose code has stops. Once it does, it keeps them: frames may stand in a detour.
    file: Option<Id>,
    /// At each.
    pub every: bool,
    /// At those of these lines.
    pub lines: Vec<u32>,
    /// Where an exception comes to the program's code.
    pub raises: bool,
    /// The frame that stands at a stop.
    standing: Option<FrameId>,
    /// The last exception that was stopped at.
    announced: Value,
}

impl Stops {
    /// After a collection another object may stand in the exception's place.
    pub(super) fn forget(&mut self) {
        self.announced = Value::Unbound;
    }
}

impl Vm {
    /// Gives the code of a file stops, that which is loaded from now on, too.
    pub fn make_stops(&mut self, file: &str) {
        let file = self.intern(file);
        if self.stops.file.replace(file) == Some(file) {
            return;
        }
        for at in 0..self.codes.len() {
            let code = self.with_stops(Rc::clone(&self.codes[at]));
            self.codes[at] = code;
        }
    }

    /// The code with stops, if it is to have any.
    pub(crate) fn with_stops(&self, code: Rc<Code>) -> Rc<Code> {
        match self.stops.file == Some(code.file_name) {
            true => Rc::new(code.with_stops()),
            false => code,
        }
    }

    /// The frames of the program's own code, from the top.
    pub fn program_frames(&self, top: Option<FrameId>) -> impl Iterator<Item = FrameId> + '_ {
        let is_own = |frame: &PythonFrame| !self.code(frame.code).library;
        self.frames.chain(top).filter(move |&frame| self.frames.python(frame).is_some_and(is_own))
    }

    /// The line at which a frame of Python code stands.
    pub fn line_at(&self, frame: FrameId) -> Option<u32> {
        let frame = self.frames.python(frame)?;
        let code = self.code(frame.code);
        Some(code.position(frame.ip.saturating_sub(1)).line.max(code.first_line))
    }

    /// Whether some frame stands at a stop.
    pub fn is_at_stop(&self) -> bool {
        self.stops.standing.is_some()
    }

    /// Whether it is this frame that stands at a stop.
    pub fn stands_at_stop(&self, frame: FrameId) -> bool {
        self.stops.standing == Some(frame)
    }

    /// Has the frame that stands at a stop come to it again.
    pub fn repeat_stop(&mut self) {
        if let Some(frame) = self.stops.standing.take().and_then(|frame| self.frames.python_mut(frame)) {
            frame.ip = frame.ip.saturating_sub(1);
        }
    }

    /// Has the frame that stands at a stop go on behind it, if one does.
    pub fn pass_stop(&mut self) {
        let Some(standing) = self.stops.standing.take() else { return };
        let Some(frame) = self.frames.python(standing) else { return };
        let code = self.code(frame.code);
        let stop = frame.ip.checked_sub(1).and_then(|ip| code.instrs.get(ip as usize)).map(|stop| stop.arg());
        if let (Some(detour), Some(frame)) = (stop, self.frames.python_mut(standing)) {
            frame.ip = detour;
        }
    }

    /// Whether a raise in this code is to be stopped at: once for each exception, and not for those that end an iteration.
    pub(super) fn stops_at_raise(&mut self, code: &Code, exc: Value) -> bool {
        let ends = [types::STOP_ITERATION, types::STOP_ASYNC_ITERATION, types::GENERATOR_EXIT];
        if !self.stops.raises || code.library || self.stops.announced.is(exc) {
            return false;
        }
        let is_error = !ends.into_iter().any(|class| self.is_instance(exc, class));
        if is_error {
            self.stops.announced = exc;
        }
        is_error
    }

    /// The parked frame has come to a stop.
    #[cold]
    #[inline(never)]
    pub(super) fn at_stop(&mut self, top: FrameId, instr: Instr, code: &Code) -> After {
        let Some(frame) = self.frames.python_mut(top) else { return After::Same };
        let line = code.position(frame.ip.saturating_sub(1)).line;
        if self.stops.every || self.stops.lines.contains(&line) {
            self.stops.standing = Some(top);
            return After::Leave(Flow::Leave(Exit::Stop { line }));
        }
        frame.ip = instr.arg();
        After::Same
    }
}

impl Code {
    fn with_stops(&self) -> Code {
        let mut code = self.clone();
        let (mut instrs, mut positions) = (code.instrs.into_vec(), code.positions.into_vec());
        let mut handlers = code.handlers.into_vec();
        for &at in &self.statements {
            let Some(&first) = self.instrs.get(at as usize) else { continue };
            let mut detour = |from: u32, instr: Instr, to: u32| {
                let place = instrs.len() as u32;
                instrs.extend([instr, Instr::new(Op::Jump, to)]);
                positions.extend([self.position(from); 2]);
                if let Some(&handler) = self.handlers.iter().find(|h| h.start <= from && from < h.end) {
                    handlers.push(Handler { start: place, end: place + 1, ..handler });
                }
                place
            };
            let behind = detour(at, first, at + 1);
            // The line of a `for` is told of once before the first round.
            let before = at.checked_sub(1).and_then(|before| self.instrs.get(before as usize).copied());
            let around = match before.map(|before| (before, before.op())) {
                Some((before, Op::GetIter | Op::GetAIter)) => Some(detour(at - 1, before, behind)),
                _ => None,
            };
            instrs[at as usize] = Instr::new(Op::Stop, behind);
            if let Some(around) = around {
                instrs[at as usize - 1] = Instr::new(Op::Jump, around);
            }
        }
        // Arguments have 24 bits: a body so long has no stops.
        if instrs.len() > Instr::MAX_ARG as usize {
            return self.clone();
        }
        (code.instrs, code.positions, code.handlers) = (instrs.into(), positions.into(), handlers.into());
        code
    }
}
