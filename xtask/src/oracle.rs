//! `cargo xtask oracle`: what CPython 3.13 prints for every program whose output we keep.
//!
//! The programs are `tests/programs/*.py`, `tests/syntax/*.py` and `www/examples/*.py`. Beside each stand `NAME.out` and
//! `NAME.err`; a stream without output has no file. A program that does not exit with 0 says so in its leading
//! comments (`# exit: 1`; `# python: -X dev` are options for `python3`), and the oracle refuses a header that is not true; those of `tests/syntax` exit with 1.
//! CPython runs alone: only `quara` comes from us. What is kept of a traceback is stated in
//! `divergence/tracebacks.md` and done by [`kept`].

use std::{
    env, fs,
    io::Read,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::Result;

const FOLDERS: [&str; 3] = ["tests/programs", "tests/syntax", "www/examples"];
const WORKERS: usize = 4;
const RETRIES: usize = 4;
const TIMEOUT: Duration = Duration::from_secs(60);

/// Runs the programs whose path contains one of `names` (all, if there are none) and writes what they print, or with
/// `check` compares it with what is written.
pub fn run(check: bool, names: &[&str]) -> Result {
    let python = find_python()?;
    let programs = programs(names)?;
    let library = Library::new()?;
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(sentence) = one(&python, &library.0, program, check)
                        && let Ok(mut failures) = failures.lock()
                    {
                        failures.push(format!("{}: {sentence}", program.display()));
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap_or_default();
    failures.sort();
    println!("oracle: {} programs, {} failed", programs.len(), failures.len());
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\nxtask: ")) }
}

fn programs(names: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in FOLDERS.iter().filter(|folder| Path::new(folder).is_dir()) {
        let entries = fs::read_dir(folder).map_err(|error| format!("cannot read {folder}: {error}"))?;
        found.extend(entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| {
            let path_text = path.to_string_lossy();
            path_text.ends_with(".py")
                && (names.is_empty() || names.iter().any(|name| path_text.contains(name)))
        }));
    }
    found.sort();
    if found.is_empty() { Err("no such program".into()) } else { Ok(found) }
}

fn one(python: &Path, library: &Path, program: &Path, check: bool) -> Result {
    let source = fs::read_to_string(program).map_err(|error| error.to_string())?;
    let expected_exit = if program.starts_with("tests/syntax") { 1 } else { exit_header(&source) };
    let mut run = execute(python, library, program)?;
    // Programs on the real clock can be disturbed by a busy machine: only what comes twice is a difference.
    for _ in 0..RETRIES {
        if differing(&run, program).is_none() {
            break;
        }
        let again = execute(python, library, program)?;
        let settled = again == run;
        run = again;
        if settled {
            break;
        }
    }
    if run.exit != Some(expected_exit) {
        let shown = run.exit.map_or("a signal".into(), |code| code.to_string());
        return Err(format!("exits with {shown}, its header says {expected_exit}\n{}", run.err));
    }
    match differing(&run, program) {
        Some((extension, line)) if check => {
            Err(format!("its .{extension} differs from CPython's at line {line}; run cargo xtask oracle"))
        }
        Some(_) => write(&run, program),
        None => Ok(()),
    }
}

fn write(run: &Run, program: &Path) -> Result {
    for (text, extension) in [(&run.out, "out"), (&run.err, "err")] {
        let path = program.with_extension(extension);
        let done = match text.is_empty() {
            true if path.exists() => fs::remove_file(&path),
            true => Ok(()),
            false => fs::write(&path, text),
        };
        done.map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(())
}

/// The stream and line where a run first differs from what is written.
fn differing(run: &Run, program: &Path) -> Option<(&'static str, usize)> {
    [(&run.out, "out"), (&run.err, "err")].into_iter().find_map(|(text, extension)| {
        let written = fs::read_to_string(program.with_extension(extension)).unwrap_or_default();
        let same = written.lines().zip(text.lines()).take_while(|(one, other)| one == other).count();
        (written != *text).then_some((extension, same + 1))
    })
}

/// The code after `# exit:` in the leading comments; 0 without.
fn exit_header(source: &str) -> i32 {
    header(source, "# exit:").and_then(|code| code.parse().ok()).unwrap_or(0)
}

/// What stands behind a key in the leading comments.
fn header<'a>(source: &'a str, key: &str) -> Option<&'a str> {
    let mut comments = source.lines().take_while(|line| line.starts_with('#'));
    comments.find_map(|line| line.strip_prefix(key)).map(str::trim)
}

#[derive(PartialEq)]
struct Run {
    out: String,
    err: String,
    exit: Option<i32>,
}

/// Runs `python3 NAME.py` in the program's own folder.
fn execute(python: &Path, library: &Path, program: &Path) -> Result<Run> {
    let (Some(folder), Some(name)) = (program.parent(), program.file_name()) else {
        return Err("has no folder".into());
    };
    let folder = folder.canonicalize().map_err(|error| error.to_string())?;
    let mut command = Command::new(python);
    let source = fs::read_to_string(program).unwrap_or_default();
    command.args(header(&source, "# python:").unwrap_or_default().split_whitespace());
    command.arg(name).current_dir(&folder).env_clear();
    command
        .env("PYTHONPATH", library)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PYTHONUTF8", "1")
        .env("NO_COLOR", "1");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| format!("cannot run {}: {error}", python.display()))?;
    let (out, err) = (reader(child.stdout.take()), reader(child.stderr.take()));
    let exit = wait(&mut child)?;
    let text = |stream: thread::JoinHandle<String>| {
        kept(&stream.join().unwrap_or_default(), &folder.to_string_lossy())
    };
    Ok(Run { out: text(out), err: text(err), exit })
}

