//! Reading, binding and deleting names: which instruction a name needs where it stands.

use ruff_python_ast::name::Name;
use ruff_text_size::TextRange;

use super::Compiler;
use super::symbols::{Place, ScopeKind, mangle};
use crate::code::{Const, Op};

/// Where a name's value is, as instructions see it.
#[derive(Clone, Copy, Debug)]
enum Access {
    Fast(u32),
    Deref(u32),
    /// A class body's free variable, which the namespace may shadow.
    ClassDeref(u32),
    /// In the namespace, or global.
    Name,
    Global,
}

impl<'a> Compiler<'a> {
    pub(super) fn load_name(&mut self, name: &Name, at: TextRange) {
        let name = self.mangled(name);
        if name.as_str() == "__debug__" {
            return self.load_const(Const::Bool(true), at);
        }
        let access = self.access(&name);
        if self.sees_class() && matches!(access, Access::Global | Access::Deref(_)) && !is_internal(&name) {
            return self.load_seen_by_class(&name, access, at);
        }
        self.load_access(&name, access, at);
    }

    pub(super) fn store_name(&mut self, name: &Name, at: TextRange) {
        let name = self.mangled(name);
        match self.access(&name) {
            Access::Fast(slot) => self.emit(Op::StoreFast, slot, at),
            Access::Deref(slot) | Access::ClassDeref(slot) => self.emit(Op::StoreDeref, slot, at),
            Access::Name => self.emit_name(Op::StoreName, &name, at),
            Access::Global => self.emit_name(Op::StoreGlobal, &name, at),
        }
    }

    pub(super) fn delete_name(&mut self, name: &Name, at: TextRange) {
        let name = self.mangled(name);
        match self.access(&name) {
            Access::Fast(slot) => self.emit(Op::DeleteFast, slot, at),
            Access::Deref(slot) | Access::ClassDeref(slot) => self.emit(Op::DeleteDeref, slot, at),
            Access::Name => self.emit_name(Op::DeleteName, &name, at),
            Access::Global => self.emit_name(Op::DeleteGlobal, &name, at),
        }
    }

    /// Pushes the cell of a variable that a function inside captures.
    pub(super) fn load_closure(&mut self, name: &Name, at: TextRange) {
        let slot = match self.access_through(name, true) {
            Access::Deref(slot) | Access::ClassDeref(slot) | Access::Fast(slot) => slot,
            // Only an invalid program gets here: an empty cell.
            Access::Name | Access::Global => {
                let slot = self.unit().slot(name, true);
                self.emit(Op::MakeCell, slot, at);
                slot
            }
        };
        self.emit(Op::LoadClosure, slot, at);
    }

    /// An instruction whose argument is a name, mangled.
    pub(super) fn emit_name(&mut self, op: Op, name: &Name, at: TextRange) {
        let name = self.mangled(name);
        let index = self.unit().name_index(&name);
        self.emit(op, index, at);
    }

    pub(super) fn mangled(&mut self, name: &Name) -> Name {
        mangle(self.unit().class.as_ref(), name)
    }

    /// Whether a name means the builtin of that name as far as the program's text tells.
    pub(super) fn is_global_builtin(&mut self, name: &Name) -> bool {
        let symbols = self.symbols;
        let rebound = symbols
            .get(super::Symbols::MODULE)
            .and_then(|module| module.uses.get(name))
            .is_some_and(|uses| uses.bound || uses.global);
        !rebound && matches!(self.access(name), Access::Global)
    }

    fn access(&mut self, name: &Name) -> Access {
        self.access_through(name, false)
    }

