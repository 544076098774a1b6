//! What an object is: its class, its attributes, and the native data its layout carries.
//!
//! Data follows the *layout*, not the class: an instance of a `list` subclass has that class and `Data::List`. Native code matches
//! on data after the class said that nothing overrides it. Each variant stays within 24 bytes; larger payloads are boxed.

use std::any::Any;
use std::fmt;

use num_bigint::BigInt;

use super::iter::Iter;
use super::{Dict, Marker, Set, Str};
use crate::code::CodeKind;
use crate::frame::FrameId;
use crate::load::CodeId;
use crate::native::{NativeFunction, NativeResult};
use crate::value::{Id, Value};
use crate::vm::Vm;

/// One object of the heap.
#[derive(Clone)]
pub struct Object {
    pub class: Id,
    /// The `__dict__`, made when first written to.
    pub dict: Option<Id>,
    pub data: Data,
}

/// The native part of an object.
#[derive(Clone)]
pub enum Data {
    /// An empty slot of the heap.
    Free,
    /// An instance that has nothing but attributes.
    Plain,
    /// An instance with values of `__slots__` beside its attributes; without a `__dict__` they are kept in its place.
    Slots(Box<Vec<(Id, Value)>>),
    /// The value of an instance of an `int` subclass (`bool` included) that fits.
    Int(i64),
    /// An integer that does not fit `i64`.
    BigInt(Box<BigInt>),
    /// The value of an instance of a `float` subclass.
    Float(f64),
    Complex(Box<(f64, f64)>),
    Str(Str),
    Bytes(Box<[u8]>),
    ByteArray(Vec<u8>),
    List(Vec<Value>),
    Tuple(Box<[Value]>),
    Dict(Box<Dict>),
    /// `set` and `frozenset`.
    Set(Box<Set>),
    Range(Box<Range>),
    /// start, stop, step.
    Slice(Box<[Value; 3]>),
    /// A variable shared with inner functions; `Unbound` when empty.
    Cell(Value),
    Code(CodeId),
    Function(Box<Function>),
    /// A builtin function or a method of a builtin class, not yet bound.
    Native(Box<NativeFunction>),
    /// function, self.
    BoundMethod(Box<(Value, Value)>),
    Class(Box<Class>),
    /// Attributes are in the object's dict; here its name.
    Module(Value),
    Property(Box<Property>),
    /// A computed attribute of a builtin class.
    GetSet(Box<GetSet>),
    /// An attribute named in `__slots__`; the value is in the instance's hidden dict.
    Member(Value),
    StaticMethod(Value),
    ClassMethod(Value),
    /// class, instance or class, type of that.
    Super(Box<[Value; 3]>),
    /// Generators, coroutines, asynchronous generators.
    Generator(Box<Generator>),
    /// `asend`, `athrow`, `aclose` and `__anext__` of an asynchronous generator, awaited or not.
    AsyncGenStep(Box<AsyncGenStep>),
    /// What `coroutine.__await__()` gives.
    CoroutineWrapper(Id),
    Iter(Box<Iter>),
    /// kind, dict.
    DictView(Box<(DictViewKind, Id)>),
    /// `list[int]`: origin, tuple of arguments.
    GenericAlias(Box<(Value, Value)>),
    /// `int | None`: classes and their kin, None as its class.
    Union(Box<[Value]>),
    /// A read-only view of a dict: a class's `__dict__`.
    MappingProxy(Id),
    Exception(Box<Exception>),
    /// Oldest call first, as CPython's chain of traceback objects.
    Traceback(Box<[TraceEntry]>),
    /// Objects of the machine's owner: futures, loops, locks.
    Host(Box<dyn HostData>),
}

const _: () = assert!(size_of::<Data>() <= 32);

