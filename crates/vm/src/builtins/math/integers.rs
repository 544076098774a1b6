//! `math` on integers: gcd, lcm, factorial, comb, perm, isqrt.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::errors;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::value::Value;
use crate::vm::Vm;

pub(super) const FUNCTIONS: &[Def] = &[
    Def::function("gcd", "*integers", gcd),
    Def::function("lcm", "*integers", lcm),
    Def::function("factorial", "n, /", factorial),
    Def::function("comb", "n, k, /", comb),
    Def::function("perm", "n, k?, /", perm),
    Def::function("isqrt", "n, /", isqrt),
];

/// The int at `args[$at]`; one with `__index__` is converted and `$again` called once more.
macro_rules! integer {
    ($vm:ident, $args:ident, $at:expr, $again:expr) => {
        match $vm.number($args[$at]) {
            Some(n) if n.is_int() => n.into_big(),
            _ => return $vm.convert_index($args, $at, $again),
        }
    };
}

fn gcd(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut result = BigInt::zero();
    for at in 0..args.len() {
        result = result.gcd(&integer!(vm, args, at, gcd));
    }
    Ok(Action::Return(vm.int(result)))
}

fn lcm(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut result = BigInt::one();
    for at in 0..args.len() {
        result = result.lcm(&integer!(vm, args, at, lcm));
    }
    Ok(Action::Return(vm.int(result)))
}

fn factorial(vm: &mut Vm, args: &Args) -> NativeResult {
    let n = integer!(vm, args, 0, factorial);
    if n.is_negative() {
        return Err(errors::value_error(vm, "factorial() not defined for negative values"));
    }
    if n.to_i64().is_none() {
        let message = "factorial() argument should not exceed 9223372036854775807";
        return Err(errors::overflow_error(vm, message));
    }
    let n = small(vm, &n)?;
    product(vm, 1, n)
}

/// At most this many factors are multiplied.
const MAX_FACTORS: u64 = 50_000;

fn small(vm: &mut Vm, n: &BigInt) -> Result<u64, Raised> {
    match n.to_u64().filter(|&n| n <= MAX_FACTORS) {
        Some(n) => Ok(n),
        None => Err(errors::memory_error(vm)),
    }
}

fn product(vm: &mut Vm, low: u64, high: u64) -> NativeResult {
    let result = (low..=high).fold(BigInt::one(), |product, i| product * i);
    vm.work += high.saturating_sub(low) * (1 + result.bits() / 512);
    Ok(Action::Return(vm.int(result)))
}

fn not_negative(vm: &mut Vm, n: &BigInt, k: &BigInt) -> Result<(), Raised> {
    for (name, value) in [("n", n), ("k", k)] {
        if value.is_negative() {
            return Err(errors::value_error(vm, format!("{name} must be a non-negative integer")));
        }
    }
    Ok(())
}

fn comb(vm: &mut Vm, args: &Args) -> NativeResult {
    let (n, k) = (integer!(vm, args, 0, comb), integer!(vm, args, 1, comb));
    not_negative(vm, &n, &k)?;
    if k > n {
        return Ok(Action::Return(Value::Int(0)));
    }
    let k = k.clone().min(&n - k);
    let factors = small(vm, &k)?;
    let mut result = BigInt::one();
    for i in 0..factors {
        result = result * (&n - i) / (i + 1);
    }
    vm.work += factors * (1 + result.bits() / 256);
    Ok(Action::Return(vm.int(result)))
}

fn perm(vm: &mut Vm, args: &Args) -> NativeResult {
    if matches!(args[1], Value::Unbound | Value::None) {
        return factorial(vm, &Args::of(&[args[0]]));
    }
    let (n, k) = (integer!(vm, args, 0, perm), integer!(vm, args, 1, perm));
    not_negative(vm, &n, &k)?;
    if k > n {
        return Ok(Action::Return(Value::Int(0)));
    }
    let factors = small(vm, &k)?;
    let result = (0..factors).fold(BigInt::one(), |product, i| product * (&n - i));
    vm.work += factors * (1 + result.bits() / 512);
    Ok(Action::Return(vm.int(result)))
}

fn isqrt(vm: &mut Vm, args: &Args) -> NativeResult {
    let n = integer!(vm, args, 0, isqrt);
    if n.is_negative() {
        return Err(errors::value_error(vm, "isqrt() argument must be nonnegative"));
    }
    vm.work += (n.bits() / 64).pow(2) / 16;
    Ok(Action::Return(vm.int(n.sqrt())))
}
