//! `dict` and its views, and `mappingproxy`.

use super::set;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::collect::{Collect, Sink};
use crate::frame::native::each::{Each, Step};
use crate::frame::native::probe::Job;
use crate::frame::native::update::Update;
use crate::heap::iter::Iter;
use crate::heap::object::{Data, DictViewKind};
use crate::heap::{Dict, Object, Set};
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

pub(super) const METHODS: &[Def] = &[
    Def::static_method("dict.__new__", "...", |vm, args| {
        super::list::instance(vm, args, Data::Dict(Box::default()))
    }),
    Def::method("dict.__init__", "...", init),
    Def::method("dict.clear", "self, /", clear),
    Def::method("dict.copy", "self, /", copy),
    Def::class_method("dict.fromkeys", "cls, iterable, value?, /", fromkeys),
    Def::method("dict.get", "self, key, default?, /", |vm, args| {
        vm.probe(args[0], args[1], Job::Get { default: args[2].or(Value::None) })
    }),
    Def::method("dict.items", "self, /", |vm, args| view(vm, args[0], DictViewKind::Items)),
    Def::method("dict.keys", "self, /", |vm, args| view(vm, args[0], DictViewKind::Keys)),
    Def::method("dict.values", "self, /", |vm, args| view(vm, args[0], DictViewKind::Values)),
    Def::method("dict.pop", "self, key, default?, /", pop),
    Def::method("dict.popitem", "self, /", popitem),
    Def::method("dict.setdefault", "self, key, default?, /", |vm, args| {
        vm.probe(args[0], args[1], Job::SetDefault(args[2].or(Value::None)))
    }),
    Def::method("dict.update", "...", |vm, args| update(vm, args, "update")),
    Def::method("dict.__or__", "self, value, /", |vm, args| union(vm, args[0], args[1])),
    Def::method("dict.__ror__", "self, value, /", |vm, args| union(vm, args[1], args[0])),
    Def::method("dict.__ior__", "self, value, /", |vm, args| vm.dict_update(args[0], args[1], args[0])),
    Def::method("dict.__reversed__", "self, /", |vm, args| reversed(vm, args[0], DictViewKind::Keys)),
];

pub(super) const KEYS: &[Def] = &[
    Def::method("dict_keys.__reversed__", "self, /", view_reversed),
    Def::getter("dict_keys.mapping", mapping),
];
pub(super) const VALUES: &[Def] = &[
    Def::method("dict_values.__len__", "self, /", super::list::len),
    Def::method("dict_values.__iter__", "self, /", super::list::iter),
    Def::method("dict_values.__repr__", "self, /", |vm, args| vm.native_repr(args[0])),
    Def::method("dict_values.__reversed__", "self, /", view_reversed),
    Def::getter("dict_values.mapping", mapping),
];
pub(super) const ITEMS: &[Def] = &[
    Def::method("dict_items.__reversed__", "self, /", view_reversed),
    Def::getter("dict_items.mapping", mapping),
];

/// Operators of the views that behave like sets: with any iterable, to a set.
pub(super) const VIEW_OPERATORS: &[Def] = &[
    Def::method("dict_view.__and__", "self, value, /", |vm, args| intersection(vm, args[0], args[1])),
    Def::method("dict_view.__rand__", "self, value, /", |vm, args| intersection(vm, args[0], args[1])),
    Def::method("dict_view.__or__", "self, value, /", |vm, args| to_set(vm, args[0], args[1], set::update)),
    Def::method("dict_view.__ror__", "self, value, /", |vm, args| to_set(vm, args[1], args[0], set::update)),
    Def::method("dict_view.__sub__", "self, value, /", |vm, args| to_set(vm, args[0], args[1], set::discard)),
    Def::method("dict_view.__rsub__", "self, value, /", |vm, args| {
        to_set(vm, args[1], args[0], set::discard)
    }),
    Def::method("dict_view.__xor__", "self, value, /", |vm, args| to_set(vm, args[0], args[1], set::toggle)),
    Def::method("dict_view.__rxor__", "self, value, /", |vm, args| to_set(vm, args[1], args[0], set::toggle)),
    Def::method("dict_view.isdisjoint", "self, other, /", |_, args| {
        Ok(set::consume(args[1], Sink::Within { table: args[0], all: false }))
    }),
];

