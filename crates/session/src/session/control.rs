//! Pausing and stepping: when a session stands still, and how far it then goes on.
//!
//! The machine leaves its loop at stops (`vm::stops`); here it is decided whether that is a place to pause. **Nothing of this
//! reaches Python**: while a session is paused its clock stands still, threads keep their turns, and requests for loops wait, so
//! a program does the same however often it is paused.

use std::time::Duration;

use loopthread_protocol::{Breakpoint, Follow, Nanos, Paused, Reason, Step, TaskId, ThreadId};
use loopthread_vm::frame::FrameId;
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::run::Fiber;

use crate::asyncio::event_loop::EventLoop;
use crate::asyncio::future::Future;
use crate::asyncio::task::suspended;
use crate::glue::{process, process_ref};

/// Reads of the clock move it, so that a deadline that is a second away is reached a little later.
const READS: Duration = Duration::from_micros(1);

/// What the page wants to see, and where it stands.
#[derive(Clone, Debug)]
pub struct Control {
    pub paused: Option<Paused>,
    /// How often it was paused.
    pauses: u32,
    pub breakpoints: Vec<Breakpoint>,
    /// For each, the line of the statement that it stops at: at its own none may begin.
    stops: Vec<u32>,
    pub exceptions: bool,
    /// Each stop is watched, whether or not it is one to pause at.
    pub watched: bool,
    step: Option<Stepping>,
    /// The speed of real time, in hundredths.
    percent: u32,
    /// The world's time at the last turn, and how much of it has not counted.
    outside: Duration,
    frozen: Duration,
    /// It was paused since the last turn, or time was: what has passed does not count.
    stood_still: bool,
    /// It was paused from outside since the last turn: until then time has passed.
    stops_now: bool,
    /// By how much the time was moved by hand.
    moved: Duration,
}

/// A step that is under way.
#[derive(Clone, Debug)]
struct Stepping {
    step: Step,
    thread: ThreadId,
    task: Option<TaskId>,
    /// The lines of the thread's other tasks do not count.
    stays: bool,
    /// The function of the program in which it began, and those that wait for it.
    frame: Option<FrameId>,
    callers: Vec<FrameId>,
}

impl Default for Control {
    fn default() -> Control {
        Control {
            paused: None,
            pauses: 0,
            breakpoints: Vec::new(),
            stops: Vec::new(),
            exceptions: false,
            watched: false,
            step: None,
            percent: 100,
            outside: Duration::ZERO,
            frozen: Duration::ZERO,
            stood_still: false,
            stops_now: false,
            moved: Duration::ZERO,
        }
    }
}

impl Control {
    /// The time that counts, given the world's: it stands still while the session is paused, or is moved by hand.
    pub fn time(&mut self, now: Duration) -> Duration {
        let passed = now.saturating_sub(self.outside);
        self.outside = self.outside.max(now);
        let stood_still = std::mem::take(&mut self.stood_still);
        if stood_still || self.paused.is_some() && !self.stops_now || self.percent == 0 {
            self.frozen += passed;
        }
        self.outside.saturating_sub(self.frozen) + self.moved
    }

    /// Pauses at once, on request; the time of that comes with the next turn.
    pub fn pause_now(&mut self, vm: &mut Vm, fibers: &[Fiber]) {
        let thread = process_ref(vm).threads.current_id();
        self.pause(vm, fibers, thread, Reason::Asked);
        self.stops_now = true;
    }

    /// Whether it was paused from outside since the last turn.
    pub fn take_stops_now(&mut self) -> bool {
        std::mem::take(&mut self.stops_now)
    }

    /// Whether time goes by itself.
    pub fn time_passes(&self) -> bool {
        self.percent > 0
    }

    /// Time moved by hand counts as if it had passed.
    pub fn advance(&mut self, vm: &Vm, nanos: Nanos) {
        self.moved += Duration::from_nanos(nanos) + process_ref(vm).clock.ahead() + READS;
    }

    /// How fast the clock of a program in real time goes, in hundredths of the world's; 0: only by hand.
    pub fn set_speed(&mut self, vm: &mut Vm, percent: u32) {
        self.stood_still |= self.percent == 0;
        self.percent = percent;
        self.apply_speed(vm);
    }

    fn apply_speed(&self, vm: &mut Vm) {
        if self.percent > 0 {
            process(vm).clock.set_speed(f64::from(self.percent) / 100.0);
        }
    }

    /// A new process: it is not paused, or at its first line only.
    pub fn begin(&mut self, vm: &mut Vm, at_first_line: bool) {
        self.paused = None;
        let main = crate::threads::MAIN;
        self.step = at_first_line.then(|| Stepping {
            step: Step::Into,
            thread: main,
            task: None,
            stays: false,
            frame: None,
            callers: Vec::new(),
        });
        self.apply_speed(vm);
        self.arm(vm);
    }

    /// Nothing runs any more.
    pub fn end(&mut self) {
        (self.paused, self.step) = (None, None);
    }

    /// Goes on; with a step, until that is done.
    pub fn go_on(&mut self, vm: &mut Vm, fibers: &[Fiber], step: Option<(Step, Option<Follow>)>) {
        let Some(paused) = self.paused.take() else { return };
        self.stood_still = true;
        self.step = step.map(|(step, follow)| {
            let followed = match follow {
                Some(Follow::Task(task)) => Some(task),
                _ => None,
            };
            let runner = followed.and_then(|task| runner(vm, task));
            let thread = match follow {
                Some(Follow::Thread(thread)) => thread,
                _ => runner.unwrap_or(paused.thread),
            };
            let current = process_ref(vm).threads.get(thread).and_then(|thread| thread.current_task_id);
            let task = followed.or(current);
            let top = match followed.filter(|_| task != current) {
                Some(task) => process_ref(vm).asyncio.tasks.get(&task).and_then(|&task| suspended(vm, task)),
                None => fibers.get(thread.0 as usize).and_then(|fiber| fiber.top),
            };
            let stays = task.is_some() && (followed.is_some() || step == Step::OverAwait);
            let mut own = vm.program_frames(top);
            let frame = own.next();
            Stepping { step, thread, task, stays, frame, callers: own.collect() }
        });
        process(vm).turn_of = match &self.step {
            Some(Stepping { step: Step::Turn, thread, .. }) => Some(*thread),
            _ => None,
        };
        self.arm(vm);
    }

