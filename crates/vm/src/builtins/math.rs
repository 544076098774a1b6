//! The module `math`: float functions here, integers and sums in the files beside.
//!
//! Elementary functions are the platform's; the gamma and error functions and the inverse hyperbolic ones come from the `libm` crate: `asinh`,
//! `cbrt`, `erf`, `exp2`, `gamma` and `lgamma` may differ from CPython in the last digit.

mod integers;
mod sums;

use num_bigint::BigInt;
use num_traits::Signed;

use super::arguments::index_arg;
use super::float::class::ratio;
use super::float::truncated;
use crate::errors;
use crate::names;
use crate::native::{Action, Args, Def, NativeFn, NativeResult, Raised};
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::arith::{Number, int_to_float, true_divide};

/// Fills the namespace of the module.
pub fn fill(vm: &mut Vm, namespace: Id) {
    let constants = [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    for (name, value) in constants {
        let name = vm.intern(name);
        vm.dict_set_str(namespace, name, Value::Float(value));
    }
    for table in [UNARY, FUNCTIONS, integers::FUNCTIONS, sums::FUNCTIONS] {
        vm.add_functions(namespace, "math", table);
    }
}

/// The float at `args[$at]`; one with `__float__` or `__index__` is converted and `$again` called once more.
macro_rules! float_arg {
    ($vm:ident, $args:ident, $at:expr, $again:expr) => {
        match $vm.number($args[$at]) {
            Some($crate::vm::arith::Number::Complex(..)) | None => {
                return $crate::builtins::math::convert_float($vm, $args, $at, $again);
            }
            Some(number) => number.to_float($vm)?,
        }
    };
}
use float_arg;

fn convert_float(vm: &mut Vm, args: &Args, at: usize, again: NativeFn) -> NativeResult {
    for name in [names::FLOAT, names::INDEX] {
        if let Some(result) = vm.convert(name, args, at, again) {
            return result;
        }
    }
    Err(errors::not_a_real_number(vm, args[at]))
}

fn domain_error(vm: &mut Vm) -> Raised {
    errors::value_error(vm, "math domain error")
}

fn range_error(vm: &mut Vm) -> Raised {
    errors::overflow_error(vm, "math range error")
}

fn float(f: f64) -> NativeResult {
    Ok(Action::Return(Value::Float(f)))
}

/// CPython's `math_1`: NaN from a number is a domain error, infinity from a finite one a range or domain error.
fn checked(vm: &mut Vm, x: f64, result: f64, overflows: bool) -> NativeResult {
    if result.is_nan() && !x.is_nan() {
        return Err(domain_error(vm));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(if overflows { range_error(vm) } else { domain_error(vm) });
    }
    float(result)
}

/// `f` of the argument; `again` is who asks.
fn apply(vm: &mut Vm, args: &Args, f: fn(f64) -> f64, overflows: bool, again: NativeFn) -> NativeResult {
    let x = float_arg!(vm, args, 0, again);
    checked(vm, x, f(x), overflows)
}

macro_rules! unary {
    ($($name:ident $f:expr, $overflows:literal;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &Args) -> NativeResult {
                // Called in a closure, so that its name tells what it is for (see xtask/split/src/plan.rs).
                apply(vm, args, |x| $f(x), $overflows, $name)
            }
        )*
        const UNARY: &[Def] = &[$(Def::static_method(concat!("math.", stringify!($name)), "x, /", $name),)*];
    };
}

unary! {
    sqrt f64::sqrt, false;
    cbrt f64::cbrt, false;
    exp f64::exp, true;
    exp2 power_of_two, true;
    expm1 f64::exp_m1, true;
    log1p f64::ln_1p, false;
    sin f64::sin, false;
    cos f64::cos, false;
    tan f64::tan, false;
    asin f64::asin, false;
    acos f64::acos, false;
    atan f64::atan, false;
    sinh f64::sinh, true;
    cosh f64::cosh, true;
    tanh f64::tanh, false;
    asinh libm::asinh, false;
    acosh libm::acosh, false;
    atanh libm::atanh, false;
    fabs f64::abs, false;
    degrees in_degrees, false;
    radians in_radians, false;
    erf libm::erf, false;
    erfc libm::erfc, false;
}

fn in_degrees(x: f64) -> f64 {
    x * (180.0 / std::f64::consts::PI)
}

fn in_radians(x: f64) -> f64 {
    x * (std::f64::consts::PI / 180.0)
}

