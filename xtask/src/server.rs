//! A plain static file server: for `cargo xtask serve`, and for the browser tests under a sub-path and a policy.
//!
//! It sends what a static host sends, and no header that the site could come to depend on.
//! Deliberately absent: other methods than GET and HEAD, ranges, caching, addresses but the machine's own.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::PathBuf,
    sync::Arc,
    thread::{self, JoinHandle},
};

use crate::{
    Result,
    files::{Named, content_type, find},
};

/// What is served, and how.
pub struct Server {
    /// The folder whose files are served.
    pub folder: PathBuf,
    /// The path in front of every file, `/sub/path`, or nothing.
    pub prefix: String,
    /// A `Content-Security-Policy` to send along.
    pub policy: Option<&'static str>,
}

/// A server at work, in a thread of its own until the process ends.
pub struct Running {
    /// The address of the site's front page.
    pub address: String,
    thread: JoinHandle<()>,
}

impl Running {
    /// Waits for ever.
    pub fn wait(self) {
        let _ = self.thread.join();
    }
}

impl Server {
    /// Starts serving on the machine's own address; port 0 takes any free one.
    ///
    /// # Errors
    /// When the port cannot be had.
    pub fn start(self, port: u16) -> Result<Running> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| format!("cannot serve on port {port}: {error}; --port takes another"))?;
        let port = listener.local_addr().map_err(|error| error.to_string())?.port();
        let address = format!("http://127.0.0.1:{port}{}/", self.prefix);
        let server = Arc::new(self);
        let thread = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = server.clone();
                // A failed connection is the browser's business.
                thread::spawn(move || server.answer(stream).ok());
            }
        });
        Ok(Running { address, thread })
    }

    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut request = BufReader::new(stream.try_clone()?);
        let mut first = String::new();
        request.read_line(&mut first)?;
        // The rest of the head has to be taken in, or closing would reset the connection.
        let mut line = String::new();
        while request.read_line(&mut line)? > 2 {
            line.clear();
        }
        let mut words = first.split_whitespace();
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let body = if matches!(method, "GET" | "HEAD") { self.read(path) } else { None };
        let (status, kind, body) = match body {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain; charset=utf-8", b"not found".to_vec()),
        };
        write!(stream, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", body.len())?;
        if let Some(policy) = self.policy {
            write!(stream, "Content-Security-Policy: {policy}\r\n")?;
        }
        stream.write_all(b"Connection: close\r\n\r\n")?;
        if method == "GET" { stream.write_all(&body) } else { Ok(()) }
    }

    /// The type and bytes of what a path names.
    fn read(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        match find(&self.folder, path.strip_prefix(&self.prefix)?) {
            Named::File(file) => Some((content_type(&file), fs::read(&file).ok()?)),
            Named::Folder | Named::Nothing => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(prefix: &str) -> Server {
        Server { folder: PathBuf::from(env!("CARGO_MANIFEST_DIR")), prefix: prefix.to_owned(), policy: None }
    }

    #[test]
    fn a_file_is_found_under_the_prefix_only() {
        assert!(server("/sub/path").read("/sub/path/Cargo.toml").is_some());
        assert!(server("/sub/path").read("/Cargo.toml").is_none());
        assert!(server("").read("/Cargo%2Etoml").is_some());
    }
}
