//! A run as trace-event JSON, which Perfetto opens: a process for each thread with its tasks, a track for each lane, flows for
//! what one lane did to another, instants for turns and requests to end.
//!
//! Times are microseconds with three digits behind the point, written from whole nanoseconds. Written by hand: a dozen fields
//! need no library.

use loopthread_protocol::{MessageKind, Nanos};

use super::{Bar, Cause, Doing, Lane, Timeline};
use crate::page::words;

/// The whole run, up to `now`.
pub fn trace_events(timeline: &Timeline, now: Nanos) -> String {
    let mut events = Events { text: String::from("{\"displayTimeUnit\":\"ns\",\"traceEvents\":["), flows: 0 };
    for (row, &place) in timeline.rows().lanes.iter().enumerate() {
        let Some(lane) = timeline.lane(place) else { continue };
        let track = Track { process: timeline.thread_of(lane).unwrap_or(place), lane: place };
        if track.process == place {
            events.name("process_name", track, &lane.name);
        }
        let name = words::joined(&[lane.name.to_string(), lane.detail.clone()], " ");
        events.name("thread_name", track, name.trim());
        events.event("M", "thread_sort_index", track, 0, &format!(",\"args\":{{\"sort_index\":{row}}}"));
        for bar in lane.bars.iter().chain(&timeline.open_bar(lane, now)) {
            events.bar(track, bar);
            if let Some(by) = bar.cause.by() {
                let name = if matches!(bar.cause, Cause::Created(_)) { "created" } else { "woke" };
                events.flow(name, (track_of(timeline, by), bar.from), (track, bar.from));
            }
        }
        for turn in &lane.turns {
            events.event(
                "i",
                "turn",
                track,
                turn.at,
                &format!(",\"s\":\"t\",\"args\":{{\"ready\":{}}}", turn.ready),
            );
        }
        for cancel in &lane.cancels {
            let line = cancel.line.map_or(String::new(), |line| format!(",\"args\":{{\"line\":{line}}}"));
            events.event("i", "cancel asked", track, cancel.at, &format!(",\"s\":\"t\"{line}"));
            events.flow("cancelled", (track_of(timeline, cancel.by), cancel.at), (track, cancel.at));
        }
        if let Some(ended) = &lane.ended {
            events.event("i", how(lane), track, ended.at, ",\"s\":\"t\"");
        }
    }
    for arrow in timeline.arrows() {
        let (from, to) = (track_of(timeline, arrow.from), track_of(timeline, arrow.to));
        let kind = if matches!(arrow.kind, MessageKind::Page { .. }) { "request" } else { "call" };
        events.event("i", &format!("{kind}: {}", arrow.text), from, arrow.sent, ",\"s\":\"t\"");
        if let Some(received) = arrow.received {
            events.flow(kind, (from, arrow.sent), (to, received));
        }
    }
    events.text + "\n]}\n"
}

/// Where a lane is: the lane of its thread, and its own.
#[derive(Clone, Copy)]
struct Track {
    process: usize,
    lane: usize,
}

fn track_of(timeline: &Timeline, lane: usize) -> Track {
    let process = timeline.lane(lane).and_then(|lane| timeline.thread_of(lane)).unwrap_or(lane);
    Track { process, lane }
}

fn how(lane: &Lane) -> &'static str {
    match lane.ended.as_ref().map(|ended| ended.how) {
        Some(super::How::Failed) => "failed",
        Some(super::How::Cancelled) => "cancelled",
        _ => "done",
    }
}

struct Events {
    text: String,
    flows: u32,
}

impl Events {
    fn event(&mut self, phase: &str, name: &str, track: Track, at: Nanos, more: &str) {
        if !self.text.ends_with('[') {
            self.text.push(',');
        }
        self.text += &format!(
            "\n{{\"ph\":\"{phase}\",\"name\":{},\"cat\":\"asyncio\",\"pid\":{},\"tid\":{},\"ts\":{}{more}}}",
            quoted(name),
            // Process 0 is the machine's idle one.
            track.process + 1,
            track.lane + 1,
            micros(at)
        );
    }

    fn name(&mut self, kind: &str, track: Track, name: &str) {
        self.event("M", kind, track, 0, &format!(",\"args\":{{\"name\":{}}}", quoted(name)));
    }

    fn bar(&mut self, track: Track, bar: &Bar) {
        let mut name = bar.doing.name().to_owned();
        if !bar.text.is_empty() && bar.doing != Doing::LeftOut {
            name += &format!(": {}", bar.text);
        }
        let mut more = format!(",\"dur\":{},\"args\":{{\"event\":{}", micros(bar.length()), bar.record);
        if let Some(line) = bar.line {
            more += &format!(",\"line\":{line}");
        }
        if let Some(until) = bar.until {
            more += &format!(",\"until\":{}", micros(until));
        }
        self.event("X", &name, track, bar.from, &(more + "}"));
    }

    fn flow(&mut self, name: &str, from: (Track, Nanos), to: (Track, Nanos)) {
        self.flows += 1;
        let id = format!(",\"id\":{}", self.flows);
        self.event("s", name, from.0, from.1, &id);
        self.event("f", name, to.0, to.1, &format!("{id},\"bp\":\"e\""));
    }
}

fn micros(nanos: Nanos) -> String {
    format!("{}.{:03}", nanos / 1000, nanos % 1000)
}

/// As a JSON string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(letter);
            }
            '\0'..' ' => quoted += &format!("\\u{:04x}", u32::from(letter)),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
