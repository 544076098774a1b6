//! Instructions of `match` and `except*`, and the rare ones of PEP 695.

use super::Next;
use super::stack::{Slots, pop};
use crate::code::{Instr, Op};
use crate::errors;
use crate::frame::native::matching::{MatchClass, MatchKeys};
use crate::frame::{NativeFrame, OnReturn};
use crate::heap::object::{Data, Layout};
use crate::native::Action;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    #[inline(never)]
    pub(super) fn step_match(&mut self, instr: Instr, slots: &mut Slots) -> Next {
        let subject = slots.last().copied().unwrap_or_default();
        match instr.op() {
            Op::GetLen => Next::Act(OnReturn::Push, self.len(subject)),
            Op::MatchMapping => {
                slots.push(Value::Bool(self.is_mapping(subject)));
                Next::Go
            }
            Op::MatchSequence => {
                slots.push(Value::Bool(self.is_match_sequence(subject)));
                Next::Go
            }
            Op::MatchKeys => {
                let keys = subject;
                let mapping = slots.get(slots.len().wrapping_sub(2)).copied().unwrap_or_default();
                let keys = self.tuple_of(keys).unwrap_or(&[]).to_vec();
                let frame = MatchKeys::new(mapping, keys);
                Next::Act(OnReturn::Push, Ok(Action::Enter(NativeFrame::MatchKeys(Box::new(frame)))))
            }
            Op::MatchClass => {
                let keywords = pop(slots);
                let class = pop(slots);
                let subject = pop(slots);
                let keywords = self.tuple_of(keywords).unwrap_or(&[]).to_vec();
                let positional = instr.arg() as usize;
                Next::Act(OnReturn::Push, MatchClass::begin(self, subject, class, positional, keywords))
            }
            op => {
                // Its name would bring all of them with it.
                let number = op as u8;
                errors::runtime_error(self, format!("instruction {number} is not known to the machine"))
                    .into()
            }
        }
    }

    /// What mapping patterns match: dicts, and classes registered as mappings by deriving from one.
    fn is_mapping(&self, value: Value) -> bool {
        matches!(self.data(value), Some(Data::Dict(_) | Data::MappingProxy(_)))
            || self.has_flag(value, "Mapping")
    }

    /// What sequence patterns match: lists, tuples, ranges and their kin, but no text and no bytes.
    fn is_match_sequence(&self, value: Value) -> bool {
        match self.data(value) {
            Some(Data::List(_) | Data::Tuple(_) | Data::Range(_)) => true,
            Some(Data::Str(_) | Data::Bytes(_) | Data::ByteArray(_)) => false,
            Some(Data::Host(_)) => {
                let mro = self.class(self.class_of(value)).map_or(&[][..], |class| &class.mro);
                mro.iter().any(|&class| self.class_name(class) == "collections.deque")
            }
            _ => self.layout(self.class_of(value)) == Layout::Plain && self.has_flag(value, "Sequence"),
        }
    }

    /// Whether a class of that name from `collections.abc` is among the value's classes.
    fn has_flag(&self, value: Value, name: &str) -> bool {
        let Some(class) = self.class(self.class_of(value)) else { return false };
        class
            .mro
            .iter()
            .any(|&c| self.class_name(c) == name && self.class_module(c).ends_with("collections.abc"))
    }

    #[inline(never)]
    pub(super) fn step_groups(&mut self, instr: Instr, slots: &mut Slots) -> Next {
        match instr.op() {
            Op::CheckGroupMatch => {
                let class = pop(slots);
                let exc = pop(slots);
                if exc.is_none() {
                    slots.push(Value::None);
                    slots.push(Value::None);
                    return Next::Go;
                }
                Next::Act(OnReturn::GroupMatch, self.match_group(exc, class))
            }
            _ => {
                let raised = pop(slots);
                let original = pop(slots);
                let raised = self.list_of(raised).cloned().unwrap_or_default();
                Next::Act(OnReturn::Push, Ok(self.prepare_reraise(original, &raised)))
            }
        }
    }
}
