//! Native frames: what a native function becomes when it needs Python to be run for it.
//!
//! Each variant is plain data with two moves: `resume`, given the outcome of what it asked for, answers with its next action;
//! `trace` marks what it holds. Entered with [`Outcome::Start`]. An exception passes through unless the frame's own code says otherwise.

pub mod attribute;
pub mod binary;
pub mod call_ex;
pub mod checked;
pub mod class;
pub mod close;
pub mod collect;
pub mod construct;
pub mod convert;
pub mod drive;
pub mod each;
pub mod enter;
pub mod format;
pub mod hash;
pub mod import;
pub mod indexed;
pub mod instance;
pub mod items;
pub mod last_words;
pub mod matching;
pub mod merge;
pub mod min_max;
pub mod print;
pub mod probe;
pub mod raise;
pub mod repr;
pub mod rich;
pub mod search;
pub mod sort;
pub mod step;
pub mod then;
pub mod traceback;
pub mod transfer;
pub mod update;

use smallvec::SmallVec;

use crate::builtins::{NextOr, PercentFrame, Scan, TemplateFrame};
use crate::heap::Marker;
use crate::native::{Action, NativeResult, Outcome, Raised};
use crate::value::Value;
use crate::vm::Vm;

macro_rules! native_frames {
    ($($(#[$doc:meta])* $name:ident($data:ty),)*) => {
        /// A native activation.
        #[derive(Debug)]
        pub enum NativeFrame {
            /// Nothing: a place for the run loop to stop in the middle of long native work.
            Breath,
            $($(#[$doc])* $name(Box<$data>),)*
        }

        // Copying and resuming are functions of each variant, so that a first visitor's download has those only that the first
        // programs need.
        impl Clone for NativeFrame {
            fn clone(&self) -> NativeFrame {
                match self {
                    NativeFrame::Breath => NativeFrame::Breath,
                    $(NativeFrame::$name(frame) => {
                        #[inline(never)]
                        fn apart(frame: &$data) -> NativeFrame {
                            NativeFrame::$name(Box::new(frame.clone()))
                        }
                        apart(frame)
                    })*
                }
            }
        }

        impl NativeFrame {
            /// Goes on with `outcome`.
            pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
                match self {
                    NativeFrame::Breath => Ok(Action::Return(Value::None)),
                    $(NativeFrame::$name(frame) => {
                        #[inline(never)]
                        fn apart(frame: &mut $data, vm: &mut Vm, outcome: Outcome) -> NativeResult {
                            frame.resume(vm, outcome)
                        }
                        apart(frame, vm, outcome)
                    })*
                }
            }

            pub fn trace(&self, m: &mut Marker<'_>) {
                match self {
                    NativeFrame::Breath => {}
                    $(NativeFrame::$name(frame) => frame.trace(m),)*
                }
            }
        }
    };
}

native_frames! {
    /// A frame of the machine's owner.
    Own(OwnFrame),
    /// A binary operator or rich comparison with user-defined methods.
    Binary(binary::BinaryFrame),
    /// `__getattribute__` or a descriptor first, `__getattr__` on AttributeError.
    GetAttr(attribute::GetAttrFrame),
    /// A native function waits for a user's conversion of one of its arguments.
    Convert(convert::ConvertFrame),
    /// A user's `__format__`.
    Format(format::UserFormat),
    /// `cls(...)`.
    Construct(construct::Construct),
    /// `generator.close()`.
    Close(close::Close),
    /// `generator.throw(Class)`.
    Throw(close::ThrowClass),
    /// Closing what a generator delegates to.
    CloseThenRaise(close::CloseThenRaise),
    /// What objects do at their end.
    LastWords(last_words::LastWords),
    /// A look who is dead, before what comes next.
    LookFirst(last_words::LookFirst),
    /// `raise` of a class that Python instantiates.
    Raise(raise::RaiseFrame),
    /// `f(*iterable)`.
    CallEx(call_ex::CallEx),
    /// An asynchronous generator's step driven by hand.
    Drive(drive::Drive),
    /// Entering `with`.
    Enter(enter::Enter),
    /// `__anext__`, made awaitable.
    Awaitable(enter::Awaitable),
    /// The `class` statement.
    ClassStatement(class::ClassStatement),
    /// What follows `type.__new__`.
    FinishClass(class::FinishClass),
    /// Keys of a mapping pattern.
    MatchKeys(matching::MatchKeys),
    /// Attributes of a class pattern.
    MatchClass(matching::MatchClass),
    /// `isinstance` with a hook written in Python.
    InstanceCheck(instance::Running),
    /// `hasattr` where Python runs.
    HasAttr(instance::HasAttr),
    /// A call whose result is dropped.
    Effect(instance::Effect),
    /// `{**mapping}`.
    Merge(merge::Merge),
    /// The repr of a container.
    Repr(repr::Repr),
    /// `print`.
    Print(print::Print),
    /// An exception being made text.
    FormatException(traceback::FormatException),
    /// `import a.b.c`.
    Import(import::ImportFrame),
    /// `str.format` in progress.
    Template(TemplateFrame),
    /// `text % values` in progress.
    Percent(PercentFrame),
    /// One special method whose answer must be of a certain kind.
    Checked(checked::Checked),
    /// The next item of an iterator over iterators.
    Step(step::Step),
    /// An iterable being consumed.
    Collect(collect::Collect),
    /// A rich comparison with user-defined methods.
    Rich(rich::Rich),
    /// The same, wanted as a bool.
    RichTruth(rich::RichTruth),
    /// Sequences compared item by item.
    CompareItems(items::CompareItems),
    /// Dicts and sets compared.
    CompareTables(items::CompareTables),
    /// A key looked up through its own methods.
    Probe(probe::Probe),
    /// A tuple hashed through its items' own methods.
    HashItems(hash::HashItems),
    /// An item looked for in a sequence.
    Search(search::Search),
    /// A subscript through `__index__`.
    Indexed(indexed::Indexed),
    /// `min` or `max`.
    MinMax(min_max::MinMax),
    /// A list being sorted.
    Sort(sort::Sort),
    /// A dict being updated.
    Update(update::Update),
    /// Set operations one after the other.
    Each(each::Each),
    /// Keys of one table looked up in another.
    Transfer(transfer::Transfer),
    /// A frame, then a function.
    Then(then::Then),
    /// Iterators of several iterables.
    Iterators(then::Iterators),
    /// A regular expression being searched for.
    Scan(Scan),
    /// `next(iterator, default)`.
    NextOr(NextOr),
}

/// The name of a frame of the machine's owner that handles the exception which is its last value.
pub const EXCEPT: &str = "except";

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

impl OwnFrame {
    fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        (self.resume)(vm, self, outcome)
    }

    fn trace(&self, m: &mut Marker<'_>) {
        m.values(&self.values);
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
