//! `print`: to a standard stream as few writes as can be, to other objects piece by piece, as CPython does.
//!
//! Before Python runs for a value's text, what comes before it is written: that Python may print, or raise.

use crate::errors;
use crate::heap::Marker;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, Args, NativeResult, Outcome, Raised, host};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// A print in progress.
#[derive(Clone, Debug)]
pub struct Print {
    values: Vec<Value>,
    at: usize,
    text: String,
    separator: String,
    end: String,
    /// A stream, or an object with `write`.
    file: Value,
    /// `file.flush()` is wanted.
    flush: bool,
    /// What comes back is a write's answer, not a text.
    writing: bool,
    /// What goes on once the text so far is written: the call for a value's text, or an exception.
    held: Option<Box<Result<Action, Value>>>,
    /// The separator before the next value is written.
    separated: bool,
    stage: Stage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Texts of the values are being made.
    Texts,
    /// `file.write` was called, `file.flush` is next.
    Flush,
    /// The last call was made.
    Done,
}

impl Print {
    pub fn new(values: Vec<Value>, separator: String, end: String, file: Value, flush: bool) -> Print {
        let text = String::new();
        let stage = Stage::Texts;
        let (writing, held, separated) = (false, None, true);
        Print { values, at: 0, text, separator, end, file, flush, writing, held, separated, stage }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let mut outcome = outcome;
        loop {
            let answer = match outcome {
                Outcome::Start => Value::Unbound,
                outcome => outcome.value(vm)?,
            };
            let action = match self.stage {
                Stage::Texts => match vm.stream_of(self.file) {
                    Some(stream) => self.gather(vm, answer, stream)?,
                    None => self.write_next(vm, answer)?,
                },
                Stage::Flush => {
                    self.stage = Stage::Done;
                    method_call(vm, self.file, names::FLUSH, &[])?
                }
                Stage::Done => return Ok(Action::Return(Value::None)),
            };
            outcome = match action {
                Action::Return(value) => Outcome::Returned(value),
                action => return Ok(action),
            };
        }
    }

    /// Adds a text and asks for the next; writes when there are no more.
    fn gather(&mut self, vm: &mut Vm, answer: Value, stream: u8) -> NativeResult {
        if let Some(held) = self.held.take() {
            return held.map_err(Raised);
        }
        if let Some(text) = vm.str_of(answer) {
            self.text.push_str(text);
        }
        match self.values.get(self.at) {
            Some(&value) => {
                if self.at > 0 {
                    self.text.push_str(&self.separator);
                }
                self.at += 1;
                let answer = vm.str_value(value);
                if self.text.is_empty() || matches!(answer, Ok(Action::Return(_))) {
                    return answer;
                }
                self.held = Some(Box::new(answer.map_err(|raised| raised.0)));
            }
            None => {
                self.text.push_str(&self.end);
                self.stage = Stage::Done;
            }
        }
        vm.work += self.text.len() as u64 / 16;
        let text = vm.str(std::mem::take(&mut self.text));
        Ok(Action::host(host::WRITE, Args::of(&[Value::Int(i64::from(stream)), text])))
    }

    /// Writes a text, or the separator, or the end; else asks for the next text.
    fn write_next(&mut self, vm: &mut Vm, answer: Value) -> NativeResult {
        let is_text = !std::mem::take(&mut self.writing) && vm.str_of(answer).is_some();
        let piece = match self.values.get(self.at) {
            _ if is_text => answer,
            Some(_) if !self.separated => {
                self.separated = true;
                vm.str(&*self.separator)
            }
            Some(&value) => {
                self.at += 1;
                self.separated = false;
                return vm.str_value(value);
            }
            None => {
                self.stage = if self.flush { Stage::Flush } else { Stage::Done };
                vm.str(&*self.end)
            }
        };
        self.writing = true;
        method_call(vm, self.file, names::WRITE, &[piece])
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&self.values);
        m.value(self.file);
        match self.held.as_deref() {
            Some(Ok(action)) => action.trace(m),
            Some(Err(exc)) => m.value(*exc),
            None => {}
        }
    }
}

/// `print(*args, sep, end, file, flush)`.
pub fn print(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut texts = [" ".to_owned(), "\n".to_owned()];
    for ((at, name), text) in [(0, "sep"), (1, "end")].into_iter().zip(&mut texts) {
        match args[at] {
            Value::Unbound | Value::None => {}
            value => match vm.str_of(value) {
                Some(given) => *text = given.to_owned(),
                None => {
                    let message = format!("{name} must be None or a string, not {}", vm.type_name(value));
                    return Err(errors::type_error(vm, message));
                }
            },
        }
    }
    let file = match args[2] {
        Value::Unbound | Value::None => match vm.sys_stdout() {
            Some(Value::None) => return Ok(Action::Return(Value::None)),
            Some(file) => file,
            None => Value::Unbound,
        },
        file => file,
    };
    let [separator, end] = texts;
    let flush = vm.truth_native(args[3].or(Value::None));
    let frame = Print::new(args.rest(4).to_vec(), separator, end, file, flush);
    Ok(Action::Enter(crate::frame::NativeFrame::Print(Box::new(frame))))
}

/// A method of a file-like object: its own attribute, or its class's.
fn method_call(vm: &mut Vm, file: Value, name: Id, args: &[Value]) -> NativeResult {
    let own = vm.object(file).and_then(|o| o.dict).and_then(|dict| vm.dict_get_str(dict, name));
    if let Some(callee) = own {
        return Ok(Action::call(callee, Args::of(args)));
    }
    match vm.special(file, name) {
        Some(method) => Ok(vm.call_dunder(method, file, args)),
        None => Err(errors::no_attribute(vm, file, name)),
    }
}

impl Vm {
    /// Which standard stream a value is: a `TextIOWrapper`, which holds its number. The unbound marker is standard output.
    pub fn stream_of(&self, value: Value) -> Option<u8> {
        match (value, self.object(value)) {
            (Value::Unbound, _) => Some(1),
            (_, Some(object)) if object.class == types::TEXT_IO => match object.data {
                Data::Int(2) => Some(2),
                _ => Some(1),
            },
            _ => None,
        }
    }

    /// `sys.stdout`, once `sys` exists.
    fn sys_stdout(&self) -> Option<Value> {
        let sys = self.dict_get_str(self.modules, names::SYS)?.id()?;
        self.dict_get_str(self.heap.get(sys).dict?, names::STDOUT)
    }
}
