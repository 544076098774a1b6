//! Joining and cancelling a task.
//!
//! A [`Join`] and its task share one place for the result. The task's end, by finishing or by being dropped, fills it and
//! wakes whoever joins: one turn later, as a task's done callbacks run in asyncio. Unlike asyncio's, a cancelled future gets no
//! say: Rust's way to tell a future to end is to drop it, which happens at the turn the cancelled task would have run in.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::Spawner;
use super::host::Work;

/// The task was cancelled, or its loop dropped, before it was finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

impl std::fmt::Display for Cancelled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the task was cancelled")
    }
}

impl std::error::Error for Cancelled {}

/// A spawned task, to be awaited for its result. Dropping it leaves the task running.
pub struct Join<T> {
    spawner: Spawner,
    id: u64,
    place: Rc<RefCell<Place<T>>>,
}

impl<T: 'static> Join<T> {
    pub(super) fn start(spawner: &Spawner, future: impl Future<Output = T> + 'static) -> Self {
        let place = Rc::new(RefCell::new(Place { result: None, done: false, joiner: None }));
        let end = End(Rc::clone(&place));
        let task = async move {
            let result = future.await;
            end.reach(Ok(result));
        };
        let id = spawner.start(Box::pin(task));
        Join { spawner: spawner.clone(), id, place }
    }

    /// Has the loop stop one turn after the task's end, until someone else joins the task.
    pub(super) fn stop_loop_when_done(&self) {
        self.place.borrow_mut().joiner = Some(self.spawner.waker(Work::Stop));
    }
}

impl<T> Join<T> {
    /// Drops the task's future at its next turn, the coming one at the latest (`Task.cancel`). False if it was done already.
    pub fn cancel(&self) -> bool {
        !self.is_done() && self.spawner.cancel(self.id)
    }

    /// Whether the task is finished or cancelled (`Task.done`).
    pub fn is_done(&self) -> bool {
        self.place.borrow().done
    }

    /// The task's result, once, for a driver that cannot await it.
    pub fn take_result(&mut self) -> Option<Result<T, Cancelled>> {
        self.place.borrow_mut().result.take()
    }
}

/// Resolves to the task's result, at once if the task is done. Polled again after that, it waits for ever.
impl<T> Future for Join<T> {
    type Output = Result<T, Cancelled>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if let Some(result) = self.take_result() {
            return Poll::Ready(result);
        }
        self.place.borrow_mut().joiner = Some(cx.waker().clone());
        Poll::Pending
    }
}

struct Place<T> {
    result: Option<Result<T, Cancelled>>,
    done: bool,
    joiner: Option<Waker>,
}

/// The task's side: reached once, at the latest when the task is dropped.
struct End<T>(Rc<RefCell<Place<T>>>);

impl<T> End<T> {
    fn reach(&self, result: Result<T, Cancelled>) {
        let mut place = self.0.borrow_mut();
        if place.done {
            return;
        }
        place.done = true;
        place.result = Some(result);
        let joiner = place.joiner.take();
        drop(place);
        if let Some(joiner) = joiner {
            joiner.wake();
        }
    }
}

impl<T> Drop for End<T> {
    fn drop(&mut self) {
        self.reach(Err(Cancelled));
    }
}
