//! Concatenation and repetition of str, bytes, bytearray, list and tuple.
//!
//! Results are bounded in size: what would pass [`MAX_BYTES`] raises MemoryError.

use crate::code::op::Binary;
use crate::errors;
use crate::frame::native::binary::Candidate;
use crate::frame::native::collect::Sink;
use crate::heap::Object;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, NativeResult, Raised};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

/// The largest sequence that one operation makes, in bytes.
pub(crate) const MAX_BYTES: usize = 256 << 20;

impl Vm {
    pub(super) fn is_sequence(&self, value: Value) -> bool {
        matches!(
            self.data(value),
            Some(Data::Str(_) | Data::Bytes(_) | Data::ByteArray(_) | Data::List(_) | Data::Tuple(_))
        )
    }

    /// `+` and `*` when no method took them: at least one operand is a sequence.
    pub(super) fn sequence_binary(&mut self, op: Binary, inplace: bool, a: Value, b: Value) -> NativeResult {
        match op {
            Binary::Add if !self.is_sequence(a) => {
                Err(errors::unsupported_operands(self, op.symbol_inplace(inplace), a, b))
            }
            Binary::Add if inplace && self.list_of(a).is_some() => self.list_inplace_concat(a, b),
            Binary::Add if inplace && matches!(self.data(a), Some(Data::ByteArray(_))) => {
                self.bytearray_extend(a, b)?;
                Ok(Action::Return(a))
            }
            Binary::Add => self.concat(a, b),
            _ => {
                let (sequence, count) = if self.is_sequence(a) { (a, b) } else { (b, a) };
                self.repeat_by(sequence, count, inplace && self.is_sequence(a))
            }
        }
    }

    /// The method that [`Vm::sequence_binary`] would be, with its operands: for a frame that tries Python methods before.
    pub(super) fn sequence_method(
        &mut self,
        op: Binary,
        inplace: bool,
        a: Value,
        b: Value,
    ) -> Result<Candidate, Raised> {
        let (sequence, other) = if self.is_sequence(a) { (a, b) } else { (b, a) };
        let class = self.class_of(sequence);
        let native = |vm: &Vm, name| vm.class_attr(class, name).filter(|&m| vm.is_native_function(m));
        let method = match op {
            Binary::Add if !self.is_sequence(a) => None,
            Binary::Add => {
                inplace.then(|| native(self, names::IADD)).flatten().or_else(|| native(self, names::ADD))
            }
            _ => inplace.then(|| native(self, names::IMUL)).flatten().or_else(|| native(self, names::MUL)),
        };
        match method {
            Some(_) if op == Binary::Mul && !self.is_index(other) => Err(self.not_a_count(other)),
            Some(method) => Ok((method, sequence, other)),
            None => Err(errors::unsupported_operands(self, op.symbol_inplace(inplace), a, b)),
        }
    }

    /// `a + b` of two sequences of one kind; CPython's TypeError otherwise.
    pub(crate) fn concat(&mut self, a: Value, b: Value) -> NativeResult {
        let made = match (self.data(a), self.data(b)) {
            (Some(Data::Str(x)), Some(Data::Str(y))) => {
                bounded(x.as_str().len(), y.as_str().len()).map(|size| {
                    let mut text = String::with_capacity(size);
                    text.push_str(x.as_str());
                    text.push_str(y.as_str());
                    Object::new(types::STR, Data::Str(crate::heap::Str::new(text)))
                })
            }
            (Some(Data::List(x)), Some(Data::List(y))) => bounded(x.len() * 16, y.len() * 16)
                .map(|_| Object::new(types::LIST, Data::List([x.as_slice(), y.as_slice()].concat()))),
            (Some(Data::Tuple(x)), Some(Data::Tuple(y))) => bounded(x.len() * 16, y.len() * 16)
                .map(|_| Object::new(types::TUPLE, Data::Tuple([&x[..], &y[..]].concat().into()))),
            (Some(Data::Bytes(x)), Some(Data::Bytes(_) | Data::ByteArray(_))) => {
                let y = self.bytes_of(b).unwrap_or(&[]);
                bounded(x.len(), y.len())
                    .map(|_| Object::new(types::BYTES, Data::Bytes([&x[..], y].concat().into())))
            }
            (Some(Data::ByteArray(x)), Some(Data::Bytes(_) | Data::ByteArray(_))) => {
                let y = self.bytes_of(b).unwrap_or(&[]);
                bounded(x.len(), y.len())
                    .map(|_| Object::new(types::BYTEARRAY, Data::ByteArray([&x[..], y].concat())))
            }
            _ => return Err(self.cannot_concat(a, b)),
        };
        match made {
            Some(object) => {
                self.work += object.data.bytes() as u64 / 256;
                Ok(Action::Return(self.heap.add(object).into()))
            }
            None => Err(errors::memory_error(self)),
        }
    }

