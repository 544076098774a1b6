//! Indexes and slices: what `__index__` gives, cut to a sequence's length as CPython's `PySlice_AdjustIndices` does.

use num_traits::ToPrimitive;

use super::Vm;
use super::truth::clamp_index;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::checked::{Check, Checked};
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, NativeResult, Raised};
use crate::value::Value;

/// The positions a slice selects: `count` of them from `start`, `step` apart. All within the sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub step: i64,
    pub count: usize,
}

impl Span {
    /// The selected positions in order.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |i| (self.start as i64 + i * self.step) as usize)
    }

    /// Selects from a slice of items.
    pub fn pick<T: Copy>(self, items: &[T]) -> Vec<T> {
        match self.step {
            1 => items.get(self.start..self.start + self.count).unwrap_or(&[]).to_vec(),
            _ => self.positions().filter_map(|i| items.get(i).copied()).collect(),
        }
    }
}

/// `slice.indices`: start, stop and step for a sequence of `len` items; parts are `None` where not given, step is not 0.
pub fn slice_indices(start: Option<i64>, stop: Option<i64>, step: i64, len: i64) -> (i64, i64, i64) {
    let (lowest, highest) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let cut = |part: i64| match part {
        part if part < 0 => part.saturating_add(len).max(lowest),
        part => part.min(highest),
    };
    let (first, last) = if step < 0 { (highest, lowest) } else { (lowest, highest) };
    (start.map_or(first, cut), stop.map_or(last, cut), step)
}

/// The positions that start, stop and step (already cut) select.
pub fn span(start: i64, stop: i64, step: i64) -> Span {
    let count = match step {
        step if step > 0 && start < stop => (stop - start - 1) / step + 1,
        step if step < 0 && start > stop => (start - stop - 1) / step.saturating_neg() + 1,
        _ => 0,
    };
    Span { start: start.max(0) as usize, step, count: count as usize }
}

impl Vm {
    /// An int or what has `__index__`, cut to 64 bits; `None` for anything else. User methods go through [`Vm::index_action`].
    pub fn native_index(&self, value: Value) -> Option<i64> {
        match self.data(value) {
            Some(Data::BigInt(n)) => Some(clamp_index(n)),
            _ => self.small_int(value),
        }
    }

    /// Whether `__index__` must be called to use the value as an index.
    pub fn needs_index_call(&self, value: Value) -> bool {
        self.native_index(value).is_none() && self.special(value, names::INDEX).is_some_and(|m| !m.is_none())
    }

    /// `operator.index(value)`: an int.
    pub fn index_action(&mut self, value: Value) -> NativeResult {
        if self.native_index(value).is_some() {
            return Ok(Action::Return(value));
        }
        match self.special(value, names::INDEX) {
            Some(method) if !method.is_none() => {
                let (callee, args) = self.bind_dunder(method, value, &[]);
                Ok(Action::Enter(NativeFrame::Checked(Box::new(Checked::new(callee, args, Check::Index)))))
            }
            _ => Err(errors::not_an_integer(self, value)),
        }
    }

    /// The place of an index in a sequence of `len`, counted from the end if negative; `None` when out of range.
    pub fn place(&self, index: i64, len: usize) -> Option<usize> {
        let index = if index < 0 { index.checked_add(len as i64)? } else { index };
        index.to_usize().filter(|&i| i < len)
    }

    /// An int argument, as CPython's `PyNumber_AsSsize_t` for indexes of containers: IndexError when it does not fit.
    pub fn fitting_index(&mut self, value: Value) -> Result<i64, Raised> {
        match self.small_int(value) {
            Some(index) => Ok(index),
            None => Err(errors::index_error(self, "cannot fit 'int' into an index-sized integer")),
        }
    }

    /// What a slice object whose parts are None or ints selects of `len` items.
    pub fn resolve_slice(&mut self, slice: Value, len: usize) -> Result<Span, Raised> {
        let (start, stop, step) = self.slice_parts(slice)?;
        let (start, stop, step) = slice_indices(start, stop, step, len as i64);
        Ok(span(start, stop, step))
    }

    /// Start, stop and step of a slice whose parts are None or ints.
    pub fn slice_parts(&mut self, slice: Value) -> Result<(Option<i64>, Option<i64>, i64), Raised> {
        let Some(Data::Slice(parts)) = self.data(slice) else { return Ok((None, None, 1)) };
        let parts = **parts;
        let mut whole = [None; 3];
        for (into, part) in whole.iter_mut().zip(parts) {
            *into = match part {
                Value::None => None,
                part => match self.native_index(part) {
                    Some(index) => Some(index),
                    None => return Err(errors::bad_slice_index(self)),
                },
            };
        }
        match whole {
            [_, _, Some(0)] => Err(errors::value_error(self, "slice step cannot be zero")),
            // As CPython: so that the step can be negated.
            [start, stop, step] => Ok((start, stop, step.unwrap_or(1).max(-i64::MAX))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_select_what_cpython_selects() {
        // start, stop, step, len, expected positions
        type Case<'a> = (Option<i64>, Option<i64>, i64, i64, &'a [usize]);
        let cases: &[Case<'_>] = &[
            (None, None, 1, 3, &[0, 1, 2]),
            (None, None, -1, 3, &[2, 1, 0]),
            (Some(-2), None, 1, 5, &[3, 4]),
            (Some(1), Some(-1), 2, 6, &[1, 3]),
            (Some(10), None, -2, 5, &[4, 2, 0]),
            (Some(3), Some(1), 1, 5, &[]),
            (None, Some(-100), -1, 2, &[1, 0]),
            (Some(i64::MIN), Some(i64::MAX), i64::MAX, 2, &[0]),
        ];
        for &(start, stop, step, len, expected) in cases {
            let (a, b, c) = slice_indices(start, stop, step, len);
            assert_eq!(span(a, b, c).positions().collect::<Vec<_>>(), expected);
        }
    }
}
