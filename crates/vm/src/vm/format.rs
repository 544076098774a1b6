//! `format(value, spec)`: the format mini-language for numbers and strings, the class's `__format__` for everything else.

pub(crate) mod float;
pub(crate) mod number;
pub(crate) mod spec;

use crate::errors;
use crate::names;
use crate::native::{Action, Args, NativeResult, Raised};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;
use spec::Spec;

impl Vm {
    /// `format(value, spec)`.
    pub fn format(&mut self, value: Value, spec: &str) -> NativeResult {
        let class = self.class_of(value);
        let plain = match class {
            types::STR | types::INT | types::BOOL | types::FLOAT | types::COMPLEX => true,
            _ => self.class_attr(class, names::FORMAT).is_some_and(|m| self.is_native_function(m)),
        };
        if plain && let Some(result) = self.format_native(value, spec) {
            return Ok(Action::Return(result?));
        }
        let Some(method) = self.class_attr(class, names::FORMAT).filter(|_| !plain) else {
            return self.format_object(value, spec);
        };
        if self.is_native_function(method)
            && self.class_attr(types::OBJECT, names::FORMAT).is_some_and(|o| o.is(method))
        {
            return self.format_object(value, spec);
        }
        let spec = self.str(spec);
        Ok(Action::Enter(crate::frame::NativeFrame::Format(Box::new(
            crate::frame::native::format::UserFormat::new(method, value, spec),
        ))))
    }

    /// The formatted text of a number or string; `None` for other objects.
    pub(crate) fn format_native(&mut self, value: Value, spec: &str) -> Option<Result<Value, Raised>> {
        match value {
            Value::Int(i) if spec.is_empty() => return Some(Ok(self.digits(i))),
            value if spec.is_empty() && self.class_of(value) == types::STR => return Some(Ok(value)),
            _ => {}
        }
        if spec.is_empty() && self.overridden(value, names::STR).is_some() {
            return None;
        }
        let text = match self.str_of(value).map(str::to_owned) {
            Some(text) => self.format_str(&text, spec),
            None if spec.is_empty() && matches!(value, Value::Bool(_)) => {
                Ok(if matches!(value, Value::Bool(true)) { "True" } else { "False" }.to_owned())
            }
            None => {
                let number = self.number(value)?;
                number::format_number(self, value, &number, spec)
            }
        };
        Some(text.map(|text| {
            self.work += text.len() as u64 / 64;
            self.str(text)
        }))
    }

    fn format_str(&mut self, text: &str, spec: &str) -> Result<String, Raised> {
        if spec.is_empty() {
            return Ok(text.to_owned());
        }
        let spec = match Spec::parse(spec, '<', "str") {
            Ok(spec) => spec,
            Err(message) => return Err(errors::value_error(self, message)),
        };
        let refused = match () {
            () if !matches!(spec.kind, None | Some('s')) => Some(spec.unknown_code("str")),
            () if spec.sign == Some(' ') => Some("Space not allowed in string format specifier".to_owned()),
            () if spec.sign.is_some() => Some("Sign not allowed in string format specifier".to_owned()),
            () if spec.no_negative_zero => {
                Some("Negative zero coercion (z) not allowed in string format specifier".to_owned())
            }
            () if spec.alternate => {
                Some("Alternate form (#) not allowed in string format specifier".to_owned())
            }
            () if spec.align == '=' => {
                Some("'=' alignment not allowed in string format specifier".to_owned())
            }
            () => None,
        };
        if let Some(message) = refused {
            return Err(errors::value_error(self, message));
        }
        let text: String = match spec.precision {
            Some(limit) => text.chars().take(limit).collect(),
            None => text.to_owned(),
        };
        spec.pad(self, "", &text)
    }

    /// `object.__format__`.
    pub(crate) fn format_object(&mut self, value: Value, spec: &str) -> NativeResult {
        if spec.is_empty() {
            return self.str_value(value);
        }
        let message = format!("unsupported format string passed to {}.__format__", self.type_name(value));
        Err(errors::type_error(self, message))
    }
}

/// `object.__format__(self, format_spec, /)`.
pub(crate) fn object_format(vm: &mut Vm, args: &Args) -> NativeResult {
    match vm.str_of(args[1]).map(str::to_owned) {
        Some(spec) => vm.format_object(args[0], &spec),
        None => Err(errors::wrong_argument(vm, "__format__", "str", args[1])),
    }
}
