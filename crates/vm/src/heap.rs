//! The heap: a slab of objects under ids, collected by stop-the-world mark and sweep.
//!
//! **Collection happens only between instructions**, when every live value can be reached from a root the owner names;
//! native code holds plain ids in local variables and needs no guards.
//! Marking only what was made lately is in [`reach`]. Deliberately absent: moving, and what must happen when an object dies
//! (that is the machine's: `vm::death`).

pub mod dict;
pub mod iter;
pub mod object;
pub mod reach;
pub mod set;
pub mod text;

pub use dict::Dict;
pub use object::{Class, Data, Exception, Function, Object};
pub use set::Set;
pub use text::Str;

use crate::value::{Id, Value};

/// All objects of one Python process.
#[derive(Clone, Default)]
pub struct Heap {
    slots: Vec<Slot>,
    free: Vec<u32>,
    /// Bytes that live objects hold, by estimate: what a memory limit counts.
    bytes: usize,
    /// Objects made since the last collection.
    made: usize,
    /// Make so many, then collect.
    threshold: usize,
    /// Where the objects begin that were made since [`Heap::settle`].
    floor: usize,
    /// Objects below the floor that may refer to what is above.
    written: Vec<Id>,
    /// Empty places below the floor.
    holes: usize,
    /// The floor of the last marking.
    reached_from: usize,
}

#[derive(Clone)]
struct Slot {
    mark: Mark,
    /// An object below the floor that was looked at for writing since: it may refer to what is above.
    written: bool,
    object: Object,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    White,
    /// Not reached yet, and somebody waits for the answer.
    Suspect,
    Black,
}

/// What marking still has to look into; without slots, a list of what an object refers to.
pub struct Marker<'a> {
    slots: &'a mut [Slot],
    grey: Vec<Id>,
    /// Objects below it are taken for alive, and not looked into.
    floor: usize,
    /// Suspects that are still to be reached: when it comes to 0, marking is over.
    suspects: Option<usize>,
}

impl Marker<'_> {
    /// Keeps `value` and all it reaches.
    #[inline]
    pub fn value(&mut self, value: Value) {
        if let Value::Obj(id) = value {
            self.id(id);
        }
    }

    #[inline]
    pub fn values(&mut self, values: &[Value]) {
        for &value in values {
            self.value(value);
        }
    }

    /// Keeps the object `id` and all it reaches.
    #[inline]
    pub fn id(&mut self, id: Id) {
        if id.index() < self.floor {
            return;
        }
        let Some(slot) = self.slots.get_mut(id.index()) else {
            self.grey.push(id);
            return;
        };
        if slot.mark != Mark::Black {
            if slot.mark == Mark::Suspect {
                self.suspects = self.suspects.map(|count| count.saturating_sub(1));
            }
            slot.mark = Mark::Black;
            self.grey.push(id);
        }
    }

    /// Keeps `value`, and looks into it before whatever was named until now: suspects may be near.
    pub fn first(&mut self, value: Value) {
        self.value(value);
        if let Value::Obj(id) = value
            && id.index() >= self.floor
        {
            self.grey.push(id);
        }
    }

    /// Looks into all that is grey, until there is nothing left or no suspect to be reached.
    #[inline]
    fn drain(&mut self, mut trace: impl FnMut(&Object, &mut Marker<'_>), mut visited: impl FnMut(Id)) {
        while let Some(id) = self.grey.pop() {
            visited(id);
            if self.suspects == Some(0) {
                continue;
            }
            // The object is taken out while it is traced, since tracing marks its neighbours in the same slab.
            let object = std::mem::replace(&mut self.slots[id.index()].object, Object::free());
            object.trace(self);
            trace(&object, self);
            self.slots[id.index()].object = object;
        }
    }
}

/// Adds to a slab. A large one grows by a quarter: WebAssembly's memory never shrinks, so what doubling holds in vain stays.
#[inline]
pub fn push<T>(slab: &mut Vec<T>, item: T) {
    const LARGE: usize = 1 << 16;
    #[cold]
    #[inline(never)]
    fn grow<T>(slab: &mut Vec<T>) {
        let more = if slab.len() < LARGE { slab.len().max(16) } else { slab.len() / 4 };
        slab.reserve_exact(more);
    }
    if slab.len() == slab.capacity() {
        grow(slab);
    }
    slab.push(item);
}

impl Heap {
    /// Objects below this count are not worth a collection.
    const MIN_THRESHOLD: usize = 20_000;

