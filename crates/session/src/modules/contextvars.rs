//! `_contextvars`: variables whose values belong to a context, and the contexts.
//!
//! A thread has a current context; copying one is cheap, since the values are shared until somebody sets one.

use std::rc::Rc;

use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::Dict;
use loopthread_vm::heap::object::Layout;
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, Raised};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use crate::glue::{builtin, enter, host_data, none, process, ret, with};
use crate::modules::{HostClass, address, define};

/// A mapping of context variables to values.
#[derive(Clone, Debug, Default)]
pub struct Context {
    values: Rc<Vec<(Id, Value)>>,
    /// Some thread runs in it.
    entered: bool,
}

#[derive(Clone, Debug)]
struct ContextVar {
    name: Value,
    default: Value,
}

/// What `ContextVar.set` gives, to undo it.
#[derive(Clone, Debug)]
struct Token {
    var: Value,
    context: Value,
    /// Unbound: there was no value.
    old: Value,
    used: bool,
}

host_data!(Context, |this, m| this.values.iter().for_each(|&(var, value)| {
    m.id(var);
    m.value(value);
}));
/// `Token.MISSING`: the old value where there was none.
#[derive(Clone, Copy, Debug)]
struct Missing;

host_data!(Missing, |_this, _m| {});
host_data!(ContextVar, |this, m| m.values(&[this.name, this.default]));
host_data!(Token, |this, m| m.values(&[this.var, this.context, this.old]));

impl Context {
    fn get(&self, var: Id) -> Option<Value> {
        self.values.iter().find(|(v, _)| *v == var).map(|(_, value)| *value)
    }

    fn set(&mut self, var: Id, value: Value) {
        let values = Rc::make_mut(&mut self.values);
        match values.iter_mut().find(|(v, _)| *v == var) {
            Some(entry) => entry.1 = value,
            None => values.push((var, value)),
        }
    }

    fn remove(&mut self, var: Id) {
        Rc::make_mut(&mut self.values).retain(|(v, _)| *v != var);
    }
}

pub fn install(vm: &mut Vm, namespace: Id) {
    let module = "_contextvars";
    let context = define(vm, namespace, module, "Context", HostClass::Context, types::OBJECT, false);
    vm.add_methods(context, CONTEXT);
    let var = define(vm, namespace, module, "ContextVar", HostClass::ContextVar, types::OBJECT, false);
    vm.add_methods(var, VAR);
    let token = define(vm, namespace, module, "Token", HostClass::Token, types::OBJECT, false);
    vm.add_methods(token, TOKEN);
    vm.add_functions(namespace, module, &[Def::function("_contextvars.copy_context", "", copy_context)]);
    let class = vm.add_class("Token", "MISSING", types::OBJECT, Layout::Sealed, false);
    vm.add_methods(
        class,
        &[Def::method("Token.MISSING.__repr__", "self, /", |vm, _| vm.ok_str("<Token.MISSING>".to_owned()))],
    );
    let missing = vm.host_object(class, Missing);
    let hash = vm.intern("__hash__");
    [context, token].into_iter().for_each(|class| vm.set_class_attr(class, hash, Value::None));
    vm.add_setter(var, "name", |vm, _| Err(errors::read_only(vm)));
    process(vm).classes.token_missing = missing;
    let name = vm.intern("MISSING");
    vm.set_class_attr(token, name, missing);
}

/// The current thread's context, made when first asked for.
pub fn current(vm: &mut Vm) -> Value {
    let context = process(vm).threads.current().context;
    if !context.is_unbound() {
        return context;
    }
    let context = new_context(vm, Context { entered: true, ..Context::default() });
    process(vm).threads.current().context = context;
    context
}

/// A copy of the current context: what callbacks and tasks run in.
pub fn copy_current(vm: &mut Vm) -> Value {
    let current = current(vm);
    let values = vm.host::<Context>(current).map_or_else(Rc::default, |c| Rc::clone(&c.values));
    new_context(vm, Context { values, entered: false })
}

/// An empty context.
pub fn fresh(vm: &mut Vm) -> Value {
    new_context(vm, Context::default())
}

