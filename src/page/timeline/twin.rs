//! The timeline in words, for those who cannot see it, and for those who would rather read.
//!
//! Says the same as the lanes and arrows, lane by lane: what it did in all, then each stretch of work with the wait that
//! ends it. Bounded, since nobody reads ten thousand lines: a long lane tells how it began and how it ended, and what is
//! left out is counted. The words are those of asyncio and threading; inner names of the library are told as words.

use loopthread_protocol::{MessageKind, Nanos};

use super::{Arrow, Bar, Doing, How, Lane, Of, Timeline, explain::BRIEF};
use crate::page::words;

/// Lanes that are told of.
const LANES: usize = 20;
/// Sentences that are told of a lane's beginning, and as many of its end.
const STRETCHES: usize = 4;
/// Messages that are told, of the first and as many of the last.
const MESSAGES: usize = 8;
/// The longest text of an error.
const ERROR: usize = 120;
/// How long something ran is told from here on; being ready for less is not worth a word.
const SHORT: Nanos = 1_000_000;

#[derive(Debug, PartialEq)]
pub struct Told {
    pub title: String,
    pub items: Vec<String>,
}

/// Each lane's story, from top to bottom, and last that of the messages.
pub fn tell(timeline: &Timeline, now: Nanos) -> Vec<Told> {
    let rows = &timeline.rows().lanes;
    let lanes: Vec<&Lane> = rows
        .iter()
        .filter_map(|&place| timeline.lanes().get(place))
        .filter(|lane| lane.of != Of::Page)
        .collect();
    let mut told: Vec<Told> = lanes.iter().take(LANES).map(|lane| tell_lane(timeline, lane, now)).collect();
    let messages: Vec<String> =
        timeline.arrows().iter().filter_map(|arrow| tell_arrow(timeline, arrow)).collect();
    if !messages.is_empty() {
        let items = bounded(messages, MESSAGES);
        told.push(Told { title: "Messages between threads".to_owned(), items });
    }
    if lanes.len() > LANES {
        let more = words::count((lanes.len() - LANES) as u64, "more lane");
        told.push(Told { title: format!("… and {more}"), items: Vec::new() });
    }
    told
}

/// A lane's name and detail. Names that the library gives to its own helpers mean nothing to a learner.
fn name_of(lane: &Lane) -> String {
    let name = words::before(&lane.name, " (_").unwrap_or(&lane.name);
    let own = name.len() < lane.name.len()
        || words::before(&lane.detail, "._").is_some()
        || lane.detail.starts_with("BaseEventLoop.");
    match lane.detail.as_str() {
        _ if own => format!("{name} (a helper of the library)"),
        "" => name.to_owned(),
        detail => format!("{name} ({detail})"),
    }
}

fn tell_lane(timeline: &Timeline, lane: &Lane, now: Nanos) -> Told {
    let title = match lane.of {
        Of::Task(..) => {
            let thread = timeline.thread_of(lane).and_then(|place| timeline.lane(place));
            let runs = thread.map_or(String::new(), |thread| format!(", run by thread {}", thread.name));
            format!("Task {}{runs}", name_of(lane))
        }
        _ => format!("Thread {}", name_of(lane)),
    };
    let open = timeline.open_bar(lane, now);
    let worth = |bar: &&Bar| bar.doing == Doing::Running || bar.length() >= BRIEF;
    let bars: Vec<&Bar> = lane.bars.iter().chain(&open).filter(worth).collect();
    let mut stretch = Stretch::default();
    let mut stretches: Vec<String> = lane.bars.iter().filter_map(|bar| stretch.add(lane, bar, "")).collect();
    stretches.extend(open.as_ref().and_then(|open| stretch.add(lane, open, " so far")));
    stretches.extend(stretch.sentence(None));
    let sum = sum(&bars).filter(|_| stretches.len() > 2);
    let end = lane.ended.as_ref().map(|ended| {
        let how = match ended.how {
            How::Done => "ended",
            How::Failed => "failed: ",
            How::Cancelled => "was cancelled",
        };
        format!("{} s: {how}{}", words::seconds(ended.at), words::cut(&ended.error, ERROR))
    });
    Told { title, items: sum.into_iter().chain(bounded(stretches, STRETCHES)).chain(end).collect() }
}

/// Work without a wait in it.
#[derive(Default)]
struct Stretch {
    from: Option<Nanos>,
    running: Option<Nanos>,
    ready: Nanos,
}

