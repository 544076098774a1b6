//! `complex`: constructor and methods.

use super::construct::bind;
use super::float::class::parse as parse_float;
use super::int::not_a_subtype;
use super::str::case::is_space;
use crate::errors;
use crate::heap::Object;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::arith::Number;

pub(super) const METHODS: &[Def] = &[
    Def::static_method("complex.__new__", "...", new),
    Def::method("complex.__complex__", "self, /", |vm, args| {
        Ok(Action::Return(vm.number_positive(args[0]).unwrap_or(args[0])))
    }),
    Def::method("complex.conjugate", "self, /", |vm, args| {
        let (re, im) = parts(vm, args[0]);
        Ok(Action::Return(vm.complex(re, -im)))
    }),
    Def::getter("complex.real", |vm, args| Ok(Action::Return(Value::Float(parts(vm, args[0]).0)))),
    Def::getter("complex.imag", |vm, args| Ok(Action::Return(Value::Float(parts(vm, args[0]).1)))),
];

fn parts(vm: &Vm, value: Value) -> (f64, f64) {
    match vm.number(value) {
        Some(Number::Complex(re, im)) => (re, im),
        _ => (0.0, 0.0),
    }
}

/// `complex(real=0, imag=0)`; the class first.
fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut args = args.clone();
    bind(vm, "complex", &["real", "imag"], &mut args)?;
    build(vm, &args)
}

fn build(vm: &mut Vm, args: &Args) -> NativeResult {
    let (real, imag) = (args[1].or(Value::Int(0)), args[2]);
    if let Some(text) = vm.str_of(real) {
        if !imag.is_unbound() {
            return Err(errors::type_error(vm, "complex() can't take second arg if first is a string"));
        }
        return match parse(text) {
            Some((re, im)) => instance(vm, args[0], re, im),
            None => Err(errors::value_error(vm, "complex() arg is a malformed string")),
        };
    }
    if vm.str_of(imag).is_some() {
        return Err(errors::type_error(vm, "complex() second arg can't be a string"));
    }
    for (at, value) in [(1, real), (2, imag)] {
        if value.is_unbound() || vm.number(value).is_some() {
            continue;
        }
        let names: &[_] = if at == 1 {
            &[names::COMPLEX, names::FLOAT, names::INDEX]
        } else {
            &[names::FLOAT, names::INDEX]
        };
        for &name in names {
            if let Some(result) = vm.convert(name, args, at, build) {
                return result;
            }
        }
        let got = vm.type_name(value);
        let message = match at {
            1 => format!("complex() first argument must be a string or a number, not '{got}'"),
            _ => format!("complex() second argument must be a number, not '{got}'"),
        };
        return Err(errors::type_error(vm, message));
    }
    let zero = Number::Float(0.0);
    let (x, y) = (vm.number(real).unwrap_or(zero.clone()), vm.number(imag).unwrap_or(zero));
    let (mut re, mut im) = (x.to_float(vm)?, y.to_float(vm)?);
    // complex(a+bj, c+dj) is (a-d)+(b+c)j.
    if let Number::Complex(_, y_im) = y {
        re -= y_im;
    }
    if let Number::Complex(_, x_im) = x {
        im = if imag.is_unbound() { x_im } else { im + x_im };
    }
    instance(vm, args[0], re, im)
}

fn instance(vm: &mut Vm, class: Value, re: f64, im: f64) -> NativeResult {
    let class = class.id().unwrap_or(types::COMPLEX);
    if !vm.is_subclass(class, types::COMPLEX) {
        return Err(not_a_subtype(vm, "complex", class));
    }
    Ok(Action::Return(vm.heap.add(Object::new(class, Data::Complex(Box::new((re, im))))).into()))
}

/// `1+2j`, `2j`, `1`, in parentheses or not.
fn parse(text: &str) -> Option<(f64, f64)> {
    let trimmed = text.trim_matches(is_space);
    let inner = match trimmed.strip_prefix('(') {
        Some(rest) => rest.strip_suffix(')')?.trim_matches(is_space),
        None => trimmed,
    };
    if inner.is_empty() || inner.contains(is_space) {
        return None;
    }
    let Some(body) = inner.strip_suffix(['j', 'J']) else { return Some((parse_float(inner)?, 0.0)) };
    // The sign of the imaginary part: the last one that belongs to no exponent.
    let bytes = body.as_bytes();
    let split = (1..bytes.len())
        .rev()
        .find(|&i| matches!(bytes[i], b'+' | b'-') && !matches!(bytes[i - 1], b'e' | b'E'))
        .unwrap_or(0);
    let (real, imaginary) = body.split_at(split);
    let imaginary = match imaginary {
        "" | "+" => 1.0,
        "-" => -1.0,
        text => parse_float(text)?,
    };
    Some((if real.is_empty() { 0.0 } else { parse_float(real)? }, imaginary))
}
