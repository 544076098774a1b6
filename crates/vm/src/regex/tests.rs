//! Patterns against texts, without the machine.
