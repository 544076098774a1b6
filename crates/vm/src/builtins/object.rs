//! `object`, `type`, and the builtins that look into objects: `getattr`, `isinstance`, `vars`, `super` …

use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::instance::InstanceCheck;
use crate::heap::Object;
use crate::heap::object::{Data, Layout};
use crate::names;
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::attr::Found;

pub(super) const OBJECT: &[Def] = &[
    Def::static_method("object.__new__", "...", object_new),
    Def::method("object.__init__", "...", object_init),
    Def::method("object.__getattribute__", "self, name, /", object_getattribute),
    Def::method("object.__setattr__", "self, name, value, /", object_setattr),
    Def::method("object.__delattr__", "self, name, /", object_delattr),
    Def::class_method("object.__init_subclass__", "...", object_init_subclass),
    Def::class_method("object.__subclasshook__", "cls, other, /", not_implemented),
    Def::getter("object.__class__", object_class),
    Def::method("object.__dir__", "self, /", object_dir),
];

pub(super) const TYPE: &[Def] = &[
    Def::static_method("type.__new__", "...", type_new),
    Def::method("type.__init__", "...", none),
    Def::method("type.__call__", "...", type_call),
    Def::class_method("type.__prepare__", "...", type_prepare),
    Def::method("type.mro", "self, /", type_mro),
    Def::method("type.__subclasses__", "self, /", type_subclasses),
    Def::method("type.__instancecheck__", "self, instance, /", type_instancecheck),
    Def::method("type.__subclasscheck__", "self, subclass, /", type_subclasscheck),
    Def::getter("type.__mro__", type_mro_tuple),
    Def::getter("type.__bases__", type_bases),
    Def::getter("type.__base__", type_base),
    Def::getter("type.__dict__", type_dict),
    Def::getter("type.__name__", type_name),
    Def::getter("type.__qualname__", type_qualname),
];

pub(super) const SUPER: &[Def] = &[
    Def::static_method("super.__new__", "cls, type?, obj?, /", super_new),
    Def::method("super.__init__", "...", none),
    Def::method("super.__getattribute__", "self, name, /", super_getattribute),
    Def::getter("super.__thisclass__", |vm, args| super_part(vm, args, |_, [class, _, _]| class)),
    Def::getter("super.__self__", |vm, args| super_part(vm, args, |_, [_, this, _]| this)),
    Def::getter("super.__self_class__", |vm, args| {
        super_part(vm, args, |vm, [class, this, _]| {
            vm.super_start(class, this).map_or(Value::None, Value::Obj)
        })
    }),
];

pub(super) const FUNCTIONS: &[Def] = &[
    Def::function("getattr", "object, name, default?, /", getattr),
    Def::function("setattr", "object, name, value, /", setattr),
    Def::function("delattr", "object, name, /", delattr),
    Def::function("hasattr", "object, name, /", hasattr),
    Def::function("isinstance", "obj, class_or_tuple, /", isinstance),
    Def::function("issubclass", "cls, class_or_tuple, /", issubclass),
    Def::function("callable", "obj, /", callable),
    Def::function("vars", "object?, /", vars),
    Def::function("globals", "", globals),
    Def::function("locals", "", locals),
];

/// The classes with one instance, which a call gives.
pub(super) const SINGLE: [(Id, Def); 3] = [
    (types::NONE, Def::static_method("NoneType.__new__", "cls, /", |_, _| Ok(Action::Return(Value::None)))),
    (
        types::ELLIPSIS,
        Def::static_method("ellipsis.__new__", "cls, /", |_, _| Ok(Action::Return(Value::Ellipsis))),
    ),
    (
        types::NOT_IMPLEMENTED,
        Def::static_method("NotImplementedType.__new__", "cls, /", |_, _| {
            Ok(Action::Return(Value::NotImplemented))
        }),
    ),
];

/// Setters of computed attributes, by class and name.
pub(super) const SETTERS: &[(Id, &str, crate::native::NativeFn)] = &[
    (types::OBJECT, "__class__", set_class),
    (types::TYPE, "__bases__", set_bases),
    (types::TYPE, "__name__", set_type_name),
    (types::TYPE, "__qualname__", set_type_qualname),
];

fn none(_: &mut Vm, _: &Args) -> NativeResult {
    Ok(Action::Return(Value::None))
}

