//! What a scene is painted with: a few kinds of marks, in the page's inks, on a canvas or into an SVG text.
//!
//! Two pens, so that what is on the screen is what is on the slide. Numbers are written in tenths of a pixel, as whole numbers:
//! the formatting of floating point would be a tenth of the page's download.

use wasm_bindgen::JsValue;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration};

/// The page's tokens that are painted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Text,
    Muted,
    Border,
    Stripe,
    Surface,
    Running,
    Ready,
    Waiting,
    Sleeping,
    Blocked,
    Holding,
    LeftOut,
    Arrow,
    Error,
    Accent,
}

/// In the order of [`Ink`], and last the font.
const TOKENS: [&str; 16] = [
    "--lt-text",
    "--lt-muted",
    "--lt-border",
    "--lt-line",
    "--lt-surface",
    "--lt-running",
    "--lt-ready",
    "--lt-waiting",
    "--lt-sleeping",
    "--lt-blocked",
    "--lt-holding",
    "--lt-border-strong",
    "--lt-arrow",
    "--lt-error",
    "--lt-accent",
    "--lt-sans",
];

/// What the tokens are in the theme there is.
pub struct Palette(pub Vec<String>);

impl Palette {
    pub fn of(style: &CssStyleDeclaration) -> Palette {
        let token = |name: &&str| style.get_property_value(name).unwrap_or_default().trim().to_owned();
        Palette(TOKENS.iter().map(token).collect())
    }

    fn colour(&self, ink: Ink) -> &str {
        self.0.get(ink as usize).map_or("", String::as_str)
    }

    fn font(&self) -> &str {
        self.0.last().map_or("", String::as_str)
    }
}

pub type Point = (f64, f64);

/// Text in one of these looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Small,
    Plain,
    Bold,
}

impl Face {
    fn size(self) -> i32 {
        if self == Face::Small { 11 } else { 12 }
    }

    fn weight(self) -> i32 {
        if self == Face::Bold { 600 } else { 400 }
    }
}

pub trait Pen {
    fn rect(&mut self, ink: Ink, area: [f64; 4], radius: f64);
    /// Several lines at once.
    fn lines(&mut self, ink: Ink, width: f64, dashed: bool, lines: &[(Point, Point)]);
    /// A filled shape.
    fn shape(&mut self, ink: Ink, corners: &[Point]);
    /// Its left end and its middle are there.
    fn text(&mut self, ink: Ink, face: Face, at: Point, text: &str);
    fn width(&self, face: Face, text: &str) -> f64;
    /// What is painted from now on is seen through, from 0 to 1.
    fn alpha(&mut self, alpha: f64);
}

/// Paints on a canvas; one unit of its context is one CSS pixel.
pub struct Canvas<'a> {
    context: &'a CanvasRenderingContext2d,
    palette: &'a Palette,
    ink: Option<Ink>,
}

impl<'a> Canvas<'a> {
    pub fn new(context: &'a CanvasRenderingContext2d, palette: &'a Palette) -> Canvas<'a> {
        context.set_text_baseline("middle");
        Canvas { context, palette, ink: None }
    }

    fn fill_with(&mut self, ink: Ink) {
        if self.ink.replace(ink) != Some(ink) {
            self.context.set_fill_style_str(self.palette.colour(ink));
        }
    }

    fn set_font(&self, face: Face) {
        self.context.set_font(&format!("{} {}px {}", face.weight(), face.size(), self.palette.font()));
    }
}

