//! The page's state: one plain reducer over what the worker tells and what the learner does.
//!
//! `apply` changes the state and returns the effects that somebody else has to perform, so every rule of the page can
//! be tested without a browser. From the moment Run is pressed until the new process says that it started, what
//! still comes from the one before is ignored. Deliberately absent: futures, the document, time.

use loopthread_protocol::{
    Diagnostic, Event, Failure, Nanos, Outcome, Program, Reply, SOURCE_BYTES, State as Phase, Status, Target,
};

pub use self::action::{About, Action, Effect};
use self::{
    console::Completion,
    control::{Clock, Control},
    inspector::Inspector,
    log::{Kind, Log},
    own::Programs,
    past::Past,
    roster::Roster,
    schedules::Schedules,
    sizes::Sizes,
};
use super::{examples::Example, opening::View, timeline::Timeline, typing::History, words};

mod action;
pub mod console;
pub mod control;
pub mod inspector;
pub mod log;
pub mod open;
pub mod own;
pub mod past;
pub mod roster;
pub mod schedules;
pub mod sizes;
#[cfg(test)]
mod tests;

/// The name of the learner's program in tracebacks.
pub const FILE_NAME: &str = "main.py";
/// How much of a result is shown; a longer repr is cut, and says so.
const RESULT_CHARS: usize = 20_000;

pub struct State {
    /// The program as the editor has it.
    pub source: String,
    /// What Reset restores.
    pub original: String,
    /// The example that `original` is, if it is one.
    pub example: Option<&'static Example>,
    /// What the learner has made, here and on earlier visits.
    pub own: Programs,
    /// Counts the texts that were put into the editor from outside it.
    pub opened: u32,
    pub clock: Clock,
    pub control: Control,
    pub past: Past,
    pub inspector: Inspector,
    pub schedules: Schedules,
    pub sizes: Sizes,
    /// What the console was asked, here and on earlier visits.
    pub history: History,
    pub completion: Option<Completion>,
    /// Counts what the console was asked.
    pub asks: u32,
    /// Where the program's threads take turns: 0 is CPython's usual order.
    pub seed: u64,
    /// Programs run in CPython's development mode.
    pub dev: bool,
    pub view: View,
    /// How much of the worker was fetched, in hundredths, while that is not all.
    loading: Option<u8>,
    /// The moment of the next run that a link leads to, and of this run, while it was not come to.
    wanted: Option<u64>,
    goal: Option<u64>,
    /// The thread that Call, Spawn and Stop thread are for.
    pub target: Target,
    pub status: Status,
    /// Run was pressed while a process is alive: the page asks whether to stop it.
    pub offer: bool,
    /// A halt is under way.
    pub halting: bool,
    /// What is to be said of what was opened or copied.
    pub notice: Option<String>,
    /// The program as it was last run was not started, for an error in its text.
    pub refused: bool,
    /// The program that ran last.
    pub ran: String,
    /// Nothing in the process will wake any thread; who waits for what.
    pub stuck: Option<String>,
    /// That has been told of this run.
    stuck_told: bool,
    pub diagnostics: Vec<Diagnostic>,
    pub log: Log,
    pub roster: Roster,
    pub timeline: Timeline,
    /// The latest time of the process clock that an event named, and when it came by the page's clock, in ms.
    pub latest: (Nanos, f64),
    /// Counts the runs that were asked for, so that an answer to a question about an earlier one is not shown.
    pub runs: u32,
    /// Runs that were asked for and have not said that they started.
    starting: u32,
    /// Counts edits, so that an answer to an earlier check is not shown.
    edits: u32,
}

impl State {
    pub fn new() -> State {
        State {
            source: String::new(),
            original: String::new(),
            example: None,
            own: Programs::default(),
            opened: 0,
            clock: Clock::Real,
            control: Control::default(),
            past: Past::default(),
            inspector: Inspector::default(),
            schedules: Schedules::default(),
            sizes: Sizes::default(),
            history: History::default(),
            completion: None,
            asks: 0,
            seed: 0,
            dev: false,
            view: View::default(),
            wanted: None,
            goal: None,
            loading: None,
            target: Target::Page,
            status: status(Phase::Idle),
            offer: false,
            halting: false,
            notice: None,
            refused: false,
            ran: String::new(),
            stuck: None,
            stuck_told: false,
            diagnostics: Vec::new(),
            log: Log::new(),
            roster: Roster::default(),
            timeline: Timeline::new(),
            latest: (0, 0.0),
            runs: 0,
            starting: 0,
            edits: 0,
        }
    }

