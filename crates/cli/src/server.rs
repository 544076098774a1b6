//! A plain server of static files, for `loopthread serve`, and for xtask, which serves the site to the browser tests with it.
//!
//! A thread and a connection for each request: tiny_http was tried, and now and then leaves one of a browser's kept connections
//! unanswered when several come at once. It sends what a static host sends. Deliberately absent: TLS, ranges, compression, other methods than GET and HEAD.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::files::{Named, content_type, find};

/// The head of a request is not longer, and takes no longer to come.
const HEAD: u64 = 65_536;
const PATIENCE: Duration = Duration::from_secs(60);

/// What is served, and how.
pub struct Server {
    /// The folder whose files are served.
    pub folder: PathBuf,
    /// The path in front of every file, `/sub/path`, or nothing.
    pub prefix: String,
    /// A `Content-Security-Policy` to send along.
    pub policy: Option<&'static str>,
    /// What is said of how long a path's file may be kept, if anything.
    pub kept: fn(&str) -> Option<&'static str>,
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

/// What a request is answered with.
struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Server {
    /// Starts serving; port 0 takes any free one.
    ///
    /// # Errors
    /// When the port cannot be had.
    pub fn start(self, address: &str, port: u16) -> Result<Running, String> {
        let failed = |error| format!("cannot serve on {address}, port {port}: {error}; --port takes another");
        let listener = TcpListener::bind((address, port)).map_err(failed)?;
        let at = listener.local_addr().map_err(failed)?;
        let address = format!("http://{at}{}/", self.prefix);
        let server = Arc::new(self);
        let thread = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = server.clone();
                // A failed connection is the browser's business.
                thread::spawn(move || server.converse(stream).ok());
            }
        });
        Ok(Running { address, thread })
    }

    fn converse(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut request = BufReader::new(stream.try_clone()?.take(HEAD));
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
        let query = target.get(path.len()..).unwrap_or_default();
        let Answer { status, headers, body } = match method {
            "GET" | "HEAD" => self.answer(path, query),
            _ => Answer::words("405 Method Not Allowed", "only GET and HEAD are for files")
                .with("Allow", "GET, HEAD"),
        };
        let mut head =
            format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n", body.len());
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        if let Some(policy) = self.policy {
            head += &format!("Content-Security-Policy: {policy}\r\n");
        }
        stream.write_all((head + "\r\n").as_bytes())?;
        if method == "HEAD" { Ok(()) } else { stream.write_all(&body) }
    }

    fn answer(&self, path: &str, query: &str) -> Answer {
        let nothing = || Answer::words("404 Not Found", &format!("there is no {path} here"));
        let Some(inside) = path.strip_prefix(self.prefix.as_str()) else { return nothing() };
        let mut answer = match find(&self.folder, inside) {
            Named::File(file) => match fs::read(&file) {
                Ok(body) => Answer { status: "200 OK", headers: Vec::new(), body }
                    .with("Content-Type", content_type(&file)),
                Err(error) => Answer::words("403 Forbidden", &format!("{path} cannot be read: {error}")),
            },
            // Relative, so that it holds behind a proxy.
            Named::Folder => {
                let name = path.rsplit('/').next().unwrap_or_default();
                Answer::words("301 Moved Permanently", "a folder")
                    .with("Location", &format!("./{name}/{query}"))
            }
            Named::Nothing => nothing(),
        };
        let is_file = answer.status.starts_with("200");
        if let Some(kept) = (self.kept)(if is_file { path } else { "" }) {
            answer = answer.with("Cache-Control", kept);
        }
        answer
    }
}

impl Answer {
    /// A sentence instead of a file.
    fn words(status: &'static str, sentence: &str) -> Answer {
        Answer { status, headers: Vec::new(), body: format!("{sentence}\n").into_bytes() }
            .with("Content-Type", "text/plain; charset=utf-8")
    }

    fn with(mut self, name: &'static str, value: &str) -> Answer {
        self.headers.push((name, value.to_owned()));
        self
    }
}
