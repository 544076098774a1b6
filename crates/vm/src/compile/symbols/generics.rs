//! Scopes of type parameters and type aliases (PEP 695, PEP 696).

use ruff_python_ast::name::Name;
use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::{self as ast, Expr, TypeParam, TypeParams};
use ruff_text_size::{Ranged, TextRange};

use super::ScopeKind;
use super::build::Builder;

impl Builder {
    /// Visits inside a scope for the type parameters, or right here when there are none.
    pub(super) fn with_type_params(
        &mut self,
        type_params: Option<&TypeParams>,
        range: TextRange,
        visit: impl FnOnce(&mut Self),
    ) {
        let Some(type_params) = type_params else { return visit(self) };
        self.annotation_scope(range, ScopeKind::TypeParams, |this| {
            this.bind(&Name::new_static(".type_params"));
            for param in &type_params.type_params {
                this.type_param(param);
            }
            visit(this);
        });
    }

    pub(super) fn type_alias(&mut self, alias: &ast::StmtTypeAlias) {
        if let Expr::Name(name) = &*alias.name {
            self.bind(&name.id);
        }
        self.with_type_params(alias.type_params.as_deref(), alias.range, |this| {
            this.annotation_scope(alias.range, ScopeKind::TypeAlias, |this| this.visit_expr(&alias.value));
        });
    }

    fn type_param(&mut self, param: &TypeParam) {
        let (name, bound, default) = match param {
            TypeParam::TypeVar(var) => (&var.name, var.bound.as_deref(), var.default.as_deref()),
            TypeParam::ParamSpec(spec) => (&spec.name, None, spec.default.as_deref()),
            TypeParam::TypeVarTuple(tuple) => (&tuple.name, None, tuple.default.as_deref()),
        };
        self.bind(&name.id);
        for (value, kind) in [(bound, ScopeKind::TypeBound), (default, ScopeKind::TypeDefault)] {
            if let Some(value) = value {
                self.annotation_scope(param.range(), kind, |this| this.visit_expr(value));
            }
        }
    }

    /// A scope that, right inside a class, sees the class's names.
    fn annotation_scope(&mut self, range: TextRange, kind: ScopeKind, visit: impl FnOnce(&mut Self)) {
        let sees = self.symbols.get(self.current);
        let sees = sees.is_some_and(|outer| outer.kind == ScopeKind::Class || outer.sees_class);
        self.inside(range, kind, |this| {
            if sees {
                if let Some(scope) = this.symbols.get_mut(this.current) {
                    scope.sees_class = true;
                }
                this.read(&Name::new_static("__classdict__"));
            }
            visit(this);
        });
    }
}
