//! Steering a run: pause, step, breakpoints, the speed of time, and what of it can be done at the moment.
//!
//! The worker is told what differs from what it knows, so a page that steers nothing sends nothing. **Breakpoints are lines of the
//! text that runs**: once the editor's has another one, they hold from the next run on.

use loopthread_protocol::{
    Breakpoint, ClockMode, Command, Follow, Look, Nanos, Paused, Reason, State as Phase, Step, ThreadId,
};

use super::{Effect, State};
use crate::page::words;

/// How the time of a program goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// By itself, as fast as the learner has it.
    Real,
    /// When the learner says so.
    Manual,
    /// No wait takes any.
    Instant,
}

impl Clock {
    pub const ALL: [Clock; 3] = [Clock::Real, Clock::Manual, Clock::Instant];

    pub fn name(self) -> &'static str {
        match self {
            Clock::Real => "Real time",
            Clock::Manual => "Manual",
            Clock::Instant => "Instant",
        }
    }

    pub fn slug(self) -> &'static str {
        match self {
            Clock::Real => "real",
            Clock::Manual => "manual",
            Clock::Instant => "instant",
        }
    }

    pub fn mode(self) -> ClockMode {
        match self {
            Clock::Real | Clock::Manual => ClockMode::Real,
            Clock::Instant => ClockMode::Instant,
        }
    }
}

/// The speeds that can be chosen, in hundredths, and their names.
pub const SPEEDS: [(u32, &str); 10] = [
    (1, "1/100 of real time"),
    (2, "1/50 of real time"),
    (5, "1/20 of real time"),
    (10, "1/10 of real time"),
    (20, "1/5 of real time"),
    (50, "half of real time"),
    (REAL, "real time"),
    (200, "2 times real time"),
    (500, "5 times real time"),
    (1000, "10 times real time"),
];
const REAL: u32 = 100;

/// The main thread is the first of its process.
const MAIN: ThreadId = ThreadId(0);
/// The longest text of an error in the status.
const ERROR_CHARS: usize = 120;

/// What the learner does to steer.
#[derive(Clone, Debug, PartialEq)]
pub enum Steer {
    Pause,
    Resume,
    /// To the next line, of a program that does not run: to its first.
    Step(Step),
    /// The other way.
    Back(Step),
    /// To another moment.
    Look(Look),
    /// These and no others, by line.
    Breakpoints(Vec<Breakpoint>),
    /// Whether to pause where an exception is raised.
    Exceptions(bool),
    /// A place in [`SPEEDS`].
    Speed(usize),
    /// Moves the time, by as much as was chosen.
    Advance,
    /// How far, from now on; nothing: to the next timer.
    AdvanceBy(Option<Nanos>),
    /// Whom steps follow; nothing: the thread at which it is paused.
    Follow(Option<Follow>),
    /// The breakpoints that the browser has kept.
    Keep(Kept),
}

/// Breakpoints, and the text that they are in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// A number that the text has.
    pub text: u32,
    pub lines: Vec<Breakpoint>,
}

/// What the worker has to know.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    lines: Vec<Breakpoint>,
    exceptions: bool,
    percent: u32,
}

impl Known {
    const NOTHING: Known = Known { lines: Vec::new(), exceptions: false, percent: REAL };
}

pub struct Control {
    lines: Vec<Breakpoint>,
    pub exceptions: bool,
    /// A place in [`SPEEDS`].
    pub speed: usize,
    pub advance_by: Option<Nanos>,
    pub follow: Option<Follow>,
    /// What the worker knows.
    told: Known,
    /// To go on was asked for, and not answered yet.
    going: bool,
    /// The number of edits when the program was run.
    pub(super) ran: u32,
    /// The breakpoints of a program that was left.
    kept: Kept,
}

impl Default for Control {
    fn default() -> Control {
        Control {
            lines: Vec::new(),
            exceptions: false,
            speed: SPEEDS.iter().position(|(percent, _)| *percent == REAL).unwrap_or_default(),
            advance_by: None,
            follow: None,
            told: Known::NOTHING,
            going: false,
            ran: 0,
            kept: Kept::default(),
        }
    }
}

