//! Makes the wasm of a release quicker to fetch: the worker's is cut in parts, what the documented examples execute and the others,
//! loaded when first called, functions are put in the order that compresses best, names that only tools read become short, and data that
//! nothing compresses are left out where a visitor does not miss them.
//!
//! Which functions are executed is found by running the examples in Node.js on a copy that reports each function it enters.
//! Part of the release build only (see `xtask/src/hook.rs`), and a package of its own, so that the other
//! commands need not be compiled with it.

mod cut;
mod likeness;
mod names;
mod order;
mod places;
mod plan;
mod powers;
mod profile;
mod quotes;

use std::{env, fs, path::Path, process::ExitCode};

/// An error is a sentence that says what to do.
type Result<T = ()> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["cut", folder] => split(Path::new(folder)),
        ["order", wasm] => rewrite(Path::new(wasm), order::by_likeness),
        ["trim", wasm] => rewrite(Path::new(wasm), trim),
        ["names", wasm, glue] => shorten(Path::new(wasm), Path::new(glue)),
        _ => {
            Err("usage: loopthread-split cut FOLDER, where the worker's files are, or order WASM, trim WASM, names WASM GLUE"
                .to_owned())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("split: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// The later parts' files, in the order of their numbers; `www/worker/loader.js` has the same list.
const LATER: [&str; 3] = ["rest_bg.wasm", "modules_bg.wasm", "tools_bg.wasm"];

/// Replaces `worker_bg.wasm` by its first part, and puts the later ones beside it.
fn split(folder: &Path) -> Result {
    let wasm = folder.join("worker_bg.wasm");
    let whole = order::by_likeness(&read(&wasm)?)?;
    let executed = profile::executed(folder, &whole)?;
    let parts = cut::cut(&whole, &plan::later(&whole, &executed)?)?;
    println!(
        "the worker's wasm: {} of {} functions in the first part, {} of {} bytes",
        parts.kept,
        parts.functions,
        parts.first.len(),
        whole.len()
    );
    for (file, part) in LATER.iter().zip(&parts.later) {
        write(&folder.join(file), part)?;
    }
    write(&wasm, &parts.first)
}

/// The wasm without what only bugs tell.
fn trim(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module =
        walrus::Module::from_buffer(wasm).map_err(|error| format!("cannot read the wasm: {error}"))?;
    places::leave_out(&mut module);
    quotes::leave_out(&mut module);
    Ok(module.emit_wasm())
}

/// Changes a wasm.
fn rewrite(wasm: &Path, change: fn(&[u8]) -> Result<Vec<u8>>) -> Result {
    write(wasm, &change(&read(wasm)?)?)
}

/// Gives a wasm and its glue short names for each other's functions.
fn shorten(wasm: &Path, glue: &Path) -> Result {
    let text = String::from_utf8(read(glue)?).map_err(|error| format!("{}: {error}", glue.display()))?;
    let (short, text) = names::shorten(&read(wasm)?, &text)?;
    write(wasm, &short)?;
    write(glue, text.as_bytes())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result {
    fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
