//! Type parameters and type aliases (PEP 695, PEP 696).
//!
//! Each list of type parameters is the body of a hidden function, called at once, whose locals are the parameters; bounds,
//! defaults and alias values are functions of their own, called when somebody asks.

use ruff_python_ast::name::Name;
use ruff_python_ast::{self as ast, Expr, TypeParam, TypeParams};
use ruff_text_size::{Ranged, TextRange};

use super::functions::{DEFAULTS, KEYWORD_DEFAULTS};
use super::symbols::ScopeKind;
use super::{CompileError, Compiler, Done};
use crate::code::{Const, Op, op::rare};

const TYPE_PARAMS: Name = Name::new_static(".type_params");

impl<'a> Compiler<'a> {
    /// `def f[T](…)`: defaults are evaluated outside and handed in.
    pub(super) fn generic_function(&mut self, def: &'a ast::StmtFunctionDef, at: TextRange) -> Done {
        let flags = self.defaults(&def.parameters, at)?;
        self.enter_type_params(&def.name.id, def.range)?;
        let mut handed_in = 0;
        for (flag, name) in [(DEFAULTS, ".defaults"), (KEYWORD_DEFAULTS, ".kwdefaults")] {
            if flags & flag != 0 {
                self.parameter(&Name::new_static(name));
                handed_in += 1;
            }
        }
        self.unit().positional = handed_in;
        self.begin_body(at);
        self.type_params(def.type_params.as_deref(), at)?;
        self.store_name(&TYPE_PARAMS, at);
        for slot in 0..handed_in {
            self.emit(Op::LoadFast, slot, at);
        }
        self.function_object(def, flags, at)?;
        self.load_name(&TYPE_PARAMS, at);
        self.emit(Op::BuildTuple, 2, at);
        self.emit(Op::Rare, rare::SET_TYPE_PARAMS, at);
        self.emit(Op::Return, 0, at);
        let code = self.end_body(at)?;
        self.make_function(code, 0, at);
        // Below the hidden function are up to two arguments: bring it under them, with an empty self.
        match handed_in {
            0 => self.emit(Op::LoadUnbound, 0, at),
            1 => {
                self.emit(Op::Swap, 2, at);
            }
            _ => {
                // a b f -- f a b: a takes the place of `self`
                self.emit(Op::Swap, 3, at);
                self.emit(Op::Swap, 2, at);
            }
        }
        self.emit(Op::Call, handed_in.saturating_sub(1), at);
        Ok(())
    }

    /// `class C[T]: …`
    pub(super) fn generic_class(&mut self, def: &'a ast::StmtClassDef, at: TextRange) -> Done {
        self.enter_type_params(&def.name.id, def.range)?;
        self.unit().class = Some(def.name.id.clone());
        self.begin_body(at);
        self.type_params(def.type_params.as_deref(), at)?;
        self.store_name(&TYPE_PARAMS, at);
        let base = Name::new_static(".generic_base");
        self.load_name(&TYPE_PARAMS, at);
        self.emit(Op::Rare, rare::SUBSCRIPT_GENERIC, at);
        self.store_name(&base, at);
        self.class_object(def, Some(&base), at)?;
        self.emit(Op::Return, 0, at);
        self.call_hidden(at)
    }

    /// `type Name[T] = value`
    #[inline(never)]
    pub(super) fn type_alias(&mut self, alias: &'a ast::StmtTypeAlias) -> Done {
        let at = alias.range;
        let Expr::Name(name) = &*alias.name else {
            return Err(CompileError::new("invalid syntax", alias.name.range()));
        };
        let text = Const::Str(name.id.as_str().into());
        if alias.type_params.is_some() {
            self.enter_type_params(&name.id, at)?;
            self.begin_body(at);
            self.load_const(text, at);
            self.type_params(alias.type_params.as_deref(), at)?;
            self.alias_value(alias, &name.id)?;
            self.emit(Op::Return, 0, at);
            self.call_hidden(at)?;
        } else {
            self.load_const(text, at);
            self.emit(Op::LoadNone, 0, at);
            self.alias_value(alias, &name.id)?;
        }
        self.store_name(&name.id, at);
        Ok(())
    }

