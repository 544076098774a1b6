//! What int, float and complex have in common: `abs`, `divmod`, `pow`, `repr`, hashes, and their builtin functions.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

use super::float::{repr_complex, repr_float};
use crate::errors;
use crate::native::{Action, Args, NativeResult, Raised};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::arith::{Number, float_divmod, power_modulo};
use crate::vm::key::{hash_big, hash_float, hash_int};

impl Vm {
    /// `str(n)`, refused beyond `sys.get_int_max_str_digits()` as CPython does, and where it would take seconds.
    pub(crate) fn decimal(&mut self, n: &BigInt) -> Result<String, Raised> {
        const MOST_BITS: u64 = 1 << 20;
        let limit = match self.int_max_str_digits {
            0 => usize::MAX,
            limit => limit,
        };
        // A digit is more than three bits.
        let least = usize::try_from(n.bits() / 4).unwrap_or(usize::MAX);
        if least <= limit && n.bits() > MOST_BITS {
            return Err(errors::memory_error(self));
        }
        let text = if least > limit { String::new() } else { n.to_string() };
        if text.is_empty() || text.trim_start_matches('-').len() > limit {
            return Err(errors::too_many_digits(self, None));
        }
        self.work += (n.bits() / 64).pow(2) / 256;
        Ok(text)
    }

    /// `repr` of a number of a builtin class or a subclass that does not override it; `None` for other values.
    pub fn number_repr(&mut self, value: Value) -> Option<Result<String, Raised>> {
        if let Value::Bool(b) = value {
            return Some(Ok(if b { "True" } else { "False" }.to_owned()));
        }
        Some(match self.number(value)? {
            Number::Small(i) => Ok(i.to_string()),
            Number::Big(n) => self.decimal(&n),
            Number::Float(f) => Ok(repr_float(f)),
            Number::Complex(re, im) => Ok(repr_complex(re, im)),
        })
    }
}

/// `__repr__`.
pub(super) fn repr(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.number_repr(args[0]) {
        Some(text) => {
            let text = text?;
            vm.ok_str(text)
        }
        None => Ok(Action::Return(Value::NotImplemented)),
    }
}

/// `__format__`.
pub(super) fn format(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(spec) = vm.str_of(args[1]).map(str::to_owned) else {
        return Err(errors::wrong_argument(vm, "__format__", "str", args[1]));
    };
    if spec.is_empty() && !vm.is_plain_number(args[0]) {
        return vm.str_value(args[0]);
    }
    match vm.format_native(args[0], &spec) {
        Some(text) => text.map(Action::Return),
        None => Ok(Action::Return(Value::NotImplemented)),
    }
}

/// `__abs__`.
pub(super) fn absolute(vm: &mut Vm, args: &Args) -> NativeResult {
    let result = match vm.number(args[0]) {
        Some(Number::Small(i)) => match i.checked_abs() {
            Some(i) => Value::Int(i),
            None => vm.int(BigInt::from(i).abs()),
        },
        Some(Number::Big(n)) => vm.int(n.abs()),
        Some(Number::Float(f)) => Value::Float(f.abs()),
        Some(Number::Complex(re, im)) => {
            let size = re.hypot(im);
            if size.is_infinite() && re.is_finite() && im.is_finite() {
                return Err(errors::overflow_error(vm, "absolute value too large"));
            }
            Value::Float(size)
        }
        None => Value::NotImplemented,
    };
    Ok(Action::Return(result))
}

pub(super) fn hash(number: &Number) -> i64 {
    match number {
        Number::Small(i) => hash_int(*i),
        Number::Big(n) => hash_big(n),
        Number::Float(f) => hash_float(*f),
        Number::Complex(re, im) => hash_float(*re).wrapping_add(hash_float(*im).wrapping_mul(1_000_003)),
    }
}

/// `divmod(a, b)` of two real numbers.
pub(super) fn divmod(vm: &mut Vm, a: Value, b: Value) -> NativeResult {
    let (quotient, rest) = match (vm.number(a), vm.number(b)) {
        (Some(x), Some(y)) if x.is_int() && y.is_int() => {
            let y = y.into_big();
            if y.is_zero() {
                return Err(errors::zero_division(vm, "integer division or modulo by zero"));
            }
            let (quotient, rest) = x.into_big().div_mod_floor(&y);
            (vm.int(quotient), vm.int(rest))
        }
        (Some(x), Some(y)) => {
            let (x, y) = (x.to_float(vm)?, y.to_float(vm)?);
            if y == 0.0 {
                return Err(errors::zero_division(vm, "float divmod()"));
            }
            let (quotient, rest) = float_divmod(x, y);
            (Value::Float(quotient), Value::Float(rest))
        }
        _ => return Ok(Action::Return(Value::NotImplemented)),
    };
    Ok(Action::Return(vm.tuple([quotient, rest])))
}

/// `pow(a, b, modulus)` of native numbers; NotImplemented for what is none.
pub(super) fn pow_modulo(vm: &mut Vm, a: Value, b: Value, modulus: Value) -> NativeResult {
    match (vm.number(a), vm.number(b), vm.number(modulus)) {
        (Some(x), Some(y), Some(z)) if x.is_int() && y.is_int() && z.is_int() => {
            power_modulo(vm, &x.into_big(), &y.into_big(), &z.into_big()).map(Action::Return)
        }
        (Some(Number::Complex(..)), Some(_), Some(_)) => Err(errors::value_error(vm, "complex modulo")),
        (Some(_), Some(_), Some(_)) => {
            let message = "pow() 3rd argument not allowed unless all arguments are integers";
            Err(errors::type_error(vm, message))
        }
        _ => Ok(Action::Return(Value::NotImplemented)),
    }
}
