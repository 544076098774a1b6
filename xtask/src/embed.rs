//! Puts the embedding element into the output: `embed.js`, which other pages name, and a folder with what its frames begin with.
//!
//! The folder is named by its hash as the worker's is; `embed.js` keeps its name, for it stands in other people's pages, and
//! knows the names of all files of its build.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result,
    command::run,
    hook::{files, json, name_by_hash},
    tools,
};

/// The folder before it has its hash.
const FOLDER: &str = "embed";

/// Writes all of it; `worker` is the name of the worker's folder.
///
/// # Errors
/// When a file is not where it should be, or a bundle fails.
pub fn deliver(site: &Path, worker: &str, release: bool) -> Result {
    let (page, wasm, style) =
        (find(site, "page-", ".js")?, find(site, "page-", ".wasm")?, find(site, "style-", ".css")?);
    let folder = site.join(FOLDER);
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let page = fs::canonicalize(site.join(page)).map_err(|error| format!("cannot find the page: {error}"))?;
    run(bundle("frame.js", &folder.join("frame.js"), release)?
        .arg(format!("--alias:loopthread-page={}", page.display()))
        .args(["--loader:.py=text", "--log-override:empty-import-meta=silent"]))?;
    run(&mut bundle("hello.js", &folder.join("hello.js"), release)?)?;
    let html = fs::read_to_string("www/embed/frame.html").map_err(|error| format!("no frame: {error}"))?;
    fs::write(folder.join("index.html"), html.replace("STYLE", &format!("../{style}")))
        .map_err(|error| format!("cannot write the frame: {error}"))?;
    let folder = name_by_hash(&folder)?;

    let mut all = vec![("frame.js".to_owned(), format!("{folder}/frame.js")), ("page.wasm".to_owned(), wasm)];
    for file in files(&site.join(worker))? {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        all.push((name.clone(), format!("{worker}/{name}")));
    }
    let mut list = Vec::new();
    for (name, path) in all {
        let size = fs::metadata(site.join(&path)).map_err(|error| format!("no {path}: {error}"))?.len();
        list.push(format!("{}:{{\"path\":{},\"size\":{size}}}", json(&name), json(&path)));
    }
    run(bundle("embed.js", &site.join("embed.js"), release)?
        .arg(format!("--define:FILES={{{}}}", list.join(",")))
        .arg(format!("--define:FRAME={}", json(&format!("{folder}/index.html"))))
        .arg(format!("--define:WORKER={}", json(worker))))
}

/// A script of `www/embed` with all that it imports, as a classic one.
fn bundle(name: &str, to: &Path, release: bool) -> Result<Command> {
    let mut esbuild = tools::npm_program("esbuild")?;
    esbuild.arg(PathBuf::from("www/embed").join(name)).args([
        "--bundle",
        "--format=iife",
        "--legal-comments=none",
        "--target=es2022",
        "--log-level=warning",
    ]);
    if release {
        esbuild.arg("--minify");
    }
    esbuild.arg(format!("--outfile={}", to.display()));
    Ok(esbuild)
}

/// The name of the one file of the output that begins and ends so.
fn find(site: &Path, begin: &str, end: &str) -> Result<String> {
    let names = files(site)?.into_iter().filter_map(|file| Some(file.file_name()?.to_str()?.to_owned()));
    let mut found = names.filter(|name| name.starts_with(begin) && name.ends_with(end));
    found.next().ok_or_else(|| format!("the output has no {begin}…{end}"))
}
