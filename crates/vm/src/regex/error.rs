//! Why a pattern or template cannot be used, in CPython's words.

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PatternError {
    /// `re.PatternError`: its message, and where in the pattern (in characters) if it says so.
    Pattern(String, Option<usize>),
    /// ValueError: flags that exclude each other.
    Flags(&'static str),
    /// OverflowError.
    TooManyRepeats,
    /// IndexError: a template names a group that the pattern does not have.
    UnknownGroup(String),
    /// RecursionError.
    TooDeep,
    /// A name of a character: the table is left out of every build.
    CharacterName,
}

impl PatternError {
    pub(super) fn at(message: impl Into<String>, position: usize) -> PatternError {
        PatternError::Pattern(message.into(), Some(position))
    }
}
