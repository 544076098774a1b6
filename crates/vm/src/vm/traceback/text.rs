//! Blocks of text: taking a common indentation away, putting one in front, and their width on a screen.
//!
//! What Python's `textwrap.dedent` and `textwrap.indent` do, since the layout of a traceback is defined by them.

use crate::builtins::unicode::WIDE;

/// `text` without the indentation that all of its lines have; lines of blanks alone become empty and do not count.
pub fn dedent(text: &str) -> String {
    let is_blank = |c| matches!(c, ' ' | '\t');
    let mut margin: Option<&str> = None;
    for line in text.split('\n') {
        let rest = line.trim_start_matches(is_blank);
        if rest.is_empty() {
            continue;
        }
        let own = &line[..line.len() - rest.len()];
        margin = Some(match margin {
            None => own,
            Some(margin) => common(margin, own),
        });
    }
    let margin = margin.unwrap_or("");
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| match line.trim_start_matches(is_blank).is_empty() {
            true => "",
            false => line.strip_prefix(margin).unwrap_or(line),
        })
        .collect();
    lines.join("\n")
}

fn common<'t>(a: &'t str, b: &str) -> &'t str {
    let length = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    &a[..length]
}

/// `text` with `margin` before each of its lines, empty ones too.
pub fn indent(text: &str, margin: &str) -> String {
    text.split_inclusive('\n').flat_map(|line| [margin, line]).collect()
}

/// Columns that the first `count` characters take on a screen: East Asian wide ones take two.
pub fn display_width(line: &[char], count: usize) -> usize {
    if line.iter().all(char::is_ascii) {
        return count;
    }
    line.iter().take(count).map(|&c| if WIDE.has(c) { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_indentation_goes_and_blank_lines_do_not_count() {
        assert_eq!(dedent("    a\n  \n      b\n"), "a\n\n  b\n");
        assert_eq!(dedent("\ta\n  b"), "\ta\n  b");
        assert_eq!(indent("a\n\nb\n", "| "), "| a\n| \n| b\n");
    }

    #[test]
    fn wide_characters_take_two_columns() {
        let line: Vec<char> = "日本x✅".chars().collect();
        assert_eq!(display_width(&line, 4), 7);
        assert_eq!(display_width(&line, 1), 2);
    }
}
