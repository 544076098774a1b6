//! What happens to the page's state, and what it wants done: actions in, effects out.

use loopthread_protocol::{Command, Event, Look, Outcome, Program, Target, TaskId};

use super::{
    control::{Clock, Steer},
    open::Share,
    own::Programs,
    past::Mark,
    schedules::Try,
    sizes::{Sizes, Split},
};
use crate::page::{examples::Example, opening::Opening, typing::History};

/// What happened.
#[derive(Debug)]
pub enum Action {
    /// The programs that the browser has kept.
    Keep(Programs),
    /// What a link or an embedding page opens.
    Open(Box<Opening>),
    /// A text that the address asks for.
    OpenCode(String),
    OpenExample(&'static Example),
    OpenOwn(usize),
    /// The address asks for something that cannot be had, in these words.
    Broken(String),
    Share(Share),
    /// The surroundings have something to say.
    Say(String),
    /// The learner has read the notice.
    Dismiss,
    ChooseExample(&'static Example),
    /// One of the learner's own programs.
    ChooseOwn(usize),
    Edit(String),
    /// The learner has not edited for a moment.
    Rest,
    Reset,
    ChooseClock(Clock),
    ChooseDev(bool),
    ChooseSeed(u64),
    ChooseTarget(Target),
    Run,
    Steer(Steer),
    /// A bar of the timeline was chosen.
    GoTo(Mark),
    OpenInspector(bool),
    /// A line of the program is to be seen.
    ShowLine(u32),
    /// The line between two panels was moved, or put back.
    Resize(Split, Option<u32>),
    /// The sizes that the browser has kept.
    KeepSizes(Sizes),
    Try(Try),
    /// The answer to the offer to stop what is alive.
    Offered {
        accepted: bool,
    },
    Halt,
    /// Ctrl+C.
    Interrupt,
    /// The halt is done; `by_force` when the worker did not answer and was replaced.
    Halted {
        by_force: bool,
    },
    Call(String),
    Spawn(String),
    /// What the browser has kept of what the console was asked.
    Recall(History),
    /// What the text before the cursor may become, is asked; or nothing any more.
    Complete(Option<String>),
    Completed {
        before: String,
        outcome: Outcome,
    },
    Cancel(TaskId),
    StopThread,
    /// A line for the thread that waits in `input()`, or the end of the input.
    Input(Option<String>),
    /// The answer to one of the requests above, with what it was about, and [`State::runs`] when it was asked.
    Answered {
        about: About,
        run: u32,
        outcome: Outcome,
    },
    /// What the worker told, and when by the page's clock, in ms.
    Heard {
        events: Vec<Event>,
        now: f64,
    },
    /// So much of the worker was fetched, from 0 to 1; 1 when it is there.
    Loading(f64),
    /// The worker broke.
    Lost {
        words: String,
    },
}

/// What an answer answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Run,
    /// With the number of what was asked, as Spawn.
    Call(u32),
    Spawn(u32),
    Cancel,
    StopThread,
    Input,
    Interrupt,
    Steer,
    Look,
    Inspect,
    /// With the number of what was asked.
    Explore(u32),
    /// With the number of edits at the time.
    Check(u32),
}

/// What has to be done about it.
#[derive(Debug, PartialEq)]
pub enum Effect {
    Run(Program),
    /// As `Run`, to its first line.
    Debug(Program),
    /// A request of those that steer.
    Steer(Command),
    Look(Look),
    Inspect,
    /// Tries so many schedules; none ends what is tried.
    Explore {
        program: Program,
        runs: u32,
        asked: u32,
    },
    Halt,
    Interrupt,
    Call(Target, String),
    Complete(String),
    Spawn(Target, String),
    Cancel(TaskId),
    StopThread(Target),
    Input(Option<String>),
    Check {
        source: String,
        edits: u32,
    },
    Share(Share),
    /// From now on the next visit shows what the editor shows, whatever the address said, and offers the own programs.
    Save,
    SaveBreakpoints,
    SaveSizes,
    SaveHistory,
}