/// `2**x`, without the table of powers that the platform's has: 4 KB that nothing compresses.
///
/// The whole part is the exponent. For the rest it is the series of `e**(x * ln 2)`, from its end, with the rounding errors of the first
/// terms kept in `under`: so the one rounding is at the end, and as good as the table's.
fn power_of_two(x: f64) -> f64 {
    use std::f64::consts::LN_2;
    /// What the float lacks of the number.
    const UNDER_LN_2: f64 = 2.319_046_813_846_299_6e-17;
    let x = x.clamp(-1200.0, 1100.0);
    let rest = x - x.round();
    let power = rest * LN_2;
    let under_power = rest.mul_add(LN_2, -power) + rest * UNDER_LN_2;
    let mut sum = (5..18).rev().fold(1.0, |sum, n| 1.0 + power * sum / f64::from(n));
    let mut under = 0.0;
    for n in [4.0, 3.0, 2.0, 1.0] {
        let product = sum * power;
        let under_product = sum.mul_add(power, -product) + sum * under_power + under * power;
        let term = product / n;
        let under_term = (term.mul_add(-n, product) + under_product) / n;
        sum = 1.0 + term;
        under = 1.0 - sum + term + under_term;
    }
    libm::ldexp(sum + under, x.round() as i32)
}

const FUNCTIONS: &[Def] = &[
    Def::function("log", "x, base?, /", log),
    Def::function("log2", "x, /", log2),
    Def::function("log10", "x, /", log10),
    Def::function("pow", "x, y, /", pow),
    Def::function("atan2", "y, x, /", atan2),
    Def::function("copysign", "x, y, /", copysign),
    Def::function("fmod", "x, y, /", fmod),
    Def::function("remainder", "x, y, /", remainder),
    Def::function("fma", "x, y, z, /", fma),
    Def::function("gamma", "x, /", gamma),
    Def::function("lgamma", "x, /", lgamma),
    Def::function("frexp", "x, /", frexp),
    Def::function("ldexp", "x, i, /", ldexp),
    Def::function("modf", "x, /", modf),
    Def::function("floor", "x, /", floor),
    Def::function("ceil", "x, /", ceil),
    Def::function("trunc", "x, /", trunc),
    Def::function("isnan", "x, /", isnan),
    Def::function("isinf", "x, /", isinf),
    Def::function("isfinite", "x, /", isfinite),
    Def::function("isclose", "a, b, *, rel_tol?, abs_tol?", isclose),
    Def::function("nextafter", "x, y, /, *, steps?", nextafter),
    Def::function("ulp", "x, /", ulp),
];

fn log(vm: &mut Vm, args: &Args) -> NativeResult {
    if vm.number(args[0]).is_none() {
        return convert_float(vm, args, 0, log);
    }
    let x = logarithm(vm, args[0], |x| x.ln(), std::f64::consts::LN_2)?;
    if args[1].is_unbound() {
        return float(x);
    }
    if vm.number(args[1]).is_none() {
        return convert_float(vm, args, 1, log);
    }
    match logarithm(vm, args[1], |x| x.ln(), std::f64::consts::LN_2)? {
        0.0 => Err(errors::zero_division(vm, "float division by zero")),
        base => float(x / base),
    }
}

fn log2(vm: &mut Vm, args: &Args) -> NativeResult {
    if vm.number(args[0]).is_none() {
        return convert_float(vm, args, 0, log2);
    }
    let x = logarithm(vm, args[0], |x| x.log2(), 1.0)?;
    float(x)
}

fn log10(vm: &mut Vm, args: &Args) -> NativeResult {
    if vm.number(args[0]).is_none() {
        return convert_float(vm, args, 0, log10);
    }
    let x = logarithm(vm, args[0], |x| x.log10(), std::f64::consts::LOG10_2)?;
    float(x)
}

/// A logarithm of a number, ints of any size included; `of_two` is that of 2.
fn logarithm(vm: &mut Vm, value: Value, f: fn(f64) -> f64, of_two: f64) -> Result<f64, Raised> {
    let x = match vm.number(value) {
        Some(Number::Big(n)) if n.is_positive() && int_to_float(vm, &n).is_err() => {
            let shift = n.bits() - 64;
            let top = int_to_float(vm, &(n >> shift))?;
            return Ok(f(top) + shift as f64 * of_two);
        }
        Some(Number::Complex(..)) | None => return Err(errors::not_a_real_number(vm, value)),
        Some(number) => number.to_float(vm)?,
    };
    if x <= 0.0 { Err(domain_error(vm)) } else { Ok(f(x)) }
}

fn pow(vm: &mut Vm, args: &Args) -> NativeResult {
    let (x, y) = (float_arg!(vm, args, 0, pow), float_arg!(vm, args, 1, pow));
    let result = x.powf(y);
    if !x.is_finite() || !y.is_finite() {
        return float(result);
    }
    match () {
        () if result.is_nan() => Err(domain_error(vm)),
        () if result.is_infinite() && x == 0.0 => Err(domain_error(vm)),
        () if result.is_infinite() => Err(range_error(vm)),
        () => float(result),
    }
}

