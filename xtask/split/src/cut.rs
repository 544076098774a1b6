//! Cutting a wasm module in two.
//!
//! In the first part, a function that is left out is a stub: it has the rest loaded unless it is there, and calls the real one
//! through the table. The rest imports everything else from the first part, by position, and writes its functions into
//! the table when it is instantiated; `www/worker/loader.js` does that. **Every call works in either order**, so which
//! functions are where is a matter of time only.
//! Deliberately absent: data. All of it stays in the first part.

use std::collections::HashSet;

use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalId,
    GlobalKind, ImportKind, ImportedFunction, LocalFunction, MemoryId, Module, TableId, TypeId, ValType,
    ir::{UnaryOp, Value, Visitor, dfs_in_order},
};

use crate::{Result, order, profile::Executed};

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

/// Cuts `whole`, keeping the executed functions in the first part. Whatever lists functions has them in the whole's order.
pub fn cut(whole: &[u8], executed: &Executed) -> Result<Parts> {
    let mut first = read(whole)?;
    let mut rest = read(whole)?;
    let ids: Vec<FunctionId> = first.funcs.iter().map(|function| function.id()).collect();
    let is_moved = |number: &usize| match &first.funcs.get(ids[*number]).kind {
        FunctionKind::Local(local) => !executed.contains(number) && local.size() >= LEAST_SIZE,
        _ => false,
    };
    let (moved, kept): (Vec<usize>, Vec<usize>) = (0..ids.len()).partition(is_moved);
    let used = used_by(&first, kept.iter().map(|&number| ids[number]));
    let stubbed: Vec<usize> = moved.iter().copied().filter(|&number| used.contains(&ids[number])).collect();
    let table = main_table(&first)?;
    let base = first.tables.get(table).initial;
    let shared = make_rest(&mut rest, &kept, &stubbed, base)?;
    make_first(&mut first, &stubbed, &shared, table, base);
    Ok(Parts {
        first: order::by_likeness(&first.emit_wasm())?,
        rest: order::by_likeness(&rest.emit_wasm())?,
        functions: ids.len(),
        kept: kept.len(),
    })
}

fn read(whole: &[u8]) -> Result<Module> {
    Module::from_buffer(whole).map_err(|error| format!("cannot read the wasm: {error}"))
}

fn main_table(module: &Module) -> Result<TableId> {
    let table = module.tables.main_function_table().map_err(|error| error.to_string())?;
    table.ok_or_else(|| "the wasm has no table of functions".to_owned())
}

/// The functions that these ones call, and those that anybody may call: exported ones, and what is in the table.
fn used_by(module: &Module, functions: impl Iterator<Item = FunctionId>) -> HashSet<FunctionId> {
    struct Calls(HashSet<FunctionId>);
    impl Visitor<'_> for Calls {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.insert(*function);
        }
    }
    let mut calls = Calls(HashSet::new());
    for function in functions {
        if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
            dfs_in_order(&mut calls, local, local.entry_block());
        }
    }
    for export in module.exports.iter() {
        if let ExportItem::Function(function) = export.item {
            calls.0.insert(function);
        }
    }
    for element in module.elements.iter() {
        if let ElementItems::Functions(functions) = &element.items {
            calls.0.extend(functions);
        }
    }
    calls.0
}

/// What the rest imports from the first part: the place of each in the whole module's list of its kind.
enum Shared {
    Function(usize),
    Global(usize),
    Table(usize),
    Memory(usize),
}

/// Only what has moved; everything else is imported, under the number that it has in the answer.
fn make_rest(module: &mut Module, kept: &[usize], stubbed: &[usize], base: u64) -> Result<Vec<Shared>> {
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
    let functions: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let globals: Vec<GlobalId> = module.globals.iter().map(|global| global.id()).collect();
    let tables: Vec<TableId> = module.tables.iter().map(|table| table.id()).collect();
    let memories: Vec<MemoryId> = module.memories.iter().map(|memory| memory.id()).collect();
    for &number in kept {
        let id = functions[number];
        let ty = module.funcs.get(id).ty();
        let import = module.imports.add(FIRST, "", id);
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    for &id in &globals {
        let import = module.imports.add(FIRST, "", id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    for &id in &tables {
        let import = module.imports.add(FIRST, "", id);
        let table = module.tables.get_mut(id);
        table.import = Some(import);
        // The first part's table is longer by the stubs' slots; a bound from the whole would refuse it.
        table.maximum = None;
        table.elem_segments.clear();
    }
    for &id in &memories {
        let import = module.imports.add(FIRST, "", id);
        let memory = module.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    let table = main_table(module)?;
    let items = stubbed.iter().map(|&number| functions[number]).collect();
    let offset = ConstExpr::Value(Value::I32(base as i32));
    let element = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(items));
    module.tables.get_mut(table).elem_segments.insert(element);
    walrus::passes::gc::run(module);
    let mut shared = Vec::new();
    for import in module.imports.iter_mut() {
        import.name = shared.len().to_string();
        shared.extend(match import.kind {
            ImportKind::Function(id) => place(&functions, id).map(Shared::Function),
            ImportKind::Global(id) => place(&globals, id).map(Shared::Global),
            ImportKind::Table(id) => place(&tables, id).map(Shared::Table),
            ImportKind::Memory(id) => place(&memories, id).map(Shared::Memory),
            ImportKind::Tag(_) => None,
        });
    }
    Ok(shared)
}

fn place<T: PartialEq>(list: &[T], item: T) -> Option<usize> {
    list.iter().position(|other| *other == item)
}

/// Stubs for what has moved, and exports of all that the rest wants.
fn make_first(module: &mut Module, stubbed: &[usize], shared: &[Shared], table: TableId, base: u64) {
    let functions: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let globals: Vec<GlobalId> = module.globals.iter().map(|global| global.id()).collect();
    let tables: Vec<TableId> = module.tables.iter().map(|table| table.id()).collect();
    let memories: Vec<MemoryId> = module.memories.iter().map(|memory| memory.id()).collect();
    for (number, item) in shared.iter().enumerate() {
        let item: ExportItem = match *item {
            Shared::Function(at) => functions[at].into(),
            Shared::Global(at) => globals[at].into(),
            Shared::Table(at) => tables[at].into(),
            Shared::Memory(at) => memories[at].into(),
        };
        module.exports.add(&number.to_string(), item);
    }
    let loaded = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
    module.exports.add(LOADED, loaded);
    let nothing = module.types.add(&[], &[]);
    let (load, _) = module.add_import_func(LOADER.0, LOADER.1, nothing);
    let grown = base + stubbed.len() as u64;
    let bounds = module.tables.get_mut(table);
    bounds.initial = grown;
    bounds.maximum = bounds.maximum.map(|maximum| maximum.max(grown));
    for (slot, &number) in stubbed.iter().enumerate() {
        let ty = module.funcs.get(functions[number]).ty();
        let stub = stub(module, ty, load, loaded, table, base as i32 + slot as i32);
        module.funcs.get_mut(functions[number]).kind = FunctionKind::Local(stub);
    }
    // What has moved and has no stub is not called from here.
    walrus::passes::gc::run(module);
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
