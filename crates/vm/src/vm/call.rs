//! Calling: what each kind of callable does with its arguments.
//!
//! [`Vm::call_value`] either pushes a frame (and answers `None`), or answers at once. It never loops through Python.

use super::Vm;
use super::run::Fiber;
use crate::code::CodeKind;
use crate::errors;
use crate::frame::native::construct::Construct;
use crate::frame::{Body, Frame, FrameId, NativeFrame, OnReturn, PythonFrame};
use crate::heap::Object;
use crate::heap::object::{Data, Generator, GeneratorState, Layout};
use crate::load::CodeId;
use crate::names;
use crate::native::{Action, Args, NativeBody, NativeResult, Raised};
use crate::sorted::sorted;
use crate::types;
use crate::value::{Id, Value};

/// Work charged for a call, in instructions.
pub(super) const CALL_WORK: u64 = 4;

impl Vm {
    /// Calls anything callable for the fiber's top frame.
    #[inline]
    pub(super) fn call_value(
        &mut self,
        fiber: &mut Fiber,
        mut callee: Value,
        mut args: Args,
        on_return: OnReturn,
    ) -> Option<NativeResult> {
        self.work += CALL_WORK;
        loop {
            let Value::Obj(id) = callee else { return Some(Err(errors::not_callable(self, callee))) };
            match self.heap.data(id) {
                Data::Function(_) => return self.call_function(fiber, id, args, on_return),
                Data::Native(_) => return Some(self.call_native(id, args)),
                Data::BoundMethod(pair) => {
                    callee = pair.0;
                    args.prepend(pair.1);
                }
                Data::Class(_) => match self.class_attr(self.heap.get(id).class, names::CALL) {
                    Some(call) if !self.is_native_function(call) => {
                        callee = call;
                        args.prepend(id.into());
                    }
                    _ => return self.instantiate(fiber, id, args, on_return),
                },
                Data::StaticMethod(function) => callee = *function,
                _ => {
                    let class = self.heap.get(id).class;
                    match self.class_attr(class, names::CALL) {
                        Some(call) => {
                            match self.bind_special(call, Value::Obj(id), class) {
                                (function, Some(this)) => {
                                    callee = function;
                                    args.prepend(this);
                                }
                                (function, None) => callee = function,
                            };
                        }
                        None => return Some(Err(errors::not_callable(self, callee))),
                    }
                }
            }
        }
    }

    #[inline]
    fn call_function(
        &mut self,
        fiber: &mut Fiber,
        function: Id,
        args: Args,
        on_return: OnReturn,
    ) -> Option<NativeResult> {
        if args.keywords.is_empty()
            && let Some(top) = fiber.top
            && let Some(entered) = self.enter_function(top, function, &args.values, on_return)
        {
            fiber.top = Some(entered);
            return None;
        }
        let frame = match self.bind_function(function, args) {
            Ok(frame) => frame,
            Err(raised) => return Some(Err(raised)),
        };
        let kind = self.code(frame.code).kind;
        if kind == CodeKind::Plain {
            return self.push_frame(fiber, on_return, Body::Python(frame)).err().map(Err);
        }
        Some(Ok(Action::Return(self.make_generator(function, kind, frame))))
    }

    /// Pushes a frame that runs a function's code in `namespace`; a coroutine's code gives the coroutine instead.
    pub(super) fn push_body(
        &mut self,
        fiber: &mut Fiber,
        on_return: OnReturn,
        function: Value,
        namespace: Value,
    ) -> Result<Option<Value>, Raised> {
        let Value::Obj(id) = function else { return Err(errors::not_callable(self, function)) };
        let mut frame = self.bind_function(id, Args::new())?;
        frame.namespace = namespace;
        let kind = self.code(frame.code).kind;
        if kind != CodeKind::Plain {
            return Ok(Some(self.make_generator(id, kind, frame)));
        }
        self.push_frame(fiber, on_return, Body::Python(frame)).map(|_| None)
    }

    #[inline]
    fn make_generator(&mut self, function: Id, kind: CodeKind, frame: PythonFrame) -> Value {
        let code = frame.code;
        let frame = self.frames.add(Frame {
            back: None,
            on_return: OnReturn::Push,
            depth: 0,
            body: Body::Python(frame),
        });
        self.make_generator_of(function, kind, code, frame, false)
    }

