//! The code of small programs, instruction for instruction, against committed listings.
//!
//! `tests/golden/compile/NAME.py` compiles to `NAME.dis`. With `UPDATE_GOLDENS=1` the listings are written anew: read the diff.

use std::path::{Path, PathBuf};

use loopthread_vm::code::{dis::disassemble, verify::verify};
use loopthread_vm::compile::{Mode, compile};
use loopthread_vm::syntax;

#[test]
fn small_programs_compile_to_their_listings() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/compile");
    let mut sources: Vec<PathBuf> = std::fs::read_dir(&directory)
        .expect("the goldens are there")
        .map(|entry| entry.expect("a readable directory").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    sources.sort();
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut wrong = Vec::new();
    for path in &sources {
        let listing = listing(path);
        let golden = path.with_extension("dis");
        if update {
            std::fs::write(&golden, &listing).expect("a writable golden");
        } else if std::fs::read_to_string(&golden).ok().as_ref() != Some(&listing) {
            wrong.push(format!("{}:\n{listing}", golden.display()));
        }
    }
    assert!(sources.len() >= 10, "goldens are missing");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn listing(path: &Path) -> String {
    let source = std::fs::read_to_string(path).expect("a readable source");
    let parsed = syntax::parse(&source, "golden.py", syntax::Mode::Exec).expect("a valid program");
    let unit = compile(&parsed, "golden.py", Mode::Exec).expect("a program that compiles");
    verify(&unit).expect("code that verifies");
    disassemble(&unit)
}
