//! The flow of control, and the rest that only CPython's compiler refuses.
//!
//! What may stand where depends on the function around (`return`, `await`, `yield`) and on the blocks inside it
//! (`break`, `continue`), so the walk carries both.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{
    Arguments, Comprehension, ExceptHandler, Expr, ExprContext, Mod, Number, Parameters, Pattern, Stmt,
};
use ruff_text_size::{Ranged, TextRange};

use super::super::Mode;
use super::super::error::Diagnosis;
use super::patterns;

/// Blocks inside each other in one function: CPython's CO_MAXBLOCKS.
const MAX_BLOCKS: usize = 21;

/// Most digits of an int in decimal, as at run time without a call of `sys.set_int_max_str_digits`.
const MAX_DIGITS: usize = 4300;

pub(super) fn check(syntax: &Mod, mode: Mode) -> Option<Diagnosis> {
    let scope = if matches!(mode, Mode::Interactive | Mode::InteractiveEval) {
        Scope::AsyncModule
    } else {
        Scope::Module
    };
    let mut flow = Flow { scope, blocks: Vec::new(), error: None };
    match syntax {
        Mod::Module(module) => flow.visit_body(&module.body),
        Mod::Expression(expression) => flow.visit_expr(&expression.body),
    }
    flow.error
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Module,
    /// A module that may wait at its top level.
    AsyncModule,
    Class,
    Function,
    AsyncFunction,
    Comprehension,
}

/// A block that a jump may leave.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Loop,
    ExceptStar,
    Other,
}

struct Flow {
    scope: Scope,
    blocks: Vec<Block>,
    error: Option<Diagnosis>,
}

impl Flow {
    fn fail(&mut self, message: impl Into<String>, place: impl Ranged) {
        self.error.get_or_insert_with(|| Diagnosis::syntax(message, place));
    }

    /// An int whose text is longer than a conversion may be.
    fn digits(&mut self, text: &str, place: impl Ranged) {
        if text.len() > MAX_DIGITS && text.bytes().all(|c| c.is_ascii_digit()) {
            let message = format!(
                "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} digits; \
                 use sys.set_int_max_str_digits() to increase the limit - \
                 Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
                text.len()
            );
            self.fail(message, place);
        }
    }

    fn within(&mut self, scope: Scope, body: impl FnOnce(&mut Self)) {
        let outer = (std::mem::replace(&mut self.scope, scope), std::mem::take(&mut self.blocks));
        body(self);
        (self.scope, self.blocks) = outer;
    }

    fn block(&mut self, block: Block, place: TextRange, body: impl FnOnce(&mut Self)) {
        if self.blocks.len() >= MAX_BLOCKS {
            self.fail("too many statically nested blocks", place);
        }
        self.blocks.push(block);
        body(self);
        self.blocks.pop();
    }

    fn jump(&mut self, statement: &Stmt) {
        let star = "'break', 'continue' and 'return' cannot appear in an except* block";
        let is_return = matches!(statement, Stmt::Return(_));
        let left = self
            .blocks
            .iter()
            .rev()
            .find(|&&block| block == Block::ExceptStar || !is_return && block == Block::Loop);
        match (left, statement) {
            (Some(Block::ExceptStar), Stmt::Return(leave)) => match leave.value.as_deref() {
                Some(value) if value.is_literal_expr() => self.fail(star, value),
                _ => self.fail(star, statement),
            },
            (Some(Block::ExceptStar), _) => self.fail(star, statement),
            (Some(_), _) | (None, Stmt::Return(_)) => {}
            (None, Stmt::Break(_)) => self.fail("'break' outside loop", statement),
            (None, _) => self.fail("'continue' not properly in loop", statement),
        }
    }

    fn no_debug(&mut self, name: &str, place: impl Ranged) {
        if name == "__debug__" {
            self.fail("cannot assign to __debug__", place);
        }
    }

    fn parameter_names(&mut self, parameters: &Parameters) {
        for parameter in parameters.iter().map(|parameter| parameter.as_parameter()) {
            self.no_debug(parameter.name.as_str(), parameter);
        }
    }

    fn handlers(&mut self, handlers: &[ExceptHandler], is_star: bool) {
        let last = handlers.len().saturating_sub(1);
        for (index, handler) in handlers.iter().enumerate() {
            let ExceptHandler::ExceptHandler(inner) = handler;
            match (&inner.type_, &inner.name) {
                (None, _) if index < last => self.fail("default 'except:' must be last", handler),
                (Some(class), _) => self.visit_expr(class),
                _ => {}
            }
            inner.name.iter().for_each(|name| self.no_debug(name.as_str(), handler));
            let block = if is_star { Block::ExceptStar } else { Block::Other };
            self.block(block, inner.range, |flow| flow.visit_body(&inner.body));
        }
    }

