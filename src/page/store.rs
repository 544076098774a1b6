//! The store: the one state of the page, who may change it, and who does what it asks for.
//!
//! An action changes the state at once; the components are told once a frame, however many events came. Effects become
//! requests of the process, and their answers actions again.

use std::{
    cell::{Cell, OnceCell, Ref, RefCell},
    rc::Rc,
};

use futures::future::{FutureExt, LocalBoxFuture};
use loopthread_protocol::{Command, Failure, Outcome, Reply, Target};
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Properties};

use super::{
    address::{self, Asked},
    examples::{self, EXAMPLES},
    framed,
    loop_thread::LoopThread,
    opening::Opening,
    process::{Heard, Process, Surroundings, Wire},
    saved,
    state::{
        About, Action, Effect, State,
        control::Steer,
        open::{Share, embedding},
    },
};
use crate::dom::{
    around,
    link::{Link, News},
    time,
};

#[derive(Clone)]
pub struct Store(Rc<Inner>);

/// What every part of the page is given: the store, and a number that changes when the state did.
#[derive(Clone, PartialEq, Properties)]
pub struct Part {
    pub store: Store,
    pub frame: u32,
}

struct Inner {
    state: RefCell<State>,
    process: OnceCell<Process>,
    redraw: Callback<()>,
    /// A frame has been asked for.
    drawing: Cell<bool>,
    /// The state that the page around was told of last; nothing where there is no such page.
    told: Option<Cell<&'static str>>,
}

impl PartialEq for Store {
    fn eq(&self, other: &Store) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// Starts the worker and opens the program that this visit is for; `redraw` is called before a frame in which the
    /// state is new.
    pub fn open(redraw: Callback<()>) -> Store {
        let state = RefCell::new(State::new());
        let framed = around::framed();
        let opening = around::opening().map(|text| Opening::read(&text, framed));
        let told = framed.then(|| Cell::new(""));
        let inner = Inner { state, process: OnceCell::new(), redraw, drawing: Cell::new(false), told };
        let store = Store(Rc::new(inner));
        let hearing = store.clone();
        let process = Process::new(Browser, move |heard| {
            hearing.send(match heard {
                Heard::Events(events) => Action::Heard { events, now: time::now() },
                Heard::Loading(part) => Action::Loading(part),
                Heard::Lost(words) => Action::Lost { words },
            });
        });
        // Set once, here.
        let _ = store.0.process.set(process);
        store.send(Action::Recall(saved::history()));
        store.send(Action::Keep(saved::load()));
        store.send(Action::KeepSizes(saved::sizes()));
        store.send(Action::Steer(Steer::Keep(saved::breakpoints())));
        if let Some(opening) = opening {
            store.send(Action::Open(Box::new(opening)));
        } else if !store.open_address() {
            store.open_saved();
        }
        framed::obey(store.clone());
        store
    }