pub(super) const PROXY: &[Def] = &[
    Def::static_method("mappingproxy.__new__", "...", |vm, args| match (vm.data(args[1]), args[1].id()) {
        (Some(Data::Dict(_)), Some(dict)) => super::list::instance(vm, args, Data::MappingProxy(dict)),
        _ => {
            let message = format!("mappingproxy() argument must be a mapping, not {}", vm.type_name(args[1]));
            Err(errors::type_error(vm, message))
        }
    }),
    Def::method("mappingproxy.get", "self, key, default?, /", |vm, args| {
        let dict = behind(vm, args[0]);
        vm.probe(dict, args[1], Job::Get { default: args[2].or(Value::None) })
    }),
    Def::method("mappingproxy.items", "self, /", |vm, args| view(vm, args[0], DictViewKind::Items)),
    Def::method("mappingproxy.keys", "self, /", |vm, args| view(vm, args[0], DictViewKind::Keys)),
    Def::method("mappingproxy.values", "self, /", |vm, args| view(vm, args[0], DictViewKind::Values)),
    Def::method("mappingproxy.copy", "self, /", copy),
    Def::method("mappingproxy.__getitem__", "self, key, /", |vm, args| vm.native_get_item(args[0], args[1])),
    Def::method("mappingproxy.__or__", "self, value, /", |vm, args| union(vm, args[0], args[1])),
];

/// The dict itself, behind a proxy or not.
fn behind(vm: &Vm, value: Value) -> Value {
    match vm.data(value) {
        Some(Data::MappingProxy(dict)) => (*dict).into(),
        _ => value,
    }
}

fn init(vm: &mut Vm, args: &Args) -> NativeResult {
    update(vm, args, "dict")
}

fn update(vm: &mut Vm, args: &Args, name: &str) -> NativeResult {
    let Some((&this, given)) = args.positional().split_first() else {
        return Err(errors::needs_an_argument(vm, "dict.update"));
    };
    if given.len() > 1 {
        return Err(errors::expected_count(vm, name, 0, 1, given.len()));
    }
    // Keywords come last, so that they win; they are strings, which need no frame.
    let named: Vec<_> = args.named().collect();
    match given.first() {
        None => {
            if let Some(dict) = this.id() {
                named.into_iter().for_each(|(key, value)| vm.dict_set_str(dict, key, value));
            }
            Ok(Action::Return(Value::None))
        }
        Some(&source) if named.is_empty() => vm.dict_update(this, source, Value::None),
        Some(&source) => {
            let keywords = vm.dict(Dict::new());
            named.into_iter().for_each(|(key, value)| vm.dict_set_str(keywords, key, value));
            let frame = Update::new(this, vec![source, keywords.into()], Value::None);
            Ok(Action::Enter(NativeFrame::Update(Box::new(frame))))
        }
    }
}

impl Vm {
    /// Puts the entries of a mapping, or of an iterable of pairs, into a dict; answers `result`.
    pub fn dict_update(&mut self, dict: Value, source: Value, result: Value) -> NativeResult {
        if matches!(self.data(source), Some(Data::Dict(_) | Data::MappingProxy(_)))
            && self.overridden(source, crate::names::ITER).is_none()
            && self.overridden(source, crate::names::KEYS).is_none()
        {
            let source = behind(self, source);
            let frame = Update::entries(self, dict, source, result);
            return Ok(Action::Enter(NativeFrame::Update(Box::new(frame))));
        }
        if let Some(keys) = self.special(source, crate::names::KEYS) {
            let (callee, args) = self.bind_dunder(keys, source, &[]);
            let frame = Update::mapping(dict, source, callee, args, result);
            return Ok(Action::Enter(NativeFrame::Update(Box::new(frame))));
        }
        let sink = Sink::Pairs { dict, count: 0, result };
        Ok(Action::Enter(NativeFrame::Collect(Box::new(Collect::new(source, sink)))))
    }
}

fn clear(vm: &mut Vm, args: &Args) -> NativeResult {
    if let Some(dict) = vm.dict_mut(args[0]) {
        dict.clear();
    }
    Ok(Action::Return(Value::None))
}

fn copy(vm: &mut Vm, args: &Args) -> NativeResult {
    let dict = vm.dict_of(behind(vm, args[0])).cloned().unwrap_or_default();
    vm.work += dict.len() as u64 / 16;
    Ok(Action::Return(vm.dict(dict).into()))
}

