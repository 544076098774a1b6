//! The output log: what the program printed, and between it what the console asked and was told.
//!
//! One line of output is one [`Line`]: a print with `end=""` leaves its stream's line open and the next text of that
//! stream continues it, whichever thread writes it, as on a terminal. What the program printed is bounded; what
//! comes later is counted. What the page itself says is never dropped.

use std::{cmp::Ordering, rc::Rc};

use loopthread_protocol::{Nanos, OUTPUT_BYTES, OUTPUT_LINES, Output, Stream};

use crate::page::words;

/// Lines in one [`Log::chunks`] part.
pub const CHUNK: usize = 100;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub kind: Kind,
    pub text: String,
    /// When its first text was written.
    pub at: Nanos,
    /// The thread that wrote its first text; for the console's lines, the one that was asked.
    pub thread: Rc<str>,
    pub task: Option<Rc<str>>,
    /// The number of what the console was asked; 0 for other lines.
    pub ask: u32,
    /// Bytes that the program had printed before.
    before: usize,
}

/// Where a line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Stdout,
    Stderr,
    /// A line that the learner gave to `input()`.
    Stdin,
    /// What the learner asked in the console.
    Call,
    /// What came of it.
    Result,
    /// The traceback, or why it was refused.
    Error,
    /// The page's own words.
    Note,
}

impl Kind {
    /// The value of `data-stream`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Stdout => "stdout",
            Kind::Stderr => "stderr",
            Kind::Stdin => "stdin",
            Kind::Call => "call",
            Kind::Result => "result",
            Kind::Error => "error",
            Kind::Note => "note",
        }
    }
}

#[derive(Debug, Default)]
pub struct Log {
    lines: Vec<Line>,
    /// The line that stdout, and that stderr, would continue.
    open: [Option<usize>; 2],
    printed_lines: usize,
    printed_bytes: usize,
    dropped_lines: u64,
    dropped_bytes: u64,
    /// For each chunk, a number that changes when it does.
    versions: Vec<u32>,
    /// Counts over clearing, so that a version is never used again.
    version: u32,
}

impl Log {
    pub fn new() -> Log {
        Log::default()
    }

    /// All lines as a text: each with its time, thread and task, and where it comes from if that is not the program.
    pub fn transcript(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            text += &words::seconds(line.at);
            for part in [Some(&line.thread), line.task.as_ref()].into_iter().flatten() {
                text.push(' ');
                text += part;
            }
            if line.kind != Kind::Stdout {
                text += &format!(" [{}]", line.kind.name());
            }
            text += ": ";
            text += line.text.trim_end_matches('\n');
            text.push('\n');
        }
        if self.dropped_lines > 0 {
            text += &format!("… {} more\n", words::count(self.dropped_lines, "line"));
        }
        text
    }

    pub fn clear(&mut self) {
        *self = Log { version: self.version, ..Log::default() };
    }

    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many lines there were at a time, when so many bytes had been printed.
    pub fn lines_at(&self, at: Nanos, bytes: u64) -> usize {
        self.lines.partition_point(|line| match (line.before as u64).cmp(&bytes) {
            Ordering::Less => true,
            // The console's lines are no output.
            Ordering::Equal => line.at <= at && !matches!(line.kind, Kind::Stdout | Kind::Stderr),
            Ordering::Greater => false,
        })
    }

    /// The number of each chunk's version, in order. A chunk's lines are `lines()[i * CHUNK..]`, at most [`CHUNK`].
    pub fn chunks(&self) -> &[u32] {
        &self.versions
    }

    /// How many lines were not kept; a line cut short counts.
    pub fn lines_dropped(&self) -> u64 {
        self.dropped_lines.max(u64::from(self.dropped_bytes > 0))
    }

    /// Takes what the program wrote, as far as the bounds allow.
    pub fn write(&mut self, output: &Output, thread: Rc<str>, task: Option<Rc<str>>) {
        let (kind, stream) = match output.stream {
            Stream::Stdout => (Kind::Stdout, 0),
            Stream::Stderr => (Kind::Stderr, 1),
        };
        for piece in output.text.split_inclusive('\n') {
            let (text, ends) = match piece.strip_suffix('\n') {
                Some(text) => (text, true),
                None => (piece, false),
            };
            let fits = self.open[stream].is_some() || !self.full();
            let room = if fits { OUTPUT_BYTES.saturating_sub(self.printed_bytes) } else { 0 };
            let kept = head_that_fits(text, room);
            if !fits || kept.len() < text.len() {
                self.dropped(u64::from(ends), (piece.len() - kept.len()) as u64);
            }
            if !fits {
                continue;
            }
            let index = match self.open[stream] {
                Some(index) => index,
                None => {
                    self.printed_lines += 1;
                    let (thread, task) = (thread.clone(), task.clone());
                    self.push(Line {
                        kind,
                        text: String::new(),
                        at: output.at,
                        thread,
                        task,
                        ask: 0,
                        before: self.printed_bytes,
                    })
                }
            };
            self.printed_bytes += kept.len() + usize::from(ends);
            if let Some(line) = self.lines.get_mut(index) {
                line.text.push_str(kept);
            }
            self.touch(index);
            self.open[stream] = if ends { None } else { Some(index) };
        }
    }

    /// Counts output that was not kept, here or in the worker.
    pub fn dropped(&mut self, lines: u64, bytes: u64) {
        self.dropped_lines = self.dropped_lines.saturating_add(lines);
        self.dropped_bytes = self.dropped_bytes.saturating_add(bytes);
    }

    /// Adds a line that the program was given. As on a terminal, what was printed before it is a line that has ended.
    pub fn typed(&mut self, text: &str, at: Nanos) {
        self.open = [None, None];
        self.push(Line {
            kind: Kind::Stdin,
            text: text.to_owned(),
            at,
            thread: "".into(),
            task: None,
            ask: 0,
            before: self.printed_bytes,
        });
    }

    /// Adds the console's words, a line for each of the text's.
    pub fn say(&mut self, kind: Kind, text: &str, at: Nanos, thread: &str) {
        self.say_of(0, kind, text, at, thread);
    }

    /// The same, about what was asked with that number.
    pub fn say_of(&mut self, ask: u32, kind: Kind, text: &str, at: Nanos, thread: &str) {
        let thread: Rc<str> = thread.into();
        for text in text.lines() {
            self.push(Line {
                kind,
                text: text.to_owned(),
                at,
                thread: thread.clone(),
                task: None,
                ask,
                before: self.printed_bytes,
            });
        }
    }

    /// Adds the page's own words, at the time of the line before.
    pub fn note(&mut self, text: &str) {
        let at = self.lines.last().map_or(0, |line| line.at);
        self.say(Kind::Note, text, at, "");
    }

    fn full(&self) -> bool {
        self.printed_lines >= OUTPUT_LINES || self.printed_bytes >= OUTPUT_BYTES
    }

    fn push(&mut self, line: Line) -> usize {
        let index = self.lines.len();
        self.lines.push(line);
        self.touch(index);
        index
    }

    fn touch(&mut self, index: usize) {
        self.version += 1;
        let chunk = index / CHUNK;
        if self.versions.len() <= chunk {
            self.versions.resize(chunk + 1, 0);
        }
        if let Some(version) = self.versions.get_mut(chunk) {
            *version = self.version;
        }
    }
}

