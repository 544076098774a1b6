//! Bounds on how deep a program may nest, checked on the bare text before any tree exists.
//!
//! **Everything after this file may recurse over a tree**: the parser, the checks, the compiler, and the tree's own
//! drop. A page's worker has 1 MB of stack, so a deep tree must be refused here, never met there. Brackets and
//! indentation have CPython's bounds and words; chains of operators, attributes, calls and prefixes (a tree of one
//! level a link) have a bound of our own, which CPython answers with RecursionError or MemoryError further out.
//! The scan knows strings and comments only as far as it must in order not to count inside them.

use ruff_text_size::{TextRange, TextSize};

use super::error::{Diagnosis, ErrorClass};

/// CPython's MAXLEVEL less one: brackets open at once.
const BRACKETS: usize = 200;
/// Links of a chain at all levels of brackets together.
const CHAIN: usize = 600;

/// The first place where a bound is passed.
pub(super) fn exceeded(source: &str) -> Option<Diagnosis> {
    let bytes = source.as_bytes();
    // One entry for the line itself and one for each open bracket: the links counted there.
    let mut chains: Vec<usize> = vec![0];
    let mut total = 0;
    let mut at = 0;
    let mut after_word = false;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'#' => at += bytes[at..].iter().take_while(|&&b| b != b'\n').count(),
            b'"' | b'\'' => at = string_end(bytes, start),
            b'(' | b'[' | b'{' => {
                // A bracket after a value is a call or a subscript: a link itself.
                if let (true, Some(top)) = (after_word, chains.last_mut()) {
                    *top += 1;
                    total += 1;
                }
                chains.push(0);
                if chains.len() > BRACKETS + 1 {
                    return Some(too_deep("too many nested parentheses", start));
                }
            }
            b')' | b']' | b'}' => {
                if chains.len() > 1 {
                    total -= chains.pop().unwrap_or(0);
                }
            }
            b'\n' | b';' if chains.len() == 1 => {
                total = 0;
                chains[0] = 0;
            }
            b'\\' => at += 1,
            b'.' | b'+' | b'-' | b'*' | b'/' | b'%' | b'@' | b'&' | b'|' | b'^' | b'~' | b'<' | b'>' => {
                if let Some(top) = chains.last_mut() {
                    *top += 1;
                    total += 1;
                }
            }
            _ if byte.is_ascii_alphabetic() || byte == b'_' => {
                at += bytes[at..].iter().take_while(|&&b| b.is_ascii_alphanumeric() || b == b'_').count();
                let nests =
                    matches!(&bytes[start..at], b"not" | b"lambda" | b"if" | b"else" | b"await" | b"yield");
                if let (true, Some(top)) = (nests, chains.last_mut()) {
                    *top += 1;
                    total += 1;
                }
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            after_word = !matches!(byte, b'(' | b'[' | b'{' | b',' | b'=' | b':') && !is_operator(byte);
        }
        if total > CHAIN {
            return Some(too_deep("expression is nested too deeply", start));
        }
    }
    None
}

fn is_operator(byte: u8) -> bool {
    b"+-*/%@&|^~<>.!".contains(&byte)
}

/// The offset after the string that starts with a quote at `start`; an unfinished one ends at its line's end.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let Some(&quote) = bytes.get(start) else { return start };
    let triple = bytes.get(start..start + 3) == Some(&[quote; 3]);
    let mut at = start + if triple { 3 } else { 1 };
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'\n' if !triple => return at,
            _ if byte == quote && !triple => return at + 1,
            _ if byte == quote && bytes.get(at..at + 3) == Some(&[quote; 3]) => return at + 3,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

fn too_deep(message: &str, offset: usize) -> Diagnosis {
    let range = TextRange::empty(TextSize::new(offset as u32));
    Diagnosis { class: ErrorClass::SyntaxError, message: message.into(), range, has_end: false }
}
