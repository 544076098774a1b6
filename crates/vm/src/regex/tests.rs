//! Matching in pieces, its limit, and patterns that nobody would write. What patterns mean is compared with CPython's outputs in
//! `tests/programs/library__re_*.py`.

use super::{Goal, Matcher, PatternError, Regex, Status, Text, points};
use crate::builtins::unicode;

fn regex(pattern: &str) -> Regex {
    Regex::new(points(pattern), false, 0, &mut Vec::new()).expect("the pattern is fine")
}

/// The marks of a match found with so many steps at a time.
fn marks(regex: &Regex, text: &str, goal: Goal, steps: i64) -> Option<Vec<u32>> {
    let mut matcher = Matcher::new(regex, goal, 0);
    loop {
        let mut left = steps;
        match matcher.run(regex, Text::new(text.as_bytes(), true), &mut left) {
            Status::Matched => return Some(matcher.marks()),
            Status::Failed => return None,
            Status::OutOfMemory => panic!("nothing here is large"),
            Status::Paused => assert!(left <= 0, "it pauses only when the steps are used up"),
        }
    }
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

#[test]
fn a_match_is_the_same_whatever_it_is_interrupted_by() {
    let patterns = [
        r"(a|b)*c",
        r"(?:(a+)|b)+?c",
        r"(\w+)\s+(?=\1)",
        r"(?<=é)ö+",
        r"(?>a+)(b)?",
        r"(?:a|ab)++c",
        "[^x]{2,5}?x",
        "^$",
        "b",
    ];
    let texts = ["aabbc", "éöö x", "ab ab", "ababc x", "", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzb"];
    let mut found = 0;
    for pattern in patterns {
        let regex = regex(pattern);
        for text in texts {
            for goal in [Goal::Match, Goal::FullMatch, Goal::Search] {
                let whole = marks(&regex, text, goal, i64::MAX);
                found += usize::from(whole.is_some());
                for steps in [1, 2, 7] {
                    assert_eq!(marks(&regex, text, goal, steps), whole, "{pattern} in {text}, {steps} steps");
                }
            }
        }
    }
    assert!(found > 20, "only {found} matches");
}

#[test]
fn what_never_ends_is_paused_and_what_grows_is_stopped() {
    let endless = regex("(a+)+$");
    let text = "a".repeat(60) + "b";
    let mut steps = 100_000;
    let mut matcher = Matcher::new(&endless, Goal::Match, 0);
    assert_eq!(matcher.run(&endless, Text::new(text.as_bytes(), false), &mut steps), Status::Paused);

    let hungry = regex("(?:ab|a)*");
    let text = "ab".repeat(6_000_000);
    let mut matcher = Matcher::new(&hungry, Goal::Match, 0);
    let mut steps = i64::MAX;
    assert_eq!(matcher.run(&hungry, Text::new(text.as_bytes(), false), &mut steps), Status::OutOfMemory);
}

#[test]
fn random_patterns_are_refused_or_run() {
    let parts = [
        "a", "b", "é", "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?P<n>", "(?P=n)", "(?(1)",
        "|", "*", "+", "?", "{2}", "{,3}", "{1,2}?", "*+", "[", "]", "[^", "-", "\\d", "\\w", "\\b", "\\1",
        "\\", "^", "$", ".", "(?i)", "(?i:", "\\x41", "\\Z",
    ];
    let mut dice = Dice(7);
    let (mut fine, mut refused) = (0, 0);
    for _ in 0..30_000 {
        let pattern: String = (0..1 + dice.roll(12)).map(|_| parts[dice.roll(parts.len())]).collect();
        let text: String = (0..dice.roll(8)).map(|_| ["a", "b", "é", " ", "\n"][dice.roll(5)]).collect();
        match Regex::new(points(&pattern), false, 0, &mut Vec::new()) {
            Ok(regex) => {
                fine += 1;
                let mut matcher = Matcher::new(&regex, Goal::Search, 0);
                let mut steps = 20_000;
                while matcher.run(&regex, Text::new(text.as_bytes(), true), &mut steps) == Status::Matched {
                    assert!(
                        matcher.start() <= matcher.end() && matcher.end() <= text.len(),
                        "{pattern} in {text}"
                    );
                    assert!(text.is_char_boundary(matcher.start()) && text.is_char_boundary(matcher.end()));
                    matcher.go_on();
                }
            }
            Err(error) => {
                refused += 1;
                let PatternError::Pattern(message, position) = &error else { continue };
                let length = pattern.chars().count();
                assert!(
                    !message.is_empty() && position.is_none_or(|at| at <= length),
                    "{pattern}: {error:?}"
                );
            }
        }
    }
    assert!(fine > 1000 && refused > 1000, "{fine} fine, {refused} refused");
}

#[test]
fn places_are_counted_in_characters() {
    let text = Text::new("aé😀b".as_bytes(), true);
    let places: Vec<usize> = (0..6).map(|index| text.offset(index)).collect();
    assert_eq!(places, [0, 1, 3, 7, 8, 8]);
    assert_eq!([0, 1, 3, 7, 8].map(|at| text.count(at)), [0, 1, 2, 3, 4]);
    assert_eq!([1, 3, 7, 8].map(|at| text.before(at)), [Some(0), Some(1), Some(3), Some(7)]);
    assert_eq!((text.before(0), text.next(8), text.next(3)), (None, None, Some((0x1f600, 7))));
}

/// Sets look for letters with a case only among these.
#[test]
fn whatever_has_a_case_is_lower_upper_or_title() {
    let of_a_kind = |c| unicode::LOWER.has(c) || unicode::UPPER.has(c) || unicode::TITLE.has(c);
    let is_new = |c: char| !unicode::ALPHA.has(c) && !of_a_kind(c) && !unicode::PRINTABLE.has(c);
    let missed: Vec<char> = ('\u{80}'..=char::MAX)
        .filter(|&c| unicode::case::is_cased(c.into()) && !of_a_kind(c) && !is_new(c))
        .collect();
    assert!(missed.is_empty(), "{missed:?}");
    let low: Vec<u32> = unicode::within(&unicode::UPPER, 0xc0, 0x101).collect();
    assert_eq!(low.first(), Some(&0xc0));
    assert_eq!(low.last(), Some(&0x100));
    assert!(!low.contains(&0xd7), "the sign × is no letter");
}
