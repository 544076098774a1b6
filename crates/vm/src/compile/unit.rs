//! One body under construction: its slots, constants, names and instruction stream.
//!
//! Free variables come last among the slots but are known first, so while the body is written they have numbers from
//! [`FREE`] up, moved down when it ends.

use rustc_hash::FxHashMap as HashMap;

use ruff_python_ast::name::Name;
use ruff_text_size::TextRange;

use super::assemble::{Assembler, Fault, Label};
use super::symbols::{Place, ScopeId, ScopeKind, Symbols};
use super::unwind::Block;
use super::{CompileError, Compiler, Done};
use crate::code::{CodeKind, CodeUnit, Const, Op};
use crate::sorted::sorted;

/// Provisional number of the first free variable's slot.
const FREE: u32 = 1 << 22;

/// See the module's text.
pub(super) struct Unit<'a> {
    pub name: Box<str>,
    pub qualname: Box<str>,
    pub first_line: u32,
    /// The scope that names are looked up in: the body's own, or that of an inlined comprehension inside it.
    pub scope: ScopeId,
    /// The body's own scope.
    pub root: ScopeId,
    pub root_kind: ScopeKind,
    /// The class whose private names are mangled here.
    pub class: Option<Name>,
    pub posonly: u32,
    pub positional: u32,
    pub kwonly: u32,
    pub has_varargs: bool,
    pub has_varkw: bool,
    pub doc: Option<Box<str>>,
    pub code: Assembler,
    /// The line on which the last statement began, unless something may jump to what comes next.
    pub line: Option<u32>,
    /// Enclosing blocks, the innermost last.
    pub blocks: Vec<Block<'a>>,
    pub kind: CodeKind,
    /// In a class body: names its methods assign on `self`.
    pub self_attributes: Vec<Name>,
    /// Slots by name and by whether they hold a cell.
    slots: HashMap<(Name, bool), u32>,
    locals: Vec<Name>,
    cells: Vec<u32>,
    free: Vec<Name>,
    names: HashMap<Name, u32>,
    name_list: Vec<Name>,
    consts: Vec<Const>,
    const_index: HashMap<ConstKey, u32>,
    /// The handler around a generator's whole body.
    stop_iteration: Option<Label>,
}

/// Constants that are shared within a body.
#[derive(PartialEq, Eq, Hash)]
enum ConstKey {
    Int(i64),
    Float(u64),
    Str(Box<str>),
    Bytes(Box<[u8]>),
    Bool(bool),
    Ellipsis,
}

impl<'a> Unit<'a> {
    pub fn new(
        name: &str,
        qualname: &str,
        scope: ScopeId,
        root_kind: ScopeKind,
        class: Option<Name>,
        symbols: &Symbols,
    ) -> Unit<'a> {
        let free = symbols.get(scope).map(|scope| scope.free.to_vec());
        Unit {
            name: name.into(),
            qualname: qualname.into(),
            first_line: 0,
            scope,
            root: scope,
            root_kind,
            class,
            posonly: 0,
            positional: 0,
            kwonly: 0,
            has_varargs: false,
            has_varkw: false,
            doc: None,
            code: Assembler::default(),
            line: None,
            blocks: Vec::new(),
            kind: CodeKind::Plain,
            self_attributes: Vec::new(),
            slots: HashMap::default(),
            locals: Vec::new(),
            cells: Vec::new(),
            free: free.unwrap_or_default(),
            names: HashMap::default(),
            name_list: Vec::new(),
            consts: Vec::new(),
            const_index: HashMap::default(),
            stop_iteration: None,
        }
    }

    /// The slot of a local variable, plain or holding a cell.
    pub fn slot(&mut self, name: &Name, cell: bool) -> u32 {
        if let Some(slot) = self.slots.get(&(name.clone(), cell)) {
            return *slot;
        }
        let slot = self.locals.len() as u32;
        self.locals.push(name.clone());
        self.slots.insert((name.clone(), cell), slot);
        if cell {
            self.cells.push(slot);
        }
        slot
    }

    /// The slot of a free variable.
    pub fn free_slot(&self, name: &str) -> Option<u32> {
        self.free.iter().position(|free| free.as_str() == name).map(|at| FREE + at as u32)
    }

    /// The first parameter, for zero-argument `super()`.
    pub fn first_parameter(&self) -> Option<Name> {
        if self.positional == 0 { None } else { self.locals.first().cloned() }
    }

    pub fn name_index(&mut self, name: &Name) -> u32 {
        if let Some(index) = self.names.get(name) {
            return *index;
        }
        let index = self.name_list.len() as u32;
        self.name_list.push(name.clone());
        self.names.insert(name.clone(), index);
        index
    }

    pub fn const_index(&mut self, value: Const) -> u32 {
        let key = match &value {
            Const::Int(value) => Some(ConstKey::Int(*value)),
            Const::Float(value) => Some(ConstKey::Float(value.to_bits())),
            Const::Str(value) => Some(ConstKey::Str(value.clone())),
            Const::Bytes(value) => Some(ConstKey::Bytes(value.clone())),
            Const::Bool(value) => Some(ConstKey::Bool(*value)),
            Const::Ellipsis => Some(ConstKey::Ellipsis),
            _ => None,
        };
        let next = self.consts.len() as u32;
        let index = match key {
            Some(key) => *self.const_index.entry(key).or_insert(next),
            None => next,
        };
        if index == next {
            self.consts.push(value);
        }
        index
    }
}

