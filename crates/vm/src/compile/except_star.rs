//! `try` with `except*`.
//!
//! Three values stand above the saved exception while handlers are tried: the original exception, the list of what has to be
//! raised in the end, and what is still unmatched. All handlers run; their exceptions join the list.

use super::assemble::Region;
use super::unwind::BlockKind;
use super::{Compiler, Done};
use crate::code::Op;
use ruff_python_ast::{self as ast, ExceptHandler};

impl<'a> Compiler<'a> {
    pub(super) fn try_except_star(&mut self, statement: &'a ast::StmtTry) -> Done {
        let at = statement.range;
        let (handlers, end, cleanup, reraise) = (self.label(), self.label(), self.label(), self.label());
        self.guarded_body(statement, handlers, end)?;

        self.place(handlers);
        self.emit(Op::PushExc, 0, at);
        let outer = self.unit().code.enter(cleanup, 1);
        // prev exc -- prev orig list rest
        self.emit(Op::BuildList, 0, at);
        self.emit(Op::Copy, 2, at);
        for handler in &statement.handlers {
            let ExceptHandler::ExceptHandler(handler) = handler;
            self.star_handler(handler, outer)?;
        }
        self.emit(Op::ListAppend, 1, at);
        self.emit(Op::PrepReraiseStar, 0, at);
        // prev exc|None
        self.emit(Op::Copy, 1, at);
        self.jump(Op::PopJumpIfNotNone, reraise, at);
        self.emit(Op::Pop, 0, at);
        self.unit().code.leave(outer);
        self.emit(Op::PopExcept, 0, at);
        self.jump(Op::Jump, end, at);
        self.place(reraise);
        self.emit(Op::Reraise, 1, at);
        self.cleanup(cleanup, at);
        self.place(end);
        Ok(())
    }

    /// `list rest -- list rest'`
    fn star_handler(&mut self, handler: &'a ast::ExceptHandlerExceptHandler, outer: Option<Region>) -> Done {
        let at = handler.range;
        let (no_match, failed, next) = (self.label(), self.label(), self.label());
        if let Some(class) = &handler.type_ {
            self.unit().code.begin_statement();
            self.expr(class)?;
            self.emit(Op::CheckGroupMatch, 0, at);
        } else {
            self.emit(Op::LoadNone, 0, at);
        }
        self.emit(Op::Copy, 1, at);
        self.jump(Op::PopJumpIfNone, no_match, at);
        match &handler.name {
            Some(name) => self.store_name(&name.id, at),
            None => self.emit(Op::Pop, 0, at),
        }
        let inner = self.unit().code.enter(failed, 0);
        self.push_block(BlockKind::HandlerStar, outer, at)?;
        self.body(&handler.body)?;
        self.pop_block();
        self.unit().code.leave(inner);
        let last = Self::end_of(&handler.body, at);
        if let Some(name) = &handler.name {
            self.forget(&name.id, last);
        }
        self.jump(Op::Jump, next, last);
        // list rest exc, raised by the body
        self.place(failed);
        if let Some(name) = &handler.name {
            self.forget(&name.id, at);
        }
        self.emit(Op::ListAppend, 2, at);
        self.jump(Op::Jump, next, at);
        self.place(no_match);
        self.emit(Op::Pop, 0, at);
        self.place(next);
        Ok(())
    }
}
