//! Where everything of the timeline is on its canvas, in CSS pixels, and what is under a point.
//!
//! Pure: the painter only paints what this gives it. **What is laid out costs as much as the canvas is large, not as the run is
//! long**: only lanes in sight are looked at, their bars are found by binary search, and those of one column of pixels become
//! one. Columns stand at multiples of their time, so that nothing flickers while it is moved.

use loopthread_protocol::Nanos;

use super::{
    Bar, Cause, Doing, How, Lane, Timeline,
    focus::Spot,
    view::{View, within},
};
use crate::page::words;

/// The height of the time axis, at the top.
pub const AXIS: f64 = 26.0;
/// The height of a lane.
pub const ROW: f64 = 24.0;
/// Free at the right, so that what happens last is seen whole.
const MARGIN: f64 = 10.0;
const THREAD_BAR: f64 = 14.0;
const TASK_BAR: f64 = 10.0;
/// The width of a column. Something that lasted no time is still seen.
const LEAST: f64 = 2.5;
/// Bars of a column that are looked at: the steps of a task come in threes.
const LOOKED_AT: usize = 4;
/// Half the width and half the height of an envelope.
pub const ENVELOPE: (f64, f64) = (5.5, 4.0);
/// Arrows to one lane are at least so far apart.
const APART: f64 = 10.0;
/// More arrows than these say nothing. Those of the bar that has the focus are drawn all the same.
const ARROWS: usize = 160;

/// The canvas: what is seen of the timeline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    pub width: f64,
    pub height: f64,
    /// The width of the lanes' names, at the left.
    pub gutter: f64,
    /// How far the lanes are scrolled.
    pub scrolled: f64,
    pub view: View,
    pub now: Nanos,
    /// The bar that has the focus.
    pub focus: Option<Spot>,
    /// The moment that is shown.
    pub moment: Option<Nanos>,
}

#[derive(Debug, Default, PartialEq)]
pub struct Scene {
    pub rows: Vec<Row>,
    pub bars: Vec<Box>,
    pub lines: Vec<Line>,
    /// x and label.
    pub ticks: Vec<(f64, String)>,
    /// Where a loop's turn began: x and y.
    pub turns: Vec<(f64, f64)>,
    /// A thread with its tasks while the loop is held: x, y, width, height.
    pub bands: Vec<[f64; 4]>,
    /// Around the bar that has the focus.
    pub focus: Option<[f64; 4]>,
    pub moment: Option<f64>,
    /// There are more arrows than can be told apart.
    pub crowded: bool,
    /// Bars that were looked at.
    pub walked: usize,
}

#[derive(Debug, PartialEq)]
pub struct Row {
    pub top: f64,
    pub name: String,
    pub detail: String,
    pub task: bool,
    /// From where to where the lane existed.
    pub life: (f64, f64),
    /// How it ended, if it has and that is in sight.
    pub end: Option<How>,
    pub live: bool,
}

#[derive(Debug, PartialEq)]
pub struct Box {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub doing: Doing,
    /// Running, of a thread: it has the GIL.
    pub gil: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub from: (f64, f64),
    pub to: (f64, f64),
    pub kind: LineKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    Created,
    Woke,
    Cancelled,
    /// A message that is on its way.
    Flying,
    Received,
}

impl Window {
    /// The x of a time.
    pub fn x(&self, at: Nanos) -> f64 {
        self.gutter + self.view.place(at) * self.plot()
    }

    /// The part of the width in which time runs.
    pub fn plot(&self) -> f64 {
        (self.width - self.gutter - MARGIN).max(1.0)
    }

    /// Where an x is between the plot's ends, from 0 to 1.
    pub fn fraction(&self, x: f64) -> f64 {
        within((x - self.gutter) / self.plot(), 0.0, 1.0)
    }

    /// The time of so many pixels.
    fn time_of(&self, pixels: f64) -> f64 {
        (self.view.time(1.0) - self.view.time(0.0)) * pixels / self.plot()
    }

