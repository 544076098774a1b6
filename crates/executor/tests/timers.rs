//! Timers leave in `heapq`'s order, and cancelled ones go when CPython lets them go: against what CPython printed.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use loopthread_executor::{Executor, Handles, Host, Local, Queue, Step, TimerHeap, Turn, Virtual};

#[test]
fn random_histories_of_the_heap_pop_what_heapq_pops() {
    for history in include_str!("asyncio/heap.out").lines() {
        let mut heap = TimerHeap::default();
        let mut pushed = 0;
        for word in history.split(' ') {
            let (op, number) = word.split_at(1);
            let number: usize = number.parse().unwrap();
            match op {
                "+" => {
                    heap.push(number as f64, pushed);
                    pushed += 1;
                }
                "-" => assert_eq!(heap.pop().map(|(_, timer)| timer), Some(number), "in {history}"),
                "%" => heap.retain(|timer| timer % number != 0),
                _ => panic!("unknown word {word}"),
            }
        }
        assert!(heap.is_empty());
    }
}

#[test]
fn eight_equal_deadlines_leave_in_heapqs_order() {
    let order = |whens: &[f64]| -> Vec<usize> {
        let mut heap = TimerHeap::default();
        for (n, when) in whens.iter().enumerate() {
            heap.push(*when, n);
        }
        std::iter::from_fn(|| heap.pop()).map(|(_, n)| n).collect()
    };
    assert_eq!(order(&[1.0; 8]), [0, 2, 6, 5, 7, 4, 1, 3]);
    let with_a_later_one = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0];
    assert_eq!(order(&with_a_later_one), [0, 2, 6, 5, 7, 1, 3, 4, 8]);
}

/// A loop as `asyncio/timers.py` builds it: numbered timers, some cancelled, and two callbacks of its own.
#[derive(Default)]
struct Loop {
    timers: usize,
    cancelled: BTreeSet<usize>,
    scheduled: BTreeSet<usize>,
    /// Which timers the cancelling callback cancels.
    late: Vec<usize>,
    order: Vec<usize>,
}

impl Loop {
    fn cancel(&mut self, queue: &mut Queue<usize>, timer: usize) {
        if self.cancelled.insert(timer) && self.scheduled.contains(&timer) {
            queue.timer_cancelled();
        }
    }

    fn canceller(&self) -> usize {
        self.timers
    }

    fn stopper(&self) -> usize {
        self.timers + 1
    }
}

impl Handles<usize> for Loop {
    fn is_cancelled(&self, handle: &usize) -> bool {
        self.cancelled.contains(handle)
    }

    fn unscheduled(&mut self, handle: &usize) {
        self.scheduled.remove(handle);
    }
}

impl Host<usize> for Loop {
    fn step(&mut self, queue: &mut Queue<usize>, handle: &usize) -> Step {
        if *handle == self.canceller() {
            for timer in std::mem::take(&mut self.late) {
                self.cancel(queue, timer);
            }
        } else if *handle == self.stopper() {
            queue.stop();
        } else {
            self.order.push(*handle);
        }
        Step::Done
    }
}

#[test]
fn cancelled_timers_go_when_cpython_lets_them_go() {
    for line in include_str!("asyncio/timers.out").lines() {
        let ([count, instants, modulus, early, late], expected) = case(line);

        let mut executor = Executor::new();
        let mut host = Loop { timers: count, ..Loop::default() };
        for n in 0..count {
            executor.queue_mut().call_at(10.0 + (n * 7 % instants) as f64 * 0.01, n);
            host.scheduled.insert(n);
        }
        for n in (0..count).filter(|n| n % modulus < early) {
            host.cancel(executor.queue_mut(), n);
        }
        host.late = (0..count).filter(|n| (early..early + late).contains(&(n % modulus))).collect();
        executor.queue_mut().call_soon(host.canceller());
        executor.queue_mut().call_at(10.0 + instants as f64 * 0.01 + 0.01, host.stopper());

        let mut now = 9.0;
        while !executor.queue().is_stopping() {
            executor.clear_cancelled(&mut host);
            now += executor.timeout(|| now).expect("the stopper is scheduled");
            executor.begin_turn(now + 1e-9, &mut host);
            executor.turn(&mut host);
        }
        assert_eq!(host.order, expected, "in case {line}");
    }
}

