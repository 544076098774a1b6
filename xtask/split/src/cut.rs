//! Cutting a wasm module in two.
//!
//! In the first part, a function that is left out is a stub: it has the rest loaded unless it is there, and calls the real one
//! through the table. The rest imports everything else from the first part, by position, and writes its functions into
//! the table when it is instantiated; `www/worker/loader.js` does that. **Every call works in either order**, so which
//! functions are where is a matter of time only.
//! Deliberately absent: data. All of it stays in the first part.

use walrus::{
    ConstExpr, ElementItems, ElementKind, FunctionBuilder, FunctionId, FunctionKind, GlobalId, GlobalKind,
    ImportedFunction, LocalFunction, Module, TableId, TypeId, ValType,
    ir::{UnaryOp, Value},
};

use crate::{Result, profile::Executed};

/// The module that the loader imports for the first part; its function loads the rest.
const LOADER: (&str, &str) = ("loopthread", "load");
/// What the rest calls the first part.
const FIRST: &str = "first";
/// The exported flag: whether the rest is there.
const LOADED: &str = "loaded";
/// A function smaller than this is not worth its stub.
const LEAST_SIZE: u64 = 30;

/// The two modules.
pub struct Parts {
    pub first: Vec<u8>,
    pub rest: Vec<u8>,
    /// Functions in all, and those of the first part.
    pub functions: usize,
    pub kept: usize,
}

/// Cuts `whole`, keeping the executed functions in the first part.
pub fn cut(whole: &[u8], executed: &Executed) -> Result<Parts> {
    let mut first = read(whole)?;
    let mut rest = read(whole)?;
    let moved: Vec<usize> = first
        .funcs
        .iter()
        .enumerate()
        .filter(|(number, function)| match &function.kind {
            FunctionKind::Local(local) => !executed.contains(number) && local.size() >= LEAST_SIZE,
            _ => false,
        })
        .map(|(number, _)| number)
        .collect();
    let table = first
        .tables
        .main_function_table()
        .map_err(|error| error.to_string())?
        .ok_or("the wasm has no table of functions")?;
    let base = first.tables.get(table).initial;
    let functions = first.funcs.iter().count();
    make_rest(&mut rest, &moved, base)?;
    make_first(&mut first, &moved, table, base);
    walrus::passes::gc::run(&mut rest);
    walrus::passes::gc::run(&mut first);
    let needed: Vec<String> = rest.imports.iter().map(|import| import.name.clone()).collect();
    drop_exports(&mut first, &needed);
    walrus::passes::gc::run(&mut first);
    Ok(Parts { first: first.emit_wasm(), rest: rest.emit_wasm(), functions, kept: functions - moved.len() })
}

fn read(whole: &[u8]) -> Result<Module> {
    Module::from_buffer(whole).map_err(|error| format!("cannot read the wasm: {error}"))
}

/// How the parts call a function, by its number in the whole.
fn function_name(number: usize) -> String {
    format!("f{number}")
}

/// Stubs for what has moved, and exports of all that the rest may want.
fn make_first(module: &mut Module, moved: &[usize], table: TableId, base: u64) {
    let ids: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    for (number, &id) in ids.iter().enumerate() {
        if moved.binary_search(&number).is_err() {
            module.exports.add(&function_name(number), id);
        }
    }
    let globals: Vec<GlobalId> = module.globals.iter().map(|global| global.id()).collect();
    for (number, id) in globals.into_iter().enumerate() {
        module.exports.add(&format!("g{number}"), id);
    }
    let tables: Vec<TableId> = module.tables.iter().map(|table| table.id()).collect();
    for (number, id) in tables.into_iter().enumerate() {
        module.exports.add(&format!("t{number}"), id);
    }
    for (number, id) in
        module.memories.iter().map(|memory| memory.id()).collect::<Vec<_>>().into_iter().enumerate()
    {
        module.exports.add(&format!("m{number}"), id);
    }
    let loaded = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
    module.exports.add(LOADED, loaded);
    let nothing = module.types.add(&[], &[]);
    let (load, _) = module.add_import_func(LOADER.0, LOADER.1, nothing);
    let grown = base + moved.len() as u64;
    let functions = module.tables.get_mut(table);
    functions.initial = grown;
    functions.maximum = functions.maximum.map(|maximum| maximum.max(grown));
    for (slot, &number) in moved.iter().enumerate() {
        let ty = module.funcs.get(ids[number]).ty();
        let stub = stub(module, ty, load, loaded, table, base as i32 + slot as i32);
        module.funcs.get_mut(ids[number]).kind = FunctionKind::Local(stub);
    }
}

