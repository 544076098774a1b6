//! Expressions from `star_expressions` down to primaries, with the mistakes CPython knows there.

use ruff_text_size::{Ranged, TextRange, TextSize};

use super::super::tokens::Kind;
use super::node::{Node, Shape};
use super::{Fail, KEYWORDS, Read, Reader};

const COMPARISONS: [&str; 6] = ["==", "!=", "<=", "<", ">=", ">"];
/// Binary operators from loosest to tightest.
const LEVELS: [&[&str]; 6] =
    [&["|"], &["^"], &["&"], &["<<", ">>"], &["+", "-"], &["*", "/", "//", "%", "@"]];

impl Reader<'_> {
    /// `a, *b, c`: also a lone expression.
    pub(super) fn star_expressions(&mut self) -> Read<Node> {
        self.comma_list(Self::star_expression)
    }

    fn star_expression(&mut self) -> Read<Node> {
        if self.sees("*")? { self.starred(Self::bitwise_or) } else { self.expression() }
    }

    /// As `star_expressions`, each element as in a list display (so that named expressions are possible).
    pub(super) fn star_named_expressions(&mut self) -> Read<Node> {
        self.comma_list(Self::star_named_expression)
    }

    pub(super) fn star_named_expression(&mut self) -> Read<Node> {
        if !self.sees("*")? {
            return self.named_expression();
        }
        match self.attempt(|reader| reader.starred(Self::bitwise_or))? {
            Some(star) => Ok(star),
            None => {
                self.at += 1;
                self.no_starred_value()
            }
        }
    }

    /// The targets of `for`: like a tuple of primaries, ended by `in`.
    pub(super) fn target_list(&mut self) -> Read<Node> {
        self.comma_list(|reader| {
            if reader.sees("*")? { reader.starred(Self::bitwise_or) } else { reader.bitwise_or() }
        })
    }

    pub(super) fn starred(&mut self, value: fn(&mut Self) -> Read<Node>) -> Read<Node> {
        let star = self.peek()?;
        self.at += 1;
        let value = value(self)?;
        Ok(Node {
            shape: Shape::Starred,
            start: star.start,
            end: value.end,
            grouped: false,
            parts: vec![value],
        })
    }

    /// After a star with nothing to unpack. In brackets CPython knows it as a star expression gone wrong.
    pub(super) fn no_starred_value<T>(&mut self) -> Read<T> {
        if self.explain {
            return self.raise_at_furthest(super::ErrorClass::SyntaxError, "Invalid star expression");
        }
        Err(Fail::Here)
    }

    fn comma_list(&mut self, element: fn(&mut Self) -> Read<Node>) -> Read<Node> {
        let first = element(self)?;
        if !self.sees(",")? {
            return Ok(first);
        }
        let (start, mut end) = (first.start, first.end);
        let mut parts = vec![first];
        while self.sees(",")? {
            end = self.peek()?.end;
            self.at += 1;
            if !self.starts_expression()? {
                break;
            }
            let Some(next) = self.attempt(element)? else { break };
            end = next.end;
            parts.push(next);
        }
        Ok(Node { shape: Shape::Tuple, start, end, grouped: false, parts })
    }

    /// Whether the next token can begin an expression or a star.
    pub(super) fn starts_expression(&mut self) -> Read<bool> {
        let token = self.peek()?;
        let text = self.text(token);
        Ok(match token.kind {
            Kind::Name => {
                !KEYWORDS.contains(&text)
                    || matches!(text, "None" | "True" | "False" | "lambda" | "not" | "await" | "yield")
            }
            Kind::Number | Kind::String | Kind::FStringStart => true,
            Kind::Op => matches!(text, "(" | "[" | "{" | "-" | "+" | "~" | "..." | "*"),
            _ => false,
        })
    }

    /// An expression that `:=` may name; where CPython looks for `=` written for `==`.
    pub(super) fn named_expression(&mut self) -> Read<Node> {
        if self.sees_name()? && self.text_ahead(1)? == ":=" {
            let start = self.peek()?.start;
            self.at += 2;
            let value = self.expression()?;
            return Ok(Node {
                shape: Shape::Named,
                start,
                end: value.end,
                grouped: false,
                parts: Vec::new(),
            });
        }
        let value = self.expression()?;
        if self.explain && self.sees(":=")? {
            self.at += 1;
            if self.attempt(Self::expression)?.is_some() {
                return self
                    .raise(format!("cannot use assignment expressions with {}", value.described()), &value);
            }
            self.at -= 1;
        }
        if self.explain && self.sees("=")? {
            self.equals_for_comparison(&value)?;
        }
        if self.sees(":=")? { Err(Fail::Here) } else { Ok(value) }
    }

    /// At the `=` after `value`, in a place where only a comparison makes sense.
    pub(super) fn equals_for_comparison(&mut self, value: &Node) -> Read<()> {
        use Shape::{False, Generator, List, None, True, Tuple};
        let at = self.at;
        self.at += 1;
        let right = self.attempt(Self::bitwise_or)?;
        let goes_on = self.sees_any(&["=", ":="])?;
        self.at = at;
        let Some(right) = right.filter(|_| !goes_on) else { return Ok(()) };
        if value.shape == Shape::Name && !value.grouped {
            return self.raise_between(
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                value,
                &right,
            );
        }
        if value.is_bitwise() && !matches!(value.shape, List | Tuple | Generator | True | None | False) {
            let what = value.described();
            return self
                .raise(format!("cannot assign to {what} here. Maybe you meant '==' instead of '='?"), value);
        }
        Ok(())
    }

    pub(super) fn expression(&mut self) -> Read<Node> {
        if self.sees("lambda")? {
            return self.lambda();
        }
        let before = self.peek()?;
        let value = self.disjunction()?;
        if self.explain {
            self.missing_between(before, &value)?;
        }
        if !self.sees("if")? {
            return Ok(value);
        }
        let at = self.at;
        self.at += 1;
        let condition = self.attempt(Self::disjunction)?;
        if condition.is_some() && self.take("else")? {
            let end = self.expression()?.end;
            return Ok(Node {
                shape: Shape::Conditional,
                start: value.start,
                end,
                grouped: false,
                parts: Vec::new(),
            });
        }
        if self.explain
            && let Some(condition) = condition
            && !self.sees_any(&["else", ":"])?
        {
            return self.raise_between("expected 'else' after 'if' expression", &value, &condition);
        }
        // The `if` of a comprehension, perhaps.
        self.at = at;
        Ok(value)
    }

    /// Two expressions side by side: a comma is missing, or it is Python 2's print.
    fn missing_between(&mut self, first: super::Token, value: &Node) -> Read<()> {
        let word = if first.kind == Kind::Name { self.text(first) } else { "" };
        let legacy = value.shape == Shape::Name && matches!(word, "print" | "exec") && !value.grouped;
        if !self.starts_expression()? || self.sees_any(&["*", "-", "+"])? && !legacy {
            return Ok(());
        }
        let second_kind = match self.tokens.list.get(self.at) {
            Some(token) if value.shape == Shape::Name => Some(token.kind),
            _ => None,
        };
        let at = self.at;
        if legacy {
            let rest = self.attempt(Self::star_expressions)?;
            self.at = at;
            return match rest {
                Some(rest) if !self.sees("(")? => {
                    let words = format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
                    self.raise_between(words, value, &rest)
                }
                _ => Ok(()),
            };
        }
        // A name before a string is a mistaken prefix; a soft keyword may begin a statement.
        let is_guarded = matches!(word, "match" | "case" | "_" | "type")
            || self.is_name_token(first)
                && self.string_follows(first)
                && second_kind != Some(Kind::FStringStart);
        if is_guarded {
            return Ok(());
        }
        // CPython still explains what it finds in braces.
        let second = match self.sees("{")? {
            true => self.attempt(Self::expression)?,
            false => self.attempt_plainly(Self::expression)?,
        };
        let inside = self.tokens.list.get(self.at.saturating_sub(1)).is_some_and(|token| token.level > 0);
        self.at = at;
        match second {
            Some(second) if inside => {
                self.raise_between("invalid syntax. Perhaps you forgot a comma?", value, &second)
            }
            _ => Ok(()),
        }
    }

    fn is_name_token(&self, token: super::Token) -> bool {
        token.kind == Kind::Name && !KEYWORDS.contains(&self.text(token))
    }

    fn string_follows(&self, token: super::Token) -> bool {
        let index = self.tokens.list.partition_point(|other| other.start <= token.start);
        self.tokens.list.get(index).is_some_and(|next| next.kind == Kind::String)
    }

    fn disjunction(&mut self) -> Read<Node> {
        self.boolean("or", |reader| reader.boolean("and", Self::inversion))
    }

    fn boolean(&mut self, word: &str, operand: fn(&mut Self) -> Read<Node>) -> Read<Node> {
        let first = operand(self)?;
        let (start, mut end) = (first.start, first.end);
        let mut is_boolean = false;
        while self.sees(word)? {
            let at = self.at;
            self.at += 1;
            let Some(next) = self.attempt(operand)? else {
                self.at = at;
                break;
            };
            (end, is_boolean) = (next.end, true);
        }
        if !is_boolean {
            return Ok(first);
        }
        Ok(Node { shape: Shape::Boolean, start, end, grouped: false, parts: Vec::new() })
    }

    fn inversion(&mut self) -> Read<Node> {
        if !self.sees("not")? {
            return self.comparison();
        }
        let start = self.peek()?.start;
        self.at += 1;
        let end = self.inversion()?.end;
        Ok(Node { shape: Shape::Boolean, start, end, grouped: false, parts: Vec::new() })
    }

    fn comparison(&mut self) -> Read<Node> {
        let first = self.bitwise_or()?;
        let (start, mut end) = (first.start, first.end);
        let mut parts = Vec::new();
        let mut is_comparison = false;
        loop {
            let at = self.at;
            let text = self.peek_text()?;
            let found = match text {
                "not" => self.text_ahead(1)? == "in",
                "is" | "in" => true,
                _ => COMPARISONS.contains(&text),
            };
            if !found {
                break;
            }
            self.at += 1;
            if text == "not" || text == "is" && self.sees("not")? {
                self.at += 1;
            }
            let Some(right) = self.attempt(Self::bitwise_or)? else {
                self.at = at;
                break;
            };
            if text == "in" && !is_comparison {
                parts.push(first.clone());
            }
            (end, is_comparison) = (right.end, true);
        }
        if !is_comparison {
            return Ok(first);
        }
        Ok(Node { shape: Shape::Comparison, start, end, grouped: false, parts })
    }

    /// A comprehension's iterable or condition: an expression without `if … else`.
    pub(super) fn condition(&mut self) -> Read<Node> {
        self.disjunction()
    }

    pub(super) fn bitwise_or(&mut self) -> Read<Node> {
        self.binary(0)
    }

    /// Operators at `level` and tighter; one frame for all levels, as this nests with every bracket.
    fn binary(&mut self, level: usize) -> Read<Node> {
        let mut left = self.factor()?;
        loop {
            let text = self.peek_text()?;
            let Some(found) = LEVELS.iter().position(|operators| operators.contains(&text)) else { break };
            if found < level {
                break;
            }
            let at = self.at;
            self.at += 1;
            let Some(right) = self.attempt(|reader| reader.binary(found + 1))? else {
                self.at = at;
                break;
            };
            let (start, end) = (left.start, right.end);
            left = Node { shape: Shape::Operation, start, end, grouped: false, parts: Vec::new() };
        }
        Ok(left)
    }

    fn factor(&mut self) -> Read<Node> {
        if self.sees_any(&["+", "-", "~"])? {
            let start = self.peek()?.start;
            self.at += 1;
            let end = self.factor()?.end;
            return Ok(Node { shape: Shape::Operation, start, end, grouped: false, parts: Vec::new() });
        }
        let base = self.await_primary()?;
        if !self.sees("**")? {
            return Ok(base);
        }
        let at = self.at;
        self.at += 1;
        let Some(power) = self.attempt(Self::factor)? else {
            self.at = at;
            return Ok(base);
        };
        Ok(Node {
            shape: Shape::Operation,
            start: base.start,
            end: power.end,
            grouped: false,
            parts: Vec::new(),
        })
    }

    fn await_primary(&mut self) -> Read<Node> {
        if !self.sees("await")? {
            return self.primary();
        }
        let start = self.peek()?.start;
        self.at += 1;
        let end = self.primary()?.end;
        Ok(Node { shape: Shape::Await, start, end, grouped: false, parts: Vec::new() })
    }

    fn primary(&mut self) -> Read<Node> {
        let mut value = self.atom()?;
        loop {
            let at = self.at;
            let shape = match self.peek_text()? {
                "." => {
                    self.at += 1;
                    self.attempt(Self::name)?.map(|_| Shape::Attribute)
                }
                "(" => self.attempt(Self::call_arguments)?.map(|()| Shape::Call),
                "[" => self.attempt(Self::subscript)?.map(|()| Shape::Subscript),
                _ => return Ok(value),
            };
            let Some(shape) = shape else {
                self.at = at;
                return Ok(value);
            };
            let end = self.last_end();
            value = Node { shape, start: value.start, end, grouped: false, parts: Vec::new() };
        }
    }

    /// Where the last consumed token ends.
    pub(super) fn last_end(&self) -> u32 {
        self.at.checked_sub(1).and_then(|last| self.tokens.list.get(last)).map_or(0, |token| token.end)
    }

    fn subscript(&mut self) -> Read<()> {
        self.expect("[")?;
        loop {
            if self.sees("*")? {
                self.star_named_expression()?;
            } else {
                self.slice()?;
            }
            if !self.take(",")? || self.sees("]")? {
                break;
            }
        }
        self.expect("]")
    }

    fn slice(&mut self) -> Read<()> {
        if !self.sees(":")? {
            self.named_expression()?;
        }
        for _ in 0..2 {
            if self.take(":")? && !self.sees_any(&[":", ",", "]"])? {
                self.expression()?;
            }
        }
        Ok(())
    }

    fn lambda(&mut self) -> Read<Node> {
        let start = self.peek()?.start;
        self.at += 1;
        self.parameters(super::arguments::Owner::Lambda)?;
        let colon = self.peek()?;
        self.expect(":")?;
        if self.explain && self.sees_kind(Kind::FStringMiddle)? {
            let range = TextRange::new(TextSize::new(start), colon.end());
            return self.raise("f-string: lambda expressions are not allowed without parentheses", range);
        }
        let end = self.expression()?.end;
        Ok(Node { shape: Shape::Lambda, start, end, grouped: false, parts: Vec::new() })
    }

    /// A yield expression; the next token is `yield`.
    pub(super) fn yield_expression(&mut self) -> Read<Node> {
        let token = self.peek()?;
        self.at += 1;
        let mut end = token.end;
        if self.take("from")? {
            end = self.expression()?.end;
        } else if self.starts_expression()? {
            end = self.star_expressions()?.end;
        }
        Ok(Node {
            shape: Shape::Yield,
            start: token.range().start().to_u32(),
            end,
            grouped: false,
            parts: Vec::new(),
        })
    }
}
