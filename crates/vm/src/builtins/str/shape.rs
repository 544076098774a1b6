//! Stripping, padding, tabs, translation.

use crate::builtins::arguments::index_arg;
use crate::errors;
use crate::heap::Dict;
use crate::native::{Action, Args, Def, NativeFn, NativeResult, Raised};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::arith::MAX_BYTES;

use super::case::is_space;
use super::this;

pub(super) const METHODS: &[Def] = &[
    Def::method("str.strip", "self, chars?, /", |vm, args| strip(vm, args, "strip", true, true)),
    Def::method("str.lstrip", "self, chars?, /", |vm, args| strip(vm, args, "lstrip", true, false)),
    Def::method("str.rstrip", "self, chars?, /", |vm, args| strip(vm, args, "rstrip", false, true)),
    Def::method("str.center", "self, width, fillchar?, /", center),
    Def::method("str.ljust", "self, width, fillchar?, /", ljust),
    Def::method("str.rjust", "self, width, fillchar?, /", rjust),
    Def::method("str.zfill", "self, width, /", zfill),
    Def::method("str.expandtabs", "self, tabsize?", expandtabs),
    Def::method("str.translate", "self, table, /", translate),
    Def::static_method("str.maketrans", "x, y?, z?, /", maketrans),
];

fn strip(vm: &mut Vm, args: &Args, name: &str, left: bool, right: bool) -> NativeResult {
    let set: Option<Vec<char>> = match args[1] {
        Value::Unbound | Value::None => None,
        value => match vm.str_of(value) {
            Some(chars) => Some(chars.chars().collect()),
            None => return Err(errors::type_error(vm, format!("{name} arg must be None or str"))),
        },
    };
    let goes = |c: char| set.as_ref().map_or_else(|| is_space(c), |set| set.contains(&c));
    let mut text = this(vm, args);
    if left {
        text = text.trim_start_matches(goes);
    }
    if right {
        text = text.trim_end_matches(goes);
    }
    let text = text.to_owned();
    vm.ok_str(text)
}

fn center(vm: &mut Vm, args: &Args) -> NativeResult {
    // CPython puts the odd blank to the left when the width is odd.
    pad(vm, args, center, |missing, width| missing / 2 + (missing & width & 1))
}

fn ljust(vm: &mut Vm, args: &Args) -> NativeResult {
    pad(vm, args, ljust, |_, _| 0)
}

fn rjust(vm: &mut Vm, args: &Args) -> NativeResult {
    pad(vm, args, rjust, |missing, _| missing)
}

fn pad(vm: &mut Vm, args: &Args, again: NativeFn, before: fn(usize, usize) -> usize) -> NativeResult {
    let width = index_arg!(vm, args, 1, again);
    let fill = match args[2] {
        Value::Unbound => ' ',
        value => match vm.str_of(value).map(|s| (s.chars().next(), s.chars().nth(1))) {
            Some((Some(c), None)) => c,
            Some(_) => {
                return Err(errors::type_error(vm, "The fill character must be exactly one character long"));
            }
            None => {
                let got = vm.type_name(value);
                let message = format!("The fill character must be a unicode character, not {got}");
                return Err(errors::type_error(vm, message));
            }
        },
    };
    let width = usize::try_from(width.max(0)).unwrap_or(usize::MAX);
    let missing = width.saturating_sub(vm.string(args[0]).map_or(0, |s| s.chars()));
    if missing > MAX_BYTES / 4 {
        return Err(errors::memory_error(vm));
    }
    let before = before(missing, width);
    let mut text: String = std::iter::repeat_n(fill, before).collect();
    text.push_str(this(vm, args));
    text.extend(std::iter::repeat_n(fill, missing - before));
    vm.ok_str(text)
}

fn zfill(vm: &mut Vm, args: &Args) -> NativeResult {
    let width = usize::try_from(index_arg!(vm, args, 1, zfill).max(0)).unwrap_or(usize::MAX);
    let missing = width.saturating_sub(vm.string(args[0]).map_or(0, |s| s.chars()));
    if missing > MAX_BYTES {
        return Err(errors::memory_error(vm));
    }
    let text = this(vm, args);
    let (sign, digits) = text.split_at(usize::from(text.starts_with(['+', '-'])));
    let text = format!("{sign}{}{digits}", "0".repeat(missing));
    vm.ok_str(text)
}

