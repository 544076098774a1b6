//! The bar or the envelope that has the keyboard's focus: how it goes from one to the next and from lane to lane.
//!
//! Either is named by its lane and the record that began it, so the focus stays where it is while others come, and while they are
//! thinned out. Envelopes are in the lane that sent them.

use loopthread_protocol::Nanos;

use super::{Arrow, Timeline};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The place of the lane.
    pub lane: usize,
    pub record: u64,
}

/// Where the focus is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    Before,
    After,
    First,
    Last,
    /// To the lane above, to what it did at that time.
    Up,
    Down,
}

/// The bar or envelope after such a step; the one there was, where there is none further. Without one, the first of the first lane.
pub fn go(timeline: &Timeline, from: Option<Spot>, step: Go) -> Option<Spot> {
    let rows = &timeline.rows().lanes;
    let Some((spot, (at, _))) = from.and_then(|spot| Some((spot, timeline.begins(spot)?))) else {
        return rows.iter().find_map(|&lane| next(timeline, lane, 0));
    };
    let found = match step {
        Go::Before => last(timeline, spot.lane, spot.record),
        Go::After => next(timeline, spot.lane, spot.record + 1),
        Go::First => next(timeline, spot.lane, 0),
        Go::Last => last(timeline, spot.lane, u64::MAX),
        Go::Up | Go::Down => {
            let row = timeline.rows().row.get(spot.lane).copied().flatten()?;
            if step == Go::Up {
                rows.get(..row)?.iter().rev().find_map(|&lane| at_time(timeline, lane, at))
            } else {
                rows.get(row + 1..)?.iter().find_map(|&lane| at_time(timeline, lane, at))
            }
        }
    };
    Some(found.unwrap_or(spot))
}

/// The first that begins with this record or a later one.
fn next(timeline: &Timeline, lane: usize, record: u64) -> Option<Spot> {
    let of = timeline.lane(lane)?;
    let bar = of.nth(of.bars.partition_point(|bar| bar.record < record)).filter(|bar| bar.record >= record);
    let bar = bar.map(|bar| bar.record);
    let sent = sent(timeline, lane).map(|arrow| arrow.record).find(|&sent| sent >= record);
    bar.into_iter().chain(sent).min().map(|record| Spot { lane, record })
}

/// The last of a lane that begins with an earlier record.
pub fn last(timeline: &Timeline, lane: usize, record: u64) -> Option<Spot> {
    let bar = timeline.lane(lane)?.before(record).map(|bar| bar.record);
    let sent = sent(timeline, lane).map(|arrow| arrow.record).rev().find(|&sent| sent < record);
    bar.max(sent).map(|record| Spot { lane, record })
}

/// What a lane has sent.
fn sent(timeline: &Timeline, lane: usize) -> impl DoubleEndedIterator<Item = &Arrow> {
    timeline.arrows().iter().filter(move |arrow| arrow.from == lane)
}

/// What a lane did at a time, or of what it did else, what comes next or came last.
fn at_time(timeline: &Timeline, lane: usize, at: Nanos) -> Option<Spot> {
    let of = timeline.lane(lane)?;
    let place = of.bars.partition_point(|bar| bar.to <= at);
    let bar = of.nth(place).or_else(|| of.nth(place.checked_sub(1)?)).map(|bar| bar.record);
    let sent = || sent(timeline, lane).find(|arrow| arrow.sent >= at).map(|arrow| arrow.record);
    match bar.or_else(sent) {
        Some(record) => Some(Spot { lane, record }),
        None => last(timeline, lane, u64::MAX),
    }
}
