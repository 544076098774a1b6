//! Fenced blocks of Markdown that are marked runnable, as playgrounds: the element `<loop-thread>` around the same text.
//!
//! A playground is **one line of HTML**, its line ends written as `&#10;`: so it fits into lists and quotes as they are, and a blank
//! line of the program does not end it. Deliberately absent: what the attributes mean, which is the element's.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The element's attributes, and whether they have a value.
const ATTRIBUTES: [(&str, bool); 13] = [
    ("panels", true),
    ("clock", true),
    ("speed", true),
    ("seed", true),
    ("theme", true),
    ("height", true),
    ("load", true),
    ("lines", true),
    ("setup", true),
    ("lesson", true),
    ("readonly", false),
    ("autorun", false),
    ("dev", false),
];

/// What makes a block a playground, behind its language.
const RUNNABLE: &str = "runnable";

/// The text with its runnable blocks as playgrounds.
///
/// # Errors
/// What is wrong with a block, and in which line that is.
pub fn playgrounds(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let (mut told, mut block) = (0, None);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match (event, &mut block) {
            (Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))), _) => {
                let line = || text[..range.start].matches('\n').count() + 1;
                let attributes = attributes(&info).map_err(|wrong| format!("line {}: {wrong}", line()))?;
                block = attributes.map(|attributes| (attributes, range, String::new()));
            }
            (Event::Text(code), Some((_, _, program))) => program.push_str(&code),
            (Event::End(TagEnd::CodeBlock), Some((attributes, range, program))) => {
                out += &text[told..range.start];
                out += &element(attributes, program);
                out += &line_after(text, range);
                told = range.end;
                block = None;
            }
            _ => {}
        }
    }
    Ok(out + &text[told..])
}

/// The attributes of a block as HTML, if it is a playground.
fn attributes(info: &str) -> Result<Option<String>, String> {
    let mut words = words(info).into_iter();
    let is_python = matches!(words.next().as_deref(), Some("python" | "py" | "python3"));
    let words: Vec<String> = words.collect();
    if !is_python || !words.iter().any(|word| word == RUNNABLE) {
        return Ok(None);
    }
    let mut html = String::new();
    for word in words.iter().filter(|word| *word != RUNNABLE) {
        let (name, value) =
            word.split_once('=').map_or((word.as_str(), None), |(name, value)| (name, Some(value)));
        match (ATTRIBUTES.iter().find(|(known, _)| *known == name), value) {
            (None, _) => return Err(format!("a playground has no option {name}")),
            (Some((_, true)), None) => return Err(format!("the option {name} needs a value: {name}=…")),
            (Some((_, false)), Some(value)) => {
                return Err(format!("the option {name} has no value such as {value}"));
            }
            (Some((_, true)), Some(value)) => html += &format!(" {name}=\"{}\"", escaped(value)),
            (Some((_, false)), None) => html += &format!(" {name}"),
        }
    }
    Ok(Some(html))
}

/// The words of an info string, with commas or blanks between them; quotes keep a value together.
fn words(info: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for character in info.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' | ' ' | '\t' if !quoted => words.push(std::mem::take(&mut word)),
            other => word.push(other),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

fn element(attributes: &str, program: &str) -> String {
    let code = escaped(program.trim_end_matches('\n')).replace('\n', "&#10;");
    // Without the <div>, which HTML in Markdown may begin with anywhere, a line of text before would take it in.
    format!("<div><loop-thread{attributes}><pre><code>{code}</code></pre></loop-thread></div>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Ends the line, and the HTML with an empty one that is in the same quote.
fn line_after(text: &str, block: &Range<usize>) -> String {
    let begin = text[..block.start].rfind('\n').map_or(0, |end| end + 1);
    let quote: String = text[begin..block.start].chars().map(|c| if c == '>' { '>' } else { ' ' }).collect();
    let end = if text[block.clone()].ends_with('\n') { "\n" } else { "" };
    format!("\n{}{end}", quote.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "<div><loop-thread><pre><code>a = 1</code></pre></loop-thread></div>\n";

    fn html(markdown: &str) -> String {
        let made = playgrounds(markdown).expect("it is right");
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, Parser::new(&made));
        html
    }

    #[test]
    fn a_runnable_block_is_a_playground_and_others_stay() {
        let others = "```python\na = 1\n```\n\n```rust,runnable\nlet a = 1;\n```\n\n    python,runnable\n";
        assert_eq!(playgrounds(others), Ok(others.to_owned()));
        let text = "before\n```python,runnable\na = 1\n```\nafter\n";
        assert_eq!(html(text), format!("<p>before</p>\n{ONE}\n<p>after</p>\n").replace("\n\n", "\n"));
        assert_eq!(html("~~~~ py runnable\na = 1\n~~~~"), ONE);
    }

    #[test]
    fn what_html_would_read_and_blank_lines_are_the_programs_own() {
        let made = html("```python,runnable\nif a < b & c > \"d\":\n\n    <b>*x*</b>\n```\n");
        let code = "if a &lt; b &amp; c &gt; &quot;d&quot;:&#10;&#10;    &lt;b&gt;*x*&lt;/b&gt;";
        assert!(made.contains(&format!("<code>{code}</code>")), "{made}");
    }

    #[test]
    fn blocks_in_lists_and_quotes_stay_there() {
        let made = html("- one\n\n  ```python,runnable\n  a = 1\n  ```\n\n  same\n- two\n");
        assert_eq!(made.matches("<li>").count(), 2, "{made}");
        assert!(made.contains(ONE) && made.contains("<p>same</p>\n</li>"), "{made}");
        let made = html("> ```python,runnable\n> a = 1\n> ```\n> same\n");
        assert_eq!(made, format!("<blockquote>\n{ONE}<p>same</p>\n</blockquote>\n"));
    }

    #[test]
    fn options_are_attributes() {
        let made = html("```python, runnable, clock=instant, panels=\"editor output\", readonly\n1\n```\n");
        assert!(made.contains("<loop-thread clock=\"instant\" panels=\"editor output\" readonly>"), "{made}");
        let wrong =
            |info: &str| playgrounds(&format!("text\n\n```python,runnable,{info}\n1\n```\n")).unwrap_err();
        assert_eq!(wrong("colour=red"), "line 3: a playground has no option colour");
        assert_eq!(wrong("seed"), "line 3: the option seed needs a value: seed=…");
        assert_eq!(wrong("dev=1"), "line 3: the option dev has no value such as 1");
    }
}
