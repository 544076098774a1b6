//! The double-ended queue of `collections`.

use std::collections::VecDeque;

use crate::value::Value;

/// Items, and the bound that makes it drop from the far end.
#[derive(Clone, Debug, Default)]
pub struct Deque {
    pub items: VecDeque<Value>,
    pub maxlen: Option<usize>,
    /// Changes with every change: iterators compare it.
    pub version: u32,
}

impl Deque {
    /// Appends at the right; drops from the left beyond the bound.
    pub fn push_back(&mut self, item: Value) {
        self.items.push_back(item);
        if self.maxlen.is_some_and(|max| self.items.len() > max) {
            self.items.pop_front();
        }
        self.touch();
    }

    /// Appends at the left; drops from the right beyond the bound.
    pub fn push_front(&mut self, item: Value) {
        self.items.push_front(item);
        if self.maxlen.is_some_and(|max| self.items.len() > max) {
            self.items.pop_back();
        }
        self.touch();
    }

    /// Notes a change.
    pub fn touch(&mut self) {
        self.version = self.version.wrapping_add(1);
    }
}
