//! `re.Pattern` and the scanner behind `finditer`.

use std::rc::Rc;

use super::scan::{By, Scan, Work};
use super::subject::{check, place, text};
use super::{sre_data, units};
use crate::builtins::arguments::index_arg;
use crate::builtins::text::{repr_bytes, repr_str};
use crate::errors;
use crate::heap::Object;
use crate::heap::iter::Iter;
use crate::heap::object::Data;
use crate::native::{Action, Args, Def, NativeFn, NativeResult, Raised};
use crate::regex::{Goal, Piece, Regex, flag, template};
use crate::types;
use crate::value::{Id, Value};
use crate::vm::Vm;

/// A compiled pattern as an object.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    pub(super) regex: Rc<Regex>,
    /// What was compiled.
    pub(super) source: Value,
    /// Groups by name: a mapping proxy.
    pub(super) index: Value,
    /// The class of its matches.
    pub(super) matched: Id,
    pub(super) scanner: Id,
}

/// A search that is asked for one match after the other.
#[derive(Clone, Debug)]
pub(super) struct Scanner {
    pattern: Value,
    /// None when there are no more.
    pub(super) scan: Option<Scan>,
}

sre_data!(Pattern, |this, m| {
    m.values(&[this.source, this.index]);
    m.id(this.matched);
    m.id(this.scanner);
});
sre_data!(Scanner, |this, m| {
    m.value(this.pattern);
    this.scan.iter().for_each(|scan| scan.trace(m));
});

pub(super) const PATTERN: &[Def] = &[
    Def::static_method("Pattern.__new__", "...", |vm, _| {
        Err(errors::type_error(vm, "cannot create 're.Pattern' instances"))
    }),
    Def::method("Pattern.match", "self, string, pos?, endpos?", match_),
    Def::method("Pattern.fullmatch", "self, string, pos?, endpos?", fullmatch),
    Def::method("Pattern.search", "self, string, pos?, endpos?", search),
    Def::method("Pattern.findall", "self, string, pos?, endpos?", findall),
    Def::method("Pattern.finditer", "self, string, pos?, endpos?", finditer),
    Def::method("Pattern.scanner", "self, string, pos?, endpos?", scanner),
    Def::method("Pattern.split", "self, string, maxsplit?", split),
    Def::method("Pattern.sub", "self, repl, string, count?", sub),
    Def::method("Pattern.subn", "self, repl, string, count?", subn),
    Def::method("Pattern.__repr__", "self, /", repr),
    Def::method("Pattern.__eq__", "self, other, /", eq),
    Def::method("Pattern.__copy__", "self, /", |_, args| Ok(Action::Return(args[0]))),
    Def::method("Pattern.__deepcopy__", "self, memo, /", |_, args| Ok(Action::Return(args[0]))),
    Def::class_method("Pattern.__class_getitem__", "cls, item, /", |vm, args| {
        Ok(Action::Return(vm.generic_alias(args[0], args[1])))
    }),
    Def::getter("Pattern.pattern", |vm, args| attribute(vm, args, |p| p.source)),
    Def::getter("Pattern.flags", |vm, args| attribute(vm, args, |p| Value::Int(p.regex.flags.into()))),
    Def::getter("Pattern.groups", |vm, args| attribute(vm, args, |p| Value::Int(p.regex.groups().into()))),
    Def::getter("Pattern.groupindex", |vm, args| attribute(vm, args, |p| p.index)),
];

pub(super) const SCANNER: &[Def] = &[
    Def::method("SRE_Scanner.match", "self, /", |vm, args| next(vm, args, Goal::Match)),
    Def::method("SRE_Scanner.search", "self, /", |vm, args| next(vm, args, Goal::Search)),
    Def::getter("SRE_Scanner.pattern", |vm, args| {
        Ok(Action::Return(vm.host::<Scanner>(args[0]).map_or(Value::None, |scanner| scanner.pattern)))
    }),
];

