//! Looking for a moment: forward in a replay, and backward by replays of ever longer stretches before.
//!
//! It is done a slice at a time, as all work is. Only the stretch in which the moment must be is watched place by place; up to there a replay
//! runs as fast as the run did.

use loopthread_protocol::{RequestId, Step, TaskId, ThreadId};

use super::Noted;
use super::checkpoints::Checkpoints;
use super::replay::{Address, Replay};
use crate::session::Session;
use crate::session::watch::Seen;

/// How many inputs the first stretch has that is watched for what was before.
const FIRST_STRETCH: usize = 2;

/// What a look at a place costs, in work units.
const LOOK: u64 = 20;

/// What a copy of a session costs.
const COPY: u64 = 30_000;

pub struct Seek {
    pub id: RequestId,
    replay: Option<Replay>,
    goal: Goal,
}

pub enum Found {
    Moment(Box<Replay>),
    Now,
}

enum Goal {
    /// So many records have been told.
    Record(u64),
    /// The next place that is meant.
    Next(Aim),
    /// The last place that is meant and before the limit; the stretch before it that is looked at begins with this input. If it
    /// `stands`, the last place of all is not before the moment, but the one at which it is.
    Last { aim: Aim, limit: Address, stands: bool, begin: usize, length: usize, found: Places },
    /// This place.
    Place(Address),
}

/// Places that were seen in a stretch.
#[derive(Clone, Copy, Default)]
struct Places {
    last: Option<Address>,
    meant: Option<Address>,
    /// The one that was meant before.
    earlier: Option<Address>,
}

/// What a place must be like, from where it is looked for.
#[derive(Clone, Copy)]
struct Aim {
    step: Step,
    /// None: any will do.
    thread: Option<ThreadId>,
    task: Option<TaskId>,
    depth: usize,
}

impl Aim {
    fn new(step: Step, session: &Session) -> Aim {
        let (thread, task, depth) = session.at_work();
        match depth {
            // A thread that is in no function of the program is nobody to stay with.
            0 => Aim { step, thread: None, task, depth: usize::MAX },
            // Before a loop that waits comes what it has run last, not the call that runs the loop.
            _ if session.waits_in_loop(thread) => Aim { step, thread: Some(thread), task, depth: usize::MAX },
            depth => Aim { step, thread: Some(thread), task, depth },
        }
    }

    fn is_met(&self, seen: Seen, session: &Session) -> bool {
        let (thread, task, depth) = session.at_work();
        let same_thread = self.thread.is_none_or(|meant| meant == thread);
        let statement = seen == Seen::Statement;
        match self.step {
            Step::Turn => seen == Seen::Turn && same_thread,
            Step::Switch => statement && !(same_thread && task == self.task),
            Step::Into => statement && same_thread,
            Step::Line => statement && same_thread && depth <= self.depth,
            Step::Out => statement && same_thread && depth < self.depth,
            Step::OverAwait => statement && same_thread && task == self.task && depth <= self.depth,
        }
    }
}

impl Seek {
    /// For when so many records were told.
    pub fn record(id: RequestId, record: u64) -> Seek {
        Seek { id, replay: None, goal: Goal::Record(record) }
    }

    /// For the next place of a kind.
    pub fn forward(id: RequestId, step: Step, mut shown: Replay) -> Seek {
        shown.session.watch_places(true);
        let aim = Aim::new(step, &shown.session);
        Seek { id, replay: Some(shown), goal: Goal::Next(aim) }
    }

    /// For the last place of a kind before the moment that is shown, or before the present after so many inputs.
    pub fn back(id: RequestId, step: Step, shown: Option<&Replay>, live: &Session, inputs: usize) -> Seek {
        let (session, limit) = match shown {
            Some(shown) => (&shown.session, shown.limit()),
            None => (live, Address { input: inputs, places: 0 }),
        };
        let stands = limit.places == 0 && session.is_at_stop();
        let goal = Goal::last(Aim::new(step, session), limit, stands, FIRST_STRETCH);
        Seek { id, replay: None, goal }
    }

