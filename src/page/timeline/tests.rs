//! Records in, lanes and a scene out.

use loopthread_protocol::{
    Actor, LoopId, MessageId, MessageKind, Nanos, Record, RequestId, TaskState, ThreadId, ThreadState, Wait,
    WaitKind, What,
};

use super::{
    grow::LANES,
    scene::{self, AXIS, ROW, Window, hit, scene},
    view::View,
    *,
};

const MAIN: ThreadId = ThreadId(0);
const LOOP: ThreadId = ThreadId(1);
const MS: Nanos = 1_000_000;

fn timeline(records: Vec<(Nanos, What)>) -> Timeline {
    let mut timeline = Timeline::new();
    for (at, what) in records {
        timeline.push(&Record { at, what });
    }
    timeline
}

fn started(thread: ThreadId, name: &str) -> What {
    let by = Actor::Page { request: RequestId(1) };
    What::ThreadStarted { thread, name: name.into(), daemon: false, by, line: None }
}

fn thread(thread: ThreadId, state: ThreadState) -> What {
    What::ThreadState { thread, state }
}

fn wait(text: &str) -> Wait {
    Wait { kind: WaitKind::Sleep, text: text.into(), until: None, line: None }
}

fn created(task: u32, lp: u32, by: ThreadId) -> What {
    let by = Actor::Python { thread: by, task: None };
    let (name, coro) = (format!("Task-{task}"), "tick".to_owned());
    What::TaskCreated { task: TaskId(task), lp: LoopId(lp), name, coro, by, line: None }
}

fn task(task: u32, state: TaskState) -> What {
    What::TaskState { task: TaskId(task), state }
}

/// The main thread starts a loop thread, which runs a task that sleeps; the main thread blocks.
fn story() -> Timeline {
    let from = Actor::Python { thread: MAIN, task: None };
    let message = MessageId(0);
    timeline(vec![
        (0, started(MAIN, "MainThread")),
        (0, thread(MAIN, ThreadState::Running)),
        (2 * MS, started(LOOP, "loop")),
        (2 * MS, What::LoopAttached { lp: LoopId(0), thread: LOOP }),
        (3 * MS, thread(LOOP, ThreadState::Selecting { until: None })),
        (
            4 * MS,
            What::Sent {
                message,
                from,
                to: LOOP,
                kind: MessageKind::CallSoonThreadsafe,
                text: "tick()".into(),
                line: None,
            },
        ),
        (4 * MS, thread(MAIN, ThreadState::Blocked(wait("sleep 1 s")))),
        (5 * MS, thread(LOOP, ThreadState::Running)),
        (5 * MS, What::Received { message }),
        (5 * MS, created(0, 0, LOOP)),
        (6 * MS, task(0, TaskState::Running)),
        (7 * MS, task(0, TaskState::Waiting(wait("sleep 0.5 s")))),
        (7 * MS, thread(LOOP, ThreadState::Selecting { until: None })),
        (10 * MS, task(0, TaskState::Cancelled)),
    ])
}

fn bars(lane: &Lane) -> Vec<(Nanos, Nanos, &str, &str)> {
    lane.bars.iter().map(|bar| (bar.from / MS, bar.to / MS, bar.doing.name(), &*bar.text)).collect()
}

fn window(timeline: &Timeline) -> Window {
    let view = View::new().grown(timeline.end());
    Window {
        width: 1110.0,
        height: 400.0,
        gutter: 100.0,
        scrolled: 0.0,
        view,
        now: timeline.end(),
        focus: None,
        moment: None,
    }
}

#[test]
fn states_become_bars_that_touch() {
    let timeline = story();
    let [_, main, lp, tick] = timeline.lanes() else { panic!() };
    assert_eq!(bars(main), [(0, 4, "running", "")]);
    assert_eq!(bars(lp), [(2, 3, "ready", ""), (3, 5, "waiting", IDLE), (5, 7, "running", "")]);
    assert_eq!(bars(tick), [(5, 6, "ready", ""), (6, 7, "running", ""), (7, 10, "sleeping", "sleep 0.5 s")]);
    let ended = tick.ended.as_ref().unwrap();
    assert_eq!((ended.at, ended.how), (10 * MS, How::Cancelled));
    let open = timeline.open_bar(main, 12 * MS).unwrap();
    assert_eq!((open.from, open.to, open.doing), (4 * MS, 12 * MS, Doing::Blocked));
}

