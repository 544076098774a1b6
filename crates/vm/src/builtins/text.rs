//! Strings and bytes as Python source: `repr` and `ascii`.

use std::fmt::Write;

use super::unicode;

/// `repr` of a string: single quotes unless only double quotes avoid escapes; what is not printable is escaped.
pub fn repr_str(text: &str) -> String {
    quoted(text, is_printable)
}

/// `ascii` of a string: as [`repr_str`], with all that is not ASCII escaped.
pub fn ascii_str(text: &str) -> String {
    quoted(text, |c| c.is_ascii() && is_printable(c))
}

/// What `ascii` makes of any object's `repr`.
pub fn escape_non_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() { out.push(c) } else { escape_into(c, &mut out) }
    }
    out
}

/// `repr` of bytes: `b'a\x00'`.
pub fn repr_bytes(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    for &byte in bytes {
        let c = byte as char;
        if c == quote || c == '\\' {
            out.push('\\');
            out.push(c);
        } else if (' '..'\x7f').contains(&c) {
            out.push(c);
        } else {
            escape_into(c, &mut out);
        }
    }
    out.push(quote);
    out
}

/// `str.isprintable` of one character.
pub fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        c if c.is_ascii() => false,
        c => unicode::PRINTABLE.has(c),
    }
}

fn quoted(text: &str, plain: impl Fn(char) -> bool) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        if c == quote || c == '\\' {
            out.push('\\');
            out.push(c);
        } else if plain(c) {
            out.push(c);
        } else {
            escape_into(c, &mut out);
        }
    }
    out.push(quote);
    out
}

fn escape_into(c: char, out: &mut String) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        // Writing to a string cannot fail.
        _ => {
            let _ = match c as u32 {
                n @ 0..=0xff => write!(out, "\\x{n:02x}"),
                n @ 0x100..=0xffff => write!(out, "\\u{n:04x}"),
                n => write!(out, "\\U{n:08x}"),
            };
        }
    }
}
