//! Paints a scene with a pen.
//!
//! Each thing has a shape of its own, so that nothing is told by colour alone: what holds the loop is striped and fills its
//! thread's rows, who waits lies lower than who runs, who is ready is hollow, ends are a disc, a cross or a crossed ring. Deliberately absent: where things are; that is `scene`.

use super::{
    Doing, How,
    pen::{Face, Ink, Pen, Point},
    scene::{AXIS, Box, ENVELOPE, LineKind, ROW, Row, Scene, Window},
};

fn ink_of(doing: Doing) -> Ink {
    match doing {
        Doing::Running => Ink::Running,
        Doing::Ready => Ink::Ready,
        Doing::Waiting => Ink::Waiting,
        Doing::Sleeping => Ink::Sleeping,
        Doing::Blocked => Ink::Blocked,
        Doing::Holding => Ink::Holding,
        Doing::LeftOut => Ink::LeftOut,
    }
}

pub fn paint(pen: &mut dyn Pen, scene: &Scene, window: &Window) {
    pen.rect(Ink::Surface, [0.0, 0.0, window.width, window.height], 0.0);
    grid(pen, scene, window);
    lives(pen, scene);
    for doing in Doing::ALL {
        for bar in scene.bars.iter().filter(|bar| bar.doing == doing) {
            paint_bar(pen, bar);
        }
    }
    let has_gil = scene.bars.iter().filter(|bar| bar.gil);
    for bar in has_gil {
        pen.rect(Ink::Text, [bar.x, bar.y + bar.height + 1.0, bar.width, 1.5], 0.0);
    }
    let turns: Vec<_> = scene.turns.iter().map(|&(x, y)| ((x, y - 4.0), (x, y))).collect();
    pen.lines(Ink::Muted, 1.0, false, &turns);
    for row in &scene.rows {
        if let Some(how) = row.end {
            end(pen, how, (row.life.1, row.top + ROW / 2.0));
        }
    }
    arrows(pen, scene);
    if let Some([x, y, width, height]) = scene.focus {
        let (right, bottom) = (x + width, y + height);
        let corners = [(x, y), (right, y), (right, bottom), (x, bottom)];
        outline(pen, Ink::Accent, 2.0, &corners);
    }
    names(pen, scene, window);
    axis(pen, scene, window);
    if let Some(x) = scene.moment {
        pen.lines(Ink::Accent, 1.5, false, &[((x, AXIS - 4.0), (x, window.height))]);
        pen.shape(Ink::Accent, &[(x - 5.0, AXIS - 10.0), (x + 5.0, AXIS - 10.0), (x, AXIS - 2.0)]);
    }
}

fn grid(pen: &mut dyn Pen, scene: &Scene, window: &Window) {
    for row in scene.rows.iter().filter(|row| !row.task) {
        pen.rect(Ink::Stripe, [0.0, row.top, window.width, ROW], 0.0);
    }
    for (x, _) in &scene.ticks {
        pen.rect(Ink::Border, [x.round(), AXIS, 1.0, window.height - AXIS], 0.0);
    }
    pen.alpha(0.16);
    for &band in &scene.bands {
        pen.rect(Ink::Holding, band, 0.0);
    }
    pen.alpha(1.0);
}

/// A thin line from where each lane began to where it ended.
fn lives(pen: &mut dyn Pen, scene: &Scene) {
    for row in &scene.rows {
        let (from, to) = row.life;
        pen.rect(Ink::Muted, [from, (row.top + ROW / 2.0).round(), to - from, 1.0], 0.0);
    }
}

fn paint_bar(pen: &mut dyn Pen, bar: &Box) {
    let Box { x, mut y, width, mut height, doing, .. } = *bar;
    // Who waits lies low, and who sleeps lies lower.
    let less = match doing {
        Doing::Waiting => 2.0,
        Doing::Sleeping => 3.5,
        _ => 0.0,
    };
    (y, height) = (y + less, height - 2.0 * less);
    let radius = if width < 5.0 { 0.0 } else { height.min(6.0) / 2.0 };
    pen.rect(ink_of(doing), [x, y, width, height], radius);
    if doing == Doing::Ready && width > 5.0 {
        // Hollow: it could be filled.
        pen.rect(Ink::Surface, [x + 1.5, y + 1.5, width - 3.0, height - 3.0], 1.5);
    }
    let step = match doing {
        Doing::Holding => 6.0,
        Doing::LeftOut => 4.0,
        Doing::Blocked => 12.0,
        _ => return,
    };
    if width < 2.0 * step {
        return;
    }
    let mut stripes = Vec::new();
    let mut at = x;
    while at + height < x + width {
        stripes.push(((at, y + height), (at + height, y)));
        at += step;
    }
    pen.lines(Ink::Surface, 1.5, false, &stripes);
    if doing == Doing::Holding {
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
        outline(pen, Ink::Holding, 1.5, &corners);
    }
}

fn outline(pen: &mut dyn Pen, ink: Ink, width: f64, corners: &[Point]) {
    let next = corners.iter().cycle().skip(1);
    let sides: Vec<_> = corners.iter().copied().zip(next.copied()).collect();
    pen.lines(ink, width, false, &sides);
}

