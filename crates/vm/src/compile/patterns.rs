//! The `match` statement.
//!
//! A pattern's subject is on top while the pattern is tried; names are bound only when a whole case has matched, so captured
//! values wait on the stack below the subject. A pattern that fails with `n` values to throw away jumps to the `n`-th of a row
//! of pops (CPython's `fail_pop`).

use ruff_python_ast::name::Name;
use ruff_python_ast::{self as ast, Pattern, Singleton};
use ruff_text_size::{Ranged, TextRange};

use super::assemble::Label;
use super::constants::constant;
use super::{CompileError, Compiler, Done};
use crate::code::{Binary, Compare, Const, Op};

/// What is known while one case is tried (CPython's `pattern_context`).
#[derive(Default)]
struct Case<'a> {
    /// Captured names, in the order of their values on the stack: the first is on top.
    stores: Vec<&'a Name>,
    /// Where to go on failure with that many values to pop.
    fails: Vec<Label>,
    /// Values on top of the stack beside the captured ones.
    on_top: usize,
}

impl<'a> Compiler<'a> {
    #[inline(never)]
    pub(super) fn match_statement(&mut self, statement: &'a ast::StmtMatch) -> Done {
        self.expr(&statement.subject)?;
        let end = self.label();
        let count = statement.cases.len();
        // A last `case _:` is an `else`.
        let default = statement.cases.last().filter(|case| count > 1 && is_wildcard(&case.pattern));
        let tried = count - usize::from(default.is_some());
        for (index, branch) in statement.cases.iter().take(tried).enumerate() {
            self.case(branch, index + 1 != tried, end)?;
        }
        if let Some(default) = default {
            let at = default.pattern.range();
            self.begin_part(at);
            self.emit(Op::Nop, 0, at);
            if let Some(guard) = &default.guard {
                self.jump_if(guard, end, false)?;
            }
            self.body(&default.body)?;
        }
        self.place(end);
        Ok(())
    }

    /// `subject -- subject` when the case fails and `keeps`, else the subject is gone.
    fn case(&mut self, branch: &'a ast::MatchCase, keeps: bool, end: Label) -> Done {
        let at = branch.pattern.range();
        self.begin_part(at);
        if keeps {
            self.emit(Op::Copy, 1, at);
        }
        let mut case = Case::default();
        self.pattern(&branch.pattern, &mut case)?;
        for name in &case.stores {
            self.store_name(name, at);
        }
        if let Some(guard) = &branch.guard {
            let fail = self.fail_label(&mut case, 0);
            self.jump_if(guard, fail, false)?;
        }
        if keeps {
            self.emit(Op::Pop, 0, at);
        }
        self.body(&branch.body)?;
        self.jump(Op::Jump, end, Self::end_of(&branch.body, at));
        self.place_fails(&mut case, at);
        Ok(())
    }

    /// `subject --`; captured values stay.
    fn pattern(&mut self, pattern: &'a Pattern, case: &mut Case<'a>) -> Done {
        match pattern {
            Pattern::MatchValue(value) => {
                self.expr(&value.value)?;
                self.emit(Op::Compare, Compare::Eq as u32, value.range);
                self.fail_unless(Op::PopJumpIfFalse, case, value.range);
                Ok(())
            }
            Pattern::MatchSingleton(singleton) => {
                let value = match singleton.value {
                    Singleton::None => Const::None,
                    Singleton::True => Const::Bool(true),
                    Singleton::False => Const::Bool(false),
                };
                self.load_const(value, singleton.range);
                self.emit(Op::Is, 0, singleton.range);
                self.fail_unless(Op::PopJumpIfFalse, case, singleton.range);
                Ok(())
            }
            Pattern::MatchSequence(sequence) => self.sequence_pattern(sequence, case),
            Pattern::MatchMapping(mapping) => self.mapping_pattern(mapping, case),
            Pattern::MatchClass(class) => self.class_pattern(class, case),
            Pattern::MatchStar(star) => self.capture(star.name.as_ref(), case, star.range),
            Pattern::MatchAs(capture) => self.as_pattern(capture, case),
            Pattern::MatchOr(alternatives) => self.or_pattern(alternatives, case),
        }
    }