#[test]
fn the_same_state_twice_is_one_bar() {
    let run = || thread(MAIN, ThreadState::Running);
    let timeline = timeline(vec![
        (0, started(MAIN, "m")),
        (0, run()),
        (3 * MS, run()),
        (5 * MS, What::ThreadEnded { thread: MAIN }),
    ]);
    assert_eq!(bars(&timeline.lanes()[1]), [(0, 5, "running", "")]);
}

#[test]
fn tasks_stand_under_the_thread_that_runs_their_loop() {
    let timeline = timeline(vec![
        (0, started(MAIN, "MainThread")),
        // Made before any thread runs the loop.
        (0, created(0, 7, MAIN)),
        (1, started(LOOP, "loop")),
        (1, started(ThreadId(2), "other")),
        (2, What::LoopAttached { lp: LoopId(7), thread: LOOP }),
        (3, created(1, 7, LOOP)),
        (3, created(2, 9, MAIN)),
    ]);
    let names: Vec<&str> = timeline.rows().lanes.iter().map(|&row| &*timeline.lanes()[row].name).collect();
    assert_eq!(names, ["MainThread", "loop", "Task-0", "Task-1", "other", "Task-2"]);
}

#[test]
fn an_arrow_joins_sender_and_receiver_and_the_page_has_a_lane_once_it_sends() {
    let mut timeline = story();
    let arrow = &timeline.arrows()[0];
    assert_eq!((arrow.from, arrow.to, arrow.sent, arrow.received), (1, 2, 4 * MS, Some(5 * MS)));
    assert_ne!(timeline.rows().lanes[0], 0);
    let request = RequestId(3);
    let (message, from, kind) = (MessageId(1), Actor::Page { request }, MessageKind::Page { request });
    timeline.push(&Record {
        at: 11 * MS,
        what: What::Sent { message, from, to: LOOP, kind, text: "1 + 1".into(), line: None },
    });
    assert_eq!((timeline.rows().lanes[0], timeline.arrows()[1].from), (0, 0));
    assert_eq!(timeline.arrows()[1].received, None);
}

#[test]
fn closing_ends_what_is_open() {
    let mut timeline = story();
    timeline.close(12 * MS);
    let main = &timeline.lanes()[1];
    assert_eq!(bars(main).last(), Some(&(4, 12, "blocked", "sleep 1 s")));
    assert_eq!(timeline.open_bar(main, 99 * MS), None);
}

#[test]
fn lanes_past_their_bound_are_counted() {
    let mut timeline = timeline(vec![(0, started(MAIN, "m"))]);
    for number in 0..LANES as u32 + 5 {
        timeline.push(&Record { at: 1, what: created(number, 0, MAIN) });
    }
    assert_eq!((timeline.lanes().len(), timeline.left_out()), (LANES, 7));
}

#[test]
fn a_run_of_a_million_records_is_thinned_from_end_to_end_and_counted() {
    let timeline = busy(1_000_000);
    let lane = &timeline.lanes()[1];
    assert!(lane.bars.len() <= MARKS && lane.bars.len() > MARKS / 3, "{}", lane.bars.len());
    let first = lane.bars.first().unwrap();
    assert_eq!((first.from, first.doing), (0, Doing::Running));
    assert_eq!(lane.bars.last().unwrap().to, timeline.end());
    // Nothing overlaps and nothing is missing in between; what is left out says so.
    assert!(lane.bars.windows(2).all(|pair| pair[0].to == pair[1].from));
    let gaps = lane.bars.iter().filter(|bar| bar.doing == Doing::LeftOut).count();
    assert!(gaps > 100, "{gaps}");
    assert_eq!(lane.bars.len() as u64 + timeline.left_out(), 999_999);
}

