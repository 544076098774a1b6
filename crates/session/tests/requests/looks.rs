//! Looking at the past: every moment can be shown again, and the run itself does not notice.

use loopthread_session::protocol::{ClockMode, Command, Failure, Look, Moment, Reason, Reply, Step};

use crate::control::{LINES, PROGRAM};
use crate::page::{CLOCKS, Page};

fn look(page: &mut Page, look: Look) -> Moment {
    match page.ask(Command::Look(look)) {
        Ok(Reply::Moment(moment)) => {
            assert!(moment.is_now || moment.stands.reason == Reason::Past);
            // The Inspector and the status name the same line.
            let standing =
                moment.snapshot.threads.iter().find(|thread| thread.thread == moment.stands.thread);
            let top = standing.and_then(|thread| thread.calls.first());
            // Where the loop is about to step a task, it stands where the task does.
            let task = moment.snapshot.tasks.iter().find(|task| Some(task.task) == moment.stands.task);
            let of_task = task.and_then(|task| task.stack.first()).or(top);
            assert_eq!(of_task.map(|call| call.line), moment.stands.line);
            *moment
        }
        other => panic!("{look:?}: {other:?}"),
    }
}

fn line(page: &mut Page, wanted: Look) -> Option<u32> {
    look(page, wanted).stands.line
}

/// The lines of all moments, step by step, until there is no other.
fn lines(page: &mut Page, step: Look) -> Vec<u32> {
    let (mut lines, mut last) = (Vec::new(), None);
    for _ in 0..1_000 {
        let moment = look(page, step);
        if moment.is_now || last.as_ref() == Some(&moment) {
            return lines;
        }
        lines.extend(moment.stands.line);
        last = Some(moment);
    }
    panic!("it never ends: {lines:?}");
}

/// A page whose program has run to its end, in slices of so much work.
fn ended(clock: ClockMode, slice: u64) -> Page {
    let mut page = Page::new(clock);
    page.slice = slice;
    let program = page.program(PROGRAM);
    page.send(Command::Run(program));
    while page.turn() {}
    assert_eq!(page.out(), "a 6\nb 6\nend\n");
    page
}

#[test]
fn stepping_back_from_the_end_visits_each_line_that_was_run_and_stepping_forward_again_the_same() {
    for (clock, slice) in [
        (ClockMode::Instant, 1),
        (ClockMode::Real, 7),
        (ClockMode::Real, 1_000),
        (ClockMode::Instant, 1 << 20),
    ] {
        let mut page = ended(clock, slice);
        let mut back = lines(&mut page, Look::Back(Step::Into));
        back.reverse();
        assert_eq!(back, LINES, "{clock:?}, slices of {slice}");
        assert_eq!(lines(&mut page, Look::Forward(Step::Into)), LINES, "{clock:?}, slices of {slice}");
    }
}

#[test]
fn steps_back_leave_out_calls_stay_with_a_task_or_go_to_another() {
    let mut page = ended(ClockMode::Instant, 500);
    assert_eq!(line(&mut page, Look::Back(Step::Line)), Some(20));
    assert_eq!(line(&mut page, Look::Back(Step::Line)), Some(19));
    // Back from the second task's last line.
    look(&mut page, Look::Now);
    for expected in [20, 12] {
        assert_eq!(line(&mut page, Look::Back(Step::Into)), Some(expected));
    }
    let second = look(&mut page, Look::Forward(Step::Into));
    assert_eq!(second.stands.line, Some(20));
    assert_eq!(line(&mut page, Look::Back(Step::Into)), Some(12));
    assert_eq!(line(&mut page, Look::Back(Step::OverAwait)), Some(11));
    assert_eq!(line(&mut page, Look::Back(Step::Line)), Some(10));
    assert_eq!(line(&mut page, Look::Forward(Step::Into)), Some(4));
    assert_eq!(line(&mut page, Look::Back(Step::Out)), Some(10));
    assert_eq!(line(&mut page, Look::Back(Step::Switch)), Some(11));
    let turn = look(&mut page, Look::Forward(Step::Turn));
    assert_eq!(turn.snapshot.loops.len(), 1);
    let before = look(&mut page, Look::Back(Step::Turn));
    assert!(before.record < turn.record && before.snapshot.at <= turn.snapshot.at);
}

