//! Cutting a wasm module in parts.
//!
//! In the first part, a function that is left out is a stub: it has the part with it loaded unless it is there, and calls the
//! real one through the table. A later part imports everything else from the first one (another later part's functions are
//! stubs there), functions by their slots in the table, which are shorter than exports, and writes its own into the table when it
//! is instantiated; `www/worker/loader.js` does that. **Every call works in every order of loading**, so which functions are where is a matter of time only.
//! Deliberately absent: data. All of it stays in the first part.

use std::collections::{BTreeSet, HashSet};

use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalId,
    GlobalKind, ImportId, ImportKind, ImportedFunction, LocalFunction, MemoryId, Module, ModuleConfig,
    TableId, TypeId, ValType,
    ir::{UnaryOp, Value, Visitor, dfs_in_order},
};

use crate::{Result, order, powers};

/// Functions by their number among all functions of the wasm, imported ones included.
pub type Numbers = HashSet<usize>;

/// The module that the loader imports for the first part; its function loads a later part, by number.
const LOADER: (&str, &str) = ("loopthread", "load");
/// What the later parts call the first one.
const FIRST: &str = "first";
/// What the loader calls the table of functions.
const TABLE: &str = "table";
/// The beginning of the exported flags' names: whether the part with the number that follows is there.
const LOADED: &str = "loaded";
/// A function smaller than this is not worth its stub.
const LEAST_SIZE: u64 = 30;

/// The first module, and the others in the order of their numbers.
pub struct Parts {
    pub first: Vec<u8>,
    pub later: Vec<Vec<u8>>,
    /// Functions in all, and those of the first part.
    pub functions: usize,
    pub kept: usize,
}

/// A later part, in numbers of the whole's functions.
struct Later {
    moved: Numbers,
    /// Those of them that others call, in order: they have slots in the table, from `base` on.
    stubbed: Vec<usize>,
    base: u64,
}

/// Cuts `whole`, with these functions in the later parts. Whatever lists functions has them in the whole's order.
pub fn cut(whole: &[u8], later: &[Numbers]) -> Result<Parts> {
    let mut first = read(whole)?;
    let ids: Vec<FunctionId> = first.funcs.iter().map(|function| function.id()).collect();
    let mut base = first.tables.get(main_table(&first)?).initial;
    let mut plans = Vec::new();
    for wanted in later {
        let used = used_by_others(&first, &ids, wanted);
        let is_moved = |number: &usize| match &first.funcs.get(ids[*number]).kind {
            FunctionKind::Local(local) => !used.contains(number) || local.size() >= LEAST_SIZE,
            _ => false,
        };
        let moved: Numbers = wanted.iter().copied().filter(is_moved).collect();
        let used = used_by_others(&first, &ids, &moved);
        let mut stubbed: Vec<usize> = moved.intersection(&used).copied().collect();
        stubbed.sort_unstable();
        let slots = stubbed.len() as u64;
        plans.push(Later { moved, stubbed, base });
        base += slots;
    }
    let mut drafts = plans.iter().map(|plan| make_later(whole, plan)).collect::<Result<Vec<Draft>>>()?;
    let shared = drafts.iter().flat_map(|(_, imports)| imports).map(|&(_, item)| item).collect();
    for (part, imports) in &mut drafts {
        for (import, item) in imports {
            part.imports.get_mut(*import).name = item.name(&shared, base);
        }
    }
    make_first(&mut first, &plans, &shared, base)?;
    powers::leave_out(&mut first);
    Ok(Parts {
        first: order::by_likeness(&first.emit_wasm())?,
        later: drafts
            .iter_mut()
            .map(|(part, _)| order::by_likeness(&part.emit_wasm()))
            .collect::<Result<_>>()?,
        functions: ids.len(),
        kept: ids.len() - plans.iter().map(|plan| plan.moved.len()).sum::<usize>(),
    })
}

/// Read so that it is written without names.
fn read(whole: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config.parse(whole).map_err(|error| format!("cannot read the wasm: {error}"))
}

fn main_table(module: &Module) -> Result<TableId> {
    let table = module.tables.main_function_table().map_err(|error| error.to_string())?;
    table.ok_or_else(|| "the wasm has no table of functions".to_owned())
}

/// The functions that somebody not among `these` may call: exported ones, what is in the table, and what others call.
fn used_by_others(module: &Module, ids: &[FunctionId], these: &Numbers) -> Numbers {
    let others = (0..ids.len()).filter(|number| !these.contains(number)).map(|number| ids[number]);
    let mut used = callees(module, others);
    used.extend(handed_out(module));
    (0..ids.len()).filter(|&number| used.contains(&ids[number])).collect()
}

/// The functions that are exported or in the table.
pub fn handed_out(module: &Module) -> HashSet<FunctionId> {
    let mut functions = HashSet::new();
    for export in module.exports.iter() {
        if let ExportItem::Function(function) = export.item {
            functions.insert(function);
        }
    }
    for element in module.elements.iter() {
        if let ElementItems::Functions(entries) = &element.items {
            functions.extend(entries);
        }
    }
    functions
}

/// The functions that these ones call by name.
pub fn callees(module: &Module, functions: impl Iterator<Item = FunctionId>) -> HashSet<FunctionId> {
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
    calls.0
}

/// What later parts import of the first one: functions, globals, memories and tables, by their numbers in the whole. Functions come
/// first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Function(usize),
    Global(usize),
    Memory(usize),
    Table(usize),
}

