//! `cargo xtask bench`: builds all that is compared, and has `benches` compare it.

use std::{env, fs, path::Path, process::Command};

use crate::{
    Result,
    build::{self, SITE},
    command, oracle, tools,
};

/// Prints the table of `benches/src/main.rs`.
///
/// # Errors
/// When something cannot be built or installed, or a program fails.
pub fn run() -> Result {
    build::site()?;
    tools::npm_packages(Path::new("benches/peers"))?;
    command::run(Command::new("cargo").args([
        "build",
        "--quiet",
        "--release",
        "--locked",
        "--package=loopthread-cli",
    ]))?;
    let target = env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
    let mut bench = Command::new("cargo");
    bench.args(["run", "--quiet", "--locked", "--package=loopthread-bench", "--"]);
    bench.arg(worker()?).arg(Path::new(&target).join("release/loopthread"));
    match oracle::find_python() {
        Ok(python) => drop(bench.arg(python)),
        Err(sentence) => println!("without CPython: {sentence}"),
    }
    command::run(&mut bench)
}

/// The folder of the site's worker, whose name has a hash.
fn worker() -> Result<std::path::PathBuf> {
    let folders = fs::read_dir(SITE).map_err(|error| format!("cannot read {SITE}: {error}"))?;
    folders
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("worker-")))
        .ok_or_else(|| format!("{SITE} has no worker"))
}