#[test]
fn cancelled_sleeps_are_cancelled_timers() {
    for line in include_str!("asyncio/timers.out").lines() {
        let ([count, instants, modulus, early, late], expected) = case(line);
        if late > 0 {
            continue;
        }
        let mut local = Local::new(Virtual::starting_at(9.0));
        let spawner = local.spawner();
        let order: Rc<RefCell<Vec<usize>>> = Rc::default();
        let log = Rc::clone(&order);
        local
            .block_on(async move {
                let sleepers = (0..count).map(|n| {
                    let (spawner, log) = (spawner.clone(), Rc::clone(&log));
                    spawner.clone().spawn(async move {
                        spawner.sleep_until(10.0 + (n * 7 % instants) as f64 * 0.01).await;
                        log.borrow_mut().push(n);
                    })
                });
                let sleepers: Vec<_> = sleepers.collect();
                let last = spawner.spawn(spawner.sleep_until(11.0));
                spawner.yield_now().await;
                for sleeper in sleepers.iter().enumerate().filter(|(n, _)| n % modulus < early) {
                    assert!(sleeper.1.cancel());
                }
                last.await
            })
            .expect("the last sleep ends")
            .expect("nobody cancels it");
        assert_eq!(*order.borrow(), expected, "in case {line}");
    }
}

/// The parameters of a case of `asyncio/timers.py`, and the order in which CPython ran its callbacks.
fn case(line: &str) -> ([usize; 5], Vec<usize>) {
    let (parameters, order) = line.split_once(" : ").expect("parameters and order");
    let numbers = |text: &str| text.split(' ').map(|n| n.parse().expect("a number")).collect::<Vec<usize>>();
    (numbers(parameters).try_into().expect("five parameters"), numbers(order))
}

#[test]
fn the_heap_is_rebuilt_above_100_timers_when_more_than_half_are_cancelled() {
    let left_after = |count: usize, cancelled: usize| {
        let mut executor = Executor::new();
        let mut host = Loop { timers: count, ..Loop::default() };
        for n in 0..count {
            executor.queue_mut().call_at(n as f64, n);
            host.scheduled.insert(n);
        }
        // From the far end, so that none is at the head.
        for n in count - cancelled..count {
            host.cancel(executor.queue_mut(), n);
        }
        executor.clear_cancelled(&mut host);
        assert_eq!(host.scheduled.len(), executor.queue().timers().len());
        executor.queue().timers().len()
    };
    assert_eq!(left_after(100, 60), 100);
    assert_eq!(left_after(101, 50), 101);
    assert_eq!(left_after(101, 51), 50);
}

#[test]
fn a_cancelled_timer_at_the_head_leaves_no_gap() {
    let mut executor = Executor::new();
    let mut host = Loop { timers: 3, ..Loop::default() };
    for n in 0..3 {
        executor.queue_mut().call_at(1.0 + n as f64, n);
        host.scheduled.insert(n);
    }
    host.cancel(executor.queue_mut(), 0);
    executor.clear_cancelled(&mut host);
    assert_eq!(executor.timeout(|| 0.0), Some(2.0));
    executor.begin_turn(2.0 + 1e-9, &mut host);
    assert_eq!(executor.turn(&mut host), Turn::Ran(1));
    assert_eq!(host.order, [1]);
}

#[test]
fn a_timer_dropped_at_the_head_no_longer_counts_as_cancelled() {
    let mut executor = Executor::new();
    let mut host = Loop { timers: 200, ..Loop::default() };
    let schedule = |executor: &mut Executor<usize>, host: &mut Loop, range: std::ops::Range<usize>| {
        for n in range {
            executor.queue_mut().call_at(n as f64, n);
            host.scheduled.insert(n);
        }
    };
    schedule(&mut executor, &mut host, 0..100);
    for n in 0..60 {
        host.cancel(executor.queue_mut(), n);
    }
    executor.clear_cancelled(&mut host);
    assert_eq!(executor.queue().timers().len(), 40);
    schedule(&mut executor, &mut host, 100..161);
    host.cancel(executor.queue_mut(), 160);
    executor.clear_cancelled(&mut host);
    assert_eq!(executor.queue().timers().len(), 101);
}
