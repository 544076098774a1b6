//! Programs at and beyond the compiler's bounds, compiled on a stack of the size a page's worker has.

use loopthread_vm::compile::{CompileError, Mode, compile};
use loopthread_vm::syntax::{LineIndex, Parsed};
use ruff_python_parser::ParseOptions;

/// Parses with room to spare, without the syntax module's own limits, then compiles within 1 MB.
fn compile_in_one_megabyte(source: String) -> Result<(), CompileError> {
    let on_stack_of = |size: usize| std::thread::Builder::new().stack_size(size);
    let parse = move || {
        let options = ParseOptions::from(ruff_python_parser::Mode::Module);
        let syntax = ruff_python_parser::parse_unchecked(&source, options).into_syntax();
        let parsed = Parsed { syntax, lines: LineIndex::new(&source) };
        std::thread::scope(|scope| {
            let compile = || compile(&parsed, "deep.py", Mode::Exec).map(drop);
            let compiler = on_stack_of(1 << 20).spawn_scoped(scope, compile).expect("a thread");
            compiler.join().expect("no panic")
        })
    };
    on_stack_of(256 << 20).spawn(parse).expect("a thread").join().expect("no panic")
}

fn nested(open: &str, inner: &str, close: &str, levels: usize) -> String {
    format!("x = {}{inner}{}\n", open.repeat(levels), close.repeat(levels))
}

#[test]
fn nesting_is_compiled_up_to_a_bound_and_refused_beyond_without_overflow() {
    for (open, close) in [
        ("[", "]"),
        ("f(", ")"),
        ("not ", ""),
        ("lambda: ", ""),
        ("a if b else ", ""),
        ("", ".b()"),
        ("[a for a in ", "]"),
        ("(a for a in ", ")"),
        ("-", ""),
        ("{1: ", "}"),
        ("a[", "]"),
        ("await ", ""),
    ] {
        let shallow = compile_in_one_megabyte(nested(open, "a", close, 60));
        assert_eq!(shallow, Ok(()), "{open}{close}");
        for levels in [95, 150, 198, 250, 2000] {
            let deep = compile_in_one_megabyte(nested(open, "a", close, levels));
            if levels > 200 {
                let message = deep.expect_err("too deep").message;
                assert_eq!(message, "too many nested expressions or blocks", "{open}{close}");
            }
        }
    }
}

#[test]
fn a_long_chain_of_operators_is_not_deep() {
    let sum = format!("x = {}\n", vec!["a"; 1000].join(" + "));
    assert_eq!(compile_in_one_megabyte(sum), Ok(()));
    let both = format!("x = {}\n", vec!["a"; 1000].join(" and "));
    assert_eq!(compile_in_one_megabyte(both), Ok(()));
}

#[test]
fn blocks_that_nest_too_far_are_refused_in_cpythons_words() {
    let block = |levels: usize| {
        let lines = (0..levels).map(|level| format!("{}for a in b:\n", " ".repeat(level)));
        lines.collect::<String>() + &" ".repeat(levels) + "pass\n"
    };
    assert_eq!(compile_in_one_megabyte(block(20)), Ok(()));
    let message = compile_in_one_megabyte(block(21)).expect_err("too many").message;
    assert_eq!(message, "too many statically nested blocks");
}

#[test]
fn finally_bodies_that_double_are_refused_before_they_fill_the_memory() {
    let mut source = String::new();
    for level in 0..40 {
        let indent = " ".repeat(level);
        source += &format!("{indent}try: a\n{indent}finally:\n");
    }
    source += &" ".repeat(40);
    source += "a\n";
    assert!(compile_in_one_megabyte(source).is_err());
}
