//! The library that ships with the playground, as source text in the program itself. (In the browser it is fetched instead.)

use loopthread_vm::vm::import::Frozen;

/// Module name, file name, source, whether it is a package; sorted by name.
const MODULES: &[(&str, &str, &str, bool)] = include!(concat!(env!("OUT_DIR"), "/frozen.rs"));

/// A module of the library: a [`Library`](loopthread_vm::vm::import::Library) that is always at hand.
pub fn find(name: &str) -> Result<Option<Frozen>, String> {
    Ok(look_up(name))
}

fn look_up(name: &str) -> Option<Frozen> {
    let at = MODULES.binary_search_by(|(module, ..)| (*module).cmp(name)).ok()?;
    let &(_, file_name, source, is_package) = MODULES.get(at)?;
    Some(Frozen { source: source.into(), is_package, file_name: file_name.into(), is_library: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_of_the_playground_is_found() {
        let module = look_up("quara.concurrency").expect("it ships with the playground");
        assert!(module.source.contains("class AsyncioThread") && !module.is_package);
        assert!(look_up("quara").is_some_and(|package| package.is_package));
        assert!(look_up("numpy").is_none());
    }
}
