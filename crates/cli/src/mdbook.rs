//! `loopthread mdbook`: a preprocessor of mdBook's, which makes playgrounds of the fenced blocks that are marked runnable.
//!
//! mdBook asks with `supports RENDERER` and the exit code answers; then it writes its context and the book as JSON, and reads the
//! book back. What is in there differs between versions, so **a chapter is whatever has a `content`**, and nothing else is touched.

use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::Value;

use crate::fences::playgrounds;

/// The versions this was tried with; others are told about.
const KNOWN: [&str; 2] = ["0.4.", "0.5."];

/// Answers what mdBook asks.
pub fn preprocess(arguments: &[String]) -> ExitCode {
    match arguments {
        [word, renderer] if word == "supports" => ExitCode::from(u8::from(renderer != "html")),
        [] => match book() {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                eprintln!("loopthread: {message}");
                ExitCode::FAILURE
            }
        },
        _ => {
            eprintln!(
                "loopthread: mdbook is for mdBook: name it in book.toml, under [preprocessor.loopthread]"
            );
            ExitCode::from(2)
        }
    }
}

fn book() -> Result<(), String> {
    let given = serde_json::from_reader(io::stdin().lock());
    let (context, mut book): (Value, Value) =
        given.map_err(|error| format!("this is no book of mdBook's: {error}"))?;
    let version = context["mdbook_version"].as_str().unwrap_or("unknown");
    if !KNOWN.iter().any(|known| version.starts_with(known)) {
        eprintln!("loopthread: not tried with mdBook {version}, only with {}x", KNOWN.join("x and "));
    }
    convert(&mut book)?;
    // A closed pipe is the reader's choice.
    let _ = writeln!(io::stdout(), "{book}");
    Ok(())
}

/// Every chapter, however deep it lies.
fn convert(value: &mut Value) -> Result<(), String> {
    match value {
        Value::Array(items) => items.iter_mut().try_for_each(convert),
        Value::Object(fields) => {
            let name = fields.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
            if let Some(Value::String(content)) = fields.get_mut("content") {
                *content = playgrounds(content).map_err(|wrong| format!("chapter {name}, {wrong}"))?;
            }
            fields.values_mut().try_for_each(convert)
        }
        _ => Ok(()),
    }
}
