//! The builtin functions about containers and iteration, `repr`, `hash`, `id` and `input`.

use crate::code::Compare;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::collect::{Sink, Sum};
use crate::frame::native::min_max::MinMax;
use crate::frame::native::then::Then;
use crate::heap::iter::Iter;
use crate::native::{Action, Args, Def, NativeResult, host};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

pub(super) const FUNCTIONS: &[Def] = &[
    Def::function("len", "obj, /", |vm, args| vm.len(args[0])),
    Def::function("iter", "object, sentinel?, /", iter),
    Def::function("next", "iterator, default?, /", next),
    // Its options are those of `list.sort`, and so it says.
    Def::function("sort", "*iterable, key?, reverse?", super::list::sorted),
    Def::function("min", "...", |vm, args| extreme(vm, args, Compare::Lt, "min")),
    Def::function("max", "...", |vm, args| extreme(vm, args, Compare::Gt, "max")),
    Def::function("sum", "iterable, /, start?", sum),
    Def::function("any", "iterable, /", |vm, args| vm.collect_into(args[0], Sink::Any)),
    Def::function("all", "iterable, /", |vm, args| vm.collect_into(args[0], Sink::All)),
    Def::function("repr", "obj, /", |vm, args| vm.repr(args[0])),
    Def::function("hash", "obj, /", |vm, args| vm.hash_action(args[0])),
    Def::function("id", "obj, /", id),
    Def::function("input", "prompt?, /", input),
];

fn iter(vm: &mut Vm, args: &Args) -> NativeResult {
    match args[1] {
        Value::Unbound => vm.get_iter_checked(args[0]),
        _ if !vm.is_callable(args[0]) => Err(errors::type_error(vm, "iter(v, w): v must be callable")),
        sentinel => {
            let iter = Iter::Callable { function: args[0], sentinel };
            Ok(Action::Return(vm.new_iter(types::CALLABLE_ITERATOR, iter)))
        }
    }
}

fn next(vm: &mut Vm, args: &Args) -> NativeResult {
    let action = vm.next(args[0])?;
    match (action, args[1]) {
        (action, Value::Unbound) => Ok(action),
        (Action::Return(item), _) => Ok(Action::Return(item)),
        (Action::Finished(_), default) => Ok(Action::Return(default)),
        // Asked again by the frame, which knows what to do at the end: nothing has run yet.
        (_, default) => {
            Ok(Action::Enter(NativeFrame::NextOr(Box::new(super::next_or::NextOr::new(args[0], default)))))
        }
    }
}

fn sum(vm: &mut Vm, args: &Args) -> NativeResult {
    let total = args[1].or(Value::Int(0));
    if vm.str_of(total).is_some() {
        return Err(errors::type_error(vm, "sum() can't sum strings [use ''.join(seq) instead]"));
    }
    if vm.bytes_of(total).is_some() {
        return Err(errors::type_error(vm, "sum() can't sum bytes [use b''.join(seq) instead]"));
    }
    vm.collect_into(args[0], Sink::Sum(Sum::new(total)))
}

fn extreme(vm: &mut Vm, args: &Args, op: Compare, name: &str) -> NativeResult {
    let (mut key, mut default) = (Value::None, Value::Unbound);
    for (keyword, value) in args.named() {
        match vm.text(keyword) {
            "key" => key = value,
            "default" => default = value,
            other => {
                let other = other.to_owned();
                return Err(errors::unexpected_keyword(vm, name, &other, ["key", "default"].into_iter()));
            }
        }
    }
    let source = match *args.positional() {
        [] => return Err(errors::expected_count(vm, name, 1, usize::MAX, 0)),
        [iterable] => iterable,
        ref items => {
            if !default.is_unbound() {
                let message =
                    format!("Cannot specify a default for {name}() with multiple positional arguments");
                return Err(errors::type_error(vm, message));
            }
            let items = items.to_vec();
            vm.tuple(items)
        }
    };
    Ok(Action::Enter(NativeFrame::MinMax(Box::new(MinMax::new(op, source, key, default)))))
}

/// What `id` answers: the address that reprs show; small values have numbers of their own.
fn id(vm: &mut Vm, args: &Args) -> NativeResult {
    let number = match args[0] {
        Value::Obj(id) => 0x7f00_0000_0000 + id.index() as i64 * 48,
        Value::Int(i) => 0x5500_0000_0000_i64.wrapping_add(i.wrapping_mul(32)),
        Value::Float(f) => (f.to_bits() >> 2) as i64,
        value => match vm.hash(value)? {
            crate::vm::key::Hash::Known(hash) => 0x5600_0000_0000 + (hash & 0xffff) * 16,
            crate::vm::key::Hash::Ask => 0,
        },
    };
    Ok(Action::Return(Value::Int(number)))
}

fn input(vm: &mut Vm, args: &Args) -> NativeResult {
    fn ask(_: &mut Vm, prompt: Value, _: Value) -> NativeResult {
        Ok(Action::host(host::INPUT, Args::of(&[prompt])))
    }
    let prompt = match args[0] {
        Value::Unbound => return ask(vm, Value::Obj(crate::names::EMPTY), Value::None),
        prompt => vm.str_value(prompt)?,
    };
    match prompt {
        Action::Return(text) => ask(vm, text, Value::None),
        Action::Enter(frame) => {
            Ok(Action::Enter(NativeFrame::Then(Box::new(Then::new(frame, ask, Value::None)))))
        }
        action => Ok(action),
    }
}
