//! Which part of an expression the carets stress: the operator of an operation, the brackets of a subscript or call.
//!
//! The instruction's source range is read again as an expression, as CPython's `traceback` module does it; what cannot be read
//! gets plain carets.

use ruff_python_ast::{Expr, Mod, Stmt};
use ruff_text_size::Ranged;

use crate::syntax::{self, Parsed};

/// The stressed part of a segment: places are line and character, both from 0; the end is exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchors {
    pub start: (usize, usize),
    pub end: (usize, usize),
}

/// The stressed part of an expression's text, if it has one.
pub fn anchors(segment: &str) -> Option<Anchors> {
    // In brackets, line ends inside the expression are harmless; the added line shifts all lines by one.
    let parsed = syntax::parse_fragment(&format!("(\n{segment}\n)"))?;
    let Mod::Module(module) = &parsed.syntax else { return None };
    let [Stmt::Expr(statement)] = module.body.as_slice() else { return None };
    let lines: Vec<Vec<char>> = segment.split('\n').map(|line| line.chars().collect()).collect();
    let text = Text { lines: &lines, parsed: &parsed };
    match &*statement.value {
        Expr::BinOp(operation) => {
            let after_left = text.valid(text.end_of(&*operation.left)?)?;
            let (line, column) = text.find(after_left, |c| !c.is_whitespace() && c != ')')?;
            let right = text.place(operation.right.start().to_u32())?;
            let next = lines.get(line)?.get(column + 1).copied();
            let two = (line, column + 1) < right
                && next.is_some_and(|c| !c.is_whitespace() && c != '\\' && c != '#');
            Some(Anchors { start: (line, column), end: (line, column + 1 + usize::from(two)) })
        }
        Expr::Subscript(subscript) => text.brackets(&*subscript.value, subscript, '['),
        Expr::Call(call) => text.brackets(&*call.func, call, '('),
        _ => None,
    }
}

/// Whether the range is a call that a statement consists of, such as `x = f()` or `return f()`: carets would say nothing.
/// `start` and `end` are columns of the first and last line.
pub fn is_whole_call(lines: &[String], start: usize, end: usize) -> bool {
    let source = lines.join("\n");
    let Some(parsed) = syntax::parse_fragment(&source) else { return false };
    let Mod::Module(module) = &parsed.syntax else { return false };
    let call = match module.body.first() {
        Some(Stmt::Return(statement)) => match statement.value.as_deref() {
            Some(Expr::Call(call)) if call.func.is_name_expr() => call,
            _ => return false,
        },
        Some(Stmt::Assign(statement)) => match (statement.targets.as_slice(), &*statement.value) {
            ([Expr::Name(_)], Expr::Call(call)) => call,
            _ => return false,
        },
        _ => return false,
    };
    // CPython compares its byte columns with character columns here, so wide characters before the call show carets.
    let (from, to) = (call.start().to_usize(), call.end().to_usize());
    let last_line = source.rfind('\n').map_or(0, |at| at + 1);
    from == start && !source[..from].contains('\n') && to >= last_line && to - last_line == end
}

/// A segment and its tree.
struct Text<'a> {
    lines: &'a [Vec<char>],
    parsed: &'a Parsed,
}

impl Text<'_> {
    fn place(&self, offset: u32) -> Option<(usize, usize)> {
        let position = self.parsed.lines.position(offset);
        Some(((position.line as usize).checked_sub(2)?, position.column as usize))
    }

    fn end_of(&self, node: &dyn Ranged) -> Option<(usize, usize)> {
        self.place(node.range().end().to_u32())
    }

    /// The first character at or after a place, line ends left out.
    fn valid(&self, (mut line, mut column): (usize, usize)) -> Option<(usize, usize)> {
        while column >= self.lines.get(line)?.len() {
            (line, column) = (line + 1, 0);
        }
        Some((line, column))
    }

    /// The first character from `at` on that `stop` wants; comments and escaped line ends are skipped.
    fn find(&self, mut at: (usize, usize), stop: impl Fn(char) -> bool) -> Option<(usize, usize)> {
        loop {
            let c = *self.lines.get(at.0)?.get(at.1)?;
            at = match c {
                '\\' | '#' => self.valid((at.0 + 1, 0))?,
                c if stop(c) => return Some(at),
                _ => self.valid((at.0, at.1 + 1))?,
            };
        }
    }

    fn brackets(&self, before: &dyn Ranged, whole: &dyn Ranged, bracket: char) -> Option<Anchors> {
        let from = self.valid(self.end_of(before)?)?;
        Some(Anchors { start: self.find(from, |c| c == bracket)?, end: self.end_of(whole)? })
    }
}
