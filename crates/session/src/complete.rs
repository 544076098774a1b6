//! Completion: the names that what is being typed may become.
//!
//! **Only looks**: no Python runs for it, so what only a property, a descriptor or `__getattr__` could tell is not told. It knows the names of
//! the program's `__main__`, the builtins, Python's keywords, and, behind dots, the attributes of what a name stands for.

use loopthread_vm::heap::object::Data;
use loopthread_vm::sorted::sorted;
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;

use crate::glue::process_ref;

/// Names that are told.
const MOST: usize = 200;

/// Python's, but for those that are builtins, too.
const KEYWORDS: &str = "and as assert async await break class continue def del elif else except finally for from global if \
    import in is lambda nonlocal not or pass raise return try while with yield False None True";

/// What the name at the end of the text may become, in order: whole names, without what stands before the last dot. None behind what is no name.
pub fn names(vm: &Vm, text: &str) -> Vec<String> {
    let start = text
        .rfind(|c: char| !is_part(c))
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let mut parts: Vec<&str> = text[start..].split('.').collect();
    let prefix = parts.pop().unwrap_or_default();
    let found = match parts.split_first() {
        None if prefix.is_empty() => return Vec::new(),
        None => {
            let namespaces = [process_ref(vm).main_namespace, vm.builtins.into()];
            let names = namespaces
                .into_iter()
                .filter_map(|namespace| vm.dict_of(namespace))
                .flat_map(|dict| dict.iter());
            let names = names.filter_map(|(name, _)| vm.str_of(name)).chain(KEYWORDS.split_whitespace());
            names.map(str::to_owned).collect()
        }
        Some((first, rest)) => {
            let value =
                rest.iter().try_fold(named(vm, first), |value, name| Some(attribute(vm, value?, name)));
            value.flatten().map_or_else(Vec::new, |value| vm.attribute_names(value))
        }
    };
    // What is private is for those who begin to type it.
    let fits =
        |name: &String| name.starts_with(prefix) && (prefix.starts_with('_') || !name.starts_with('_'));
    let mut names = sorted(found.into_iter().filter(fits));
    names.dedup();
    names.truncate(MOST);
    names
}

/// As CPython's tokenizer has it: what is not ASCII may be in a name, which others look at.
fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '.' || !c.is_ascii()
}

fn named(vm: &Vm, name: &str) -> Option<Value> {
    let name = vm.known_name(name)?;
    let main = process_ref(vm).main_namespace.id()?;
    vm.dict_get_str(main, name).or_else(|| vm.dict_get_str(vm.builtins, name))
}

/// An attribute that can be had without running anything.
fn attribute(vm: &Vm, value: Value, name: &str) -> Option<Value> {
    let name = vm.known_name(name)?;
    let own = value.id().and_then(|id| vm.heap.get(id).dict).and_then(|dict| vm.dict_get_str(dict, name));
    own.or_else(|| {
        let class = vm.class_of_instance(value).unwrap_or_else(|| vm.class_of(value));
        let found = vm.class_attr(class, name)?;
        let is_asked = matches!(vm.data(found), Some(Data::Property(_) | Data::GetSet(_) | Data::Member(_)));
        (!is_asked).then_some(found)
    })
}
