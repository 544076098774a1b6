//! Random expressions of a wanted kind, small enough to be computed at once.
//!
//! Kinds are a hint: now and then an expression is of another kind, so that errors are compared, too. What could grow
//! without bound (powers, shifts, repetition) has a small right side.

use crate::rng::Rng;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Int,
    Float,
    Bool,
    Str,
    Bytes,
    List,
    Tuple,
    Dict,
    Set,
}

use Kind::{Bool, Bytes, Dict, Float, Int, List, Set, Str, Tuple};

pub const KINDS: [Kind; 9] = [Int, Float, Bool, Str, Bytes, List, Tuple, Dict, Set];

/// What can be named where an expression stands.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub names: Vec<(String, Kind)>,
}

pub struct Expressions<'a> {
    pub rng: &'a mut Rng,
    pub scope: &'a Scope,
    /// Functions of two arguments.
    pub functions: &'a [String],
}

impl Expressions<'_> {
    pub fn any(&mut self, depth: usize) -> String {
        let kind = KINDS[self.rng.below(KINDS.len())];
        self.of(kind, depth)
    }

    /// An expression that probably is of that kind.
    pub fn of(&mut self, kind: Kind, depth: usize) -> String {
        if self.rng.one_in(40) {
            return match self.rng.below(6) {
                0 => "None".into(),
                1 => "undefined_name".into(),
                2 => "...".into(),
                _ if depth > 0 => self.any(depth - 1),
                _ => "1j".into(),
            };
        }
        let known: Vec<&String> =
            self.scope.names.iter().filter(|(_, k)| *k == kind).map(|(name, _)| name).collect();
        if !known.is_empty() && self.rng.one_in(if depth == 0 { 2 } else { 4 }) {
            return known[self.rng.below(known.len())].clone();
        }
        if depth == 0 {
            return self.literal(kind);
        }
        let d = depth - 1;
        if self.rng.one_in(12) {
            return self.of_any_kind(kind, d);
        }
        match kind {
            Int => self.int(d),
            Float => self.float(d),
            Bool => self.bool(d),
            Str => self.str(d),
            Bytes => self.bytes(d),
            List => self.list(d),
            Tuple => self.tuple(d),
            Dict => self.dict(d),
            Set => self.set(d),
        }
    }

    fn of_any_kind(&mut self, kind: Kind, d: usize) -> String {
        let (a, b) = (self.of(kind, d), self.of(kind, d));
        let condition = self.of(Bool, d);
        match self.rng.below(6) {
            0 => format!("({a} if {condition} else {b})"),
            1 => format!("({a} or {b})"),
            2 => format!("({a} and {b})"),
            3 => format!("[{a}, {b}][{condition}]"),
            4 => format!("(lambda x, y={b}: x)({a})"),
            _ => match self.functions.is_empty() {
                true => format!("(({a}, {b})[0])"),
                false => {
                    let at = self.rng.below(self.functions.len());
                    format!("{}({a}, {b})", self.functions[at])
                }
            },
        }
    }

    fn literal(&mut self, kind: Kind) -> String {
        match kind {
            Int => self
                .rng
                .pick(&[
                    "(0)",
                    "(1)",
                    "(2)",
                    "(3)",
                    "(7)",
                    "(-1)",
                    "(-5)",
                    "(10)",
                    "(255)",
                    "(1000003)",
                    "(-(2**31))",
                    "(2**63)",
                    "(10**25)",
                ])
                .to_owned(),
            Float => self
                .rng
                .pick(&[
                    "0.0",
                    "1.5",
                    "(-0.0)",
                    "2.75",
                    "1e300",
                    "(-1e-5)",
                    "0.1",
                    "1e16",
                    "float('inf')",
                    "123456.789",
                ])
                .to_owned(),
            Bool => self.rng.pick(&["True", "False"]).to_owned(),
            Str => self
                .rng
                .pick(&[
                    "''",
                    "'a'",
                    "'abc'",
                    "'Hello World'",
                    "' x '",
                    "'é\\n'",
                    "'1'",
                    "'aXbX'",
                    "\"it's\"",
                    "('ab' 'cd')",
                    "'\\t\\\\'",
                ])
                .to_owned(),
            Bytes => self.rng.pick(&["b''", "b'ab'", "b'\\x00\\xff'", "b'Hello'", "bytes(3)"]).to_owned(),
            List => self.rng.pick(&["[]", "[1, 2, 3]", "['b', 'a']", "[[1], [2]]", "([0] * 3)"]).to_owned(),
            Tuple => self.rng.pick(&["()", "(1,)", "(1, 'a')", "(3, 2, 1)", "((1, 2), 3)"]).to_owned(),
            Dict => self
                .rng
                .pick(&["{}", "{'a': 1}", "{1: 'x', 2: 'y'}", "{'k': [1]}", "dict(a=1, b=2)"])
                .to_owned(),
            Set => {
                self.rng.pick(&["set()", "{1}", "{3, 1, 2}", "frozenset([5])", "set(range(4))"]).to_owned()
            }
        }
    }

    /// A small int: for shifts, powers, repetition and slices.
    fn small(&mut self, d: usize) -> String {
        match self.rng.below(3) {
            0 => format!("({} % 5)", self.of(Int, d)),
            1 => format!("{}", self.rng.below(5)),
            _ => format!("len({})", self.rng.pick(&["'ab'", "(1, 2, 3)", "[]"])),
        }
    }

    fn index(&mut self, d: usize) -> String {
        let part = |own: &mut Self| match own.rng.below(3) {
            0 => String::new(),
            1 => format!("{}", own.rng.below(9) as i64 - 4),
            _ => own.small(d),
        };
        match self.rng.below(4) {
            0 => format!("{}:{}", part(self), part(self)),
            1 => format!("::{}", self.rng.pick(&["-1", "2", "-2", "1"])),
            2 => format!("{}:{}:{}", part(self), part(self), self.rng.pick(&["-1", "2", "3"])),
            _ => format!(":{}", part(self)),
        }
    }

    fn sequence(&mut self, d: usize) -> String {
        let kind = [Str, Bytes, List, Tuple, List, Dict, Set][self.rng.below(7)];
        self.of(kind, d)
    }

    fn int(&mut self, d: usize) -> String {
        let (a, b) = (self.of(Int, d), self.of(Int, d));
        match self.rng.below(22) {
            0..=5 => format!("({a} {} {b})", self.rng.pick(&["+", "-", "*", "&", "|", "^"])),
            6..=7 => format!("({a} {} {b})", self.rng.pick(&["//", "%"])),
            8 => format!("({a} << {})", self.small(d)),
            9 => format!("({a} >> {})", self.small(d)),
            10 => format!("({a} ** {})", self.small(d)),
            11 => format!("({}{a})", self.rng.pick(&["-", "~", "+"])),
            12 => format!("len({})", self.sequence(d)),
            13 => format!("int({})", self.of(Float, d)),
            14 => format!("int({})", self.of(Str, d)),
            15 => format!("sum(x for x in {} if x == x)", self.of(List, d)),
            16 => format!("{}({a}, {b}, {})", self.rng.pick(&["max", "min"]), self.of(Float, d)),
            17 => format!(
                "{}.{}({})",
                self.of(Str, d),
                self.rng.pick(&["find", "count", "index", "rfind"]),
                self.of(Str, d)
            ),
            18 => format!("divmod({a}, {b})[{}]", self.rng.below(2)),
            19 => format!("round({}, {})", a, self.rng.below(4) as i64 - 3),
            20 => format!("({a}).bit_length()"),
            _ => format!("{}.get({a}, {b})", self.of(Dict, d)),
        }
    }

    fn float(&mut self, d: usize) -> String {
        let (a, b) = (self.of(Float, d), self.of(Float, d));
        match self.rng.below(12) {
            0..=4 => format!("({a} {} {b})", self.rng.pick(&["+", "-", "*", "/", "//", "%"])),
            5 => format!("({} / {})", self.of(Int, d), self.of(Int, d)),
            6 => format!("({a} ** {})", self.small(d)),
            7 => format!("round({a}, {})", self.rng.below(6)),
            8 => format!("float({})", self.of(Int, d)),
            9 => format!("abs({a})"),
            10 => format!("({a} {} {})", self.rng.pick(&["+", "-", "*", "/"]), self.of(Int, d)),
            _ => format!("float({})", self.of(Str, d)),
        }
    }

    fn bool(&mut self, d: usize) -> String {
        let kind = KINDS[self.rng.below(KINDS.len())];
        let (a, b) = (self.of(kind, d), self.of(kind, d));
        match self.rng.below(12) {
            0..=2 => format!("({a} {} {b})", self.rng.pick(&["==", "!=", "<", "<=", ">", ">="])),
            3 => format!("({} < {} <= {})", self.of(Int, d), self.of(Int, d), self.of(Float, d)),
            4 => format!("(not {a})"),
            5 => format!("({} {} {})", self.of(Int, d), self.rng.pick(&["in", "not in"]), self.sequence(d)),
            6 => format!("({} in {})", self.of(Str, d), self.of(Str, d)),
            7 => format!(
                "isinstance({a}, ({}))",
                self.rng.pick(&["int", "str, list", "float, bool", "dict, set, tuple"])
            ),
            8 => format!("{}(bool(x) for x in {})", self.rng.pick(&["any", "all"]), self.sequence(d)),
            9 => format!(
                "{}.{}()",
                self.of(Str, d),
                self.rng.pick(&["isdigit", "isalpha", "isupper", "isspace", "isidentifier"])
            ),
            10 => format!("{}.startswith({})", self.of(Str, d), self.of(Str, d)),
            _ => format!("({a} is None)"),
        }
    }

    fn str(&mut self, d: usize) -> String {
        let (a, b) = (self.of(Str, d), self.of(Str, d));
        match self.rng.below(20) {
            0..=1 => format!("({a} + {b})"),
            2 => format!("({a} * {})", self.small(d)),
            3..=4 => format!("{a}[{}]", self.index(d)),
            5 => format!("{a}[{}]", self.of(Int, d)),
            6 => format!(
                "{a}.{}()",
                self.rng.pick(&[
                    "upper",
                    "lower",
                    "title",
                    "strip",
                    "swapcase",
                    "capitalize",
                    "lstrip",
                    "casefold"
                ])
            ),
            7 => format!("{a}.replace({b}, {})", self.of(Str, d)),
            8 => format!("{a}.{}({}, '*')", self.rng.pick(&["center", "ljust", "rjust"]), self.small(d)),
            9 => format!("{b}.join(str(x) for x in {})", self.of(List, d)),
            10 => format!("repr({})", self.any(d)),
            11 => format!("str({})", self.any(d)),
            12..=13 => self.fstring(d),
            14 => {
                let code = self.rng.pick(&[
                    "%s", "%r", "%5s|", "%-4s|", "%d", "%x", "%.2f", "%05d", "%e", "%+d", "%c", "%%%s",
                ]);
                format!("('{code}' % ({},))", self.any(d))
            }
            15 => format!("format({}, '{}')", self.of(Int, d), self.spec(true)),
            16 => format!("format({}, '{}')", self.of(Float, d), self.spec(false)),
            17 => format!("'{{}}-{{!r:>6}}'.format({}, {})", self.any(d), self.any(d)),
            18 => format!("chr(97 + {} % 26)", self.of(Int, d)),
            _ => format!("{}({})", self.rng.pick(&["hex", "bin", "oct", "ascii"]), self.of(Int, d)),
        }
    }

    fn fstring(&mut self, d: usize) -> String {
        // Quotes may be reused inside of a replacement field since 3.12.
        match self.rng.below(4) {
            0 => format!("f'<{{ {} }}>'", self.any(d)),
            1 => format!("f'{{ {} !r}} {{ {} }}'", self.any(d), self.of(Str, d)),
            2 => format!("f'{{ {} :{}}}'", self.of(Int, d), self.spec(true)),
            _ => format!(
                "f'{{ {} :{}}}|{{ {} :>{{ {} }}}}'",
                self.of(Float, d),
                self.spec(false),
                self.of(Str, d),
                self.small(d)
            ),
        }
    }

    fn spec(&mut self, int: bool) -> String {
        let fill = self.rng.pick(&["", "", "*", "0", "é"]);
        let align = self.rng.pick(&["<", ">", "^", "="]);
        let sign = self.rng.pick(&["", "", "+", " ", "-"]);
        let width = self.rng.pick(&["", "5", "12", "08"]);
        let comma = self.rng.pick(&["", "", ",", "_"]);
        let rest = match int {
            true => self.rng.pick(&["", "d", "x", "b", "o", "X", "n", "e", ".1f", "%", "c"]),
            false => self.rng.pick(&["", "f", ".2f", ".0f", "e", ".3e", "g", ".4g", "%", ".1%", ".3", "n"]),
        };
        match self.rng.one_in(3) {
            true => format!("{fill}{align}{sign}{width}{comma}{rest}"),
            false => format!("{sign}{width}{comma}{rest}"),
        }
    }

    fn bytes(&mut self, d: usize) -> String {
        let (a, b) = (self.of(Bytes, d), self.of(Bytes, d));
        match self.rng.below(9) {
            0 => format!("({a} + {b})"),
            1 => format!("({a} * {})", self.small(d)),
            2 => format!("{a}[{}]", self.index(d)),
            3 => format!(
                "{}.encode({})",
                self.of(Str, d),
                self.rng.pick(&["", "'ascii', 'replace'", "'latin-1', 'ignore'", "'utf-8'"])
            ),
            4 => format!("bytes(x & 255 for x in {})", self.of(List, d)),
            5 => format!("{a}.replace({b}, {})", self.of(Bytes, d)),
            6 => format!(
                "{a}.{}()",
                self.rng.pick(&["upper", "lower", "strip", "title", "swapcase", "capitalize"])
            ),
            7 => format!("{b}.join([{a}, {a}])"),
            _ => format!("bytes(bytearray({a}))"),
        }
    }

    fn list(&mut self, d: usize) -> String {
        let (a, b) = (self.of(List, d), self.of(List, d));
        match self.rng.below(18) {
            0 => format!("({a} + {b})"),
            1 => format!("({a} * {})", self.small(d)),
            2..=3 => format!("{a}[{}]", self.index(d)),
            4 => format!("[{}, {}]", self.any(d), self.any(d)),
            5 => format!("[*{}, {}]", self.sequence(d), self.any(d)),
            6..=7 => format!(
                "[{} for x in {}]",
                self.rng.pick(&["x", "(x, x)", "str(x)", "x == x", "[x]"]),
                self.sequence(d)
            ),
            8 => format!("[x for x in {} if {}]", self.sequence(d), self.of(Bool, d)),
            9 => format!("[(i, x) for i, x in enumerate({})]", self.sequence(d)),
            10 => format!("[x + y for x in {a} for y in {b}]"),
            11 => format!(
                "sorted({}, key={}{})",
                self.of(List, d),
                self.rng.pick(&["str", "repr", "lambda v: (len(str(v)), str(v))"]),
                self.rng.pick(&["", ", reverse=True"])
            ),
            12 => format!("sorted({})", self.sequence(d)),
            13 => format!("list(zip({}, {}))", self.sequence(d), self.sequence(d)),
            14 => {
                format!("{}.split({})", self.of(Str, d), self.rng.pick(&["", "'X'", "' '", "None, 1", "'a'"]))
            }
            15 => format!("list(map({}, {a}))", self.rng.pick(&["str", "type", "bool", "lambda v: v"])),
            16 => format!("list({}.{}())", self.of(Dict, d), self.rng.pick(&["keys", "values", "items"])),
            _ => format!("list(reversed({}))", self.of(Tuple, d)),
        }
    }

    fn tuple(&mut self, d: usize) -> String {
        let (a, b) = (self.of(Tuple, d), self.of(Tuple, d));
        match self.rng.below(8) {
            0 => format!("({a} + {b})"),
            1 => format!("({a} * {})", self.small(d)),
            2 => format!("{a}[{}]", self.index(d)),
            3 => format!("({}, {})", self.any(d), self.any(d)),
            4 => format!("(*{}, {})", self.sequence(d), self.any(d)),
            5 => format!("tuple({})", self.sequence(d)),
            6 => format!("{}.partition({})", self.of(Str, d), self.of(Str, d)),
            _ => format!("tuple(x for x in {a})"),
        }
    }

    fn dict(&mut self, d: usize) -> String {
        let (a, b) = (self.of(Dict, d), self.of(Dict, d));
        match self.rng.below(8) {
            0 => format!("({a} | {b})"),
            1 => format!("{{{}: {}, {}: {}}}", self.of(Int, d), self.any(d), self.of(Str, d), self.any(d)),
            2 => format!("{{**{a}, {}: {}}}", self.of(Str, d), self.any(d)),
            3 => format!("{{x: i for i, x in enumerate({})}}", self.of(Str, d)),
            4 => format!("{{k: v for k, v in {a}.items() if {}}}", self.of(Bool, d)),
            5 => format!("dict(zip({}, {}))", self.of(Tuple, d), self.of(List, d)),
            6 => format!("dict.fromkeys({}, {})", self.of(Str, d), self.any(d)),
            _ => format!("{{v: k for k, v in {a}.items()}}"),
        }
    }

    /// Sets of ints only: the order of strings is nobody's.
    fn set(&mut self, d: usize) -> String {
        let (a, b) = (self.of(Set, d), self.of(Set, d));
        match self.rng.below(6) {
            0..=2 => format!("({a} {} {b})", self.rng.pick(&["|", "&", "-", "^"])),
            3 => format!("{{x % {} for x in range({})}}", 1 + self.rng.below(9), self.rng.below(12)),
            4 => format!("{{len(str(x)) for x in {}}}", self.sequence(d)),
            _ => format!("ints({}, {})", self.of(Int, d), self.of(Int, d)),
        }
    }
}
