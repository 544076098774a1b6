//! Pick policies: seed 0 is first in, first out; another seed is another schedule, and always the same one.

use std::collections::BTreeSet;

use loopthread_executor::{Executor, Fifo, Pick, Seeded};

fn order(pick: impl Pick) -> Vec<u32> {
    let mut executor = Executor::with_pick(pick);
    for handle in 0..6 {
        executor.queue_mut().call_soon(handle);
    }
    executor.begin_turn(0.0, &mut ());
    executor.queue_mut().call_soon(99);
    std::iter::from_fn(|| executor.take_next(&())).collect()
}

#[test]
fn seed_0_is_first_in_first_out() {
    assert_eq!(order(Seeded::new(0)), order(Fifo));
    assert_eq!(order(Fifo), [0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_seed_is_one_schedule_and_seeds_differ() {
    let orders: BTreeSet<Vec<u32>> = (1..50).map(|seed| order(Seeded::new(seed))).collect();
    assert!(orders.len() > 40, "{} of 49", orders.len());
    assert_eq!(order(Seeded::new(7)), order(Seeded::new(7)));
}

#[test]
fn every_seed_runs_the_whole_turn_and_nothing_that_came_later() {
    for seed in 1..50 {
        let mut handles = order(Seeded::new(seed));
        handles.sort();
        assert_eq!(handles, [0, 1, 2, 3, 4, 5]);
    }
}

#[test]
fn first_in_first_out_costs_no_space() {
    assert_eq!(size_of::<Fifo>(), 0);
}

#[test]
fn a_number_below_n_is_below_n_and_takes_every_value() {
    let mut seeded = Seeded::new(3);
    let numbers: BTreeSet<usize> = (0..200).map(|_| seeded.below(7)).collect();
    assert_eq!(numbers, (0..7).collect());
    assert_eq!((seeded.below(0), seeded.below(1), Seeded::new(0).below(9)), (0, 0, 0));
}
