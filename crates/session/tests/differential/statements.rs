//! Random programs: batches of small functions, each run under a handler that prints what it raises.

use crate::expressions::{Expressions, KINDS, Kind, Scope};
use crate::rng::Rng;

/// Statements of one case.
const STATEMENTS: usize = 9;

/// Before the first case.
pub const HEAD: &str = "\
def run(n, case):
    print('case', n)
    try:
        case()
    except Exception as error:
        print(type(error).__name__, error)


def ints(*values):
    return {v for v in values if type(v) is int}


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        return self.swallow

    def __exit__(self, kind, error, traceback):
        print('exit', kind and kind.__name__, error)
        return self.swallow


class Box:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f'Box({self.value!r})'

    def __eq__(self, other):
        return isinstance(other, Box) and self.value == other.value

    def __hash__(self):
        return 1

    def __add__(self, other):
        return Box(self.value + getattr(other, 'value', other))

    def __lt__(self, other):
        return self.value < other.value

    def __getitem__(self, key):
        return self.value[key]

    def __call__(self, *args, **kwargs):
        return args, kwargs, self.value
";

/// The text of one case, with its call.
pub fn case(rng: &mut Rng, number: usize) -> String {
    let mut case = Case {
        rng,
        lines: Vec::new(),
        scope: Scope::default(),
        functions: Vec::new(),
        fresh: 0,
        in_loop: false,
    };
    case.line(0, format!("def case_{number}():"));
    for _ in 0..STATEMENTS {
        case.statement(1, 3);
    }
    for (name, _) in case.scope.names.clone() {
        case.line(1, format!("print('{name}', {name})"));
    }
    case.line(0, format!("\n\nrun({number}, case_{number})\n\n"));
    case.lines.join("\n")
}

struct Case<'a> {
    rng: &'a mut Rng,
    lines: Vec<String>,
    scope: Scope,
    /// Functions of two arguments that have been defined.
    functions: Vec<String>,
    fresh: usize,
    in_loop: bool,
}

