//! Atoms: brackets with their displays and comprehensions, strings and f-strings.

use ruff_text_size::{Ranged, TextRange, TextSize};

use super::super::error::{Diagnosis, ErrorClass};
use super::super::tokens::Kind;
use super::node::{Node, Shape, Use};
use super::{Fail, Read, Reader, escapes};

impl Reader<'_> {
    pub(super) fn atom(&mut self) -> Read<Node> {
        let token = self.peek()?;
        let leaf =
            |shape| Node { shape, start: token.start, end: token.end, grouped: false, parts: Vec::new() };
        let node = match token.kind {
            Kind::Number => leaf(Shape::Literal),
            Kind::String | Kind::FStringStart => return self.strings(),
            Kind::Name if self.sees_name()? => leaf(Shape::Name),
            Kind::Name | Kind::Op => match self.text(token) {
                "True" => leaf(Shape::True),
                "False" => leaf(Shape::False),
                "None" => leaf(Shape::None),
                "..." => leaf(Shape::Ellipsis),
                "(" => return self.parenthesized(),
                "[" => return self.list(),
                "{" => return self.braces(),
                _ => return Err(Fail::Here),
            },
            _ => return Err(Fail::Here),
        };
        self.at += 1;
        Ok(node)
    }

    fn finish(&mut self, closing: &str, shape: Shape, start: u32, parts: Vec<Node>) -> Read<Node> {
        self.expect(closing)?;
        Ok(Node { shape, start, end: self.last_end(), grouped: false, parts })
    }

    fn parenthesized(&mut self) -> Read<Node> {
        let open = self.peek()?;
        self.at += 1;
        if self.sees(")")? {
            return self.finish(")", Shape::Tuple, open.start, Vec::new());
        }
        if self.sees("yield")? {
            let value = self.yield_expression()?;
            return self.grouped(open.start, value);
        }
        if self.explain && self.sees("**")? {
            let stars = self.peek()?;
            self.at += 1;
            if self.attempt(Self::expression)?.is_some() && self.sees(")")? {
                return self.raise("cannot use double starred expression here", stars);
            }
            return Err(Fail::Here);
        }
        let first = self.star_named_expression()?;
        if self.sees_any(&["for", "async"])? {
            self.comprehension_clauses(Some(&first))?;
            return self.finish(")", Shape::Generator, open.start, Vec::new());
        }
        if self.sees(",")? {
            let parts = self.rest_of_display(first, ")")?;
            return self.finish(")", Shape::Tuple, open.start, parts);
        }
        if first.shape == Shape::Starred {
            if self.explain && self.sees(")")? {
                return self.raise("cannot use starred expression here", &first);
            }
            return Err(Fail::Here);
        }
        self.grouped(open.start, first)
    }

    /// A value in parentheses of its own: CPython's tree keeps the place of the value, not of the parentheses.
    fn grouped(&mut self, _start: u32, value: Node) -> Read<Node> {
        self.expect(")")?;
        Ok(Node { grouped: true, ..value })
    }

    fn list(&mut self) -> Read<Node> {
        let open = self.peek()?;
        self.at += 1;
        if self.sees("]")? {
            return self.finish("]", Shape::List, open.start, Vec::new());
        }
        let first = self.star_named_expression()?;
        if self.sees_any(&["for", "async"])? {
            self.comprehension_clauses(Some(&first))?;
            return self.finish("]", Shape::ListComprehension, open.start, Vec::new());
        }
        let parts = self.rest_of_display(first, "]")?;
        self.unparenthesized_target(&parts)?;
        self.finish("]", Shape::List, open.start, parts)
    }

    fn rest_of_display(&mut self, first: Node, closing: &str) -> Read<Vec<Node>> {
        let mut parts = vec![first];
        while self.take(",")? && !self.sees(closing)? {
            match self.attempt(Self::star_named_expression)? {
                Some(part) => parts.push(part),
                None => break,
            }
        }
        Ok(parts)
    }

    /// `[a, b for a, b in pairs]`
    fn unparenthesized_target(&mut self, parts: &[Node]) -> Read<()> {
        if self.explain
            && let (Some(first), Some(last)) = (parts.first(), parts.last())
            && self.sees_any(&["for", "async"])?
        {
            let comma = self.last_end();
            self.comprehension_clauses(None)?;
            let range = TextRange::new(first.start(), TextSize::new(last.end.max(comma)));
            return self.raise("did you forget parentheses around the comprehension target?", range);
        }
        Ok(())
    }

    fn braces(&mut self) -> Read<Node> {
        let open = self.peek()?;
        self.at += 1;
        if self.sees("}")? {
            return self.finish("}", Shape::Dict, open.start, Vec::new());
        }
        if self.sees("**")? {
            return self.dict(open.start, None);
        }
        let first = self.star_named_expression()?;
        if self.sees(":")? {
            return self.dict(open.start, Some(first));
        }
        if self.sees_any(&["for", "async"])? {
            self.comprehension_clauses(Some(&first))?;
            return self.finish("}", Shape::SetComprehension, open.start, Vec::new());
        }
        let parts = self.rest_of_display(first, "}")?;
        self.unparenthesized_target(&parts)?;
        self.finish("}", Shape::Set, open.start, Vec::new())
    }

    /// A dict, after its first key if that has been read: reading keys twice would double with each level.
    fn dict(&mut self, start: u32, mut key: Option<Node>) -> Read<Node> {
        let mut is_first = true;
        loop {
            if key.is_none() && self.sees("**")? {
                let stars = self.peek()?;
                self.at += 1;
                self.bitwise_or()?;
                if is_first && self.explain && self.sees_any(&["for", "async"])? {
                    self.comprehension_clauses(None)?;
                    return self.raise("dict unpacking cannot be used in dict comprehension", stars);
                }
            } else {
                self.key_and_value(key.take(), is_first)?;
                if is_first && self.sees_any(&["for", "async"])? {
                    self.comprehension_clauses(None)?;
                    return self.finish("}", Shape::DictComprehension, start, Vec::new());
                }
            }
            is_first = false;
            if !self.take(",")? || self.sees("}")? {
                return self.finish("}", Shape::Dict, start, Vec::new());
            }
        }
    }

    fn key_and_value(&mut self, key: Option<Node>, is_first: bool) -> Read<()> {
        let key = match key {
            Some(key) => key,
            None => self.attempt_plainly(Self::expression)?.ok_or(Fail::Here)?,
        };
        let colon = self.peek()?;
        if !self.take(":")? {
            if self.explain && !is_first {
                let last = TextRange::empty(TextSize::new(key.end.saturating_sub(1)));
                let message = "':' expected after dictionary key";
                return Err(Fail::Raised(Box::new(Diagnosis {
                    has_end: false,
                    ..Diagnosis::syntax(message, last)
                })));
            }
            return Err(Fail::Here);
        }
        if self.explain && self.sees_any(&["}", ","])? {
            return self.raise("expression expected after dictionary key and ':'", colon);
        }
        if self.explain && self.sees("*")? {
            let star = self.peek()?;
            self.at += 1;
            self.bitwise_or()?;
            let range = self.to_furthest(star);
            return self.raise("cannot use a starred expression in a dictionary value", range);
        }
        self.expression()?;
        Ok(())
    }

    /// One or more `for … in … if …`; `element` is what they repeat, unless that can be no star.
    pub(super) fn comprehension_clauses(&mut self, element: Option<&Node>) -> Read<()> {
        while self.sees_any(&["for", "async"])? {
            if self.take("async")? && !self.sees("for")? {
                return Err(Fail::Here);
            }
            self.at += 1;
            let target = self.target_list()?;
            if !self.sees("in")? {
                if self.explain {
                    return self.raise_at_furthest(
                        ErrorClass::SyntaxError,
                        "'in' expected after for-loop variables",
                    );
                }
                return Err(Fail::Here);
            }
            self.check_target(&target, Use::For)?;
            self.at += 1;
            self.condition()?;
            while self.take("if")? {
                self.condition()?;
            }
        }
        match element {
            Some(star) if star.shape == Shape::Starred => {
                if self.explain {
                    return self.raise("iterable unpacking cannot be used in comprehension", star);
                }
                Err(Fail::Here)
            }
            _ => Ok(()),
        }
    }

    /// Fails (or, when explaining, says why) unless `target` can be assigned to or deleted.
    pub(super) fn check_target(&self, target: &Node, purpose: Use) -> Read<()> {
        let Some(invalid) = target.invalid_target(purpose) else { return Ok(()) };
        if !self.explain {
            return Err(Fail::Here);
        }
        let verb = if purpose == Use::Delete { "delete" } else { "assign to" };
        self.raise(format!("cannot {verb} {}", invalid.described()), invalid)
    }

    fn strings(&mut self) -> Read<Node> {
        let first = self.peek()?;
        let mut shape = Shape::Literal;
        let (mut bytes, mut texts) = (false, false);
        loop {
            let token = self.peek()?;
            match token.kind {
                Kind::String => {
                    self.at += 1;
                    let text = self.text(token);
                    let prefix = text.split(['"', '\'']).next().unwrap_or("");
                    let is_bytes = prefix.contains(['b', 'B']);
                    if is_bytes && !text.is_ascii() {
                        return self.raise("bytes can only contain ASCII literal characters", token);
                    }
                    if let Some(words) = escapes::mistake(text) {
                        return self.raise(words, token);
                    }
                    bytes |= is_bytes;
                    texts |= !is_bytes;
                }
                Kind::FStringStart => {
                    self.at += 1;
                    shape = Shape::FString;
                    texts = true;
                    self.fstring_parts()?;
                    if !self.take_kind(Kind::FStringEnd)? {
                        return Err(Fail::Here);
                    }
                }
                _ => break,
            }
        }
        let node =
            Node { shape, start: first.start, end: self.last_end(), grouped: false, parts: Vec::new() };
        if bytes && texts {
            return self.raise_at_furthest(ErrorClass::SyntaxError, "cannot mix bytes and nonbytes literals");
        }
        Ok(node)
    }

    fn fstring_parts(&mut self) -> Read<()> {
        loop {
            if self.take_kind(Kind::FStringMiddle)? {
                continue;
            }
            if !self.sees("{")? {
                return Ok(());
            }
            self.replacement_field()?;
        }
    }

    fn replacement_field(&mut self) -> Read<()> {
        self.at += 1;
        if self.explain && self.sees_any(&["=", "!", ":", "}"])? {
            let token = self.peek()?;
            let shown = self.text(token);
            return self.raise(format!("f-string: valid expression required before '{shown}'"), token);
        }
        let expression = |reader: &mut Self| {
            if reader.sees("yield")? { reader.yield_expression() } else { reader.star_expressions() }
        };
        if self.attempt(expression)?.is_none() {
            return self.field_error("expecting a valid expression after '{'");
        }
        if !self.sees_any(&["=", "!", ":", "}"])? {
            return self.field_error("expecting '=', or '!', or ':', or '}'");
        }
        if self.take("=")? && !self.sees_any(&["!", ":", "}"])? {
            return self.field_error("expecting '!', or ':', or '}'");
        }
        if self.take("!")? {
            self.conversion()?;
        }
        if self.take(":")? {
            self.fstring_parts()?;
            return if self.take("}")? { Ok(()) } else { self.field_error("expecting '}', or format specs") };
        }
        if self.take("}")? { Ok(()) } else { self.field_error("expecting '}'") }
    }

    fn conversion(&mut self) -> Read<()> {
        if self.sees_any(&[":", "}"])? {
            return self.field_error("missing conversion character");
        }
        if !self.sees_name()? {
            return self.field_error("invalid conversion character");
        }
        let name = self.name()?;
        let shown = self.text(name);
        if !matches!(shown, "s" | "r" | "a") {
            let words =
                format!("f-string: invalid conversion character '{shown}': expected 's', 'r', or 'a'");
            return self.raise(words, name);
        }
        if self.sees_any(&[":", "}"])? { Ok(()) } else { self.field_error("expecting ':' or '}'") }
    }

    /// An error about the next token in a replacement field.
    fn field_error(&mut self, message: &str) -> Read<()> {
        if !self.explain {
            return Err(Fail::Here);
        }
        let token = self.peek()?;
        self.raise(format!("f-string: {message}"), token)
    }
}
