//! `cargo xtask cpython-tests`: CPython's own tests of asyncio, run by Loopthread as they are.
//!
//! The files are found in the library folder of a CPython 3.13 on this machine and are not kept here. What they import of `test` is
//! replaced by our modules in `xtask/cpython-tests/modules`; what does not count stands with its reason in `left-out.txt` beside
//! them. A test that ends the whole run has failed, and the run goes on behind it.

use std::{
    collections::BTreeSet,
    env, fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::Duration,
};

use crate::{
    Result,
    command::{answer, run as run_command},
    oracle::{copy, find_python},
};

const FILES: [&str; 8] = [
    "test_locks",
    "test_queues",
    "test_tasks",
    "test_taskgroups",
    "test_timeouts",
    "test_futures",
    "test_runners",
    "test_pep492",
];
const MODULES: &str = "xtask/cpython-tests/modules";
const LEFT_OUT: &str = "xtask/cpython-tests/left-out.txt";
/// How long a test may take.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Runs the files whose names contain one of `names` (all, if there are none) and prints what came of them.
///
/// # Errors
/// When there is no CPython, or less than nine tests out of ten pass.
pub fn run(names: &[&str]) -> Result {
    let python = find_python()?;
    let tests = tests_of(&python)?;
    let loopthread = build()?;
    let (mut sum, mut left) = (Count::default(), Vec::new());
    println!("\n{:16} {:>6} {:>6} {:>8} {:>6}", "", "passed", "failed", "skipped", "left");
    for file in FILES.iter().filter(|file| names.is_empty() || names.iter().any(|name| file.contains(name))) {
        let told = of_file(&loopthread, &tests, file)?;
        let count = Count::of(&told);
        println!("{file:16} {count}");
        for Told { what, name, why } in &told {
            match what.as_str() {
                "failed" => println!("    failed {name}: {why}"),
                "skipped" | "left" => left.push(format!("{file} {what} {name}: {why}")),
                _ => {}
            }
        }
        sum.add(&count);
    }
    println!("{:16} {sum}\n\nNot counted:", "");
    left_of_classes(&left).iter().for_each(|line| println!("    {line}"));
    let counted = sum.passed + sum.failed;
    let percent = 100.0 * sum.passed as f64 / counted.max(1) as f64;
    println!("\n{} of {counted} tests pass: {percent:.1} %", sum.passed);
    if percent >= 90.0 { Ok(()) } else { Err("less than 90 % of CPython's tests of asyncio pass".into()) }
}

/// What a line of the runner tells of a test.
struct Told {
    what: String,
    name: String,
    why: String,
}

#[derive(Default)]
struct Count {
    passed: usize,
    failed: usize,
    skipped: usize,
    left: usize,
}

impl Count {
    fn of(told: &[Told]) -> Count {
        let of = |what: &str| told.iter().filter(|told| told.what == what).count();
        Count { passed: of("passed"), failed: of("failed"), skipped: of("skipped"), left: of("left") }
    }

    fn add(&mut self, other: &Count) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.left += other.left;
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:>6} {:>6} {:>8} {:>6}", self.passed, self.failed, self.skipped, self.left)
    }
}

/// The folder of the tests.
fn tests_of(python: &Path) -> Result<PathBuf> {
    let code = "import os, test.test_asyncio as tests; print(os.path.dirname(tests.__file__))";
    let found = answer(Command::new(python).args(["-c", code]));
    found.map(PathBuf::from).ok_or_else(|| {
        format!(
            "{} has no test.test_asyncio: some systems leave CPython's tests out of their packages; \
             a python3.13 of pyenv or python.org has them (set PYTHON313 to it)",
            python.display()
        )
    })
}

fn build() -> Result<PathBuf> {
    run_command(Command::new("cargo").args(["build", "--quiet", "-p", "loopthread-cli"]))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let name = format!("loopthread{}", env::consts::EXE_SUFFIX);
    target.join("debug").join(name).canonicalize().map_err(|error| format!("cannot find loopthread: {error}"))
}

