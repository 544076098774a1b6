//! Rich comparison: CPython's `PyObject_RichCompare` and `PyObject_RichCompareBool`.
//!
//! Native data is compared at once as long as every item is native too; [`Same::Ask`] from the bounded native pass means that a
//! frame has to walk the items, calling Python where it must.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};

use super::Vm;
use super::arith::Number;
use super::truth::range_len;
use crate::code::Compare;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::items::{CompareItems, CompareTables};
use crate::frame::native::rich::{Candidate, Rich, RichTruth};
use crate::heap::dict::Same;
use crate::heap::object::{Data, DictViewKind};
use crate::names;
use crate::native::{Action, NativeResult};
use crate::value::{Id, Value};

/// Containers nested deeper than this are compared by frames, which the recursion limit counts.
const MAX_NESTING: u32 = 16;

impl Compare {
    /// `__lt__` …
    pub fn method(self) -> Id {
        match self {
            Compare::Lt => names::LT,
            Compare::Le => names::LE,
            Compare::Eq => names::EQ,
            Compare::Ne => names::NE,
            Compare::Gt => names::GT,
            Compare::Ge => names::GE,
        }
    }

    pub fn symbol(self) -> &'static str {
        match self {
            Compare::Lt => "<",
            Compare::Le => "<=",
            Compare::Eq => "==",
            Compare::Ne => "!=",
            Compare::Gt => ">",
            Compare::Ge => ">=",
        }
    }

    /// Whether the comparison holds for operands in this order.
    pub fn holds(self, order: Ordering) -> bool {
        match self {
            Compare::Lt => order.is_lt(),
            Compare::Le => order.is_le(),
            Compare::Eq => order.is_eq(),
            Compare::Ne => order.is_ne(),
            Compare::Gt => order.is_gt(),
            Compare::Ge => order.is_ge(),
        }
    }

    fn is_equality(self) -> bool {
        matches!(self, Compare::Eq | Compare::Ne)
    }
}

impl Vm {
    /// `a op b`.
    pub fn compare(&mut self, op: Compare, a: Value, b: Value) -> NativeResult {
        if let (Value::Int(x), Value::Int(y)) = (a, b) {
            return Ok(Action::Return(op.holds(x.cmp(&y)).into()));
        }
        let mut candidates = Vec::new();
        let (first, second) = (self.candidate(op, a, b), self.candidate(op.swapped(), b, a));
        if second.is_some() && self.is_derived(b, a) {
            candidates.extend(second);
            candidates.extend(first);
        } else {
            candidates.extend(first);
            candidates.extend(second);
        }
        if candidates.is_empty() {
            let action = self.compare_native(op, a, b)?;
            return match action {
                Action::Return(Value::NotImplemented) => self.compare_default(op, a, b),
                action => Ok(action),
            };
        }
        // What only one side overrides may still be decided by the other side's native method.
        candidates.push(Candidate::Native);
        Ok(Action::Enter(NativeFrame::Rich(Box::new(Rich::new(op, a, b, candidates)))))
    }

    /// `a op b` as a bool; what is identical counts as equal.
    pub fn compare_truth(&mut self, op: Compare, a: Value, b: Value) -> NativeResult {
        if op.is_equality() && a.is(b) {
            return Ok(Action::Return((op == Compare::Eq).into()));
        }
        match self.compare(op, a, b)? {
            Action::Return(value) => self.truth_action(value),
            Action::Enter(NativeFrame::Rich(rich)) => {
                Ok(Action::Enter(NativeFrame::RichTruth(Box::new(RichTruth::new(*rich)))))
            }
            // Frames over native items answer with bools.
            other => Ok(other),
        }
    }

    /// What is left when neither side implements the operator.
    pub fn compare_default(&mut self, op: Compare, a: Value, b: Value) -> NativeResult {
        match op {
            Compare::Eq => Ok(Action::Return(a.is(b).into())),
            Compare::Ne => Ok(Action::Return((!a.is(b)).into())),
            _ => {
                let message = format!(
                    "'{}' not supported between instances of '{}' and '{}'",
                    op.symbol(),
                    self.type_name(a),
                    self.type_name(b)
                );
                Err(errors::type_error(self, message))
            }
        }
    }

