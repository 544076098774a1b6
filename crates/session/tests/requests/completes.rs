//! Completion: which names are offered for what is being typed.

use loopthread_session::protocol::{ClockMode, Command, Reply};

use crate::page::Page;

fn names(page: &mut Page, text: &str) -> Vec<String> {
    match page.ask(Command::Complete { text: text.to_owned() }) {
        Ok(Reply::Names(names)) => names,
        other => panic!("{text}: {other:?}"),
    }
}

const PROGRAM: &str = "\
import asyncio

class Point:
    kind = 'flat'
    def __init__(self):
        self.place = [1]
        self.port = self
        self._inside = 0
    @property
    def position(self):
        print('asked')
        return self

point = Point()
points = {}
";

#[test]
fn names_of_the_program_builtins_and_keywords_are_offered() {
    let mut page = Page::running(ClockMode::Instant, PROGRAM);
    assert_eq!(names(&mut page, "poi"), ["point", "points"]);
    assert_eq!(names(&mut page, "1 + sorte"), ["sorted"]);
    assert_eq!(names(&mut page, "awai"), ["await"]);
    assert_eq!(names(&mut page, "Po"), ["Point"]);
    assert!(names(&mut page, "").is_empty() && names(&mut page, "f(").is_empty());
    assert!(names(&mut page, "nothing_of_this_name").is_empty());
}

#[test]
fn attributes_are_offered_without_running_the_program() {
    let mut page = Page::running(ClockMode::Instant, PROGRAM);
    assert_eq!(names(&mut page, "print(point.p"), ["place", "port", "position"]);
    assert_eq!(names(&mut page, "point.port.port.k"), ["kind"]);
    assert_eq!(names(&mut page, "point.place.app"), ["append"]);
    assert_eq!(names(&mut page, "point._in"), ["_inside"]);
    assert!(!names(&mut page, "point.").iter().any(|name| name.starts_with('_')));
    assert!(names(&mut page, "asyncio.create").contains(&"create_task".to_owned()));
    assert_eq!(names(&mut page, "'text'.up"), Vec::<String>::new());
    // What only the program could tell is not asked for.
    assert!(names(&mut page, "point.position.p").is_empty());
    assert_eq!(page.out(), "");
}
