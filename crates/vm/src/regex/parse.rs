//! From the text of a pattern to its tree: alternatives, sequences and repeats; groups and escapes are in files of their own.
//!
//! It reads in CPython's order, so that of several mistakes the same one is reported, at the same place. Flags are applied while
//! reading: those for the whole pattern can only stand at its beginning.

mod brackets;
mod escape;
mod group;

use super::node::{FOREVER, Fold, Greed, Node, Place, Width};
use super::source::{Source, Token};
use super::{PatternError, flag};

type Result<T> = std::result::Result<T, PatternError>;

/// Groups in groups beyond this are refused: CPython's own stack ends at some hundreds, too.
const DEPTH: usize = 200;

/// A pattern that was read.
pub(super) struct Parsed {
    pub(super) node: Node,
    pub(super) flags: u32,
    pub(super) names: Vec<(String, u32)>,
    /// Of each group, the whole pattern first.
    pub(super) widths: Vec<Option<Width>>,
}

/// Reads a pattern, given as code points. `notes` gets warnings, also where an error follows.
pub(super) fn parse(
    pattern: Vec<u32>,
    is_bytes: bool,
    flags: u32,
    notes: &mut Vec<String>,
) -> Result<Parsed> {
    let mut parser = Parser {
        source: Source::new(pattern, is_bytes)?,
        flags,
        names: Vec::new(),
        widths: vec![None],
        behind: None,
        asked: Vec::new(),
        notes,
        depth: 0,
    };
    let node = parser.alternatives(None)?;
    parser.check_flags()?;
    if parser.source.next().is_some() {
        return Err(parser.error("unbalanced parenthesis"));
    }
    if let Some(&(group, at)) = parser.asked.iter().find(|&&(group, _)| group as usize >= parser.widths.len())
    {
        return Err(PatternError::at(format!("invalid group reference {group}"), at));
    }
    let Parser { flags, names, widths, .. } = parser;
    Ok(Parsed { node, flags, names, widths })
}

struct Parser<'a> {
    source: Source,
    /// Those of the whole pattern.
    flags: u32,
    names: Vec<(String, u32)>,
    /// Of each group that was begun; None while it is open.
    widths: Vec<Option<Width>>,
    /// In a lookbehind: how many groups there were before it.
    behind: Option<usize>,
    /// Groups that conditions ask for by number, and where.
    asked: Vec<(u32, usize)>,
    notes: &'a mut Vec<String>,
    depth: usize,
}