    pub fn read(&self) -> Ref<'_, State> {
        self.0.state.borrow()
    }

    /// Applies the action and has its effects done.
    pub fn send(&self, action: Action) {
        if self.0.told.is_some() {
            framed::tell_before(&action);
        }
        let effects = self.0.state.borrow_mut().apply(action);
        for effect in effects {
            self.perform(effect);
        }
        if let Some(told) = &self.0.told {
            let mut name = told.get();
            framed::tell_after(&self.read(), &mut name);
            told.set(name);
        }
        self.redraw();
    }

    /// Has the page drawn in the next frame.
    pub fn redraw(&self) {
        if !self.0.drawing.replace(true) {
            let store = self.clone();
            time::on_frame(move || {
                store.0.drawing.set(false);
                store.0.redraw.emit(());
            });
        }
    }

    /// A callback that sends an action.
    pub fn on<E>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let store = self.clone();
        Callback::from(move |event| store.send(action(event)))
    }

    /// Opens what the address asks for, or says why it cannot; false when it asks for nothing.
    pub fn open_address(&self) -> bool {
        let (search, hash) = saved::address();
        match address::asked(&search, &hash) {
            Some(Asked::Code(source)) => {
                self.send(Action::OpenCode(source));
                true
            }
            Some(Asked::Example(example)) => {
                self.send(Action::OpenExample(example));
                true
            }
            Some(Asked::Broken(words)) => {
                self.send(Action::Broken(words));
                true
            }
            None => false,
        }
    }

    fn open_saved(&self) {
        let shown = saved::shown().unwrap_or_default();
        let own = shown.parse().ok().filter(|index| *index < self.read().own.list().len());
        if let Some(index) = own {
            self.send(Action::OpenOwn(index));
        } else if let Some(example) = examples::by_slug(&shown).or(EXAMPLES.first()) {
            self.send(Action::OpenExample(example));
        }
    }

    fn perform(&self, effect: Effect) {
        if effect == Effect::Save {
            let state = self.read();
            saved::save(&state.own, state.example.map(|example| example.slug));
            return;
        }
        if effect == Effect::SaveBreakpoints {
            saved::save_breakpoints(&self.read().kept_breakpoints());
            return;
        }
        if effect == Effect::SaveHistory {
            saved::save_history(&self.read().history);
            return;
        }
        if let Effect::Share(share) = effect {
            let opening = self.read().opening();
            let text = if share == Share::Embedding { embedding(&opening) } else { opening.write() };
            around::tell(share.name(), &text, "");
            return;
        }
        if effect == Effect::SaveSizes {
            saved::save_sizes(&self.read().sizes);
            return;
        }
        let Some(process) = self.0.process.get() else { return };
        let ask = self.read().asks;
        let thread = |target| LoopThread::new(process, target);
        match effect {
            Effect::Save
            | Effect::SaveBreakpoints
            | Effect::SaveHistory
            | Effect::SaveSizes
            | Effect::Share(_) => {}
            Effect::Run(program) => self.answer(About::Run, process.begin(program).boxed_local()),
            Effect::Debug(program) => {
                self.answer(About::Run, process.request(Command::Debug(program)).boxed_local());
            }
            Effect::Steer(command) => self.answer(About::Steer, process.request(command).boxed_local()),
            Effect::Look(look) => {
                self.answer(About::Look, process.request(Command::Look(look)).boxed_local());
            }
            Effect::Inspect => {
                self.answer(About::Inspect, process.request(Command::Inspect).boxed_local());
            }
            Effect::Explore { program, runs, asked } => {
                let answer = process.request(Command::Explore { program, runs });
                self.answer(About::Explore(asked), answer.boxed_local());
            }
            Effect::Check { source, edits } => {
                self.answer(About::Check(edits), process.check(source).boxed_local())
            }
            Effect::Halt => {
                let (store, process) = (self.clone(), process.clone());
                spawn_local(async move {
                    let by_force = process.halt().await;
                    store.send(Action::Halted { by_force });
                });
            }
            Effect::Call(target, source) => {
                let result = thread(target).run(source);
                let answer = result.map(|value| value.map(|repr| Reply::Value { repr }));
                self.answer(About::Call(ask), answer.boxed_local());
            }
            Effect::Spawn(target, source) => {
                let result = thread(target).spawn(source);
                let answer = result.map(|task| task.map(|task| Reply::Task(task.task)));
                self.answer(About::Spawn(ask), answer.boxed_local());
            }
            Effect::Complete(before) => {
                let (store, text) = (self.clone(), before.clone());
                let answer = process.request(Command::Complete { text });
                spawn_local(async move {
                    let outcome = answer.await;
                    store.send(Action::Completed { before, outcome });
                });
            }
            Effect::Cancel(task) => {
                let thread = thread(Target::Page);
                self.answer(About::Cancel, async move { done(thread.cancel(task).await) }.boxed_local());
            }
            Effect::Input(line) => {
                self.answer(About::Input, process.request(Command::Input { line }).boxed_local());
            }
            Effect::Interrupt => {
                self.answer(About::Interrupt, process.request(Command::Interrupt).boxed_local());
            }
            Effect::StopThread(target) => {
                let thread = thread(target);
                self.answer(About::StopThread, async move { done(thread.stop().await) }.boxed_local());
            }
        }
    }

    /// Boxed, so that this is compiled once.
    fn answer(&self, about: About, answer: LocalBoxFuture<'static, Outcome>) {
        let (store, run) = (self.clone(), self.read().runs);
        spawn_local(async move {
            let outcome = answer.await;
            store.send(Action::Answered { about, run, outcome });
        });
    }
}

fn done(result: Result<(), Failure>) -> Outcome {
    result.map(|()| Reply::Done)
}

/// The browser, as a process needs it.
struct Browser;

impl Wire for Link {
    fn send(&self, frame: Vec<u8>) {
        Link::send(self, frame);
    }
}

impl Surroundings for Browser {
    fn connect(&self, hear: Box<dyn FnMut(News)>) -> Result<Box<dyn Wire>, String> {
        Ok(Box::new(Link::start(hear)?))
    }

    fn sleep(&self, ms: u32) -> LocalBoxFuture<'static, ()> {
        time::sleep(ms).boxed_local()
    }
}