    /// The method of `a`'s class for `op`, where it is not the native one.
    fn candidate(&self, op: Compare, a: Value, b: Value) -> Option<Candidate> {
        if let Some(Data::Host(_)) = self.data(a) {
            let method = self.special(a, op.method())?;
            return Some(Candidate::Method { method, this: a, other: b, opposite: false });
        }
        match self.overridden(a, op.method()) {
            Some(Value::None) => None,
            Some(method) => Some(Candidate::Method { method, this: a, other: b, opposite: false }),
            None if op == Compare::Ne => match self.overridden(a, names::EQ)? {
                Value::None => None,
                method => Some(Candidate::Method { method, this: a, other: b, opposite: true }),
            },
            None => None,
        }
    }

    fn is_derived(&self, b: Value, a: Value) -> bool {
        let (class, base) = (self.class_of(b), self.class_of(a));
        class != base && self.is_subclass(class, base)
    }

    /// Whether two numbers are equal, one of which is complex; `None` for others.
    fn same_complex(&self, a: Value, b: Value) -> Option<bool> {
        match (self.number(a)?, self.number(b)?) {
            (Number::Complex(x, i), Number::Complex(y, j)) => Some(x == y && i == j),
            (Number::Complex(real, imaginary), _) => Some(
                imaginary == 0.0
                    && self.compare_numbers(Value::Float(real), b) == Some(Some(Ordering::Equal)),
            ),
            (_, Number::Complex(..)) => self.same_complex(b, a),
            _ => None,
        }
    }

    /// Compares native data, whatever classes override; `NotImplemented` when it is not for these two.
    pub fn compare_native(&mut self, op: Compare, a: Value, b: Value) -> NativeResult {
        if let Some(order) = self.compare_numbers(a, b) {
            let result = order.map_or(op == Compare::Ne, |order| op.holds(order));
            return Ok(Action::Return(result.into()));
        }
        if op.is_equality()
            && let Some(same) = self.same_complex(a, b)
        {
            return Ok(Action::Return((same == (op == Compare::Eq)).into()));
        }
        let (Some(x), Some(y)) = (self.data(a), self.data(b)) else {
            return Ok(Action::Return(Value::NotImplemented));
        };
        let result = match (x, y) {
            (Data::Str(x), Data::Str(y)) => {
                // UTF-8 keeps the order of code points.
                let work = x.as_str().len().min(y.as_str().len()) / 64;
                let result = op.holds(x.as_str().cmp(y.as_str()));
                self.work += work as u64;
                result.into()
            }
            (Data::Bytes(_) | Data::ByteArray(_), Data::Bytes(_) | Data::ByteArray(_)) => {
                op.holds(self.bytes_of(a).cmp(&self.bytes_of(b))).into()
            }
            (Data::List(_), Data::List(_)) | (Data::Tuple(_), Data::Tuple(_)) => {
                return self.compare_sequences(op, a, b);
            }
            (Data::Dict(_), Data::Dict(_)) if op.is_equality() => return self.compare_tables(op, a, b),
            (Data::MappingProxy(inner), _) => {
                let inner = Value::Obj(*inner);
                return self.compare(op, inner, b);
            }
            (_, Data::MappingProxy(inner)) => {
                let inner = Value::Obj(*inner);
                return self.compare(op, a, inner);
            }
            (Data::Range(x), Data::Range(y)) if op.is_equality() => {
                let (len, other) = (range_len(x), range_len(y));
                let same = len == other && (len == 0 || x.start == y.start && (len == 1 || x.step == y.step));
                (same == (op == Compare::Eq)).into()
            }
            (Data::Slice(x), Data::Slice(y)) => {
                let (x, y) = (x.to_vec(), y.to_vec());
                let frame = CompareItems::new(op, x, y);
                return Ok(Action::Enter(NativeFrame::CompareItems(Box::new(frame))));
            }
            (Data::BoundMethod(x), Data::BoundMethod(y)) if op.is_equality() => {
                let same = x.0.is(y.0) && x.1.is(y.1);
                (same == (op == Compare::Eq)).into()
            }
            // One object in CPython, here made anew for everybody who asks.
            (Data::Code(x), Data::Code(y)) if op.is_equality() => ((x == y) == (op == Compare::Eq)).into(),
            (Data::Traceback(x), Data::Traceback(y)) if op.is_equality() => {
                ((x == y) == (op == Compare::Eq)).into()
            }
            (Data::GenericAlias(x), Data::GenericAlias(y)) if op.is_equality() => {
                let (x, y) = (vec![x.0, x.1], vec![y.0, y.1]);
                let frame = CompareItems::new(op, x, y);
                return Ok(Action::Enter(NativeFrame::CompareItems(Box::new(frame))));
            }
            (Data::Union(x), Data::Union(y)) if op.is_equality() => {
                let (x, y) = (x.to_vec(), y.to_vec());
                let same = x.len() == y.len() && x.iter().all(|&m| self.holds_member(&y, m));
                (same == (op == Compare::Eq)).into()
            }
            _ if self.is_set_like(a) && self.is_set_like(b) => return self.compare_tables(op, a, b),
            _ => Value::NotImplemented,
        };
        Ok(Action::Return(result))
    }

