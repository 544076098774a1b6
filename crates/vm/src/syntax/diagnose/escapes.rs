//! Escapes in string literals that name no character.
//!
//! CPython decodes a literal as bytes, wide characters spelled out as `\UXXXXXXXX`, and counts positions in those.

/// What is wrong with the first bad escape of a literal, if one is.
pub(super) fn mistake(literal: &str) -> Option<String> {
    let quote = literal.find(['"', '\''])?;
    let (prefix, rest) = literal.split_at_checked(quote)?;
    if prefix.contains(['r', 'R']) {
        return None;
    }
    let width = if rest.starts_with("\"\"\"") || rest.starts_with("'''") { 3 } else { 1 };
    let body = rest.get(width..rest.len().checked_sub(width)?)?;
    let is_bytes = prefix.contains(['b', 'B']);
    let mut position = 0;
    let mut chars = body.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            position += if c.is_ascii() { 1 } else { 10 };
            continue;
        }
        let kind = chars.next()?;
        let digits = match kind {
            'x' => 2,
            'u' if !is_bytes => 4,
            'U' if !is_bytes => 8,
            'N' if !is_bytes => return Some(named(chars.as_str(), position)),
            _ => {
                position += if kind.is_ascii() { 2 } else { 11 };
                continue;
            }
        };
        let text = chars.as_str();
        let found = text.chars().take(digits).take_while(char::is_ascii_hexdigit).count();
        if found < digits {
            return Some(if is_bytes {
                format!("(value error) invalid \\x escape at position {position}")
            } else {
                let shape = "X".repeat(digits);
                undecodable(position, position + 1 + found, &format!("truncated \\{kind}{shape} escape"))
            });
        }
        if u32::from_str_radix(text.get(..digits)?, 16).ok()? > 0x10ffff {
            return Some(undecodable(position, position + 1 + digits, "illegal Unicode character"));
        }
        position += 2 + digits;
        chars = text.get(digits..)?.chars();
    }
    None
}

fn named(after: &str, position: usize) -> String {
    let is_name = after
        .strip_prefix('{')
        .and_then(|name| name.split_once('}'))
        .is_some_and(|(name, _)| !name.is_empty());
    if is_name {
        // Our own words: the names are not there at all (see divergence/unicode-names.md).
        return "\\N{...} is not supported: write the character itself, or \\u and its number".into();
    }
    undecodable(position, position + 1, "malformed \\N character escape")
}

fn undecodable(from: usize, to: usize, why: &str) -> String {
    format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {from}-{to}: {why}")
}
