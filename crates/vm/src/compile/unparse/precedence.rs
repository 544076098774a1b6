//! How tightly expressions bind, loosest first.

use ruff_python_ast::{BoolOp, Expr, Operator, UnaryOp};

/// CPython's `PR_…` levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Tuple,
    Test,
    Or,
    And,
    Not,
    Compare,
    Expr,
    BitXor,
    BitAnd,
    Shift,
    Arithmetic,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

impl Level {
    /// The next level up.
    pub fn tighter(self) -> Level {
        use Level::*;
        match self {
            Tuple => Test,
            Test => Or,
            Or => And,
            And => Not,
            Not => Compare,
            Compare => Expr,
            Expr => BitXor,
            BitXor => BitAnd,
            BitAnd => Shift,
            Shift => Arithmetic,
            Arithmetic => Term,
            Term => Factor,
            Factor => Power,
            Power => Await,
            Await | Atom => Atom,
        }
    }
}

/// The level of an expression's own operator.
pub(super) fn of(expr: &Expr) -> Level {
    match expr {
        Expr::Tuple(tuple) if !tuple.elts.is_empty() => Level::Tuple,
        Expr::Named(_) => Level::Tuple,
        Expr::If(_) | Expr::Lambda(_) => Level::Test,
        Expr::BoolOp(operation) => match operation.op {
            BoolOp::Or => Level::Or,
            BoolOp::And => Level::And,
        },
        Expr::UnaryOp(operation) => match operation.op {
            UnaryOp::Not => Level::Not,
            _ => Level::Factor,
        },
        Expr::Compare(_) => Level::Compare,
        Expr::BinOp(operation) => match operation.op {
            Operator::BitOr => Level::Expr,
            Operator::BitXor => Level::BitXor,
            Operator::BitAnd => Level::BitAnd,
            Operator::LShift | Operator::RShift => Level::Shift,
            Operator::Add | Operator::Sub => Level::Arithmetic,
            Operator::Mult | Operator::MatMult | Operator::Div | Operator::Mod | Operator::FloorDiv => {
                Level::Term
            }
            Operator::Pow => Level::Power,
        },
        Expr::Await(_) => Level::Await,
        _ => Level::Atom,
    }
}