    /// `closure`: the question comes from a function inside, which does not see a class body's own names.
    fn access_through(&mut self, name: &Name, closure: bool) -> Access {
        let symbols = self.symbols;
        let (mut scope, root, root_kind) = {
            let unit = self.unit();
            (unit.scope, unit.root, unit.root_kind)
        };
        let mut inlined = false;
        while scope != root {
            inlined = true;
            let place = symbols.place(scope, name);
            match place {
                Some(Place::Local) => return Access::Fast(self.unit().slot(name, false)),
                Some(Place::Cell) => return Access::Deref(self.unit().slot(name, true)),
                Some(Place::GlobalExplicit) => return Access::Global,
                Some(Place::GlobalImplicit) if root_kind == ScopeKind::Module => return Access::Name,
                Some(Place::GlobalImplicit) => return Access::Global,
                Some(Place::Free) | None => {}
            }
            match symbols.get(scope).and_then(|scope| scope.parent) {
                Some(parent) => scope = parent,
                None => break,
            }
        }
        if root_kind == ScopeKind::Class && (closure || inlined) {
            return self.access_past_class(name);
        }
        match symbols.place(root, name) {
            Some(Place::Local) if root_kind.is_function() => Access::Fast(self.unit().slot(name, false)),
            Some(Place::Local) => Access::Name,
            Some(Place::Cell) => Access::Deref(self.unit().slot(name, true)),
            Some(Place::Free) => match (self.unit().free_slot(name), root_kind) {
                (Some(slot), ScopeKind::Class) => Access::ClassDeref(slot),
                (Some(slot), _) => Access::Deref(slot),
                (None, _) => Access::Global,
            },
            Some(Place::GlobalExplicit) => Access::Global,
            Some(Place::GlobalImplicit) | None => match self.unit().free_slot(name) {
                // Passed through for a function or comprehension inside.
                Some(slot) if closure || inlined => Access::Deref(slot),
                _ if root_kind.is_function() => Access::Global,
                _ => Access::Name,
            },
        }
    }

    /// What functions and comprehensions in a class body see of the names around them.
    fn access_past_class(&mut self, name: &Name) -> Access {
        let symbols = self.symbols;
        let unit = self.unit();
        let scope = symbols.get(unit.root);
        let own_cell = match name.as_str() {
            "__class__" => scope.is_some_and(|scope| scope.needs_class_cell),
            "__classdict__" => scope.is_some_and(|scope| scope.needs_class_dict),
            _ => false,
        };
        if own_cell {
            return Access::Deref(unit.slot(name, true));
        }
        unit.free_slot(name).map_or(Access::Global, Access::Deref)
    }

    fn load_access(&mut self, name: &Name, access: Access, at: TextRange) {
        match access {
            Access::Fast(slot) => self.emit(Op::LoadFast, slot, at),
            Access::Deref(slot) => self.emit(Op::LoadDeref, slot, at),
            Access::ClassDeref(slot) => self.emit(Op::LoadClassDeref, slot, at),
            Access::Name => self.emit_name(Op::LoadName, name, at),
            Access::Global => self.emit_name(Op::LoadGlobal, name, at),
        }
    }

    /// Whether the body is a type-parameter scope that looks names up in the class around it.
    fn sees_class(&mut self) -> bool {
        let (symbols, root) = (self.symbols, self.unit().root);
        symbols.get(root).is_some_and(|scope| scope.sees_class)
    }

    /// `__classdict__[name]` if it is there, else as usual.
    fn load_seen_by_class(&mut self, name: &Name, access: Access, at: TextRange) {
        let dict = Name::new_static("__classdict__");
        let (elsewhere, end) = (self.label(), self.label());
        let Access::Deref(slot) = self.access(&dict) else { return self.load_access(name, access, at) };
        let key = Const::Str(name.as_str().into());
        self.load_const(key.clone(), at);
        self.emit(Op::LoadDeref, slot, at);
        self.emit(Op::Contains, 0, at);
        self.jump(Op::PopJumpIfFalse, elsewhere, at);
        self.emit(Op::LoadDeref, slot, at);
        self.load_const(key, at);
        self.emit(Op::GetItem, 0, at);
        self.jump(Op::Jump, end, at);
        self.place(elsewhere);
        self.load_access(name, access, at);
        self.place(end);
    }
}

/// Names that only the compiler makes.
fn is_internal(name: &str) -> bool {
    name.starts_with('.') || name == "__classdict__"
}
