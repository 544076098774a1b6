//! `_collections`: the deque.
//!
//! What compares items goes through a list, whose methods know how to run a user's `__eq__`.

use std::collections::VecDeque;

use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use crate::glue::{bound_method, builtin, enter, host_data, none, process, ret, with};
use crate::modules::{HostClass, define};

#[derive(Clone, Debug, Default)]
struct Deque {
    items: VecDeque<Value>,
    max: Option<usize>,
    /// Changes with every change of the items.
    version: u64,
}

#[derive(Clone, Debug)]
struct DequeIterator {
    deque: Value,
    at: usize,
    version: u64,
    reversed: bool,
}

/// Of a long deque only the first items are looked at when it goes.
const A_FEW: usize = 24;

host_data!(Deque, |this, m| this.items.iter().for_each(|&item| m.value(item));
    fn any_held(&self, test: &mut dyn FnMut(Value) -> bool) -> bool {
        self.items.iter().copied().take(A_FEW).any(test)
    }
);
host_data!(DequeIterator, |this, m| m.value(this.deque));

/// The items of a deque or a list.
pub fn items_of(vm: &Vm, value: Value) -> Option<Vec<Value>> {
    match vm.host::<Deque>(value) {
        Some(deque) => Some(deque.items.iter().copied().collect()),
        None => vm.list_of(value).cloned(),
    }
}

impl Deque {
    fn push_back(&mut self, item: Value) {
        self.version += 1;
        if self.max == Some(0) {
            return;
        }
        if self.max == Some(self.items.len()) {
            self.items.pop_front();
        }
        self.items.push_back(item);
    }

    fn push_front(&mut self, item: Value) {
        self.version += 1;
        if self.max == Some(0) {
            return;
        }
        if self.max == Some(self.items.len()) {
            self.items.pop_back();
        }
        self.items.push_front(item);
    }
}

pub fn install(vm: &mut Vm, namespace: Id) {
    let class = define(vm, namespace, "collections", "deque", HostClass::Deque, types::OBJECT, false);
    vm.add_methods(class, METHODS);
    // Messages name it with its module, as they do classes written in C.
    vm.set_full_name(class, "collections.deque");
    let hash = vm.intern("__hash__");
    vm.set_class_attr(class, hash, Value::None);
    let name = "_deque_iterator";
    let iterator = define(vm, namespace, "collections", name, HostClass::DequeIterator, types::OBJECT, false);
    vm.add_methods(iterator, ITERATOR);
}

const METHODS: &[Def] = &[
    Def::static_method("deque.__new__", "...", new),
    Def::method("deque.__init__", "self, iterable?, maxlen?", init),
    Def::method("deque.append", "self, item, /", append),
    Def::method("deque.appendleft", "self, item, /", append_left),
    Def::method("deque.pop", "self, /", pop),
    Def::method("deque.popleft", "self, /", pop_left),
    Def::method("deque.extend", "self, iterable, /", extend),
    Def::method("deque.extendleft", "self, iterable, /", extend_left),
    Def::method("deque.__iadd__", "self, iterable, /", add_in_place),
    Def::method("deque.rotate", "self, n?, /", rotate),
    Def::method("deque.remove", "self, value, /", remove),
    Def::method("deque.index", "self, value, /", index),
    Def::method("deque.count", "self, value, /", count),
    Def::method("deque.insert", "self, index, value, /", insert),
    Def::method("deque.clear", "self, /", clear),
    Def::method("deque.copy", "self, /", copy),
    Def::method("deque.__copy__", "self, /", copy),
    Def::method("deque.reverse", "self, /", reverse),
    Def::method("deque.__len__", "self, /", len),
    Def::method("deque.__contains__", "self, value, /", contains),
    Def::method("deque.__getitem__", "self, index, /", get_item),
    Def::method("deque.__setitem__", "self, index, value, /", set_item),
    Def::method("deque.__delitem__", "self, index, /", delete_item),
    Def::method("deque.__iter__", "self, /", iter),
    Def::method("deque.__reversed__", "self, /", reversed),
    Def::method("deque.__eq__", "self, other, /", |vm, args| compare(vm, args, "__eq__")),
    Def::method("deque.__lt__", "self, other, /", |vm, args| compare(vm, args, "__lt__")),
    Def::method("deque.__le__", "self, other, /", |vm, args| compare(vm, args, "__le__")),
    Def::method("deque.__gt__", "self, other, /", |vm, args| compare(vm, args, "__gt__")),
    Def::method("deque.__ge__", "self, other, /", |vm, args| compare(vm, args, "__ge__")),
    Def::method("deque.__add__", "self, other, /", add),
    Def::method("deque.__mul__", "self, n, /", times),
    Def::method("deque.__rmul__", "self, n, /", times),
    Def::method("deque.__repr__", "self, /", repr),
    Def::getter("deque.maxlen", maxlen),
    Def::class_method("deque.__class_getitem__", "cls, item, /", class_getitem),
];