#[test]
fn the_scene_puts_bars_where_their_time_is() {
    let timeline = story();
    let scene = scene(&timeline, &window(&timeline));
    // Ten milliseconds over a thousand pixels, after the gutter; the main thread is the first row.
    let first = scene.bars.iter().find(|bar| bar.doing == Doing::Running).unwrap();
    assert_eq!((first.x, first.width), (100.0, 400.0));
    assert!(first.y > AXIS && first.y + first.height < AXIS + ROW);
    let arrow = scene.lines.iter().find(|line| line.kind == scene::LineKind::Received).unwrap();
    assert_eq!((arrow.from, arrow.to), ((500.0, AXIS + ROW / 2.0), (600.0, AXIS + ROW * 1.5)));
    assert_eq!(scene.rows.len(), 3);
}

#[test]
fn what_is_under_a_point_is_told() {
    let timeline = story();
    let window = window(&timeline);
    let under = |x, row: f64| {
        let (lane, spot) = hit(&timeline, &window, x, AXIS + ROW * row + 5.0).unwrap();
        (lane, timeline.lanes()[lane].of_record(spot.unwrap().record).unwrap())
    };
    let (lane, bar) = under(300.0, 0.0);
    assert_eq!((lane, bar.doing, bar.record), (1, Doing::Running, 1));
    let (lane, bar) = under(950.0, 2.0);
    assert_eq!((lane, &*bar.text, bar.record), (3, "sleep 0.5 s", 11));
    assert!(hit(&timeline, &window, 300.0, 3.0).is_none());
    assert!(hit(&timeline, &window, 300.0, 390.0).is_none());
}

/// A thread that runs and waits in turn, so many records in all.
fn busy(records: u64) -> Timeline {
    let mut timeline = timeline(vec![(0, started(MAIN, "m"))]);
    for at in 0..records - 1 {
        let state = if at % 2 == 0 { ThreadState::Running } else { ThreadState::Ready };
        timeline.push(&Record { at: at * 1_000, what: thread(MAIN, state) });
    }
    timeline.close(timeline.end() + 1_000);
    timeline
}

#[test]
fn what_is_looked_at_grows_with_the_canvas_and_not_with_the_run() {
    let short = busy(30_000);
    let long = busy(200_000);
    let [few, many] = [&short, &long].map(|timeline| scene(timeline, &window(timeline)));
    assert!(few.walked <= 2_000 && many.walked <= 2_000, "{} and {}", few.walked, many.walked);
    // What is alike and side by side is one.
    assert!(many.bars.len() < 20, "{}", many.bars.len());
    let wide = window(&short);
    let near = Window { view: wide.view.zoom(0.001, 0.5, short.end()), ..wide };
    let drawn = scene(&short, &near).bars.len();
    assert!((25..=35).contains(&drawn), "{drawn}");
}

#[test]
fn moving_the_view_moves_what_is_drawn_and_changes_nothing_else() {
    let timeline = busy(50_000);
    let wide = window(&timeline);
    let near = Window { view: wide.view.zoom(0.2, 0.5, timeline.end()), ..wide };
    let moved = Window { view: near.view.pan(0.1, timeline.end()), ..near };
    let inner = |window: &Window, from: f64| {
        let bars = scene(&timeline, window).bars;
        let seen = bars.into_iter().filter(|bar| bar.x > 300.0 + from && bar.x + bar.width < 900.0 + from);
        seen.map(|bar| ((bar.x - from).round() as i64, bar.doing)).collect::<Vec<_>>()
    };
    assert_eq!(inner(&near, 100.0), inner(&moved, 0.0));
}

#[test]
fn lanes_out_of_sight_are_not_drawn() {
    let records = (0..100).map(|number| (0, started(ThreadId(number), "t"))).collect();
    let timeline = timeline(records);
    let window = Window { scrolled: 10.0 * ROW, height: AXIS + 5.0 * ROW, ..window(&timeline) };
    assert_eq!(scene(&timeline, &window).rows.len(), 5);
}

#[test]
fn the_twin_says_what_is_seen() {
    let timeline = story();
    let told = twin::tell(&timeline, 12 * MS);
    let titles: Vec<&str> = told.iter().map(|told| told.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Thread MainThread",
            "Thread loop",
            "Task Task-0 (tick), run by thread loop",
            "Messages between threads"
        ]
    );
    assert_eq!(told[0].items, ["0.000 s: ran for 4 ms, then was blocked for 8 ms so far in sleep 1 s"]);
    assert_eq!(
        told[1].items[0],
        "0.002 s: was ready for 1 ms while something else ran, then had nothing to do for 2 ms"
    );
    let slept = "was ready for 1 ms while something else ran, then ran for 1 ms, then slept for 3 ms";
    assert_eq!(told[2].items[0], format!("0.005 s: {slept}"));
    assert_eq!(told[2].items.last().unwrap(), "0.010 s: was cancelled");
    assert_eq!(
        told[3].items,
        ["0.004 s: MainThread to loop: call_soon_threadsafe tick(), arrived after 1 ms"]
    );
}