/// The current thread goes on in `context`; the one before comes back, for [`leave`]. RuntimeError when it is in use.
pub fn enter_context(vm: &mut Vm, context: Value) -> Result<Value, Raised> {
    if with(vm, context, |c: &mut Context| std::mem::replace(&mut c.entered, true))? {
        let message = format!(
            "cannot enter context: <_contextvars.Context object at {}> is already entered",
            address(context)
        );
        return Err(errors::runtime_error(vm, message));
    }
    Ok(match std::mem::replace(&mut process(vm).threads.current().context, context) {
        Value::Unbound => new_context(vm, Context { entered: true, ..Context::default() }),
        before => before,
    })
}

/// Undoes [`enter_context`].
pub fn leave(vm: &mut Vm, before: Value) {
    let context = std::mem::replace(&mut process(vm).threads.current().context, before);
    if let Some(context) = vm.host_mut::<Context>(context) {
        context.entered = false;
    }
}

fn new_context(vm: &mut Vm, context: Context) -> Value {
    let class = match process(vm).classes.of(HostClass::Context) {
        // Nobody has imported the module: the class is still to come, and the object is not seen before.
        class if class == types::OBJECT => {
            install_unseen(vm);
            process(vm).classes.of(HostClass::Context)
        }
        class => class,
    };
    vm.host_object(class, context)
}

/// Installs the module's classes where no namespace asks for them yet.
fn install_unseen(vm: &mut Vm) {
    let namespace = vm.dict(Dict::new());
    install(vm, namespace);
}

const CONTEXT: &[Def] = &[
    Def::static_method("Context.__new__", "...", context_new),
    Def::method("Context.run", "...", context_run),
    Def::method("Context.copy", "self, /", context_copy),
    Def::method("Context.get", "self, key, default?, /", context_get),
    Def::method("Context.__getitem__", "self, key, /", context_getitem),
    Def::method("Context.__eq__", "self, other, /", context_eq),
    Def::method("Context.__contains__", "self, key, /", context_contains),
    Def::method("Context.__len__", "self, /", context_len),
    Def::method("Context.__iter__", "self, /", context_iter),
    Def::method("Context.keys", "self, /", context_keys),
    Def::method("Context.values", "self, /", context_values),
    Def::method("Context.items", "self, /", context_items),
];

const VAR: &[Def] = &[
    Def::static_method("ContextVar.__new__", "cls, name?, extra?, /, *, default?", var_new),
    Def::method("ContextVar.get", "self, default?, /", var_get),
    Def::method("ContextVar.set", "self, value, /", var_set),
    Def::method("ContextVar.reset", "self, token, /", var_reset),
    Def::getter("ContextVar.name", var_name),
    Def::method("ContextVar.__repr__", "self, /", var_repr),
    Def::class_method("ContextVar.__class_getitem__", "cls, item, /", class_getitem),
];

const TOKEN: &[Def] = &[
    Def::static_method("Token.__new__", "...", token_new),
    Def::getter("Token.var", token_var),
    Def::getter("Token.old_value", token_old_value),
    Def::method("Token.__repr__", "self, /", token_repr),
    Def::class_method("Token.__class_getitem__", "cls, item, /", class_getitem),
];

fn class_getitem(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(vm.generic_alias(args[0], args[1]))
}

/// The repr of what is no variable or token. An error is made at once: one whose repr needs Python is told by its class.
fn shown(vm: &mut Vm, other: Value) -> String {
    vm.repr_native(other).unwrap_or_else(|| format!("<{} object>", vm.type_name(other)))
}

fn copy_context(vm: &mut Vm, _args: &Args) -> NativeResult {
    ret(copy_current(vm))
}

// ---- Context ----

fn context_new(vm: &mut Vm, args: &Args) -> NativeResult {
    if args.len() > 1 {
        return Err(errors::type_error(vm, "Context() does not accept any arguments"));
    }
    ret(new_context(vm, Context::default()))
}

fn context_run(vm: &mut Vm, args: &Args) -> NativeResult {
    if args.positional().len() < 2 {
        return Err(errors::type_error(vm, "run() missing 1 required positional argument"));
    }
    let mut call = args.clone();
    let context = call.values.remove(0);
    let callee = call.values.remove(0);
    let before = enter_context(vm, context)?;
    let keywords: Vec<Value> = call.keywords.iter().map(|&k| k.into()).collect();
    let (keywords, values) = (vm.tuple(keywords), vm.tuple(call.values.to_vec()));
    Ok(enter("Context.run", run_in_context, &[before, callee, values, keywords]))
}

