//! `re.Match`.

use super::pattern::{Pattern, pieces};
use super::scan::{fill, joined};
use super::sre_data;
use super::subject::{part_or, text};
use crate::builtins::text::{repr_bytes, repr_str};
use crate::errors;
use crate::heap::Dict;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::regex::{Matcher, span};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

/// A match. Places are offsets in bytes.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pattern: Value,
    string: Value,
    /// Begin and end of the match, then of its groups.
    marks: Vec<u32>,
    /// The group closed last; 0 for none.
    last: u32,
    pos: usize,
    endpos: usize,
}

sre_data!(Match, |this, m| m.values(&[this.pattern, this.string]));

pub(super) const MATCH: &[Def] = &[
    Def::static_method("Match.__new__", "...", |vm, _| {
        Err(errors::type_error(vm, "cannot create 're.Match' instances"))
    }),
    Def::method("Match.group", "self, *args", group),
    Def::method("Match.__getitem__", "self, key, /", |vm, args| {
        let number = number(vm, args[0], args[1])?;
        Ok(Action::Return(group_text(vm, args[0], number, Value::None)))
    }),
    Def::method("Match.groups", "self, default?", groups),
    Def::method("Match.groupdict", "self, default?", groupdict),
    Def::method("Match.start", "self, group?, /", |vm, args| place(vm, args, |span| Value::Int(span.0))),
    Def::method("Match.end", "self, group?, /", |vm, args| place(vm, args, |span| Value::Int(span.1))),
    Def::method("Match.span", "self, group?, /", |vm, args| {
        let number = number(vm, args[0], args[1].or(Value::Int(0)))?;
        Ok(Action::Return(span_tuple(vm, args[0], number)))
    }),
    Def::method("Match.expand", "self, template", expand),
    Def::method("Match.__repr__", "self, /", repr),
    Def::method("Match.__copy__", "self, /", |_, args| Ok(Action::Return(args[0]))),
    Def::method("Match.__deepcopy__", "self, memo, /", |_, args| Ok(Action::Return(args[0]))),
    Def::class_method("Match.__class_getitem__", "cls, item, /", |vm, args| {
        Ok(Action::Return(vm.generic_alias(args[0], args[1])))
    }),
    Def::getter("Match.string", |vm, args| get(vm, args, |m| m.string)),
    Def::getter("Match.re", |vm, args| get(vm, args, |m| m.pattern)),
    Def::getter("Match.pos", |vm, args| get(vm, args, |m| count(vm, m.string, m.pos))),
    Def::getter("Match.endpos", |vm, args| get(vm, args, |m| count(vm, m.string, m.endpos))),
    Def::getter("Match.lastindex", |vm, args| {
        get(vm, args, |m| if m.last == 0 { Value::None } else { Value::Int(m.last.into()) })
    }),
    Def::getter("Match.lastgroup", lastgroup),
    Def::getter("Match.regs", |vm, args| {
        let count = this(vm, args[0]).map_or(0, |m| m.marks.len() as u32 / 2);
        let spans: Vec<Value> = (0..count).map(|group| span_tuple(vm, args[0], group)).collect();
        Ok(Action::Return(vm.tuple(spans)))
    }),
];

impl Match {
    pub(super) fn make(
        vm: &mut Vm,
        pattern: Value,
        string: Value,
        matcher: &Matcher,
        places: (usize, usize),
    ) -> Value {
        let class = vm.host::<Pattern>(pattern).map_or(types::OBJECT, |pattern| pattern.matched);
        let (pos, endpos) = places;
        let marks = matcher.marks();
        vm.host_object(class, Match { pattern, string, marks, last: matcher.last_group(), pos, endpos })
    }
}

fn this(vm: &Vm, value: Value) -> Option<&Match> {
    vm.host(value)
}

fn get(vm: &Vm, args: &Args, of: impl FnOnce(&Match) -> Value) -> NativeResult {
    Ok(Action::Return(this(vm, args[0]).map_or(Value::None, of)))
}

/// How many characters there are before a place.
fn count(vm: &Vm, string: Value, at: usize) -> Value {
    Value::Int(text(vm, string).count(at) as i64)
}