    /// `name params -- alias`
    fn alias_value(&mut self, alias: &'a ast::StmtTypeAlias, name: &Name) -> Done {
        self.lazy(&alias.value, name, alias.range, ScopeKind::TypeAlias)?;
        self.emit(Op::BuildTuple, 3, alias.range);
        self.emit(Op::Rare, rare::TYPE_ALIAS, alias.range);
        Ok(())
    }

    fn enter_type_params(&mut self, name: &Name, range: TextRange) -> Done {
        let scope = self.scope_of(range, ScopeKind::TypeParams)?;
        let hidden = Name::new(format!("<generic parameters of {name}>"));
        let line = self.line(range);
        self.enter(&hidden, scope, ScopeKind::TypeParams, line);
        Ok(())
    }

    fn call_hidden(&mut self, at: TextRange) -> Done {
        let code = self.end_body(at)?;
        self.make_function(code, 0, at);
        self.emit(Op::LoadUnbound, 0, at);
        self.emit(Op::Call, 0, at);
        Ok(())
    }

    /// Binds each type parameter and pushes the tuple of all.
    fn type_params(&mut self, params: Option<&'a TypeParams>, at: TextRange) -> Done {
        let params: &[TypeParam] = params.map_or(&[], |params| &params.type_params);
        for param in params {
            let at = param.range();
            let (name, default) = match param {
                TypeParam::TypeVar(var) => {
                    self.load_const(Const::Str(var.name.as_str().into()), at);
                    match &var.bound {
                        Some(bound) => {
                            self.lazy(bound, &var.name.id, at, ScopeKind::TypeBound)?;
                            self.emit(Op::BuildTuple, 2, at);
                            let constraints = bound.is_tuple_expr();
                            let kind = if constraints {
                                rare::TYPE_VAR_WITH_CONSTRAINTS
                            } else {
                                rare::TYPE_VAR_WITH_BOUND
                            };
                            self.emit(Op::Rare, kind, at);
                        }
                        None => self.emit(Op::Rare, rare::TYPE_VAR, at),
                    }
                    (&var.name, &var.default)
                }
                TypeParam::ParamSpec(spec) => {
                    self.load_const(Const::Str(spec.name.as_str().into()), at);
                    self.emit(Op::Rare, rare::PARAM_SPEC, at);
                    (&spec.name, &spec.default)
                }
                TypeParam::TypeVarTuple(tuple) => {
                    self.load_const(Const::Str(tuple.name.as_str().into()), at);
                    self.emit(Op::Rare, rare::TYPE_VAR_TUPLE, at);
                    (&tuple.name, &tuple.default)
                }
            };
            if let Some(default) = default {
                self.lazy(default, &name.id, at, ScopeKind::TypeDefault)?;
                self.emit(Op::BuildTuple, 2, at);
                self.emit(Op::Rare, rare::SET_TYPE_PARAM_DEFAULT, at);
            }
            self.emit(Op::Copy, 1, at);
            self.store_name(&name.id, at);
        }
        self.emit(Op::BuildTuple, params.len() as u32, at);
        Ok(())
    }

    /// A function that evaluates an expression when called; `node` is the range of the node that opened its scope.
    fn lazy(&mut self, value: &'a Expr, name: &Name, node: TextRange, kind: ScopeKind) -> Done {
        let at = value.range();
        let scope = self.scope_of(node, kind)?;
        let line = self.line(at);
        self.enter(name, scope, kind, line);
        self.begin_body(at);
        match value {
            // `*Ts = *tuple[int]` is the one item of the unpacked value.
            Expr::Starred(starred) => {
                self.expr(&starred.value)?;
                self.emit(Op::UnpackSequence, 1, at);
            }
            value => self.expr(value)?,
        }
        self.emit(Op::Return, 0, at);
        let code = self.end_body(at)?;
        self.make_function(code, 0, at);
        Ok(())
    }
}
