//! Paints a scene on a canvas.
//!
//! Colours and fonts are the page's tokens, read from the canvas's computed style, so that a theme reaches it.
//! Deliberately absent: where things are; that is `scene`.

use std::f64::consts::TAU;

use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration};

use super::{
    Doing,
    scene::{AXIS, ROW, Row, Scene, Window},
};

/// The tokens that the painter uses.
pub struct Palette {
    text: String,
    muted: String,
    border: String,
    stripe: String,
    running: String,
    ready: String,
    waiting: String,
    blocked: String,
    arrow: String,
    surface: String,
    font: String,
}

impl Palette {
    pub fn of(style: &CssStyleDeclaration) -> Palette {
        let token = |name: &str| style.get_property_value(name).unwrap_or_default().trim().to_owned();
        Palette {
            text: token("--lt-text"),
            muted: token("--lt-muted"),
            border: token("--lt-border"),
            stripe: token("--lt-line"),
            running: token("--lt-running"),
            ready: token("--lt-ready"),
            waiting: token("--lt-waiting"),
            blocked: token("--lt-blocked"),
            arrow: token("--lt-arrow"),
            surface: token("--lt-surface"),
            font: token("--lt-sans"),
        }
    }

    fn doing(&self, doing: Doing) -> &str {
        match doing {
            Doing::Running => &self.running,
            Doing::Ready => &self.ready,
            Doing::Waiting => &self.waiting,
            Doing::Blocked => &self.blocked,
        }
    }
}

/// Paints all of it; one unit of the context is one CSS pixel.
pub fn paint(context: &CanvasRenderingContext2d, scene: &Scene, window: &Window, palette: &Palette) {
    context.set_fill_style_str(&palette.surface);
    context.fill_rect(0.0, 0.0, window.width, window.height);
    grid(context, scene, window, palette);
    lives(context, scene, window, palette);
    for bar in &scene.bars {
        context.set_fill_style_str(palette.doing(bar.doing));
        rounded(context, bar.x, bar.y, bar.width, bar.height, (bar.width / 2.0).min(3.0));
    }
    arrows(context, scene, palette);
    axis(context, scene, window, palette);
    names(context, scene, window, palette);
}

fn grid(context: &CanvasRenderingContext2d, scene: &Scene, window: &Window, palette: &Palette) {
    for row in scene.rows.iter().filter(|row| !row.task) {
        context.set_fill_style_str(&palette.stripe);
        context.fill_rect(0.0, row.top, window.width, ROW);
    }
    context.set_fill_style_str(&palette.border);
    for (x, _) in &scene.ticks {
        context.fill_rect(x.round(), AXIS, 1.0, window.height - AXIS);
    }
}

/// A thin line from where each lane began to where it ended, with a mark at its end.
fn lives(context: &CanvasRenderingContext2d, scene: &Scene, window: &Window, palette: &Palette) {
    for row in &scene.rows {
        let (from, to) = row.life;
        let middle = (row.top + ROW / 2.0).round();
        context.set_fill_style_str(&palette.muted);
        context.fill_rect(from, middle, to - from, 1.0);
        if !row.live && to > window.gutter && to < window.width {
            context.fill_rect(to, middle - 5.0, 1.5, 11.0);
        }
    }
}

fn arrows(context: &CanvasRenderingContext2d, scene: &Scene, palette: &Palette) {
    context.set_stroke_style_str(&palette.arrow);
    context.set_fill_style_str(&palette.arrow);
    for line in &scene.arrows {
        let ((x1, y1), (x2, y2)) = (line.from, line.to);
        context.set_global_alpha(if line.flying { 0.45 } else { 0.9 });
        context.set_line_width(1.25);
        context.begin_path();
        context.move_to(x1, y1);
        context.line_to(x2, y2);
        context.stroke();
        context.begin_path();
        let _ = context.arc(x1, y1, 2.0, 0.0, TAU);
        context.fill();
        if !line.flying {
            head(context, (x1, y1), (x2, y2));
        }
    }
    context.set_global_alpha(1.0);
}

/// The head of an arrow, a small triangle.
fn head(context: &CanvasRenderingContext2d, from: (f64, f64), to: (f64, f64)) {
    const LENGTH: f64 = 6.0;
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let length = (x * x + y * y).sqrt().max(1e-6);
    let (dx, dy) = (x / length * LENGTH, y / length * LENGTH);
    let (back_x, back_y) = (to.0 - dx, to.1 - dy);
    context.begin_path();
    context.move_to(to.0, to.1);
    context.line_to(back_x - dy * 0.5, back_y + dx * 0.5);
    context.line_to(back_x + dy * 0.5, back_y - dx * 0.5);
    context.close_path();
    context.fill();
}

fn axis(context: &CanvasRenderingContext2d, scene: &Scene, window: &Window, palette: &Palette) {
    context.set_fill_style_str(&palette.surface);
    context.fill_rect(0.0, 0.0, window.width, AXIS);
    context.set_fill_style_str(&palette.border);
    context.fill_rect(0.0, AXIS - 1.0, window.width, 1.0);
    context.set_font(&format!("11px {}", palette.font));
    context.set_text_baseline("middle");
    context.set_fill_style_str(&palette.muted);
    for (x, label) in &scene.ticks {
        // The first and the last stay within the canvas.
        let width = width(context, label);
        let left = (x - width / 2.0).min(window.width - width - 4.0).max(window.gutter);
        let _ = context.fill_text(label, left, AXIS / 2.0);
    }
}

fn names(context: &CanvasRenderingContext2d, scene: &Scene, window: &Window, palette: &Palette) {
    context.save();
    context.begin_path();
    context.rect(0.0, AXIS, window.gutter - 8.0, window.height - AXIS);
    context.clip();
    for row in &scene.rows {
        name(context, row, window.gutter - 12.0, palette);
    }
    context.restore();
}

/// A lane's name and detail, as far as they fit before `right`.
fn name(context: &CanvasRenderingContext2d, row: &Row, right: f64, palette: &Palette) {
    let (left, weight) = if row.task { (22.0, "400") } else { (10.0, "600") };
    let middle = row.top + ROW / 2.0 + 0.5;
    context.set_font(&format!("{weight} 12px {}", palette.font));
    context.set_fill_style_str(if row.live { &palette.text } else { &palette.muted });
    let _ = context.fill_text(&fitting(context, &row.name, right - left), left, middle);
    let width = width(context, &row.name);
    if !row.detail.is_empty() && left + width + 30.0 < right {
        context.set_font(&format!("400 11px {}", palette.font));
        context.set_fill_style_str(&palette.muted);
        let left = left + width + 6.0;
        let _ = context.fill_text(&fitting(context, &row.detail, right - left), left, middle);
    }
}

/// The text, or as much of it as fits with an ellipsis.
fn fitting(context: &CanvasRenderingContext2d, text: &str, room: f64) -> String {
    let mut head = text.to_owned();
    let mut shown = head.clone();
    while width(context, &shown) > room && head.pop().is_some() {
        shown = format!("{}…", head.trim_end());
    }
    shown
}

fn width(context: &CanvasRenderingContext2d, text: &str) -> f64 {
    context.measure_text(text).map_or(0.0, |text| text.width())
}

fn rounded(context: &CanvasRenderingContext2d, x: f64, y: f64, width: f64, height: f64, radius: f64) {
    context.begin_path();
    if context.round_rect_with_f64(x, y, width, height, radius).is_err() {
        context.rect(x, y, width, height);
    }
    context.fill();
}
