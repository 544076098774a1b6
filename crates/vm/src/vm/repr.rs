//! `repr` and `str`: texts of values whose text needs no Python, and the frame for the rest.

use super::Vm;
use crate::builtins::text::{repr_bytes, repr_str};
use crate::code::CodeKind;
use crate::frame::NativeFrame;
use crate::frame::native::checked::Check;
use crate::frame::native::repr::Repr;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, NativeBody, NativeResult, Raised};
use crate::types;
use crate::value::{Id, Value};

impl Vm {
    /// `repr(value)`.
    pub fn repr(&mut self, value: Value) -> NativeResult {
        if let Some(method) = self.own_text_method(value, names::REPR) {
            return Ok(self.call_checked(method, value, &[], Check::Text("__repr__")));
        }
        self.native_repr(value)
    }

    /// `repr(value)` by the native data, whatever the class overrides.
    pub fn native_repr(&mut self, value: Value) -> NativeResult {
        match self.leaf_repr(value)? {
            Some(text) => self.ok_str(text),
            None => Ok(Action::Enter(NativeFrame::Repr(Box::new(Repr::new(value))))),
        }
    }

    /// `str(value)`.
    pub fn str_value(&mut self, value: Value) -> NativeResult {
        if let Value::Int(i) = value {
            return Ok(Action::Return(self.digits(i)));
        }
        if let Some(object) = self.object(value) {
            if object.class == types::STR {
                return Ok(Action::Return(value));
            }
            if let Some(method) = self.own_text_method(value, names::STR) {
                return Ok(self.call_checked(method, value, &[], Check::Text("__str__")));
            }
        }
        self.native_str(value)
    }

    /// `str(value)` without a `__str__` of its own: the text of strings and exceptions, else the repr.
    pub fn native_str(&mut self, value: Value) -> NativeResult {
        match self.data(value) {
            Some(Data::Str(s)) => {
                let text = s.as_str().to_owned();
                self.ok_str(text)
            }
            Some(Data::Exception(_)) if self.is_instance(value, types::SYNTAX_ERROR) => {
                let text = self.syntax_error_text(value);
                self.ok_str(text)
            }
            Some(Data::Exception(_)) if let Some(text) = self.unicode_error_text(value) => self.ok_str(text),
            Some(Data::Exception(exception)) => {
                let args = exception.args;
                if let Some(text) = crate::builtins::unicode_error_text(self, value) {
                    return self.ok_str(text);
                }
                match self.tuple_of(args) {
                    Some([]) | None => self.ok_str(""),
                    Some(&[arg]) if self.is_instance(value, types::KEY_ERROR) => self.repr(arg),
                    Some(&[message, group]) if self.is_instance(value, types::BASE_EXCEPTION_GROUP) => {
                        let count = self.sequence_of(group).map_or(0, <[Value]>::len);
                        let s = if count == 1 { "" } else { "s" };
                        let text =
                            format!("{} ({count} sub-exception{s})", self.str_of(message).unwrap_or(""));
                        self.ok_str(text)
                    }
                    Some(&[number, text]) if self.is_instance(value, types::OS_ERROR) => {
                        match (self.small_int(number), self.str_of(text)) {
                            (Some(number), Some(text)) => {
                                let mut text = format!("[Errno {number}] {text}");
                                for (field, before) in [("filename", ": "), ("filename2", " -> ")] {
                                    let field = self.intern(field);
                                    let dict = self.object(value).and_then(|o| o.dict);
                                    let name = dict.and_then(|dict| self.dict_get_str(dict, field));
                                    if let Some(name) = name.filter(|name| !name.is_none())
                                        && let Some(name) = self.repr_native(name)
                                    {
                                        text.push_str(before);
                                        text.push_str(&name);
                                    }
                                }
                                self.ok_str(text)
                            }
                            _ => self.repr(args),
                        }
                    }
                    Some(&[arg]) => self.str_value(arg),
                    Some(_) => self.repr(args),
                }
            }
            Some(&Data::MappingProxy(dict)) => self.repr(dict.into()),
            _ => self.repr(value),
        }
    }

