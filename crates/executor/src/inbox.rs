//! The inbox: the one door into an executor from outside, from wakers and from other OS threads.
//!
//! A waker holds a handle and its inbox, nothing of the executor, so an executor stays plain data. Each waker rings once: it is
//! made for one poll, and a poll leads to one further poll at most, as an asyncio task waits for one future at a time.
//! Deliberately absent: any look at whether the handle is still alive. A late wake of a finished task arrives like
//! any other, and [`Handles::is_cancelled`](crate::Handles::is_cancelled) drops it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Wake, Waker};

/// Handles on their way into a ready queue. Sending is `call_soon_threadsafe`: any thread may, and order of arrival is kept.
#[derive(Debug)]
pub struct Inbox<H> {
    /// Whether `mail.handles` may hold something: lets the executor look in without taking the lock.
    any: AtomicBool,
    mail: Mutex<Mail<H>>,
}

#[derive(Debug)]
struct Mail<H> {
    handles: Vec<H>,
    driver: Option<Waker>,
}

impl<H> Default for Inbox<H> {
    fn default() -> Self {
        Inbox { any: AtomicBool::new(false), mail: Mutex::new(Mail { handles: Vec::new(), driver: None }) }
    }
}

impl<H> Inbox<H> {
    /// Puts a handle at the end of the ready queue, from any thread, and wakes the driver.
    pub fn send(&self, handle: H) {
        let mut mail = self.lock();
        mail.handles.push(handle);
        self.any.store(true, Ordering::Release);
        let driver = mail.driver.take();
        drop(mail);
        if let Some(driver) = driver {
            driver.wake();
        }
    }

    /// Whether nothing has arrived since the executor last looked.
    pub fn is_empty(&self) -> bool {
        !self.any.load(Ordering::Acquire)
    }

    /// Names who is to be woken by the next arrival, once: whoever drives the executor and is about to wait. If
    /// something has arrived already, the driver is woken at once.
    pub fn set_driver(&self, driver: Waker) {
        let mut mail = self.lock();
        if mail.handles.is_empty() {
            mail.driver = Some(driver);
        } else {
            drop(mail);
            driver.wake();
        }
    }

    /// Moves what has arrived to `into`, in order.
    pub(crate) fn drain(&self, into: &mut impl Extend<H>) {
        if self.any.swap(false, Ordering::AcqRel) {
            into.extend(self.lock().handles.drain(..));
        }
    }

    /// An inbox of its own for a clone of the executor, with the same handles waiting in it and nobody to wake.
    pub(crate) fn fork(&self) -> Inbox<H>
    where
        H: Clone,
    {
        let handles = self.lock().handles.clone();
        Inbox { any: AtomicBool::new(!handles.is_empty()), mail: Mutex::new(Mail { handles, driver: None }) }
    }

    /// A list of handles is whole at every moment, so a thread that panicked while holding the lock broke nothing.
    fn lock(&self) -> MutexGuard<'_, Mail<H>> {
        self.mail.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A waker that sends `handle` to `inbox`, the first time it is woken.
pub(crate) fn waker<H: Clone + Send + 'static>(inbox: &Arc<Inbox<H>>, handle: H) -> Waker {
    let inbox = Arc::clone(inbox);
    Waker::from(Arc::new(Bell { handle: Mutex::new(Some(handle)), inbox }))
}

/// What a waker points to; empty once it has rung.
struct Bell<H> {
    handle: Mutex<Option<H>>,
    inbox: Arc<Inbox<H>>,
}

impl<H: Clone + Send + 'static> Wake for Bell<H> {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        let handle = self.handle.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(handle) = handle {
            self.inbox.send(handle);
        }
    }
}
