//! Types as values: unions (`int | None`), generic aliases (`list[int]`), and the objects of type parameter syntax (PEP 695).
//!
//! They describe; nothing checks them. Bounds, defaults and the value of a `type` statement are functions that run when
//! somebody asks. Deliberately absent: substitution of type variables, and the module `typing`, which is written in Python.

use crate::code::op::rare;
use crate::errors;
use crate::heap::Object;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

const TYPE: &[Def] =
    &[Def::method("type.__or__", "self, other, /", or), Def::method("type.__ror__", "self, other, /", ror)];

const UNION: &[Def] = &[
    Def::method("UnionType.__or__", "self, other, /", or),
    Def::method("UnionType.__ror__", "self, other, /", ror),
    Def::getter("UnionType.__args__", |vm, args| {
        let members = vm.union_members(args[0]).unwrap_or_default();
        Ok(Action::Return(vm.tuple(members)))
    }),
];

const ALIAS: &[Def] = &[
    Def::static_method("GenericAlias.__new__", "cls, origin, args, /", |vm, args| {
        Ok(Action::Return(vm.generic_alias(args[1], args[2])))
    }),
    Def::method("GenericAlias.__or__", "self, other, /", or),
    Def::method("GenericAlias.__ror__", "self, other, /", ror),
    Def::method("GenericAlias.__call__", "...", call_alias),
    Def::method("GenericAlias.__mro_entries__", "self, bases, /", |vm, args| {
        let (origin, _) = alias_parts(vm, args[0]);
        Ok(Action::Return(vm.tuple([origin])))
    }),
    Def::method("GenericAlias.__getattr__", "self, name, /", |vm, args| {
        let (origin, _) = alias_parts(vm, args[0]);
        vm.load_attr(origin, args[1].id().unwrap_or(names::EMPTY))
    }),
    Def::getter("GenericAlias.__origin__", |vm, args| Ok(Action::Return(alias_parts(vm, args[0]).0))),
    Def::getter("GenericAlias.__args__", |vm, args| Ok(Action::Return(alias_parts(vm, args[0]).1))),
    Def::getter("GenericAlias.__parameters__", |vm, args| {
        let (_, arguments) = alias_parts(vm, args[0]);
        let arguments = vm.tuple_of(arguments).unwrap_or(&[]).to_vec();
        let parameters: Vec<Value> =
            arguments.into_iter().filter(|&a| vm.type_parameter_name(a).is_some()).collect();
        Ok(Action::Return(vm.tuple(parameters)))
    }),
];

const GENERIC: &[Def] = &[Def::class_method("Generic.__class_getitem__", "cls, item, /", |vm, args| {
    Ok(Action::Return(vm.generic_alias(args[0], args[1])))
})];

const PARAMETER: &[Def] = &[
    Def::static_method("TypeVar.__new__", "...", new_parameter),
    Def::method("TypeVar.__or__", "self, other, /", or),
    Def::method("TypeVar.__ror__", "self, other, /", ror),
    Def::getter("TypeVar.__name__", |vm, args| part(vm, args, "__name__")),
    Def::getter("TypeVar.__bound__", |vm, args| part(vm, args, ".bound")),
    Def::getter("TypeVar.__constraints__", |vm, args| match hidden(vm, args[0], ".constraints") {
        Some(values) if vm.tuple_of(values).is_some() => Ok(Action::Return(values)),
        Some(function) => Ok(Action::call(function, Args::new())),
        None => Ok(Action::Return(vm.tuple([]))),
    }),
    Def::getter("TypeVar.__default__", |vm, args| part(vm, args, ".default")),
    Def::getter("TypeVar.__infer_variance__", |vm, args| flag(vm, args, "infer_variance")),
    Def::getter("TypeVar.__covariant__", |vm, args| flag(vm, args, "covariant")),
    Def::getter("TypeVar.__contravariant__", |vm, args| flag(vm, args, "contravariant")),
    Def::method("TypeVar.has_default", "self, /", |vm, args| {
        let found = hidden(vm, args[0], ".default").or_else(|| hidden(vm, args[0], "default"));
        Ok(Action::Return(found.is_some().into()))
    }),
];

/// `P.args` and `P.kwargs` in annotations.
const PARAM_SPEC: &[Def] = &[
    Def::getter("ParamSpec.args", |vm, args| spec_part(vm, args, "args")),
    Def::getter("ParamSpec.kwargs", |vm, args| spec_part(vm, args, "kwargs")),
];

/// `*Ts` is the one item of `Ts`: `typing.Unpack[Ts]`.
const TYPE_VAR_TUPLE: &[Def] = &[Def::method("TypeVarTuple.__iter__", "self, /", |vm, args| {
    let name = vm.str("typing.Unpack");
    let unpack = vm.described(types::TYPE_VAR, &[("__name__", name)]);
    let alias = vm.generic_alias(unpack, args[0]);
    let one = vm.tuple([alias]);
    vm.get_iter(one)
})];