fn arrows(pen: &mut dyn Pen, scene: &Scene) {
    let of = |kind: LineKind| {
        let lines = scene.lines.iter().filter(move |line| line.kind == kind);
        lines.map(|line| (line.from, line.to)).collect::<Vec<_>>()
    };
    for kind in [LineKind::Created, LineKind::Woke, LineKind::Cancelled, LineKind::Flying, LineKind::Received]
    {
        let lines = of(kind);
        if lines.is_empty() {
            continue;
        }
        let ink = if kind == LineKind::Cancelled { Ink::Error } else { Ink::Arrow };
        pen.alpha(if kind == LineKind::Flying { 0.5 } else { 0.9 });
        pen.lines(ink, 1.25, matches!(kind, LineKind::Created | LineKind::Cancelled), &lines);
        for &(from, to) in &lines {
            match kind {
                LineKind::Cancelled => cross(pen, ink, to, 3.5),
                LineKind::Flying => {}
                _ => head(pen, ink, from, to),
            }
            if matches!(kind, LineKind::Flying | LineKind::Received) {
                envelope(pen, from);
            }
        }
    }
    pen.alpha(1.0);
}

/// The head of an arrow, a small triangle.
fn head(pen: &mut dyn Pen, ink: Ink, from: Point, to: Point) {
    const LENGTH: f64 = 6.0;
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let length = (x * x + y * y).sqrt().max(1e-6);
    let (dx, dy) = (x / length * LENGTH, y / length * LENGTH);
    let (back_x, back_y) = (to.0 - dx, to.1 - dy);
    pen.shape(ink, &[to, (back_x - dy * 0.5, back_y + dx * 0.5), (back_x + dy * 0.5, back_y - dx * 0.5)]);
}

fn envelope(pen: &mut dyn Pen, (x, y): Point) {
    let (width, height) = ENVELOPE;
    pen.rect(Ink::Arrow, [x - width, y - height, 2.0 * width, 2.0 * height], 1.0);
    let flap = [((x - 4.5, y - 3.0), (x, y + 0.5)), ((x, y + 0.5), (x + 4.5, y - 3.0))];
    pen.lines(Ink::Surface, 1.25, false, &flap);
}

fn cross(pen: &mut dyn Pen, ink: Ink, (x, y): Point, arm: f64) {
    let (left, right, top, bottom) = (x - arm, x + arm, y - arm, y + arm);
    pen.lines(ink, 2.0, false, &[((left, top), (right, bottom)), ((left, bottom), (right, top))]);
}

/// How a lane ended: a disc, a cross, or a ring that is crossed out.
fn end(pen: &mut dyn Pen, how: How, at: Point) {
    if how == How::Failed {
        cross(pen, Ink::Error, at, 4.5);
        return;
    }
    let round = |radius: f64| {
        let around = [(0.4, 0.9), (0.9, 0.4), (0.9, -0.4), (0.4, -0.9)];
        let other = around.map(|(x, y)| (-x, -y));
        let all = around.into_iter().chain(other);
        all.map(|(x, y)| (at.0 + x * radius, at.1 + y * radius)).collect::<Vec<_>>()
    };
    pen.shape(Ink::Text, &round(4.5));
    if how == How::Cancelled {
        pen.shape(Ink::Surface, &round(3.0));
        pen.lines(Ink::Text, 1.5, false, &[((at.0 - 4.0, at.1 + 4.0), (at.0 + 4.0, at.1 - 4.0))]);
    }
}

fn axis(pen: &mut dyn Pen, scene: &Scene, window: &Window) {
    pen.rect(Ink::Surface, [0.0, 0.0, window.width, AXIS], 0.0);
    pen.rect(Ink::Border, [0.0, AXIS - 1.0, window.width, 1.0], 0.0);
    for (x, label) in &scene.ticks {
        // The first and the last stay within the canvas.
        let width = pen.width(Face::Small, label);
        let left = (x - width / 2.0).min(window.width - width - 4.0).max(window.gutter);
        pen.text(Ink::Muted, Face::Small, (left, AXIS / 2.0), label);
    }
}

/// The names, on top of what comes in from the left.
fn names(pen: &mut dyn Pen, scene: &Scene, window: &Window) {
    pen.rect(Ink::Surface, [0.0, AXIS, window.gutter - 8.0, window.height - AXIS], 0.0);
    for row in &scene.rows {
        if !row.task {
            pen.rect(Ink::Stripe, [0.0, row.top, window.gutter - 8.0, ROW], 0.0);
        }
        name(pen, row, window.gutter - 12.0);
    }
}

/// A lane's name and detail, as far as they fit before `right`.
fn name(pen: &mut dyn Pen, row: &Row, right: f64) {
    let (left, face) = if row.task { (22.0, Face::Plain) } else { (10.0, Face::Bold) };
    let middle = row.top + ROW / 2.0 + 0.5;
    let ink = if row.live { Ink::Text } else { Ink::Muted };
    let shown = fitting(pen, face, &row.name, right - left);
    pen.text(ink, face, (left, middle), &shown);
    let width = pen.width(face, &shown);
    if !row.detail.is_empty() && left + width + 30.0 < right {
        let left = left + width + 6.0;
        let shown = fitting(pen, Face::Small, &row.detail, right - left);
        pen.text(Ink::Muted, Face::Small, (left, middle), &shown);
    }
}

/// The text, or as much of it as fits with an ellipsis.
fn fitting(pen: &dyn Pen, face: Face, text: &str, room: f64) -> String {
    let mut head = text.to_owned();
    let mut shown = head.clone();
    while pen.width(face, &shown) > room && head.pop().is_some() {
        shown = format!("{}…", head.trim_end());
    }
    shown
}
