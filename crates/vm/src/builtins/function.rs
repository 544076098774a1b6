//! Attributes of functions, methods, code, modules, properties and the other descriptors.

use crate::errors;
use crate::heap::Object;
use crate::heap::object::{Data, Function, Property};
use crate::names;
use crate::native::{Action, Args, Def, NativeFn, NativeResult};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::attr::Found;

pub(super) const FUNCTION: &[Def] = &[
    Def::method("function.__get__", "self, instance, owner?, /", function_get),
    Def::method("function.__call__", "...", call_first),
    Def::getter("function.__name__", |vm, args| field(vm, args, |f| f.name)),
    Def::getter("function.__qualname__", |vm, args| field(vm, args, |f| f.qualname)),
    Def::getter("function.__module__", |vm, args| field(vm, args, |f| f.module)),
    Def::getter("function.__doc__", |vm, args| field(vm, args, |f| f.doc)),
    Def::getter("function.__kwdefaults__", |vm, args| field(vm, args, |f| f.kwdefaults.or(Value::None))),
    Def::getter("function.__globals__", |vm, args| field(vm, args, |f| f.globals.into())),
    Def::getter("function.__defaults__", defaults),
    Def::getter("function.__closure__", closure),
    Def::getter("function.__annotations__", annotations),
    Def::getter("function.__code__", code),
    Def::getter("function.__dict__", own_dict),
    Def::getter("function.__type_params__", |vm, args| {
        let given = function(vm, args[0]).and_then(|f| f.type_params.bound()).filter(|v| !v.is_none());
        Ok(Action::Return(given.unwrap_or_else(|| vm.tuple([]))))
    }),
];

pub(super) const METHOD: &[Def] = &[
    Def::method("method.__call__", "...", call_first),
    Def::getter("method.__func__", |vm, args| Ok(Action::Return(bound(vm, args).0))),
    Def::getter("method.__self__", |vm, args| Ok(Action::Return(bound(vm, args).1))),
];

pub(super) const NATIVE: &[Def] = &[
    Def::method("builtin_function_or_method.__call__", "...", call_first),
    Def::getter("builtin_function_or_method.__name__", native_name),
    Def::getter("builtin_function_or_method.__qualname__", native_qualname),
    Def::getter("builtin_function_or_method.__self__", |vm, args| Ok(Action::Return(bound(vm, args).1))),
    Def::getter("builtin_function_or_method.__module__", native_module),
    Def::getter("builtin_function_or_method.__doc__", |_, _| Ok(Action::Return(Value::None))),
];

pub(super) const CODE: &[Def] = &[
    Def::getter("code.co_name", |vm, args| code_text(vm, args, |c| c.name)),
    Def::getter("code.co_qualname", |vm, args| code_text(vm, args, |c| c.qualname)),
    Def::getter("code.co_filename", |vm, args| code_text(vm, args, |c| c.file_name)),
    Def::getter("code.co_firstlineno", |vm, args| code_number(vm, args, |c| i64::from(c.first_line))),
    Def::getter("code.co_argcount", |vm, args| code_number(vm, args, |c| c.positional as i64)),
    Def::getter("code.co_posonlyargcount", |vm, args| code_number(vm, args, |c| c.posonly as i64)),
    Def::getter("code.co_kwonlyargcount", |vm, args| code_number(vm, args, |c| c.kwonly as i64)),
    Def::getter("code.co_flags", |vm, args| code_number(vm, args, code_flags)),
    Def::getter("code.co_varnames", |vm, args| {
        code_names(vm, args, |c| c.locals[..c.locals.len() - c.free].to_vec())
    }),
    Def::getter("code.co_freevars", |vm, args| {
        code_names(vm, args, |c| c.locals[c.locals.len() - c.free..].to_vec())
    }),
    Def::getter("code.co_cellvars", |vm, args| {
        code_names(vm, args, |c| {
            c.cells.iter().filter_map(|&at| c.locals.get(at as usize).copied()).collect()
        })
    }),
];

