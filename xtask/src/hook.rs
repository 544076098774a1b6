//! The steps around trunk's own, for `cargo xtask build` and plain `trunk` alike (Trunk.toml names them).
//!
//! Before: the bundles of editor and style. After: its chunks beside it, everything shrunk (in a release), and the worker's files in
//! a folder named by their hash, since trunk hashes the names of the page's files only. A chunk's name has esbuild's
//! hash of it, and the file that asks for it has that name in it, so no cache mixes versions.

use std::{
    collections::hash_map::DefaultHasher,
    env, fs,
    hash::Hasher,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result,
    command::run,
    embed, library,
    tools::{self, WASM_BINDGEN},
};

/// What rustc assumes of a browser, and so what wasm-opt may.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Where the bundles are made: `style.css`, `editor.js`, and beside it the chunks that it asks for.
const BUNDLE: &str = "target/www";
const ENTRY: &str = "editor.js";
const BOOT: &str = "boot.js";

/// Bundles the editor and the style, once it is sure that the tools are there.
///
/// # Errors
/// When a tool is missing, with the command that installs it, or the bundle fails.
pub fn before() -> Result {
    if !tools::wasm_target() {
        return Err("the target is missing: rustup target add wasm32-unknown-unknown".to_owned());
    }
    if !WASM_BINDGEN.on_path() {
        // No error, since trunk may have a copy of its own or be able to download one.
        eprintln!("wasm-bindgen is not on PATH; should trunk fail for that: {}", WASM_BINDGEN.install_line());
    }
    tools::node()?;
    // Chunks of earlier builds would be delivered, too.
    if Path::new(BUNDLE).exists() {
        fs::remove_dir_all(BUNDLE).map_err(|error| format!("cannot empty {BUNDLE}: {error}"))?;
    }
    run(tools::npm_program("esbuild")?
        .args([
            "boot=www/boot.js",
            "editor=www/editor/main.js",
            "style=www/css/style.css",
            "--bundle",
            "--splitting",
            "--loader:.py=text",
            "--format=esm",
            "--legal-comments=none",
            "--minify",
            "--target=es2022",
            "--log-level=warning",
            "--chunk-names=editor-[name]-[hash]",
        ])
        .arg(format!("--outdir={BUNDLE}")))
}

/// Shrinks the output of a release and cuts its worker in parts, adds the library and gives the worker its folder.
///
/// # Errors
/// When trunk did not call, a tool is missing, or a file is not where it should be.
pub fn after() -> Result {
    let site = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("this step is called by trunk")?;
    deliver_chunks(&site)?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    if release {
        for file in files(&site)?.into_iter().chain(files(&site.join("worker"))?) {
            shrink(&file)?;
        }
        for wasm in files(&site)?.into_iter().chain(files(&site.join("worker"))?) {
            if let Some(stem) = wasm.to_str().and_then(|name| name.strip_suffix("_bg.wasm")) {
                run(split("names", &wasm).arg(format!("{stem}.js")))?;
            }
        }
    }
    let worker = site.join("worker");
    write_library(&worker)?;
    if release {
        run(&mut split("cut", &worker))?;
    }
    write_size(&worker)?;
    let worker = name_by_hash(&worker)?;
    change_page(&site, "content=\"./worker\"", &format!("content=\"./{worker}\""))?;
    embed::deliver(&site, &worker, release)?;
    run(Command::new("node")
        .arg("xtask/node/offline.mjs")
        .arg(&site)
        .arg("www/offline/worker.js")
        .arg(site.join("sw.js")))
}

/// Tells the loader how much it fetches, for the progress that it shows: browsers know it of compressed files only.
fn write_size(worker: &Path) -> Result {
    let failed = |error| format!("cannot tell the loader of its wasm: {error}");
    let size = fs::metadata(worker.join("worker_bg.wasm")).map_err(failed)?.len();
    let loader = worker.join("loader.js");
    let text = fs::read_to_string(&loader).map_err(failed)?;
    fs::write(loader, text.replace("WASM_BYTES", &size.to_string())).map_err(failed)
}

