//! The project's commands. `cargo xtask` without an argument lists them.
//!
//! They do all the set-up a fresh machine needs, and use nothing but the standard library, so that they are
//! compiled in a moment. Errors are sentences for a person, printed once, at the end.

mod bench;
mod browsers;
mod build;
mod command;
mod cpython_tests;
mod docs;
mod embed;
#[path = "../../crates/cli/src/files.rs"]
mod files;
mod hook;
#[path = "../../crates/session/library.rs"]
mod library;
mod oracle;
#[path = "../../crates/cli/src/server.rs"]
mod server;
mod test;
mod tools;

use std::{env, path::PathBuf, process::ExitCode};

/// An error is a sentence that says what to do.
type Result<T = ()> = std::result::Result<T, String>;

const USAGE: &str = "usage: cargo xtask COMMAND

  serve [--port N]   build, serve on 127.0.0.1 (port 8080) and print the address
  build              build the static site into dist/
  test [STAGE...]    everything that is checked, or the named stages
  size               what a visitor fetches up to the first output, compressed
  bench              the interpreter's speed beside Pyodide's and CPython's
  oracle [--check] [NAME...]
                     what CPython 3.13 prints for the programs of tests/ and www/examples/
  cpython-tests [FILE...]
                     CPython's own tests of asyncio, from a python3.13 on this machine
  hook before|after  the steps that trunk has run (see Trunk.toml)";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result {
    env::set_current_dir(root()).map_err(|error| format!("cannot enter the checkout: {error}"))?;
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => build::serve(8080),
        ["serve", "--port", port] => {
            build::serve(port.parse().map_err(|_| format!("--port takes a number, not {port}"))?)
        }
        ["build"] => build::site(),
        ["test", stages @ ..] => test::stages(stages),
        ["size"] => test::size(),
        ["bench"] => bench::run(),
        ["cpython-tests", names @ ..] => cpython_tests::run(names),
        ["oracle", "--check", names @ ..] => oracle::run(true, names),
        ["oracle", names @ ..] => oracle::run(false, names),
        ["hook", "before"] => hook::before(),
        ["hook", "after"] => hook::after(),
        [] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("no such command\n{USAGE}")),
    }
}

/// The checkout's top folder.
fn root() -> PathBuf {
    let own =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into()));
    own.parent().map(PathBuf::from).unwrap_or(own)
}
