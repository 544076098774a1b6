//! What CPython refuses after parsing: programs whose grammar is right and whose meaning is not.
//!
//! Three passes in CPython's order, each reporting its first error: `__future__` imports, then the scopes of names
//! (its symbol table), then the flow of control and what only its compiler refuses. **A tree that passes is a valid
//! program**, and the compiler does not look again. Deliberately absent: the rules on type parameters, but for
//! their names.

mod flow;
mod patterns;
mod scopes;

use ruff_python_ast::{Expr, Mod, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::Mode;
use super::error::Diagnosis;

/// The first error of a parsed program.
pub(super) fn check(syntax: &Mod, mode: Mode) -> Option<Diagnosis> {
    let future = match syntax {
        Mod::Module(module) => future_imports(&module.body),
        Mod::Expression(_) => None,
    };
    future.or_else(|| scopes::check(syntax)).or_else(|| flow::check(syntax, mode))
}

const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

fn future_imports(body: &[Stmt]) -> Option<Diagnosis> {
    let mut early = true;
    for (index, statement) in body.iter().enumerate() {
        let import = match statement {
            Stmt::ImportFrom(import)
                if import.level == 0 && import.module.as_deref() == Some("__future__") =>
            {
                import
            }
            Stmt::Expr(docstring) if index == 0 && matches!(*docstring.value, Expr::StringLiteral(_)) => {
                continue;
            }
            _ => {
                early = false;
                continue;
            }
        };
        if !early {
            return Some(late_future(import.range()));
        }
        let mut names = import.names.iter().map(|alias| alias.name.as_str());
        let Some(unknown) = names.find(|name| !FEATURES.contains(name)) else { continue };
        let message = match unknown {
            "braces" => "not a chance".to_owned(),
            name => format!("future feature {name} is not defined"),
        };
        let place = TextRange::empty(import.start());
        return Some(Diagnosis { has_end: false, ..Diagnosis::syntax(message, place) });
    }
    None
}

/// A `__future__` import anywhere but at the top, nested ones included.
fn late_future(place: TextRange) -> Diagnosis {
    Diagnosis::syntax("from __future__ imports must occur at the beginning of the file", place)
}