fn reader(stream: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            let _ = stream.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn wait(child: &mut Child) -> Result<Option<i32>> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            return Ok(status.code());
        }
        if started.elapsed() > TIMEOUT {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("does not end within {} seconds", TIMEOUT.as_secs()));
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// What is compared of a stream: no frames of library files, file names as given, addresses as `0x…`.
fn kept(stream: &str, folder: &str) -> String {
    let stream = stream.replace(&format!("{folder}/"), "");
    let mut out = String::with_capacity(stream.len());
    // The indentation of a library frame that is being left out.
    let mut dropping: Option<String> = None;
    for line in stream.split_inclusive('\n') {
        let frame = line.find("File \"").filter(|_| line.contains("\", line "));
        let inside = dropping.as_ref().is_some_and(|indent| line.starts_with(indent.as_str()));
        match frame.and_then(|at| Some((line.get(..at)?, line.get(at + 6..)?))) {
            Some((indent, path)) if indent.starts_with(' ') => {
                let is_library = path.starts_with('/') || path.starts_with("<frozen ");
                dropping = is_library.then(|| format!("{indent}  "));
                if is_library {
                    continue;
                }
            }
            _ if inside => continue,
            _ => dropping = None,
        }
        out.push_str(&without_addresses(line));
    }
    out
}

fn without_addresses(line: &str) -> String {
    let mut parts = line.split(" at 0x");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(" at 0x…");
        out.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    out
}

/// A folder that holds our `quara` and nothing else; removed when dropped.
struct Library(PathBuf);

impl Library {
    fn new() -> Result<Library> {
        let library = Library(env::temp_dir().join(format!("loopthread-oracle-{}", std::process::id())));
        copy(Path::new("crates/session/python/quara"), &library.0.join("quara"))?;
        Ok(library)
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result {
    let failed = |error: std::io::Error| format!("cannot copy {}: {error}", from.display());
    fs::create_dir_all(to).map_err(failed)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let Some(name) = path.file_name() else { continue };
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name)).map_err(failed)?;
        }
    }
    Ok(())
}

/// CPython 3.13: `PYTHON313`, else `python3.13`, else pyenv's newest.
pub fn find_python() -> Result<PathBuf> {
    let named = env::var_os("PYTHON313").map(PathBuf::from);
    let candidates = named.into_iter().chain([PathBuf::from("python3.13")]).chain(pyenv());
    candidates.into_iter().find(|python| is_313(python)).ok_or_else(|| {
        "the oracle needs CPython 3.13: set PYTHON313 to it, or install it (for example pyenv install 3.13)".into()
    })
}

fn pyenv() -> Vec<PathBuf> {
    let output = Command::new("pyenv").arg("root").output();
    let root = match output {
        Ok(output) => PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()),
        Err(_) => match env::var_os("PYENV_ROOT")
            .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".pyenv").into()))
        {
            Some(root) => root.into(),
            None => return Vec::new(),
        },
    };
    let versions = fs::read_dir(root.join("versions")).into_iter().flatten();
    let mut found: Vec<PathBuf> = versions
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("3.13.")))
        .map(|path| path.join("bin/python3"))
        .collect();
    found.sort();
    found.reverse();
    found
}

fn is_313(python: &Path) -> bool {
    let output = Command::new(python).arg("--version").output();
    output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).starts_with("Python 3.13."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn library_frames_go_and_the_programs_own_stay() {
        let stream = "Traceback (most recent call last):\n  File \"/srv/t/a.py\", line 3, in <module>\n    \
                      asyncio.run(main())\n    ~~~~~~~~~~~^^^^^^^^\n  File \"/usr/lib/runners.py\", line 194, in run\n    \
                      return runner.run(main)\n           ~~~~~~~~~~^^^^^^\n  File \"a.py\", line 1, in main\n    1 / 0\n    \
                      ~~^~~\nZeroDivisionError: division by zero\n";
        let wanted = "Traceback (most recent call last):\n  File \"a.py\", line 3, in <module>\n    \
                      asyncio.run(main())\n    ~~~~~~~~~~~^^^^^^^^\n  File \"a.py\", line 1, in main\n    1 / 0\n    \
                      ~~^~~\nZeroDivisionError: division by zero\n";
        assert_eq!(kept(stream, "/srv/t"), wanted);
    }

    #[test]
    fn frames_inside_a_group_are_told_by_their_margin() {
        let stream = "    | Traceback (most recent call last):\n    |   File \"/usr/lib/tasks.py\", line 1, in step\n    \
                      |     go()\n    |     ~~^^\n    |   File \"a.py\", line 2, in f\n    |     g()\n    | ValueError: x\n";
        let wanted = "    | Traceback (most recent call last):\n    |   File \"a.py\", line 2, in f\n    |     g()\n    \
                      | ValueError: x\n";
        assert_eq!(kept(stream, "/t"), wanted);
    }

    #[test]
    fn addresses_are_hidden_and_numbers_are_not() {
        assert_eq!(kept("<A object at 0x7f12ab> 0xff\n", "/t"), "<A object at 0x…> 0xff\n");
    }

    #[test]
    fn the_exit_code_stands_in_the_leading_comments() {
        assert_eq!(exit_header("# A program.\n# exit: 3\nimport sys\n"), 3);
        assert_eq!(exit_header("import sys\n# exit: 3\n"), 0);
    }
}