    /// The object whose body a frame is. `safe` says that it is a coroutine which is awaited at once: its end needs no look before.
    #[inline]
    pub(super) fn make_generator_of(
        &mut self,
        function: Id,
        kind: CodeKind,
        code: CodeId,
        frame: FrameId,
        safe: bool,
    ) -> Value {
        let (name, qualname) = match self.heap.data(function) {
            Data::Function(f) => (f.name, f.qualname),
            _ => (Value::None, Value::None),
        };
        let generator = Generator {
            kind,
            state: GeneratorState::Created,
            code,
            name,
            qualname,
            frame: Some(frame),
            top: None,
            delegated: false,
            hooked: false,
            owned: false,
            counted: false,
            lone: safe && !self.watching,
            made: if kind == CodeKind::Coroutine && !safe { self.program_entry() } else { None },
            birth: self.next_birth(),
            origin: if self.origin_depth > 0 { self.origin(kind) } else { None },
        };
        let class = match kind {
            CodeKind::Coroutine => types::COROUTINE,
            CodeKind::AsyncGenerator => types::ASYNC_GENERATOR,
            CodeKind::Generator | CodeKind::Plain => types::GENERATOR,
        };
        let boxed = match self.spare.take() {
            Some(mut spare) => {
                *spare = generator;
                spare
            }
            None => Box::new(generator),
        };
        let id = self.heap.add(Object::new(class, Data::Generator(boxed)));
        if let Some(python) = self.frames.python_mut(frame) {
            python.generator = Some(id);
        }
        if kind == CodeKind::Coroutine || self.code(code).handles() {
            match safe {
                true => self.watched = true,
                false => {
                    self.count_generator(id);
                    self.born(id);
                }
            }
        }
        id.into()
    }

    #[inline]
    pub(super) fn call_native(&mut self, id: Id, mut args: Args) -> NativeResult {
        let Data::Native(native) = self.heap.data(id) else {
            return Err(errors::not_callable(self, id.into()));
        };
        let (body, qualname, owner, is_method) =
            (native.body, native.qualname, native.owner, native.is_method);
        let signature = match &native.signature {
            Some(signature) if !signature.fits(&args) => Some(signature.clone()),
            _ => None,
        };
        if is_method && !matches!(owner, Value::Obj(class) if class == self.class_of(args[0])) {
            self.check_receiver(qualname, owner, args.get(0))?;
        }
        if let Some(signature) = signature {
            signature.bind(self, qualname, &mut args)?;
        }
        match body {
            NativeBody::Machine(function) if self.watching => {
                let lost = self.about_to_lose(qualname, &args.values);
                let result = function(self, &args);
                self.drop_values(&lost);
                result
            }
            NativeBody::Machine(function) => function(self, &args),
            NativeBody::Host(op) => Ok(Action::host(op, args)),
        }
    }

    /// A method of a builtin class takes only its instances: so natives may rely on their data.
    fn check_receiver(&mut self, qualname: &str, owner: Value, this: Value) -> Result<(), Raised> {
        let Value::Obj(class) = owner else { return Ok(()) };
        if self.is_instance(this, class) {
            return Ok(());
        }
        let (class_name, name) = qualname.rsplit_once('.').unwrap_or(("object", qualname));
        let message = if this.is_unbound() {
            format!("unbound method {qualname}() needs an argument")
        } else {
            let given = self.type_name(this);
            format!("descriptor '{name}' for '{class_name}' objects doesn't apply to a '{given}' object")
        };
        Err(errors::type_error(self, message))
    }

    /// `cls(*args)`, as `type.__call__` does it.
    #[inline]
    pub(super) fn instantiate(
        &mut self,
        fiber: &mut Fiber,
        class: Id,
        mut args: Args,
        on_return: OnReturn,
    ) -> Option<NativeResult> {
        if class == types::TYPE && args.len() == 1 && args.keywords.is_empty() {
            return Some(Ok(Action::Return(self.class_of(args[0]).into())));
        }
        if class == types::TYPE && args.positional().len() != 3 {
            return Some(Err(errors::type_error(self, "type() takes 1 or 3 arguments")));
        }
        let new = self.class_attr(class, names::NEW).unwrap_or_default();
        let init = self.class_attr(class, names::INIT).unwrap_or_default();
        let plain_new = new.is(self.object_new);
        if plain_new && !init.is(self.object_init) && matches!(on_return, OnReturn::Push | OnReturn::Called) {
            // The everyday case: a Python class with an `__init__`.
            let instance = match self.new_plain_instance(class) {
                Ok(instance) => instance,
                Err(raised) => return Some(Err(raised)),
            };
            args.prepend(instance.into());
            let result = self.call_value(fiber, init, args, OnReturn::Init(instance));
            return result.map(|result| self.after_init(instance, result));
        }
        if plain_new && init.is(self.object_init) && args.is_empty() {
            return Some(self.new_plain_instance(class).map(|id| Action::Return(id.into())));
        }
        if plain_new && self.layout(class) != Layout::Plain {
            return Some(Err(errors::cannot_create(self, class)));
        }
        match new {
            Value::Obj(new) if self.is_native_function(new.into()) => {
                Some(self.make_natively(class, new, args))
            }
            _ => Some(Ok(enter(Construct::new(class, args)))),
        }
    }

