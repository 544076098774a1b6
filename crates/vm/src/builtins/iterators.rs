//! Iterators as objects, and the classes that make them: range, enumerate, zip, map, filter, reversed, slice, tuple.

use crate::builtins::arguments::index_arg;
use crate::builtins::list::class_argument;
use crate::errors;
use crate::frame::native::collect::Sink;
use crate::frame::native::search::Sought;
use crate::heap::Object;
use crate::heap::iter::Iter;
use crate::heap::object::{Data, DictViewKind, Range};
use crate::names;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::subscript::range_position;
use crate::vm::truth::range_len;

pub(super) const TUPLE: &[Def] = &[
    Def::static_method("tuple.__new__", "...", tuple_new),
    Def::method("tuple.count", "self, value, /", |vm, args| vm.search(args[0], args[1], Sought::Count)),
    Def::method("tuple.index", "self, value, start?, stop?, /", super::list::index),
    Def::method("tuple.__getitem__", "self, key, /", |vm, args| vm.native_get_item(args[0], args[1])),
    Def::method("tuple.__hash__", "self, /", |vm, args| vm.hash_action(args[0])),
];

pub(super) const RANGE: &[Def] = &[
    Def::static_method("range.__new__", "...", range_new),
    Def::method("range.count", "self, value, /", |vm, args| {
        let range = range_of(vm, args[0]);
        match vm.small_int(args[1]) {
            Some(n) => Ok(Action::Return(Value::Int(i64::from(range_position(&range, n).is_some())))),
            None => Ok(Action::Return(Value::Int(0))),
        }
    }),
    Def::method("range.index", "self, value, /", |vm, args| {
        let range = range_of(vm, args[0]);
        match vm.small_int(args[1]).and_then(|n| range_position(&range, n)) {
            Some(at) => Ok(Action::Return(Value::Int(at))),
            None => {
                let shown = vm.repr_native(args[1]).unwrap_or_else(|| "sequence.index(x): x".to_owned());
                Err(errors::value_error(vm, format!("{shown} is not in range")))
            }
        }
    }),
    Def::method("range.__getitem__", "self, key, /", |vm, args| vm.native_get_item(args[0], args[1])),
    Def::method("range.__hash__", "self, /", |vm, args| vm.hash_action(args[0])),
    Def::method("range.__reversed__", "self, /", range_reversed),
    Def::getter("range.start", |vm, args| Ok(Action::Return(Value::Int(range_of(vm, args[0]).start)))),
    Def::getter("range.stop", |vm, args| Ok(Action::Return(Value::Int(range_of(vm, args[0]).stop)))),
    Def::getter("range.step", |vm, args| Ok(Action::Return(Value::Int(range_of(vm, args[0]).step)))),
];

pub(super) const SLICE: &[Def] = &[
    Def::static_method("slice.__new__", "...", slice_new),
    Def::method("slice.indices", "self, length, /", slice_indices),
    Def::getter("slice.start", |vm, args| Ok(Action::Return(slice_part(vm, args[0], 0)))),
    Def::getter("slice.stop", |vm, args| Ok(Action::Return(slice_part(vm, args[0], 1)))),
    Def::getter("slice.step", |vm, args| Ok(Action::Return(slice_part(vm, args[0], 2)))),
    Def::method("slice.__hash__", "self, /", |vm, args| vm.hash_action(args[0])),
    Def::method("slice.__repr__", "self, /", |vm, args| vm.native_repr(args[0])),
    Def::method("slice.__eq__", "self, value, /", super::list::eq),
];

/// What every iterator has.
pub(super) const ITERATOR: &[Def] = &[
    Def::method("iterator.__iter__", "self, /", |_, args| Ok(Action::Return(args[0]))),
    Def::method("iterator.__next__", "self, /", |vm, args| vm.next(args[0])),
    Def::method("iterator.__length_hint__", "self, /", |vm, args| {
        let hint = vm.native_length_hint(args[0]);
        Ok(Action::Return(hint.map_or(Value::NotImplemented, |n| Value::Int(n as i64))))
    }),
];

