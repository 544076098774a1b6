//! Annotations: evaluated where they stand, or kept as text under `from __future__ import annotations`.

use ruff_python_ast::name::Name;
use ruff_python_ast::{Expr, Parameter, Parameters};
use ruff_text_size::{Ranged, TextRange};

use super::functions::ANNOTATIONS;
use super::unparse::unparse;
use super::{CompileError, Compiler, Done};
use crate::code::{Const, Op};

impl<'a> Compiler<'a> {
    /// Pushes the value of one annotation.
    pub(super) fn annotation(&mut self, annotation: &'a Expr) -> Done {
        if self.future_annotations {
            self.load_const(Const::Str(unparse(annotation).into()), annotation.range());
            return Ok(());
        }
        self.expr(annotation)
    }

    /// Pushes the dict of a function's annotations; returns its flag.
    pub(super) fn annotations(
        &mut self,
        parameters: &'a Parameters,
        returns: Option<&'a Expr>,
        at: TextRange,
    ) -> Result<u32, CompileError> {
        let mut count = 0;
        let plain = |parameter: &'a ruff_python_ast::ParameterWithDefault| &parameter.parameter;
        let positional = parameters.posonlyargs.iter().chain(&parameters.args).map(plain);
        let in_order = positional
            .chain(parameters.vararg.as_deref())
            .chain(parameters.kwonlyargs.iter().map(plain))
            .chain(parameters.kwarg.as_deref());
        for parameter in in_order {
            count += self.parameter_annotation(parameter)?;
        }
        if let Some(returns) = returns {
            self.load_const(Const::Str("return".into()), returns.range());
            self.annotation(returns)?;
            count += 1;
        }
        if count == 0 {
            return Ok(0);
        }
        self.emit(Op::BuildMap, count, at);
        Ok(ANNOTATIONS)
    }

    fn parameter_annotation(&mut self, parameter: &'a Parameter) -> Result<u32, CompileError> {
        let Some(annotation) = parameter.annotation.as_deref() else { return Ok(0) };
        let name: Name = self.mangled(&parameter.name.id);
        self.load_const(Const::Str(name.as_str().into()), annotation.range());
        match annotation {
            // `*args: *Ts` is the one item of the unpacked Ts.
            Expr::Starred(starred) if !self.future_annotations => {
                self.expr(&starred.value)?;
                self.emit(Op::UnpackSequence, 1, annotation.range());
            }
            _ => self.annotation(annotation)?,
        }
        Ok(1)
    }
}