/// Runs a file to its end, beginning anew behind every test that took the run with it.
fn of_file(loopthread: &Path, tests: &Path, file: &str) -> Result<Vec<Told>> {
    let folder = Folder::new(tests, file)?;
    let left_out = left_out(file)?;
    let mut told: Vec<Told> = Vec::new();
    let mut done = BTreeSet::new();
    loop {
        let program = format!(
            "import run_tests\nrun_tests.main('test.test_asyncio.{file}', {{{left_out}}}, {{{}}})\n",
            done.iter().map(|name| format!("{name:?}: 0, ")).collect::<String>()
        );
        let (mut running, mut ended) = (None, false);
        let last = execute(loopthread, &folder.0, &program, |line| {
            let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
            let (name, why) = rest.split_once(": ").unwrap_or((rest, ""));
            match what {
                "end" => ended = true,
                "begin" => running = Some(name.to_owned()),
                _ => {
                    running = None;
                    if done.insert(name.to_owned()) {
                        told.push(Told { what: what.into(), name: name.into(), why: why.into() });
                    }
                }
            }
        })?;
        if ended {
            return Ok(told);
        }
        let Some(name) = running.filter(|name| done.insert(name.clone())) else {
            return Err(format!("{file} does not run: {last}"));
        };
        told.push(Told { what: "failed".into(), name, why: format!("the run ends in it: {last}") });
    }
}

/// Runs a program and hands on the lines of the runner as they come; the last line of its errors. A test may take so long.
fn execute(loopthread: &Path, modules: &Path, program: &str, mut line: impl FnMut(&str)) -> Result<String> {
    let failed = |error: std::io::Error| format!("cannot run {}: {error}", loopthread.display());
    let mut child = Command::new(loopthread)
        .args(["run", "-", "--clock", "instant", "--modules"])
        .arg(modules)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(program.as_bytes()).map_err(failed)?;
    }
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let (send, lines) = channel();
    let reader = thread::spawn(move || {
        let told = out.into_iter().flat_map(|out| BufReader::new(out).lines()).map_while(|line| line.ok());
        told.for_each(|line| drop(send.send(line)));
    });
    let errors = thread::spawn(move || {
        err.into_iter().flat_map(|err| BufReader::new(err).lines()).map_while(|line| line.ok()).last()
    });
    let too_long = loop {
        match lines.recv_timeout(TIMEOUT) {
            Ok(told) => told.strip_prefix("@@ ").into_iter().for_each(&mut line),
            Err(RecvTimeoutError::Disconnected) => break false,
            Err(RecvTimeoutError::Timeout) => break true,
        }
    };
    if too_long {
        child.kill().map_err(failed)?;
    }
    child.wait().map_err(failed)?;
    let _ = reader.join();
    let last = errors.join().ok().flatten().unwrap_or("it says nothing".into());
    Ok(if too_long { format!("it does not end within {} s", TIMEOUT.as_secs()) } else { last })
}

/// The lines of `left-out.txt` for a file, as the inside of a dict.
fn left_out(file: &str) -> Result<String> {
    let text = fs::read_to_string(LEFT_OUT).map_err(|error| format!("cannot read {LEFT_OUT}: {error}"))?;
    let lines = text.lines().filter_map(|line| line.strip_prefix(file)?.trim_start().split_once(' '));
    Ok(lines.map(|(name, why)| format!("{name:?}: {why:?}, ")).collect())
}

/// Tests that are left out for one reason as a class are told as one line.
fn left_of_classes(left: &[String]) -> Vec<String> {
    let mut out: Vec<(String, usize)> = Vec::new();
    for line in left {
        let (name, why) = line.split_once(": ").unwrap_or((line, ""));
        let class = name.split_once('.').map_or(name, |(class, _)| class);
        let of_class = format!("{class}.*: {why}");
        match out.last_mut() {
            Some((last, count)) if *last == of_class => *count += 1,
            _ => out.push((of_class, 1)),
        }
    }
    let mut lines = left.iter();
    let told = out.into_iter().map(|(of_class, count)| {
        let first = lines.next().cloned().unwrap_or_default();
        lines.by_ref().take(count - 1).for_each(drop);
        if count > 1 { format!("{of_class} ({count} tests)") } else { first }
    });
    told.collect()
}

/// Our modules and one file of CPython's, removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(tests: &Path, file: &str) -> Result<Folder> {
        let folder = Folder(env::temp_dir().join(format!("loopthread-tests-{}-{file}", std::process::id())));
        copy(Path::new(MODULES), &folder.0)?;
        let name = format!("{file}.py");
        let (from, to) = (tests.join(&name), folder.0.join("test/test_asyncio").join(&name));
        fs::copy(&from, to).map_err(|error| format!("cannot copy {}: {error}", from.display()))?;
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
