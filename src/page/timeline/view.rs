//! Which part of time the timeline shows, and how it zooms and pans.
//!
//! All in nanoseconds of the process clock, as `f64`, and fractions of the width. A view that follows always
//! shows the whole run; the learner's first zoom or pan ends that, `fit` brings it back.

use loopthread_protocol::Nanos;

/// The shortest time that fills the width.
const SHORTEST: f64 = 20.0;
/// What a run that has lasted no time is drawn as.
const EMPTY: f64 = 1e6;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    from: f64,
    to: f64,
    follows: bool,
}

/// A mark of the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Of the width.
    pub at: f64,
    pub label: String,
}

impl View {
    pub fn new() -> View {
        View { from: 0.0, to: EMPTY, follows: true }
    }

    pub fn follows(self) -> bool {
        self.follows
    }

    /// Takes in that the run has come to `end`.
    pub fn grown(self, end: Nanos) -> View {
        if self.follows { View { from: 0.0, to: (end as f64).max(SHORTEST), follows: true } } else { self }
    }

    pub fn fit(self, end: Nanos) -> View {
        View { follows: true, ..self }.grown(end)
    }

    /// Shows `factor` times as much time; the point at `anchor` of the width stays.
    pub fn zoom(self, factor: f64, anchor: f64, end: Nanos) -> View {
        let longest = (end as f64).max(SHORTEST);
        let width = within((self.to - self.from) * factor, SHORTEST, longest);
        let pivot = self.time(anchor);
        View { from: pivot - width * anchor, to: pivot + width * (1.0 - anchor), follows: false }
            .clamped(longest)
    }

    /// Moves by a part of the width; positive shows what is later.
    pub fn pan(self, by: f64, end: Nanos) -> View {
        let by = by * (self.to - self.from);
        View { from: self.from + by, to: self.to + by, follows: false }.clamped((end as f64).max(SHORTEST))
    }

    /// Moves as little as it takes to see a time, with some room at its sides.
    pub fn reveal(self, at: Nanos, end: Nanos) -> View {
        let place = self.place(at);
        match within(place, 0.1, 0.9) {
            seen if (0.0..=1.0).contains(&place) || seen == place => self,
            seen => self.pan(place - seen, end),
        }
    }

    /// Where a time is, of the width; outside 0 to 1 when it is not seen.
    pub fn place(self, at: Nanos) -> f64 {
        (at as f64 - self.from) / (self.to - self.from)
    }

    /// The time at a place.
    pub fn time(self, place: f64) -> f64 {
        self.from + place * (self.to - self.from)
    }

    /// Marks at round times, at most so many.
    pub fn ticks(self, most: usize) -> Vec<Tick> {
        let step = round_up((self.to - self.from) / most.max(1) as f64);
        let first = (self.from / step).ceil() as i64;
        let last = (self.to / step).floor() as i64;
        let tick = |number: i64| {
            let at = number as f64 * step;
            Tick { at: (at - self.from) / (self.to - self.from), label: label(at, step) }
        };
        (first..=last).take(most + 1).map(tick).collect()
    }

    /// Keeps it within the run.
    fn clamped(self, longest: f64) -> View {
        let by = (longest - self.to).min(0.0);
        let from = (self.from + by).max(0.0);
        View { from, to: from + (self.to - self.from), ..self }
    }
}

impl Default for View {
    fn default() -> Self {
        View::new()
    }
}

/// What `f64::clamp` does, without its panic, whose message would bring the formatting of floating point with it.
pub fn within(value: f64, least: f64, most: f64) -> f64 {
    value.min(most).max(least)
}

/// The next of 1, 2, 5, 10, 20 …
fn round_up(step: f64) -> f64 {
    // By multiplying: what powers and logarithms are made of is larger than this whole file.
    let mut power = 1.0;
    while power * 10.0 <= step {
        power *= 10.0;
    }
    let times = [1.0, 2.0, 5.0].into_iter().find(|times| times * power >= step * 0.999_999);
    times.unwrap_or(10.0) * power
}

/// A time in the unit of the step, with as many digits as the step needs.
fn label(at: f64, step: f64) -> String {
    let (unit, name) = match step {
        _ if step >= 1e8 => (1e9, "s"),
        _ if step >= 1e5 => (1e6, "ms"),
        _ if step >= 1e2 => (1e3, "µs"),
        _ => (1.0, "ns"),
    };
    let tenths = (at / unit * 10.0).round() as i64;
    if step < unit {
        format!("{}.{} {name}", tenths / 10, tenths % 10)
    } else {
        format!("{} {name}", tenths / 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Nanos = 1_000_000_000;

    #[test]
    fn a_new_view_follows_the_run_until_it_is_zoomed() {
        let view = View::new().grown(2 * SECOND);
        assert_eq!((view.place(0), view.place(2 * SECOND)), (0.0, 1.0));
        let near = view.zoom(0.5, 0.5, 2 * SECOND);
        assert!(!near.follows());
        assert_eq!(near.grown(9 * SECOND), near);
        assert_eq!(near.fit(4 * SECOND).place(4 * SECOND), 1.0);
    }

    #[test]
    fn zooming_keeps_the_time_under_the_pointer() {
        let view = View::new().grown(10 * SECOND);
        for anchor in [0.0, 0.25, 0.7, 1.0] {
            let near = view.zoom(0.1, anchor, 10 * SECOND);
            assert!((near.time(anchor) - view.time(anchor)).abs() < 1.0);
        }
    }

    #[test]
    fn neither_zoom_nor_pan_leaves_the_run() {
        let view = View::new().grown(10 * SECOND);
        let wide = view.zoom(0.5, 0.0, 10 * SECOND).zoom(100.0, 0.9, 10 * SECOND);
        assert_eq!((wide.place(0), wide.place(10 * SECOND)), (0.0, 1.0));
        let near = view.zoom(0.5, 0.5, 10 * SECOND);
        assert_eq!(near.pan(-7.0, 10 * SECOND).place(0), 0.0);
        assert_eq!(near.pan(7.0, 10 * SECOND).place(10 * SECOND), 1.0);
        let tiny = view.zoom(1e-30, 0.5, 10 * SECOND);
        assert!(tiny.time(1.0) - tiny.time(0.0) >= SHORTEST - 1e-3);
    }

    #[test]
    fn ticks_stand_at_round_times() {
        let labels = |end, most| {
            let ticks = View::new().grown(end).ticks(most);
            ticks.into_iter().map(|tick| tick.label).collect::<Vec<_>>()
        };
        assert_eq!(labels(SECOND, 5), ["0.0 s", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1.0 s"]);
        assert_eq!(labels(1_500_000, 4), ["0.0 ms", "0.5 ms", "1.0 ms", "1.5 ms"]);
        assert_eq!(labels(40_000, 4), ["0 µs", "10 µs", "20 µs", "30 µs", "40 µs"]);
        assert_eq!(labels(30, 3), ["0 ns", "10 ns", "20 ns", "30 ns"]);
    }

    #[test]
    fn a_run_of_no_time_still_has_a_view() {
        let view = View::new().grown(0);
        assert!(view.place(0).is_finite() && !view.ticks(5).is_empty());
    }
}
