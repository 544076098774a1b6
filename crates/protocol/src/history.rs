//! Looking at the past: a moment of the run that is shown again.

use serde::{Deserialize, Serialize};

use crate::{Paused, Snapshot, Step};

/// Which moment of the run to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Look {
    /// When so many trace records had been told, those that were dropped among them.
    Record(u64),
    /// From the moment that is shown, the last one before it at which such a step ends.
    Back(Step),
    /// The first one behind it.
    Forward(Step),
    /// The present.
    Now,
}

/// A moment, and how the process stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// So many trace records had been told.
    pub record: u64,
    /// So many bytes of output had been told.
    pub output: u64,
    /// It is the present: nothing has happened since.
    pub is_now: bool,
    /// The thread that was at work, and the line that it runs next.
    pub stands: Paused,
    pub snapshot: Snapshot,
}
