//! Every program with a committed output, run in a session: what it prints, its exit code, and a sane trace.
//!
//! The outputs are CPython's (`cargo xtask oracle`). The runs in slices also collect every so often, a program marked `# gc: all`
//! a hundred times as often as any other. **Neither is observable**, so all runs print the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use loopthread_session::protocol::{
    ClockMode, Command, Event, Limits, Program, Request, RequestId, State, Stream, What,
};
use loopthread_session::{Session, Turn};

/// Programs that do not print what CPython prints yet; one that does is named in the output of this test.
const NOT_YET: &[&str] = include!("not_yet.in");

const SLICES: [u64; 2] = [7, 64];

/// Work between two collections.
const COLLECT_EVERY: u64 = 9_700;

/// How one run went.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    out: String,
    err: String,
    exit: i32,
}

#[test]
fn programs_print_what_cpython_prints() {
    let mut wrong = Vec::new();
    for path in python_files("tests/programs").into_iter().chain(python_files("www/examples")) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let source = fs::read_to_string(&path).expect("a listed file can be read");
        let expected = expected(&path, &source);
        let whole = run(&path, &source, ClockMode::Instant, u64::MAX, None);
        let listed = NOT_YET.contains(&name.as_str());
        match (whole == expected, listed) {
            (true, true) => eprintln!("{name} is right now: take it off the list"),
            (false, false) => wrong.push(format!("{name}: {}", difference(&whole, &expected))),
            (false, true) => {}
            (true, false) => {
                let every = if source.contains("# gc: all") { COLLECT_EVERY / 100 } else { COLLECT_EVERY };
                // An unoptimised build is slow at this: the examples take every slice, other programs run whole.
                let is_example = path.to_string_lossy().contains("examples");
                let slices = if is_example { &SLICES[..] } else { &[u64::MAX] };
                for &slice in slices {
                    let again = run(&path, &source, ClockMode::Instant, slice, Some(every));
                    if again != whole {
                        wrong.push(format!("{name} at slice {slice}: {}", difference(&again, &whole)));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn examples_print_the_same_in_real_time() {
    for path in python_files("www/examples") {
        let source = fs::read_to_string(&path).expect("a listed file can be read");
        let run = run(&path, &source, ClockMode::Real, 200_000, None);
        assert_eq!(run, expected(&path, &source), "{}", path.display());
    }
}

fn python_files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is part of the project")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "py"))
        .collect();
    files.sort();
    assert!(files.len() > 5, "too few programs");
    files
}

fn expected(path: &Path, source: &str) -> Run {
    let read = |extension| fs::read_to_string(path.with_extension(extension)).unwrap_or_default();
    let header = source.lines().take_while(|line| line.starts_with('#'));
    let exit = header.filter_map(|line| line.strip_prefix("# exit: ")?.trim().parse().ok()).next();
    Run { out: read("out"), err: read("err"), exit: exit.unwrap_or(0) }
}

/// Runs a program to its end, in slices of so much work.
fn run(path: &Path, source: &str, clock: ClockMode, slice: u64, collect_every: Option<u64>) -> Run {
    let mut session = Session::new();
    if let Some(work) = collect_every {
        session.collect_every(work);
    }
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let limits = Limits { time_ms: Some(600_000), memory_bytes: None };
    let program = Program { source: source.to_owned(), file_name, clock, seed: 0, limits };
    session.handle(Request { id: RequestId(1), command: Command::Run(program) });
    let begin = Instant::now();
    let mut run = Run { out: String::new(), err: String::new(), exit: -1 };
    let mut at = 0;
    loop {
        let turn = session.turn(slice, begin.elapsed());
        for event in session.events() {
            note(&mut run, &mut at, &event);
        }
        if let Some(exit) = session.exit_code() {
            run.exit = exit;
            run.out = without_addresses(&run.out);
            run.err = without_addresses(&run.err);
            return run;
        }
        match turn {
            Turn::More => {}
            Turn::Idle { wait: Some(wait) } => std::thread::sleep(wait.min(Duration::from_secs(1))),
            Turn::Idle { wait: None } => {
                run.err.push_str("every thread waits");
                return run;
            }
        }
    }
}

fn note(run: &mut Run, at: &mut u64, event: &Event) {
    match event {
        Event::Output(output) if output.stream == Stream::Stdout => run.out.push_str(&output.text),
        Event::Output(output) => run.err.push_str(&output.text),
        Event::Crash { message } => run.err.push_str(message),
        Event::Status(status) if matches!(status.state, State::Stopped { .. }) => run.err.push_str("stopped"),
        Event::Trace(records) => {
            for record in records {
                assert!(record.at >= *at, "the trace goes back in time at {:?}", record.what);
                *at = record.at;
                if let What::ThreadStarted { name, .. } = &record.what {
                    assert!(!name.is_empty());
                }
            }
        }
        _ => {}
    }
}

fn without_addresses(text: &str) -> String {
    let mut parts = text.split(" at 0x");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(" at 0x…");
        out.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    out
}

/// The first line in which two runs differ.
fn difference(found: &Run, expected: &Run) -> String {
    for (what, found, expected) in [("out", &found.out, &expected.out), ("err", &found.err, &expected.err)] {
        let mut lines = found.lines();
        let mut others = expected.lines();
        loop {
            match (lines.next(), others.next()) {
                (None, None) => break,
                (a, b) if a == b => {}
                (a, b) => return format!("{what}: {a:?} instead of {b:?}"),
            }
        }
    }
    format!("exit code {} instead of {}", found.exit, expected.exit)
}
