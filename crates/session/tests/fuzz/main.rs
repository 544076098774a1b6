//! Sources that are no programs, and programs that are none of ours: none may make the interpreter panic, hang, or take more
//! memory than it may.
//!
//! The seeds are fixed; `LOOPTHREAD_FUZZ_SECONDS=600` goes on that long, `LOOPTHREAD_FUZZ_SEED` begins elsewhere. The source at hand
//! is written to the target folder first (`fuzz-case.py`), for a fault that ends the process. What was found once stands in
//! [`FOUND`].

#[path = "../differential/expressions.rs"]
mod expressions;
mod mutate;
#[path = "../differential/rng.rs"]
mod rng;
#[path = "../differential/statements.rs"]
mod statements;

use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use loopthread_session::protocol::{ClockMode, Command, Event, Limits, Program, Request, RequestId};
use loopthread_session::{Session, Turn};
use rng::Rng;

const CASES: u64 = 600;

/// Heap of a program.
const MEMORY: u64 = 16 << 20;

/// What the whole process may ever have resident, in KB: programs, our own copies of them, and some slack.
const RESIDENT_KB: u64 = 1 << 20;

/// One slice of work may take so long, on a busy machine and without optimisation.
const SLOW: Duration = Duration::from_secs(10);

/// Sources that were handled wrongly once.
const FOUND: &[&str] = &[];

#[test]
fn what_was_found_stays_mended() {
    for source in FOUND {
        if let Some(fault) = fault(source) {
            panic!("{fault}\n{source}");
        }
    }
}

#[test]
fn nothing_makes_the_interpreter_panic_hang_or_grow() {
    let programs = programs();
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse().ok());
    let seconds: Option<u64> = number("LOOPTHREAD_FUZZ_SECONDS");
    let first: u64 = number("LOOPTHREAD_FUZZ_SEED").unwrap_or(1);
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz-case.py");
    let begin = Instant::now();
    let mut faults = Vec::new();
    let mut cases = 0;
    loop {
        match seconds {
            Some(seconds) if begin.elapsed().as_secs() >= seconds => break,
            None if cases >= CASES => break,
            _ => {}
        }
        let mut rng = Rng::new(first << 32 | cases);
        cases += 1;
        let source = match rng.below(8) {
            0 => format!("{}\n\n{}", statements::HEAD, statements::case(&mut rng, 1)),
            1 => mutate::blocks(&mut rng),
            _ => mutate::source(&mut rng, &programs),
        };
        fs::write(&kept, &source).expect("the target folder can be written to");
        if let Some(fault) = fault(&source) {
            faults.push(format!("==== seed {first}, case {}: {fault}\n{source}", cases - 1));
        }
        if faults.len() >= 20 {
            break;
        }
    }
    eprintln!("{cases} cases in {:?}, at most {} MB resident", begin.elapsed(), resident_kb() >> 10);
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    assert!(resident_kb() < RESIDENT_KB, "{} KB were resident", resident_kb());
}

/// What is wrong with how a source is handled, if anything.
fn fault(source: &str) -> Option<String> {
    let mut slowest = Duration::ZERO;
    let outcome = catch_unwind(AssertUnwindSafe(|| run(source, &mut slowest)));
    match outcome {
        Err(panic) => {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            Some(format!("a panic: {}", text.unwrap_or_default()))
        }
        Ok(Some(crash)) => Some(format!("a bug: {crash}")),
        Ok(None) if slowest > SLOW => Some(format!("one slice took {slowest:?}")),
        Ok(None) => None,
    }
}

/// Runs a source for a while; the message of a broken invariant.
fn run(source: &str, slowest: &mut Duration) -> Option<String> {
    let program = Program {
        source: source.to_owned(),
        file_name: "main.py".to_owned(),
        clock: ClockMode::Instant,
        seed: 0,
        dev: false,
        limits: Limits { time_ms: Some(60_000), memory_bytes: Some(MEMORY) },
    };
    let mut now = Duration::ZERO;
    let mut session = Session::new();
    let begin = Instant::now();
    session.handle(Request { id: RequestId(1), command: Command::Run(program) });
    *slowest = begin.elapsed();
    for _ in 0..20 {
        let begin = Instant::now();
        let turn = session.turn(50_000, now);
        *slowest = (*slowest).max(begin.elapsed());
        for event in session.events() {
            if let Event::Crash { message } = event {
                return Some(message);
            }
        }
        match turn {
            _ if session.exit_code().is_some() => break,
            Turn::More => {}
            Turn::Idle { wait: Some(wait) } => now += wait.max(Duration::from_nanos(1)),
            Turn::Idle { wait: None } => break,
        }
    }
    None
}

/// All programs of tests and examples.
fn programs() -> Vec<String> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in ["tests/programs", "tests/syntax", "www/examples", "benches/programs"] {
        let entries = fs::read_dir(top.join(folder)).into_iter().flatten();
        paths.extend(entries.filter_map(|entry| Some(entry.ok()?.path())));
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    let programs: Vec<String> = paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    assert!(programs.len() > 100, "only {} programs", programs.len());
    programs
}

/// The most memory this process ever had resident; 0 where the system does not tell.
fn resident_kb() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
