//! Which file of a folder the path of a request names, and what a browser has to be told about it.
//!
//! **No path leaves the folder**: not by `..`, plain or encoded, and not by a link whose target is elsewhere. Only std, since
//! xtask's server is built on this, too. Deliberately absent: listings of folders.

use std::{
    fs, io,
    path::{Component, Path, PathBuf},
};

/// What a path names.
#[derive(Debug, PartialEq)]
pub enum Named {
    File(PathBuf),
    /// A folder without the slash at the end, which relative addresses need.
    Folder,
    Nothing,
}

/// Finds what a path names below `root`: `/` is the folder itself, whose front page is `index.html`.
pub fn find(root: &Path, path: &str) -> Named {
    let found = || {
        let path = percent_decoded(path.strip_prefix('/')?)?;
        let is_plain = |part| matches!(part, Component::Normal(_));
        if !Path::new(&path).components().all(is_plain) {
            return None;
        }
        let root = root.canonicalize().ok()?;
        let file = inside(&root, &root.join(&path)).ok()?;
        let named_as_folder = path.is_empty() || path.ends_with('/');
        match (file.is_dir(), named_as_folder) {
            (true, true) => inside(&root, &file.join("index.html")).ok().map(Named::File),
            (true, false) => Some(Named::Folder),
            (false, true) => None,
            (false, false) => Some(Named::File(file)),
        }
    };
    found().unwrap_or(Named::Nothing)
}

/// The file that a path leads to in the end, if that is below `root`.
fn inside(root: &Path, file: &Path) -> io::Result<PathBuf> {
    let file = fs::canonicalize(file)?;
    if file.starts_with(root) { Ok(file) } else { Err(io::ErrorKind::PermissionDenied.into()) }
}

/// The value of `Content-Type`.
pub fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("wasm") => "application/wasm",
        // Not as Python's own type, which browsers save instead of showing it.
        Some("py" | "txt" | "md" | "rst") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    }
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here(path: &str) -> Named {
        find(Path::new(env!("CARGO_MANIFEST_DIR")), path)
    }

    fn file(name: &str) -> Named {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().expect("this package is there");
        Named::File(folder.join(name))
    }

    #[test]
    fn files_and_folders_are_told_apart() {
        assert_eq!(here("/Cargo.toml"), file("Cargo.toml"));
        assert_eq!(here("/Cargo%2Etoml"), file("Cargo.toml"));
        assert_eq!(here("/src"), Named::Folder);
        // No front page.
        assert_eq!(here("/src/"), Named::Nothing);
        assert_eq!(here("/Cargo.toml/"), Named::Nothing);
        assert_eq!(here("/none"), Named::Nothing);
        assert_eq!(here("none"), Named::Nothing);
    }

    #[test]
    fn a_path_cannot_leave_the_folder() {
        let ways = ["/../Cargo.toml", "/src/../../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml"];
        for path in ways.into_iter().chain(["//etc/hostname", "/%2fetc/hostname", "/%00", "/%zz", "/%"]) {
            assert_eq!(here(path), Named::Nothing, "{path}");
        }
    }
}
