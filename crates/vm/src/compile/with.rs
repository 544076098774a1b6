//! `with` and `async with`.
//!
//! The exit method stays on the stack during the body; a `with` of several managers is several nested ones.

use ruff_python_ast::{self as ast, WithItem};
use ruff_text_size::Ranged;

use super::unwind::BlockKind;
use super::{Compiler, Done};
use crate::code::Op;

impl<'a> Compiler<'a> {
    #[inline(never)]
    pub(super) fn with_statement(&mut self, statement: &'a ast::StmtWith) -> Done {
        self.with_items(statement, &statement.items)
    }

    /// Recursion is bounded by the limit on open blocks.
    fn with_items(&mut self, statement: &'a ast::StmtWith, items: &'a [WithItem]) -> Done {
        let Some((item, rest)) = items.split_first() else { return self.body(&statement.body) };
        let is_async = statement.is_async;
        let at = item.context_expr.range();
        let (handler, end) = (self.label(), self.label());
        self.expr(&item.context_expr)?;
        if is_async {
            self.emit(Op::BeforeAsyncWith, 0, at);
            self.await_top(1, at);
        } else {
            self.emit(Op::BeforeWith, 0, at);
        }
        // exit value: storing the value is already guarded
        let outer = self.unit().code.enter(handler, 1);
        self.push_block(BlockKind::With { is_async, at }, outer, statement.range)?;
        match &item.optional_vars {
            Some(target) => self.store(target)?,
            None => self.emit(Op::Pop, 0, at),
        }
        self.with_items(statement, rest)?;
        self.pop_block();
        self.unit().code.leave(outer);
        // Its line is told of again when it is left; with an exception, once for each manager.
        if rest.is_empty() {
            self.begin_place(at);
        }
        self.call_exit(is_async, at);
        self.jump(Op::Jump, end, at);

        // exit exc
        self.place(handler);
        let (cleanup, suppress) = (self.label(), self.label());
        self.emit(Op::PushExc, 0, at);
        self.unit().code.enter(cleanup, 1);
        self.unit().code.begin_statement();
        self.emit(Op::WithExceptStart, 0, at);
        if is_async {
            self.await_top(2, at);
        }
        self.jump(Op::PopJumpIfTrue, suppress, at);
        self.unit().code.leave(outer);
        self.emit(Op::Reraise, 1, at);
        // exit prev exc
        self.place(suppress);
        self.emit(Op::Pop, 0, at);
        self.emit(Op::PopExcept, 0, at);
        self.emit(Op::Pop, 0, at);
        self.jump(Op::Jump, end, at);
        self.cleanup(cleanup, at);
        self.place(end);
        Ok(())
    }
}
