//! What a link or an embedding page opens: a program, and how it is to be run and shown.
//!
//! As a text it is a line `name: value` for each thing that is not as usual, an empty line, and the program: short, readable,
//! and open to names that are not known yet, which are passed over. Whatever is wrong with a value, the usual holds.
//! Deliberately absent: the browser, and the packing of links (`www/links.js`).

use loopthread_protocol::Breakpoint;

use super::{
    examples::{self, Example},
    state::control::{self, Clock, SPEEDS},
};

/// The parts of the page that an embedding page chooses from; the header is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    Editor,
    Controls,
    Inspector,
    Schedules,
    Timeline,
    Output,
    Console,
    Tasks,
}

const PANELS: [(&str, Panel); 8] = [
    ("editor", Panel::Editor),
    ("controls", Panel::Controls),
    ("inspector", Panel::Inspector),
    ("schedules", Panel::Schedules),
    ("timeline", Panel::Timeline),
    ("output", Panel::Output),
    ("console", Panel::Console),
    ("tasks", Panel::Tasks),
];

/// How the page shows itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// It stands in another page.
    pub framed: bool,
    /// The parts shown; none stands for all.
    panels: Vec<Panel>,
    /// Lines that are run and not shown, as the editor's element takes them: `1-2 10-`.
    pub hidden: String,
    pub read_only: bool,
}

impl View {
    pub fn shows(&self, panel: Panel) -> bool {
        self.panels.is_empty() || self.panels.contains(&panel)
    }
}

/// What is opened. Nothing in it runs by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    pub code: String,
    /// What Reset restores.
    pub example: Option<&'static Example>,
    /// An example was named that is not there: a later version's, or a mistake.
    pub unknown: Option<String>,
    pub seed: u64,
    pub clock: Option<Clock>,
    /// A place in [`SPEEDS`].
    pub speed: Option<usize>,
    pub dev: bool,
    pub breakpoints: Vec<Breakpoint>,
    /// The moment of its run that is to be shown: the number of a trace record.
    pub moment: Option<u64>,
    pub view: View,
}

impl Opening {
    /// Reads what [`Opening::write`] or an embedding page wrote; how the page shows itself is the latter's affair, and no link's.
    pub fn read(text: &str, framed: bool) -> Opening {
        let mut opening = Opening::default();
        opening.view.framed = framed;
        let mut rest = text;
        while let Some((line, after)) = rest.split_once('\n') {
            rest = after;
            let Some((name, value)) = line.split_once(": ") else { break };
            match name {
                "example" => {
                    opening.example = examples::by_slug(value);
                    opening.unknown = opening.example.is_none().then(|| value.to_owned());
                }
                "seed" => opening.seed = value.parse().unwrap_or_default(),
                "clock" => opening.clock = Clock::ALL.into_iter().find(|clock| clock.slug() == value),
                "speed" => {
                    let percent = value.parse().ok();
                    opening.speed = percent.map(nearest);
                }
                "dev" => opening.dev = true,
                "breakpoint" => opening.breakpoints.extend(control::read(value)),
                "moment" => opening.moment = value.parse().ok(),
                "hidden" if framed => value.clone_into(&mut opening.view.hidden),
                "readonly" if framed => opening.view.read_only = true,
                "panels" if framed => {
                    let named =
                        |name: &str| PANELS.iter().find(|(known, _)| *known == name).map(|(_, panel)| *panel);
                    opening.view.panels = value.split_whitespace().filter_map(named).collect();
                }
                _ => {}
            }
        }
        rest.clone_into(&mut opening.code);
        if let Some(example) = opening.example.filter(|_| opening.code.trim().is_empty()) {
            example.source.clone_into(&mut opening.code);
        }
        opening
    }

    /// Writes what a link carries. How an embedding page shows itself is its own affair.
    pub fn write(&self) -> String {
        let mut text = String::new();
        let mut line = |name: &str, value: &str| text += &[name, ": ", value, "\n"].concat();
        if let Some(example) = self.example {
            line("example", example.slug);
        }
        if self.seed != 0 {
            line("seed", &self.seed.to_string());
        }
        if let Some(clock) = self.clock {
            line("clock", clock.slug());
        }
        if let Some((percent, _)) = self.speed.and_then(|speed| SPEEDS.get(speed)) {
            line("speed", &percent.to_string());
        }
        if self.dev {
            line("dev", "yes");
        }
        for breakpoint in control::write(&self.breakpoints).lines() {
            line("breakpoint", breakpoint);
        }
        if let Some(moment) = self.moment {
            line("moment", &moment.to_string());
        }
        text + "\n" + &self.code
    }
}

/// The place in [`SPEEDS`] of the one that is nearest.
fn nearest(percent: u32) -> usize {
    let distance = |place: &usize| SPEEDS.get(*place).map_or(u32::MAX, |(known, _)| known.abs_diff(percent));
    (0..SPEEDS.len()).min_by_key(distance).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let breakpoint =
            |line, condition: Option<&str>| Breakpoint { line, condition: condition.map(str::to_owned) };
        let opening = Opening {
            code: "seed: 1\n\nprint(': é')\n".to_owned(),
            example: examples::by_slug("create-task"),
            unknown: None,
            seed: u64::MAX,
            clock: Some(Clock::Instant),
            speed: Some(0),
            dev: true,
            breakpoints: vec![breakpoint(3, None), breakpoint(5, Some("x: y"))],
            moment: Some(1234),
            view: View::default(),
        };
        assert_eq!(Opening::read(&opening.write(), false), opening);
        let plain = Opening { code: "\nx = 1".to_owned(), ..Opening::default() };
        assert_eq!((plain.write().as_str(), Opening::read(&plain.write(), false)), ("\n\nx = 1", plain));
    }

    #[test]
    fn names_of_later_versions_and_broken_values_are_passed_over() {
        let text = "colour: red\nseed: -1\nclock: sundial\nspeed: x\nmoment: x\nbreakpoint: y\nexample: nope\n\npass";
        let unknown = Some("nope".to_owned());
        assert_eq!(
            Opening::read(text, false),
            Opening { code: "pass".to_owned(), unknown, ..Opening::default() }
        );
        for text in ["", "\n", "x", "seed: 4"] {
            let _ = Opening::read(text, false);
        }
    }

    #[test]
    fn an_embedding_page_chooses_what_is_shown() {
        let text = "panels: editor output nonsense\nhidden: 1-2 9-\nreadonly: yes\n\nx";
        let opening = Opening::read(text, true);
        assert!(opening.view.shows(Panel::Editor) && opening.view.shows(Panel::Output));
        assert!(!opening.view.shows(Panel::Timeline) && opening.view.read_only);
        assert_eq!(opening.view.hidden, "1-2 9-");
        assert_eq!(Opening::read(text, false).view, View::default(), "a link hides nothing");
        assert!(View::default().shows(Panel::Timeline));
    }

    #[test]
    fn an_example_without_a_text_is_the_example() {
        assert!(Opening::read("example: create-task\n\n", false).code.contains("create_task_threadsafe"));
    }
}
