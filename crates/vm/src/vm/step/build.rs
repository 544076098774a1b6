//! Instructions that build values: collections, strings, functions, slices.

use super::Next;
use super::stack::{Slots, pop};
use crate::code::{Instr, Op};
use crate::errors;
use crate::frame::OnReturn;
use crate::heap::object::{Data, Function};
use crate::heap::{Dict, Object, Set, Str};
use crate::load::Code;
use crate::names;
use crate::native::Action;
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    #[inline]
    pub(super) fn step_build(&mut self, instr: Instr, _code: &Code, slots: &mut Slots) -> Option<Next> {
        let arg = instr.arg() as usize;
        let next = match instr.op() {
            Op::BuildTuple => {
                let items = slots.split_off(slots.len() - arg);
                slots.push(self.tuple(items));
                Next::Go
            }
            Op::BuildList => {
                let items = slots.split_off(slots.len() - arg);
                slots.push(self.list(items));
                Next::Go
            }
            Op::BuildSet => {
                let items = slots.split_off(slots.len() - arg);
                let set = self.set(Set::default());
                match items.is_empty() {
                    true => {
                        slots.push(set);
                        Next::Go
                    }
                    false => Next::Act(OnReturn::Push, self.set_from_items(set, items)),
                }
            }
            Op::BuildMap => {
                let items = slots.split_off(slots.len() - 2 * arg);
                let dict = self.dict(Dict::new());
                match items.is_empty() {
                    true => {
                        slots.push(dict.into());
                        Next::Go
                    }
                    false => Next::Act(OnReturn::Push, self.dict_from_pairs(dict.into(), items)),
                }
            }
            Op::BuildString => {
                let at = slots.len() - arg;
                let text = Str::joined(slots[at..].iter().filter_map(|&piece| match self.data(piece) {
                    Some(Data::Str(piece)) => Some(piece),
                    _ => None,
                }));
                slots.truncate(at);
                self.work += text.as_str().len() as u64 / 16;
                slots.push(self.heap.add(Object::new(types::STR, Data::Str(text))).into());
                Next::Go
            }
            Op::BuildSlice => {
                let step = if arg == 3 { pop(slots) } else { Value::None };
                let stop = pop(slots);
                let start = pop(slots);
                let slice = Data::Slice(Box::new([start, stop, step]));
                slots.push(self.heap.add(Object::new(types::SLICE, slice)).into());
                Next::Go
            }
            Op::ListAppend => {
                let value = pop(slots);
                let list = slots[slots.len() - arg];
                if let Some(items) = self.list_mut(list) {
                    items.push(value);
                }
                Next::Go
            }
            Op::SetAdd => {
                let value = pop(slots);
                let set = slots[slots.len() - arg];
                Next::Act(OnReturn::Discard, self.set_add(set, value))
            }
            Op::MapAdd => {
                let value = pop(slots);
                let key = pop(slots);
                let dict = slots[slots.len() - arg];
                Next::Act(OnReturn::Discard, self.dict_set(dict, key, value))
            }
            Op::ListExtend => {
                let iterable = pop(slots);
                let list = slots[slots.len() - arg];
                Next::Act(OnReturn::Discard, self.list_extend_star(list, iterable))
            }
            Op::SetUpdate => {
                let iterable = pop(slots);
                let set = slots[slots.len() - arg];
                Next::Act(OnReturn::Discard, self.set_update(set, iterable))
            }
            Op::DictUpdate => {
                let mapping = pop(slots);
                let dict = slots[slots.len() - arg.max(1)];
                Next::Act(OnReturn::Discard, self.dict_update_mapping(dict, mapping))
            }
            Op::DictMerge => {
                let mapping = pop(slots);
                let dict = slots[slots.len() - 1];
                let callee = match arg {
                    0 => Value::Unbound,
                    below => slots[slots.len() - 1 - below],
                };
                Next::Act(OnReturn::Discard, self.dict_merge_keywords(dict, mapping, callee))
            }
            Op::ListToTuple => {
                let list = pop(slots);
                let items = self.list_of(list).cloned().unwrap_or_default();
                slots.push(self.tuple(items));
                Next::Go
            }
            Op::UnpackSequence => {
                let sequence = pop(slots);
                Next::Act(OnReturn::Unpack, self.unpack(sequence, arg)).unpacked(self, slots)
            }
            Op::UnpackEx => {
                let sequence = pop(slots);
                let (before, after) = (arg & 0xfff, arg >> 12);
                Next::Act(OnReturn::Unpack, self.unpack_ex(sequence, before, after)).unpacked(self, slots)
            }
            Op::Convert => {
                let value = pop(slots);
                let result = match arg {
                    2 => self.repr(value),
                    3 => crate::builtins::ascii(self, &crate::native::Args::of(&[value])),
                    _ => self.str_value(value),
                };
                Next::Act(OnReturn::Push, result)
            }
            Op::FormatSimple => {
                let value = pop(slots);
                match value {
                    Value::Int(i) => slots.push(self.digits(i)),
                    value if self.class_of(value) == types::STR => slots.push(value),
                    value => return Some(Next::Act(OnReturn::Push, self.format(value, ""))),
                }
                Next::Go
            }
            Op::FormatWithSpec => {
                let spec = pop(slots);
                let value = pop(slots);
                let spec = self.str_of(spec).unwrap_or("").to_owned();
                Next::Act(OnReturn::Push, self.format(value, &spec))
            }
            Op::MakeFunction => self.make_function(instr.arg(), slots),
            _ => return None,
        };
        Some(next)
    }

    fn make_function(&mut self, flags: u32, slots: &mut Slots) -> Next {
        let Some(&Data::Code(code_id)) = self.data(pop(slots)) else {
            return errors::runtime_error(self, "MakeFunction without code").into();
        };
        let mut take = |flag: u32| if flags & flag != 0 { pop(slots) } else { Value::Unbound };
        let (closure, annotations, kwdefaults, defaults) = (take(8), take(4), take(2), take(1));
        let Some(globals) = self.top.and_then(|t| self.frames.python(t)).map(|f| f.globals) else {
            return Next::Go;
        };
        let module = self.dict_get_str(globals, names::NAME).unwrap_or(Value::None);
        let items = |vm: &Vm, tuple| -> Box<[Value]> { vm.tuple_of(tuple).unwrap_or(&[]).into() };
        let code = self.code(code_id).clone();
        let function = Function {
            code: code_id,
            globals,
            name: code.name.into(),
            qualname: code.qualname.into(),
            module,
            doc: code.doc,
            defaults: items(self, defaults),
            kwdefaults,
            annotations,
            closure: items(self, closure),
            type_params: Value::Unbound,
        };
        slots.push(self.heap.add(Object::new(types::FUNCTION, Data::Function(Box::new(function)))).into());
        Next::Go
    }
}

impl Next {
    /// Pushes unpacked items at once when they are there.
    fn unpacked(self, vm: &Vm, slots: &mut Slots) -> Next {
        match self {
            Next::Act(OnReturn::Unpack, Ok(Action::Return(tuple))) => {
                slots.extend(vm.tuple_of(tuple).unwrap_or(&[]).iter().rev());
                Next::Go
            }
            next => next,
        }
    }
}
