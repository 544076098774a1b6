//! Properties of characters as CPython 3.13 has them (Unicode 15.1), for `repr` and the `str.is…` methods.
//!
//! The standard library's notions differ (its `is_alphabetic` takes marks in); the tables are made by `unicode/tables.py`,
//! packed as run lengths and unpacked when first asked. ASCII never gets here.

use std::sync::OnceLock;

/// A property of characters.
pub(crate) struct Property {
    packed: &'static [u8],
    /// Where the property begins and ends, in turns.
    borders: OnceLock<Vec<u32>>,
}

macro_rules! properties {
    ($($name:ident $file:literal,)*) => {
        $(pub(crate) static $name: Property =
            Property { packed: include_bytes!(concat!("unicode/", $file, ".bin")), borders: OnceLock::new() };)*
    };
}

properties! {
    PRINTABLE "printable",
    ALPHA "alpha",
    DECIMAL "decimal",
    DIGIT "digit",
    NUMERIC "numeric",
    TITLE "title",
    LOWER "lower",
    UPPER "upper",
    SPACE "space",
    STARTS_NAME "starts_name",
    CONTINUES_NAME "continues_name",
    WIDE "wide",
}

impl Property {
    pub(crate) fn has(&self, c: char) -> bool {
        let borders = self.borders.get_or_init(|| unpack(self.packed));
        borders.partition_point(|&border| border <= c as u32) % 2 == 1
    }

    /// The characters from `low` to `high` that have the property.
    pub(crate) fn within(&self, low: u32, high: u32) -> impl Iterator<Item = u32> + use<> {
        let borders = self.borders.get_or_init(|| unpack(self.packed));
        let first = borders.partition_point(|&border| border <= low) / 2 * 2;
        let runs = borders.get(first..).unwrap_or(&[]).chunks(2).take_while(move |run| run[0] <= high);
        let cut = move |run: &[u32]| run[0].max(low)..run.get(1).map_or(high + 1, |&end| end.min(high + 1));
        runs.map(cut).collect::<Vec<_>>().into_iter().flatten()
    }
}

fn unpack(packed: &[u8]) -> Vec<u32> {
    let (mut borders, mut at, mut length, mut shift) = (Vec::new(), 0u32, 0u32, 0);
    for &byte in packed {
        length |= u32::from(byte & 127) << shift;
        shift += 7;
        if byte < 128 {
            at += length;
            borders.push(at);
            (length, shift) = (0, 0);
        }
    }
    borders
}

/// The digit that a decimal character stands for: `٣` is 3. Decimal characters come in runs of ten, except the
/// mathematical ones, whose runs follow each other.
pub(crate) fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    if !DECIMAL.has(c) {
        return None;
    }
    let borders = DECIMAL.borders.get_or_init(|| unpack(DECIMAL.packed));
    let start = borders[borders.partition_point(|&border| border <= c as u32) - 1];
    Some((c as u32 - start) % 10)
}

/// The one lower-case character of `c`, as `re` compares without case.
pub(crate) fn lower(c: u32) -> u32 {
    match char::from_u32(c) {
        Some(c) if c.is_ascii() => c.to_ascii_lowercase() as u32,
        // The one letter whose lower case is two characters: the first is the letter.
        Some(c) if UPPER.has(c) || TITLE.has(c) => c.to_lowercase().next().map_or(c as u32, u32::from),
        _ => c,
    }
}

/// Whether `re` takes `c` for a letter with another case.
pub(crate) fn is_cased(c: u32) -> bool {
    lower(c) != c || char::from_u32(c).is_some_and(|c| c.to_uppercase().next() != Some(c))
}

/// The other lower-case characters that have the upper case of the lower-case character `c`.
pub(crate) fn alike(c: u32) -> impl Iterator<Item = u32> {
    static ALIKE: OnceLock<Vec<&str>> = OnceLock::new();
    let lines = ALIKE.get_or_init(|| include_str!("unicode/alike.txt").lines().collect());
    let first = |line: &&str| line.chars().next().map_or(0, u32::from);
    let line = lines.binary_search_by_key(&c, first).ok().map_or("", |at| lines[at]);
    line.chars().skip(1).map(u32::from)
}

/// `c` folded for comparison without case: appended to `out`.
pub(crate) fn fold_into(c: char, out: &mut String) {
    static FOLD: OnceLock<Vec<(char, &str)>> = OnceLock::new();
    match exception(FOLD.get_or_init(|| exceptions(include_str!("unicode/fold.txt"))), c) {
        Some(text) => out.push_str(text),
        None => out.extend(c.to_lowercase()),
    }
}

/// `c` as the first letter of a title: appended to `out`.
pub(crate) fn title_into(c: char, out: &mut String) {
    static TITLED: OnceLock<Vec<(char, &str)>> = OnceLock::new();
    match exception(TITLED.get_or_init(|| exceptions(include_str!("unicode/title.txt"))), c) {
        Some(text) => out.push_str(text),
        None => out.extend(c.to_uppercase()),
    }
}

fn exceptions(file: &'static str) -> Vec<(char, &'static str)> {
    file.lines().filter_map(|line| Some((line.chars().next()?, line.split_once('=')?.1))).collect()
}

fn exception<'a>(table: &[(char, &'a str)], c: char) -> Option<&'a str> {
    table.binary_search_by_key(&c, |&(from, _)| from).ok().map(|at| table[at].1)
}
