//! The set: CPython's table (`setobject.c`), place by place, so that small integers come out in CPython's order.
//!
//! **The order of a set is the order of its places**: how many there are, what became of deleted ones and what a copy does with
//! them all show in what a program prints, so growth, probing, deletion and merging do as CPython does. Keys are compared as
//! [`super::Dict`] compares them. Deliberately absent: the lookups that several methods share; they stand in `builtins::set`.

use super::dict::{Cursor, Found, Probe, Same};
use crate::value::Value;

/// `PySet_MINSIZE`.
const MIN_SIZE: usize = 8;
/// Neighbours that are looked at before jumping.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

/// A hash table of values.
#[derive(Clone, Debug)]
pub struct Set {
    /// A power of two of places.
    table: Vec<Entry>,
    /// Places that hold a key or held one.
    fill: usize,
    used: usize,
    /// Where `pop` looks first.
    finger: usize,
    /// Changes whenever a key comes or goes.
    version: u32,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// Of a key, never -1; 0 in a place never used, -1 in one whose key was deleted.
    hash: i64,
    key: Value,
}

const UNUSED: Entry = Entry { hash: 0, key: Value::Unbound };
const DUMMY: Entry = Entry { hash: -1, key: Value::Unbound };

impl Entry {
    fn is_live(&self) -> bool {
        !self.key.is_unbound()
    }

    fn is_unused(&self) -> bool {
        self.hash == 0 && self.key.is_unbound()
    }
}

impl Default for Set {
    fn default() -> Set {
        Set { table: vec![UNUSED; MIN_SIZE], fill: 0, used: 0, finger: 0, version: 0 }
    }
}

impl Set {
    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Whether no key was added since the table was made, deleted ones included.
    pub fn is_untouched(&self) -> bool {
        self.fill == 0
    }

    /// Changes whenever a key is added or removed: stopped probes compare it.
    pub fn version(&self) -> u32 {
        self.version
    }

    pub fn bytes(&self) -> usize {
        self.table.capacity() * size_of::<Entry>()
    }

    /// Looks for a key of `hash`; `same` decides candidates of that very hash.
    pub fn probe(&self, hash: i64, same: impl FnMut(Value) -> Same) -> Probe {
        self.probe_from(hash, Cursor { step: 0, version: self.version }, same)
    }

    /// Goes on after a candidate of [`Probe::Ask`] turned out to be another key. Begins anew if the table changed.
    pub fn probe_from(&self, hash: i64, cursor: Cursor, mut same: impl FnMut(Value) -> Same) -> Probe {
        let passed = if cursor.version == self.version { cursor.step } else { 0 };
        for (step, at) in Places::new(hash, self.mask()).enumerate().skip(passed) {
            let entry = &self.table[at];
            if entry.is_unused() {
                break;
            }
            if entry.hash == hash && entry.is_live() {
                match same(entry.key) {
                    Same::Yes => return Probe::Found(Found(at)),
                    Same::No => {}
                    Same::Ask => {
                        return Probe::Ask(entry.key, Cursor { step: step + 1, version: self.version });
                    }
                }
            }
        }
        Probe::Missing
    }

    /// The entry that the probe stopped at, if the table is still the one it was.
    pub fn accept(&self, hash: i64, cursor: Cursor) -> Option<Found> {
        if cursor.version != self.version {
            return None;
        }
        Places::new(hash, self.mask()).nth(cursor.step.checked_sub(1)?).map(Found)
    }

    /// Adds a key that a probe has found missing: `set_add_entry`.
    pub fn insert_new(&mut self, hash: i64, key: Value) {
        self.version = self.version.wrapping_add(1);
        self.used += 1;
        // The last deleted place on the way is used again.
        let mut deleted = None;
        for at in Places::new(hash, self.mask()) {
            let entry = self.table[at];
            if entry.is_unused() {
                self.table[deleted.unwrap_or(at)] = Entry { hash, key };
                break;
            }
            if !entry.is_live() {
                deleted = Some(at);
            }
        }
        if deleted.is_some() {
            return;
        }
        self.fill += 1;
        if self.fill * 5 >= self.mask() * 3 {
            self.resize(self.roomy());
        }
    }