    #[inline(never)]
    fn as_pattern(&mut self, pattern: &'a ast::PatternMatchAs, case: &mut Case<'a>) -> Done {
        let at = pattern.range;
        let Some(inner) = &pattern.pattern else { return self.capture(pattern.name.as_ref(), case, at) };
        // The subject is needed once for the pattern and once for the name.
        case.on_top += 1;
        self.emit(Op::Copy, 1, at);
        self.pattern(inner, case)?;
        case.on_top -= 1;
        self.capture(pattern.name.as_ref(), case, at)
    }

    /// Keeps the value on top for a name, below what is still to be looked at.
    fn capture(&mut self, name: Option<&'a ast::Identifier>, case: &mut Case<'a>, at: TextRange) -> Done {
        let Some(name) = name else {
            self.emit(Op::Pop, 0, at);
            return Ok(());
        };
        if case.stores.contains(&&name.id) {
            let message = format!("multiple assignments to name '{}' in pattern", name.id);
            return Err(CompileError::new(message, at));
        }
        self.rotate_down(case.on_top + case.stores.len() + 1, at);
        case.stores.push(&name.id);
        Ok(())
    }

    /// Moves the value on top below the `count - 1` values under it.
    fn rotate_down(&mut self, count: usize, at: TextRange) {
        for depth in (2..=count).rev() {
            self.emit(Op::Swap, depth as u32, at);
        }
    }

    #[inline(never)]
    fn sequence_pattern(&mut self, sequence: &'a ast::PatternMatchSequence, case: &mut Case<'a>) -> Done {
        let at = sequence.range;
        let patterns = &sequence.patterns;
        let star = patterns.iter().position(|pattern| matches!(pattern, Pattern::MatchStar(_)));
        if patterns.iter().filter(|pattern| matches!(pattern, Pattern::MatchStar(_))).count() > 1 {
            return Err(CompileError::new("multiple starred expressions in sequence pattern", at));
        }
        case.on_top += 1;
        self.emit(Op::MatchSequence, 0, at);
        self.fail_unless(Op::PopJumpIfFalse, case, at);
        let size = patterns.len() as i64;
        match star {
            None => {
                self.emit(Op::GetLen, 0, at);
                self.load_const(Const::Int(size), at);
                self.emit(Op::Compare, Compare::Eq as u32, at);
                self.fail_unless(Op::PopJumpIfFalse, case, at);
            }
            Some(_) if size > 1 => {
                self.emit(Op::GetLen, 0, at);
                self.load_const(Const::Int(size - 1), at);
                self.emit(Op::Compare, Compare::Ge as u32, at);
                self.fail_unless(Op::PopJumpIfFalse, case, at);
            }
            Some(_) => {}
        }
        case.on_top -= 1;
        let only_wildcards = patterns.iter().all(is_wildcard);
        if only_wildcards {
            // The length decides; no item is looked at.
            self.emit(Op::Pop, 0, at);
            return Ok(());
        }
        if let Some(star) = star.filter(|star| patterns.get(*star).is_some_and(is_wildcard)) {
            return self.sequence_items(patterns, star, case, at);
        }
        self.emit_unpack(patterns.iter().map(|pattern| matches!(pattern, Pattern::MatchStar(_))), at)?;
        case.on_top += patterns.len();
        for pattern in patterns {
            case.on_top -= 1;
            self.pattern(pattern, case)?;
        }
        Ok(())
    }