    fn row_top(&self, row: usize) -> f64 {
        AXIS + row as f64 * ROW - self.scrolled
    }

    fn middle(&self, row: usize) -> f64 {
        self.row_top(row) + ROW / 2.0
    }

    /// The first row in sight, and how many there are.
    fn seen(&self) -> (usize, usize) {
        ((self.scrolled / ROW) as usize, ((self.height - AXIS).max(0.0) / ROW) as usize + 2)
    }

    fn sees(&self, x: f64) -> bool {
        x >= self.gutter && x <= self.width
    }
}

/// The height of all lanes and the axis.
pub fn full_height(lanes: usize) -> f64 {
    AXIS + lanes as f64 * ROW
}

/// Lays out what the window sees.
pub fn scene(timeline: &Timeline, window: &Window) -> Scene {
    let mut scene = Scene::default();
    if timeline.is_empty() {
        return scene;
    }
    let most = (window.plot() / 90.0).max(2.0) as usize;
    for tick in window.view.ticks(most) {
        scene.ticks.push((window.gutter + tick.at * window.plot(), tick.label));
    }
    let (first, count) = window.seen();
    for (row, place) in timeline.rows().lanes.iter().enumerate().skip(first).take(count) {
        let top = window.row_top(row);
        let Some(lane) = timeline.lane(*place).filter(|_| top + ROW > AXIS && top < window.height) else {
            continue;
        };
        scene.rows.push(row_of(lane, top, window));
        boxes(&mut scene, timeline, *place, row, window);
        turns(&mut scene, lane, row, window);
        for cancel in &lane.cancels {
            let x = window.x(cancel.at);
            if window.sees(x) {
                arrow(&mut scene, timeline, window, cancel.by, row, x, LineKind::Cancelled);
            }
        }
    }
    if scene.lines.len() > ARROWS {
        scene.lines.clear();
        scene.crowded = true;
    }
    messages(&mut scene, timeline, window);
    focus(&mut scene, timeline, window);
    scene.moment = window.moment.map(|at| window.x(at)).filter(|x| window.sees(*x));
    scene
}

/// What is under a point: the lane, and its envelope or bar.
pub fn hit(timeline: &Timeline, window: &Window, x: f64, y: f64) -> Option<(usize, Option<Spot>)> {
    if y < AXIS || y >= window.height {
        return None;
    }
    let row = ((y - AXIS + window.scrolled) / ROW) as usize;
    let place = *timeline.rows().lanes.get(row)?;
    let lane = timeline.lane(place)?;
    let time = |x| window.view.time(window.fraction(x));
    let open = timeline.open_bar(lane, window.now);
    // A bar too thin to point at is found next to the pointer, if the pointer is on no other.
    let under = |from: f64, to: f64| {
        let first = lane.bars.partition_point(|bar| (bar.to as f64) < from);
        let bar = lane.bars.get(first).or(open.as_ref());
        bar.filter(|bar| bar.from as f64 <= to && bar.to as f64 >= from)
    };
    let bar = || under(time(x), time(x)).or_else(|| under(time(x - LEAST), time(x + LEAST)));
    let near = (y - window.middle(row)).abs() <= ENVELOPE.1;
    let arrows = timeline.arrows().partition_point(|arrow| (arrow.sent as f64) < time(x - ENVELOPE.0));
    let arrows = timeline.arrows().get(arrows..).unwrap_or_default().iter();
    let arrow = arrows
        .take_while(|arrow| near && arrow.sent as f64 <= time(x + ENVELOPE.0))
        .filter(|arrow| arrow.from == place)
        .last();
    let record = arrow.map(|arrow| arrow.record).or_else(|| Some(bar()?.record));
    let record = record.filter(|_| x >= window.gutter);
    Some((place, record.map(|record| Spot { lane: place, record })))
}