const ITERATOR: &[Def] = &[
    Def::method("_deque_iterator.__iter__", "self, /", this),
    Def::method("_deque_iterator.__next__", "self, /", next),
];

fn deque<R>(vm: &mut Vm, args: &Args, f: impl FnOnce(&mut Deque) -> R) -> Result<R, Raised> {
    with(vm, args[0], f)
}

fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = crate::glue::id_of(vm, args[0])?;
    ret(vm.host_object(class, Deque::default()))
}

fn init(vm: &mut Vm, args: &Args) -> NativeResult {
    let max = match args[2] {
        Value::Unbound | Value::None => None,
        max => match vm.small_int(max) {
            Some(max) if max >= 0 => Some(max as usize),
            Some(_) => return Err(errors::value_error(vm, "maxlen must be non-negative")),
            None => return Err(errors::type_error(vm, "an integer is required")),
        },
    };
    deque(vm, args, |d| *d = Deque { max, ..Deque::default() })?;
    match args[1] {
        Value::Unbound => none(),
        iterable => Ok(enter("deque.__init__", extend_step, &[args[0], iterable, Value::Bool(false)])),
    }
}

fn append(vm: &mut Vm, args: &Args) -> NativeResult {
    deque(vm, args, |d| d.push_back(args[1]))?;
    none()
}

fn append_left(vm: &mut Vm, args: &Args) -> NativeResult {
    deque(vm, args, |d| d.push_front(args[1]))?;
    none()
}

fn popped(vm: &mut Vm, item: Option<Value>) -> NativeResult {
    match item {
        Some(item) => ret(item),
        None => Err(errors::index_error(vm, "pop from an empty deque")),
    }
}

fn pop(vm: &mut Vm, args: &Args) -> NativeResult {
    let item = deque(vm, args, |d| {
        d.version += 1;
        d.items.pop_back()
    })?;
    popped(vm, item)
}

fn pop_left(vm: &mut Vm, args: &Args) -> NativeResult {
    let item = deque(vm, args, |d| {
        d.version += 1;
        d.items.pop_front()
    })?;
    popped(vm, item)
}

fn extend(_vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(enter("deque.extend", extend_step, &[args[0], args[1], Value::Bool(false)]))
}

fn extend_left(_vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(enter("deque.extendleft", extend_step, &[args[0], args[1], Value::Bool(true)]))
}

fn add_in_place(_vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(enter("deque.__iadd__", extend_step, &[args[0], args[1], Value::Bool(false), args[0]]))
}

/// Collects the items of the iterable's iterator as a list, then appends its items at one end.
fn extend_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let items = outcome.value(vm)?;
    frame.stage += 1;
    match frame.stage {
        1 => return Ok(Action::call(builtin(vm, "iter"), Args::of(&[frame.values[1]]))),
        2 => return Ok(Action::call(types::LIST.into(), Args::of(&[items]))),
        _ => {}
    }
    let items = vm.list_of(items).cloned().unwrap_or_default();
    let left = matches!(frame.values[2], Value::Bool(true));
    vm.work += items.len() as u64;
    with(vm, frame.values[0], |d: &mut Deque| {
        for item in items {
            if left { d.push_front(item) } else { d.push_back(item) }
        }
    })?;
    ret(frame.values.get(3).copied().unwrap_or(Value::None))
}

fn rotate(vm: &mut Vm, args: &Args) -> NativeResult {
    let n = match args[1] {
        Value::Unbound => 1,
        n => match vm.small_int(n) {
            Some(n) => n,
            None => {
                let kind = vm.type_name(n).to_owned();
                let message = format!("'{kind}' object cannot be interpreted as an integer");
                return Err(errors::type_error(vm, message));
            }
        },
    };
    deque(vm, args, |d| {
        d.version += 1;
        if !d.items.is_empty() {
            d.items.rotate_right(n.rem_euclid(d.items.len() as i64) as usize);
        }
    })?;
    none()
}

