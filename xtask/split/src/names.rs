//! Short names for what the wasm and wasm-bindgen's glue call of each other.
//!
//! wasm-bindgen's names end in hashes, which nothing compresses: most of what imports cost. **A name is replaced in both files
//! or in neither**: in the wasm as a whole, in the glue as a whole identifier.

use std::collections::HashMap;

use wasm_encoder::{
    ExportSection, ImportSection, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{Export, ImportSectionReader, Parser, Payload};

use crate::Result;

/// The wasm and its glue, with short names.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let failed = |error: &dyn std::fmt::Display| format!("cannot shorten the names: {error}");
    let names = Names::read(wasm).map_err(|error| failed(&error))?;
    let mut module = Module::new();
    Shorten(&names).parse_core_module(&mut module, Parser::new(0), wasm).map_err(|error| failed(&error))?;
    Ok((module.finish(), names.replaced_in(glue)))
}

/// The short names of the long ones.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    fn read(wasm: &[u8]) -> wasmparser::Result<Self> {
        let mut names = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        names.add(import?.name);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        names.add(export?.name);
                    }
                }
                _ => {}
            }
        }
        Ok(names)
    }

    /// Those of wasm-bindgen's own making are nobody else's business.
    fn add(&mut self, name: &str) {
        if (name.starts_with("__") || name.starts_with("wasm_bindgen")) && !self.0.contains_key(name) {
            self.0.insert(name.to_owned(), short(self.0.len()));
        }
    }

    fn get<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }

    fn replaced_in(&self, glue: &str) -> String {
        let is_of_identifier = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let mut out = String::new();
        let mut tail = glue;
        while !tail.is_empty() {
            let word = tail.find(|c| !is_of_identifier(c)).unwrap_or(tail.len());
            out += self.get(&tail[..word]);
            let next = tail[word..].find(is_of_identifier).map_or(tail.len(), |gap| word + gap);
            out += &tail[word..next];
            tail = &tail[next..];
        }
        out
    }
}

/// `a`, `b`, … `z`, `aa`, `ba` and so on.
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// Writes a module again.
struct Shorten<'a>(&'a Names);

impl Reencode for Shorten<'_> {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> std::result::Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            imports.import(import.module, self.0.get(import.name), self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> std::result::Result<(), Error> {
        let (kind, index) = (self.export_kind(export.kind)?, self.external_index(export.kind, export.index)?);
        exports.export(self.0.get(export.name), kind, index);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, ValType};

    use super::*;

    #[test]
    fn names_of_the_glue_become_short_in_both_files() {
        let mut module = walrus::Module::default();
        let nothing = module.types.add(&[], &[]);
        module.add_import_func("./page_bg.js", "__wbg_body_e549239eaff082e1", nothing);
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        builder.func_body().i32_const(1);
        let function = builder.finish(vec![], &mut module.funcs);
        for name in ["main", "__wbindgen_start", "wasm_bindgen_f7_invoke"] {
            module.exports.add(name, function);
        }
        let glue = "{__wbg_body_e549239eaff082e1:f,$__wbindgen_start:g};w.__wbindgen_start(wasm_bindgen)";
        let (wasm, glue) = shorten(&module.emit_wasm(), glue).expect("they can be shortened");
        assert_eq!(glue, "{a:f,$__wbindgen_start:g};w.b(wasm_bindgen)");
        let module = walrus::Module::from_buffer(&wasm).expect("it is a module");
        assert_eq!(module.imports.iter().map(|import| import.name.as_str()).collect::<Vec<_>>(), ["a"]);
        let exports: Vec<_> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exports, ["main", "b", "c"]);
    }

    #[test]
    fn no_two_short_names_are_the_same() {
        assert_eq!([0, 25, 26, 51, 52, 26 + 26 * 26].map(short), ["a", "z", "aa", "za", "ab", "aaa"]);
    }
}
