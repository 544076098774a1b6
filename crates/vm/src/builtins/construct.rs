//! What constructors share: binding keywords after the class.

use crate::errors;
use crate::native::{Args, Raised};
use crate::value::Value;
use crate::vm::Vm;

/// Puts the arguments of a `__new__` (the class first, then up to `names.len()`) in order; `Unbound` where none was given.
/// A name that begins with `/` is positional only.
pub(super) fn bind(vm: &mut Vm, function: &str, names: &[&str], args: &mut Args) -> Result<(), Raised> {
    let given = args.positional().len().saturating_sub(1);
    if given > names.len() {
        return Err(errors::expected_count(vm, function, 0, names.len(), given));
    }
    if args.keywords.is_empty() {
        args.values.resize(names.len() + 1, Value::Unbound);
        return Ok(());
    }
    let mut bound = Args::of(args.positional());
    bound.values.resize(names.len() + 1, Value::Unbound);
    let named: Vec<_> = args.named().collect();
    if !named.is_empty() && names.iter().all(|n| n.starts_with('/')) {
        return Err(errors::takes_no_keywords(vm, function));
    }
    for (name, value) in named {
        let text = vm.text(name).to_owned();
        match names.iter().position(|&n| n == text) {
            Some(at) if bound.values[at + 1].is_unbound() => bound.values[at + 1] = value,
            Some(at) => return Err(errors::argument_twice(vm, function, &text, at + 1)),
            None => {
                return Err(errors::unexpected_keyword(
                    vm,
                    function,
                    &text,
                    names.iter().copied().filter(|n| !n.starts_with('/')),
                ));
            }
        }
    }
    *args = bound;
    Ok(())
}
