//! From the tree to the program; here it shows whether lookbehinds have a width.

use super::PatternError;
use super::node::{Fold, Greed, Node, Place, Width};
use super::parse::Parsed;
use super::program::{First, Loop, Op, Program};
use super::set::{CharSet, Item};
use crate::builtins::unicode;

type Result<T> = std::result::Result<T, PatternError>;

pub(super) fn program(parsed: &Parsed) -> Result<Program> {
    let mut emitter =
        Emitter { ops: Vec::new(), sets: Vec::new(), loops: Vec::new(), widths: &parsed.widths };
    emitter.node(&parsed.node)?;
    emitter.ops.push(Op::Success);
    let Emitter { ops, sets, loops, .. } = emitter;
    let mut program = Program {
        anchored: is_anchored(&parsed.node),
        groups: parsed.widths.len() as u32 - 1,
        ops,
        sets,
        loops,
        first: None,
    };
    let mut at = 0;
    program.first = Some(first(&parsed.node, &program, &mut at)).filter(|first| !first.empty);
    Ok(program)
}

struct Emitter<'a> {
    ops: Vec<Op>,
    sets: Vec<CharSet>,
    loops: Vec<Loop>,
    widths: &'a [Option<Width>],
}

impl Emitter<'_> {
    fn node(&mut self, node: &Node) -> Result<()> {
        match node {
            Node::Char(point, fold) => self.character(*point, *fold),
            Node::Any(newline) => self.ops.push(Op::Any(*newline)),
            Node::Set { items, negated, fold } => self.set(items, *negated, *fold),
            Node::Category(category) => self.set(&[Item::Category(*category)], false, Fold::No),
            Node::Place(place) => self.ops.push(Op::Place(*place)),
            Node::Seq(items) => return items.iter().try_for_each(|item| self.node(item)),
            Node::Alt(branches) => return self.alternatives(branches),
            Node::Group(group, body) => {
                self.ops.push(Op::Mark(2 * group));
                self.node(body)?;
                self.ops.push(Op::Mark(2 * group + 1));
            }
            Node::Plain(body) => return self.node(body),
            Node::Atomic(body) => return self.atomic(|emitter| emitter.node(body)),
            Node::Repeat { least, most, greed, body } => return self.repeat(*least, *most, *greed, body),
            Node::Look { behind, negated, body } => return self.look(*behind, *negated, body),
            Node::Ref(group, fold) => self.ops.push(Op::Ref(*group, *fold)),
            Node::If { group, yes, no } => {
                let condition = self.place();
                self.node(yes)?;
                let mut end = self.here();
                if let Some(no) = no {
                    let jump = self.place();
                    end = self.here();
                    self.node(no)?;
                    self.put(jump, Op::Jump(self.here()));
                }
                self.put(condition, Op::If { group: *group, no: end });
            }
        }
        Ok(())
    }

    fn character(&mut self, point: u32, fold: Fold) {
        if !fold.is_cased(point) {
            self.ops.push(Op::Char(point, Fold::No));
        } else if fold == Fold::Unicode && unicode::case::alike(unicode::case::lower(point)).next().is_some()
        {
            self.set(&[Item::Range(point, point)], false, fold);
        } else {
            self.ops.push(Op::Char(fold.lower(point), fold));
        }
    }

    fn set(&mut self, items: &[Item], negated: bool, fold: Fold) {
        self.ops.push(Op::Set(self.sets.len() as u32));
        self.sets.push(CharSet::new(items, negated, fold));
    }

    fn alternatives(&mut self, branches: &[Node]) -> Result<()> {
        let mut jumps = Vec::new();
        let Some((last, others)) = branches.split_last() else { return Ok(()) };
        for branch in others {
            let start = self.place();
            self.node(branch)?;
            jumps.push(self.place());
            self.put(start, Op::Branch(self.here()));
        }
        self.node(last)?;
        jumps.into_iter().for_each(|jump| self.put(jump, Op::Jump(self.here())));
        Ok(())
    }

    fn atomic(&mut self, body: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        self.ops.push(Op::Atomic);
        body(self)?;
        self.ops.push(Op::Keep);
        Ok(())
    }

    fn repeat(&mut self, least: u32, most: u32, greed: Greed, body: &Node) -> Result<()> {
        if body.bare().is_single() {
            self.ops.push(Op::Run { least, most, greed });
            return self.node(body);
        }
        if greed == Greed::Possessive {
            // Each round by itself is not tried again, either.
            let round = |emitter: &mut Self| emitter.atomic(|emitter| emitter.node(body));
            return self.atomic(|emitter| emitter.rounds(least, most, false, round));
        }
        let lazy = greed == Greed::Lazy;
        if (least, most) == (0, 1) {
            let start = self.place();
            self.node(body)?;
            let end = self.here();
            self.put(start, if lazy { Op::BranchLazy(end) } else { Op::Branch(end) });
            return Ok(());
        }
        self.rounds(least, most, lazy, |emitter| emitter.node(body))
    }

    fn rounds(
        &mut self,
        least: u32,
        most: u32,
        lazy: bool,
        body: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        let index = self.loops.len();
        self.loops.push(Loop { least, most, lazy, exit: 0 });
        self.ops.push(Op::Begin(index as u32));
        let round = self.here();
        self.ops.push(Op::Round(index as u32));
        body(self)?;
        self.ops.push(Op::Jump(round));
        let exit = self.here();
        self.loops[index].exit = exit;
        Ok(())
    }

    fn look(&mut self, behind: bool, negated: bool, body: &Node) -> Result<()> {
        let behind = match body.width(self.widths) {
            _ if !behind => 0,
            (least, _) if least > u64::from(u32::MAX) => {
                return Err(PatternError::Pattern("looks too much behind".to_owned(), None));
            }
            (least, most) if least == most => least as u32,
            _ => {
                let message = "look-behind requires fixed-width pattern".to_owned();
                return Err(PatternError::Pattern(message, None));
            }
        };
        let start = self.place();
        self.node(body)?;
        self.ops.push(if negated { Op::Refuse } else { Op::Seen });
        let end = self.here();
        self.put(start, if negated { Op::LookNot { behind, end } } else { Op::Look { behind } });
        Ok(())
    }

    fn here(&self) -> u32 {
        self.ops.len() as u32
    }

    /// Keeps a place for an operation that is known later.
    fn place(&mut self) -> usize {
        self.ops.push(Op::Success);
        self.ops.len() - 1
    }

    fn put(&mut self, at: usize, op: Op) {
        self.ops[at] = op;
    }
}

