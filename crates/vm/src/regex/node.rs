//! What a pattern means, as a tree.

use super::set::{Category, Item};

/// How characters are compared without case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    /// As they are.
    No,
    /// Only ASCII letters have a case.
    Ascii,
    Unicode,
}

/// A place between characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// `\A`, and `^` of one line.
    Start,
    /// `^` of many lines.
    LineStart,
    /// `\Z`.
    End,
    /// `$` of one line.
    LastEnd,
    /// `$` of many lines.
    LineEnd,
    /// `\b`, `\B`; whether words are Unicode's.
    Boundary { negated: bool, unicode: bool },
}

/// How often a repeated item is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Greed {
    /// As often as possible first.
    Greedy,
    /// As seldom as possible first.
    Lazy,
    /// As often as possible, never less.
    Possessive,
}

/// A repeat without a most.
pub(super) const FOREVER: u32 = u32::MAX;

#[derive(Clone, Debug)]
pub(super) enum Node {
    Char(u32, Fold),
    /// `.`; whether it stands for a newline, too.
    Any(bool),
    Set {
        items: Vec<Item>,
        negated: bool,
        fold: Fold,
    },
    /// `\d` and its kin.
    Category(Category),
    Place(Place),
    Seq(Vec<Node>),
    Alt(Vec<Node>),
    /// `(…)`.
    Group(u32, Box<Node>),
    /// `(?:…)`.
    Plain(Box<Node>),
    /// `(?>…)`.
    Atomic(Box<Node>),
    Repeat {
        least: u32,
        most: u32,
        greed: Greed,
        body: Box<Node>,
    },
    /// `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`.
    Look {
        behind: bool,
        negated: bool,
        body: Box<Node>,
    },
    /// `\1`, `(?P=name)`.
    Ref(u32, Fold),
    /// `(?(1)…|…)`.
    If {
        group: u32,
        yes: Box<Node>,
        no: Option<Box<Node>>,
    },
}

/// The least and most characters that something matches; cut at `u64::MAX`.
pub(super) type Width = (u64, u64);

impl Node {
    /// How many characters it matches, where `groups` match as many.
    pub(super) fn width(&self, groups: &[Option<Width>]) -> Width {
        match self {
            Node::Char(..) | Node::Any(_) | Node::Set { .. } | Node::Category(_) => (1, 1),
            Node::Place(_) | Node::Look { .. } => (0, 0),
            Node::Seq(items) => items
                .iter()
                .map(|item| item.width(groups))
                .fold((0, 0), |sum, width| (sum.0.saturating_add(width.0), sum.1.saturating_add(width.1))),
            Node::Alt(branches) => {
                let widths = branches.iter().map(|branch| branch.width(groups));
                widths.reduce(either).unwrap_or_default()
            }
            Node::Group(_, body) | Node::Plain(body) | Node::Atomic(body) => body.width(groups),
            Node::Repeat { least, most, body, .. } => {
                let (low, high) = body.width(groups);
                let high = match *most {
                    FOREVER if high > 0 => u64::MAX,
                    most => high.saturating_mul(u64::from(most)),
                };
                (low.saturating_mul(u64::from(*least)), high)
            }
            Node::Ref(group, _) => groups.get(*group as usize).copied().flatten().unwrap_or_default(),
            Node::If { yes, no, .. } => {
                let no = no.as_ref().map_or((0, 0), |no| no.width(groups));
                either(yes.width(groups), no)
            }
        }
    }

    /// The item itself where `(?:…)` holds but one.
    pub(super) fn bare(&self) -> &Node {
        match self {
            Node::Plain(body) => body.bare(),
            Node::Seq(items) if items.len() == 1 => items[0].bare(),
            node => node,
        }
    }

    /// Whether it always matches exactly one character, and does nothing else.
    pub(super) fn is_single(&self) -> bool {
        matches!(self, Node::Char(..) | Node::Any(_) | Node::Set { .. } | Node::Category(_))
    }
}

fn either(a: Width, b: Width) -> Width {
    (a.0.min(b.0), a.1.max(b.1))
}