/// Named after the class that is being made.
fn object_init_subclass(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = vm.class_of_instance(args[0]).unwrap_or(types::OBJECT);
    let name = format!("{}.__init_subclass__", vm.class_name(class));
    match (args.keywords.is_empty(), args.len()) {
        (false, _) => Err(errors::takes_no_keywords(vm, &name)),
        (true, 1) => Ok(Action::Return(Value::None)),
        (true, given) => Err(errors::takes_none(vm, &name, given - 1)),
    }
}

fn not_implemented(_: &mut Vm, _: &Args) -> NativeResult {
    Ok(Action::Return(Value::NotImplemented))
}

/// `object_new`: surplus arguments are an error unless one of `__new__` and `__init__` is overridden, and not both.
fn object_new(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(class) = vm.class_of_instance(args[0]) else {
        let message = match args[0] {
            Value::Unbound => "object.__new__(): not enough arguments".to_owned(),
            other => format!("object.__new__(X): X is not a type object ({})", vm.type_name(other)),
        };
        return Err(errors::type_error(vm, message));
    };
    if args.len() > 1 {
        let new = vm.class_attr(class, names::NEW).unwrap_or_default();
        let init = vm.class_attr(class, names::INIT).unwrap_or_default();
        if !new.is(vm.object_new) {
            let message = "object.__new__() takes exactly one argument (the type to instantiate)";
            return Err(errors::type_error(vm, message));
        }
        if init.is(vm.object_init) {
            let message = format!("{}() takes no arguments", vm.class_name(class));
            return Err(errors::type_error(vm, message));
        }
    }
    if vm.layout(class) != Layout::Plain {
        // The builtin class whose instances these are.
        let order = vm.class(class).map_or_else(Vec::new, |c| c.mro.clone());
        let base = order.into_iter().find(|&c| vm.class(c).is_some_and(|c| !c.heap_type)).unwrap_or(class);
        let (name, base) = (vm.class_name(class), vm.class_name(base));
        let message = format!("object.__new__({name}) is not safe, use {base}.__new__()");
        return Err(errors::type_error(vm, message));
    }
    vm.new_plain_instance(class).map(|id| Action::Return(id.into()))
}

fn object_init(vm: &mut Vm, args: &Args) -> NativeResult {
    if args.len() > 1 {
        let class = vm.class_of(args[0]);
        let init = vm.class_attr(class, names::INIT).unwrap_or_default();
        let new = vm.class_attr(class, names::NEW).unwrap_or_default();
        if !init.is(vm.object_init) {
            let message = "object.__init__() takes exactly one argument (the instance to initialize)";
            return Err(errors::type_error(vm, message));
        }
        if new.is(vm.object_new) {
            let message = format!("{}() takes no arguments", vm.class_name(class));
            return Err(errors::type_error(vm, message));
        }
    }
    Ok(Action::Return(Value::None))
}

fn attribute_name(vm: &mut Vm, name: Value) -> Result<Id, crate::native::Raised> {
    match vm.str_of(name).map(str::to_owned) {
        Some(text) => Ok(vm.intern(&text)),
        None => {
            let message = format!("attribute name must be string, not '{}'", vm.type_name(name));
            Err(errors::type_error(vm, message))
        }
    }
}

fn object_getattribute(vm: &mut Vm, args: &Args) -> NativeResult {
    let name = attribute_name(vm, args[1])?;
    match vm.find_attr_plain(args[0], name)? {
        Some(Found::Value(value)) => Ok(Action::Return(value)),
        Some(Found::Method(function, this)) => Ok(Action::Return(vm.bound_method(function, this))),
        Some(Found::Act(action)) => Ok(action),
        None => Err(errors::no_attribute(vm, args[0], name)),
    }
}

fn object_setattr(vm: &mut Vm, args: &Args) -> NativeResult {
    let name = attribute_name(vm, args[1])?;
    vm.store_attr_plain(args[0], name, args[2])
}

fn object_delattr(vm: &mut Vm, args: &Args) -> NativeResult {
    let name = attribute_name(vm, args[1])?;
    vm.store_attr_plain(args[0], name, Value::Unbound)
}

fn object_class(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(vm.class_of(args[0]).into()))
}

fn set_class(vm: &mut Vm, args: &Args) -> NativeResult {
    match (args[0], vm.class_of_instance(args[1])) {
        (Value::Obj(id), Some(class)) if vm.class(class).is_some_and(|c| c.heap_type) => {
            if vm.layout(class) != vm.layout(vm.class_of(args[0])) {
                return Err(errors::type_error(vm, "__class__ assignment: object layout differs"));
            }
            vm.heap.get_mut(id).class = class;
            Ok(Action::Return(Value::None))
        }
        (_, None) => {
            let message = format!("__class__ must be set to a class, not '{}' object", vm.type_name(args[1]));
            Err(errors::type_error(vm, message))
        }
        _ => {
            let message = "__class__ assignment only supported for mutable types or ModuleType subclasses";
            Err(errors::type_error(vm, message))
        }
    }
}

