//! The dict: entries in insertion order under an open-addressed index.
//!
//! Keys are compared by identity and by native equality only; where neither decides, the probe stops at the candidate and
//! hands it out ([`Probe::Ask`]), so that the caller can run a user's `__eq__` and probe on. A table that changed meanwhile is
//! noticed by its version. Deleted entries stay as tombstones until the table is rebuilt, so positions of a running
//! iteration keep their meaning. **Slot numbers never leave this module** but inside opaque cursors.

use crate::value::{Id, Value};

/// Up to so many entries are searched in order, without an index: most instances have fewer attributes.
const SMALL: usize = 8;

const EMPTY: u32 = u32::MAX;
const TOMB: u32 = u32::MAX - 1;

/// An insertion-ordered hash table from values to values.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    entries: Vec<Entry>,
    /// Power of two, holds positions in `entries`; empty while these are few.
    index: Vec<u32>,
    live: usize,
    /// Changes whenever a key comes or goes.
    version: u32,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    hash: i64,
    /// `Unbound`: deleted.
    key: Value,
    value: Value,
}

/// How two keys of equal hash relate, as far as that is known without running Python.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Same {
    Yes,
    No,
    /// Only `__eq__` can tell.
    Ask,
}

/// Where a stopped probe goes on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cursor {
    pub(super) step: usize,
    pub(super) version: u32,
}

/// A found entry; valid until the dict's version changes.
#[derive(Clone, Copy, Debug)]
pub struct Found(pub(super) usize);

/// What a probe came to.
#[derive(Clone, Copy, Debug)]
pub enum Probe {
    Found(Found),
    Missing,
    /// Compare with this key; then either [`Dict::accept`] or [`Dict::probe_from`] with the cursor.
    Ask(Value, Cursor),
}

impl Dict {
    pub fn new() -> Dict {
        Dict::default()
    }

    pub fn len(&self) -> usize {
        self.live
    }

    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Changes whenever a key is added or removed: iterators and stopped probes compare it.
    pub fn version(&self) -> u32 {
        self.version
    }

