//! Loopthread's executor.