fn object_dir(vm: &mut Vm, args: &Args) -> NativeResult {
    let names = vm.attribute_names(args[0]);
    let items = names.iter().map(|name| vm.str(name.as_str())).collect();
    Ok(Action::Return(vm.list(items)))
}

fn type_new(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(meta) = vm.class_of_instance(args[0]) else {
        return Err(errors::type_error(vm, "type.__new__(X): X is not a type object"));
    };
    let given = args.positional();
    if given.len() != 4 {
        let message = format!("type.__new__() takes exactly 3 arguments ({} given)", given.len() - 1);
        return Err(errors::type_error(vm, message));
    }
    let Some(bases) = vm.tuple_of(given[2]).map(<[Value]>::to_vec) else {
        let message = format!("type.__new__() argument 2 must be tuple, not {}", vm.type_name(given[2]));
        return Err(errors::type_error(vm, message));
    };
    if vm.dict_of(given[3]).is_none() {
        let message = format!("type.__new__() argument 3 must be dict, not {}", vm.type_name(given[3]));
        return Err(errors::type_error(vm, message));
    }
    let mut keywords = Args::new();
    for (name, value) in args.named() {
        keywords.keywords.push(name);
        keywords.values.push(value);
    }
    let winner = vm.calculate_metaclass(meta, &bases)?;
    if winner != meta
        && let Some(new) = vm.class_attr(winner, names::NEW).filter(|&new| !vm.is_native_function(new))
    {
        let new = match vm.data(new) {
            Some(&Data::StaticMethod(function)) => function,
            _ => new,
        };
        let mut call = args.clone();
        call.values[0] = winner.into();
        return Ok(Action::call(new, call));
    }
    vm.new_class(meta, given[1], &bases, given[3], keywords)
}

fn type_call(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut rest = args.clone();
    let class = rest.values.remove(0);
    match vm.class_of_instance(class) {
        Some(class) if class == types::TYPE && rest.len() == 1 => {
            Ok(Action::Return(vm.class_of(rest[0]).into()))
        }
        Some(class) if class == types::TYPE && rest.positional().len() != 3 => {
            Err(errors::type_error(vm, "type() takes 1 or 3 arguments"))
        }
        Some(class) => {
            let construct = crate::frame::native::construct::Construct::new(class, rest);
            Ok(Action::Enter(NativeFrame::Construct(Box::new(construct))))
        }
        None => Err(errors::not_callable(vm, class)),
    }
}

fn type_prepare(vm: &mut Vm, _: &Args) -> NativeResult {
    Ok(Action::Return(vm.dict(crate::heap::Dict::new()).into()))
}

fn class_list(vm: &Vm, class: Value, pick: fn(&crate::heap::Class) -> &[Id]) -> Vec<Value> {
    let class = class.id().and_then(|id| vm.class(id));
    class.map(|c| pick(c).iter().map(|&id| Value::Obj(id)).collect()).unwrap_or_default()
}

fn type_mro(vm: &mut Vm, args: &Args) -> NativeResult {
    let items = class_list(vm, args[0], |c| &c.mro);
    Ok(Action::Return(vm.list(items)))
}

fn type_mro_tuple(vm: &mut Vm, args: &Args) -> NativeResult {
    let items = class_list(vm, args[0], |c| &c.mro);
    Ok(Action::Return(vm.tuple(items)))
}

fn type_bases(vm: &mut Vm, args: &Args) -> NativeResult {
    let items = class_list(vm, args[0], |c| &c.bases);
    Ok(Action::Return(vm.tuple(items)))
}

fn set_bases(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(id) = vm.class_of_instance(args[0]) else { return Ok(Action::Return(Value::None)) };
    let name = vm.class_name(id).to_owned();
    if !vm.class(id).is_some_and(|class| class.heap_type) {
        return Err(errors::immutable_type(vm, id, names::BASES));
    }
    let bases = vm.tuple_of(args[1]).map(<[Value]>::to_vec);
    let message = match (bases, args[1]) {
        (Some(bases), _) if !bases.is_empty() => {
            vm.set_bases(id, &bases)?;
            return Ok(Action::Return(Value::None));
        }
        (Some(_), _) => format!("can only assign non-empty tuple to {name}.__bases__, not ()"),
        (None, Value::Unbound) => format!("cannot delete '__bases__' attribute of type '{name}'"),
        (None, other) => {
            format!("can only assign tuple to {name}.__bases__, not {}", vm.type_name(other))
        }
    };
    Err(errors::type_error(vm, message))
}

