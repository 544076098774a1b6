//! Instructions for names, cells, attributes and items.

use super::Next;
use super::stack::{Slots, pop};
use crate::code::{Instr, Op};
use crate::errors;
use crate::frame::{FrameId, OnReturn};
use crate::heap::Object;
use crate::heap::object::Data;
use crate::load::Code;
use crate::names;
use crate::native::{Action, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::attr::Found;
use crate::vm::source::{CONSOLE, CONSOLE_MODULES};

impl Vm {
    #[inline]
    pub(super) fn step_names(
        &mut self,
        top: FrameId,
        instr: Instr,
        code: &Code,
        slots: &mut Slots,
    ) -> Option<Next> {
        let arg = instr.arg() as usize;
        let next = match instr.op() {
            Op::LoadFastAndClear => {
                slots.push(slots[arg]);
                slots[arg] = Value::Unbound;
                Next::Go
            }
            Op::DeleteFast => match std::mem::take(&mut slots[arg]) {
                Value::Unbound => errors::unbound_local(self, code.locals[arg]).into(),
                _ => Next::Go,
            },
            Op::MakeCell => {
                let cell = self.heap.add(Object::new(types::CELL, Data::Cell(slots[arg])));
                slots[arg] = cell.into();
                Next::Go
            }
            Op::LoadClosure => {
                slots.push(slots[arg]);
                Next::Go
            }
            Op::LoadDeref => match self.cell(slots[arg]) {
                Value::Unbound => self.unbound_cell(code, arg).into(),
                value => {
                    slots.push(value);
                    Next::Go
                }
            },
            Op::StoreDeref => {
                let value = pop(slots);
                self.set_cell(slots[arg], value);
                Next::Go
            }
            Op::DeleteDeref => match self.cell(slots[arg]) {
                Value::Unbound => self.unbound_cell(code, arg).into(),
                _ => {
                    self.set_cell(slots[arg], Value::Unbound);
                    Next::Go
                }
            },
            Op::LoadClassDeref => {
                let namespace = self.frames.python(top).map_or(Value::Unbound, |f| f.namespace);
                let found = namespace.id().and_then(|ns| self.dict_get_str(ns, code.locals[arg]));
                match found.or_else(|| self.cell(slots[arg]).bound()) {
                    Some(value) => {
                        slots.push(value);
                        Next::Go
                    }
                    None => self.unbound_cell(code, arg).into(),
                }
            }
            Op::LoadName => self.load_name(top, code, code.names[arg]),
            Op::StoreName => {
                let value = pop(slots);
                let namespace = self.namespace(top);
                match namespace {
                    Value::Obj(id) if self.class_of(namespace) == types::DICT => {
                        self.dict_set_str(id, code.names[arg], value);
                        Next::Go
                    }
                    _ => Next::Act(
                        OnReturn::Discard,
                        self.set_item(namespace, names::value(code.names[arg]), value),
                    ),
                }
            }
            Op::DeleteName => {
                let namespace = self.namespace(top);
                match namespace.id().and_then(|ns| self.dict_remove_str(ns, code.names[arg])) {
                    Some(_) => Next::Go,
                    None => errors::name_error(self, code.names[arg]).into(),
                }
            }
            Op::StoreGlobal => {
                let value = pop(slots);
                if let Some(globals) = self.globals(top) {
                    self.dict_set_str(globals, code.names[arg], value);
                }
                Next::Go
            }
            Op::DeleteGlobal => {
                match self.globals(top).and_then(|globals| self.dict_remove_str(globals, code.names[arg])) {
                    Some(_) => Next::Go,
                    None => errors::name_error(self, code.names[arg]).into(),
                }
            }
            Op::LoadLocals => {
                let namespace = self.namespace(top);
                slots.push(namespace);
                Next::Go
            }
            Op::DeleteAttr => {
                let object = pop(slots);
                Next::Act(OnReturn::Discard, self.store_attr(object, code.names[arg], Value::Unbound))
            }
            Op::LoadSuperAttr | Op::LoadSuperMethod => self.load_super(instr, code, slots),
            Op::DeleteItem => {
                let key = pop(slots);
                let object = pop(slots);
                Next::Act(OnReturn::Discard, self.delete_item(object, key))
            }
            Op::Contains => {
                let container = pop(slots);
                let item = pop(slots);
                let negate = arg == 1;
                match self.contains(container, item) {
                    Ok(Action::Return(Value::Bool(found))) => {
                        slots.push(Value::Bool(found != negate));
                        Next::Go
                    }
                    other => Next::Act(OnReturn::Truth { negate }, other),
                }
            }
            _ => return None,
        };
        Some(next)
    }

    fn load_super(&mut self, instr: Instr, code: &Code, slots: &mut Slots) -> Next {
        let this = pop(slots);
        let class = pop(slots);
        let callee = pop(slots);
        let name = code.names[instr.arg() as usize];
        if !matches!(callee, Value::Obj(id) if id == types::SUPER) {
            return errors::not_supported(self, "a rebound name 'super' in a zero-argument call").into();
        }
        match (self.find_super_attr(class, this, name), instr.op()) {
            (Ok(Found::Value(value)), Op::LoadSuperMethod) => {
                slots.push(value);
                slots.push(Value::Unbound);
                Next::Go
            }
            (Ok(Found::Method(function, this)), Op::LoadSuperMethod) => {
                slots.push(function);
                slots.push(this);
                Next::Go
            }
            (Ok(Found::Act(action)), Op::LoadSuperMethod) => Next::Act(OnReturn::Method, Ok(action)),
            (Ok(Found::Value(value)), _) => Next::Act(OnReturn::Push, Ok(Action::Return(value))),
            (Ok(Found::Method(function, this)), _) => {
                let method = self.bound_method(function, this);
                Next::Act(OnReturn::Push, Ok(Action::Return(method)))
            }
            (Ok(Found::Act(action)), _) => Next::Act(OnReturn::Push, Ok(action)),
            (Err(raised), _) => raised.into(),
        }
    }

    fn load_name(&mut self, top: FrameId, code: &Code, name: Id) -> Next {
        let namespace = self.namespace(top);
        let found = namespace.id().and_then(|ns| self.dict_get_str(ns, name));
        match found.or_else(|| self.load_global(top, name)) {
            Some(value) => Next::Act(OnReturn::Push, Ok(Action::Return(value))),
            None => match self.module_for_console(code, name) {
                Ok(value) => Next::Act(OnReturn::Push, Ok(Action::Return(value))),
                Err(raised) => raised.into(),
            },
        }
    }

    /// A name that neither the program nor the builtins have. Code that was typed into a console may mean a module that is
    /// loaded: found here, last of all, it is in nobody's namespace.
    #[cold]
    pub(super) fn module_for_console(&mut self, code: &Code, name: Id) -> Result<Value, Raised> {
        let is_known = self.text(code.file_name) == CONSOLE && CONSOLE_MODULES.contains(&self.text(name));
        let module = self.dict_get_str(self.modules, name).filter(|module| is_known && !module.is_none());
        module.ok_or_else(|| errors::name_error(self, name))
    }

    /// A global or builtin.
    pub(super) fn load_global(&self, top: FrameId, name: Id) -> Option<Value> {
        let globals = self.globals(top)?;
        self.dict_get_str(globals, name).or_else(|| self.dict_get_str(self.builtins, name))
    }

    fn globals(&self, top: FrameId) -> Option<Id> {
        self.frames.python(top).map(|f| f.globals)
    }

    fn namespace(&self, top: FrameId) -> Value {
        match self.frames.python(top) {
            Some(frame) => frame.namespace.or(frame.globals.into()),
            None => Value::Unbound,
        }
    }

    /// The content of a cell.
    #[inline]
    pub fn cell(&self, cell: Value) -> Value {
        match self.data(cell) {
            Some(Data::Cell(value)) => *value,
            _ => Value::Unbound,
        }
    }

    #[inline]
    pub(crate) fn set_cell(&mut self, cell: Value, value: Value) {
        if let Value::Obj(id) = cell
            && let Data::Cell(content) = self.heap.data_mut(id)
        {
            *content = value;
        }
    }

    fn unbound_cell(&mut self, code: &Code, slot: usize) -> crate::native::Raised {
        let name = code.locals[slot];
        match slot >= code.locals.len() - code.free {
            true => errors::unbound_free(self, name),
            false => errors::unbound_local(self, name),
        }
    }
}
