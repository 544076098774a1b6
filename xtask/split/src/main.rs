//! Cuts the worker's wasm in two: what the documented examples execute, and the rest, loaded when first called.
//!
//! Which functions are executed is found by running the examples in Node.js on a copy that reports each function it enters.
//! Part of the release build only (see `xtask/src/hook.rs`), and a package of its own, so that the other
//! commands need not be compiled with it.

mod cut;
mod profile;

use std::{env, fs, path::Path, process::ExitCode};

/// An error is a sentence that says what to do.
type Result<T = ()> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder] = arguments.as_slice() else {
        eprintln!("usage: loopthread-split FOLDER, where the worker's files are");
        return ExitCode::FAILURE;
    };
    match split(Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("split: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Replaces `worker_bg.wasm` by its first part, and puts the rest beside it as `rest_bg.wasm`.
fn split(folder: &Path) -> Result {
    let wasm = folder.join("worker_bg.wasm");
    let whole = fs::read(&wasm).map_err(|error| format!("cannot read {}: {error}", wasm.display()))?;
    let executed = profile::executed(folder, &whole)?;
    let parts = cut::cut(&whole, &executed)?;
    println!(
        "the worker's wasm: {} of {} functions in the first part, {} of {} bytes",
        parts.kept,
        parts.functions,
        parts.first.len(),
        whole.len()
    );
    let write = |path: &Path, bytes: &[u8]| {
        fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
    };
    write(&folder.join("rest_bg.wasm"), &parts.rest)?;
    write(&wasm, &parts.first)
}
