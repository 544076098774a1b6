//! Which functions a visitor's first programs execute.
//!
//! The instrumented wasm runs in Node.js, with the glue of the site, what a person does with the page being sent as frames.

use std::{
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command as Process, Stdio},
};

use loopthread_protocol::{
    ClockMode, Command, Limits, Program, Request, RequestId, Target, TaskId, ThreadId, encode_request,
};
use walrus::{
    FunctionId, FunctionKind, Module, ValType,
    ir::{Call, Const, Value},
};

use crate::{Result, cut::Numbers};

/// Where the reports go: a function of the site's loader in the parts, of the profile's runner here.
const HIT: (&str, &str) = ("loopthread", "hit");

/// Runs what [`sessions`] says on the wasm in `folder`.
pub fn executed(folder: &Path, whole: &[u8]) -> Result<Numbers> {
    let instrumented = folder.join("profiled.wasm");
    fs::write(&instrumented, instrument(whole)?)
        .map_err(|error| format!("cannot write {}: {error}", instrumented.display()))?;
    let numbers = run(folder, &instrumented);
    // Not part of the site, however the run went.
    let removed = fs::remove_file(&instrumented);
    let numbers = numbers?;
    removed.map_err(|error| format!("cannot remove {}: {error}", instrumented.display()))?;
    Ok(numbers)
}

/// The wasm with a report at the beginning of each function.
fn instrument(whole: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(whole).map_err(|error| format!("cannot read the wasm: {error}"))?;
    let functions: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let ty = module.types.add(&[ValType::I32], &[]);
    let (hit, _) = module.add_import_func(HIT.0, HIT.1, ty);
    for (number, id) in functions.into_iter().enumerate() {
        if let FunctionKind::Local(local) = &mut module.funcs.get_mut(id).kind {
            let number = Const { value: Value::I32(number as i32) };
            local.builder_mut().func_body().instr_at(0, number).instr_at(1, Call { func: hit });
        }
    }
    Ok(module.emit_wasm())
}

fn run(folder: &Path, instrumented: &Path) -> Result<Numbers> {
    let runner = Path::new(env!("CARGO_MANIFEST_DIR")).join("../node/profile.mjs");
    let mut node = Process::new("node")
        .arg(runner)
        .arg(folder)
        .arg(instrumented)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot start node: {error}"))?;
    let mut input = String::new();
    for session in sessions()? {
        for request in session {
            let frame = encode_request(&request).map_err(|error| error.to_string())?;
            for byte in frame {
                let _ = write!(input, "{byte:02x}");
            }
            input.push(' ');
        }
        input.push('\n');
    }
    let sent = node.stdin.take().map(|mut stdin| stdin.write_all(input.as_bytes()));
    let output = node.wait_with_output().map_err(|error| format!("cannot wait for node: {error}"))?;
    if !output.status.success() || !matches!(sent, Some(Ok(()))) {
        return Err("the profile's run failed; what it said is above".to_owned());
    }
    let text = String::from_utf8_lossy(&output.stdout);
    text.split_whitespace()
        .map(|word| word.parse().map_err(|_| format!("the profile's run answered {word}")))
        .collect()
}

/// What a person does in the first minutes: each list is one process of the page's, its requests sent one after the other,
/// each when the one before has nothing left to do. No mistake is among them: what words a traceback is fetched with the first.
fn sessions() -> Result<Vec<Vec<Request>>> {
    let mut sessions = vec![
        vec![run_program("print(\"hello\")\n")],
        vec![run_program("import time\nwhile True: time.sleep(1000)\n"), Command::Halt],
        vec![
            run_program(CONSOLE),
            Command::Call { target: Target::Page, source: "1 + 1".to_owned() },
            Command::Call { target: Target::Page, source: "await asyncio.sleep(0.1, 'done')".to_owned() },
            Command::Spawn { target: Target::Page, source: "wait()".to_owned() },
            Command::Cancel { task: TaskId(1) },
            Command::Stop { target: Target::Page },
            Command::Stop { target: Target::Thread(ThreadId(1)) },
        ],
    ];
    for file in examples()? {
        let source =
            fs::read_to_string(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        sessions.push(vec![run_program(&source)]);
        // One of them with real waits, too.
        if file.file_stem().is_some_and(|slug| slug == "task-decorator") {
            sessions.push(vec![run_on(ClockMode::Real, &source)]);
        }
    }
    let numbered = |commands: Vec<Command>| {
        let numbers = (1..).map(RequestId);
        numbers.zip(commands).map(|(id, command)| Request { id, command }).collect()
    };
    Ok(sessions.into_iter().map(numbered).collect())
}

/// A program for the console: names to use, and a thread of its own to stop.
const CONSOLE: &str = "import asyncio
from quara.concurrency import AsyncioThread

async def wait():
    await asyncio.sleep(1000)

thread = AsyncioThread()
thread.start()
";

fn run_program(source: &str) -> Command {
    run_on(ClockMode::Instant, source)
}

fn run_on(clock: ClockMode, source: &str) -> Command {
    Command::Run(Program {
        source: source.to_owned(),
        file_name: "main.py".to_owned(),
        clock,
        seed: 0,
        dev: false,
        limits: Limits::default(),
    })
}

/// The documented examples, in the order of their names.
fn examples() -> Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/examples");
    let entries =
        fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    files.sort();
    Ok(files)
}
