//! Function definitions and lambdas: what the definition evaluates, and the body.

use ruff_python_ast::name::Name;
use ruff_python_ast::{self as ast, Decorator, Expr, Identifier, Parameters};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::constants::constant;
use super::docstring::docstring;
use super::symbols::{Place, ScopeId, ScopeKind, mangle};
use super::unit::Unit;
use super::{CompileError, Compiler, Done};
use crate::code::{CodeUnit, Const, Op};

/// `MakeFunction`: what lies below the code.
pub(super) const DEFAULTS: u32 = 1;
pub(super) const KEYWORD_DEFAULTS: u32 = 2;
pub(super) const ANNOTATIONS: u32 = 4;
pub(super) const CLOSURE: u32 = 8;

impl<'a> Compiler<'a> {
    pub(super) fn function(&mut self, def: &'a ast::StmtFunctionDef) -> Done {
        let keyword = if def.is_async { "async def " } else { "def " };
        let at = self.header_range(def.range, &def.decorator_list, &def.name, keyword);
        self.decorators(&def.decorator_list)?;
        if def.type_params.is_some() {
            self.generic_function(def, at)?;
        } else {
            let flags = self.defaults(&def.parameters, at)?;
            self.function_object(def, flags, at)?;
        }
        self.apply_decorators(&def.decorator_list);
        self.store_name(&def.name.id, at);
        Ok(())
    }

