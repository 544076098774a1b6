//! A slice is never observable: random programs, cut into slices of any length or continued in a clone, leave one log.

use std::collections::BTreeSet;

use loopthread_executor::{Clock, Executor, Fifo, Handles, Host, Pick, Queue, Seeded, Step, Turn, Virtual};

/// What a task of the test machine does next; each costs one unit of work.
#[derive(Clone, Copy, Debug)]
enum Instr {
    /// Nothing but work.
    Work,
    /// Go on in the next turn.
    Yield,
    /// Start a task that runs the same program from the next instruction on.
    Spawn,
    /// Go on after so many milliseconds.
    Sleep(u32),
    /// Wait until woken.
    Wait,
    /// Wake the first task that waits.
    Wake,
    /// Cancel the handle of the task so many after this one.
    Cancel(usize),
}

const MOST_TASKS: usize = 40;

/// A machine whose tasks are plain data: a place in the program each.
#[derive(Clone)]
struct Machine {
    program: Vec<Instr>,
    places: Vec<usize>,
    waiting: Vec<usize>,
    cancelled: BTreeSet<usize>,
    scheduled: BTreeSet<usize>,
    clock: Virtual,
    /// Work left in the slice.
    slice: usize,
    log: Vec<(u64, usize, String)>,
}

impl Machine {
    fn new(program: Vec<Instr>) -> Self {
        Machine {
            program,
            places: vec![0],
            waiting: Vec::new(),
            cancelled: BTreeSet::new(),
            scheduled: BTreeSet::new(),
            clock: Virtual::default(),
            slice: 0,
            log: Vec::new(),
        }
    }

    fn run_task(&mut self, queue: &mut Queue<usize>, task: usize) -> Step {
        loop {
            let Some(&instr) = self.program.get(self.places[task]) else { return Step::Done };
            if self.slice == 0 {
                return Step::Paused;
            }
            self.slice -= 1;
            self.places[task] += 1;
            self.log.push((self.clock.now_ns(), task, format!("{instr:?}")));
            match instr {
                Instr::Work => {}
                Instr::Yield => {
                    queue.call_soon(task);
                    return Step::Waiting;
                }
                Instr::Spawn if self.places.len() < MOST_TASKS => {
                    queue.call_soon(self.places.len());
                    self.places.push(self.places[task]);
                }
                Instr::Spawn => {}
                Instr::Sleep(millis) => {
                    let deadline = (self.clock.peek() * 1e3).floor() / 1e3 + f64::from(millis) / 1e3;
                    queue.call_at(deadline, task);
                    self.scheduled.insert(task);
                    return Step::Waiting;
                }
                Instr::Wait => {
                    self.waiting.push(task);
                    return Step::Waiting;
                }
                Instr::Wake if !self.waiting.is_empty() => queue.call_soon(self.waiting.remove(0)),
                Instr::Wake => {}
                Instr::Cancel(other) => {
                    let other = (task + other) % self.places.len();
                    if self.cancelled.insert(other) && self.scheduled.contains(&other) {
                        queue.timer_cancelled();
                    }
                }
            }
        }
    }
}

impl Handles<usize> for Machine {
    fn is_cancelled(&self, task: &usize) -> bool {
        self.cancelled.contains(task)
    }

    fn unscheduled(&mut self, task: &usize) {
        self.scheduled.remove(task);
    }
}

impl Host<usize> for Machine {
    fn step(&mut self, queue: &mut Queue<usize>, task: &usize) -> Step {
        self.run_task(queue, *task)
    }
}

#[derive(Clone)]
struct Run<P> {
    executor: Executor<usize, P>,
    machine: Machine,
}

impl<P: Pick> Run<P> {
    fn new(program: Vec<Instr>, pick: P) -> Self {
        let mut run = Run { executor: Executor::with_pick(pick), machine: Machine::new(program) };
        run.executor.queue_mut().call_soon(0);
        run
    }

    /// Runs one slice. False when nothing is left that could run.
    fn slice(&mut self, work: usize) -> bool {
        self.machine.slice = work;
        loop {
            if !self.executor.in_turn() {
                let Run { executor, machine } = self;
                executor.clear_cancelled(machine);
                let Some(timeout) = executor.timeout(|| machine.clock.now()) else { return false };
                let until = machine.clock.peek() + timeout;
                machine.clock.advance_to(until);
                executor.begin_turn(until + machine.clock.resolution(), machine);
            }
            if self.executor.turn(&mut self.machine) == Turn::Paused {
                return true;
            }
        }
    }

    fn finish(mut self, work: usize) -> Vec<(u64, usize, String)> {
        while self.slice(work) {}
        self.machine.log
    }
}

/// A program of random instructions, the same for the same seed.
fn program(seed: u64) -> Vec<Instr> {
    let mut random = Seeded::new(seed);
    (0..8 + random.below(30))
        .map(|_| match random.below(12) {
            0..3 => Instr::Yield,
            3..5 => Instr::Spawn,
            5 | 6 => Instr::Sleep(random.below(4) as u32),
            7 => Instr::Wait,
            8 => Instr::Wake,
            9 => Instr::Cancel(random.below(5)),
            _ => Instr::Work,
        })
        .collect()
}

#[test]
fn slices_of_1_2_7_64_and_unlimited_give_one_log() {
    for seed in 1..200 {
        let whole = Run::new(program(seed), Fifo).finish(usize::MAX);
        assert!(!whole.is_empty());
        for work in [1, 2, 7, 64] {
            assert_eq!(Run::new(program(seed), Fifo).finish(work), whole, "seed {seed}, slices of {work}");
        }
    }
}

#[test]
fn the_slice_is_not_observable_under_a_seeded_pick_either() {
    for seed in 1..100 {
        let whole = Run::new(program(seed), Seeded::new(seed)).finish(usize::MAX);
        for work in [1, 7] {
            assert_eq!(Run::new(program(seed), Seeded::new(seed)).finish(work), whole, "seed {seed}");
        }
    }
}

#[test]
fn a_clone_taken_while_paused_goes_on_identically() {
    let mut clones = 0;
    for seed in 1..60 {
        let whole = Run::new(program(seed), Seeded::new(seed)).finish(usize::MAX);
        let mut run = Run::new(program(seed), Seeded::new(seed));
        while run.slice(5) {
            assert!(run.executor.paused().is_some());
            assert_eq!(run.clone().finish(3), whole, "seed {seed}");
            clones += 1;
        }
        assert_eq!(run.machine.log, whole, "seed {seed}");
    }
    assert!(clones > 100, "the programs are long enough to pause");
}

#[test]
fn different_seeds_give_different_schedules_of_the_same_steps() {
    let program = vec![Instr::Spawn, Instr::Spawn, Instr::Spawn, Instr::Yield, Instr::Work];
    let logs: Vec<_> =
        (0..20).map(|seed| Run::new(program.clone(), Seeded::new(seed)).finish(usize::MAX)).collect();
    let orders: BTreeSet<Vec<usize>> =
        logs.iter().map(|log| log.iter().map(|(_, task, _)| *task).collect()).collect();
    assert!(orders.len() > 5);
    let steps = logs.iter().map(|log| {
        let mut steps: Vec<&str> = log.iter().map(|(_, _, instr)| instr.as_str()).collect();
        steps.sort();
        steps
    });
    assert_eq!(steps.collect::<BTreeSet<_>>().len(), 1, "a seed changes the order and nothing else");
}
