//! Marking among the objects that were made lately, to see whether one of a few suspects is still referred to.
//!
//! What exists when a program begins, and what the library made while it was imported, lies below the *floor* and is taken for alive.
//! **Whoever writes to such an object goes through [`Heap::get_mut`]**, which notes it, so that what it refers to counts.

use super::{Heap, Mark, Marker};
use crate::heap::object::{Data, Object};
use crate::value::Id;

impl Heap {
    /// Takes all there is for long-lived.
    pub fn settle(&mut self) {
        self.holes += self.free.len();
        self.free.clear();
        self.floor = self.slots.len();
        for id in std::mem::take(&mut self.written) {
            self.slots[id.index()].written = false;
        }
        // The frames of a generator change without it.
        let generators =
            self.slots.iter().enumerate().filter(|(_, s)| matches!(s.object.data, Data::Generator(_)));
        self.written = generators.map(|(index, _)| Id::new(index as u32)).collect();
    }

    /// Whether an object is taken for long-lived.
    pub fn is_settled(&self, id: Id) -> bool {
        id.index() < self.floor
    }

    #[cold]
    #[inline(never)]
    pub(super) fn note_written(&mut self, id: Id) {
        let slot = &mut self.slots[id.index()];
        if !std::mem::replace(&mut slot.written, true) {
            self.written.push(id);
        }
    }

    /// Marks from `roots` until every one of `suspects` is reached, or everything is marked. Gives what was visited, for [`Heap::unmark`].
    /// `all`: the long-lived, too.
    #[inline]
    pub fn reach(
        &mut self,
        suspects: &[Id],
        all: bool,
        roots: impl FnOnce(&mut Marker<'_>),
        mut trace: impl FnMut(&Object, &mut Marker<'_>),
    ) -> Vec<Id> {
        let mut count = 0;
        for &id in suspects {
            let mark = &mut self.slots[id.index()].mark;
            count += usize::from(std::mem::replace(mark, Mark::Suspect) == Mark::White);
        }
        let floor = if all { 0 } else { self.floor };
        self.reached_from = floor;
        let mut visited = Vec::new();
        let mut marker = Marker { slots: &mut self.slots, grey: Vec::new(), floor, suspects: Some(count) };
        if !all {
            for &id in &self.written {
                let object = std::mem::replace(&mut marker.slots[id.index()].object, Object::free());
                object.trace(&mut marker);
                trace(&object, &mut marker);
                marker.slots[id.index()].object = object;
            }
        }
        roots(&mut marker);
        marker.drain(trace, |id| visited.push(id));
        visited
    }

    /// Whether the last [`Heap::reach`] came to an object, or takes it for alive.
    pub fn is_reached(&self, id: Id) -> bool {
        id.index() < self.reached_from || self.slots[id.index()].mark == Mark::Black
    }

    /// Takes the marks of [`Heap::reach`] away again.
    pub fn unmark(&mut self, suspects: &[Id], visited: &[Id]) {
        for &id in suspects.iter().chain(visited) {
            self.slots[id.index()].mark = Mark::White;
        }
    }

    /// Takes all marks away.
    pub fn unmark_all(&mut self) {
        self.slots.iter_mut().for_each(|slot| slot.mark = Mark::White);
    }

    /// What these roots name.
    pub fn named(trace: impl FnOnce(&mut Marker<'_>)) -> Vec<Id> {
        let mut marker = Marker { slots: &mut [], grey: Vec::new(), floor: 0, suspects: None };
        trace(&mut marker);
        marker.grey
    }

    /// What an object refers to, in the order in which its references go when it dies: sequences go from the end.
    pub fn children(&self, id: Id, trace: impl FnOnce(&Object, &mut Marker<'_>)) -> Vec<Id> {
        let object = self.get(id);
        let mut found = Heap::named(|m| {
            object.trace(m);
            trace(object, m);
        });
        if matches!(object.data, Data::List(_) | Data::Tuple(_)) {
            found.reverse();
        }
        found
    }
}
