//! `loopthread serve DIR`: a folder of static files over HTTP, for who has neither Node.js nor trunk.
//!
//! The protocol is [`crate::server`]'s, which files are served [`crate::files`]'. It is for this machine, and for a class that a
//! teacher names an address for.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::arguments::Serve;
use crate::server::Server;

/// Serves until it is interrupted, or tells why it cannot.
pub fn serve(asked: &Serve) -> ExitCode {
    let folder = PathBuf::from(&asked.folder);
    if !folder.is_dir() {
        eprintln!("loopthread: no folder {}: name the one to serve", asked.folder);
        return ExitCode::from(2);
    }
    let server = Server { folder, prefix: String::new(), policy: None, kept };
    match server.start(&asked.address, asked.port) {
        Ok(running) => {
            // A closed pipe is the reader's choice.
            let _ = writeln!(io::stdout(), "{}\nserves {}; Ctrl+C ends it", running.address, asked.folder);
            running.wait();
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("loopthread: {message}");
            ExitCode::from(2)
        }
    }
}

/// What has a hash in its name for ever, all else until it is asked for again.
fn kept(path: &str) -> Option<&'static str> {
    Some(if is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" })
}

/// Whether a file's path has its content's hash in it, as trunk, esbuild and xtask write it: `page-44fa648f9444fda5.js`,
/// `editor-search-XYOB4PFL.js`, `worker-f40aa46f88b5e78b/worker.js`. Such a file never changes.
fn is_hashed(path: &str) -> bool {
    path.split('/').any(|part| {
        let stem = part.split_once('.').map_or(part, |(stem, _)| stem);
        let stem = stem.strip_suffix("_bg").unwrap_or(stem);
        stem.rsplit_once('-').is_some_and(|(_, hash)| {
            let of = |length, digits: &str| hash.len() == length && hash.chars().all(|c| digits.contains(c));
            // A word of eight capitals is no hash; to take a hash for a word costs a question to the server.
            let has_digit = hash.contains(|c: char| c.is_ascii_digit());
            has_digit && (of(16, "0123456789abcdef") || of(8, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        let kept =
            ["/page-44fa648f9444fda5.js", "/page-44fa648f9444fda5_bg.wasm", "/editor-search-XYOB4PFL.js"];
        for path in kept.into_iter().chain(["/a/worker-f40aa46f88b5e78b/worker.js"]) {
            assert!(is_hashed(path), "{path}");
        }
        for path in
            ["/", "/index.html", "/embed.js", "/notes-OVERVIEW.html", "/a-2026/b.js", "/44fa648f9444fda5"]
        {
            assert!(!is_hashed(path), "{path}");
        }
    }
}
