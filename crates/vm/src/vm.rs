//! The machine: heap, frames and loaded code of one Python process.
//!
//! **All state is plain data**: a clone of a machine goes on exactly as the original would. The files beside this one each give it
//! one ability; the run loop is [`run`].

pub mod arith;
pub mod attr;
pub mod bind;
pub mod bootstrap;
pub mod build_class;
pub(crate) mod cache;
pub mod call;
pub mod class;
pub mod collect;
pub mod compare;
pub mod death;
pub mod deliver;
pub mod extend;
pub mod fill;
pub mod format;
pub mod generator;
pub mod group;
pub mod import;
pub mod index;
pub mod inspect;
pub mod iterate;
pub mod key;
pub mod make;
pub mod probe;
pub mod raise;
pub mod repr;
pub mod run;
pub mod source;
pub mod special;
pub mod step;
pub mod stops;
pub mod subscript;
pub mod suggest;
pub mod traceback;
pub mod truth;

use std::any::Any;
use std::rc::Rc;

use rustc_hash::FxHashMap as HashMap;

use crate::frame::{FrameId, Frames};
use crate::heap::Heap;
use crate::heap::object::{Generator, HostData};
use crate::load::{Code, CodeId};
use crate::value::{Id, Value};

/// A Python machine. It has no threads of its own: its owner keeps [`run::Fiber`]s and runs them.
#[derive(Clone)]
pub struct Vm {
    pub heap: Heap,
    pub frames: Frames,
    pub(crate) codes: Vec<Rc<Code>>,
    interned: HashMap<Box<str>, Id>,
    pub(crate) cache: class::ClassCache,
    /// Inline caches of all loaded code.
    pub(crate) lines: Vec<cache::Line>,
    /// The namespace of `builtins`: a dict.
    pub builtins: Id,
    /// `sys.modules`: a dict.
    pub modules: Id,
    /// `object.__new__` and `object.__init__`, by which plain classes are recognised.
    pub(crate) object_new: Value,
    pub(crate) object_init: Value,
    /// `list.append`, the most called of all methods.
    pub(crate) list_append: Value,
    /// `BaseException.__new__` and `__init__`, likewise.
    pub(crate) exception_new: Value,
    pub(crate) exception_init: Value,
    /// The top frame of the fiber that runs now.
    pub top: Option<FrameId>,
    /// `sys.setrecursionlimit`: frames a stack may hold.
    pub recursion_limit: u32,
    /// Most digits of an int that becomes text or is read from one; 0 is no limit.
    pub int_max_str_digits: usize,
    /// `sys.set_coroutine_origin_tracking_depth` of the thread that runs: so many calls are noted in a new coroutine.
    pub origin_depth: usize,
    pub(crate) slice_end: u64,
    pub(crate) interval_end: u64,
    /// Work done so far, in instructions: natives add in proportion to what they do. Budgets are counted in it.
    pub work: u64,
    /// Objects exist whose end would be noticed: what is dropped is looked at.
    pub watching: bool,
    /// Such objects have existed.
    pub watched: bool,
    /// The box of the last coroutine that went with its end, for the next one.
    spare: Option<Box<Generator>>,
    /// Where it leaves the loop because somebody looks on.
    pub stops: stops::Stops,
    /// What is kept about the end of objects.
    pub deaths: death::Deaths,
    /// Where modules come from.
    pub importer: import::Importer,
    /// Sources of loaded files by name, for tracebacks.
    pub sources: HashMap<Box<str>, Rc<str>>,
    /// What the owner of the machine keeps with it, so that its native functions reach it.
    pub owner: Box<dyn HostData>,
}

impl Vm {
    /// A copy of a machine that has not run anything yet, with an owner. It has no frames, so that this links no copying of
    /// frames, which the page does not need.
    pub fn copy_fresh(&self, owner: Box<dyn HostData>) -> Vm {
        let mut deaths = death::Deaths::default();
        deaths.hooks = self.deaths.hooks;
        Vm {
            heap: self.heap.clone(),
            frames: Frames::default(),
            codes: self.codes.clone(),
            interned: self.interned.clone(),
            cache: self.cache.clone(),
            lines: self.lines.clone(),
            deaths,
            spare: None,
            stops: self.stops.clone(),
            sources: self.sources.clone(),
            owner,
            ..*self
        }
    }

    /// The owner's part, if it is a `T`.
    pub fn owner<T: HostData>(&self) -> Option<&T> {
        (&*self.owner as &dyn Any).downcast_ref()
    }

    pub fn owner_mut<T: HostData>(&mut self) -> Option<&mut T> {
        (&mut *self.owner as &mut dyn Any).downcast_mut()
    }

    #[inline]
    pub fn code(&self, id: CodeId) -> &Rc<Code> {
        &self.codes[id.0 as usize]
    }

    /// The interned string with this text, if there is one.
    pub fn known_name(&self, text: &str) -> Option<Id> {
        self.interned.get(text).copied()
    }

    /// The interned string with this text, made if need be.
    pub fn intern(&mut self, text: &str) -> Id {
        if let Some(&id) = self.interned.get(text) {
            return id;
        }
        let id = self.new_str_object(text);
        self.interned.insert(text.into(), id);
        id
    }

    /// The text of a string object; empty for anything else.
    pub fn text(&self, id: Id) -> &str {
        self.str_of(Value::Obj(id)).unwrap_or("")
    }

    /// Whether two string objects have the same text.
    pub fn same_text(&self, a: Id, b: Id) -> bool {
        a == b || self.text(a) == self.text(b)
    }
}
