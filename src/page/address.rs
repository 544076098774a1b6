//! What the page's address asks to open: `#code=` and a URI-encoded program, or `?example=` and a slug.
//!
//! Forms kept for ever, since links live long. A fragment wins over an example, and is never sent to a server. Links that the page
//! makes are packed (`#v1=`), and `www/links.js` unpacks them. Deliberately absent: the browser.

use loopthread_protocol::SOURCE_BYTES;

use super::examples::{self, Example};

/// What an address asks for.
#[derive(Debug, PartialEq)]
pub enum Asked {
    Code(String),
    Example(&'static Example),
    /// Something that cannot be had, and why.
    Broken(String),
}

/// What is said of a link that was cut or changed on its way; `www/links.js` says the same of packed ones.
const BROKEN: &str = "The program in the address cannot be read: part of it is missing or broken.";
const LONG: &str = "The program in the address cannot be read: it is longer than a program can be.";

/// Reads the two parts of an address, each with its mark or empty.
pub fn asked(search: &str, hash: &str) -> Option<Asked> {
    if let Some(code) = code_in(hash) {
        let code = decode(code)
            .ok_or(BROKEN)
            .and_then(|code| if code.len() > SOURCE_BYTES { Err(LONG) } else { Ok(code) });
        return Some(code.map_or_else(|words| Asked::Broken(words.to_owned()), Asked::Code));
    }
    let slug = search.trim_start_matches('?').split('&').find_map(|part| part.strip_prefix("example="))?;
    let slug = decode(slug).unwrap_or_else(|| slug.to_owned());
    let unknown = || Asked::Broken(examples::no_such(&slug));
    Some(examples::by_slug(&slug).map_or_else(unknown, Asked::Example))
}

/// What follows `#code=`, also where a mail program has encoded the sign or somebody has capitals on.
fn code_in(hash: &str) -> Option<&str> {
    let (mark, rest) = hash.split_at_checked(5)?;
    let code =
        rest.strip_prefix('=').or_else(|| rest.strip_prefix("%3D")).or_else(|| rest.strip_prefix("%3d"))?;
    mark.eq_ignore_ascii_case("#code").then_some(code)
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
        for mark in ["#code%3D", "#CODE%3d", "#Code="] {
            assert_eq!(asked("", &format!("{mark}1")), Some(Asked::Code("1".to_owned())), "{mark}");
        }
        let long = asked("", &format!("#code={}", "x".repeat(SOURCE_BYTES + 1)));
        assert_eq!(long, Some(Asked::Broken(LONG.to_owned())));
        assert_eq!(asked("", "#code=1+1;é"), Some(Asked::Code("1+1;é".to_owned())));
    }

    #[test]
    fn what_cannot_be_read_says_so() {
        for hash in ["#code=%", "#code=%4", "#code=%zz", "#code=%ff", "#code=%+1"] {
            assert!(matches!(asked("", hash), Some(Asked::Broken(_))), "{hash}");
        }
        assert!(matches!(asked("?example=nope", ""), Some(Asked::Broken(_))));
    }

    #[test]
    fn a_slug_may_be_encoded() {
        let Some(Asked::Example(example)) = asked("?example=run%2Dcoroutine", "") else { panic!() };
        assert_eq!(example.slug, "run-coroutine");
    }
}
