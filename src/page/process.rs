//! The page's connection to the Python process in the worker: numbered requests out, answers and events in.
//!
//! Every request gets its answer, also when the worker breaks or is replaced: then the answer is `Halted`. A worker is
//! started at once, so that it is warm, and again by the first request after it was lost. Generic over the wire, so
//! that the promises are tested without a browser. Deliberately absent: what events mean; that is `state`.

use std::{
    cell::{Cell, RefCell},
    future::Future,
    rc::Rc,
};

use futures::{
    channel::oneshot,
    future::{Either, LocalBoxFuture, select},
};
use loopthread_protocol::{
    Answer, Command, Event, Failure, Outcome, Program, Request, RequestId, decode_events, encode_request,
};

use crate::dom::link::News;

/// How long a worker may take to answer a halt before it is replaced, in milliseconds. Slices are a few milliseconds,
/// so a healthy worker on a busy machine makes it, and one that is stuck is not waited for.
const PATIENCE: u32 = 500;

/// What carries frames to a worker. Dropping it ends the worker.
pub trait Wire {
    fn send(&self, frame: Vec<u8>);
}

/// What a process needs of its surroundings.
pub trait Surroundings {
    /// Starts a worker.
    ///
    /// # Errors
    /// Why it cannot be started.
    fn connect(&self, hear: Box<dyn FnMut(News)>) -> Result<Box<dyn Wire>, String>;
    /// Ends after so many milliseconds.
    fn sleep(&self, ms: u32) -> LocalBoxFuture<'static, ()>;
}

/// What the process tells the page.
#[derive(Debug)]
pub enum Heard {
    Events(Vec<Event>),
    /// So much of a worker was fetched, from 0 to 1; 1 when it is there.
    Loading(f64),
    /// The worker broke, in these words; all requests were answered.
    Lost(String),
}

#[derive(Clone)]
pub struct Process(Rc<Inner>);

struct Inner {
    around: Box<dyn Surroundings>,
    hear: Box<dyn Fn(Heard)>,
    wire: RefCell<Option<Box<dyn Wire>>>,
    /// Counts the workers, so that the last words of a replaced one are not heard.
    worker: Cell<u32>,
    last_id: Cell<u32>,
    /// Those who wait for an answer: a handful.
    pending: RefCell<Vec<(RequestId, oneshot::Sender<Outcome>)>>,
}

impl Process {
    /// Starts the worker; `hear` is called for all it tells.
    pub fn new(around: impl Surroundings + 'static, hear: impl Fn(Heard) + 'static) -> Process {
        let process = Process(Rc::new(Inner {
            around: Box::new(around),
            hear: Box::new(hear),
            wire: RefCell::new(None),
            worker: Cell::new(0),
            last_id: Cell::new(0),
            pending: RefCell::default(),
        }));
        process.connect();
        process
    }

    /// Starts a fresh process with this program, ending the one there is.
    pub fn begin(&self, program: Program) -> impl Future<Output = Outcome> + use<> {
        self.request(Command::Run(program))
    }

    /// Parses only.
    pub fn check(&self, source: String) -> impl Future<Output = Outcome> + use<> {
        self.request(Command::Check { source })
    }

    /// Ends the run. A worker that does not answer in time is replaced: then the result is true.
    pub async fn halt(&self) -> bool {
        let answer = self.request(Command::Halt);
        let late = self.0.around.sleep(PATIENCE);
        match select(Box::pin(answer), late).await {
            Either::Left(_) => false,
            Either::Right(_) => {
                self.lose();
                self.connect();
                true
            }
        }
    }

    /// Sends at once; the future is the answer.
    pub fn request(&self, command: Command) -> impl Future<Output = Outcome> + use<> {
        let id = RequestId(self.0.last_id.get() + 1);
        self.0.last_id.set(id.0);
        let (sender, answer) = oneshot::channel();
        let sent = match encode_request(&Request { id, command }) {
            Ok(frame) => {
                self.0.pending.borrow_mut().push((id, sender));
                self.connect();
                if let Some(wire) = &*self.0.wire.borrow() {
                    wire.send(frame);
                }
                Ok(answer)
            }
            Err(error) => Err(Failure::Refused { message: error.to_string() }),
        };
        async move { sent?.await.unwrap_or(Err(Failure::Halted)) }
    }

    /// Starts a worker if there is none.
    fn connect(&self) {
        if self.0.wire.borrow().is_some() {
            return;
        }
        let number = self.0.worker.get() + 1;
        self.0.worker.set(number);
        let inner = Rc::downgrade(&self.0);
        let hear = move |news| {
            if let Some(inner) = inner.upgrade()
                && inner.worker.get() == number
            {
                Process(inner).news(news);
            }
        };
        match self.0.around.connect(Box::new(hear)) {
            Ok(wire) => *self.0.wire.borrow_mut() = Some(wire),
            Err(words) => self.broke(words),
        }
    }

    fn news(&self, news: News) {
        match news {
            News::Loading(part) => (self.0.hear)(Heard::Loading(part)),
            News::Ready => (self.0.hear)(Heard::Loading(1.0)),
            News::Lost(words) => self.broke(words),
            News::Frame(bytes) => match decode_events(&bytes) {
                Ok(events) => self.events(events),
                Err(error) => self.broke(error.to_string()),
            },
        }
    }

    fn events(&self, events: Vec<Event>) {
        let (mut crash, mut unfetched) = (None, false);
        let mut heard = Vec::new();
        for event in events {
            match event {
                Event::Answer(Answer { request, outcome }) => {
                    let mut pending = self.0.pending.borrow_mut();
                    if let Some(place) = pending.iter().position(|(id, _)| *id == request) {
                        let (_, sender) = pending.swap_remove(place);
                        // Nobody waits any more when this fails.
                        let _ = sender.send(outcome);
                    }
                }
                Event::Crash { message } => crash = Some(message),
                event => {
                    unfetched |= matches!(event, Event::Unfetched { .. });
                    heard.push(event);
                }
            }
        }
        (self.0.hear)(Heard::Events(heard));
        if let Some(message) = crash {
            self.broke(message);
        } else if unfetched {
            self.lose();
        }
    }

    fn broke(&self, words: String) {
        self.lose();
        (self.0.hear)(Heard::Lost(words));
    }

    /// Ends the worker; whoever waits for an answer gets `Halted`.
    fn lose(&self) {
        self.0.worker.set(self.0.worker.get() + 1);
        let wire = self.0.wire.borrow_mut().take();
        drop(wire);
        self.0.pending.borrow_mut().clear();
    }
}

/// The answer that a request of another kind must have: a worker that gives one is not of this build.
pub(super) fn unexpected() -> Failure {
    Failure::Refused { message: "the worker answered something else".to_owned() }
}

#[cfg(test)]
mod tests;
