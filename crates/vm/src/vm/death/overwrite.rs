//! What an instruction is about to drop: the old value of a name, an attribute or an item.

use crate::code::{Instr, Op};
use crate::frame::FrameId;
use crate::heap::object::Data;
use crate::load::Code;
use crate::value::{Id, Value};
use crate::vm::Vm;

impl Vm {
    /// Notes what the next instruction will overwrite or delete, and that what a name gets is held by more than operands.
    #[inline(never)]
    pub(crate) fn note_overwritten(&mut self, top: FrameId, instr: Instr, code: &Code, slots: &[Value]) {
        let arg = instr.arg() as usize;
        let from_top = |n: usize| slots.len().checked_sub(n).map_or(Value::Unbound, |at| slots[at]);
        let named = |vm: &Vm, dict: Option<Id>| {
            dict.and_then(|dict| vm.dict_get_str(dict, code.names[arg])).unwrap_or_default()
        };
        let frame = self.frames.python(top);
        let globals = frame.map(|f| f.globals);
        let old = match instr.op() {
            Op::StoreName | Op::DeleteName => named(self, frame.and_then(|f| f.namespace.id()).or(globals)),
            Op::StoreGlobal | Op::DeleteGlobal => named(self, globals),
            Op::StoreDeref | Op::DeleteDeref => self.cell(slots[arg]),
            Op::DeleteFast => slots[arg],
            Op::PopExcept => frame.map_or(Value::None, |f| f.handled),
            Op::DeleteAttr => return self.note_attr(from_top(1), code.names[arg]),
            Op::DeleteItem => return self.note_item(from_top(2), from_top(1)),
            _ => return,
        };
        if matches!(instr.op(), Op::StoreName | Op::StoreGlobal | Op::StoreDeref) {
            self.settled_in_name(from_top(1));
        }
        let rest = if instr.op() == Op::DeleteFast { &[] } else { slots };
        self.drop_value(old, rest);
    }

    /// Likewise an attribute that an object has itself.
    pub(crate) fn note_attr(&mut self, object: Value, name: Id) {
        if let Some(Data::Slots(slots)) = self.data(object)
            && let Some(&(_, old)) = slots.iter().find(|(slot, _)| *slot == name)
        {
            self.drop_value(old, &[]);
        }
        let dict = object.id().and_then(|object| self.heap.get(object).dict);
        if let Some(old) = dict.and_then(|dict| self.dict_get_str(dict, name)) {
            self.drop_value(old, &[]);
        }
    }

    /// Likewise an item, or the items of a slice.
    pub(crate) fn note_item(&mut self, container: Value, key: Value) {
        if let (Some(Data::Slice(_)), Some(id)) = (self.data(key), container.id()) {
            let items = self.heap.children(id, |_, _| {});
            items.into_iter().for_each(|item| self.drop_value(item.into(), &[]));
        } else if let Some(old) = self.instant_get_item(container, key) {
            self.drop_value(old, &[]);
        }
    }
}
