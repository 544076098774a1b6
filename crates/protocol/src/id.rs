//! The small integers by which both sides name things.
//!
//! Each kind is its own type, so that a task is never cancelled by a thread's number. Ids are counted from 0
//! (requests from 1) and are never used twice within one process.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A request of the page. Chosen by the page; every request gets exactly one [`crate::Answer`].
    RequestId;
    /// A Python thread of the process. 0 is the main thread.
    ThreadId;
    /// An asyncio task of the process, whatever its loop.
    TaskId;
    /// An event loop of the process.
    LoopId;
    /// A message across threads, or from the page: joins [`crate::What::Sent`] to [`crate::What::Received`].
    MessageId;
}
