//! The bar that has the keyboard's focus: how it goes from bar to bar and from lane to lane.
//!
//! A bar is named by its lane and the record that began it, so the focus stays where it is while bars come, and while they are
//! thinned out.

use loopthread_protocol::Nanos;

use super::Timeline;

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

/// The bar after such a step; the one there was, where there is none further. Without one, the first bar of the first lane.
pub fn go(timeline: &Timeline, from: Option<Spot>, step: Go) -> Option<Spot> {
    let rows = &timeline.rows().lanes;
    let Some((spot, place)) =
        from.and_then(|spot| Some((spot, timeline.lane(spot.lane)?.place_of(spot.record)?)))
    else {
        return rows.iter().find_map(|&lane| nth(timeline, lane, 0));
    };
    let lane = timeline.lane(spot.lane)?;
    let found = match step {
        Go::Before => place.checked_sub(1).and_then(|place| nth(timeline, spot.lane, place)),
        Go::After => nth(timeline, spot.lane, place + 1),
        Go::First => nth(timeline, spot.lane, 0),
        Go::Last => nth(timeline, spot.lane, lane.count().checked_sub(1)?),
        Go::Up | Go::Down => {
            let at = lane.nth(place)?.from;
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

fn nth(timeline: &Timeline, lane: usize, place: usize) -> Option<Spot> {
    Some(Spot { lane, record: timeline.lane(lane)?.nth(place)?.record })
}

/// What a lane did at a time, or of what it did else, what comes next or came last.
fn at_time(timeline: &Timeline, lane: usize, at: Nanos) -> Option<Spot> {
    let place = timeline.lane(lane)?.bars.partition_point(|bar| bar.to <= at);
    nth(timeline, lane, place).or_else(|| nth(timeline, lane, place.checked_sub(1)?))
}