impl Control {
    /// By line.
    pub fn breakpoints(&self) -> &[Breakpoint] {
        &self.lines
    }

    /// Another worker, who knows nothing.
    pub(super) fn forget_worker(&mut self) {
        self.told = Known::NOTHING;
    }

    /// Another process: its threads are others.
    pub(super) fn forget_run(&mut self) {
        (self.follow, self.going) = (None, false);
    }

    /// The last request was answered.
    pub(super) fn answered(&mut self) {
        self.going = false;
    }

    /// Another text is put into the editor. Its breakpoints may be those that were kept last.
    pub(super) fn put(&mut self, before: &str, text: &str) {
        let lines = std::mem::take(&mut self.lines);
        if !lines.is_empty() {
            self.kept = Kept { text: number(before), lines };
        }
        if self.kept.text == number(text) {
            self.lines = self.kept.lines.clone();
        }
    }
}

impl State {
    pub(super) fn steer(&mut self, steer: Steer) -> Vec<Effect> {
        if self.obstacle(&steer).is_some() {
            return vec![];
        }
        match steer {
            Steer::Pause => vec![Effect::Steer(Command::Pause)],
            Steer::Back(step) => {
                self.past.mark = None;
                self.look(Look::Back(step))
            }
            Steer::Look(look) => {
                self.past.mark = None;
                self.look(look)
            }
            Steer::Step(step) if self.past.moment().is_some() => {
                self.past.mark = None;
                self.look(Look::Forward(step))
            }
            Steer::Resume => self.go_on(Command::Resume),
            Steer::Step(_) if self.paused().is_none() => self.begin(Effect::Debug),
            Steer::Step(step) => self.go_on(Command::Step { step, follow: self.control.follow }),
            Steer::Breakpoints(lines) => {
                self.control.lines = lines;
                let mut effects = self.tell_if_unedited();
                effects.push(Effect::SaveBreakpoints);
                effects
            }
            Steer::Exceptions(exceptions) => {
                self.control.exceptions = exceptions;
                self.tell_if_unedited()
            }
            Steer::Speed(speed) => {
                self.control.speed = speed.min(SPEEDS.len() - 1);
                self.tell_speed()
            }
            Steer::Advance => vec![Effect::Steer(Command::Advance { nanos: self.control.advance_by })],
            Steer::AdvanceBy(nanos) => {
                self.control.advance_by = nanos;
                vec![]
            }
            Steer::Follow(whom) => {
                self.control.follow = whom;
                vec![]
            }
            Steer::Keep(kept) => {
                self.control.kept = kept;
                vec![]
            }
        }
    }