#[test]
fn the_moment_of_each_record_is_the_same_whichever_way_it_is_come_to() {
    for clock in CLOCKS {
        let mut page = ended(clock, 300);
        let told = page.records().count() as u64;
        let forth: Vec<Moment> = (0..told).map(|record| look(&mut page, Look::Record(record))).collect();
        let mut back: Vec<Moment> =
            (0..told).rev().map(|record| look(&mut page, Look::Record(record))).collect();
        back.reverse();
        assert!(forth == back);
        for (record, moment) in (0..).zip(&forth) {
            assert!(moment.record >= record && !moment.is_now);
        }
        assert!(forth.is_sorted_by(|a, b| (a.record, a.snapshot.at) <= (b.record, b.snapshot.at)));
        assert!(forth.is_sorted_by_key(|moment| moment.output) && forth[0].output == 0);
        let now = look(&mut page, Look::Record(told));
        assert!(now.is_now && now.output == page.out().len() as u64);
        // Two steps back and two forward, from all over the run.
        for moment in forth.iter().skip(3).step_by(7) {
            look(&mut page, Look::Record(moment.record));
            let [first, _] =
                [look(&mut page, Look::Back(Step::Into)), look(&mut page, Look::Back(Step::Into))];
            assert!(look(&mut page, Look::Forward(Step::Into)) == first);
        }
    }
}

#[test]
fn looking_changes_nothing_of_the_run() {
    let (mut plain, mut looked) = (Page::new(ClockMode::Instant), Page::new(ClockMode::Instant));
    for page in [&mut plain, &mut looked] {
        page.slice = 50;
        let program = page.program(PROGRAM);
        page.send(Command::Run(program));
    }
    while plain.turn() {}
    let mut round = 0;
    while looked.turn() {
        round += 1;
        let moment = look(&mut looked, Look::Record(round / 2));
        assert!(moment.record >= round / 2 || moment.is_now);
        look(&mut looked, Look::Back(Step::Into));
    }
    assert_eq!((plain.out(), plain.records().count()), (looked.out(), looked.records().count()));
    assert!(plain.records().eq(looked.records()));
}

#[test]
fn the_past_of_a_paused_run_and_of_one_that_was_stopped_can_be_looked_at() {
    let mut page = Page::new(ClockMode::Real);
    let program = page.program("n = 0\nwhile True:\n    n += 1\n    n += 1\n");
    page.send(Command::Debug(program));
    page.settle();
    for expected in [2, 3, 4, 2] {
        assert_eq!(page.ask(Command::Step { step: Step::Into, follow: None }), Ok(Reply::Done));
        page.settle();
        let now = look(&mut page, Look::Now);
        assert!(now.is_now && now.stands.line == Some(expected), "{:?}", now.stands);
    }
    assert_eq!([4, 3, 2, 1].map(|_| line(&mut page, Look::Back(Step::Into))), [4, 3, 2, 1].map(Some));
    assert_eq!(page.ask(Command::Resume), Ok(Reply::Done));
    (0..50).for_each(|_| assert!(page.turn()));
    assert_eq!(page.ask(Command::Halt), Ok(Reply::Done));
    let last = look(&mut page, Look::Back(Step::Into));
    assert!(matches!(last.stands.line, Some(2..=4)), "{:?}", last.stands);
    let value =
        |moment: &Moment| moment.snapshot.threads[0].calls[0].locals.iter().find(|l| l.0 == "n").cloned();
    let earlier = look(&mut page, Look::Back(Step::Into));
    assert!(value(&earlier).is_some() && earlier.stands.line != last.stands.line);
}

#[test]
fn before_a_loop_that_waits_comes_what_it_has_run_last() {
    let mut page = Page::new(ClockMode::Instant);
    page.run("import asyncio\nasync def main():\n    event = asyncio.Event()\n    await event.wait()\nasyncio.run(main())\n");
    page.ask(Command::Pause).expect("it is paused");
    assert_eq!([Step::Line, Step::Line].map(|step| line(&mut page, Look::Back(step))), [Some(4), Some(3)]);
}

#[test]
fn a_halt_ends_the_search_for_a_moment() {
    let mut page = Page::new(ClockMode::Instant);
    page.slice = 2_000;
    let program = page.program("for i in range(100_000):\n    pass\n");
    page.send(Command::Run(program));
    while page.turn() {}
    let sought = page.send(Command::Look(Look::Back(Step::Switch)));
    assert!(page.turn());
    assert_eq!(page.answered(sought), None);
    assert_eq!(page.ask(Command::Halt), Ok(Reply::Done));
    assert_eq!(page.answered(sought), Some(Err(Failure::Halted)));
    assert_eq!(page.value("1 + 1"), "2");
}
