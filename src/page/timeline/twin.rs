//! The timeline in words, for those who cannot see it, and for those who would rather read.
//!
//! Says the same as the lanes and arrows, lane by lane: what it did in all, and its latest changes. Bounded, since
//! nobody reads ten thousand lines; what is left out is counted. The words are those of asyncio and threading.

use loopthread_protocol::{MessageKind, Nanos};

use super::{Arrow, Bar, Doing, Lane, Of, Timeline};
use crate::page::words;

/// Lanes that are told of.
const LANES: usize = 20;
/// Bars that are told of one lane.
const BARS: usize = 8;
/// Messages that are told.
const MESSAGES: usize = 20;
/// Waiting for less than this is no wait, and running for less than this is running briefly. Virtual time moves by
/// single nanoseconds.
const BRIEF: Nanos = 1_000;
/// Being ready for less than this is how every wake-up begins.
const AT_ONCE: Nanos = 100_000;

#[derive(Debug, PartialEq)]
pub struct Told {
    pub title: String,
    pub items: Vec<String>,
}

/// Each lane's story, from top to bottom, and last that of the messages.
pub fn tell(timeline: &Timeline, now: Nanos) -> Vec<Told> {
    let rows = timeline.rows();
    let lanes: Vec<&Lane> = rows
        .iter()
        .filter_map(|&place| timeline.lanes().get(place))
        .filter(|lane| lane.of != Of::Page)
        .collect();
    let mut told: Vec<Told> = lanes.iter().take(LANES).map(|lane| tell_lane(timeline, lane, now)).collect();
    if !timeline.arrows().is_empty() {
        let skipped = timeline.arrows().len().saturating_sub(MESSAGES);
        let arrows = timeline.arrows().iter().skip(skipped).filter_map(|arrow| tell_arrow(timeline, arrow));
        told.push(Told {
            title: "Messages between threads".to_owned(),
            items: earlier(skipped, "message").into_iter().chain(arrows).collect(),
        });
    }
    if lanes.len() > LANES {
        let more = words::count((lanes.len() - LANES) as u64, "more lane");
        told.push(Told { title: format!("… and {more}"), items: Vec::new() });
    }
    told
}

/// What a bar says: from when, what it does, for how long.
pub fn tell_bar(bar: &Bar) -> String {
    let (from, length) = (words::seconds(bar.from), words::span(length(bar)));
    let text = words::plain(&bar.text);
    match bar.doing {
        Doing::Running if self::length(bar) < BRIEF => format!("{from} s: ran briefly"),
        Doing::Running => format!("{from} s: ran for {length}"),
        Doing::Ready => format!("{from} s: was ready for {length} while something else ran"),
        Doing::Waiting => format!("{from} s: waited {length} for {text}"),
        Doing::Blocked => format!("{from} s: was blocked for {length} in {text}"),
    }
}

fn length(bar: &Bar) -> Nanos {
    bar.to.saturating_sub(bar.from)
}

/// A lane's name and detail. Names that the library gives to its own helpers mean nothing to a learner.
fn name_of(lane: &Lane) -> String {
    let name = lane.name.split(" (_").next().unwrap_or_default();
    let own = name.len() < lane.name.len()
        || lane.detail.contains("._")
        || lane.detail.starts_with("BaseEventLoop.");
    match lane.detail.as_str() {
        _ if own => format!("{name} (a helper of the library)"),
        "" => name.to_owned(),
        detail => format!("{name} ({detail})"),
    }
}

fn tell_lane(timeline: &Timeline, lane: &Lane, now: Nanos) -> Told {
    let title = match lane.of {
        Of::Task(_, lp) => {
            let thread = timeline.loops.get(&lp).and_then(|thread| timeline.threads.get(thread));
            let thread = thread.and_then(|&place| timeline.lanes().get(place));
            let runs = thread.map_or(String::new(), |thread| format!(", run by thread {}", thread.name));
            format!("Task {}{runs}", name_of(lane))
        }
        _ => format!("Thread {}", name_of(lane)),
    };
    let open = timeline.open_bar(lane, now);
    let worth = |bar: &&Bar| match bar.doing {
        Doing::Running => true,
        Doing::Ready => length(bar) >= AT_ONCE,
        Doing::Waiting | Doing::Blocked => length(bar) >= BRIEF,
    };
    let bars: Vec<&Bar> = lane.bars.iter().chain(&open).filter(worth).collect();
    let skipped = bars.len().saturating_sub(BARS);
    let latest = bars.iter().skip(skipped).map(|bar| tell_bar(bar));
    let end = lane.ended.map(|at| format!("{} s: ended", words::seconds(at)));
    let sum = sum(&bars);
    Told {
        title,
        items: sum.into_iter().chain(earlier(skipped, "change")).chain(latest).chain(end).collect(),
    }
}

/// How often and how long a lane did each thing.
fn sum(bars: &[&Bar]) -> Option<String> {
    let all = [Doing::Running, Doing::Ready, Doing::Waiting, Doing::Blocked];
    let parts = all.into_iter().filter_map(|doing| {
        let same = || bars.iter().filter(|bar| bar.doing == doing);
        let times = match same().count() {
            0 => return None,
            1 => "once".to_owned(),
            times => format!("{times} times"),
        };
        let length = match same().map(|bar| length(bar)).sum::<Nanos>() {
            0..BRIEF => "briefly".to_owned(),
            length => words::span(length),
        };
        let did = match doing {
            Doing::Running => "ran",
            Doing::Ready => "was ready",
            Doing::Waiting => "waited",
            Doing::Blocked => "was blocked",
        };
        Some(format!("{did} {times} ({length})"))
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| format!("In all: {}.", parts.join(", ")))
}

fn tell_arrow(timeline: &Timeline, arrow: &Arrow) -> Option<String> {
    let name = |place: usize| timeline.lanes().get(place).map(|lane| words::plain(&lane.name));
    let (from, to) = (name(arrow.from)?, name(arrow.to)?);
    let how = match arrow.kind {
        MessageKind::CallSoonThreadsafe => "call_soon_threadsafe",
        MessageKind::RunCoroutineThreadsafe => "run_coroutine_threadsafe",
        MessageKind::Submit => "work for the pool:",
        MessageKind::Result => "the result of",
        MessageKind::Page { .. } => "the console asks for",
    };
    let text = words::plain(&arrow.text);
    let arrival = match arrow.received {
        Some(at) if at.saturating_sub(arrow.sent) < BRIEF => "arrived at once".to_owned(),
        Some(at) => format!("arrived after {}", words::span(at.saturating_sub(arrow.sent))),
        None => "has not arrived".to_owned(),
    };
    Some(format!("{} s: {from} to {to}: {how} {text}, {arrival}", words::seconds(arrow.sent)))
}

fn earlier(skipped: usize, noun: &str) -> Option<String> {
    let changes = words::count(skipped as u64, &format!("earlier {noun}"));
    let are = if skipped == 1 { "is" } else { "are" };
    (skipped > 0).then(|| format!("… {changes} {are} left out here"))
}
