//! `math` over iterables: fsum, prod, sumprod, hypot, dist.

use crate::code::op::Binary;
use crate::errors;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::arith::Number;

use super::{exact_root, float, float_arg};

pub(super) const FUNCTIONS: &[Def] = &[
    Def::function("fsum", "seq, /", fsum),
    Def::function("prod", "iterable, /, *, start?", prod),
    Def::function("sumprod", "p, q, /", sumprod),
    Def::function("hypot", "*coordinates", hypot),
    Def::function("dist", "p, q, /", dist),
];

fn floats(vm: &mut Vm, items: &[Value]) -> Result<Vec<f64>, Raised> {
    vm.work += items.len() as u64;
    items
        .iter()
        .map(|&item| match vm.number(item) {
            Some(Number::Complex(..)) | None => Err(errors::not_a_real_number(vm, item)),
            Some(number) => number.to_float(vm),
        })
        .collect()
}

fn fsum(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(items) = vm.sequence_of(args[0]).map(<[Value]>::to_vec) else {
        return vm.listed(args, 0, fsum);
    };
    let values = floats(vm, &items)?;
    // Partial sums that do not overlap, smallest first: nothing is lost.
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinities) = (0.0, 0.0);
    for &value in &values {
        let (mut x, mut kept) = (value, 0);
        for at in 0..partials.len() {
            let mut y = partials[at];
            if x.abs() < y.abs() {
                (x, y) = (y, x);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if !x.is_finite() {
            if value.is_finite() {
                return Err(errors::overflow_error(vm, "intermediate overflow in fsum"));
            }
            if value.is_infinite() {
                infinities += value;
            }
            special += value;
            partials.clear();
        } else {
            partials.push(x);
        }
    }
    if special != 0.0 {
        if f64::is_nan(infinities) {
            return Err(errors::value_error(vm, "-inf + inf in fsum"));
        }
        return float(special);
    }
    float(rounded_sum(&partials))
}

/// The sum of partials that do not overlap, rounded once, half to even.
fn rounded_sum(partials: &[f64]) -> f64 {
    let Some((&last, mut rest)) = partials.split_last() else { return 0.0 };
    let (mut high, mut low) = (last, 0.0);
    while let Some((&next, before)) = rest.split_last() {
        let x = high;
        rest = before;
        high = x + next;
        low = next - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // A rest of the same sign beyond an exact half pushes the rounding over.
    if let Some(&below) = rest.last()
        && (low < 0.0 && below < 0.0 || low > 0.0 && below > 0.0)
    {
        let doubled = low * 2.0;
        let pushed = high + doubled;
        if doubled == pushed - high {
            high = pushed;
        }
    }
    high
}

/// `a op b` that needs no Python.
fn at_once(vm: &mut Vm, op: Binary, a: Value, b: Value) -> Result<Value, Raised> {
    match vm.binary(op, false, a, b)? {
        Action::Return(value) => Ok(value),
        _ => Err(errors::not_supported(
            vm,
            "math.prod and math.sumprod over objects with methods of their own",
        )),
    }
}

fn prod(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(items) = vm.sequence_of(args[0]).map(<[Value]>::to_vec) else {
        return vm.listed(args, 0, prod);
    };
    vm.work += items.len() as u64;
    let mut product = args[1].or(Value::Int(1));
    for item in items {
        product = at_once(vm, Binary::Mul, product, item)?;
    }
    Ok(Action::Return(product))
}

fn sumprod(vm: &mut Vm, args: &Args) -> NativeResult {
    for at in [0, 1] {
        if vm.sequence_of(args[at]).is_none() {
            return vm.listed(args, at, sumprod);
        }
    }
    let p = vm.sequence_of(args[0]).unwrap_or(&[]).to_vec();
    let q = vm.sequence_of(args[1]).unwrap_or(&[]).to_vec();
    if p.len() != q.len() {
        return Err(errors::value_error(vm, "Inputs are not the same length"));
    }
    vm.work += p.len() as u64;
    let mut sum = Value::Int(0);
    for (a, b) in p.into_iter().zip(q) {
        let product = at_once(vm, Binary::Mul, a, b)?;
        sum = at_once(vm, Binary::Add, sum, product)?;
    }
    Ok(Action::Return(sum))
}

fn hypot(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut values = Vec::with_capacity(args.len());
    for at in 0..args.len() {
        values.push(float_arg!(vm, args, at, hypot));
    }
    norm(vm, &values)
}

fn dist(vm: &mut Vm, args: &Args) -> NativeResult {
    for at in [0, 1] {
        if vm.sequence_of(args[at]).is_none() {
            return vm.listed(args, at, dist);
        }
    }
    let p = vm.sequence_of(args[0]).unwrap_or(&[]).to_vec();
    let q = vm.sequence_of(args[1]).unwrap_or(&[]).to_vec();
    if p.len() != q.len() {
        let message = "both points must have the same number of dimensions";
        return Err(errors::value_error(vm, message));
    }
    let (p, q) = (floats(vm, &p)?, floats(vm, &q)?);
    let differences: Vec<f64> = p.iter().zip(&q).map(|(a, b)| a - b).collect();
    norm(vm, &differences)
}

/// The length of a vector.
fn norm(vm: &mut Vm, values: &[f64]) -> NativeResult {
    vm.work += values.len() as u64 * 8;
    if values.iter().any(|v| v.is_infinite()) {
        return float(f64::INFINITY);
    }
    if values.iter().any(|v| v.is_nan()) {
        return float(f64::NAN);
    }
    float(exact_root(values))
}