    /// Something goes on that can be stopped: a program, or what the console asked.
    pub fn alive(&self) -> bool {
        matches!(self.status.state, Phase::Running | Phase::Waiting | Phase::Paused(_))
    }

    /// A run was asked for, and has not said that it started.
    pub fn starts(&self) -> bool {
        self.starting > 0
    }

    /// The main thread runs, or waits for the others at its end: it can hear of Ctrl+C.
    pub fn interruptible(&self) -> bool {
        self.alive() && !self.halting
    }

    /// A program has not ended. What only the console asked ends without a question when a program is run.
    fn program_alive(&self) -> bool {
        self.alive() && !(self.status.main_ended && self.status.alive == 0)
    }

    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Keep(programs) => {
                self.own = programs;
                vec![]
            }
            Action::Open(opening) => self.open(*opening),
            Action::OpenCode(source) => {
                self.open_code(source);
                vec![]
            }
            Action::OpenExample(example) => {
                self.open_example(example);
                vec![]
            }
            Action::OpenOwn(index) => {
                self.open_own(index);
                vec![]
            }
            Action::Broken(words) => {
                self.open_broken(&words);
                vec![]
            }
            Action::Share(share) => vec![Effect::Share(share)],
            Action::Say(words) => {
                self.notice = Some(words);
                vec![]
            }
            Action::Dismiss => {
                self.notice = None;
                vec![]
            }
            Action::ChooseExample(example) => {
                self.open_example(example);
                vec![Effect::Save]
            }
            Action::ChooseOwn(index) => {
                self.open_own(index);
                vec![Effect::Save]
            }
            Action::Edit(source) => {
                let example = self.own.edit(&source, self.example);
                if example != self.example {
                    // An undo, past where something else was opened.
                    self.original =
                        example.map_or_else(|| source.clone(), |example| example.source.to_owned());
                    self.example = example;
                }
                self.source = source;
                self.edited();
                if self.control.breakpoints().is_empty() {
                    vec![Effect::Save]
                } else {
                    vec![Effect::Save, Effect::SaveBreakpoints]
                }
            }
            Action::Rest if self.source.len() > SOURCE_BYTES => vec![],
            Action::Rest => vec![Effect::Check { source: self.source.clone(), edits: self.edits }],
            Action::Reset => {
                self.own.leave(&self.source, self.example);
                self.put(self.original.clone(), self.example);
                self.log.clear();
                vec![Effect::Save]
            }
            Action::ChooseClock(clock) => {
                self.clock = clock;
                self.tell_speed()
            }
            Action::ChooseDev(dev) => {
                self.dev = dev;
                vec![]
            }
            Action::Recall(history) => {
                self.history = history;
                vec![]
            }
            Action::Complete(before) => self.complete(before),
            Action::Completed { before, outcome } => {
                self.completed(before, outcome);
                vec![]
            }
            Action::ChooseSeed(seed) => {
                self.seed = seed;
                vec![]
            }
            Action::Try(what) => self.try_schedules(what),
            Action::ChooseTarget(target) => {
                self.target = target;
                vec![]
            }
            // Pressed once more before anything of it could be seen: nothing else was meant.
            Action::Run if self.starting > 0 => vec![],
            Action::Run if self.program_alive() && !self.offer => {
                self.offer = true;
                vec![]
            }
            Action::Run => self.begin(Effect::Run),
            Action::Steer(steer) => self.steer(steer),
            Action::GoTo(mark) => self.go_to(mark),
            Action::Offered { accepted } => {
                let asked = std::mem::take(&mut self.offer);
                if asked && accepted { self.begin(Effect::Run) } else { vec![] }
            }
            Action::Halt if self.schedules.going && !self.alive() => self.stop_trying(),
            Action::Halt => {
                self.offer = false;
                if std::mem::replace(&mut self.halting, true) { vec![] } else { vec![Effect::Halt] }
            }
            Action::Interrupt if !self.interruptible() => vec![],
            Action::Interrupt => {
                self.log.typed("^C", self.latest.0);
                vec![Effect::Interrupt]
            }
            Action::Halted { by_force } => {
                self.halting = false;
                if by_force {
                    self.log.note("The worker did not answer and was replaced. The program's state is gone.");
                    self.ended(Phase::Stopped { limit: None });
                }
                vec![]
            }
            Action::Call(source) => self.ask(&source, Effect::Call),
            Action::Spawn(source) => self.ask(&source, Effect::Spawn),
            Action::Cancel(task) => self.ask_now(Effect::Cancel(task)),
            Action::StopThread => self.ask_now(Effect::StopThread(self.target)),
            Action::Input(line) => {
                self.log.typed(line.as_deref().unwrap_or("end of input"), self.latest.0);
                vec![Effect::Input(line)]
            }
            Action::Answered { about: About::Look, run, outcome } if run == self.runs => {
                self.looked(&outcome)
            }
            Action::Answered { about: About::Inspect, run, outcome } if run == self.runs => {
                self.inspected(&outcome)
            }
            Action::Answered { about: About::Explore(asked), outcome, .. } => {
                self.has_explored(asked, &outcome);
                vec![]
            }
            Action::OpenInspector(open) => self.open_inspector(open),
            Action::ShowLine(line) => {
                self.past.show_line(line);
                vec![]
            }
            Action::Resize(split, to) => {
                self.sizes.set(split, to);
                vec![Effect::SaveSizes]
            }
            Action::KeepSizes(sizes) => {
                self.sizes = sizes;
                vec![]
            }
            Action::Answered { about, run, outcome } => {
                self.answered(about, run, outcome);
                vec![]
            }
            Action::Heard { events, now } => {
                self.hear(events, now);
                let mut effects = self.arrive();
                effects.extend(self.inspect());
                effects
            }
            Action::Loading(part) => {
                self.loading = (part < 1.0).then_some((part * 100.0) as u8);
                vec![]
            }
            Action::Lost { words } => {
                self.loading = None;
                let words = words.trim_end();
                self.log.note(&format!("The worker crashed: {words}. Run starts a new one."));
                self.halting = false;
                self.ended(Phase::Failed { exit_code: 1 });
                vec![]
            }
        }
    }

    /// Puts a text into the editor. Reset restores the example's, or this one if it has none.
    fn put(&mut self, source: String, example: Option<&'static Example>) {
        self.original = example.map_or_else(|| source.clone(), |example| example.source.to_owned());
        self.control.put(&self.source, &source);
        (self.source, self.example) = (source, example);
        self.opened += 1;
        self.notice = None;
        self.edited();
    }

    fn edited(&mut self) {
        self.edits += 1;
        if self.source == self.ran {
            // The text that runs is there again.
            self.control.ran = self.edits;
        }
        self.wanted = None;
        self.diagnostics.clear();
    }

    fn begin(&mut self, effect: fn(Program) -> Effect) -> Vec<Effect> {
        self.offer = false;
        if self.source.len() > SOURCE_BYTES {
            self.refuse_length();
            return vec![];
        }
        self.runs += 1;
        self.starting += 1;
        self.notice = None;
        self.diagnostics.clear();
        self.log.clear();
        self.forget_run();
        self.goal = self.wanted.take();
        self.status = status(Phase::Running);
        self.ran.clone_from(&self.source);
        let program = self.program();
        let mut effects = self.tell_before_run();
        effects.push(effect(program));
        effects
    }

    fn refuse_length(&mut self) {
        let words = format!("The program is too long: {} bytes, at most {SOURCE_BYTES}.", self.source.len());
        self.log.note(&words);
    }

    /// Another process begins: what is known of the one before is about other threads and tasks.
    fn forget_run(&mut self) {
        (self.refused, self.stuck, self.stuck_told) = (false, None, false);
        self.roster = Roster::default();
        self.timeline = Timeline::new();
        self.target = Target::Page;
        self.control.forget_run();
        self.past = Past::default();
        self.inspector.forget_run();
        self.goal = None;
        self.latest = (0, self.latest.1);
    }

    fn answered(&mut self, about: About, run: u32, outcome: Outcome) {
        if let About::Check(edits) = about {
            if let Ok(Reply::Checked(found)) = outcome
                && edits == self.edits
            {
                self.diagnostics = found;
            }
            return;
        }
        if about == About::Steer {
            self.control.answered();
        }
        // The output is another program's by now.
        if run != self.runs {
            return;
        }
        if about == About::Run && outcome.is_err() && self.starting > 0 {
            self.starting -= 1;
            self.status = status(Phase::Failed { exit_code: 1 });
        }
        let (kind, text) = match outcome {
            Ok(Reply::Value { repr: Some(repr) }) => (Kind::Result, words::cut(&repr, RESULT_CHARS)),
            Ok(Reply::Task(task)) => (Kind::Result, format!("started {}", self.roster.task_name(task))),
            Ok(_) => return,
            // The process that was asked is gone, and the status says so.
            Err(Failure::Halted) if !matches!(about, About::Call(_)) => return,
            Err(Failure::Halted) => (Kind::Error, "stopped before there was an answer".to_owned()),
            Err(Failure::Raised { traceback }) => (Kind::Error, words::cut(&traceback, RESULT_CHARS)),
            Err(Failure::Refused { message }) => (Kind::Error, message),
        };
        let (at, thread) = (self.latest.0, self.target_name());
        let ask = if let About::Call(ask) | About::Spawn(ask) = about { ask } else { 0 };
        self.log.say_of(ask, kind, &text, at, &thread);
    }

    fn hear(&mut self, events: Vec<Event>, now: f64) {
        for event in events {
            match event {
                Event::Started { program: true, .. } => {
                    self.starting = self.starting.saturating_sub(1);
                    self.latest = (0, now);
                }
                // Answers reach those who asked, and a crash comes as the worker's loss.
                Event::Answer(_) | Event::Crash { .. } => {}
                Event::Explored { done, groups, .. } => self.explored(done, groups),
                Event::Unfetched { file } => {
                    self.log.note(&words::unfetched(&file));
                    self.halting = false;
                    self.ended(Phase::Failed { exit_code: 1 });
                }
                _ if self.starting > 0 => {}
                Event::Started { program: false, .. } => {
                    self.log.note(words::FRESH);
                    self.forget_run();
                }
                Event::Output(output) => {
                    self.latest = (self.latest.0.max(output.at), now);
                    let thread = self.roster.thread_name(output.thread);
                    let task = output.task.map(|task| self.roster.task_name(task));
                    self.log.write(&output, thread, task);
                }
                Event::Dropped { lines, bytes } => self.log.dropped(lines, bytes),
                Event::Status(status) => {
                    if self.paused().is_some() {
                        // No time has passed in between.
                        self.latest.1 = now;
                    }
                    self.heard_status(status);
                }
                Event::Stuck(waits) => {
                    let told = words::stuck(&waits);
                    if !std::mem::replace(&mut self.stuck_told, true) {
                        self.log.note(&told);
                    }
                    self.stuck = Some(told);
                }
                Event::Diagnostics(found) => {
                    self.refused = !found.is_empty();
                    self.diagnostics = found;
                }
                Event::Trace { first, records } => {
                    self.timeline.number(first);
                    for record in records {
                        self.latest = (self.latest.0.max(record.at), now);
                        self.roster.apply(&record);
                        self.timeline.push(&record);
                    }
                    self.keep_target();
                }
                Event::TraceDropped { records } => {
                    self.timeline.dropped(records);
                }
            }
        }
    }

    /// The text of the status.
    pub fn status_text(&self) -> String {
        if let Some(percent) = self.loading
            && (self.starting > 0 || self.status.state == Phase::Idle)
        {
            return format!("loading Python: {percent} %");
        }
        if let Some(moment) = self.past.moment() {
            return self.past_text(moment);
        }
        if let Some(paused) = self.paused() {
            return self.paused_text(paused);
        }
        let text = words::status(&self.status);
        if self.stuck.is_some() { format!("{text}, nothing can wake it") } else { text }
    }

    fn heard_status(&mut self, status: Status) {
        if let Phase::Stopped { limit: Some(limit) } = status.state {
            self.log.note(words::limit(limit));
        }
        self.status = status;
        if self.status.state != Phase::Waiting {
            self.stuck = None;
        }
        if !self.program_alive() {
            self.offer = false;
        }
        if !self.alive() {
            self.timeline.close(self.latest.0);
            if self.refused {
                // What the process did before it found the error is nothing to see.
                self.timeline = Timeline::new();
                self.latest.0 = 0;
            }
        }
        if matches!(self.status.state, Phase::Stopped { .. }) {
            self.forget_process();
        }
    }

    /// The process is gone, whatever its last state was.
    fn ended(&mut self, phase: Phase) {
        self.starting = 0;
        self.offer = false;
        self.control.forget_worker();
        if self.alive() {
            self.status = status(phase);
        }
        self.timeline.close(self.latest.0);
        self.forget_process();
    }

    fn forget_process(&mut self) {
        self.stuck = None;
        self.roster.end();
        self.target = Target::Page;
    }

    /// Who can no longer be talked to or followed is not left chosen.
    fn keep_target(&mut self) {
        self.control.follow = self.control.follow.filter(|whom| !self.roster.has_ended(*whom));
        if let Target::Thread(thread) = self.target
            && !self.roster.loop_threads().any(|(id, _)| id == thread)
        {
            self.target = Target::Page;
        }
    }

    fn target_name(&self) -> String {
        match self.target {
            Target::Page => roster::PAGE.to_owned(),
            Target::Thread(thread) => self.roster.thread_name(thread).to_string(),
        }
    }
}

impl Default for State {
    fn default() -> Self {
        State::new()
    }
}

fn status(state: Phase) -> Status {
    Status { state, main_ended: false, alive: 0, asking: false }
}