impl Shared {
    /// What it is imported as: a function by its slot, `slots` being the first one of those that are shared, in the order of `all`.
    fn name(self, all: &BTreeSet<Shared>, slots: u64) -> String {
        match self {
            Shared::Function(_) => (slots + all.range(..self).count() as u64).to_string(),
            Shared::Global(number) => format!("g{number}"),
            Shared::Memory(number) => format!("m{number}"),
            Shared::Table(number) => format!("t{number}"),
        }
    }
}

/// A later part, and what its imports are.
type Draft = (Module, Vec<(ImportId, Shared)>);

/// Only what has moved there; everything else is imported.
fn make_later(whole: &[u8], plan: &Later) -> Result<Draft> {
    let mut module = read(whole)?;
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
    for number in (0..functions.len()).filter(|number| !plan.moved.contains(number)) {
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
    let table = main_table(&module)?;
    let items = plan.stubbed.iter().map(|&number| functions[number]).collect();
    fill(&mut module, table, plan.base, items);
    walrus::passes::gc::run(&mut module);
    let imports = module.imports.iter().filter_map(|import| {
        let item = match import.kind {
            ImportKind::Function(id) => Shared::Function(place(&functions, id)?),
            ImportKind::Global(id) => Shared::Global(place(&globals, id)?),
            ImportKind::Memory(id) => Shared::Memory(place(&memories, id)?),
            ImportKind::Table(id) => Shared::Table(place(&tables, id)?),
            ImportKind::Tag(_) => return None,
        };
        Some((import.id(), item))
    });
    let imports = imports.collect();
    Ok((module, imports))
}

fn place<T: PartialEq>(list: &[T], item: T) -> Option<usize> {
    list.iter().position(|other| *other == item)
}

/// Stubs for what has moved, and all that the later parts want: functions in the table from slot `slots` on, the others exported.
fn make_first(module: &mut Module, plans: &[Later], shared: &BTreeSet<Shared>, slots: u64) -> Result {
    let table = main_table(module)?;
    let functions: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let globals: Vec<GlobalId> = module.globals.iter().map(|global| global.id()).collect();
    let memories: Vec<MemoryId> = module.memories.iter().map(|memory| memory.id()).collect();
    let tables: Vec<TableId> = module.tables.iter().map(|table| table.id()).collect();
    let mut wanted = Vec::new();
    for &item in shared {
        let export: ExportItem = match item {
            Shared::Function(at) => {
                wanted.push(functions[at]);
                continue;
            }
            Shared::Global(at) => globals[at].into(),
            Shared::Memory(at) => memories[at].into(),
            Shared::Table(at) => tables[at].into(),
        };
        module.exports.add(&item.name(shared, slots), export);
    }
    module.exports.add(TABLE, table);
    let all = slots + wanted.len() as u64;
    let bounds = module.tables.get_mut(table);
    bounds.initial = all;
    bounds.maximum = bounds.maximum.map(|maximum| maximum.max(all));
    fill(module, table, slots, wanted);
    let ty = module.types.add(&[ValType::I32], &[]);
    let (load, _) = module.add_import_func(LOADER.0, LOADER.1, ty);
    for (part, plan) in plans.iter().enumerate() {
        let loaded = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
        module.exports.add(&format!("{LOADED}{part}"), loaded);
        for (slot, &number) in (plan.base as i32..).zip(&plan.stubbed) {
            let ty = module.funcs.get(functions[number]).ty();
            let way = Way { load, part: part as i32, loaded, table, slot };
            let stub = stub(module, ty, way);
            module.funcs.get_mut(functions[number]).kind = FunctionKind::Local(stub);
        }
    }
    // What has moved and has no stub is not called from here.
    walrus::passes::gc::run(module);
    Ok(())
}

/// Writes functions into the table, from a slot on.
fn fill(module: &mut Module, table: TableId, slot: u64, functions: Vec<FunctionId>) {
    let offset = ConstExpr::Value(Value::I32(slot as i32));
    let kind = ElementKind::Active { table, offset };
    let element = module.elements.add(kind, ElementItems::Functions(functions));
    module.tables.get_mut(table).elem_segments.insert(element);
}

/// How a stub finds its function.
struct Way {
    load: FunctionId,
    part: i32,
    loaded: GlobalId,
    table: TableId,
    slot: i32,
}

/// `if !loaded { load(part) }`, then the function in the table's slot.
fn stub(module: &mut Module, ty: TypeId, way: Way) -> LocalFunction {
    let (parameters, results) = (module.types.params(ty).to_vec(), module.types.results(ty).to_vec());
    let arguments: Vec<_> = parameters.iter().map(|&ty| module.locals.add(ty)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    let mut body = builder.func_body();
    body.global_get(way.loaded).unop(UnaryOp::I32Eqz).if_else(
        None,
        |then| {
            then.i32_const(way.part).call(way.load);
        },
        |_| {},
    );
    for &argument in &arguments {
        body.local_get(argument);
    }
    body.i32_const(way.slot).call_indirect(ty, way.table);
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

        let parts = cut(&whole.emit_wasm(), &[Numbers::from([1])]).expect("it can be cut");
        let bounds = |wasm: &[u8]| {
            let module = read(wasm).expect("a part is a module");
            module.tables.iter().map(|table| (table.initial, table.maximum)).collect::<Vec<_>>()
        };
        assert_eq!(bounds(&parts.first), [(2, Some(2))]);
        assert_eq!(bounds(&parts.later[0]), [(1, None)]);
    }
}
