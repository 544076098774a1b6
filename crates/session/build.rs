//! Writes the table of the frozen library: every Python file below `python/`, by module name.

#[path = "library.rs"]
mod library;

use std::{env, fmt::Write, fs, io, path::Path};

fn main() -> io::Result<()> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("python");
    println!("cargo::rerun-if-changed=python");
    let mut table = String::from("&[\n");
    for library::Module { name, file, is_package } in library::modules(&root)? {
        let shown = library::shown(&name, is_package);
        let _ = writeln!(table, "    ({name:?}, {shown:?}, include_str!({file:?}), {is_package}),");
    }
    table.push_str("]\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("frozen.rs"), table)
}
