//! When the machine must look at what is dropped at all.
//!
//! Only while something lives whose end would be noticed: everything else runs as if there were no ends to notice. **What is counted here
//! may be too much, never too little**: coroutines from when they are made until a task has them or another awaits them, generators
//! that may have something to clean up until they are closed, weak references. The rest is *strange*: only a full collection tells
//! when the last of it has gone.

use crate::heap::object::{Data, GeneratorState};
use crate::value::Id;
use crate::vm::Vm;

impl Vm {
    /// The end of this generator or coroutine would be noticed from now on.
    pub(in crate::vm) fn count_generator(&mut self, id: Id) {
        let Data::Generator(g) = self.heap.data_mut(id) else { return };
        if g.state != GeneratorState::Closed && !std::mem::replace(&mut g.counted, true) {
            self.deaths.counted += 1;
            self.watch();
        }
    }

    /// It would be no longer: it is closed, or another stands for it.
    #[inline]
    pub(in crate::vm) fn discount_generator(&mut self, id: Id) {
        if let Data::Generator(g) = self.heap.data_mut(id)
            && std::mem::replace(&mut g.counted, false)
        {
            self.deaths.counted -= 1;
            if self.deaths.counted == 0 {
                self.relax();
            }
        }
    }

    /// Another coroutine awaits this one, whose end is noticed with that one's. What a plain generator delegates to must be
    /// watched by itself.
    #[inline]
    pub(in crate::vm) fn discount_awaited(&mut self, id: Id, by: Option<Id>) {
        if self.generator(id.into()).is_some_and(|g| g.counted)
            && self.is_coroutine(id.into())
            && by.is_some_and(|by| self.is_coroutine(by.into()))
        {
            self.discount_generator(id);
        }
    }

    /// Something has been made whose end would be noticed, and nothing will say that it has gone.
    pub fn watch_strange(&mut self) {
        self.deaths.strange = true;
        self.watch();
    }

    pub(in crate::vm) fn watch(&mut self) {
        self.watching = true;
        self.watched = true;
    }

    /// Looks no longer if nothing is left to look for.
    pub(in crate::vm) fn relax(&mut self) {
        let deaths = &self.deaths;
        self.watching =
            deaths.counted > 0 || deaths.strange || !deaths.weak.is_empty() || !deaths.dropped.is_empty();
    }

    /// After a collection: what strange things are left?
    pub(in crate::vm) fn look_around(&mut self) {
        let open = |id: Id| self.generator(id.into()).is_some_and(|g| g.state != GeneratorState::Closed);
        let plain = |id: Id| !self.generator(id.into()).is_some_and(|g| g.counted);
        self.deaths.strange = self.deaths.strange
            && (self.deaths.finalizers
                || self.deaths.hooked.iter().any(|&(id, _)| open(id))
                || self.heap.all().any(|id| plain(id) && self.ends_noticed(id)));
        self.relax();
    }
}
