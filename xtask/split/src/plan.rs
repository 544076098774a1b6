//! Which functions are in which later part.
//!
//! What a visitor's first programs execute is the first part, and what costs next to nothing there. Of the others, some parts are for what few
//! programs need: what only the natives of certain Python modules and types reach, and what only the page's tools do, with the words
//! for programs that do not compile; the rest is what any program may need.
//! A function is known as such a part's by its name, which tells whose closure it is, or of whose types a generic one;
//! what no other function calls goes with them. What is in the table or exported may be called by anybody.

use std::collections::HashSet;

use walrus::{FunctionId, FunctionKind, Module};

use crate::{
    Result,
    cut::{self, Numbers},
    likeness, order,
};

/// The Rust modules and functions of the special parts.
const SPECIAL: [&[&str]; 2] = [
    // Behind Python's `cmath` and `complex`, `math`, `random` and `re`; `bytes`; `contextvars`, `weakref`; `pow` with a modulus; integers
    // of more than 64 bits; what the parser does for notebooks, which nothing here calls.
    &[
        "ipython",
        "loopthread_vm::builtins::bytes::",
        "loopthread_vm::builtins::codec::",
        "loopthread_vm::builtins::complex::",
        "loopthread_vm::builtins::int::from_bytes",
        "loopthread_vm::builtins::int::to_bytes",
        "loopthread_vm::builtins::math::",
        "loopthread_vm::builtins::number::pow_modulo",
        "loopthread_vm::builtins::operators::power",
        "loopthread_vm::builtins::random::",
        "loopthread_vm::builtins::sre::",
        "loopthread_vm::regex::",
        "loopthread_vm::vm::arith::complex::",
        "loopthread_vm::vm::arith::integer::big",
        "num_bigint::",
        "loopthread_session::modules::contextvars::",
        "loopthread_session::modules::weakref::",
    ],
    // The Inspector, going back, schedules, completion, and what is wrong with a text that is no Python.
    &[
        "loopthread_vm::syntax::diagnose::",
        "loopthread_vm::vm::inspect::",
        "loopthread_session::complete::",
        "loopthread_session::explore::",
        "loopthread_session::history::seek::",
        "loopthread_session::history::replay::",
        "loopthread_session::inspect::",
        "loopthread_session::session::exploring::",
        "loopthread_protocol::explore::",
        "loopthread_protocol::snapshot::",
    ],
];

/// The functions of the later parts: what any program may need, then the special ones.
pub fn later(whole: &[u8], executed: &Numbers) -> Result<Vec<Numbers>> {
    let module = Module::from_buffer(whole).map_err(|error| format!("cannot read the wasm: {error}"))?;
    let ids: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let numbers = 0..ids.len();
    let named = |paths: &&[&str]| -> HashSet<FunctionId> {
        let is_named = |number: &usize| {
            let name = module.funcs.get(ids[*number]).name.as_deref();
            !executed.contains(number) && name.is_some_and(|name| is_of(name, paths))
        };
        numbers.clone().filter(is_named).map(|number| ids[number]).collect()
    };
    let special: Vec<HashSet<FunctionId>> = SPECIAL.iter().map(named).collect();
    let is_special = |id: &FunctionId| special.iter().any(|part| part.contains(id));
    let mut common: HashSet<FunctionId> = cut::handed_out(&module);
    common.extend(module.start);
    common.extend(executed.iter().map(|&number| ids[number]));
    common.retain(|id| !is_special(id));
    reach(&module, &mut common, is_special);
    // What only one of the special parts reaches is its own.
    let reached: Vec<HashSet<FunctionId>> = special
        .iter()
        .map(|part| {
            let mut part = part.clone();
            reach(&module, &mut part, |id| common.contains(id) || is_special(id));
            part
        })
        .collect();
    let own = |number: &usize| {
        let mut parts = (0..reached.len()).filter(|&part| reached[part].contains(&ids[*number]));
        parts.next().filter(|_| parts.next().is_none())
    };
    let mut later = vec![Numbers::new(); 1 + SPECIAL.len()];
    let is_local = |number: &usize| matches!(module.funcs.get(ids[*number]).kind, FunctionKind::Local(_));
    for number in numbers.clone().filter(|number| !executed.contains(number) && is_local(number)) {
        later[own(&number).map_or(0, |part| 1 + part)].insert(number);
    }
    let first = numbers.filter(|number| later.iter().all(|part| !part.contains(number))).collect();
    let cheaper = likeness::cheaper_first(whole, &first, &later[0])?;
    later[0].retain(|number| !cheaper.contains(number));
    Ok(later)
}