    /// The elements of a display or a target, where stars have their place.
    fn elements(&mut self, elements: &[Expr], context: ExprContext, whole: TextRange) {
        let stars = elements.iter().filter(|element| element.is_starred_expr()).count();
        if matches!(context, ExprContext::Store) && stars > 1 {
            self.fail("multiple starred expressions in assignment", whole);
        }
        for element in elements {
            match element {
                Expr::Starred(star) => self.visit_expr(&star.value),
                _ => self.visit_expr(element),
            }
        }
    }

    fn comprehension(&mut self, whole: &Expr, generators: &[Comprehension], parts: [Option<&Expr>; 2]) {
        let waits = !whole.is_generator_expr() && is_async(generators, parts);
        if waits && !matches!(self.scope, Scope::AsyncFunction | Scope::AsyncModule | Scope::Comprehension) {
            self.fail("asynchronous comprehension outside of an asynchronous function", whole);
        }
        let Some((first, rest)) = generators.split_first() else { return };
        self.visit_expr(&first.iter);
        self.within(Scope::Comprehension, |flow| {
            flow.visit_expr(&first.target);
            first.ifs.iter().for_each(|condition| flow.visit_expr(condition));
            for generator in rest {
                flow.visit_expr(&generator.iter);
                flow.visit_expr(&generator.target);
                generator.ifs.iter().for_each(|condition| flow.visit_expr(condition));
            }
            parts.into_iter().flatten().for_each(|part| flow.visit_expr(part));
        });
    }

    fn awaits(&mut self, place: &Expr) {
        match self.scope {
            Scope::Module | Scope::Class => self.fail("'await' outside function", place),
            Scope::Function => self.fail("'await' outside async function", place),
            Scope::AsyncFunction | Scope::AsyncModule | Scope::Comprehension => {}
        }
    }

    fn only_async(&mut self, is_async: bool, what: &str, place: &Stmt) {
        if is_async && !matches!(self.scope, Scope::AsyncFunction | Scope::AsyncModule) {
            self.fail(format!("'async {what}' outside async function"), place);
        }
    }
}

