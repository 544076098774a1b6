//! Where everything of the timeline is on its canvas, in CSS pixels, and what is under a point.
//!
//! Pure: the painter only paints what this gives it. A lane's bars that fall into the same pixel column become one, so
//! drawing costs as much as the canvas is wide, not as the run is long.

use loopthread_protocol::Nanos;

use super::{
    Bar, Doing, Lane, Timeline,
    view::{View, within},
};
use crate::page::words;

/// The height of the time axis, at the top.
pub const AXIS: f64 = 26.0;
/// The height of a lane.
pub const ROW: f64 = 24.0;
/// Free at the right, so that what happens last is seen whole.
const MARGIN: f64 = 8.0;
const THREAD_BAR: f64 = 14.0;
const TASK_BAR: f64 = 10.0;
/// Something that lasted no time is still seen.
const LEAST: f64 = 2.5;

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
}

#[derive(Debug, Default, PartialEq)]
pub struct Scene {
    pub rows: Vec<Row>,
    pub bars: Vec<Box>,
    pub arrows: Vec<Line>,
    /// x and label.
    pub ticks: Vec<(f64, String)>,
}

#[derive(Debug, PartialEq)]
pub struct Row {
    pub top: f64,
    pub name: String,
    pub detail: String,
    pub task: bool,
    /// From where to where the lane existed.
    pub life: (f64, f64),
    /// It has not ended.
    pub live: bool,
}

#[derive(Debug, PartialEq)]
pub struct Box {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub doing: Doing,
}

#[derive(Debug, PartialEq)]
pub struct Line {
    pub from: (f64, f64),
    pub to: (f64, f64),
    /// It has not been received.
    pub flying: bool,
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

    fn row_top(&self, row: usize) -> f64 {
        AXIS + row as f64 * ROW - self.scrolled
    }

    fn sees(&self, top: f64) -> bool {
        top + ROW > AXIS && top < self.height
    }
}

/// The height of all lanes and the axis.
pub fn full_height(lanes: usize) -> f64 {
    AXIS + lanes as f64 * ROW
}

/// Lays out what the window sees.
pub fn scene(timeline: &Timeline, window: &Window) -> Scene {
    let rows = timeline.rows();
    let mut scene = Scene::default();
    if timeline.is_empty() {
        return scene;
    }
    let most = (window.plot() / 90.0).max(2.0) as usize;
    for tick in window.view.ticks(most) {
        scene.ticks.push((window.gutter + tick.at * window.plot(), tick.label));
    }
    for (row, lane) in rows.iter().enumerate() {
        let (top, Some(lane)) = (window.row_top(row), timeline.lanes().get(*lane)) else { continue };
        if window.sees(top) {
            scene.rows.push(row_of(lane, top, window));
            let height = if lane.is_task() { TASK_BAR } else { THREAD_BAR };
            let y = top + (ROW - height) / 2.0;
            boxes(timeline, lane, window, |x, width, doing| {
                scene.bars.push(Box { x, y, width, height, doing })
            });
        }
    }
    scene.arrows = lines(timeline, &rows, window);
    scene
}

/// What is under a point, in words.
pub fn hit(timeline: &Timeline, window: &Window, x: f64, y: f64) -> Option<(String, Option<Bar>)> {
    if y < AXIS || y >= window.height {
        return None;
    }
    let row = ((y - AXIS + window.scrolled) / ROW) as usize;
    let lane = timeline.lanes().get(*timeline.rows().get(row)?)?;
    let name =
        if lane.detail.is_empty() { lane.name.to_string() } else { format!("{} {}", lane.name, lane.detail) };
    // A bar too thin to point at is found next to the pointer.
    let (from, to) =
        (window.view.time(window.fraction(x - LEAST)), window.view.time(window.fraction(x + LEAST)));
    let first = lane.bars.partition_point(|bar| (bar.to as f64) < from);
    let bar = lane.bars.get(first).cloned().or_else(|| timeline.open_bar(lane, window.now));
    Some((name, bar.filter(|bar| x >= window.gutter && bar.from as f64 <= to && bar.to as f64 >= from)))
}

fn row_of(lane: &Lane, top: f64, window: &Window) -> Row {
    let end = lane.ended.unwrap_or(window.now);
    let left = within(window.x(lane.started), window.gutter, window.width);
    Row {
        top,
        name: words::plain(&lane.name),
        detail: words::plain(&lane.detail),
        task: lane.is_task(),
        life: (left, within(window.x(end), left, window.width)),
        live: lane.ended.is_none(),
    }
}

/// Gives the lane's bars that are seen, those of one pixel column as one. Running comes last, on top: short steps are
/// what a lane is about, and the long waits around them must not cover them.
fn boxes(timeline: &Timeline, lane: &Lane, window: &Window, mut give: impl FnMut(f64, f64, Doing)) {
    let (start, end) = (window.view.time(0.0), window.view.time(1.0));
    let first = lane.bars.partition_point(|bar| (bar.to as f64) < start);
    let open = timeline.open_bar(lane, window.now);
    for running in [false, true] {
        // The end of what has been given: thin bars before it are hidden behind it.
        let mut painted = f64::MIN;
        let seen = lane.bars.iter().skip(first).chain(&open).take_while(|bar| bar.from as f64 <= end);
        for bar in seen.filter(|bar| (bar.doing == Doing::Running) == running) {
            let left = window.x(bar.from).max(window.gutter);
            let right = window.x(bar.to).min(window.width);
            let thin = right - left < LEAST;
            if thin && left + LEAST <= painted + 1.0 {
                continue;
            }
            let right = if thin { left + LEAST } else { right };
            give(left, right - left, bar.doing);
            painted = painted.max(right);
        }
    }
}

fn lines(timeline: &Timeline, rows: &[usize], window: &Window) -> Vec<Line> {
    let mut row_of_lane = vec![None; timeline.lanes().len()];
    for (row, &lane) in rows.iter().enumerate() {
        if let Some(slot) = row_of_lane.get_mut(lane) {
            *slot = Some(row);
        }
    }
    let middle = |lane: usize| Some(window.row_top((*row_of_lane.get(lane)?)?) + ROW / 2.0);
    let mut lines: Vec<Line> = Vec::new();
    for arrow in timeline.arrows() {
        let (Some(y1), Some(y2)) = (middle(arrow.from), middle(arrow.to)) else { continue };
        let (x1, x2) = (window.x(arrow.sent), window.x(arrow.received.unwrap_or(window.now)));
        let outside =
            x2 < window.gutter || x1 > window.width || y1.max(y2) < AXIS || y1.min(y2) > window.height;
        let (from, to) = ((x1, y1), (x2, y2));
        let same = |line: &Line| {
            line.from.1 == y1
                && line.to.1 == y2
                && (line.from.0 - x1).abs() < 1.0
                && (line.to.0 - x2).abs() < 1.0
        };
        if !outside && !lines.last().is_some_and(same) {
            lines.push(Line { from, to, flying: arrow.received.is_none() });
        }
    }
    lines
}
