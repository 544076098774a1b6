//! What is printed for an exception, from plain data: chains of causes and contexts, groups in boxes, notes.
//!
//! Mirrors `TracebackException.format` of CPython 3.13. Exceptions are numbered, so that chains of any length need no
//! recursion; it recurses into groups only, whose depth is bounded by what CPython shows of them.

use super::text::indent;
use crate::syntax::SyntaxDetails;

/// Members of a group that are shown.
const MAX_GROUP_WIDTH: usize = 15;
/// Groups within groups that are shown.
const MAX_GROUP_DEPTH: usize = 10;
const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// One exception, ready to be printed.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// The class's name, with its module where that is shown.
    pub class: String,
    /// `str(exc)`, with suggestions.
    pub text: String,
    /// A syntax error's fields, which are shown instead of the text.
    pub syntax: Option<SyntaxDetails>,
    pub notes: Vec<String>,
    /// The entries of its frames; `None` before it was raised.
    pub stack: Option<Vec<String>>,
    pub cause: Option<usize>,
    /// Only if it is to be shown.
    pub context: Option<usize>,
    /// The members of a group.
    pub members: Option<Vec<usize>>,
}

/// All exceptions reachable from the first.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub nodes: Vec<Node>,
}

/// Where in nested groups the printing is.
#[derive(Default)]
struct Boxes {
    depth: usize,
    need_close: bool,
    lines: Vec<String>,
}

impl Report {
    /// The whole report; each string ends with a line end. `chain`: with causes and contexts.
    pub fn full(&self, chain: bool) -> Vec<String> {
        let mut boxes = Boxes::default();
        self.exception(0, chain, &mut boxes);
        boxes.lines
    }

    /// The class and the message alone, with notes.
    pub fn only(&self) -> Vec<String> {
        self.nodes.first().map_or_else(Vec::new, Node::last_lines)
    }

    fn exception(&self, node: usize, chain: bool, boxes: &mut Boxes) {
        let mut order = Vec::new();
        let mut next = self.nodes.get(node);
        while let Some(node) = next {
            let (message, before) = match (node.cause, node.context) {
                _ if !chain => (None, None),
                (Some(cause), _) => (Some(CAUSE), Some(cause)),
                (None, Some(context)) => (Some(CONTEXT), Some(context)),
                (None, None) => (None, None),
            };
            order.push((message, node));
            next = before.and_then(|before| self.nodes.get(before));
        }
        for (message, node) in order.into_iter().rev() {
            message.iter().for_each(|message| boxes.emit(message));
            match &node.members {
                None => {
                    boxes.stack("Traceback (most recent call last):\n", '|', node);
                    node.last_lines().iter().for_each(|line| boxes.emit(line));
                }
                Some(_) if boxes.depth > MAX_GROUP_DEPTH => {
                    boxes.emit(&format!("... (max_group_depth is {MAX_GROUP_DEPTH})\n"));
                }
                Some(members) => self.group(node, members, chain, boxes),
            }
        }
    }

    fn group(&self, node: &Node, members: &[usize], chain: bool, boxes: &mut Boxes) {
        let outermost = boxes.depth == 0;
        boxes.depth += usize::from(outermost);
        let margin = if outermost { '+' } else { '|' };
        boxes.stack("Exception Group Traceback (most recent call last):\n", margin, node);
        node.last_lines().iter().for_each(|line| boxes.emit(line));
        let shown = members.len().min(MAX_GROUP_WIDTH + 1);
        boxes.need_close = false;
        for (at, &member) in members.iter().take(shown).enumerate() {
            let last = at + 1 == shown;
            boxes.need_close |= last;
            let cut = at >= MAX_GROUP_WIDTH;
            let title = if cut { "...".to_owned() } else { (at + 1).to_string() };
            let edge = if at == 0 { "+-" } else { "  " };
            let top = format!("{}{edge}+---------------- {title} ----------------\n", boxes.margin());
            boxes.lines.push(top);
            boxes.depth += 1;
            if cut {
                let left = members.len() - MAX_GROUP_WIDTH;
                boxes.emit(&format!("and {left} more exception{}\n", if left > 1 { "s" } else { "" }));
            } else {
                self.exception(member, chain, boxes);
            }
            if last && boxes.need_close {
                // An inner group may have closed the box already.
                let bottom = format!("{}+------------------------------------\n", boxes.margin());
                boxes.lines.push(bottom);
                boxes.need_close = false;
            }
            boxes.depth -= 1;
        }
        if outermost {
            boxes.depth = 0;
        }
    }
}

impl Node {
    /// What stands below the frames.
    fn last_lines(&self) -> Vec<String> {
        let mut lines = match &self.syntax {
            Some(syntax) => syntax.render(&self.class),
            None if self.text.is_empty() => vec![format!("{}\n", self.class)],
            None => vec![format!("{}: {}\n", self.class, self.text)],
        };
        lines.extend(self.notes.iter().flat_map(|note| note.split('\n')).map(|line| format!("{line}\n")));
        lines
    }
}

impl Boxes {
    fn margin(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn emit(&mut self, text: &str) {
        self.emit_after('|', text);
    }

    fn emit_after(&mut self, edge: char, text: &str) {
        let margin = if self.depth > 0 { format!("{}{edge} ", self.margin()) } else { String::new() };
        self.lines.push(indent(text, &margin));
    }

    fn stack(&mut self, header: &str, edge: char, node: &Node) {
        let Some(stack) = &node.stack else { return };
        self.emit_after(edge, header);
        stack.iter().for_each(|entry| self.emit(entry));
    }
}
