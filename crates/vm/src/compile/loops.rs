//! `for`, `async for`, `while`.

use ruff_python_ast as ast;
use ruff_text_size::Ranged;

use super::constants::{constant, truth};
use super::unwind::BlockKind;
use super::{Compiler, Done};
use crate::code::Op;

impl<'a> Compiler<'a> {
    #[inline(never)]
    pub(super) fn while_statement(&mut self, statement: &'a ast::StmtWhile) -> Done {
        let (orelse, end) = (self.label(), self.label());
        let forever = constant(&statement.test).as_ref().and_then(truth) == Some(true);
        // Rounds begin behind the place of the statement itself, unless another loop begins there, too: then a stop could
        // not tell their rounds apart. Where all is on one line, that is the place of each round.
        let first = statement.body.first();
        let shared = matches!(first, Some(ast::Stmt::While(_)))
            || first.is_some_and(|first| self.line(first.range()) == self.line(statement.range));
        if !forever || shared {
            // What is raised at a jump back finds its line and its handler at the instruction before the jump's target.
            self.unit().code.end_statement();
            self.emit(Op::Nop, 0, statement.test.range());
            self.unit().code.begin_statement();
        }
        let mut next = self.unit().code.here();
        if forever {
            self.emit(Op::Nop, u32::from(!shared), statement.test.range());
            if !shared {
                next = self.unit().code.here();
            }
        }
        let region = self.current_region();
        self.push_block(BlockKind::While { next, end }, region, statement.range)?;
        if !forever {
            self.unit().code.begin_statement();
        }
        let before = self.warnings.len();
        self.test(&statement.test, orelse)?;
        let again = self.warnings.get(before..).map(<[_]>::to_vec).unwrap_or_default();
        self.body(&statement.body)?;
        // CPython's loop has its test a second time at its end.
        self.warnings.extend(again);
        self.jump(Op::Jump, next, Self::end_of(&statement.body, statement.range));
        self.pop_block();
        self.place(orelse);
        self.body(&statement.orelse)?;
        self.place(end);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn for_statement(&mut self, statement: &'a ast::StmtFor) -> Done {
        let at = statement.iter.range();
        let (exhausted, end) = (self.label(), self.label());
        self.expr(&statement.iter)?;
        self.emit(if statement.is_async { Op::GetAIter } else { Op::GetIter }, 0, at);
        let next = self.unit().code.here();
        let region = self.current_region();
        self.push_block(BlockKind::For { next, end }, region, statement.range)?;
        self.unit().code.begin_statement();
        if statement.is_async {
            self.async_next(exhausted, statement.range);
        } else {
            self.jump(Op::ForIter, exhausted, at);
        }
        self.store(&statement.target)?;
        self.body(&statement.body)?;
        self.jump(Op::Jump, next, Self::end_of(&statement.body, statement.range));
        self.pop_block();
        if statement.is_async {
            self.end_async_for(exhausted, at);
        } else {
            self.place(exhausted);
        }
        self.body(&statement.orelse)?;
        self.place(end);
        Ok(())
    }
}