/// Calls a method of a list of the items; `stage` says what is done with the answer.
fn ask_list(vm: &mut Vm, args: &Args, method: &str, resume: crate::glue::Resume) -> NativeResult {
    let items = deque(vm, args, |d| d.items.iter().copied().collect::<Vec<_>>())?;
    let list = vm.list(items);
    let Some(method) = bound_method(vm, list, method) else { return none() };
    Ok(enter("deque", resume, &[args[0], args[1], method]))
}

fn call_list(frame: &OwnFrame) -> NativeResult {
    Ok(Action::call(frame.values[2], Args::of(&[frame.values[1]])))
}

/// The list's ValueError becomes the deque's, which names the value.
fn not_in_deque(vm: &mut Vm, frame: &mut OwnFrame) -> NativeResult {
    frame.stage = 1;
    Ok(Action::call(builtin(vm, "repr"), Args::of(&[frame.values[1]])))
}

fn index_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    match outcome {
        Outcome::Start => call_list(frame),
        Outcome::Raised(exc) if frame.stage == 0 && vm.is_instance(exc, types::VALUE_ERROR) => {
            not_in_deque(vm, frame)
        }
        outcome => {
            let value = outcome.value(vm)?;
            if frame.stage == 0 {
                return ret(value);
            }
            let message = format!("{} is not in deque", vm.str_of(value).unwrap_or("?"));
            Err(errors::value_error(vm, message))
        }
    }
}

fn remove_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let starts = matches!(outcome, Outcome::Start);
    match index_step(vm, frame, outcome)? {
        Action::Return(at) if !starts => {
            let at = vm.small_int(at).unwrap_or(0) as usize;
            with(vm, frame.values[0], |d: &mut Deque| {
                d.version += 1;
                d.items.remove(at)
            })?;
            none()
        }
        action => Ok(action),
    }
}

fn pass_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        return call_list(frame);
    }
    outcome.value(vm).map(Action::Return)
}

fn remove(vm: &mut Vm, args: &Args) -> NativeResult {
    ask_list(vm, args, "index", remove_step)
}

fn index(vm: &mut Vm, args: &Args) -> NativeResult {
    ask_list(vm, args, "index", index_step)
}

fn count(vm: &mut Vm, args: &Args) -> NativeResult {
    ask_list(vm, args, "count", pass_step)
}

fn contains(vm: &mut Vm, args: &Args) -> NativeResult {
    ask_list(vm, args, "__contains__", pass_step)
}

fn compare(vm: &mut Vm, args: &Args, method: &str) -> NativeResult {
    let Some(other) = vm.host::<Deque>(args[1]).map(|d| d.items.iter().copied().collect()) else {
        return ret(Value::NotImplemented);
    };
    let other = vm.list(other);
    ask_list(vm, &Args::of(&[args[0], other]), method, pass_step)
}

fn add(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(other) = vm.host::<Deque>(args[1]).cloned() else {
        let kind = vm.type_name(args[1]).to_owned();
        return Err(errors::type_error(vm, format!("can only concatenate deque (not \"{kind}\") to deque")));
    };
    let mut sum = deque(vm, args, |d| d.clone())?;
    vm.work += other.items.len() as u64;
    other.items.iter().for_each(|&item| sum.push_back(item));
    let class = vm.class_of(args[0]);
    ret(vm.host_object(class, sum))
}

fn times(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(n) = vm.small_int(args[1]) else { return ret(Value::NotImplemented) };
    let one = deque(vm, args, |d| d.clone())?;
    let (n, most) = (n.max(0) as u64, one.max.unwrap_or(usize::MAX));
    let len = n.saturating_mul(one.items.len() as u64).min(most as u64);
    if len > 1 << 28 {
        return Err(errors::memory_error(vm));
    }
    vm.work += len;
    let skipped = n.saturating_mul(one.items.len() as u64) - len;
    let items = one.items.iter().copied().cycle();
    let start = skipped.checked_rem(one.items.len() as u64).unwrap_or(0) as usize;
    let items = items.skip(start).take(len as usize).collect();
    let class = vm.class_of(args[0]);
    ret(vm.host_object(class, Deque { items, ..one }))
}

fn insert(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(at) = vm.small_int(args[1]) else {
        return Err(errors::type_error(vm, "an integer is required"));
    };
    let inserted = deque(vm, args, |d| {
        let len = d.items.len();
        if d.max == Some(len) {
            return false;
        }
        let at = if at < 0 { (at + len as i64).max(0) as usize } else { (at as usize).min(len) };
        d.items.insert(at, args[2]);
        d.version += 1;
        true
    })?;
    if !inserted {
        return Err(errors::index_error(vm, "deque already at its maximum size"));
    }
    none()
}

