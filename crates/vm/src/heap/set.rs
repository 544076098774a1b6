//! The set: CPython's table, so that small integers come out in CPython's order.

use super::Dict;
use super::dict::{Cursor, Found, Probe, Same};
use crate::value::Value;

/// A hash table of values.
#[derive(Clone, Debug, Default)]
pub struct Set {
    table: Dict,
}

impl Set {
    pub fn len(&self) -> usize {
        self.table.len()
    }

    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    pub fn version(&self) -> u32 {
        self.table.version()
    }

    pub fn bytes(&self) -> usize {
        self.table.bytes()
    }

    pub fn probe(&self, hash: i64, same: impl FnMut(Value) -> Same) -> Probe {
        self.table.probe(hash, same)
    }

    pub fn probe_from(&self, hash: i64, cursor: Cursor, same: impl FnMut(Value) -> Same) -> Probe {
        self.table.probe_from(hash, cursor, same)
    }

    pub fn accept(&self, hash: i64, cursor: Cursor) -> Option<Found> {
        self.table.accept(hash, cursor)
    }

    pub fn insert_new(&mut self, hash: i64, key: Value) {
        self.table.insert_new(hash, key, Value::None);
    }

    pub fn remove(&mut self, found: Found) {
        self.table.remove(found);
    }

    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        self.table.iter().map(|(k, _)| k)
    }

    pub fn iter_hashed(&self) -> impl Iterator<Item = (i64, Value)> + '_ {
        self.table.iter_hashed().map(|(h, k, _)| (h, k))
    }

    /// The first item at or after `position`, and the position after it.
    pub fn next_item(&self, position: usize) -> Option<(Value, usize)> {
        self.table.next_entry(position).map(|(k, _, at)| (k, at))
    }

    /// Removes and gives an item: the first.
    pub fn pop(&mut self) -> Option<Value> {
        let item = self.iter().next()?;
        let hash = self.iter_hashed().next()?.0;
        match self.probe(hash, |key| if key.is(item) { Same::Yes } else { Same::No }) {
            Probe::Found(found) => self.remove(found),
            _ => return None,
        }
        Some(item)
    }

    /// A copy made as `set(other)` makes it.
    pub fn copied(&self) -> Set {
        self.clone()
    }

    pub fn clear(&mut self) {
        self.table.clear();
    }
}
