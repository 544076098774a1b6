//! Comprehensions, inlined into the frame around them (PEP 709), and generator expressions, which are functions.
//!
//! The first iterable is evaluated outside. Names that an inlined comprehension binds take slots of the frame: what they
//! held is saved on the stack before and put back after, also when an exception leaves.

use ruff_python_ast::name::Name;
use ruff_python_ast::{self as ast, Comprehension, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::assemble::Label;
use super::symbols::{Place, ScopeId, ScopeKind};
use super::unwind::MAX_BLOCKS;
use super::{Compiler, Done};
use crate::code::{CodeKind, Op};
use crate::sorted::sorted;

/// What happens with each element.
#[derive(Clone, Copy)]
enum Element<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Dict(&'a Expr, &'a Expr),
    Yield(&'a Expr),
}

/// A comprehension's clauses and element.
#[derive(Clone, Copy)]
struct Loops<'a> {
    generators: &'a [Comprehension],
    element: Element<'a>,
    at: TextRange,
}

/// A slot that a comprehension uses, and whether it makes a cell there.
type Saved = (u32, bool);

impl<'a> Compiler<'a> {
    #[inline(never)]
    pub(super) fn list_comp(&mut self, comp: &'a ast::ExprListComp) -> Done {
        let loops = Loops { generators: &comp.generators, element: Element::List(&comp.elt), at: comp.range };
        self.inlined(loops, Op::BuildList)
    }

    #[inline(never)]
    pub(super) fn set_comp(&mut self, comp: &'a ast::ExprSetComp) -> Done {
        let loops = Loops { generators: &comp.generators, element: Element::Set(&comp.elt), at: comp.range };
        self.inlined(loops, Op::BuildSet)
    }

    #[inline(never)]
    pub(super) fn dict_comp(&mut self, comp: &'a ast::ExprDictComp) -> Done {
        let Some(key) = &comp.key else {
            return Err(super::CompileError::new(
                "dict unpacking cannot be used in dict comprehension",
                comp.range,
            ));
        };
        let element = Element::Dict(key, &comp.value);
        self.inlined(Loops { generators: &comp.generators, element, at: comp.range }, Op::BuildMap)
    }

    /// A generator expression; `at` is its range with the parentheses.
    #[inline(never)]
    pub(super) fn generator(&mut self, comp: &'a ast::ExprGenerator, at: TextRange) -> Done {
        let Some(first) = comp.generators.first() else { return Ok(()) };
        let scope = self.scope_of(comp.range, ScopeKind::Generator)?;
        let line = self.line(at);
        self.enter(&Name::new_static("<genexpr>"), scope, ScopeKind::Generator, line);
        let source = Name::new_static(".0");
        self.parameter(&source);
        self.unit().positional = 1;
        self.begin_body(at);
        self.load_name(&source, at);
        let loops = Loops { generators: &comp.generators, element: Element::Yield(&comp.elt), at };
        self.loop_over(loops, 0)?;
        self.return_none(at);
        let code = self.end_body(at)?;
        self.make_function(code, 0, at);
        self.first_iterator(first)?;
        // The iterator takes the place of `self`.
        self.emit(Op::Call, 0, at);
        Ok(())
    }

    fn first_iterator(&mut self, first: &'a Comprehension) -> Done {
        self.expr(&first.iter)?;
        self.emit(if first.is_async { Op::GetAIter } else { Op::GetIter }, 0, first.iter.range());
        Ok(())
    }

    fn inlined(&mut self, loops: Loops<'a>, build: Op) -> Done {
        let at = loops.at;
        let Some(first) = loops.generators.first() else { return Ok(()) };
        self.refuse_async(loops)?;
        let scope = self.scope_of(at, ScopeKind::Comprehension)?;
        self.first_iterator(first)?;
        let saved = self.save_names(scope, at);
        let outer_scope = std::mem::replace(&mut self.unit().scope, scope);
        let (cleanup, end) = (self.label(), self.label());
        let outer = if saved.is_empty() { None } else { Some(self.unit().code.enter(cleanup, 1)) };
        self.emit(build, 0, at);
        self.emit(Op::Swap, 2, at);
        self.loop_over(loops, 0)?;
        self.unit().scope = outer_scope;
        if let Some(outer) = outer {
            self.unit().code.leave(outer);
            self.restore_names(&saved, at);
            self.jump(Op::Jump, end, at);
            self.place(cleanup);
            self.restore_names(&saved, at);
            self.emit(Op::Reraise, 0, at);
            self.place(end);
        }
        Ok(())
    }

