//! Native functions: how they get their arguments, and what they may answer.
//!
//! **A native function never runs Python.** It answers with its next [`Action`]: a result, or what the run loop is to do on its
//! behalf. One that needs several calls enters a [`NativeFrame`], a plain enum with a `resume`.

pub mod signature;

use std::ops::Index;
use std::rc::Rc;

use smallvec::SmallVec;

pub use signature::Signature;

use crate::frame::NativeFrame;
use crate::heap::Marker;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// A function written in Rust. Its arguments are bound to its [`Signature`] before.
pub type NativeFn = fn(&mut Vm, &Args) -> NativeResult;

/// What a native function, or one step of a native frame, comes to.
pub type NativeResult = Result<Action, Raised>;

/// A Python exception on its way: always an exception instance.
#[derive(Clone, Copy, Debug)]
pub struct Raised(pub Value);

/// What happens next.
#[derive(Clone, Debug)]
pub enum Action {
    /// The result.
    Return(Value),
    /// An iterator or generator has ended with this value: `StopIteration(value)`, unless who asked knows better.
    Finished(Value),
    /// Call this; from a function its result is the function's, from a native frame it comes back to `resume`.
    /// See [`Action::call`].
    Call(Value, Box<Args>),
    /// Run this function's code in a namespace of its own (a dict): class and module bodies, `exec`.
    Body(Value, Value),
    /// Run this frame; its result likewise.
    Enter(NativeFrame),
    /// Resume a generator or coroutine; what it yields, or `Finished`, is the result.
    Resume(Id, Input),
    /// The owner of the machine must act: time, threads, output.
    Host(Box<HostCall>),
}

/// Actions are passed on by value at every step, so they stay small.
const _: () = assert!(size_of::<NativeResult>() <= 40);

impl Action {
    /// A call of `callee`.
    pub fn call(callee: Value, args: Args) -> Action {
        Action::Call(callee, Box::new(args))
    }

    pub(crate) fn trace(&self, m: &mut Marker<'_>) {
        match self {
            Action::Return(value) | Action::Finished(value) => m.value(*value),
            Action::Call(callee, args) => {
                m.value(*callee);
                args.trace(m);
            }
            Action::Body(function, namespace) => m.values(&[*function, *namespace]),
            Action::Enter(frame) => frame.trace(m),
            Action::Resume(generator, Input::Send(value) | Input::Throw(value)) => {
                m.id(*generator);
                m.value(*value);
            }
            Action::Host(call) => call.args.trace(m),
        }
    }

    /// A request to the machine's owner.
    pub fn host(op: u16, args: Args) -> Action {
        Action::Host(Box::new(HostCall { op, args }))
    }
}

/// What a generator is resumed with.
#[derive(Clone, Copy, Debug)]
pub enum Input {
    Send(Value),
    /// An exception instance.
    Throw(Value),
}

/// What comes back to a native frame.
#[derive(Clone, Copy, Debug)]
pub enum Outcome {
    /// The frame has just been entered.
    Start,
    Returned(Value),
    /// The generator or iterator that was asked has ended.
    Finished(Value),
    Raised(Value),
}

/// A request to the machine's owner. Its answer becomes the result of the call.
#[derive(Clone, Debug)]
pub struct HostCall {
    /// Numbers below [`host::FIRST_OWN`] are the machine's; the rest are the owner's.
    pub op: u16,
    pub args: Args,
}

/// Host calls that the machine itself makes.
pub mod host {
    /// `(stream: 1 or 2, text)`: write to standard output or standard error. Answer with the number of characters.
    pub const WRITE: u16 = 0;
    /// `(prompt)`: read a line. Answer with a string, or raise EOFError.
    pub const INPUT: u16 = 1;
    /// `()`: call [`crate::vm::Vm::bury`] with every stack; do what it answers.
    pub const BURY: u16 = 2;
    /// `()`: the same with [`crate::vm::Vm::end_circles`].
    pub const COLLECT: u16 = 3;
    /// `(object)`: the same with [`crate::vm::Vm::weak_references`].
    pub const WEAK_REFERENCES: u16 = 4;
    /// `()`: free what is dead, with [`crate::vm::Vm::collect`].
    pub const SWEEP: u16 = 5;
    /// `(namespace, what nothing caught, what is left behind)`: the same as the first with [`crate::vm::Vm::end_all`].
    pub const END: u16 = 6;
    /// The first number that is the owner's to give.
    pub const FIRST_OWN: u16 = 16;
}

/// Arguments of a call: positional values, then the values of `keywords`.
///
/// After binding to a [`Signature`]: one value for each parameter (`Unbound` where none was given), then the surplus of `*args`.
#[derive(Debug, Default)]
pub struct Args {
    pub values: SmallVec<[Value; 5]>,
    /// Names of the last `keywords.len()` values: ids of strings.
    pub keywords: Vec<Id>,
}

