//! `loopthread serve` as a browser and a person at the terminal meet it: real requests over real connections.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{fs, thread};

/// The command at work, which ends with the test.
struct Served {
    process: Child,
    host: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Served {
    fn start(folder: &Path) -> Served {
        let mut process = Command::new(env!("CARGO_BIN_EXE_loopthread"))
            .arg("serve")
            .arg(folder)
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let mut first = String::new();
        let output = process.stdout.take().expect("it was piped");
        BufReader::new(output).read_line(&mut first).expect("the command prints where it is");
        let host = first.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
        let host = host.unwrap_or_else(|| panic!("no address: {first}")).to_owned();
        Served { process, host }
    }

    /// The head and the body of an answer.
    fn ask(&self, method: &str, path: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.host).expect("the server listens");
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host)
            .expect("the server reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the server answers");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
        (String::from_utf8_lossy(&answer[..end]).into_owned(), answer[end + 4..].to_vec())
    }

    fn get(&self, path: &str) -> (String, Vec<u8>) {
        self.ask("GET", path)
    }
}

/// A small site; each test has its own.
fn site(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("site/part-0123456789abcdef")).expect("a folder can be made");
    for (file, text) in [
        ("site/index.html", "<p>front</p>"),
        ("site/part-0123456789abcdef/code.wasm", "\0asm"),
        ("site/part-0123456789abcdef/index.html", "<p>part</p>"),
        ("site/app.webmanifest", "{}"),
        ("site/a b.py", "print('é')"),
        ("secret.txt", "not for everybody"),
    ] {
        fs::write(folder.join(file), text).expect("a file can be written");
    }
    folder.join("site")
}

fn has(head: &str, line: &str) {
    let found = head.lines().any(|other| other.eq_ignore_ascii_case(line));
    assert!(found, "no {line} in {head}");
}

#[test]
fn files_come_with_type_length_and_how_long_they_may_be_kept() {
    let served = Served::start(&site("files"));
    let (head, body) = served.get("/");
    assert_eq!(body, b"<p>front</p>");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    has(&head, "Content-Type: text/html; charset=utf-8");
    has(&head, "Content-Length: 12");
    has(&head, "Cache-Control: no-cache");
    let (head, body) = served.get("/part-0123456789abcdef/code.wasm?x=1");
    assert_eq!(body, b"\0asm");
    has(&head, "Content-Type: application/wasm");
    has(&head, "Cache-Control: public, max-age=31536000, immutable");
    has(&served.get("/app.webmanifest").0, "Content-Type: application/manifest+json");
    let (head, body) = served.get("/a%20b.py");
    assert_eq!(body, "print('é')".as_bytes());
    has(&head, "Content-Type: text/plain; charset=utf-8");
}

#[test]
fn a_large_file_keeps_its_length() {
    let folder = site("large");
    fs::write(folder.join("large.wasm"), vec![7; 3_000_000]).expect("a file can be written");
    let (head, body) = Served::start(&folder).get("/large.wasm");
    has(&head, "Content-Length: 3000000");
    assert_eq!((body.len(), body.iter().all(|byte| *byte == 7)), (3_000_000, true));
}

#[test]
fn a_folder_has_its_front_page_and_its_slash() {
    let served = Served::start(&site("folders"));
    assert_eq!(served.get("/part-0123456789abcdef/").1, b"<p>part</p>");
    let (head, _) = served.get("/part-0123456789abcdef");
    assert!(head.starts_with("HTTP/1.1 301"), "{head}");
    has(&head, "Location: ./part-0123456789abcdef/");
    let (head, _) = served.get("/part-0123456789abcdef?example=hello&x");
    has(&head, "Location: ./part-0123456789abcdef/?example=hello&x");
}

#[test]
fn a_head_has_no_body_and_other_methods_are_refused() {
    let served = Served::start(&site("methods"));
    let (head, body) = served.ask("HEAD", "/index.html");
    has(&head, "Content-Length: 12");
    assert_eq!((head.starts_with("HTTP/1.1 200"), body.len()), (true, 0));
    let (head, _) = served.ask("POST", "/index.html");
    assert!(head.starts_with("HTTP/1.1 405"), "{head}");
    has(&head, "Allow: GET, HEAD");
}

#[test]
fn nothing_outside_of_the_folder_is_served() {
    let folder = site("outside");
    let served = Served::start(&folder);
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink("../secret.txt", folder.join("link.txt")).expect("a link can be made");
        symlink("..", folder.join("up")).expect("a link can be made");
        symlink("index.html", folder.join("home.html")).expect("a link can be made");
        assert_eq!(served.get("/home.html").1, b"<p>front</p>");
    }
    let ways = ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//../secret.txt", "/link.txt"];
    for path in ways.into_iter().chain(["/up/secret.txt", "/part-0123456789abcdef/../../secret.txt"]) {
        let (head, body) = served.get(path);
        assert!(head.starts_with("HTTP/1.1 404"), "{path}: {head}");
        assert_eq!(String::from_utf8_lossy(&body), format!("there is no {path} here\n"));
    }
}

#[test]
fn a_slow_visitor_keeps_nobody_waiting() {
    let served = Served::start(&site("slow"));
    let mut slow = TcpStream::connect(&served.host).expect("the server listens");
    write!(slow, "GET / HTTP/1.1\r\nHo").expect("the server reads");
    thread::scope(|scope| {
        let visitors: Vec<_> = (0..20).map(|_| scope.spawn(|| served.get("/"))).collect();
        for visitor in visitors {
            assert_eq!(visitor.join().expect("it is answered").1, b"<p>front</p>");
        }
    });
    write!(slow, "st: {}\r\nConnection: close\r\n\r\n", served.host).expect("the server reads");
    let mut answer = String::new();
    slow.read_to_string(&mut answer).expect("the server answers");
    assert!(answer.ends_with("<p>front</p>"), "{answer}");
}

#[test]
fn why_nothing_is_served_is_said() {
    let folder = site("refused");
    let served = Served::start(&folder);
    let port = served.host.rsplit(':').next().expect("an address has a port");
    let told = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_loopthread")).arg("serve").args(arguments).output();
        let output = output.expect("the command starts");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, words) = told(&[&folder.to_string_lossy(), "--port", port]);
    assert_eq!(code, Some(2));
    assert!(words.contains(port) && words.contains("--port takes another"), "{words}");
    assert_eq!(
        told(&["no/such"]),
        (Some(2), "loopthread: no folder no/such: name the one to serve\n".to_owned())
    );
}
