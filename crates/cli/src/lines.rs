//! Standard input, a line at a time, read by a thread of its own: the program's other threads go on meanwhile.
//!
//! Nothing is read before the program asks for it.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// Lines without their ends; `None` at the end of the input.
pub struct Lines {
    ask: Sender<()>,
    answer: Receiver<Option<String>>,
    asked: bool,
}

impl Lines {
    pub fn new() -> Lines {
        let (ask, asked) = channel();
        let (give, answer) = channel();
        // It ends with the process, or when nobody listens any more.
        thread::spawn(move || {
            while asked.recv().is_ok() {
                let mut line = String::new();
                let line = match io::stdin().read_line(&mut line) {
                    Ok(0) | Err(_) => None,
                    Ok(_) => Some(line.strip_suffix('\n').unwrap_or(&line).to_owned()),
                };
                if give.send(line).is_err() {
                    break;
                }
            }
        });
        Lines { ask, answer, asked: false }
    }

    /// The next line, if it comes within so much time, or else by the next call.
    pub fn next(&mut self, wait: Duration) -> Option<Option<String>> {
        if !self.asked {
            // The thread lives as long as this.
            let _ = self.ask.send(());
            self.asked = true;
        }
        let line = match self.answer.recv_timeout(wait) {
            Ok(line) => line,
            Err(RecvTimeoutError::Timeout) => return None,
            Err(RecvTimeoutError::Disconnected) => None,
        };
        self.asked = false;
        Some(line)
    }
}