fn expandtabs(vm: &mut Vm, args: &Args) -> NativeResult {
    let size = match args[1] {
        Value::Unbound => 8,
        _ => usize::try_from(index_arg!(vm, args, 1, expandtabs)).unwrap_or(0),
    };
    let text = this(vm, args);
    if text.matches('\t').count().saturating_mul(size) > MAX_BYTES {
        return Err(errors::memory_error(vm));
    }
    let (mut out, mut column) = (String::with_capacity(text.len()), 0);
    for c in text.chars() {
        match c {
            '\t' if size > 0 => {
                let blanks = size - column % size;
                out.extend(std::iter::repeat_n(' ', blanks));
                column += blanks;
            }
            '\t' => {}
            c => {
                out.push(c);
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    vm.ok_str(out)
}

/// `str.translate` with a dict, whose keys are ints. Other mappings are not supported.
fn translate(vm: &mut Vm, args: &Args) -> NativeResult {
    if vm.dict_of(args[1]).is_none() {
        if vm.special(args[1], crate::names::GETITEM).is_none() {
            return Err(errors::not_subscriptable(vm, args[1]));
        }
        return Err(errors::not_supported(vm, "str.translate with a mapping that is no dict"));
    }
    let text = this(vm, args).to_owned();
    vm.work += text.len() as u64;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match vm.dict_get_int(args[1], i64::from(c as u32)) {
            None => out.push(c),
            Some(Value::None) => {}
            Some(to) => match (vm.small_int(to), vm.str_of(to)) {
                (_, Some(text)) => out.push_str(text),
                (Some(code), _) => match u32::try_from(code).ok().and_then(char::from_u32) {
                    Some(c) => out.push(c),
                    None => {
                        return Err(errors::value_error(vm, "character mapping must be in range(0x110000)"));
                    }
                },
                _ => {
                    return Err(errors::type_error(vm, "character mapping must return integer, None or str"));
                }
            },
        }
    }
    vm.ok_str(out)
}

fn maketrans(vm: &mut Vm, args: &Args) -> NativeResult {
    let mut table = Dict::new();
    if args[1].is_unbound() {
        let Some(entries) = vm.dict_of(args[0]).map(|d| d.iter().collect::<Vec<_>>()) else {
            return Err(errors::type_error(
                vm,
                "if you give only one argument to maketrans it must be a dict",
            ));
        };
        for (key, value) in entries {
            let key = match vm.str_of(key).map(|s| (s.chars().next(), s.chars().nth(1))) {
                Some((Some(c), None)) => Value::Int(i64::from(c as u32)),
                Some(_) => {
                    let message = "string keys in translate table must be of length 1";
                    return Err(errors::value_error(vm, message));
                }
                None if vm.number(key).is_some_and(|n| n.is_int()) => key,
                None => {
                    let message = "keys in translate table must be strings or integers";
                    return Err(errors::type_error(vm, message));
                }
            };
            vm.dict_set_native(&mut table, key, value);
        }
        return Ok(Action::Return(vm.dict(table).into()));
    }
    let chars = |vm: &mut Vm, at: usize| -> Result<Vec<char>, Raised> {
        match vm.str_of(args[at]) {
            Some(text) => Ok(text.chars().collect()),
            None => Err(errors::wrong_argument_at(vm, "maketrans", at + 1, "str", args[at])),
        }
    };
    let to = chars(vm, 1)?;
    let Some(from) = vm.str_of(args[0]).map(|s| s.chars().collect::<Vec<_>>()) else {
        let message = "first maketrans argument must be a string if there is a second argument";
        return Err(errors::type_error(vm, message));
    };
    if from.len() != to.len() {
        let message = "the first two maketrans arguments must have equal length";
        return Err(errors::value_error(vm, message));
    }
    for (from, to) in from.iter().zip(&to) {
        let (key, value) = (i64::from(*from as u32), i64::from(*to as u32));
        vm.dict_set_native(&mut table, Value::Int(key), Value::Int(value));
    }
    if !args[2].is_unbound() {
        for c in chars(vm, 2)? {
            vm.dict_set_native(&mut table, Value::Int(i64::from(c as u32)), Value::None);
        }
    }
    Ok(Action::Return(vm.dict(table).into()))
}

impl Vm {
    /// The value at an int key whose class does not matter.
    fn dict_get_int(&mut self, dict: Value, key: i64) -> Option<Value> {
        use crate::heap::dict::Probe;
        let dict = self.dict_of(dict)?;
        let hash = crate::vm::key::hash_int(key);
        match dict.probe(hash, |k| self.same_key(k, Value::Int(key))) {
            Probe::Found(found) => Some(dict.value(found)),
            Probe::Missing | Probe::Ask(..) => None,
        }
    }

    /// The truth of a value whose class Python code did not define.
    pub(crate) fn native_truth(&self, value: Value) -> bool {
        match value {
            Value::None | Value::Unbound | Value::Bool(false) | Value::Int(0) => false,
            Value::Float(f) => f != 0.0,
            Value::Obj(_) => {
                self.str_of(value).is_none_or(|s| !s.is_empty())
                    && self.sequence_of(value).is_none_or(|s| !s.is_empty())
                    && self.small_int(value).is_none_or(|i| i != 0)
            }
            _ => true,
        }
    }
}
