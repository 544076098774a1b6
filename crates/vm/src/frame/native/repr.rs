//! `repr` of nested values: an explicit stack of what is still to be written, so depth costs memory and not stack.
//!
//! A container met inside itself is written as `[...]`.

use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::checked::{Check, Checked};
use crate::heap::Marker;
use crate::heap::object::{Data, DictViewKind};
use crate::names;
use crate::native::{Action, NativeResult, Outcome, Raised};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// Containers open at once before CPython gives up.
const MAX_DEPTH: usize = 1000;

/// A repr in progress.
#[derive(Clone, Debug)]
pub struct Repr {
    text: String,
    /// The next piece is last.
    pieces: Vec<Piece>,
    /// Containers being written.
    open: Vec<Id>,
}

#[derive(Clone, Debug)]
enum Piece {
    Text(&'static str),
    Owned(String),
    Value(Value),
    /// The end of the innermost container.
    Close,
}

impl Repr {
    pub fn new(value: Value) -> Repr {
        Repr { text: String::new(), pieces: vec![Piece::Value(value)], open: Vec::new() }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let begun = !self.text.is_empty() || !self.open.is_empty();
        if !matches!(outcome, Outcome::Start) {
            let answer = outcome.value(vm)?;
            if let Some(text) = vm.str_of(answer) {
                self.text.push_str(text);
            }
        }
        let mut first = !begun;
        while let Some(piece) = self.pieces.pop() {
            match piece {
                Piece::Text(text) => self.text.push_str(text),
                Piece::Owned(text) => self.text.push_str(&text),
                Piece::Close => {
                    self.open.pop();
                }
                Piece::Value(value) => {
                    // The outermost value is the frame's own: its class's `__repr__` may be who asked.
                    if !first && let Some(action) = self.by_method(vm, value) {
                        return Ok(action);
                    }
                    match vm.leaf_repr(value)? {
                        Some(text) => self.text.push_str(&text),
                        None => self.open(vm, value)?,
                    }
                    vm.work += 1;
                }
            }
            first = false;
        }
        let text = std::mem::take(&mut self.text);
        vm.ok_str(text)
    }

    fn by_method(&self, vm: &mut Vm, value: Value) -> Option<Action> {
        let host = matches!(vm.data(value), Some(Data::Host(_)));
        let method = vm.overridden(value, names::REPR).or_else(|| match host {
            true => vm.special(value, names::REPR),
            false => vm.record_repr(value),
        })?;
        let (callee, args) = vm.bind_dunder(method, value, &[]);
        Some(Action::Enter(NativeFrame::Checked(Box::new(Checked::new(
            callee,
            args,
            Check::Text("__repr__"),
        )))))
    }

