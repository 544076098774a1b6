//! A Python value: small things inline, everything else an id into the heap.
//!
//! Values are `Copy`; there are no reference counts and no pointers, so a whole machine can be cloned.
//! Integers that fit an `i64` are *always* `Int`; the heap holds only larger ones (and instances of subclasses).

use std::num::NonZeroU32;

/// Where an object lives in the heap. Ids of collected objects are used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(NonZeroU32);

impl Id {
    /// `index` must not be 0: slot 0 of the heap is never handed out, so it maps to 1 here instead of failing.
    pub const fn new(index: u32) -> Id {
        match NonZeroU32::new(index) {
            Some(index) => Id(index),
            None => Id(NonZeroU32::MIN),
        }
    }

    pub const fn index(self) -> usize {
        self.0.get() as usize
    }
}

/// A Python value, or `Unbound`: the absence of one.
///
/// The tag fills a word of its own: values are copied as two words, and a word that was written in parts is slow to read back.
#[derive(Clone, Copy, Debug, Default)]
#[repr(u64)]
pub enum Value {
    /// No value: an unassigned local, an argument not given, an empty cell. Never visible to Python.
    #[default]
    Unbound,
    None,
    NotImplemented,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Float(f64),
    Obj(Id),
}

impl Value {
    /// Python's `is`. Floats are identical when their bits are, so `nan is nan` holds for one object as in CPython.
    #[inline]
    pub fn is(self, other: Value) -> bool {
        match (self, other) {
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Obj(a), Value::Obj(b)) => a == b,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (a, b) => std::mem::discriminant(&a) == std::mem::discriminant(&b),
        }
    }

    #[inline]
    pub fn id(self) -> Option<Id> {
        match self {
            Value::Obj(id) => Some(id),
            _ => None,
        }
    }

    #[inline]
    pub fn is_none(self) -> bool {
        matches!(self, Value::None)
    }

    #[inline]
    pub fn is_unbound(self) -> bool {
        matches!(self, Value::Unbound)
    }

    /// `None` for the unbound marker, else the value.
    #[inline]
    pub fn bound(self) -> Option<Value> {
        if self.is_unbound() { None } else { Some(self) }
    }

    /// `default` for the unbound marker, else the value.
    #[inline]
    pub fn or(self, default: Value) -> Value {
        if self.is_unbound() { default } else { self }
    }
}

impl From<Id> for Value {
    fn from(id: Id) -> Value {
        Value::Obj(id)
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::Bool(b)
    }
}

impl From<i64> for Value {
    fn from(i: i64) -> Value {
        Value::Int(i)
    }
}

impl From<f64> for Value {
    fn from(f: f64) -> Value {
        Value::Float(f)
    }
}

impl From<Option<Id>> for Value {
    /// `None` when there is no object.
    fn from(id: Option<Id>) -> Value {
        id.map_or(Value::None, Value::Obj)
    }
}
