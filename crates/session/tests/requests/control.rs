//! Pausing, stepping, breakpoints: where a program stands, and that it does the same as without.

use std::time::Duration;

use loopthread_session::protocol::{
    Breakpoint, ClockMode, Command, Failure, Follow, Paused, Reason, Reply, State, Step, Target, What,
};

use crate::page::Page;

pub const PROGRAM: &str = "\
import asyncio

def double(n):
    total = 0
    for _ in range(2):
        total += n
    return total

async def work(name):
    value = double(3)
    await asyncio.sleep(0.1)
    print(name, value)

async def main():
    other = asyncio.create_task(work('b'))
    await work('a')
    await other

asyncio.run(main())
print('end')
";

/// The lines in the order in which CPython's `sys.settrace` tells of them.
pub const LINES: &[u32] =
    &[1, 3, 9, 14, 19, 15, 16, 10, 4, 5, 6, 5, 6, 5, 7, 11, 10, 4, 5, 6, 5, 6, 5, 7, 11, 12, 17, 12, 20];

fn debugged(source: &str) -> Page {
    let mut page = Page::new(ClockMode::Instant);
    let program = page.program(source);
    page.send(Command::Debug(program));
    page.settle();
    page
}

fn paused(page: &Page) -> Option<Paused> {
    match page.status().state {
        State::Paused(paused) => Some(paused),
        _ => None,
    }
}

fn line(page: &Page) -> Option<u32> {
    paused(page).and_then(|paused| paused.line)
}

fn step(page: &mut Page, step: Step) -> Option<u32> {
    assert_eq!(page.ask(Command::Step { step, follow: None }), Ok(Reply::Done));
    page.settle();
    line(page)
}

fn step_until(page: &mut Page, line_wanted: u32) {
    for _ in 0..100 {
        if line(page) == Some(line_wanted) {
            return;
        }
        step(page, Step::Into);
    }
    panic!("never at line {line_wanted}");
}

fn breakpoint(line: u32, condition: Option<&str>) -> Command {
    let condition = condition.map(str::to_owned);
    Command::Breakpoints { lines: vec![Breakpoint { line, condition }], exceptions: false }
}

#[test]
fn stepping_into_everything_visits_the_lines_that_cpython_tells_of() {
    let mut page = debugged(PROGRAM);
    let mut lines = Vec::new();
    while let Some(line) = line(&page) {
        lines.push(line);
        step(&mut page, Step::Into);
    }
    assert_eq!(lines, LINES);
    assert_eq!((page.out().as_str(), page.status().state), ("a 6\nb 6\nend\n", State::Finished));
}

/// Loops that have no test of their own, jumps back, ways out of blocks, and the lines of each in the order in which `sys.settrace` tells of them.
const LOOPS: [(&str, &[u32]); 10] = [
    ("n = 0\nwhile True:\n    n += 1\n    if n == 3:\n        break\n", &[1, 2, 3, 4, 2, 3, 4, 2, 3, 4, 5]),
    (
        "n = 0\nwhile 1:\n    n += 1\n    if n < 3:\n        continue\n    break\n",
        &[1, 2, 3, 4, 5, 2, 3, 4, 5, 2, 3, 4, 6],
    ),
    (
        "n = 0\nwhile True:\n    while True:\n        n += 1\n        if n % 2:\n            break\n    if n == 5:\n        break\n",
        &[1, 2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 3, 4, 5, 6, 7, 2, 3, 4, 5, 3, 4, 5, 6, 7, 8],
    ),
    (
        "n = 0\nwhile True:\n    while n % 3 < 2:\n        n += 1\n    n += 1\n    if n > 5:\n        break\n",
        &[1, 2, 3, 4, 3, 4, 3, 5, 6, 2, 3, 4, 3, 4, 3, 5, 6, 7],
    ),
    (
        "n = 0\nwhile True:\n    try:\n        n += 1\n        if n < 3:\n            continue\n        break\n    finally:\n        n += 0\n",
        &[1, 2, 3, 4, 5, 6, 9, 2, 3, 4, 5, 6, 9, 2, 3, 4, 5, 7, 9],
    ),
    (
        "from contextlib import nullcontext\nn = 0\nwhile True:\n    with nullcontext():\n        n += 1\n        if n == 2:\n            break\n",
        &[1, 2, 3, 4, 5, 6, 4, 3, 4, 5, 6, 7, 4],
    ),
    (
        "from contextlib import nullcontext\ndef f():\n    with nullcontext(), nullcontext():\n        return len('a')\nf()\n",
        &[1, 2, 5, 3, 4, 3],
    ),
    (
        "from contextlib import suppress\nwith suppress(ValueError):\n    with suppress(KeyError), suppress(IndexError):\n        raise ValueError\n    n = 1\nn = 2\n",
        &[1, 2, 3, 4, 3, 3, 2, 6],
    ),
    (
        "import asyncio\nasync def main():\n    lock = asyncio.Lock()\n    try:\n        async with lock:\n            raise ValueError\n    except ValueError:\n        pass\nasyncio.run(main())\n",
        &[1, 2, 9, 3, 4, 5, 6, 5, 7, 8],
    ),
    ("for n in range(3):\n    if n:\n        continue\n    n = 5\n", &[1, 2, 4, 1, 2, 3, 1, 2, 3, 1]),
];

