//! Functions that are alike, side by side, and equal ones once.
//!
//! **The order of a module's functions means nothing to who runs it**, but a compressor finds more in common where like follows
//! like: first those of one type, then, among them, those that begin alike. That is worth 14 KB of a visitor's download.
//! Other orders were measured and gain less: by name, by size, as the linker has them, and greedily by what any two share.
//! Equal functions are what generic code leaves behind; with them, those become equal that differ in which of them they call.
//! Where functions have names, one that stands for several has all of theirs.

use std::collections::BTreeMap;

use wasm_encoder::{
    CodeSection, FunctionSection, Module, NameMap, NameSection,
    reencode::{Error, Reencode},
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionBody, FunctionSectionReader, KnownCustom, Name, Parser,
    Payload, TypeRef,
};

use crate::Result;

/// Between the names of a function that stands for several.
pub const ALSO: &str = " = ";

/// The module with its functions in that order.
pub fn by_likeness(wasm: &[u8]) -> Result<Vec<u8>> {
    let (mut ordered, mut merged) = once(wasm)?;
    while merged > 0 {
        (ordered, merged) = once(&ordered)?;
    }
    Ok(ordered)
}

/// The module in order, and how many functions became one with another.
fn once(wasm: &[u8]) -> Result<(Vec<u8>, usize)> {
    let functions = Functions::read(wasm).map_err(|error| format!("cannot read the wasm: {error}"))?;
    let mut reorder = Reorder::new(&functions);
    let mut module = Module::new();
    reorder
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| format!("cannot order the wasm: {error}"))?;
    Ok((module.finish(), functions.bodies.len() - reorder.order.len()))
}

/// What is to be ordered: the module's own functions have numbers from `imported` on.
pub struct Functions<'a> {
    pub imported: u32,
    types: Vec<u32>,
    pub bodies: Vec<FunctionBody<'a>>,
    /// Empty where there are none.
    names: Vec<(u32, &'a str)>,
}

impl<'a> Functions<'a> {
    pub fn read(wasm: &'a [u8]) -> wasmparser::Result<Self> {
        let mut functions = Self { imported: 0, types: Vec::new(), bodies: Vec::new(), names: Vec::new() };
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        functions.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    functions.types = section.into_iter().collect::<wasmparser::Result<_>>()?;
                }
                Payload::CodeSectionEntry(body) => functions.bodies.push(body),
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(parts) = section.as_known() else { continue };
                    for part in parts {
                        let Name::Function(map) = part? else { continue };
                        for naming in map {
                            let naming = naming?;
                            functions.names.push((naming.index, naming.name));
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(functions)
    }

    /// What the order goes by, and what equal functions have in common.
    fn looks(&self, at: usize) -> (u32, &'a [u8]) {
        (self.types[at], self.bodies[at].as_bytes())
    }
}

/// Writes the module again, with each function in its new place.
struct Reorder<'a> {
    functions: &'a Functions<'a>,
    /// The functions that stay, as places in the old module's lists.
    order: Vec<usize>,
    /// The new number of each function, imported ones included.
    numbers: Vec<u32>,
}

impl<'a> Reorder<'a> {
    fn new(functions: &'a Functions<'a>) -> Self {
        let mut sorted: Vec<usize> = (0..functions.bodies.len()).collect();
        sorted.sort_by_key(|&at| functions.looks(at));
        let mut order: Vec<usize> = Vec::new();
        let mut numbers: Vec<u32> = (0..functions.imported + sorted.len() as u32).collect();
        for at in sorted {
            if order.last().is_none_or(|&last| functions.looks(last) != functions.looks(at)) {
                order.push(at);
            }
            numbers[functions.imported as usize + at] = functions.imported + order.len() as u32 - 1;
        }
        Self { functions, order, numbers }
    }
}

impl Reencode for Reorder<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error> {
        Ok(self.numbers[function as usize])
    }

    fn parse_function_section(
        &mut self,
        section: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> std::result::Result<(), Error> {
        for &at in &self.order {
            section.function(self.functions.types[at]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        section: &mut CodeSection,
        _: CodeSectionReader<'_>,
    ) -> std::result::Result<(), Error> {
        for at in self.order.clone() {
            self.parse_function_body(section, self.functions.bodies[at].clone())?;
        }
        Ok(())
    }

    /// Names of functions, and nothing else that says nothing to who runs it.
    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> std::result::Result<(), Error> {
        if !matches!(section.as_known(), KnownCustom::Name(_)) {
            return Ok(());
        }
        let mut names: BTreeMap<u32, String> = BTreeMap::new();
        for &(function, name) in &self.functions.names {
            let all = names.entry(self.numbers[function as usize]).or_default();
            if !all.is_empty() {
                *all += ALSO;
            }
            *all += name;
        }
        let mut map = NameMap::new();
        names.iter().for_each(|(&function, name)| map.append(function, name));
        let mut section = NameSection::new();
        section.functions(&map);
        module.section(&section);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use walrus::{
        ExportItem, FunctionBuilder, FunctionId, FunctionKind, ValType,
        ir::{Instr, Value},
    };

    use super::*;

    #[test]
    fn each_name_leads_to_the_same_function_like_follows_like_and_equals_are_one_with_all_their_names() {
        let mut module = walrus::Module::default();
        for (name, number) in [("c", 3_i32), ("a", 1), ("b", 2), ("also b", 2)] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            builder.name(name.to_owned());
            builder.func_body().i32_const(number);
            let function = builder.finish(vec![], &mut module.funcs);
            module.exports.add(name, function);
        }
        let ordered = by_likeness(&module.emit_wasm()).expect("it can be ordered");
        let module = walrus::Module::from_buffer(&ordered).expect("it is a module");
        let constant = |id: FunctionId| match &module.funcs.get(id).kind {
            FunctionKind::Local(local) => match local.block(local.entry_block()).first() {
                Some((Instr::Const(constant), _)) => match constant.value {
                    Value::I32(number) => Some(number),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        };
        let order: Vec<_> = module.funcs.iter().map(|function| constant(function.id())).collect();
        assert_eq!(order, [Some(1), Some(2), Some(3)]);
        let names: Vec<_> =
            module.funcs.iter().map(|function| function.name.as_deref().unwrap_or("")).collect();
        assert!(names == ["a", "b = also b", "c"] || names == ["a", "also b = b", "c"], "{names:?}");
        let exports: Vec<_> = module
            .exports
            .iter()
            .map(|export| match export.item {
                ExportItem::Function(function) => (export.name.as_str(), constant(function)),
                _ => panic!("only functions are exported"),
            })
            .collect();
        assert_eq!(exports, [("c", Some(3)), ("a", Some(1)), ("b", Some(2)), ("also b", Some(2))]);
    }
}
