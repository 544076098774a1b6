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
