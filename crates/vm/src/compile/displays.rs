//! Tuples, lists, sets, dicts.
//!
//! Long displays are built piece by piece, so that the operand stack stays small.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::constants::constant;
use super::{CompileError, Compiler, Done};
use crate::code::{Const, Op};

/// Values that are pushed at once; CPython's `STACK_USE_GUIDELINE`.
pub(super) const AT_ONCE: usize = 30;

/// What a sequence of elements becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    Tuple,
    List,
    Set,
}

impl<'a> Compiler<'a> {
    #[inline(never)]
    pub(super) fn tuple(&mut self, tuple: &'a ast::ExprTuple) -> Done {
        self.display(tuple.elts.iter(), Display::Tuple, 0, tuple.range)
    }

    #[inline(never)]
    pub(super) fn list(&mut self, list: &'a ast::ExprList) -> Done {
        self.constants_or_display(&list.elts, Display::List, list.range)
    }

    #[inline(never)]
    pub(super) fn set(&mut self, set: &'a ast::ExprSet) -> Done {
        self.constants_or_display(&set.elts, Display::Set, set.range)
    }

    fn constants_or_display(&mut self, items: &'a [Expr], into: Display, at: TextRange) -> Done {
        let values = if items.len() > 2 { items.iter().map(constant).collect() } else { None };
        let Some(values) = values else { return self.display(items.iter(), into, 0, at) };
        match into {
            Display::Set => {
                self.emit(Op::BuildSet, 0, at);
                self.load_const(Const::FrozenSet(values), at);
                self.emit(Op::SetUpdate, 1, at);
            }
            Display::List | Display::Tuple => {
                self.emit(Op::BuildList, 0, at);
                self.load_const(Const::Tuple(values), at);
                self.emit(Op::ListExtend, 1, at);
            }
        }
        Ok(())
    }

    /// Builds from elements, some perhaps starred; `pushed` values on the stack come first (CPython's `starunpack_helper`).
    pub(super) fn display(
        &mut self,
        items: impl ExactSizeIterator<Item = &'a Expr> + Clone,
        into: Display,
        pushed: u32,
        at: TextRange,
    ) -> Done {
        let starred = items.clone().any(|item| item.is_starred_expr());
        let big = items.len() + pushed as usize > AT_ONCE;
        let (build, add, extend) = match into {
            Display::Tuple | Display::List => (Op::BuildList, Op::ListAppend, Op::ListExtend),
            Display::Set => (Op::BuildSet, Op::SetAdd, Op::SetUpdate),
        };
        if !starred && !big {
            let count = items.len() as u32 + pushed;
            for item in items {
                self.expr(item)?;
            }
            self.emit(if into == Display::Tuple { Op::BuildTuple } else { build }, count, at);
            return Ok(());
        }
        let mut built = false;
        if big {
            self.emit(build, pushed, at);
            built = true;
        }
        for (index, item) in items.enumerate() {
            if let Expr::Starred(starred) = item {
                if !built {
                    self.emit(build, index as u32 + pushed, at);
                    built = true;
                }
                self.expr(&starred.value)?;
                self.emit(extend, 1, at);
            } else {
                self.expr(item)?;
                if built {
                    self.emit(add, 1, at);
                }
            }
        }
        if into == Display::Tuple {
            self.emit(Op::ListToTuple, 0, at);
        }
        Ok(())
    }

    #[inline(never)]
    pub(super) fn dict(&mut self, dict: &'a ast::ExprDict) -> Done {
        let at = dict.range;
        // A dict exists below the pairs that are still on the stack.
        let mut built = false;
        let mut pairs = 0;
        for item in &dict.items {
            let Some(key) = &item.key else {
                self.flush_pairs(&mut pairs, &mut built, at);
                if !built {
                    self.emit(Op::BuildMap, 0, at);
                    built = true;
                }
                self.expr(&item.value)?;
                self.emit(Op::DictUpdate, 1, at);
                continue;
            };
            if key.is_starred_expr() {
                return Err(CompileError::new("invalid syntax", key.range()));
            }
            self.expr(key)?;
            self.expr(&item.value)?;
            pairs += 1;
            if pairs as usize * 2 > AT_ONCE {
                self.flush_pairs(&mut pairs, &mut built, at);
            }
        }
        self.flush_pairs(&mut pairs, &mut built, at);
        if !built {
            self.emit(Op::BuildMap, 0, at);
        }
        Ok(())
    }

    fn flush_pairs(&mut self, pairs: &mut u32, built: &mut bool, at: TextRange) {
        if *pairs > 0 {
            self.emit(Op::BuildMap, *pairs, at);
            if *built {
                self.emit(Op::DictUpdate, 1, at);
            }
            *built = true;
            *pairs = 0;
        }
    }
}