    /// Has the machine leave its loop where it may be time to pause.
    pub fn arm(&mut self, vm: &mut Vm) {
        vm.stops.every = self.watched || self.step.as_ref().is_some_and(|step| step.step != Step::Turn);
        let file = process(vm).file_name.clone();
        let stop =
            |breakpoint: &Breakpoint| vm.statement_from(&file, breakpoint.line).unwrap_or(breakpoint.line);
        self.stops = self.breakpoints.iter().map(stop).collect();
        vm.stops.lines.clone_from(&self.stops);
        vm.stops.raises = self.exceptions;
        process(vm).every_turn = self.watched;
        if vm.stops.every || !vm.stops.lines.is_empty() {
            vm.make_stops(&file);
        }
    }

    /// Pauses at where the thread stands.
    pub fn pause(&mut self, vm: &mut Vm, fibers: &[Fiber], thread: ThreadId, reason: Reason) {
        self.pauses += 1;
        self.paused = Some(Paused { number: self.pauses, ..place(vm, fibers, thread, reason) });
        self.step = None;
        process(vm).turn_of = None;
    }

    /// The breakpoint that stops at a line.
    pub fn breakpoint(&self, line: u32) -> Option<&Breakpoint> {
        let at = self.stops.iter().position(|stop| *stop == line)?;
        self.breakpoints.get(at)
    }

    /// Whether it is stepped to the next turn of the thread's loop.
    pub fn steps_to_turn(&self, thread: ThreadId) -> bool {
        self.step.as_ref().is_some_and(|step| step.step == Step::Turn && step.thread == thread)
    }

    /// Whether the step is done, now that the thread has come to a line.
    pub fn is_step_done(&self, vm: &Vm, thread: ThreadId, top: FrameId) -> bool {
        let Some(step) = &self.step else { return false };
        let process = process_ref(vm);
        let task = process.threads.get(thread).and_then(|thread| thread.current_task_id);
        if step.step == Step::Switch {
            return (thread, task) != (step.thread, step.task);
        }
        if thread != step.thread {
            return false;
        }
        let is_over = step.task.is_some_and(|task| !process.asyncio.tasks.contains_key(&task));
        if step.stays && task != step.task {
            return is_over;
        }
        match step.step {
            Step::Into => true,
            // The function has returned, or its task has ended.
            Step::Out => step.callers.contains(&top) || is_over,
            Step::Line | Step::OverAwait => {
                let calls =
                    |from: FrameId| vm.frames.chain(Some(from)).any(|frame| Some(frame) == step.frame);
                Some(top) == step.frame || step.callers.contains(&top) || !calls(top)
            }
            Step::Switch | Step::Turn => false,
        }
    }
}

/// The thread that runs a task's loop.
fn runner(vm: &Vm, task: TaskId) -> Option<ThreadId> {
    let task = *process_ref(vm).asyncio.tasks.get(&task)?;
    vm.host::<EventLoop>(vm.host::<Future>(task)?.lp)?.thread
}

/// Where a thread stands.
pub fn place(vm: &Vm, fibers: &[Fiber], thread: ThreadId, reason: Reason) -> Paused {
    let task = process_ref(vm).threads.get(thread).and_then(|thread| thread.current_task_id);
    Paused { thread, task, line: line(vm, fibers, thread), reason, number: 0 }
}

/// The line at which a thread stands; that of its task, where the loop is about to step it or has done so.
fn line(vm: &Vm, fibers: &[Fiber], thread: ThreadId) -> Option<u32> {
    let process = process_ref(vm);
    let task = process.threads.get(thread).and_then(|thread| thread.current_task_id);
    let task = task.and_then(|task| process.asyncio.tasks.get(&task).copied());
    let own = task.and_then(|task| vm.program_frames(Some(suspended(vm, task)?)).next());
    own.map_or_else(|| line_on_stack(vm, fibers, thread), |frame| vm.line_at(frame))
}

/// The line of the innermost function of the program that is on a thread's stack: between two instructions, that of the next one.
pub fn line_on_stack(vm: &Vm, fibers: &[Fiber], thread: ThreadId) -> Option<u32> {
    let fiber = fibers.get(thread.0 as usize)?;
    let own = vm.program_frames(fiber.top).next();
    let is_parked = process_ref(vm).threads.get(thread).is_some_and(|thread| thread.park.is_some());
    let is_between = fiber.is_between() && !is_parked;
    own.and_then(|frame| match own == fiber.top && is_between && !vm.stands_at_stop(frame) {
        true => next_line(vm, frame),
        false => vm.line_at(frame),
    })
}

/// How many functions of the program a thread is in.
pub fn depth(vm: &Vm, fibers: &[Fiber], thread: ThreadId) -> usize {
    let top = fibers.get(thread.0 as usize).and_then(|fiber| fiber.top);
    vm.program_frames(top).count()
}

/// The line that a frame between two instructions runs next.
fn next_line(vm: &Vm, frame: FrameId) -> Option<u32> {
    let frame = vm.frames.python(frame)?;
    Some(vm.code(frame.code).position(frame.ip).line)
}
