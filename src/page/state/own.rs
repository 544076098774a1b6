//! The learner's own programs: what was made by editing is kept, whatever is opened after it.
//!
//! A text is own from its first edit on, and a program's text is its name: an undo that brings an own program back into
//! the editor goes on with that program, not with a copy of it. Deliberately absent: where they are stored.

use crate::page::examples::{EXAMPLES, Example};

/// The most that are kept; then the oldest goes.
const MOST: usize = 8;

/// A text, and the example that it was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    pub source: String,
    pub example: Option<&'static Example>,
}

/// The programs in the order in which they were begun, and the one that the editor shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Programs {
    list: Vec<Own>,
    shown: Option<usize>,
}

impl Programs {
    /// What the browser has kept.
    pub fn of(list: Vec<Own>) -> Programs {
        Programs { list, shown: None }
    }

    pub fn list(&self) -> &[Own] {
        &self.list
    }

    pub fn shown(&self) -> Option<usize> {
        self.shown
    }

    /// Has that one be the one that the editor shows, and gives it.
    pub fn show(&mut self, index: usize) -> Option<&Own> {
        self.shown = (index < self.list.len()).then_some(index);
        self.list.get(index)
    }

    /// The editor is about to show something else. A text that is neither kept here nor an example is kept first, where that takes no
    /// room from what was made here: it is a link's, which brings it again.
    pub fn leave(&mut self, source: &str, example: Option<&'static Example>) {
        let is_kept = self.shown.is_none() && example.is_none() && self.list.len() < MOST / 2;
        if is_kept && !source.trim().is_empty() {
            self.find_or_add(source, None);
        }
        self.shown = None;
    }

    /// The editor's text, made from that example, was edited and is this now. Gives the example that it is made from: another one
    /// when an undo has brought an earlier text back.
    pub fn edit(&mut self, source: &str, example: Option<&'static Example>) -> Option<&'static Example> {
        if let Some(unedited) = EXAMPLES.iter().find(|example| example.source == source) {
            if let Some(index) = self.shown.take()
                && self.list.get(index).is_some_and(|own| own.example == Some(unedited))
            {
                self.list.remove(index);
            }
            return Some(unedited);
        }
        let is_known = self.list.iter().any(|own| own.source == source);
        match self.shown.and_then(|index| self.list.get_mut(index)) {
            Some(own) if !is_known => own.source = source.to_owned(),
            _ => self.find_or_add(source, example),
        }
        self.shown.and_then(|index| self.list.get(index)).and_then(|own| own.example)
    }

    /// Shows the program with that text, a new one if there is none.
    fn find_or_add(&mut self, source: &str, example: Option<&'static Example>) {
        let found = self.list.iter().position(|own| own.source == source);
        self.shown = found.or_else(|| {
            if self.list.len() == MOST {
                self.list.remove(0);
            }
            self.list.push(Own { source: source.to_owned(), example });
            Some(self.list.len() - 1)
        });
    }

    /// Those that the editor does not show, each with its place and a name of its own, the latest first.
    pub fn offered(&self) -> Vec<(usize, String)> {
        let name = |own: &Own| match own.example {
            Some(example) => format!("Your program from “{}”", example.title),
            None => "Your program".to_owned(),
        };
        let named = |(index, own): (usize, &Own)| {
            let name_of_it = name(own);
            let earlier = self.list.iter().take(index).filter(|other| name(other) == name_of_it).count();
            let number = if earlier == 0 { String::new() } else { format!(" ({})", earlier + 1) };
            (index, name_of_it + &number)
        };
        let mut offered: Vec<_> = self.list.iter().enumerate().map(named).collect();
        offered.retain(|(index, _)| self.shown != Some(*index));
        offered.reverse();
        offered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Option<&Example> = EXAMPLES.first();

    fn sources(programs: &Programs) -> Vec<&str> {
        programs.list().iter().map(|own| own.source.as_str()).collect()
    }

    #[test]
    fn an_example_is_own_from_its_first_edit_on_and_not_when_that_is_undone() {
        let mut programs = Programs::default();
        assert_eq!(programs.edit("a", FIRST), FIRST);
        assert_eq!(programs.edit("ab", FIRST), FIRST);
        assert_eq!((sources(&programs), programs.shown()), (vec!["ab"], Some(0)));
        assert_eq!(programs.edit(EXAMPLES[0].source, FIRST), FIRST);
        assert_eq!((sources(&programs), programs.shown()), (vec![], None));
    }

    #[test]
    fn an_undo_goes_back_to_the_program_it_brings_back() {
        let mut programs = Programs::default();
        programs.edit("mine", None);
        programs.leave("mine", None);
        programs.edit("tried", FIRST);
        assert_eq!(sources(&programs), ["mine", "tried"]);
        assert_eq!(programs.edit(EXAMPLES[0].source, FIRST), FIRST);
        assert_eq!(programs.edit("mine", FIRST), None);
        assert_eq!((sources(&programs), programs.shown()), (vec!["mine"], Some(0)));
        assert_eq!(programs.edit(EXAMPLES[1].source, FIRST), EXAMPLES.get(1));
        assert_eq!((sources(&programs), programs.shown()), (vec!["mine"], None));
    }

    #[test]
    fn a_text_that_came_from_elsewhere_is_kept_when_it_is_left() {
        let mut programs = Programs::default();
        programs.leave("a link's", None);
        programs.leave(EXAMPLES[0].source, FIRST);
        programs.leave(" \n", None);
        assert_eq!((sources(&programs), programs.shown()), (vec!["a link's"], None));
    }

    #[test]
    fn the_oldest_goes_when_there_are_too_many_and_each_has_a_name() {
        let mut programs = Programs::default();
        for n in 0..MOST + 2 {
            programs.edit(&n.to_string(), if n == 5 { FIRST } else { None });
            programs.leave("", None);
        }
        assert_eq!(sources(&programs).first(), Some(&"2"));
        let mut names: Vec<String> = programs.offered().into_iter().map(|(_, name)| name).collect();
        assert_eq!(names.len(), MOST);
        assert_eq!(names[MOST - 1], "Your program");
        assert!(names.iter().any(|name| name.contains(EXAMPLES[0].title)));
        names.sort();
        names.dedup();
        assert_eq!(names.len(), MOST);
        programs.show(0);
        assert_eq!(programs.offered().len(), MOST - 1);
    }
}
