//! The tables by which std quotes texts: which characters are printable, and which belong to the one before.
//!
//! Only panics quote so (what Python prints goes by tables of its own), and a panic is a bug of ours. So the tables are left out of
//! both wasms, 2 KB in each that nothing compresses; such characters then stand in a bug's words as they are. **They are found by what is in
//! them**, and what has other tables keeps them. The code that reads them stays: of zeros it makes that all is printable.

use walrus::Module;

/// A table of Rust's: how it begins, how long it is, and what [`hash`] makes of it.
struct Table {
    name: &'static str,
    start: [u8; 8],
    length: usize,
    hash: u64,
}

const TABLES: [Table; 2] = [
    Table {
        name: "core::unicode::printable",
        start: *b"\x00\x06\x01\x01\x03\x01\x04\x02",
        length: 1460,
        hash: 0xa9a0_7aa3_92df_eafc,
    },
    Table {
        name: "core::unicode::unicode_data::grapheme_extend",
        start: *b"\x00p\x00\x07\x00-\x01\x01",
        length: 767,
        hash: 0x27bb_f5ed_3515_c4f2,
    },
];

/// The module without the tables.
pub fn leave_out(module: &mut Module) {
    for table in &TABLES {
        if !empty(module, table) {
            println!("the table {} is not in the wasm, or is another one: it is not left out", table.name);
        }
    }
}

/// Writes zeros in the place of a table; whether it is there.
fn empty(module: &mut Module, table: &Table) -> bool {
    for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        let data = module.data.get_mut(id);
        let is_at = |at: &usize| {
            let bytes = &data.value[*at..*at + table.length];
            bytes.starts_with(&table.start) && hash(bytes) == table.hash
        };
        if let Some(at) = (0..(data.value.len() + 1).saturating_sub(table.length)).find(is_at) {
            data.value[at..at + table.length].fill(0);
            return true;
        }
    }
    false
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use walrus::{ConstExpr, DataKind, ir::Value};

    use super::*;

    #[test]
    fn a_table_becomes_zeros_where_it_is_what_it_was() {
        // The published value.
        assert_eq!(hash(b"foobar"), 0x8594_4171_f739_67e8);
        let text = b"abcdefghij";
        let table = Table { name: "test", start: *b"abcdefgh", length: text.len(), hash: hash(text) };
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let offset = ConstExpr::Value(Value::I32(1024));
        let bytes = b"abcdefghxx abcdefghij".to_vec();
        let data = module.data.add(DataKind::Active { memory, offset }, bytes);
        assert!(empty(&mut module, &table));
        assert_eq!(module.data.get(data).value, b"abcdefghxx \0\0\0\0\0\0\0\0\0\0");
        assert!(!empty(&mut module, &table));
    }
}
