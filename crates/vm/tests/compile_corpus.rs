//! Whole programs through compiler and verifier: this repository's own Python, broken versions of it, and any directories
//! named by `LOOPTHREAD_CORPUS` (separated by `:`), such as a checkout of CPython's library.

use std::path::{Path, PathBuf};

use loopthread_vm::code::verify::verify;
use loopthread_vm::compile::{Mode, compile};
use loopthread_vm::syntax::{self, LineIndex, Parsed};
use ruff_python_parser::ParseOptions;

#[test]
fn every_program_of_this_repository_compiles_and_verifies() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let roots = ["crates/session/python", "crates/vm/tests", "tests/programs", "tests/python", "www"];
    let files = collect_all(roots.iter().map(|part| root.join(part)));
    let compiled = compile_all(&files);
    assert!(compiled > 20, "only {compiled} programs found");
}

#[test]
fn a_corpus_compiles_and_verifies() {
    let Ok(roots) = std::env::var("LOOPTHREAD_CORPUS") else {
        println!("skipped: LOOPTHREAD_CORPUS names no directories");
        return;
    };
    let files = collect_all(roots.split(':').map(PathBuf::from));
    assert!(compile_all(&files) > 0, "no program found");
}

/// A tree that recovered from errors is what no caller should compile; if one does, it gets an error or sound code.
#[test]
fn a_broken_program_gets_an_error_or_sound_code_but_no_panic() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/compile");
    let (mut tried, mut refused) = (0, 0);
    for file in collect_all([golden].into_iter()) {
        let source = std::fs::read_to_string(&file).expect("a readable golden");
        for cut in source.char_indices().map(|(at, _)| at).step_by(3) {
            for (start, end) in [(cut, source.len()), (0, cut), (cut, (cut + 7).min(source.len()))] {
                let broken = format!("{}{}", &source[..start], &source[end..]);
                let options = ParseOptions::from(ruff_python_parser::Mode::Module);
                let syntax = ruff_python_parser::parse_unchecked(&broken, options).into_syntax();
                let parsed = Parsed { syntax, lines: LineIndex::new(&broken) };
                tried += 1;
                match compile(&parsed, "broken.py", Mode::Exec) {
                    Ok(unit) => verify(&unit).unwrap_or_else(|fault| panic!("{fault} in\n{broken}")),
                    Err(error) => {
                        refused += 1;
                        assert!(!error.message.contains("bug"), "{error} in\n{broken}");
                    }
                }
            }
        }
    }
    assert!(tried > 1000 && refused > 10, "{tried} tried, {refused} refused");
}

/// Compiles and verifies what CPython's checks let pass; returns how many that were.
fn compile_all(files: &[PathBuf]) -> usize {
    let (mut compiled, mut invalid, mut faults) = (0, 0, Vec::new());
    for file in files {
        let Ok(source) = std::fs::read_to_string(file) else { continue };
        let Ok(parsed) = syntax::parse(&source, "file.py", syntax::Mode::Exec) else {
            println!("not valid: {}", file.display());
            invalid += 1;
            continue;
        };
        let verified = compile(&parsed, "file.py", Mode::Exec)
            .map_err(|error| error.to_string())
            .and_then(|unit| verify(&unit));
        match verified {
            Ok(()) => compiled += 1,
            Err(fault) => faults.push(format!("{}: {fault}", file.display())),
        }
    }
    println!("{compiled} compiled, {invalid} not valid, {} faults", faults.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    compiled
}

fn collect_all(roots: impl Iterator<Item = PathBuf>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    roots.for_each(|root| collect(&root, &mut files));
    files.sort();
    files
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        let Ok(entries) = std::fs::read_dir(path) else { return };
        entries.flatten().for_each(|entry| collect(&entry.path(), files));
    } else if path.extension().is_some_and(|extension| extension == "py") {
        files.push(path.to_owned());
    }
}
