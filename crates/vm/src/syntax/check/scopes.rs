//! The scopes of names: what CPython's symbol table refuses.
//!
//! A first walk records how each scope uses its names, and refuses what is out of order there; then every `nonlocal` is
//! looked up, outermost scope first, as a binding may come after it.

use rustc_hash::FxHashMap as HashMap;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{
    Alias, Comprehension, ExceptHandler, Expr, ExprContext, Mod, Parameters, Pattern, Stmt, StmtAnnAssign,
    StmtFunctionDef,
};
use ruff_text_size::{Ranged, TextRange};

use super::super::error::Diagnosis;

pub(super) fn check(syntax: &Mod) -> Option<Diagnosis> {
    let mut table = Table { scopes: Vec::new(), current: 0, error: None };
    table.scopes.push(Scope::new(Kind::Module, 0));
    match syntax {
        Mod::Module(module) => table.visit_body(&module.body),
        Mod::Expression(expression) => table.visit_expr(&expression.body),
    }
    let Table { scopes, error, .. } = table;
    error.or_else(|| (0..scopes.len()).find_map(|scope| unbound(&scopes, scope)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Module,
    Class,
    /// A function or lambda; whether it is `async`.
    Function(bool),
    /// What a comprehension makes, for messages.
    Comprehension(&'static str),
}

/// How a scope uses a name.
#[derive(Clone, Copy, Default)]
struct Uses {
    read: bool,
    bound: bool,
    imported: bool,
    parameter: bool,
    annotated: bool,
    global: bool,
    nonlocal: bool,
    /// The variable of a comprehension's loop, or bound by `:=` inside it.
    iterates: bool,
    walrus: bool,
}

struct Scope<'a> {
    kind: Kind,
    parent: usize,
    names: HashMap<&'a str, Uses>,
    /// `global` and `nonlocal` statements, name by name.
    directives: Vec<(&'a str, TextRange)>,
    yields: bool,
    returns: Option<TextRange>,
    /// Inside the iterable of a comprehension, or a loop's target there.
    in_iterable: u32,
    in_target: bool,
}

impl Scope<'_> {
    fn new(kind: Kind, parent: usize) -> Self {
        let (names, directives) = (HashMap::default(), Vec::new());
        Scope {
            kind,
            parent,
            names,
            directives,
            yields: false,
            returns: None,
            in_iterable: 0,
            in_target: false,
        }
    }
}

struct Table<'a> {
    scopes: Vec<Scope<'a>>,
    current: usize,
    error: Option<Diagnosis>,
}

impl<'a> Table<'a> {
    fn fail(&mut self, message: impl Into<String>, place: impl Ranged) {
        self.error.get_or_insert_with(|| Diagnosis::syntax(message, place));
    }

    fn uses(&mut self, name: &'a str) -> Option<&mut Uses> {
        Some(self.scopes.get_mut(self.current)?.names.entry(name).or_default())
    }

    fn mark(&mut self, name: &'a str, how: impl FnOnce(&mut Uses)) {
        self.uses(name).map(how);
    }

    fn bind(&mut self, name: &'a str) {
        self.mark(name, |uses| uses.bound = true);
    }

    fn within(&mut self, kind: Kind, body: impl FnOnce(&mut Self)) {
        let parent = std::mem::replace(&mut self.current, self.scopes.len());
        self.scopes.push(Scope::new(kind, parent));
        body(self);
        if let Some(Scope { kind: Kind::Function(true), yields: true, returns: Some(place), .. }) =
            self.scopes.get(self.current)
        {
            let place = *place;
            self.fail("'return' with value in async generator", place);
        }
        self.current = parent;
    }

    fn directive(&mut self, word: &str, names: impl Iterator<Item = &'a str>, place: TextRange) {
        for name in names {
            let uses = self.uses(name).map_or(Uses::default(), |uses| *uses);
            if uses.parameter {
                self.fail(format!("name '{name}' is parameter and {word}"), place);
            } else if uses.read {
                self.fail(format!("name '{name}' is used prior to {word} declaration"), place);
            } else if uses.annotated {
                self.fail(format!("annotated name '{name}' can't be {word}"), place);
            } else if uses.bound {
                self.fail(format!("name '{name}' is assigned to before {word} declaration"), place);
            }
            self.mark(name, |uses| if word == "global" { uses.global = true } else { uses.nonlocal = true });
            if let Some(scope) = self.scopes.get_mut(self.current) {
                scope.directives.push((name, place));
            }
        }
    }

    fn parameters(&mut self, parameters: &'a Parameters) {
        for parameter in parameters.iter().map(|parameter| parameter.as_parameter()) {
            let name = parameter.name.as_str();
            if self.uses(name).is_some_and(|uses| uses.parameter) {
                self.fail(format!("duplicate argument '{name}' in function definition"), parameter);
            }
            self.mark(name, |uses| uses.parameter = true);
        }
    }

    fn function(&mut self, function: &'a StmtFunctionDef) {
        for decorator in &function.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.bind(function.name.as_str());
        self.visit_parameters(&function.parameters);
        if let Some(returns) = &function.returns {
            self.visit_annotation(returns);
        }
        self.within(Kind::Function(function.is_async), |table| {
            table.parameters(&function.parameters);
            table.visit_body(&function.body);
        });
    }

    fn annotated(&mut self, statement: &'a StmtAnnAssign) {
        if let (Expr::Name(name), true) = (&*statement.target, statement.simple) {
            let id = name.id.as_str();
            let uses = self.uses(id).map_or(Uses::default(), |uses| *uses);
            if self.current != 0 && (uses.global || uses.nonlocal) {
                let word = if uses.global { "global" } else { "nonlocal" };
                self.fail(format!("annotated name '{id}' can't be {word}"), statement);
            }
            self.mark(id, |uses| (uses.annotated, uses.bound) = (true, true));
        } else {
            self.visit_expr(&statement.target);
        }
        self.visit_annotation(&statement.annotation);
        if let Some(value) = &statement.value {
            self.visit_expr(value);
        }
    }

    /// The first iterable belongs to the scope around; everything else to the comprehension's own.
    fn comprehension(
        &mut self,
        what: &'static str,
        generators: &'a [Comprehension],
        parts: [Option<&'a Expr>; 2],
    ) {
        let Some((first, rest)) = generators.split_first() else { return };
        self.iterable(&first.iter);
        self.within(Kind::Comprehension(what), |table| {
            table.loop_target(&first.target);
            first.ifs.iter().for_each(|condition| table.visit_expr(condition));
            for generator in rest {
                table.loop_target(&generator.target);
                table.iterable(&generator.iter);
                generator.ifs.iter().for_each(|condition| table.visit_expr(condition));
            }
            parts.into_iter().flatten().for_each(|part| table.visit_expr(part));
        });
    }

    fn iterable(&mut self, iterable: &'a Expr) {
        let current = self.current;
        self.scopes.get_mut(current).into_iter().for_each(|scope| scope.in_iterable += 1);
        self.visit_expr(iterable);
        self.scopes.get_mut(current).into_iter().for_each(|scope| scope.in_iterable -= 1);
    }

    fn loop_target(&mut self, target: &'a Expr) {
        let current = self.current;
        self.scopes.get_mut(current).into_iter().for_each(|scope| scope.in_target = true);
        self.visit_expr(target);
        self.scopes.get_mut(current).into_iter().for_each(|scope| scope.in_target = false);
    }

    /// `name := …`: inside comprehensions the name belongs to the function around them.
    fn walrus(&mut self, target: &'a Expr, whole: TextRange) {
        let Expr::Name(name) = target else { return };
        let id = name.id.as_str();
        let mut scope = self.current;
        while let Some(Scope { kind: Kind::Comprehension(_), parent, names, in_iterable, .. }) =
            self.scopes.get_mut(scope)
        {
            if *in_iterable > 0 {
                return self.iterable_walrus(whole);
            }
            let uses = names.entry(id).or_default();
            if uses.iterates {
                let message =
                    format!("assignment expression cannot rebind comprehension iteration variable '{id}'");
                return self.fail(message, name);
            }
            uses.walrus = true;
            scope = *parent;
        }
        match self.scopes.get(scope) {
            Some(Scope { in_iterable: 1.., .. }) => self.iterable_walrus(whole),
            Some(Scope { kind: Kind::Class, .. }) if scope != self.current => {
                let message = "assignment expression within a comprehension cannot be used in a class body";
                self.fail(message, name);
            }
            _ => {
                if let Some(scope) = self.scopes.get_mut(scope) {
                    scope.names.entry(id).or_default().bound = true;
                }
            }
        }
    }

    fn iterable_walrus(&mut self, whole: TextRange) {
        self.fail("assignment expression cannot be used in a comprehension iterable expression", whole);
    }

    fn name(&mut self, id: &'a str, context: ExprContext, place: TextRange) {
        if matches!(context, ExprContext::Load) {
            return self.mark(id, |uses| uses.read = true);
        }
        let in_target = self.scopes.get(self.current).is_some_and(|scope| scope.in_target);
        if in_target && self.uses(id).is_some_and(|uses| uses.walrus) {
            let message =
                format!("comprehension inner loop cannot rebind assignment expression target '{id}'");
            self.fail(message, place);
        }
        self.mark(id, |uses| (uses.bound, uses.iterates) = (true, in_target));
    }

    fn yields(&mut self, place: impl Ranged) {
        match self.scopes.get_mut(self.current) {
            Some(Scope { kind: Kind::Comprehension(what), .. }) => {
                let message = format!("'yield' inside {what}");
                self.fail(message, place);
            }
            Some(scope) => scope.yields = true,
            None => {}
        }
    }

    fn alias(&mut self, alias: &'a Alias) {
        if alias.name.as_str() == "*" {
            if self.current != 0 {
                self.fail("import * only allowed at module level", alias);
            }
            return;
        }
        let bound = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
        let first = bound.split('.').next().unwrap_or(bound);
        self.mark(first, |uses| uses.imported = true);
    }
}

impl<'a> Visitor<'a> for Table<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if self.error.is_some() {
            return;
        }
        match statement {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => {
                class.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                self.bind(class.name.as_str());
                class.arguments.iter().for_each(|arguments| self.visit_arguments(arguments));
                self.within(Kind::Class, |table| {
                    table.visit_body(&class.body);
                });
            }
            Stmt::Global(global) => {
                self.directive("global", global.names.iter().map(|n| n.as_str()), global.range)
            }
            Stmt::Nonlocal(nonlocal) => {
                self.directive("nonlocal", nonlocal.names.iter().map(|n| n.as_str()), nonlocal.range)
            }
            Stmt::AnnAssign(statement) => self.annotated(statement),
            Stmt::Return(inner) => {
                if let (Some(scope), Some(_)) = (self.scopes.get_mut(self.current), &inner.value) {
                    scope.returns.get_or_insert(inner.range);
                }
                visitor::walk_stmt(self, statement);
            }
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if self.error.is_some() {
            return;
        }
        match expression {
            Expr::Name(name) => self.name(name.id.as_str(), name.ctx, name.range),
            Expr::Named(named) => {
                self.walrus(&named.target, named.range);
                self.visit_expr(&named.value);
            }
            Expr::Lambda(lambda) => {
                lambda.parameters.iter().for_each(|parameters| self.visit_parameters(parameters));
                self.within(Kind::Function(false), |table| {
                    lambda.parameters.iter().for_each(|parameters| table.parameters(parameters));
                    table.visit_expr(&lambda.body);
                });
            }
            Expr::ListComp(comp) => {
                self.comprehension("list comprehension", &comp.generators, [Some(&*comp.elt), None]);
            }
            Expr::SetComp(comp) => {
                self.comprehension("set comprehension", &comp.generators, [Some(&*comp.elt), None]);
            }
            Expr::Generator(comp) => {
                self.comprehension("generator expression", &comp.generators, [Some(&*comp.elt), None]);
            }
            Expr::DictComp(comp) => {
                let parts = [comp.key.as_deref(), Some(&*comp.value)];
                self.comprehension("dict comprehension", &comp.generators, parts);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.yields(expression);
                visitor::walk_expr(self, expression);
            }
            _ => visitor::walk_expr(self, expression),
        }
    }

    fn visit_alias(&mut self, alias: &'a Alias) {
        self.alias(alias);
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        inner.name.iter().for_each(|name| self.bind(name.as_str()));
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        name.into_iter().for_each(|name| self.bind(name.as_str()));
        visitor::walk_pattern(self, pattern);
    }
}

/// The first `nonlocal` of a scope that nothing binds.
fn unbound(scopes: &[Scope<'_>], index: usize) -> Option<Diagnosis> {
    let scope = scopes.get(index)?;
    let nonlocals = |(name, _): &&(&str, TextRange)| scope.names.get(name).is_some_and(|uses| uses.nonlocal);
    scope.directives.iter().filter(nonlocals).find_map(|&(name, place)| {
        let message = if scope.names.get(name)?.global {
            format!("name '{name}' is nonlocal and global")
        } else if scope.kind == Kind::Module {
            "nonlocal declaration not allowed at module level".to_owned()
        } else if is_bound(scopes, scope.parent, name) {
            return None;
        } else {
            format!("no binding for nonlocal '{name}' found")
        };
        Some(Diagnosis::syntax(message, place))
    })
}

fn is_bound(scopes: &[Scope<'_>], mut index: usize, name: &str) -> bool {
    while let Some(scope) = scopes.get(index) {
        let uses = scope.names.get(name).copied().unwrap_or_default();
        match scope.kind {
            Kind::Module => return false,
            Kind::Class if name == "__class__" => return true,
            Kind::Class => {}
            _ if uses.global => return false,
            _ if uses.bound || uses.imported || uses.parameter || uses.nonlocal => return true,
            _ => {}
        }
        index = scope.parent;
    }
    false
}
