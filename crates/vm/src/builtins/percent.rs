//! `text % values`: printf-style formatting, piece by piece, as `PyUnicode_Format` does. Bytes are formatted as Latin-1.

use num_traits::Signed;

use super::text::escape_non_ascii;
use crate::errors;
use crate::frame::NativeFrame;
use crate::heap::Marker;
use crate::heap::object::Data;
use crate::names;
use crate::native::{Action, NativeResult, Outcome, Raised};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::arith::{MAX_BYTES, Number};
use crate::vm::format::float::{Style, magnitude};

/// Formatting in progress.
#[derive(Clone, Debug)]
pub struct PercentFrame {
    template: Vec<char>,
    /// What is formatted, where that is bytes or a bytearray.
    bytes: Value,
    at: usize,
    out: String,
    /// A tuple, or the only value.
    values: Value,
    next: usize,
    stage: Stage,
    /// The item looked up by name for the conversion at hand.
    item: Value,
}

/// Where formatting stands.
#[derive(Clone, Debug)]
enum Stage {
    /// In plain text.
    Text,
    /// Behind a `%`, or behind its `(name)` when `item` is set.
    Conversion,
    /// The item of a `(name)` is being fetched.
    Fetching,
    /// The conversion's value is being made into text or a number.
    Asking(Conversion),
}

/// `%[(name)][flags][width][.precision]type`.
#[derive(Clone, Debug, Default)]
struct Conversion {
    left: bool,
    plus: bool,
    blank: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
    kind: char,
}

/// `str.__mod__`, `bytes.__mod__`.
pub(super) fn modulo(vm: &mut Vm, template: Value, values: Value) -> NativeResult {
    let (template, bytes) = match (vm.str_of(template), vm.bytes_of(template)) {
        (None, Some(bytes)) => (bytes.iter().map(|&byte| char::from(byte)).collect(), template),
        (text, _) => (text.unwrap_or("").chars().collect(), Value::Unbound),
    };
    let frame = PercentFrame {
        template,
        bytes,
        at: 0,
        out: String::new(),
        values,
        next: 0,
        stage: Stage::Text,
        item: Value::Unbound,
    };
    Ok(Action::Enter(NativeFrame::Percent(Box::new(frame))))
}

/// `str(v)` for `s`, else `repr(v)`. For `a` the caller escapes.
pub(super) fn text_of(vm: &mut Vm, value: Value, kind: char) -> NativeResult {
    if kind == 's' { vm.str_value(value) } else { vm.repr(value) }
}