    fn refuse_async(&mut self, loops: Loops<'a>) -> Done {
        let asynchronous = loops.generators.iter().any(|generator| generator.is_async);
        let inside = matches!(self.unit().kind, CodeKind::Coroutine | CodeKind::AsyncGenerator);
        if asynchronous && !inside {
            let message = "asynchronous comprehension outside of an asynchronous function";
            return Err(super::CompileError::new(message, loops.at));
        }
        Ok(())
    }

    /// Saves what the comprehension's slots hold: `iterator -- saved* iterator`.
    fn save_names(&mut self, scope: ScopeId, at: TextRange) -> Vec<Saved> {
        let symbols = self.symbols;
        let Some(scope) = symbols.get(scope) else { return Vec::new() };
        let names = sorted(scope.places.iter().filter_map(|(name, place)| match place {
            Place::Local => Some((name, false)),
            Place::Cell => Some((name, true)),
            _ => None,
        }));
        let unit = self.unit();
        let saved: Vec<Saved> = names.into_iter().map(|(name, cell)| (unit.slot(name, cell), cell)).collect();
        for (slot, cell) in &saved {
            self.emit(Op::LoadFastAndClear, *slot, at);
            if *cell {
                self.emit(Op::MakeCell, *slot, at);
            }
        }
        if !saved.is_empty() {
            self.emit(Op::Swap, saved.len() as u32 + 1, at);
        }
        saved
    }

    /// Puts them back: `saved* v -- v`.
    fn restore_names(&mut self, saved: &[Saved], at: TextRange) {
        self.emit(Op::Swap, saved.len() as u32 + 1, at);
        for (slot, _) in saved.iter().rev() {
            self.unit().code.restore(*slot, at);
        }
    }

    /// The loop of generator `index`, whose iterator is on top; inner ones inside it. The iterator is gone after.
    fn loop_over(&mut self, loops: Loops<'a>, index: usize) -> Done {
        let Some(clause) = loops.generators.get(index) else { return Ok(()) };
        if index >= MAX_BLOCKS {
            return Err(super::CompileError::new("too many statically nested blocks", loops.at));
        }
        let (skip, end) = (self.label(), self.label());
        let at = clause.target.range();
        let start = self.unit().code.here();
        if clause.is_async {
            self.async_next(end, loops.at);
        } else {
            self.jump(Op::ForIter, end, clause.iter.range());
        }
        self.store(&clause.target)?;
        for test in &clause.ifs {
            self.jump_if(test, skip, false)?;
        }
        if let Some(inner) = loops.generators.get(index + 1) {
            self.first_iterator(inner)?;
            self.loop_over(loops, index + 1)?;
        } else {
            self.element(loops)?;
        }
        self.place(skip);
        self.jump(Op::Jump, start, at);
        if clause.is_async {
            self.end_async_for(end, clause.iter.range())
        } else {
            self.place(end)
        }
        Ok(())
    }

    fn element(&mut self, loops: Loops<'a>) -> Done {
        // The collection is below the iterators of all clauses.
        let below = loops.generators.len() as u32 + 1;
        match loops.element {
            Element::List(value) => {
                self.expr(value)?;
                self.emit(Op::ListAppend, below, value.range());
            }
            Element::Set(value) => {
                self.expr(value)?;
                self.emit(Op::SetAdd, below, value.range());
            }
            Element::Dict(key, value) => {
                self.expr(key)?;
                self.expr(value)?;
                self.emit(Op::MapAdd, below, TextRange::new(key.start(), value.end()));
            }
            Element::Yield(value) => {
                self.expr(value)?;
                self.emit(Op::Yield, 0, value.range());
                self.emit(Op::Pop, 0, value.range());
            }
        }
        Ok(())
    }

    /// Pushes the next item of the asynchronous iterator on top; its end goes to `end`.
    pub(super) fn async_next(&mut self, end: Label, at: TextRange) {
        let outer = self.unit().code.enter(end, 0);
        self.emit(Op::GetANext, 0, at);
        self.emit(Op::LoadNone, 0, at);
        self.emit(Op::Send, 0, at);
        self.unit().code.leave(outer);
    }

    /// Where exceptions of [`Self::async_next`] arrive: the end of the loop, or raised again.
    pub(super) fn end_async_for(&mut self, end: Label, at: TextRange) {
        let after = self.label();
        self.place(end);
        self.jump(Op::EndAsyncFor, after, at);
        self.place(after);
    }
}
