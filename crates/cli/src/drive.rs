//! Driving a session until its process has ended: slices, sleeps, output.

use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use loopthread_session::protocol::{
    Command, Event, Failure, Limit, Limits, Outcome, Program, Request, RequestId, State, Stream,
};
use loopthread_session::{Session, Turn};

use crate::arguments::Run;
use crate::lines::Lines;
use crate::modules;

/// Work of one slice: some milliseconds.
pub const SLICE: u64 = 200_000;

/// How long a line of input is waited for at a time.
const GLANCE: Duration = Duration::from_millis(20);

/// The exit code of a run that a limit has ended, or that cannot go on.
const ENDED: u8 = 124;

/// Runs the program and gives its exit code.
pub fn run(run: &Run) -> ExitCode {
    let (source, file_name) = match read(&run.file) {
        Ok(read) => read,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let limits = Limits { time_ms: run.time_ms, memory_bytes: run.memory_bytes };
    let program = Program { source, file_name, clock: run.clock, seed: run.seed, dev: run.dev, limits };
    modules::take_from(&run.modules);
    let mut session = Session::with_library(modules::find);
    session.tell_all_output();
    session.open_input();
    session.handle(Request { id: RequestId(1), command: Command::Run(program) });
    // Where Ctrl+C cannot be listened to, it ends this process, as it does without being told.
    let (interrupt, interrupts) = channel();
    let heard = interrupt.clone();
    let _ = ctrlc::set_handler(move || {
        let _ = heard.send(());
    });
    let begin = Instant::now();
    let mut lines = Lines::new();
    let mut asking = false;
    let code = loop {
        let turn = session.turn(SLICE, begin.elapsed());
        let events = session.events();
        for event in &events {
            if let Event::Status(status) = event {
                asking = status.asking;
            }
        }
        let stopped = pass_on(&events, run);
        if let Some(code) = session.exit_code() {
            break code as u8;
        }
        if let Some(message) = stopped {
            eprintln!("loopthread: {message}");
            break ENDED;
        }
        let wait = match turn {
            Turn::More => Some(Duration::ZERO),
            Turn::Idle { wait } => wait,
        };
        let interrupted = match turn {
            Turn::Idle { wait: Some(wait) } if !asking => interrupts.recv_timeout(wait).is_ok(),
            _ => interrupts.try_recv().is_ok(),
        };
        if interrupted {
            session.handle(Request { id: RequestId(3), command: Command::Interrupt });
            continue;
        }
        if asking {
            let _ = io::stdout().flush();
            // Ctrl+C is looked for in between.
            if let Some(line) = lines.next(wait.map_or(GLANCE, |wait| wait.min(GLANCE))) {
                session.handle(Request { id: RequestId(2), command: Command::Input { line } });
            }
            continue;
        }
        if turn == (Turn::Idle { wait: None }) {
            eprintln!("loopthread: every thread waits, and nothing will ever wake one");
            session.waits().iter().for_each(|sentence| eprintln!("  {sentence}"));
            break ENDED;
        }
    };
    // Until here a wait for it was how time was slept.
    drop(interrupt);
    ExitCode::from(code)
}

/// The program's text, and the name it goes by in tracebacks.
pub fn read(file: &str) -> Result<(String, String), String> {
    let (bytes, name) = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(|error| format!("loopthread: {error}"))?;
        (bytes, "<stdin>")
    } else {
        let bytes = std::fs::read(file)
            .map_err(|error| format!("loopthread: can't open file '{file}': {}", words(&error)))?;
        (bytes, file)
    };
    match String::from_utf8(bytes) {
        Ok(source) => Ok((source, name.to_owned())),
        Err(_) => Err(format!("loopthread: {name} is not UTF-8 text")),
    }
}

/// The error as Python words it.
fn words(error: &io::Error) -> String {
    let text = error.to_string();
    match error.raw_os_error() {
        Some(number) => {
            let words = text.trim_end_matches(&format!(" (os error {number})"));
            format!("[Errno {number}] {words}")
        }
        None => text,
    }
}

/// Prints what the program wrote. A message when the run was ended from outside Python.
fn pass_on(events: &[Event], run: &Run) -> Option<String> {
    let mut stopped = None;
    for event in events {
        match event {
            Event::Output(output) => {
                // A closed pipe is the reader's choice.
                let _ = match output.stream {
                    Stream::Stdout => io::stdout().write_all(output.text.as_bytes()),
                    Stream::Stderr => {
                        let _ = io::stdout().flush();
                        io::stderr().write_all(output.text.as_bytes())
                    }
                };
            }
            Event::Status(status) => match status.state {
                State::Stopped { limit: Some(Limit::Time) } => {
                    stopped = Some(run.time_ms.map_or("the clock cannot count on".to_owned(), |ms| {
                        format!("the time limit of {} s is reached", ms as f64 / 1e3)
                    }));
                }
                State::Stopped { limit: Some(Limit::Memory) } => {
                    let most = run.memory_bytes.map_or(String::new(), |b| format!(" of {} MB", b >> 20));
                    stopped = Some(format!("the memory limit{most} is reached"));
                }
                _ => {}
            },
            Event::Answer(answer) => {
                if let Outcome::Err(Failure::Refused { message }) = &answer.outcome {
                    stopped = Some(message.clone());
                }
            }
            Event::Crash { message } => stopped = Some(format!("internal error: {message}")),
            _ => {}
        }
    }
    let _ = io::stdout().flush();
    stopped
}
