//! The heap: a slab of objects under ids, collected by stop-the-world mark and sweep.
//!
//! **Collection happens only between instructions**, when every live value can be reached from a root the owner names;
//! native code holds plain ids in local variables and needs no guards.
//! Deliberately absent: moving, generations, finalisers (the machine handles what must happen when an object dies).

pub mod dict;
pub mod iter;
pub mod object;
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
}

#[derive(Clone)]
struct Slot {
    marked: bool,
    object: Object,
}

/// What marking still has to look into.
pub struct Marker<'a> {
    slots: &'a mut [Slot],
    grey: Vec<Id>,
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
        if let Some(slot) = self.slots.get_mut(id.index())
            && !slot.marked
        {
            slot.marked = true;
            self.grey.push(id);
        }
    }
}

impl Heap {
    /// Objects below this count are not worth a collection.
    const MIN_THRESHOLD: usize = 20_000;

    pub fn new() -> Heap {
        let hole = Slot { marked: false, object: Object::free() };
        Heap { slots: vec![hole], free: Vec::new(), bytes: 0, made: 0, threshold: Self::MIN_THRESHOLD }
    }

    /// Puts an object in; its id stays until a collection finds it unreachable.
    #[inline]
    pub fn add(&mut self, object: Object) -> Id {
        self.made += 1;
        self.bytes += object.data.bytes();
        let slot = Slot { marked: false, object };
        match self.free.pop() {
            Some(index) => {
                self.slots[index as usize] = slot;
                Id::new(index)
            }
            None => {
                self.slots.push(slot);
                Id::new((self.slots.len() - 1) as u32)
            }
        }
    }

    #[inline]
    pub fn get(&self, id: Id) -> &Object {
        &self.slots[id.index()].object
    }

    #[inline]
    pub fn get_mut(&mut self, id: Id) -> &mut Object {
        &mut self.slots[id.index()].object
    }

    #[inline]
    pub fn data(&self, id: Id) -> &Data {
        &self.get(id).data
    }

    #[inline]
    pub fn data_mut(&mut self, id: Id) -> &mut Data {
        &mut self.get_mut(id).data
    }

    /// Live objects, the dead ones not yet collected included.
    pub fn len(&self) -> usize {
        self.slots.len() - 1 - self.free.len()
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

    /// Frees what `roots` do not reach. `trace` marks what an object refers to beyond the heap (a generator's frames);
    /// `dead` is told every object that goes, before it goes.
    #[inline]
    pub fn collect(
        &mut self,
        roots: impl FnOnce(&mut Marker<'_>),
        mut trace: impl FnMut(&Object, &mut Marker<'_>),
        mut dead: impl FnMut(Id, &Object),
    ) {
        let mut marker = Marker { slots: &mut self.slots, grey: Vec::new() };
        roots(&mut marker);
        while let Some(id) = marker.grey.pop() {
            // The object is taken out while it is traced, since tracing marks its neighbours in the same slab.
            let object = std::mem::replace(&mut marker.slots[id.index()].object, Object::free());
            object.trace(&mut marker);
            trace(&object, &mut marker);
            marker.slots[id.index()].object = object;
        }
        self.bytes = 0;
        for (index, slot) in self.slots.iter_mut().enumerate().skip(1) {
            if slot.marked {
                slot.marked = false;
                self.bytes += slot.object.data.bytes();
            } else if !matches!(slot.object.data, Data::Free) {
                dead(Id::new(index as u32), &slot.object);
                slot.object = Object::free();
                self.free.push(index as u32);
            }
        }
        self.made = 0;
        self.threshold = self.len().max(Self::MIN_THRESHOLD);
    }
}