impl Stretch {
    /// Takes in the next bar, and gives a sentence when that is a wait. `open` is said of a wait that goes on.
    fn add(&mut self, lane: &Lane, bar: &Bar, open: &str) -> Option<String> {
        let length = bar.length();
        if bar.doing != Doing::Running && length < BRIEF && open.is_empty() {
            return None;
        }
        self.from.get_or_insert(bar.from);
        let (time, what) = (words::span(length), words::plain(&bar.text));
        let wait = match bar.doing {
            Doing::Running => {
                *self.running.get_or_insert(0) += length;
                return None;
            }
            Doing::Ready => {
                self.ready += length;
                return None;
            }
            Doing::Sleeping => format!("slept for {time}{open}"),
            Doing::Waiting if lane.is_task() => format!("waited {time}{open} for {what}"),
            Doing::Waiting => format!("had nothing to do for {time}{open}"),
            Doing::Blocked => format!("was blocked for {time}{open} in {what}"),
            Doing::Holding => format!("held the loop for {time}{open} in {what}"),
            Doing::LeftOut => format!("did more for {time} than is kept"),
        };
        self.sentence(Some(wait))
    }

    fn sentence(&mut self, wait: Option<String>) -> Option<String> {
        let Stretch { from, running, ready } = std::mem::take(self);
        let mut parts = Vec::new();
        if ready >= SHORT {
            parts.push(format!("was ready for {} while something else ran", words::span(ready)));
        }
        parts.extend(running.map(|time| match time {
            0..SHORT => "ran".to_owned(),
            time => format!("ran for {}", words::span(time)),
        }));
        parts.extend(wait);
        let said = format!("{} s: {}", words::seconds(from?), words::joined(&parts, ", then "));
        (!parts.is_empty()).then_some(said)
    }
}

/// How often and how long a lane did each thing.
fn sum(bars: &[&Bar]) -> Option<String> {
    let all = [Doing::Running, Doing::Ready, Doing::Sleeping, Doing::Waiting, Doing::Blocked, Doing::Holding];
    let parts = all.into_iter().filter_map(|doing| {
        let same = || bars.iter().filter(|bar| bar.doing == doing);
        let times = match same().count() {
            0 => return None,
            1 => "once".to_owned(),
            times => format!("{times} times"),
        };
        let length = match same().map(|bar| bar.length()).sum::<Nanos>() {
            0..BRIEF => "briefly".to_owned(),
            length => words::span(length),
        };
        let did = match doing {
            Doing::Running => "ran",
            Doing::Ready => "was ready",
            Doing::Waiting => "waited",
            Doing::Sleeping => "slept",
            Doing::Blocked => "was blocked",
            Doing::Holding => "held the loop",
            Doing::LeftOut => return None,
        };
        Some(format!("{did} {times} ({length})"))
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| format!("In all: {}.", words::joined(&parts, ", ")))
}

fn tell_arrow(timeline: &Timeline, arrow: &Arrow) -> Option<String> {
    let name = |place: usize| timeline.lanes().get(place).map(|lane| words::plain(&lane.name));
    let (from, to) = (name(arrow.from)?, name(arrow.to)?);
    let how = how(arrow.kind);
    let text = words::plain(&arrow.text);
    let arrival = match arrow.received {
        Some(at) if at.saturating_sub(arrow.sent) < BRIEF => "arrived at once".to_owned(),
        Some(at) => format!("arrived after {}", words::span(at.saturating_sub(arrow.sent))),
        None => "has not arrived".to_owned(),
    };
    Some(format!("{} s: {from} to {to}: {how} {text}, {arrival}", words::seconds(arrow.sent)))
}

/// What a message is, before its text.
pub fn how(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::CallSoonThreadsafe => "call_soon_threadsafe",
        MessageKind::RunCoroutineThreadsafe => "run_coroutine_threadsafe",
        MessageKind::Submit => "work for the pool:",
        MessageKind::Result => "the result of",
        MessageKind::Page { .. } => "the console asks for",
    }
}

/// The first and the last of many, and how many are left out between them.
fn bounded(mut items: Vec<String>, most: usize) -> Vec<String> {
    let between = items.len().saturating_sub(2 * most);
    if between > 1 {
        items.splice(most..most + between, [format!("… {between} more are left out here …")]);
    }
    items
}