impl Clone for Args {
    fn clone(&self) -> Args {
        Args { keywords: self.keywords.clone(), ..Args::of(&self.values) }
    }
}

impl Args {
    pub fn new() -> Args {
        Args::default()
    }

    #[inline]
    pub fn of(values: &[Value]) -> Args {
        let mut args = Args { values: SmallVec::new(), keywords: Vec::new() };
        // One by one: a block copy is a call out of the wasm.
        for &value in values {
            args.values.push(value);
        }
        args
    }

    #[inline]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The `i`-th value, `Unbound` when there are fewer.
    #[inline]
    pub fn get(&self, i: usize) -> Value {
        self.values.get(i).copied().unwrap_or(Value::Unbound)
    }

    /// Positional values of an unbound call.
    #[inline]
    pub fn positional(&self) -> &[Value] {
        &self.values[..self.values.len() - self.keywords.len().min(self.values.len())]
    }

    /// Keywords of an unbound call.
    pub fn named(&self) -> impl Iterator<Item = (Id, Value)> + '_ {
        let at = self.positional().len();
        self.keywords.iter().copied().zip(self.values[at..].iter().copied())
    }

    /// The surplus positional values of a bound call, after `fixed` parameters.
    pub fn rest(&self, fixed: usize) -> &[Value] {
        self.values.get(fixed..).unwrap_or(&[])
    }

    /// Puts `value` first: the `self` of a method.
    #[inline]
    pub fn prepend(&mut self, value: Value) {
        self.values.insert(0, value);
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&self.values);
        self.keywords.iter().for_each(|&k| m.id(k));
    }
}

impl Index<usize> for Args {
    type Output = Value;

    /// As [`Args::get`]: never fails.
    fn index(&self, i: usize) -> &Value {
        self.values.get(i).unwrap_or(&Value::Unbound)
    }
}

/// A builtin function or method as an object.
#[derive(Clone)]
pub struct NativeFunction {
    pub name: Value,
    /// `str.upper` for methods: what error messages say.
    pub qualname: &'static str,
    /// None: the function takes its arguments as they come, keywords last.
    pub signature: Option<Rc<Signature>>,
    pub body: NativeBody,
    /// Binds to an instance when looked up through one.
    pub is_method: bool,
    /// The class it is a method of, or the module's name.
    pub owner: Value,
    pub doc: &'static str,
}

#[derive(Clone, Copy)]
pub enum NativeBody {
    Machine(NativeFn),
    /// The owner's function of that number.
    Host(u16),
}

impl NativeFunction {
    pub(crate) fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.name, self.owner]);
    }
}

/// How a builtin is declared in a table. `signature` is written as in Python without defaults: `"self, sep?, maxsplit?"`;
/// see [`Signature::parse`]. `"..."` hands the arguments over as they come.
#[derive(Clone, Copy)]
pub struct Def {
    /// `str.upper`, or the bare name for functions: what error messages say.
    pub qualname: &'static str,
    pub signature: &'static str,
    pub body: NativeBody,
    pub kind: DefKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefKind {
    /// A module's function, or a static method.
    Function,
    /// Takes the instance first.
    Method,
    /// Takes the class first.
    ClassMethod,
    /// A computed attribute, read only.
    Getter,
}

impl Def {
    pub const fn function(qualname: &'static str, signature: &'static str, f: NativeFn) -> Def {
        Def { qualname, signature, body: NativeBody::Machine(f), kind: DefKind::Function }
    }

    /// `qualname` is `class.name`: `"str.upper"`.
    pub const fn method(qualname: &'static str, signature: &'static str, f: NativeFn) -> Def {
        Def { qualname, signature, body: NativeBody::Machine(f), kind: DefKind::Method }
    }

    pub const fn class_method(qualname: &'static str, signature: &'static str, f: NativeFn) -> Def {
        Def { kind: DefKind::ClassMethod, ..Def::method(qualname, signature, f) }
    }

    pub const fn static_method(qualname: &'static str, signature: &'static str, f: NativeFn) -> Def {
        Def { kind: DefKind::Function, ..Def::method(qualname, signature, f) }
    }

    pub const fn getter(qualname: &'static str, f: NativeFn) -> Def {
        Def { kind: DefKind::Getter, ..Def::method(qualname, "self, /", f) }
    }

    /// The same declaration, answered by the machine's owner.
    pub const fn host(self, op: u16) -> Def {
        Def { body: NativeBody::Host(op), ..self }
    }

    /// The name that it is found under.
    pub fn name(&self) -> &'static str {
        match self.qualname {
            // It hands its arguments on to a list's method, which complains in its own name.
            "sort" => "sorted",
            qualname => qualname.rsplit_once('.').map_or(qualname, |(_, name)| name),
        }
    }
}