/// The classes of iterators.
pub(super) const ITERATOR_CLASSES: &[Id] = &[
    types::LIST_ITERATOR,
    types::LIST_REVERSEITERATOR,
    types::TUPLE_ITERATOR,
    types::RANGE_ITERATOR,
    types::STR_ITERATOR,
    types::BYTES_ITERATOR,
    types::BYTEARRAY_ITERATOR,
    types::DICT_KEYITERATOR,
    types::DICT_VALUEITERATOR,
    types::DICT_ITEMITERATOR,
    types::DICT_REVERSEKEYITERATOR,
    types::DICT_REVERSEVALUEITERATOR,
    types::DICT_REVERSEITEMITERATOR,
    types::SET_ITERATOR,
    types::SEQUENCE_ITERATOR,
    types::CALLABLE_ITERATOR,
    types::ENUMERATE,
    types::ZIP,
    types::MAP,
    types::FILTER,
    types::REVERSED,
];

pub(super) const ENUMERATE: &[Def] =
    &[Def::static_method("enumerate.__new__", "cls, iterable?, start?", |vm, args| {
        fn again(vm: &mut Vm, args: &Args) -> NativeResult {
            if args[1].is_unbound() {
                return Err(errors::type_error(vm, "enumerate() missing required argument 'iterable'"));
            }
            let next = if args[2].is_unbound() { 0 } else { index_arg!(vm, args, 2, again) };
            fn make(vm: &mut Vm, iters: Vec<Value>, options: Value) -> NativeResult {
                let next = vm.tuple_of(options).and_then(|o| vm.small_int(*o.get(1)?)).unwrap_or(0);
                let iter = iters.first().copied().unwrap_or_default();
                made(vm, options, Iter::Enumerate { iter, next })
            }
            let options = vm.tuple([args[0], Value::Int(next)]);
            vm.iterators(vec![args[1]], make, options)
        }
        again(vm, args)
    })];

pub(super) const ZIP: &[Def] = &[Def::static_method("zip.__new__", "...", |vm, args| {
    let mut strict = Value::Bool(false);
    if args.keywords.len() > 1 {
        let message = format!("zip() takes at most 1 keyword argument ({} given)", args.keywords.len());
        return Err(errors::type_error(vm, message));
    }
    for (name, value) in args.named() {
        if name != names::STRICT && !vm.same_text(name, names::STRICT) {
            let keyword = vm.text(name).to_owned();
            return Err(errors::unexpected_keyword(vm, "zip", &keyword, ["strict"].into_iter()));
        }
        strict = value;
    }
    let strict = vm.truth_native(strict);
    let Some((&class, iterables)) = args.positional().split_first() else {
        return Err(errors::needs_an_argument(vm, "zip.__new__"));
    };
    zip(vm, class, iterables.to_vec(), strict)
})];

fn zip(vm: &mut Vm, class: Value, iterables: Vec<Value>, strict: bool) -> NativeResult {
    fn make(vm: &mut Vm, iters: Vec<Value>, options: Value) -> NativeResult {
        let strict = matches!(vm.tuple_of(options), Some([_, Value::Bool(true)]));
        made(vm, options, Iter::Zip { iters: iters.into(), strict })
    }
    let options = vm.tuple([class, strict.into()]);
    vm.iterators(iterables, make, options)
}

pub(super) const MAP: &[Def] =
    &[Def::static_method("map.__new__", "cls, function?, /, *iterables", |vm, args| {
        fn make(vm: &mut Vm, iters: Vec<Value>, options: Value) -> NativeResult {
            let function = second(vm, options);
            made(vm, options, Iter::Map { function, iters: iters.into() })
        }
        if args.rest(2).is_empty() {
            return Err(errors::type_error(vm, "map() must have at least two arguments."));
        }
        let options = vm.tuple([args[0], args[1]]);
        vm.iterators(args.rest(2).to_vec(), make, options)
    })];

