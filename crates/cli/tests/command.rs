//! The command as a user meets it: what it prints where, and its exit code.

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

/// Runs the command with a program on its standard input.
fn loopthread(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_loopthread"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    child.stdin.take().expect("it was piped").write_all(input.as_bytes()).expect("the command reads");
    child.wait_with_output().expect("the command ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn all_output_is_printed_however_much_it_is() {
    let source = "for n in range(20_500): print(n)\nprint('x' * 2_000_000)\n";
    let output = loopthread(&["run", "-", "--clock", "instant"], source);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let printed = text(&output.stdout);
    assert_eq!(printed.lines().count(), 20_501);
    assert_eq!(printed.lines().last().map(str::len), Some(2_000_000));
}

#[test]
fn the_program_is_named_as_it_was_typed() {
    let source = "import sys\nprint(sys.argv, __file__)\n";
    let output = loopthread(&["run", "-"], source);
    assert_eq!(text(&output.stdout), "['-'] <stdin>\n");
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/named.py");
    std::fs::write(file, source).expect("the folder is there");
    let output = loopthread(&["run", file], "");
    assert_eq!(text(&output.stdout), format!("['{file}'] {file}\n"));
}

#[test]
fn help_is_no_error_and_what_is_missing_is_told_as_python_does() {
    for arguments in [&["--help"][..], &["run", "-h"], &["run", "x.py", "--help"]] {
        let output = loopthread(arguments, "");
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
        assert!(text(&output.stdout).starts_with("usage: loopthread run FILE"));
    }
    let output = loopthread(&["run"], "");
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()));
    let output = loopthread(&["run", "no/such.py"], "");
    let expected = "loopthread: can't open file 'no/such.py': [Errno 2] No such file or directory\n";
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(2), expected));
}

#[test]
fn input_reads_the_standard_input_line_by_line_to_its_end() {
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/asks.py");
    let source = "print(input('one? '))\nprint(repr(input()))\ninput('three? ')\n";
    std::fs::write(file, source).expect("the folder is there");
    let output = loopthread(&["run", file, "--clock", "instant"], "first\n  second \n");
    assert_eq!(text(&output.stdout), "one? first\n'  second '\nthree? ");
    assert!(text(&output.stderr).ends_with("EOFError: EOF when reading a line\n"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_program_that_nothing_can_wake_is_ended_with_who_waits_for_what() {
    let source = "\
import asyncio, queue, threading

lock, own, line = asyncio.Lock(), threading.RLock(), queue.Queue()

def twice():
    with own: line.get()

async def hold():
    async with lock: await asyncio.get_running_loop().create_future()

async def main():
    held = asyncio.create_task(hold())
    await asyncio.sleep(0)
    second = asyncio.create_task(lock.acquire(), name='second')
    await held

for _ in range(2): threading.Thread(target=twice).start()
asyncio.run(main())
";
    let output = loopthread(&["run", "-", "--clock", "instant"], source);
    let expected = "\
loopthread: every thread waits, and nothing will ever wake one
  MainThread: its event loop has nothing to do
  Thread-1 (twice) waits at line 6 in Queue.get
  Thread-2 (twice) waits at line 6 for a lock that Thread-1 (twice) has
  Task-1, main(), waits at line 15 for Task-2
  Task-2, hold(), waits at line 9 for a future
  second, Lock.acquire(), waits in Lock.acquire
";
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(124), expected));
}

#[cfg(unix)]
#[test]
fn ctrl_c_is_a_keyboard_interrupt_also_in_a_wait() {
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/interrupted.py");
    for (wait, last) in [
        ("import time; time.sleep(60)", "KeyboardInterrupt"),
        ("input()", "KeyboardInterrupt"),
        ("while True: pass", "KeyboardInterrupt"),
        ("import asyncio; asyncio.run(asyncio.sleep(60))", "KeyboardInterrupt"),
    ] {
        std::fs::write(file, format!("print('on', flush=True)\n{wait}\n")).expect("the folder is there");
        let mut child = Command::new(env!("CARGO_BIN_EXE_loopthread"))
            .args(["run", file])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let mut on = [0; 3];
        child.stdout.as_mut().expect("it was piped").read_exact(&mut on).expect("it prints");
        let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        assert!(killed.is_ok_and(|status| status.success()));
        // Kept open to here: the end of the input would end `input()`.
        let stdin = child.stdin.take();
        let output = child.wait_with_output().expect("the command ends");
        drop(stdin);
        assert_eq!(output.status.code(), Some(130), "{wait}");
        assert_eq!(text(&output.stderr).lines().last(), Some(last), "{wait}");
    }
}