fn atan2(vm: &mut Vm, args: &Args) -> NativeResult {
    let (y, x) = (float_arg!(vm, args, 0, atan2), float_arg!(vm, args, 1, atan2));
    float(y.atan2(x))
}

fn copysign(vm: &mut Vm, args: &Args) -> NativeResult {
    let (x, y) = (float_arg!(vm, args, 0, copysign), float_arg!(vm, args, 1, copysign));
    float(x.copysign(y))
}

fn fmod(vm: &mut Vm, args: &Args) -> NativeResult {
    let (x, y) = (float_arg!(vm, args, 0, fmod), float_arg!(vm, args, 1, fmod));
    if !x.is_nan() && !y.is_nan() && (x.is_infinite() || y == 0.0) {
        return Err(domain_error(vm));
    }
    float(x % y)
}

/// IEEE 754's remainder: the nearest multiple is taken off, ties to the even one.
fn remainder(vm: &mut Vm, args: &Args) -> NativeResult {
    let (x, y) = (float_arg!(vm, args, 0, remainder), float_arg!(vm, args, 1, remainder));
    if !x.is_nan() && !y.is_nan() && (x.is_infinite() || y == 0.0) {
        return Err(domain_error(vm));
    }
    float(libm::remainder(x, y))
}

fn fma(vm: &mut Vm, args: &Args) -> NativeResult {
    let x = float_arg!(vm, args, 0, fma);
    let y = float_arg!(vm, args, 1, fma);
    let z = float_arg!(vm, args, 2, fma);
    let result = x.mul_add(y, z);
    let finite = x.is_finite() && y.is_finite() && z.is_finite();
    match () {
        () if result.is_nan() && !(x.is_nan() || y.is_nan() || z.is_nan()) => {
            Err(errors::value_error(vm, "invalid operation in fma"))
        }
        () if result.is_infinite() && finite => Err(errors::overflow_error(vm, "overflow in fma")),
        () => float(result),
    }
}

fn gamma(vm: &mut Vm, args: &Args) -> NativeResult {
    let x = float_arg!(vm, args, 0, gamma);
    if x == f64::NEG_INFINITY || x.is_finite() && x <= 0.0 && x == x.floor() {
        return Err(domain_error(vm));
    }
    // Whole arguments are factorials, exact as long as floats are.
    if x == x.floor() && (1.0..=23.0).contains(&x) {
        return float((1..x as u64).map(|i| i as f64).product());
    }
    checked(vm, x, libm::tgamma(x), true)
}

fn lgamma(vm: &mut Vm, args: &Args) -> NativeResult {
    let x = float_arg!(vm, args, 0, lgamma);
    if x.is_finite() && x <= 0.0 && x == x.floor() {
        return Err(domain_error(vm));
    }
    checked(vm, x, libm::lgamma(x), true)
}

fn frexp(vm: &mut Vm, args: &Args) -> NativeResult {
    let x = float_arg!(vm, args, 0, frexp);
    let (mantissa, exponent) = if x.is_finite() { libm::frexp(x) } else { (x, 0) };
    Ok(Action::Return(vm.tuple([Value::Float(mantissa), Value::Int(i64::from(exponent))])))
}

fn ldexp(vm: &mut Vm, args: &Args) -> NativeResult {
    let x = float_arg!(vm, args, 0, ldexp);
    let exponent = match vm.number(args[1]) {
        Some(Number::Small(i)) => i.clamp(-5000, 5000) as i32,
        Some(Number::Big(n)) => {
            if n.is_negative() {
                -5000
            } else {
                5000
            }
        }
        _ => return Err(errors::type_error(vm, "Expected an int as second argument to ldexp.")),
    };
    let result = libm::ldexp(x, exponent);
    if result.is_infinite() && x.is_finite() {
        return Err(range_error(vm));
    }
    float(result)
}

fn modf(vm: &mut Vm, args: &Args) -> NativeResult {
    let x = float_arg!(vm, args, 0, modf);
    let fraction = if x.is_infinite() { 0f64.copysign(x) } else { (x - x.trunc()).copysign(x) };
    Ok(Action::Return(vm.tuple([Value::Float(fraction), Value::Float(x.trunc())])))
}

fn floor(vm: &mut Vm, args: &Args) -> NativeResult {
    whole(vm, args, floor, names::FLOOR, |x| x.floor())
}

fn ceil(vm: &mut Vm, args: &Args) -> NativeResult {
    whole(vm, args, ceil, names::CEIL, |x| x.ceil())
}

