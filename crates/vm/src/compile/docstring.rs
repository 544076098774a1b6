//! Docstrings: finding one, and stripping its indentation as CPython 3.13's compiler does.

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::Compiler;
use crate::code::{Const, Op};
use ruff_python_ast::name::Name;

/// The text of a body's docstring, cleaned, and where it stands.
pub(super) fn docstring(body: &[Stmt]) -> Option<(String, TextRange)> {
    let Stmt::Expr(statement) = body.first()? else { return None };
    let Expr::StringLiteral(literal) = &*statement.value else { return None };
    Some((clean(literal.value.to_str()), statement.range()))
}

impl<'a> Compiler<'a> {
    /// Stores a module's or class's docstring.
    pub(super) fn module_docstring(&mut self, body: &[Stmt]) {
        if let Some((text, at)) = docstring(body) {
            self.load_const(Const::Str(text.into()), at);
            self.emit_name(Op::StoreName, &Name::new_static("__doc__"), at);
        }
    }
}

/// Removes the spaces common to all lines but the first (which loses all of its own); tabs count to multiples of eight.
fn clean(text: &str) -> String {
    let text = expand_tabs(text);
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut lines = text.split('\n');
    let first = lines.next().unwrap_or_default();
    let indented = lines.clone().filter(|line| spaces(line) < line.len());
    let margin = indented.map(spaces).min().unwrap_or(0);
    let mut out = first.trim_start_matches(' ').to_owned();
    for line in lines {
        out.push('\n');
        out.push_str(line.get(margin.min(spaces(line))..).unwrap_or_default());
    }
    out
}

fn expand_tabs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let width = 8 - column % 8;
                out.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            c => {
                out.push(c);
                column += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn a_docstring_loses_the_margin_of_its_later_lines() {
        assert_eq!(clean("  One.\n\n        Two\n          three\n        "), "One.\n\nTwo\n  three\n");
        assert_eq!(clean("a\n\tb"), "a\nb");
        assert_eq!(clean("plain"), "plain");
    }
}