/// Several statements on one line are one place, as CPython's line table has it; but a loop's last test is told of, too.
const ONE_LINERS: [(&str, &[u32]); 12] = [
    ("n = 0\nwhile n < 2 or n < 1: n += 1\nn = 5\n", &[1, 2, 2, 2, 3]),
    ("for n in range(2): n; n\nn = 5\n", &[1, 1, 1, 2]),
    ("a = 1; b = 2\nif a: b = 3; a = 4\nelif b: a = 1\nelse: a = 2\n", &[1, 2]),
    ("n = 0\nwhile True:\n    n += 1; n += 0\n    if n == 2: break\n", &[1, 2, 3, 4, 2, 3, 4]),
    (
        "try: 1 / 0\nexcept KeyError: pass\nexcept ZeroDivisionError as e: n = 1; n = 2\nfinally: n = 3\n",
        &[1, 2, 3, 4],
    ),
    ("def f(a): return a\nf(1); f(2)\n", &[1, 2, 1, 1]),
    ("match 2:\n    case 1: n = 1\n    case 2: n = 2; n = 3\n    case _: n = 4\n", &[1, 2, 3]),
    ("from contextlib import nullcontext\nwith nullcontext(): n = 1; n = 2\nn = 3\n", &[1, 2, 3]),
    ("global x; y = 1\ny = 2; global z; z = 3\n", &[1, 2]),
    ("if 0: a = 1\nelif 1: a = 2\nx = 1 if 0 else 2; y = 3\n", &[1, 2, 3]),
    ("n = 0\nwhile True: n += 1; 1 / (3 - n)\n", &[1, 2, 2, 2]),
    (
        "def f():\n    for i in range(2):\n        try: return i\n        finally: i; i\nf()\n",
        &[1, 5, 2, 3, 4],
    ),
];

#[test]
fn rounds_and_ways_out_are_stepped_through_as_cpython_tells_of_them() {
    for (source, expected) in LOOPS.into_iter().chain(ONE_LINERS) {
        let mut page = debugged(source);
        let mut lines = Vec::new();
        while let Some(line) = line(&page) {
            lines.push(line);
            step(&mut page, Step::Into);
        }
        assert_eq!(lines, expected, "{source}");
    }
    let mut page = Page::new(ClockMode::Instant);
    page.ask(breakpoint(2, None)).expect("it is taken");
    page.run(LOOPS[0].0);
    for _ in 0..3 {
        assert_eq!(line(&page), Some(2));
        page.ask(Command::Resume).expect("it goes on");
        page.settle();
    }
    assert_eq!(page.status().state, State::Finished);
}

#[test]
fn steps_stay_with_the_task_that_they_follow_until_it_has_ended() {
    let mut page = debugged(PROGRAM);
    step_until(&mut page, 16);
    let created = page.records().filter_map(|record| match &record.what {
        What::TaskCreated { task, .. } => Some(*task),
        _ => None,
    });
    let other = created.last().expect("it was made a line before");
    let follow = |page: &mut Page, step| {
        assert_eq!(page.ask(Command::Step { step, follow: Some(Follow::Task(other)) }), Ok(Reply::Done));
        page.settle();
        let paused = paused(page).expect("it is paused");
        (paused.task == Some(other), paused.line)
    };
    // The first task has run up to its await, and runs again in between.
    for (step, line) in [(Step::Line, 10), (Step::Into, 4), (Step::Out, 11), (Step::Line, 12)] {
        assert_eq!(follow(&mut page, step), (true, Some(line)));
    }
    assert_eq!(follow(&mut page, Step::Line), (false, Some(20)));
    // A task that waits is gone on with where it waits.
    let mut page = debugged(PROGRAM);
    step_until(&mut page, 17);
    assert_eq!(follow(&mut page, Step::Line), (true, Some(12)));
}

