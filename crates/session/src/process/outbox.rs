//! The events of a process, where whoever runs the session can reach them without it.
//!
//! A worker may lose its session in the middle of a step (see `src/worker/last_words.rs`); what was told until then is still
//! here. **A clone is a copy**, as with everything in a session; only [`Outbox::share`] gives the same once more.

use std::{cell::RefCell, rc::Rc};

use loopthread_protocol::Event;

use super::events::Events;

#[derive(Debug, Default)]
pub struct Outbox(Rc<RefCell<Events>>);

impl Outbox {
    /// Does something with the events. Nothing is done when a step was left in the middle of this very function.
    pub(crate) fn with<R: Default>(&self, act: impl FnOnce(&mut Events) -> R) -> R {
        self.0.try_borrow_mut().map(|mut events| act(&mut events)).unwrap_or_default()
    }

    /// All that was told since the last call.
    pub fn take(&self) -> Vec<Event> {
        self.with(Events::take)
    }

    /// The same outbox, not a copy.
    pub(crate) fn share(&self) -> Outbox {
        Outbox(self.0.clone())
    }
}

impl Clone for Outbox {
    fn clone(&self) -> Self {
        Outbox(Rc::new(RefCell::new(self.with(|events| events.clone()))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clone_is_a_copy_and_a_share_is_not() {
        let outbox = Outbox::default();
        let crash = || Event::Crash { message: "a bug".to_owned() };
        outbox.with(|events| events.push(crash()));
        let (copy, shared) = (outbox.clone(), outbox.share());
        assert_eq!(shared.take(), [crash()]);
        assert_eq!((outbox.take(), copy.take()), (vec![], vec![crash()]));
    }
}