fn row_of(lane: &Lane, top: f64, window: &Window) -> Row {
    let end = lane.ended.as_ref();
    let left = within(window.x(lane.started), window.gutter, window.width);
    let right = window.x(end.map_or(window.now, |end| end.at));
    Row {
        top,
        name: words::plain(&lane.name),
        detail: words::plain(&lane.detail),
        task: lane.is_task(),
        life: (left, within(right, left, window.width)),
        end: end.map(|end| end.how).filter(|_| window.sees(right)),
        live: end.is_none(),
    }
}

/// Lays out a lane's bars, and the arrows to it.
fn boxes(scene: &mut Scene, timeline: &Timeline, place: usize, row: usize, window: &Window) {
    let Some(lane) = timeline.lane(place) else { return };
    let (start, end) = (window.view.time(0.0), window.view.time(1.0));
    let column = window.time_of(LEAST);
    let open = timeline.open_bar(lane, window.now);
    let height = if lane.is_task() { TASK_BAR } else { THREAD_BAR };
    let y = window.middle(row) - height / 2.0;
    let nth = |place: usize| lane.bars.get(place).or(open.as_ref().filter(|_| place == lane.bars.len()));
    let mut next = lane.bars.partition_point(|bar| (bar.to as f64) < start);
    // The right end of the column that came last, and how far the last arrow was.
    let (mut before, mut arrow_at) = (f64::MIN, f64::MIN);
    while let Some(bar) = nth(next).filter(|bar| bar.from as f64 <= end) {
        let (left, right) = (window.x(bar.from).max(window.gutter), window.x(bar.to).min(window.width));
        let thin = right - left < LEAST;
        let mut shown = bar.doing;
        let (mut x, mut width) = (left, right - left);
        let mut following = next + 1;
        if thin {
            // All that ends in this column.
            let number = (bar.to as f64 / column).floor();
            let until = (number + 1.0) * column;
            let rest = lane.bars.get(next + 1..).unwrap_or_default();
            following += ending_before(rest, until);
            let looked_at = (next..following).take(LOOKED_AT).filter_map(nth);
            shown = looked_at.map(|bar| bar.doing).fold(shown, Doing::max);
            x = (window.gutter + (number * column - start) / column * LEAST).max(window.gutter);
            width = LEAST;
        }
        scene.walked += (following - next).min(LOOKED_AT);
        let gil = shown == Doing::Running && !lane.is_task();
        let merged = scene
            .bars
            .last_mut()
            .filter(|last| thin && last.y == y && last.doing == shown && (before - x).abs() < 0.5);
        match merged {
            Some(last) => last.width = x + width - last.x,
            None => scene.bars.push(Box { x, y, width, height, doing: shown, gil }),
        }
        before = if thin { x + width } else { f64::MIN };
        if bar.doing == Doing::Holding && !lane.is_task() && !thin {
            let rows = timeline.group(place);
            let top = window.row_top(rows.start).max(AXIS);
            let bottom = window.row_top(rows.end);
            scene.bands.push([left, top, right - left, bottom - top]);
        }
        if let Some(by) = bar.cause.by()
            && left - arrow_at >= APART
            && window.sees(window.x(bar.from))
        {
            arrow_at = left;
            let kind =
                if matches!(bar.cause, Cause::Created(_)) { LineKind::Created } else { LineKind::Woke };
            arrow(scene, timeline, window, by, row, left, kind);
        }
        next = following;
    }
}

/// How many of the first bars end before a time: most often few, so the search begins at the front.
fn ending_before(bars: &[Bar], until: f64) -> usize {
    let mut most = 4;
    while bars.get(most).is_some_and(|bar| (bar.to as f64) < until) {
        most *= 2;
    }
    let near = bars.get(..most).unwrap_or(bars);
    near.partition_point(|bar| (bar.to as f64) < until)
}

