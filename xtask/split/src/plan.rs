//! Which functions are in which later part.
//!
//! What a visitor's first programs execute is the first part, and what costs next to nothing there. Of the others, those that only the natives of certain
//! Python modules reach are a part of their own, since few programs import those modules; the rest is what any program may need.
//! A function is known as such a module's by its name, which tells whose closure it is, or of whose types a generic one;
//! what no other function calls goes with them. What is in the table or exported may be called by anybody.

use std::collections::HashSet;

use walrus::{FunctionId, FunctionKind, Module};

use crate::{
    Result,
    cut::{self, Numbers},
    likeness, order,
};

/// The Rust modules behind Python's `cmath` and `complex`, `math`, `random` and `re`.
const RARE: [&str; 6] = [
    "loopthread_vm::builtins::complex::",
    "loopthread_vm::vm::arith::complex::",
    "loopthread_vm::builtins::math::",
    "loopthread_vm::builtins::random::",
    "loopthread_vm::builtins::sre::",
    "loopthread_vm::regex::",
];

/// The functions of the later parts: what any program may need, and what only rare modules do.
pub fn later(whole: &[u8], executed: &Numbers) -> Result<(Numbers, Numbers)> {
    let module = Module::from_buffer(whole).map_err(|error| format!("cannot read the wasm: {error}"))?;
    let ids: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let rare: HashSet<FunctionId> = (0..ids.len())
        .filter(|number| !executed.contains(number))
        .map(|number| ids[number])
        .filter(|&id| module.funcs.get(id).name.as_deref().is_some_and(is_rare))
        .collect();
    let mut common: HashSet<FunctionId> = cut::handed_out(&module);
    common.extend(module.start);
    common.extend(executed.iter().map(|&number| ids[number]));
    common.retain(|id| !rare.contains(id));
    let mut fresh: Vec<FunctionId> = common.iter().copied().collect();
    while !fresh.is_empty() {
        let called = cut::callees(&module, fresh.drain(..));
        fresh.extend(called.into_iter().filter(|&id| !rare.contains(&id) && common.insert(id)));
    }
    let unexecuted = (0..ids.len()).filter(|number| {
        !executed.contains(number) && matches!(module.funcs.get(ids[*number]).kind, FunctionKind::Local(_))
    });
    let (mut rest, modules): (Numbers, Numbers) =
        unexecuted.partition(|&number| common.contains(&ids[number]));
    let first = (0..ids.len()).filter(|number| !rest.contains(number) && !modules.contains(number)).collect();
    let cheaper = likeness::cheaper_first(whole, &first, &rest)?;
    rest.retain(|number| !cheaper.contains(number));
    Ok((rest, modules))
}

/// Whether a name has the path of a rare module in it; each of the names of a function that stands for several.
fn is_rare(names: &str) -> bool {
    without_hashes(names).split(order::ALSO).all(|name| RARE.iter().any(|path| name.contains(path)))
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

    /// The names in the rest, and those in the rare modules' part.
    fn sorted_out(wasm: &[u8], executed: &[usize]) -> [Vec<String>; 2] {
        let module = Module::from_buffer(wasm).expect("it is a module");
        let names: Vec<String> =
            module.funcs.iter().map(|function| function.name.clone().unwrap_or_default()).collect();
        // The module is written in an order of its own.
        let number =
            |at: &usize| names.iter().position(|name| name.starts_with(char::from(b'a' + *at as u8)));
        let executed = executed.iter().filter_map(number).collect();
        let (rest, rare) = later(wasm, &executed).expect("it can be planned");
        [rest, rare].map(|numbers| {
            let mut part: Vec<String> = numbers.into_iter().map(|number| names[number].clone()).collect();
            part.sort();
            part
        })
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
        let [rest, rare] = sorted_out(&wasm, &[4, 5]);
        assert_eq!(rest, ["a used by all", "d common"]);
        assert_eq!(rare.iter().map(|name| &name[..5]).collect::<Vec<_>>(), ["b of ", "c sin"]);
    }

    #[test]
    fn what_anybody_may_call_is_rare_by_all_its_names_or_not_at_all() {
        let names = [
            "a in the table",
            "b loopthread_vm::regex::x = core::x",
            "c loopthread_vm::regex::x = loopthread_vm::regex::y",
        ];
        let [rest, rare] = sorted_out(&module(&names.map(|name| (name, &[][..])), 3), &[]);
        assert_eq!(rest, names[..2]);
        assert_eq!(rare, names[2..]);
    }
}
