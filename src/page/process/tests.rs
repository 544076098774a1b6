//! The promises of the connection: each request answered once, a stuck worker replaced, a broken one told.

use futures::FutureExt;
use loopthread_protocol::{Reply, Target, TaskId, decode_request, encode_events};

use super::*;
use crate::page::loop_thread::LoopThread;

/// A worker that a test plays, and a clock that only a test moves.
#[derive(Clone, Default)]
struct Stage(Rc<RefCell<Props>>);

/// What a worker's words are told to.
type Ear = Rc<RefCell<Box<dyn FnMut(News)>>>;

#[derive(Default)]
struct Props {
    workers: Vec<Ear>,
    ended: Rc<Cell<usize>>,
    frames: Rc<RefCell<Vec<Vec<u8>>>>,
    alarms: Vec<oneshot::Sender<()>>,
    heard: Vec<Heard>,
}

struct Stub {
    ended: Rc<Cell<usize>>,
    frames: Rc<RefCell<Vec<Vec<u8>>>>,
}

impl Wire for Stub {
    fn send(&self, frame: Vec<u8>) {
        self.frames.borrow_mut().push(frame);
    }
}

impl Drop for Stub {
    fn drop(&mut self) {
        self.ended.set(self.ended.get() + 1);
    }
}

impl Surroundings for Stage {
    fn connect(&self, hear: Box<dyn FnMut(News)>) -> Result<Box<dyn Wire>, String> {
        let mut props = self.0.borrow_mut();
        props.workers.push(Rc::new(RefCell::new(hear)));
        Ok(Box::new(Stub { ended: props.ended.clone(), frames: props.frames.clone() }))
    }

    fn sleep(&self, _ms: u32) -> LocalBoxFuture<'static, ()> {
        let (sender, alarm) = oneshot::channel();
        self.0.borrow_mut().alarms.push(sender);
        alarm.map(|_| ()).boxed_local()
    }
}

impl Stage {
    fn process(&self) -> Process {
        let stage = self.clone();
        Process::new(self.clone(), move |heard| stage.0.borrow_mut().heard.push(heard))
    }

    /// The worker of that number says something.
    fn say(&self, worker: usize, news: News) {
        let hear = self.0.borrow().workers[worker].clone();
        (hear.borrow_mut())(news);
    }

    fn answer(&self, worker: usize, request: u32, outcome: Outcome) {
        let answer = Answer { request: RequestId(request), outcome };
        self.say(worker, News::Frame(encode_events(&[Event::Answer(answer)]).unwrap()));
    }

    fn sent(&self) -> Vec<Request> {
        self.0.borrow().frames.borrow().iter().map(|frame| decode_request(frame).unwrap()).collect()
    }

    fn workers(&self) -> (usize, usize) {
        (self.0.borrow().workers.len(), self.0.borrow().ended.get())
    }
}

#[test]
fn answers_find_their_requests_in_any_order() {
    let stage = Stage::default();
    let thread = LoopThread::new(&stage.process(), Target::Page);
    let (first, second) = (thread.run("1".into()), thread.spawn("work()".into()));
    let ids: Vec<u32> = stage.sent().iter().map(|request| request.id.0).collect();
    assert_eq!(ids, [1, 2]);
    stage.answer(0, 2, Ok(Reply::Task(TaskId(7))));
    stage.answer(0, 1, Ok(Reply::Value { repr: Some("1".into()) }));
    assert_eq!(first.now_or_never(), Some(Ok(Some("1".into()))));
    assert_eq!(second.now_or_never().unwrap().map(|task| task.task), Ok(TaskId(7)));
}

#[test]
fn an_answer_of_another_kind_is_a_failure() {
    let stage = Stage::default();
    let spawned = LoopThread::new(&stage.process(), Target::Page).spawn("work()".into());
    stage.answer(0, 1, Ok(Reply::Done));
    assert!(matches!(spawned.now_or_never(), Some(Err(Failure::Refused { .. }))));
}

#[test]
fn a_halt_that_is_answered_keeps_the_worker() {
    let stage = Stage::default();
    let process = stage.process();
    let mut halted = Box::pin(process.halt());
    assert_eq!(halted.as_mut().now_or_never(), None);
    stage.answer(0, 1, Ok(Reply::Done));
    assert_eq!(halted.now_or_never(), Some(false));
    assert_eq!(stage.workers(), (1, 0));
}

#[test]
fn a_worker_that_does_not_answer_a_halt_is_replaced_and_not_heard_again() {
    let stage = Stage::default();
    let process = stage.process();
    let open = process.check("x".into());
    let mut halted = Box::pin(process.halt());
    assert_eq!(halted.as_mut().now_or_never(), None);
    stage.0.borrow_mut().alarms.remove(0).send(()).unwrap();
    assert_eq!(halted.now_or_never(), Some(true));
    assert_eq!(stage.workers(), (2, 1));
    assert_eq!(open.now_or_never(), Some(Err(Failure::Halted)));
    stage.say(0, News::Frame(encode_events(&[Event::TraceDropped { records: 1 }]).unwrap()));
    assert!(stage.0.borrow().heard.is_empty());
    let again = process.check("y".into());
    stage.answer(1, 3, Ok(Reply::Checked(vec![])));
    assert_eq!(again.now_or_never(), Some(Ok(Reply::Checked(vec![]))));
}

#[test]
fn a_broken_worker_answers_all_is_told_and_replaced_by_the_next_request() {
    let endings: [fn() -> News; 4] = [
        || News::Lost("unreachable".into()),
        || News::Frame(vec![0xff, 1, 2]),
        || News::Frame(encode_events(&[Event::Crash { message: "a bug".into() }]).unwrap()),
        || News::Frame(encode_events(&[Event::Unfetched { file: "rest.wasm".into() }]).unwrap()),
    ];
    for ending in endings {
        let stage = Stage::default();
        let process = stage.process();
        let open = process.check("x".into());
        stage.say(0, ending());
        assert_eq!(open.now_or_never(), Some(Err(Failure::Halted)));
        match stage.0.borrow().heard.last() {
            Some(Heard::Lost(_)) => {}
            Some(Heard::Events(events)) => assert!(matches!(events[..], [Event::Unfetched { .. }])),
            Some(Heard::Loading(_)) | None => panic!("the page was told nothing"),
        }
        assert_eq!(stage.workers(), (1, 1));
        let again = process.check("y".into());
        assert_eq!(stage.workers(), (2, 1));
        stage.answer(1, 2, Ok(Reply::Done));
        assert_eq!(again.now_or_never(), Some(Ok(Reply::Done)));
    }
}

#[test]
fn a_request_too_long_for_a_frame_is_refused_without_being_sent() {
    let stage = Stage::default();
    let answer = stage.process().check("x".repeat(loopthread_protocol::FRAME_BYTES));
    assert!(matches!(answer.now_or_never(), Some(Err(Failure::Refused { .. }))));
    assert!(stage.sent().is_empty());
}