pub(super) const MODULE: &[Def] = &[
    Def::static_method("module.__new__", "cls, name, doc?", |vm, args| {
        let Some(name) = vm.str_of(args[1]).map(str::to_owned) else {
            let message = format!("module() argument 'name' must be str, not {}", vm.type_name(args[1]));
            return Err(errors::type_error(vm, message));
        };
        let module = vm.new_module(&name, None);
        if let (Some(doc), Some(dict)) = (args[2].bound(), vm.object(module).and_then(|o| o.dict)) {
            vm.dict_set_str(dict, names::DOC, doc);
        }
        Ok(Action::Return(module))
    }),
    Def::getter("module.__dict__", own_dict),
];

pub(super) const PROPERTY: &[Def] = &[
    Def::static_method("property.__new__", "cls, fget?, fset?, fdel?, doc?", property_new),
    Def::method("property.__init__", "...", |_, _| Ok(Action::Return(Value::None))),
    Def::method("property.getter", "self, fget, /", |vm, args| property_with(vm, args, |p, f| p.get = f)),
    Def::method("property.setter", "self, fset, /", |vm, args| property_with(vm, args, |p, f| p.set = f)),
    Def::method("property.deleter", "self, fdel, /", |vm, args| property_with(vm, args, |p, f| p.delete = f)),
    Def::method("property.__get__", "self, instance, owner?, /", property_get),
    Def::getter("property.fget", |vm, args| property_field(vm, args, |p| p.get)),
    Def::getter("property.fset", |vm, args| property_field(vm, args, |p| p.set)),
    Def::getter("property.fdel", |vm, args| property_field(vm, args, |p| p.delete)),
    Def::getter("property.__doc__", |vm, args| property_field(vm, args, |p| p.doc)),
];

pub(super) const STATICMETHOD: &[Def] = &[
    Def::static_method("staticmethod.__new__", "cls, function, /", |vm, args| {
        descriptor(vm, args[0], Data::StaticMethod(args[1]))
    }),
    Def::method("staticmethod.__init__", "...", |_, _| Ok(Action::Return(Value::None))),
    Def::getter("staticmethod.__func__", wrapped),
    Def::getter("staticmethod.__wrapped__", wrapped),
];

pub(super) const CLASSMETHOD: &[Def] = &[
    Def::static_method("classmethod.__new__", "cls, function, /", |vm, args| {
        descriptor(vm, args[0], Data::ClassMethod(args[1]))
    }),
    Def::method("classmethod.__init__", "...", |_, _| Ok(Action::Return(Value::None))),
    Def::getter("classmethod.__func__", wrapped),
    Def::getter("classmethod.__wrapped__", wrapped),
];

pub(super) const SETTERS: &[(Id, &str, NativeFn)] = &[
    (types::FUNCTION, "__name__", |vm, args| set_text(vm, args, "__name__", |f, v| f.name = v)),
    (types::FUNCTION, "__qualname__", |vm, args| set_text(vm, args, "__qualname__", |f, v| f.qualname = v)),
    (types::FUNCTION, "__module__", |vm, args| set_field(vm, args, |f, v| f.module = v)),
    (types::FUNCTION, "__doc__", |vm, args| set_field(vm, args, |f, v| f.doc = v)),
    (types::FUNCTION, "__kwdefaults__", |vm, args| set_field(vm, args, |f, v| f.kwdefaults = v)),
    (types::FUNCTION, "__annotations__", |vm, args| set_field(vm, args, |f, v| f.annotations = v)),
    (types::FUNCTION, "__type_params__", |vm, args| set_field(vm, args, |f, v| f.type_params = v)),
    (types::FUNCTION, "__defaults__", set_defaults),
    (types::FUNCTION, "__code__", set_code),
];

fn function(vm: &Vm, value: Value) -> Option<&Function> {
    match vm.data(value)? {
        Data::Function(f) => Some(f),
        _ => None,
    }
}

fn field(vm: &mut Vm, args: &Args, pick: fn(&Function) -> Value) -> NativeResult {
    Ok(Action::Return(function(vm, args[0]).map_or(Value::None, pick)))
}

fn set_field(vm: &mut Vm, args: &Args, set: fn(&mut Function, Value)) -> NativeResult {
    if let Value::Obj(id) = args[0]
        && let Data::Function(f) = vm.heap.data_mut(id)
    {
        set(f, args[1].or(Value::None));
    }
    Ok(Action::Return(Value::None))
}

fn set_text(vm: &mut Vm, args: &Args, what: &str, set: fn(&mut Function, Value)) -> NativeResult {
    if vm.str_of(args[1]).is_none() {
        return Err(errors::type_error(vm, format!("{what} must be set to a string object")));
    }
    set_field(vm, args, set)
}