    /// `str()` of an error about text in an encoding: what could not be converted, and where.
    fn unicode_error_text(&self, exc: Value) -> Option<String> {
        let decoding = self.is_instance(exc, types::UNICODE_DECODE_ERROR);
        if !decoding && !self.is_instance(exc, types::UNICODE_ENCODE_ERROR) {
            return None;
        }
        let &[encoding, object, start, end, reason] = self.tuple_of(self.exception_of(exc)?.args)? else {
            return None;
        };
        let (encoding, reason) = (self.str_of(encoding)?, self.str_of(reason)?);
        let (start, end) = (self.small_int(start)?, self.small_int(end)?);
        let at = usize::try_from(start).ok()?;
        let (verb, many) = if decoding { ("decode", "bytes") } else { ("encode", "characters") };
        let one = match (self.bytes_of(object), self.str_of(object)) {
            _ if end != start + 1 => None,
            (Some(bytes), _) => bytes.get(at).map(|byte| format!("byte 0x{byte:02x}")),
            (None, Some(text)) => text.chars().nth(at).map(|c| match c as u32 {
                c @ ..=0xff => format!("character '\\x{c:02x}'"),
                c @ ..=0xffff => format!("character '\\u{c:04x}'"),
                c => format!("character '\\U{c:08x}'"),
            }),
            (None, None) => None,
        };
        Some(match one {
            Some(one) => format!("'{encoding}' codec can't {verb} {one} in position {start}: {reason}"),
            None => {
                let last = end - 1;
                format!("'{encoding}' codec can't {verb} {many} in position {start}-{last}: {reason}")
            }
        })
    }

    /// A text method that Python code, or the machine's owner, defined.
    fn own_text_method(&self, value: Value, name: Id) -> Option<Value> {
        if let Some(method) = self.overridden(value, name) {
            return Some(method).filter(|m| !m.is_none());
        }
        // A native method under another name than its own was put there by Python code: `__str__ = int.__repr__`.
        if let Some(method) = self.special(value, name)
            && let Some(Data::Native(native)) = self.data(method)
            && self.str_of(native.name) != Some(self.text(name))
        {
            return Some(method);
        }
        if !matches!(self.data(value), Some(Data::Host(_))) {
            return self.record_repr(value).filter(|_| name == names::REPR);
        }
        // What every object inherits is no text of its own.
        let inherited = self.class_attr(types::OBJECT, name);
        self.special(value, name).filter(|m| !inherited.is_some_and(|i| i.is(*m)))
    }

    /// The `__repr__` of a tuple with names for its items, which its owner has made in Rust.
    pub(crate) fn record_repr(&self, value: Value) -> Option<Value> {
        if !matches!(self.data(value), Some(Data::Tuple(_))) || self.class_of(value) == types::TUPLE {
            return None;
        }
        let inherited = self.class_attr(types::TUPLE, names::REPR);
        self.special(value, names::REPR).filter(|m| !inherited.is_some_and(|i| i.is(*m)))
    }

    /// The repr if it is known at once, without the work of a frame or an error.
    pub fn repr_native(&mut self, value: Value) -> Option<String> {
        match self.own_text_method(value, names::REPR) {
            Some(_) => None,
            None => self.leaf_repr(value).ok().flatten(),
        }
    }

