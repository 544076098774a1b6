//! Why CPython refuses a source: its class, words and place for the first error.
//!
//! CPython reads a source with its grammar alone; where that fails it reads once more with the rules for common
//! mistakes switched on, and where those are silent it says `invalid syntax` at the furthest token it had looked at.
//! This module does the same in the same two passes, over [`super::tokens`], building no more of a tree than the
//! messages need. It **never decides whether a source is valid**: only what to say once ruff has found it is not.
//! Recursion is bounded by [`super::limits`].

mod arguments;
mod atoms;
mod compound;
mod escapes;
mod expressions;
mod node;
mod patterns;
mod statements;

use ruff_text_size::{Ranged, TextRange, TextSize};

use super::Mode;
use super::error::{Diagnosis, ErrorClass};
use super::lines::LineIndex;
use super::tokens::{Kind, Token, Tokens};

/// CPython's error about `source`, or none if this reading finds nothing wrong.
pub(super) fn diagnose(source: &str, tokens: &Tokens, lines: &LineIndex, mode: Mode) -> Option<Diagnosis> {
    let mut reader = Reader { source, tokens, lines, at: 0, furthest: 0, explain: false };
    match reader.read(mode) {
        Ok(()) => return None,
        Err(Fail::Raised(error)) => return Some(reader.prefer_tokenizer(*error)),
        Err(Fail::Here) => {}
    }
    let generic = reader.generic();
    reader.at = 0;
    reader.explain = true;
    Some(match reader.read(mode) {
        Err(Fail::Raised(error)) => reader.prefer_tokenizer(*error),
        // CPython does not read on after these.
        _ if generic.class == ErrorClass::IndentationError => generic,
        _ => reader.prefer_tokenizer(generic),
    })
}

/// Why a rule did not match.
enum Fail {
    /// Its tokens are not there: another rule may match.
    Here,
    /// An error that ends the reading.
    Raised(Box<Diagnosis>),
}

type Read<T> = Result<T, Fail>;

struct Reader<'s> {
    source: &'s str,
    tokens: &'s Tokens,
    lines: &'s LineIndex,
    at: usize,
    /// The last token anyone looked at.
    furthest: usize,
    /// The second pass: rules for common mistakes are on.
    explain: bool,
}

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

impl<'s> Reader<'s> {
    fn read(&mut self, mode: Mode) -> Read<()> {
        match mode {
            Mode::Exec | Mode::Interactive => self.statements_until_end(),
            Mode::Eval | Mode::InteractiveEval => {
                self.star_expressions()?;
                while self.take_kind(Kind::Newline)? {}
                if self.take_kind(Kind::End)? { Ok(()) } else { Err(Fail::Here) }
            }
        }
    }

    /// The next token; the tokenizer's error where the source has one there.
    fn peek(&mut self) -> Read<Token> {
        self.peek_ahead(0)
    }

    fn peek_ahead(&mut self, ahead: usize) -> Read<Token> {
        let last = self.tokens.list.len().saturating_sub(1);
        let index = (self.at + ahead).min(last);
        let Some(&token) = self.tokens.list.get(index) else { return Err(Fail::Here) };
        self.furthest = self.furthest.max(index);
        match (&self.tokens.error, token.kind) {
            (Some((error, _)), Kind::Bad) => Err(Fail::Raised(Box::new(error.clone()))),
            _ => Ok(token),
        }
    }