/// An arrow between rows at one time.
fn arrow(
    scene: &mut Scene,
    timeline: &Timeline,
    window: &Window,
    by: usize,
    row: usize,
    x: f64,
    kind: LineKind,
) {
    let from = timeline.rows().row.get(by).copied().flatten().filter(|from| *from != row);
    if let Some(from) = from {
        let (from, to) = (window.middle(from), window.middle(row));
        // It ends at the edge of the bar.
        let edge = if from < to { -TASK_BAR / 2.0 } else { TASK_BAR / 2.0 };
        scene.lines.push(Line { from: (x, from), to: (x, to + edge), kind });
    }
}

fn turns(scene: &mut Scene, lane: &Lane, row: usize, window: &Window) {
    let (mut at, end) = (window.view.time(0.0), window.view.time(1.0));
    let y = window.row_top(row) + ROW;
    loop {
        let next = lane.turns.partition_point(|turn| (turn.at as f64) < at);
        let Some(turn) = lane.turns.get(next).filter(|turn| turn.at as f64 <= end) else { return };
        scene.turns.push((window.x(turn.at), y));
        at = turn.at as f64 + window.time_of(4.0).max(1.0);
    }
}

fn messages(scene: &mut Scene, timeline: &Timeline, window: &Window) {
    let (start, end) = (window.view.time(0.0), window.view.time(1.0));
    let row = |lane: usize| timeline.rows().row.get(lane).copied().flatten();
    let last = timeline.arrows().partition_point(|arrow| arrow.sent as f64 <= end);
    let first = scene.lines.len();
    for arrow in timeline.arrows().get(..last).unwrap_or_default() {
        if arrow.received.is_some_and(|at| (at as f64) < start) {
            continue;
        }
        let (Some(from), Some(to)) = (row(arrow.from), row(arrow.to)) else { continue };
        let (y1, y2) = (window.middle(from), window.middle(to));
        let (x1, x2) = (window.x(arrow.sent), window.x(arrow.received.unwrap_or(window.now)));
        let outside = y1.max(y2) < AXIS || y1.min(y2) > window.height;
        let same = |line: &Line| {
            (line.from.1, line.to.1) == (y1, y2)
                && (line.from.0 - x1).abs() < APART / 2.0
                && (line.to.0 - x2).abs() < APART / 2.0
        };
        let before = scene.lines.get(first..).unwrap_or_default().last();
        if !outside && !before.is_some_and(same) {
            let kind = if arrow.received.is_some() { LineKind::Received } else { LineKind::Flying };
            scene.lines.push(Line { from: (x1, y1), to: (x2, y2), kind });
        }
    }
}

/// The bar that has the focus, and its arrow if there were too many to draw them.
fn focus(scene: &mut Scene, timeline: &Timeline, window: &Window) {
    let Some(spot) = window.focus else { return };
    let lane = timeline.lane(spot.lane);
    let row = timeline.rows().row.get(spot.lane).copied().flatten();
    let (Some(lane), Some(row)) = (lane, row) else { return };
    let Some(bar) = lane.of_record(spot.record) else {
        let x = timeline.message(spot.record).map(|arrow| window.x(arrow.sent)).filter(|x| window.sees(*x));
        let (width, height) = (ENVELOPE.0 + 3.0, ENVELOPE.1 + 3.0);
        scene.focus = x.map(|x| [x - width, window.middle(row) - height, 2.0 * width, 2.0 * height]);
        return;
    };
    let open = lane.now.as_ref() == Some(bar);
    let left = window.x(bar.from).max(window.gutter);
    let right = window.x(if open { window.now } else { bar.to }).min(window.width);
    if right >= left {
        let width = (right - left).max(LEAST);
        scene.focus = Some([left - 2.0, window.row_top(row) + 2.0, width + 4.0, ROW - 4.0]);
    }
    if let Some(by) = bar.cause.by().filter(|_| scene.crowded && window.sees(window.x(bar.from))) {
        arrow(scene, timeline, window, by, row, left, LineKind::Woke);
    }
}
