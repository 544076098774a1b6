//! `sys.stdin`: lines as `input()` gets them, with their ends; its end is the end of the input.
//!
//! Nothing is read ahead: a line is asked for when somebody wants it.

use loopthread_vm::errors;
use loopthread_vm::frame::native::OwnFrame;
use loopthread_vm::heap::Object;
use loopthread_vm::heap::object::{Data, Layout};
use loopthread_vm::native::{Action, Args, Def, NativeResult, Outcome, host};
use loopthread_vm::types;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;

use crate::glue::{enter, none, ret};
use crate::modules::set;

pub fn install(vm: &mut Vm, sys: Id) {
    let class = vm.add_class("_io", "TextIOWrapper", types::OBJECT, Layout::Plain, false);
    vm.add_methods(class, METHODS);
    let object = vm.heap.add(Object::new(class, Data::Plain));
    set(vm, sys, "stdin", object);
    set(vm, sys, "__stdin__", object);
}

const METHODS: &[Def] = &[
    Def::method("TextIOWrapper.readline", "self, size?, /", |vm, args| begin(vm, args, "readline", line)),
    Def::method("TextIOWrapper.read", "self, size?, /", |vm, args| begin(vm, args, "read", whole)),
    Def::method("TextIOWrapper.readlines", "self, hint?, /", |vm, args| begin(vm, args, "readlines", lines)),
    Def::method("TextIOWrapper.__iter__", "self, /", |_, args| ret(args[0])),
    Def::method("TextIOWrapper.__next__", "self, /", |vm, args| begin(vm, args, "__next__", next)),
    Def::method("TextIOWrapper.write", "self, text, /", |vm, _| {
        Err(errors::new(vm, types::OS_ERROR, "not writable"))
    }),
    Def::method("TextIOWrapper.flush", "self, /", |_, _| none()),
    Def::method("TextIOWrapper.isatty", "self, /", |_, _| ret(false)),
    Def::method("TextIOWrapper.readable", "self, /", |_, _| ret(true)),
    Def::method("TextIOWrapper.writable", "self, /", |_, _| ret(false)),
    Def::method("TextIOWrapper.fileno", "self, /", |_, _| ret(0)),
    Def::getter("TextIOWrapper.encoding", |vm, _| vm.ok_str("utf-8")),
    Def::getter("TextIOWrapper.name", |vm, _| vm.ok_str("<stdin>")),
];

/// What is done with the lines: all that there are, or the first one.
type Finish = fn(&mut Vm, Vec<Value>) -> NativeResult;

/// A size would need characters to be kept for the next call.
fn begin(vm: &mut Vm, args: &Args, name: &'static str, resume: crate::glue::Resume) -> NativeResult {
    if vm.small_int(args[1]).is_some_and(|size| size >= 0) {
        return Err(errors::not_supported(vm, &format!("sys.stdin.{name}() of a given size")));
    }
    let found = vm.list(Vec::new());
    Ok(enter(name, resume, &[found]))
}

fn line(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    collect(vm, frame, outcome, false, |vm, lines| match lines.first() {
        Some(&line) => ret(line),
        None => vm.ok_str(""),
    })
}

fn next(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    collect(vm, frame, outcome, false, |_, lines| match lines.first() {
        Some(&line) => ret(line),
        None => Ok(Action::Finished(Value::None)),
    })
}

fn whole(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    collect(vm, frame, outcome, true, |vm, lines| {
        let text: String = lines.iter().filter_map(|&line| vm.str_of(line)).collect();
        vm.ok_str(text)
    })
}

fn lines(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    collect(vm, frame, outcome, true, |vm, lines| ret(vm.list(lines)))
}

/// One step: asks for the next line until there is none, or for one only.
fn collect(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome, all: bool, finish: Finish) -> NativeResult {
    let found = frame.values.first().copied().unwrap_or_default();
    let mut done = false;
    match outcome {
        Outcome::Start => {}
        Outcome::Raised(exc) if vm.is_instance(exc, types::EOF_ERROR) => done = true,
        outcome => {
            let text = outcome.value(vm)?;
            let text = format!("{}\n", vm.str_of(text).unwrap_or(""));
            let text = vm.str(text);
            if let Some(lines) = vm.list_mut(found) {
                lines.push(text);
            }
            done = !all;
        }
    }
    if !done {
        let no_prompt = vm.str("");
        return Ok(Action::host(host::INPUT, Args::of(&[no_prompt])));
    }
    let lines = vm.list_of(found).cloned().unwrap_or_default();
    finish(vm, lines)
}
