//! `bytes` and `bytearray`.

use crate::errors;
use crate::native::Raised;
use crate::value::Value;
use crate::vm::Vm;

/// The bytes that ints stand for.
pub(super) fn collect(vm: &mut Vm, items: &[Value]) -> Result<Vec<u8>, Raised> {
    let mut bytes = Vec::with_capacity(items.len());
    for &item in items {
        match vm.number(item) {
            Some(n) if n.is_int() => match vm.small_int(item).and_then(|n| u8::try_from(n).ok()) {
                Some(byte) => bytes.push(byte),
                None => return Err(errors::value_error(vm, "bytes must be in range(0, 256)")),
            },
            _ => return Err(errors::not_an_integer(vm, item)),
        }
    }
    Ok(bytes)
}