/// By the class's own method, else by its float value.
fn whole(vm: &mut Vm, args: &Args, again: NativeFn, name: Id, round: fn(f64) -> f64) -> NativeResult {
    if let Some(method) = vm.class_attr(vm.class_of(args[0]), name)
        && !vm.is_plain_number(args[0])
    {
        return Ok(Action::call(method, Args::of(&[args[0]])));
    }
    match vm.number(args[0]) {
        Some(Number::Float(f)) => {
            let n = truncated(vm, round(f))?;
            Ok(Action::Return(vm.int(n)))
        }
        Some(Number::Small(_) | Number::Big(_)) => {
            Ok(Action::Return(vm.number_positive(args[0]).unwrap_or(args[0])))
        }
        _ => convert_float(vm, args, 0, again),
    }
}

fn trunc(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.class_attr(vm.class_of(args[0]), names::TRUNC) {
        Some(method) => Ok(Action::call(method, Args::of(&[args[0]]))),
        None => {
            let message = format!("type {} doesn't define __trunc__ method", vm.type_name(args[0]));
            Err(errors::type_error(vm, message))
        }
    }
}

fn isnan(vm: &mut Vm, args: &Args) -> NativeResult {
    let x = float_arg!(vm, args, 0, isnan);
    Ok(Action::Return(Value::Bool(x.is_nan())))
}

fn isinf(vm: &mut Vm, args: &Args) -> NativeResult {
    let x = float_arg!(vm, args, 0, isinf);
    Ok(Action::Return(Value::Bool(x.is_infinite())))
}

fn isfinite(vm: &mut Vm, args: &Args) -> NativeResult {
    let x = float_arg!(vm, args, 0, isfinite);
    Ok(Action::Return(Value::Bool(x.is_finite())))
}

fn isclose(vm: &mut Vm, args: &Args) -> NativeResult {
    let (a, b) = (float_arg!(vm, args, 0, isclose), float_arg!(vm, args, 1, isclose));
    let relative = if args[2].is_unbound() { 1e-9 } else { float_arg!(vm, args, 2, isclose) };
    let absolute = if args[3].is_unbound() { 0.0 } else { float_arg!(vm, args, 3, isclose) };
    if relative < 0.0 || absolute < 0.0 {
        return Err(errors::value_error(vm, "tolerances must be non-negative"));
    }
    let difference = (a - b).abs();
    let close = a == b
        || a.is_finite()
            && b.is_finite()
            && (difference <= (relative * b).abs()
                || difference <= (relative * a).abs()
                || difference <= absolute);
    Ok(Action::Return(Value::Bool(close)))
}

fn nextafter(vm: &mut Vm, args: &Args) -> NativeResult {
    let (mut x, y) = (float_arg!(vm, args, 0, nextafter), float_arg!(vm, args, 1, nextafter));
    let steps = match args[2] {
        Value::Unbound | Value::None => 1,
        _ => index_arg!(vm, args, 2, nextafter),
    };
    if steps < 0 {
        return Err(errors::value_error(vm, "steps must be a non-negative integer"));
    }
    if steps > 1_000_000 {
        return Err(errors::not_supported(vm, "math.nextafter with more than a million steps"));
    }
    vm.work += steps as u64 / 8;
    for _ in 0..steps {
        if x == y || x.is_nan() || y.is_nan() {
            x = if x == y { y } else { f64::NAN };
            break;
        }
        x = if y > x { x.next_up() } else { x.next_down() };
    }
    float(x)
}

fn ulp(vm: &mut Vm, args: &Args) -> NativeResult {
    let x = float_arg!(vm, args, 0, ulp).abs();
    if !x.is_finite() {
        return float(x);
    }
    float(if x == f64::MAX { x - x.next_down() } else { x.next_up() - x })
}

/// The square root of `sum`, a whole number of 2**`scale`-ths squared: correctly rounded by exact arithmetic.
fn exact_root(values: &[f64]) -> f64 {
    // All values become whole multiples of the smallest unit among them.
    let parts: Vec<(BigInt, BigInt)> = values.iter().map(|&v| ratio(v)).collect();
    let unit = parts.iter().map(|(_, d)| d.clone()).max().unwrap_or_else(|| BigInt::from(1));
    let sum: BigInt = parts
        .iter()
        .map(|(n, d)| {
            let whole = n * (&unit / d);
            &whole * &whole
        })
        .sum();
    // Enough more bits that the root has 64 or more.
    let extra = 128u64.saturating_sub(sum.bits()).div_ceil(2) + 1;
    let root = (sum << (2 * extra)).sqrt();
    true_divide(&root, &(unit << extra)).unwrap_or(f64::INFINITY)
}
