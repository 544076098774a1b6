//! Stops: places in the program's code where the machine asks whether to go on.
//!
//! The loop knows nothing of them. Where stops are wanted, a code is replaced by one in which every statement begins with [`Op::Stop`];
//! the instruction that stood there moves behind the end, into a detour that jumps back. **All other instructions keep their
//! places**, so frames that are under way go on in the new code, and a stop charges no work: what a program does, and when its
//! threads switch, is the same with stops and without. The library's code has none.

use std::rc::Rc;

use super::Vm;
use super::run::{Exit, Fiber, Flow};
use super::step::After;
use crate::code::{Handler, Instr, Op};
use crate::frame::FrameId;
use crate::load::Code;

/// At which stops the machine leaves the loop.
#[derive(Clone, Debug, Default)]
pub struct Stops {
    /// Code has stops. Once it does, it keeps them: frames may stand in a detour.
    on: bool,
    /// At each.
    pub every: bool,
    /// At those of these lines, in whatever file of the program.
    pub lines: Vec<u32>,
    /// Where an exception is raised.
    pub raises: bool,
}

impl Vm {
    /// Gives the program's code stops, and what is loaded from now on.
    pub fn make_stops(&mut self) {
        if std::mem::replace(&mut self.stops.on, true) {
            return;
        }
        for at in 0..self.codes.len() {
            let code = self.with_stops(Rc::clone(&self.codes[at]));
            self.codes[at] = code;
        }
    }

    /// The code with stops, if it is to have any.
    pub(crate) fn with_stops(&self, code: Rc<Code>) -> Rc<Code> {
        match self.stops.on && !code.library {
            true => Rc::new(code.with_stops()),
            false => code,
        }
    }

    /// Has a fiber that stands at a stop go on behind it.
    pub fn pass_stop(&mut self, fiber: &Fiber) {
        let Some(frame) = fiber.top.and_then(|top| self.frames.python(top)) else { return };
        let code = self.code(frame.code);
        let Some(stop) = frame.ip.checked_sub(1).and_then(|ip| code.instrs.get(ip as usize)) else { return };
        if let (Op::Stop, detour, Some(top)) = (stop.op(), stop.arg(), fiber.top)
            && let Some(frame) = self.frames.python_mut(top)
        {
            frame.ip = detour;
        }
    }

    /// The parked frame has come to a stop.
    #[cold]
    #[inline(never)]
    pub(super) fn at_stop(&mut self, top: FrameId, instr: Instr, code: &Code) -> After {
        let Some(frame) = self.frames.python_mut(top) else { return After::Same };
        let line = code.position(frame.ip.saturating_sub(1)).line;
        if self.stops.every || self.stops.lines.contains(&line) {
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
            let (Some(&first), detour) = (self.instrs.get(at as usize), instrs.len() as u32) else { continue };
            if detour + 1 > Instr::MAX_ARG {
                break;
            }
            instrs.extend([first, Instr::new(Op::Jump, at + 1)]);
            positions.extend([self.position(at); 2]);
            if let Some(&handler) = self.handlers.iter().find(|h| h.start <= at && at < h.end) {
                handlers.push(Handler { start: detour, end: detour + 1, ..handler });
            }
            instrs[at as usize] = Instr::new(Op::Stop, detour);
        }
        (code.instrs, code.positions, code.handlers) = (instrs.into(), positions.into(), handlers.into());
        code
    }
}
