//! Upper, lower, title and folded case as CPython 3.13 has them, of characters and of texts.

use std::sync::OnceLock;

use crate::sorted::sorted;

use super::{BETWEEN, LOWER, TITLE, UPPER, numbers};

/// Characters and the one that each becomes, sorted.
type Pairs = Vec<(u32, u32)>;

/// The table's runs: of the characters that lower case changes, what it makes of each.
fn lowered() -> &'static Pairs {
    static LOWERED: OnceLock<Pairs> = OnceLock::new();
    LOWERED.get_or_init(|| {
        let (mut pairs, mut at) = (Vec::new(), 0);
        let mut table = numbers(include_bytes!("cases.bin"));
        while let (Some(skipped), Some(run), Some(by)) = (table.next(), table.next(), table.next()) {
            at += skipped;
            let distance = if by % 2 == 0 { by / 2 } else { (by / 2).wrapping_neg() };
            let step = run % 2 + 1;
            pairs.extend((0..run / 2).map(|n| at + n * step).map(|c| (c, c.wrapping_add(distance))));
            at += (run / 2 - 1) * step + 1;
        }
        pairs
    })
}

/// The way back: of several characters with one lower case it leads to the first.
fn raised() -> &'static Pairs {
    static RAISED: OnceLock<Pairs> = OnceLock::new();
    RAISED.get_or_init(|| {
        let mut pairs = sorted(lowered().iter().map(|&(upper, lower)| (lower, upper)));
        pairs.dedup_by_key(|pair| pair.0);
        pairs
    })
}

fn partner(pairs: &Pairs, c: u32) -> u32 {
    pairs.binary_search_by_key(&c, |&(from, _)| from).map_or(c, |at| pairs[at].1)
}

/// The one lower-case character of `c`, as `re` compares without case.
pub(crate) fn lower(c: u32) -> u32 {
    if c < 128 { u32::from((c as u8).to_ascii_lowercase()) } else { partner(lowered(), c) }
}

/// Whether `re` takes `c` for a letter with another case.
pub(crate) fn is_cased(c: u32) -> bool {
    let mut upper = String::new();
    lower(c) != c
        || char::from_u32(c).is_some_and(|c| {
            upper_into(c, &mut upper);
            !upper.starts_with(c)
        })
}

/// The other lower-case characters that have the upper case of the lower-case character `c`.
pub(crate) fn alike(c: u32) -> impl Iterator<Item = u32> {
    static ALIKE: OnceLock<Vec<&str>> = OnceLock::new();
    let lines = ALIKE.get_or_init(|| include_str!("alike.txt").lines().collect());
    let first = |line: &&str| line.chars().next().map_or(0, u32::from);
    let line = lines.binary_search_by_key(&c, first).ok().map_or("", |at| lines[at]);
    line.chars().skip(1).map(u32::from)
}

/// `text` in upper case.
pub(crate) fn upper_text(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { each(text, |_, c, out| upper_into(c, out)) }
}

/// `text` in lower case.
pub(crate) fn lower_text(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        each(text, |at, c, out| lower_into(text, at, c, out))
    }
}

/// `text` with each character's place and itself passed on to what appends to the answer.
pub(crate) fn each(text: &str, mut map: impl FnMut(usize, char, &mut String)) -> String {
    let mut out = String::with_capacity(text.len());
    text.char_indices().for_each(|(at, c)| map(at, c, &mut out));
    out
}

/// The lower case of `c`, which is at `at` in `text`: appended to `out`.
pub(crate) fn lower_into(text: &str, at: usize, c: char, out: &mut String) {
    match c {
        'Σ' if ends_word(text, at) => out.push('ς'),
        // The one letter whose lower case is two characters.
        'İ' => out.push_str("i\u{307}"),
        c => out.push(simple(c)),
    }
}

/// Whether the capital sigma at `at` in `text` is the last letter of several.
fn ends_word(text: &str, at: usize) -> bool {
    let is_letter = |c: char| match c.is_ascii() {
        true => c.is_ascii_alphabetic(),
        false => UPPER.has(c) || LOWER.has(c) || TITLE.has(c),
    };
    let before = text[..at].chars().rev().find(|&c| !BETWEEN.has(c));
    let after = text[at + 'Σ'.len_utf8()..].chars().find(|&c| !BETWEEN.has(c));
    before.is_some_and(is_letter) && !after.is_some_and(is_letter)
}

fn simple(c: char) -> char {
    char::from_u32(lower(c as u32)).unwrap_or(c)
}

/// The upper case of `c`: appended to `out`.
pub(crate) fn upper_into(c: char, out: &mut String) {
    static RAISED: Exceptions = Exceptions::of(include_str!("upper.txt"));
    match RAISED.get(c) {
        _ if c.is_ascii() => out.push(c.to_ascii_uppercase()),
        Some(text) => out.push_str(text),
        None => out.push(char::from_u32(partner(raised(), c as u32)).unwrap_or(c)),
    }
}

/// `c` folded for comparison without case: appended to `out`.
pub(crate) fn fold_into(c: char, out: &mut String) {
    static FOLDED: Exceptions = Exceptions::of(include_str!("fold.txt"));
    match FOLDED.get(c) {
        Some(text) => out.push_str(text),
        None => out.push(simple(c)),
    }
}

/// `c` as the first letter of a title: appended to `out`.
pub(crate) fn title_into(c: char, out: &mut String) {
    static TITLED: Exceptions = Exceptions::of(include_str!("title.txt"));
    match TITLED.get(c) {
        Some(text) => out.push_str(text),
        None => upper_into(c, out),
    }
}

/// A file of lines `character=text`, sorted.
struct Exceptions {
    file: &'static str,
    lines: OnceLock<Vec<(char, &'static str)>>,
}

impl Exceptions {
    const fn of(file: &'static str) -> Self {
        Self { file, lines: OnceLock::new() }
    }

    fn get(&self, c: char) -> Option<&'static str> {
        let pair = |line: &'static str| Some((line.chars().next()?, line.split_once('=')?.1));
        let lines = self.lines.get_or_init(|| self.file.lines().filter_map(pair).collect());
        lines.binary_search_by_key(&c, |&(from, _)| from).ok().map(|at| lines[at].1)
    }
}
