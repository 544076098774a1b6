//! `loopthread explore` as a user meets it: which outcomes it finds, and that what it tells can be seen again.

use std::process::{Command, Output};

/// Two threads that read a number, call a function and write the number.
const LOST_UPDATE: &str = "\
import threading

counter = 0

def one():
    return 1

def work():
    global counter
    for _ in range(3):
        counter += one()

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(counter)
";

/// Two threads that take the same two locks in different order.
const TWO_LOCKS: &str = "\
import threading

a, b = threading.Lock(), threading.Lock()

def work(first, second):
    for _ in range(3):
        with first:
            with second:
                pass

threads = [threading.Thread(target=work, args=pair) for pair in ((a, b), (b, a))]
for thread in threads: thread.start()
for thread in threads: thread.join()
print('done')
";

/// The same counter behind a lock, and tasks beside it.
const SAFE: &str = "\
import asyncio, threading

counter, lock = 0, threading.Lock()

def one():
    return 1

def work():
    global counter
    for _ in range(3):
        with lock:
            counter += one()

async def wait(name):
    await asyncio.sleep(0.1)
    print(name)

async def main():
    await asyncio.gather(asyncio.to_thread(work), asyncio.to_thread(work), wait('a'), wait('b'))
    print(counter, lock)

asyncio.run(main())
";

/// Writes the program to a file of that name and runs the command with it.
fn explore(name: &str, program: &str, options: &[&str]) -> Output {
    let file = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&file, program).expect("the folder is there");
    loopthread(&[&["explore", file.as_str()], options].concat())
}

fn loopthread(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_loopthread")).args(arguments).output().expect("the command runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The commands that the report shows, as arguments.
fn commands(report: &str) -> Vec<Vec<&str>> {
    let lines = report.lines().filter_map(|line| line.trim().strip_prefix("loopthread "));
    lines.map(|line| line.split(' ').collect()).collect()
}

#[test]
fn a_lost_update_is_found_and_its_command_shows_it_again() {
    let output = explore("lost.py", LOST_UPDATE, &["--runs", "150"]);
    let report = text(&output.stdout);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(1), String::new()), "{report}");
    assert!(report.starts_with("150 runs of ") && report.contains("different outcomes"), "{report}");
    assert!(report.contains("    line 1: 6\n"), "{report}");
    let told: Vec<&str> = report.lines().filter_map(|line| line.trim().strip_prefix("line 1: ")).collect();
    assert!(told.len() > 1, "{report}");
    let again: Vec<String> =
        commands(&report).iter().map(|command| text(&loopthread(command).stdout)).collect();
    assert_eq!(again.iter().map(|out| out.trim()).collect::<Vec<_>>(), told);
}

#[test]
fn two_locks_in_different_order_are_a_deadlock_that_says_who_waits_for_whom() {
    let output = explore("locks.py", TWO_LOCKS, &["--runs", "150"]);
    let report = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{report}");
    let cycle = [
        "    deadlock: every thread waits, and nothing will ever wake one",
        "      Thread-1 (work) waits at line 8 for a lock that Thread-2 (work) has",
        "      Thread-2 (work) waits at line 8 for a lock that Thread-1 (work) has",
    ];
    assert!(cycle.iter().all(|line| report.lines().any(|told| told == *line)), "{report}");
    let runs = commands(&report).into_iter().map(|command| loopthread(&command));
    let stuck = runs.into_iter().find(|run| !run.status.success()).expect("one of them shows the deadlock");
    assert_eq!(stuck.status.code(), Some(124));
    assert!(text(&stuck.stderr).contains("Thread-2 (work) waits at line 8"), "{}", text(&stuck.stderr));
}

#[test]
fn a_program_without_a_race_has_one_outcome_wherever_its_objects_are() {
    let output = explore("safe.py", SAFE, &["--runs", "40"]);
    let report = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{report}");
    assert!(report.contains("40 runs of ") && report.contains("always the same outcome"), "{report}");
    assert!(report.contains("output: 6 <unlocked _thread.lock object at 0x…>\n"), "{report}");
}

#[test]
fn the_same_seeds_give_the_same_report() {
    let options = ["--runs", "60", "--seed", "20"];
    let reports = [0, 1].map(|_| text(&explore("same.py", LOST_UPDATE, &options).stdout));
    assert_eq!(reports[0], reports[1]);
    assert!(reports[0].contains("seeds 20 to 79"), "{}", reports[0]);
}

#[test]
fn errors_and_endless_programs_are_outcomes_too() {
    let output = explore("error.py", "print('x')\nraise ValueError('no')\n", &["--runs", "3"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("exit code 1: ValueError: no"), "{}", text(&output.stdout));
    let endless = "import time\nwhile True: time.sleep(1)\n";
    let report = text(&explore("endless.py", endless, &["--runs", "2", "--time-limit", "5"]).stdout);
    assert!(report.contains("does not end within the time limit"), "{report}");
    assert!(report.contains("--seed 0 --time-limit 5\n"), "{report}");
    assert_eq!(loopthread(&["explore", "no/such.py"]).status.code(), Some(2));
}
