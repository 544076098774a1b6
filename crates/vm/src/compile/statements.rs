//! Statements: the small ones, and the way to the others.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::assemble::Label;
use super::constants::constant;
use super::{CompileError, Compiler, Done, Mode};
use crate::code::{CodeKind, Op};

impl<'a> Compiler<'a> {
    pub(super) fn body(&mut self, body: &'a [Stmt]) -> Done {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    /// Compiles one statement. Bounded by the symbol table's walk.
    fn stmt(&mut self, stmt: &'a Stmt) -> Done {
        let at = stmt.range();
        self.check_size(at)?;
        self.begin_place(at);
        let line = self.unit().line;
        let done = match stmt {
            Stmt::Expr(statement) => self.expression_statement(statement),
            Stmt::Assign(assign) => self.assign(assign),
            Stmt::AugAssign(assign) => self.augmented_assign(assign),
            Stmt::AnnAssign(assign) => self.annotated_assign(assign),
            Stmt::Return(statement) => self.return_statement(statement),
            Stmt::If(statement) => self.if_statement(statement),
            Stmt::For(statement) => self.for_statement(statement),
            Stmt::While(statement) => self.while_statement(statement),
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::Try(statement) => self.try_statement(statement),
            Stmt::With(statement) => self.with_statement(statement),
            Stmt::Raise(statement) => self.raise(statement),
            Stmt::Assert(statement) => self.assert(statement),
            Stmt::Delete(statement) => statement.targets.iter().try_for_each(|target| self.delete(target)),
            Stmt::Import(statement) => self.import(statement),
            Stmt::ImportFrom(statement) => self.import_from(statement),
            Stmt::Match(statement) => self.match_statement(statement),
            Stmt::TypeAlias(statement) => self.type_alias(statement),
            Stmt::Break(_) => self.leave_loop(true, at),
            Stmt::Continue(_) => self.leave_loop(false, at),
            Stmt::Pass(_) => {
                self.emit(Op::Nop, 0, at);
                Ok(())
            }
            Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::IpyEscapeCommand(_) => Err(CompileError::new("invalid syntax", at)),
        };
        let is_compound = matches!(
            stmt,
            Stmt::If(_) | Stmt::For(_) | Stmt::While(_) | Stmt::Try(_) | Stmt::With(_) | Stmt::Match(_)
        );
        let unit = self.unit();
        if unit.code.end_statement() {
            unit.line = None;
        } else if !is_compound {
            // Jumps inside of it end in it.
            unit.line = line;
        }
        done
    }

    #[inline(never)]
    fn expression_statement(&mut self, statement: &'a ast::StmtExpr) -> Done {
        let at = statement.range;
        if self.mode == Mode::Interactive && self.units.len() == 1 {
            self.expr(&statement.value)?;
            self.emit(Op::PrintExpr, 0, at);
        } else if constant(&statement.value).is_some() {
            self.emit(Op::Nop, 0, at);
        } else {
            self.expr(&statement.value)?;
            self.emit(Op::Pop, 0, at);
        }
        Ok(())
    }

    #[inline(never)]
    fn return_statement(&mut self, statement: &'a ast::StmtReturn) -> Done {
        let at = statement.range;
        let unit = self.unit();
        if !unit.root_kind.is_function() {
            return Err(CompileError::new("'return' outside function", at));
        }
        if unit.kind == CodeKind::AsyncGenerator && statement.value.is_some() {
            return Err(CompileError::new("'return' with value in async generator", at));
        }
        let region = self.current_region();
        let value = statement.value.as_deref();
        // A constant is loaded after the blocks are left, so that it need not be kept.
        let kept = value.filter(|value| constant(value).is_none());
        if let Some(value) = kept {
            self.expr(value)?;
        } else if value.is_some() || !self.unit().blocks.is_empty() {
            self.emit(Op::Nop, 0, at);
        }
        self.unwind_all(kept.is_some(), at)?;
        match (kept, value) {
            (Some(_), _) => {}
            (None, Some(value)) => self.expr(value)?,
            (None, None) => self.emit(Op::LoadNone, 0, at),
        }
        self.emit(Op::Return, 0, at);
        self.unit().code.leave(region);
        Ok(())
    }

    /// A statement begins. What follows on a line is no place of its own, as in CPython's line table; where something jumps to, it is.
    pub(super) fn begin_place(&mut self, at: TextRange) {
        let line = self.line(at);
        if self.unit().line.replace(line) != Some(line) {
            self.unit().code.begin_statement();
        }
    }

    /// What decides whether a body runs, which may stand on the same line.
    pub(super) fn test(&mut self, test: &'a Expr, otherwise: Label) -> Done {
        let line = self.unit().line;
        self.jump_if(test, otherwise, false)?;
        self.unit().line = line;
        Ok(())
    }

    /// A part of a statement begins that has a place of its own, such as `elif`.
    pub(super) fn begin_part(&mut self, at: TextRange) {
        let line = self.line(at);
        self.unit().line = Some(line);
        self.unit().code.begin_statement();
    }

    #[inline(never)]
    fn if_statement(&mut self, statement: &'a ast::StmtIf) -> Done {
        let end = self.label();
        let mut next = self.label();
        self.test(&statement.test, next)?;
        self.body(&statement.body)?;
        let last_line = |body: &[Stmt]| body.last().map_or(statement.test.range(), Ranged::range);
        let mut leave_at = last_line(&statement.body);
        for clause in &statement.elif_else_clauses {
            self.jump(Op::Jump, end, leave_at);
            self.place(next);
            next = self.label();
            if let Some(test) = &clause.test {
                self.begin_part(test.range());
                self.test(test, next)?;
            }
            self.body(&clause.body)?;
            leave_at = last_line(&clause.body);
        }
        self.place(next);
        self.place(end);
        Ok(())
    }

    #[inline(never)]
    fn raise(&mut self, statement: &'a ast::StmtRaise) -> Done {
        let mut count = 0;
        for value in [&statement.exc, &statement.cause].into_iter().flatten() {
            self.expr(value)?;
            count += 1;
        }
        self.emit(Op::Raise, count, statement.range);
        Ok(())
    }

    #[inline(never)]
    fn assert(&mut self, statement: &'a ast::StmtAssert) -> Done {
        self.check_assert(statement);
        let end = self.label();
        self.jump_if(&statement.test, end, true)?;
        let at = statement.test.range();
        self.emit(Op::LoadAssertionError, 0, at);
        if let Some(message) = &statement.msg {
            // The message takes the place of `self`.
            self.expr(message)?;
            self.emit(Op::Call, 0, statement.range);
        }
        self.emit(Op::Raise, 1, at);
        self.place(end);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn delete(&mut self, target: &'a Expr) -> Done {
        let at = target.range();
        match target {
            Expr::Name(name) => self.delete_name(&name.id, at),
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value)?;
                let at = self.attribute_range(at, attribute);
                self.emit_name(Op::DeleteAttr, &attribute.attr.id, at);
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value)?;
                self.expr(&subscript.slice)?;
                self.emit(Op::DeleteItem, 0, at);
            }
            Expr::Tuple(tuple) => return tuple.elts.iter().try_for_each(|item| self.delete(item)),
            Expr::List(list) => return list.elts.iter().try_for_each(|item| self.delete(item)),
            _ => return Err(CompileError::new("cannot delete expression", at)),
        }
        Ok(())
    }

    /// Where an `else` or the code after a body is shown.
    pub(super) fn end_of(body: &[Stmt], otherwise: TextRange) -> TextRange {
        body.last().map_or(otherwise, Ranged::range)
    }
}