#[test]
fn a_step_goes_over_a_call_and_out_of_one() {
    let mut page = debugged(PROGRAM);
    step_until(&mut page, 10);
    assert_eq!(step(&mut page, Step::Into), Some(4));
    assert_eq!(step(&mut page, Step::Out), Some(11));
    // The task waits now, so the other's first line is next.
    assert_eq!(step(&mut page, Step::Line), Some(10));
    assert_eq!(step(&mut page, Step::Line), Some(11));
}

#[test]
fn a_step_over_an_await_stays_with_its_task() {
    let mut page = debugged(PROGRAM);
    step_until(&mut page, 11);
    let task = paused(&page).expect("it is paused").task;
    assert_eq!(step(&mut page, Step::OverAwait), Some(12));
    assert_eq!(paused(&page).expect("it is paused").task, task);
    // Over the await of a whole coroutine, too.
    let mut page = debugged(PROGRAM);
    step_until(&mut page, 16);
    assert_eq!(step(&mut page, Step::OverAwait), Some(17));
}

#[test]
fn a_step_goes_to_the_next_task_or_the_next_turn() {
    let mut page = debugged(PROGRAM);
    step_until(&mut page, 16);
    let first = paused(&page).expect("it is paused").task;
    assert_eq!(step(&mut page, Step::Switch), Some(10));
    assert_ne!(paused(&page).expect("it is paused").task, first);
    let turns = |page: &Page| {
        let is_turn = |what: &_| matches!(what, loopthread_session::protocol::What::Turn { .. });
        page.records().filter(|record| is_turn(&record.what)).count()
    };
    let before = turns(&page);
    step(&mut page, Step::Turn);
    assert_eq!(turns(&page), before + 1);
    assert!(paused(&page).is_some());
    step(&mut page, Step::Turn);
    assert_eq!(turns(&page), before + 2);
}

#[test]
fn a_breakpoint_pauses_each_time_and_with_a_condition_only_where_that_holds() {
    let mut page = Page::new(ClockMode::Instant);
    page.ask(breakpoint(12, None)).expect("it is taken");
    page.run(PROGRAM);
    for name in ["a", "b"] {
        assert_eq!(line(&page), Some(12), "{name}");
        assert_eq!(paused(&page).expect("it is paused").reason, Reason::Breakpoint);
        page.ask(Command::Resume).expect("it goes on");
        page.settle();
    }
    assert_eq!((page.out().as_str(), page.status().state), ("a 6\nb 6\nend\n", State::Finished));

    page.ask(breakpoint(12, Some("name == 'b' and value > double(2)"))).expect("it is taken");
    page.run(PROGRAM);
    assert_eq!((line(&page), page.out().lines().last()), (Some(12), Some("a 6")));
    page.ask(breakpoint(12, Some("nobody > 1"))).expect("it is taken");
    page.run(PROGRAM);
    let error = "NameError: name 'nobody' is not defined".to_owned();
    assert_eq!(paused(&page).map(|paused| paused.reason), Some(Reason::Condition { error }));
}

#[test]
fn a_breakpoint_where_no_statement_begins_stops_at_the_next_one() {
    let source = "def f(n):\n    'What it is.'\n\n    if n:\n        n = (1 +\n            2)\n    else:\n        n = 5\n    return n\nf(0)\nf(1)\n";
    for (at, condition, stops) in
        [(2, None, [4, 4]), (7, None, [8, 0]), (6, None, [8, 0]), (9, None, [9, 9]), (3, Some("n"), [4, 0])]
    {
        let mut page = Page::new(ClockMode::Instant);
        page.ask(breakpoint(at, condition)).expect("it is taken");
        page.run(source);
        for stop in stops.into_iter().filter(|stop| *stop > 0) {
            assert_eq!(line(&page), Some(stop), "{at}");
            page.ask(Command::Resume).expect("it goes on");
            page.settle();
        }
        assert_eq!(page.status().state, State::Finished, "{at}");
    }
}