    /// Puts the parts of a value on the stack.
    fn open(&mut self, vm: &mut Vm, value: Value) -> Result<(), Raised> {
        let Some(id) = value.id() else { return Ok(()) };
        if self.open.contains(&id) {
            self.text.push_str(recursive(vm, value));
            return Ok(());
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(errors::new(
                vm,
                types::RECURSION_ERROR,
                "maximum recursion depth exceeded while getting the repr of an object",
            ));
        }
        let class = vm.class_of(value);
        let name = vm.class_name(class).to_owned();
        let mut parts = Vec::new();
        match vm.heap.data(id) {
            Data::List(items) => bracket(&mut parts, "[", items.iter().copied(), "]"),
            Data::Tuple(items) if items.len() == 1 => bracket(&mut parts, "(", items.iter().copied(), ",)"),
            Data::Tuple(items) => bracket(&mut parts, "(", items.iter().copied(), ")"),
            Data::Dict(dict) => entries(&mut parts, dict.iter()),
            Data::Set(set) if set.is_empty() => parts.push(Piece::Owned(format!("{name}()"))),
            Data::Set(set) if class == types::SET => bracket(&mut parts, "{", set.iter(), "}"),
            Data::Set(set) => {
                parts.push(Piece::Owned(name));
                bracket(&mut parts, "({", set.iter(), "})");
            }
            Data::Slice(items) => bracket(&mut parts, "slice(", items.iter().copied(), ")"),
            Data::DictView(view) => {
                let (kind, dict) = **view;
                parts.push(Piece::Owned(name));
                let entries: Vec<_> = vm.dict_of(dict.into()).map_or_else(Vec::new, |d| d.iter().collect());
                match kind {
                    DictViewKind::Keys => bracket(&mut parts, "([", entries.into_iter().map(|e| e.0), "])"),
                    DictViewKind::Values => bracket(&mut parts, "([", entries.into_iter().map(|e| e.1), "])"),
                    DictViewKind::Items => {
                        parts.push(Piece::Text("(["));
                        for (at, (key, value)) in entries.into_iter().enumerate() {
                            parts.push(Piece::Text(if at == 0 { "(" } else { ", (" }));
                            parts.extend([Piece::Value(key), Piece::Text(", "), Piece::Value(value)]);
                            parts.push(Piece::Text(")"));
                        }
                        parts.push(Piece::Text("])"));
                    }
                }
            }
            Data::MappingProxy(dict) => {
                parts.push(Piece::Owned("mappingproxy(".to_owned()));
                parts.extend([Piece::Value(Value::Obj(*dict)), Piece::Text(")")]);
            }
            Data::Exception(exception) => {
                let args = exception.args;
                parts.push(Piece::Owned(name));
                let args = vm.tuple_of(args).unwrap_or(&[]).to_vec();
                bracket(&mut parts, "(", args.into_iter(), ")");
            }
            Data::GenericAlias(alias) => {
                let (origin, args) = **alias;
                parts.push(class_piece(vm, origin));
                parts.push(Piece::Text("["));
                let args = vm.tuple_of(args).unwrap_or(&[]).to_vec();
                if args.is_empty() {
                    parts.push(Piece::Text("()"));
                }
                for (at, arg) in args.into_iter().enumerate() {
                    if at > 0 {
                        parts.push(Piece::Text(", "));
                    }
                    parts.push(class_piece(vm, arg));
                }
                parts.push(Piece::Text("]"));
            }
            Data::Union(members) => {
                for (at, member) in members.iter().copied().enumerate() {
                    if at > 0 {
                        parts.push(Piece::Text(" | "));
                    }
                    parts.push(class_piece(vm, member));
                }
            }
            Data::BoundMethod(pair) => {
                let (function, this) = **pair;
                match vm.data(function) {
                    Some(Data::Native(f)) => {
                        let name = vm.str_of(f.name).unwrap_or("?");
                        let of = match vm.class_of_instance(this) {
                            Some(class) => format!(
                                "<built-in method {name} of type object at {}>",
                                crate::vm::repr::address(class)
                            ),
                            None => {
                                let at = this
                                    .id()
                                    .map_or_else(|| "0x7effffffffd0".to_owned(), crate::vm::repr::address);
                                let kind =
                                    if name.starts_with("__") { "method-wrapper" } else { "built-in method" };
                                match kind {
                                    "method-wrapper" => format!(
                                        "<method-wrapper '{name}' of {} object at {at}>",
                                        vm.type_name(this)
                                    ),
                                    _ => format!(
                                        "<built-in method {name} of {} object at {at}>",
                                        vm.type_name(this)
                                    ),
                                }
                            }
                        };
                        parts.push(Piece::Owned(of));
                    }
                    Some(Data::Function(f)) => {
                        let name = vm.str_of(f.qualname).unwrap_or("?");
                        parts.push(Piece::Owned(format!("<bound method {name} of ")));
                        parts.extend([Piece::Value(this), Piece::Text(">")]);
                    }
                    _ => {
                        parts.push(Piece::Text("<bound method ? of "));
                        parts.extend([Piece::Value(this), Piece::Text(">")]);
                    }
                }
            }
            Data::Super(of) => {
                let [class, object, _] = **of;
                let class = vm.class_of_instance(class).map_or("NULL", |c| vm.class_name(c)).to_owned();
                let shown = match vm.type_name(object) {
                    _ if object.is_none() || object.is_unbound() => "NULL".to_owned(),
                    name => format!("<{name} object>"),
                };
                parts.push(Piece::Owned(format!("<super: <class '{class}'>, {shown}>")));
            }
            _ if class == types::SIMPLE_NAMESPACE => {
                parts.push(Piece::Text("namespace("));
                let dict = vm.heap.get(id).dict;
                let entries: Vec<_> =
                    dict.and_then(|d| vm.dict_of(d.into())).map_or_else(Vec::new, |d| d.iter().collect());
                for (at, (key, value)) in entries.into_iter().enumerate() {
                    let comma = if at == 0 { "" } else { ", " };
                    parts.push(Piece::Owned(format!("{comma}{}=", vm.str_of(key).unwrap_or("?"))));
                    parts.push(Piece::Value(value));
                }
                parts.push(Piece::Text(")"));
            }
            _ => {
                let text = vm.default_repr(value);
                self.text.push_str(&text);
                return Ok(());
            }
        }
        self.open.push(id);
        self.pieces.push(Piece::Close);
        self.pieces.extend(parts.into_iter().rev());
        Ok(())
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        self.open.iter().for_each(|&id| m.id(id));
        for piece in &self.pieces {
            if let Piece::Value(value) = piece {
                m.value(*value);
            }
        }
    }
}

fn bracket(
    parts: &mut Vec<Piece>,
    open: &'static str,
    items: impl Iterator<Item = Value>,
    close: &'static str,
) {
    parts.push(Piece::Text(open));
    for (at, item) in items.enumerate() {
        if at > 0 {
            parts.push(Piece::Text(", "));
        }
        parts.push(Piece::Value(item));
    }
    parts.push(Piece::Text(close));
}

fn entries(parts: &mut Vec<Piece>, entries: impl Iterator<Item = (Value, Value)>) {
    parts.push(Piece::Text("{"));
    for (at, (key, value)) in entries.enumerate() {
        if at > 0 {
            parts.push(Piece::Text(", "));
        }
        parts.extend([Piece::Value(key), Piece::Text(": "), Piece::Value(value)]);
    }
    parts.push(Piece::Text("}"));
}

/// Classes by their name, as generic aliases show them.
fn class_piece(vm: &Vm, value: Value) -> Piece {
    match (value, vm.class_of_instance(value)) {
        (_, Some(types::NONE)) => Piece::Text("None"),
        (_, Some(class)) => Piece::Owned(vm.full_class_name(class)),
        (Value::Ellipsis, _) => Piece::Text("..."),
        _ => Piece::Value(value),
    }
}

fn recursive(vm: &Vm, value: Value) -> &'static str {
    match vm.data(value) {
        Some(Data::List(_)) => "[...]",
        Some(Data::Tuple(_)) => "(...)",
        Some(Data::Dict(_)) => "{...}",
        Some(Data::Set(_)) => "set(...)",
        _ => "...",
    }
}
