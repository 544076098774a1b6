//! Arithmetic and bit operators on any two values, in CPython's order of trial.
//!
//! Numbers of builtin classes are computed at once. Everything else goes through the methods of the two classes: native ones are
//! called here, Python ones by a [`BinaryFrame`]. Concatenation and repetition of sequences come after all methods, as in
//! CPython, where they are not number slots.

mod complex;
mod float;
mod integer;
pub mod number;
mod sequence;
mod unary;

use smallvec::SmallVec;

pub(crate) use float::divmod as float_divmod;
pub(crate) use integer::{MAX_BITS, int_to_float, power_modulo, true_divide};
pub(crate) use number::Number;
pub(crate) use sequence::MAX_BYTES;

use super::Vm;
use crate::code::op::Binary;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::binary::{BinaryFrame, Candidate, Otherwise};
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, NativeBody, NativeFunction, NativeResult};
use crate::value::{Id, Value};

/// The result on two machine numbers, where it is one and no error is due.
#[inline]
pub(super) fn instant(op: Binary, a: Value, b: Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => integer::small(op, x, y),
        (Value::Float(x), Value::Float(y)) => float::simple(op, x, y),
        _ => None,
    }
}

/// The same for the loop: sums of integers first.
#[inline(always)]
pub(super) fn at_once(op: Binary, a: Value, b: Value) -> Option<Value> {
    if let (Value::Int(x), Value::Int(y), Binary::Add | Binary::Sub) = (a, b, op) {
        let sum = if op == Binary::Add { x.checked_add(y) } else { x.checked_sub(y) };
        if let Some(sum) = sum {
            return Some(Value::Int(sum));
        }
    }
    instant(op, a, b)
}

impl Vm {
    /// `a op b`, or `a op= b` when `inplace`.
    #[inline]
    pub fn binary(&mut self, op: Binary, inplace: bool, a: Value, b: Value) -> NativeResult {
        let counted = match (a, b) {
            (Value::Int(_), Value::Bool(b)) => instant(op, a, Value::Int(b.into())),
            (Value::Bool(a), Value::Int(_)) => instant(op, Value::Int(a.into()), b),
            _ => instant(op, a, b),
        };
        if let Some(result) = counted {
            return Ok(Action::Return(result));
        }
        if self.is_plain_number(a) && self.is_plain_number(b) {
            let result = self.number_binary(op, a, b)?;
            return match result {
                Value::NotImplemented => Err(errors::unsupported_operands(self, op.symbol(), a, b)),
                result => Ok(Action::Return(result)),
            };
        }
        if op == Binary::Add && self.is_plain_str(a) && self.is_plain_str(b) {
            return self.concat(a, b);
        }
        self.binary_by_methods(op, inplace, a, b)
    }

    /// The number operator on the native data of two numbers; `NotImplemented` when the types do not allow it.
    pub(crate) fn number_binary(
        &mut self,
        op: Binary,
        a: Value,
        b: Value,
    ) -> Result<Value, crate::native::Raised> {
        if let (Value::Bool(x), Value::Bool(y)) = (a, b) {
            match op {
                Binary::And => return Ok(Value::Bool(x & y)),
                Binary::Or => return Ok(Value::Bool(x | y)),
                Binary::Xor => return Ok(Value::Bool(x ^ y)),
                _ => {}
            }
        }
        match (self.number(a), self.number(b)) {
            (Some(x), Some(y)) => number::binary(self, op, x, y),
            _ => Ok(Value::NotImplemented),
        }
    }

    fn is_plain_str(&self, value: Value) -> bool {
        self.object(value).is_some_and(|o| o.class == crate::types::STR)
    }

