//! The browsers of the end-to-end tests: found or, where that is a matter of one command, installed.
//!
//! Chromium runs all of them and has to be there. Firefox and WebKit run the main path; where they cannot be had, `cargo xtask test`
//! says so in its sum.

use std::{env, path::Path, path::PathBuf, process::Command};

use crate::{
    Result,
    command::{answer, run},
};

/// A browser, or what drives it.
pub struct Browser {
    name: &'static str,
    /// The variable that names its program, for the tests as for a person.
    pub variable: &'static str,
    /// Its usual names.
    programs: &'static [&'static str],
    /// Debian's packages.
    packages: &'static [&'static str],
}

pub const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "CHROME",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    packages: &["chromium", "fonts-dejavu-core"],
};

/// The other engines. WebKit's browser needs a screen, hence a virtual one.
pub const OTHERS: [Browser; 2] = [
    Browser {
        name: "Firefox",
        variable: "FIREFOX",
        programs: &["firefox-esr", "firefox"],
        packages: &["firefox-esr"],
    },
    Browser {
        name: "WebKit",
        variable: "WEBKIT_DRIVER",
        programs: &["WebKitWebDriver"],
        packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    },
];

impl Browser {
    /// The browser's program: what its variable names, else the first of the usual names on PATH, else Debian's package.
    ///
    /// # Errors
    /// When there is none and it cannot be installed from here.
    pub fn program(&self) -> Result<PathBuf> {
        if self.is_to_be_installed() {
            run(Command::new("apt-get").args(["update", "-q"]))?;
            run(Command::new("apt-get")
                .args(["install", "-y", "-q", "--no-install-recommends"])
                .args(self.packages)
                .env("DEBIAN_FRONTEND", "noninteractive"))?;
        }
        self.find()
    }

    /// The browser's program, if it is here.
    ///
    /// # Errors
    /// When it is not, with what to do about it.
    pub fn find(&self) -> Result<PathBuf> {
        let Browser { name, variable, .. } = self;
        if let Some(program) = env::var_os(variable).map(PathBuf::from) {
            let is_file = program.is_file();
            let wrong = || format!("{variable} names {}, which is no file", program.display());
            return if is_file { Ok(program) } else { Err(wrong()) };
        }
        self.on_path().ok_or_else(|| {
            let packages = self.packages.join(" ");
            format!("no {name} found: name its program in {variable}, or apt-get install {packages}")
        })
    }

    /// Whether this is a machine on which nobody minds, as in continuous integration.
    fn is_to_be_installed(&self) -> bool {
        self.find().is_err()
            && env::var_os(self.variable).is_none()
            && Path::new("/etc/debian_version").exists()
            && answer(Command::new("id").arg("-u")).as_deref() == Some("0")
    }

    fn on_path(&self) -> Option<PathBuf> {
        let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
        self.programs
            .iter()
            .find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|program| program.is_file()))
    }
}

/// What the tests go without, a line each.
pub fn missing() -> Vec<String> {
    OTHERS
        .iter()
        .filter_map(|browser| Some(format!("NOT RUN in {}: {}", browser.name, browser.find().err()?)))
        .collect()
}
