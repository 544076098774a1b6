//! Sets of characters: `[a-z\d]`.

use super::node::Fold;
use crate::builtins::unicode;
use crate::sorted::sorted;

/// `\d`, `\s`, `\w` and their opposites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Category {
    pub(super) kind: Kind,
    pub(super) negated: bool,
    pub(super) unicode: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Digit,
    Space,
    Word,
}

/// What stands in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// From the first to the last.
    Range(u32, u32),
    Category(Category),
}

/// A set made for asking: ASCII is a table, the rest are stretches.
#[derive(Debug)]
pub(super) struct CharSet {
    ascii: u128,
    /// In order, not touching each other.
    spans: Vec<(u32, u32)>,
    categories: Vec<Category>,
    negated: bool,
    fold: Fold,
}

impl Category {
    fn has(self, point: u32) -> bool {
        self.is(point) != self.negated
    }

    fn is(self, point: u32) -> bool {
        match (self.kind, char::from_u32(point)) {
            (_, None) => false,
            (Kind::Digit, Some(c)) if c.is_ascii() => c.is_ascii_digit(),
            (Kind::Word, Some(c)) if c.is_ascii() => c == '_' || c.is_ascii_alphanumeric(),
            // Control characters that only Unicode takes for spaces begin at 0x1c.
            (Kind::Space, Some(c @ '\x1c'..='\x1f')) => self.unicode && c.is_ascii(),
            (Kind::Space, Some(c)) if c.is_ascii() => matches!(c, '\t'..='\r' | ' '),
            _ if !self.unicode => false,
            (Kind::Digit, Some(c)) => unicode::DECIMAL.has(c),
            (Kind::Space, Some(c)) => unicode::SPACE.has(c),
            (Kind::Word, Some(c)) => is_alphanumeric(c),
        }
    }
}

fn is_alphanumeric(c: char) -> bool {
    unicode::ALPHA.has(c) || unicode::DECIMAL.has(c) || unicode::DIGIT.has(c) || unicode::NUMERIC.has(c)
}

/// Whether a character is part of a word.
pub(super) fn is_word(point: u32, unicode: bool) -> bool {
    Category { kind: Kind::Word, negated: false, unicode }.has(point)
}

impl Fold {
    /// `point` as characters are compared.
    pub(super) fn lower(self, point: u32) -> u32 {
        match self {
            Fold::No => point,
            Fold::Ascii => u8::try_from(point).map_or(point, |byte| byte.to_ascii_lowercase().into()),
            Fold::Unicode => unicode::case::lower(point),
        }
    }

    /// Whether case matters to a character.
    pub(super) fn is_cased(self, point: u32) -> bool {
        match self {
            Fold::No => false,
            Fold::Ascii => u8::try_from(point).is_ok_and(|byte| byte.is_ascii_alphabetic()),
            Fold::Unicode => unicode::case::is_cased(point),
        }
    }
}

impl CharSet {
    pub(super) fn new(items: &[Item], negated: bool, fold: Fold) -> CharSet {
        let (mut spans, mut categories) = (Vec::new(), Vec::new());
        for &item in items {
            match item {
                Item::Range(low, high) => spans.push((low, high)),
                Item::Category(category) => categories.push(category),
            }
        }
        let mut spans = merged(spans);
        let cased = cased_in(&spans, fold);
        // Where no member has a case, characters are compared as they are.
        let fold = if cased.is_empty() { Fold::No } else { fold };
        spans.extend(cased.into_iter().map(|point| (point, point)));
        let mut set = CharSet { ascii: 0, spans: merged(spans), categories, negated, fold };
        set.ascii = (0..128).filter(|&point| set.look_up(point)).fold(0, |bits, point| bits | 1 << point);
        set
    }

    pub(super) fn has(&self, point: u32) -> bool {
        if point < 128 { self.ascii >> point & 1 == 1 } else { self.look_up(point) }
    }

    /// The ASCII characters in it, as bits.
    pub(super) fn ascii(&self) -> u128 {
        self.ascii
    }

    fn look_up(&self, point: u32) -> bool {
        let point = self.fold.lower(point);
        let at = self.spans.partition_point(|&(_, high)| high < point);
        let found = self.spans.get(at).is_some_and(|&(low, _)| low <= point)
            || self.categories.iter().any(|category| category.has(point));
        found != self.negated
    }
}

/// The same characters in order.
fn merged(spans: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    let mut out: Vec<(u32, u32)> = Vec::with_capacity(spans.len());
    for (low, high) in sorted(spans) {
        match out.last_mut() {
            Some(last) if low <= last.1.saturating_add(1) => last.1 = last.1.max(high),
            _ => out.push((low, high)),
        }
    }
    out
}

/// What the members with a case are compared as.
fn cased_in(spans: &[(u32, u32)], fold: Fold) -> Vec<u32> {
    let mut found = Vec::new();
    let mut add = |point: u32| {
        if fold.is_cased(point) {
            let lower = fold.lower(point);
            found.push(lower);
            if fold == Fold::Unicode {
                found.extend(unicode::case::alike(lower));
            }
        }
    };
    for &(low, high) in spans {
        match fold {
            Fold::No => {}
            Fold::Ascii => (low..=high.min(127)).for_each(&mut add),
            Fold::Unicode => {
                for letters in [&unicode::LOWER, &unicode::UPPER, &unicode::TITLE] {
                    unicode::within(letters, low, high).for_each(&mut add);
                }
            }
        }
    }
    found
}
