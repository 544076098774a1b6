//! One walk over the tree that notes uses and bindings of names.
//!
//! It is also where the depth of the tree is bounded: **what passes this walk, the compiler may recurse over**.

use ruff_python_ast::name::Name;
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, ExceptHandler, Expr, ExprContext, Mod, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::{ScopeId, ScopeKind, Symbols, Uses, analyse, mangle};
use crate::compile::{CompileError, MAX_DEPTH};

/// Builds and analyses the symbol table of a program.
///
/// # Errors
/// A tree deeper than the compiler's bound.
pub(in crate::compile) fn build(syntax: &Mod, future_annotations: bool) -> Result<Symbols, CompileError> {
    let mut symbols = Symbols::default();
    let current = symbols.add(TextRange::default(), ScopeKind::Module, None);
    let mut builder = Builder { symbols, current, class: None, depth: 0, too_deep: None, future_annotations };
    match syntax {
        Mod::Module(module) => builder.visit_body(&module.body),
        Mod::Expression(expression) => builder.visit_expr(&expression.body),
    }
    if let Some(range) = builder.too_deep {
        return Err(CompileError::new("too many nested expressions or blocks", range));
    }
    let mut symbols = builder.symbols;
    analyse::analyse(&mut symbols);
    Ok(symbols)
}

pub(super) struct Builder {
    pub symbols: Symbols,
    pub current: ScopeId,
    /// The innermost class, for private names.
    pub class: Option<Name>,
    depth: u32,
    too_deep: Option<TextRange>,
    pub future_annotations: bool,
}

impl Builder {
    pub fn uses(&mut self, scope: ScopeId, name: Name) -> Option<&mut Uses> {
        self.symbols.get_mut(scope).map(|scope| scope.uses.entry(name).or_default())
    }

    /// Notes that the current scope reads a name.
    pub fn read(&mut self, name: &Name) {
        let name = mangle(self.class.as_ref(), name);
        self.uses(self.current, name);
    }

    /// Notes that the current scope binds a name.
    pub fn bind(&mut self, name: &Name) {
        let name = mangle(self.class.as_ref(), name);
        if let Some(uses) = self.uses(self.current, name) {
            uses.bound = true;
        }
    }

    /// Visits something inside a scope of its own.
    pub fn inside(&mut self, range: TextRange, kind: ScopeKind, visit: impl FnOnce(&mut Self)) -> ScopeId {
        let outer = self.current;
        self.current = self.symbols.add(range, kind, Some(outer));
        visit(self);
        std::mem::replace(&mut self.current, outer)
    }

    /// `target := value` binds in the scope around all comprehensions.
    fn bind_named(&mut self, name: &Name) {
        let name = mangle(self.class.as_ref(), name);
        let mut scope = self.current;
        let mut crossed = Vec::new();
        while let Some(this) = self.symbols.get(scope)
            && matches!(this.kind, ScopeKind::Comprehension | ScopeKind::Generator)
            && let Some(parent) = this.parent
        {
            crossed.push(scope);
            scope = parent;
        }
        if crossed.is_empty() {
            return self.bind(&name);
        }
        let module = self.symbols.get(scope).is_some_and(|scope| scope.kind == ScopeKind::Module);
        let global = self.uses(scope, name.clone()).is_some_and(|uses| {
            uses.bound = true;
            uses.global |= module;
            uses.global
        });
        for scope in crossed.into_iter().take(1) {
            if let Some(uses) = self.uses(scope, name.clone()) {
                uses.global |= global;
                uses.nonlocal |= !global;
            }
        }
    }

    fn enter_level(&mut self, at: TextRange) -> bool {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            self.too_deep.get_or_insert(at);
        }
        self.too_deep.is_none()
    }

    pub fn mark(&mut self, generator: bool, is_async: bool) {
        if let Some(scope) = self.symbols.get_mut(self.current) {
            scope.is_generator |= generator;
            scope.is_async |= is_async;
        }
    }

    /// A comprehension's `async` or `await` also makes the function around an inlined one asynchronous.
    fn mark_async(&mut self) {
        let mut id = self.current;
        while let Some(scope) = self.symbols.get_mut(id) {
            scope.is_async = true;
            match (scope.kind, scope.parent) {
                (ScopeKind::Comprehension, Some(parent)) => id = parent,
                _ => return,
            }
        }
    }

    fn comprehension(
        &mut self,
        range: TextRange,
        kind: ScopeKind,
        elements: [Option<&Expr>; 2],
        generators: &[ast::Comprehension],
    ) {
        let Some((first, rest)) = generators.split_first() else { return };
        self.visit_expr(&first.iter);
        self.inside(range, kind, |this| {
            if kind == ScopeKind::Generator {
                this.bind(&Name::new_static(".0"));
            }
            let clause = |this: &mut Self, clause: &ast::Comprehension| {
                if clause.is_async {
                    this.mark_async();
                }
                this.visit_expr(&clause.target);
                clause.ifs.iter().for_each(|test| this.visit_expr(test));
            };
            clause(this, first);
            for generator in rest {
                this.visit_expr(&generator.iter);
                clause(this, generator);
            }
            elements.into_iter().flatten().for_each(|element| this.visit_expr(element));
        });
    }

    fn named_target(&mut self, target: &Expr) {
        match target {
            Expr::Name(name) => self.bind_named(&name.id),
            other => self.visit_expr(other),
        }
    }

    /// A left-nested chain of operators, walked without recursion along its left spine.
    fn operators(&mut self, mut spine: &ast::ExprBinOp) {
        loop {
            self.visit_expr(&spine.right);
            match &*spine.left {
                Expr::BinOp(left) => spine = left,
                other => return self.visit_expr(other),
            }
        }
    }
}

