//! Loopthread's session.
