//! Bounds of a run: output, time, memory, recursion. Each ends in a message, none in a crash.

use loopthread_session::protocol::{
    ClockMode, Event, Failure, Limit, Limits, OUTPUT_BYTES, OUTPUT_LINES, SOURCE_BYTES, State, Stream,
};

use crate::page::{CLOCKS, Page};

#[test]
fn output_past_its_bound_is_counted_and_the_run_goes_on() {
    for clock in CLOCKS {
        let mut page = Page::new(clock);
        page.run("for n in range(20_100): print(n)\nresult = n\n");
        page.settle();
        assert_eq!(page.out().lines().count(), OUTPUT_LINES);
        assert_eq!(dropped(&page).0, 100);
        assert_eq!(page.status().state, State::Finished);
        assert_eq!(page.value("result"), "20099");
        page.run("print('x' * 1_500_000)\n");
        assert_eq!(dropped(&page).1, 500_001 + 600);
        assert!(page.out().ends_with(&"x".repeat(OUTPUT_BYTES)));
    }
}

fn dropped(page: &Page) -> (u64, u64) {
    page.events.iter().fold((0, 0), |(all, size), event| match event {
        Event::Dropped { lines, bytes } => (all + lines, size + bytes),
        _ => (all, size),
    })
}

#[test]
fn a_time_limit_ends_work_and_waits_alike() {
    let limits = Limits { time_ms: Some(200), memory_bytes: None };
    for clock in CLOCKS {
        for source in
            ["while True: pass", "import time\ntime.sleep(100)", "import time\ntime.sleep(0.19)\n1/0"]
        {
            let mut page = Page::with(clock, 0, limits);
            page.pass(100);
            page.run(source);
            page.settle();
            let state = if source.contains("1/0") {
                State::Failed { exit_code: 1 }
            } else {
                State::Stopped { limit: Some(Limit::Time) }
            };
            assert_eq!(page.status().state, state, "{source}");
        }
    }
}

#[test]
fn a_clock_that_cannot_count_on_ends_the_run() {
    for source in
        ["import time\nwhile True: time.sleep(1e8)", "import asyncio\nasyncio.run(asyncio.sleep(1e15))"]
    {
        let mut page = Page::running(CLOCKS[0], source);
        page.settle();
        assert_eq!(page.status().state, State::Stopped { limit: Some(Limit::Time) }, "{source}");
    }
}

#[test]
fn a_limit_that_the_console_reaches_ends_its_process_and_the_next_call_has_another() {
    let mut page = Page::new(ClockMode::Instant);
    let call = page.call("time.sleep(5e9)");
    assert_eq!(call, Err(Failure::Halted));
    assert_eq!(page.status().state, State::Stopped { limit: Some(Limit::Time) });
    assert_eq!(page.value("1"), "1");
}

#[test]
fn a_memory_limit_ends_what_grows_and_spares_what_is_garbage() {
    let limits = Limits { time_ms: None, memory_bytes: Some(8 << 20) };
    for clock in CLOCKS {
        let mut page = Page::with(clock, 0, limits);
        page.run("for _ in range(300): [0] * 50_000\nprint('spared')\n");
        page.settle();
        assert_eq!(page.out(), "spared\n");
        for source in ["x = []\nwhile True: x.append('a' * 1000 + str(len(x)))", "list(range(10**9))"] {
            page.run(source);
            page.settle();
            assert_eq!(page.status().state, State::Stopped { limit: Some(Limit::Memory) }, "{source}");
        }
    }
}

#[test]
fn endless_recursion_is_a_recursion_error() {
    for (source, place) in [
        ("def f(): f()\nf()", ""),
        ("def f(): yield from f()\nnext(f())", ""),
        ("async def f(): await f()\nf().send(None)", ""),
        ("class A:\n    def __repr__(self): return repr(self)\nrepr(A())", ""),
        ("class A:\n    def __getattr__(self, n): return getattr(self, n)\nA().x", ""),
        ("a, b = [], []\na.append(a)\nb.append(b)\na == b", " in comparison"),
        ("a = []\nfor _ in range(9999): a = [a]\nrepr(a)", " while getting the repr of an object"),
    ] {
        let page = Page::running(CLOCKS[0], source);
        let text = page.text(Stream::Stderr);
        let last = format!("RecursionError: maximum recursion depth exceeded{place}\n");
        assert!(text.ends_with(&last), "{source}: {text}");
        assert_eq!(page.status().state, State::Failed { exit_code: 1 });
    }
}

#[test]
fn what_could_never_be_held_is_a_memory_error() {
    let huge = [
        "[0] * 10**9",
        "'x' * 10**10",
        "1 << 10**10",
        "10 ** 10**8",
        "bytes(10**10)",
        "'%099999999999d' % 1",
    ];
    for source in huge {
        let text = Page::running(CLOCKS[0], source).text(Stream::Stderr);
        let last = text.lines().last().unwrap_or_default();
        let refused =
            ["MemoryError", "OverflowError", "ValueError"].iter().any(|class| last.starts_with(class));
        assert!(refused, "{source}: {text}");
    }
}

#[test]
fn a_source_past_its_bound_is_refused() {
    let mut page = Page::new(CLOCKS[0]);
    let program = page.program(&"#".repeat(SOURCE_BYTES + 1));
    let outcome = page.ask(loopthread_session::protocol::Command::Run(program));
    assert!(matches!(outcome, Err(Failure::Refused { .. })));
}
