//! Where a panic says that it happened: file, line and column of each place that may panic, 25 KB of data and an argument
//! of its own at each.
//!
//! They are left out: what such a call goes by is the same place for all, an empty one, so many functions become equal. A panic is
//! a bug of ours; its words stay, and the command line runs the same program with its places told. Found by their form: a text
//! that ends in `.rs`, a line and a column. An instruction is changed only where a call follows that does not return.

use std::collections::HashSet;

use walrus::{
    ConstExpr, DataKind, LocalFunction, Module,
    ir::{Const, Instr, InstrSeq, Value, VisitorMut, dfs_pre_order_mut},
};

/// The address and length of the file's name, line, column.
const SIZE: usize = 16;
/// The longest name, and the greatest line and column.
const BOUNDS: [u32; 3] = [400, 100_000, 10_000];

/// The module without places.
pub fn leave_out(module: &mut Module) {
    let places = empty(module);
    if let Some(&one) = places.iter().min() {
        for (_, function) in module.funcs.iter_local_mut() {
            unify(function, &places, one);
        }
    }
}

/// Writes zeros over places and their files' names; tells the places' addresses.
fn empty(module: &mut Module) -> HashSet<i32> {
    let mut places = HashSet::new();
    for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        let data = module.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } = data.kind else {
            continue;
        };
        let name_of = |bytes: &[u8]| {
            let (words, _) = bytes.as_chunks::<4>();
            let [address, length, line, column] =
                [words[0], words[1], words[2], words[3]].map(u32::from_le_bytes);
            let start = usize::try_from(address.checked_sub(offset as u32)?).ok()?;
            let numbers = [length, line, column];
            let plausible = numbers.iter().zip(BOUNDS).all(|(&number, bound)| (1..=bound).contains(&number));
            let range = start..start.checked_add(usize::try_from(length).ok()?)?;
            let name = data.value.get(range.clone()).filter(|_| plausible)?;
            name.strip_suffix(b"\0").unwrap_or(name).ends_with(b".rs").then_some(range)
        };
        let found: Vec<_> = (0..data.value.len().saturating_sub(SIZE - 1))
            .step_by(4)
            .filter_map(|at| Some((at, name_of(&data.value[at..at + SIZE])?)))
            .collect();
        for (at, name) in found {
            places.insert(offset + at as i32);
            data.value[at..at + SIZE].fill(0);
            data.value[name].fill(0);
        }
    }
    places
}

/// Has all calls that do not return name the same place.
fn unify(function: &mut LocalFunction, places: &HashSet<i32>, one: i32) {
    struct Unify<'a>(&'a HashSet<i32>, i32);
    impl VisitorMut for Unify<'_> {
        fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
            for at in 2..sequence.len() {
                let [(place, _), (Instr::Call(_), _), (Instr::Unreachable(_), _)] =
                    &mut sequence.instrs[at - 2..=at]
                else {
                    continue;
                };
                if let Instr::Const(Const { value: Value::I32(address) }) = place
                    && self.0.contains(address)
                {
                    *address = self.1;
                }
            }
        }
    }
    let entry = function.entry_block();
    dfs_pre_order_mut(&mut Unify(places, one), function, entry);
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, ValType};

    use super::*;

    #[test]
    fn places_and_their_files_names_become_zeros_and_only_calls_that_do_not_return_name_another() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let place = |line: u32| [1024, 8, line, 5].map(u32::to_le_bytes).concat();
        let other = [1024, 8, 0, 5].map(u32::to_le_bytes).concat();
        let bytes = [b"src/a.rs".to_vec(), place(7), place(9), other.clone(), b"text".to_vec()].concat();
        let offset = ConstExpr::Value(Value::I32(1024));
        module.data.add(DataKind::Active { memory, offset }, bytes);
        let ty = module.types.add(&[ValType::I32], &[]);
        let (panic, _) = module.add_import_func("a", "panic", ty);
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
        builder.func_body().i32_const(1048).call(panic).i32_const(1048).call(panic).unreachable();
        let function = builder.finish(vec![], &mut module.funcs);
        module.exports.add("function", function);

        leave_out(&mut module);
        let value = module.data.iter().map(|data| data.value.clone()).next().expect("there are data");
        assert_eq!(value, [vec![0; 8 + 2 * SIZE], other, b"text".to_vec()].concat());
        let function = module.exports.get_func("function").expect("it is exported");
        let local = module.funcs.get(function).kind.unwrap_local();
        let constants = local.block(local.entry_block()).iter().filter_map(|(instr, _)| match instr {
            Instr::Const(Const { value: Value::I32(value) }) => Some(*value),
            _ => None,
        });
        assert_eq!(constants.collect::<Vec<_>>(), [1048, 1032]);
    }
}