    /// With `*_` only the items wanted are fetched, by index from either end.
    fn sequence_items(
        &mut self,
        patterns: &'a [Pattern],
        star: usize,
        case: &mut Case<'a>,
        at: TextRange,
    ) -> Done {
        case.on_top += 1;
        for (index, pattern) in patterns.iter().enumerate() {
            if is_wildcard(pattern) || index == star {
                continue;
            }
            self.emit(Op::Copy, 1, at);
            if index < star {
                self.load_const(Const::Int(index as i64), at);
            } else {
                self.emit(Op::GetLen, 0, at);
                self.load_const(Const::Int((patterns.len() - index) as i64), at);
                self.emit(Op::BinaryOp, Binary::Sub as u32, at);
            }
            self.emit(Op::GetItem, 0, at);
            self.pattern(pattern, case)?;
        }
        case.on_top -= 1;
        self.emit(Op::Pop, 0, at);
        Ok(())
    }

    #[inline(never)]
    fn mapping_pattern(&mut self, mapping: &'a ast::PatternMatchMapping, case: &mut Case<'a>) -> Done {
        let at = mapping.range;
        let size = mapping.keys.len();
        case.on_top += 1;
        self.emit(Op::MatchMapping, 0, at);
        self.fail_unless(Op::PopJumpIfFalse, case, at);
        if size == 0 && mapping.rest.is_none() {
            case.on_top -= 1;
            self.emit(Op::Pop, 0, at);
            return Ok(());
        }
        if size > 0 {
            self.emit(Op::GetLen, 0, at);
            self.load_const(Const::Int(size as i64), at);
            self.emit(Op::Compare, Compare::Ge as u32, at);
            self.fail_unless(Op::PopJumpIfFalse, case, at);
        }
        match mapping.keys.iter().map(constant).collect::<Option<Vec<_>>>() {
            Some(keys) => self.load_const(Const::Tuple(keys), at),
            None => {
                for key in &mapping.keys {
                    self.expr(key)?;
                }
                self.emit(Op::BuildTuple, size as u32, at);
            }
        }
        self.emit(Op::MatchKeys, 0, at);
        case.on_top += 2;
        // subject keys values|None
        self.emit(Op::Copy, 1, at);
        self.fail_unless(Op::PopJumpIfNone, case, at);
        self.emit(Op::UnpackSequence, size as u32, at);
        case.on_top += size;
        case.on_top -= 1;
        for pattern in &mapping.patterns {
            case.on_top -= 1;
            self.pattern(pattern, case)?;
        }
        case.on_top -= 2;
        // subject keys
        let Some(rest) = &mapping.rest else {
            self.emit(Op::Pop, 0, at);
            self.emit(Op::Pop, 0, at);
            return Ok(());
        };
        // A new dict of the subject without the keys that matched.
        self.emit(Op::BuildMap, 0, at);
        self.emit(Op::Swap, 3, at);
        self.emit(Op::DictUpdate, 2, at);
        self.emit(Op::UnpackSequence, size as u32, at);
        for left in (1..=size).rev() {
            // dict key* -- dict key*: delete the key on top from the dict below all of them
            self.emit(Op::Copy, 1 + left as u32, at);
            self.emit(Op::Swap, 2, at);
            self.emit(Op::DeleteItem, 0, at);
        }
        self.capture(Some(rest), case, at)
    }

    #[inline(never)]
    fn class_pattern(&mut self, pattern: &'a ast::PatternMatchClass, case: &mut Case<'a>) -> Done {
        let at = pattern.range;
        let (positional, keywords) = (&pattern.arguments.patterns, &pattern.arguments.keywords);
        self.expr(&pattern.cls)?;
        let names = keywords.iter().map(|keyword| Const::Str(keyword.attr.as_str().into())).collect();
        self.load_const(Const::Tuple(names), at);
        self.emit(Op::MatchClass, positional.len() as u32, at);
        self.emit(Op::Copy, 1, at);
        case.on_top += 1;
        self.fail_unless(Op::PopJumpIfNone, case, at);
        let count = positional.len() + keywords.len();
        self.emit(Op::UnpackSequence, count as u32, at);
        case.on_top += count;
        case.on_top -= 1;
        let inner = positional.iter().chain(keywords.iter().map(|keyword| &keyword.pattern));
        for pattern in inner {
            case.on_top -= 1;
            if is_wildcard(pattern) {
                self.emit(Op::Pop, 0, at);
            } else {
                self.pattern(pattern, case)?;
            }
        }
        Ok(())
    }

