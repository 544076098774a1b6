//! An exception as the interpreter prints it: causes, contexts, the frames it left, its last line and notes.
//!
//! Frames of the library are left out. Absent: the trees of exception groups' members.

use super::Vm;
use crate::heap::object::TraceEntry;
use crate::names;
use crate::value::Value;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// Lines of equal frames shown before the rest is only counted.
const REPEATS_SHOWN: usize = 3;

impl Vm {
    /// What is printed for an uncaught exception; every string ends with a line end.
    pub fn format_exception(&mut self, exc: Value) -> Vec<String> {
        let mut chain = vec![(exc, "")];
        let mut seen = vec![exc];
        let mut at = exc;
        while let Some(e) = self.exception_of(at) {
            let (next, link) = match (e.cause, e.context) {
                (Value::Obj(_), _) => (e.cause, CAUSE),
                (_, Value::Obj(_)) if !e.suppress_context => (e.context, CONTEXT),
                _ => break,
            };
            if seen.iter().any(|s| s.is(next)) {
                break;
            }
            seen.push(next);
            chain.push((next, link));
            at = next;
        }
        let mut lines = Vec::new();
        while let Some((exc, link)) = chain.pop() {
            self.format_one(exc, &mut lines);
            if !link.is_empty() {
                lines.push(link.to_owned());
            }
        }
        lines
    }

    fn format_one(&mut self, exc: Value, lines: &mut Vec<String>) {
        let entries: Vec<TraceEntry> =
            self.exception_of(exc).map_or_else(Vec::new, |e| e.traceback.iter().rev().copied().collect());
        let frames: Vec<String> = entries
            .into_iter()
            .filter(|entry| !self.code(entry.code).library)
            .map(|entry| self.format_entry(entry))
            .collect();
        if !frames.is_empty() {
            lines.push("Traceback (most recent call last):\n".to_owned());
            push_frames(frames, lines);
        }
        self.format_last(exc, lines);
    }

    fn format_entry(&self, entry: TraceEntry) -> String {
        let code = self.code(entry.code);
        let position = code.position(entry.ip);
        let file = self.text(code.file_name);
        let mut text = format!("  File \"{file}\", line {}, in {}\n", position.line, self.text(code.name));
        let source =
            self.sources.get(file).and_then(|s| s.lines().nth((position.line as usize).checked_sub(1)?));
        if let Some(line) = source.filter(|line| !line.trim().is_empty()) {
            let shown = line.trim();
            text.push_str(&format!("    {shown}\n"));
            let indent = line.chars().take_while(|c| c.is_whitespace()).count() as u32;
            let length = shown.chars().count() as u32;
            let end = if position.end_line == position.line { position.end_column } else { indent + length };
            let (start, end) =
                (position.column.saturating_sub(indent), end.saturating_sub(indent).min(length));
            // A range that is the whole line says nothing.
            if start < end && (start, end) != (0, length) {
                let (start, end) = (start as usize, end as usize);
                text.push_str(&format!("    {}{}\n", " ".repeat(start), "^".repeat(end - start)));
            }
        }
        text
    }

    /// Class and message, and notes.
    fn format_last(&mut self, exc: Value, lines: &mut Vec<String>) {
        let class = self.class_of(exc);
        let module =
            self.class_attr(class, names::MODULE).and_then(|m| self.str_of(m)).unwrap_or("").to_owned();
        let name = self.class(class).and_then(|c| self.str_of(c.qualname)).unwrap_or("?").to_owned();
        let name = match module.as_str() {
            "" | "builtins" | "__main__" => name,
            module => format!("{module}.{name}"),
        };
        let message = self.exception_text(exc);
        lines.push(if message.is_empty() { format!("{name}\n") } else { format!("{name}: {message}\n") });
        let notes = self.object(exc).and_then(|o| o.dict).and_then(|d| self.dict_get_str(d, names::NOTES));
        for note in notes.and_then(|notes| self.list_of(notes)).cloned().unwrap_or_default() {
            if let Some(note) = self.str_of(note) {
                lines.extend(note.lines().map(|line| format!("{line}\n")));
            }
        }
    }

    /// `str(exc)`, as far as it is known without running Python.
    fn exception_text(&mut self, exc: Value) -> String {
        let args = self.exception_of(exc).and_then(|e| self.tuple_of(e.args)).unwrap_or(&[]).to_vec();
        let is_key_error = self.is_instance(exc, crate::types::KEY_ERROR);
        match args.as_slice() {
            [] => String::new(),
            [one] if !is_key_error && self.str_of(*one).is_some() => {
                self.str_of(*one).unwrap_or("").to_owned()
            }
            [one] => self.repr_native(*one).unwrap_or_default(),
            _ => {
                let tuple = self.tuple(args);
                self.repr_native(tuple).unwrap_or_default()
            }
        }
    }
}

/// Equal frames in a row are shown three times and then counted, as a deep recursion is.
fn push_frames(frames: Vec<String>, lines: &mut Vec<String>) {
    let mut rest = frames.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|frame| *frame == first).count();
        lines.extend(rest.iter().take(count.min(REPEATS_SHOWN)).cloned());
        if count > REPEATS_SHOWN {
            let more = count - REPEATS_SHOWN;
            let s = if more == 1 { "" } else { "s" };
            lines.push(format!("  [Previous line repeated {more} more time{s}]\n"));
        }
        rest = rest.get(count..).unwrap_or(&[]);
    }
}