    /// Why that cannot be done now.
    pub fn obstacle(&self, steer: &Steer) -> Option<&'static str> {
        let is_paused = self.paused().is_some();
        match steer {
            Steer::Back(_) | Steer::Look(_) if !self.has_past() => Some("Nothing has run"),
            Steer::Look(Look::Now) if self.past.moment().is_none() => Some("It is the present"),
            Steer::Step(_) if self.past.moment().is_some() => None,
            Steer::Step(Step::Line) if !self.program_alive() => None,
            Steer::Pause if is_paused => Some("It is paused"),
            Steer::Pause | Steer::Advance if !self.alive() => Some("Nothing runs"),
            Steer::Resume | Steer::Step(_) if !is_paused && self.alive() => Some("Pause first"),
            Steer::Resume | Steer::Step(_) if !is_paused => Some("Nothing is paused"),
            Steer::Speed(_) if self.clock != Clock::Real => Some("Only real time has a speed"),
            _ => None,
        }
    }

    pub fn paused(&self) -> Option<&Paused> {
        match &self.status.state {
            Phase::Paused(paused) => Some(paused),
            _ => None,
        }
    }

    /// The editor's line at which it is paused, if the editor has the text that runs.
    pub fn paused_line(&self) -> Option<u32> {
        let stands = self.past.moment().map(|moment| &moment.stands).or_else(|| self.paused());
        stands.and_then(|paused| paused.line).filter(|_| self.runs_as_it_stands())
    }

    /// The editor's line that the chosen bar of the timeline is about, and how often one was chosen.
    pub fn marked_line(&self) -> Option<String> {
        let line = self.past.mark?.line.filter(|_| self.runs_as_it_stands())?;
        Some(format!("{line} {}", self.past.marks))
    }

    /// The kept breakpoints, with what is in the editor.
    pub fn kept_breakpoints(&self) -> Kept {
        Kept { text: number(&self.source), lines: self.control.lines.clone() }
    }

    /// How many nanoseconds the clock moves in a millisecond of the world's.
    pub fn pace(&self) -> f64 {
        let passes = self.alive() && self.paused().is_none() && self.clock == Clock::Real;
        if passes { f64::from(self.percent()) * 1e4 } else { 0.0 }
    }

    /// The status while it is paused: where, and why.
    pub(super) fn paused_text(&self, paused: &Paused) -> String {
        let mut text = self.place_text("paused", paused);
        match &paused.reason {
            Reason::Asked | Reason::Step | Reason::Past => {}
            Reason::Breakpoint => text += ": breakpoint",
            Reason::Condition { error } => {
                text += &format!(": the breakpoint's condition fails, {}", words::cut(error, ERROR_CHARS));
            }
            Reason::Exception { error } => text += &format!(": {}", words::cut(error, ERROR_CHARS)),
        }
        text
    }

    /// At which line somebody stands, and who.
    pub(super) fn place_text(&self, before: &str, paused: &Paused) -> String {
        let mut text = before.to_owned();
        if let Some(line) = paused.line {
            text += &format!(" at line {line}");
        }
        if let Some(task) = paused.task {
            text += &format!(", {}", self.roster.task_name(task));
        } else if paused.thread != MAIN {
            text += &format!(", {}", self.roster.thread_name(paused.thread));
        }
        text
    }

    /// A program is about to be run: the worker is told what it does not know.
    pub(super) fn tell_before_run(&mut self) -> Vec<Effect> {
        self.control.ran = self.edits;
        let mut effects = self.tell_if_unedited();
        effects.extend(self.tell_speed());
        effects
    }

    pub(super) fn tell_speed(&mut self) -> Vec<Effect> {
        let percent = self.percent();
        if std::mem::replace(&mut self.control.told.percent, percent) == percent {
            return vec![];
        }
        vec![Effect::Steer(Command::Speed { percent })]
    }

    fn tell_if_unedited(&mut self) -> Vec<Effect> {
        let Control { lines, exceptions, told, ran, .. } = &mut self.control;
        if self.edits != *ran || told.lines == *lines && told.exceptions == *exceptions {
            return vec![];
        }
        (told.lines, told.exceptions) = (lines.clone(), *exceptions);
        vec![Effect::Steer(Command::Breakpoints { lines: lines.clone(), exceptions: *exceptions })]
    }

    fn percent(&self) -> u32 {
        match self.clock {
            Clock::Manual => 0,
            _ => SPEEDS.get(self.control.speed).map_or(REAL, |(percent, _)| *percent),
        }
    }

    fn runs_as_it_stands(&self) -> bool {
        self.edits == self.control.ran
    }

    fn go_on(&mut self, command: Command) -> Vec<Effect> {
        self.past.leave();
        if std::mem::replace(&mut self.control.going, true) { vec![] } else { vec![Effect::Steer(command)] }
    }
}

/// Breakpoints as the editor's element and the browser's storage have them: a line each, its number and its condition.
pub fn write(lines: &[Breakpoint]) -> String {
    let mut text = String::new();
    for Breakpoint { line, condition } in lines {
        text += &line.to_string();
        if let Some(condition) = condition {
            text.push(' ');
            text += condition;
        }
        text.push('\n');
    }
    text
}

/// What [`write`] wrote. What is no breakpoint is none.
pub fn read(text: &str) -> Vec<Breakpoint> {
    let breakpoint = |line: &str| {
        let number = words::before(line, " ").unwrap_or(line);
        let condition = line.get(number.len()..).unwrap_or_default().trim();
        let condition = (!condition.is_empty()).then(|| condition.to_owned());
        Some(Breakpoint { line: number.parse().ok()?, condition })
    };
    text.lines().filter_map(breakpoint).collect()
}

/// A number that another text will not have (FNV-1a).
fn number(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |number, byte| (number ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests;
