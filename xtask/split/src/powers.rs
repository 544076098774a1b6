//! Tables of powers of ten that std has for reading and writing floats: 11 KB, which no compressor makes smaller.
//!
//! They are left out of the first part, which exports where they have to be, and `www/worker/loader.js` computes them before
//! anything else happens. They are found by what is in them, so what is left out is exactly what the loader writes; a std with other
//! tables keeps them.

use num_bigint::BigUint;
use walrus::{ConstExpr, DataKind, Module, ValType, ir::Value};

/// The distance of two entries; an entry begins with its power.
const STRIDE: usize = 16;

/// The module without the tables, where the loader finds their addresses.
pub fn leave_out(module: &mut Module) {
    // Of each power 128 bits for reading, and every eighth rounded to 64 for writing, where the rest of an entry is other data.
    let read: Vec<Vec<u8>> = (-342..=308).map(|exponent| halves(significand(exponent))).collect();
    let written: Vec<Vec<u8>> = (-308..=332)
        .step_by(8)
        .map(|exponent| {
            let power = significand(exponent);
            (((power >> 64) + ((power >> 63) & 1)) as u64).to_le_bytes().to_vec()
        })
        .collect();
    for (name, table) in [("powersRead", read), ("powersWritten", written)] {
        let Some(address) = take(module, &table) else {
            println!(
                "the table {name} is not in the wasm, or not as the loader computes it: it is not left out"
            );
            continue;
        };
        let address = ConstExpr::Value(Value::I32(address));
        let address = module.globals.add_local(ValType::I32, false, false, address);
        module.exports.add(name, address);
    }
}

/// The first 128 bits of a power of five, and so of ten; for small negative exponents rounded up, as std has them.
fn significand(exponent: i32) -> u128 {
    let power = BigUint::from(5_u8).pow(exponent.unsigned_abs());
    let bits = power.bits();
    let scaled = if exponent < 0 {
        (BigUint::from(1_u8) << (bits + 127)) / power + u8::from(exponent >= -27)
    } else if bits <= 128 {
        power << (128 - bits)
    } else {
        power >> (bits - 128)
    };
    let digits = scaled.to_u64_digits();
    digits.iter().rev().fold(0, |all, &digit| all << 64 | u128::from(digit))
}

/// As std has it: the upper half first.
fn halves(power: u128) -> Vec<u8> {
    [((power >> 64) as u64).to_le_bytes(), (power as u64).to_le_bytes()].concat()
}

/// Writes zeros in the place of a table, and tells its address.
fn take(module: &mut Module, table: &[Vec<u8>]) -> Option<i32> {
    for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        let data = module.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } = data.kind else {
            continue;
        };
        let is_at = |at: &usize| {
            let entries = data.value[*at..].chunks(STRIDE);
            entries.zip(table).filter(|(entry, power)| entry.starts_with(power)).count() == table.len()
        };
        if let Some(at) = (0..data.value.len()).step_by(8).find(is_at) {
            for (entry, power) in data.value[at..].chunks_mut(STRIDE).zip(table) {
                entry[..power.len()].fill(0);
            }
            return Some(offset + at as i32);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_as_std_has_them() {
        // From the table in core::num::dec2flt.
        assert_eq!(significand(0), 1 << 127);
        assert_eq!(significand(-1), 0xcccc_cccc_cccc_cccc_cccc_cccc_cccc_cccd);
        assert_eq!(significand(-28), 0xfd87_b5f2_8300_ca0d_8bca_9d6e_1888_53fc);
        assert_eq!(significand(28), 0x813f_3978_f894_0984_4000_0000_0000_0000);
    }

    #[test]
    fn a_table_becomes_zeros_and_what_is_between_its_entries_stays() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let table = [vec![1; 8], vec![2; 8]];
        let bytes = [[9; 8], [1; 8], [7; 8], [2; 8], [7; 8]].concat();
        let offset = ConstExpr::Value(Value::I32(1024));
        let data = module.data.add(DataKind::Active { memory, offset }, bytes);
        assert_eq!(take(&mut module, &table), Some(1032));
        assert_eq!(module.data.get(data).value, [[9; 8], [0; 8], [7; 8], [0; 8], [7; 8]].concat());
        assert_eq!(take(&mut module, &table), None);
    }
}
