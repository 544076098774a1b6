//! A loop for plain `async` blocks: the executor's second host, after whoever brings an interpreter.
//!
//! [`Local`] owns the loop and the futures; a [`Spawner`] is what the futures hold to spawn, sleep and yield. Each does what its
//! namesake in asyncio does, in as many turns: a task starts in the turn after it was spawned, a sleep is a timer that wakes the
//! task one turn after it is due, a join of a finished task does not yield. All scheduling goes through the executor's inbox, so
//! the order is that of the calls.
//!
//! Deliberately absent: cloning (a future cannot be cloned; hosts that keep their state as data can), system time, blocking.

mod host;
mod join;
mod sleep;

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::sync::Arc;
use std::task::Waker;

use crate::clock::{Clock, selector_wait};
use crate::executor::Executor;
use crate::inbox::{self, Inbox};
use host::{Futures, State, Task, TaskFuture, Work};
pub use join::{Cancelled, Join};
pub use sleep::{Sleep, YieldNow};

/// An asyncio-like event loop for futures that need not be `Send`.
pub struct Local {
    executor: Executor<Work>,
    futures: Futures,
    /// The end of the selector's wait, while the clock could not bring it about.
    waiting_until: Option<f64>,
}

/// Why a loop returned to its driver.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stall {
    /// [`Spawner::stop`] was called.
    Stopped,
    /// Nothing can run before this time on the loop's clock, or before a waker rings.
    Until(f64),
    /// Nothing can run unless a waker rings: all is finished, or all are waiting for each other.
    Forever,
}

impl Local {
    /// A loop without tasks on `clock`. Share a clock that must be moved from outside: `Rc<RefCell<Sampled>>` is a clock too.
    pub fn new(clock: impl Clock + 'static) -> Self {
        let executor = Executor::new();
        let inbox = Arc::clone(executor.queue().inbox());
        let state = State::new(Box::new(clock));
        let futures = Futures { spawner: Spawner { state: Rc::new(RefCell::new(state)), inbox } };
        Local { executor, futures, waiting_until: None }
    }

    /// What futures hold to use the loop they run on.
    pub fn spawner(&self) -> Spawner {
        self.futures.spawner.clone()
    }

    /// Runs turn after turn (`loop.run_forever`) until the loop is stopped, or nothing can run before the clock moves or a
    /// waker rings. Call again then: a wait that was cut short goes on.
    pub fn run(&mut self) -> Stall {
        loop {
            if !self.executor.in_turn() {
                if let Some(stall) = self.wait() {
                    return stall;
                }
                let end_time = self.with_clock(|clock| clock.now() + clock.resolution());
                self.executor.begin_turn(end_time, &mut self.futures);
            }
            self.executor.turn(&mut self.futures);
            if self.executor.queue().is_stopping() {
                self.executor.queue_mut().clear_stop();
                return Stall::Stopped;
            }
        }
    }

    /// Spawns `main` and runs the loop until it is finished (`loop.run_until_complete`): the loop stops at the end of the
    /// turn after that, and tasks that are left stay where they are, until the loop runs again or is dropped.
    ///
    /// # Errors
    /// The [`Stall`] that kept `main` from its end. `main` lives on, but its result is lost; a driver that can go on
    /// after a stall uses [`Spawner::spawn`], [`run`](Local::run) and [`Join::take_result`].
    pub fn block_on<T: 'static>(&mut self, main: impl Future<Output = T> + 'static) -> Result<T, Stall> {
        let mut join = self.futures.spawner.spawn(main);
        join.stop_loop_when_done();
        let stall = self.run();
        join.take_result().and_then(Result::ok).ok_or(stall)
    }

    /// Names who is to be woken, once, by the next waker that rings: a driver that is about to wait.
    pub fn set_driver(&self, driver: Waker) {
        self.futures.spawner.inbox.set_driver(driver);
    }

    /// The phases of a turn up to its beginning. `None` means that there is something to run.
    fn wait(&mut self) -> Option<Stall> {
        self.futures.settle(self.executor.queue_mut());
        if self.waiting_until.is_none() {
            self.executor.clear_cancelled(&mut self.futures);
        }
        let timeout = self.executor.timeout(|| self.with_clock(|clock| clock.now()));
        let Some(timeout) = timeout else {
            self.waiting_until = None;
            return Some(Stall::Forever);
        };
        if timeout > 0.0 {
            let until = self.waiting_until;
            let until =
                until.unwrap_or_else(|| self.with_clock(|clock| clock.now() + selector_wait(timeout)));
            if !self.with_clock(|clock| clock.advance_to(until)) {
                self.waiting_until = Some(until);
                return Some(Stall::Until(until));
            }
        }
        self.waiting_until = None;
        None
    }

    fn with_clock<R>(&self, use_clock: impl FnOnce(&mut dyn Clock) -> R) -> R {
        use_clock(self.futures.spawner.state.borrow_mut().clock.as_mut())
    }
}

impl Drop for Local {
    /// Drops the futures, which hold spawners and so would keep the loop's state alive, and themselves with it.
    fn drop(&mut self) {
        self.futures.clear();
    }
}

/// A handle to a [`Local`] loop for the futures that run on it, and for their caller before it runs.
#[derive(Clone)]
pub struct Spawner {
    state: Rc<RefCell<State>>,
    inbox: Arc<Inbox<Work>>,
}

impl Spawner {
    /// Starts a task in the next turn (`asyncio.create_task`). Dropping the [`Join`] leaves the task running.
    pub fn spawn<T: 'static>(&self, future: impl Future<Output = T> + 'static) -> Join<T> {
        Join::start(self, future)
    }

    /// Waits for so many seconds (`asyncio.sleep`); for none or less, lets the others run for one turn. The clock is
    /// read when the sleep is first polled.
    pub fn sleep(&self, seconds: f64) -> Sleep {
        Sleep::after(self, seconds)
    }

    /// Waits until a time on the loop's clock; sleeps until the same time end in the heap's order.
    pub fn sleep_until(&self, when: f64) -> Sleep {
        Sleep::until(self, when)
    }

    /// Lets the others run for one turn (`asyncio.sleep(0)`).
    pub fn yield_now(&self) -> YieldNow {
        YieldNow::default()
    }

    /// The time on the loop's clock, in seconds (`loop.time`).
    pub fn now(&self) -> f64 {
        self.state.borrow_mut().clock.now()
    }

    /// Ends [`Local::run`] at the end of this turn (`loop.stop`), or of its first if it is not running.
    pub fn stop(&self) {
        self.state.borrow_mut().stop = true;
    }

    fn start(&self, future: TaskFuture) -> u64 {
        let mut state = self.state.borrow_mut();
        let id = state.new_id();
        state.tasks.insert(id, Task { future: Some(future), cancelled: false });
        drop(state);
        self.inbox.send(Work::Task(id));
        id
    }

    fn cancel(&self, id: u64) -> bool {
        let cancelled = match self.state.borrow_mut().tasks.get_mut(&id) {
            Some(task) => {
                task.cancelled = true;
                true
            }
            None => false,
        };
        if cancelled {
            self.inbox.send(Work::Task(id));
        }
        cancelled
    }

    fn waker(&self, work: Work) -> Waker {
        inbox::waker(&self.inbox, work)
    }
}
