//! What happens when objects die: when the machine looks, and what it keeps for it.
//!
//! CPython counts references; here a value that is dropped (a name bound anew or deleted, a frame left, a container emptied) is only
//! *looked at*: if its end would be noticed (a `__del__`, a generator to close, a weak reference, a coroutine that nobody awaited), it
//! becomes a **suspect**, and one mark of what was made lately tells which suspects are dead. Nothing is looked at while no object
//! of that kind exists ([`watch`]). **Whether and when an end is told depends on the program alone**, never on slices or on collections
//! that memory asks for: those keep what has not been told. Which drops are seen is in [`suspect`], who is dead in [`bury`].

pub mod bury;
pub mod overwrite;
pub mod suspect;
pub mod watch;
pub mod weak;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::Vm;
use crate::frame::Frames;
use crate::heap::object::{Data, GeneratorState};
use crate::heap::{Heap, Marker};
use crate::native::NativeResult;
use crate::value::{Id, Value};

/// What the machine's owner says at an end, or where text is compiled.
#[derive(Clone, Copy)]
pub struct Hooks {
    /// A coroutine dies before it was awaited.
    pub never_awaited: fn(&mut Vm, Value) -> NativeResult,
    /// The iteration of an asynchronous generator begins: the number of the loop that will close it.
    pub first_iteration: fn(&mut Vm) -> Option<u32>,
    /// An asynchronous generator whose iteration began under that loop dies in the middle.
    pub left_in_the_middle: fn(&mut Vm, Value, u32) -> NativeResult,
    /// Nobody can catch this exception, which came of the object.
    pub unraisable: fn(&mut Vm, Value, Value) -> NativeResult,
    /// The compiler warns: what about, in which file and line.
    pub syntax_warning: fn(&mut Vm, Value, Value, Value) -> NativeResult,
}

impl Hooks {
    /// Says nothing.
    pub const SILENT: Hooks = Hooks {
        never_awaited: |_, _| Ok(crate::native::Action::Return(Value::None)),
        first_iteration: |_| None,
        left_in_the_middle: |_, _, _| Ok(crate::native::Action::Return(Value::None)),
        unraisable: |_, _, _| Ok(crate::native::Action::Return(Value::None)),
        syntax_warning: |_, _, _, _| Ok(crate::native::Action::Return(Value::None)),
    };
}

/// A new object that may only be held by the operand stack of the frame that made it, and the new container that holds it, if it
/// is no operand itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fresh {
    id: Id,
    holder: Option<Id>,
}

/// What is kept between two looks.
#[derive(Clone)]
pub struct Deaths {
    pub hooks: Hooks,
    /// `gc.disable()` was not called.
    pub automatic: bool,
    /// Suspects, in the order in which they were dropped.
    dropped: Vec<Value>,
    /// Nobody refers to them but they themselves: only a collection by `gc` ends them.
    circular: Vec<Id>,
    /// Their `__del__` has run.
    told: HashSet<Id>,
    /// Instances with a `__del__`, by when they were made.
    pub(super) births: HashMap<Id, u64>,
    born: u64,
    /// Weak reference objects by what they refer to, the oldest first.
    weak: HashMap<Id, Vec<Id>>,
    /// Asynchronous generators whose iteration has begun, with the number of the loop that will close them.
    hooked: Vec<(Id, u32)>,
    /// Objects visited by marking so far.
    pub visited: u64,
    /// Generators and coroutines whose end would be noticed.
    counted: usize,
    /// There may be other objects of that kind.
    strange: bool,
    /// A class with `__del__` was made.
    pub(super) finalizers: bool,
}

impl Default for Deaths {
    fn default() -> Deaths {
        Deaths {
            hooks: Hooks::SILENT,
            automatic: true,
            dropped: Vec::new(),
            circular: Vec::new(),
            told: HashSet::default(),
            births: HashMap::default(),
            born: 0,
            weak: HashMap::default(),
            hooked: Vec::new(),
            visited: 0,
            counted: 0,
            strange: false,
            finalizers: false,
        }
    }
}

impl Vm {
    /// Iteration of an asynchronous generator has begun.
    pub(crate) fn mark_hooked(&mut self, id: Id) {
        let lp = (self.deaths.hooks.first_iteration)(self);
        if let (Some(g), Some(lp)) = (self.generator_mut(id), lp) {
            g.hooked = true;
            self.watch_strange();
            self.deaths.hooked.push((id, lp));
        }
    }

    /// The asynchronous generators that a loop is to close: those that are in the middle, in the order of their first step.
    pub fn live_async_generators(&self, lp: u32) -> Vec<Value> {
        let open = |id: Id| self.generator(id.into()).is_some_and(|g| g.state != GeneratorState::Closed);
        self.deaths
            .hooked
            .iter()
            .filter(|&&(id, of)| of == lp && open(id))
            .map(|&(id, _)| id.into())
            .collect()
    }

    /// Numbers objects in the order in which they are made: a collection ends them in that order.
    pub fn next_birth(&mut self) -> u64 {
        self.deaths.born += 1;
        self.deaths.born
    }

    fn birth_of(&self, id: Id) -> u64 {
        let known = match self.heap.data(id) {
            Data::Generator(g) => Some(g.birth),
            Data::Host(host) => host.birth(),
            _ => self.deaths.births.get(&id).copied(),
        };
        known.unwrap_or(u64::MAX)
    }

    /// An asynchronous generator is closed by its loop; that happens once.
    pub(crate) fn take_closer(&mut self, id: Id) -> Option<u32> {
        let at = self.deaths.hooked.iter().rposition(|(hooked, _)| *hooked == id)?;
        Some(self.deaths.hooked.remove(at).1)
    }

    /// Whether an object's `__del__` has run.
    pub fn was_finalized(&self, object: Value) -> bool {
        object.id().is_some_and(|id| self.deaths.told.contains(&id))
    }

    /// An object's `__del__` runs, and will not again.
    pub(crate) fn note_told(&mut self, id: Id) {
        self.deaths.told.insert(id);
    }
}

impl Deaths {
    /// Visits that cost nothing: those of a program of everyday size.
    const FREE_VISITS: u64 = 4_000_000;

    /// Whether a look is due. It costs as much as there are living objects, so it waits when the program has done too little since: that keeps
    /// the whole cost in proportion to the program's own work.
    fn is_due(&self, work: u64) -> bool {
        self.visited <= Deaths::FREE_VISITS + 2 * work
    }

    /// What a collection that tells nothing must keep.
    pub(super) fn trace(&self, m: &mut Marker<'_>, keep_circles: bool) {
        m.values(&self.dropped);
        if keep_circles {
            self.circular.iter().for_each(|&id| m.id(id));
        }
    }

    /// What has died in a collection is known no longer, `counted` generators among it; called before its place is taken again.
    pub(super) fn forget(&mut self, heap: &Heap, frames: &mut Frames, counted: usize) {
        self.counted -= counted;
        let lives = |id: &Id| !matches!(heap.data(*id), Data::Free);
        frames.fresh().for_each(|fresh| {
            fresh.retain(|new| lives(&new.id) && new.holder.is_none_or(|id| lives(&id)));
        });
        self.told.retain(lives);
        self.births.retain(|id, _| lives(id));
        self.circular.retain(lives);
        self.hooked.retain(|(id, _)| lives(id));
        self.weak.retain(|_, references| {
            references.retain(lives);
            !references.is_empty()
        });
    }
}
