//! Encodings between str and bytes, with CPython's error handlers.
//!
//! Deliberately absent: encodings that [`kind`] does not name (LookupError), and `surrogateescape`, since strings hold no surrogates.

mod kind;

use crate::errors;
use crate::native::{Action, Args, Def, NativeResult, Raised};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;
use kind::Codec;

/// The text of an `encoding` or `errors` argument; `None` when not given.
pub(super) fn name_argument(
    vm: &mut Vm,
    function: &str,
    argument: &str,
    value: Value,
) -> Result<Option<String>, Raised> {
    match value {
        Value::Unbound => Ok(None),
        value => match vm.str_of(value) {
            Some(text) => Ok(Some(text.to_owned())),
            None => {
                let got = errors::described(vm, value);
                let message = format!("{function}() argument '{argument}' must be str, not {got}");
                Err(errors::type_error(vm, message))
            }
        },
    }
}

fn codec(vm: &mut Vm, name: Option<&str>) -> Result<Codec, Raised> {
    let Some(name) = name else { return Ok(Codec::Utf8) };
    Codec::named(name)
        .ok_or_else(|| errors::new(vm, types::LOOKUP_ERROR, format!("unknown encoding: {name}")))
}

/// `string.encode(encoding, errors)`.
pub(super) fn encode(
    vm: &mut Vm,
    string: Value,
    encoding: Option<&str>,
    on_error: Option<&str>,
) -> Result<Vec<u8>, Raised> {
    let codec = codec(vm, encoding)?;
    let text = vm.str_of(string).unwrap_or("").to_owned();
    vm.work += text.len() as u64 / 32;
    if let Some(bytes) = codec.encode_all(&text) {
        return Ok(bytes);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if let Some(byte) = codec.byte(c) {
            bytes.push(byte);
            at += 1;
            continue;
        }
        let bad = chars[at..].iter().take_while(|&&c| codec.byte(c).is_none()).count();
        for &c in &chars[at..at + bad] {
            match on_error.unwrap_or("strict") {
                "ignore" => {}
                "replace" => bytes.push(b'?'),
                "backslashreplace" => bytes.extend(super::text::escape_non_ascii(&c.to_string()).bytes()),
                "xmlcharrefreplace" => bytes.extend(format!("&#{};", c as u32).bytes()),
                "strict" => {
                    let reason = match codec {
                        Codec::Ascii => "ordinal not in range(128)",
                        Codec::Latin1 => "ordinal not in range(256)",
                        _ => "character maps to <undefined>",
                    };
                    return Err(failed(vm, types::UNICODE_ENCODE_ERROR, codec, string, at, at + bad, reason));
                }
                other => return Err(unknown_handler(vm, other)),
            }
        }
        at += bad;
    }
    Ok(bytes)
}

/// `bytes.decode(encoding, errors)`.
pub(super) fn decode(
    vm: &mut Vm,
    object: Value,
    encoding: Option<&str>,
    on_error: Option<&str>,
) -> Result<String, Raised> {
    let mut bytes = vm.bytes_of(object).unwrap_or(&[]).to_vec();
    let (codec, mark) = codec(vm, encoding)?.unmarked(&bytes);
    vm.work += bytes.len() as u64 / 32;
    let mut text = String::with_capacity(bytes.len());
    let (mut at, mut object) = (mark, object);
    if codec == Codec::Utf8 && mark > 0 {
        // CPython decodes what comes after the mark by itself.
        (bytes, at) = (bytes.split_off(mark), 0);
        object = vm.bytes(bytes.clone());
    }
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let (good, bad, reason) = codec.decode_part(rest, &mut text);
        if bad > 0 {
            match on_error.unwrap_or("strict") {
                "ignore" => {}
                "replace" => text.push('\u{fffd}'),
                "backslashreplace" => {
                    rest[good..good + bad].iter().for_each(|b| text.push_str(&format!("\\x{b:02x}")));
                }
                "strict" => {
                    let (start, end) = (at + good, at + good + bad);
                    return Err(failed(vm, types::UNICODE_DECODE_ERROR, codec, object, start, end, reason));
                }
                other => return Err(unknown_handler(vm, other)),
            }
        }
        at += good + bad;
    }
    Ok(text)
}

fn failed(
    vm: &mut Vm,
    class: crate::value::Id,
    codec: Codec,
    object: Value,
    start: usize,
    end: usize,
    reason: &str,
) -> Raised {
    let (name, reason) = (vm.str(codec.name()), vm.str(reason));
    let args = [name, object, Value::Int(start as i64), Value::Int(end as i64), reason];
    Raised(vm.exception(class, &args))
}

/// Attributes of UnicodeDecodeError and UnicodeEncodeError: their arguments by name.
pub(super) const ERROR_FIELDS: &[Def] = &[
    Def::getter("UnicodeError.encoding", |vm, args| argument(vm, args, 0)),
    Def::getter("UnicodeError.object", |vm, args| argument(vm, args, 1)),
    Def::getter("UnicodeError.start", |vm, args| argument(vm, args, 2)),
    Def::getter("UnicodeError.end", |vm, args| argument(vm, args, 3)),
    Def::getter("UnicodeError.reason", |vm, args| argument(vm, args, 4)),
];

fn argument(vm: &mut Vm, args: &Args, at: usize) -> NativeResult {
    let given = vm.exception_of(args[0]).and_then(|exception| vm.tuple_of(exception.args));
    Ok(Action::Return(given.and_then(|given| given.get(at).copied()).unwrap_or(Value::None)))
}

/// `str` of a UnicodeDecodeError or UnicodeEncodeError that has all its arguments.
pub(crate) fn unicode_error_text(vm: &Vm, error: Value) -> Option<String> {
    let encoding = vm.is_instance(error, types::UNICODE_ENCODE_ERROR);
    if !encoding && !vm.is_instance(error, types::UNICODE_DECODE_ERROR) {
        return None;
    }
    let &[codec, object, start, end, reason] = vm.tuple_of(vm.exception_of(error)?.args)? else {
        return None;
    };
    let (codec, reason) = (vm.str_of(codec)?, vm.str_of(reason)?);
    let (start, end) = (vm.small_int(start)?, vm.small_int(end)?);
    let verb = if encoding { "encode" } else { "decode" };
    let at = usize::try_from(start).ok();
    let one = match end - start {
        1 if encoding => vm.str_of(object).and_then(|text| text.chars().nth(at?)).map(character),
        1 => vm.bytes_of(object).and_then(|bytes| bytes.get(at?)).map(|byte| format!("byte 0x{byte:02x}")),
        _ => None,
    };
    let (what, place) = match one {
        Some(one) => (one, start.to_string()),
        None => {
            let many = if encoding { "characters" } else { "bytes" };
            (many.to_owned(), format!("{start}-{}", end - 1))
        }
    };
    Some(format!("'{codec}' codec can't {verb} {what} in position {place}: {reason}"))
}

fn character(c: char) -> String {
    match u32::from(c) {
        code @ ..=0xff => format!("character '\\x{code:02x}'"),
        code @ ..=0xffff => format!("character '\\u{code:04x}'"),
        code => format!("character '\\U{code:08x}'"),
    }
}

fn unknown_handler(vm: &mut Vm, name: &str) -> Raised {
    errors::new(vm, types::LOOKUP_ERROR, format!("unknown error handler name '{name}'"))
}
