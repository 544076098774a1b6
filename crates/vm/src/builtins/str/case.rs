//! Case and the `is…` questions.

use unicode_ident::{is_xid_continue, is_xid_start};

use crate::builtins::text::is_printable;
use crate::builtins::unicode::{
    self,
    case::{each, fold_into, lower_into, lower_text, title_into, upper_into, upper_text},
};
use crate::native::{Action, Args, Def, NativeResult};
use crate::vm::Vm;

use super::this;

pub(super) const METHODS: &[Def] = &[
    Def::method("str.upper", "self, /", |vm, args| mapped(vm, args, upper_text)),
    Def::method("str.lower", "self, /", |vm, args| mapped(vm, args, lower_text)),
    Def::method("str.casefold", "self, /", |vm, args| {
        mapped(vm, args, |text| each(text, |_, c, out| fold_into(c, out)))
    }),
    Def::method("str.capitalize", "self, /", |vm, args| mapped(vm, args, capitalized)),
    Def::method("str.title", "self, /", |vm, args| mapped(vm, args, titled)),
    Def::method("str.swapcase", "self, /", |vm, args| mapped(vm, args, swapped)),
    Def::method("str.isalpha", "self, /", |vm, args| all(vm, args, is_alpha)),
    Def::method("str.isdecimal", "self, /", |vm, args| all(vm, args, is_decimal)),
    Def::method("str.isdigit", "self, /", |vm, args| all(vm, args, is_digit)),
    Def::method("str.isnumeric", "self, /", |vm, args| all(vm, args, is_numeric)),
    Def::method("str.isalnum", "self, /", |vm, args| all(vm, args, |c| is_alpha(c) || is_numeric(c))),
    Def::method("str.isspace", "self, /", |vm, args| all(vm, args, is_space)),
    Def::method("str.isascii", "self, /", |vm, args| answer(this(vm, args).is_ascii())),
    Def::method("str.isprintable", "self, /", |vm, args| answer(this(vm, args).chars().all(is_printable))),
    Def::method("str.isidentifier", "self, /", |vm, args| answer(is_identifier(this(vm, args)))),
    Def::method("str.isupper", "self, /", |vm, args| {
        cased(vm, args, is_upper, |c| is_lower(c) || is_title(c))
    }),
    Def::method("str.islower", "self, /", |vm, args| {
        cased(vm, args, is_lower, |c| is_upper(c) || is_title(c))
    }),
    Def::method("str.istitle", "self, /", |vm, args| answer(is_titled(this(vm, args)))),
];

/// `str.isspace` of one character, which is also what `strip` and `split` take away.
pub(crate) fn is_space(c: char) -> bool {
    match c {
        '\t'..='\r' | '\x1c'..='\x1f' | ' ' => true,
        c => !c.is_ascii() && unicode::SPACE.has(c),
    }
}

/// `str.isidentifier`.
pub(crate) fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || is_xid_start(c)) && chars.all(is_xid_continue)
}

fn mapped(vm: &mut Vm, args: &Args, map: fn(&str) -> String) -> NativeResult {
    let text = map(this(vm, args));
    vm.work += text.len() as u64 / 32;
    vm.ok_str(text)
}

fn answer(yes: bool) -> NativeResult {
    Ok(Action::Return(yes.into()))
}

fn all(vm: &mut Vm, args: &Args, has: fn(char) -> bool) -> NativeResult {
    let text = this(vm, args);
    answer(!text.is_empty() && text.chars().all(has))
}

/// At least one character has the case, none another one.
fn cased(vm: &mut Vm, args: &Args, has: fn(char) -> bool, other: fn(char) -> bool) -> NativeResult {
    let text = this(vm, args);
    answer(text.chars().any(has) && !text.chars().any(other))
}

fn is_alpha(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && unicode::ALPHA.has(c)
}

fn is_decimal(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && unicode::DECIMAL.has(c)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && unicode::DIGIT.has(c)
}

fn is_numeric(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && unicode::NUMERIC.has(c)
}

fn is_lower(c: char) -> bool {
    c.is_ascii_lowercase() || !c.is_ascii() && unicode::LOWER.has(c)
}

fn is_upper(c: char) -> bool {
    c.is_ascii_uppercase() || !c.is_ascii() && unicode::UPPER.has(c)
}

fn is_title(c: char) -> bool {
    !c.is_ascii() && unicode::TITLE.has(c)
}

fn capitalized(text: &str) -> String {
    each(text, |at, c, out| match at {
        0 => title_into(c, out),
        _ => lower_into(text, at, c, out),
    })
}

fn titled(text: &str) -> String {
    let mut inside = false;
    each(text, |at, c, out| {
        match inside {
            true => lower_into(text, at, c, out),
            false => title_into(c, out),
        }
        inside = is_lower(c) || is_upper(c) || is_title(c);
    })
}

fn swapped(text: &str) -> String {
    each(text, |at, c, out| match (is_upper(c), is_lower(c)) {
        (true, _) => lower_into(text, at, c, out),
        (_, true) => upper_into(c, out),
        _ => out.push(c),
    })
}

fn is_titled(text: &str) -> bool {
    let (mut any, mut inside) = (false, false);
    for c in text.chars() {
        if is_upper(c) || is_title(c) {
            if inside {
                return false;
            }
            (any, inside) = (true, true);
        } else if is_lower(c) {
            if !inside {
                return false;
            }
        } else {
            inside = false;
        }
    }
    any
}