/// Writes the Python library as the two files that the worker fetches, what most programs import and the rest: module name to
/// file name, source, whether it is a package.
fn write_library(folder: &Path) -> Result {
    let failed = |error| format!("cannot put the library together: {error}");
    let (mut core, mut more) = (Vec::new(), Vec::new());
    for library::Module { name, file, is_package } in
        library::modules(Path::new("crates/session/python")).map_err(failed)?
    {
        let source = fs::read_to_string(file).map_err(failed)?;
        let shown = library::shown(&name, is_package);
        let entries = if library::is_core(&name) { &mut core } else { &mut more };
        entries.push(format!("{}:[{},{},{is_package}]", json(&name), json(&shown), json(&source)));
    }
    for (file, entries) in [("library.json", core), ("library-more.json", more)] {
        fs::write(folder.join(file), format!("{{{}}}", entries.join(",\n"))).map_err(failed)?;
    }
    Ok(())
}

/// A JSON string.
pub fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out += "\\n",
            c if c < ' ' => out += &format!("\\u{:04x}", u32::from(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Puts the editor's chunks into the output, and has the one that it begins with fetched at once.
fn deliver_chunks(site: &Path) -> Result {
    let bundle = Path::new(BUNDLE);
    let entry = fs::read_to_string(bundle.join(ENTRY)).map_err(|error| format!("no bundle: {error}"))?;
    let mut preloads = String::new();
    for file in files(bundle)? {
        let Some(name) = file
            .file_name()
            .and_then(|name| name.to_str())
            .filter(|name| name.ends_with(".js") && ![ENTRY, BOOT].contains(name))
        else {
            continue;
        };
        fs::copy(&file, site.join(name)).map_err(|error| format!("cannot copy {name}: {error}"))?;
        // What is imported on demand is written import("…").
        if entry.contains(&format!("from\"./{name}\"")) {
            preloads += &format!("<link rel=\"modulepreload\" href=\"./{name}\">");
        }
    }
    change_page(site, "</head>", &format!("{preloads}</head>"))
}

/// Rewrites a file of the output in its smaller form.
fn shrink(file: &Path) -> Result {
    match file.extension().and_then(|extension| extension.to_str()) {
        // wasm-opt makes the interpreter's loop a third slower, and no smaller once it is compressed.
        Some("wasm") if file.ends_with("worker_bg.wasm") => run(&mut split("trim", file)),
        Some("wasm") => {
            run(&mut split("trim", file))?;
            run(tools::npm_program("wasm-opt")?
                // The lowest KB of memory is the end of the stack, which nobody indexes from.
                .args(["-Oz", "-Oz", "--low-memory-unused"])
                .args(WASM_FEATURES)
                .arg(file)
                .arg("-o")
                .arg(file))?;
            run(&mut split("order", file))
        }
        Some("js" | "css") => run(tools::npm_program("esbuild")?
            .arg(file)
            .args(["--minify", "--target=es2022", "--log-level=error", "--allow-overwrite"])
            .arg(format!("--outfile={}", file.display()))),
        _ => Ok(()),
    }
}

/// A command of xtask/split, which is compiled for a release only.
fn split(command: &str, path: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package=loopthread-split", "--", command]).arg(path);
    cargo
}

/// Moves a folder to a name with the hash of its files, and gives that.
pub fn name_by_hash(folder: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files(folder)? {
        hasher.write(&fs::read(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?);
    }
    let old = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let name = format!("{old}-{:016x}", hasher.finish());
    fs::rename(folder, folder.with_file_name(&name))
        .map_err(|error| format!("cannot name {}: {error}", folder.display()))?;
    Ok(name)
}

/// Replaces a text in the page.
fn change_page(site: &Path, old: &str, new: &str) -> Result {
    let page = site.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| format!("cannot read the page: {error}"))?;
    if !html.contains(old) {
        return Err(format!("index.html has no {old}"));
    }
    fs::write(&page, html.replace(old, new)).map_err(|error| format!("cannot write the page: {error}"))
}

/// The files of a folder, sorted, without those of its folders.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}