/// What the owner of the machine keeps in an object. Clonable, so that a machine can be cloned.
pub trait HostData: Any {
    fn trace(&self, marker: &mut Marker<'_>);

    /// What is done when the object dies, if anything.
    fn finalizer(&self) -> Option<fn(&mut Vm, Value) -> NativeResult> {
        None
    }

    /// Its number among the objects whose end is noticed, if it has one: see [`Vm::next_birth`].
    fn birth(&self) -> Option<u64> {
        None
    }

    /// Whether it may die as soon as a reference goes, and that would be noticed.
    fn is_suspicious(&self) -> bool {
        false
    }

    /// Whether `test` holds for one of the values that perhaps nobody else holds: what may die with it. A few are enough.
    fn any_held(&self, _test: &mut dyn FnMut(Value) -> bool) -> bool {
        false
    }

    fn clone_box(&self) -> Box<dyn HostData>;
}

impl Clone for Box<dyn HostData> {
    fn clone(&self) -> Self {
        (**self).clone_box()
    }
}

/// `range(start, stop, step)`; ends beyond `i64` are refused when it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

/// A Python function.
#[derive(Clone)]
pub struct Function {
    pub code: CodeId,
    pub globals: Id,
    pub name: Value,
    pub qualname: Value,
    pub module: Value,
    pub doc: Value,
    pub defaults: Box<[Value]>,
    /// A dict, or unbound.
    pub kwdefaults: Value,
    /// A dict, or unbound.
    pub annotations: Value,
    pub closure: Box<[Value]>,
    pub type_params: Value,
}

/// A class.
#[derive(Clone)]
pub struct Class {
    pub name: Value,
    pub qualname: Value,
    pub bases: Vec<Id>,
    /// The class itself first.
    pub mro: Vec<Id>,
    /// The namespace: a dict object.
    pub namespace: Id,
    pub layout: Layout,
    /// Whether instances have a `__dict__`.
    pub has_dict: bool,
    /// Whether there can be weak references to instances.
    pub has_weakref: bool,
    /// Whether it has a `__del__`, inherited ones included.
    pub finalizer: bool,
    /// Made by Python code: its attributes may change.
    pub heap_type: bool,
    pub subclasses: Vec<Id>,
    /// Another number, never used before, whenever an attribute of the class or of a base changes: what caches compare.
    pub version: u32,
}

/// Which [`Data`] the instances of a class carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Plain,
    Int,
    Float,
    Complex,
    Str,
    Bytes,
    ByteArray,
    List,
    Tuple,
    Dict,
    Set,
    FrozenSet,
    Exception,
    Class,
    Module,
    Property,
    StaticMethod,
    ClassMethod,
    Super,
    /// Data of the machine's owner, by its own number.
    Host(u16),
    /// Everything that subclasses cannot extend.
    Sealed,
}

#[derive(Clone)]
pub struct Property {
    pub get: Value,
    pub set: Value,
    pub delete: Value,
    pub doc: Value,
    pub name: Value,
}

#[derive(Clone)]
pub struct GetSet {
    pub name: Value,
    /// Takes the instance.
    pub get: crate::native::NativeFn,
    /// Takes the instance and the new value, or the unbound marker to delete.
    pub set: Option<crate::native::NativeFn>,
}

/// Where a generator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorState {
    /// Its body has not begun.
    Created,
    /// It has yielded or awaits; its frames are unlinked.
    Suspended,
    /// Its frames are on some thread's stack.
    Running,
    /// Its body has ended.
    Closed,
}

/// A generator, coroutine or asynchronous generator.
#[derive(Clone)]
pub struct Generator {
    pub kind: CodeKind,
    pub state: GeneratorState,
    pub code: CodeId,
    pub name: Value,
    pub qualname: Value,
    /// Its own frame; none once closed.
    pub frame: Option<FrameId>,
    /// While suspended and not delegated to by another frame: the innermost frame of what it awaits, where resuming goes on.
    pub top: Option<FrameId>,
    /// Another frame awaits it, and holds its frames in its own chain.
    pub delegated: bool,
    /// An asynchronous generator: iteration has begun under a loop, which closes it if it is left in the middle.
    pub hooked: bool,
    /// A task has it, whose end is noticed instead of the coroutine's.
    pub owned: bool,
    /// It is among those because of which the machine looks at what is dropped.
    pub counted: bool,
    /// Nobody has it but the operands of the frame that awaits it, which does so where it was made: it goes with its end.
    pub lone: bool,
    /// A coroutine that is not awaited at once: where the program made it.
    pub made: Option<TraceEntry>,
    /// See [`Vm::next_birth`].
    pub birth: u64,
    /// A coroutine: the calls that made it, newest last, if they were to be noted ([`Vm::origin_depth`]).
    pub origin: Option<Box<[TraceEntry]>>,
}

/// What one step of an asynchronous generator does when it is awaited.
#[derive(Clone, Copy, Debug)]
pub enum AsyncGenAction {
    /// `asend(value)`; `__anext__` sends None.
    Send(Value),
    /// `athrow(exc)`: an exception instance.
    Throw(Value),
    /// `aclose()`.
    Close,
}

#[derive(Clone)]
pub struct AsyncGenStep {
    pub generator: Id,
    pub action: AsyncGenAction,
    pub state: StepState,
}

/// Where an awaitable step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Created,
    Started,
    Closed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictViewKind {
    Keys,
    Values,
    Items,
}

/// An exception instance.
#[derive(Clone)]
pub struct Exception {
    /// A tuple.
    pub args: Value,
    pub cause: Value,
    pub context: Value,
    pub suppress_context: bool,
    /// Innermost frame first: each frame it leaves is appended.
    pub traceback: Vec<TraceEntry>,
    /// Fields a class adds: `StopIteration.value`, `KeyError`'s none, a group's message and exceptions,
    /// `AttributeError`'s name and obj …, in the order its class documents.
    pub extra: [Value; 2],
    /// Locals of the frames it has left whose end would be noticed: CPython's traceback keeps them. An unbound
    /// value ends those of a frame.
    pub kept: Vec<Value>,
    /// What suggestions need and the other fields do not hold: a NameError's locals and globals, whether the object of an
    /// AttributeError was `self`, an ImportError's `name_from`.
    pub scene: Value,
}

