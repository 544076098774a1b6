//! The instruction stream of one body while it is being written, with labels instead of addresses.
//!
//! Code generation appends instructions; [`finish`](Assembler::finish) drops what cannot be reached, measures the operand stack,
//! finds the sure loads and turns labels into indexes. **An exception region is a property of each instruction**
//! (the innermost handler around it), so unwinding code that is copied out of its block simply names another one, and the
//! rows of the finished table never overlap. Deliberately absent: anything about Python.

mod depth;
mod layout;
mod sure;

use ruff_text_size::TextRange;

use crate::code::op::{Instr, Op};

/// A place in the stream, perhaps not reached yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(u32);

/// An exception region: instructions inside it name it as their handler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region(u32);

/// Why a body could not be assembled; never the learner's fault but for size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// More instructions than an argument can address.
    TooLong,
    /// Two paths reach one instruction with different stacks, or take more than there is: a bug in code generation.
    Stack { at: usize },
    /// A label was used but never placed: a bug in code generation.
    Unplaced,
}

/// What an instruction's argument is.
#[derive(Clone, Copy, Debug)]
enum Arg {
    Value(u32),
    Target(Label),
}

#[derive(Clone, Copy, Debug)]
struct Node {
    op: Op,
    arg: Arg,
    at: TextRange,
    handler: Option<Region>,
    /// The first instruction of a statement.
    statement: bool,
    /// A `StoreFast` that may put the unbound marker back.
    restores: bool,
    /// Cannot be reached, or was folded into its neighbour.
    dropped: bool,
}

impl Node {
    /// The instruction as far as its stack effect goes.
    fn instr(&self) -> Instr {
        Instr::new(self.op, if let Arg::Value(value) = self.arg { value } else { 0 })
    }
}

/// Where a region's handler is and how deep the stack is cut.
#[derive(Clone, Copy, Debug)]
struct Handling {
    target: Label,
    /// The node before which the region was entered: the stack there, less `drop`, is what the handler keeps.
    setup: usize,
    drop: u32,
}

/// See the module's text.
#[derive(Debug, Default)]
pub(super) struct Assembler {
    nodes: Vec<Node>,
    labels: Vec<Option<usize>>,
    regions: Vec<Handling>,
    /// The innermost region at this point of the stream.
    handler: Option<Region>,
    statement: bool,
}

/// More than this in one body is refused while it grows: nested `finally` bodies double.
const MAX_NODES: usize = 1 << 20;

impl Assembler {
    /// Appends an instruction.
    pub fn emit(&mut self, op: Op, arg: u32, at: TextRange) {
        self.push(op, Arg::Value(arg), at, false);
    }

    /// Appends an instruction whose argument is a place.
    pub fn jump(&mut self, op: Op, target: Label, at: TextRange) {
        self.push(op, Arg::Target(target), at, false);
    }

    /// Appends a `StoreFast` of a value that may be the unbound marker.
    pub fn restore(&mut self, slot: u32, at: TextRange) {
        self.push(Op::StoreFast, Arg::Value(slot), at, true);
    }

    /// The next instruction begins a statement.
    pub fn begin_statement(&mut self) {
        self.statement = true;
    }

    /// A statement has ended; whether it needed no instruction.
    pub fn end_statement(&mut self) -> bool {
        std::mem::take(&mut self.statement)
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() as u32 - 1)
    }

    /// Puts a label before the next instruction.
    pub fn place(&mut self, label: Label) {
        let here = self.nodes.len();
        if let Some(slot) = self.labels.get_mut(label.0 as usize) {
            *slot = Some(here);
        }
    }

    /// A label placed here.
    pub fn here(&mut self) -> Label {
        let label = self.label();
        self.place(label);
        label
    }

    /// From here on exceptions go to `target`, with the stack as it is now less its `drop` topmost values.
    /// Returns the region that was innermost so far, for [`Self::leave`].
    pub fn enter(&mut self, target: Label, drop: u32) -> Option<Region> {
        let outer = self.handler;
        self.regions.push(Handling { target, setup: self.nodes.len(), drop });
        self.handler = Some(Region(self.regions.len() as u32 - 1));
        outer
    }

    /// Makes `outer` the innermost region again; returns the one that was.
    pub fn leave(&mut self, outer: Option<Region>) -> Option<Region> {
        std::mem::replace(&mut self.handler, outer)
    }

    /// Renumbers local slots.
    pub fn map_slots(&mut self, new: impl Fn(u32) -> u32) {
        for node in &mut self.nodes {
            if let (true, Arg::Value(slot)) = (node.op.takes_slot(), &mut node.arg) {
                *slot = new(*slot);
            }
        }
    }

    pub fn is_too_long(&self) -> bool {
        self.nodes.len() > MAX_NODES
    }

    fn push(&mut self, op: Op, arg: Arg, at: TextRange, restores: bool) {
        let statement = std::mem::take(&mut self.statement);
        self.nodes.push(Node { op, arg, at, handler: self.handler, statement, restores, dropped: false });
    }

    fn position_of(&self, label: Label) -> Option<usize> {
        self.labels.get(label.0 as usize).copied().flatten()
    }

    fn handling(&self, node: &Node) -> Option<Handling> {
        node.handler.and_then(|region| self.regions.get(region.0 as usize)).copied()
    }
}
