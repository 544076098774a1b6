//! Making values and looking into them: the everyday vocabulary of native code.
//!
//! Nothing here runs Python: predicates ask about the native data, not about overridden methods.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Vm;
use crate::heap::object::{Data, Exception};
use crate::heap::{Dict, Object, Set, Str};
use crate::native::Action;
use crate::native::{NativeResult, Raised};
use crate::types;
use crate::value::{Id, Value};

impl Vm {
    /// A new string.
    pub fn str(&mut self, text: impl Into<Box<str>>) -> Value {
        self.new_str_object(text).into()
    }

    /// The decimal digits of a small integer.
    #[inline]
    pub(crate) fn digits(&mut self, i: i64) -> Value {
        let text = Str::ascii(itoa::Buffer::new().format(i));
        self.heap.add(Object::new(types::STR, Data::Str(text))).into()
    }

    pub(super) fn new_str_object(&mut self, text: impl Into<Box<str>>) -> Id {
        self.heap.add(Object::new(types::STR, Data::Str(Str::new(text))))
    }

    /// A new string as a native function's result.
    pub fn ok_str(&mut self, text: impl Into<Box<str>>) -> NativeResult {
        Ok(Action::Return(self.str(text)))
    }

    /// An integer of any size.
    pub fn int(&mut self, n: BigInt) -> Value {
        match n.to_i64() {
            Some(small) => Value::Int(small),
            None => self.heap.add(Object::new(types::INT, Data::BigInt(Box::new(n)))).into(),
        }
    }

    pub fn bytes(&mut self, bytes: impl Into<Box<[u8]>>) -> Value {
        self.heap.add(Object::new(types::BYTES, Data::Bytes(bytes.into()))).into()
    }

    pub fn list(&mut self, items: Vec<Value>) -> Value {
        self.heap.add(Object::new(types::LIST, Data::List(items))).into()
    }

    pub fn tuple(&mut self, items: impl Into<Box<[Value]>>) -> Value {
        self.heap.add(Object::new(types::TUPLE, Data::Tuple(items.into()))).into()
    }

    /// A new dict object.
    pub fn dict(&mut self, dict: Dict) -> Id {
        self.heap.add(Object::new(types::DICT, Data::Dict(Box::new(dict))))
    }

    pub fn set(&mut self, set: Set) -> Value {
        self.heap.add(Object::new(types::SET, Data::Set(Box::new(set)))).into()
    }

    /// A new exception of a class with exception layout, not yet raised.
    pub fn exception(&mut self, class: Id, args: &[Value]) -> Value {
        let args = self.tuple(args);
        let exception = Exception {
            args,
            cause: Value::None,
            context: Value::None,
            suppress_context: false,
            traceback: Vec::new(),
            extra: [Value::Unbound; 2],
            scene: Value::Unbound,
            kept: Vec::new(),
        };
        self.heap.add(Object::new(class, Data::Exception(Box::new(exception)))).into()
    }

    /// Sets the class-specific fields of an exception.
    pub fn set_exception_extra(&mut self, exception: Value, extra: [Value; 2]) {
        if let Some(e) = self.exception_mut(exception) {
            e.extra = extra;
        }
    }

    /// `StopIteration(value)`, without arguments for None.
    pub fn stop_iteration(&mut self, value: Value) -> Raised {
        let exception = match value {
            Value::None | Value::Unbound => self.exception(types::STOP_ITERATION, &[]),
            value => self.exception(types::STOP_ITERATION, &[value]),
        };
        self.set_exception_extra(exception, [value.or(Value::None), Value::Unbound]);
        Raised(exception)
    }

    #[inline]
    pub fn object(&self, value: Value) -> Option<&Object> {
        value.id().map(|id| self.heap.get(id))
    }

    /// The native data of a heap object.
    #[inline]
    pub fn data(&self, value: Value) -> Option<&Data> {
        self.object(value).map(|o| &o.data)
    }

    /// The characters of a string (or an instance of a subclass).
    #[inline]
    pub fn str_of(&self, value: Value) -> Option<&str> {
        match self.data(value)? {
            Data::Str(s) => Some(s.as_str()),
            _ => None,
        }
    }

    pub fn string(&self, value: Value) -> Option<&Str> {
        match self.data(value)? {
            Data::Str(s) => Some(s),
            _ => None,
        }
    }

    pub fn bytes_of(&self, value: Value) -> Option<&[u8]> {
        match self.data(value)? {
            Data::Bytes(b) => Some(b),
            Data::ByteArray(b) => Some(b),
            _ => None,
        }
    }

    pub fn list_of(&self, value: Value) -> Option<&Vec<Value>> {
        match self.data(value)? {
            Data::List(items) => Some(items),
            _ => None,
        }
    }

    pub fn list_mut(&mut self, value: Value) -> Option<&mut Vec<Value>> {
        match self.heap.data_mut(value.id()?) {
            Data::List(items) => Some(items),
            _ => None,
        }
    }

