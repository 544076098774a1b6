//! Every program of `tests/syntax` must fail as it fails in CPython: class, words, place and carets.

use std::fmt::Write;
use std::path::Path;

use loopthread_vm::code::CodeKind;
use loopthread_vm::compile;
use loopthread_vm::syntax::{Mode, parse};

#[test]
fn mistakes_get_the_words_and_carets_of_cpython() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/syntax");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("the goldens are in tests/syntax")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".py"))
        .collect();
    names.sort();
    assert!(names.len() >= 40, "only {} goldens", names.len());
    let (mut differences, mut count) = (String::new(), 0);
    for name in &names {
        let path = folder.join(name);
        let source = std::fs::read_to_string(&path).expect("a golden is readable");
        let expected = std::fs::read_to_string(path.with_extension("err")).expect("each golden has its .err");
        let found =
            parse(&source, name, Mode::Exec).map_or_else(|error| error.render(), |_| "no error\n".into());
        if found != expected {
            count += 1;
            let _ = writeln!(differences, "== {name}\n-- CPython\n{expected}-- here\n{found}");
        }
    }
    assert!(count == 0, "{differences}\n{count} of {} differ", names.len());
}

/// The stack of a page's worker is 1 MB; the unoptimised frames of this test are at least twice as large as its.
const STACK: usize = 2 << 20;

#[test]
fn deep_nesting_is_an_error_and_never_the_end_of_the_stack() {
    let shapes: [(&str, &str, &str); 13] = [
        ("{", "1", ": 1}"),
        ("(", "1", ")"),
        ("[", "1", "]"),
        ("{1: ", "1", "}"),
        ("f(", "1", ")"),
        ("not ", "x", ""),
        ("-", "x", ""),
        ("lambda a, b: ", "x", ""),
        ("x if y else ", "x", ""),
        ("2 ** ", "x", ""),
        ("", "x", ".a"),
        ("", "x", "()"),
        ("", "x", " + 1"),
    ];
    let run = move || {
        for (before, middle, after) in shapes {
            for depth in [50, 99, 400, 1_000, 100_000] {
                for tail in ["\n", " x y (\n"] {
                    let source = format!("{}{middle}{}{tail}", before.repeat(depth), after.repeat(depth));
                    let result = parse(&source, "deep.py", Mode::Exec);
                    let refused = result.as_ref().is_err_and(|error| error.message.contains("nested"));
                    assert!(depth < 1_000 || refused, "{before} {depth}: {result:?}");
                    assert!(depth > 99 || tail != "\n" || result.is_ok(), "{before} {depth}: {result:?}");
                }
            }
        }
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread");
    thread.join().expect("no shape may overflow the stack");
}

#[test]
fn long_programs_are_not_deep_ones() {
    let row = "x.y(1) + 2 * z[3], ".repeat(1_000);
    let source = format!("a = [{row}]\nb = {{{}}}\n", "'k': f.g(1), ".repeat(1_000));
    assert!(parse(&source, "long.py", Mode::Exec).is_ok());
    assert!(parse(&"x = a.b + c\n".repeat(1_000), "long.py", Mode::Exec).is_ok());
}

#[test]
fn what_cpython_runs_is_accepted() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut folders =
        ["tests/programs", "www/examples", "crates/session/python"].map(|f| top.join(f)).to_vec();
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for path in
            std::fs::read_dir(&folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()))
        {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                let source = std::fs::read_to_string(&path).expect("a program is readable");
                let result = parse(&source, &path.to_string_lossy(), Mode::Exec);
                assert!(result.is_ok(), "{}", result.map_or_else(|error| error.render(), |_| String::new()));
                count += 1;
            }
        }
    }
    assert!(count >= 60, "only {count} programs");
}

#[test]
fn the_console_waits_at_its_top_level_only() {
    for source in [
        "await f()",
        "async for x in y: pass",
        "async with a: pass",
        "x = [y async for y in z]",
        "{k: await v for k, v in z}",
        "[await x for x in [1 async for z in y]]",
    ] {
        let parsed = parse(source, "<console>", Mode::Interactive).map_err(|error| error.render());
        let compiled =
            parsed.map(|parsed| compile::compile(&parsed, "<console>", compile::Mode::Interactive));
        assert!(
            matches!(&compiled, Ok(Ok(code)) if code.kind == CodeKind::Coroutine),
            "{source}: {compiled:?}"
        );
    }
    for (source, message) in [
        ("lambda: await x", "'await' outside async function"),
        ("class A:\n  await x", "'await' outside function"),
        (
            "class A:\n  x = [await y for y in z]",
            "asynchronous comprehension outside of an asynchronous function",
        ),
        ("class A:\n  async for x in y: pass", "'async for' outside async function"),
        ("def g():\n  async with x: pass", "'async with' outside async function"),
        ("return 1", "'return' outside function"),
        ("yield 1", "'yield' outside function"),
    ] {
        let error = parse(source, "<console>", Mode::Interactive).map(|_| ()).expect_err(source);
        assert_eq!(error.message, message, "{source}");
    }
}