/// `if !loaded { load() }`, then the function in the table's slot.
fn stub(
    module: &mut Module,
    ty: TypeId,
    load: FunctionId,
    loaded: GlobalId,
    table: TableId,
    slot: i32,
) -> LocalFunction {
    let (parameters, results) = (module.types.params(ty).to_vec(), module.types.results(ty).to_vec());
    let arguments: Vec<_> = parameters.iter().map(|&ty| module.locals.add(ty)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    let mut body = builder.func_body();
    body.global_get(loaded).unop(UnaryOp::I32Eqz).if_else(
        None,
        |then| {
            then.call(load);
        },
        |_| {},
    );
    for &argument in &arguments {
        body.local_get(argument);
    }
    body.i32_const(slot).call_indirect(ty, table);
    builder.local_func(arguments)
}

/// Only what has moved; everything else is imported.
fn make_rest(module: &mut Module, moved: &[usize], base: u64) -> Result {
    for id in module.exports.iter().map(|export| export.id()).collect::<Vec<_>>() {
        module.exports.delete(id);
    }
    for id in module.elements.iter().map(|element| element.id()).collect::<Vec<_>>() {
        module.elements.delete(id);
    }
    for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        module.data.delete(id);
    }
    module.start = None;
    for id in module.imports.iter().map(|import| import.id()).collect::<Vec<_>>() {
        module.imports.delete(id);
    }
    let ids: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    for (number, &id) in ids.iter().enumerate() {
        if moved.binary_search(&number).is_err() {
            let ty = module.funcs.get(id).ty();
            let import = module.imports.add(FIRST, &function_name(number), id);
            module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    let globals: Vec<GlobalId> = module.globals.iter().map(|global| global.id()).collect();
    for (number, id) in globals.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("g{number}"), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    let tables: Vec<TableId> = module.tables.iter().map(|table| table.id()).collect();
    for (number, id) in tables.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("t{number}"), id);
        let table = module.tables.get_mut(id);
        table.import = Some(import);
        // The first part's table is longer by the stubs' slots; a bound from the whole would refuse it.
        table.maximum = None;
        table.elem_segments.clear();
    }
    for (number, id) in
        module.memories.iter().map(|memory| memory.id()).collect::<Vec<_>>().into_iter().enumerate()
    {
        let import = module.imports.add(FIRST, &format!("m{number}"), id);
        let memory = module.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    let table = module
        .tables
        .main_function_table()
        .map_err(|error| error.to_string())?
        .ok_or("the wasm has no table of functions")?;
    let items = moved.iter().map(|&number| ids[number]).collect();
    let offset = ConstExpr::Value(Value::I32(base as i32));
    let element = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(items));
    module.tables.get_mut(table).elem_segments.insert(element);
    Ok(())
}

/// Takes back the exports made for the rest that it does not import.
fn drop_exports(first: &mut Module, needed: &[String]) {
    let is_ours = |name: &str| {
        let number = name.strip_prefix(['f', 'g', 't', 'm']);
        number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    };
    let unused: Vec<_> = first
        .exports
        .iter()
        .filter(|export| is_ours(&export.name) && !needed.contains(&export.name))
        .map(|export| export.id())
        .collect();
    for id in unused {
        first.exports.delete(id);
    }
}

#[cfg(test)]
mod tests {
    use walrus::RefType;

    use super::*;

    /// A function that does nothing, at such length that it is worth a stub.
    fn idle(module: &mut Module) -> FunctionId {
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
        for _ in 0..LEAST_SIZE {
            builder.func_body().i32_const(0).drop();
        }
        builder.finish(vec![], &mut module.funcs)
    }

    #[test]
    fn the_rest_accepts_the_first_parts_longer_table() {
        let mut whole = Module::default();
        // As wasm-ld writes it: with a bound, which is reached.
        let table = whole.tables.add_local(false, 1, Some(1), RefType::FUNCREF);
        let [kept, moved] = [idle(&mut whole), idle(&mut whole)];
        whole.exports.add("kept", kept);
        whole.exports.add("moved", moved);
        let offset = ConstExpr::Value(Value::I32(0));
        let items = ElementItems::Functions(vec![kept]);
        let element = whole.elements.add(ElementKind::Active { table, offset }, items);
        whole.tables.get_mut(table).elem_segments.insert(element);

        let parts = cut(&whole.emit_wasm(), &Executed::from([0])).expect("it can be cut");
        let bounds = |wasm: &[u8]| {
            let module = read(wasm).expect("a part is a module");
            module.tables.iter().map(|table| (table.initial, table.maximum)).collect::<Vec<_>>()
        };
        assert_eq!(bounds(&parts.first), [(2, Some(2))]);
        assert_eq!(bounds(&parts.rest), [(1, None)]);
    }
}