impl<'a> Compiler<'a> {
    pub(super) fn emit(&mut self, op: Op, arg: u32, at: TextRange) {
        self.unit().code.emit(op, arg, at);
    }

    pub(super) fn jump(&mut self, op: Op, target: Label, at: TextRange) {
        self.unit().code.jump(op, target, at);
    }

    pub(super) fn label(&mut self) -> Label {
        self.unit().code.label()
    }

    /// The line on which a range begins.
    pub(super) fn line(&self, at: TextRange) -> u32 {
        self.lines.line(at.start().to_u32())
    }

    pub(super) fn place(&mut self, label: Label) {
        let unit = self.unit();
        unit.code.place(label);
        unit.line = None;
    }

    /// The prologue: cells for captured variables, then a generator's start.
    pub(super) fn begin_body(&mut self, at: TextRange) {
        let symbols = self.symbols;
        let unit = self.unit();
        let Some(scope) = symbols.get(unit.root) else { return };
        let mut captured: Vec<&Name> = Vec::new();
        if scope.kind.is_function() {
            captured.extend(
                scope.places.iter().filter(|(_, place)| **place == Place::Cell).map(|(name, _)| name),
            );
            captured = sorted(captured);
        }
        let (class, dict) = (Name::new_static("__class__"), Name::new_static("__classdict__"));
        captured.extend(scope.needs_class_cell.then_some(&class));
        captured.extend(scope.needs_class_dict.then_some(&dict));
        for slot in sorted(captured.into_iter().map(|name| unit.slot(name, true))) {
            self.emit(Op::MakeCell, slot, at);
        }
        let is_async = scope.is_async && (scope.kind != ScopeKind::Class);
        let unit = self.unit();
        unit.kind = match (scope.is_generator && scope.kind.is_function(), is_async) {
            (true, true) => CodeKind::AsyncGenerator,
            (true, false) => CodeKind::Generator,
            (false, true) => CodeKind::Coroutine,
            (false, false) => CodeKind::Plain,
        };
        if unit.kind != CodeKind::Plain {
            let handler = unit.code.label();
            unit.stop_iteration = Some(handler);
            unit.code.enter(handler, 0);
            unit.code.emit(Op::Start, 0, at);
        }
    }

    /// Ends the innermost body and takes it off.
    pub(super) fn end_body(&mut self, at: TextRange) -> Result<CodeUnit, CompileError> {
        let handler = self.unit().stop_iteration.take();
        if let Some(handler) = handler {
            self.unit().code.leave(None);
            self.place(handler);
            self.emit(Op::StopIterationError, 0, at);
            self.emit(Op::Reraise, 0, at);
        }
        let Some(mut unit) = self.units.pop() else {
            return Err(CompileError::new("no body to end", at));
        };
        let locals = unit.locals.len() as u32;
        unit.code.map_slots(|slot| if slot >= FREE { slot - FREE + locals } else { slot });
        let parameters = unit.posonly.max(unit.positional)
            + unit.kwonly
            + u32::from(unit.has_varargs)
            + u32::from(unit.has_varkw);
        let bound: Vec<bool> =
            (0..locals).map(|slot| slot < parameters && !unit.cells.contains(&slot)).collect();
        let done = unit.code.finish(&bound).map_err(|fault| {
            let message = match fault {
                Fault::TooLong => "the program is too large".to_owned(),
                other => format!("compiler bug in {}: {other:?}", unit.qualname),
            };
            CompileError::new(message, at)
        })?;
        unit.cells = sorted(unit.cells);
        let text = |names: Vec<Name>| names.into_iter().map(|name| Box::from(name.as_str()));
        let free = unit.free.len() as u32;
        Ok(CodeUnit {
            name: unit.name,
            qualname: unit.qualname,
            file_name: self.file_name.into(),
            first_line: unit.first_line,
            kind: unit.kind,
            posonly: unit.posonly,
            positional: unit.positional,
            kwonly: unit.kwonly,
            has_varargs: unit.has_varargs,
            has_varkw: unit.has_varkw,
            optimized: unit.root_kind.is_function(),
            locals: text(unit.locals).chain(text(unit.free)).collect(),
            free,
            cells: unit.cells,
            names: text(unit.name_list).collect(),
            consts: unit.consts,
            instrs: done.instrs,
            positions: done.ranges.into_iter().map(|range| self.position(range)).collect(),
            handlers: done.handlers,
            stack_size: done.stack_size,
            doc: unit.doc,
            statements: done.statements,
        })
    }

    /// Refuses bodies that grow beyond bounds (nested `finally` bodies double).
    pub(super) fn check_size(&mut self, at: TextRange) -> Done {
        if self.unit().code.is_too_long() {
            return Err(CompileError::new("the program is too large", at));
        }
        Ok(())
    }
}