/// A function may be given the code of another one with as many free variables.
fn set_code(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(Data::Code(code)) = vm.data(args[1]) else {
        return Err(errors::type_error(vm, "__code__ must be set to a code object"));
    };
    let code = *code;
    let (cells, free) = (function(vm, args[0]).map_or(0, |f| f.closure.len()), vm.code(code).free);
    if cells != free {
        let name = function(vm, args[0]).and_then(|f| vm.str_of(f.name)).unwrap_or("").to_owned();
        let message = format!("{name}() requires a code object with {cells} free vars, not {free}");
        return Err(errors::value_error(vm, message));
    }
    if let Value::Obj(id) = args[0]
        && let Data::Function(f) = vm.heap.data_mut(id)
    {
        f.code = code;
    }
    Ok(Action::Return(Value::None))
}

fn set_defaults(vm: &mut Vm, args: &Args) -> NativeResult {
    if !args[1].or(Value::None).is_none() && vm.tuple_of(args[1]).is_none() {
        return Err(errors::type_error(vm, "__defaults__ must be set to a tuple object"));
    }
    let items: Box<[Value]> = vm.tuple_of(args[1]).unwrap_or(&[]).into();
    if let Value::Obj(id) = args[0]
        && let Data::Function(f) = vm.heap.data_mut(id)
    {
        f.defaults = items;
    }
    Ok(Action::Return(Value::None))
}

fn defaults(vm: &mut Vm, args: &Args) -> NativeResult {
    let items = function(vm, args[0]).map(|f| f.defaults.to_vec()).unwrap_or_default();
    Ok(Action::Return(if items.is_empty() { Value::None } else { vm.tuple(items) }))
}

fn closure(vm: &mut Vm, args: &Args) -> NativeResult {
    let items = function(vm, args[0]).map(|f| f.closure.to_vec()).unwrap_or_default();
    Ok(Action::Return(if items.is_empty() { Value::None } else { vm.tuple(items) }))
}

fn annotations(vm: &mut Vm, args: &Args) -> NativeResult {
    let there = function(vm, args[0]).map_or(Value::Unbound, |f| f.annotations);
    if !there.is_unbound() {
        return Ok(Action::Return(there));
    }
    let dict = Value::Obj(vm.dict(crate::heap::Dict::new()));
    if let Value::Obj(id) = args[0]
        && let Data::Function(f) = vm.heap.data_mut(id)
    {
        f.annotations = dict;
    }
    Ok(Action::Return(dict))
}

fn code(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(code) = function(vm, args[0]).map(|f| f.code) else { return Ok(Action::Return(Value::None)) };
    Ok(Action::Return(vm.heap.add(Object::new(types::CODE, Data::Code(code))).into()))
}

pub(super) fn own_dict(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(match args[0] {
        Value::Obj(id) => vm.dict_for(id).into(),
        _ => Value::None,
    }))
}

fn function_get(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(match args[1] {
        Value::None => args[0],
        instance => vm.bound_method(args[0], instance),
    }))
}

fn call_first(_: &mut Vm, args: &Args) -> NativeResult {
    let mut rest = args.clone();
    let callee = rest.values.remove(0);
    Ok(Action::call(callee, rest))
}

fn bound(vm: &Vm, args: &Args) -> (Value, Value) {
    match vm.data(args[0]) {
        Some(Data::BoundMethod(pair)) => **pair,
        _ => (Value::None, Value::None),
    }
}

fn native_function(vm: &Vm, args: &Args) -> Option<(Value, &'static str, Value)> {
    let value = match vm.data(args[0])? {
        Data::BoundMethod(pair) => pair.0,
        _ => args[0],
    };
    match vm.data(value)? {
        Data::Native(f) => Some((f.name, f.qualname, f.owner)),
        _ => None,
    }
}

fn native_name(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(native_function(vm, args).map_or(Value::None, |f| f.0)))
}

fn native_qualname(vm: &mut Vm, args: &Args) -> NativeResult {
    let (qualname, owner) = native_function(vm, args).map_or(("", Value::None), |f| (f.1, f.2));
    let bare = vm.str_of(owner).and_then(|_| qualname.rsplit('.').next());
    vm.ok_str(bare.unwrap_or(qualname))
}