    #[inline]
    pub fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>() + self.index.capacity() * 4
    }

    /// Looks for a key of `hash`; `same` decides candidates of that very hash.
    pub fn probe(&self, hash: i64, same: impl FnMut(Value) -> Same) -> Probe {
        self.probe_from(hash, Cursor { step: 0, version: self.version }, same)
    }

    /// Goes on after a candidate of [`Probe::Ask`] turned out to be another key. Begins anew if the table changed.
    pub fn probe_from(&self, hash: i64, cursor: Cursor, mut same: impl FnMut(Value) -> Same) -> Probe {
        let mut step = if cursor.version == self.version { cursor.step } else { 0 };
        if self.index.is_empty() {
            while let Some(entry) = self.entries.get(step) {
                step += 1;
                if entry.hash == hash && !entry.key.is_unbound() {
                    match same(entry.key) {
                        Same::Yes => return Probe::Found(Found(step - 1)),
                        Same::No => {}
                        Same::Ask => return Probe::Ask(entry.key, Cursor { step, version: self.version }),
                    }
                }
            }
            return Probe::Missing;
        }
        while step <= self.index.len() {
            match self.index[self.place(hash, step)] {
                EMPTY => return Probe::Missing,
                TOMB => {}
                at => {
                    let entry = &self.entries[at as usize];
                    if entry.hash == hash {
                        match same(entry.key) {
                            Same::Yes => return Probe::Found(Found(at as usize)),
                            Same::No => {}
                            Same::Ask => {
                                return Probe::Ask(
                                    entry.key,
                                    Cursor { step: step + 1, version: self.version },
                                );
                            }
                        }
                    }
                }
            }
            step += 1;
        }
        Probe::Missing
    }

    /// The entry that the probe stopped at, if the table is still the one it was.
    pub fn accept(&self, hash: i64, cursor: Cursor) -> Option<Found> {
        if cursor.version != self.version || cursor.step == 0 {
            return None;
        }
        if self.index.is_empty() {
            return Some(Found(cursor.step - 1));
        }
        match self.index[self.place(hash, cursor.step - 1)] {
            EMPTY | TOMB => None,
            at => Some(Found(at as usize)),
        }
    }

    #[inline]
    pub fn value(&self, found: Found) -> Value {
        self.entries.get(found.0).map_or(Value::Unbound, |e| e.value)
    }

    pub fn key(&self, found: Found) -> Value {
        self.entries.get(found.0).map_or(Value::Unbound, |e| e.key)
    }

    /// The value of an entry found before, if it still is the one of that very key object.
    #[inline]
    pub fn value_if(&self, found: Found, key: Id) -> Option<Value> {
        let entry = self.entries.get(found.0)?;
        matches!(entry.key, Value::Obj(id) if id == key).then_some(entry.value)
    }

    /// Overwrites the value of an entry found before, if it still is the one of that very key object. Whether it did.
    #[inline]
    pub fn replace_if(&mut self, found: Found, key: Id, value: Value) -> bool {
        match self.entries.get_mut(found.0) {
            Some(entry) if matches!(entry.key, Value::Obj(id) if id == key) => {
                entry.value = value;
                true
            }
            _ => false,
        }
    }

    /// Overwrites a found entry's value, keeping its key and place.
    #[inline]
    pub fn set_value(&mut self, found: Found, value: Value) {
        if let Some(entry) = self.entries.get_mut(found.0) {
            entry.value = value;
        }
    }

    /// Adds a key that a probe has found missing.
    #[inline]
    pub fn insert_new(&mut self, hash: i64, key: Value, value: Value) {
        if self.entries.len() >= SMALL && (self.entries.len() + 1) * 3 > self.index.len() * 2 {
            self.rebuild();
        }
        let mut step = 0;
        while !self.index.is_empty() {
            let place = self.place(hash, step);
            if self.index[place] >= TOMB {
                self.index[place] = self.entries.len() as u32;
                break;
            }
            step += 1;
        }
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        self.version = self.version.wrapping_add(1);
    }

    /// Removes a found entry and gives its value.
    pub fn remove(&mut self, found: Found) -> Value {
        let Some(entry) = self.entries.get_mut(found.0) else { return Value::Unbound };
        let (hash, value) = (entry.hash, entry.value);
        *entry = Entry { hash, key: Value::Unbound, value: Value::Unbound };
        let mut step = 0;
        while step < self.index.len() {
            let place = self.place(hash, step);
            if self.index[place] == found.0 as u32 {
                self.index[place] = TOMB;
                break;
            }
            step += 1;
        }
        self.live -= 1;
        self.version = self.version.wrapping_add(1);
        while self.entries.last().is_some_and(|e| e.key.is_unbound()) {
            self.entries.pop();
        }
        value
    }

    /// Removes and gives the last key and value: `popitem`.
    pub fn pop_last(&mut self) -> Option<(Value, Value)> {
        let at = self.entries.iter().rposition(|e| !e.key.is_unbound())?;
        let key = self.entries[at].key;
        Some((key, self.remove(Found(at))))
    }

    pub fn clear(&mut self) {
        *self = Dict { version: self.version.wrapping_add(1), ..Dict::default() };
    }

    /// Live entries in insertion order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Value, Value)> + '_ {
        self.entries.iter().filter(|e| !e.key.is_unbound()).map(|e| (e.key, e.value))
    }

    /// Live entries with their hashes, for copying without asking keys again.
    pub fn iter_hashed(&self) -> impl Iterator<Item = (i64, Value, Value)> + '_ {
        self.entries.iter().filter(|e| !e.key.is_unbound()).map(|e| (e.hash, e.key, e.value))
    }

    /// The first live entry at or after `position`, and the position after it: how iterators walk.
    pub fn next_entry(&self, position: usize) -> Option<(Value, Value, usize)> {
        let tail = self.entries.get(position..)?;
        let skip = tail.iter().position(|e| !e.key.is_unbound())?;
        let entry = &tail[skip];
        Some((entry.key, entry.value, position + skip + 1))
    }

    /// The last live entry before `position` (or the end), and its position: how reversed iterators walk.
    pub fn previous_entry(&self, position: usize) -> Option<(Value, Value, usize)> {
        let head = &self.entries[..position.min(self.entries.len())];
        let at = head.iter().rposition(|e| !e.key.is_unbound())?;
        Some((head[at].key, head[at].value, at))
    }

    /// Double hashing: numbers in a row have places in a row, and keys that meet part at once. An odd stride visits every
    /// place of a power-of-two table.
    #[inline]
    fn place(&self, hash: i64, step: usize) -> usize {
        let stride = (hash as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32 | 1;
        (hash as usize).wrapping_add((stride as usize).wrapping_mul(step)) & (self.index.len() - 1)
    }

    /// Drops tombstones and makes room for as many keys again.
    fn rebuild(&mut self) {
        self.entries.retain(|e| !e.key.is_unbound());
        if self.entries.len() < SMALL {
            self.index.clear();
            return;
        }
        let size = ((self.entries.len() + 1) * 3).next_power_of_two().max(8);
        self.index = vec![EMPTY; size];
        for at in 0..self.entries.len() {
            let hash = self.entries[at].hash;
            let mut step = 0;
            loop {
                let place = self.place(hash, step);
                if self.index[place] == EMPTY {
                    self.index[place] = at as u32;
                    break;
                }
                step += 1;
            }
        }
    }
}