fn run_in_context(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    if matches!(outcome, Outcome::Start) {
        let mut call = Args::of(vm.tuple_of(frame.values[2]).unwrap_or(&[]));
        call.keywords = vm.tuple_of(frame.values[3]).unwrap_or(&[]).iter().filter_map(|k| k.id()).collect();
        return Ok(Action::call(frame.values[1], call));
    }
    leave(vm, frame.values[0]);
    outcome.value(vm).map(Action::Return)
}

fn context_copy(vm: &mut Vm, args: &Args) -> NativeResult {
    let values = with(vm, args[0], |c: &mut Context| Rc::clone(&c.values))?;
    ret(new_context(vm, Context { values, entered: false }))
}

fn context_value(vm: &mut Vm, args: &Args) -> Result<Option<Value>, Raised> {
    let Some(var) = args[1].id().filter(|_| vm.host::<ContextVar>(args[1]).is_some()) else {
        let message = format!("a ContextVar key was expected, got {}", shown(vm, args[1]));
        return Err(errors::type_error(vm, message));
    };
    with(vm, args[0], |c: &mut Context| c.get(var))
}

fn context_get(vm: &mut Vm, args: &Args) -> NativeResult {
    let value = context_value(vm, args)?;
    ret(value.unwrap_or(args[2].or(Value::None)))
}

fn context_getitem(vm: &mut Vm, args: &Args) -> NativeResult {
    match context_value(vm, args)? {
        Some(value) => ret(value),
        None => Err(errors::key_error(vm, args[1])),
    }
}

fn context_contains(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(context_value(vm, args)?.is_some())
}

/// Equal are contexts that give equal values to the same variables.
fn context_eq(vm: &mut Vm, args: &Args) -> NativeResult {
    if vm.host::<Context>(args[1]).is_none() {
        return ret(Value::NotImplemented);
    }
    let mut dicts = [Dict::new(), Dict::new()];
    for (dict, &context) in dicts.iter_mut().zip(&args.values) {
        for (var, value) in pairs(vm, &Args::of(&[context]))? {
            vm.dict_set_native(dict, var, value);
        }
    }
    let [this, other] = dicts.map(|dict| vm.dict(dict).into());
    let eq = vm.intern("__eq__");
    match vm.load_attr(this, eq)? {
        Action::Return(method) => Ok(Action::call(method, Args::of(&[other]))),
        action => Ok(action),
    }
}

fn context_len(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |c: &mut Context| c.values.len())? as i64)
}

fn pairs(vm: &mut Vm, args: &Args) -> Result<Vec<(Value, Value)>, Raised> {
    with(vm, args[0], |c: &mut Context| c.values.iter().map(|&(k, v)| (k.into(), v)).collect())
}

fn context_keys(vm: &mut Vm, args: &Args) -> NativeResult {
    let keys = pairs(vm, args)?.into_iter().map(|(k, _)| k).collect();
    ret(vm.list(keys))
}

fn context_values(vm: &mut Vm, args: &Args) -> NativeResult {
    let values = pairs(vm, args)?.into_iter().map(|(_, v)| v).collect();
    ret(vm.list(values))
}

fn context_items(vm: &mut Vm, args: &Args) -> NativeResult {
    let items = pairs(vm, args)?.into_iter().map(|(k, v)| vm.tuple(vec![k, v])).collect();
    ret(vm.list(items))
}

fn context_iter(vm: &mut Vm, args: &Args) -> NativeResult {
    let keys = pairs(vm, args)?.into_iter().map(|(k, _)| k).collect();
    let keys = vm.list(keys);
    Ok(Action::call(builtin(vm, "iter"), Args::of(&[keys])))
}

// ---- ContextVar ----

fn var_new(vm: &mut Vm, args: &Args) -> NativeResult {
    if args[1].is_unbound() {
        return Err(errors::takes(vm, "ContextVar", "exactly", 1, "positional ", 0));
    }
    if vm.str_of(args[1]).is_none() {
        return Err(errors::type_error(vm, "context variable name must be a str"));
    }
    if !args[2].is_unbound() {
        return Err(errors::takes(vm, "ContextVar", "at most", 1, "positional ", 2));
    }
    let class = process(vm).classes.of(HostClass::ContextVar);
    ret(vm.host_object(class, ContextVar { name: args[1], default: args[3] }))
}

