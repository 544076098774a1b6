//! The outcomes of many runs in words: how often each came, what sets it apart, how to see it again.
//!
//! The most frequent comes first. Deliberately absent: the whole output of a run, which the command that is shown prints.

use std::fmt::Write;

use loopthread_session::protocol::{End, Group, RunOutcome};

use crate::arguments::{Explore, Run};

/// So many outcomes are told one by one.
const TOLD: usize = 20;

/// So many characters of a line are shown.
const WIDTH: usize = 100;

/// What is printed when all runs are over.
pub fn text(groups: &[Group], asked: &Explore) -> String {
    let (first, last) = (asked.run.seed, asked.run.seed.saturating_add(asked.runs - 1));
    let seeds = if first == last { format!("seed {first}") } else { format!("seeds {first} to {last}") };
    let mut text = format!("{} of {}, {seeds}: ", count(asked.runs, "run"), asked.run.file);
    text += &match groups.len() {
        1 => "always the same outcome\n".to_owned(),
        several => format!("{several} different outcomes\n"),
    };
    let width = groups.first().map_or(0, |group| group.count.to_string().len());
    for (at, group) in groups.iter().take(TOLD).enumerate() {
        let other = groups.get(usize::from(at == 0)).filter(|_| groups.len() > 1);
        let times = if group.count == 1 { "time, " } else { "times," };
        let _ = write!(text, "\n{:width$} {times} first with seed {}\n", group.count, group.seed);
        for line in described(group, other) {
            let _ = writeln!(text, "    {line}");
        }
        let _ = writeln!(text, "    {}", again(group, &asked.run));
    }
    if groups.len() > TOLD {
        let runs = groups[TOLD..].iter().map(|group| group.count).sum();
        let _ = write!(
            text,
            "\nand {} more, of {}\n",
            count((groups.len() - TOLD) as u64, "outcome"),
            count(runs, "run")
        );
    }
    text
}

/// What sets a group apart from another one.
fn described(group: &Group, other: Option<&Group>) -> Vec<String> {
    let outcome = &group.outcome;
    let mut lines = match &outcome.end {
        End::Exit(0) => Vec::new(),
        End::Exit(code) => {
            let error = last_line(&outcome.stderr);
            let words = error.map_or_else(String::new, |line| format!(": {}", cut(line)));
            let line = format!("exit code {code}{words}");
            let alike = other.map(|other| &other.outcome);
            let alike = alike.filter(|it| it.end == outcome.end && last_line(&it.stderr) == error);
            let differs = alike.map(|other| difference_of(outcome, other));
            return std::iter::once(line).chain(differs).collect();
        }
        End::Deadlock => {
            let mut lines = vec!["deadlock: every thread waits, and nothing will ever wake one".to_owned()];
            lines.extend(group.waits.iter().map(|wait| format!("  {wait}")));
            return lines;
        }
        End::TimeLimit => vec!["does not end within the time limit".to_owned()],
        End::MemoryLimit => vec!["reaches the memory limit".to_owned()],
        End::Broken(message) => return vec![cut(message)],
    };
    lines.push(printed(outcome, other.map(|group| &group.outcome)));
    lines
}

/// What a run prints that ended well: what another outcome does not have there, or the last of it.
fn printed(outcome: &RunOutcome, other: Option<&RunOutcome>) -> String {
    if let Some(other) = other {
        return difference_of(outcome, other);
    }
    match (last_line(&outcome.stderr), last_line(&outcome.stdout)) {
        (Some(line), _) => format!("the last line of its errors: {}", cut(line)),
        (None, Some(line)) => format!("the last line of its output: {}", cut(line)),
        (None, None) => "prints nothing".to_owned(),
    }
}

/// The first line of the output that another outcome does not print there; else what differs in its errors.
fn difference_of(outcome: &RunOutcome, other: &RunOutcome) -> String {
    if outcome.stdout != other.stdout {
        return difference(&outcome.stdout, &other.stdout);
    }
    if outcome.stderr == other.stderr {
        let beyond = outcome.dropped != other.dropped;
        return if beyond { "differs in what is too far down to be kept" } else { "the same output" }
            .to_owned();
    }
    match (last_line(&outcome.stderr), last_line(&other.stderr)) {
        (None, _) => "the same output, and no errors".to_owned(),
        (Some(line), last) if last != Some(line) => format!("the last line of its errors: {}", cut(line)),
        _ => format!("in its errors {}", difference(&outcome.stderr, &other.stderr)),
    }
}

fn difference(mine: &str, other: &str) -> String {
    let (mut mine, mut other) = (mine.lines(), other.lines());
    let mut number = 1;
    loop {
        match (mine.next(), other.next()) {
            (Some(line), also) if also != Some(line) => return format!("line {number}: {}", cut(line)),
            (None, None) => return "the same lines, with another line end".to_owned(),
            (None, _) if number == 1 => return "prints nothing".to_owned(),
            (None, _) => return format!("no line {number}: the output ends before"),
            _ => number += 1,
        }
    }
}

/// The command that shows an outcome again.
fn again(group: &Group, run: &Run) -> String {
    let mut command = format!("loopthread run {} --clock instant --seed {}", quoted(&run.file), group.seed);
    if run.dev {
        command += " -X dev";
    }
    if let (End::TimeLimit, Some(ms)) = (&group.outcome.end, run.time_ms) {
        let _ = write!(command, " --time-limit {}", ms as f64 / 1e3);
    }
    if let Some(bytes) = run.memory_bytes {
        let _ = write!(command, " --memory-limit {}", bytes as f64 / (1024.0 * 1024.0));
    }
    for folder in &run.modules {
        let _ = write!(command, " --modules {}", quoted(folder));
    }
    command
}

/// A word of a command as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,=:@%".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

fn last_line(text: &str) -> Option<&str> {
    text.lines().rev().find(|line| !line.trim().is_empty())
}

fn cut(line: &str) -> String {
    match line.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// `1 run`, `2 runs`.
fn count(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_differs_is_named() {
        assert_eq!(difference("a\nb\n", "a\nc\n"), "line 2: b");
        assert_eq!(difference("a\nb\n", "a\n"), "line 2: b");
        assert_eq!(difference("a\n", "a\nb\n"), "no line 2: the output ends before");
        assert_eq!(difference("", "a\n"), "prints nothing");
        assert_eq!(difference("a", "a\n"), "the same lines, with another line end");
    }

    #[test]
    fn a_file_with_a_blank_in_its_name_is_quoted() {
        assert_eq!(quoted("my race.py"), "'my race.py'");
        assert_eq!(quoted("it's.py"), "'it'\\''s.py'");
        assert_eq!(quoted("a/b_1.py"), "a/b_1.py");
    }
}
