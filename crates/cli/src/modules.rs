//! Modules of a developer's, from folders, before those of the library: how CPython's own tests get in (`cargo xtask cpython-tests`).
//!
//! The session does no IO: it asks its library for a source, and this one may look into a folder for it. A module is read
//! when it is first imported. Deliberately absent: bytecode, native modules, packages without an `__init__.py`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use loopthread_session::{Frozen, linked_module};

static FOLDERS: OnceLock<Vec<PathBuf>> = OnceLock::new();

/// Where to look from now on; the first call counts, since a process has one session.
pub fn take_from(folders: &[String]) {
    let _ = FOLDERS.set(folders.iter().map(PathBuf::from).collect());
}

/// A module of the folders, else of the library that is linked in.
pub fn find(name: &str) -> Result<Option<Frozen>, String> {
    for folder in FOLDERS.get().into_iter().flatten() {
        if let Some(found) = look_up(folder, name)? {
            return Ok(Some(found));
        }
    }
    linked_module(name)
}

fn look_up(folder: &Path, name: &str) -> Result<Option<Frozen>, String> {
    let path = name.split('.').fold(folder.to_owned(), |path, part| path.join(part));
    for (file, is_package) in [(path.join("__init__.py"), true), (path.with_extension("py"), false)] {
        if file.is_file() {
            let source = fs::read_to_string(&file).map_err(|error| error.to_string())?;
            let file_name = file.to_string_lossy().into_owned().into();
            return Ok(Some(Frozen { source: source.into(), is_package, file_name, is_library: false }));
        }
    }
    Ok(None)
}