impl<'a> Visitor<'a> for Builder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if self.enter_level(stmt.range()) {
            self.statement(stmt);
        }
        self.depth -= 1;
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if self.enter_level(expr.range()) {
            self.expression(expr);
        }
        self.depth -= 1;
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        if self.enter_level(pattern.range()) {
            let name = match pattern {
                Pattern::MatchStar(star) => star.name.as_ref(),
                Pattern::MatchAs(capture) => capture.name.as_ref(),
                Pattern::MatchMapping(mapping) => mapping.rest.as_ref(),
                _ => None,
            };
            if let Some(name) = name {
                self.bind(&name.id);
            }
            visitor::walk_pattern(self, pattern);
        }
        self.depth -= 1;
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(handler) = handler;
        if let Some(class) = &handler.type_ {
            self.visit_expr(class);
        }
        if let Some(name) = &handler.name {
            self.bind(&name.id);
        }
        self.visit_body(&handler.body);
    }

    fn visit_annotation(&mut self, expr: &'a Expr) {
        if !self.future_annotations {
            self.visit_expr(expr);
        }
    }
}

impl Builder {
    #[inline(never)]
    fn statement(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::TypeAlias(alias) => self.type_alias(alias),
            Stmt::Global(global) => {
                for name in &global.names {
                    let name = mangle(self.class.as_ref(), &name.id);
                    if let Some(uses) = self.uses(self.current, name) {
                        uses.global = true;
                    }
                }
            }
            Stmt::Nonlocal(nonlocal) => {
                for name in &nonlocal.names {
                    let name = mangle(self.class.as_ref(), &name.id);
                    if let Some(uses) = self.uses(self.current, name) {
                        uses.nonlocal = true;
                    }
                }
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    match &alias.asname {
                        Some(name) => self.bind(&name.id),
                        None => {
                            let first = alias.name.id.split('.').next().unwrap_or_default();
                            self.bind(&Name::new(first));
                        }
                    }
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in import.names.iter().filter(|alias| alias.name.as_str() != "*") {
                    self.bind(&alias.asname.as_ref().unwrap_or(&alias.name).id);
                }
            }
            Stmt::AnnAssign(assign) => self.annotated(assign),
            Stmt::With(with) if with.is_async => {
                self.mark_async();
                visitor::walk_stmt(self, stmt);
            }
            Stmt::For(each) if each.is_async => {
                self.mark_async();
                visitor::walk_stmt(self, stmt);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn annotated(&mut self, assign: &ast::StmtAnnAssign) {
        match &*assign.target {
            Expr::Name(name) if assign.simple || assign.value.is_some() => self.bind(&name.id),
            Expr::Name(name) => self.read(&name.id),
            target => self.visit_expr(target),
        }
        self.visit_annotation(&assign.annotation);
        if let Some(value) = &assign.value {
            self.visit_expr(value);
        }
    }

    #[inline(never)]
    fn expression(&mut self, expr: &Expr) {
        use ScopeKind::{Comprehension, Generator};
        match expr {
            Expr::Name(name) => match name.ctx {
                ExprContext::Load | ExprContext::Invalid => {
                    self.read(&name.id);
                    let kind = self.symbols.get(self.current).map(|scope| scope.kind);
                    if name.id.as_str() == "super" && kind.is_some_and(ScopeKind::is_function) {
                        self.read(&Name::new_static("__class__"));
                    }
                }
                ExprContext::Store | ExprContext::Del => self.bind(&name.id),
            },
            Expr::Named(named) => {
                self.visit_expr(&named.value);
                self.named_target(&named.target);
            }
            Expr::BinOp(operation) => self.operators(operation),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::ListComp(comp) => {
                self.comprehension(comp.range, Comprehension, [Some(&comp.elt), None], &comp.generators);
            }
            Expr::SetComp(comp) => {
                self.comprehension(comp.range, Comprehension, [Some(&comp.elt), None], &comp.generators);
            }
            Expr::DictComp(comp) => {
                let elements = [comp.key.as_deref(), Some(&*comp.value)];
                self.comprehension(comp.range, Comprehension, elements, &comp.generators);
            }
            Expr::Generator(comp) => {
                self.comprehension(comp.range, Generator, [Some(&comp.elt), None], &comp.generators);
            }
            Expr::Await(_) => {
                self.mark_async();
                visitor::walk_expr(self, expr);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.mark(true, false);
                visitor::walk_expr(self, expr);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }
}