#[test]
fn an_exception_pauses_where_it_is_raised_and_goes_on_to_its_handler() {
    let mut page = Page::new(ClockMode::Instant);
    page.ask(Command::Breakpoints { lines: Vec::new(), exceptions: true }).expect("it is taken");
    page.run("def f():\n    return 1 // 0\ntry:\n    f()\nexcept ZeroDivisionError as e:\n    print(e)\n");
    let error = "ZeroDivisionError: integer division or modulo by zero".to_owned();
    let at = paused(&page).expect("it is paused");
    assert_eq!((at.line, at.reason), (Some(2), Reason::Exception { error }));
    page.ask(Command::Resume).expect("it goes on");
    page.settle();
    assert_eq!(page.out(), "integer division or modulo by zero\n");
    assert_eq!(page.status().state, State::Finished);
}

#[test]
fn the_line_of_an_exception_is_that_of_its_raise() {
    let raises = [
        ("def f():\n    raise ValueError('x')\ntry:\n    f()\nexcept ValueError:\n    pass\n", 2),
        ("try:\n    x = 1\n    raise KeyError(1)\nexcept KeyError:\n    pass\n", 3),
        (
            "def f(n):\n    if n:\n        raise ValueError(n)\n    return n\ntry:\n    f(1)\nexcept ValueError:\n    pass\n",
            3,
        ),
        ("try:\n    1 + 1\n    [][1]\nexcept IndexError:\n    pass\n", 3),
        (
            "import asyncio\nasync def w():\n    await asyncio.sleep(0)\n    raise RuntimeError\ntry:\n    asyncio.run(w())\nexcept RuntimeError:\n    pass\n",
            4,
        ),
    ];
    for (source, expected) in raises {
        let mut page = Page::new(ClockMode::Instant);
        page.ask(Command::Breakpoints { lines: Vec::new(), exceptions: true }).expect("it is taken");
        page.run(source);
        assert_eq!(line(&page), Some(expected), "{source}");
        let Ok(Reply::Snapshot(told)) = page.ask(Command::Inspect) else { panic!("{source}") };
        assert_eq!(told.threads[0].calls[0].line, expected, "{source}");
    }
}

#[test]
fn each_pause_is_another_one() {
    let mut page = Page::new(ClockMode::Instant);
    page.ask(breakpoint(2, None)).expect("it is taken");
    page.run("for n in range(3):\n    n\n");
    for number in 1..=3 {
        let at = paused(&page).expect("it is paused");
        assert_eq!((at.line, at.number), (Some(2), number));
        page.ask(Command::Resume).expect("it goes on");
        page.settle();
    }
    assert_eq!(page.status().state, State::Finished);
}

#[test]
fn an_endless_program_is_paused_and_goes_on_where_it_was() {
    let mut page = Page::new(ClockMode::Real);
    let program = page.program("n = 0\nwhile n < 10**9:\n    n += 1\n");
    page.send(Command::Run(program));
    for _ in 0..20 {
        page.turn();
    }
    page.ask(Command::Pause).expect("it is paused");
    assert!(!page.turn());
    assert!(matches!(line(&page), Some(2 | 3)), "{:?}", page.status());
    page.pass(100);
    assert!(!page.turn());
    page.ask(Command::Resume).expect("it goes on");
    assert!(page.turn());
    assert_eq!(page.status().state, State::Running);
    page.ask(Command::Pause).expect("it is paused again");
    assert!(step(&mut page, Step::Line).is_some());
}

#[test]
fn time_stands_still_while_a_program_is_paused() {
    let mut page = Page::new(ClockMode::Real);
    let program = page
        .program("import time\nt = time.monotonic()\ntime.sleep(1)\nprint(round(time.monotonic() - t, 2))\n");
    page.ask(breakpoint(3, None)).expect("it is taken");
    page.send(Command::Run(program));
    page.settle();
    assert_eq!(line(&page), Some(3));
    page.pass(1000);
    page.ask(Command::Resume).expect("it goes on");
    page.settle();
    assert_eq!(page.out(), "1.0\n");
}

#[test]
fn a_wait_that_is_paused_in_its_middle_has_the_rest_before_it() {
    let mut page = Page::new(ClockMode::Real);
    let program = page
        .program("import time\nt = time.monotonic()\ntime.sleep(2)\nprint(round(time.monotonic() - t, 1))\n");
    page.send(Command::Run(program));
    let begun = page.now;
    while page.now < begun + Duration::from_secs(1) {
        assert!(page.turn());
    }
    // The harness has let all of the wait pass; three quarters of it have.
    page.now -= Duration::from_millis(500);
    page.ask(Command::Pause).expect("it is paused");
    assert!(!page.turn());
    let Ok(Reply::Snapshot(told)) = page.ask(Command::Inspect) else { panic!("no snapshot") };
    assert_eq!((told.at + 50_000_000) / 100_000_000, 15);
    page.pass(1000);
    page.ask(Command::Resume).expect("it goes on");
    let resumed = page.now;
    page.settle();
    assert_eq!(page.out(), "2.0\n");
    assert!(page.now < resumed + Duration::from_millis(700));
}