/// The longest head of the text that fits into so many bytes.
fn head_that_fits(text: &str, room: usize) -> &str {
    let end = (0..=room.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use loopthread_protocol::ThreadId;

    use super::*;

    fn print(log: &mut Log, stream: Stream, text: &str) {
        let output = Output { stream, text: text.into(), at: 5, thread: ThreadId(0), task: None };
        log.write(&output, "MainThread".into(), None);
    }

    fn texts(log: &Log) -> Vec<&str> {
        log.lines().iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn pieces_of_a_line_join_and_an_empty_line_is_a_line() {
        let mut log = Log::new();
        for text in ["a", "b", "\n", "\n", "c\nd", ""] {
            print(&mut log, Stream::Stdout, text);
        }
        assert_eq!(texts(&log), ["ab", "", "c", "d"]);
    }

    #[test]
    fn each_stream_continues_its_own_open_line() {
        let mut log = Log::new();
        print(&mut log, Stream::Stdout, "out ");
        print(&mut log, Stream::Stderr, "err ");
        print(&mut log, Stream::Stdout, "1\n");
        print(&mut log, Stream::Stderr, "2\n");
        assert_eq!(texts(&log), ["out 1", "err 2"]);
        assert_eq!(log.lines()[1].kind, Kind::Stderr);
    }

    #[test]
    fn lines_past_the_bound_are_counted_and_the_console_still_speaks() {
        let mut log = Log::new();
        for _ in 0..OUTPUT_LINES + 7 {
            print(&mut log, Stream::Stdout, "x\n");
        }
        log.dropped(3, 6);
        assert_eq!(log.lines().len(), OUTPUT_LINES);
        assert_eq!(log.lines_dropped(), 10);
        log.say(Kind::Result, "42", 5, "page");
        assert_eq!(log.lines().last().map(|line| line.text.as_str()), Some("42"));
    }

    #[test]
    fn one_endless_line_is_cut_between_characters_and_counts_as_dropped() {
        let mut log = Log::new();
        print(&mut log, Stream::Stdout, "x");
        for _ in 0..3 {
            print(&mut log, Stream::Stdout, &"é".repeat(OUTPUT_BYTES / 4));
        }
        assert_eq!(log.lines().len(), 1);
        assert_eq!(log.lines()[0].text.len(), OUTPUT_BYTES - 1);
        assert_eq!(log.lines_dropped(), 1);
        print(&mut log, Stream::Stdout, "\nmore\n");
        assert_eq!(log.lines().len(), 1);
    }

    #[test]
    fn a_chunk_that_changed_has_a_new_version_and_the_others_keep_theirs() {
        let mut log = Log::new();
        for _ in 0..CHUNK {
            print(&mut log, Stream::Stdout, "x\n");
        }
        let before = log.chunks().to_vec();
        print(&mut log, Stream::Stdout, "y");
        assert_eq!(log.chunks().len(), 2);
        assert_eq!(log.chunks()[0], before[0]);
        let open = log.chunks()[1];
        print(&mut log, Stream::Stdout, "z");
        assert_ne!(log.chunks()[1], open);
        log.clear();
        print(&mut log, Stream::Stdout, "again\n");
        assert!(!before.contains(&log.chunks()[0]));
    }
}
