//! What CPython's compiler warns about: literals compared by identity, called or wrongly indexed, and assertions of tuples.
//!
//! Said in the order in which code is written, once for each copy of a `finally` body, as CPython says it.

use ruff_python_ast::{self as ast, CmpOp, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::Compiler;
use super::constants::constant;
use crate::code::Const;

/// A warning and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub message: String,
    pub range: TextRange,
}

impl Compiler<'_> {
    fn warn(&mut self, message: String, range: TextRange) {
        self.warnings.push(Warning { message, range });
    }

    /// `assert (test, "message")`
    pub(super) fn check_assert(&mut self, assert: &ast::StmtAssert) {
        if matches!(&*assert.test, Expr::Tuple(tuple) if !tuple.is_empty()) {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.warn(message.to_owned(), assert.range);
        }
    }

    /// `not x is 1` is `x is not 1` for CPython.
    pub(super) fn note_not(&mut self, operand: &Expr) {
        self.negated = matches!(operand, Expr::Compare(compare) if compare.ops.len() == 1);
    }

    /// `x is 1`
    pub(super) fn check_compare(&mut self, compare: &ast::ExprCompare) {
        let negated = std::mem::take(&mut self.negated);
        if !compare.ops.iter().any(|op| matches!(op, CmpOp::Is | CmpOp::IsNot)) {
            return;
        }
        let mut left = compared_literal(&compare.left);
        for (op, right) in compare.ops.iter().zip(&*compare.comparators) {
            let right = compared_literal(right);
            let (op, better) = match op {
                CmpOp::Is if !negated => ("is", "=="),
                CmpOp::IsNot if negated => ("is", "=="),
                CmpOp::Is | CmpOp::IsNot => ("is not", "!="),
                _ => {
                    left = right;
                    continue;
                }
            };
            if let Some(kind) = left.or(right) {
                let message = format!("\"{op}\" with '{kind}' literal. Did you mean \"{better}\"?");
                return self.warn(message, compare.range);
            }
            left = right;
        }
    }

    /// `[1] (2)`
    pub(super) fn check_callee(&mut self, callee: &Expr) {
        if let Some(kind) = literal(callee).filter(|_| !callee.is_lambda_expr()) {
            let message = format!("'{kind}' object is not callable; perhaps you missed a comma?");
            self.warn(message, callee.range());
        }
    }

    /// `{1} [0]` and `[1] [2, 3]`
    pub(super) fn check_subscript(&mut self, subscript: &ast::ExprSubscript) {
        let Some(kind) = literal(&subscript.value) else { return };
        let place = subscript.value.range();
        match kind {
            "dict" => {}
            "str" | "bytes" | "tuple" | "list" => match literal(&subscript.slice) {
                None | Some("int" | "bool") => {}
                Some(index) => {
                    let message = format!(
                        "{kind} indices must be integers or slices, not {index}; perhaps you missed a comma?"
                    );
                    self.warn(message, place);
                }
            },
            _ => {
                let message = format!("'{kind}' object is not subscriptable; perhaps you missed a comma?");
                self.warn(message, place);
            }
        }
    }
}

/// The class of a literal whose identity says nothing.
fn compared_literal(expr: &Expr) -> Option<&'static str> {
    constant(expr)
        .as_ref()
        .and_then(class_of)
        .filter(|kind| !matches!(*kind, "NoneType" | "bool" | "ellipsis"))
}

/// The class of what an expression that is written out makes.
fn literal(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::FString(_) => "str",
        _ => return constant(expr).as_ref().and_then(class_of),
    })
}

fn class_of(value: &Const) -> Option<&'static str> {
    Some(match value {
        Const::None => "NoneType",
        Const::Ellipsis => "ellipsis",
        Const::Bool(_) => "bool",
        Const::Int(_) | Const::BigInt(_) => "int",
        Const::Float(_) => "float",
        Const::Complex(..) => "complex",
        Const::Str(_) => "str",
        Const::Bytes(_) => "bytes",
        Const::Tuple(_) => "tuple",
        Const::FrozenSet(_) | Const::Code(_) => return None,
    })
}
