//! Turns `www/examples/index.json` into Rust, so that the page carries the examples and one list names them.

use std::{env, fs, path::Path};

use serde_json::Value;

const INDEX: &str = "www/examples/index.json";

fn main() {
    println!("cargo::rerun-if-changed=www/examples");
    let index = fs::read_to_string(INDEX).expect("the index of the examples is readable");
    let index: Value = serde_json::from_str(&index).expect("the index of the examples is JSON");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo says where the manifest is");
    let mut list = String::from("&[\n");
    for entry in index.as_array().expect("the index of the examples is a list") {
        let text = |key: &str| entry[key].as_str().unwrap_or_else(|| panic!("{entry} has no {key}"));
        let [slug, title, summary, look] = ["slug", "title", "summary", "look"].map(text);
        let file = Path::new(&root).join(format!("www/examples/{slug}.py"));
        list += &format!(
            "Example {{ slug: {slug:?}, title: {title:?}, summary: {summary:?}, look: {look:?}, \
             source: include_str!({file:?}) }},\n"
        );
    }
    list += "]\n";
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("examples.rs"), list).expect("the list of examples is written");
}
