//! What the page's address asks to open: `#v1=` and a packed opening, `#code=` and a URI-encoded program, or `?example=` and a slug.
//!
//! Forms kept for ever, since links live long. A fragment wins over an example, and is never sent to a server. Deliberately absent: the browser.

use super::{
    examples::{self, Example},
    words,
};

/// What an address asks for.
#[derive(Debug, PartialEq)]
pub enum Asked {
    Code(String),
    Example(&'static Example),
    /// An opening that was packed.
    Packed(String),
    /// Something that cannot be had, and why.
    Broken(String),
}

/// What is said of a link that was cut or changed on its way.
pub const BROKEN: &str = "The program in the address cannot be read: part of it is missing or broken.";
/// Before what was packed; its number is the version of how.
const PACKED: &str = "#v1=";

/// The fragment of a link to what was packed.
pub fn fragment(packed: &str) -> String {
    PACKED.to_owned() + packed
}

/// The fragment of a link to a program, for browsers that cannot pack.
pub fn plain_fragment(code: &str) -> String {
    let mut fragment = "#code=".to_owned();
    for byte in code.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => fragment.push(char::from(byte)),
            _ => fragment += &format!("%{byte:02X}"),
        }
    }
    fragment
}

/// Reads the two parts of an address, each with its mark or empty.
pub fn asked(search: &str, hash: &str) -> Option<Asked> {
    if let Some(code) = hash.strip_prefix("#code=") {
        return Some(decode(code).map_or_else(|| Asked::Broken(BROKEN.to_owned()), Asked::Code));
    }
    if let Some(packed) = hash.strip_prefix(PACKED) {
        return Some(Asked::Packed(packed.to_owned()));
    }
    let version = hash.strip_prefix("#v").and_then(|rest| rest.split_once('='));
    if version.is_some_and(|(version, _)| version.parse::<u32>().is_ok()) {
        let words = "The link is of a newer Loopthread than this one: reload the page, or ask where it is.";
        return Some(Asked::Broken(words.to_owned()));
    }
    let slug = search.trim_start_matches('?').split('&').find_map(|part| part.strip_prefix("example="))?;
    let slug = decode(slug).unwrap_or_else(|| slug.to_owned());
    let unknown = || Asked::Broken(format!("There is no example named “{}”.", words::cut(&slug, 60)));
    Some(examples::by_slug(&slug).map_or_else(unknown, Asked::Example))
}

/// Undoes `encodeURIComponent`; none when it cannot have been that.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let digit = |at: usize| char::from(*after.get(at)?).to_digit(16);
            bytes.push((digit(0)? * 16 + digit(1)?) as u8);
            rest = after.get(2..)?;
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_wins_over_an_example() {
        let found = asked("?example=create-task", "#code=print(%22h%C3%A9%22)%0A");
        assert_eq!(found, Some(Asked::Code("print(\"hé\")\n".to_owned())));
        let Some(Asked::Example(example)) = asked("?a=b&example=create-task", "#other") else { panic!() };
        assert_eq!(example.slug, "create-task");
        assert_eq!(asked("", ""), None);
    }

    #[test]
    fn a_plus_stays_a_plus_and_plain_text_stays_as_it_is() {
        assert_eq!(asked("", "#code=1+1;é"), Some(Asked::Code("1+1;é".to_owned())));
    }

    #[test]
    fn what_cannot_be_read_says_so() {
        for hash in ["#code=%", "#code=%4", "#code=%zz", "#code=%ff", "#code=%+1"] {
            assert!(matches!(asked("", hash), Some(Asked::Broken(_))), "{hash}");
        }
        assert!(matches!(asked("?example=nope", ""), Some(Asked::Broken(_))));
        assert!(matches!(asked("?example=create-task", "#v2=x"), Some(Asked::Broken(_))));
    }

    #[test]
    fn what_this_build_links_to_is_read_again() {
        assert_eq!(asked("", &fragment("abc-_")), Some(Asked::Packed("abc-_".to_owned())));
        let code = "print('é %41', 1 + 1)\n";
        assert_eq!(asked("", &plain_fragment(code)), Some(Asked::Code(code.to_owned())));
        assert_eq!(asked("", "#version=2"), None);
    }

    #[test]
    fn a_slug_may_be_encoded() {
        let Some(Asked::Example(example)) = asked("?example=run%2Dcoroutine", "") else { panic!() };
        assert_eq!(example.slug, "run-coroutine");
    }
}