fn attribute(vm: &Vm, args: &Args, get: impl FnOnce(&Pattern) -> Value) -> NativeResult {
    Ok(Action::Return(vm.host::<Pattern>(args[0]).map_or(Value::None, get)))
}

fn match_(vm: &mut Vm, args: &Args) -> NativeResult {
    begin(vm, args, Goal::Match, match_, |_, scan| Ok(scan.enter(Work::One)))
}

fn fullmatch(vm: &mut Vm, args: &Args) -> NativeResult {
    begin(vm, args, Goal::FullMatch, fullmatch, |_, scan| Ok(scan.enter(Work::One)))
}

fn search(vm: &mut Vm, args: &Args) -> NativeResult {
    begin(vm, args, Goal::Search, search, |_, scan| Ok(scan.enter(Work::One)))
}

fn findall(vm: &mut Vm, args: &Args) -> NativeResult {
    begin(vm, args, Goal::Search, findall, |_, scan| Ok(scan.enter(Work::All(Vec::new()))))
}

fn scanner(vm: &mut Vm, args: &Args) -> NativeResult {
    begin(vm, args, Goal::Search, scanner, |vm, scan| Ok(Action::Return(new_scanner(vm, scan))))
}

fn finditer(vm: &mut Vm, args: &Args) -> NativeResult {
    begin(vm, args, Goal::Search, finditer, |vm, scan| {
        let scanner = new_scanner(vm, scan);
        let (name, class) = (vm.intern("search"), vm.class_of(scanner));
        let method = vm.class_attr(class, name).unwrap_or_default();
        let bound = Object::new(types::METHOD, Data::BoundMethod(Box::new((method, scanner))));
        let function = vm.heap.add(bound).into();
        let iter = Iter::Callable { function, sentinel: Value::None };
        Ok(Action::Return(vm.new_iter(types::CALLABLE_ITERATOR, iter)))
    })
}

fn new_scanner(vm: &mut Vm, scan: Scan) -> Value {
    let class = vm.host::<Pattern>(scan.pattern).map_or(types::OBJECT, |pattern| pattern.scanner);
    vm.host_object(class, Scanner { pattern: scan.pattern, scan: Some(scan) })
}

/// A search in the text and between the places that the arguments say; `again` is the method itself.
fn begin(
    vm: &mut Vm,
    args: &Args,
    goal: Goal,
    again: NativeFn,
    then: impl FnOnce(&mut Vm, Scan) -> NativeResult,
) -> NativeResult {
    let string = args[1];
    check(vm, args[0], string)?;
    let Some(start) = place(vm, string, args[2], 0)? else { return vm.convert_index(args, 2, again) };
    let Some(end) = place(vm, string, args[3], i64::MAX)? else {
        return vm.convert_index(args, 3, again);
    };
    match Scan::new(vm, args[0], string, goal, (start, end)) {
        Some(scan) => then(vm, scan),
        None => Ok(Action::Return(Value::None)),
    }
}

/// The whole text, for what takes a count.
fn whole(vm: &mut Vm, pattern: Value, string: Value) -> Option<Scan> {
    let end = text(vm, string).offset(usize::MAX);
    Scan::new(vm, pattern, string, Goal::Search, (0, end))
}

fn split(vm: &mut Vm, args: &Args) -> NativeResult {
    check(vm, args[0], args[1])?;
    let most = match args[2] {
        Value::Unbound => 0,
        _ => index_arg!(vm, args, 2, split),
    };
    match whole(vm, args[0], args[1]) {
        Some(scan) => Ok(scan.enter(Work::Split { parts: Vec::new(), most, done: 0 })),
        None => Ok(Action::Return(Value::None)),
    }
}

fn sub(vm: &mut Vm, args: &Args) -> NativeResult {
    substitute(vm, args, sub, false)
}

fn subn(vm: &mut Vm, args: &Args) -> NativeResult {
    substitute(vm, args, subn, true)
}

