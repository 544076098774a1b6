//! What a process has to tell the page, in order, until the next slice ends.
//!
//! **Nothing is lost silently**: output past the protocol's bounds is counted and told as dropped (unless the session's owner
//! wants all of it), and so are trace records beyond what one batch may hold; threads and tasks starting and ending are always told.

use loopthread_protocol::{
    Answer, Event, Nanos, OUTPUT_BYTES, OUTPUT_LINES, Outcome, Output, Record, RequestId, Status, Stream,
    TaskId, TaskState, ThreadId, What,
};

/// Trace records in one batch, beyond which only the needed ones are kept.
const BATCH_RECORDS: usize = 4_000;

#[derive(Clone, Debug, Default)]
pub struct Events {
    list: Vec<Event>,
    records: usize,
    /// Records of this process, those that were dropped among them.
    told: u64,
    records_dropped: u64,
    bytes: usize,
    lines: usize,
    dropped_lines: u64,
    dropped_bytes: u64,
    status: Option<Status>,
    /// It was told that nothing can wake the program.
    stuck: bool,
    /// All output is told: whoever owns the session takes it as it comes, and keeps none.
    pub unbounded: bool,
}

impl Events {
    pub fn push(&mut self, event: Event) {
        self.list.push(event);
    }

    /// Output begins anew, of a program or for the console alone.
    pub fn started(&mut self, request: RequestId, program: bool) {
        *self =
            Events { list: std::mem::take(&mut self.list), unbounded: self.unbounded, ..Events::default() };
        self.list.push(Event::Started { request, program });
    }

    pub fn answer(&mut self, request: RequestId, outcome: Outcome) {
        self.list.push(Event::Answer(Answer { request, outcome }));
    }

    /// Tells the status if it changed.
    pub fn status(&mut self, status: Status) {
        if self.status.as_ref() != Some(&status) {
            self.status = Some(status.clone());
            self.stuck = false;
            self.list.push(Event::Status(status));
        }
    }

    /// Whether it is to be told now that nothing can wake the program.
    pub fn is_stuck_news(&mut self) -> bool {
        !std::mem::replace(&mut self.stuck, true)
    }

    pub fn output(&mut self, stream: Stream, text: &str, at: Nanos, thread: ThreadId, task: Option<TaskId>) {
        let kept = self.room_for(text);
        let (text, dropped) = text.split_at(kept);
        if !dropped.is_empty() {
            self.dropped_bytes += dropped.len() as u64;
            self.dropped_lines += line_ends(dropped) as u64;
        }
        if text.is_empty() {
            return;
        }
        self.bytes += text.len();
        self.lines += line_ends(text);
        if let Some(Event::Output(last)) = self.list.last_mut()
            && (last.stream, last.at, last.thread, last.task) == (stream, at, thread, task)
        {
            last.text.push_str(text);
            return;
        }
        self.list.push(Event::Output(Output { stream, text: text.to_owned(), at, thread, task }));
    }

    /// Records of this process so far, those that were dropped among them.
    pub fn told(&self) -> u64 {
        self.told
    }

    /// Bytes of output so far, of those that were kept.
    pub fn printed(&self) -> u64 {
        self.bytes as u64
    }

    pub fn trace(&mut self, at: Nanos, what: What) {
        let number = self.told;
        self.told += 1;
        if self.records >= BATCH_RECORDS && !is_needed(&what) {
            self.records_dropped += 1;
            return;
        }
        self.records += 1;
        let record = Record { at, what };
        match self.list.last_mut() {
            Some(Event::Trace { first, records }) if *first + records.len() as u64 == number => {
                records.push(record);
            }
            _ => self.list.push(Event::Trace { first: number, records: vec![record] }),
        }
    }

    /// All that was told since the last call.
    pub fn take(&mut self) -> Vec<Event> {
        if self.dropped_bytes > 0 {
            self.list.push(Event::Dropped { lines: self.dropped_lines, bytes: self.dropped_bytes });
            (self.dropped_lines, self.dropped_bytes) = (0, 0);
        }
        if self.records_dropped > 0 {
            self.list.push(Event::TraceDropped { records: self.records_dropped });
            self.records_dropped = 0;
        }
        self.records = 0;
        std::mem::take(&mut self.list)
    }

    /// How many bytes of `text` are within the bounds: whole lines as long as there is room for lines.
    fn room_for(&self, text: &str) -> usize {
        if self.unbounded {
            return text.len();
        }
        let lines_left = OUTPUT_LINES.saturating_sub(self.lines);
        let by_lines = match lines_left {
            0 => 0,
            n => text.match_indices('\n').nth(n - 1).map_or(text.len(), |(at, _)| at + 1),
        };
        let mut kept = by_lines.min(OUTPUT_BYTES.saturating_sub(self.bytes));
        while !text.is_char_boundary(kept) {
            kept -= 1;
        }
        kept
    }
}

fn line_ends(text: &str) -> usize {
    text.bytes().filter(|&b| b == b'\n').count()
}

fn is_needed(what: &What) -> bool {
    match what {
        What::ThreadStarted { .. } | What::ThreadEnded { .. } | What::TaskCreated { .. } => true,
        What::TaskState { state, .. } => {
            matches!(state, TaskState::Done | TaskState::Failed { .. } | TaskState::Cancelled)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(events: &mut Events, text: &str) {
        events.output(Stream::Stdout, text, 0, ThreadId(0), None);
    }

    #[test]
    fn output_beyond_the_lines_is_counted_and_told() {
        let mut events = Events::default();
        write(&mut events, &"x\n".repeat(OUTPUT_LINES - 1));
        write(&mut events, "last\nlost\nlost too");
        write(&mut events, "\n");
        let told = events.take();
        assert!(matches!(&told[0], Event::Output(o) if o.text.ends_with("x\nlast\n")));
        assert_eq!(told[1], Event::Dropped { lines: 2, bytes: 14 });
    }

    #[test]
    fn output_beyond_the_bytes_is_cut_between_characters() {
        let mut events = Events::default();
        write(&mut events, &"x".repeat(OUTPUT_BYTES - 1));
        write(&mut events, "é");
        assert_eq!(events.take()[1], Event::Dropped { lines: 0, bytes: 2 });
    }

    #[test]
    fn a_flood_of_records_keeps_the_ends_of_tasks() {
        let mut events = Events::default();
        let task = TaskId(1);
        for _ in 0..BATCH_RECORDS + 5 {
            events.trace(0, What::TaskState { task, state: TaskState::Ready { by: None, line: None } });
        }
        events.trace(0, What::TaskState { task, state: TaskState::Done });
        let told = events.take();
        assert!(matches!(&told[0], Event::Trace { first: 0, records } if records.len() == BATCH_RECORDS));
        let behind = BATCH_RECORDS as u64 + 5;
        assert!(
            matches!(&told[1], Event::Trace { first, records } if *first == behind && records.len() == 1)
        );
        assert_eq!(told[2], Event::TraceDropped { records: 5 });
    }
}
