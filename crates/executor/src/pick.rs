//! Pick policies: which ready handle goes next.
//!
//! An event loop is first in, first out, and pays nothing for the choice. A scheduler of threads may vary what the
//! original system leaves open: every seed is one schedule, the same every time. Deliberately absent: fairness beyond the turn. A
//! policy chooses within one turn's snapshot, so every handle that was ready runs before any that came later.

use std::collections::VecDeque;

/// A pick policy, a type parameter of [`Executor`](crate::Executor).
pub trait Pick: Clone {
    /// Takes one of the first `left` handles of `ready`, or `None` if there is none.
    fn take<H>(&mut self, ready: &mut VecDeque<H>, left: usize) -> Option<H>;
}

/// First in, first out: asyncio's order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fifo;

impl Pick for Fifo {
    fn take<H>(&mut self, ready: &mut VecDeque<H>, _left: usize) -> Option<H> {
        ready.pop_front()
    }
}

/// Seed 0 is first in, first out; every other seed picks by its own fixed sequence of pseudo-random numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seeded {
    seed: u64,
    state: u64,
}

impl Seeded {
    pub fn new(seed: u64) -> Self {
        Seeded { seed, state: seed }
    }

    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// A number below `n`, from the seed's sequence (0 for seed 0): for other choices that belong to the same schedule,
    /// as where a thread's switch interval begins.
    pub fn below(&mut self, n: usize) -> usize {
        if self.seed == 0 || n < 2 {
            return 0;
        }
        // The high half of the product spreads the 64 bits evenly over 0..n.
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    /// The splitmix64 generator: a counter in steps of the golden ratio, its bits mixed.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }
}

impl Pick for Seeded {
    fn take<H>(&mut self, ready: &mut VecDeque<H>, left: usize) -> Option<H> {
        let position = self.below(left);
        ready.remove(position)
    }
}
