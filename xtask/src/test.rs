//! Everything that is checked, in stages: each is timed, a failed one does not end the run, and the last line
//! is the sum.
//!
//! The sum counts tests as their runners count them. A stage without tests of its own (the formatter, a build)
//! adds nothing when it passes and one failure when it fails.

use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use crate::{
    Result,
    browsers::{self, CHROMIUM},
    build::{self, SITE},
    command::{answer, run, run_and_read},
    docs::build as build_docs,
    server::Server,
    tools,
};

/// How many tests passed and failed.
#[derive(Clone, Copy, Default)]
struct Count {
    passed: usize,
    failed: usize,
}

/// A stage's name, what it is for, and its work.
struct Stage {
    name: &'static str,
    work: fn() -> Result<Count>,
}

const STAGES: [Stage; 8] = [
    Stage { name: "format", work: format },
    Stage { name: "clippy", work: clippy },
    Stage { name: "clippy-wasm", work: clippy_wasm },
    Stage { name: "native", work: native },
    Stage { name: "doc", work: doc },
    Stage { name: "site", work: site },
    Stage { name: "browser", work: browser },
    Stage { name: "docs", work: docs },
];

/// The policy under which the site has to work.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      worker-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'";

/// Runs the named stages, or all.
///
/// # Errors
/// When a stage does not exist or anything failed.
pub fn stages(names: &[&str]) -> Result {
    if let Some(name) = names.iter().find(|name| STAGES.iter().all(|stage| stage.name != **name)) {
        let known: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
        return Err(format!("no stage {name}; there are {}", known.join(", ")));
    }
    let mut sum = Count::default();
    let mut times = Vec::new();
    for stage in STAGES.iter().filter(|stage| names.is_empty() || names.contains(&stage.name)) {
        println!("\n== {} ==", stage.name);
        let begin = Instant::now();
        let count = (stage.work)().unwrap_or_else(|sentence| {
            println!("{sentence}");
            Count { passed: 0, failed: 1 }
        });
        sum.passed += count.passed;
        sum.failed += count.failed;
        times.push((stage.name, begin.elapsed(), count));
    }
    println!();
    for (name, time, count) in times {
        println!(
            "{name:12} {:>7.1} s  {}",
            Duration::as_secs_f64(&time),
            if count.failed == 0 { "ok" } else { "FAILED" }
        );
    }
    if names.is_empty() || names.contains(&"browser") {
        browsers::missing().iter().for_each(|line| println!("{line}"));
    }
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    // The sum is the last line, so the failure is told by the exit code alone.
    if sum.failed == 0 { Ok(()) } else { std::process::exit(1) }
}

/// What a visitor fetches up to the first output, from the site as last built.
///
/// # Errors
/// When there is no site, no browser, or the budget is exceeded.
pub fn size() -> Result {
    let count = playwright(&["--grep=@size", "--project=plain host, sub-path"])?;
    if count.failed == 0 { Ok(()) } else { Err("the budget is exceeded or could not be measured".to_owned()) }
}

fn format() -> Result<Count> {
    component("rustfmt", &["fmt", "--version"])?;
    run(Command::new("cargo").args(["fmt", "--all", "--check"])).map(|()| Count::default())
}

