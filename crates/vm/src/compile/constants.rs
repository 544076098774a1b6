//! Constants: literals, and the little folding that is done.
//!
//! Folded are signs before numbers, sums of a real and an imaginary literal, and tuples of constants. All else is left to run.

use num_bigint::BigInt;
use num_traits::Num;
use ruff_python_ast::{Expr, Number, Operator, UnaryOp};
use ruff_text_size::TextRange;

use super::Compiler;
use crate::code::{Const, Instr, Op};

/// Levels of nesting that are looked at for a constant.
const DEPTH: u32 = 20;

/// The value of an expression that is a constant.
pub(super) fn constant(expr: &Expr) -> Option<Const> {
    folded(expr, DEPTH)
}

/// The value of a literal number.
pub(super) fn number(number: &Number) -> Const {
    match number {
        Number::Int(value) => match value.as_i64() {
            Some(small) => Const::Int(small),
            None => big(&value.to_string()).map_or(Const::Int(0), Const::BigInt),
        },
        Number::Float(value) => Const::Float(*value),
        Number::Complex { real, imag } => Const::Complex(*real, *imag),
    }
}

/// Whether a constant is true; `None` when it is none of the plain kinds.
pub(super) fn truth(value: &Const) -> Option<bool> {
    match value {
        Const::None => Some(false),
        Const::Ellipsis => Some(true),
        Const::Bool(value) => Some(*value),
        Const::Int(value) => Some(*value != 0),
        Const::BigInt(_) => Some(true),
        Const::Float(value) => Some(*value != 0.0),
        Const::Complex(real, imag) => Some(*real != 0.0 || *imag != 0.0),
        Const::Str(text) => Some(!text.is_empty()),
        Const::Bytes(bytes) => Some(!bytes.is_empty()),
        Const::Tuple(items) => Some(!items.is_empty()),
        Const::FrozenSet(_) | Const::Code(_) => None,
    }
}

fn folded(expr: &Expr, depth: u32) -> Option<Const> {
    let depth = depth.checked_sub(1)?;
    match expr {
        Expr::NoneLiteral(_) => Some(Const::None),
        Expr::BooleanLiteral(literal) => Some(Const::Bool(literal.value)),
        Expr::EllipsisLiteral(_) => Some(Const::Ellipsis),
        Expr::NumberLiteral(literal) => Some(number(&literal.value)),
        Expr::StringLiteral(literal) => Some(Const::Str(literal.value.to_str().into())),
        Expr::BytesLiteral(literal) => Some(Const::Bytes(literal.value.bytes().collect())),
        Expr::Name(name) if name.id.as_str() == "__debug__" => Some(Const::Bool(true)),
        Expr::Tuple(tuple) => {
            tuple.elts.iter().map(|item| folded(item, depth)).collect::<Option<_>>().map(Const::Tuple)
        }
        Expr::UnaryOp(operation) => {
            let operand = folded(&operation.operand, depth)?;
            match (operation.op, operand) {
                (UnaryOp::USub, operand) => negated(operand),
                (UnaryOp::UAdd, Const::Int(value)) => Some(Const::Int(value)),
                (UnaryOp::UAdd, Const::Float(value)) => Some(Const::Float(value)),
                (UnaryOp::Not, operand) => truth(&operand).map(|value| Const::Bool(!value)),
                _ => None,
            }
        }
        Expr::BinOp(operation) => {
            let imaginary =
                |expr: &Expr| matches!(expr, Expr::NumberLiteral(literal) if literal.value.is_complex());
            if !imaginary(&operation.right) {
                return None;
            }
            let real = match folded(&operation.left, depth)? {
                Const::Int(value) if value.unsigned_abs() < 1 << 53 => value as f64,
                Const::Float(value) => value,
                _ => return None,
            };
            let Some(Const::Complex(zero, imag)) = folded(&operation.right, depth) else { return None };
            match operation.op {
                Operator::Add => Some(Const::Complex(real + zero, imag)),
                Operator::Sub => Some(Const::Complex(real - zero, 0.0 - imag)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn negated(value: Const) -> Option<Const> {
    Some(match value {
        Const::Int(value) => match value.checked_neg() {
            Some(value) => Const::Int(value),
            None => Const::BigInt(-BigInt::from(value)),
        },
        // The smallest i64 is written as the negative of what does not fit one.
        Const::BigInt(value) => {
            let value = -value;
            i64::try_from(&value).map_or(Const::BigInt(value), Const::Int)
        }
        Const::Float(value) => Const::Float(-value),
        Const::Complex(real, imag) => Const::Complex(-real, -imag),
        _ => return None,
    })
}

/// An integer literal's text as the parser keeps it: with its prefix, perhaps with underscores.
fn big(text: &str) -> Option<BigInt> {
    let digits: String = text.chars().filter(|c| *c != '_').collect();
    let (radix, digits) = match digits.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => (16, digits.get(2..)?),
        Some("0o") => (8, digits.get(2..)?),
        Some("0b") => (2, digits.get(2..)?),
        _ => (10, digits.as_str()),
    };
    BigInt::from_str_radix(digits, radix).ok()
}

impl<'a> Compiler<'a> {
    pub(super) fn load_const(&mut self, value: Const, at: TextRange) {
        match value {
            Const::None => self.emit(Op::LoadNone, 0, at),
            Const::Int(value) if (0..=i64::from(Instr::MAX_ARG)).contains(&value) => {
                self.emit(Op::LoadSmallInt, value as u32, at);
            }
            value => {
                let index = self.unit().const_index(value);
                self.emit(Op::LoadConst, index, at);
            }
        }
    }

    pub(super) fn return_none(&mut self, at: TextRange) {
        self.emit(Op::LoadNone, 0, at);
        self.emit(Op::Return, 0, at);
    }
}