impl Parser<'_> {
    /// `a|b|c`. Without `flags` it is the whole pattern, whose flags may still change.
    fn alternatives(&mut self, flags: Option<u32>) -> Result<Node> {
        if self.depth == DEPTH {
            return Err(PatternError::TooDeep);
        }
        self.depth += 1;
        let mut branches = Vec::new();
        loop {
            let whole = flags.is_none() && branches.is_empty();
            let items = self.sequence(flags.unwrap_or(self.flags), whole)?;
            branches.push(Node::Seq(items));
            if !self.source.skip('|')? {
                break;
            }
        }
        self.depth -= 1;
        Ok(if branches.len() == 1 {
            branches.remove(0)
        } else {
            one_set(&branches).unwrap_or(Node::Alt(branches))
        })
    }

    /// Items one after the other. `first`: flags for the whole pattern may stand here.
    fn sequence(&mut self, mut flags: u32, first: bool) -> Result<Vec<Node>> {
        let mut items = Vec::new();
        while let Some(token) = self.source.next() {
            if token.one_of("|)").is_some() {
                break;
            }
            self.source.get()?;
            if flags & flag::VERBOSE != 0 && self.skip_blank(token)? {
                continue;
            }
            match token {
                Token::Escape(point) => items.push(self.escape(point, flags)?),
                Token::Char(point) => match token.one_of("[*+?{.(^$") {
                    None => items.push(Node::Char(point, self.fold(flags))),
                    Some('[') => items.push(self.brackets(flags)?),
                    Some('.') => items.push(Node::Any(flags & flag::DOTALL != 0)),
                    Some('^') if flags & flag::MULTILINE != 0 => items.push(Node::Place(Place::LineStart)),
                    Some('^') => items.push(Node::Place(Place::Start)),
                    Some('$') if flags & flag::MULTILINE != 0 => items.push(Node::Place(Place::LineEnd)),
                    Some('$') => items.push(Node::Place(Place::LastEnd)),
                    Some('(') => {
                        let start = self.source.tell() - 1;
                        match self.group(start, flags, first && items.is_empty())? {
                            Some(node) => items.push(node),
                            None if first && items.is_empty() => flags = self.flags,
                            None => {}
                        }
                    }
                    Some(sign) => self.repeat(sign, &mut items, flags)?,
                },
            }
        }
        Ok(items)
    }

    /// Whether `token`, just read, is nothing in a verbose pattern.
    fn skip_blank(&mut self, token: Token) -> Result<bool> {
        if token.one_of(" \t\n\r\x0b\x0c").is_some() {
            return Ok(true);
        }
        if token.one_of("#").is_none() {
            return Ok(false);
        }
        while !matches!(self.source.get()?, None | Some(Token::Char(0x0a))) {}
        Ok(true)
    }

    /// `*`, `+`, `?`, `{2,3}`: the last item, repeated.
    fn repeat(&mut self, sign: char, items: &mut Vec<Node>, flags: u32) -> Result<()> {
        let here = self.source.tell();
        let (least, most) = match sign {
            '?' => (0, 1),
            '*' => (0, FOREVER),
            '+' => (1, FOREVER),
            _ => match self.counts(here)? {
                Some(counts) => counts,
                None => {
                    items.push(Node::Char(u32::from(sign), self.fold(flags)));
                    return Ok(());
                }
            },
        };
        let body = match items.pop() {
            None | Some(Node::Place(_)) => return Err(PatternError::at("nothing to repeat", here - 1)),
            Some(Node::Repeat { .. }) => return Err(PatternError::at("multiple repeat", here - 1)),
            Some(item) => Box::new(item),
        };
        let greed = if self.source.skip('?')? {
            Greed::Lazy
        } else if self.source.skip('+')? {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        items.push(Node::Repeat { least, most, greed, body });
        Ok(())
    }

    /// The numbers of `{2,3}`; None where the brace is only a brace.
    fn counts(&mut self, here: usize) -> Result<Option<(u32, u32)>> {
        if self.source.next() == Some(Token::Char(u32::from(b'}'))) {
            return Ok(None);
        }
        let low = self.source.digits(usize::MAX, 10)?;
        let high = if self.source.skip(',')? { self.source.digits(usize::MAX, 10)? } else { low.clone() };
        if !self.source.skip('}')? {
            self.source.seek(here)?;
            return Ok(None);
        }
        let number = |digits: &str, empty| match digits {
            "" => Ok(empty),
            digits => digits.parse().ok().filter(|&n| n < FOREVER).ok_or(PatternError::TooManyRepeats),
        };
        let (least, most) = (number(&low, 0)?, number(&high, FOREVER)?);
        if most < least {
            return Err(PatternError::at("min repeat greater than max repeat", here));
        }
        Ok(Some((least, most)))
    }

    fn is_unicode(&self, flags: u32) -> bool {
        !self.source.is_bytes && flags & flag::ASCII == 0
    }

    /// How letters are compared under these flags. The locale knows ASCII's letters only.
    fn fold(&self, flags: u32) -> Fold {
        match flags & flag::IGNORECASE != 0 {
            false => Fold::No,
            true if self.is_unicode(flags) => Fold::Unicode,
            true => Fold::Ascii,
        }
    }

    fn check_flags(&mut self) -> Result<()> {
        let has = |wanted| self.flags & wanted == wanted;
        let wrong = if self.source.is_bytes {
            if has(flag::UNICODE) {
                "cannot use UNICODE flag with a bytes pattern"
            } else if has(flag::LOCALE | flag::ASCII) {
                "ASCII and LOCALE flags are incompatible"
            } else {
                return Ok(());
            }
        } else if has(flag::LOCALE) {
            "cannot use LOCALE flag with a str pattern"
        } else if has(flag::ASCII | flag::UNICODE) {
            "ASCII and UNICODE flags are incompatible"
        } else {
            if !has(flag::ASCII) {
                self.flags |= flag::UNICODE;
            }
            return Ok(());
        };
        Err(PatternError::Flags(wrong))
    }

    /// An error here.
    fn error(&self, message: impl Into<String>) -> PatternError {
        self.source.error(message.into(), self.source.tell())
    }
}

/// The set that alternatives of one character each come to.
fn one_set(branches: &[Node]) -> Option<Node> {
    let mut all = Vec::new();
    let mut folds = Vec::new();
    for branch in branches {
        let Node::Seq(branch) = branch else { return None };
        let [item] = branch.as_slice() else { return None };
        match item {
            Node::Char(point, fold) => {
                all.push(super::set::Item::Range(*point, *point));
                folds.push(*fold);
            }
            Node::Set { items, negated: false, fold } => {
                all.extend_from_slice(items);
                folds.push(*fold);
            }
            _ => return None,
        }
    }
    let fold = *folds.first()?;
    folds.iter().all(|&f| f == fold).then_some(Node::Set { items: all, negated: false, fold })
}
