//! A stand-in for `unicode-normalization`, whose tables cost 41 KB of a visitor's download.
//!
//! The parser asks it only for the NFKC form of identifiers. Here every text is its own form; `syntax::names` in
//! the VM refuses the identifiers for which that would be wrong, before the parser sees them.

use std::str::Chars;

/// The one method of the trait that the parser calls.
pub trait UnicodeNormalization<I: Iterator<Item = char>> {
    /// The characters of the text, as they are.
    fn nfkc(self) -> I;
}

impl<'a> UnicodeNormalization<Chars<'a>> for &'a str {
    fn nfkc(self) -> Chars<'a> {
        self.chars()
    }
}
