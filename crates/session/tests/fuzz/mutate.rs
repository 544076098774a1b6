//! Sources that nobody would write: programs with damage, heaps of tokens, and towers of nesting.

use crate::rng::Rng;

const TOKENS: &[&str] = &[
    "def",
    "class",
    "async",
    "await",
    "lambda",
    "if",
    "else",
    "elif",
    "for",
    "while",
    "in",
    "is",
    "not",
    "and",
    "or",
    "return",
    "yield",
    "yield from",
    "raise",
    "try:",
    "except",
    "except*",
    "finally:",
    "with",
    "as",
    "import",
    "from",
    "global",
    "nonlocal",
    "del",
    "assert",
    "pass",
    "break",
    "continue",
    "match",
    "case",
    "type",
    "None",
    "True",
    "print",
    "x",
    "y",
    "self",
    "_",
    "0",
    "1",
    "1.5",
    "1e999",
    "0x",
    "0b1",
    "1_000",
    "1j",
    "''",
    "'a'",
    "\"",
    "'",
    "'''",
    "f'",
    "f'{",
    "{x!r:>{y}}",
    "rb'",
    "b'\\xff'",
    "'\\N{DASH}'",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ";",
    ",",
    ".",
    "...",
    "=",
    "==",
    ":=",
    "->",
    "+",
    "-",
    "*",
    "**",
    "/",
    "//",
    "%",
    "@",
    "&",
    "|",
    "^",
    "~",
    "<<",
    ">>",
    "<",
    ">",
    "<=",
    "!=",
    "+=",
    "**=",
    "!",
    "?",
    "$",
    "\\",
    "\\\n",
    "\n",
    "\n    ",
    "\n\t",
    "    ",
    "\t",
    "#",
    "# x\n",
    "\r",
    "\u{c}",
    "\0",
    "é",
    "ﬁ",
    "\u{feff}",
    "\u{202e}",
    "🐍",
    "²",
    "١",
    "x: int",
    "*args",
    "**kwargs",
    "/",
    "*,",
    "__debug__",
    "print(x",
    "async for",
    "async with",
    "async def f():",
    "def f[T]",
    "type X =",
    "if __name__ == '__main__':",
    "@x\n",
    "lambda: (yield)",
];

/// A source made of the seed; `programs` are what is damaged.
pub fn source(rng: &mut Rng, programs: &[String]) -> String {
    match rng.below(10) {
        0 => soup(rng),
        1 => nest(rng),
        2 => {
            let (a, b) = (&programs[rng.below(programs.len())], &programs[rng.below(programs.len())]);
            let (a, b) = (part(rng, a), part(rng, b));
            format!("{a}{b}")
        }
        _ => {
            let mut text = programs[rng.below(programs.len())].clone();
            for _ in 0..1 + rng.below(4) {
                text = damaged(rng, &text);
            }
            text
        }
    }
}

/// A place between two characters.
fn place(rng: &mut Rng, text: &str) -> usize {
    let mut at = rng.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn part(rng: &mut Rng, text: &str) -> String {
    let (a, b) = (place(rng, text), place(rng, text));
    text[a.min(b)..a.max(b)].to_owned()
}

fn damaged(rng: &mut Rng, text: &str) -> String {
    let at = place(rng, text);
    let (head, tail) = text.split_at(at);
    match rng.below(8) {
        0 => head.to_owned(),
        1 => format!("{head}{}", tail.chars().skip(1 + rng.below(5)).collect::<String>()),
        2..=3 => format!("{head}{}{tail}", rng.pick(TOKENS)),
        4 => format!("{head}{}{}", rng.pick(TOKENS), tail.chars().skip(1 + rng.below(3)).collect::<String>()),
        5 => {
            let copy = part(rng, text).chars().take(40).collect::<String>();
            format!("{head}{copy}{tail}")
        }
        6 => lines(rng, text),
        _ => {
            let c = char::from_u32(rng.below(0x3000) as u32).unwrap_or('x');
            format!("{head}{c}{tail}")
        }
    }
}

/// Lines out of order, or with other indentation.
fn lines(rng: &mut Rng, text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let (a, b) = (rng.below(lines.len()), rng.below(lines.len()));
    match rng.below(4) {
        0 => lines.swap(a, b),
        1 => lines[a] = format!("{}{}", rng.pick(&["  ", "\t", "    "]), lines[a]),
        2 => lines[a] = lines[a].trim_start().to_owned(),
        _ => {
            lines.remove(a);
        }
    }
    lines.join("\n")
}

fn soup(rng: &mut Rng) -> String {
    let blank = rng.pick(&["", " ", " "]);
    (0..1 + rng.below(60)).map(|_| format!("{}{blank}", rng.pick(TOKENS))).collect()
}

/// One thing in another, again and again.
fn nest(rng: &mut Rng) -> String {
    let times = [5, 50, 99, 101, 199, 500, 1500, 20_000][rng.below(8)];
    let (open, middle, close) = [
        ("(", "1", ")"),
        ("[", "", "]"),
        ("{1:", "2", "}"),
        ("{", "1", "}"),
        ("-", "x", ""),
        ("not ", "x", ""),
        ("~", "1", ""),
        ("x.", "y", ""),
        ("x(", "", ")"),
        ("x[", "0", "]"),
        ("1 + ", "1", ""),
        ("1 ** ", "1", ""),
        ("x if y else ", "z", ""),
        ("lambda: ", "0", ""),
        ("f'{", "1", "}'"),
        ("await ", "x", ""),
        ("*", "x", ""),
        ("a = ", "1", ""),
        ("a, ", "b", ""),
        ("[x for x in ", "y", "]"),
        ("(yield ", "1", ")"),
        ("x and ", "y", ""),
        ("1 < ", "2", ""),
        ("x: ", "int", ""),
        ("@", "x", ""),
        ("if x:\n ", "pass", ""),
        ("(lambda x=", "1", ": x)"),
        ("'a' ", "'b'", ""),
        ("x := ", "1", ""),
        ("((", "1", ")"),
        ("(", "1", "]"),
        ("\"\"\"", "", ""),
        ("\\\n", "x", ""),
        (";", "x", ""),
        ("f(*", "x", ")"),
        ("case ", "x", ""),
        ("x.y(", "z", ").w[1]"),
    ][rng.below(37)];
    let before = rng.pick(&[
        "",
        "x = ",
        "def f():\n  return ",
        "async def f():\n  ",
        "for x in ",
        "match x:\n  case ",
        "with ",
    ]);
    let after = rng.pick(&["", "\n", ": pass", " = 1", " as y: pass"]);
    format!("{before}{}{middle}{}{after}", open.repeat(times), close.repeat(times))
}

/// Blocks in blocks, each deeper than the one before.
pub fn blocks(rng: &mut Rng) -> String {
    let times = [10, 19, 21, 60, 99, 101, 300][rng.below(7)];
    let mut text = String::new();
    for depth in 0..times {
        let head = rng.pick(&[
            "if x:",
            "for x in y:",
            "while x:",
            "def f():",
            "class C:",
            "with x:",
            "try:",
            "match x:\n",
        ]);
        text.push_str(&" ".repeat(depth));
        text.push_str(head);
        text.push('\n');
    }
    text.push_str(&" ".repeat(times));
    text.push_str("pass\n");
    text
}
