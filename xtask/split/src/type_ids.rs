//! Short ids of types.
//!
//! A `TypeId` is 128 bits that nothing compresses, and each type that is ever looked at as `dyn Any` has one in the data: a KB of the
//! page's. Nothing matters of them but that no two are the same, so they are numbered. They are found by the functions that
//! answer with them. **An id is changed wherever it stands or not at all**: one that is part of an instruction, too, stays.

use std::collections::HashSet;

use walrus::{
    ConstExpr, DataKind, LocalFunction, Module,
    ir::{Const, Value, Visitor, dfs_in_order},
};

use crate::plan::without_hashes;

/// How the functions' names end.
const ANSWERS: &str = " as core::any::Any>::type_id";
const SIZE: usize = 16;

/// The module with numbers for ids.
pub fn shorten(module: &mut Module) {
    let (mut constants, mut answers) = (HashSet::new(), Vec::new());
    for (id, function) in module.funcs.iter_local() {
        let own = Constants::of(function);
        let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
        if without_hashes(name).ends_with(ANSWERS) {
            answers.extend(own.0.iter().min());
        } else {
            constants.extend(own.0);
        }
    }
    for (number, address) in (1_u128..).zip(answers) {
        if let Some(old) = at(module, address).filter(|old| !is_among(&constants, old)) {
            replace(module, &old, &number.to_le_bytes());
        }
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

fn replace(module: &mut Module, old: &[u8; SIZE], new: &[u8; SIZE]) {
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

/// Whether the code has a part of it, in words of either size.
fn is_among(constants: &HashSet<i64>, id: &[u8; SIZE]) -> bool {
    let (words, _) = id.as_chunks::<4>();
    let (longs, _) = id.as_chunks::<8>();
    words.iter().any(|word| constants.contains(&i32::from_le_bytes(*word).into()))
        || longs.iter().any(|long| constants.contains(&i64::from_le_bytes(*long)))
}

/// The integers in a function's instructions.
struct Constants(Vec<i64>);

impl Constants {
    fn of(function: &LocalFunction) -> Self {
        let mut constants = Self(Vec::new());
        dfs_in_order(&mut constants, function, function.entry_block());
        constants
    }
}

impl Visitor<'_> for Constants {
    fn visit_const(&mut self, constant: &Const) {
        match constant.value {
            Value::I32(value) => self.0.push(value.into()),
            Value::I64(value) => self.0.push(value),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, ValType};

    use super::*;

    #[test]
    fn ids_are_numbered_wherever_they_stand_but_not_those_that_are_in_an_instruction() {
        let ids: [u128; 3] =
            [0x1111_2222_3333_4444_5555_6666_7777_8888, 0x1234_5678_9abc_def0 << 64, 3 << 96];
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let bytes = |ids: &[u128]| ids.iter().flat_map(|id| id.to_le_bytes()).collect::<Vec<u8>>();
        let kind = DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(1024)) };
        let data = module.data.add(kind, bytes(&[ids[0], ids[1], ids[2], ids[0]]));
        for (at, ty) in (0..).zip(["a::A", "b::B", "c::C"]) {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32, ValType::I32]);
            builder.name(format!("<{ty} as core[0123456789abcdef]::any::Any>::type_id"));
            builder.func_body().i32_const(1024 + 16 * at + 8).i32_const(1024 + 16 * at);
            builder.finish(vec![], &mut module.funcs);
        }
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I64]);
        builder.func_body().i64_const(0x1234_5678_9abc_def0);
        builder.finish(vec![], &mut module.funcs);
        shorten(&mut module);
        assert_eq!(module.data.get(data).value, bytes(&[1, ids[1], 3, 1]));
    }
}
