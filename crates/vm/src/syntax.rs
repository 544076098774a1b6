//! From source text to either a valid syntax tree or CPython 3.13's error about it.
//!
//! ruff's parser decides what is valid and builds the tree; it recovers from errors and words them its own way, so
//! an invalid source goes to [`diagnose`], which reads it again as CPython does and finds CPython's class, words
//! and place. What parses can still be no program (`return` outside a function): [`check`] refuses that, so **the
//! compiler may take any [`Parsed`] for a valid program**. [`limits`] bounds the depth of every tree before it is
//! built, because parsing, compiling and dropping one are recursive.

mod check;
mod diagnose;
mod error;
mod limits;
mod lines;
mod names;
mod tokens;
mod warnings;

pub use error::{ErrorClass, SyntaxDetails, SyntaxError};
pub use lines::{LineIndex, Position};
pub use warnings::{SyntaxWarning, compiler_warning, token_warnings};

use ruff_python_ast::Mod;
use ruff_python_parser::ParseOptions;
use ruff_text_size::TextRange;

/// What a source text is to be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A module: `exec`.
    Exec,
    /// One expression: `eval`. The tree is `Mod::Expression`.
    Eval,
    /// A module whose top level may wait (`await`, `async for`, `async with`, asynchronous comprehensions), as `compile` takes
    /// one with `PyCF_ALLOW_TOP_LEVEL_AWAIT`.
    Interactive,
    /// One expression that may wait: the same flag with `eval`.
    InteractiveEval,
}

/// A valid program: its tree, and the index that turns the tree's byte offsets into lines and columns.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// `Mod::Expression` for [`Mode::Eval`] and [`Mode::InteractiveEval`], else `Mod::Module`.
    pub syntax: Mod,
    /// Lines and columns of the source.
    pub lines: LineIndex,
}

/// Reads `source` as `compile(source, file_name, mode)` does in CPython.
///
/// # Errors
/// The first error CPython 3.13 reports, in its class, words and place.
pub fn parse(source: &str, file_name: &str, mode: Mode) -> Result<Parsed, SyntaxError> {
    let lines = LineIndex::new(source);
    let tokens = tokens::tokenize(source);
    if let Some(error) = limits::exceeded(source, &tokens).or_else(|| names::rewritten(source, &tokens)) {
        return Err(error.locate(source, file_name, &lines));
    }
    let ruff_mode = match mode {
        Mode::Exec | Mode::Interactive => ruff_python_parser::Mode::Module,
        Mode::Eval | Mode::InteractiveEval => ruff_python_parser::Mode::Expression,
    };
    let options = ParseOptions::from(ruff_mode).with_target_version(ruff_python_ast::PythonVersion::PY313);
    let parsed = ruff_python_parser::parse_unchecked(source, options);
    let error = parsed.errors().first().map(|error| error.location);
    let error = error.or_else(|| parsed.unsupported_syntax_errors().first().map(|error| error.range));
    if let Some(place) = error {
        let words = || error::Diagnosis::syntax("invalid syntax", place);
        let diagnosis = diagnose::diagnose(source, &tokens, &lines, mode).unwrap_or_else(words);
        return Err(diagnosis.locate(source, file_name, &lines));
    }
    if let Some(diagnosis) = check::check(parsed.syntax(), mode) {
        return Err(diagnosis.locate(source, file_name, &lines));
    }
    Ok(Parsed { syntax: parsed.into_syntax(), lines })
}

/// Reads a piece of a program on its own, for its shape alone; `None` when it is no whole statement or nested too deeply.
/// Takes what the compiler would refuse: `return` outside a function.
pub fn parse_fragment(source: &str) -> Option<Parsed> {
    if limits::exceeded(source, &tokens::tokenize(source)).is_some() {
        return None;
    }
    let options = ParseOptions::from(ruff_python_parser::Mode::Module)
        .with_target_version(ruff_python_ast::PythonVersion::PY313);
    let parsed = ruff_python_parser::parse_unchecked(source, options);
    let lines = LineIndex::new(source);
    parsed.errors().is_empty().then(|| Parsed { syntax: parsed.into_syntax(), lines })
}

/// `lineno`, `offset`, `end_lineno` and `end_offset` of a range.
pub(crate) fn compile_place(range: TextRange, lines: &LineIndex) -> [u32; 4] {
    let start = lines.position(range.start().to_u32());
    let end = lines.position(range.end().to_u32());
    [start.line, start.column + 1, end.line, end.column + 1]
}
