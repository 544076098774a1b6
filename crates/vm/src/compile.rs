//! From ruff's syntax tree to [`CodeUnit`]s: CPython 3.13's `compile.c`, by subject.
//!
//! First the [symbol table](symbols), then one pass over the tree that writes each body into an
//! [assembler](assemble), then its tables. Evaluation order, duplicated `finally` bodies, inlined comprehensions and the source range of
//! every instruction are CPython's, because learners see them in output and tracebacks. A valid program is assumed; an
//! invalid one gives an error here or a body that raises, never a panic. **All recursion is bounded by the symbol table's
//! walk** ([`MAX_DEPTH`]). Deliberately absent: CPython's constant folding beyond what is cheap.

mod annotations;
mod assemble;
mod assign;
mod boolean;
mod calls;
mod classes;
mod comprehensions;
mod constants;
mod displays;
mod docstring;
mod except;
mod except_star;
mod expressions;
mod functions;
mod generics;
mod imports;
mod loops;
mod names;
mod patterns;
mod statements;
mod strings;
mod symbols;
mod unit;
mod unparse;
mod unwind;
mod warnings;
mod with;

use ruff_python_ast::{Mod, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::code::verify::verify;
use crate::code::{CodeUnit, Position};
use crate::syntax::{LineIndex, Parsed};
use symbols::{ScopeKind, Symbols};
use unit::Unit;
pub use warnings::Warning;

/// Levels of statements and expressions a program may nest: the compiler recurses, and a page's worker has 1 MB of stack.
pub const MAX_DEPTH: u32 = 200;

/// What a program is compiled for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A module.
    Exec,
    /// One expression; the body returns its value.
    Eval,
    /// As the asyncio console: expression statements print, `await` makes the body a coroutine.
    Interactive,
}

/// Why a program was not compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileError {
    /// In CPython's words where it has any.
    pub message: String,
    /// What it is about.
    pub range: TextRange,
}

impl CompileError {
    pub(crate) fn new(message: impl Into<String>, range: TextRange) -> CompileError {
        CompileError { message: message.into(), range }
    }
}

impl std::fmt::Display for CompileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for CompileError {}

type Done = Result<(), CompileError>;

/// Compiles a valid program. `file_name` becomes `co_filename`, as given.
///
/// # Errors
/// Programs nested deeper than [`MAX_DEPTH`] or larger than an instruction can address, and invalid ones.
pub fn compile(parsed: &Parsed, file_name: &str, mode: Mode) -> Result<CodeUnit, CompileError> {
    compile_warned(parsed, file_name, mode, &mut Vec::new())
}

/// As [`compile`]; adds what CPython's compiler warns about, up to an error if there is one.
///
/// # Errors
/// As [`compile`].
pub fn compile_warned(
    parsed: &Parsed,
    file_name: &str,
    mode: Mode,
    warnings: &mut Vec<Warning>,
) -> Result<CodeUnit, CompileError> {
    let future_annotations = imports::has_future(&parsed.syntax, "annotations");
    let symbols = symbols::build(&parsed.syntax, future_annotations)?;
    let mut compiler = Compiler {
        lines: &parsed.lines,
        file_name,
        symbols: &symbols,
        units: Vec::new(),
        mode,
        future_annotations,
        warnings: Vec::new(),
        negated: false,
    };
    let unit = compiler.module(&parsed.syntax);
    warnings.append(&mut compiler.warnings);
    let unit = unit?;
    if cfg!(debug_assertions)
        && let Err(fault) = verify(&unit)
    {
        return Err(CompileError::new(format!("compiler bug: {fault}"), TextRange::default()));
    }
    Ok(unit)
}

/// The state of one compilation.
struct Compiler<'a> {
    lines: &'a LineIndex,
    file_name: &'a str,
    symbols: &'a Symbols,
    /// Bodies being written, the innermost last; never empty while compiling.
    units: Vec<Unit<'a>>,
    mode: Mode,
    future_annotations: bool,
    warnings: Vec<Warning>,
    /// The comparison that comes next is negated.
    negated: bool,
}

impl<'a> Compiler<'a> {
    fn module(&mut self, syntax: &'a Mod) -> Result<CodeUnit, CompileError> {
        let start = TextRange::default();
        let name = "<module>";
        self.units.push(Unit::new(name, name, Symbols::MODULE, ScopeKind::Module, None, self.symbols));
        self.unit().first_line = 1;
        self.begin_body(start);
        match syntax {
            Mod::Module(module) => {
                if self.mode != Mode::Interactive {
                    self.module_docstring(&module.body);
                }
                if has_annotations(&module.body) {
                    self.emit(crate::code::Op::SetupAnnotations, 0, start);
                }
                self.body(&module.body)?;
                let end = module.body.last().map_or(start, Ranged::range);
                self.return_none(end);
            }
            Mod::Expression(expression) => {
                self.expr(&expression.body)?;
                self.emit(crate::code::Op::Return, 0, expression.body.range());
            }
        }
        self.end_body(start)
    }

    /// The body being written.
    fn unit(&mut self) -> &mut Unit<'a> {
        if self.units.is_empty() {
            self.units.push(Unit::new("", "", Symbols::MODULE, ScopeKind::Module, None, self.symbols));
        }
        let last = self.units.len() - 1;
        &mut self.units[last]
    }

    /// Lines and columns of a range.
    fn position(&self, range: TextRange) -> Position {
        let start = self.lines.position(range.start().to_u32());
        let end = self.lines.position(range.end().to_u32());
        Position { line: start.line, end_line: end.line, column: start.column, end_column: end.column }
    }
}

/// Whether a module or class body annotates a name anywhere outside inner functions and classes.
fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match stmt {
        Stmt::AnnAssign(_) => true,
        Stmt::For(each) => has_annotations(&each.body) || has_annotations(&each.orelse),
        Stmt::While(each) => has_annotations(&each.body) || has_annotations(&each.orelse),
        Stmt::If(test) => {
            has_annotations(&test.body)
                || test.elif_else_clauses.iter().any(|clause| has_annotations(&clause.body))
        }
        Stmt::With(with) => has_annotations(&with.body),
        Stmt::Match(subject) => subject.cases.iter().any(|case| has_annotations(&case.body)),
        Stmt::Try(attempt) => {
            [&attempt.body, &attempt.orelse, &attempt.finalbody].into_iter().any(|body| has_annotations(body))
                || attempt.handlers.iter().any(|handler| {
                    let ruff_python_ast::ExceptHandler::ExceptHandler(handler) = handler;
                    has_annotations(&handler.body)
                })
        }
        _ => false,
    })
}