    /// Makes the function; its defaults are on the stack.
    pub(super) fn function_object(
        &mut self,
        def: &'a ast::StmtFunctionDef,
        flags: u32,
        at: TextRange,
    ) -> Done {
        let flags = flags | self.annotations(&def.parameters, def.returns.as_deref(), at)?;
        let scope = self.scope_of(def.range, ScopeKind::Function)?;
        let first_line = self.first_line(def.range, &def.decorator_list);
        self.enter(&def.name.id, scope, ScopeKind::Function, first_line);
        self.parameters(Some(&def.parameters));
        let doc = docstring(&def.body);
        self.unit().doc = doc.map(|(text, _)| text.into());
        self.begin_body(at);
        let body = if self.unit().doc.is_some() { def.body.get(1..).unwrap_or_default() } else { &def.body };
        self.body(body)?;
        self.return_none(def.body.last().map_or(at, Ranged::range));
        let code = self.end_body(at)?;
        self.make_function(code, flags, at);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn lambda(&mut self, lambda: &'a ast::ExprLambda) -> Done {
        let at = lambda.range;
        let flags = match &lambda.parameters {
            Some(parameters) => self.defaults(parameters, at)?,
            None => 0,
        };
        let scope = self.scope_of(at, ScopeKind::Lambda)?;
        let line = self.line(at);
        self.enter(&Name::new_static("<lambda>"), scope, ScopeKind::Lambda, line);
        self.parameters(lambda.parameters.as_deref());
        self.begin_body(at);
        self.expr(&lambda.body)?;
        self.emit(Op::Return, 0, lambda.body.range());
        let code = self.end_body(at)?;
        self.make_function(code, flags, at);
        Ok(())
    }

    /// Pushes defaults and keyword defaults; returns their flags.
    pub(super) fn defaults(
        &mut self,
        parameters: &'a Parameters,
        at: TextRange,
    ) -> Result<u32, CompileError> {
        let mut flags = 0;
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let defaults: Vec<&Expr> = positional.filter_map(|parameter| parameter.default.as_deref()).collect();
        if !defaults.is_empty() {
            flags |= DEFAULTS;
            match defaults.iter().map(|default| constant(default)).collect::<Option<Vec<Const>>>() {
                Some(values) => self.load_const(Const::Tuple(values), at),
                None => {
                    for default in &defaults {
                        self.expr(default)?;
                    }
                    self.emit(Op::BuildTuple, defaults.len() as u32, at);
                }
            }
        }
        let mut pairs = 0;
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                let name = self.mangled(&parameter.parameter.name.id);
                self.load_const(Const::Str(name.as_str().into()), at);
                self.expr(default)?;
                pairs += 1;
            }
        }
        if pairs > 0 {
            flags |= KEYWORD_DEFAULTS;
            self.emit(Op::BuildMap, pairs, at);
        }
        Ok(flags)
    }

    /// Declares a new body's parameters, which take its first slots.
    fn parameters(&mut self, parameters: Option<&Parameters>) {
        let Some(parameters) = parameters else { return };
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let plain = positional.chain(&parameters.kwonlyargs).map(|parameter| &parameter.parameter);
        let variadic = [parameters.vararg.as_deref(), parameters.kwarg.as_deref()].into_iter().flatten();
        for parameter in plain.chain(variadic) {
            self.parameter(&parameter.name.id);
        }
        let unit = self.unit();
        unit.posonly = parameters.posonlyargs.len() as u32;
        unit.positional = unit.posonly + parameters.args.len() as u32;
        unit.kwonly = parameters.kwonlyargs.len() as u32;
        unit.has_varargs = parameters.vararg.is_some();
        unit.has_varkw = parameters.kwarg.is_some();
    }

    /// One parameter's slot; a captured one will hold a cell.
    pub(super) fn parameter(&mut self, name: &Name) {
        let symbols = self.symbols;
        let unit = self.unit();
        let name = mangle(unit.class.as_ref(), name);
        let captured = symbols.place(unit.root, &name) == Some(Place::Cell);
        unit.slot(&name, captured);
    }

    /// Starts a body inside the current one.
    pub(super) fn enter(&mut self, name: &Name, scope: ScopeId, kind: ScopeKind, first_line: u32) {
        let qualname = self.qualname(name, kind);
        let class = self.unit().class.clone();
        let mut unit = Unit::new(name, &qualname, scope, kind, class, self.symbols);
        unit.first_line = first_line;
        self.units.push(unit);
    }

    /// CPython's `compiler_set_qualname`: the nearest scope of type parameters is passed over, and only functions
    /// say `<locals>`.
    fn qualname(&mut self, name: &Name, kind: ScopeKind) -> String {
        use ScopeKind::{Class, Function, Lambda, Module, TypeAlias, TypeBound, TypeDefault, TypeParams};
        let symbols = self.symbols;
        let mut around = self.units.iter().rev().peekable();
        around.next_if(|unit| matches!(unit.root_kind, TypeParams | TypeBound | TypeDefault));
        let Some(parent) = around.next() else { return name.to_string() };
        let mangled = mangle(parent.class.as_ref(), name);
        let global = symbols.place(parent.root, &mangled) == Some(Place::GlobalExplicit);
        match parent.root_kind {
            Module => name.to_string(),
            _ if global && matches!(kind, Function | Class) => name.to_string(),
            Function | Lambda | TypeAlias => format!("{}.<locals>.{name}", parent.qualname),
            _ => format!("{}.{name}", parent.qualname),
        }
    }

    /// Pushes the closure, if there is one, and the code, and makes the function.
    pub(super) fn make_function(&mut self, code: CodeUnit, flags: u32, at: TextRange) {
        let free = code.locals.len().saturating_sub(code.free as usize);
        let names: Vec<Name> = code.locals.iter().skip(free).map(Name::new).collect();
        for name in &names {
            self.load_closure(name, at);
        }
        let mut flags = flags;
        if !names.is_empty() {
            self.emit(Op::BuildTuple, names.len() as u32, at);
            flags |= CLOSURE;
        }
        self.load_const(Const::Code(Box::new(code)), at);
        self.emit(Op::MakeFunction, flags, at);
    }

    pub(super) fn decorators(&mut self, decorators: &'a [Decorator]) -> Done {
        decorators.iter().try_for_each(|decorator| self.expr(&decorator.expression))
    }

    /// Calls the decorators on the value on top, the last first: it takes the place of `self`.
    pub(super) fn apply_decorators(&mut self, decorators: &[Decorator]) {
        for decorator in decorators.iter().rev() {
            self.emit(Op::Call, 0, decorator.expression.range());
        }
    }

    pub(super) fn scope_of(&self, range: TextRange, kind: ScopeKind) -> Result<ScopeId, CompileError> {
        let found = self.symbols.of(range, kind);
        found.ok_or_else(|| CompileError::new("compiler bug: a scope without symbols", range))
    }

    /// `co_firstlineno`: that of the first decorator.
    pub(super) fn first_line(&self, range: TextRange, decorators: &[Decorator]) -> u32 {
        let first = decorators.first().map_or(range.start(), |decorator| decorator.expression.start());
        self.lines.line(first.to_u32())
    }

    /// A definition's range without its decorators, as CPython's tree has it. The tree at hand does not say where the
    /// keyword is, so it is taken to stand one space before the name.
    pub(super) fn header_range(
        &self,
        range: TextRange,
        decorators: &[Decorator],
        name: &Identifier,
        keyword: &str,
    ) -> TextRange {
        let Some(last) = decorators.last() else { return range };
        let start = name.range.start().checked_sub(TextSize::of(keyword)).unwrap_or_default();
        TextRange::new(start.max(last.range.end()), range.end())
    }
}
