//! From an exception object to a report: which exceptions belong to it, and what is known of each without running Python.
//!
//! Mirrors the order in which CPython's `TracebackException` takes in causes, contexts and members, which decides who shows an
//! exception that several have in common. What only Python can tell (`__str__`) is left to the frame that formats.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::entry::{Source, entry};
use super::report::{Node, Report};
use crate::code::{Op, Position};
use crate::heap::object::TraceEntry;
use crate::load::Code;
use crate::names;
use crate::syntax::{LineIndex, SyntaxDetails};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// Exceptions in one report: groups may share members, so that there could be any number.
const MAX_NODES: usize = 5_000;
/// Times an entry is shown before its repetitions are counted.
const REPEATED: usize = 3;

/// A report whose texts are still to be asked for.
#[derive(Clone, Debug)]
pub struct Draft {
    pub report: Report,
    /// The exception of each node.
    pub excs: Vec<Value>,
}

/// What of a traceback is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Causes and contexts too.
    pub chain: bool,
    /// The first so many entries, or the last if negative.
    pub limit: Option<i64>,
}

impl Wanted {
    pub const ALL: Wanted = Wanted { chain: true, limit: None };

    /// The entries within the limit.
    pub fn cut(self, entries: &[TraceEntry]) -> &[TraceEntry] {
        let size = |n: i64| usize::try_from(n).unwrap_or(usize::MAX).min(entries.len());
        match self.limit {
            None => entries,
            Some(limit) if limit >= 0 => &entries[..size(limit)],
            Some(limit) => &entries[entries.len() - size(limit.saturating_neg())..],
        }
    }
}

impl Draft {
    /// Takes in an exception and all that is shown with it.
    pub fn gather(vm: &Vm, exc: Value, wanted: Wanted) -> Draft {
        let mut draft = Draft { report: Report::default(), excs: Vec::new() };
        let mut seen = HashSet::default();
        let first = draft.add(vm, exc, wanted, &mut seen);
        let mut queue = vec![first];
        while let Some(at) = queue.pop() {
            let Some(e) = draft.excs.get(at).and_then(|&exc| vm.exception_of(exc)) else { continue };
            let (cause, context, suppressed) = (e.cause, e.context, e.suppress_context);
            let members = draft.excs.get(at).and_then(|&exc| vm.group_members(exc));
            let unseen = |seen: &HashSet<Id>, other: Value| other.id().is_some_and(|id| !seen.contains(&id));
            let cause = unseen(&seen, cause).then(|| draft.add(vm, cause, wanted, &mut seen));
            let shown = cause.is_none() && !suppressed && unseen(&seen, context);
            let context = shown.then(|| draft.add(vm, context, wanted, &mut seen));
            let full = draft.excs.len() + members.as_ref().map_or(0, Vec::len) > MAX_NODES;
            let members = members.filter(|_| !full).map(|members| {
                members.iter().map(|&m| draft.add(vm, m, wanted, &mut seen)).collect::<Vec<usize>>()
            });
            queue.extend(cause.into_iter().chain(context));
            queue.extend(members.iter().flatten());
            if let Some(node) = draft.report.nodes.get_mut(at) {
                (node.cause, node.context, node.members) = (cause, context, members);
            }
        }
        draft
    }

    fn add(&mut self, vm: &Vm, exc: Value, wanted: Wanted, seen: &mut HashSet<Id>) -> usize {
        seen.extend(exc.id());
        let class = vm.class_of(exc);
        let entries: Vec<TraceEntry> =
            vm.exception_of(exc).map_or_else(Vec::new, |e| e.traceback.iter().rev().copied().collect());
        let shown = wanted.cut(&entries);
        let node = Node {
            class: vm.shown_class_name(class),
            syntax: vm.is_subclass(class, types::SYNTAX_ERROR).then(|| vm.syntax_details(exc)),
            stack: (!shown.is_empty()).then(|| vm.format_entries(shown, true)),
            ..Node::default()
        };
        self.report.nodes.push(node);
        self.excs.push(exc);
        self.excs.len() - 1
    }
}

impl Vm {
    /// The texts of traceback entries, outermost first; frames of the library are left out and repetitions counted. `carets`:
    /// with columns, as for exceptions; a stack that goes on is shown without.
    pub fn format_entries(&self, entries: &[TraceEntry], carets: bool) -> Vec<String> {
        let mut out = Vec::new();
        let mut sources: HashMap<Id, Option<Source<'_>>> = HashMap::default();
        let mut last = None;
        let mut count = 0;
        for at in entries {
            let code = self.code(at.code);
            let position = position_of(code, at.ip);
            let key = (self.text(code.file_name), position.line, self.text(code.name), code.library);
            if last != Some(key) {
                out.extend(repetitions(count, last.is_some_and(|(.., library)| library)));
                (last, count) = (Some(key), 0);
            }
            count += 1;
            if count > REPEATED || code.library {
                continue;
            }
            let source = sources.entry(code.file_name).or_insert_with(|| {
                let text = self.sources.get(key.0)?;
                Some(Source { text, lines: LineIndex::new(text) })
            });
            let position = match carets {
                true => position,
                false => Position { line: position.line, ..Position::default() },
            };
            out.push(entry(key.0, key.2, position, source.as_ref()));
        }
        out.extend(repetitions(count, last.is_some_and(|(.., library)| library)));
        out
    }