#[test]
fn the_twin_of_a_long_run_is_short_and_says_what_it_leaves_out() {
    let mut records = vec![(0, started(MAIN, "m"))];
    for number in 0..90 {
        records.push((0, created(number, 0, MAIN)));
    }
    for at in 0..1_000 {
        let state = if at % 2 == 0 { ThreadState::Running } else { ThreadState::Blocked(wait("sleep 1 s")) };
        records.push((at * MS, thread(MAIN, state)));
    }
    let told = twin::tell(&timeline(records), 1_000 * MS);
    assert!(told.len() <= 22 && told.iter().all(|told| told.items.len() <= 11), "{told:?}");
    assert_eq!(told[0].items[0], "In all: ran 500 times (500 ms), was blocked 500 times (500 ms).");
    assert_eq!(told[0].items[5], "… 492 more are left out here …");
    assert_eq!(told.last().unwrap().title, "… and 71 more lanes");
}

#[test]
fn the_twin_tells_no_nanoseconds_and_no_names_of_helpers() {
    let by = Actor::Python { thread: MAIN, task: None };
    let (name, coro) = ("Task-1".to_owned(), "BaseEventLoop.shutdown_asyncgens()".to_owned());
    let timeline = timeline(vec![
        (0, started(MAIN, "Thread-1 (_do_shutdown)")),
        (0, What::TaskCreated { task: TaskId(0), lp: LoopId(0), name, coro, by, line: None }),
        (1, task(0, TaskState::Running)),
        (4, task(0, TaskState::Waiting(wait("a Future")))),
        (9, task(0, TaskState::Running)),
        (9, task(0, TaskState::Done)),
    ]);
    let told = twin::tell(&timeline, MS);
    assert_eq!(told[0].title, "Thread Thread-1 (a helper of the library)");
    assert_eq!(told[1].title, "Task Task-1 (a helper of the library)");
    assert_eq!(told[1].items, ["0.000 s: ran", "0.000 s: ended"]);
}

#[test]
fn a_join_names_the_thread_that_is_waited_for() {
    let wait = Wait { kind: WaitKind::Thread(LOOP), text: "loop".into(), until: None, line: None };
    let timeline = timeline(vec![
        (0, started(MAIN, "MainThread")),
        (0, thread(MAIN, ThreadState::Blocked(wait))),
        (MS, What::ThreadEnded { thread: MAIN }),
    ]);
    assert_eq!(bars(&timeline.lanes()[1]), [(0, 1, "blocked", "join of loop")]);
}

#[test]
fn a_timeline_without_threads_has_no_axis() {
    let timeline = Timeline::new();
    assert_eq!(scene(&timeline, &window(&timeline)), scene::Scene::default());
}

#[test]
fn what_somebody_did_at_a_moment_is_found_by_its_record() {
    let timeline = timeline(vec![
        (0, started(MAIN, "MainThread")),
        (0, thread(MAIN, ThreadState::Running)),
        (MS, created(1, 0, MAIN)),
        (2 * MS, task(1, TaskState::Running)),
        (3 * MS, task(1, TaskState::Waiting(wait("sleep 1 s")))),
    ]);
    let told = |task: Option<TaskId>, record| {
        let spot = timeline.spot_of(MAIN, task, record)?;
        let bar = timeline.lane(spot.lane)?.of_record(spot.record)?;
        Some((timeline.lane(spot.lane)?.name.to_string(), bar.doing))
    };
    assert_eq!(told(None, 5), Some(("MainThread".to_owned(), Doing::Running)));
    assert_eq!(told(Some(TaskId(1)), 4), Some(("Task-1".to_owned(), Doing::Running)));
    assert_eq!(told(Some(TaskId(1)), 5), Some(("Task-1".to_owned(), Doing::Sleeping)));
    assert_eq!(told(None, 1), None);
}
