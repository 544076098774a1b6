//! Finding, counting, replacing, splitting.

use crate::builtins::arguments::{index_arg, text, window};
use crate::errors;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::arith::MAX_BYTES;

use super::case::is_space;
use super::{string_list, this};

pub(super) const METHODS: &[Def] = &[
    Def::method("str.find", "self, sub, start?, end?, /", |vm, args| find(vm, args, "find", false)),
    Def::method("str.rfind", "self, sub, start?, end?, /", |vm, args| find(vm, args, "rfind", true)),
    Def::method("str.index", "self, sub, start?, end?, /", |vm, args| index(vm, args, "index", false)),
    Def::method("str.rindex", "self, sub, start?, end?, /", |vm, args| index(vm, args, "rindex", true)),
    Def::method("str.count", "self, sub, start?, end?, /", count),
    Def::method("str.startswith", "self, prefix, start?, end?, /", |vm, args| {
        affix(vm, args, "startswith", |text, prefix| text.starts_with(prefix))
    }),
    Def::method("str.endswith", "self, suffix, start?, end?, /", |vm, args| {
        affix(vm, args, "endswith", |text, suffix| text.ends_with(suffix))
    }),
    Def::method("str.removeprefix", "self, prefix, /", |vm, args| {
        remove(vm, args, "removeprefix", |text, affix| text.strip_prefix(affix))
    }),
    Def::method("str.removesuffix", "self, suffix, /", |vm, args| {
        remove(vm, args, "removesuffix", |text, affix| text.strip_suffix(affix))
    }),
    Def::method("str.replace", "self, old, new, /, count?", replace),
    Def::method("str.split", "self, sep?, maxsplit?", split),
    Def::method("str.rsplit", "self, sep?, maxsplit?", rsplit),
    Def::method("str.splitlines", "self, keepends?", splitlines),
    Def::method("str.partition", "self, sep, /", |vm, args| partition(vm, args, false)),
    Def::method("str.rpartition", "self, sep, /", |vm, args| partition(vm, args, true)),
];

/// The part of `args[0]` between `args[2]` and `args[3]`, and where it starts in characters; `None` when it starts past the end.
fn part(vm: &mut Vm, args: &Args) -> Result<Option<(String, usize)>, Raised> {
    let length = vm.string(args[0]).map_or(0, |s| s.chars());
    let (start, end) = window(vm, args[2], args[3], length)?;
    let part = vm.string(args[0]).map_or("", |s| s.slice(start, end)).to_owned();
    vm.work += part.len() as u64 / 64;
    Ok((start <= length && start <= end).then_some((part, start)))
}

fn find_at(vm: &mut Vm, args: &Args, name: &str, last: bool) -> Result<Option<usize>, Raised> {
    let sub = text(vm, name, 1, args[1])?;
    let Some((part, start)) = part(vm, args)? else { return Ok(None) };
    let offset = if last { part.rfind(&sub) } else { part.find(&sub) };
    Ok(offset.map(|offset| start + part[..offset].chars().count()))
}

fn find(vm: &mut Vm, args: &Args, name: &str, last: bool) -> NativeResult {
    let at = find_at(vm, args, name, last)?;
    Ok(Action::Return(Value::Int(at.map_or(-1, |at| at as i64))))
}

fn index(vm: &mut Vm, args: &Args, name: &str, last: bool) -> NativeResult {
    match find_at(vm, args, name, last)? {
        Some(at) => Ok(Action::Return(Value::Int(at as i64))),
        None => Err(errors::value_error(vm, "substring not found")),
    }
}

fn count(vm: &mut Vm, args: &Args) -> NativeResult {
    let sub = text(vm, "count", 1, args[1])?;
    let count = match part(vm, args)? {
        None => 0,
        Some((part, _)) if sub.is_empty() => part.chars().count() + 1,
        Some((part, _)) => part.matches(&sub).count(),
    };
    Ok(Action::Return(Value::Int(count as i64)))
}

fn affix(vm: &mut Vm, args: &Args, name: &str, has: fn(&str, &str) -> bool) -> NativeResult {
    let part = part(vm, args)?;
    if let Some(affix) = vm.str_of(args[1]) {
        return Ok(Action::Return(part.is_some_and(|(part, _)| has(&part, affix)).into()));
    }
    let Some(options) = vm.tuple_of(args[1]).map(<[Value]>::to_vec) else {
        let got = vm.type_name(args[1]);
        let message = format!("{name} first arg must be str or a tuple of str, not {got}");
        return Err(errors::type_error(vm, message));
    };
    for option in options {
        match vm.str_of(option) {
            Some(affix) => {
                if part.as_ref().is_some_and(|(part, _)| has(part, affix)) {
                    return Ok(Action::Return(Value::Bool(true)));
                }
            }
            None => {
                let got = vm.type_name(option);
                let message = format!("tuple for {name} must only contain str, not {got}");
                return Err(errors::type_error(vm, message));
            }
        }
    }
    Ok(Action::Return(Value::Bool(false)))
}

fn remove(
    vm: &mut Vm,
    args: &Args,
    name: &str,
    strip: for<'a> fn(&'a str, &str) -> Option<&'a str>,
) -> NativeResult {
    let affix = match vm.str_of(args[1]) {
        Some(affix) => affix.to_owned(),
        None => return Err(errors::wrong_argument(vm, name, "str", args[1])),
    };
    let text = this(vm, args);
    let text = strip(text, &affix).unwrap_or(text).to_owned();
    vm.ok_str(text)
}