impl<'a> Visitor<'a> for Flow {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if self.error.is_some() {
            return;
        }
        match statement {
            Stmt::FunctionDef(function) => {
                function.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                self.no_debug(function.name.as_str(), statement);
                self.parameter_names(&function.parameters);
                self.visit_parameters(&function.parameters);
                function.returns.iter().for_each(|returns| self.visit_annotation(returns));
                let scope = if function.is_async { Scope::AsyncFunction } else { Scope::Function };
                self.within(scope, |flow| flow.visit_body(&function.body));
            }
            Stmt::ClassDef(class) => {
                class.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                self.no_debug(class.name.as_str(), statement);
                class.arguments.iter().for_each(|arguments| self.visit_arguments(arguments));
                self.within(Scope::Class, |flow| flow.visit_body(&class.body));
            }
            Stmt::Return(_) => {
                if !matches!(self.scope, Scope::Function | Scope::AsyncFunction) {
                    self.fail("'return' outside function", statement);
                }
                self.jump(statement);
                visitor::walk_stmt(self, statement);
            }
            Stmt::Break(_) | Stmt::Continue(_) => self.jump(statement),
            Stmt::While(repeat) => {
                self.visit_expr(&repeat.test);
                self.block(Block::Loop, repeat.range, |flow| flow.visit_body(&repeat.body));
                self.visit_body(&repeat.orelse);
            }
            Stmt::For(repeat) => {
                self.only_async(repeat.is_async, "for", statement);
                self.visit_expr(&repeat.iter);
                self.visit_expr(&repeat.target);
                self.block(Block::Loop, repeat.range, |flow| flow.visit_body(&repeat.body));
                self.visit_body(&repeat.orelse);
            }
            Stmt::With(with) => {
                self.only_async(with.is_async, "with", statement);
                with.items.iter().for_each(|item| self.visit_with_item(item));
                let depth = self.blocks.len();
                self.blocks.extend(with.items.iter().skip(1).map(|_| Block::Other));
                self.block(Block::Other, with.range, |flow| flow.visit_body(&with.body));
                self.blocks.truncate(depth);
            }
            Stmt::Try(attempt) => {
                let guarded = |flow: &mut Self| {
                    flow.block(Block::Other, attempt.range, |flow| flow.visit_body(&attempt.body));
                    flow.visit_body(&attempt.orelse);
                    flow.handlers(&attempt.handlers, attempt.is_star);
                };
                match attempt.finalbody.is_empty() || attempt.handlers.is_empty() {
                    true => guarded(self),
                    false => self.block(Block::Other, attempt.range, guarded),
                }
                self.visit_body(&attempt.finalbody);
            }
            Stmt::Match(choice) => {
                self.visit_expr(&choice.subject);
                if let Some(error) = patterns::check(&choice.cases) {
                    self.error.get_or_insert(error);
                }
                choice.cases.iter().for_each(|case| self.visit_match_case(case));
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    self.no_debug(alias.asname.as_ref().unwrap_or(&alias.name).as_str(), statement);
                }
            }
            Stmt::ImportFrom(import) => {
                if import.module.as_deref() == Some("__future__") && self.scope != Scope::Module {
                    self.error.get_or_insert(super::late_future(import.range));
                }
                for alias in &import.names {
                    self.no_debug(alias.asname.as_ref().unwrap_or(&alias.name).as_str(), statement);
                }
            }
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if self.error.is_some() {
            return;
        }
        match expression {
            Expr::Await(inner) => {
                self.awaits(expression);
                self.visit_expr(&inner.value);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                let from = expression.is_yield_from_expr();
                match self.scope {
                    Scope::Module | Scope::AsyncModule | Scope::Class => {
                        let word = if from { "yield from" } else { "yield" };
                        self.fail(format!("'{word}' outside function"), expression);
                    }
                    Scope::AsyncFunction if from => {
                        self.fail("'yield from' inside async function", expression)
                    }
                    _ => {}
                }
                visitor::walk_expr(self, expression);
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.parameter_names(parameters);
                    self.visit_parameters(parameters);
                }
                self.within(Scope::Function, |flow| flow.visit_expr(&lambda.body));
            }
            Expr::Starred(star) => match star.ctx {
                ExprContext::Store => {
                    self.fail("starred assignment target must be in a list or tuple", expression)
                }
                _ => self.fail("can't use starred expression here", expression),
            },
            Expr::Tuple(tuple) => self.elements(&tuple.elts, tuple.ctx, tuple.range),
            Expr::List(list) => self.elements(&list.elts, list.ctx, list.range),
            Expr::Set(set) => self.elements(&set.elts, ExprContext::Load, set.range),
            Expr::ListComp(comp) => {
                self.comprehension(expression, &comp.generators, [Some(&*comp.elt), None])
            }
            Expr::SetComp(comp) => self.comprehension(expression, &comp.generators, [Some(&*comp.elt), None]),
            Expr::Generator(comp) => {
                self.comprehension(expression, &comp.generators, [Some(&*comp.elt), None])
            }
            Expr::DictComp(comp) => {
                self.comprehension(expression, &comp.generators, [comp.key.as_deref(), Some(&*comp.value)]);
            }
            Expr::Name(name) if name.id == "__debug__" => match name.ctx {
                ExprContext::Store => self.no_debug("__debug__", expression),
                ExprContext::Del => self.fail("cannot delete __debug__", expression),
                _ => {}
            },
            Expr::NumberLiteral(number) => {
                if let Number::Int(value) = &number.value {
                    self.digits(&value.to_string(), expression);
                }
            }
            Expr::Attribute(attribute) => {
                if matches!(attribute.ctx, ExprContext::Store) {
                    self.no_debug(attribute.attr.as_str(), expression);
                }
                self.visit_expr(&attribute.value);
            }
            _ => visitor::walk_expr(self, expression),
        }
    }

    fn visit_arguments(&mut self, arguments: &'a Arguments) {
        self.elements(&arguments.args, ExprContext::Load, arguments.range);
        let mut seen: Vec<&str> = Vec::new();
        for keyword in &arguments.keywords {
            if let Some(name) = &keyword.arg {
                if seen.contains(&name.as_str()) {
                    self.fail(format!("keyword argument repeated: {name}"), keyword);
                }
                self.no_debug(name.as_str(), keyword);
                seen.push(name.as_str());
            }
            self.visit_expr(&keyword.value);
        }
    }

    fn visit_annotation(&mut self, annotation: &'a Expr) {
        // `*args: *Ts` unpacks.
        match annotation {
            Expr::Starred(star) => self.visit_expr(&star.value),
            _ => self.visit_expr(annotation),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        name.into_iter().for_each(|name| self.no_debug(name.as_str(), pattern));
        visitor::walk_pattern(self, pattern);
    }
}

/// Whether a comprehension must wait: its clauses, or an `await` or such a comprehension inside it.
fn is_async(generators: &[Comprehension], parts: [Option<&Expr>; 2]) -> bool {
    let mut search = Awaits { found: generators.iter().any(|generator| generator.is_async) };
    for (index, generator) in generators.iter().enumerate() {
        if index > 0 {
            search.visit_expr(&generator.iter);
        }
        generator.ifs.iter().for_each(|condition| search.visit_expr(condition));
    }
    parts.into_iter().flatten().for_each(|part| search.visit_expr(part));
    search.found
}

/// Looks for what makes a comprehension around it asynchronous.
struct Awaits {
    found: bool,
}

impl<'a> Visitor<'a> for Awaits {
    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            _ if self.found => {}
            Expr::Await(_) => self.found = true,
            Expr::Lambda(_) => {}
            Expr::Generator(generator) => {
                generator.generators.iter().take(1).for_each(|first| self.visit_expr(&first.iter));
            }
            _ => {}
        }
        if !self.found && !matches!(expression, Expr::Lambda(_) | Expr::Generator(_)) {
            visitor::walk_expr(self, expression);
        }
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        self.found |= comprehension.is_async;
        visitor::walk_comprehension(self, comprehension);
    }
}