    /// Removes a found entry.
    pub fn remove(&mut self, found: Found) {
        if let Some(entry) = self.table.get_mut(found.0) {
            *entry = DUMMY;
            self.used -= 1;
            self.version = self.version.wrapping_add(1);
        }
    }

    /// Removes and gives an item: the first after the one removed last so.
    pub fn pop(&mut self) -> Option<Value> {
        let start = self.finger & self.mask();
        let at = (start..self.table.len()).chain(0..start).find(|&at| self.table[at].is_live())?;
        let key = self.table[at].key;
        self.remove(Found(at));
        self.finger = at + 1;
        Some(key)
    }

    pub fn clear(&mut self) {
        *self = Set { finger: self.finger, version: self.version.wrapping_add(1), ..Set::default() };
    }

    /// Takes the content of another set: `set_swap_bodies`.
    pub fn become_like(&mut self, other: Set) {
        *self = Set { finger: self.finger, version: self.version.wrapping_add(1), ..other };
    }

    /// What `set(other)` makes of another set.
    pub fn copied(&self) -> Set {
        let mut copy = Set::default();
        copy.make_room(self.used);
        if copy.mask() == self.mask() && self.fill == self.used {
            copy.table.clone_from(&self.table);
        } else {
            for (hash, key) in self.iter_hashed() {
                copy.insert_clean(hash, key);
            }
        }
        (copy.fill, copy.used) = (self.used, self.used);
        copy
    }

    /// Grows at once when so many keys of another set or dict are about to be added.
    pub fn make_room(&mut self, more: usize) {
        if more > 0 && (self.fill + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// Drops deleted places when they are more than a quarter, as `difference_update` does at its end.
    pub fn sweep(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.resize(self.roomy());
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        self.iter_hashed().map(|(_, key)| key)
    }

    /// Items with their hashes, so that they need not be asked again.
    pub fn iter_hashed(&self) -> impl Iterator<Item = (i64, Value)> + '_ {
        self.table.iter().filter(|entry| entry.is_live()).map(|entry| (entry.hash, entry.key))
    }

    /// The first item at or after `position`, and the position after it.
    pub fn next_item(&self, position: usize) -> Option<(Value, usize)> {
        let tail = self.table.get(position..)?;
        let skip = tail.iter().position(Entry::is_live)?;
        Some((tail[skip].key, position + skip + 1))
    }

    fn mask(&self) -> usize {
        self.table.len() - 1
    }

    /// How many keys a table that has become too full is made for.
    fn roomy(&self) -> usize {
        if self.used > 50_000 { self.used * 2 } else { self.used * 4 }
    }

    /// Puts a key in the first free place of a table without deleted ones: `set_insert_clean`.
    fn insert_clean(&mut self, hash: i64, key: Value) {
        if let Some(at) = Places::new(hash, self.mask()).find(|&at| !self.table[at].is_live()) {
            self.table[at] = Entry { hash, key };
        }
    }

    /// `set_table_resize`: a table of more than `least` places, without deleted ones.
    fn resize(&mut self, least: usize) {
        let mut size = MIN_SIZE;
        while size <= least {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.table, vec![UNUSED; size]);
        for entry in old.iter().filter(|entry| entry.is_live()) {
            self.insert_clean(entry.hash, entry.key);
        }
        self.fill = self.used;
        self.version = self.version.wrapping_add(1);
    }
}

/// The places that a key of some hash may be in, in the order they are looked at. Never ends.
struct Places {
    mask: usize,
    perturb: u64,
    /// The place jumped to, and how many neighbours of it come yet.
    at: usize,
    offset: usize,
}

impl Places {
    fn new(hash: i64, mask: usize) -> Places {
        Places { mask, perturb: hash as u64, at: hash as usize & mask, offset: 0 }
    }
}

impl Iterator for Places {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let place = self.at + self.offset;
        if self.offset < LINEAR_PROBES && self.at + LINEAR_PROBES <= self.mask {
            self.offset += 1;
        } else {
            self.perturb >>= PERTURB_SHIFT;
            self.at = self.at.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb as usize) & self.mask;
            self.offset = 0;
        }
        Some(place)
    }
}
