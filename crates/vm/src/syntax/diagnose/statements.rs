//! Simple statements, and the sequence of statements.

use ruff_text_size::{Ranged, TextRange, TextSize};

use super::super::error::ErrorClass;
use super::super::tokens::Kind;
use super::node::{Node, Shape, Use};
use super::{Fail, Read, Reader};

const AUGMENTED: [&str; 13] =
    ["+=", "-=", "*=", "@=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "**=", "//="];

impl Reader<'_> {
    pub(super) fn statements_until_end(&mut self) -> Read<()> {
        while !self.take_kind(Kind::End)? {
            self.statement()?;
        }
        Ok(())
    }

    pub(super) fn statement(&mut self) -> Read<()> {
        if self.take_kind(Kind::Newline)? {
            return Ok(());
        }
        if self.compound_statement()? { Ok(()) } else { self.simple_statements() }
    }

    /// `a; b; c` up to the end of the line.
    pub(super) fn simple_statements(&mut self) -> Read<()> {
        loop {
            self.simple_statement()?;
            if self.take_kind(Kind::Newline)? {
                return Ok(());
            }
            self.expect(";")?;
            if self.take_kind(Kind::Newline)? {
                return Ok(());
            }
        }
    }

    fn simple_statement(&mut self) -> Read<()> {
        match self.peek_text()? {
            "return" => {
                self.at += 1;
                self.optional_expressions()
            }
            "raise" => {
                self.at += 1;
                if self.starts_expression()? {
                    self.expression()?;
                    if self.take("from")? {
                        self.expression()?;
                    }
                }
                Ok(())
            }
            "import" => self.import(),
            "from" => self.import_from(),
            "pass" | "break" | "continue" => {
                self.at += 1;
                Ok(())
            }
            "del" => self.delete(),
            "assert" => {
                self.at += 1;
                self.expression()?;
                if self.take(",")? {
                    self.expression()?;
                }
                Ok(())
            }
            "global" | "nonlocal" => {
                self.at += 1;
                self.name()?;
                while self.take(",")? {
                    self.name()?;
                }
                Ok(())
            }
            "yield" => self.yield_statement(),
            "type" => match self.attempt(Self::type_alias)? {
                Some(()) => Ok(()),
                None => self.expression_statement(),
            },
            _ => self.expression_statement(),
        }
    }

    fn optional_expressions(&mut self) -> Read<()> {
        if self.starts_expression()? {
            self.star_expressions()?;
        }
        Ok(())
    }

    fn yield_statement(&mut self) -> Read<()> {
        let value = self.yield_expression()?;
        if self.explain && self.sees("=")? {
            return self.raise("assignment to yield expression not possible", &value);
        }
        Ok(())
    }

    fn type_alias(&mut self) -> Read<()> {
        self.at += 1;
        self.name()?;
        self.type_parameters()?;
        self.expect("=")?;
        self.expression()?;
        Ok(())
    }

    /// `[T, *Ts = int, **P]` after the name of a function, class or type alias.
    pub(super) fn type_parameters(&mut self) -> Read<()> {
        if !self.sees("[")? {
            return Ok(());
        }
        self.at += 1;
        if self.explain && self.sees("]")? {
            let close = self.peek()?;
            return self.raise("Type parameter list cannot be empty", close);
        }
        loop {
            if !self.take("*")? {
                self.take("**")?;
            }
            self.name()?;
            for sign in [":", "="] {
                if self.take(sign)? {
                    self.star_expression_or_value()?;
                }
            }
            if !self.take(",")? || self.sees("]")? {
                break;
            }
        }
        self.expect("]")
    }

    fn star_expression_or_value(&mut self) -> Read<()> {
        if self.sees("*")? {
            self.starred(Self::bitwise_or)?;
        } else {
            self.expression()?;
        }
        Ok(())
    }

    fn assigned_value(&mut self) -> Read<Node> {
        if self.sees("yield")? { self.yield_expression() } else { self.star_expressions() }
    }

    /// An expression, or an assignment that begins with one.
    fn expression_statement(&mut self) -> Read<()> {
        let target = self.star_expressions()?;
        if self.sees(":")? {
            return self.annotated_assignment(&target);
        }
        if self.sees_any(&AUGMENTED)? {
            return self.augmented_assignment(&target);
        }
        if self.explain && self.sees(":=")? {
            return self.walrus_statement(&target);
        }
        if self.sees("=")? {
            return self.assignment(target);
        }
        Ok(())
    }

    fn walrus_statement(&mut self, target: &Node) -> Read<()> {
        self.at += 1;
        let has_value = self.attempt(Self::expression)?.is_some();
        if has_value && !matches!(target.shape, Shape::Name | Shape::Tuple | Shape::Starred) {
            return self
                .raise(format!("cannot use assignment expressions with {}", target.described()), target);
        }
        Err(Fail::Here)
    }

    fn annotated_assignment(&mut self, target: &Node) -> Read<()> {
        let single = matches!(target.shape, Shape::Name | Shape::Attribute | Shape::Subscript);
        if !single {
            if !self.explain {
                return Err(Fail::Here);
            }
            self.at += 1;
            self.expression()?;
            return match target.shape {
                Shape::List | Shape::Tuple => {
                    let place = match target.parts.first() {
                        Some(first) if target.shape == Shape::Tuple && first.start == target.start => first,
                        _ => target,
                    };
                    self.raise(
                        format!("only single target (not {}) can be annotated", target.described()),
                        place,
                    )
                }
                _ => self.raise("illegal target for annotation", target),
            };
        }
        self.at += 1;
        self.expression()?;
        if self.take("=")? {
            self.assigned_value()?;
        }
        Ok(())
    }

    fn augmented_assignment(&mut self, target: &Node) -> Read<()> {
        let single = matches!(target.shape, Shape::Name | Shape::Attribute | Shape::Subscript);
        if !single && !self.explain {
            return Err(Fail::Here);
        }
        self.at += 1;
        self.assigned_value()?;
        if single {
            return Ok(());
        }
        let what = target.described();
        self.raise(format!("'{what}' is an illegal expression for augmented assignment"), target)
    }

    fn assignment(&mut self, first: Node) -> Read<()> {
        if self.explain && first.invalid_target(Use::Assign).is_some() {
            // CPython reads the last element as if a comparison had been meant.
            match first.parts.last() {
                Some(last) if first.shape == Shape::Tuple && last.end == first.end => {
                    self.equals_for_comparison(&last.clone())?
                }
                _ => self.equals_for_comparison(&first)?,
            }
        }
        let mut target = first;
        while self.sees("=")? {
            if target.shape == Shape::Yield {
                return if self.explain {
                    self.raise("assignment to yield expression not possible", &target)
                } else {
                    Err(Fail::Here)
                };
            }
            self.check_target(&target, Use::Assign)?;
            self.at += 1;
            target = self.assigned_value()?;
        }
        Ok(())
    }

    fn delete(&mut self) -> Read<()> {
        self.at += 1;
        let targets = self.star_expressions()?;
        self.check_target(&targets, Use::Delete)
    }

    fn import(&mut self) -> Read<()> {
        let import = self.peek()?;
        self.at += 1;
        if self.explain && self.sees_kind(Kind::Newline)? {
            let token = self.peek()?;
            return self.raise("Expected one or more names after 'import'", token);
        }
        loop {
            self.dotted_name()?;
            if self.explain && self.sees("from")? {
                self.at += 1;
                self.dotted_name()?;
                let range = TextRange::new(import.start(), TextSize::new(self.last_end()));
                return self.raise("Did you mean to use 'from ... import ...' instead?", range);
            }
            if self.take("as")? {
                self.name()?;
            }
            if !self.take(",")? {
                return Ok(());
            }
        }
    }

    fn dotted_name(&mut self) -> Read<()> {
        self.name()?;
        while self.take(".")? {
            self.name()?;
        }
        Ok(())
    }

    fn import_from(&mut self) -> Read<()> {
        self.at += 1;
        let mut dots = false;
        while self.take(".")? || self.take("...")? {
            dots = true;
        }
        if !dots || !self.sees("import")? {
            self.dotted_name()?;
        }
        self.expect("import")?;
        if self.take("*")? {
            return Ok(());
        }
        if self.explain && self.sees_kind(Kind::Newline)? {
            let token = self.peek()?;
            return self.raise("Expected one or more names after 'import'", token);
        }
        let bracketed = self.take("(")?;
        loop {
            self.name()?;
            if self.take("as")? {
                self.name()?;
            }
            if !self.take(",")? || bracketed && self.sees(")")? {
                break;
            }
            if self.explain && !bracketed && self.sees_kind(Kind::Newline)? {
                let message = "trailing comma not allowed without surrounding parentheses";
                return self.raise_at_furthest(ErrorClass::SyntaxError, message);
            }
        }
        if bracketed { self.expect(")") } else { Ok(()) }
    }

    /// From `from` to where the tokenizer stands; CPython's count leaves its last character out.
    pub(super) fn to_furthest(&self, from: impl Ranged) -> TextRange {
        let last = self.tokens.list.get(self.furthest);
        let end = last.map_or(from.end(), |token| TextSize::new(token.end.saturating_sub(1)));
        TextRange::new(from.start(), end.max(from.start()))
    }
}
