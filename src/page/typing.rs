//! What is typed into the console: whether it is complete, what Tab adds to it, and the lines that were sent before.
//!
//! Complete is what Python's own console would run: nothing is open, and a compound statement ends with an empty line.
//! Deliberately absent: whether it is Python at all; whoever runs it is told.

/// Lines that the history keeps, and bytes of each.
const MOST: usize = 200;
const MOST_BYTES: usize = 4_000;

/// What the statements begin with that may have others in the same line.
const COMPOUND: [&str; 8] = ["async", "class", "def", "for", "if", "try", "while", "with"];

/// What Enter adds to the text before the cursor: a line's end with the next line's indentation; nothing where the text can be run.
pub fn continuation(text: &str) -> Option<String> {
    let scan = Scan::of(text);
    let last = text.rsplit('\n').next().unwrap_or_default();
    let opens = scan.opens();
    let is_open =
        scan.in_string || scan.depth > 0 || scan.last == Some('\\') || opens || last.starts_with('@');
    if !is_open && (!scan.in_block || last.trim().is_empty()) {
        return None;
    }
    let indent: String = last.chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
    let more = if opens { "    " } else { "" };
    Some(format!("\n{indent}{more}"))
}

/// What of Python's marks is open at the end of a text.
#[derive(Default)]
struct Scan {
    depth: usize,
    /// In a triple-quoted string.
    in_string: bool,
    /// It begins with a compound statement, or a line has ended with a block's colon.
    in_block: bool,
    /// The last character that is neither space nor in a comment or a string.
    last: Option<char>,
}

impl Scan {
    fn of(text: &str) -> Scan {
        let is_end = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric();
        let word = text.split(is_end).next().unwrap_or_default();
        let mut scan = Scan { in_block: COMPOUND.contains(&word), ..Scan::default() };
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            match c {
                '#' => {
                    if rest.by_ref().any(|c| c == '\n') {
                        scan.in_block |= scan.opens();
                    }
                    continue;
                }
                '\n' => scan.in_block |= scan.opens(),
                '\'' | '"' => {
                    let after = rest.as_str();
                    let is_triple = after.chars().take(2).filter(|next| *next == c).count() == 2;
                    if is_triple {
                        rest.nth(1);
                    }
                    if !scan.pass_string(&mut rest, c, is_triple) {
                        return scan;
                    }
                }
                '(' | '[' | '{' => scan.depth += 1,
                ')' | ']' | '}' => scan.depth = scan.depth.saturating_sub(1),
                _ => {}
            }
            if !c.is_whitespace() {
                scan.last = Some(c);
            }
        }
        scan
    }

    /// A block's colon was the last.
    fn opens(&self) -> bool {
        self.last == Some(':') && self.depth == 0 && !self.in_string
    }

    /// Goes past a string. False when it is open at the end; one with single quotes ends with its line at the latest.
    fn pass_string(&mut self, rest: &mut std::str::Chars, quote: char, is_triple: bool) -> bool {
        let mut in_row = 0;
        while let Some(c) = rest.next() {
            in_row = if c == quote { in_row + 1 } else { 0 };
            match c {
                '\\' => {
                    rest.next();
                }
                '\n' if !is_triple => return true,
                _ if in_row == if is_triple { 3 } else { 1 } => return true,
                _ => {}
            }
        }
        self.in_string = is_triple;
        !is_triple
    }
}

/// There is something before the cursor that Tab could complete.
pub fn can_complete(before: &str) -> bool {
    before.ends_with(|c: char| is_in_name(c) || c == '.')
}

/// Beyond ASCII all is taken for letters: the worker knows which are, and the page needs no tables.
fn is_in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii()
}

/// What all names go on with, behind what of them is already there.
pub fn completion(before: &str, names: &[String]) -> String {
    let typed = before.rsplit(|c: char| !is_in_name(c)).next().unwrap_or_default();
    let Some((first, others)) = names.split_first() else { return String::new() };
    let same = |other: &String| first.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let most = first.chars().count();
    let length = others.iter().map(same).fold(most, usize::min);
    first.chars().take(length).skip(typed.chars().count()).collect()
}

/// The texts that were sent, the latest last.
#[derive(Debug, Default)]
pub struct History {
    texts: Vec<String>,
}

impl History {
    pub fn of(texts: Vec<String>) -> History {
        History { texts }
    }

    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    /// Adds a text; false when it is the last one once more, or too long to be kept.
    pub fn add(&mut self, text: &str) -> bool {
        let text = text.trim_end();
        if text.len() > MOST_BYTES || self.texts.last().is_some_and(|last| last == text) {
            return false;
        }
        self.texts.push(text.to_owned());
        if self.texts.len() > MOST {
            self.texts.remove(0);
        }
        true
    }

    /// The text so many steps back.
    pub fn back(&self, steps: usize) -> Option<&str> {
        self.texts.len().checked_sub(steps).and_then(|at| self.texts.get(at)).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_complete_is_run() {
        let complete = [
            "1 + 1",
            "x = {\n  1: 2}",
            "forty = 1",
            "for x in y: print(x)\n",
            "'it\\'s # no comment'",
            "'open",
            "print(':')",
            "x = '''a\n  b:\n'''",
            "",
        ];
        for text in complete {
            assert_eq!(continuation(text), None, "{text:?}");
        }
        assert_eq!(continuation("def f():\n    return 1\n"), None);
    }

    #[test]
    fn what_is_open_goes_on_in_the_next_line_with_its_indentation() {
        for (text, adds) in [
            ("def f():", "\n    "),
            ("for x in y: print(x)", "\n"),
            ("if x: pass\nelse: print(1)", "\n"),
            ("async def f(): return 1", "\n"),
            ("def f():  # why", "\n    "),
            ("def f():\n    if x:", "\n        "),
            ("def f():\n    return 1", "\n    "),
            ("print(", "\n"),
            ("x = [1,", "\n"),
            ("x = \"\"\"a", "\n"),
            ("x = '''it\\'''", "\n"),
            ("1 + \\", "\n"),
            ("d = {'a':", "\n"),
            ("@decorated", "\n"),
        ] {
            assert_eq!(continuation(text).as_deref(), Some(adds), "{text:?}");
        }
    }

    #[test]
    fn tab_adds_what_all_names_go_on_with() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(completion("asyncio.sl", &names(&["sleep"])), "eep");
        assert_eq!(completion("x.re", &names(&["remove", "removeall"])), "move");
        assert_eq!(completion("x.", &names(&["append", "clear"])), "");
        assert_eq!(completion("x.é", &names(&["été"])), "té");
        assert_eq!(completion("x", &[]), "");
        assert!(can_complete("x.") && can_complete("await x") && !can_complete("x ") && !can_complete(""));
    }

    #[test]
    fn the_history_keeps_the_latest_texts_and_none_twice_in_a_row() {
        let mut history = History::default();
        assert!(history.add("a") && !history.add("a\n") && history.add("b"));
        assert!(!history.add(&"x".repeat(MOST_BYTES + 1)));
        assert_eq!([history.back(1), history.back(2), history.back(3)], [Some("b"), Some("a"), None]);
        assert_eq!(history.back(0), None);
        for n in 0..MOST {
            history.add(&n.to_string());
        }
        assert_eq!((history.texts().len(), history.texts()[0].as_str()), (MOST, "0"));
    }
}
