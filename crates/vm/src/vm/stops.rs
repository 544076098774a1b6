//! Stops: places in the program's code where the machine asks whether to go on.
//!
//! The loop knows nothing of them. Where stops are wanted, a code is replaced by one in which every statement begins with [`Op::Stop`];
//! the instruction that stood there moves behind the end, into a detour that jumps back. **All other instructions keep their
//! places**, so frames that are under way go on in the new code, and a stop charges no work but that of a jump back in its detour,
//! which is the distance from where it stood: what a program does, and when its threads switch, is the same with stops and
//! without. Only the program's own file has any.

use std::rc::Rc;

use super::Vm;
use super::run::{Exit, Flow};
use super::step::After;
use crate::code::{Handler, Instr, Op, Position};
use crate::frame::{FrameId, PythonFrame};
use crate::heap::object::TraceEntry;
use crate::load::Code;
use crate::types;
use crate::value::{Id, Value};

/// At which stops the machine leaves the loop.
#[derive(Clone, Debug, Default)]
pub struct Stops {
    /// The file of the program, if it is known: what was typed elsewhere has other lines.
    program: Option<Id>,
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

    /// The first line of a file, from this one on, at which a statement begins.
    pub fn statement_from(&self, file: &str, line: u32) -> Option<u32> {
        let of_file = |code: &&Rc<Code>| self.text(code.file_name) == file;
        let lines = |code: &Rc<Code>| -> Option<u32> {
            let begins = code.statements.iter().map(|&at| code.position(at).line);
            begins.filter(|begins| *begins >= line).min()
        };
        self.codes.iter().filter(of_file).filter_map(lines).min()
    }

    /// The code with stops, if it is to have any.
    pub(crate) fn with_stops(&self, code: Rc<Code>) -> Rc<Code> {
        match self.stops.file == Some(code.file_name) {
            true => Rc::new(code.with_stops()),
            false => code,
        }
    }

    /// The file of the program from now on.
    pub fn set_program(&mut self, file: &str) {
        self.stops.program = Some(self.intern(file));
    }

    /// Whether this is code of the program's own file, not of the library, of a console or of an `exec`.
    pub fn is_program(&self, code: &Code) -> bool {
        !code.library && self.stops.program.is_none_or(|file| file == code.file_name)
    }

    /// The frames of the program's own code, from the top.
    pub fn program_frames(&self, top: Option<FrameId>) -> impl Iterator<Item = FrameId> + '_ {
        let is_own = |frame: &PythonFrame| self.is_program(self.code(frame.code));
        self.frames.chain(top).filter(move |&frame| self.frames.python(frame).is_some_and(is_own))
    }

    /// Where the program stands that runs now.
    pub(super) fn program_entry(&self) -> Option<TraceEntry> {
        let frame = self.frames.python(self.program_frames(self.top).next()?)?;
        Some(TraceEntry { code: frame.code, ip: frame.ip.saturating_sub(1) })
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
        if !self.stops.raises || !self.is_program(code) || self.stops.announced.is(exc) {
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
        self.work += code.distance(instr.arg());
        if self.stops.every || self.stops.lines.contains(&line) {
            self.stops.standing = Some(top);
            return After::Leave(Flow::Leave(Exit::Stop { line }));
        }
        frame.ip = instr.arg();
        After::Same
    }
}

impl Code {
    /// What the jump back in a detour would have charged where it stood.
    fn distance(&self, detour: u32) -> u64 {
        let detour = self.instrs.get(detour as usize..).unwrap_or_default();
        match detour {
            [jump, _, distance, ..] if jump.op() == Op::JumpBackward => u64::from(distance.arg()),
            _ => 0,
        }
    }

    fn with_stops(&self) -> Code {
        let mut stopped = Stopped {
            plain: self,
            instrs: self.instrs.to_vec(),
            positions: self.positions.to_vec(),
            handlers: self.handlers.to_vec(),
        };
        for &at in &self.statements {
            stopped.stop_at(at as usize);
        }
        let mut code = self.clone();
        // Arguments have 24 bits: a body so long has no stops.
        if stopped.instrs.len() <= Instr::MAX_ARG as usize {
            code.instrs = stopped.instrs.into();
            code.positions = stopped.positions.into();
            code.handlers = stopped.handlers.into();
        }
        code
    }
}

/// A code that is being given stops.
struct Stopped<'a> {
    plain: &'a Code,
    instrs: Vec<Instr>,
    positions: Vec<Position>,
    handlers: Vec<Handler>,
}

impl Stopped<'_> {
    fn stop_at(&mut self, at: usize) {
        let Some(&first) = self.plain.instrs.get(at) else { return };
        let next = at as u32 + 1;
        let behind = match first.op() {
            // By a way that charges nothing, and what it would have charged.
            Op::JumpBackward => {
                let free = Instr::new(Op::JumpBackward, self.instrs.len() as u32 + 1);
                let behind = self.add(at, free);
                self.add(first.arg() as usize, Instr::new(Op::Jump, first.arg()));
                self.add(at, Instr::new(Op::Nop, next - first.arg()));
                behind
            }
            _ => self.detour(at, first, next),
        };
        let mut stop = Instr::new(Op::Stop, behind);
        if let Some((before, place)) =
            at.checked_sub(1).and_then(|at| Some((at, *self.plain.instrs.get(at)?)))
        {
            match (place.op(), place.arg()) {
                // The line of a `for` is told of once before the first round.
                (Op::GetIter | Op::GetAIter, _) => {
                    self.instrs[before] = Instr::new(Op::Jump, self.detour(before, place, behind));
                }
                // That of a `while True` in each, before what a round begins with.
                (Op::Nop, 1) => {
                    self.instrs[before] = place;
                    self.positions[at] = self.plain.position(before as u32);
                    stop = Instr::new(Op::Stop, self.detour(at, stop, behind));
                }
                _ => {}
            }
        }
        self.instrs[at] = stop;
    }

    /// A place for an instruction, from which it goes on there.
    fn detour(&mut self, from: usize, instr: Instr, to: u32) -> u32 {
        let place = self.add(from, instr);
        self.add(from, Instr::new(Op::Jump, to));
        place
    }

    fn add(&mut self, from: usize, instr: Instr) -> u32 {
        let place = self.instrs.len() as u32;
        self.instrs.push(instr);
        self.positions.push(self.plain.position(from as u32));
        let from = from as u32;
        if let Some(&handler) = self.plain.handlers.iter().find(|h| h.start <= from && from < h.end) {
            self.handlers.push(Handler { start: place, end: place + 1, ..handler });
        }
        place
    }
}