    /// A native `__new__`, and `__init__` if that is native too, without a frame unless one of them needs it.
    #[inline]
    fn make_natively(&mut self, class: Id, new: Id, mut args: Args) -> NativeResult {
        if self.class_attr(class, names::INIT).is_none_or(|init| init.is(self.object_init)) {
            // What a native `__new__` makes is of this class, or nothing to initialise.
            args.prepend(class.into());
            return Ok(match self.call_native(new, args)? {
                Action::Return(made) => Action::Return(made),
                action => enter(Construct::making(class, Args::new(), action)),
            });
        }
        let mut first = args.clone();
        first.prepend(class.into());
        let made = match self.call_native(new, first)? {
            Action::Return(made) => made,
            action => return Ok(enter(Construct::making(class, args, action))),
        };
        let (true, Value::Obj(instance)) = (self.is_instance(made, class), made) else {
            return Ok(Action::Return(made));
        };
        let init = self.class_attr(self.class_of(made), names::INIT).unwrap_or(self.object_init);
        let done = args.keywords.is_empty() && self.is_made_by_new(class, new.into(), init);
        if done || init.is(self.object_init) {
            return Ok(Action::Return(made));
        }
        args.prepend(made);
        match init {
            Value::Obj(init) if self.is_native_function(init.into()) => {
                let result = self.call_native(init, args);
                self.after_init(instance, result)
            }
            init => Ok(enter(Construct::after(instance, Action::call(init, args)))),
        }
    }

    /// Whether `BaseException.__new__` has done all that its `__init__` does, but for refusing keywords and for what
    /// UnicodeErrors want to be given.
    #[inline]
    pub(super) fn is_made_by_new(&self, class: Id, new: Value, init: Value) -> bool {
        new.is(self.exception_new)
            && init.is(self.exception_init)
            && !self.is_subclass(class, types::UNICODE_ERROR)
    }

    /// An `__init__` that answered at once, being native or the function of a coroutine; anything it still needs goes through a frame.
    fn after_init(&mut self, instance: Id, result: NativeResult) -> NativeResult {
        match result? {
            Action::Return(Value::None) => Ok(Action::Return(instance.into())),
            Action::Return(other) => Err(errors::init_result(self, other)),
            action => Ok(enter(Construct::after(instance, action))),
        }
    }

    /// An instance with attributes only; TypeError for abstract classes.
    pub fn new_plain_instance(&mut self, class: Id) -> Result<Id, Raised> {
        if self.layout(class) != Layout::Plain {
            return Err(errors::cannot_create(self, class));
        }
        if let Some(abstracts) = self.class_attr(class, names::ABSTRACTMETHODS)
            && self.class(class).is_some_and(|c| c.heap_type)
        {
            let missing: Vec<String> = match self.data(abstracts) {
                Some(Data::Set(set)) => {
                    set.iter().filter_map(|v| self.str_of(v)).map(|s| format!("'{s}'")).collect()
                }
                _ => Vec::new(),
            };
            if !missing.is_empty() {
                let missing = sorted(missing);
                let plural = if missing.len() == 1 { "" } else { "s" };
                let message = format!(
                    "Can't instantiate abstract class {} without an implementation for abstract method{plural} {}",
                    self.class_name(class),
                    missing.join(", ")
                );
                return Err(errors::type_error(self, message));
            }
        }
        let id = self.heap.add(Object::new(class, Data::Plain));
        if self.watched && self.class(class).is_some_and(|c| c.finalizer) {
            let birth = self.next_birth();
            self.deaths.births.insert(id, birth);
            self.born(id);
        }
        Ok(id)
    }
}

fn enter(construct: Construct) -> Action {
    Action::Enter(NativeFrame::Construct(Box::new(construct)))
}