#[test]
fn code_that_is_typed_elsewhere_has_no_line_of_the_program() {
    let mut page = Page::new(ClockMode::Instant);
    page.run("def f():\n    return 1 / 0\n");
    page.ask(Command::Breakpoints { lines: vec![], exceptions: true }).expect("it is taken");
    assert!(page.call("1 / 0").is_err());
    assert_eq!(paused(&page), None);
    page.send(Command::Call { target: Target::Page, source: "f()".to_owned() });
    page.settle();
    assert_eq!(line(&page), Some(2));
    page.ask(Command::Resume).expect("it goes on");
    page.send(Command::Call { target: Target::Page, source: "while True: pass".to_owned() });
    (0..20).for_each(|_| assert!(page.turn()));
    page.ask(Command::Pause).expect("it is paused");
    assert_eq!(paused(&page).map(|paused| paused.line), Some(None));
}

#[test]
fn time_goes_slower_or_by_hand_only() {
    let mut page = Page::new(ClockMode::Real);
    page.ask(Command::Speed { percent: 0 }).expect("it is taken");
    page.run("import time\nfor n in range(3):\n    time.sleep(1)\n    print(n)\n");
    page.pass(1000);
    page.settle();
    assert_eq!(page.out(), "");
    for printed in ["0\n", "0\n1\n"] {
        page.ask(Command::Advance { nanos: Some(1_000_000_000) }).expect("it is taken");
        page.settle();
        assert_eq!(page.out(), printed);
    }
    page.ask(Command::Speed { percent: 1 }).expect("it is taken");
    page.settle();
    assert_eq!(page.out(), "0\n1\n2\n");
}

#[test]
fn time_is_moved_to_what_is_waited_for_next_and_no_further() {
    let mut page = Page::new(ClockMode::Real);
    page.ask(Command::Speed { percent: 0 }).expect("it is taken");
    page.run(
        "import asyncio, time\nasync def main():\n    for n in (1, 2, 3):\n        await asyncio.sleep(n)\n        print(n)\n\
         asyncio.run(main())\ntime.sleep(5)\n",
    );
    let next = Command::Advance { nanos: None };
    for printed in ["1\n", "1\n2\n"] {
        page.ask(next.clone()).expect("it is taken");
        page.settle();
        assert_eq!(page.out(), printed);
    }
    // What has passed already is not counted twice.
    page.ask(Command::Advance { nanos: Some(2_000_000_000) }).expect("it is taken");
    page.settle();
    assert_eq!(page.out(), "1\n2\n");
    page.ask(next.clone()).expect("it is taken");
    page.settle();
    assert_eq!((page.out().as_str(), page.status().state), ("1\n2\n3\n", State::Waiting));
    page.ask(next.clone()).expect("it is taken");
    page.settle();
    assert_eq!(page.status().state, State::Finished);
    let message = "nothing waits for a time".to_owned();
    assert_eq!(page.ask(next), Err(Failure::Refused { message }));
}

#[test]
fn what_cannot_be_done_is_refused() {
    let mut page = Page::new(ClockMode::Instant);
    let refused = |message: &str| Err(Failure::Refused { message: message.to_owned() });
    assert_eq!(page.ask(Command::Pause), refused("nothing runs"));
    assert_eq!(page.ask(Command::Resume), refused("nothing is paused"));
    assert_eq!(page.ask(Command::Step { step: Step::Line, follow: None }), refused("nothing is paused"));
    page.run("print(1)\n");
    assert_eq!(page.ask(Command::Pause), refused("nothing runs"));
}

#[test]
fn a_paused_program_can_be_halted_or_run_anew() {
    let mut page = debugged(PROGRAM);
    assert_eq!(page.ask(Command::Halt), Ok(Reply::Done));
    assert_eq!(page.status().state, State::Stopped { limit: None });
    let mut page = debugged(PROGRAM);
    page.run("print('anew')\n");
    assert_eq!((page.out().as_str(), page.status().state), ("anew\n", State::Finished));
}