    pub fn tuple_of(&self, value: Value) -> Option<&[Value]> {
        match self.data(value)? {
            Data::Tuple(items) => Some(items),
            _ => None,
        }
    }

    pub fn dict_of(&self, value: Value) -> Option<&Dict> {
        match self.data(value)? {
            Data::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    pub fn dict_mut(&mut self, value: Value) -> Option<&mut Dict> {
        match self.heap.data_mut(value.id()?) {
            Data::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    pub fn set_of(&self, value: Value) -> Option<&Set> {
        match self.data(value)? {
            Data::Set(set) => Some(set),
            _ => None,
        }
    }

    pub fn set_mut(&mut self, value: Value) -> Option<&mut Set> {
        match self.heap.data_mut(value.id()?) {
            Data::Set(set) => Some(set),
            _ => None,
        }
    }

    /// Frees the places of deleted keys when they are many.
    pub(crate) fn sweep_set(&mut self, value: Value) {
        if let Some(set) = self.set_mut(value) {
            set.sweep();
        }
    }

    pub fn exception_of(&self, value: Value) -> Option<&Exception> {
        match self.data(value)? {
            Data::Exception(e) => Some(e),
            _ => None,
        }
    }

    pub fn exception_mut(&mut self, value: Value) -> Option<&mut Exception> {
        match self.heap.data_mut(value.id()?) {
            Data::Exception(e) => Some(e),
            _ => None,
        }
    }

    /// A list's or tuple's items.
    pub fn sequence_of(&self, value: Value) -> Option<&[Value]> {
        match self.data(value)? {
            Data::List(items) => Some(items),
            Data::Tuple(items) => Some(items),
            _ => None,
        }
    }

    /// The value of an `int`, `bool` or instance of an `int` subclass that fits 64 bits.
    pub fn small_int(&self, value: Value) -> Option<i64> {
        match value {
            Value::Int(i) => Some(i),
            Value::Bool(b) => Some(i64::from(b)),
            Value::Obj(_) => match self.data(value)? {
                Data::Int(i) => Some(*i),
                _ => None,
            },
            _ => None,
        }
    }

    /// The value of an `int` of any size (subclasses and `bool` included).
    pub fn big_int(&self, value: Value) -> Option<BigInt> {
        match self.data(value) {
            Some(Data::BigInt(n)) => Some((**n).clone()),
            _ => self.small_int(value).map(BigInt::from),
        }
    }

    /// The value of a `float` (or subclass).
    pub fn float_of(&self, value: Value) -> Option<f64> {
        match value {
            Value::Float(f) => Some(f),
            Value::Obj(_) => match self.data(value)? {
                Data::Float(f) => Some(*f),
                _ => None,
            },
            _ => None,
        }
    }

    /// `type(value)`.
    #[inline]
    pub fn class_of(&self, value: Value) -> Id {
        match value {
            Value::Unbound | Value::None => types::NONE,
            Value::NotImplemented => types::NOT_IMPLEMENTED,
            Value::Ellipsis => types::ELLIPSIS,
            Value::Bool(_) => types::BOOL,
            Value::Int(_) => types::INT,
            Value::Float(_) => types::FLOAT,
            Value::Obj(id) => self.heap.get(id).class,
        }
    }

    /// `type(value).__name__`, as error messages say it.
    pub fn type_name(&self, value: Value) -> &str {
        self.class_name(self.class_of(value))
    }

    /// The last part of that name.
    pub fn type_short_name(&self, value: Value) -> &str {
        let name = self.type_name(value);
        name.rsplit_once('.').map_or(name, |(_, last)| last)
    }

    /// Gives a builtin class the name by which messages call it; its `__name__` is the last part.
    pub fn set_full_name(&mut self, class: Id, name: &str) {
        let name = self.str(name);
        if let Data::Class(class) = self.heap.data_mut(class) {
            class.name = name;
        }
    }

    pub fn class_name(&self, class: Id) -> &str {
        match self.heap.data(class) {
            Data::Class(c) => self.str_of(c.name).unwrap_or("?"),
            _ => "?",
        }
    }

    /// The class that `value` itself is, if it is one.
    pub fn class_of_instance(&self, value: Value) -> Option<Id> {
        match self.data(value)? {
            Data::Class(_) => value.id(),
            _ => None,
        }
    }

    pub fn module_name(&self, value: Value) -> Option<&str> {
        match self.data(value)? {
            Data::Module(name) => self.str_of(*name),
            _ => None,
        }
    }

    /// Whether `class` is `base` or derives from it, by the method resolution order.
    #[inline]
    pub fn is_subclass(&self, class: Id, base: Id) -> bool {
        class == base
            || match self.heap.data(class) {
                Data::Class(c) => c.mro.contains(&base),
                _ => false,
            }
    }

    /// `isinstance` without `__instancecheck__`.
    pub fn is_instance(&self, value: Value, class: Id) -> bool {
        self.is_subclass(self.class_of(value), class)
    }
}
