//! Tables of powers that std has for reading and writing floats, and num-bigint for integers: 15 KB, of which no compressor
//! makes less than 12.
//!
//! They are left out of the first part, which exports where they have to be, and `www/worker/loader.js` computes them before
//! anything else happens. They are found by what is in them, so what is left out is exactly what the loader writes; where a
//! library has other tables, they stay.

use num_bigint::BigUint;
use walrus::{ConstExpr, DataKind, Module, ValType, ir::Value};

/// Entries, and the distance of two: what is behind an entry up to the next is other data.
struct Table {
    entries: Vec<Vec<u8>>,
    stride: usize,
}

/// The module without the tables, where the loader finds their addresses.
pub fn leave_out(module: &mut Module) {
    // Of each power 128 bits for reading, and every eighth rounded to 64 for writing.
    let read = (-342..=308).map(|exponent| halves(significand(exponent))).collect();
    let written = (-308..=332).step_by(8).map(|exponent| rounded(significand(exponent))).collect();
    for (name, table) in [
        ("powersRead", Table { entries: read, stride: 16 }),
        ("powersWritten", Table { entries: written, stride: 16 }),
        ("powersOf32Bits", Table { entries: bases(u32::MAX), stride: 8 }),
        ("powersOf16Bits", Table { entries: bases(u16::MAX.into()), stride: 8 }),
    ] {
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

/// To 64 bits.
fn rounded(power: u128) -> Vec<u8> {
    (((power >> 64) + ((power >> 63) & 1)) as u64).to_le_bytes().to_vec()
}

/// Of each radix from 3 on the greatest power up to `most`, and which it is; nothing for powers of two.
fn bases(most: u32) -> Vec<Vec<u8>> {
    let entry = |radix: u32| {
        if radix.is_power_of_two() {
            return vec![0; 8];
        }
        let (mut power, mut exponent) = (radix, 1_u32);
        while let Some(next) = power.checked_mul(radix).filter(|&next| next <= most) {
            (power, exponent) = (next, exponent + 1);
        }
        [power.to_le_bytes(), exponent.to_le_bytes()].concat()
    };
    (3..256).map(entry).collect()
}

/// Writes zeros in the place of a table, and tells its address.
fn take(module: &mut Module, table: &Table) -> Option<i32> {
    for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        let data = module.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } = data.kind else {
            continue;
        };
        let is_at = |at: &usize| {
            let mut places = data.value[*at..].chunks(table.stride);
            table.entries.iter().all(|entry| places.next().is_some_and(|place| place.starts_with(entry)))
        };
        // All are aligned to words.
        if let Some(at) = (0..data.value.len()).step_by(4).find(is_at) {
            for (place, entry) in data.value[at..].chunks_mut(table.stride).zip(&table.entries) {
                place[..entry.len()].fill(0);
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
    fn powers_are_as_the_libraries_have_them() {
        // From the table in core::num::dec2flt.
        assert_eq!(significand(0), 1 << 127);
        assert_eq!(significand(-1), 0xcccc_cccc_cccc_cccc_cccc_cccc_cccc_cccd);
        assert_eq!(significand(-28), 0xfd87_b5f2_8300_ca0d_8bca_9d6e_1888_53fc);
        assert_eq!(significand(28), 0x813f_3978_f894_0984_4000_0000_0000_0000);
        // num-bigint's own example.
        assert_eq!(bases(u32::MAX)[0], [3_486_784_401_u32.to_le_bytes(), 20_u32.to_le_bytes()].concat());
        assert_eq!(bases(u16::MAX.into())[0], [59_049_u32.to_le_bytes(), 10_u32.to_le_bytes()].concat());
    }

    #[test]
    fn a_table_becomes_zeros_and_what_is_between_its_entries_stays() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let table = Table { entries: vec![vec![1; 8], vec![2; 8]], stride: 16 };
        let bytes = [[9; 8], [1; 8], [7; 8], [2; 8], [7; 8]].concat();
        let offset = ConstExpr::Value(Value::I32(1024));
        let data = module.data.add(DataKind::Active { memory, offset }, bytes);
        assert_eq!(take(&mut module, &table), Some(1032));
        assert_eq!(module.data.get(data).value, [[9; 8], [0; 8], [7; 8], [0; 8], [7; 8]].concat());
        assert_eq!(take(&mut module, &table), None);
    }
}
