//! `loopthread run FILE`: runs a program as `python3 FILE` would: same output, same exit code.
//!
//! `loopthread explore FILE` runs it with many seeds and shows the outcomes; `loopthread serve DIR` serves the site;
//! `loopthread mdbook` makes playgrounds in books. A session
//! on the native machine, driven here: real time is slept, output is passed on as it comes. Deliberately absent: anything the
//! page shows beyond output.

mod arguments;
mod drive;
mod explore;
mod fences;
mod files;
mod lines;
mod mdbook;
mod modules;
mod report;
mod serve;
mod server;

use std::process::ExitCode;

use arguments::{Asked, USAGE};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments::parse(&arguments) {
        Ok(Asked::Run(run)) => drive::run(&run),
        Ok(Asked::Explore(asked)) => explore::explore(&asked),
        Ok(Asked::Serve(asked)) => serve::serve(&asked),
        Ok(Asked::MdBook(arguments)) => mdbook::preprocess(&arguments),
        Ok(Asked::Help) => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}
