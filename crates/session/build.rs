//! Writes the table of the frozen library: every Python file below `python/`, by module name.

use std::{env, fmt::Write, fs, io, path::Path};

fn main() -> io::Result<()> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("python");
    println!("cargo::rerun-if-changed=python");
    let mut table = String::from("&[\n");
    let mut modules = Vec::new();
    collect(&root.join("lib"), "", &mut modules)?;
    collect(&root.join("quara"), "quara", &mut modules)?;
    modules.sort();
    for (module, path, is_package) in modules {
        let tail = if is_package { "/__init__.py" } else { ".py" };
        let shown = format!("{}{tail}", module.replace('.', "/"));
        let _ = writeln!(table, "    ({module:?}, {shown:?}, include_str!({path:?}), {is_package}),");
    }
    table.push_str("]\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("frozen.rs"), table)
}

/// Lists the modules of one folder: name, file, whether it is a package.
fn collect(folder: &Path, package: &str, modules: &mut Vec<(String, String, bool)>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let dotted =
            |name: &str| if package.is_empty() { name.to_owned() } else { format!("{package}.{name}") };
        if path.is_dir() {
            collect(&path, &dotted(&stem), modules)?;
        } else if path.extension().is_some_and(|e| e == "py") {
            let file = path.to_string_lossy().into_owned();
            if stem == "__init__" {
                modules.push((package.to_owned(), file, true));
            } else {
                modules.push((dotted(&stem), file, false));
            }
        }
    }
    Ok(())
}