    fn binary_by_methods(&mut self, op: Binary, inplace: bool, a: Value, b: Value) -> NativeResult {
        let (name, reflected, augmented) = method_names(op);
        let (class_a, class_b) = (self.class_of(a), self.class_of(b));
        let sequence =
            matches!(op, Binary::Add | Binary::Mul) && (self.is_sequence(a) || self.is_sequence(b));
        let mut candidates: SmallVec<[Candidate; 3]> = SmallVec::new();
        let own = |vm: &Vm, class: Id, name: Id, value: Value| {
            vm.class_attr(class, name)
                .filter(|&m| !(sequence && vm.is_sequence(value) && vm.is_native_function(m)))
        };
        if inplace && let Some(method) = own(self, class_a, augmented, a) {
            candidates.push((method, a, b));
        }
        let left = own(self, class_a, name, a).map(|m| (m, a, b));
        let right = if class_a == class_b { None } else { own(self, class_b, reflected, b) };
        let overrides = self.is_subclass(class_b, class_a)
            && right.is_some_and(|m| !self.class_attr(class_a, reflected).is_some_and(|n| n.is(m)));
        let right = right.map(|m| (m, b, a));
        let ordered = if overrides { [right, left] } else { [left, right] };
        candidates.extend(ordered.into_iter().flatten());

        let mut next = 0;
        while let Some(&(method, this, other)) = candidates.get(next) {
            let Some(NativeBody::Machine(function)) = self.native_of(method).map(|f| f.body) else { break };
            match function(self, &Args::of(&[this, other]))? {
                Action::Return(Value::NotImplemented) => next += 1,
                answer => return Ok(answer),
            }
        }
        if next == candidates.len() {
            return match sequence {
                true => self.sequence_binary(op, inplace, a, b),
                false => Err(errors::unsupported_operands(self, op.symbol_inplace(inplace), a, b)),
            };
        }
        candidates.drain(..next);
        let otherwise = match sequence {
            true => match self.sequence_method(op, inplace, a, b) {
                Ok(last) => {
                    candidates.push(last);
                    Otherwise::Return(Value::None)
                }
                Err(unsupported) => Otherwise::Raise(unsupported.0),
            },
            false => Otherwise::Raise(errors::unsupported_operands(self, op.symbol_inplace(inplace), a, b).0),
        };
        let frame = BinaryFrame { candidates, next: 0, otherwise };
        Ok(Action::Enter(NativeFrame::Binary(Box::new(frame))))
    }

    fn native_of(&self, value: Value) -> Option<&NativeFunction> {
        match self.data(value)? {
            Data::Native(function) => Some(function),
            _ => None,
        }
    }
}

/// `__add__`, `__radd__`, `__iadd__`.
fn method_names(op: Binary) -> (Id, Id, Id) {
    match op {
        Binary::Add => (names::ADD, names::RADD, names::IADD),
        Binary::Sub => (names::SUB, names::RSUB, names::ISUB),
        Binary::Mul => (names::MUL, names::RMUL, names::IMUL),
        Binary::TrueDiv => (names::TRUEDIV, names::RTRUEDIV, names::ITRUEDIV),
        Binary::FloorDiv => (names::FLOORDIV, names::RFLOORDIV, names::IFLOORDIV),
        Binary::Mod => (names::MOD, names::RMOD, names::IMOD),
        Binary::Pow => (names::POW, names::RPOW, names::IPOW),
        Binary::LShift => (names::LSHIFT, names::RLSHIFT, names::ILSHIFT),
        Binary::RShift => (names::RSHIFT, names::RRSHIFT, names::IRSHIFT),
        Binary::And => (names::AND, names::RAND, names::IAND),
        Binary::Or => (names::OR, names::ROR, names::IOR),
        Binary::Xor => (names::XOR, names::RXOR, names::IXOR),
        Binary::MatMul => (names::MATMUL, names::RMATMUL, names::IMATMUL),
    }
}

impl Binary {
    /// The operator as error messages write it.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::TrueDiv => "/",
            Self::FloorDiv => "//",
            Self::Mod => "%",
            Self::Pow => "** or pow()",
            Self::LShift => "<<",
            Self::RShift => ">>",
            Self::And => "&",
            Self::Or => "|",
            Self::Xor => "^",
            Self::MatMul => "@",
        }
    }

    /// As [`Binary::symbol`], of `op=` when `inplace`.
    pub fn symbol_inplace(self, inplace: bool) -> &'static str {
        match self {
            _ if !inplace => self.symbol(),
            Self::Add => "+=",
            Self::Sub => "-=",
            Self::Mul => "*=",
            Self::TrueDiv => "/=",
            Self::FloorDiv => "//=",
            Self::Mod => "%=",
            Self::Pow => "**=",
            Self::LShift => "<<=",
            Self::RShift => ">>=",
            Self::And => "&=",
            Self::Or => "|=",
            Self::Xor => "^=",
            Self::MatMul => "@=",
        }
    }
}