    /// Sets, and views of dicts that behave like sets.
    pub fn is_set_like(&self, value: Value) -> bool {
        match self.data(value) {
            Some(Data::Set(_)) => true,
            Some(Data::DictView(view)) => view.0 != DictViewKind::Values,
            _ => false,
        }
    }

    /// The order of two numbers; `Some(None)` when a NaN or a complex number is involved and they differ.
    pub fn compare_numbers(&self, a: Value, b: Value) -> Option<Option<Ordering>> {
        match (self.small_int(a), self.small_int(b)) {
            (Some(x), Some(y)) => return Some(Some(x.cmp(&y))),
            (Some(x), None) => {
                if let Some(y) = self.float_of(b) {
                    return Some(compare_int_float(&BigInt::from(x), y));
                }
            }
            (None, Some(y)) => {
                if let Some(x) = self.float_of(a) {
                    return Some(compare_int_float(&BigInt::from(y), x).map(Ordering::reverse));
                }
            }
            (None, None) => {
                if let (Some(x), Some(y)) = (self.float_of(a), self.float_of(b)) {
                    return Some(x.partial_cmp(&y));
                }
            }
        }
        match (self.data(a), self.data(b)) {
            (Some(Data::BigInt(x)), Some(Data::BigInt(y))) => Some(Some(x.cmp(y))),
            (Some(Data::BigInt(x)), _) => match self.float_of(b) {
                Some(y) => Some(compare_int_float(x, y)),
                None => Some(Some((**x).cmp(&BigInt::from(self.small_int(b)?)))),
            },
            (_, Some(Data::BigInt(y))) => match self.float_of(a) {
                Some(x) => Some(compare_int_float(y, x).map(Ordering::reverse)),
                None => Some(Some(BigInt::from(self.small_int(a)?).cmp(y))),
            },
            _ => None,
        }
    }

    /// Whether two values are equal, as far as that is known without running Python.
    pub fn equal_native(&self, a: Value, b: Value) -> Same {
        self.equal_nested(a, b, MAX_NESTING)
    }

    fn equal_nested(&self, a: Value, b: Value, nesting: u32) -> Same {
        if a.is(b) {
            return Same::Yes;
        }
        if let (Some(x), Some(y)) = (self.data(a), self.data(b)) {
            let (x, y) = match (x, y) {
                (Data::List(x), Data::List(y)) => (&x[..], &y[..]),
                (Data::Tuple(x), Data::Tuple(y)) => (&x[..], &y[..]),
                _ => return self.equal_other(a, b),
            };
            if nesting == 0
                || self.overridden(a, names::EQ).is_some()
                || self.overridden(b, names::EQ).is_some()
            {
                return Same::Ask;
            }
            if x.len() != y.len() {
                return Same::No;
            }
            for (&x, &y) in x.iter().zip(y) {
                match self.equal_nested(x, y, nesting - 1) {
                    Same::Yes => {}
                    other => return other,
                }
            }
            return Same::Yes;
        }
        self.equal_other(a, b)
    }

