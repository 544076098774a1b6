//! Methods, operators and functions of numbers and strings against what CPython 3.13 answers (`fixtures/expressions.tsv`).
//!
//! Expressions are evaluated by a small tree walker over literals and calls of natives, so that these tests need no run loop.

use loopthread_vm::builtins::text::{repr_bytes, repr_str};
use loopthread_vm::code::op::Binary;
use loopthread_vm::errors;
use loopthread_vm::frame::NativeFrame;
use loopthread_vm::heap::Dict;
use loopthread_vm::heap::object::Data;
use loopthread_vm::names;
use loopthread_vm::native::{Action, Args, NativeBody, NativeResult, Outcome, Raised};
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use ruff_python_ast::{Expr, Number, Operator, UnaryOp};

#[test]
fn natives_answer_as_cpython_does() {
    let mut vm = Vm::new();
    let mut wrong = Vec::new();
    let table = include_str!("fixtures/expressions.tsv");
    for line in table.lines() {
        let (source, expected) = line.split_once('\t').expect("expression and result");
        let expression = ruff_python_parser::parse_expression(source).expect("an expression");
        let got = match evaluate(&mut vm, expression.expr()) {
            Ok(value) => shown(&mut vm, value),
            Err(raised) => exception(&mut vm, raised),
        };
        if got != expected {
            wrong.push(format!("{source}\n      got {got}\n  CPython {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), table.lines().count(), wrong.join("\n"));
}

fn evaluate(vm: &mut Vm, e: &Expr) -> Result<Value, Raised> {
    Ok(match e {
        Expr::NoneLiteral(_) => Value::None,
        Expr::BooleanLiteral(b) => Value::Bool(b.value),
        Expr::StringLiteral(s) => vm.str(s.value.to_str()),
        Expr::BytesLiteral(b) => vm.bytes(b.value.bytes().collect::<Vec<u8>>()),
        Expr::NumberLiteral(n) => match &n.value {
            Number::Float(f) => Value::Float(*f),
            Number::Int(i) => vm.int(i.to_string().parse().expect("decimal digits")),
            Number::Complex { imag, .. } => {
                let unit = evaluate_text(vm, "complex('1j')")?;
                let result = vm.binary(Binary::Mul, false, unit, Value::Float(*imag));
                run(vm, result)?
            }
        },
        Expr::List(list) => {
            let items = list.elts.iter().map(|e| evaluate(vm, e)).collect::<Result<Vec<_>, _>>()?;
            vm.list(items)
        }
        Expr::Tuple(tuple) => {
            let items = tuple.elts.iter().map(|e| evaluate(vm, e)).collect::<Result<Vec<_>, _>>()?;
            vm.tuple(items)
        }
        Expr::Dict(dict) => {
            let mut made = Dict::new();
            for item in &dict.items {
                let key = evaluate(vm, item.key.as_ref().expect("a key"))?;
                let value = evaluate(vm, &item.value)?;
                vm.dict_set_native(&mut made, key, value);
            }
            vm.dict(made).into()
        }
        Expr::UnaryOp(unary) => {
            let operand = evaluate(vm, &unary.operand)?;
            let result = match unary.op {
                UnaryOp::USub => vm.negative(operand),
                UnaryOp::UAdd => vm.positive(operand),
                UnaryOp::Invert => vm.invert(operand),
                UnaryOp::Not => panic!("not supported here: not"),
            };
            run(vm, result)?
        }
        Expr::BinOp(binary) => {
            let (a, b) = (evaluate(vm, &binary.left)?, evaluate(vm, &binary.right)?);
            let result = vm.binary(operator(binary.op), false, a, b);
            run(vm, result)?
        }
        Expr::Name(name) => {
            if name.id.as_str() == "math" {
                let module = vm.new_module("math", None);
                let namespace = module.id().and_then(|id| vm.heap.get(id).dict).expect("a namespace");
                loopthread_vm::builtins::math::fill(vm, namespace);
                return Ok(module);
            }
            let id = vm.intern(name.id.as_str());
            vm.dict_get_str(vm.builtins, id).unwrap_or_else(|| panic!("no builtin {}", name.id))
        }
        Expr::Attribute(attribute) => {
            let object = evaluate(vm, &attribute.value)?;
            let name = vm.intern(attribute.attr.as_str());
            let class = vm.class_of(object);
            let found =
                vm.class_attr(class, name).unwrap_or_else(|| panic!("no attribute {}", attribute.attr));
            match vm.data(found) {
                Some(Data::GetSet(getset)) => {
                    let get = getset.get;
                    let result = get(vm, &Args::of(&[object]));
                    run(vm, result)?
                }
                _ => panic!("{} is not computed", attribute.attr),
            }
        }
        Expr::Call(call) => {
            let mut args = Args::new();
            let callee = match &*call.func {
                Expr::Attribute(attribute) => {
                    let object = evaluate(vm, &attribute.value)?;
                    let name = vm.intern(attribute.attr.as_str());
                    method(vm, object, name, &mut args)
                }
                other => evaluate(vm, other)?,
            };
            for arg in &call.arguments.args {
                let value = evaluate(vm, arg)?;
                args.values.push(value);
            }
            for keyword in &call.arguments.keywords {
                let value = evaluate(vm, &keyword.value)?;
                match &keyword.arg {
                    Some(name) => {
                        let name = vm.intern(name.as_str());
                        args.keywords.push(name);
                        args.values.push(value);
                    }
                    None => {
                        for (key, value) in vm.dict_of(value).expect("a dict").iter().collect::<Vec<_>>() {
                            args.keywords.push(key.id().expect("a string"));
                            args.values.push(value);
                        }
                    }
                }
            }
            run(vm, Ok(Action::call(callee, args)))?
        }
        other => panic!("not supported here: {other:?}"),
    })
}

fn evaluate_text(vm: &mut Vm, source: &str) -> Result<Value, Raised> {
    evaluate(vm, ruff_python_parser::parse_expression(source).expect("an expression").expr())
}

/// The method of an instance, or of a class itself; what it binds goes into `args`.
fn method(vm: &mut Vm, object: Value, name: Id, args: &mut Args) -> Value {
    if let Some(namespace) =
        object.id().filter(|_| vm.module_name(object).is_some()).and_then(|id| vm.heap.get(id).dict)
    {
        return vm.dict_get_str(namespace, name).unwrap_or_else(|| panic!("math has no {}", vm.text(name)));
    }
    let class = vm.class_of_instance(object);
    let found = vm.class_attr(class.unwrap_or(vm.class_of(object)), name);
    let found = found.unwrap_or_else(|| panic!("no method {} of {}", vm.text(name), vm.type_name(object)));
    match vm.data(found) {
        Some(Data::ClassMethod(function)) => {
            args.values.push(class.unwrap_or(vm.class_of(object)).into());
            *function
        }
        Some(Data::Native(function)) => {
            if function.is_method && class.is_none() {
                args.values.push(object);
            }
            found
        }
        _ => found,
    }
}

/// Carries out an action and what it leads to.
fn run(vm: &mut Vm, result: NativeResult) -> Result<Value, Raised> {
    let mut frames: Vec<NativeFrame> = Vec::new();
    let mut result = result;
    loop {
        let outcome = match result {
            Err(raised) => Outcome::Raised(raised.0),
            Ok(Action::Return(value)) => Outcome::Returned(value),
            Ok(Action::Enter(frame)) => {
                frames.push(frame);
                Outcome::Start
            }
            Ok(Action::Call(callee, args)) => {
                result = call(vm, callee, *args);
                continue;
            }
            Ok(_) => panic!("needs a run loop"),
        };
        match (frames.pop(), outcome) {
            (None, Outcome::Returned(value)) => return Ok(value),
            (None, Outcome::Raised(exception)) => return Err(Raised(exception)),
            (None, _) => panic!("nothing to resume"),
            (Some(mut frame), outcome) => {
                result = frame.resume(vm, outcome);
                if matches!(result, Ok(Action::Call(..) | Action::Enter(_))) {
                    frames.push(frame);
                    if let Ok(Action::Enter(_)) = result {
                        continue;
                    }
                }
            }
        }
    }
}

fn call(vm: &mut Vm, callee: Value, mut args: Args) -> NativeResult {
    if let Some(class) = vm.class_of_instance(callee) {
        let Some(new) = vm.class_attr(class, names::NEW) else {
            return Err(errors::not_supported(vm, "constructor"));
        };
        args.prepend(callee);
        return call(vm, new, args);
    }
    let Some(Data::Native(function)) = vm.data(callee) else { panic!("not a native function") };
    let function = function.clone();
    if let Some(signature) = &function.signature {
        signature.bind(vm, function.qualname, &mut args)?;
    }
    match function.body {
        NativeBody::Machine(body) => body(vm, &args),
        NativeBody::Host(_) => panic!("needs a host"),
    }
}

fn operator(op: Operator) -> Binary {
    match op {
        Operator::Add => Binary::Add,
        Operator::Sub => Binary::Sub,
        Operator::Mult => Binary::Mul,
        Operator::MatMult => Binary::MatMul,
        Operator::Div => Binary::TrueDiv,
        Operator::Mod => Binary::Mod,
        Operator::Pow => Binary::Pow,
        Operator::LShift => Binary::LShift,
        Operator::RShift => Binary::RShift,
        Operator::BitOr => Binary::Or,
        Operator::BitXor => Binary::Xor,
        Operator::BitAnd => Binary::And,
        Operator::FloorDiv => Binary::FloorDiv,
    }
}

fn shown(vm: &mut Vm, value: Value) -> String {
    if let Some(text) = vm.number_repr(value) {
        return text.unwrap_or_else(|raised| exception(vm, raised));
    }
    let join = |vm: &mut Vm, items: &[Value]| {
        items.iter().map(|&item| shown(vm, item)).collect::<Vec<_>>().join(", ")
    };
    match vm.data(value).cloned() {
        Some(Data::Str(s)) => repr_str(s.as_str()),
        Some(Data::Bytes(b)) => repr_bytes(&b),
        Some(Data::ByteArray(b)) => format!("bytearray({})", repr_bytes(&b)),
        Some(Data::List(items)) => format!("[{}]", join(vm, &items)),
        Some(Data::Tuple(items)) if items.len() == 1 => format!("({},)", join(vm, &items)),
        Some(Data::Tuple(items)) => format!("({})", join(vm, &items)),
        Some(Data::Dict(dict)) => {
            let entries: Vec<_> = dict.iter().collect();
            let entries = entries.iter().map(|&(k, v)| format!("{}: {}", shown(vm, k), shown(vm, v)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        _ => match value {
            Value::None => "None".into(),
            Value::NotImplemented => "NotImplemented".into(),
            _ => format!("<{}>", vm.type_name(value)),
        },
    }
}

/// `!Class: message`, several arguments as their reprs.
fn exception(vm: &mut Vm, raised: Raised) -> String {
    let args = vm.exception_of(raised.0).expect("an exception").args;
    let args = vm.tuple_of(args).expect("a tuple").to_vec();
    let text = match args[..] {
        [message] => match vm.str_of(message) {
            Some(text) => text.to_owned(),
            None => shown(vm, message),
        },
        _ => args.iter().map(|&arg| shown(vm, arg)).collect::<Vec<_>>().join(", "),
    };
    format!("!{}: {text}", vm.type_name(raised.0))
}
