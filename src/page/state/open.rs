//! What the editor is filled with from outside: links, examples, the learner's own programs; and what a link of it carries.
//!
//! Opening never runs anything. What the editor showed is kept among the own programs first.

use loopthread_protocol::Look;

use super::{
    Effect, State,
    control::{Clock, SPEEDS, Steer},
};
use crate::page::{
    examples::{self, Example},
    opening::{Opening, View},
};

/// What the learner takes out of the page; how it gets there is the surroundings' affair (`www/around.js`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// The address of the program as it is run and shown.
    Link,
    /// The lines of HTML that put the program into another page.
    Embedding,
    /// The address is opened, in a tab of its own.
    Playground,
}

impl Share {
    /// What the surroundings know it by.
    pub fn name(self) -> &'static str {
        match self {
            Share::Link => "link",
            Share::Embedding => "embedding",
            Share::Playground => "playground",
        }
    }
}

impl State {
    pub(super) fn open_code(&mut self, source: String) {
        self.own.leave(&self.source, self.example);
        self.put(source, None);
    }

    pub(super) fn open_example(&mut self, example: &'static Example) {
        self.own.leave(&self.source, self.example);
        self.put(example.source.to_owned(), Some(example));
    }

    pub(super) fn open_own(&mut self, index: usize) {
        self.own.leave(&self.source, self.example);
        if let Some(own) = self.own.show(index).cloned() {
            self.put(own.source, own.example);
        }
    }

    /// Opens what a link or an embedding page wants.
    pub(super) fn open(&mut self, opening: Opening) -> Vec<Effect> {
        let Opening { code, example, unknown, seed, clock, speed, dev, breakpoints, moment, view } = opening;
        self.own.leave(&self.source, self.example);
        self.put(code, example);
        if example.is_none() || view.framed {
            self.original.clone_from(&self.source);
        }
        (self.seed, self.dev, self.view) = (seed, dev, view);
        self.clock = clock.unwrap_or(Clock::Real);
        self.wanted = moment;
        if let Some(moment) = moment {
            self.notice =
                Some(format!("The link leads to event {moment} of a run of this program: Run goes there."));
        }
        if let Some(slug) = unknown {
            self.notice = Some(examples::no_such(&slug));
        }
        let mut effects = self.tell_speed();
        if let Some(speed) = speed {
            effects.extend(self.steer(Steer::Speed(speed)));
        }
        if !breakpoints.is_empty() {
            // Those of a link are not kept for the next visit.
            self.steer(Steer::Breakpoints(breakpoints));
        }
        effects
    }

    /// A link cannot be read.
    pub(super) fn open_broken(&mut self, words: &str) {
        self.open_code(String::new());
        let kept =
            if self.own.offered().is_empty() { "" } else { " Your own programs are among the examples." };
        self.notice = Some(format!("{words} The editor is empty.{kept}"));
    }

    /// What a link to what is shown carries.
    pub fn opening(&self) -> Opening {
        let is_real = self.clock == Clock::Real;
        let usual = super::control::Control::default().speed;
        Opening {
            code: self.source.clone(),
            example: self.example,
            unknown: None,
            seed: self.seed,
            clock: (!is_real).then_some(self.clock),
            speed: Some(self.control.speed).filter(|speed| is_real && *speed != usual),
            dev: self.dev,
            breakpoints: self.control.breakpoints().to_vec(),
            moment: self.past.moment().map(|moment| moment.record).or(self.wanted),
            view: View::default(),
        }
    }

    /// The run has come to the moment that a link leads to.
    pub(super) fn arrive(&mut self) -> Vec<Effect> {
        let Some(goal) = self.goal else { return vec![] };
        if self.timeline.told() >= goal {
            self.goal = None;
            return self.look(Look::Record(goal));
        }
        if !self.alive() && self.starting == 0 && self.timeline.told() > 0 {
            self.goal = None;
            self.log.note(&format!("This run ended before event {goal}, to which the link leads."));
        }
        vec![]
    }
}

/// The element that embeds the program in a page, as HTML.
pub fn embedding(opening: &Opening) -> String {
    let mut attributes = String::new();
    let mut attribute = |name: &str, value: &str| attributes += &format!(" {name}=\"{value}\"");
    if let Some(clock) = opening.clock {
        attribute("clock", clock.slug());
    }
    if opening.seed != 0 {
        attribute("seed", &opening.seed.to_string());
    }
    if let Some((percent, _)) = opening.speed.and_then(|speed| SPEEDS.get(speed)) {
        // To write a float would bring 5 KB of tables.
        attribute("speed", &format!("{}.{:02}", percent / 100, percent % 100));
    }
    let code = opening.code.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<loop-thread{attributes}{}><pre><code>{code}</code></pre></loop-thread>\n",
        if opening.dev { " dev" } else { "" }
    )
}

#[cfg(test)]
mod tests;
