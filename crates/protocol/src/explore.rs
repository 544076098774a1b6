//! Trying many schedules: what the runs of one program with different seeds came to.

use serde::{Deserialize, Serialize};

/// Outcomes that [`crate::Event::Explored`] tells at most: the most frequent.
pub const EXPLORED_GROUPS: usize = 50;

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum End {
    /// The process has ended by itself.
    Exit(i32),
    /// Every thread waits, and nothing can wake one.
    Deadlock,
    /// The program has used the time that a run may take.
    TimeLimit,
    /// The Python heap became too large.
    MemoryLimit,
    /// The session refused the program or broke.
    Broken(String),
}

/// What makes two runs alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RunOutcome {
    pub stdout: String,
    pub stderr: String,
    /// Bytes of output beyond what is kept.
    pub dropped: u64,
    pub end: End,
}

/// The runs with one outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub outcome: RunOutcome,
    pub count: u64,
    /// The smallest seed that shows it.
    pub seed: u64,
    /// Who waited for what, with that seed, if nobody could go on.
    pub waits: Vec<String>,
}