/// Adds what these functions call, directly or not, up to some.
fn reach(module: &Module, these: &mut HashSet<FunctionId>, is_border: impl Fn(&FunctionId) -> bool) {
    let mut fresh: Vec<FunctionId> = these.iter().copied().collect();
    while !fresh.is_empty() {
        let called = cut::callees(module, fresh.drain(..));
        fresh.extend(called.into_iter().filter(|id| !is_border(id) && these.insert(*id)));
    }
}

/// Whether a name has one of the paths in it; each of the names of a function that stands for several.
fn is_of(names: &str, paths: &[&str]) -> bool {
    without_hashes(names).split(order::ALSO).all(|name| paths.iter().any(|path| name.contains(path)))
}

/// The name without what tells apart crates of the same name: `core[c5930c85a12de822]::fmt` is `core::fmt`.
fn without_hashes(name: &str) -> String {
    let mut out = String::new();
    for piece in name.split('[') {
        match piece.split_once(']') {
            Some((hash, tail)) if hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
                out += tail
            }
            _ => out += piece,
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use walrus::{ConstExpr, ElementItems, ElementKind, FunctionBuilder, RefType, ir::Value};

    use super::*;

    /// Functions with these names, each calling some of those before it, the first ones in the table.
    fn module(functions: &[(&str, &[usize])], in_table: usize) -> Vec<u8> {
        let mut module = Module::default();
        let mut ids: Vec<FunctionId> = Vec::new();
        for (name, callees) in functions {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name((*name).to_owned());
            for &callee in *callees {
                builder.func_body().call(ids[callee]);
            }
            ids.push(builder.finish(vec![], &mut module.funcs));
        }
        let table = module.tables.add_local(false, in_table as u64, None, RefType::FUNCREF);
        let offset = ConstExpr::Value(Value::I32(0));
        let items = ElementItems::Functions(ids[..in_table].to_vec());
        let element = module.elements.add(ElementKind::Active { table, offset }, items);
        module.tables.get_mut(table).elem_segments.insert(element);
        module.emit_wasm()
    }

    /// The names in the rest, those in the rare modules' part, and the tools'.
    fn sorted_out(wasm: &[u8], executed: &[usize]) -> Vec<Vec<String>> {
        let module = Module::from_buffer(wasm).expect("it is a module");
        let names: Vec<String> =
            module.funcs.iter().map(|function| function.name.clone().unwrap_or_default()).collect();
        // The module is written in an order of its own.
        let number =
            |at: &usize| names.iter().position(|name| name.starts_with(char::from(b'a' + *at as u8)));
        let executed = executed.iter().filter_map(number).collect();
        let later = later(wasm, &executed).expect("it can be planned");
        let sorted = later.into_iter().map(|numbers| {
            let mut part: Vec<String> = numbers.into_iter().map(|number| names[number].clone()).collect();
            part.sort();
            part
        });
        sorted.collect()
    }

    /// The letters of the functions in each.
    fn letters(parts: Vec<Vec<String>>) -> Vec<String> {
        parts.into_iter().map(|part| part.iter().map(|name| &name[..1]).collect()).collect()
    }

    #[test]
    fn what_only_rare_modules_call_goes_with_them() {
        let wasm = module(
            &[
                ("a used by all", &[]),
                ("b of sines", &[]),
                (
                    "c sin <loopthread_vm[0123456789abcdef]::builtins::math::SIN::{closure#0} as F>::call",
                    &[0, 1],
                ),
                ("d common", &[0]),
                ("e executed <alloc::Vec<loopthread_vm::regex::Node>>::push", &[]),
                ("f caller", &[2, 3, 4]),
            ],
            0,
        );
        assert_eq!(letters(sorted_out(&wasm, &[4, 5])), ["ad", "bc", ""]);
    }

    #[test]
    fn what_two_special_parts_call_is_in_the_rest() {
        let wasm = module(
            &[
                ("a of both", &[]),
                ("b of the tools", &[]),
                ("c loopthread_vm::regex::parse", &[0]),
                ("d loopthread_vm::syntax::diagnose::words", &[0, 1]),
                ("e caller", &[2, 3]),
            ],
            0,
        );
        assert_eq!(letters(sorted_out(&wasm, &[4])), ["a", "c", "bd"]);
    }

    #[test]
    fn what_anybody_may_call_is_rare_by_all_its_names_or_not_at_all() {
        let names = [
            "a in the table",
            "b loopthread_vm::regex::x = core::x",
            "c loopthread_vm::regex::x = loopthread_vm::regex::y",
        ];
        let parts = sorted_out(&module(&names.map(|name| (name, &[][..])), 3), &[]);
        assert_eq!(letters(parts), ["ab", "c", ""]);
    }
}
