//! What the page and the worker say to each other: requests one way, events the other, and their bytes.
//!
//! Plain data. Every message is one frame (see [`frame`]): a version byte, then postcard. Times are whole
//! nanoseconds of the *process clock*, which is 0 when the program's process starts and is the program's own
//! `time.monotonic()` otherwise: virtual under [`ClockMode::Instant`].
//!
//! Deliberately absent: any logic, any Python, any browser.

pub mod control;
pub mod event;
pub mod explore;
pub mod frame;
pub mod history;
pub mod id;
pub mod request;
pub mod snapshot;
pub mod trace;

pub use control::{Breakpoint, Follow, Paused, Reason, Step};
pub use event::{
    Answer, Diagnostic, Event, Failure, Limit, Outcome, Output, Position, Reply, State, Status, Stream,
};
pub use explore::{EXPLORED_GROUPS, End, Group, RunOutcome};
pub use frame::{
    FRAME_BYTES, FrameError, VERSION, decode_events, decode_request, encode_events, encode_request,
};
pub use history::{Look, Moment};
pub use id::{LoopId, MessageId, RequestId, TaskId, ThreadId};
pub use request::{ClockMode, Command, Limits, Program, Request, Target};
pub use snapshot::{Call, Callback, LoopView, Snapshot, TaskView, ThreadView, WaitView};
pub use trace::{Actor, MessageKind, Record, TaskState, ThreadState, Wait, WaitKind, What};

/// Nanoseconds of the process clock.
pub type Nanos = u64;

/// The longest program text, in bytes of UTF-8, that a session accepts.
pub const SOURCE_BYTES: usize = 1_000_000;
/// Output kept for one run, in bytes of text. What comes later is counted, not kept: [`Event::Dropped`].
pub const OUTPUT_BYTES: usize = 1_000_000;
/// Output kept for one run, in lines. What comes later is counted, not kept: [`Event::Dropped`].
pub const OUTPUT_LINES: usize = 20_000;
/// Entries of each list of a snapshot that are told; a program may have any number.
pub const SNAPSHOT_ENTRIES: usize = 1_000;