/// The group that a number or name says.
fn number(vm: &mut Vm, this: Value, key: Value) -> Result<u32, Raised> {
    let Some(found) = vm.host::<Match>(this) else { return Ok(0) };
    let number = match vm.str_of(key) {
        Some(name) => vm.host::<Pattern>(found.pattern).and_then(|pattern| pattern.regex.group_named(name)),
        None => vm.small_int(key).and_then(|number| u32::try_from(number).ok()),
    };
    match number.filter(|&number| (number as usize) < found.marks.len() / 2) {
        Some(number) => Ok(number),
        None => Err(errors::index_error(vm, "no such group")),
    }
}

fn group_text(vm: &mut Vm, this: Value, group: u32, default: Value) -> Value {
    let Some(found) = vm.host::<Match>(this) else { return default };
    let (string, span) = (found.string, span(&found.marks, group));
    part_or(vm, string, span, default)
}

fn group(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut items = Vec::new();
    for &key in args.rest(1) {
        let number = number(vm, args[0], key)?;
        items.push(group_text(vm, args[0], number, Value::None));
    }
    Ok(Action::Return(match items.as_slice() {
        [] => group_text(vm, args[0], 0, Value::None),
        [item] => *item,
        _ => vm.tuple(items),
    }))
}

fn groups(vm: &mut Vm, args: &Args) -> NativeResult {
    let count = this(vm, args[0]).map_or(0, |m| m.marks.len() as u32 / 2);
    let default = args[1].or(Value::None);
    let groups: Vec<Value> = (1..count).map(|group| group_text(vm, args[0], group, default)).collect();
    Ok(Action::Return(vm.tuple(groups)))
}

fn groupdict(vm: &mut Vm, args: &Args) -> NativeResult {
    let pattern = this(vm, args[0]).map_or(Value::None, |m| m.pattern);
    let Some(regex) = vm.host::<Pattern>(pattern).map(|pattern| pattern.regex.clone()) else {
        return Ok(Action::Return(Value::None));
    };
    let dict = vm.dict(Dict::new());
    for (name, group) in &regex.names {
        let (name, value) = (vm.intern(name), group_text(vm, args[0], *group, args[1].or(Value::None)));
        vm.dict_set_str(dict, name, value);
    }
    Ok(Action::Return(dict.into()))
}

/// Where a group begins and ends, in characters; -1 if it did not match.
fn places(vm: &Vm, this: Value, group: u32) -> (i64, i64) {
    let Some(found) = vm.host::<Match>(this) else { return (-1, -1) };
    let text = text(vm, found.string);
    let place = |at| text.count(at) as i64;
    span(&found.marks, group).map_or((-1, -1), |(start, end)| (place(start), place(end)))
}

fn span_tuple(vm: &mut Vm, this: Value, group: u32) -> Value {
    let (start, end) = places(vm, this, group);
    vm.tuple([Value::Int(start), Value::Int(end)])
}

fn place(vm: &mut Vm, args: &Args, of: impl FnOnce((i64, i64)) -> Value) -> NativeResult {
    let number = number(vm, args[0], args[1].or(Value::Int(0)))?;
    Ok(Action::Return(of(places(vm, args[0], number))))
}

fn lastgroup(vm: &mut Vm, args: &Args) -> NativeResult {
    let name = this(vm, args[0])
        .and_then(|found| vm.host::<Pattern>(found.pattern)?.regex.name_of(found.last).map(str::to_owned));
    match name {
        Some(name) => vm.ok_str(name),
        None => Ok(Action::Return(Value::None)),
    }
}

fn expand(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(Match { pattern, string, marks, .. }) = this(vm, args[0]).cloned() else {
        return Ok(Action::Return(Value::None));
    };
    if vm.str_of(args[1]).is_none() && vm.bytes_of(args[1]).is_none() {
        let message = format!("decoding to str: need a bytes-like object, {} found", vm.type_name(args[1]));
        return Err(errors::type_error(vm, message));
    }
    let pieces = pieces(vm, pattern, args[1])?;
    let is_bytes = vm.str_of(args[1]).is_none();
    let mut out = Vec::new();
    fill(vm, &pieces, string, |group| span(&marks, group), &mut out);
    Ok(Action::Return(joined(vm, out, is_bytes)))
}

fn repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let whole = group_text(vm, args[0], 0, Value::None);
    let shown = match vm.str_of(whole) {
        Some(text) => repr_str(text),
        None => repr_bytes(vm.bytes_of(whole).unwrap_or(&[])),
    };
    let (start, end) = places(vm, args[0], 0);
    let shown: String = shown.chars().take(50).collect();
    vm.ok_str(format!("<re.Match object; span=({start}, {end}), match={shown}>"))
}
