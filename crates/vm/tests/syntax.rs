//! Every program of `tests/syntax` must fail as it fails in CPython: class, words, place and carets.

use std::fmt::Write;
use std::path::Path;

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