    /// The repr of what has no parts.
    pub(crate) fn leaf_repr(&mut self, value: Value) -> Result<Option<String>, Raised> {
        let fixed = match value {
            Value::Unbound => "<unbound>",
            Value::None => "None",
            Value::NotImplemented => "NotImplemented",
            Value::Ellipsis => "Ellipsis",
            _ => "",
        };
        if !fixed.is_empty() {
            return Ok(Some(fixed.to_owned()));
        }
        if let Some(text) = self.number_repr(value) {
            return text.map(Some);
        }
        let Some(id) = value.id() else { return Ok(None) };
        let at = address(id);
        Ok(Some(match self.heap.data(id) {
            Data::Str(s) => repr_str(s.as_str()),
            Data::Bytes(b) => repr_bytes(b),
            Data::ByteArray(b) => format!("{}({})", self.type_name(value), repr_bytes(b)),
            Data::Range(r) if r.step == 1 => format!("range({}, {})", r.start, r.stop),
            Data::Range(r) => format!("range({}, {}, {})", r.start, r.stop, r.step),
            Data::Function(f) => {
                format!("<function {} at {at}>", self.str_of(f.qualname).unwrap_or("?"))
            }
            Data::Native(f) => {
                let name = self.str_of(f.name).unwrap_or("?");
                match self.class_of_instance(f.owner) {
                    Some(class) if f.is_method && name.starts_with("__") => {
                        format!("<slot wrapper '{name}' of '{}' objects>", self.class_name(class))
                    }
                    Some(class) if f.is_method => {
                        format!("<method '{name}' of '{}' objects>", self.class_name(class))
                    }
                    _ => match f.body {
                        NativeBody::Machine(_) | NativeBody::Host(_) => format!("<built-in function {name}>"),
                    },
                }
            }
            Data::Class(class) => {
                let qualname = self.str_of(class.qualname).unwrap_or("?");
                match self.dict_get_str(class.namespace, names::MODULE).and_then(|m| self.str_of(m)) {
                    Some(module) if module != "builtins" => format!("<class '{module}.{qualname}'>"),
                    _ => format!("<class '{qualname}'>"),
                }
            }
            Data::Module(name) => {
                let name = self.str_of(*name).unwrap_or("?");
                let namespace = self.object(value).and_then(|module| module.dict);
                let file = namespace.and_then(|namespace| self.dict_get_str(namespace, names::FILE));
                match file.and_then(|file| self.str_of(file)).filter(|_| name == "__main__") {
                    Some(file) => format!("<module '{name}' from '{file}'>"),
                    None => format!("<module '{name}' (built-in)>"),
                }
            }
            Data::Generator(g) => {
                let kind = match g.kind {
                    CodeKind::Coroutine => "coroutine",
                    CodeKind::AsyncGenerator => "async_generator",
                    _ => "generator",
                };
                format!("<{kind} object {} at {at}>", self.str_of(g.qualname).unwrap_or("?"))
            }
            Data::Code(code) => {
                let code = self.code(*code);
                format!(
                    "<code object {} at {at}, file \"{}\", line {}>",
                    self.text(code.name),
                    self.text(code.file_name),
                    code.first_line
                )
            }
            Data::Cell(Value::Unbound) => format!("<cell at {at}: empty>"),
            Data::Cell(content) => {
                let inner = content.id().map_or_else(|| at.clone(), address);
                format!("<cell at {at}: {} object at {inner}>", self.type_name(*content))
            }
            Data::Super(parts) => {
                let class = parts[0].id().map_or("?", |class| self.class_name(class)).to_owned();
                match parts[1] {
                    Value::None => format!("<super: <class '{class}'>, NULL>"),
                    this => {
                        let own = self.super_start(parts[0], this).unwrap_or(types::OBJECT);
                        format!("<super: <class '{class}'>, <{} object>>", self.class_name(own))
                    }
                }
            }
            Data::Member(name) => {
                format!("<member '{}' of objects>", self.str_of(*name).unwrap_or("?"))
            }
            Data::GetSet(g) => {
                format!("<attribute '{}' of objects>", self.str_of(g.name).unwrap_or("?"))
            }
            Data::List(_)
            | Data::Tuple(_)
            | Data::Dict(_)
            | Data::Set(_)
            | Data::Slice(_)
            | Data::DictView(_)
            | Data::MappingProxy(_)
            | Data::Exception(_)
            | Data::GenericAlias(_)
            | Data::Union(_)
            | Data::BoundMethod(_) => return Ok(None),
            _ if self.class_of(value) == types::SIMPLE_NAMESPACE => return Ok(None),
            _ if self.class_of(value) == types::FRAME => self.frame_repr(value, &at),
            _ => match self.type_parameter_name(value) {
                Some(name) => name.to_owned(),
                None => self.default_repr(value),
            },
        }))
    }

    /// `<module.Class object at 0x…>`: what `object.__repr__` says.
    pub fn default_repr(&self, value: Value) -> String {
        let at = value.id().map_or_else(|| "0x0".to_owned(), address);
        format!("<{} object at {at}>", self.full_class_name(self.class_of(value)))
    }

    /// `module.qualname`, the module left out for builtins.
    pub fn full_class_name(&self, class: Id) -> String {
        let Some(c) = self.class(class) else { return "?".to_owned() };
        let qualname = self.str_of(c.qualname).unwrap_or("?");
        match self.dict_get_str(c.namespace, names::MODULE).and_then(|m| self.str_of(m)) {
            Some(module) if module != "builtins" => format!("{module}.{qualname}"),
            _ => qualname.to_owned(),
        }
    }
}

/// What stands for an object's address: the same width for all, different for each.
pub fn address(id: Id) -> String {
    format!("0x{:012x}", 0x7f00_0000_0000_u64 + id.index() as u64 * 48)
}
