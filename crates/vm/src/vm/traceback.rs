//! Tracebacks: the objects Python sees, and as text what CPython 3.13 prints, word for word.
//!
//! An exception collects an entry from each frame it leaves. [`gather`] makes plain data of an exception and all that is shown
//! with it, `report` prints that, and a native frame in between asks Python for the texts only it knows.
//! Deliberately absent: frame objects that stay alive; what suggestions need of a frame is kept with the exception.

mod carets;
mod entry;
pub mod gather;
mod report;
mod suggestion;
mod text;

use super::Vm;
use crate::code::CodeKind;
use crate::frame::FrameId;
use crate::heap::Object;
use crate::heap::object::{Data, TraceEntry};
use crate::native::{Action, Args, Def, NativeResult};
use crate::types;
use crate::value::Value;

/// Attributes of traceback objects.
pub(crate) const TRACEBACK: &[Def] = &[
    Def::getter("traceback.tb_lineno", |vm, args| {
        let line = vm.traceback_entries(args[0]).first().map_or(0, |&entry| vm.line_of(entry));
        Ok(Action::Return(Value::Int(line)))
    }),
    Def::getter("traceback.tb_lasti", |vm, args| {
        let ip = vm.traceback_entries(args[0]).first().map_or(0, |entry| entry.ip);
        Ok(Action::Return(Value::Int(ip.into())))
    }),
    Def::getter("traceback.tb_next", |vm, args| {
        let rest = vm.traceback_entries(args[0]).get(1..).unwrap_or(&[]).to_vec();
        Ok(Action::Return(vm.traceback_of(rest)))
    }),
    Def::getter("traceback.tb_frame", tb_frame),
];

/// Frames that a picture shows: it is made whole, with all its callers.
const PICTURED: usize = 100;

/// The frame as far as it is still known: its code and where it stood.
fn tb_frame(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(&entry) = vm.traceback_entries(args[0]).first() else { return Ok(Action::Return(Value::None)) };
    let code = vm.heap.add(Object::new(types::CODE, Data::Code(entry.code)));
    let frame = vm.heap.add(Object::new(types::FRAME, Data::Plain));
    let dict = vm.dict_for(frame);
    for (name, value) in [("f_code", code.into()), ("f_lineno", Value::Int(vm.line_of(entry)))] {
        let name = vm.intern(name);
        vm.dict_set_str(dict, name, value);
    }
    Ok(Action::Return(frame.into()))
}

impl Vm {
    /// `exc.__traceback__`: the frames it has left so far, outermost first; None before it was raised.
    pub fn traceback_object(&mut self, exc: Value) -> Value {
        let entries = self.exception_of(exc).map(|e| e.traceback.clone()).unwrap_or_default();
        self.traceback_of(entries.into_iter().rev().collect())
    }

    /// A traceback object of these entries, outermost first; None without any.
    fn traceback_of(&mut self, entries: Vec<TraceEntry>) -> Value {
        if entries.is_empty() {
            return Value::None;
        }
        self.heap.add(Object::new(types::TRACEBACK, Data::Traceback(entries.into()))).into()
    }

    /// The entries of a traceback object, outermost first; none for other values.
    pub fn traceback_entries(&self, traceback: Value) -> Vec<TraceEntry> {
        match self.data(traceback) {
            Some(Data::Traceback(entries)) => entries.to_vec(),
            _ => Vec::new(),
        }
    }

    /// Where the running thread's frames stand, outermost first.
    pub fn stack_entries(&self) -> Vec<TraceEntry> {
        let frames = self.frames.chain(self.top).filter_map(|id| self.frames.python(id));
        let mut entries: Vec<_> =
            frames.map(|f| TraceEntry { code: f.code, ip: f.ip.saturating_sub(1) }).collect();
        entries.reverse();
        entries
    }

    /// Where a coroutine is made: the program's newest calls.
    #[cold]
    pub(super) fn origin(&self, kind: CodeKind) -> Option<Box<[TraceEntry]>> {
        if kind != CodeKind::Coroutine {
            return None;
        }
        let mut entries: Vec<TraceEntry> =
            self.standing_frames().into_iter().take(self.origin_depth).map(|(_, entry)| entry).collect();
        entries.reverse();
        Some(entries.into())
    }

    /// The Python functions of the program that the running thread is in, innermost first, and where they stand.
    pub fn standing_frames(&self) -> Vec<(FrameId, TraceEntry)> {
        let frames = self.frames.chain(self.top).filter_map(|id| Some((id, self.frames.python(id)?)));
        let frames = frames.filter(|(_, frame)| !self.code(frame.code).library);
        frames.map(|(id, f)| (id, TraceEntry { code: f.code, ip: f.ip.saturating_sub(1) })).collect()
    }

    /// A frame object, which shows where Python functions stand now: the first of these and behind it its callers. Those
    /// of the library are left out, but for the first.
    pub fn frame_picture(&mut self, frames: &[FrameId]) -> Value {
        let mut entries = Vec::new();
        for &id in frames {
            let Some(frame) = self.frames.python(id) else { continue };
            if entries.is_empty() || !self.code(frame.code).library {
                entries.push((id, TraceEntry { code: frame.code, ip: frame.ip.saturating_sub(1) }));
            }
        }
        let mut back = Value::None;
        for &(frame, entry) in entries.iter().take(PICTURED).rev() {
            let code = self.heap.add(Object::new(types::CODE, Data::Code(entry.code)));
            let picture = self.heap.add(Object::new(types::FRAME, Data::Plain));
            let dict = self.dict_for(picture);
            let (globals, locals) = self.namespaces_of(frame);
            for (name, value) in [
                ("f_back", back),
                ("f_code", code.into()),
                ("f_lineno", Value::Int(self.line_of(entry))),
                ("f_globals", globals),
                ("f_locals", locals),
            ] {
                let name = self.intern(name);
                self.dict_set_str(dict, name, value);
            }
            back = picture.into();
        }
        back
    }

    /// `<frame at 0x…, file 'main.py', line 1, code main>`.
    pub(super) fn frame_repr(&self, picture: Value, at: &str) -> String {
        let dict = self.object(picture).and_then(|picture| self.dict_of(picture.dict?.into()));
        let own = |name: &str| {
            dict?.iter().find(|(key, _)| self.str_of(*key) == Some(name)).map(|(_, value)| value)
        };
        let line = own("f_lineno").and_then(|line| self.small_int(line)).unwrap_or(0);
        let (file, name) = match own("f_code").and_then(|code| self.data(code)) {
            Some(&Data::Code(code)) => {
                (self.text(self.code(code).file_name), self.text(self.code(code).name))
            }
            _ => ("?", "?"),
        };
        format!("<frame at {at}, file '{file}', line {line}, code {name}>")
    }

    /// Globals and locals of a Python frame; None for others.
    pub fn namespaces_of(&mut self, frame: FrameId) -> (Value, Value) {
        let globals = self.frames.python(frame).map_or(Value::None, |frame| frame.globals.into());
        (globals, self.locals_of(frame).unwrap_or(Value::None))
    }

    /// The line of a trace entry.
    pub fn line_of(&self, entry: TraceEntry) -> i64 {
        gather::position_of(self.code(entry.code), entry.ip).line.into()
    }
}