impl Pen for Canvas<'_> {
    fn rect(&mut self, ink: Ink, [x, y, width, height]: [f64; 4], radius: f64) {
        self.fill_with(ink);
        if radius < 1.0 {
            self.context.fill_rect(x, y, width, height);
            return;
        }
        self.context.begin_path();
        if self.context.round_rect_with_f64(x, y, width, height, radius).is_err() {
            self.context.rect(x, y, width, height);
        }
        self.context.fill();
    }

    fn lines(&mut self, ink: Ink, width: f64, dashed: bool, lines: &[(Point, Point)]) {
        let context = self.context;
        context.set_stroke_style_str(self.palette.colour(ink));
        context.set_line_width(width);
        let dash = js_sys::Array::new();
        if dashed {
            dash.push(&JsValue::from(4));
            dash.push(&JsValue::from(3));
        }
        let _ = context.set_line_dash(&dash);
        context.begin_path();
        for ((x1, y1), (x2, y2)) in lines {
            context.move_to(*x1, *y1);
            context.line_to(*x2, *y2);
        }
        context.stroke();
    }

    fn shape(&mut self, ink: Ink, corners: &[Point]) {
        self.fill_with(ink);
        self.context.begin_path();
        for (x, y) in corners {
            self.context.line_to(*x, *y);
        }
        self.context.close_path();
        self.context.fill();
    }

    fn text(&mut self, ink: Ink, face: Face, (x, y): Point, text: &str) {
        self.fill_with(ink);
        self.set_font(face);
        let _ = self.context.fill_text(text, x, y);
    }

    fn width(&self, face: Face, text: &str) -> f64 {
        self.set_font(face);
        self.context.measure_text(text).map_or(0.0, |text| text.width())
    }

    fn alpha(&mut self, alpha: f64) {
        self.context.set_global_alpha(alpha);
    }
}

/// Writes an SVG text.
pub struct Svg<'a> {
    palette: &'a Palette,
    text: String,
    opacity: String,
}

impl<'a> Svg<'a> {
    pub fn new(palette: &'a Palette, width: f64, height: f64) -> Svg<'a> {
        let size = [width, height].map(tenths);
        let [width, height] = &size;
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             font-family=\"{}\">\n",
            escaped(palette.font())
        );
        Svg { palette, text, opacity: String::new() }
    }

    pub fn end(mut self) -> String {
        self.text += "</svg>\n";
        self.text
    }

    fn path(&mut self, ink: Ink, lines: impl Iterator<Item = (char, Point)>, style: &str) {
        self.text += "<path d=\"";
        for (command, (x, y)) in lines {
            self.text.push(command);
            self.text += &format!("{} {}", tenths(x), tenths(y));
        }
        let colour = self.palette.colour(ink);
        self.text += &format!("\" {style}=\"{colour}\"{}/>\n", self.opacity);
    }
}

impl Pen for Svg<'_> {
    fn rect(&mut self, ink: Ink, area: [f64; 4], radius: f64) {
        let [x, y, width, height] = area.map(tenths);
        let (radius, colour) = (tenths(radius), self.palette.colour(ink));
        self.text += &format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" fill=\"{colour}\"{}/>\n",
            self.opacity
        );
    }

    fn lines(&mut self, ink: Ink, width: f64, dashed: bool, lines: &[(Point, Point)]) {
        if lines.is_empty() {
            return;
        }
        let dash = if dashed { "stroke-dasharray=\"4 3\" " } else { "" };
        let style = format!("fill=\"none\" {dash}stroke-width=\"{}\" stroke", tenths(width));
        self.path(ink, lines.iter().flat_map(|(from, to)| [('M', *from), ('L', *to)]), &style);
    }

    fn shape(&mut self, ink: Ink, corners: &[Point]) {
        let points = corners.iter().enumerate();
        self.path(ink, points.map(|(at, point)| (if at == 0 { 'M' } else { 'L' }, *point)), "fill");
    }

    fn text(&mut self, ink: Ink, face: Face, (x, y): Point, text: &str) {
        let (size, weight, colour) = (face.size(), face.weight(), self.palette.colour(ink));
        self.text += &format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\"{}>{}</text>\n",
            tenths(x),
            // The baseline of letters whose middle is there.
            tenths(y + 4.0),
            self.opacity,
            escaped(text)
        );
    }

    fn width(&self, face: Face, text: &str) -> f64 {
        // Nobody knows the reader's font: a little more than most letters take.
        text.chars().count() as f64 * f64::from(face.size()) * 0.58
    }

    fn alpha(&mut self, alpha: f64) {
        let hundredths = (alpha * 100.0) as u32;
        self.opacity =
            if hundredths < 100 { format!(" opacity=\"0.{hundredths:02}\"") } else { String::new() };
    }
}

/// A number with one digit behind the point.
fn tenths(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, part) => format!("{sign}{whole}.{part}"),
    }
}

/// As text in XML.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            // XML has no place for them, however they are written.
            '\0'..'\t' | '\u{b}' | '\u{c}' | '\u{e}'..' ' => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}
