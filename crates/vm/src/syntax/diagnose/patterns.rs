//! Patterns of `case`.

use super::super::tokens::Kind;
use super::{Fail, Read, Reader};

impl Reader<'_> {
    /// What stands between `case` and its guard or colon.
    pub(super) fn patterns(&mut self) -> Read<()> {
        self.pattern_list(":")
    }

    fn pattern_list(&mut self, closing: &str) -> Read<()> {
        loop {
            if self.take("*")? {
                self.name()?;
            } else {
                self.pattern()?;
            }
            if !self.take(",")? || self.sees(closing)? || self.sees("if")? {
                return Ok(());
            }
        }
    }

    fn pattern(&mut self) -> Read<()> {
        self.closed_pattern()?;
        while self.take("|")? {
            self.closed_pattern()?;
        }
        if !self.take("as")? {
            return Ok(());
        }
        let token = self.peek()?;
        if self.sees("_")? {
            return self.mistake("cannot use '_' as a target", token);
        }
        if self.explain
            && !self.sees_name()?
            && let Some(target) = self.attempt(Self::expression)?
        {
            return self.raise("invalid pattern target", &target);
        }
        self.name()?;
        Ok(())
    }

    fn closed_pattern(&mut self) -> Read<()> {
        let token = self.peek()?;
        match (token.kind, self.text(token)) {
            (Kind::Number, _) | (Kind::Op, "-") => self.number_pattern(),
            (Kind::String | Kind::FStringStart, _) => self.atom().map(|_| ()),
            (_, "None" | "True" | "False") => {
                self.at += 1;
                Ok(())
            }
            (Kind::Op, open @ ("(" | "[")) => {
                let closing = if open == "(" { ")" } else { "]" };
                self.at += 1;
                if !self.sees(closing)? {
                    self.pattern_list(closing)?;
                }
                self.expect(closing)
            }
            (Kind::Op, "{") => self.mapping_pattern(),
            _ => self.name_pattern(),
        }
    }

    fn number_pattern(&mut self) -> Read<()> {
        self.take("-")?;
        if !self.take_kind(Kind::Number)? {
            return Err(Fail::Here);
        }
        if (self.take("+")? || self.take("-")?) && !self.take_kind(Kind::Number)? {
            return Err(Fail::Here);
        }
        Ok(())
    }

    fn mapping_pattern(&mut self) -> Read<()> {
        self.at += 1;
        while !self.sees("}")? {
            if self.take("**")? {
                self.name()?;
            } else {
                self.closed_pattern()?;
                self.expect(":")?;
                self.pattern()?;
            }
            if !self.take(",")? {
                break;
            }
        }
        self.expect("}")
    }

    fn name_pattern(&mut self) -> Read<()> {
        self.name()?;
        while self.take(".")? {
            self.name()?;
        }
        if !self.take("(")? {
            return Ok(());
        }
        let mut keyword = false;
        while !self.sees(")")? {
            if self.sees_name()? && self.text_ahead(1)? == "=" {
                self.at += 2;
                keyword = true;
                self.pattern()?;
            } else {
                let at = self.peek()?;
                self.pattern()?;
                if keyword {
                    return self.mistake("positional patterns follow keyword patterns", at);
                }
            }
            if !self.take(",")? {
                break;
            }
        }
        self.expect(")")
    }
}