    fn cannot_concat(&mut self, a: Value, b: Value) -> Raised {
        let other = self.type_name(b);
        let message = match self.data(a) {
            Some(Data::Str(_)) => format!("can only concatenate str (not \"{other}\") to str"),
            Some(Data::List(_)) => format!("can only concatenate list (not \"{other}\") to list"),
            Some(Data::Tuple(_)) => format!("can only concatenate tuple (not \"{other}\") to tuple"),
            _ => format!("can't concat {other} to {}", self.type_name(a)),
        };
        errors::type_error(self, message)
    }

    fn list_inplace_concat(&mut self, list: Value, other: Value) -> NativeResult {
        if let Some(items) = self.sequence_of(other) {
            let items = items.to_vec();
            self.work += items.len() as u64 / 16;
            self.heap.grew(items.len() * 16);
            if let Some(target) = self.list_mut(list) {
                target.extend(items);
            }
            return Ok(Action::Return(list));
        }
        self.collect_whole(other, Sink::Then(extended, list))
    }

    pub(crate) fn bytearray_extend(&mut self, target: Value, other: Value) -> Result<(), Raised> {
        let Some(bytes) = self.bytes_of(other).map(<[u8]>::to_vec) else {
            return Err(self.cannot_concat(target, other));
        };
        self.heap.grew(bytes.len());
        if let Some(id) = target.id()
            && let Data::ByteArray(into) = self.heap.data_mut(id)
        {
            into.extend(bytes);
        }
        Ok(())
    }

    /// `sequence * count` for the operator, which accepts whatever has `__index__`.
    fn repeat_by(&mut self, sequence: Value, count: Value, inplace: bool) -> NativeResult {
        if self.number(count).is_some_and(|n| n.is_int()) {
            return self.repeat(sequence, count, inplace);
        }
        let then = if inplace { repeat_in_place } else { repeat };
        if let Some(result) = self.convert(names::INDEX, &Args::of(&[sequence, count]), 1, then) {
            return result;
        }
        Err(self.not_a_count(count))
    }

    fn is_index(&self, value: Value) -> bool {
        self.number(value).is_some_and(|n| n.is_int()) || self.needs_index_call(value)
    }

    fn not_a_count(&mut self, count: Value) -> Raised {
        let message = format!("can't multiply sequence by non-int of type '{}'", self.type_name(count));
        errors::type_error(self, message)
    }

    /// `sequence * count`; `count` is an int. In place for lists and bytearrays when asked.
    pub(crate) fn repeat(&mut self, sequence: Value, count: Value, inplace: bool) -> NativeResult {
        let Some(count) = self.small_int(count) else {
            return Err(errors::overflow_error(self, "cannot fit 'int' into an index-sized integer"));
        };
        // What a 32-bit machine cannot count is too much for it, not nothing.
        let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
        let bytes = self.data(sequence).map_or(0, |d| match d {
            Data::Str(s) => s.as_str().len(),
            Data::Bytes(b) => b.len(),
            Data::ByteArray(b) => b.len(),
            Data::List(items) => items.len() * 16,
            Data::Tuple(items) => items.len() * 16,
            _ => 0,
        });
        if bytes.checked_mul(count).is_none_or(|total| total > MAX_BYTES) {
            return Err(errors::memory_error(self));
        }
        self.work += (bytes * count) as u64 / 256;
        let object = match self.data(sequence) {
            Some(Data::Str(s)) => {
                let text = s.as_str().repeat(count);
                Object::new(types::STR, Data::Str(crate::heap::Str::new(text)))
            }
            Some(Data::Bytes(b)) => Object::new(types::BYTES, Data::Bytes(b.repeat(count).into())),
            Some(Data::ByteArray(b)) => Object::new(types::BYTEARRAY, Data::ByteArray(b.repeat(count))),
            Some(Data::Tuple(items)) => Object::new(types::TUPLE, Data::Tuple(items.repeat(count).into())),
            Some(Data::List(items)) => Object::new(types::LIST, Data::List(items.repeat(count))),
            _ => return Ok(Action::Return(Value::NotImplemented)),
        };
        if inplace
            && let Some(id) = sequence.id()
            && matches!(object.data, Data::List(_) | Data::ByteArray(_))
        {
            self.heap.grew(object.data.bytes());
            *self.heap.data_mut(id) = object.data;
            return Ok(Action::Return(sequence));
        }
        Ok(Action::Return(self.heap.add(object).into()))
    }
}

/// The sum, when it is not too large.
fn bounded(a: usize, b: usize) -> Option<usize> {
    a.checked_add(b).filter(|&sum| sum <= MAX_BYTES)
}

fn repeat(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.repeat(args[0], args[1], false)
}

fn repeat_in_place(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.repeat(args[0], args[1], true)
}

/// The end of `list += iterable`.
fn extended(vm: &mut Vm, items: Vec<Value>, list: Value) -> NativeResult {
    vm.heap.grew(items.len() * 16);
    if let Some(target) = vm.list_mut(list) {
        target.extend(items);
    }
    Ok(Action::Return(list))
}
