//! What a bar or an envelope of the timeline means, in words made from the trace: what it is, why it began, and why it took so long.
//!
//! Nothing is canned: names, times and lines are the run's, and the text of a line is quoted from the program that ran. What
//! the trace does not say is not guessed.

use loopthread_protocol::{MessageKind, Nanos};

use super::{Arrow, Bar, Cause, Doing, How, Lane, Timeline, focus::Spot, twin};
use crate::page::words;

/// On the instant clock all but waiting takes some nanoseconds: what is shorter takes no time.
pub const BRIEF: Nanos = 1_000;
/// A loop that is held for less goes unmentioned, as asyncio's debug mode has it.
const SLOW: Nanos = 100_000_000;
/// The longest quotation of a line.
const QUOTED: usize = 60;

/// The timeline, the program that ran, and the time now.
pub struct Story<'a> {
    pub timeline: &'a Timeline,
    pub source: &'a str,
    pub now: Nanos,
}

impl Story<'_> {
    /// What the bar or the envelope there means.
    pub fn tell(&self, spot: Spot) -> Option<String> {
        let lane = self.timeline.lane(spot.lane)?;
        let Some(place) = lane.place_of(spot.record) else {
            return self.timeline.message(spot.record).map(|arrow| self.message(arrow));
        };
        let mut bar = lane.nth(place)?.clone();
        let open = place == lane.bars.len();
        if open {
            bar.to = self.now.max(bar.from);
        }
        let before = place.checked_sub(1).and_then(|place| lane.bars.get(place));
        let name = words::plain(&lane.name);
        let length = match bar.length() {
            0..BRIEF => "briefly".to_owned(),
            length => format!("for {}", words::span(length)),
        };
        let so_far = if open { " so far" } else { "" };
        let what = words::plain(&bar.text);
        let at = self.at(bar.line);
        let mut told = format!("{} s: ", words::seconds(bar.from));
        told += &match bar.doing {
            Doing::LeftOut => format!("{name} did more {length} than is kept; that is left out."),
            Doing::Ready if lane.is_task() => match self.cause(lane, &bar, before) {
                Some(why) => {
                    format!("{name} became ready because {why}; it stood in the queue {length}{so_far}.")
                }
                None => format!("{name} was ready {length}{so_far} while something else ran."),
            },
            Doing::Ready => match self.gil_holder(&bar, spot.lane) {
                Some(other) => format!("{name} could run {length}{so_far}, but {other} had the GIL."),
                None => format!("{name} could run {length}{so_far}."),
            },
            Doing::Running => {
                let gil = if lane.is_task() { "" } else { " and had the GIL" };
                let why = self.cause(lane, &bar, before);
                format!(
                    "{name} ran {length}{so_far}{gil}{}.",
                    why.map_or(String::new(), |why| format!(": {why}"))
                )
            }
            Doing::Sleeping => format!("{name} sleeps {length}{so_far}{at}{}.", until(&bar)),
            Doing::Waiting if lane.is_task() => {
                format!("{name} waits for {what} {length}{so_far}{at}{}.", until(&bar))
            }
            Doing::Waiting => {
                let end = if open { None } else { self.awakener(spot.lane, bar.to) };
                let end = end.map_or(String::new(), |end| format!(" Then {end}."));
                format!("{name}’s loop has nothing to do {length}{so_far}{}.{end}", until(&bar))
            }
            Doing::Blocked => format!("{name} is blocked {length}{so_far} in {what}{at}{}.", until(&bar)),
            Doing::Holding => self.held(lane, spot.lane, &bar, so_far),
        };
        if lane.is_task() && matches!(bar.doing, Doing::Waiting | Doing::Sleeping) && !open {
            let why = lane.nth(place + 1).and_then(|next| self.cause(lane, next, Some(&bar)));
            told += &why.map_or(String::new(), |why| format!(" It went on because {why}."));
        }
        if place + 1 == lane.count() {
            told += &self.ended(lane);
        }
        Some(told)
    }

    /// Who sends what to whom, what it met there, and when it was handled.
    fn message(&self, arrow: &Arrow) -> String {
        let (from, to) = (self.name(arrow.from), self.name(arrow.to));
        let receiver = self.timeline.lane(arrow.to);
        let meets = receiver.and_then(|lane| lane.nth(lane.first_to(arrow.sent))).map(|bar| bar.doing);
        let met = match meets {
            Some(Doing::Waiting | Doing::Blocked) => format!("it woke {to}"),
            Some(Doing::Holding) => format!("it stood in the queue, since something held {to}’s loop"),
            _ => "it stood in the queue".to_owned(),
        };
        let handled = match arrow.received.map(|at| at.saturating_sub(arrow.sent)) {
            Some(0..BRIEF) => "was handled at once".to_owned(),
            Some(time) => format!("was handled {} later", words::span(time)),
            None => "is not handled so far".to_owned(),
        };
        format!(
            "{} s: {from} to {to}: {} {}{}; {met}, and {handled}.",
            words::seconds(arrow.sent),
            twin::how(arrow.kind),
            words::plain(&arrow.text),
            self.at(arrow.line)
        )
    }

    /// What is most worth knowing of the whole run: what held its loop for longest.
    pub fn worst(&self) -> Option<String> {
        let lanes = self.timeline.lanes().iter().enumerate().filter(|(_, lane)| !lane.is_task());
        let held = lanes.flat_map(|(place, lane)| {
            let open = self.timeline.open_bar(lane, self.now);
            let bars = lane.bars.iter().cloned().chain(open);
            bars.filter(|bar| bar.doing == Doing::Holding).map(move |bar| (bar.length(), place, bar.record))
        });
        let (length, lane, record) = held.max()?;
        if length < SLOW { None } else { self.tell(Spot { lane, record }) }
    }

    /// ` at line 7, ‘time.sleep(1)’`.
    fn at(&self, line: Option<u32>) -> String {
        let Some(line) = line else { return String::new() };
        let mut told = format!(" at line {line}");
        let text = self.source.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default().trim();
        // Not what the program says of itself.
        let text = words::before(text, "  #").unwrap_or(text);
        if !text.is_empty() {
            let end = text.char_indices().nth(QUOTED);
            let shown = end.and_then(|(end, _)| text.get(..end));
            told += &format!(", `{}{}`", shown.unwrap_or(text), if shown.is_some() { "…" } else { "" });
        }
        told
    }

    fn name(&self, lane: usize) -> String {
        self.timeline.lane(lane).map_or(String::new(), |lane| words::plain(&lane.name))
    }

    /// Why a bar began, given the one before it.
    fn cause(&self, lane: &Lane, bar: &Bar, before: Option<&Bar>) -> Option<String> {
        let at = self.at(bar.line);
        let waited = before.filter(|before| matches!(before.doing, Doing::Waiting | Doing::Sleeping));
        let since = waited.map_or(bar.from, |before| before.from);
        let cancel = lane.cancels.iter().rev().find(|cancel| cancel.at >= since && cancel.at <= bar.from);
        if let (Some(cancel), true) = (cancel, waited.is_some() || bar.cause != Cause::Own) {
            return Some(format!("{} cancelled it{}", self.name(cancel.by), self.at(cancel.line)));
        }
        match bar.cause {
            Cause::Created(by) => {
                let did = if lane.is_task() { "created" } else { "started" };
                Some(format!("{} {did} it{at}", self.name(by)))
            }
            Cause::Woken(by) => {
                let ended = self.timeline.lane(by).and_then(|lane| lane.ended.as_ref());
                let name = self.name(by);
                if let Some(ended) = ended.filter(|ended| ended.at == bar.from && bar.line.is_none()) {
                    return Some(format!("{name} {}", ending(ended.how)));
                }
                let did = waited.map_or("went on to it", |before| deed(&before.text));
                Some(format!("{name} {did}{at}"))
            }
            Cause::Own if !lane.is_task() => None,
            Cause::Own if waited?.doing == Doing::Sleeping => Some("its time was over".to_owned()),
            Cause::Own => Some(format!("the loop found {} done", words::plain(&waited?.text))),
        }
    }

    /// How a lane ended, as a sentence.
    fn ended(&self, lane: &Lane) -> String {
        let Some(ended) = &lane.ended else { return String::new() };
        let mut told = format!(" At {} s it {}", words::seconds(ended.at), ending(ended.how));
        if ended.how == How::Failed {
            told += &format!(": {}{}", words::cut(&ended.error, 2 * QUOTED), self.at(ended.line));
        }
        told + "."
    }

    /// A call that holds the loop.
    fn held(&self, lane: &Lane, place: usize, bar: &Bar, so_far: &str) -> String {
        let (thread, task) = match lane.is_task() {
            true => (self.timeline.thread_of(lane), Some(place)),
            false => (Some(place), None),
        };
        let (mut ready, mut over) = (0, 0);
        let last = bar.to.saturating_sub(1);
        let tasks = self.timeline.lanes().iter().enumerate().filter(|(at, other)| {
            other.is_task() && Some(*at) != task && self.timeline.thread_of(other) == thread
        });
        for (_, other) in tasks {
            match other.at(last) {
                Some(stands) if stands.doing == Doing::Ready => ready += 1,
                Some(stands)
                    if stands.until.is_some_and(|until| until < bar.to)
                        && stands.doing == Doing::Sleeping =>
                {
                    over += 1;
                }
                _ => {}
            }
        }
        let mut told = format!(
            "the loop did nothing for {}{so_far} because {} held it{}",
            words::span(bar.length()),
            words::plain(&bar.text),
            self.at(bar.line)
        );
        if ready > 0 {
            told += &format!(
                "; {} {} ready",
                words::count(ready, "task"),
                if ready == 1 { "was" } else { "were" }
            );
        }
        if over > 0 {
            told += &format!("; {} had slept long enough", words::count(over, "task"));
        }
        told + "."
    }

    /// Which other thread had the GIL when a bar began.
    fn gil_holder(&self, bar: &Bar, place: usize) -> Option<String> {
        let holds = |lane: &Lane| lane.at(bar.from).is_some_and(|bar| bar.doing == Doing::Running);
        let lanes = self.timeline.lanes().iter().enumerate();
        let (other, _) =
            lanes.into_iter().find(|(at, lane)| !lane.is_task() && *at != place && holds(lane))?;
        Some(self.name(other))
    }

    /// What ended a loop's wait: the message that came to its thread then.
    fn awakener(&self, thread: usize, at: Nanos) -> Option<String> {
        let to_it = |arrow: &&Arrow| {
            arrow.to == thread && arrow.sent <= at && arrow.received.is_none_or(|to| to >= at)
        };
        let arrow = self.timeline.arrows().iter().rev().find(to_it)?;
        let what = words::plain(&arrow.text);
        let sent = self.at(arrow.line);
        Some(match arrow.kind {
            MessageKind::Page { .. } => format!("a request of the page came in: {what}"),
            _ => format!("a call of {} came in: {what}{sent}", self.name(arrow.from)),
        })
    }
}

fn until(bar: &Bar) -> String {
    match bar.until {
        Some(until) => format!(", until {} s at the latest", words::seconds(until)),
        None => String::new(),
    }
}

fn ending(how: How) -> &'static str {
    match how {
        How::Done => "ended",
        How::Failed => "failed",
        How::Cancelled => "was cancelled",
    }
}

/// What somebody did who ended such a wait.
fn deed(waited_for: &str) -> &'static str {
    match waited_for {
        "Event.wait" => "set the event",
        "Queue.get" => "put an item",
        "Queue.put" => "took an item",
        "Queue.join" => "finished the last item",
        "Lock.acquire" | "Semaphore.acquire" | "BoundedSemaphore.acquire" => "released it",
        "Condition.wait" | "Condition.wait_for" => "notified it",
        "Barrier.wait" => "came to the barrier",
        _ => "gave it what it waited for",
    }
}
