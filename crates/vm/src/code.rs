//! Compiled Python: what the compiler hands to the machine.
//!
//! A [`CodeUnit`] is plain data without heap references, so compiling needs no machine and its result can be printed,
//! compared and cached. The machine loads a unit once ([`crate::load`]), which turns constants into values and
//! names into interned strings. Positions, names and handlers live in side tables: the instruction stream is 4 bytes an entry.

pub mod dis;
pub mod effect;
pub mod op;
pub mod verify;

pub use op::{Binary, Compare, Instr, Op};

use num_bigint::BigInt;

/// A source range: lines from 1, columns in characters from 0, `end_column` exclusive (CPython's `co_positions`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub end_line: u32,
    pub column: u32,
    pub end_column: u32,
}

/// A constant as the compiler knows it.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    BigInt(BigInt),
    Float(f64),
    /// Real and imaginary part.
    Complex(f64, f64),
    Str(Box<str>),
    Bytes(Box<[u8]>),
    Tuple(Vec<Const>),
    FrozenSet(Vec<Const>),
    Code(Box<CodeUnit>),
}

/// One row of the exception table: while `start <= ip < end`, an exception cuts the operand stack to `depth`, pushes the
/// exception and goes on at `target`. Rows are ordered innermost first; the first that covers `ip` wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub depth: u32,
}

/// What calling the code makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CodeKind {
    /// A plain body: module, class, function, lambda, inlined comprehension's owner.
    #[default]
    Plain,
    /// `def` with `yield`.
    Generator,
    /// `async def` without `yield`.
    Coroutine,
    /// `async def` with `yield`.
    AsyncGenerator,
}

/// Where a captured variable of a new function comes from, seen from the frame that makes the function.
/// Both index the *maker's* local slots, which hold the cell itself.
pub type Capture = u32;

/// One compiled body: a module, class, function, lambda or generator expression.
///
/// Local slots are laid out as: parameters (positional-only, positional, keyword-only, `*args`, `**kwargs`), other local
/// names, then free variables. A local that is captured by an inner function holds a cell, made by [`Op::MakeCell`]
/// at the start of the body; a free variable's slot holds the cell it got from the closure. The operand stack begins above.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodeUnit {
    /// `co_name`.
    pub name: Box<str>,
    /// `co_qualname`.
    pub qualname: Box<str>,
    /// `co_filename`, as given.
    pub file_name: Box<str>,
    /// `co_firstlineno`.
    pub first_line: u32,
    pub kind: CodeKind,
    /// Positional-only parameters.
    pub posonly: u32,
    /// Positional parameters, the positional-only ones included.
    pub positional: u32,
    pub kwonly: u32,
    pub has_varargs: bool,
    pub has_varkw: bool,
    /// Whether names live in slots (functions) or in a namespace dict (modules, class bodies).
    pub optimized: bool,
    /// Names of all local slots in layout order; the last `free` of them are free variables.
    pub locals: Vec<Box<str>>,
    /// How many free variables there are.
    pub free: u32,
    /// Local slots that hold cells (captured by inner functions), ascending; free variables excluded.
    pub cells: Vec<u32>,
    /// Names used by attribute, global, name and import instructions.
    pub names: Vec<Box<str>>,
    pub consts: Vec<Const>,
    pub instrs: Vec<Instr>,
    /// One for each instruction.
    pub positions: Vec<Position>,
    pub handlers: Vec<Handler>,
    /// Deepest operand stack the body can reach.
    pub stack_size: u32,
    /// The docstring, for `__doc__` of a function.
    pub doc: Option<Box<str>>,
    /// Instructions that begin a statement, ascending: where a line step may stop.
    pub statements: Vec<u32>,
}
