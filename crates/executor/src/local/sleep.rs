//! Sleeping and yielding, in as many turns as asyncio takes.
//!
//! `asyncio.sleep` is a future that a timer handle completes: when the timer's turn comes it schedules the task, and the task goes
//! on in the turn after. A sleep that is dropped early is a cancelled timer, with all that follows for the heap.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use super::Spawner;
use super::host::Sleeper;

/// The future of [`Spawner::sleep`] and [`Spawner::sleep_until`].
#[must_use = "a sleep passes no time unless it is awaited"]
pub struct Sleep {
    spawner: Spawner,
    stage: Stage,
}

enum Stage {
    After(f64),
    Until(f64),
    /// The timer is set, with this id.
    Asleep(u64),
    /// No timer was needed.
    Yield(YieldNow),
}

impl Sleep {
    pub(super) fn after(spawner: &Spawner, seconds: f64) -> Self {
        let stage = if seconds > 0.0 { Stage::After(seconds) } else { Stage::Yield(YieldNow::default()) };
        Sleep { spawner: spawner.clone(), stage }
    }

    pub(super) fn until(spawner: &Spawner, when: f64) -> Self {
        Sleep { spawner: spawner.clone(), stage: Stage::Until(when) }
    }

    fn set_timer(&mut self, when: f64, cx: &mut Context<'_>) {
        let mut state = self.spawner.state.borrow_mut();
        let id = state.new_id();
        state.sleepers.insert(id, Sleeper { waker: cx.waker().clone(), scheduled: true });
        state.new_timers.push((when, id));
        self.stage = Stage::Asleep(id);
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        match &mut self.stage {
            Stage::Yield(yield_now) => return Pin::new(yield_now).poll(cx),
            Stage::Asleep(id) => {
                let id = *id;
                return match self.spawner.state.borrow_mut().sleepers.get_mut(&id) {
                    Some(sleeper) => {
                        sleeper.waker.clone_from(cx.waker());
                        Poll::Pending
                    }
                    None => Poll::Ready(()),
                };
            }
            Stage::After(seconds) => {
                let seconds = *seconds;
                let when = self.spawner.now() + seconds;
                self.set_timer(when, cx);
            }
            Stage::Until(when) => {
                let when = *when;
                self.set_timer(when, cx);
            }
        }
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        let Stage::Asleep(id) = self.stage else { return };
        let mut state = self.spawner.state.borrow_mut();
        if let Some(sleeper) = state.sleepers.remove(&id) {
            state.timers_cancelled += usize::from(sleeper.scheduled);
        }
    }
}

/// The future of [`Spawner::yield_now`].
#[derive(Debug, Default)]
#[must_use = "nothing is yielded unless it is awaited"]
pub struct YieldNow {
    yielded: bool,
}

impl Future for YieldNow {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.yielded {
            return Poll::Ready(());
        }
        self.yielded = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
