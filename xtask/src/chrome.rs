//! The browser of the end-to-end tests: Chromium, found or, where that is a matter of one command, installed.

use std::{env, path::Path, path::PathBuf, process::Command};

use crate::{
    Result,
    command::{answer, run},
};

/// The browser's program: what `CHROME` names, else the first of the usual names on PATH, else Debian's package.
///
/// # Errors
/// When there is none and it cannot be installed from here.
pub fn program() -> Result<PathBuf> {
    if let Some(program) = env::var_os("CHROME").map(PathBuf::from) {
        return if program.is_file() {
            Ok(program)
        } else {
            Err(format!("CHROME names {}, which is no file", program.display()))
        };
    }
    if let Some(program) = on_path() {
        return Ok(program);
    }
    let is_root = answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    if Path::new("/etc/debian_version").exists() && is_root {
        run(Command::new("apt-get").args(["update", "-q"]))?;
        run(Command::new("apt-get")
            .args(["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core"])
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    on_path()
        .ok_or_else(|| "no Chromium found: install it, or name a Chrome or Chromium in CHROME".to_owned())
}

fn on_path() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        .iter()
        .find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|program| program.is_file()))
}
