//! Native frames: what a native function becomes when it needs Python to be run for it.
//!
//! Each variant is plain data with two moves: `resume`, given the outcome of what it asked for, answers with its next action;
//! `trace` marks what it holds. Entered with [`Outcome::Start`]. An exception passes through unless the frame's own code says otherwise.

pub mod attribute;
pub mod binary;
pub mod checked;
pub mod collect;
pub mod convert;
pub mod format;
pub mod hash;
pub mod indexed;
pub mod items;
pub mod probe;
pub mod rich;
pub mod search;
pub mod step;

use smallvec::SmallVec;

use crate::builtins::{PercentFrame, TemplateFrame};
use crate::heap::Marker;
use crate::native::{Action, NativeResult, Outcome, Raised};
use crate::value::Value;
use crate::vm::Vm;

/// A native activation.
#[derive(Clone, Debug)]
pub enum NativeFrame {
    /// A frame of the machine's owner.
    Own(Box<OwnFrame>),
    /// A binary operator or rich comparison with user-defined methods.
    Binary(Box<binary::BinaryFrame>),
    /// `__getattribute__` first, `__getattr__` on AttributeError.
    GetAttr(Box<attribute::GetAttrFrame>),
    /// A native function waits for a user's conversion of one of its arguments.
    Convert(Box<convert::ConvertFrame>),
    /// `str.format` in progress.
    Template(Box<TemplateFrame>),
    /// `text % values` in progress.
    Percent(Box<PercentFrame>),
    /// A user's `__format__`.
    Format(Box<format::UserFormat>),
    /// Nothing: a place for the run loop to stop in the middle of long native work.
    Breath,
    /// One special method whose answer must be of a certain kind.
    Checked(Box<checked::Checked>),
    /// The next item of an iterator over iterators.
    Step(Box<step::Step>),
    /// An iterable being consumed.
    Collect(Box<collect::Collect>),
    /// A rich comparison with user-defined methods.
    Rich(Box<rich::Rich>),
    /// The same, wanted as a bool.
    RichTruth(Box<rich::RichTruth>),
    /// Sequences compared item by item.
    CompareItems(Box<items::CompareItems>),
    /// Dicts and sets compared.
    CompareTables(Box<items::CompareTables>),
    /// A key looked up through its own methods.
    Probe(Box<probe::Probe>),
    /// A tuple hashed through its items' own methods.
    HashItems(Box<hash::HashItems>),
    /// An item looked for in a sequence.
    Search(Box<search::Search>),
    /// A subscript through `__index__`.
    Indexed(Box<indexed::Indexed>),
}

/// A frame of the machine's owner: plain data and the function that resumes it.
#[derive(Clone, Debug)]
pub struct OwnFrame {
    pub resume: fn(&mut Vm, &mut OwnFrame, Outcome) -> NativeResult,
    /// What it is, for pictures and messages: `run_forever`.
    pub name: &'static str,
    /// Where it stands; its own numbers.
    pub stage: u32,
    pub values: SmallVec<[Value; 4]>,
}

impl NativeFrame {
    /// Goes on with `outcome`.
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        match self {
            NativeFrame::Own(frame) => (frame.resume)(vm, frame, outcome),
            NativeFrame::Binary(frame) => frame.resume(vm, outcome),
            NativeFrame::GetAttr(frame) => frame.resume(vm, outcome),
            NativeFrame::Convert(frame) => frame.resume(vm, outcome),
            NativeFrame::Format(frame) => frame.resume(vm, outcome),
            NativeFrame::Template(frame) => frame.resume(vm, outcome),
            NativeFrame::Percent(frame) => frame.resume(vm, outcome),
            NativeFrame::Breath => Ok(Action::Return(Value::None)),
            NativeFrame::Checked(frame) => frame.resume(vm, outcome),
            NativeFrame::Step(frame) => frame.resume(vm, outcome),
            NativeFrame::Collect(frame) => frame.resume(vm, outcome),
            NativeFrame::Rich(frame) => frame.resume(vm, outcome),
            NativeFrame::RichTruth(frame) => frame.resume(vm, outcome),
            NativeFrame::CompareItems(frame) => frame.resume(vm, outcome),
            NativeFrame::CompareTables(frame) => frame.resume(vm, outcome),
            NativeFrame::Probe(frame) => frame.resume(vm, outcome),
            NativeFrame::HashItems(frame) => frame.resume(vm, outcome),
            NativeFrame::Search(frame) => frame.resume(vm, outcome),
            NativeFrame::Indexed(frame) => frame.resume(vm, outcome),
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        match self {
            NativeFrame::Own(frame) => m.values(&frame.values),
            NativeFrame::Binary(frame) => frame.trace(m),
            NativeFrame::GetAttr(frame) => frame.trace(m),
            NativeFrame::Convert(frame) => frame.trace(m),
            NativeFrame::Format(frame) => frame.trace(m),
            NativeFrame::Template(frame) => frame.trace(m),
            NativeFrame::Percent(frame) => frame.trace(m),
            NativeFrame::Breath => {}
            NativeFrame::Checked(frame) => frame.trace(m),
            NativeFrame::Step(frame) => frame.trace(m),
            NativeFrame::Collect(frame) => frame.trace(m),
            NativeFrame::Rich(frame) => frame.trace(m),
            NativeFrame::RichTruth(frame) => frame.trace(m),
            NativeFrame::CompareItems(frame) => frame.trace(m),
            NativeFrame::CompareTables(frame) => frame.trace(m),
            NativeFrame::Probe(frame) => frame.trace(m),
            NativeFrame::HashItems(frame) => frame.trace(m),
            NativeFrame::Search(frame) => frame.trace(m),
            NativeFrame::Indexed(frame) => frame.trace(m),
        }
    }
}

impl Outcome {
    /// The value of a call; an exception passes on. A generator's end counts as its StopIteration would.
    pub fn value(self, vm: &mut Vm) -> Result<Value, Raised> {
        match self {
            Outcome::Start => Ok(Value::Unbound),
            Outcome::Returned(value) => Ok(value),
            Outcome::Finished(value) => Err(vm.stop_iteration(value)),
            Outcome::Raised(exc) => Err(Raised(exc)),
        }
    }
}