const TYPE_ALIAS: &[Def] = &[
    Def::method("TypeAliasType.__or__", "self, other, /", or),
    Def::method("TypeAliasType.__ror__", "self, other, /", ror),
    Def::method("TypeAliasType.__getitem__", "self, parameters, /", |vm, args| {
        Ok(Action::Return(vm.generic_alias(args[0], args[1])))
    }),
    Def::method("TypeAliasType.__iter__", "self, /", |vm, args| Err(errors::not_iterable(vm, args[0]))),
    Def::getter("TypeAliasType.__name__", |vm, args| part(vm, args, "__name__")),
    Def::getter("TypeAliasType.__value__", |vm, args| part(vm, args, ".value")),
    Def::getter("TypeAliasType.__type_params__", |vm, args| part(vm, args, "__type_params__")),
];

pub(super) fn install(vm: &mut Vm) {
    vm.add_methods(types::TYPE, TYPE);
    vm.add_methods(types::UNION_TYPE, UNION);
    vm.add_methods(types::GENERIC_ALIAS, ALIAS);
    vm.add_methods(types::GENERIC, GENERIC);
    for class in [types::TYPE_VAR, types::PARAM_SPEC, types::TYPE_VAR_TUPLE] {
        vm.add_methods(class, PARAMETER);
    }
    vm.add_methods(types::PARAM_SPEC, PARAM_SPEC);
    vm.add_methods(types::TYPE_VAR_TUPLE, TYPE_VAR_TUPLE);
    vm.add_methods(types::TYPE_ALIAS, TYPE_ALIAS);
}

fn or(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(union(vm, args[0], args[1])))
}

fn ror(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(union(vm, args[1], args[0])))
}

/// The union of two types; NotImplemented when one is none. Equal members are kept once.
fn union(vm: &mut Vm, a: Value, b: Value) -> Value {
    let mut members: Vec<Value> = Vec::new();
    for side in [a, b] {
        let parts = match vm.union_members(side) {
            Some(parts) => parts,
            None if side.is_none() => vec![types::NONE.into()],
            None if is_type(vm, side) => vec![side],
            None => return Value::NotImplemented,
        };
        for part in parts {
            if !vm.holds_member(&members, part) {
                members.push(part);
            }
        }
    }
    match members.as_slice() {
        &[one] => one,
        _ => vm.heap.add(Object::new(types::UNION_TYPE, Data::Union(members.into()))).into(),
    }
}

fn is_type(vm: &Vm, value: Value) -> bool {
    matches!(vm.data(value), Some(Data::Class(_) | Data::GenericAlias(_)))
        || vm.type_parameter_name(value).is_some()
}

fn alias_parts(vm: &Vm, alias: Value) -> (Value, Value) {
    match vm.data(alias) {
        Some(Data::GenericAlias(parts)) => **parts,
        _ => (Value::None, Value::None),
    }
}

/// `list[int]()` makes a list.
fn call_alias(vm: &mut Vm, args: &Args) -> NativeResult {
    let (origin, _) = alias_parts(vm, args[0]);
    let mut rest = args.clone();
    rest.values.remove(0);
    Ok(Action::call(origin, rest))
}

/// A value kept with a type parameter or alias.
fn hidden(vm: &mut Vm, object: Value, name: &str) -> Option<Value> {
    let name = vm.intern(name);
    vm.dict_get_str(vm.object(object)?.dict?, name)
}

/// `TypeVar(name, *constraints, bound=…)` and its like: what is given is kept as it is, without the dot of what is computed
/// when asked for.
fn new_parameter(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = args[0].id().unwrap_or(types::TYPE_VAR);
    let (name, constraints) = (args.get(1), args.positional().get(2..).unwrap_or(&[]).to_vec());
    if vm.str_of(name).is_none() {
        let message =
            format!("{}() argument 'name' must be str, not {}", vm.class_name(class), vm.type_name(name));
        return Err(errors::type_error(vm, message));
    }
    let mut fields = vec![("__name__", name)];
    let mut sign = if class == types::TYPE_VAR_TUPLE { "" } else { "~" };
    for (keyword, value) in args.named() {
        match vm.text(keyword) {
            "bound" => fields.push(("bound", value)),
            "default" => fields.push(("default", value)),
            "covariant" if value.is(true.into()) => (sign, _) = ("+", fields.push(("covariant", value))),
            "contravariant" if value.is(true.into()) => {
                (sign, _) = ("-", fields.push(("contravariant", value)))
            }
            "infer_variance" if value.is(true.into()) => sign = "",
            "covariant" | "contravariant" | "infer_variance" => {}
            other => {
                let other = other.to_owned();
                let function = vm.class_name(class).to_owned();
                return Err(errors::unexpected_keyword(vm, &function, &other, std::iter::empty()));
            }
        }
    }
    match constraints.len() {
        0 => {}
        1 => return Err(errors::type_error(vm, "A single constraint is not allowed")),
        _ => fields.push((".constraints", vm.tuple(constraints))),
    }
    let shown = format!("{sign}{}", vm.str_of(name).unwrap_or(""));
    fields.push((".repr", vm.str(shown)));
    let module = vm.current_globals().and_then(|globals| vm.dict_get_str(globals, names::NAME));
    fields.extend(module.map(|module| ("__module__", module)));
    Ok(Action::Return(vm.described(class, &fields)))
}

