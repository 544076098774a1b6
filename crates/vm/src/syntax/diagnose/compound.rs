//! Compound statements and their blocks.

use ruff_text_size::{Ranged, TextRange, TextSize};

use super::super::error::ErrorClass;
use super::super::tokens::Kind;
use super::arguments::Owner;
use super::node::Use;
use super::{Fail, Read, Reader, Token};

impl Reader<'_> {
    /// Reads a compound statement; false when the next statement is none.
    pub(super) fn compound_statement(&mut self) -> Read<bool> {
        let token = self.peek()?;
        match self.peek_text()? {
            "if" | "while" => self.conditional(token)?,
            "for" => self.for_loop(token)?,
            "try" => self.try_statement(token)?,
            "with" => self.with_statement(token)?,
            "def" => self.function(token)?,
            "class" => self.class(token)?,
            "@" => self.decorated()?,
            "async" => {
                self.at += 1;
                match self.peek_text()? {
                    "def" => self.function(token)?,
                    "with" => self.with_statement(token)?,
                    "for" => self.for_loop(token)?,
                    _ => return Err(Fail::Here),
                }
            }
            "match" => return Ok(self.attempt(|reader| reader.match_statement(token))?.is_some()),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The colon and the block after the head of `what`, which began at `head`.
    pub(super) fn block(&mut self, what: &str, head: Token) -> Read<()> {
        if !self.sees(":")? {
            if self.explain && self.sees_kind(Kind::Newline)? {
                return self.raise_at_furthest(ErrorClass::SyntaxError, "expected ':'");
            }
            return Err(Fail::Here);
        }
        self.at += 1;
        self.body(what, head)
    }

    /// As `block` where the colon is forced.
    fn forced_block(&mut self, what: &str, head: Token) -> Read<()> {
        self.force(":")?;
        self.body(what, head)
    }

    fn body(&mut self, what: &str, head: Token) -> Read<()> {
        if !self.take_kind(Kind::Newline)? {
            return self.simple_statements();
        }
        if !self.take_kind(Kind::Indent)? {
            if self.explain {
                let line = self.lines.line(head.start);
                let message = format!("expected an indented block after {what} on line {line}");
                return self.raise_at_furthest(ErrorClass::IndentationError, message);
            }
            return Err(Fail::Here);
        }
        loop {
            self.statement()?;
            if self.take_kind(Kind::Dedent)? || self.sees_kind(Kind::End)? {
                return Ok(());
            }
        }
    }

    fn conditional(&mut self, head: Token) -> Read<()> {
        let is_if = self.take("if")?;
        self.at += usize::from(!is_if);
        self.named_expression()?;
        self.block(if is_if { "'if' statement" } else { "'while' statement" }, head)?;
        while is_if && self.sees("elif")? {
            let head = self.peek()?;
            self.at += 1;
            self.named_expression()?;
            self.block("'elif' statement", head)?;
        }
        self.else_block()
    }

    fn else_block(&mut self) -> Read<()> {
        let head = self.peek()?;
        if self.take("else")? { self.forced_block("'else' statement", head) } else { Ok(()) }
    }

    fn for_loop(&mut self, head: Token) -> Read<()> {
        self.at += 1;
        let target = self.target_list()?;
        self.check_target(&target, Use::For)?;
        self.expect("in")?;
        self.star_expressions()?;
        self.block("'for' statement", head)?;
        self.else_block()
    }

    fn try_statement(&mut self, head: Token) -> Read<()> {
        self.at += 1;
        self.forced_block("'try' statement", head)?;
        let mut star = None;
        let mut excepts = false;
        while self.sees("except")? {
            excepts = true;
            self.except(&mut star)?;
        }
        if excepts {
            self.else_block()?;
        }
        let head = self.peek()?;
        if self.take("finally")? {
            return self.forced_block("'finally' statement", head);
        }
        if excepts {
            return Ok(());
        }
        if self.explain {
            return self.raise_at_furthest(ErrorClass::SyntaxError, "expected 'except' or 'finally' block");
        }
        Err(Fail::Here)
    }

    fn except(&mut self, star: &mut Option<bool>) -> Read<()> {
        let head = self.peek()?;
        self.at += 1;
        let is_star = self.take("*")?;
        if star.is_some_and(|star| star != is_star) {
            let range = TextRange::new(head.start(), TextSize::new(self.last_end()));
            return self.mistake("cannot have both 'except' and 'except*' on the same 'try'", range);
        }
        *star = Some(is_star);
        let what = if is_star { "'except*' statement" } else { "'except' statement" };
        if self.sees(":")? || self.sees_kind(Kind::Newline)? {
            if is_star {
                if self.explain {
                    let message = "expected one or more exception types";
                    return self.raise_at_furthest(ErrorClass::SyntaxError, message);
                }
                return Err(Fail::Here);
            }
            return self.block(what, head);
        }
        let class = self.expression()?;
        if self.explain && self.sees(",")? {
            self.at += 1;
            if self.attempt(Self::star_expressions)?.is_some() {
                if self.take("as")? {
                    self.name()?;
                }
                if self.sees(":")? {
                    let range = self.to_furthest(&class);
                    return self.raise("multiple exception types must be parenthesized", range);
                }
            }
            return Err(Fail::Here);
        }
        if self.take("as")? {
            self.name()?;
        }
        self.block(what, head)
    }

    fn with_statement(&mut self, head: Token) -> Read<()> {
        self.at += 1;
        let bracketed = self.attempt(|reader| {
            reader.expect("(")?;
            reader.with_items(")")?;
            reader.expect(")")?;
            if reader.sees(":")? { Ok(()) } else { Err(Fail::Here) }
        })?;
        if bracketed.is_none() {
            self.with_items(":")?;
        }
        self.block("'with' statement", head)
    }

    fn with_items(&mut self, closing: &str) -> Read<()> {
        loop {
            self.expression()?;
            if self.take("as")? {
                let target =
                    if self.sees("*")? { self.starred(Self::bitwise_or)? } else { self.expression()? };
                if self.sees_any(&[",", ")", ":"])? {
                    self.check_target(&target, Use::Assign)?;
                }
            }
            if !self.take(",")? || closing == ")" && self.sees(")")? {
                return Ok(());
            }
        }
    }

    fn function(&mut self, head: Token) -> Read<()> {
        self.at += 1;
        self.name()?;
        self.type_parameters()?;
        self.force("(")?;
        self.parameters(Owner::Function)?;
        self.expect(")")?;
        if self.take("->")? {
            self.expression()?;
        }
        self.forced_block("function definition", head)
    }

    fn class(&mut self, head: Token) -> Read<()> {
        self.at += 1;
        self.name()?;
        self.type_parameters()?;
        if self.sees("(")? {
            self.class_arguments()?;
        }
        self.block("class definition", head)
    }

    fn decorated(&mut self) -> Read<()> {
        while self.take("@")? {
            self.named_expression()?;
            if !self.take_kind(Kind::Newline)? {
                return Err(Fail::Here);
            }
        }
        let head = self.peek()?;
        if self.take("async")? && !self.sees("def")? {
            return Err(Fail::Here);
        }
        match self.peek_text()? {
            "def" => self.function(head),
            "class" => self.class(head),
            _ => Err(Fail::Here),
        }
    }

    fn match_statement(&mut self, head: Token) -> Read<()> {
        self.at += 1;
        self.star_named_expressions()?;
        if !self.sees(":")? {
            if self.explain && self.sees_kind(Kind::Newline)? {
                return self.raise_at_furthest(ErrorClass::SyntaxError, "expected ':'");
            }
            return Err(Fail::Here);
        }
        self.at += 1;
        if !self.take_kind(Kind::Newline)? {
            return Err(Fail::Here);
        }
        if !self.take_kind(Kind::Indent)? {
            if self.explain {
                let line = self.lines.line(head.start);
                let message = format!("expected an indented block after 'match' statement on line {line}");
                return self.raise_at_furthest(ErrorClass::IndentationError, message);
            }
            return Err(Fail::Here);
        }
        loop {
            let head = self.peek()?;
            self.expect("case")?;
            self.patterns()?;
            if self.take("if")? {
                self.named_expression()?;
            }
            self.block("'case' statement", head)?;
            if self.take_kind(Kind::Dedent)? || self.sees_kind(Kind::End)? {
                return Ok(());
            }
        }
    }
}
