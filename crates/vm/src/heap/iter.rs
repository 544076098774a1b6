//! Iterators of the builtin types.
//!
//! Those above the line give their next item at once; those below draw on other iterators or call Python, so their
//! next item comes through a native frame.

use super::Marker;
use super::object::DictViewKind;
use crate::value::{Id, Value};

/// Where an iterator of a builtin type stands.
#[derive(Clone, Debug)]
pub enum Iter {
    List {
        list: Id,
        index: usize,
    },
    ListReversed {
        list: Id,
        left: usize,
    },
    Tuple {
        tuple: Id,
        index: usize,
    },
    Range {
        next: i64,
        step: i64,
        left: u64,
    },
    /// `offset` in bytes.
    Str {
        string: Id,
        offset: usize,
    },
    Bytes {
        bytes: Id,
        index: usize,
    },
    /// `len`: the dict's length when the iteration began, to notice changes; `left`: items not yet given.
    Dict {
        dict: Id,
        kind: DictViewKind,
        position: usize,
        len: usize,
        left: usize,
    },
    DictReversed {
        dict: Id,
        kind: DictViewKind,
        position: usize,
        len: usize,
        left: usize,
    },
    Set {
        set: Id,
        position: usize,
        len: usize,
        left: usize,
    },
    /// Ended for good.
    Exhausted,
    // ---- through a frame ----
    Enumerate {
        iter: Value,
        next: i64,
    },
    Zip {
        iters: Box<[Value]>,
        strict: bool,
    },
    Map {
        function: Value,
        iters: Box<[Value]>,
    },
    Filter {
        function: Value,
        iter: Value,
    },
    /// `__getitem__` with 0, 1, 2 … until IndexError.
    Sequence {
        object: Value,
        index: i64,
    },
    /// `reversed` of an object with `__len__` and `__getitem__`.
    SequenceReversed {
        object: Value,
        left: i64,
    },
    /// `iter(callable, sentinel)`.
    Callable {
        function: Value,
        sentinel: Value,
    },
}

impl Iter {
    pub(super) fn trace(&self, m: &mut Marker<'_>) {
        match self {
            Iter::List { list: id, .. }
            | Iter::ListReversed { list: id, .. }
            | Iter::Tuple { tuple: id, .. }
            | Iter::Str { string: id, .. }
            | Iter::Bytes { bytes: id, .. }
            | Iter::Dict { dict: id, .. }
            | Iter::DictReversed { dict: id, .. }
            | Iter::Set { set: id, .. } => m.id(*id),
            Iter::Range { .. } | Iter::Exhausted => {}
            Iter::Enumerate { iter, .. } => m.value(*iter),
            Iter::Zip { iters, .. } => m.values(iters),
            Iter::Map { function, iters } => {
                m.value(*function);
                m.values(iters);
            }
            Iter::Filter { function, iter } => m.values(&[*function, *iter]),
            Iter::Sequence { object, .. } | Iter::SequenceReversed { object, .. } => m.value(*object),
            Iter::Callable { function, sentinel } => m.values(&[*function, *sentinel]),
        }
    }
}
