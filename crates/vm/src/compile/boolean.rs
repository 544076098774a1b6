//! Conditions: `and`, `or`, `not`, comparisons, conditional expressions, and jumps on them.
//!
//! [`jump_if`](Compiler::jump_if) asks for truth only at the leaves, so a condition makes no bool of its parts.

use ruff_python_ast::{self as ast, BoolOp, CmpOp, Expr, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

use super::assemble::Label;
use super::constants::{constant, truth};
use super::{Compiler, Done};
use crate::code::{Compare, Const, Op};

impl<'a> Compiler<'a> {
    /// Jumps to `target` when the truth of `test` is `wanted`, else goes on.
    #[inline(never)]
    pub(super) fn jump_if(&mut self, test: &'a Expr, target: Label, wanted: bool) -> Done {
        match test {
            Expr::UnaryOp(operation) if operation.op == UnaryOp::Not => {
                self.note_not(&operation.operand);
                return self.jump_if(&operation.operand, target, !wanted);
            }
            Expr::BoolOp(operation) => return self.jump_if_bool_op(operation, target, wanted),
            Expr::If(choice) => {
                let (orelse, end) = (self.label(), self.label());
                self.jump_if(&choice.test, orelse, false)?;
                self.jump_if(&choice.body, target, wanted)?;
                self.jump(Op::Jump, end, choice.range);
                self.place(orelse);
                self.jump_if(&choice.orelse, target, wanted)?;
                self.place(end);
                return Ok(());
            }
            Expr::Compare(compare) if compare.ops.len() > 1 => {
                return self.jump_if_chain(compare, target, wanted);
            }
            Expr::Compare(compare) => {
                if let Some(()) = self.jump_if_none(compare, target, wanted)? {
                    return Ok(());
                }
            }
            _ => {
                if let Some(known) = constant(test).as_ref().and_then(truth) {
                    if known == wanted {
                        self.jump(Op::Jump, target, test.range());
                    }
                    return Ok(());
                }
            }
        }
        self.expr(test)?;
        self.jump(on(wanted), target, test.range());
        Ok(())
    }

    fn jump_if_bool_op(&mut self, operation: &'a ast::ExprBoolOp, target: Label, wanted: bool) -> Done {
        let Some((last, others)) = operation.values.split_last() else { return Ok(()) };
        let decides = operation.op == BoolOp::Or;
        let end = self.label();
        for value in others {
            self.jump_if(value, if decides == wanted { target } else { end }, decides)?;
        }
        self.jump_if(last, target, wanted)?;
        self.place(end);
        Ok(())
    }

    /// `x is None` needs no bool.
    fn jump_if_none(
        &mut self,
        compare: &'a ast::ExprCompare,
        target: Label,
        wanted: bool,
    ) -> Result<Option<()>, super::CompileError> {
        let ([op @ (CmpOp::Is | CmpOp::IsNot)], [Expr::NoneLiteral(_)]) =
            (&*compare.ops, &*compare.comparators)
        else {
            return Ok(None);
        };
        self.check_compare(compare);
        self.expr(&compare.left)?;
        let none = (*op == CmpOp::Is) == wanted;
        self.jump(if none { Op::PopJumpIfNone } else { Op::PopJumpIfNotNone }, target, compare.range);
        Ok(Some(()))
    }

    fn jump_if_chain(&mut self, compare: &'a ast::ExprCompare, target: Label, wanted: bool) -> Done {
        self.check_compare(compare);
        let (cleanup, end) = (self.label(), self.label());
        self.expr(&compare.left)?;
        let pairs = compare.ops.len().min(compare.comparators.len());
        for (at, (op, right)) in compare.ops.iter().zip(&*compare.comparators).enumerate() {
            self.expr(right)?;
            if at + 1 < pairs {
                self.emit(Op::Swap, 2, compare.range);
                self.emit(Op::Copy, 2, compare.range);
                self.compare_op(*op, compare.range);
                self.jump(Op::PopJumpIfFalse, cleanup, compare.range);
            } else {
                self.compare_op(*op, compare.range);
                self.jump(on(wanted), target, compare.range);
            }
        }
        self.jump(Op::Jump, end, compare.range);
        self.place(cleanup);
        self.emit(Op::Pop, 0, compare.range);
        if !wanted {
            self.jump(Op::Jump, target, compare.range);
        }
        self.place(end);
        Ok(())
    }

    /// The value of `a and b or c`: the operand that decides.
    #[inline(never)]
    pub(super) fn bool_op(&mut self, operation: &'a ast::ExprBoolOp) -> Done {
        let Some((last, others)) = operation.values.split_last() else { return Ok(()) };
        let end = self.label();
        for value in others {
            self.expr(value)?;
            self.emit(Op::Copy, 1, operation.range);
            self.jump(on(operation.op == BoolOp::Or), end, operation.range);
            self.emit(Op::Pop, 0, operation.range);
        }
        self.expr(last)?;
        self.place(end);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn compare(&mut self, compare: &'a ast::ExprCompare) -> Done {
        self.check_compare(compare);
        self.expr(&compare.left)?;
        let pairs = compare.ops.len().min(compare.comparators.len());
        let (cleanup, end) = (self.label(), self.label());
        for (at, (op, right)) in compare.ops.iter().zip(&*compare.comparators).enumerate() {
            // What the next comparison looks at must be what was written.
            if at + 1 < pairs {
                self.expr(right)?;
                self.emit(Op::Swap, 2, compare.range);
                self.emit(Op::Copy, 2, compare.range);
                self.compare_op(*op, compare.range);
                self.emit(Op::Copy, 1, compare.range);
                self.jump(Op::PopJumpIfFalse, cleanup, compare.range);
                self.emit(Op::Pop, 0, compare.range);
            } else {
                self.compare_right(*op, right)?;
                self.compare_op(*op, compare.range);
            }
        }
        if pairs > 1 {
            self.jump(Op::Jump, end, compare.range);
            self.place(cleanup);
            self.emit(Op::Swap, 2, compare.range);
            self.emit(Op::Pop, 0, compare.range);
            self.place(end);
        }
        Ok(())
    }

    /// The right side of a comparison; `in [1, 2]` and `in {1, 2}` look into constants.
    fn compare_right(&mut self, op: CmpOp, right: &'a Expr) -> Done {
        let items = |items: &[Expr]| items.iter().map(constant).collect::<Option<Vec<Const>>>();
        let value = match (op, right) {
            (CmpOp::In | CmpOp::NotIn, Expr::List(list)) => items(&list.elts).map(Const::Tuple),
            (CmpOp::In | CmpOp::NotIn, Expr::Set(set)) => items(&set.elts).map(Const::FrozenSet),
            _ => None,
        };
        match value {
            Some(value) => {
                self.load_const(value, right.range());
                Ok(())
            }
            None => self.expr(right),
        }
    }

    fn compare_op(&mut self, op: CmpOp, at: TextRange) {
        let (op, arg) = match op {
            CmpOp::Eq => (Op::Compare, Compare::Eq as u32),
            CmpOp::NotEq => (Op::Compare, Compare::Ne as u32),
            CmpOp::Lt => (Op::Compare, Compare::Lt as u32),
            CmpOp::LtE => (Op::Compare, Compare::Le as u32),
            CmpOp::Gt => (Op::Compare, Compare::Gt as u32),
            CmpOp::GtE => (Op::Compare, Compare::Ge as u32),
            CmpOp::Is => (Op::Is, 0),
            CmpOp::IsNot => (Op::Is, 1),
            CmpOp::In => (Op::Contains, 0),
            CmpOp::NotIn => (Op::Contains, 1),
        };
        self.emit(op, arg, at);
    }

    /// `a if test else b`
    #[inline(never)]
    pub(super) fn choice(&mut self, choice: &'a ast::ExprIf) -> Done {
        let (orelse, end) = (self.label(), self.label());
        self.jump_if(&choice.test, orelse, false)?;
        self.expr(&choice.body)?;
        self.jump(Op::Jump, end, choice.range);
        self.place(orelse);
        self.expr(&choice.orelse)?;
        self.place(end);
        Ok(())
    }
}

/// The jump on a value of that truth.
fn on(wanted: bool) -> Op {
    if wanted { Op::PopJumpIfTrue } else { Op::PopJumpIfFalse }
}
