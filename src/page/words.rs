//! Times, states and limits in the page's words.

use loopthread_protocol::{Limit, Nanos, Paused, State, Status, Wait, WaitKind};

/// The text of the status: the state's name, or who keeps a process whose main thread has ended.
pub fn status(status: &Status) -> String {
    match &status.state {
        State::Running | State::Waiting if status.main_ended && status.alive > 0 => {
            format!("main finished, {} alive", count(u64::from(status.alive), "thread"))
        }
        State::Running | State::Waiting if status.asking => {
            format!("{} for input", state_name(&State::Waiting))
        }
        State::Paused(Paused { line: Some(line), .. }) => format!("paused at line {line}"),
        // What a shell says of a program that Ctrl+C has ended.
        State::Failed { exit_code: INTERRUPTED } => "interrupted".to_owned(),
        // 1 is what every uncaught exception ends with; any other code was chosen by the program.
        State::Failed { exit_code } if *exit_code != 1 => format!("failed, exit code {exit_code}"),
        state => state_name(state).to_owned(),
    }
}

/// The exit code of a program that an uncaught KeyboardInterrupt ends.
const INTERRUPTED: i32 = 130;

/// The state's name, for `data-state`.
pub fn state_name(state: &State) -> &'static str {
    match state {
        State::Idle => "idle",
        State::Running => "running",
        State::Waiting => "waiting",
        State::Paused(_) => "paused",
        State::Finished => "finished",
        State::Stopped { .. } => "stopped",
        State::Failed { .. } => "failed",
    }
}

/// What stands in the place of the output while there is none.
pub fn nothing_printed(state: &State) -> &'static str {
    match state {
        State::Idle => "What the program prints appears here. Press Run.",
        State::Running | State::Waiting | State::Paused(_) => "Nothing is printed so far.",
        State::Finished | State::Stopped { .. } | State::Failed { .. } => "Nothing was printed.",
    }
}

/// What a thread is blocked in.
pub fn blocked_in(wait: &Wait) -> String {
    match wait.kind {
        WaitKind::Thread(_) => format!("join of {}", wait.text),
        _ => wait.text.clone(),
    }
}

/// A name without what tells a learner nothing: `Thread-1 (_do_shutdown)` and `AsyncioThread._shut_down` are `Thread-1` and `shut down`, and
/// a function in another is the inner one, but for the library's helpers. None of the learner's own begin with an underscore, as a rule.
pub fn plain(name: &str) -> String {
    if let Some(plain) = before(name, " (_") {
        return plain.to_owned();
    }
    let call = match (before(name, ".<locals>"), name.rsplit('.').next()) {
        (Some(outer), Some(inner)) if inner.starts_with('_') || inner == "callback()" => outer,
        (Some(_), Some(inner)) => inner,
        _ => name,
    };
    match call.rsplit('.').next() {
        Some(last) if last.starts_with('_') && !last.starts_with("__") => {
            last.trim_matches(['_', '(', ')']).replace('_', " ")
        }
        _ => call.to_owned(),
    }
}

/// A callback likewise: its function, what it is called with and where it stands.
pub fn callback(text: &str) -> String {
    let Some((name, rest)) = text.split_once('(') else { return plain(text) };
    let name = plain(&format!("{name}()"));
    match name.strip_suffix("()") {
        Some(function) => format!("{function}({rest}"),
        None => name,
    }
}

/// What of a name stands before the first such mark, if the mark is in it. The standard library's search is made for long
/// texts, and is 2 KB of code.
pub fn before<'a>(name: &'a str, mark: &str) -> Option<&'a str> {
    name.char_indices()
        .map(|(at, _)| name.split_at(at))
        .find(|(_, rest)| rest.starts_with(mark))
        .map(|(name, _)| name)
}

/// The parts, with `between` between them.
pub fn joined(parts: &[String], between: &str) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text += between;
        }
        text += part;
    }
    text
}

/// What is said of a program that waits for good, with a sentence for each who waits.
pub fn stuck(waits: &[String]) -> String {
    const NAMED: usize = 12;
    let mut text = "Every thread waits, and nothing in the program will ever wake one.".to_owned();
    for wait in waits.iter().take(NAMED) {
        text += &format!("\n{wait}");
    }
    if waits.len() > NAMED {
        text += &format!("\n… and {} more.", waits.len() - NAMED);
    }
    text + "\nStop ends it; the console can still call into its loops."
}

/// What is said when the console is asked something after a halt.
pub const FRESH: &str = "The stopped program is gone, and its names with it: the console works in a fresh process. \
                         Run starts the program again.";

/// What is said when the worker lacks a part of itself.
pub fn unfetched(file: &str) -> String {
    format!(
        "A part of the interpreter ({file}) could not be fetched, so what ran has ended. Code and output are kept. Check the \
         connection and press Run again; should that not help, reload the page."
    )
}

pub fn limit(limit: Limit) -> &'static str {
    match limit {
        Limit::Time => "The run reached its time limit and was stopped.",
        Limit::Memory => "The run reached its memory limit and was stopped.",
    }
}

