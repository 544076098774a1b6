//! Numbers, their text and their formatting against tables made by CPython 3.13 (`fixtures/scalars.py`).

use loopthread_vm::builtins::float::repr_float;
use loopthread_vm::builtins::text::{ascii_str, repr_bytes, repr_str};
use loopthread_vm::code::op::{Binary, Compare};
use loopthread_vm::native::{Action, NativeResult};
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

/// Compares line by line and shows the first few that differ.
fn check(table: &str, mut answer: impl FnMut(&[&str]) -> String) {
    let mut wrong = Vec::new();
    for line in table.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let (expected, input) = fields.split_last().expect("a line has fields");
        let got = answer(input);
        if got != *expected {
            wrong.push(format!("{input:?}: got {got}, CPython says {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong[..wrong.len().min(25)].join("\n"));
}

fn float(hex: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(hex, 16).expect("sixteen hex digits"))
}

fn value(vm: &mut Vm, literal: &str) -> Value {
    let (kind, rest) = literal.split_at(1);
    match kind {
        "f" => Value::Float(float(rest)),
        "s" => vm.str(rest),
        _ => vm.int(rest.parse().expect("decimal digits")),
    }
}

/// The repr of a result, or `!Class: message`.
fn shown(vm: &mut Vm, result: NativeResult) -> String {
    match result {
        Ok(Action::Return(value)) => match vm.str_of(value) {
            Some(text) => repr_str(text),
            None => vm.number_repr(value).expect("a number").unwrap_or_else(|_| "too long".into()),
        },
        Ok(_) => "needs Python".into(),
        Err(raised) => {
            let args = vm.exception_of(raised.0).expect("an exception").args;
            let args = vm.tuple_of(args).expect("a tuple").to_vec();
            let text = match args[..] {
                [message] => vm.str_of(message).unwrap_or("?").to_owned(),
                [Value::Int(number), message] => {
                    format!("({number}, {})", repr_str(vm.str_of(message).unwrap_or("?")))
                }
                _ => "?".into(),
            };
            format!("!{}: {text}", vm.type_name(raised.0))
        }
    }
}

#[test]
fn floats_have_cpythons_shortest_repr() {
    check(include_str!("fixtures/float_repr.tsv"), |f| repr_float(float(f[0])));
}

#[test]
fn operators_on_numbers_agree_with_cpython() {
    let mut vm = Vm::new();
    check(include_str!("fixtures/arith.tsv"), |f| {
        let (a, b) = (value(&mut vm, f[1]), value(&mut vm, f[2]));
        let compare = match f[0] {
            "<" => Some(Compare::Lt),
            "<=" => Some(Compare::Le),
            "==" => Some(Compare::Eq),
            ">" => Some(Compare::Gt),
            _ => None,
        };
        if let Some(op) = compare {
            let result = vm.compare_native(op, a, b);
            return shown(&mut vm, result);
        }
        let op = Binary::ALL.into_iter().find(|op| op.symbol().split(' ').next() == Some(f[0]));
        let result = vm.binary(op.expect("a known operator"), false, a, b);
        shown(&mut vm, result)
    });
}

#[test]
fn format_specifications_agree_with_cpython() {
    let mut vm = Vm::new();
    check(include_str!("fixtures/format.tsv"), |f| {
        let value = value(&mut vm, f[0]);
        let result = vm.format(value, f[1]);
        shown(&mut vm, result)
    });
}

#[test]
fn strings_and_bytes_are_quoted_as_in_cpython() {
    for line in include_str!("fixtures/text_repr.tsv").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let digits: Vec<char> = fields[0].chars().collect();
        let bytes: Vec<u8> = digits
            .chunks(2)
            .map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).expect("hex digits"))
            .collect();
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert_eq!(repr_str(&text), fields[1]);
        assert_eq!(ascii_str(&text), fields[2]);
        assert_eq!(repr_bytes(text.as_bytes()), fields[3]);
    }
}
