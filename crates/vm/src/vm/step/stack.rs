//! The stack of a running frame: its locals, then its operands.
//!
//! While a frame runs, the vector is a local variable of the inner loop. **Nothing there takes its address**, so that its words
//! stay in registers: what must grow or be lent is moved out and back in.

use crate::value::Value;

pub(in crate::vm) type Slots = Vec<Value>;

#[inline(always)]
pub(super) fn pop(slots: &mut Slots) -> Value {
    let top = slots.len().wrapping_sub(1);
    let value = slots[top];
    slots.truncate(top);
    value
}

#[inline(always)]
pub(super) fn push(slots: &mut Slots, value: Value) {
    make_room(slots);
    slots.push(value);
}

/// Pushes a copy of a slot, without a stop on the way.
#[inline(always)]
pub(super) fn push_slot(slots: &mut Slots, at: usize) {
    make_room(slots);
    slots.push(slots[at]);
}

/// Pushes a few values: one by one, since a block copy of unknown length is a call out of the wasm.
#[inline(always)]
pub(super) fn push_all(slots: &mut Slots, values: &[Value]) {
    for &value in values {
        push(slots, value);
    }
}

/// Room for one more value, so that the compiler sees that the next `Vec::push` does not grow.
#[inline(always)]
pub(super) fn make_room(slots: &mut Slots) {
    while slots.len() == slots.capacity() {
        *slots = grown(std::mem::take(slots));
    }
}

/// A stack that was too short: that of a clone, since the compiler says how long each must be.
#[cold]
#[inline(never)]
fn grown(mut slots: Slots) -> Slots {
    slots.reserve(16);
    slots
}