impl Case<'_> {
    fn line(&mut self, indent: usize, text: impl AsRef<str>) {
        self.lines.push(format!("{}{}", "    ".repeat(indent), text.as_ref()));
    }

    fn expressions(&mut self) -> Expressions<'_> {
        Expressions { rng: self.rng, scope: &self.scope, functions: &self.functions }
    }

    fn of(&mut self, kind: Kind) -> String {
        let depth = 1 + self.rng.below(3);
        self.expressions().of(kind, depth)
    }

    fn any(&mut self) -> String {
        let depth = 1 + self.rng.below(2);
        self.expressions().any(depth)
    }

    fn kind(&mut self) -> Kind {
        KINDS[self.rng.below(KINDS.len())]
    }

    fn name(&mut self, prefix: &str) -> String {
        self.fresh += 1;
        format!("{prefix}{}", self.fresh)
    }

    /// A known name of that kind.
    fn known(&mut self, kind: Kind) -> Option<String> {
        let names: Vec<String> =
            self.scope.names.iter().filter(|(_, k)| *k == kind).map(|(name, _)| name.clone()).collect();
        (!names.is_empty()).then(|| names[self.rng.below(names.len())].clone())
    }

    fn assign(&mut self, indent: usize) {
        let kind = self.kind();
        let value = self.of(kind);
        let name = match self.known(kind) {
            Some(name) if self.rng.one_in(3) => name,
            _ => self.name("v"),
        };
        self.line(indent, format!("{name} = {value}"));
        if indent == 1 && !self.scope.names.iter().any(|(known, _)| *known == name) {
            self.scope.names.push((name, kind));
        }
    }

    fn block(&mut self, indent: usize, depth: usize) {
        let before = self.scope.names.len();
        for _ in 0..1 + self.rng.below(2) {
            self.statement(indent, depth);
        }
        self.scope.names.truncate(before);
    }

    fn statement(&mut self, indent: usize, depth: usize) {
        let compound = depth > 0;
        match self.rng.below(if compound { 24 } else { 9 }) {
            0..=2 => self.assign(indent),
            3..=4 => {
                let value = self.any();
                self.line(indent, format!("print({value})"));
            }
            5 => self.augment(indent),
            6 => self.change(indent),
            7 => self.unpack(indent),
            8 if self.in_loop => {
                let (condition, word) = (self.of(Kind::Bool), self.rng.pick(&["break", "continue"]));
                self.line(indent, format!("if {condition}: {word}"));
            }
            8 => {
                let (condition, value) = (self.of(Kind::Bool), self.any());
                self.line(indent, format!("assert {condition} or {condition} is not None, {value}"));
            }
            9..=11 => self.conditional(indent, depth - 1),
            12..=14 => self.repeat(indent, depth - 1),
            15..=17 => self.attempt(indent, depth - 1),
            18..=19 => self.function(indent, depth - 1),
            20 => self.generator(indent, depth - 1),
            21 => self.class(indent),
            22 => self.matching(indent, depth - 1),
            _ => {
                let swallow = self.rng.pick(&["True", "False"]);
                self.line(indent, format!("with Manager({swallow}) as m:"));
                self.block(indent + 1, depth - 1);
            }
        }
    }

    fn augment(&mut self, indent: usize) {
        let kind = [Kind::Int, Kind::Float, Kind::Str, Kind::List, Kind::Set][self.rng.below(5)];
        let Some(name) = self.known(kind) else { return self.assign(indent) };
        let op = match kind {
            Kind::Int => self.rng.pick(&["+=", "-=", "//=", "%=", "&=", "|=", "^="]),
            Kind::Float => self.rng.pick(&["+=", "-=", "/="]),
            Kind::Set => self.rng.pick(&["|=", "&=", "-=", "^="]),
            _ => "+=",
        };
        let value = self.of(kind);
        self.line(indent, format!("{name} {op} {value}"));
    }

    fn change(&mut self, indent: usize) {
        let kind = [Kind::List, Kind::Dict, Kind::Set][self.rng.below(3)];
        let Some(name) = self.known(kind) else { return self.assign(indent) };
        let (value, small) = (self.any(), self.rng.below(5));
        let line = match (kind, self.rng.below(7)) {
            (Kind::List, 0) => format!("{name}.append({value})"),
            (Kind::List, 1) => format!("{name}[{small}:] = {}", self.of(Kind::List)),
            (Kind::List, 2) => format!("del {name}[{}]", self.rng.pick(&["0", "-1", "::2", "1:", "5"])),
            (Kind::List, 3) => format!("{name}.insert({small}, {value})"),
            (Kind::List, 4) => format!("print({name}.pop({}), {name})", self.rng.pick(&["", "0", "-2"])),
            (Kind::List, 5) => format!("{name}.{}()", self.rng.pick(&["reverse", "sort", "clear"])),
            (Kind::List, _) => format!("{name}[{small}] = {value}"),
            (Kind::Dict, 0..=1) => format!("{name}[{}] = {value}", self.of(Kind::Str)),
            (Kind::Dict, 2) => {
                format!("print({name}.pop({}, 'none'), {name}.setdefault(1, {value}))", self.of(Kind::Int))
            }
            (Kind::Dict, 3) => format!("del {name}[{}]", self.of(Kind::Int)),
            (Kind::Dict, 4) => format!("{name}.update({})", self.of(Kind::Dict)),
            (Kind::Dict, _) => format!("print({name}.popitem() if {name} else None)"),
            (_, 0..=3) => format!("{name} = {name} | ints({})", self.of(Kind::Int)),
            _ => format!("print(sorted({name}), {} in {name})", self.of(Kind::Int)),
        };
        self.line(indent, line);
    }

    fn unpack(&mut self, indent: usize) {
        let kind = [Kind::Tuple, Kind::List, Kind::Str][self.rng.below(3)];
        let value = self.of(kind);
        let (a, b) = (self.name("u"), self.name("u"));
        let target = self.rng.pick(&["A, *B", "*A, B", "A, B", "[A, (B, *_)]", "A, _, *B"]);
        let target = target.replace('A', &a).replace('B', &b);
        self.line(indent, format!("{target} = {value}"));
        self.line(indent, format!("print({a}, {b})"));
    }

    fn conditional(&mut self, indent: usize, depth: usize) {
        let condition = self.of(Kind::Bool);
        self.line(indent, format!("if {condition}:"));
        self.block(indent + 1, depth);
        if self.rng.one_in(3) {
            let value = self.of(Kind::Int);
            self.line(indent, format!("elif (w := {value}) > 2:"));
            self.line(indent + 1, "print('walrus', w)");
        }
        if self.rng.one_in(2) {
            self.line(indent, "else:");
            self.block(indent + 1, depth);
        }
    }

    fn repeat(&mut self, indent: usize, depth: usize) {
        let outer = self.in_loop;
        match self.rng.below(3) {
            0 => {
                let counter = self.name("c");
                self.line(indent, format!("{counter} = 0"));
                self.line(indent, format!("while {counter} < {}:", 1 + self.rng.clone().below(4)));
                self.line(indent + 1, format!("{counter} += 1"));
            }
            kind => {
                let source = match kind {
                    1 => format!("range({})", self.rng.below(5)),
                    _ => self.of([Kind::List, Kind::Str, Kind::Tuple, Kind::Dict][self.rng.clone().below(4)]),
                };
                let name = self.name("i");
                self.line(indent, format!("for {name} in {source}:"));
                self.line(indent + 1, format!("print('item', {name})"));
            }
        }
        self.in_loop = true;
        self.block(indent + 1, depth);
        self.in_loop = outer;
        if self.rng.one_in(4) {
            self.line(indent, "else:");
            self.line(indent + 1, "print('no break')");
        }
    }

    fn attempt(&mut self, indent: usize, depth: usize) {
        self.line(indent, "try:");
        self.block(indent + 1, depth);
        if self.rng.one_in(3) {
            let (kind, value) =
                (self.rng.pick(&["ValueError", "KeyError", "ZeroDivisionError", "IndexError"]), self.any());
            self.line(indent + 1, format!("raise {kind}({value})"));
        }
        let kinds = self.rng.pick(&[
            "Exception",
            "(ValueError, TypeError)",
            "ArithmeticError",
            "LookupError",
            "KeyError",
        ]);
        self.line(indent, format!("except {kinds} as e:"));
        self.line(indent + 1, "print('caught', type(e).__name__, e, e.args)");
        if self.rng.one_in(4) {
            self.line(indent + 1, "raise RuntimeError('again') from e");
        }
        if self.rng.one_in(3) {
            self.line(indent, "else:");
            self.line(indent + 1, "print('fine')");
        }
        if self.rng.one_in(3) {
            self.line(indent, "finally:");
            self.line(indent + 1, "print('finally')");
        }
    }

    /// A function of two arguments; parameters shadow what is outside.
    fn function(&mut self, indent: usize, depth: usize) {
        let name = self.name("f");
        let kind = self.kind();
        let parameters =
            self.rng.pick(&["a, b", "a, b=2", "a, *b", "a, /, b=None", "*a, **b", "a, b, *, c=3"]);
        self.line(indent, format!("def {name}({parameters}):"));
        let (outer, in_loop) = (self.scope.clone(), std::mem::take(&mut self.in_loop));
        self.scope.names.push(("a".into(), kind));
        self.scope.names.push(("b".into(), kind));
        self.block(indent + 1, depth.min(1));
        let value = self.of(kind);
        self.line(indent + 1, format!("return {value}"));
        (self.scope, self.in_loop) = (outer, in_loop);
        let (x, y) = (self.of(kind), self.of(kind));
        let arguments = match self.rng.below(6) {
            0 => x.clone(),
            1 => format!("b={y}, a={x}"),
            2 => format!("*[{x}, {y}]"),
            3 => format!("{x}, **{{'b': {y}}}"),
            4 => format!("{x}, {y}, {x}"),
            _ => format!("{x}, {y}"),
        };
        self.line(indent, format!("print({name}({arguments}))"));
        if indent == 1 {
            self.functions.push(name);
        }
    }

    fn generator(&mut self, indent: usize, depth: usize) {
        let name = self.name("g");
        self.line(indent, format!("def {name}(n):"));
        let (outer, in_loop) = (self.scope.clone(), std::mem::take(&mut self.in_loop));
        let value = self.any();
        self.line(indent + 1, "try:");
        self.line(indent + 2, format!("got = yield {value}"));
        self.line(indent + 2, "print('got', got)");
        self.block(indent + 2, depth.min(1));
        let items = self.of(Kind::List);
        self.line(indent + 2, format!("yield from {items}"));
        self.line(indent + 1, "finally:");
        self.line(indent + 2, "print('generator ends')");
        self.line(indent + 1, "return n");
        (self.scope, self.in_loop) = (outer, in_loop);
        let value = self.any();
        match self.rng.below(3) {
            0 => self.line(indent, format!("print(list({name}(1)))")),
            1 => {
                self.line(indent, format!("it = {name}({value})"));
                self.line(indent, "print(next(it), it.send('sent'))");
                self.line(indent, "it.close()");
            }
            _ => {
                self.line(indent, format!("it = {name}({value})"));
                self.line(indent, "print(next(it))");
                self.line(indent, "try:");
                self.line(indent + 1, "it.throw(KeyError('thrown'))");
                self.line(indent, "except KeyError as e:");
                self.line(indent + 1, "print('came back', e)");
            }
        }
    }

    fn class(&mut self, indent: usize) {
        let name = self.name("C");
        let base = self.rng.pick(&["", "(Box)", "(dict)", "(list)", "(Exception)"]);
        let (attribute, value) = (self.any(), self.any());
        self.line(indent, format!("class {name}{base}:"));
        self.line(indent + 1, format!("attribute = {attribute}"));
        self.line(indent + 1, "def method(self, x=1):");
        self.line(indent + 2, "return self.attribute, x");
        self.line(indent + 1, "@property");
        self.line(indent + 1, "def prop(self):");
        self.line(indent + 2, "return self.method(2)[1]");
        self.line(indent, format!("o = {name}({})", if base == "(Box)" { value.as_str() } else { "" }));
        let use_ = self.rng.pick(&[
            "print(o.method(), o.prop)",
            "o.attribute = 5; print(o.method('x'), vars(o))",
            "print(o.missing)",
            "print(o == o, isinstance(o, (dict, Box)), hasattr(o, 'prop'))",
            "print(o[0])",
            "print(len(o))",
            "o.prop = 1",
            "print(o.method(1, 2))",
        ]);
        self.line(indent, use_);
    }

    fn matching(&mut self, indent: usize, depth: usize) {
        let value = self.any();
        self.line(indent, format!("match {value}:"));
        let patterns = [
            "0 | 1",
            "int(x)",
            "str() as x",
            "[x]",
            "[x, *rest]",
            "(x, y)",
            "{'a': x}",
            "{1: x, **rest}",
            "None",
            "[[x], *_]",
            "bool() | None",
            "float(x)",
            "Box(value=x)",
            "bytes()",
            "[] | {}",
            "'a' | 'abc'",
            "-1 | 2.75",
        ];
        for _ in 0..1 + self.rng.below(4) {
            let pattern = self.rng.pick(&patterns);
            let guard = self.rng.pick(&["", "", " if True", " if 1 > 2"]);
            self.line(indent + 1, format!("case {pattern}{guard}:"));
            self.line(indent + 2, "print(sorted(k for k in locals() if k in ('x', 'y', 'rest')))");
            self.block(indent + 2, depth.min(1));
        }
        if self.rng.one_in(2) {
            self.line(indent + 1, "case _:");
            self.line(indent + 2, "print('nothing matched')");
        }
    }
}