    /// Goes on for so much work.
    pub fn go_on(&mut self, inputs: &[Noted], checkpoints: &mut Checkpoints, budget: u64) -> Option<Found> {
        let mut spent = 0;
        while spent < budget {
            let first = self.goal.first_watched(inputs);
            let replay = match &mut self.replay {
                Some(replay) => replay,
                None => {
                    spent += COPY;
                    // There is always that of the beginning.
                    let Some(checkpoint) = checkpoints.before(first) else { return Some(Found::Now) };
                    self.replay.insert(Replay::new(checkpoint))
                }
            };
            if replay.between() == Some(first) && self.goal.is_watched() {
                if matches!(self.goal, Goal::Last { .. }) {
                    spent += COPY;
                    checkpoints.pass_near(first, &replay.session);
                }
                self.goal.watch(replay);
            }
            if self.goal.is_reached(replay) {
                return self.replay.take().map(|replay| Found::Moment(Box::new(replay)));
            }
            if let Goal::Last { limit, .. } = self.goal
                && replay.limit() >= limit
            {
                self.goal = self.goal.looked_through();
                self.replay = None;
                continue;
            }
            if replay.is_at_end(inputs) {
                return Some(Found::Now);
            }
            let before = replay.session.work();
            let seen = replay.go_on(inputs);
            spent += LOOK + replay.session.work().saturating_sub(before);
            let Some(seen) = seen else { continue };
            match &mut self.goal {
                Goal::Last { aim, limit, found, .. } if replay.address() < *limit => {
                    found.last = Some(replay.address());
                    if aim.is_met(seen, &replay.session) {
                        found.earlier = found.meant.replace(replay.address());
                    }
                }
                Goal::Next(aim) if aim.is_met(seen, &replay.session) => {
                    return self.replay.take().map(|replay| Found::Moment(Box::new(replay)));
                }
                _ => {}
            }
        }
        None
    }
}

impl Goal {
    fn last(aim: Aim, limit: Address, stands: bool, length: usize) -> Goal {
        let end = limit.input + usize::from(limit.places > 0);
        let begin = end.saturating_sub(length);
        Goal::Last { aim, limit, stands, begin, length, found: Places::default() }
    }

    /// The input that is watched first.
    fn first_watched(&self, inputs: &[Noted]) -> usize {
        match self {
            Goal::Record(record) => inputs.partition_point(|noted| noted.told < *record),
            Goal::Last { begin, .. } => *begin,
            Goal::Place(address) => address.input,
            Goal::Next(_) => usize::MAX,
        }
    }

    fn is_watched(&self) -> bool {
        !matches!(self, Goal::Place(Address { places: 0, .. }))
    }

    fn watch(&self, replay: &mut Replay) {
        replay.session.watch_places(true);
        if let Goal::Record(record) = self {
            replay.session.watch_record(Some(*record));
        }
    }

    fn is_reached(&self, replay: &Replay) -> bool {
        match self {
            Goal::Record(record) => replay.session.told() >= *record,
            Goal::Place(address) => replay.address() >= *address,
            Goal::Next(_) | Goal::Last { .. } => false,
        }
    }

    /// What to look for after a stretch: the last place that was meant, else one in the stretch before, else the beginning.
    fn looked_through(&self) -> Goal {
        let Goal::Last { aim, stands, begin, length, found, .. } = *self else {
            return Goal::Place(Address::default());
        };
        let meant = if stands && found.meant == found.last { found.earlier } else { found.meant };
        match meant {
            Some(address) => Goal::Place(address),
            None if begin == 0 => Goal::Place(Address::default()),
            None => {
                let limit = Address { input: begin, places: 0 };
                Goal::last(aim, limit, stands && found.last.is_none(), length * 2)
            }
        }
    }
}
