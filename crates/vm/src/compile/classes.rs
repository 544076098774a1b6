//! Class statements: the class's bases and keywords, and its body.

use ruff_python_ast::name::Name;
use ruff_python_ast::{self as ast, Arguments, Expr};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::displays::{AT_ONCE, Display};
use super::docstring::docstring;
use super::symbols::ScopeKind;
use super::{Compiler, Done};
use crate::code::{Const, Op};

impl<'a> Compiler<'a> {
    pub(super) fn class(&mut self, def: &'a ast::StmtClassDef) -> Done {
        let at = self.header_range(def.range, &def.decorator_list, &def.name, "class ");
        self.decorators(&def.decorator_list)?;
        if def.type_params.is_some() {
            self.generic_class(def, at)?;
        } else {
            self.class_object(def, None, at)?;
        }
        self.apply_decorators(&def.decorator_list);
        self.store_name(&def.name.id, at);
        Ok(())
    }

    /// Makes the class. `generic_base` is the variable that holds an extra last base.
    pub(super) fn class_object(
        &mut self,
        def: &'a ast::StmtClassDef,
        generic_base: Option<&Name>,
        at: TextRange,
    ) -> Done {
        self.class_body(def, at)?;
        self.load_const(Const::Str(def.name.as_str().into()), at);
        let (args, keywords): (&[Expr], &[ast::Keyword]) = match def.arguments.as_deref() {
            Some(Arguments { args, keywords, .. }) => (args, keywords),
            None => (&[], &[]),
        };
        let plain = keywords.is_empty() && args.len() < AT_ONCE && !args.iter().any(Expr::is_starred_expr);
        if plain {
            for base in args {
                self.expr(base)?;
            }
            if let Some(name) = generic_base {
                self.load_name(name, at);
            }
            let count = args.len() + usize::from(generic_base.is_some());
            self.emit(Op::BuildClass, count as u32, at);
            return Ok(());
        }
        self.display(args.iter(), Display::List, 0, at)?;
        if let Some(name) = generic_base {
            self.load_name(name, at);
            self.emit(Op::ListAppend, 1, at);
        }
        if keywords.is_empty() {
            self.emit(Op::BuildMap, 0, at);
        } else {
            self.keyword_dict(keywords, 0, at)?;
        }
        self.emit(Op::BuildClassEx, 0, at);
        Ok(())
    }

    /// The start of a definition's first line, where the class body's own preparations are shown.
    fn line_start(&self, range: TextRange, decorators: &[ast::Decorator]) -> TextRange {
        let start = decorators.first().map_or(range.start(), |decorator| decorator.expression.start());
        let column = self.lines.position(start.to_u32()).column;
        // Only spaces and the `@` come before it, so characters are bytes.
        TextRange::empty(start.checked_sub(TextSize::new(column)).unwrap_or_default())
    }

    /// The function that runs the body in the class's namespace.
    fn class_body(&mut self, def: &'a ast::StmtClassDef, at: TextRange) -> Done {
        let scope = self.scope_of(def.range, ScopeKind::Class)?;
        let first_line = self.first_line(def.range, &def.decorator_list);
        self.enter(&def.name.id, scope, ScopeKind::Class, first_line);
        self.unit().class = Some(def.name.id.clone());
        let head = self.line_start(def.range, &def.decorator_list);
        self.begin_body(head);
        let store = |this: &mut Self, name: &'static str| {
            this.emit_name(Op::StoreName, &Name::new_static(name), head);
        };
        self.emit_name(Op::LoadName, &Name::new_static("__name__"), head);
        store(self, "__module__");
        let qualname = self.unit().qualname.clone();
        self.load_const(Const::Str(qualname), head);
        store(self, "__qualname__");
        self.load_const(Const::Int(first_line.into()), head);
        store(self, "__firstlineno__");
        if def.type_params.is_some() {
            self.load_name(&Name::new_static(".type_params"), head);
            store(self, "__type_params__");
        }
        let class_dict = Name::new_static("__classdict__");
        let (needs_cell, needs_dict) = self
            .symbols
            .get(scope)
            .map_or((false, false), |scope| (scope.needs_class_cell, scope.needs_class_dict));
        if needs_dict {
            self.emit(Op::LoadLocals, 0, head);
            let slot = self.unit().slot(&class_dict, true);
            self.emit(Op::StoreDeref, slot, head);
        }
        let documented = docstring(&def.body).is_some();
        self.module_docstring(&def.body);
        if super::has_annotations(&def.body) {
            self.emit(Op::SetupAnnotations, 0, head);
        }
        self.body(if documented { def.body.get(1..).unwrap_or_default() } else { &def.body })?;
        let end = def.body.last().map_or(at, Ranged::range);
        let attributes = std::mem::take(&mut self.unit().self_attributes);
        let attributes = attributes.into_iter().map(|name| Const::Str(name.as_str().into())).collect();
        self.load_const(Const::Tuple(attributes), head);
        self.emit_name(Op::StoreName, &Name::new_static("__static_attributes__"), head);
        if needs_dict {
            self.load_closure(&class_dict, end);
            self.emit_name(Op::StoreName, &Name::new_static("__classdictcell__"), end);
        }
        if needs_cell {
            self.load_closure(&Name::new_static("__class__"), end);
            self.emit(Op::Copy, 1, end);
            self.emit_name(Op::StoreName, &Name::new_static("__classcell__"), end);
            self.emit(Op::Return, 0, end);
        } else {
            self.return_none(end);
        }
        let code = self.end_body(at)?;
        self.make_function(code, 0, at);
        Ok(())
    }
}
