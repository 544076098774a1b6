//! Random small programs, run here and by CPython 3.13: what they print must be the same.
//!
//! The seeds are fixed, so the test is the same everywhere; `LOOPTHREAD_DIFFERENTIAL=20000` runs so many cases,
//! `LOOPTHREAD_DIFFERENTIAL_SEED` begins elsewhere. Without a CPython 3.13 (`PYTHON313`, `python3.13`, `python3`) nothing is
//! compared, and the reason is printed.

mod expressions;
mod rng;
mod statements;

use std::env;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use loopthread_session::protocol::{
    ClockMode, Command as Request, Event, Limits, Program, Request as Asked, RequestId, Stream,
};
use loopthread_session::{Session, Turn};
use rng::Rng;

/// Cases in one run of CPython.
const BATCH: usize = 40;

const CASES: usize = 400;

#[test]
fn random_programs_print_what_cpython_prints() {
    let Some(python) = python() else {
        eprintln!("skipped: no CPython 3.13 is found; set PYTHON313 to one");
        return;
    };
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse().ok());
    let cases = number("LOOPTHREAD_DIFFERENTIAL").unwrap_or(CASES);
    let seed = number("LOOPTHREAD_DIFFERENTIAL_SEED").unwrap_or(1) as u64;
    let mut wrong = Vec::new();
    for batch in 0..cases.div_ceil(BATCH) {
        let mut rng = Rng::new(seed << 32 | batch as u64);
        let texts: Vec<String> = (0..BATCH).map(|n| statements::case(&mut rng, n)).collect();
        let source = format!("{}\n\n{}", statements::HEAD, texts.concat());
        let (theirs, ours) = (by_cpython(&python, &source), by_us(&source));
        assert_eq!(by_case(&theirs).len(), BATCH, "batch {batch} is no program: {theirs}");
        if theirs != ours {
            wrong.extend(differences(&texts, &theirs, &ours, batch));
        }
    }
    assert!(wrong.is_empty(), "{} of {cases} cases differ\n{}", wrong.len(), wrong.join("\n"));
}

/// What each case printed, by its number; what stands before the first one is left out.
fn by_case(text: &str) -> Vec<String> {
    let text = format!("\n{text}");
    text.split("\ncase ").skip(1).map(|part| part.trim_end().to_owned()).collect()
}

fn differences(texts: &[String], theirs: &str, ours: &str, batch: usize) -> Vec<String> {
    let (theirs, ours) = (by_case(theirs), by_case(ours));
    let nothing = String::new();
    let mut found = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        let (theirs, ours) = (theirs.get(number).unwrap_or(&nothing), ours.get(number).unwrap_or(&nothing));
        if theirs != ours {
            let line = theirs.lines().zip(ours.lines()).take_while(|(a, b)| a == b).count();
            let at = |text: &str| text.lines().nth(line).unwrap_or("(nothing more)").to_owned();
            found.push(format!(
                "==== batch {batch}, case {number}\n{}\n  CPython: {}\n  here:    {}",
                text.trim_end(),
                at(theirs),
                at(ours)
            ));
        }
    }
    found
}

fn by_cpython(python: &PathBuf, source: &str) -> String {
    let mut child = Command::new(python)
        .args(["-I", "-X", "utf8", "-W", "ignore", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it answered before");
    let mut stdin = child.stdin.take().expect("its input is a pipe");
    // It stops reading at a syntax error, and then says so.
    let _ = stdin.write_all(source.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    format!("{out}{err}")
}

fn by_us(source: &str) -> String {
    let program = Program {
        source: source.to_owned(),
        file_name: "<stdin>".to_owned(),
        clock: ClockMode::Instant,
        seed: 0,
        dev: false,
        limits: Limits::default(),
    };
    let mut session = Session::new();
    session.handle(Asked { id: RequestId(1), command: Request::Run(program) });
    let mut text = String::new();
    let mut errors = String::new();
    while session.exit_code().is_none() {
        let turn = session.turn(10_000_000, Duration::ZERO);
        for event in session.events() {
            match event {
                Event::Output(output) if output.stream == Stream::Stdout => text.push_str(&output.text),
                Event::Output(output) => errors.push_str(&output.text),
                Event::Crash { message } => errors.push_str(&message),
                _ => {}
            }
        }
        if matches!(turn, Turn::Idle { wait: None }) {
            break;
        }
    }
    // Warnings of the compiler are not compared: it does not fold all constants that CPython folds. A line of the source follows.
    let mut lines = errors.split_inclusive('\n');
    while let Some(line) = lines.next() {
        match line.starts_with("<stdin>:") && line.contains(": SyntaxWarning: ") {
            true => drop(lines.next()),
            false => text.push_str(line),
        }
    }
    text
}

/// A CPython 3.13, if there is one.
fn python() -> Option<PathBuf> {
    let named = env::var_os("PYTHON313").map(PathBuf::from);
    let root = Command::new("pyenv").arg("root").output().ok();
    let versions =
        root.map(|root| PathBuf::from(String::from_utf8_lossy(&root.stdout).trim()).join("versions"));
    let installed = versions.and_then(|versions| std::fs::read_dir(versions).ok()).into_iter().flatten();
    let installed = installed.filter_map(|entry| Some(entry.ok()?.path().join("bin/python3")));
    let candidates = named.into_iter().chain(["python3.13".into(), "python3".into()]).chain(installed);
    candidates.into_iter().find(|python| {
        let output = Command::new(python).arg("--version").output();
        output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).starts_with("Python 3.13."))
    })
}
