//! `loopthread mdbook` as mdBook calls it. `cargo xtask test docs` has the real mdBook do so.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn asked(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_loopthread"))
        .arg("mdbook")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // It may answer without reading.
    let _ = child.stdin.take().expect("it was piped").write_all(input.as_bytes());
    child.wait_with_output().expect("the command ends")
}

/// A book in which a chapter lies in another one, as a version writes it.
fn book(version: &str, items: &str, text: &str) -> String {
    let inner = format!(
        r#"{{"Chapter":{{"name":"In","content":"{text}","number":null,"sub_items":[],"path":"in.md"}}}}"#
    );
    let outer =
        format!(r##"{{"Chapter":{{"name":"Out","content":"# Out","sub_items":[{inner}],"path":null}}}}"##);
    format!(r#"[{{"root":"r","mdbook_version":"{version}"}},{{"{items}":["Separator",{outer}]}}]"#)
}

const RUNNABLE: &str = "```python,runnable\\na = 1\\n```\\n";

#[test]
fn html_is_supported_and_nothing_else() {
    assert_eq!(asked(&["supports", "html"], "").status.code(), Some(0));
    assert_eq!(asked(&["supports", "epub"], "").status.code(), Some(1));
    assert_eq!(asked(&["--what"], "").status.code(), Some(2));
}

#[test]
fn chapters_of_all_versions_are_converted_and_the_rest_is_kept() {
    for (version, items, words) in [
        ("0.4.52", "sections", ""),
        ("0.5.4", "items", ""),
        ("0.9.0", "parts", "not tried with mdBook 0.9.0"),
    ] {
        let output = asked(&[], &book(version, items, RUNNABLE));
        assert_eq!(output.status.code(), Some(0));
        let text = String::from_utf8(output.stdout).expect("JSON is text");
        assert!(text.starts_with(&format!("{{\"{items}\":[\"Separator\",")), "{text}");
        assert!(text.contains("<loop-thread><pre><code>a = 1</code></pre></loop-thread>"), "{text}");
        assert!(text.contains("\"# Out\"") && text.contains("\"number\":null"), "{text}");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains(words) && told.is_empty() == words.is_empty(), "{told}");
    }
}

#[test]
fn what_is_wrong_is_named_with_its_chapter() {
    let output = asked(&[], &book("0.5.4", "items", "```python,runnable,sed=1\\n1\\n```"));
    let words = "loopthread: chapter In, line 1: a playground has no option sed\n";
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(1), words));
    assert!(String::from_utf8_lossy(&asked(&[], "{}").stderr).contains("no book of mdBook's"));
}