impl PercentFrame {
    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        if !matches!(outcome, Outcome::Start) {
            let value = outcome.value(vm)?;
            self.take(vm, value)?;
        }
        loop {
            let action = match self.stage {
                Stage::Text => match self.template.get(self.at) {
                    None => return self.finish(vm),
                    Some(&c) => {
                        self.at += 1;
                        match c {
                            '%' => self.stage = Stage::Conversion,
                            c => self.out.push(c),
                        }
                        None
                    }
                },
                _ => self.conversion(vm)?,
            };
            match action {
                None => {}
                Some(Action::Return(value)) => self.take(vm, value)?,
                Some(action) => return Ok(action),
            }
        }
    }

    fn finish(&mut self, vm: &mut Vm) -> NativeResult {
        let left = match vm.tuple_of(self.values) {
            Some(items) => self.next < items.len(),
            None => self.next == 0 && !self.is_mapping(vm),
        };
        if left {
            let what = if self.bytes.is_unbound() { "string" } else { "bytes" };
            let message = format!("not all arguments converted during {what} formatting");
            return Err(errors::type_error(vm, message));
        }
        vm.work += self.out.len() as u64 / 16;
        if !self.bytes.is_unbound() {
            let bytes = super::bytes::latin_1(&self.out);
            return Ok(Action::Return(super::bytes::like(vm, self.bytes, bytes)));
        }
        vm.ok_str(std::mem::take(&mut self.out))
    }

    fn is_mapping(&self, vm: &Vm) -> bool {
        !matches!(vm.data(self.values), Some(Data::Tuple(_) | Data::Str(_)))
            && (vm.native_len(self.values).is_some() || vm.special(self.values, names::GETITEM).is_some())
    }

    /// Reads a conversion after its `%` and asks for what it needs; no action when it is done.
    fn conversion(&mut self, vm: &mut Vm) -> Result<Option<Action>, Raised> {
        if self.peek() == Some('(') && self.item.is_unbound() {
            let action = self.fetch(vm)?;
            self.stage = Stage::Fetching;
            return Ok(Some(action));
        }
        let mut c = Conversion::default();
        while let Some(flag) = self.peek() {
            match flag {
                '-' => c.left = true,
                '+' => c.plus = true,
                ' ' => c.blank = true,
                '#' => c.alternate = true,
                '0' => c.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        if self.peek() == Some('*') {
            self.at += 1;
            let width = self.star(vm)?;
            c.left |= width < 0;
            c.width = width.unsigned_abs() as usize;
        } else {
            c.width = self.number(vm, "width too big")?.unwrap_or(0);
        }
        if self.peek() == Some('.') {
            self.at += 1;
            c.precision = Some(if self.peek() == Some('*') {
                self.at += 1;
                usize::try_from(self.star(vm)?).unwrap_or(0)
            } else {
                self.number(vm, "precision too big")?.unwrap_or(0)
            });
        }
        if c.width.max(c.precision.unwrap_or(0)) > MAX_BYTES / 4 {
            return Err(errors::memory_error(vm));
        }
        if matches!(self.peek(), Some('h' | 'l' | 'L')) {
            self.at += 1;
        }
        let Some(kind) = self.peek() else {
            return Err(errors::value_error(vm, "incomplete format"));
        };
        self.at += 1;
        c.kind = kind;
        if kind == '%' && self.item.is_unbound() {
            self.out.push('%');
            self.stage = Stage::Text;
            return Ok(None);
        }
        let value = self.value(vm)?;
        if !"diuoxXeEfFgGcrsa".contains(kind) && (kind != 'b' || self.bytes.is_unbound()) {
            let message = format!(
                "unsupported format character '{}' (0x{:x}) at index {}",
                if (' '..='~').contains(&kind) { kind } else { '?' },
                kind as u32,
                self.at - 1
            );
            return Err(errors::value_error(vm, message));
        }
        if !self.bytes.is_unbound() {
            return self.ask_bytes(vm, c, value).map(Some);
        }
        self.stage = Stage::Asking(c);
        ask(vm, kind, value).map(Some)
    }

    fn peek(&self) -> Option<char> {
        self.template.get(self.at).copied()
    }

    fn number(&mut self, vm: &mut Vm, too_big: &str) -> Result<Option<usize>, Raised> {
        let mut value = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            let next = value.unwrap_or(0usize) * 10 + digit as usize;
            if next > i32::MAX as usize {
                return Err(errors::value_error(vm, too_big));
            }
            value = Some(next);
            self.at += 1;
        }
        Ok(value)
    }

    /// The argument that `*` stands for.
    fn star(&mut self, vm: &mut Vm) -> Result<i64, Raised> {
        let value = self.value(vm)?;
        match vm.small_int(value) {
            Some(n) => Ok(n),
            None if vm.native_index(value).is_some() => {
                Err(errors::overflow_error(vm, "Python int too large to convert to C ssize_t"))
            }
            None => Err(errors::type_error(vm, "* wants int")),
        }
    }

    fn value(&mut self, vm: &mut Vm) -> Result<Value, Raised> {
        if !self.item.is_unbound() {
            return Ok(std::mem::take(&mut self.item));
        }
        let value = match vm.tuple_of(self.values) {
            Some(items) => items.get(self.next).copied(),
            None => (self.next == 0).then_some(self.values),
        };
        self.next += 1;
        match value {
            Some(value) => Ok(value),
            None => Err(errors::type_error(vm, "not enough arguments for format string")),
        }
    }

    /// `(name)`: asks the mapping.
    fn fetch(&mut self, vm: &mut Vm) -> Result<Action, Raised> {
        if !self.is_mapping(vm) {
            return Err(errors::type_error(vm, "format requires a mapping"));
        }
        let (start, mut open) = (self.at + 1, 0);
        loop {
            match self.peek() {
                None => return Err(errors::value_error(vm, "incomplete format key")),
                Some('(') => open += 1,
                Some(')') => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                break;
            }
        }
        let name: String = self.template[start..self.at - 1].iter().collect();
        let key = match self.bytes {
            Value::Unbound => vm.str(name),
            _ => vm.bytes(super::bytes::latin_1(&name)),
        };
        self.next = 1;
        vm.get_item(self.values, key)
    }

    /// As [`ask`], for a conversion in bytes: `b` and `s` want bytes, `c` a byte, and text comes escaped.
    fn ask_bytes(&mut self, vm: &mut Vm, mut c: Conversion, value: Value) -> NativeResult {
        let kind = c.kind;
        if kind == 'r' {
            c.kind = 'a';
        }
        if kind == 'c' {
            let byte = vm.small_int(value).map(u8::try_from);
            let given = vm.bytes_of(value).filter(|bytes| bytes.len() == 1).map(|bytes| bytes[0]);
            let byte = match (byte, given) {
                (Some(Err(_)), _) => return Err(errors::overflow_error(vm, "%c arg not in range(256)")),
                (Some(Ok(byte)), _) | (None, Some(byte)) => byte,
                (None, None) => {
                    let message = "%c requires an integer in range(256) or a single byte";
                    return Err(errors::type_error(vm, message));
                }
            };
            self.stage = Stage::Asking(c);
            return Ok(Action::Return(vm.char_value(char::from(byte))));
        }
        if !matches!(kind, 'b' | 's') {
            if vm.str_of(value).is_some() && matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G') {
                return Err(errors::type_error(vm, "float argument required, not str"));
            }
            self.stage = Stage::Asking(c);
            return ask(vm, if kind == 'r' { 'a' } else { kind }, value);
        }
        c.kind = 's';
        self.stage = Stage::Asking(c);
        if let Some(bytes) = vm.bytes_of(value) {
            let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
            return vm.ok_str(text);
        }
        match vm.checked_special(names::BYTES, value) {
            Some(result) => result,
            None => {
                let got = vm.type_name(value);
                let message = format!(
                    "%b requires a bytes-like object, or an object that implements __bytes__, not '{got}'"
                );
                Err(errors::type_error(vm, message))
            }
        }
    }

    /// The value that was asked for.
    fn take(&mut self, vm: &mut Vm, value: Value) -> Result<(), Raised> {
        let conversion = match std::mem::replace(&mut self.stage, Stage::Text) {
            Stage::Asking(conversion) => conversion,
            _ => {
                self.item = value;
                self.stage = Stage::Conversion;
                return Ok(());
            }
        };
        let value =
            match vm.bytes_of(value).map(|bytes| bytes.iter().map(|&b| char::from(b)).collect::<String>()) {
                Some(text) => vm.str(text),
                None => value,
            };
        let (head, body) = written(vm, &conversion, value)?;
        let length = head.len() + body.chars().count();
        let missing = conversion.width.saturating_sub(length);
        let zeros = conversion.zero && !conversion.left && !matches!(conversion.kind, 's' | 'r' | 'a' | 'c');
        let blanks = |n: usize| std::iter::repeat_n(' ', n);
        if !conversion.left && !zeros {
            self.out.extend(blanks(missing));
        }
        self.out.push_str(&head);
        if zeros {
            self.out.extend(std::iter::repeat_n('0', missing));
        }
        self.out.push_str(&body);
        if conversion.left {
            self.out.extend(blanks(missing));
        }
        Ok(())
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.bytes, self.values, self.item]);
    }
}

