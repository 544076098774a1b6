//! Loading compiled code: constants become values, names become interned strings, and the code gets a number.
//!
//! Loaded code is immutable and shared by all clones of a machine; it is never freed.

use std::rc::Rc;

use crate::code::{CodeKind, CodeUnit, Const, Handler, Instr, Position};
use crate::heap::Object;
use crate::heap::object::Data;
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::cache::Line;

/// The number of a loaded code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CodeId(pub(crate) u32);

/// A [`CodeUnit`] with its constants and names in the heap.
#[derive(Clone, Debug)]
pub struct Code {
    pub name: Id,
    pub qualname: Id,
    pub file_name: Id,
    pub doc: Value,
    pub consts: Box<[Value]>,
    pub names: Box<[Id]>,
    /// Names of all local slots.
    pub locals: Box<[Id]>,
    pub instrs: Box<[Instr]>,
    pub handlers: Box<[Handler]>,
    pub first_line: u32,
    pub kind: CodeKind,
    pub posonly: usize,
    pub positional: usize,
    pub kwonly: usize,
    pub has_varargs: bool,
    pub has_varkw: bool,
    pub optimized: bool,
    pub free: usize,
    pub cells: Box<[u32]>,
    pub stack_size: usize,
    /// Part of the library that ships with the playground: left out of tracebacks.
    pub library: bool,
    pub(crate) positions: Box<[Position]>,
    pub statements: Box<[u32]>,
    /// It takes its arguments by position only, without `*args`.
    pub positional_only: bool,
    /// So does this plain body.
    pub direct: bool,
    /// Where its inline caches begin: two lines for each name, for globals and for attributes.
    pub lines: usize,
}

impl Code {
    /// Parameters that take values directly: positional and keyword-only.
    pub fn params(&self) -> usize {
        self.positional + self.kwonly
    }

    /// Whether leaving the body in the middle may run more of it: it handles exceptions, beside the one at a generator's end.
    /// Stops bring more rows, but no other targets.
    pub fn handles(&self) -> bool {
        self.handlers.iter().zip(self.handlers.iter().skip(1)).any(|(row, next)| row.target != next.target)
    }

    /// Source range of an instruction.
    pub fn position(&self, ip: u32) -> Position {
        self.positions.get(ip as usize).copied().unwrap_or_default()
    }
}

impl Vm {
    /// Takes in compiled code; `library` marks code of the playground's own library.
    pub fn load(&mut self, unit: &CodeUnit, library: bool) -> CodeId {
        let consts = unit.consts.iter().map(|c| self.load_const(c, library)).collect();
        let doc = unit.doc.as_ref().map_or(Value::None, |d| self.str(&**d));
        let positional_only = unit.kwonly == 0 && !unit.has_varargs && !unit.has_varkw;
        let code = Code {
            name: self.intern(&unit.name),
            qualname: self.intern(&unit.qualname),
            file_name: self.intern(&unit.file_name),
            doc,
            consts,
            names: unit.names.iter().map(|n| self.intern(n)).collect(),
            locals: unit.locals.iter().map(|n| self.intern(n)).collect(),
            instrs: unit.instrs.clone().into(),
            handlers: unit.handlers.clone().into(),
            first_line: unit.first_line,
            kind: unit.kind,
            posonly: unit.posonly as usize,
            positional: unit.positional as usize,
            kwonly: unit.kwonly as usize,
            has_varargs: unit.has_varargs,
            has_varkw: unit.has_varkw,
            optimized: unit.optimized,
            free: unit.free as usize,
            cells: unit.cells.clone().into(),
            stack_size: unit.stack_size as usize,
            library,
            positions: unit.positions.clone().into(),
            statements: unit.statements.clone().into(),
            positional_only,
            direct: positional_only && unit.kind == CodeKind::Plain,
            lines: self.lines.len(),
        };
        self.lines.resize(self.lines.len() + 2 * code.names.len(), Line::Empty);
        let code = self.with_stops(Rc::new(code));
        self.codes.push(code);
        CodeId(self.codes.len() as u32 - 1)
    }

    fn load_const(&mut self, constant: &Const, library: bool) -> Value {
        match constant {
            Const::None => Value::None,
            Const::Ellipsis => Value::Ellipsis,
            Const::Bool(b) => Value::Bool(*b),
            Const::Int(i) => Value::Int(*i),
            Const::BigInt(n) => self.int(n.clone()),
            Const::Float(f) => Value::Float(*f),
            Const::Complex(re, im) => {
                self.heap.add(Object::new(types::COMPLEX, Data::Complex(Box::new((*re, *im))))).into()
            }
            Const::Str(s) if is_identifier_like(s) => self.intern(s).into(),
            Const::Str(s) => self.str(&**s),
            Const::Bytes(b) => self.heap.add(Object::new(types::BYTES, Data::Bytes(b.clone()))).into(),
            Const::Tuple(items) => {
                let items: Vec<Value> = items.iter().map(|c| self.load_const(c, library)).collect();
                self.tuple(items)
            }
            Const::FrozenSet(items) => {
                let items: Vec<Value> = items.iter().map(|c| self.load_const(c, library)).collect();
                let made = self.constant_set(&items);
                // CPython's compiler makes it once more when it merges equal constants, which shows in the order.
                let set = self.constant_set(&made.iter().collect::<Vec<_>>());
                self.heap.add(Object::new(types::FROZENSET, Data::Set(Box::new(set)))).into()
            }
            Const::Code(unit) => {
                let id = self.load(unit, library);
                self.heap.add(Object::new(types::CODE, Data::Code(id))).into()
            }
        }
    }
}

/// CPython interns string constants that look like names.
fn is_identifier_like(s: &str) -> bool {
    s.len() <= 64 && s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}