pub(super) const FILTER: &[Def] =
    &[Def::static_method("filter.__new__", "cls, function, iterable, /", |vm, args| {
        fn make(vm: &mut Vm, iters: Vec<Value>, options: Value) -> NativeResult {
            let function = second(vm, options);
            let iter = iters.first().copied().unwrap_or_default();
            made(vm, options, Iter::Filter { function, iter })
        }
        let options = vm.tuple([args[0], args[1]]);
        vm.iterators(vec![args[2]], make, options)
    })];

pub(super) const REVERSED: &[Def] =
    &[Def::static_method("reversed.__new__", "cls, sequence, /", |vm, args| reversed(vm, args[1]))];

fn second(vm: &Vm, options: Value) -> Value {
    vm.tuple_of(options).and_then(|o| o.get(1).copied()).unwrap_or_default()
}

/// An iterator of the class that comes first in `options`.
fn made(vm: &mut Vm, options: Value, iter: Iter) -> NativeResult {
    let class = vm.tuple_of(options).and_then(|o| o.first()?.id()).unwrap_or(types::OBJECT);
    Ok(Action::Return(vm.new_iter(class, iter)))
}

/// `reversed(sequence)`.
pub(super) fn reversed(vm: &mut Vm, value: Value) -> NativeResult {
    if let Some(method) = vm.overridden(value, names::REVERSED) {
        return match method {
            Value::None => Err(not_reversible(vm, value)),
            method => Ok(vm.call_dunder(method, value, &[])),
        };
    }
    let args = Args::of(&[value]);
    match (vm.data(value), value.id()) {
        (Some(Data::Dict(_)), _) => return super::dict::reversed(vm, value, DictViewKind::Keys),
        (Some(Data::Range(_)), _) => return range_reversed(vm, &args),
        (Some(Data::List(_)), Some(list)) => {
            let left = vm.native_len(value).unwrap_or(0);
            let iter = Iter::ListReversed { list, left };
            return Ok(Action::Return(vm.new_iter(types::LIST_REVERSEITERATOR, iter)));
        }
        _ => {}
    }
    if let Some(method) = vm.special(value, names::REVERSED) {
        return Ok(vm.call_dunder(method, value, &[]));
    }
    if !vm.has_sequence_protocol(value) {
        return Err(not_reversible(vm, value));
    }
    fn make(vm: &mut Vm, length: Value, object: Value) -> NativeResult {
        let left = vm.small_int(length).unwrap_or(0);
        Ok(Action::Return(vm.new_iter(types::REVERSED, Iter::SequenceReversed { object, left })))
    }
    match vm.len(value)? {
        Action::Return(length) => make(vm, length, value),
        Action::Enter(frame) => {
            let then = crate::frame::native::then::Then::new(frame, make, value);
            Ok(Action::Enter(crate::frame::NativeFrame::Then(Box::new(then))))
        }
        action => Ok(action),
    }
}

fn not_reversible(vm: &mut Vm, value: Value) -> Raised {
    let message = format!("'{}' object is not reversible", vm.type_name(value));
    errors::type_error(vm, message)
}

fn tuple_new(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = class_argument(vm, args)?;
    if args.len() > 2 {
        return Err(errors::expected_count(vm, "tuple", 0, 1, args.len() - 1));
    }
    if class == types::TUPLE && vm.object(args[1]).is_some_and(|o| o.class == types::TUPLE) {
        return Ok(Action::Return(args[1]));
    }
    fn make(vm: &mut Vm, items: Vec<Value>, class: Value) -> NativeResult {
        let class = class.id().unwrap_or(types::TUPLE);
        Ok(Action::Return(vm.heap.add(Object::new(class, Data::Tuple(items.into()))).into()))
    }
    match args[1] {
        Value::Unbound => make(vm, Vec::new(), class.into()),
        iterable => vm.collect_whole(iterable, Sink::Then(make, class.into())),
    }
}