fn clear(vm: &mut Vm, args: &Args) -> NativeResult {
    deque(vm, args, |d| {
        d.version += 1;
        d.items.clear();
    })?;
    none()
}

fn copy(vm: &mut Vm, args: &Args) -> NativeResult {
    let copy = deque(vm, args, |d| d.clone())?;
    let class = vm.class_of(args[0]);
    ret(vm.host_object(class, copy))
}

fn reverse(vm: &mut Vm, args: &Args) -> NativeResult {
    deque(vm, args, |d| {
        d.version += 1;
        d.items.make_contiguous().reverse();
    })?;
    none()
}

fn len(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(deque(vm, args, |d| d.items.len())? as i64)
}

fn place(vm: &mut Vm, args: &Args) -> Result<usize, Raised> {
    let len = deque(vm, args, |d| d.items.len())? as i64;
    let Some(at) = vm.small_int(args[1]) else {
        let message = format!("sequence index must be integer, not '{}'", vm.type_name(args[1]));
        return Err(errors::type_error(vm, message));
    };
    let at = if at < 0 { at + len } else { at };
    if at < 0 || at >= len {
        return Err(errors::index_error(vm, "deque index out of range"));
    }
    Ok(at as usize)
}

fn get_item(vm: &mut Vm, args: &Args) -> NativeResult {
    let at = place(vm, args)?;
    ret(deque(vm, args, |d| d.items.get(at).copied())?.unwrap_or(Value::None))
}

fn set_item(vm: &mut Vm, args: &Args) -> NativeResult {
    let at = place(vm, args)?;
    deque(vm, args, |d| {
        if let Some(item) = d.items.get_mut(at) {
            *item = args[2];
        }
    })?;
    none()
}

fn delete_item(vm: &mut Vm, args: &Args) -> NativeResult {
    let at = place(vm, args)?;
    deque(vm, args, |d| {
        d.version += 1;
        d.items.remove(at);
    })?;
    none()
}

fn iterator(vm: &mut Vm, args: &Args, reversed: bool) -> NativeResult {
    let version = deque(vm, args, |d| d.version)?;
    let class = process(vm).classes.of(HostClass::DequeIterator);
    ret(vm.host_object(class, DequeIterator { deque: args[0], at: 0, version, reversed }))
}

fn iter(vm: &mut Vm, args: &Args) -> NativeResult {
    iterator(vm, args, false)
}

fn reversed(vm: &mut Vm, args: &Args) -> NativeResult {
    iterator(vm, args, true)
}

fn this(_vm: &mut Vm, args: &Args) -> NativeResult {
    ret(args[0])
}

fn next(vm: &mut Vm, args: &Args) -> NativeResult {
    let state = with(vm, args[0], |i: &mut DequeIterator| {
        i.at += 1;
        i.clone()
    })?;
    let (version, item) = with(vm, state.deque, |d: &mut Deque| {
        let at = if state.reversed { d.items.len().checked_sub(state.at) } else { Some(state.at - 1) };
        (d.version, at.and_then(|at| d.items.get(at).copied()))
    })?;
    if version != state.version {
        return Err(errors::runtime_error(vm, "deque mutated during iteration"));
    }
    Ok(item.map_or(Action::Finished(Value::None), Action::Return))
}

fn repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let items = deque(vm, args, |d| d.items.iter().copied().collect::<Vec<_>>())?;
    let list = vm.list(items);
    Ok(enter("deque.__repr__", repr_step, &[args[0], list]))
}

fn repr_step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        return Ok(Action::call(builtin(vm, "repr"), Args::of(&[frame.values[1]])));
    }
    let shown = outcome.value(vm)?;
    let shown = vm.str_of(shown).unwrap_or("[]").to_owned();
    let max = with(vm, frame.values[0], |d: &mut Deque| d.max)?;
    let max = max.map_or_else(String::new, |max| format!(", maxlen={max}"));
    let class = vm.type_name(frame.values[0]);
    let class = class.rsplit('.').next().unwrap_or(class).to_owned();
    vm.ok_str(format!("{class}({shown}{max})"))
}

fn maxlen(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(deque(vm, args, |d| d.max)?.map_or(Value::None, |max| Value::Int(max as i64)))
}

fn class_getitem(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(vm.generic_alias(args[0], args[1]))
}
