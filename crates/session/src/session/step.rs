//! One step of a thread: a poll of a future that borrows the session and runs the thread's stack.
//!
//! Pending means that the thread waits: some wake-up, from a deadline or from another thread, will put it into the ready queue again, or
//! it has rung its own waker to go behind the others. **The future is made for one poll and never kept**, so a session between two
//! steps is plain data.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use loopthread_protocol::{ThreadId, ThreadState};
use loopthread_vm::frame::{Body, NativeFrame};
use loopthread_vm::native::{Action, HostCall, NativeResult, Outcome, host};
use loopthread_vm::value::Value;
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::run::{Budget, Exit, Fiber};

use super::Session;
use crate::glue::{process, process_ref};
use crate::modules::thread::Joinable;
use crate::modules::{signal, sys};
use crate::process::{Course, INTERVAL_WORK};
use crate::threads::{Kind, MAIN, Park, ThreadHandle, Wait, park};

/// How a thread's step ended.
pub enum Left {
    /// It waits, or stands behind the others.
    Waiting,
    /// It has run to its end.
    Ended,
    /// The slice is over; it keeps the GIL.
    Paused,
    /// An invariant broke.
    Broken(String),
}

/// Steps the thread of a handle, with so much work left in the slice.
pub fn step(session: &mut Session, handle: &ThreadHandle, left: &mut i64) -> Left {
    let mut step = ThreadStep { session, id: handle.thread, left };
    match Pin::new(&mut step).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(left) => left,
        Poll::Pending => Left::Waiting,
    }
}

struct ThreadStep<'a> {
    session: &'a mut Session,
    id: ThreadId,
    left: &'a mut i64,
}

impl Future for ThreadStep<'_> {
    type Output = Left;

    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Left> {
        let this = &mut *self;
        if !this.resume() {
            return Poll::Pending;
        }
        loop {
            match this.run() {
                Exit::Stop { line } => {
                    let stop = this.session.at_stop(this.id, line);
                    if this.session.sees_stop(stop) {
                        return Poll::Ready(Left::Paused);
                    }
                }
                Exit::Raise { exc } => {
                    this.session.at_raise(this.id, exc);
                    return Poll::Ready(Left::Paused);
                }
                Exit::Slice => {
                    this.collect_in_tests();
                    if *this.left <= 0 || this.session.sees_record() {
                        return Poll::Ready(Left::Paused);
                    }
                }
                Exit::Collect => this.collect(),
                Exit::Switch => {
                    if this.stint_used() {
                        this.stand_behind();
                        process(&mut this.session.vm).tell_state(this.id, ThreadState::Ready);
                        return Poll::Pending;
                    }
                }
                Exit::Host(call) if call.op == park::TURN => {
                    let fiber = fiber(&mut this.session.fibers, this.id);
                    this.session.vm.answer(fiber, Outcome::Returned(Value::None));
                    this.session.at_turn(this.id);
                    return Poll::Ready(Left::Paused);
                }
                Exit::Host(call) => {
                    if !this.host_call(&call) {
                        return Poll::Pending;
                    }
                }
                Exit::Done(outcome) => {
                    this.end(outcome);
                    return Poll::Ready(Left::Ended);
                }
                Exit::Bug(message) => return Poll::Ready(Left::Broken(message)),
            }
        }
    }
}

