//! The documented examples, as the page carries them.
//!
//! The list is made at build time from `www/examples/index.json`.

use super::words;

/// One documented example.
#[derive(Debug, PartialEq)]
pub struct Example {
    /// Its name in addresses and of its file.
    pub slug: &'static str,
    pub title: &'static str,
    /// What it teaches, in a sentence.
    pub summary: &'static str,
    /// What to look for in the timeline.
    pub look: &'static str,
    pub source: &'static str,
}

/// All examples, in the order of the text that they illustrate.
pub const EXAMPLES: &[Example] = include!(concat!(env!("OUT_DIR"), "/examples.rs"));

pub fn by_slug(slug: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| example.slug == slug)
}

/// What is said where an example is asked for that is not there.
pub fn no_such(slug: &str) -> String {
    format!("There is no example named “{}”.", words::cut(slug, 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_documented_example_is_there_once() {
        let slugs: Vec<&str> = EXAMPLES.iter().map(|example| example.slug).collect();
        let documented = [
            "blocking-sleep",
            "asyncio-sleep",
            "create-thread",
            "start-stop",
            "context-manager",
            "run-coroutine",
            "task-decorator",
            "create-task",
            "executor-from-coroutine",
            "executor-from-caller",
            "stop-from-inside",
        ];
        assert_eq!(slugs, documented);
        assert!(EXAMPLES.iter().all(|example| by_slug(example.slug) == Some(example)));
    }
}