/// `1 thread`, `2 threads`.
pub fn count(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// Seconds with milliseconds, as beside a line of output.
pub fn seconds(at: Nanos) -> String {
    let ms = (at / 500_000).div_ceil(2);
    format!("{}.{:03}", ms / 1000, ms % 1000)
}

/// A length of time in the unit that suits it.
pub fn span(nanos: Nanos) -> String {
    let (unit, name) = match nanos {
        0..1_000 => return format!("{nanos} ns"),
        1_000..1_000_000 => (1_000, "µs"),
        1_000_000..1_000_000_000 => (1_000_000, "ms"),
        _ => (1_000_000_000, "s"),
    };
    // In whole numbers: formatting floating point would be a tenth of the page's download.
    let parts = if nanos < 10 * unit { 100 } else { 10 };
    let part = (nanos % unit * parts + unit / 2) / unit;
    let whole = nanos / unit + part / parts;
    if whole == 1000 && name != "s" {
        return span(1000 * unit);
    }
    let text = match part % parts {
        0 => return format!("{whole} {name}"),
        part if parts == 100 => format!("{whole}.{part:02}"),
        part => format!("{whole}.{part}"),
    };
    format!("{} {name}", text.trim_end_matches('0'))
}

/// At most so many characters of a text, and how many were left out.
pub fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => {
            let (kept, rest) = text.split_at(end);
            format!("{kept}… {} more characters", rest.chars().count())
        }
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_names_who_keeps_the_process_alive() {
        let mut now = Status { state: State::Waiting, main_ended: true, alive: 1, asking: false };
        assert_eq!(status(&now), "main finished, 1 thread alive");
        now.alive = 2;
        assert_eq!(status(&now), "main finished, 2 threads alive");
        now.main_ended = false;
        assert_eq!(status(&now), "waiting");
        now = Status { state: State::Finished, main_ended: true, alive: 0, asking: false };
        assert_eq!(status(&now), "finished");
    }

    #[test]
    fn an_exit_code_that_the_program_chose_is_told() {
        let ended = |exit_code| Status {
            state: State::Failed { exit_code },
            main_ended: true,
            alive: 0,
            asking: false,
        };
        assert_eq!(status(&ended(3)), "failed, exit code 3");
        assert_eq!(status(&ended(130)), "interrupted");
        assert_eq!(status(&ended(1)), "failed");
    }

    #[test]
    fn the_librarys_inner_names_are_told_as_words() {
        let told = [
            "tick()",
            "AsyncioThread._shut_down()",
            "AsyncioThread.__enter__",
            "_chain_future.<locals>._set_state()",
            "run_coroutine_threadsafe.<locals>.callback()",
            "main.<locals>.work()",
            "Thread-1 (_do_shutdown)",
            "my_thread",
        ];
        let words = [
            "tick()",
            "shut down",
            "AsyncioThread.__enter__",
            "chain future",
            "run_coroutine_threadsafe",
            "work()",
            "Thread-1",
            "my_thread",
        ];
        assert_eq!(told.map(plain), words);
    }

    #[test]
    fn a_callback_is_told_with_what_it_is_called_with_if_it_is_the_learners() {
        let told = [
            "print('a.b')",
            "main.<locals>.tick(<Task pending name='a' at main.py:3>) at main.py:7",
            "_wait.<locals>._on_completion(<Task finished name='a'>) at asyncio/tasks.py:165",
            "Timeout._on_timeout() at asyncio/timeouts.py:92",
            "Task.task_wakeup()",
        ];
        let words = [
            "print('a.b')",
            "tick(<Task pending name='a' at main.py:3>) at main.py:7",
            "wait",
            "on timeout",
            "Task.task_wakeup()",
        ];
        assert_eq!(told.map(callback), words);
    }

    #[test]
    fn a_long_list_of_waits_is_bounded() {
        let waits: Vec<String> = (0..100).map(|n| format!("{n} waits.")).collect();
        let told = stuck(&waits);
        assert_eq!(told.lines().count(), 1 + 12 + 2);
        assert!(told.contains("… and 88 more."));
    }

    #[test]
    fn seconds_are_rounded_to_milliseconds() {
        let told = [0, 499_999, 500_000, 1_500_000_000, 61_000_999_999].map(seconds);
        assert_eq!(told, ["0.000", "0.000", "0.001", "1.500", "61.001"]);
    }

    #[test]
    fn a_span_is_told_in_its_own_unit() {
        let told = [0, 999, 1_500, 20_000_000, 500_000_000, 1_000_000_000, 61_300_000_000].map(span);
        assert_eq!(told, ["0 ns", "999 ns", "1.5 µs", "20 ms", "500 ms", "1 s", "61.3 s"]);
        let told = [1_049_999, 1_996_000, 9_999_999, 99_960_000, 999_999_000, 7_050_000_000].map(span);
        assert_eq!(told, ["1.05 ms", "2 ms", "10 ms", "100 ms", "1 s", "7.05 s"]);
    }

    #[test]
    fn a_cut_text_says_how_much_is_missing() {
        assert_eq!(cut("héllo", 5), "héllo");
        assert_eq!(cut("héllo", 2), "hé… 3 more characters");
    }
}
