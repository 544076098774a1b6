//! The library that ships with the playground, as source text in the program itself.

use loopthread_vm::vm::import::Frozen;

/// Module name, file name, source, whether it is a package; sorted by name.
const MODULES: &[(&str, &str, &str, bool)] = include!(concat!(env!("OUT_DIR"), "/frozen.rs"));

/// A module of the library.
pub fn find(name: &str) -> Option<Frozen> {
    let at = MODULES.binary_search_by(|(module, ..)| (*module).cmp(name)).ok()?;
    let &(_, file_name, source, is_package) = MODULES.get(at)?;
    Some(Frozen { source, is_package, file_name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_of_the_playground_is_found() {
        let module = find("quara.concurrency").expect("it ships with the playground");
        assert!(module.source.contains("class AsyncioThread") && !module.is_package);
        assert!(find("quara").is_some_and(|package| package.is_package));
        assert!(find("numpy").is_none());
    }
}
