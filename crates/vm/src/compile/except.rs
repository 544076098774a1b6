//! `try` with `except`, `else` and `finally`.
//!
//! On entry of a handler the exception is on the stack; `PushExc` makes it the handled one and keeps the one before below
//! it. An exception inside a handler cuts the stack to that saved one and restores it.

use ruff_python_ast::{self as ast, ExceptHandler, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::assemble::{Label, Region};
use super::unwind::BlockKind;
use super::{Compiler, Done};
use crate::code::Op;

impl<'a> Compiler<'a> {
    #[inline(never)]
    pub(super) fn try_statement(&mut self, statement: &'a ast::StmtTry) -> Done {
        // Something to stop at on the line of `try`.
        self.emit(Op::Nop, 0, statement.range);
        if statement.finalbody.is_empty() { self.try_except(statement) } else { self.try_finally(statement) }
    }

    fn try_finally(&mut self, statement: &'a ast::StmtTry) -> Done {
        let at = statement.range;
        let (handler, end) = (self.label(), self.label());
        let outer = self.unit().code.enter(handler, 0);
        self.push_block(BlockKind::Finally(&statement.finalbody), outer, at)?;
        if statement.handlers.is_empty() {
            self.body(&statement.body)?;
        } else {
            self.try_except(statement)?;
        }
        self.pop_block();
        self.unit().code.leave(outer);
        self.body(&statement.finalbody)?;
        self.jump(Op::Jump, end, Self::end_of(&statement.finalbody, at));

        self.place(handler);
        let cleanup = self.label();
        self.emit(Op::PushExc, 0, at);
        self.unit().code.enter(cleanup, 1);
        self.push_block(BlockKind::FinallyEnd, outer, at)?;
        self.body(&statement.finalbody)?;
        self.pop_block();
        self.unit().code.leave(outer);
        self.emit(Op::Reraise, 1, at);
        self.cleanup(cleanup, at);
        self.place(end);
        Ok(())
    }

    fn try_except(&mut self, statement: &'a ast::StmtTry) -> Done {
        if statement.is_star { self.try_except_star(statement) } else { self.try_except_plain(statement) }
    }

    fn try_except_plain(&mut self, statement: &'a ast::StmtTry) -> Done {
        let at = statement.range;
        let (handlers, end, cleanup) = (self.label(), self.label(), self.label());
        self.guarded_body(statement, handlers, end)?;

        self.place(handlers);
        self.emit(Op::PushExc, 0, at);
        // prev exc
        let outer = self.unit().code.enter(cleanup, 1);
        for handler in &statement.handlers {
            let ExceptHandler::ExceptHandler(handler) = handler;
            let next = self.label();
            if let Some(class) = &handler.type_ {
                self.begin_part(class.range());
                self.expr(class)?;
                self.emit(Op::CheckExcMatch, 0, handler.range);
                self.jump(Op::PopJumpIfFalse, next, handler.range);
            }
            self.handler_body(handler, end, outer)?;
            self.place(next);
        }
        self.unit().code.leave(outer);
        self.emit(Op::Reraise, 1, at);
        self.cleanup(cleanup, at);
        self.place(end);
        Ok(())
    }

    /// The `try` body and its `else`, with a jump to `end` after.
    pub(super) fn guarded_body(&mut self, statement: &'a ast::StmtTry, handlers: Label, end: Label) -> Done {
        let outer = self.unit().code.enter(handlers, 0);
        self.push_block(BlockKind::Try, outer, statement.range)?;
        self.body(&statement.body)?;
        self.pop_block();
        self.unit().code.leave(outer);
        self.body(&statement.orelse)?;
        let last: &[Stmt] = if statement.orelse.is_empty() { &statement.body } else { &statement.orelse };
        self.jump(Op::Jump, end, Self::end_of(last, statement.range));
        Ok(())
    }

    /// `prev exc --`, with the exception bound to the handler's name, if it has one.
    fn handler_body(
        &mut self,
        handler: &'a ast::ExceptHandlerExceptHandler,
        end: Label,
        outer: Option<Region>,
    ) -> Done {
        let (at, last) = (handler.range, Self::end_of(&handler.body, handler.range));
        let Some(name) = &handler.name else {
            self.emit(Op::Pop, 0, at);
            self.push_block(BlockKind::Handler(None), outer, at)?;
            self.body(&handler.body)?;
            self.pop_block();
            // What leaves a handler is outside its region, for the saved exception is gone then.
            let inner = self.unit().code.leave(outer);
            self.emit(Op::PopExcept, 0, last);
            self.jump(Op::Jump, end, last);
            self.unit().code.leave(inner);
            return Ok(());
        };
        self.store_name(&name.id, at);
        let unbind = self.label();
        let inner = self.unit().code.enter(unbind, 0);
        self.push_block(BlockKind::Handler(Some(&name.id)), outer, at)?;
        self.body(&handler.body)?;
        self.pop_block();
        self.unit().code.leave(outer);
        self.emit(Op::PopExcept, 0, last);
        self.forget(&name.id, last);
        self.jump(Op::Jump, end, last);
        // prev exc, of the new exception
        self.unit().code.leave(inner);
        self.place(unbind);
        self.forget(&name.id, at);
        self.unit().code.leave(outer);
        self.emit(Op::Reraise, 1, at);
        self.unit().code.leave(inner);
        Ok(())
    }

    /// `prev exc --`: an exception left a handler: restore what was handled before and raise it on.
    pub(super) fn cleanup(&mut self, label: Label, at: TextRange) {
        self.place(label);
        self.emit(Op::Reraise, 1, at);
    }
}