fn clippy() -> Result<Count> {
    component("clippy", &["clippy", "--version"])?;
    run(Command::new("cargo").args([
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
    .map(|()| Count::default())
}

/// The edge once more as what it is in the browser.
fn clippy_wasm() -> Result<Count> {
    tools::ensure_wasm_target()?;
    run(Command::new("cargo").args([
        "clippy",
        "--locked",
        "--package=loopthread",
        "--target=wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ]))
    .map(|()| Count::default())
}

fn native() -> Result<Count> {
    let mut command = Command::new("cargo");
    if answer(Command::new("cargo").args(["nextest", "--version"])).is_some() {
        command.args(["nextest", "run", "--locked", "--workspace", "--no-fail-fast", "--no-tests=pass"]);
    } else {
        command.args(["test", "--locked", "--workspace", "--all-targets", "--no-fail-fast"]);
    }
    counted(&mut command)
}

/// The examples in the documentation; the other runner does not know them.
fn doc() -> Result<Count> {
    counted(Command::new("cargo").args(["test", "--locked", "--workspace", "--doc", "--no-fail-fast"]))
}

fn site() -> Result<Count> {
    build::site().map(|()| Count::default())
}

fn browser() -> Result<Count> {
    // The sum tells which of them could not be had.
    for other in browsers::OTHERS {
        let _ = other.program();
    }
    playwright(&[])
}

/// The recipes for other people's documentation, and a browser that reads what they make.
fn docs() -> Result<Count> {
    let server = Server { folder: build_docs()?, prefix: String::new(), policy: None, kept: |_| None }
        .start("127.0.0.1", 0)?;
    let mut playwright = playwright_command()?;
    counted(playwright.arg("--project=docs").env("LOOPTHREAD_DOCS", server.address))
}

/// Runs the browser tests against the site as last built: under a sub-path, and under the strict policy.
fn playwright(arguments: &[&str]) -> Result<Count> {
    let server = |prefix: &str, policy| {
        Server { folder: SITE.into(), prefix: prefix.to_owned(), policy, kept: |_| None }
            .start("127.0.0.1", 0)
            .map(|server| server.address)
    };
    let mut playwright = playwright_command()?;
    for other in browsers::OTHERS {
        if let Ok(program) = other.find() {
            playwright.env(other.variable, program);
        }
    }
    counted(
        playwright
            .args(arguments)
            .env("LOOPTHREAD_PLAIN", server("/some/sub-path", None)?)
            .env("LOOPTHREAD_STRICT", server("", Some(STRICT))?),
    )
}

fn playwright_command() -> Result<Command> {
    tools::npm_packages(Path::new("."))?;
    let mut playwright = tools::npm_program("playwright")?;
    playwright
        .args(["test", "--config=tests/browser/playwright.config.js"])
        .env(CHROMIUM.variable, CHROMIUM.program()?);
    Ok(playwright)
}

/// Runs a test runner and reads from its output how many passed and failed.
fn counted(command: &mut Command) -> Result<Count> {
    let (success, lines) = run_and_read(command)?;
    let mut count = Count::default();
    for line in &lines {
        count.passed += number_before(line, "passed");
        count.failed += ["failed", "timed out", "flaky", "did not run", "interrupted", "exec failed"]
            .iter()
            .map(|word| number_before(line, word))
            .sum::<usize>();
    }
    // A runner that failed without a failed test did not get as far as the tests, or not to their end.
    if !success && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

/// The number in front of a word in a runner's summary, 0 in any other line.
///
/// The three runners write `test result: ok. 3 passed; 0 failed; …`, `Summary [ 1.2s] 3 tests run: 3 passed, …`
/// and, each on its own line, `3 passed (1.2s)`.
fn number_before(line: &str, word: &str) -> usize {
    let line = line.trim();
    let summary = match line.split_once("test result:").or_else(|| line.split_once(" run: ")) {
        Some((_, counts)) => counts,
        None if line
            .split_once(' ')
            .is_some_and(|(number, rest)| number.parse::<u32>().is_ok() && rest.starts_with(word)) =>
        {
            line
        }
        None => return 0,
    };
    let Some((before, _)) = summary.split_once(&format!(" {word}")) else { return 0 };
    before
        .rsplit(|character: char| !character.is_ascii_digit())
        .next()
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

/// Makes sure of a part of the Rust installation.
fn component(name: &str, probe: &[&str]) -> Result {
    match answer(Command::new("cargo").args(probe)) {
        Some(_) => Ok(()),
        None => run(Command::new("rustup").args(["component", "add", name])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_of_the_three_runners_are_read() {
        let cargo = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!((number_before(cargo, "passed"), number_before(cargo, "failed")), (3, 2));
        let nextest = "     Summary [   0.012s] 7 tests run: 5 passed (1 flaky), 2 failed, 0 skipped";
        assert_eq!((number_before(nextest, "passed"), number_before(nextest, "failed")), (5, 2));
        assert_eq!(number_before("  12 passed (3.4s)", "passed"), 12);
        assert_eq!(number_before("  1 did not run", "did not run"), 1);
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(number_before("the 3 passed by", "passed"), 0);
        assert_eq!(number_before("    PASS [   0.004s] xtask tests::two_of_3 failed", "failed"), 0);
    }
}
