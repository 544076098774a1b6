//! Loopthread's protocol.