fn replace(vm: &mut Vm, args: &Args) -> NativeResult {
    let (old, new) = (text(vm, "replace", 1, args[1])?, text(vm, "replace", 2, args[2])?);
    let limit = match args[3] {
        Value::Unbound => usize::MAX,
        _ => usize::try_from(index_arg!(vm, args, 3, replace)).unwrap_or(usize::MAX),
    };
    let whole = this(vm, args);
    let found = if new.len() > old.len() { whole.matches(&old).count().min(limit) } else { 0 };
    if found.saturating_mul(new.len()) > MAX_BYTES {
        return Err(errors::memory_error(vm));
    }
    let text = whole.replacen(&old, &new, limit);
    vm.work += text.len() as u64 / 32;
    vm.ok_str(text)
}

fn limit(vm: &mut Vm, args: &Args) -> Result<Option<usize>, Raised> {
    match args[2] {
        Value::Unbound => Ok(Some(usize::MAX)),
        value => {
            let limit = crate::builtins::arguments::small_index(vm, value)?;
            Ok(limit.map(|n| usize::try_from(n).unwrap_or(usize::MAX)))
        }
    }
}

fn separator(vm: &mut Vm, value: Value) -> Result<Option<String>, Raised> {
    match value {
        Value::Unbound | Value::None => Ok(None),
        value => match vm.str_of(value).map(str::to_owned) {
            Some(sep) if sep.is_empty() => Err(errors::value_error(vm, "empty separator")),
            Some(sep) => Ok(Some(sep)),
            None => {
                let message = format!("must be str or None, not {}", vm.type_name(value));
                Err(errors::type_error(vm, message))
            }
        },
    }
}

fn split(vm: &mut Vm, args: &Args) -> NativeResult {
    let separator = separator(vm, args[1])?;
    let Some(limit) = limit(vm, args)? else { return vm.convert_index(args, 2, split) };
    let text = this(vm, args);
    let parts: Vec<String> = match separator {
        Some(sep) => text.splitn(limit.saturating_add(1), &sep).map(str::to_owned).collect(),
        None => words(text, limit),
    };
    Ok(Action::Return(string_list(vm, parts)))
}

/// Words between white space; after `limit` of them the rest as it is, but for the space before it.
fn words(text: &str, limit: usize) -> Vec<String> {
    let (mut parts, mut rest) = (Vec::new(), text.trim_start_matches(is_space));
    while !rest.is_empty() {
        let end = match parts.len() < limit {
            true => rest.find(is_space).unwrap_or(rest.len()),
            false => rest.len(),
        };
        parts.push(rest[..end].to_owned());
        rest = rest[end..].trim_start_matches(is_space);
    }
    parts
}

fn rsplit(vm: &mut Vm, args: &Args) -> NativeResult {
    let separator = separator(vm, args[1])?;
    let Some(limit) = limit(vm, args)? else { return vm.convert_index(args, 2, rsplit) };
    let text = this(vm, args);
    let mut parts: Vec<String> = match separator {
        Some(sep) => text.rsplitn(limit.saturating_add(1), &sep).map(str::to_owned).collect(),
        None => {
            let (mut parts, mut rest) = (Vec::new(), text.trim_end_matches(is_space));
            while !rest.is_empty() {
                let start = match parts.len() < limit {
                    true => rest
                        .rfind(is_space)
                        .map_or(0, |at| at + rest[at..].chars().next().map_or(1, char::len_utf8)),
                    false => 0,
                };
                parts.push(rest[start..].to_owned());
                rest = rest[..start].trim_end_matches(is_space);
            }
            parts
        }
    };
    parts.reverse();
    Ok(Action::Return(string_list(vm, parts)))
}

fn splitlines(vm: &mut Vm, args: &Args) -> NativeResult {
    let keep = match args[1] {
        Value::Unbound | Value::None | Value::Bool(false) | Value::Int(0) => false,
        Value::Obj(_) => vm.native_truth(args[1]),
        _ => true,
    };
    let mut parts = Vec::new();
    let mut rest = this(vm, args);
    while !rest.is_empty() {
        let breaks =
            |c: char| matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}');
        let end = rest.find(breaks).unwrap_or(rest.len());
        let after = match &rest[end..] {
            tail if tail.starts_with("\r\n") => end + 2,
            tail => end + tail.chars().next().map_or(0, char::len_utf8),
        };
        parts.push(rest[..if keep { after } else { end }].to_owned());
        rest = &rest[after..];
    }
    Ok(Action::Return(string_list(vm, parts)))
}

fn partition(vm: &mut Vm, args: &Args, last: bool) -> NativeResult {
    let Some(sep) = vm.str_of(args[1]).map(str::to_owned) else {
        let message = format!("must be str, not {}", vm.type_name(args[1]));
        return Err(errors::type_error(vm, message));
    };
    if sep.is_empty() {
        return Err(errors::value_error(vm, "empty separator"));
    }
    let text = this(vm, args);
    let found = if last { text.rsplit_once(&sep) } else { text.split_once(&sep) };
    let parts = match found {
        Some((before, after)) => [before.to_owned(), sep, after.to_owned()],
        None if last => [String::new(), String::new(), text.to_owned()],
        None => [text.to_owned(), String::new(), String::new()],
    };
    let parts = parts.map(|part| vm.str(part));
    Ok(Action::Return(vm.tuple(parts)))
}