/// Makes `value` what a conversion of this kind writes: a string or a plain number.
fn ask(vm: &mut Vm, kind: char, value: Value) -> NativeResult {
    let (method, wanted) = match kind {
        's' | 'r' | 'a' => return text_of(vm, value, kind),
        'c' if vm.str_of(value).is_some() => return Ok(Action::Return(value)),
        'd' | 'i' | 'u' => match vm.number(value) {
            Some(Number::Complex(..)) | None => (names::INT, "a real number is required"),
            Some(_) => return Ok(Action::Return(value)),
        },
        'o' | 'x' | 'X' | 'c' => match vm.number(value).is_some_and(|n| n.is_int()) {
            true => return Ok(Action::Return(value)),
            false => (names::INDEX, "an integer is required"),
        },
        _ => match vm.number(value) {
            Some(Number::Complex(..)) | None => (names::FLOAT, ""),
            Some(_) => return Ok(Action::Return(value)),
        },
    };
    let own = if vm.number(value).is_some() { None } else { vm.checked_special(method, value) };
    match (own, kind) {
        (Some(result), _) => result,
        (None, 'c') => Err(errors::type_error(vm, "%c requires int or char")),
        (None, _) if wanted.is_empty() => Err(errors::not_a_real_number(vm, value)),
        (None, _) => {
            let message = format!("%{kind} format: {wanted}, not {}", vm.type_name(value));
            Err(errors::type_error(vm, message))
        }
    }
}

