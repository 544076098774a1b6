//! The timeline in words, for those who cannot see it.
//!
//! Says the same as the lanes and arrows, lane by lane; long lanes tell their latest bars and how many came before.

use loopthread_protocol::{MessageKind, Nanos};

use super::{Arrow, Bar, Lane, Of, Timeline};
use crate::page::words;

/// Bars that are told of one lane, and arrows of all.
const TOLD: usize = 40;

#[derive(Debug, PartialEq)]
pub struct Told {
    pub title: String,
    pub items: Vec<String>,
}

/// Each lane's story, from top to bottom, and last that of the messages.
pub fn tell(timeline: &Timeline, now: Nanos) -> Vec<Told> {
    let rows = timeline.rows();
    let lanes = rows.iter().filter_map(|&place| timeline.lanes().get(place));
    let mut told: Vec<Told> =
        lanes.filter(|lane| lane.of != Of::Page).map(|lane| tell_lane(timeline, lane, now)).collect();
    if !timeline.arrows().is_empty() {
        let skipped = timeline.arrows().len().saturating_sub(TOLD);
        let arrows = timeline.arrows().iter().skip(skipped).filter_map(|arrow| tell_arrow(timeline, arrow));
        told.push(Told {
            title: "Messages".to_owned(),
            items: earlier(skipped).into_iter().chain(arrows).collect(),
        });
    }
    told
}

/// What a bar says: what it does, from when, for how long.
pub fn tell_bar(bar: &Bar) -> String {
    let what = if bar.text.is_empty() { String::new() } else { format!(" ({})", bar.text) };
    let length = words::span(bar.to.saturating_sub(bar.from));
    format!("{}{what} from {} s for {length}", bar.doing.name(), words::seconds(bar.from))
}

fn tell_lane(timeline: &Timeline, lane: &Lane, now: Nanos) -> Told {
    let kind = if lane.is_task() { "Task" } else { "Thread" };
    let detail = if lane.detail.is_empty() { String::new() } else { format!(" ({})", lane.detail) };
    let skipped = lane.bars.len().saturating_sub(TOLD);
    let open = timeline.open_bar(lane, now);
    let bars = lane.bars.iter().skip(skipped).chain(&open).map(tell_bar);
    let end = lane.ended.map(|at| format!("ended at {} s", words::seconds(at)));
    Told {
        title: format!("{kind} {}{detail}", lane.name),
        items: earlier(skipped).into_iter().chain(bars).chain(end).collect(),
    }
}

fn tell_arrow(timeline: &Timeline, arrow: &Arrow) -> Option<String> {
    let name = |place: usize| timeline.lanes().get(place).map(|lane| lane.name.clone());
    let (from, to) = (name(arrow.from)?, name(arrow.to)?);
    let how = match arrow.kind {
        MessageKind::CallSoonThreadsafe => "call_soon_threadsafe",
        MessageKind::RunCoroutineThreadsafe => "run_coroutine_threadsafe",
        MessageKind::Submit => "submit",
        MessageKind::Result => "result",
        MessageKind::Page { .. } => "request",
    };
    let arrival = match arrow.received {
        Some(at) => format!("received after {}", words::span(at.saturating_sub(arrow.sent))),
        None => "not received".to_owned(),
    };
    Some(format!("{} s: {from} to {to}, {how} {}, {arrival}", words::seconds(arrow.sent), arrow.text))
}

fn earlier(skipped: usize) -> Option<String> {
    (skipped > 0).then(|| format!("… {skipped} earlier"))
}
