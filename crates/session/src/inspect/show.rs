//! Values in a few words, without running Python: containers begin, long texts are cut, other objects are their class.

use loopthread_vm::heap::object::Data;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

use crate::asyncio::future::Future;
use crate::asyncio::text;

/// Characters of one value.
const MOST: usize = 80;

/// Items of a container, and how deep they are shown.
const ITEMS: usize = 5;
const DEPTH: u32 = 2;

/// A value as it is shown beside its name.
pub fn short(vm: &mut Vm, value: Value) -> String {
    cut(show(vm, value, DEPTH))
}

fn show(vm: &mut Vm, value: Value, depth: u32) -> String {
    if vm.host::<Future>(value).is_some() {
        return text::future_text(vm, value, "…");
    }
    if depth > 0
        && let Some(text) = container(vm, value, depth - 1)
    {
        return text;
    }
    match vm.repr_native(value) {
        Some(text) => cut(text),
        None => format!("<{}>", vm.type_name(value)),
    }
}

fn container(vm: &mut Vm, value: Value, depth: u32) -> Option<String> {
    let class = vm.type_name(value).to_owned();
    let (items, length, open, close): (Vec<Value>, usize, &str, &str) = match vm.data(value)? {
        Data::Exception(e) => {
            let arguments = vm.tuple_of(e.args).unwrap_or(&[]).to_vec();
            let shown: Vec<String> =
                arguments.into_iter().map(|argument| show(vm, argument, depth)).collect();
            return Some(format!("{class}({})", shown.join(", ")));
        }
        Data::Set(set) if set.is_empty() => return Some(format!("{class}()")),
        Data::List(items) => (items.iter().copied().take(ITEMS).collect(), items.len(), "[", "]"),
        Data::Tuple(items) => (items.iter().copied().take(ITEMS).collect(), items.len(), "(", ")"),
        Data::Set(set) if class == "frozenset" => {
            (set.iter().take(ITEMS).collect(), set.len(), "frozenset({", "})")
        }
        Data::Set(set) => (set.iter().take(ITEMS).collect(), set.len(), "{", "}"),
        Data::Dict(dict) => {
            let (first, length): (Vec<(Value, Value)>, usize) =
                (dict.iter().take(ITEMS).collect(), dict.len());
            let entry = |(key, value)| format!("{}: {}", show(vm, key, depth), show(vm, value, depth));
            let shown: Vec<String> = first.into_iter().map(entry).collect();
            let more = if length > ITEMS { ", …" } else { "" };
            return Some(format!("{{{}{more}}}", shown.join(", ")));
        }
        _ => return None,
    };
    let shown: Vec<String> = items.into_iter().map(|item| show(vm, item, depth)).collect();
    let more = match length {
        1 if open == "(" => ",",
        _ if length > ITEMS => ", …",
        _ => "",
    };
    Some(format!("{open}{}{more}{close}", shown.join(", ")))
}

fn cut(text: String) -> String {
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
