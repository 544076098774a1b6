//! Expressions: each leaves one value on the stack.

use ruff_python_ast::{self as ast, Expr, Operator, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

use super::constants::{constant, number};
use super::symbols::ScopeKind;
use super::{CompileError, Compiler, Done};
use crate::code::{Binary, CodeKind, Const, Op};

impl<'a> Compiler<'a> {
    /// Pushes the value of an expression. Bounded by the symbol table's walk; the work is done in functions of their own to
    /// keep this frame small.
    pub(super) fn expr(&mut self, expr: &'a Expr) -> Done {
        let at = expr.range();
        match expr {
            Expr::Name(name) => {
                self.load_name(&name.id, at);
                Ok(())
            }
            Expr::Attribute(attribute) => self.attribute(attribute),
            Expr::Call(call) => self.call(call),
            Expr::BinOp(_) | Expr::UnaryOp(_) | Expr::Tuple(_) if self.load_constant(expr) => Ok(()),
            Expr::BinOp(operation) => self.binary(operation),
            Expr::NumberLiteral(literal) => {
                self.load_const(number(&literal.value), at);
                Ok(())
            }
            Expr::StringLiteral(literal) => {
                self.load_const(Const::Str(literal.value.to_str().into()), at);
                Ok(())
            }
            Expr::UnaryOp(operation) => self.unary(operation),
            Expr::BoolOp(operation) => self.bool_op(operation),
            Expr::Compare(compare) => self.compare(compare),
            Expr::If(choice) => self.choice(choice),
            Expr::Subscript(subscript) => self.subscript(subscript),
            Expr::Slice(slice) => self.slice(slice),
            Expr::Tuple(tuple) => self.tuple(tuple),
            Expr::List(list) => self.list(list),
            Expr::Set(set) => self.set(set),
            Expr::Dict(dict) => self.dict(dict),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::FString(string) => self.f_string(string),
            Expr::ListComp(comp) => self.list_comp(comp),
            Expr::SetComp(comp) => self.set_comp(comp),
            Expr::DictComp(comp) => self.dict_comp(comp),
            Expr::Generator(comp) => self.generator(comp, at),
            Expr::Named(named) => {
                self.expr(&named.value)?;
                self.emit(Op::Copy, 1, at);
                self.store(&named.target)
            }
            Expr::Await(awaited) => {
                self.expr(&awaited.value)?;
                self.await_top(0, at);
                Ok(())
            }
            Expr::Yield(value) => self.yield_value(value),
            Expr::YieldFrom(value) => {
                self.refuse_outside_function("'yield' outside function", at)?;
                self.expr(&value.value)?;
                self.emit(Op::GetYieldFromIter, 0, at);
                self.emit(Op::LoadNone, 0, at);
                self.emit(Op::Send, 0, at);
                Ok(())
            }
            Expr::NoneLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::BytesLiteral(_) => {
                self.load_const(constant(expr).unwrap_or(Const::None), at);
                Ok(())
            }
            Expr::Starred(_) => Err(CompileError::new("can't use starred expression here", at)),
            Expr::TString(_) | Expr::IpyEscapeCommand(_) => Err(CompileError::new("invalid syntax", at)),
        }
    }

    /// Pushes a constant expression's value; false when it is none.
    #[inline(never)]
    fn load_constant(&mut self, expr: &Expr) -> bool {
        let value = constant(expr);
        let found = value.is_some();
        if let Some(value) = value {
            self.load_const(value, expr.range());
        }
        found
    }

    /// Awaits the value on top: `kind` as in `GetAwaitable`.
    pub(super) fn await_top(&mut self, kind: u32, at: TextRange) {
        self.emit(Op::GetAwaitable, kind, at);
        self.emit(Op::LoadNone, 0, at);
        self.emit(Op::Send, 0, at);
    }

    #[inline(never)]
    fn yield_value(&mut self, value: &'a ast::ExprYield) -> Done {
        self.refuse_outside_function("'yield' outside function", value.range)?;
        match &value.value {
            Some(inner) => self.expr(inner)?,
            None => self.emit(Op::LoadNone, 0, value.range),
        }
        self.emit(Op::Yield, 0, value.range);
        Ok(())
    }

    fn refuse_outside_function(&mut self, message: &str, at: TextRange) -> Done {
        let unit = self.unit();
        let generator = matches!(unit.kind, CodeKind::Generator | CodeKind::AsyncGenerator);
        if generator && unit.root_kind.is_function() { Ok(()) } else { Err(CompileError::new(message, at)) }
    }

    #[inline(never)]
    fn attribute(&mut self, attribute: &'a ast::ExprAttribute) -> Done {
        if self.super_attribute(attribute, Op::LoadSuperAttr)? {
            return Ok(());
        }
        self.expr(&attribute.value)?;
        let at = self.attribute_range(attribute.range, attribute);
        self.emit_name(Op::LoadAttr, &attribute.attr.id, at);
        Ok(())
    }

    /// Where an access in a chain over several lines is shown: from the attribute's own line on
    /// (CPython's `update_start_location_to_match_attr`).
    pub(super) fn attribute_range(&self, whole: TextRange, attribute: &ast::ExprAttribute) -> TextRange {
        let line = |offset: ruff_text_size::TextSize| self.lines.line(offset.to_u32());
        if line(whole.start()) == line(attribute.range.end()) {
            return whole;
        }
        TextRange::new(attribute.attr.range.start(), whole.end())
    }

    /// A left-nested chain of operators is compiled along its left spine, without recursion.
    #[inline(never)]
    fn binary(&mut self, operation: &'a ast::ExprBinOp) -> Done {
        let mut spine = vec![operation];
        let mut left = &*operation.left;
        while let Expr::BinOp(inner) = left {
            spine.push(inner);
            left = &inner.left;
        }
        self.expr(left)?;
        for operation in spine.into_iter().rev() {
            self.expr(&operation.right)?;
            self.emit(Op::BinaryOp, binary(operation.op) as u32, operation.range);
        }
        Ok(())
    }

    #[inline(never)]
    fn unary(&mut self, operation: &'a ast::ExprUnaryOp) -> Done {
        if operation.op == UnaryOp::Not {
            self.note_not(&operation.operand);
        }
        self.expr(&operation.operand)?;
        let op = match operation.op {
            UnaryOp::USub => Op::Negative,
            UnaryOp::UAdd => Op::Positive,
            UnaryOp::Invert => Op::Invert,
            UnaryOp::Not => Op::Not,
        };
        self.emit(op, 0, operation.range);
        Ok(())
    }

    #[inline(never)]
    fn subscript(&mut self, subscript: &'a ast::ExprSubscript) -> Done {
        self.check_subscript(subscript);
        self.expr(&subscript.value)?;
        self.expr(&subscript.slice)?;
        self.emit(Op::GetItem, 0, subscript.range);
        Ok(())
    }

    #[inline(never)]
    fn slice(&mut self, slice: &'a ast::ExprSlice) -> Done {
        let bounds = [slice.lower.as_deref(), slice.upper.as_deref()];
        for bound in bounds {
            match bound {
                Some(bound) => self.expr(bound)?,
                None => self.emit(Op::LoadNone, 0, slice.range),
            }
        }
        if let Some(step) = &slice.step {
            self.expr(step)?;
        }
        self.emit(Op::BuildSlice, if slice.step.is_some() { 3 } else { 2 }, slice.range);
        Ok(())
    }

    /// Whether the body being written belongs to a function, for zero-argument `super()`.
    pub(super) fn in_function(&mut self) -> bool {
        matches!(self.unit().root_kind, ScopeKind::Function | ScopeKind::Lambda)
    }
}

/// The instruction's operator.
pub(super) fn binary(op: Operator) -> Binary {
    match op {
        Operator::Add => Binary::Add,
        Operator::Sub => Binary::Sub,
        Operator::Mult => Binary::Mul,
        Operator::MatMult => Binary::MatMul,
        Operator::Div => Binary::TrueDiv,
        Operator::Mod => Binary::Mod,
        Operator::Pow => Binary::Pow,
        Operator::LShift => Binary::LShift,
        Operator::RShift => Binary::RShift,
        Operator::BitOr => Binary::Or,
        Operator::BitXor => Binary::Xor,
        Operator::BitAnd => Binary::And,
        Operator::FloorDiv => Binary::FloorDiv,
    }
}
