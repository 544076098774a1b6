//! What is done when a run has more bars than are kept: every second stretch of a lane becomes one bar that says so.
//!
//! Stretches, not single bars, so that what is left shows how things follow each other. Each time halves what is there, and
//! the run's beginning, its end and all between stay in sight: it costs little, and how much is left out is always known.

use std::rc::Rc;

use super::lane::{Bar, Cause, Doing};

/// Bars of a stretch.
pub const STRETCH: usize = 64;

/// Leaves out every second stretch; how many bars that takes away. What was left out before counts no bars.
pub fn thin(bars: &mut Vec<Bar>) -> u64 {
    let before = bars.len();
    let text: Rc<str> = "".into();
    let mut kept: Vec<Bar> = Vec::with_capacity(before / 2 + STRETCH);
    for (number, stretch) in bars.chunks(STRETCH).enumerate() {
        match stretch {
            [first, .., last] if number % 2 == 1 => kept.push(Bar {
                to: last.to,
                doing: Doing::LeftOut,
                text: text.clone(),
                until: None,
                cause: Cause::Own,
                line: None,
                ..first.clone()
            }),
            _ => kept.extend(stretch.iter().cloned()),
        }
    }
    *bars = kept;
    (before - bars.len()) as u64
}
