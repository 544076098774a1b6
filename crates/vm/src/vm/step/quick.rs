//! The everyday cases of operators, subscripts and iteration: builtin types, no errors, nothing to call.
//!
//! Each answers `None` where it is not such a case, having changed nothing.

use crate::code::Compare;
use crate::heap::dict::{Probe, Same};
use crate::heap::iter::Iter;
use crate::heap::object::Data;
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::key::{hash_int, yes_no};

impl Vm {
    /// Comparisons of numbers, and whether two strings are equal.
    #[inline]
    pub(super) fn instant_compare(&self, op: Compare, a: Value, b: Value) -> Option<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Some(holds(op, a, b)),
            (Value::Float(a), Value::Float(b)) => Some(holds(op, a, b)),
            (Value::Obj(a), Value::Obj(b)) if matches!(op, Compare::Eq | Compare::Ne) => {
                let (a, b) = (self.heap.get(a), self.heap.get(b));
                if a.class != types::STR || b.class != types::STR {
                    return None;
                }
                let (Data::Str(a), Data::Str(b)) = (&a.data, &b.data) else { return None };
                Some((a == b) == (op == Compare::Eq))
            }
            _ => None,
        }
    }

    /// The next item of an iterator over a list, tuple or range that has one.
    #[inline(always)]
    pub(crate) fn instant_item(&mut self, iterator: Value) -> Option<Value> {
        let Value::Obj(id) = iterator else { return None };
        let Data::Iter(iter) = self.heap.data(id) else { return None };
        let item = match **iter {
            Iter::Range { next, step, left } if left > 0 => {
                let Data::Iter(iter) = self.heap.data_mut(id) else { return None };
                **iter = Iter::Range { next: next.wrapping_add(step), step, left: left - 1 };
                Value::Int(next)
            }
            Iter::List { list, index } => {
                let Data::List(items) = self.heap.data(list) else { return None };
                let item = *items.get(index)?;
                let Data::Iter(iter) = self.heap.data_mut(id) else { return None };
                **iter = Iter::List { list, index: index + 1 };
                item
            }
            Iter::Tuple { tuple, index } => {
                let Data::Tuple(items) = self.heap.data(tuple) else { return None };
                let item = *items.get(index)?;
                let Data::Iter(iter) = self.heap.data_mut(id) else { return None };
                **iter = Iter::Tuple { tuple, index: index + 1 };
                item
            }
            _ => return None,
        };
        self.work += 1;
        Some(item)
    }

    /// An item of a list or tuple by index, of a dict by number or string.
    #[inline]
    pub(in crate::vm) fn instant_get_item(&self, object: Value, key: Value) -> Option<Value> {
        let Value::Obj(id) = object else { return None };
        let object = self.heap.get(id);
        match (&object.data, key) {
            (Data::List(items), Value::Int(index)) if object.class == types::LIST => at(items, index),
            (Data::Tuple(items), Value::Int(index)) if object.class == types::TUPLE => at(items, index),
            (Data::Dict(dict), _) if object.class == types::DICT => {
                match dict.probe(self.instant_hash(key)?, |other| self.instant_same(other, key)) {
                    Probe::Found(found) => Some(dict.value(found)),
                    Probe::Missing | Probe::Ask(..) => None,
                }
            }
            _ => None,
        }
    }

    /// Likewise, overwriting it; a dict takes new keys, too.
    #[inline]
    pub(super) fn instant_set_item(&mut self, object: Value, key: Value, value: Value) -> bool {
        let Value::Obj(id) = object else { return false };
        let object = self.heap.get(id);
        match (&object.data, key) {
            (Data::List(items), Value::Int(index)) if object.class == types::LIST => {
                let Some(at) = place(items.len(), index) else { return false };
                if let Data::List(items) = self.heap.data_mut(id) {
                    items[at] = value;
                }
                true
            }
            (Data::Dict(dict), _) if object.class == types::DICT => {
                let Some(hash) = self.instant_hash(key) else { return false };
                let probe = dict.probe(hash, |other| self.instant_same(other, key));
                let before = dict.bytes();
                let Data::Dict(dict) = self.heap.data_mut(id) else { return false };
                match probe {
                    Probe::Found(found) => dict.set_value(found, value),
                    Probe::Missing => dict.insert_new(hash, key, value),
                    Probe::Ask(..) => return false,
                }
                let grown = dict.bytes() - before.min(dict.bytes());
                self.heap.grew(grown);
                true
            }
            _ => false,
        }
    }

    #[inline]
    fn instant_hash(&self, key: Value) -> Option<i64> {
        match key {
            Value::Int(i) => Some(hash_int(i)),
            Value::Obj(id) => self.plain_str_hash(id),
            _ => None,
        }
    }

    #[inline]
    fn plain_str_hash(&self, id: Id) -> Option<i64> {
        let object = self.heap.get(id);
        match &object.data {
            Data::Str(text) if object.class == types::STR => Some(text.hash()),
            _ => None,
        }
    }

    /// Whether a key of the same hash is `key`, a number or plain string.
    #[inline]
    fn instant_same(&self, other: Value, key: Value) -> Same {
        match (other, key) {
            (Value::Int(a), Value::Int(b)) => yes_no(a == b),
            (Value::Obj(a), Value::Obj(b)) if a == b => Same::Yes,
            (Value::Obj(a), Value::Obj(b)) => {
                let (a, b) = (self.heap.get(a), self.heap.get(b));
                match (&a.data, &b.data) {
                    (Data::Str(x), Data::Str(y)) if a.class == types::STR => yes_no(x == y),
                    _ => Same::Ask,
                }
            }
            _ => Same::Ask,
        }
    }
}

/// The comparison of two numbers of one kind; what is not ordered is only unequal.
#[inline(always)]
fn holds<T: PartialOrd>(op: Compare, a: T, b: T) -> bool {
    match op {
        Compare::Lt => a < b,
        Compare::Le => a <= b,
        Compare::Eq => a == b,
        Compare::Ne => a != b,
        Compare::Gt => a > b,
        Compare::Ge => a >= b,
    }
}

#[inline]
fn at(items: &[Value], index: i64) -> Option<Value> {
    items.get(place(items.len(), index)?).copied()
}

/// Where an index, counted from the end when negative, points to.
#[inline]
fn place(len: usize, index: i64) -> Option<usize> {
    let index = if index < 0 { index + len as i64 } else { index };
    usize::try_from(index).ok().filter(|&index| index < len)
}
