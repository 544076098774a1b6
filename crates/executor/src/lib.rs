//! Loopthread's executor: an event loop that owns order, and only order.
//!
//! An [`Executor`] keeps small handles in a ready queue and a timer heap and lets a [`Host`] step them, in the order in which
//! CPython 3.13's `asyncio.BaseEventLoop._run_once` would run the same callbacks: turn by turn, with `heapq`'s order for equal
//! deadlines. What a handle stands for is the host's business: a Python callback, a Python thread, or an `async` block
//! ([`Local`] is the host for those).
//!
//! **Everything is plain data.** A step may stop anywhere and keep its turn ([`Step::Paused`]); an executor can be cloned at
//! that point, and both copies go on identically. Hence no future is stored in an executor and no waker is kept: a
//! [`std::task::Waker`] is made when a step asks for one, and all it does is write its handle to an [`Inbox`].
//!
//! Deliberately absent: threads, system time (a [`Clock`] is told what time it is), a browser, Python.

mod clock;
mod executor;
mod inbox;
mod local;
mod pick;
mod queue;
mod timers;

pub use clock::{Clock, Sampled, Virtual, selector_wait};
pub use executor::{Executor, Handles, Host, Step, Turn};
pub use inbox::Inbox;
pub use local::{Cancelled, Join, Local, Sleep, Spawner, Stall, YieldNow};
pub use pick::{Fifo, Pick, Seeded};
pub use queue::Queue;
pub use timers::TimerHeap;

// The code of the README runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
