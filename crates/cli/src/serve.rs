//! `loopthread serve DIR`: a folder of static files over HTTP, for who has neither Node.js nor trunk.
//!
//! The protocol is tiny_http's, which files are served [`crate::files`]'. It is for this machine, and for a class that a teacher
//! names an address for: deliberately absent are TLS, ranges, compression, listings.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::thread;

use tiny_http::{Header, Method, Request, Response, ResponseBox, Server};

use crate::arguments::Serve;
use crate::files::{Named, content_type, find};

/// So many files are read at once.
const AT_ONCE: usize = 8;

/// Serves until it is interrupted, or tells why it cannot.
pub fn serve(asked: &Serve) -> ExitCode {
    let folder = Path::new(&asked.folder);
    if !folder.is_dir() {
        eprintln!("loopthread: no folder {}: name the one to serve", asked.folder);
        return ExitCode::from(2);
    }
    let server = match Server::http((asked.address.as_str(), asked.port)) {
        Ok(server) => server,
        Err(error) => {
            let Serve { address, port, .. } = asked;
            eprintln!("loopthread: cannot serve on {address}, port {port}: {error}; --port takes another");
            return ExitCode::from(2);
        }
    };
    // The port may be one that the system chose. A closed pipe is the reader's choice.
    let (address, folder_name) = (server.server_addr(), folder.display());
    let _ = writeln!(io::stdout(), "http://{address}/\nserves {folder_name}; Ctrl+C ends it");
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| server.incoming_requests().for_each(|request| answer(folder, request)));
        }
    });
    ExitCode::SUCCESS
}

fn answer(folder: &Path, request: Request) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    let response = match request.method() {
        Method::Get | Method::Head => response(folder, path),
        method => with(refusal(405, &format!("{method} is not for files")), "Allow", "GET, HEAD"),
    };
    // A visitor who has gone is no failure.
    let _ = request.respond(response);
}

fn response(folder: &Path, path: &str) -> ResponseBox {
    match find(folder, path) {
        Named::File(file) => match File::open(&file) {
            Ok(open) => {
                let kept = if is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" };
                // With its length, so that a page can tell how far a download is.
                let response = Response::from_file(open).with_chunked_threshold(usize::MAX);
                with(with(response, "Content-Type", content_type(&file)), "Cache-Control", kept).boxed()
            }
            Err(error) => refusal(403, &format!("{path} cannot be read: {error}")),
        },
        // Relative, so that it holds behind a proxy; and never `//host/`, since that path is not found.
        Named::Folder => {
            let name = path.rsplit('/').next().unwrap_or_default();
            with(refusal(301, "a folder"), "Location", &format!("./{name}/"))
        }
        Named::Nothing => refusal(404, &format!("there is no {path} here")),
    }
}

/// An answer that is not a file: a sentence.
fn refusal(status: u16, sentence: &str) -> ResponseBox {
    let response = Response::from_string(format!("{sentence}\n")).with_status_code(status);
    with(response, "Cache-Control", "no-cache").boxed()
}

/// The answer with one more header.
fn with<R: Read>(mut response: Response<R>, name: &'static str, value: &str) -> Response<R> {
    // Only what is not ASCII would be no header, and all of this is.
    if let Ok(header) = Header::from_bytes(name, value) {
        response.add_header(header);
    }
    response
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
