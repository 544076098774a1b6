//! Short ids of types.
//!
//! A `TypeId` is 128 bits that nothing compresses, and each type that is ever looked at as `dyn Any` has one in the data, and one where it is
//! asked for: 2 KB of the page's. Nothing matters of them but that no two are the same, so they are numbered. They are found
//! by the functions that answer with them. **An id is changed wherever it stands**, as a whole in the data or as two halves in an
//! instruction; one of which a quarter is in an instruction stays.

use std::collections::{BTreeSet, HashMap, HashSet};

use walrus::{
    ConstExpr, DataKind, LocalFunction, Module,
    ir::{Const, Load, Value, Visitor, VisitorMut, dfs_in_order, dfs_pre_order_mut},
};

use crate::plan::without_hashes;

/// How the functions' names end.
const ANSWERS: &str = " as core::any::Any>::type_id";
const SIZE: usize = 16;

/// The module with numbers for ids.
pub fn shorten(module: &mut Module) {
    let (mut constants, mut addresses) = (HashSet::new(), BTreeSet::new());
    for (id, function) in module.funcs.iter_local() {
        let own = Seen::in_function(function);
        let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
        if without_hashes(name).ends_with(ANSWERS) {
            addresses.extend(own.read());
        } else {
            constants.extend(own.constants);
        }
    }
    // All are read before one is changed, each once: numbers are not taken for ids.
    let mut ids: Vec<[u8; SIZE]> = Vec::new();
    for id in addresses.into_iter().filter_map(|address| at(module, address)) {
        let (quarters, _) = id.as_chunks::<4>();
        let is_cut = quarters.iter().any(|quarter| constants.contains(&i32::from_le_bytes(*quarter)));
        if !is_cut && !ids.contains(&id) {
            ids.push(id);
        }
    }
    let mut halves = HashMap::new();
    for (number, old) in (1_i64..).zip(ids) {
        let new = [number, 0];
        let (longs, _) = old.as_chunks::<8>();
        halves.extend(longs.iter().map(|long| i64::from_le_bytes(*long)).zip(new));
        replace(module, &old, new.map(i64::to_le_bytes).as_flattened());
    }
    for (_, function) in module.funcs.iter_local_mut() {
        let entry = function.entry_block();
        dfs_pre_order_mut(&mut Replace(&halves), function, entry);
    }
}

/// What is at an address of the data.
fn at(module: &Module, address: i64) -> Option<[u8; SIZE]> {
    module.data.iter().find_map(|data| {
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } = data.kind else {
            return None;
        };
        let start = usize::try_from(address - i64::from(offset)).ok()?;
        data.value.get(start..)?.first_chunk().copied()
    })
}

fn replace(module: &mut Module, old: &[u8], new: &[u8]) {
    for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        let value = &mut module.data.get_mut(id).value;
        for place in (0..(value.len() + 1).saturating_sub(SIZE)).step_by(4) {
            let bytes = &mut value[place..place + SIZE];
            if bytes == old {
                bytes.copy_from_slice(new);
            }
        }
    }
}

/// The short integers in a function's instructions, and what it adds to addresses that it reads from.
#[derive(Default)]
struct Seen {
    constants: Vec<i32>,
    offsets: Vec<i64>,
}

impl Seen {
    fn in_function(function: &LocalFunction) -> Self {
        let mut seen = Self::default();
        dfs_in_order(&mut seen, function, function.entry_block());
        seen
    }

    /// Where the id is that it reads in two halves.
    fn read(&self) -> Option<i64> {
        let addresses = self.constants.iter().zip(&self.offsets);
        let addresses: Vec<i64> = addresses.map(|(&constant, offset)| i64::from(constant) + offset).collect();
        match addresses[..] {
            [one, other] if one.abs_diff(other) == 8 => Some(one.min(other)),
            _ => None,
        }
    }
}

impl Visitor<'_> for Seen {
    fn visit_const(&mut self, constant: &Const) {
        if let Value::I32(value) = constant.value {
            self.constants.push(value);
        }
    }

    fn visit_load(&mut self, load: &Load) {
        self.offsets.extend(i64::try_from(load.arg.offset));
    }
}

/// Gives long integers in instructions their new values.
struct Replace<'a>(&'a HashMap<i64, i64>);

impl VisitorMut for Replace<'_> {
    fn visit_const_mut(&mut self, constant: &mut Const) {
        if let Value::I64(value) = &mut constant.value
            && let Some(&new) = self.0.get(value)
        {
            *value = new;
        }
    }
}

#[cfg(test)]
mod tests {
    use walrus::{
        FunctionBuilder, ValType,
        ir::{Instr, LoadKind, MemArg},
    };

    use super::*;

    #[test]
    fn ids_are_numbered_wherever_they_stand_but_not_those_of_which_an_instruction_has_a_quarter() {
        const IDS: [u128; 3] = [0x1111_2222_3333_4444_5555_6666_7777_8888, 0x1234_5678 << 96 | 7, 3 << 96];
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let bytes = |ids: &[u128]| ids.iter().flat_map(|id| id.to_le_bytes()).collect::<Vec<u8>>();
        let kind = DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(1024)) };
        let data = module.data.add(kind, bytes(&[IDS[0], IDS[1], IDS[2], IDS[0]]));
        // As rustc writes it, and as wasm-opt.
        for (ty, address, offset) in
            [("a::A", 0, 1024), ("b::B", 0, 1040), ("c::C", 1056, 0), ("d::A", 0, 1072)]
        {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I64, ValType::I64]);
            builder.name(format!("<{ty} as core[0123456789abcdef]::any::Any>::type_id"));
            for half in [8, 0] {
                let at = MemArg { align: 4, offset: offset + half };
                builder.func_body().i32_const(address).load(memory, LoadKind::I64 { atomic: false }, at);
            }
            builder.finish(vec![], &mut module.funcs);
        }
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
        builder.func_body().i64_const(IDS[0] as i64).drop().i64_const(9).drop().i32_const(0x1234_5678).drop();
        let function = builder.finish(vec![], &mut module.funcs);
        shorten(&mut module);
        assert_eq!(module.data.get(data).value, bytes(&[1, IDS[1], 2, 1]));
        let local = module.funcs.get(function).kind.unwrap_local();
        let constants = local.block(local.entry_block()).iter().filter_map(|(instr, _)| match instr {
            Instr::Const(Const { value: Value::I64(value) }) => Some(*value),
            _ => None,
        });
        assert_eq!(constants.collect::<Vec<_>>(), [1, 9]);
    }
}
