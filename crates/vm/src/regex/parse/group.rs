//! Parentheses: groups, flags, looking around, conditions, comments.

use super::{Parser, Result};
use crate::regex::node::Node;
use crate::regex::source::Token;
use crate::regex::{PatternError, flag};

/// More groups than this cannot be asked for.
const MOST_GROUPS: u32 = 1_073_741_823;

impl Parser<'_> {
    /// What follows the parenthesis at `start`; None where it is no item. `first`: flags for the whole pattern may stand here.
    pub(super) fn group(&mut self, start: usize, flags: u32, first: bool) -> Result<Option<Node>> {
        if !self.source.skip('?')? {
            return self.capture(None, start, flags).map(Some);
        }
        let token = self.more()?;
        match token.one_of("P:#=!<(>-iLmsxau") {
            Some('P') => self.python_extension(start, flags).map(Some),
            Some(':') => self.inside(start, flags).map(|body| Some(Node::Plain(Box::new(body)))),
            Some('>') => self.inside(start, flags).map(|body| Some(Node::Atomic(Box::new(body)))),
            Some('#') => self.comment(start).map(|()| None),
            Some(sign @ ('=' | '!')) => self.look(false, sign == '!', start, flags).map(Some),
            Some('<') => {
                let token = self.more()?;
                match token.one_of("=!") {
                    Some(sign) => self.look(true, sign == '!', start, flags).map(Some),
                    None => Err(self.unknown("?<", token)),
                }
            }
            Some('(') => self.condition(start, flags).map(Some),
            Some(letter) => match self.inline_flags(letter)? {
                Some((on, off)) => {
                    let kept = if on & flag::TYPE == 0 { flags } else { flags & !flag::TYPE };
                    let body = self.inside(start, (kept | on) & !off)?;
                    Ok(Some(Node::Plain(Box::new(body))))
                }
                None if first => Ok(None),
                None => Err(self
                    .source
                    .error("global flags not at the start of the expression".to_owned(), start)),
            },
            None => Err(self.unknown("?", token)),
        }
    }

    /// The next token, which must be there.
    fn more(&mut self) -> Result<Token> {
        match self.source.get()? {
            Some(token) => Ok(token),
            None => Err(self.error("unexpected end of pattern")),
        }
    }

    fn unknown(&self, before: &str, token: Token) -> PatternError {
        let text = format!("{before}{}", token.text());
        self.source.bad("unknown extension", &text)
    }

    /// The rest of a group, with its closing parenthesis.
    fn inside(&mut self, start: usize, flags: u32) -> Result<Node> {
        let body = self.alternatives(Some(flags))?;
        self.close(start)?;
        Ok(body)
    }

    fn close(&mut self, start: usize) -> Result<()> {
        if self.source.skip(')')? {
            return Ok(());
        }
        Err(self.source.error("missing ), unterminated subpattern".to_owned(), start))
    }

    fn capture(&mut self, name: Option<String>, start: usize, flags: u32) -> Result<Node> {
        let group = self.widths.len() as u32;
        if let Some(name) = name {
            if let Some(&(_, old)) = self.names.iter().find(|(known, _)| *known == name) {
                let shown = crate::builtins::text::repr_str(&name);
                let message = format!("redefinition of group name {shown} as group {group}; was group {old}");
                return Err(self.source.error(message, self.before(&name)));
            }
            self.names.push((name, group));
        }
        self.widths.push(None);
        let body = self.inside(start, flags)?;
        let width = body.width(&self.widths);
        if let Some(slot) = self.widths.get_mut(group as usize) {
            *slot = Some(width);
        }
        Ok(Node::Group(group, Box::new(body)))
    }

    /// Where a name, read with the character that ends it, begins.
    fn before(&self, name: &str) -> usize {
        self.source.tell() - name.chars().count() - 1
    }

    /// `(?P<name>…)`, `(?P=name)`.
    fn python_extension(&mut self, start: usize, flags: u32) -> Result<Node> {
        if self.source.skip('<')? {
            let name = self.source.until('>', "group name")?;
            self.source.check_name(&name, 1)?;
            return self.capture(Some(name), start, flags);
        }
        if self.source.skip('=')? {
            let name = self.source.until(')', "group name")?;
            let group = self.group_named(&name)?;
            self.check_closed(group, self.before(&name))?;
            return Ok(Node::Ref(group, self.fold(flags)));
        }
        let token = self.more()?;
        Err(self.unknown("?P", token))
    }

    fn group_named(&mut self, name: &str) -> Result<u32> {
        self.source.check_name(name, 1)?;
        match self.names.iter().find(|(known, _)| known == name) {
            Some(&(_, group)) => Ok(group),
            None => {
                let shown = crate::builtins::text::repr_str(name);
                Err(self.source.error(format!("unknown group name {shown}"), self.before(name)))
            }
        }
    }

    fn comment(&mut self, start: usize) -> Result<()> {
        loop {
            match self.source.get()? {
                None => {
                    return Err(self.source.error("missing ), unterminated comment".to_owned(), start));
                }
                Some(token) if token.one_of(")").is_some() => return Ok(()),
                Some(_) => {}
            }
        }
    }

    fn look(&mut self, behind: bool, negated: bool, start: usize, flags: u32) -> Result<Node> {
        let outer = self.behind;
        if behind && outer.is_none() {
            self.behind = Some(self.widths.len());
        }
        let body = self.alternatives(Some(flags))?;
        if behind {
            self.behind = outer;
        }
        self.close(start)?;
        Ok(Node::Look { behind, negated, body: Box::new(body) })
    }

    /// `(?(1)yes|no)`.
    fn condition(&mut self, start: usize, flags: u32) -> Result<Node> {
        let name = self.source.until(')', "group name")?;
        let group = if name.bytes().all(|byte| byte.is_ascii_digit()) {
            let number = name.trim_start_matches('0');
            if number.is_empty() {
                return Err(self.source.error("bad group number".to_owned(), self.before(&name)));
            }
            let Some(group) = number.parse().ok().filter(|&group| group < MOST_GROUPS) else {
                let message = format!("invalid group reference {number}");
                return Err(self.source.error(message, self.before(&name)));
            };
            self.asked.push((group, self.before(&name)));
            group
        } else {
            self.group_named(&name)?
        };
        self.check_behind(group)?;
        if self.depth >= super::DEPTH {
            return Err(PatternError::TooDeep);
        }
        self.depth += 1;
        let yes = Node::Seq(self.sequence(flags, false)?);
        let no = match self.source.skip('|')? {
            true => Some(Box::new(Node::Seq(self.sequence(flags, false)?))),
            false => None,
        };
        self.depth -= 1;
        if no.is_some() && self.source.next() == Some(Token::Char(u32::from(b'|'))) {
            return Err(self.error("conditional backref with more than two branches"));
        }
        self.close(start)?;
        Ok(Node::If { group, yes: Box::new(yes), no })
    }

    /// `(?i)`, `(?i-m:`: flags to turn on and off in a group; None where they are for the whole pattern.
    fn inline_flags(&mut self, first: char) -> Result<Option<(u32, u32)>> {
        let (mut on, mut off) = (0, 0);
        let mut letter = first;
        while letter != '-' {
            let bit = bit_of(letter);
            if letter == 'L' && !self.source.is_bytes {
                return Err(self.error("bad inline flags: cannot use 'L' flag with a str pattern"));
            }
            if letter == 'u' && self.source.is_bytes {
                return Err(self.error("bad inline flags: cannot use 'u' flag with a bytes pattern"));
            }
            on |= bit;
            if bit & flag::TYPE != 0 && on & flag::TYPE != bit {
                return Err(self.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible"));
            }
            match self.flag("iLmsxau)-:", "missing -, : or )")? {
                ')' => {
                    self.flags |= on;
                    return Ok(None);
                }
                ':' => return Ok(Some((on, off))),
                next => letter = next,
            }
        }
        let mut letter = self.flag("iLmsxau", "missing flag")?;
        while letter != ':' {
            let bit = bit_of(letter);
            if bit & flag::TYPE != 0 {
                return Err(self.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'"));
            }
            off |= bit;
            letter = self.flag("iLmsxau:", "missing :")?;
        }
        if on & off != 0 {
            let message = "bad inline flags: flag turned on and off".to_owned();
            return Err(self.source.error(message, self.source.tell() - 1));
        }
        Ok(Some((on, off)))
    }

    /// The next letter among those that may stand here.
    fn flag(&mut self, allowed: &str, missing: &str) -> Result<char> {
        let Some(token) = self.source.get()? else { return Err(self.error(missing)) };
        if let Some(letter) = token.one_of(allowed) {
            return Ok(letter);
        }
        let message = if token.is_letter() { "unknown flag" } else { missing };
        Err(self.source.error(message.to_owned(), self.source.tell() - token.len()))
    }
}

fn bit_of(letter: char) -> u32 {
    match letter {
        'i' => flag::IGNORECASE,
        'L' => flag::LOCALE,
        'm' => flag::MULTILINE,
        's' => flag::DOTALL,
        'x' => flag::VERBOSE,
        'a' => flag::ASCII,
        _ => flag::UNICODE,
    }
}
