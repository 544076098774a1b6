//! Which modules the frozen library has: for the table that is linked into the command line's program, and for the file
//! that the site's worker fetches. Part of two build steps, not of the crate.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A module of the library.
pub struct Module {
    /// Its dotted name.
    pub name: String,
    pub file: PathBuf,
    pub is_package: bool,
}

/// Modules and packages that the documented examples, the console and reports import: fetched by themselves, before the
/// rest of the library.
const CORE: &[&str] = &[
    "_loopthread",
    "_report",
    "_threading_local",
    "_threading_sync",
    "abc",
    "asyncio",
    "atexit",
    "concurrent",
    "contextlib",
    "contextvars",
    "functools",
    "heapq",
    "inspect",
    "quara",
    "queue",
    "threading",
    "time",
    "traceback",
    "types",
    "warnings",
];

/// Modules of those packages that are imported only when a program asks for what they have.
const RARE: &[&str] = &[
    "asyncio._refused",
    "asyncio.base_tasks",
    "asyncio.format_helpers",
    "asyncio.graph",
    "asyncio.log",
    "asyncio.streams",
];

/// Whether a module is fetched before the rest.
#[allow(dead_code, reason = "one of the two build steps takes the library as a whole")]
pub fn is_core(name: &str) -> bool {
    let root = name.split('.').next().unwrap_or(name);
    CORE.contains(&root) && !RARE.contains(&name)
}

/// All modules, sorted by name.
pub fn modules(python: &Path) -> io::Result<Vec<Module>> {
    let mut modules = Vec::new();
    collect(&python.join("lib"), "", &mut modules)?;
    collect(&python.join("quara"), "quara", &mut modules)?;
    modules.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(modules)
}

/// The name of a module's file as `__file__` and positions tell it.
pub fn shown(name: &str, is_package: bool) -> String {
    let tail = if is_package { "/__init__.py" } else { ".py" };
    format!("{}{tail}", name.replace('.', "/"))
}

fn collect(folder: &Path, package: &str, modules: &mut Vec<Module>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let dotted = if package.is_empty() { stem.clone() } else { format!("{package}.{stem}") };
        if file.is_dir() {
            collect(&file, &dotted, modules)?;
        } else if file.extension().is_some_and(|extension| extension == "py") {
            let is_package = stem == "__init__";
            let name = if is_package { package.to_owned() } else { dotted };
            modules.push(Module { name, file, is_package });
        }
    }
    Ok(())
}