    pub fn new() -> Heap {
        let hole = Slot { mark: Mark::White, written: false, object: Object::free() };
        Heap { slots: vec![hole], threshold: Self::MIN_THRESHOLD, ..Heap::default() }
    }

    /// Puts an object in; its id stays until a collection finds it unreachable.
    #[inline]
    pub fn add(&mut self, object: Object) -> Id {
        self.made += 1;
        self.bytes += object.data.bytes();
        let slot = Slot { mark: Mark::White, written: false, object };
        match self.free.pop() {
            Some(index) => {
                self.slots[index as usize] = slot;
                Id::new(index)
            }
            None => {
                push(&mut self.slots, slot);
                Id::new((self.slots.len() - 1) as u32)
            }
        }
    }

    /// Frees an object that nobody refers to any longer, and whose end nobody notices.
    #[inline]
    pub fn release(&mut self, id: Id) -> Option<Object> {
        if id.index() < self.floor {
            return None;
        }
        let object = std::mem::replace(&mut self.slots[id.index()].object, Object::free());
        self.bytes = self.bytes.saturating_sub(object.data.bytes());
        self.made = self.made.saturating_sub(1);
        self.free.push(id.index() as u32);
        Some(object)
    }

    #[inline(always)]
    pub fn get(&self, id: Id) -> &Object {
        &self.slots[id.index()].object
    }

    #[inline]
    pub fn get_mut(&mut self, id: Id) -> &mut Object {
        if id.index() < self.floor {
            self.note_written(id);
        }
        &mut self.slots[id.index()].object
    }

    #[inline(always)]
    pub fn data(&self, id: Id) -> &Data {
        &self.get(id).data
    }

    #[inline]
    pub fn data_mut(&mut self, id: Id) -> &mut Data {
        &mut self.get_mut(id).data
    }

    /// Live objects, the dead ones not yet collected included.
    pub fn len(&self) -> usize {
        self.slots.len() - 1 - self.free.len() - self.holes
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Estimated bytes, as of the last collection plus what was made since.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Accounts for an object that grew in place (a list appended to).
    pub fn grew(&mut self, bytes: usize) {
        self.bytes += bytes;
    }

    /// Whether enough was made that a collection pays.
    #[inline]
    pub fn wants_collection(&self) -> bool {
        self.made >= self.threshold
    }

    /// Marks what `roots` reach. `trace` marks what an object refers to beyond the heap (a generator's frames).
    #[inline]
    pub fn mark(&mut self, roots: impl FnOnce(&mut Marker<'_>), trace: impl FnMut(&Object, &mut Marker<'_>)) {
        self.reached_from = 0;
        let mut marker = Marker { slots: &mut self.slots, grey: Vec::new(), floor: 0, suspects: None };
        roots(&mut marker);
        marker.drain(trace, |_| {});
    }

    /// Everything there is.
    pub fn all(&self) -> impl Iterator<Item = Id> + '_ {
        let slots = self.slots.iter().enumerate().skip(1);
        slots
            .filter(|(_, slot)| !matches!(slot.object.data, Data::Free))
            .map(|(index, _)| Id::new(index as u32))
    }

    /// Objects that the last marking did not reach.
    pub fn unmarked(&self) -> impl Iterator<Item = Id> + '_ {
        let dead = |slot: &Slot| slot.mark != Mark::Black && !matches!(slot.object.data, Data::Free);
        let slots = self.slots.iter().enumerate().skip(1);
        slots.filter(move |(_, slot)| dead(slot)).map(|(index, _)| Id::new(index as u32))
    }

    /// Frees what is not marked; `dead` is told every object that goes, before it goes. A sweep that `counts` decides when
    /// the next collection is due; others leave no trace in the program's course.
    #[inline]
    pub fn sweep(&mut self, counts: bool, mut dead: impl FnMut(&Object)) {
        self.bytes = 0;
        for (index, slot) in self.slots.iter_mut().enumerate().skip(1) {
            let mark = std::mem::replace(&mut slot.mark, Mark::White);
            if mark == Mark::Black {
                self.bytes += slot.object.data.bytes();
            } else if !matches!(slot.object.data, Data::Free) {
                dead(&slot.object);
                slot.object = Object::free();
                // Below the floor the place stays empty: only what is new may lie above it.
                match index < self.floor {
                    true => self.holes += 1,
                    false => self.free.push(index as u32),
                }
            }
        }
        let slots = &self.slots;
        self.written.retain(|id| !matches!(slots[id.index()].object.data, Data::Free));
        if counts {
            self.made = 0;
            self.threshold = self.len().max(Self::MIN_THRESHOLD);
        }
    }
}
