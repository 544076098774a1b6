//! What runs Python: a child that answers each line with a time, or a process for each program.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::Instant,
};

use loopthread_protocol::{ClockMode, Command as Ask, Limits, Program, Request, RequestId, encode_request};

use crate::Result;

/// Something to be timed.
pub enum Job {
    Parse(String),
    Run(String),
}

/// One implementation of Python.
pub struct Engine {
    pub name: &'static str,
    kind: Kind,
}

enum Kind {
    /// The site's worker in Node.js, asked by frames.
    Worker(Lines, u32),
    /// Pyodide in Node.js.
    Pyodide(Lines),
    /// A program that takes a file, its arguments before that, and the time it needs for an empty one.
    Process(String, Vec<&'static str>, Option<f64>),
}

/// A child process that is asked by lines.
struct Lines {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Engine {
    pub fn worker(folder: &str) -> Result<Engine> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("node/worker.mjs");
        let lines = Lines::start(Command::new("node").arg(script).arg(folder))?;
        Ok(Engine { name: "worker", kind: Kind::Worker(lines, 0) })
    }

    pub fn pyodide() -> Result<Engine> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/pyodide.mjs");
        let lines = Lines::start(Command::new("node").arg(script))?;
        Ok(Engine { name: "Pyodide", kind: Kind::Pyodide(lines) })
    }

    pub fn process(name: &'static str, program: &str, arguments: &[&'static str]) -> Engine {
        Engine { name, kind: Kind::Process(program.to_owned(), arguments.to_vec(), None) }
    }

    /// How long it takes, in milliseconds; none if this one cannot do it by itself.
    ///
    /// # Errors
    /// When it fails, or cannot be asked.
    pub fn time(&mut self, job: &Job) -> Result<Option<f64>> {
        match (&mut self.kind, job) {
            (Kind::Worker(lines, number), job) => lines.ask(&frame(number, request(job))?).map(Some),
            (Kind::Pyodide(lines), Job::Parse(source)) => {
                lines.ask(&format!("parse {}", hexadecimal(source.as_bytes()))).map(Some)
            }
            (Kind::Pyodide(lines), Job::Run(source)) => {
                lines.ask(&format!("run {}", hexadecimal(source.as_bytes()))).map(Some)
            }
            (Kind::Process(..), Job::Parse(_)) => Ok(None),
            (Kind::Process(program, arguments, empty), Job::Run(source)) => {
                let idle = match empty {
                    Some(idle) => *idle,
                    None => {
                        let mut times: Vec<f64> =
                            (0..5).map(|_| whole(program, arguments, "pass\n")).collect::<Result<_>>()?;
                        *empty.insert(crate::median(&mut times))
                    }
                };
                Ok(Some((whole(program, arguments, source)? - idle).max(0.0)))
            }
        }
    }

    /// When a program in real time writes its lines, in milliseconds from any moment; none if this one cannot tell.
    ///
    /// # Errors
    /// When it fails, or cannot be asked.
    pub fn ticks(&mut self, source: &str) -> Result<Option<Vec<f64>>> {
        match &mut self.kind {
            Kind::Worker(lines, number) => {
                let frame = frame(number, run(source, ClockMode::Real))?;
                lines.ask_for_list(&format!("ticks {frame}")).map(Some)
            }
            Kind::Pyodide(_) => Ok(None),
            Kind::Process(program, arguments, _) => lines_of(program, arguments, source).map(Some),
        }
    }
}

fn request(job: &Job) -> Ask {
    match job {
        Job::Parse(source) => Ask::Check { source: source.clone() },
        Job::Run(source) => run(source, ClockMode::Instant),
    }
}

fn run(source: &str, clock: ClockMode) -> Ask {
    let limits = Limits::default();
    Ask::Run(Program {
        source: source.to_owned(),
        file_name: "bench.py".to_owned(),
        clock,
        seed: 0,
        dev: false,
        limits,
    })
}

fn frame(number: &mut u32, command: Ask) -> Result<String> {
    *number += 1;
    let request = Request { id: RequestId(*number), command };
    encode_request(&request).map(|frame| hexadecimal(&frame)).map_err(|error| error.to_string())
}

/// The moments at which a process writes its lines.
fn lines_of(program: &str, arguments: &[&str], source: &str) -> Result<Vec<f64>> {
    let mut child = given(program, arguments, source, Stdio::piped())?;
    let begin = Instant::now();
    let lines = child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines);
    let times = lines.map(|_| begin.elapsed().as_secs_f64() * 1e3).collect();
    child.wait().map_err(|error| format!("cannot wait for {program}: {error}"))?;
    Ok(times)
}

/// The time of a whole process, in milliseconds.
fn whole(program: &str, arguments: &[&str], source: &str) -> Result<f64> {
    let begin = Instant::now();
    let mut child = given(program, arguments, source, Stdio::null())?;
    let status = child.wait().map_err(|error| format!("cannot wait for {program}: {error}"))?;
    if status.success() {
        Ok(begin.elapsed().as_secs_f64() * 1e3)
    } else {
        Err(format!("a program failed in {program}"))
    }
}

/// A process that has been given a program on its standard input.
fn given(program: &str, arguments: &[&str], source: &str, output: Stdio) -> Result<Child> {
    let mut child = Command::new(program)
        .args(arguments)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(output)
        .spawn()
        .map_err(|error| format!("cannot start {program}: {error}"))?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(source.as_bytes()).map_err(|error| format!("{program} does not read: {error}"))?;
    }
    Ok(child)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Lines {
    fn start(command: &mut Command) -> Result<Lines> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("cannot start Node.js: {error}"))?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(input), Some(output)) => Ok(Lines { child, input, output: BufReader::new(output) }),
            _ => Err("Node.js has no pipes".to_owned()),
        }
    }

    fn ask(&mut self, line: &str) -> Result<f64> {
        match self.ask_for_list(line)?.as_slice() {
            [time] => Ok(*time),
            _ => Err("Node.js answered with more than a time".to_owned()),
        }
    }

    fn ask_for_list(&mut self, line: &str) -> Result<Vec<f64>> {
        let mut answer = String::new();
        writeln!(self.input, "{line}")
            .and_then(|()| self.output.read_line(&mut answer))
            .map_err(|error| format!("Node.js does not answer: {error}"))?;
        let numbers: std::result::Result<_, _> = answer.split_whitespace().map(str::parse).collect();
        numbers.map_err(|_| format!("Node.js answered: {}", answer.trim()))
    }
}

impl Drop for Lines {
    fn drop(&mut self) {
        // It has nothing to lose.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