fn substitute(vm: &mut Vm, args: &Args, again: NativeFn, counted: bool) -> NativeResult {
    let most = match args[3] {
        Value::Unbound => 0,
        _ => index_arg!(vm, args, 3, again),
    };
    let by = replacement(vm, args[0], args[1])?;
    check(vm, args[0], args[2])?;
    match whole(vm, args[0], args[2]) {
        Some(scan) => Ok(scan.replacing(by, most, counted)),
        None => Ok(Action::Return(Value::None)),
    }
}

/// What matches are replaced by.
fn replacement(vm: &mut Vm, pattern: Value, by: Value) -> Result<By, Raised> {
    let is_text = vm.str_of(by).is_some();
    if is_text || vm.bytes_of(by).is_some() {
        let pieces = pieces(vm, pattern, by)?;
        let is_other = is_text == vm.host::<Pattern>(pattern).is_some_and(|p| p.regex.is_bytes);
        return Ok(if is_other { By::Value(by) } else { By::Template(pieces.into()) });
    }
    if vm.is_callable(by) {
        return Ok(By::Function(by));
    }
    let message = format!("decoding to str: need a bytes-like object, {} found", vm.type_name(by));
    Err(errors::type_error(vm, message))
}

/// The parts of a template for a pattern.
pub(super) fn pieces(vm: &mut Vm, pattern: Value, source: Value) -> Result<Vec<Piece>, Raised> {
    let Some(regex) = vm.host::<Pattern>(pattern).map(|pattern| pattern.regex.clone()) else {
        return Ok(Vec::new());
    };
    let is_bytes = vm.str_of(source).is_none();
    let points = units(vm, source);
    vm.work += points.len() as u64 / 16;
    template(points, is_bytes, &regex).map_err(|error| super::error::raised(vm, error, source))
}

/// The scanner's next match.
fn next(vm: &mut Vm, args: &Args, goal: Goal) -> NativeResult {
    match vm.host::<Scanner>(args[0]).and_then(|scanner| scanner.scan.clone()) {
        Some(mut scan) => {
            scan.aim(goal);
            Ok(scan.enter(Work::Next(args[0])))
        }
        None => Ok(Action::Return(Value::None)),
    }
}

fn repr(vm: &mut Vm, args: &Args) -> NativeResult {
    let Some(pattern) = vm.host::<Pattern>(args[0]) else { return Ok(Action::Return(Value::None)) };
    let mut flags = pattern.regex.flags;
    if flags & flag::TYPE == flag::UNICODE {
        flags &= !flag::UNICODE;
    }
    let source = match vm.str_of(pattern.source) {
        Some(text) => repr_str(text),
        None => repr_bytes(vm.bytes_of(pattern.source).unwrap_or(&[])),
    };
    let mut out = format!("re.compile({}", source.chars().take(200).collect::<String>());
    let mut separator = ", ";
    for (bit, name) in NAMES {
        if flags & bit != 0 {
            out = out + separator + "re." + name;
            separator = "|";
            flags &= !bit;
        }
    }
    if flags != 0 {
        out += &format!("{separator}0x{flags:x}");
    }
    vm.ok_str(out + ")")
}

const NAMES: [(u32, &str); 8] = [
    (flag::IGNORECASE, "IGNORECASE"),
    (flag::LOCALE, "LOCALE"),
    (flag::MULTILINE, "MULTILINE"),
    (flag::DOTALL, "DOTALL"),
    (flag::UNICODE, "UNICODE"),
    (flag::VERBOSE, "VERBOSE"),
    (128, "DEBUG"),
    (flag::ASCII, "ASCII"),
];

fn eq(vm: &mut Vm, args: &Args) -> NativeResult {
    let both = (vm.host::<Pattern>(args[0]), vm.host::<Pattern>(args[1]));
    let (Some(a), Some(b)) = both else { return Ok(Action::Return(Value::NotImplemented)) };
    let same = a.regex.flags == b.regex.flags
        && vm.str_of(a.source) == vm.str_of(b.source)
        && vm.bytes_of(a.source) == vm.bytes_of(b.source);
    Ok(Action::Return(same.into()))
}