fn type_base(vm: &mut Vm, args: &Args) -> NativeResult {
    let bases = class_list(vm, args[0], |c| &c.bases);
    Ok(Action::Return(bases.first().copied().unwrap_or(Value::None)))
}

fn type_subclasses(vm: &mut Vm, args: &Args) -> NativeResult {
    let items = class_list(vm, args[0], |c| &c.subclasses);
    Ok(Action::Return(vm.list(items)))
}

fn type_dict(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(namespace) = args[0].id().and_then(|id| vm.class(id)).map(|c| c.namespace) else {
        return Ok(Action::Return(Value::None));
    };
    Ok(Action::Return(vm.heap.add(Object::new(types::MAPPINGPROXY, Data::MappingProxy(namespace))).into()))
}

fn type_name(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(class) = args[0].id().and_then(|id| vm.class(id)) else {
        return Ok(Action::Return(Value::None));
    };
    let name = class.name;
    let is_static = !class.heap_type;
    let module = args[0].id().map_or("", |class| vm.class_module(class));
    match vm
        .str_of(name)
        .and_then(|full| full.rsplit_once('.'))
        .filter(|&(first, _)| is_static || first == module)
    {
        Some((_, last)) => {
            let last = last.to_owned();
            vm.ok_str(last)
        }
        None => Ok(Action::Return(name)),
    }
}

fn type_qualname(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(args[0].id().and_then(|id| vm.class(id)).map_or(Value::None, |c| c.qualname)))
}

fn set_type_name(vm: &mut Vm, args: &Args) -> NativeResult {
    rename_class(vm, args, "__name__", |class, name| class.name = name)
}

fn set_type_qualname(vm: &mut Vm, args: &Args) -> NativeResult {
    rename_class(vm, args, "__qualname__", |class, name| class.qualname = name)
}

fn rename_class(
    vm: &mut Vm,
    args: &Args,
    what: &str,
    set: fn(&mut crate::heap::Class, Value),
) -> NativeResult {
    let Some(id) = vm.class_of_instance(args[0]) else { return Ok(Action::Return(Value::None)) };
    let name = vm.class_name(id).to_owned();
    if vm.str_of(args[1]).is_none() {
        let message = match args[1] {
            Value::Unbound => format!("cannot delete '{what}' attribute of type '{name}'"),
            other => format!("can only assign string to {name}.{what}, not '{}'", vm.type_name(other)),
        };
        return Err(errors::type_error(vm, message));
    }
    match vm.class_mut(id) {
        Some(class) if class.heap_type => set(class, args[1]),
        _ => {
            let attribute = vm.intern(what);
            return Err(errors::immutable_type(vm, id, attribute));
        }
    }
    Ok(Action::Return(Value::None))
}

fn type_instancecheck(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = args[0].id().unwrap_or(types::OBJECT);
    Ok(Action::Return(Value::Bool(vm.is_instance(args[1], class))))
}

fn type_subclasscheck(vm: &mut Vm, args: &Args) -> NativeResult {
    let class = args[0].id().unwrap_or(types::OBJECT);
    Ok(Action::Return(Value::Bool(vm.class_of_instance(args[1]).is_some_and(|c| vm.is_subclass(c, class)))))
}

/// Zero-argument `super()` that the compiler could not see: the first local and the cell `__class__` of the caller.
fn super_new(vm: &mut Vm, args: &Args) -> NativeResult {
    let (class, this) = match args[1] {
        Value::Unbound => match vm.implicit_super() {
            Some(pair) => pair,
            None if vm.caller_has_arguments() => {
                return Err(errors::runtime_error(vm, "super(): __class__ cell not found"));
            }
            None => return Err(errors::runtime_error(vm, "super(): no arguments")),
        },
        class => (class, args[2]),
    };
    if vm.class_of_instance(class).is_none() {
        let message = format!("super() argument 1 must be a type, not {}", vm.type_name(class));
        return Err(errors::type_error(vm, message));
    }
    if !this.is_unbound() && vm.super_start(class, this).is_none() {
        return Err(errors::bad_super(vm, class, this));
    }
    let parts = Data::Super(Box::new([class, this.or(Value::None), Value::None]));
    Ok(Action::Return(vm.heap.add(Object::new(types::SUPER, parts)).into()))
}