/// Whether a pattern begins at the beginning of the text and nowhere else.
fn is_anchored(node: &Node) -> bool {
    match node {
        Node::Place(Place::Start) => true,
        Node::Seq(items) => items.first().is_some_and(is_anchored),
        Node::Group(_, body) | Node::Plain(body) => is_anchored(body),
        _ => false,
    }
}

const ANYTHING: First = First { ascii: u128::MAX, other: true, empty: true };

/// What the node begins with. `at` walks over the program's single characters with the tree.
fn first(node: &Node, program: &Program, at: &mut usize) -> First {
    let nothing = First { empty: true, ..First::default() };
    match node {
        Node::Char(..) | Node::Any(_) | Node::Set { .. } | Node::Category(_) => single(program, at),
        Node::Place(_) => nothing,
        Node::Look { body, .. } => {
            first(body, program, at);
            nothing
        }
        Node::Seq(items) => items.iter().fold(nothing, |sum, item| {
            let next = first(item, program, at);
            if sum.empty { First { empty: next.empty, ..either(sum, next) } } else { sum }
        }),
        Node::Alt(branches) => {
            let firsts = branches.iter().map(|branch| first(branch, program, at));
            firsts.reduce(either).unwrap_or(nothing)
        }
        Node::Group(_, body) | Node::Plain(body) | Node::Atomic(body) => first(body, program, at),
        Node::Repeat { least, body, .. } => {
            let body = first(body, program, at);
            First { empty: body.empty || *least == 0, ..body }
        }
        Node::Ref(..) => ANYTHING,
        Node::If { yes, no, .. } => {
            let yes = first(yes, program, at);
            either(yes, no.as_ref().map_or(nothing, |no| first(no, program, at)))
        }
    }
}

fn either(a: First, b: First) -> First {
    First { ascii: a.ascii | b.ascii, other: a.other || b.other, empty: a.empty || b.empty }
}

/// The next operation that takes one character.
fn single(program: &Program, at: &mut usize) -> First {
    while let Some(op) = program.ops.get(*at) {
        *at += 1;
        let ascii = match *op {
            Op::Char(point, Fold::No) if point < 128 => {
                return First { ascii: 1 << point, ..First::default() };
            }
            Op::Char(point, Fold::No) if point > 127 => 0,
            Op::Char(point, fold) => {
                (0..128).filter(|&c| fold.lower(c) == point).fold(0, |bits, c| bits | 1 << c)
            }
            Op::Any(_) => u128::MAX,
            Op::Set(index) => program.sets.get(index as usize).map_or(u128::MAX, CharSet::ascii),
            _ => continue,
        };
        return First { ascii, other: true, empty: false };
    }
    ANYTHING
}