    fn equal_other(&self, a: Value, b: Value) -> Same {
        let host = |v| matches!(self.data(v), Some(Data::Host(_)));
        let own = |v| host(v) || self.overridden(v, names::EQ).is_some();
        if own(a) || own(b) {
            return Same::Ask;
        }
        if let Some(order) = self.compare_numbers(a, b) {
            return if order == Some(Ordering::Equal) { Same::Yes } else { Same::No };
        }
        match (self.data(a), self.data(b)) {
            (Some(Data::Str(x)), Some(Data::Str(y))) => yes_no(x == y),
            (Some(Data::Plain | Data::Slots(_)), _) | (_, Some(Data::Plain | Data::Slots(_))) => Same::No,
            (Some(x), Some(y)) if std::mem::discriminant(x) != std::mem::discriminant(y) => {
                let mixed = self.is_set_like(a) && self.is_set_like(b)
                    || [a, b].iter().any(|&v| matches!(self.data(v), Some(Data::MappingProxy(_))))
                    || self.bytes_of(a).is_some() && self.bytes_of(b).is_some()
                    || matches!((x, y), (Data::Complex(_), _) | (_, Data::Complex(_)));
                if mixed { Same::Ask } else { Same::No }
            }
            (Some(_), Some(_)) => match self.same_key(a, b) {
                // Containers: a frame compares them.
                Same::No if self.native_len(a).is_some() || matches!(self.data(a), Some(Data::Slice(_))) => {
                    Same::Ask
                }
                same => same,
            },
            _ => match self.same_key(a, b) {
                Same::Yes => Same::Yes,
                _ => Same::No,
            },
        }
    }

    fn compare_sequences(&mut self, op: Compare, a: Value, b: Value) -> NativeResult {
        let (x, y) = (self.items_snapshot(a), self.items_snapshot(b));
        if op.is_equality() && x.len() != y.len() {
            return Ok(Action::Return((op == Compare::Ne).into()));
        }
        self.work += (x.len().min(y.len()) / 8) as u64;
        for (at, (&v, &w)) in x.iter().zip(&y).enumerate() {
            match self.equal_native(v, w) {
                Same::Yes => {}
                Same::No if op.is_equality() => return Ok(Action::Return((op == Compare::Ne).into())),
                Same::No => return self.compare(op, v, w),
                Same::Ask => {
                    let frame = CompareItems::starting_at(op, x, y, at);
                    return Ok(Action::Enter(NativeFrame::CompareItems(Box::new(frame))));
                }
            }
        }
        Ok(Action::Return(op.holds(x.len().cmp(&y.len())).into()))
    }

    /// Dicts, sets and views of dicts: equality, or containment for what is set-like.
    fn compare_tables(&mut self, op: Compare, a: Value, b: Value) -> NativeResult {
        let (len, other) = (self.native_len(a).unwrap_or(0), self.native_len(b).unwrap_or(0));
        let possible = match op {
            Compare::Eq | Compare::Ne => len == other,
            Compare::Lt => len < other,
            Compare::Le => len <= other,
            Compare::Gt => len > other,
            Compare::Ge => len >= other,
        };
        if !possible {
            return Ok(Action::Return((op == Compare::Ne).into()));
        }
        let (inner, outer) = if matches!(op, Compare::Gt | Compare::Ge) { (b, a) } else { (a, b) };
        let frame = CompareTables::new(self, inner, outer, op == Compare::Ne);
        Ok(Action::Enter(NativeFrame::CompareTables(Box::new(frame))))
    }

    /// The items of a list or tuple now.
    pub fn items_snapshot(&self, value: Value) -> Vec<Value> {
        self.sequence_of(value).map_or_else(Vec::new, <[Value]>::to_vec)
    }
}

fn yes_no(same: bool) -> Same {
    if same { Same::Yes } else { Same::No }
}

/// Exact, also where the int has more digits than a float can hold.
fn compare_int_float(n: &BigInt, f: f64) -> Option<Ordering> {
    if f.is_nan() {
        return None;
    }
    if f.is_infinite() {
        return Some(if f > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    match BigInt::from_f64(f.trunc()) {
        Some(whole) => {
            Some(n.cmp(&whole).then_with(|| 0.0.partial_cmp(&f.fract()).unwrap_or(Ordering::Equal)))
        }
        None => n.to_f64().and_then(|n| n.partial_cmp(&f)),
    }
}