impl ThreadStep<'_> {
    /// Takes the thread up where it stands. False if what it waits for has not come.
    fn resume(&mut self) -> bool {
        let vm = &mut self.session.vm;
        let threads = &mut process(vm).threads;
        threads.set_current(self.id);
        vm.origin_depth = threads.current().origin_depth;
        if let Some(wait) = process(vm).threads.unpark(self.id) {
            let answer = park::look(vm, self.id, &wait, false);
            if self.wait_interrupted(&wait, answer.as_ref()) {
                return true;
            }
            let vm = &mut self.session.vm;
            let Some(answer) = answer else {
                park::enlist(vm, self.id, &wait, false);
                process(vm).threads.park(self.id, wait);
                return false;
            };
            park::delist(vm, self.id, &wait);
            self.refresh_interval();
            let fiber = fiber(&mut self.session.fibers, self.id);
            self.session.vm.answer(fiber, answer);
        }
        let entry = process(&mut self.session.vm).threads.current().entry.take();
        if let Some((callee, args)) = entry {
            process(&mut self.session.vm).tell_started(self.id);
            self.refresh_interval();
            let fiber = fiber(&mut self.session.fibers, self.id);
            self.session.vm.call(fiber, callee, args);
        }
        self.session.tell_running(self.id);
        true
    }

    /// A signal that ends the wait of its receiver, or came while it waited, is acted upon before the wait's answer is given.
    fn wait_interrupted(&mut self, wait: &Wait, answer: Option<&Outcome>) -> bool {
        if !self.receives() {
            return false;
        }
        let vm = &mut self.session.vm;
        let (pending, ends_wait) = signal::pending(vm);
        let action = match answer {
            Some(Outcome::Returned(value)) if pending => signal::act(vm, *value),
            None if pending && ends_wait => signal::act_in_wait(vm, wait),
            _ => return false,
        };
        park::delist(vm, self.id, wait);
        self.refresh_interval();
        let vm = &mut self.session.vm;
        let fiber = fiber(&mut self.session.fibers, self.id);
        vm.answer_action(fiber, action);
        self.session.tell_running(self.id);
        true
    }

    /// Whether a signal has come for this thread.
    fn receives(&mut self) -> bool {
        let signals = &process(&mut self.session.vm).signals;
        signals.pending && signals.receiver == Some(self.id)
    }

    /// Whether a signal waits for the thread to come to its next instruction. There it is acted upon.
    fn settles(&mut self) -> bool {
        if !self.receives() {
            return false;
        }
        let fiber = fiber(&mut self.session.fibers, self.id);
        // A stop is no place that the program has without somebody who looks on.
        if !self.session.vm.stands(fiber) || self.session.vm.is_at_stop() {
            return true;
        }
        let action = signal::act(&mut self.session.vm, Value::None);
        self.session.vm.insert(fiber, action);
        false
    }

    fn run(&mut self) -> Exit {
        let settles = self.settles();
        let thread = process(&mut self.session.vm).threads.current();
        let until_switch = thread.interval.min(thread.stint);
        let every = self.session.collect_every.map_or(i64::MAX, |every| every as i64);
        let slice = match (*self.left).min(every).min(self.session.watch.most_work()) {
            _ if settles => 0,
            // Used up, but where a slice does not end.
            0 => -1,
            slice => slice,
        };
        let mut budget = Budget { slice, interval: until_switch };
        self.session.vm.pass_stop();
        let fiber = fiber(&mut self.session.fibers, self.id);
        let exit = loopthread_engine::run(&mut self.session.vm, fiber, &mut budget);
        // Every exit costs something, or threads could hand each other on for ever; but what only looks on costs nothing.
        let costs = match &exit {
            Exit::Stop { .. } => false,
            Exit::Slice => settles,
            Exit::Host(call) => call.op != park::TURN,
            _ => true,
        };
        let done = until_switch - budget.interval;
        *self.left -= done + i64::from(costs);
        let thread = process(&mut self.session.vm).threads.current();
        thread.interval -= done;
        thread.stint -= done;
        exit
    }

    fn collect_in_tests(&mut self) {
        if self.session.collect_every.is_some() {
            self.session.collect(false);
        }
    }

    /// The program has made so much that a collection is due; what it ends says so on this thread.
    fn collect(&mut self) {
        if let Some(action) = self.session.collect(true) {
            let fiber = fiber(&mut self.session.fibers, self.id);
            self.session.vm.insert(fiber, Ok(action));
        }
    }

    /// Lets the machine look at all stacks for who is dead.
    fn look(&mut self, look: impl FnOnce(&mut Vm, &[&Fiber]) -> NativeResult) -> bool {
        let fibers: Vec<&Fiber> = self.session.fibers.iter().collect();
        let action = look(&mut self.session.vm, &fibers);
        let fiber = fiber(&mut self.session.fibers, self.id);
        self.session.vm.answer_action(fiber, action);
        true
    }

    fn refresh_interval(&mut self) {
        let threads = &mut process(&mut self.session.vm).threads;
        threads.current().interval = INTERVAL_WORK;
        threads.begin_stint();
    }

    /// The switch interval is used up: time passes. Or only the seed's part of it, which takes no time, so that the clock
    /// goes on alike with each seed. Whether another thread wants the GIL. **None gets it in the midst of an import**, so none sees a
    /// module half made: where CPython has a lock for each module, the others would only wait for it.
    fn stint_used(&mut self) -> bool {
        let vm = &mut self.session.vm;
        let top = fiber(&mut self.session.fibers, self.id).top;
        let innermost = vm.frames.chain(top).find_map(|id| vm.frames.python(id));
        let in_library = innermost.is_some_and(|frame| vm.code(frame.code).library);
        let process = process(vm);
        if in_library && process.threads.current().interval > 0 && process.threads.leaves_library() {
            return false;
        }
        if process.threads.current().interval <= 0 {
            process.threads.current().interval = INTERVAL_WORK;
            process.clock.interval_used();
        }
        process.threads.begin_stint();
        let end_time = process.clock.due();
        process.threads.schedule(|scheduler, facts| {
            scheduler.clear_cancelled(facts);
            // Whose deadline has come goes first, and then who stood in line behind this thread.
            scheduler.begin_turn(end_time, facts);
        });
        process.threads.any_ready() && !self.is_importing()
    }

    /// Whether the thread is in the midst of an import.
    fn is_importing(&mut self) -> bool {
        let top = fiber(&mut self.session.fibers, self.id).top;
        let frames = &self.session.vm.frames;
        frames.chain(top).any(|id| matches!(&frames.get(id).body, Body::Native(NativeFrame::Import(_))))
    }

    /// The thread wants the GIL again, after the others. It may have waited since its turn came, so its handle is
    /// not the one that it was stepped by: that is why the context's waker is of no use.
    fn stand_behind(&self) {
        let threads = &process_ref(&self.session.vm).threads;
        if let Some(handle) = threads.handle(self.id) {
            threads.scheduler.queue().waker(&handle).wake();
        }
    }

    /// Does what the machine asks for. False if the thread must wait.
    fn host_call(&mut self, call: &HostCall) -> bool {
        match call.op {
            host::BURY => return self.look(loopthread_engine::bury),
            host::COLLECT => return self.look(Vm::end_circles),
            host::END => {
                return self
                    .look(|vm, fibers| vm.end_all(fibers, [call.args[0], call.args[1], call.args[2]]));
            }
            host::SWEEP => {
                return self.look(|vm, fibers| {
                    vm.collect(fibers, false);
                    Ok(Action::Return(Value::None))
                });
            }
            host::WEAK_REFERENCES => return self.look(|vm, fibers| vm.weak_references(fibers, call.args[0])),
            _ => {}
        }
        let vm = &mut self.session.vm;
        let answer = match call.op {
            host::WRITE => Outcome::Returned(sys::write_output(vm, call)),
            op => {
                if op == host::INPUT {
                    sys::write_prompt(vm, call);
                }
                match self.wait(call) {
                    Some(answer) => answer,
                    None => return false,
                }
            }
        };
        let fiber = fiber(&mut self.session.fibers, self.id);
        self.session.vm.answer(fiber, answer);
        true
    }

    /// Begins a wait; the answer if it is over at once.
    fn wait(&mut self, call: &HostCall) -> Option<Outcome> {
        let vm = &mut self.session.vm;
        let Some(wait) = park::wait_of(vm, call) else {
            return Some(Outcome::Returned(Value::None));
        };
        if let Some(answer) = park::look(vm, self.id, &wait, true) {
            return Some(answer);
        }
        let fiber = fiber(&mut self.session.fibers, self.id);
        let (line, call) = (line_of(vm, fiber), library_call(vm, fiber));
        park::enlist(vm, self.id, &wait, true);
        let state = park::state(vm, self.id, &wait, line, call);
        process(vm).threads.park(self.id, wait);
        process(vm).tell_state(self.id, state);
        None
    }

    fn end(&mut self, outcome: Outcome) {
        let vm = &mut self.session.vm;
        let handle = process(vm).threads.current().handle;
        if let Some(handle) = vm.host_mut::<Joinable>(handle) {
            handle.done = true;
        }
        let is_handle = |park: &Park| matches!(park, Park::Join(joined) if joined.is(handle));
        process(vm).wake_where(is_handle);
        if self.id == MAIN {
            let code = match outcome {
                Outcome::Returned(code) => vm.small_int(code).unwrap_or(0) as i32,
                _ => 1,
            };
            process(vm).course = Course::Ended(code);
            self.session.end_threads(|thread| thread.kind == Kind::Program);
        } else {
            self.session.end_thread(self.id);
        }
        *fiber(&mut self.session.fibers, self.id) = Fiber::default();
    }
}

/// A thread's stack, made when it is first needed.
fn fiber(fibers: &mut Vec<Fiber>, id: ThreadId) -> &mut Fiber {
    let at = id.0 as usize;
    if fibers.len() <= at {
        fibers.resize_with(at + 1, Fiber::default);
    }
    &mut fibers[at]
}

/// The line of the learner's file at which a thread stands.
fn line_of(vm: &Vm, fiber: &Fiber) -> Option<u32> {
    vm.program_frames(fiber.top).next().and_then(|frame| vm.line_at(frame))
}

/// The function of the library that a thread is in: the one that the learner's code called, or, in a thread that only runs the
/// library's, the outermost that has a public name, `run` aside.
fn library_call(vm: &Vm, fiber: &Fiber) -> Option<String> {
    let (mut outermost, mut public) = (None, None);
    for id in vm.frames.chain(fiber.top) {
        let Some(frame) = vm.frames.python(id) else { continue };
        let code = vm.code(frame.code);
        if !code.library {
            return outermost;
        }
        let name = vm.text(code.qualname);
        if !name.split('.').any(|part| part.starts_with('_') || part == "run") {
            public = Some(name.to_owned());
        }
        outermost = Some(name.to_owned());
    }
    public
}
