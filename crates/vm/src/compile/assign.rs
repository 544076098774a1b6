//! Assignments: to any target, augmented, annotated.

use ruff_python_ast::name::Name;
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::expressions::binary;
use super::symbols::ScopeKind;
use super::{CompileError, Compiler, Done};
use crate::code::{Binary, Const, Op};

impl<'a> Compiler<'a> {
    #[inline(never)]
    pub(super) fn assign(&mut self, assign: &'a ast::StmtAssign) -> Done {
        if let ([Expr::Tuple(targets)], Expr::Tuple(values)) = (&*assign.targets, &*assign.value)
            && can_exchange(&targets.elts, &values.elts)
        {
            return self.exchange(&targets.elts, &values.elts, values.range);
        }
        self.expr(&assign.value)?;
        let Some((last, others)) = assign.targets.split_last() else { return Ok(()) };
        for target in others {
            self.emit(Op::Copy, 1, assign.range);
            self.store(target)?;
        }
        self.store(last)
    }

    /// `a, b = b, a` makes no tuple: the values are brought into order on the stack.
    fn exchange(&mut self, targets: &'a [Expr], values: &'a [Expr], at: TextRange) -> Done {
        values.iter().try_for_each(|value| self.expr(value))?;
        self.emit(Op::Swap, values.len() as u32, at);
        targets.iter().try_for_each(|target| self.store(target))
    }

    /// Stores the value on top.
    #[inline(never)]
    pub(super) fn store(&mut self, target: &'a Expr) -> Done {
        let at = target.range();
        match target {
            Expr::Name(name) => self.store_name(&name.id, at),
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value)?;
                self.note_self_attribute(attribute);
                let at = self.attribute_range(at, attribute);
                self.emit_name(Op::StoreAttr, &attribute.attr.id, at);
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value)?;
                self.expr(&subscript.slice)?;
                self.emit(Op::SetItem, 0, at);
            }
            Expr::Tuple(tuple) => return self.unpack(&tuple.elts, at),
            Expr::List(list) => return self.unpack(&list.elts, at),
            Expr::Starred(_) => {
                return Err(CompileError::new("starred assignment target must be in a list or tuple", at));
            }
            _ => return Err(CompileError::new("cannot assign to expression", at)),
        }
        Ok(())
    }

    fn unpack(&mut self, targets: &'a [Expr], at: TextRange) -> Done {
        self.emit_unpack(targets.iter().map(Expr::is_starred_expr), at)?;
        for target in targets {
            match target {
                Expr::Starred(starred) => self.store(&starred.value)?,
                other => self.store(other)?,
            }
        }
        Ok(())
    }

    /// Unpacks the value on top; `starred` says which targets are.
    pub(super) fn emit_unpack(
        &mut self,
        starred: impl ExactSizeIterator<Item = bool>,
        at: TextRange,
    ) -> Done {
        let total = starred.len();
        let stars: Vec<usize> =
            starred.enumerate().filter(|(_, starred)| *starred).map(|(index, _)| index).collect();
        match *stars {
            [] => self.emit(Op::UnpackSequence, total as u32, at),
            [before] => {
                let after = total - before - 1;
                if before > 0xff || after > 0xfff {
                    let message = "too many expressions in star-unpacking assignment";
                    return Err(CompileError::new(message, at));
                }
                self.emit(Op::UnpackEx, before as u32 | (after as u32) << 12, at);
            }
            _ => return Err(CompileError::new("multiple starred expressions in assignment", at)),
        }
        Ok(())
    }

    #[inline(never)]
    pub(super) fn augmented_assign(&mut self, assign: &'a ast::StmtAugAssign) -> Done {
        let op = binary(assign.op) as u32 | Binary::INPLACE;
        let at = assign.target.range();
        match &*assign.target {
            Expr::Name(name) => {
                self.load_name(&name.id, at);
                self.expr(&assign.value)?;
                self.emit(Op::BinaryOp, op, assign.range);
                self.store_name(&name.id, at);
            }
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value)?;
                self.emit(Op::Copy, 1, at);
                let attribute_at = self.attribute_range(at, attribute);
                self.emit_name(Op::LoadAttr, &attribute.attr.id, attribute_at);
                self.expr(&assign.value)?;
                self.emit(Op::BinaryOp, op, assign.range);
                self.emit(Op::Swap, 2, attribute_at);
                self.note_self_attribute(attribute);
                self.emit_name(Op::StoreAttr, &attribute.attr.id, attribute_at);
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value)?;
                self.expr(&subscript.slice)?;
                self.emit(Op::Copy, 2, at);
                self.emit(Op::Copy, 2, at);
                self.emit(Op::GetItem, 0, at);
                self.expr(&assign.value)?;
                self.emit(Op::BinaryOp, op, assign.range);
                // obj key value -- value obj key
                self.emit(Op::Swap, 3, at);
                self.emit(Op::Swap, 2, at);
                self.emit(Op::SetItem, 0, at);
            }
            _ => return Err(CompileError::new("illegal expression for augmented assignment", at)),
        }
        Ok(())
    }

    #[inline(never)]
    pub(super) fn annotated_assign(&mut self, assign: &'a ast::StmtAnnAssign) -> Done {
        if let Some(value) = &assign.value {
            self.expr(value)?;
            self.store(&assign.target)?;
        }
        let kept = matches!(self.unit().root_kind, ScopeKind::Module | ScopeKind::Class);
        let at = assign.range;
        match &*assign.target {
            Expr::Name(name) if assign.simple && kept => {
                self.annotation(&assign.annotation)?;
                self.emit_name(Op::LoadName, &Name::new_static("__annotations__"), at);
                let name = self.mangled(&name.id);
                self.load_const(Const::Str(name.as_str().into()), at);
                self.emit(Op::SetItem, 0, at);
                return Ok(());
            }
            // Without a value the parts of the target are still evaluated.
            Expr::Attribute(attribute) if assign.value.is_none() => self.evaluate(&attribute.value)?,
            Expr::Subscript(subscript) if assign.value.is_none() => {
                self.evaluate(&subscript.value)?;
                self.evaluate(&subscript.slice)?;
            }
            _ => {}
        }
        if !assign.simple && kept && !self.future_annotations {
            self.evaluate(&assign.annotation)?;
        }
        Ok(())
    }

    fn evaluate(&mut self, expr: &'a Expr) -> Done {
        self.expr(expr)?;
        self.emit(Op::Pop, 0, expr.range());
        Ok(())
    }

    /// `self.name = …` in a method: the class lists the name in `__static_attributes__`.
    fn note_self_attribute(&mut self, attribute: &ast::ExprAttribute) {
        if !matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == "self") {
            return;
        }
        let name = &attribute.attr.id;
        let class = self.units.iter_mut().rev().find(|unit| unit.root_kind == ScopeKind::Class);
        if let Some(class) = class
            && !class.self_attributes.contains(name)
        {
            class.self_attributes.push(name.clone());
        }
    }
}

/// Whether as many values as targets, two or three, none starred, are assigned to each other.
fn can_exchange(targets: &[Expr], values: &[Expr]) -> bool {
    targets.len() == values.len()
        && matches!(targets.len(), 2 | 3)
        && !targets.iter().chain(values).any(Expr::is_starred_expr)
}