    fn text(&self, token: Token) -> &'s str {
        self.source.get(token.start as usize..token.end as usize).unwrap_or("")
    }

    /// The text of a token beyond the next one.
    fn text_ahead(&mut self, ahead: usize) -> Read<&'s str> {
        let token = self.peek_ahead(ahead)?;
        Ok(self.text(token))
    }

    fn peek_text(&mut self) -> Read<&'s str> {
        let token = self.peek()?;
        Ok(match token.kind {
            Kind::Name | Kind::Op => self.text(token),
            _ => "",
        })
    }

    /// Whether the next token is this operator or keyword.
    fn sees(&mut self, text: &str) -> Read<bool> {
        Ok(self.peek_text()? == text)
    }

    fn sees_any(&mut self, texts: &[&str]) -> Read<bool> {
        let text = self.peek_text()?;
        Ok(texts.contains(&text))
    }

    fn sees_kind(&mut self, kind: Kind) -> Read<bool> {
        Ok(self.peek()?.kind == kind)
    }

    fn take(&mut self, text: &str) -> Read<bool> {
        let found = self.sees(text)?;
        self.at += usize::from(found);
        Ok(found)
    }

    fn take_kind(&mut self, kind: Kind) -> Read<bool> {
        let found = self.sees_kind(kind)?;
        self.at += usize::from(found);
        Ok(found)
    }

    fn expect(&mut self, text: &str) -> Read<()> {
        if self.take(text)? { Ok(()) } else { Err(Fail::Here) }
    }

    /// A token the grammar insists on: its absence is an error even in the first pass.
    fn force(&mut self, text: &str) -> Read<()> {
        if self.take(text)? {
            return Ok(());
        }
        let token = self.peek()?;
        self.raise(format!("expected '{text}'"), token)
    }

    fn sees_name(&mut self) -> Read<bool> {
        let token = self.peek()?;
        Ok(token.kind == Kind::Name && !KEYWORDS.contains(&self.text(token)))
    }

    fn name(&mut self) -> Read<Token> {
        if !self.sees_name()? {
            return Err(Fail::Here);
        }
        let token = self.peek()?;
        self.at += 1;
        Ok(token)
    }

    /// Runs a rule that may not match; then nothing is consumed.
    fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Read<T>) -> Read<Option<T>> {
        let at = self.at;
        match rule(self) {
            Ok(value) => Ok(Some(value)),
            Err(Fail::Here) => {
                self.at = at;
                Ok(None)
            }
            Err(raised) => Err(raised),
        }
    }

    /// As `attempt`, without the rules for common mistakes.
    fn attempt_plainly<T>(&mut self, rule: impl FnOnce(&mut Self) -> Read<T>) -> Read<Option<T>> {
        let explain = std::mem::replace(&mut self.explain, false);
        let result = self.attempt(rule);
        self.explain = explain;
        result
    }

    fn raise<T>(&self, message: impl Into<String>, at: impl Ranged) -> Read<T> {
        Err(Fail::Raised(Box::new(Diagnosis::syntax(message, at))))
    }

    fn raise_between<T>(&self, message: impl Into<String>, from: impl Ranged, to: impl Ranged) -> Read<T> {
        self.raise(message, TextRange::new(from.start(), to.end().max(from.start())))
    }

    /// An error at the last token looked at so far, where CPython puts errors that have no place of their own.
    fn raise_at_furthest<T>(&mut self, class: ErrorClass, message: impl Into<String>) -> Read<T> {
        let Some(&token) = self.tokens.list.get(self.furthest) else { return Err(Fail::Here) };
        if let (Some((error, _)), Kind::Bad) = (&self.tokens.error, token.kind) {
            return Err(Fail::Raised(Box::new(error.clone())));
        }
        Err(Fail::Raised(Box::new(self.at_token(class, message.into(), token))))
    }

    fn at_token(&self, class: ErrorClass, message: String, token: Token) -> Diagnosis {
        let diagnosis = Diagnosis { class, ..Diagnosis::syntax(message, token) };
        let empty = |at: u32| TextRange::empty(TextSize::new(at));
        let ends_source = token.start as usize >= self.source.len();
        match token.kind {
            // The end of the source is at its last line, before the first column.
            Kind::Dedent | Kind::End if ends_source => {
                let text = self.source.strip_suffix('\n').unwrap_or(self.source);
                let at = text.rfind('\n').map_or(0, |at| at as u32 + 1);
                Diagnosis { range: empty(at), has_end: false, one_less: true, ..diagnosis }
            }
            // Changes of indentation have no place of their own.
            Kind::Indent | Kind::Dedent => {
                Diagnosis { range: empty(token.end), has_end: false, one_less: true, ..diagnosis }
            }
            _ => diagnosis,
        }
    }

    /// The error when no rule knows better.
    fn generic(&self) -> Diagnosis {
        let Some(&token) = self.tokens.list.get(self.furthest) else {
            return Diagnosis::syntax("invalid syntax", TextRange::default());
        };
        let (class, message) = match token.kind {
            Kind::Indent => (ErrorClass::IndentationError, "unexpected indent"),
            Kind::Dedent => (ErrorClass::IndentationError, "unexpected unindent"),
            _ => (ErrorClass::SyntaxError, "invalid syntax"),
        };
        self.at_token(class, message.into(), token)
    }

    /// CPython tokenizes the rest of a source that has an error, and an error found there explains more.
    fn prefer_tokenizer(&self, found: Diagnosis) -> Diagnosis {
        let Some((error, eager)) = &self.tokens.error else { return found };
        if *eager {
            return error.clone();
        }
        let reached = self.tokens.list.get(self.furthest).map_or(0, |token| self.lines.line(token.start));
        match self.tokens.open.last() {
            Some(open)
                if error.message.ends_with("was never closed") && reached > self.lines.line(open.at) =>
            {
                error.clone()
            }
            _ => found,
        }
    }
}