fn range_new(vm: &mut Vm, args: &Args) -> NativeResult {
    let given = args.len().saturating_sub(1);
    match given {
        0 => return Err(errors::type_error(vm, "range expected at least 1 argument, got 0")),
        1..=3 if args.keywords.is_empty() => {}
        _ if !args.keywords.is_empty() => return Err(errors::takes_no_keywords(vm, "range")),
        _ => return Err(errors::type_error(vm, format!("range expected at most 3 arguments, got {given}"))),
    }
    let mut bounds = [0; 3];
    for (at, bound) in (1..=given).zip(&mut bounds) {
        if let Some(Data::BigInt(_)) = vm.data(args[at]) {
            return Ok(super::dynamic::library_call(vm, "_bigrange", "make", "range", args.rest(1)));
        }
        *bound = index_arg!(vm, args, at, range_new);
    }
    let [a, b, c] = bounds;
    let range = match given {
        1 => Range { start: 0, stop: a, step: 1 },
        2 => Range { start: a, stop: b, step: 1 },
        _ => Range { start: a, stop: b, step: c },
    };
    if range.step == 0 {
        return Err(errors::value_error(vm, "range() arg 3 must not be zero"));
    }
    Ok(Action::Return(vm.new_range(range)))
}

fn range_of(vm: &Vm, value: Value) -> Range {
    match vm.data(value) {
        Some(Data::Range(range)) => **range,
        _ => Range { start: 0, stop: 0, step: 1 },
    }
}

fn range_reversed(vm: &mut Vm, args: &Args) -> NativeResult {
    let range = range_of(vm, args[0]);
    let left = range_len(&range);
    let last = range.start.wrapping_add((left.wrapping_sub(1) as i64).wrapping_mul(range.step));
    let iter = Iter::Range { next: last, step: range.step.wrapping_neg(), left };
    Ok(Action::Return(vm.new_iter(types::RANGE_ITERATOR, iter)))
}

fn slice_new(vm: &mut Vm, args: &Args) -> NativeResult {
    let given = args.rest(1);
    let parts = match *given {
        [stop] => [Value::None, stop, Value::None],
        [start, stop] => [start, stop, Value::None],
        [start, stop, step] => [start, stop, step],
        [] => return Err(errors::type_error(vm, "slice expected at least 1 argument, got 0")),
        _ => {
            let message = format!("slice expected at most 3 arguments, got {}", given.len());
            return Err(errors::type_error(vm, message));
        }
    };
    Ok(Action::Return(vm.heap.add(Object::new(types::SLICE, Data::Slice(Box::new(parts)))).into()))
}

fn slice_part(vm: &Vm, slice: Value, at: usize) -> Value {
    match vm.data(slice) {
        Some(Data::Slice(parts)) => parts.get(at).copied().unwrap_or(Value::None),
        _ => Value::None,
    }
}

fn slice_indices(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(Data::Slice(parts)) = vm.data(args[0]) else { return Ok(Action::Return(Value::None)) };
    let [start, stop, step] = **parts;
    indices(vm, &Args::of(&[args[1], start, stop, step]))
}

/// `args`: the length, then the parts of the slice.
fn indices(vm: &mut Vm, args: &Args) -> NativeResult {
    let len = index_arg!(vm, args, 0, indices);
    if len < 0 {
        return Err(errors::value_error(vm, "length should not be negative"));
    }
    if let Some(at) = (1..4).find(|&at| !args[at].is_none() && vm.native_index(args[at]).is_none()) {
        return match vm.special(args[at], names::INDEX) {
            Some(_) => vm.convert_index(args, at, indices),
            None => Err(errors::bad_slice_index(vm)),
        };
    }
    let slice = Object::new(types::SLICE, Data::Slice(Box::new([args[1], args[2], args[3]])));
    let slice = vm.heap.add(slice).into();
    let (start, stop, step) = vm.slice_parts(slice)?;
    let (start, stop, step) = crate::vm::index::slice_indices(start, stop, step, len);
    Ok(Action::Return(vm.tuple([Value::Int(start), Value::Int(stop), Value::Int(step)])))
}