fn fromkeys(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = super::list::class_argument(vm, args)?;
    let dict = Value::Obj(vm.heap.add(Object::new(class, Data::Dict(Box::default()))));
    let job = Job::Set(args[2].or(Value::None));
    vm.collect_into(args[1], Sink::Table { table: dict, job, result: dict })
}

fn pop(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.probe(args[0], args[1], Job::Pop { default: args[2] })
}

fn popitem(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.dict_mut(args[0]).and_then(Dict::pop_last) {
        Some((key, value)) => Ok(Action::Return(vm.tuple([key, value]))),
        None => Err(errors::empty(vm, "popitem(): dictionary is empty")),
    }
}

fn union(vm: &mut Vm, a: Value, b: Value) -> NativeResult {
    let (x, y) = (behind(vm, a), behind(vm, b));
    match (vm.dict_of(x).cloned(), vm.dict_of(y)) {
        (Some(copy), Some(_)) => {
            let result = vm.dict(copy).into();
            vm.dict_update(result, y, result)
        }
        _ => Ok(Action::Return(Value::NotImplemented)),
    }
}

fn view(vm: &mut Vm, dict: Value, kind: DictViewKind) -> NativeResult {
    let Some(dict) = behind(vm, dict).id() else { return Ok(Action::Return(Value::None)) };
    let class = match kind {
        DictViewKind::Keys => types::DICT_KEYS,
        DictViewKind::Values => types::DICT_VALUES,
        DictViewKind::Items => types::DICT_ITEMS,
    };
    Ok(Action::Return(vm.heap.add(Object::new(class, Data::DictView(Box::new((kind, dict))))).into()))
}

fn view_parts(vm: &Vm, value: Value) -> Option<(DictViewKind, Id)> {
    match vm.data(value) {
        Some(Data::DictView(view)) => Some(**view),
        _ => None,
    }
}

/// The set of one side, then a step with the other.
fn to_set(vm: &mut Vm, left: Value, right: Value, step: Step) -> NativeResult {
    let left = match view_parts(vm, left) {
        Some((DictViewKind::Keys, dict)) => dict.into(),
        _ => left,
    };
    let set = vm.set(Set::default());
    set::enter(Each::new(set, &[left, right], set::update).rest(step))
}

/// The items of the smaller that are in the other.
fn intersection(vm: &mut Vm, view: Value, other: Value) -> NativeResult {
    let smaller = vm.native_len(other).is_some_and(|len| vm.native_len(view).is_some_and(|own| own < len));
    if smaller && vm.class_of(other) == types::SET {
        return set::intersection(vm, other, view);
    }
    let both_views = view_parts(vm, other).is_some();
    let (table, walked) = if smaller && both_views { (other, view) } else { (view, other) };
    let into = vm.set(Set::default());
    Ok(set::consume(walked, Sink::Both { table, into, item: Value::Unbound }))
}

fn mapping(vm: &mut Vm, args: &Args) -> NativeResult {
    let dict = view_parts(vm, args[0]).map(|(_, dict)| dict);
    Ok(Action::Return(match dict {
        Some(dict) => vm.heap.add(Object::new(types::MAPPINGPROXY, Data::MappingProxy(dict))).into(),
        None => Value::None,
    }))
}

fn view_reversed(vm: &mut Vm, args: &Args) -> NativeResult {
    match view_parts(vm, args[0]) {
        Some((kind, dict)) => reversed(vm, dict.into(), kind),
        None => Ok(Action::Return(Value::NotImplemented)),
    }
}

pub(super) fn reversed(vm: &mut Vm, dict: Value, kind: DictViewKind) -> NativeResult {
    let Some(id) = behind(vm, dict).id() else { return Ok(Action::Return(Value::None)) };
    let len = vm.native_len(dict).unwrap_or(0);
    let class = match kind {
        DictViewKind::Keys => types::DICT_REVERSEKEYITERATOR,
        DictViewKind::Values => types::DICT_REVERSEVALUEITERATOR,
        DictViewKind::Items => types::DICT_REVERSEITEMITERATOR,
    };
    let iter = Iter::DictReversed { dict: id, kind, position: usize::MAX, len, left: len };
    Ok(Action::Return(vm.new_iter(class, iter)))
}