/// One line of a traceback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TraceEntry {
    pub code: CodeId,
    /// The instruction that raised or called.
    pub ip: u32,
}

impl Object {
    pub fn new(class: Id, data: Data) -> Object {
        Object { class, dict: None, data }
    }

    /// The content of an empty slot.
    pub(super) fn free() -> Object {
        Object { class: Id::new(1), dict: None, data: Data::Free }
    }

    /// Marks what the object refers to. Frames of generators are the machine's to trace.
    #[inline]
    pub(super) fn trace(&self, m: &mut Marker<'_>) {
        m.id(self.class);
        if let Some(dict) = self.dict {
            m.id(dict);
        }
        match &self.data {
            Data::Free
            | Data::Plain
            | Data::Int(_)
            | Data::BigInt(_)
            | Data::Float(_)
            | Data::Complex(_)
            | Data::Str(_)
            | Data::Bytes(_)
            | Data::ByteArray(_)
            | Data::Range(_)
            | Data::Code(_)
            | Data::Traceback(_) => {}
            Data::Slots(slots) => slots.iter().for_each(|&(name, value)| {
                m.id(name);
                m.value(value);
            }),
            Data::List(items) => m.values(items),
            Data::Tuple(items) => m.values(items),
            Data::Dict(dict) => dict.iter().for_each(|(k, v)| {
                m.value(k);
                m.value(v);
            }),
            Data::Set(set) => set.iter().for_each(|v| m.value(v)),
            Data::Slice(parts) | Data::Super(parts) => m.values(&parts[..]),
            Data::Cell(v)
            | Data::Module(v)
            | Data::Member(v)
            | Data::StaticMethod(v)
            | Data::ClassMethod(v) => {
                m.value(*v);
            }
            Data::Function(f) => f.trace(m),
            Data::Native(f) => f.trace(m),
            Data::Union(members) => m.values(members),
            Data::BoundMethod(pair) | Data::GenericAlias(pair) => m.values(&[pair.0, pair.1]),
            Data::Class(c) => c.trace(m),
            Data::Property(p) => m.values(&[p.get, p.set, p.delete, p.doc, p.name]),
            Data::GetSet(g) => m.value(g.name),
            Data::Generator(g) => m.values(&[g.name, g.qualname]),
            Data::AsyncGenStep(step) => {
                m.id(step.generator);
                match step.action {
                    AsyncGenAction::Send(v) | AsyncGenAction::Throw(v) => m.value(v),
                    AsyncGenAction::Close => {}
                }
            }
            Data::CoroutineWrapper(id) | Data::MappingProxy(id) => m.id(*id),
            Data::Iter(iter) => iter.trace(m),
            Data::DictView(view) => m.id(view.1),
            Data::Exception(e) => {
                m.values(&[e.args, e.cause, e.context]);
                m.values(&e.extra);
                m.values(&e.kept);
                m.value(e.scene);
            }
            Data::Host(host) => host.trace(m),
        }
    }
}

impl Function {
    fn trace(&self, m: &mut Marker<'_>) {
        m.id(self.globals);
        m.values(&[self.name, self.qualname, self.module, self.doc]);
        m.values(&[self.kwdefaults, self.annotations, self.type_params]);
        m.values(&self.defaults);
        m.values(&self.closure);
    }
}

impl Class {
    fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.name, self.qualname]);
        m.id(self.namespace);
        // Subclasses are weak: a class does not keep those made from it.
        self.bases.iter().chain(&self.mro).for_each(|&id| m.id(id));
    }
}

impl Data {
    /// Bytes held, by estimate, the slot included.
    #[inline]
    pub fn bytes(&self) -> usize {
        let own = match self {
            Data::BigInt(n) => n.bits() as usize / 8,
            Data::Str(s) => s.as_str().len() + 24,
            Data::Bytes(b) => b.len(),
            Data::ByteArray(b) => b.capacity(),
            Data::List(v) => v.capacity() * size_of::<Value>(),
            Data::Tuple(v) => v.len() * size_of::<Value>(),
            Data::Dict(d) => d.bytes(),
            Data::Set(s) => s.bytes(),
            Data::Function(_) | Data::Class(_) | Data::Exception(_) | Data::Host(_) => 160,
            // With its frame.
            Data::Generator(_) => 320,
            _ => 16,
        };
        own + size_of::<Object>()
    }

    pub fn host<T: HostData>(&self) -> Option<&T> {
        match self {
            Data::Host(host) => (&**host as &dyn Any).downcast_ref(),
            _ => None,
        }
    }

    pub fn host_mut<T: HostData>(&mut self) -> Option<&mut T> {
        match self {
            Data::Host(host) => (&mut **host as &mut dyn Any).downcast_mut(),
            _ => None,
        }
    }
}

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "object of class #{}", self.class.index())
    }
}
