//! The outcomes of many schedules in words: how a run ended, and which line of what it printed sets it apart.

use loopthread_protocol::{End, Group, RunOutcome};

use super::words;

/// Characters of a line that are shown.
const CHARS: usize = 120;

/// How the runs of a group ended.
pub fn end(group: &Group) -> String {
    let stderr = &group.outcome.stderr;
    match &group.outcome.end {
        End::Exit(0) => "ends well".to_owned(),
        End::Exit(code) => match stderr.lines().last() {
            Some(error) => words::cut(error, CHARS),
            None => format!("exit code {code}"),
        },
        End::Deadlock => format!("deadlock: {}", words::joined(&group.waits, "; ")),
        End::TimeLimit => "does not end in a minute of its own time".to_owned(),
        End::MemoryLimit => "uses up the memory".to_owned(),
        End::Broken(message) => words::cut(message, CHARS),
    }
}

/// The first line that the most frequent outcome does not have there; of that one itself, the first that the next does not.
pub fn difference(groups: &[Group], at: usize) -> String {
    let other = groups.get(usize::from(at == 0)).map(|group| &group.outcome);
    let Some(mine) = groups.get(at).map(|group| &group.outcome) else { return String::new() };
    let Some(other) = other else { return last(mine) };
    let (mut lines, mut others) = (mine.stdout.lines(), other.stdout.lines());
    for number in 1.. {
        match (lines.next(), others.next()) {
            (Some(line), also) if also != Some(line) => {
                return format!("line {number}: {}", words::cut(line, CHARS));
            }
            (None, Some(_)) => return format!("no line {number}"),
            (None, None) => break,
            _ => {}
        }
    }
    if mine.stderr == other.stderr { last(mine) } else { "other errors".to_owned() }
}

fn last(outcome: &RunOutcome) -> String {
    match outcome.stdout.lines().last() {
        Some(line) => format!("its last line: {}", words::cut(line, CHARS)),
        None => "nothing".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(stdout: &str, stderr: &str, end: End) -> Group {
        let outcome = RunOutcome { stdout: stdout.into(), stderr: stderr.into(), dropped: 0, end };
        Group { outcome, count: 1, seed: 0, waits: vec![] }
    }

    #[test]
    fn an_outcome_is_told_by_the_line_that_sets_it_apart() {
        let groups = [
            group("a\nb\n", "", End::Exit(0)),
            group("a\nc\n", "", End::Exit(0)),
            group("a\n", "", End::Exit(0)),
            group("a\nb\n", "KeyError: 1\n", End::Exit(1)),
            group("a\nb\n", "", End::Deadlock),
        ];
        let told: Vec<String> = (0..groups.len()).map(|at| difference(&groups, at)).collect();
        assert_eq!(told, ["line 2: b", "line 2: c", "no line 2", "other errors", "its last line: b"]);
        assert_eq!(difference(&groups[..1], 0), "its last line: b");
        assert_eq!(difference(&[group("", "", End::Exit(0))], 0), "nothing");
    }

    #[test]
    fn an_end_is_told_with_its_reason() {
        assert_eq!(end(&group("", "Traceback …\nKeyError: 1\n", End::Exit(1))), "KeyError: 1");
        assert_eq!(end(&group("", "", End::Exit(3))), "exit code 3");
        let waits = vec!["A waits for B".to_owned(), "B waits for A".to_owned()];
        let stuck = Group { waits, ..group("", "", End::Deadlock) };
        assert_eq!(end(&stuck), "deadlock: A waits for B; B waits for A");
    }
}
