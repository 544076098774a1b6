//! Sorting by heap.
//!
//! The standard library's sorts are faster, and five times as long for each type: what is sorted once in a while is
//! sorted here, so that a page has less to fetch.

use std::collections::BinaryHeap;

/// The items in ascending order; equal ones in any.
pub fn sorted<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    items.into_iter().collect::<BinaryHeap<T>>().into_sorted_vec()
}

/// The same, each once.
pub(crate) fn sorted_set<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut sorted = sorted(items);
    sorted.dedup();
    sorted
}
