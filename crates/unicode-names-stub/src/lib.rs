//! An empty stand-in for `unicode_names2`, whose table of names costs 1 MB of wasm.
//!
//! The parser asks it only to decode `\N{NAME}`. Every lookup fails here, so that escape is reported as
//! a syntax error in every build alike (cli and page agree); `divergence/` says so to learners.

/// Looks a character up by its Unicode name: there is no table, so no name is known.
pub fn character(_name: &str) -> Option<char> {
    None
}
