//! Regular expressions as CPython's `re` has them: a pattern is parsed, made a program, and run by a matcher that can pause.
//!
//! Nothing here knows the machine. **A matcher is plain data and does a given number of steps at a time**, so that a pattern that
//! backtracks for ever can be stopped like any other loop; that is why this is no library's engine. Strings and bytes are both bytes
//! to it; places are offsets in them.

mod emit;
mod error;
mod expand;
mod matcher;
mod node;
mod parse;
mod program;
mod set;
mod source;
#[cfg(test)]
mod tests;
mod text;

pub(crate) use error::PatternError;
pub(crate) use expand::{Piece, template};
pub(crate) use matcher::{Goal, Matcher, Status, span};
pub(crate) use source::points;
pub(crate) use text::Text;

use program::Program;

/// The flags of `re`, by CPython's numbers.
pub(crate) mod flag {
    pub(crate) const IGNORECASE: u32 = 2;
    pub(crate) const LOCALE: u32 = 4;
    pub(crate) const MULTILINE: u32 = 8;
    pub(crate) const DOTALL: u32 = 16;
    pub(crate) const UNICODE: u32 = 32;
    pub(crate) const VERBOSE: u32 = 64;
    pub(crate) const ASCII: u32 = 256;
    /// Of these only one can hold.
    pub(crate) const TYPE: u32 = ASCII | LOCALE | UNICODE;
}

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Regex {
    program: Program,
    /// The flags given and found in the pattern.
    pub(crate) flags: u32,
    /// Names of groups in the order of their definition.
    pub(crate) names: Vec<(String, u32)>,
    pub(crate) is_bytes: bool,
}

impl Regex {
    /// Compiles a pattern, given as code points or bytes. `notes` gets what its author should be warned of.
    pub(crate) fn new(
        pattern: Vec<u32>,
        is_bytes: bool,
        flags: u32,
        notes: &mut Vec<String>,
    ) -> Result<Regex, PatternError> {
        let parsed = parse::parse(pattern, is_bytes, flags, notes)?;
        let program = emit::program(&parsed)?;
        let parse::Parsed { flags, names, .. } = parsed;
        Ok(Regex { program, flags, names, is_bytes })
    }

    /// How many groups there are, the whole match not counted.
    pub(crate) fn groups(&self) -> u32 {
        self.program.groups
    }

    pub(crate) fn group_named(&self, name: &str) -> Option<u32> {
        self.names.iter().find(|(known, _)| known == name).map(|&(_, group)| group)
    }

    pub(crate) fn name_of(&self, group: u32) -> Option<&str> {
        self.names.iter().find(|&&(_, known)| known == group).map(|(name, _)| name.as_str())
    }
}