fn native_module(vm: &mut Vm, args: &Args) -> NativeResult {
    let owner = native_function(vm, args).map_or(Value::None, |f| f.2);
    Ok(Action::Return(if vm.str_of(owner).is_some() { owner } else { Value::None }))
}

fn loaded(vm: &Vm, args: &Args) -> Option<std::rc::Rc<crate::load::Code>> {
    match vm.data(args[0])? {
        Data::Code(id) => Some(vm.code(*id).clone()),
        _ => None,
    }
}

fn code_text(vm: &mut Vm, args: &Args, pick: fn(&crate::load::Code) -> Id) -> NativeResult {
    Ok(Action::Return(loaded(vm, args).map_or(Value::None, |c| pick(&c).into())))
}

fn code_number(vm: &mut Vm, args: &Args, pick: fn(&crate::load::Code) -> i64) -> NativeResult {
    Ok(Action::Return(loaded(vm, args).map_or(Value::None, |c| Value::Int(pick(&c)))))
}

/// `co_flags`, as far as anybody asks: optimized, new locals, varargs, keywords, generator kinds.
fn code_flags(code: &crate::load::Code) -> i64 {
    use crate::code::CodeKind;
    let kind = match code.kind {
        CodeKind::Plain => 0,
        CodeKind::Generator => 0x20,
        CodeKind::Coroutine => 0x80,
        CodeKind::AsyncGenerator => 0x200,
    };
    kind + i64::from(code.optimized) * 3 + i64::from(code.has_varargs) * 4 + i64::from(code.has_varkw) * 8
}

fn code_names(vm: &mut Vm, args: &Args, names: impl FnOnce(&crate::load::Code) -> Vec<Id>) -> NativeResult {
    let names: Vec<Value> =
        loaded(vm, args).map_or_else(Vec::new, |c| names(&c)).into_iter().map(Value::Obj).collect();
    Ok(Action::Return(vm.tuple(names)))
}

fn property_new(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut doc = args[4].or(Value::None);
    if doc.is_none()
        && let Some(f) = function(vm, args[1])
    {
        doc = f.doc;
    }
    let property = Property {
        get: args[1].or(Value::None),
        set: args[2].or(Value::None),
        delete: args[3].or(Value::None),
        doc,
        name: function(vm, args[1]).map_or(Value::None, |f| f.name),
    };
    descriptor(vm, args[0], Data::Property(Box::new(property)))
}

fn property_with(vm: &mut Vm, args: &Args, change: fn(&mut Property, Value)) -> NativeResult {
    let Some(Data::Property(property)) = vm.data(args[0]) else { return Ok(Action::Return(Value::None)) };
    let mut property = property.clone();
    change(&mut property, args[1]);
    let class = vm.class_of(args[0]);
    descriptor(vm, class.into(), Data::Property(property))
}

fn property_field(vm: &mut Vm, args: &Args, pick: fn(&Property) -> Value) -> NativeResult {
    Ok(Action::Return(match vm.data(args[0]) {
        Some(Data::Property(property)) => pick(property),
        _ => Value::None,
    }))
}

fn property_get(vm: &mut Vm, args: &Args) -> NativeResult {
    if args[1].is_none() {
        return Ok(Action::Return(args[0]));
    }
    let class = vm.class_of(args[1]);
    match vm.bind(args[0], args[1], class)? {
        Found::Value(value) => Ok(Action::Return(value)),
        Found::Method(function, this) => Ok(Action::Return(vm.bound_method(function, this))),
        Found::Act(action) => Ok(action),
    }
}

fn descriptor(vm: &mut Vm, class: Value, data: Data) -> NativeResult {
    let class = class.id().unwrap_or(types::OBJECT);
    Ok(Action::Return(vm.heap.add(Object::new(class, data)).into()))
}

fn wrapped(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(match vm.data(args[0]) {
        Some(Data::StaticMethod(f) | Data::ClassMethod(f)) => *f,
        _ => Value::None,
    }))
}

/// Variables that closures share.
pub(super) const CELL: &[Def] = &[Def::getter("cell.cell_contents", |vm, args| match vm.cell(args[0]) {
    Value::Unbound => Err(errors::value_error(vm, "cell is empty")),
    content => Ok(Action::Return(content)),
})];