fn super_part(vm: &mut Vm, args: &Args, pick: fn(&Vm, [Value; 3]) -> Value) -> NativeResult {
    let part = match vm.data(args[0]) {
        Some(Data::Super(parts)) => pick(vm, **parts),
        _ => Value::None,
    };
    Ok(Action::Return(part))
}

fn super_getattribute(vm: &mut Vm, args: &Args) -> NativeResult {
    let name = attribute_name(vm, args[1])?;
    let Some(Data::Super(parts)) = vm.data(args[0]) else { return Ok(Action::Return(Value::None)) };
    let [class, this, _] = **parts;
    if name == names::CLASS || this.is_none() {
        return object_getattribute(vm, args);
    }
    match vm.find_super_attr(class, this, name)? {
        Found::Value(value) => Ok(Action::Return(value)),
        Found::Method(function, this) => Ok(Action::Return(vm.bound_method(function, this))),
        Found::Act(action) => Ok(action),
    }
}

fn getattr(vm: &mut Vm, args: &Args) -> NativeResult {
    let name = attribute_name(vm, args[1])?;
    match args[2] {
        Value::Unbound => vm.load_attr(args[0], name),
        default => vm.load_attr_or(args[0], name, default),
    }
}

fn setattr(vm: &mut Vm, args: &Args) -> NativeResult {
    let name = attribute_name(vm, args[1])?;
    let action = vm.store_attr(args[0], name, args[2])?;
    Ok(vm.discarding(action))
}

fn delattr(vm: &mut Vm, args: &Args) -> NativeResult {
    let name = attribute_name(vm, args[1])?;
    let action = vm.store_attr(args[0], name, Value::Unbound)?;
    Ok(vm.discarding(action))
}

fn hasattr(vm: &mut Vm, args: &Args) -> NativeResult {
    let name = attribute_name(vm, args[1])?;
    match vm.load_attr_or(args[0], name, Value::Unbound)? {
        Action::Return(value) => Ok(Action::Return(Value::Bool(!value.is_unbound()))),
        action => Ok(Action::Enter(NativeFrame::HasAttr(Box::new(
            crate::frame::native::instance::HasAttr::new(action),
        )))),
    }
}

fn isinstance(vm: &mut Vm, args: &Args) -> NativeResult {
    vm.isinstance_action(args[0], args[1])
}

fn issubclass(vm: &mut Vm, args: &Args) -> NativeResult {
    if vm.class_of_instance(args[0]).is_none() {
        return Err(errors::type_error(vm, "issubclass() arg 1 must be a class"));
    }
    InstanceCheck::begin(vm, args[0], args[1], true)
}

fn callable(vm: &mut Vm, args: &Args) -> NativeResult {
    Ok(Action::Return(Value::Bool(vm.is_callable(args[0]))))
}

impl Vm {
    /// `callable(value)`.
    pub fn is_callable(&mut self, value: Value) -> bool {
        match self.data(value) {
            Some(
                Data::Function(_)
                | Data::Native(_)
                | Data::BoundMethod(_)
                | Data::Class(_)
                | Data::StaticMethod(_),
            ) => true,
            _ => self.class_attr(self.class_of(value), names::CALL).is_some(),
        }
    }
}

fn vars(vm: &mut Vm, args: &Args) -> NativeResult {
    match args[0] {
        Value::Unbound => locals(vm, args),
        object => match vm.load_attr(object, names::DICT) {
            Err(raised) if vm.is_instance(raised.0, types::ATTRIBUTE_ERROR) => {
                Err(errors::type_error(vm, "vars() argument must have __dict__ attribute"))
            }
            result => result,
        },
    }
}

fn globals(vm: &mut Vm, _: &Args) -> NativeResult {
    Ok(Action::Return(vm.current_globals().into()))
}

/// A snapshot in functions, the namespace itself elsewhere (PEP 667).
fn locals(vm: &mut Vm, _: &Args) -> NativeResult {
    let Some(frame) = vm.frames.chain(vm.top).find_map(|id| vm.frames.python(id)) else {
        return Ok(Action::Return(Value::None));
    };
    if !frame.namespace.is_unbound() {
        return Ok(Action::Return(frame.namespace));
    }
    Ok(Action::Return(vm.locals_snapshot()))
}