    /// Alternatives bind the same names; each brings its values into the first one's order.
    #[inline(never)]
    fn or_pattern(&mut self, pattern: &'a ast::PatternMatchOr, case: &mut Case<'a>) -> Done {
        let at = pattern.range;
        let end = self.label();
        let mut names: Option<Vec<&'a Name>> = None;
        for alternative in &pattern.patterns {
            let mut inner = Case::default();
            self.emit(Op::Copy, 1, alternative.range());
            self.pattern(alternative, &mut inner)?;
            match &names {
                None => names = Some(inner.stores.clone()),
                Some(order) => self.reorder(order, &mut inner.stores, at)?,
            }
            self.jump(Op::Jump, end, alternative.range());
            self.place_fails(&mut inner, alternative.range());
        }
        // No alternative matched: the subject's own copy goes, then the whole pattern fails.
        self.emit(Op::Pop, 0, at);
        let fail = self.fail_label(case, case.on_top + case.stores.len());
        self.jump(Op::Jump, fail, at);
        self.place(end);
        // The captured values move below all that is above, and below, earlier captures.
        let names = names.unwrap_or_default();
        let below = names.len() + 1 + case.on_top + case.stores.len();
        for name in names {
            if case.stores.contains(&name) {
                let message = format!("multiple assignments to name '{name}' in pattern");
                return Err(CompileError::new(message, at));
            }
            self.rotate_down(below, at);
            case.stores.push(name);
        }
        self.emit(Op::Pop, 0, at);
        Ok(())
    }

    /// Sorts captured values on the stack into the given order of names.
    fn reorder(&mut self, order: &[&'a Name], stores: &mut Vec<&'a Name>, at: TextRange) -> Done {
        let mismatch = || CompileError::new("alternative patterns bind different names", at);
        if order.len() != stores.len() {
            return Err(mismatch());
        }
        // The first name's value is on top.
        for (position, name) in order.iter().enumerate() {
            let found = stores.iter().position(|store| store == name).ok_or_else(mismatch)?;
            if found == position {
                continue;
            }
            let (found_depth, depth) = (found as u32 + 1, position as u32 + 1);
            self.emit(Op::Swap, found_depth, at);
            if position > 0 {
                // Exchanged by way of the top, which gets its own value back.
                self.emit(Op::Swap, depth, at);
                self.emit(Op::Swap, found_depth, at);
            }
            stores.swap(found, position);
        }
        Ok(())
    }

    /// Jumps to failure, throwing away all that the case has on the stack.
    fn fail_unless(&mut self, op: Op, case: &mut Case<'a>, at: TextRange) {
        let fail = self.fail_label(case, case.on_top + case.stores.len());
        self.jump(op, fail, at);
    }

    fn fail_label(&mut self, case: &mut Case<'a>, pops: usize) -> Label {
        while case.fails.len() <= pops {
            case.fails.push(self.label());
        }
        case.fails.get(pops).copied().unwrap_or_else(|| self.label())
    }

    /// The row of pops that failures jump into; control that falls in from above has been sent elsewhere.
    fn place_fails(&mut self, case: &mut Case<'a>, at: TextRange) {
        while let Some(label) = case.fails.pop() {
            self.place(label);
            if !case.fails.is_empty() {
                self.emit(Op::Pop, 0, at);
            }
        }
    }
}

fn is_wildcard(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchAs(capture) => capture.pattern.is_none() && capture.name.is_none(),
        Pattern::MatchStar(star) => star.name.is_none(),
        _ => false,
    }
}