fn var_get(vm: &mut Vm, args: &Args) -> NativeResult {
    let default = with(vm, args[0], |v: &mut ContextVar| v.default)?;
    let context = current(vm);
    let found = match args[0].id() {
        Some(var) => with(vm, context, |c: &mut Context| c.get(var))?,
        None => None,
    };
    match found.or(args[1].bound()).or(default.bound()) {
        Some(value) => ret(value),
        None => Err(loopthread_vm::native::Raised(vm.exception(types::LOOKUP_ERROR, &[args[0]]))),
    }
}

fn var_set(vm: &mut Vm, args: &Args) -> NativeResult {
    let var = crate::glue::id_of(vm, args[0])?;
    with(vm, args[0], |_: &mut ContextVar| ())?;
    let context = current(vm);
    let old = with(vm, context, |c: &mut Context| {
        let old = c.get(var).unwrap_or(Value::Unbound);
        c.set(var, args[1]);
        old
    })?;
    let class = process(vm).classes.of(HostClass::Token);
    ret(vm.host_object(class, Token { var: args[0], context, old, used: false }))
}

fn var_reset(vm: &mut Vm, args: &Args) -> NativeResult {
    let var = crate::glue::id_of(vm, args[0])?;
    let Some(token) = vm.host::<Token>(args[1]).cloned() else {
        let message = format!("expected an instance of Token, got {}", shown(vm, args[1]));
        return Err(errors::type_error(vm, message));
    };
    let default = vm.host::<ContextVar>(token.var).map_or(Value::Unbound, |v| v.default);
    // An error is made at once: only a default whose repr is at hand is shown in it.
    let default = vm.repr_native(default).unwrap_or_else(|| "...".to_owned());
    let shown =
        token_text(vm, args[1], &token).replace("{!r}", &default).replace("{{", "{").replace("}}", "}");
    let context = current(vm);
    if token.used {
        return Err(errors::runtime_error(vm, format!("{shown} has already been used once")));
    }
    if !token.var.is(args[0]) {
        return Err(errors::value_error(vm, format!("{shown} was created by a different ContextVar")));
    }
    if !token.context.is(context) {
        return Err(errors::value_error(vm, format!("{shown} was created in a different Context")));
    }
    with(vm, args[1], |t: &mut Token| t.used = true)?;
    with(vm, context, |c: &mut Context| match token.old.bound() {
        Some(old) => c.set(var, old),
        None => c.remove(var),
    })?;
    none()
}

fn var_name(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |v: &mut ContextVar| v.name)?)
}

fn var_text(vm: &Vm, var: Value) -> String {
    let data = vm.host::<ContextVar>(var);
    let name = data.and_then(|v| vm.str_of(v.name)).unwrap_or("?").replace('{', "{{").replace('}', "}}");
    let default = if data.is_some_and(|v| !v.default.is_unbound()) { " default={!r}" } else { "" };
    format!("<ContextVar name='{name}'{default} at {}>", address(var))
}

/// A pattern with the repr of a variable's default in it, which may be Python's to tell.
fn with_default(vm: &mut Vm, pattern: String, var: Value) -> NativeResult {
    let default = vm.host::<ContextVar>(var).map_or(Value::Unbound, |v| v.default);
    let (pattern, format) = (vm.str(pattern), vm.intern("format"));
    match vm.load_attr(pattern, format)? {
        Action::Return(method) => Ok(Action::call(method, Args::of(default.bound().as_slice()))),
        action => Ok(action),
    }
}

fn var_repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let text = var_text(vm, args[0]);
    with_default(vm, text, args[0])
}

// ---- Token ----

fn token_new(vm: &mut Vm, _args: &Args) -> NativeResult {
    Err(errors::runtime_error(vm, "Tokens can only be created by ContextVars"))
}

fn token_var(vm: &mut Vm, args: &Args) -> NativeResult {
    ret(with(vm, args[0], |t: &mut Token| t.var)?)
}

fn token_old_value(vm: &mut Vm, args: &Args) -> NativeResult {
    let old = with(vm, args[0], |t: &mut Token| t.old)?;
    let missing = process(vm).classes.token_missing;
    ret(old.or(missing))
}

fn token_text(vm: &Vm, object: Value, token: &Token) -> String {
    let used = if token.used { " used" } else { "" };
    format!("<Token{used} var={} at {}>", var_text(vm, token.var), address(object))
}

fn token_repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let token = with(vm, args[0], |t: &mut Token| t.clone())?;
    let text = token_text(vm, args[0], &token);
    with_default(vm, text, token.var)
}
