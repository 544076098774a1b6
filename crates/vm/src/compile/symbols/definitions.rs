//! Scopes of functions, lambdas and classes.

use ruff_python_ast::name::Name;
use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::{self as ast, Parameters};

use super::ScopeKind;
use super::build::Builder;

impl Builder {
    pub(super) fn function(&mut self, def: &ast::StmtFunctionDef) {
        def.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
        self.defaults(&def.parameters);
        self.bind(&def.name.id);
        self.with_type_params(def.type_params.as_deref(), def.range, |this| {
            if def.type_params.is_some() {
                for (name, present) in [
                    (".defaults", has_positional_defaults(&def.parameters)),
                    (".kwdefaults", has_keyword_defaults(&def.parameters)),
                ] {
                    if present {
                        this.bind(&Name::new_static(name));
                    }
                }
            }
            this.annotations(&def.parameters);
            if let Some(returns) = &def.returns {
                this.visit_annotation(returns);
            }
            this.inside(def.range, ScopeKind::Function, |this| {
                this.mark(false, def.is_async);
                this.parameters(&def.parameters);
                this.visit_body(&def.body);
            });
        });
    }

    pub(super) fn lambda(&mut self, lambda: &ast::ExprLambda) {
        if let Some(parameters) = &lambda.parameters {
            self.defaults(parameters);
        }
        self.inside(lambda.range, ScopeKind::Lambda, |this| {
            if let Some(parameters) = &lambda.parameters {
                this.parameters(parameters);
            }
            this.visit_expr(&lambda.body);
        });
    }

    pub(super) fn class(&mut self, def: &ast::StmtClassDef) {
        def.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
        self.bind(&def.name.id);
        let outer = self.class.clone();
        if def.type_params.is_some() {
            // Private names in type parameters and bases of a generic class belong to the class.
            self.class = Some(def.name.id.clone());
        }
        self.with_type_params(def.type_params.as_deref(), def.range, |this| {
            if def.type_params.is_some() {
                this.bind(&Name::new_static(".generic_base"));
            }
            if let Some(arguments) = &def.arguments {
                this.visit_arguments(arguments);
            }
            this.class = Some(def.name.id.clone());
            this.inside(def.range, ScopeKind::Class, |this| {
                let own = ["__module__", "__qualname__", "__firstlineno__", "__static_attributes__"];
                own.into_iter().for_each(|name| this.bind(&Name::new_static(name)));
                if def.type_params.is_some() {
                    this.bind(&Name::new_static("__type_params__"));
                    this.read(&Name::new_static(".type_params"));
                }
                this.visit_body(&def.body);
            });
        });
        self.class = outer;
    }

    fn defaults(&mut self, parameters: &Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.visit_expr(default);
            }
        }
    }

    fn annotations(&mut self, parameters: &Parameters) {
        for parameter in parameters {
            if let Some(annotation) = parameter.annotation() {
                self.visit_annotation(annotation);
            }
        }
    }

    fn parameters(&mut self, parameters: &Parameters) {
        for parameter in parameters {
            self.bind(&parameter.name().id);
        }
    }
}

/// Whether a positional parameter has a default.
pub(in crate::compile) fn has_positional_defaults(parameters: &Parameters) -> bool {
    parameters.posonlyargs.iter().chain(&parameters.args).any(|parameter| parameter.default.is_some())
}

/// Whether a keyword-only parameter has a default.
pub(in crate::compile) fn has_keyword_defaults(parameters: &Parameters) -> bool {
    parameters.kwonlyargs.iter().any(|parameter| parameter.default.is_some())
}
