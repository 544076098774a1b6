//! Compiles every Python file below the directories of `LOOPTHREAD_CORPUS` (separated by `:`) and verifies the code.
//!
//! For a checkout of CPython's library, which is not part of this repository; without the variable the test says so and passes.

use std::path::{Path, PathBuf};

use loopthread_vm::code::verify::verify;
use loopthread_vm::compile::{Mode, compile};
use loopthread_vm::syntax;

#[test]
fn a_corpus_compiles_and_verifies() {
    let Ok(roots) = std::env::var("LOOPTHREAD_CORPUS") else {
        println!("skipped: LOOPTHREAD_CORPUS names no directories");
        return;
    };
    let mut files = Vec::new();
    for root in roots.split(':') {
        collect(Path::new(root), &mut files);
    }
    let (mut compiled, mut invalid, mut faults) = (0, 0, Vec::new());
    for file in &files {
        let Ok(source) = std::fs::read_to_string(file) else { continue };
        let Ok(parsed) = syntax::parse(&source, "file.py", syntax::Mode::Exec) else {
            invalid += 1;
            continue;
        };
        match compile(&parsed, "file.py", Mode::Exec) {
            Ok(unit) => match verify(&unit) {
                Ok(()) => compiled += 1,
                Err(fault) => faults.push(format!("{}: {fault}", file.display())),
            },
            Err(error) => faults.push(format!("{}: {error}", file.display())),
        }
    }
    println!("{compiled} compiled, {invalid} not valid, {} faults", faults.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(compiled > 0, "no file found");
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        let Ok(entries) = std::fs::read_dir(path) else { return };
        entries.flatten().for_each(|entry| collect(&entry.path(), files));
    } else if path.extension().is_some_and(|extension| extension == "py") {
        files.push(path.to_owned());
    }
}
