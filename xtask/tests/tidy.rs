//! Rules of the house that no compiler knows, checked over every tracked text file.

use std::{fs, path::PathBuf, process::Command};

/// A file with more lines is split.
const MOST_LINES: usize = 600;

#[test]
fn no_source_file_is_longer_than_600_lines() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|(name, _)| !name.ends_with("opcode.rs"))
        .map(|(name, text)| (name, text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(name, lines)| format!("{name}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "split these: {long:#?}");
}

#[test]
fn every_rust_file_opens_with_what_it_is() {
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|(name, text)| name.ends_with(".rs") && !text.starts_with("//! "))
        .map(|(name, _)| name)
        .collect();
    assert!(silent.is_empty(), "these lack an opening sentence: {silent:#?}");
}

#[test]
fn no_file_names_a_path_of_one_machine() {
    // Taken apart, or this file would find itself.
    let roots = ["ho", "ro", "wo", "Us"].into_iter().zip(["me/", "ot/", "rk/", "ers/"]);
    let roots: Vec<String> = roots.map(|(start, end)| format!("/{start}{end}")).collect();
    let found: Vec<String> = texts()
        .into_iter()
        .flat_map(|(name, text)| {
            let lines: Vec<String> = text
                .lines()
                .enumerate()
                .filter(|(_, line)| roots.iter().any(|root| names_path(line, root)))
                .map(|(number, line)| format!("{name}:{}: {line}", number + 1))
                .collect();
            lines
        })
        .collect();
    assert!(found.is_empty(), "these name a path: {found:#?}");
}

#[test]
fn lock_files_name_no_host_but_the_crates_index() {
    for (name, text) in
        texts().into_iter().filter(|(name, _)| name.ends_with(".lock") || name.ends_with("-lock.json"))
    {
        let hosts: Vec<&str> = text
            .lines()
            .filter(|line| line.contains("://") && !line.contains("github.com/rust-lang/crates.io-index"))
            // npm notes where a package asks for money.
            .filter(|line| !line.trim_start().starts_with("\"url\":"))
            .collect();
        assert!(hosts.is_empty(), "{name}: {hosts:#?}");
    }
}

/// Whether a path under this root starts in the line: not in the middle of a longer path or address.
fn names_path(line: &str, root: &str) -> bool {
    line.match_indices(root).any(|(at, _)| {
        line[..at]
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric() && !"./_-~})>".contains(before))
    })
}

/// The tracked source files written by hand, with their text.
fn sources() -> Vec<(String, String)> {
    let kinds = [".rs", ".py", ".js", ".mjs", ".css", ".html"];
    texts().into_iter().filter(|(name, _)| kinds.iter().any(|kind| name.ends_with(kind))).collect()
}

/// The tracked files that are text, with it.
fn texts() -> Vec<(String, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let listed =
        Command::new("git").arg("ls-files").current_dir(&root).output().expect("git lists the files");
    assert!(listed.status.success(), "git lists the files");
    let names = String::from_utf8(listed.stdout).expect("file names are text");
    let texts: Vec<(String, String)> = names
        .lines()
        .filter_map(|name| Some((name.to_owned(), fs::read_to_string(root.join(name)).ok()?)))
        .collect();
    assert!(texts.len() > 20, "git listed too few files");
    texts
}
