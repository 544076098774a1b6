//! How many units of work to ask for at a time, found by measuring.
//!
//! A unit is the interpreter's own measure and machines differ a hundredfold, so the portion grows from a small
//! one while it is quick and shrinks in proportion when it was slow. Browsers round their clocks, some to
//! a whole millisecond: only the order of magnitude is steered, never more than doubled at once.

use std::time::Duration;

/// What a portion should take: a fraction of a slice, so that a slice overruns by little.
const TARGET: Duration = Duration::from_millis(1);
const LEAST: u64 = 256;
const MOST: u64 = 1 << 24;

/// The size of the next portion.
#[derive(Debug)]
pub struct Pace {
    units: u64,
}

impl Pace {
    /// Begins with a portion that is short on any machine.
    pub fn new() -> Pace {
        Pace { units: 1024 }
    }

    /// Units of work to ask for.
    pub fn units(&self) -> u64 {
        self.units
    }

    /// Learns that a whole portion took so long.
    pub fn took(&mut self, time: Duration) {
        if time * 2 < TARGET {
            self.units *= 2;
        } else if time > TARGET * 2 {
            let ratio = TARGET.as_secs_f64() / time.as_secs_f64();
            self.units = (self.units as f64 * ratio) as u64;
        }
        self.units = self.units.clamp(LEAST, MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The portion after ten thousand on a machine that does so many units in a millisecond, its clock rounded.
    fn settled(units_per_ms: u64, clock: Duration) -> u64 {
        let mut pace = Pace::new();
        for _ in 0..10_000 {
            let exact = Duration::from_nanos(pace.units() * 1_000_000 / units_per_ms);
            let ticks = exact.as_nanos() / clock.as_nanos();
            pace.took(clock * ticks as u32);
        }
        pace.units()
    }

    #[test]
    fn a_portion_settles_near_a_millisecond_on_slow_and_fast_machines() {
        for units_per_ms in [1_000, 40_000, 3_000_000] {
            let settled = settled(units_per_ms, Duration::from_micros(100));
            assert!((units_per_ms / 3..=units_per_ms * 3).contains(&settled), "{settled} for {units_per_ms}");
        }
    }

    #[test]
    fn a_clock_of_whole_milliseconds_does_not_let_it_run_away() {
        let settled = settled(40_000, Duration::from_millis(1));
        assert!((10_000..=160_000).contains(&settled), "{settled}");
    }

    #[test]
    fn one_slow_portion_is_forgiven() {
        let mut pace = Pace::new();
        pace.took(Duration::from_secs(1));
        assert_eq!(pace.units(), LEAST);
        for _ in 0..20 {
            pace.took(Duration::ZERO);
        }
        assert!(pace.units() > 100_000);
    }
}
