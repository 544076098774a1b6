//! Complex operators: CPython's formulas, step by step, so that the last digits agree.

use crate::code::op::Binary;
use crate::errors;
use crate::native::Raised;
use crate::value::Value;
use crate::vm::Vm;

type Complex = (f64, f64);

pub(super) fn binary(vm: &mut Vm, op: Binary, x: Complex, y: Complex) -> Result<Value, Raised> {
    let (re, im) = match op {
        Binary::Add => (x.0 + y.0, x.1 + y.1),
        Binary::Sub => (x.0 - y.0, x.1 - y.1),
        Binary::Mul => multiply(x, y),
        Binary::TrueDiv => match divide(x, y) {
            Some(quotient) => quotient,
            None => return Err(errors::zero_division(vm, "complex division by zero")),
        },
        Binary::Pow => power(vm, x, y)?,
        _ => return Ok(Value::NotImplemented),
    };
    Ok(vm.complex(re, im))
}

fn multiply(x: Complex, y: Complex) -> Complex {
    (x.0 * y.0 - x.1 * y.1, x.0 * y.1 + x.1 * y.0)
}

/// Smith's method: scales by the larger part of the divisor. `None` for a zero divisor.
fn divide(x: Complex, y: Complex) -> Option<Complex> {
    if y.0.abs() >= y.1.abs() {
        if y.0 == 0.0 {
            return None;
        }
        let ratio = y.1 / y.0;
        let scale = y.0 + y.1 * ratio;
        Some(((x.0 + x.1 * ratio) / scale, (x.1 - x.0 * ratio) / scale))
    } else if y.1.abs() >= y.0.abs() {
        let ratio = y.0 / y.1;
        let scale = y.0 * ratio + y.1;
        Some(((x.0 * ratio + x.1) / scale, (x.1 * ratio - x.0) / scale))
    } else {
        Some((f64::NAN, f64::NAN))
    }
}

fn power(vm: &mut Vm, x: Complex, y: Complex) -> Result<Complex, Raised> {
    let small_whole = y.1 == 0.0 && y.0 == y.0.floor() && y.0.abs() <= 100.0;
    let result = if small_whole { whole_power(x, y.0 as i32) } else { general_power(x, y) };
    match result {
        None => Err(errors::zero_division(vm, "0.0 to a negative or complex power")),
        Some(r) if (r.0.is_infinite() || r.1.is_infinite()) && x.0.is_finite() && x.1.is_finite() => {
            Err(errors::overflow_error(vm, "complex exponentiation"))
        }
        Some(r) => Ok(r),
    }
}

fn whole_power(x: Complex, n: i32) -> Option<Complex> {
    if n < 0 {
        divide((1.0, 0.0), repeated_squares(x, n.unsigned_abs()))
    } else {
        Some(repeated_squares(x, n as u32))
    }
}

fn repeated_squares(x: Complex, n: u32) -> Complex {
    let (mut result, mut square, mut mask) = ((1.0, 0.0), x, 1);
    while mask > 0 && n >= mask {
        if n & mask != 0 {
            result = multiply(result, square);
        }
        mask <<= 1;
        square = multiply(square, square);
    }
    result
}

fn general_power(x: Complex, y: Complex) -> Option<Complex> {
    if y == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    if x == (0.0, 0.0) {
        return (y.1 == 0.0 && y.0 >= 0.0).then_some((0.0, 0.0));
    }
    let size = x.0.hypot(x.1);
    let mut length = size.powf(y.0);
    let angle = x.1.atan2(x.0);
    let mut phase = angle * y.0;
    if y.1 != 0.0 {
        length *= (-angle * y.1).exp();
        phase += y.1 * size.ln();
    }
    Some((length * phase.cos(), length * phase.sin()))
}
