//! `str.format` and `str.format_map`: the template becomes a flat program for a small stack machine.
//!
//! A field pushes its value; its specification, which may hold fields itself, is written into a fresh buffer; `Format` takes
//! both and appends the result to the buffer below. So nested fields need no recursion while Python runs.

use super::text::escape_non_ascii;
use crate::errors;
use crate::frame::NativeFrame;
use crate::heap::Marker;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::value::{Id, Value};
use crate::vm::Vm;

mod parse;

use parse::parse;

/// One step of a template.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Text(String),
    /// Push a positional argument.
    Index(usize),
    /// Push a keyword argument.
    Name(String),
    /// Replace the top value by its attribute, its item, or its converted text.
    Attribute(String),
    Key(String),
    ItemIndex(i64),
    Convert(char),
    /// Begin a specification.
    Spec,
    /// Take specification and value, append the formatted text.
    Format,
}

/// Formatting in progress.
#[derive(Clone, Debug)]
pub struct TemplateFrame {
    program: Vec<Step>,
    next: usize,
    positional: Vec<Value>,
    keywords: Vec<(Id, Value)>,
    /// `format_map`: where names are looked up.
    mapping: Value,
    values: Vec<Value>,
    buffers: Vec<String>,
}

/// `str.format(*args, **kwargs)`.
pub(super) fn format(vm: &mut Vm, args: &Args) -> NativeResult {
    let keywords = args.named().collect();
    start(vm, args[0], args.positional().get(1..).unwrap_or(&[]).to_vec(), keywords, Value::Unbound)
}

/// `str.format_map(mapping)`.
pub(super) fn format_map(vm: &mut Vm, args: &Args) -> NativeResult {
    start(vm, args[0], Vec::new(), Vec::new(), args[1])
}

fn start(
    vm: &mut Vm,
    template: Value,
    positional: Vec<Value>,
    keywords: Vec<(Id, Value)>,
    mapping: Value,
) -> NativeResult {
    let text = vm.str_of(template).unwrap_or("").to_owned();
    let program = match parse(&text) {
        Ok(program) => program,
        Err(message) => return Err(errors::value_error(vm, message)),
    };
    let buffers = vec![String::new()];
    let frame =
        TemplateFrame { program, next: 0, positional, keywords, mapping, values: Vec::new(), buffers };
    Ok(Action::Enter(NativeFrame::Template(Box::new(frame))))
}

impl TemplateFrame {
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if !matches!(outcome, Outcome::Start) {
            let value = outcome.value(vm)?;
            self.take(vm, value);
        }
        match self.run(vm)? {
            Some(action) => Ok(action),
            None => self.finish(vm),
        }
    }

    fn finish(&mut self, vm: &mut Vm) -> NativeResult {
        let text = self.buffers.pop().unwrap_or_default();
        vm.work += text.len() as u64 / 32;
        vm.ok_str(text)
    }

    /// Runs until the end or until a step needs Python; the result of that is for [`TemplateFrame::take`].
    fn run(&mut self, vm: &mut Vm) -> Result<Option<Action>, Raised> {
        while let Some(step) = self.program.get(self.next).cloned() {
            self.next += 1;
            match self.step(vm, step)? {
                None => {}
                Some(Action::Return(value)) => self.take(vm, value),
                Some(action) => return Ok(Some(action)),
            }
        }
        Ok(None)
    }

    /// The result of the last step: text to append, or a new top value.
    fn take(&mut self, vm: &mut Vm, value: Value) {
        match self.program.get(self.next.wrapping_sub(1)) {
            Some(Step::Format) => {
                self.values.pop();
                if let Some(buffer) = self.buffers.last_mut() {
                    buffer.push_str(vm.str_of(value).unwrap_or(""));
                }
            }
            Some(Step::Name(_)) => self.values.push(value),
            Some(Step::Convert('a')) => {
                let text = escape_non_ascii(vm.str_of(value).unwrap_or(""));
                self.values.pop();
                self.values.push(vm.str(text));
            }
            _ => {
                self.values.pop();
                self.values.push(value);
            }
        }
    }

    fn step(&mut self, vm: &mut Vm, step: Step) -> Result<Option<Action>, Raised> {
        let top = self.values.last().copied().unwrap_or(Value::None);
        let action = match step {
            Step::Text(text) => {
                if let Some(buffer) = self.buffers.last_mut() {
                    buffer.push_str(&text);
                }
                return Ok(None);
            }
            Step::Index(_) if !self.mapping.is_unbound() => {
                return Err(errors::value_error(vm, "Format string contains positional fields"));
            }
            Step::Index(index) => match self.positional.get(index) {
                Some(&value) => {
                    self.values.push(value);
                    return Ok(None);
                }
                None => {
                    let message = format!("Replacement index {index} out of range for positional args tuple");
                    return Err(errors::index_error(vm, message));
                }
            },
            Step::Name(name) => {
                if !self.mapping.is_unbound() {
                    let key = vm.str(name);
                    return vm.get_item(self.mapping, key).map(Some);
                }
                match self.keywords.iter().find(|(id, _)| vm.text(*id) == name) {
                    Some(&(_, value)) => Action::Return(value),
                    None => {
                        let key = vm.str(name);
                        return Err(errors::key_error(vm, key));
                    }
                }
            }
            Step::Attribute(name) => {
                let name = vm.intern(&name);
                vm.load_attr(top, name)?
            }
            Step::Key(key) => {
                let key = vm.str(key);
                vm.get_item(top, key)?
            }
            Step::ItemIndex(index) => vm.get_item(top, Value::Int(index))?,
            Step::Convert(kind) => super::percent::text_of(vm, top, kind)?,
            Step::Spec => {
                self.buffers.push(String::new());
                return Ok(None);
            }
            Step::Format => {
                let spec = self.buffers.pop().unwrap_or_default();
                vm.format(top, &spec)?
            }
        };
        Ok(Some(action))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&self.positional);
        m.values(&self.values);
        m.value(self.mapping);
        self.keywords.iter().for_each(|&(id, value)| {
            m.id(id);
            m.value(value);
        });
    }
}