fn flag(vm: &mut Vm, args: &Args, name: &str) -> NativeResult {
    Ok(Action::Return(hidden(vm, args[0], name).is_some().into()))
}

/// The same as an attribute: functions, which stand for what is not computed yet, are called.
fn part(vm: &mut Vm, args: &Args, name: &str) -> NativeResult {
    if let Some(given) = hidden(vm, args[0], name.trim_start_matches('.')) {
        return Ok(Action::Return(given));
    }
    match hidden(vm, args[0], name) {
        Some(function) if name.starts_with('.') => Ok(Action::call(function, Args::new())),
        value => Ok(Action::Return(value.unwrap_or(Value::None))),
    }
}

fn spec_part(vm: &mut Vm, args: &Args, part: &str) -> NativeResult {
    let name = hidden(vm, args[0], "__name__").and_then(|name| vm.str_of(name)).unwrap_or_default();
    let name = format!("{name}.{part}");
    let name = vm.str(name);
    Ok(Action::Return(vm.described(types::PARAM_SPEC, &[("__name__", name)])))
}

impl Vm {
    /// What a type variable or type alias is shown as: its name, with a sign where it was made by a call.
    pub(crate) fn type_parameter_name(&self, value: Value) -> Option<&str> {
        let object = self.object(value)?;
        let known = [types::TYPE_VAR, types::PARAM_SPEC, types::TYPE_VAR_TUPLE, types::TYPE_ALIAS];
        if !known.contains(&object.class) {
            return None;
        }
        let dict = object.dict?;
        self.str_of(
            self.dict_get_str(dict, names::TYPE_REPR).or_else(|| self.dict_get_str(dict, names::NAME))?,
        )
    }

    /// Whether a union's members include `member`: the same, or an equal alias.
    pub(crate) fn holds_member(&self, members: &[Value], member: Value) -> bool {
        members.iter().any(|&other| self.same_type(other, member))
    }

    fn same_type(&self, a: Value, b: Value) -> bool {
        match (self.data(a), self.data(b)) {
            _ if a.is(b) => true,
            (Some(Data::GenericAlias(x)), Some(Data::GenericAlias(y))) => {
                let (x_args, y_args) = (self.tuple_of(x.1).unwrap_or(&[]), self.tuple_of(y.1).unwrap_or(&[]));
                let mut pairs = x_args.iter().zip(y_args);
                x.0.is(y.0) && x_args.len() == y_args.len() && pairs.all(|(&x, &y)| self.same_type(x, y))
            }
            _ => false,
        }
    }

    /// The operations of [`crate::code::Op::Rare`].
    pub(crate) fn rare(&mut self, which: u32, value: Value) -> NativeResult {
        let parts = self.tuple_of(value).unwrap_or(&[]).to_vec();
        let part = |at: usize| parts.get(at).copied().unwrap_or_default();
        let result = match which {
            rare::TYPE_VAR => self.described(types::TYPE_VAR, &[("__name__", value)]),
            rare::PARAM_SPEC => self.described(types::PARAM_SPEC, &[("__name__", value)]),
            rare::TYPE_VAR_TUPLE => self.described(types::TYPE_VAR_TUPLE, &[("__name__", value)]),
            rare::TYPE_VAR_WITH_BOUND => {
                self.described(types::TYPE_VAR, &[("__name__", part(0)), (".bound", part(1))])
            }
            rare::TYPE_VAR_WITH_CONSTRAINTS => {
                self.described(types::TYPE_VAR, &[("__name__", part(0)), (".constraints", part(1))])
            }
            rare::SET_TYPE_PARAM_DEFAULT => {
                self.describe(part(0), &[(".default", part(1))]);
                part(0)
            }
            rare::SUBSCRIPT_GENERIC => self.generic_alias(types::GENERIC.into(), value),
            rare::TYPE_ALIAS => {
                let params = match part(1) {
                    Value::None => self.tuple([]),
                    params => params,
                };
                let fields = [("__name__", part(0)), ("__type_params__", params), (".value", part(2))];
                self.described(types::TYPE_ALIAS, &fields)
            }
            rare::SET_TYPE_PARAMS => {
                if let Value::Obj(id) = part(0)
                    && let Data::Function(function) = self.heap.data_mut(id)
                {
                    function.type_params = part(1);
                }
                part(0)
            }
            _ => return Err(errors::not_supported(self, "this use of type parameters")),
        };
        Ok(Action::Return(result))
    }

    fn described(&mut self, class: Id, fields: &[(&str, Value)]) -> Value {
        let object = self.heap.add(Object::new(class, Data::Plain)).into();
        self.describe(object, fields);
        object
    }

    fn describe(&mut self, object: Value, fields: &[(&str, Value)]) {
        let Value::Obj(id) = object else { return };
        let dict = self.dict_for(id);
        for &(name, value) in fields {
            let name = self.intern(name);
            self.dict_set_str(dict, name, value);
        }
    }
}
