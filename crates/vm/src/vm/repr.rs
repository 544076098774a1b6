//! temp
use super::Vm;
use crate::value::Value;
impl Vm {
    pub fn repr_native(&self, value: Value) -> Option<String> {
        match value {
            Value::Int(i) => Some(i.to_string()),
            _ => self.str_of(value).map(crate::builtins::text::repr_str),
        }
    }
}
