//! Arguments of calls and parameters of functions and lambdas, with the rules on their order.

use ruff_text_size::{Ranged, TextRange, TextSize};

use super::super::error::ErrorClass;
use super::node::{Node, Shape};
use super::{Fail, Read, Reader};

/// Whose parameters are read: lambdas have no annotations, and end at a colon.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Function,
    Lambda,
}

impl Reader<'_> {
    /// `( … )` of a call.
    pub(super) fn call_arguments(&mut self) -> Read<()> {
        self.arguments(true)
    }

    /// As `call_arguments`, without a bare generator expression.
    pub(super) fn class_arguments(&mut self) -> Read<()> {
        self.arguments(false)
    }

    fn arguments(&mut self, generator: bool) -> Read<()> {
        self.expect("(")?;
        let first = self.at;
        let (mut keyword, mut unpacking) = (false, false);
        let mut comma = self.peek()?;
        while !self.sees(")")? {
            let token = self.peek()?;
            if self.sees("**")? {
                self.at += 1;
                self.expression()?;
                self.no_value_for(token, "keyword")?;
                unpacking = true;
            } else if self.sees("*")? {
                self.at += 1;
                if self.attempt(Self::expression)?.is_none() {
                    return self.no_starred_value();
                }
                self.no_value_for(token, "iterable")?;
                if unpacking {
                    return self.star_after_unpacking(comma);
                }
            } else if self.keyword_argument()? {
                keyword = true;
            } else if keyword || unpacking {
                return self.positional_after_keyword(unpacking);
            } else {
                self.positional_argument(first, generator)?;
            }
            comma = self.peek()?;
            if !self.take(",")? {
                break;
            }
        }
        self.expect(")")
    }

    /// `*a=…` or `**a=…`
    fn no_value_for(&mut self, star: super::Token, what: &str) -> Read<()> {
        if !self.explain || !self.take("=")? {
            return Ok(());
        }
        let range = TextRange::new(star.start(), self.expression()?.end());
        self.raise(format!("cannot assign to {what} argument unpacking"), range)
    }

    fn star_after_unpacking(&mut self, comma: super::Token) -> Read<()> {
        while self.explain && self.sees(",")? && self.text_ahead(1)? == "*" {
            self.at += 2;
            self.expression()?;
        }
        let range = TextRange::new(comma.start(), TextSize::new(self.last_end()));
        self.mistake("iterable argument unpacking follows keyword argument unpacking", range)
    }

    /// Fails in the first pass, raises in the second.
    pub(super) fn mistake<T>(&self, message: &str, at: impl Ranged) -> Read<T> {
        if self.explain { self.raise(message, at) } else { Err(Fail::Here) }
    }

    /// `name=value`; false when the next argument is something else.
    fn keyword_argument(&mut self) -> Read<bool> {
        let name = self.peek()?;
        let word = self.text(name);
        let constant = matches!(word, "True" | "False" | "None");
        if !(constant || self.sees_name()?) || self.text_ahead(1)? != "=" {
            return Ok(false);
        }
        let equals = self.peek_ahead(1)?;
        let both = TextRange::new(name.start(), equals.end());
        if constant {
            return self.mistake(&format!("cannot assign to {word}"), both);
        }
        self.at += 2;
        if self.explain && self.sees_any(&[",", ")"])? {
            return self.raise("expected argument value expression", both);
        }
        self.expression()?;
        if self.sees_any(&["for", "async"])? {
            return self.mistake("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", both);
        }
        Ok(true)
    }

    fn positional_argument(&mut self, first: usize, generator: bool) -> Read<()> {
        let is_first = self.at == first;
        let value = self.argument_value()?;
        if self.sees("=")? {
            let equals = self.peek()?;
            let range = TextRange::new(value.start(), equals.end());
            return self.mistake("expression cannot contain assignment, perhaps you meant \"==\"?", range);
        }
        if !generator || !self.sees_any(&["for", "async"])? {
            return Ok(());
        }
        self.comprehension_clauses(Some(&value))?;
        let end = self.last_end();
        if is_first && self.sees(")")? {
            return Ok(());
        }
        let range = TextRange::new(value.start(), TextSize::new(end));
        self.mistake("Generator expression must be parenthesized", range)
    }

    fn argument_value(&mut self) -> Read<Node> {
        if self.sees_name()? && self.text_ahead(1)? == ":=" {
            let start = self.peek()?.start;
            self.at += 2;
            let end = self.expression()?.end;
            return Ok(Node { shape: Shape::Named, start, end, grouped: false, parts: Vec::new() });
        }
        let value = self.expression()?;
        if self.sees(":=")? { Err(Fail::Here) } else { Ok(value) }
    }

    /// Reads on to the end of the arguments, where CPython points.
    fn positional_after_keyword(&mut self, unpacking: bool) -> Read<()> {
        if !self.explain {
            return Err(Fail::Here);
        }
        loop {
            if !self.take("*")? {
                self.take("**")?;
            }
            if !self.keyword_argument()? {
                let first = self.at + 1;
                self.positional_argument(first, true)?;
            }
            if !self.take(",")? || self.sees(")")? {
                break;
            }
        }
        let unpacking = if unpacking { " unpacking" } else { "" };
        let message = format!("positional argument follows keyword argument{unpacking}");
        self.raise_at_furthest(ErrorClass::SyntaxError, message)
    }

    /// Parameters up to (not including) the closing parenthesis or colon.
    pub(super) fn parameters(&mut self, owner: Owner) -> Read<()> {
        let closing = if owner == Owner::Function { ")" } else { ":" };
        let (mut count, mut slash, mut star, mut default) = (0, false, false, false);
        while !self.sees(closing)? {
            let token = self.peek()?;
            match self.peek_text()? {
                "/" => {
                    self.at += 1;
                    match (count, slash, star) {
                        (_, _, true) => return self.mistake("/ must be ahead of *", token),
                        (_, true, _) => return self.mistake("/ may appear only once", token),
                        (0, ..) => return self.mistake("at least one argument must precede /", token),
                        _ => slash = true,
                    }
                    if self.explain && self.sees("*")? {
                        let star = self.peek()?;
                        return self.raise("expected comma between / and *", star);
                    }
                }
                "*" => {
                    self.at += 1;
                    if star {
                        return self.mistake("* argument may appear only once", token);
                    }
                    star = true;
                    default = false;
                    self.star_parameter(owner, closing, token)?;
                }
                "**" => {
                    self.at += 1;
                    self.name()?;
                    self.annotation(owner)?;
                    self.no_default("var-keyword")?;
                    if self.take(",")? && !self.sees(closing)? {
                        let next = self.peek()?;
                        if self.sees_name()? || self.sees_any(&["*", "**", "/"])? {
                            return self.mistake("arguments cannot follow var-keyword argument", next);
                        }
                        return Err(Fail::Here);
                    }
                    return Ok(());
                }
                "(" => return self.parenthesized_parameters(owner),
                _ => {
                    let name = self.name()?;
                    self.annotation(owner)?;
                    if self.default_value(closing)? {
                        default = true;
                    } else if default && !star && (self.sees(",")? || self.sees(closing)?) {
                        return self
                            .mistake("parameter without a default follows parameter with a default", name);
                    }
                    if star {
                        default = false;
                    }
                }
            }
            count += 1;
            if !self.take(",")? {
                break;
            }
        }
        Ok(())
    }

    /// After a `*`: the name of the rest, or named parameters after a comma.
    fn star_parameter(&mut self, owner: Owner, closing: &str, star: super::Token) -> Read<()> {
        if self.sees_name()? {
            self.at += 1;
            if owner == Owner::Function && self.take(":")? {
                self.starred_annotation()?;
            }
            return self.no_default("var-positional");
        }
        let bare = self.sees(closing)?
            || self.sees(",")? && {
                let after = self.peek_ahead(1)?;
                let after = self.text(after);
                after == closing || after == "**"
            };
        if bare {
            return self.mistake("named arguments must follow bare *", star);
        }
        if self.sees(",")? { Ok(()) } else { Err(Fail::Here) }
    }

    fn starred_annotation(&mut self) -> Read<()> {
        if self.sees("*")? {
            self.starred(Self::bitwise_or)?;
        } else {
            self.expression()?;
        }
        Ok(())
    }

    fn annotation(&mut self, owner: Owner) -> Read<()> {
        if owner == Owner::Function && self.take(":")? {
            self.expression()?;
        }
        Ok(())
    }

    fn no_default(&mut self, kind: &str) -> Read<()> {
        if self.sees("=")? {
            let equals = self.peek()?;
            return self.mistake(&format!("{kind} argument cannot have default value"), equals);
        }
        Ok(())
    }

    fn default_value(&mut self, closing: &str) -> Read<bool> {
        let equals = self.peek()?;
        if !self.take("=")? {
            return Ok(false);
        }
        if self.sees(",")? || self.sees(closing)? {
            return self.mistake("expected default value expression", equals);
        }
        self.expression()?;
        Ok(true)
    }

    fn parenthesized_parameters(&mut self, owner: Owner) -> Read<()> {
        if !self.explain {
            return Err(Fail::Here);
        }
        let open = self.peek()?;
        self.at += 1;
        loop {
            self.name()?;
            if !self.take(",")? || self.sees(")")? {
                break;
            }
        }
        self.expect(")")?;
        let range = TextRange::new(open.start(), TextSize::new(self.last_end()));
        let what = if owner == Owner::Function { "Function" } else { "Lambda expression" };
        self.mistake(&format!("{what} parameters cannot be parenthesized"), range)
    }
}