/// Sign and prefix, then the rest.
fn written(vm: &mut Vm, c: &Conversion, value: Value) -> Result<(String, String), Raised> {
    let text = match (c.kind, vm.str_of(value)) {
        ('c', Some(text)) if text.chars().count() != 1 => {
            return Err(errors::type_error(vm, "%c requires int or char"));
        }
        ('a', Some(text)) => Some(escape_non_ascii(text)),
        (_, Some(text)) => Some(text.to_owned()),
        (_, None) => None,
    };
    if let Some(text) = text {
        let cut = c.precision.filter(|_| c.kind != 'c').unwrap_or(usize::MAX);
        return Ok((String::new(), text.chars().take(cut).collect()));
    }
    let number = vm.number(value).unwrap_or(Number::Small(0));
    match c.kind {
        'c' => match vm.small_int(value).and_then(|n| u32::try_from(n).ok()).and_then(char::from_u32) {
            Some(code) => Ok((String::new(), code.to_string())),
            None => Err(errors::overflow_error(vm, "%c arg not in range(0x110000)")),
        },
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
            let n = match number {
                Number::Float(f) => super::float::truncated(vm, f)?,
                number => number.into_big(),
            };
            let (radix, prefix) = match c.kind {
                'o' => (8, "0o"),
                'x' => (16, "0x"),
                'X' => (16, "0X"),
                _ => (10, ""),
            };
            let digits = if radix == 10 { vm.decimal(&n.abs())? } else { n.magnitude().to_str_radix(radix) };
            let digits = if c.kind == 'X' { digits.to_ascii_uppercase() } else { digits };
            let zeros = "0".repeat(c.precision.unwrap_or(0).saturating_sub(digits.len()));
            let prefix = if c.alternate { prefix } else { "" };
            Ok((format!("{}{prefix}", sign(c, n.is_negative())), zeros + &digits))
        }
        kind => {
            let f = number.to_float(vm)?;
            let style = Style {
                kind: kind.to_ascii_lowercase(),
                precision: c.precision.unwrap_or(6),
                alternate: c.alternate,
                point: false,
            };
            let text = magnitude(f, style);
            let text = if kind.is_ascii_uppercase() { text.to_ascii_uppercase() } else { text };
            Ok((sign(c, f.is_sign_negative() && !f.is_nan()).to_owned(), text))
        }
    }
}

fn sign(c: &Conversion, negative: bool) -> &'static str {
    match () {
        () if negative => "-",
        () if c.plus => "+",
        () if c.blank => " ",
        () => "",
    }
}