    /// File name, line, function and source line of each entry; frames of the library are left out.
    pub fn summaries(&self, entries: &[TraceEntry]) -> Vec<(String, u32, String, String)> {
        let mut out = Vec::new();
        for at in entries {
            let code = self.code(at.code);
            if code.library {
                continue;
            }
            let (file, line) = (self.text(code.file_name), position_of(code, at.ip).line);
            let source =
                self.sources.get(file).and_then(|text| text.lines().nth((line as usize).checked_sub(1)?));
            let source = source.unwrap_or("").trim().to_owned();
            out.push((file.to_owned(), line, self.text(code.name).to_owned(), source));
        }
        out
    }

    /// A class as tracebacks name it: with its module, unless that is `builtins` or the program.
    pub fn shown_class_name(&self, class: Id) -> String {
        let Some(c) = self.class(class) else { return "?".to_owned() };
        let qualname = self.str_of(c.qualname).unwrap_or("?");
        match self.class_attr(class, names::MODULE).and_then(|m| self.str_of(m)) {
            Some("builtins" | "__main__") => qualname.to_owned(),
            Some(module) => format!("{module}.{qualname}"),
            None => format!("<unknown>.{qualname}"),
        }
    }

    /// The fields of a syntax error, from its attributes.
    fn syntax_details(&self, exc: Value) -> SyntaxDetails {
        let dict = self.object(exc).and_then(|o| o.dict);
        let get = |name: &str| {
            let dict = self.dict_of(dict?.into())?;
            dict.iter().find(|&(key, _)| self.str_of(key) == Some(name)).map(|(_, value)| value)
        };
        let text = |name| get(name).and_then(|v| self.str_of(v)).map(str::to_owned);
        let number = |name| get(name).and_then(|v| self.small_int(v)).map(|n| n.clamp(-1_000_000, 1_000_000));
        SyntaxDetails {
            message: match dict {
                Some(_) => text("msg"),
                None => self.message_of(exc),
            },
            file_name: text("filename"),
            line: number("lineno"),
            column: number("offset"),
            end_line: number("end_lineno"),
            end_column: number("end_offset"),
            text: text("text"),
        }
    }

    /// The first argument of an exception, if it is a string.
    fn message_of(&self, exc: Value) -> Option<String> {
        let args = self.tuple_of(self.exception_of(exc)?.args)?;
        self.str_of(*args.first()?).map(str::to_owned)
    }

    /// `str()` of a syntax error: message, the file's last part and line.
    pub(in crate::vm) fn syntax_error_text(&self, exc: Value) -> String {
        let details = self.syntax_details(exc);
        let message = details.message.unwrap_or_else(|| "None".to_owned());
        let file = details.file_name.as_deref().map(|name| name.rsplit('/').next().unwrap_or(name));
        match (file, details.line) {
            (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
            (Some(file), None) => format!("{message} ({file})"),
            (None, Some(line)) => format!("{message} (line {line})"),
            (None, None) => message,
        }
    }

    /// The notes of an exception; an object that is no sequence stands for itself, as second part.
    pub(crate) fn notes_of(&self, exc: Value) -> (Vec<Value>, Option<Value>) {
        let dict = self.object(exc).and_then(|o| o.dict);
        let notes = dict.and_then(|dict| self.dict_get_str(dict, names::NOTES));
        match notes.map(|notes| (notes, self.sequence_of(notes))) {
            None | Some((Value::None, _)) => (Vec::new(), None),
            Some((_, Some(items))) => (items.to_vec(), None),
            Some((other, None)) => (Vec::new(), Some(other)),
        }
    }
}

/// The place of an instruction; what belongs to no line counts as the first, a coroutine's or generator's start, too.
pub(super) fn position_of(code: &Code, ip: u32) -> Position {
    let starts = code.instrs.get(ip as usize).is_some_and(|i| matches!(i.op(), Op::Start | Op::MakeCell));
    match code.position(ip) {
        at if at.line > 0 && !starts => at,
        _ => Position { line: code.first_line, ..Position::default() },
    }
}

fn repetitions(count: usize, library: bool) -> Option<String> {
    let more = count.checked_sub(REPEATED).filter(|&more| more > 0 && !library)?;
    Some(format!("  [Previous line repeated {more} more time{}]\n", if more > 1 { "s" } else { "" }))
}
