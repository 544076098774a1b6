//! Programs with the output CPython gave them: finding them, reading their headers, comparing a run with them.
//!
//! It knows neither session nor machine: the runner hands it what a run printed. The files are those `cargo xtask
//! oracle` writes; a stream without a file is empty, and `# exit: N`, `# gc: all` and `# python: -X dev` stand in the leading comments.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// One program and what CPython made of it.
#[derive(Clone, Debug)]
pub struct Golden {
    /// The file's name as tracebacks show it: `lang__loops.py`.
    pub name: String,
    /// The program.
    pub source: String,
    /// Its stdout.
    pub out: String,
    /// Its stderr, without frames of library files.
    pub err: String,
    /// Its exit code.
    pub exit: i32,
    /// Whether it is to run with a collection at every safe point.
    pub collect_always: bool,
    /// Whether it is for `python3 -X dev`.
    pub dev: bool,
}

/// The programs of a folder (from the checkout's top), by name.
pub fn goldens(folder: &str) -> Vec<Golden> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Golden {
    let source = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let stream = |extension| fs::read_to_string(path.with_extension(extension)).unwrap_or_default();
    let header = |key: &str| {
        let mut comments = source.lines().take_while(|line| line.starts_with('#'));
        comments.find_map(|line| Some(line.strip_prefix(key)?.trim().to_owned()))
    };
    Golden {
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        out: stream("out"),
        err: stream("err"),
        exit: header("# exit:").and_then(|code| code.parse().ok()).unwrap_or(0),
        collect_always: header("# gc:").is_some_and(|when| when == "all"),
        dev: header("# python:").is_some_and(|options| options == "-X dev"),
        source,
    }
}

impl Golden {
    /// How a run differs from CPython's: none, or a text that shows the first line that does in each stream.
    pub fn difference(&self, out: &str, err: &str, exit: i32) -> Option<String> {
        let mut text = String::new();
        for (stream, expected, found) in [("stdout", &*self.out, out), ("stderr", &*self.err, err)] {
            if expected != found {
                let same =
                    expected.lines().zip(found.lines()).take_while(|(one, other)| one == other).count();
                let line = |stream: &str| stream.lines().nth(same).unwrap_or("(nothing more)").to_owned();
                let _ = writeln!(
                    text,
                    "{stream}, line {}:\n  CPython: {}\n  here:    {}",
                    same + 1,
                    line(expected),
                    line(found)
                );
            }
        }
        if exit != self.exit {
            let _ = writeln!(text, "exit code: CPython {}, here {exit}", self.exit);
        }
        (!text.is_empty()).then(|| format!("{}\n{text}", self.name))
    }
}
