//! Definite assignment: which loads of local slots can skip the test for an unbound name.
//!
//! A forward analysis with sets that only shrink. Only places that something jumps to keep a set; straight code in
//! between is recomputed from the last one.

use super::{Arg, Assembler};
use crate::code::effect::{Flow, flow};
use crate::code::op::Op;

/// Turns `LoadFast` of slots that are bound on every path into `LoadFastSure`. `bound` says which slots are bound at the start.
/// Unreachable nodes must have been dropped.
pub(super) fn find_sure_loads(code: &mut Assembler, bound: &[bool]) {
    if !code.nodes.iter().any(|node| node.op == Op::LoadFast && !node.dropped) {
        return;
    }
    let mut known = Known { at: vec![None; code.nodes.len()], targets: targets(code), work: Vec::new() };
    known.merge(0, &Set::new(bound));
    while let Some(start) = known.work.pop() {
        known.follow(code, start);
    }
    let mut state = None;
    for at in 0..code.nodes.len() {
        if let Some(Some(joined)) = known.at.get(at) {
            state = Some(joined.clone());
        }
        let Some(node) = code.nodes.get_mut(at).filter(|node| !node.dropped) else { continue };
        let Some(state) = &mut state else { continue };
        if let (Op::LoadFast, Arg::Value(slot)) = (node.op, node.arg)
            && state.has(slot)
        {
            node.op = Op::LoadFastSure;
        }
        state.step(node);
    }
}

/// Which nodes something jumps to: straight code must join what jumps there later, too.
fn targets(code: &Assembler) -> Vec<bool> {
    let mut targets = vec![false; code.nodes.len()];
    for node in code.nodes.iter().filter(|node| !node.dropped) {
        let jump = match (node.arg, flow(node.op)) {
            (Arg::Target(label), Flow::Jump | Flow::Branch) => Some(label),
            _ => None,
        };
        let handler = code.handling(node).map(|handling| handling.target);
        for label in jump.into_iter().chain(handler) {
            if let Some(target) = code.position_of(label).and_then(|at| targets.get_mut(at)) {
                *target = true;
            }
        }
    }
    targets
}

struct Known {
    /// The set on entry, for nodes that are jumped to.
    at: Vec<Option<Set>>,
    targets: Vec<bool>,
    work: Vec<usize>,
}

impl Known {
    /// Intersects the set at `target` with `state`; looks at it again when that took something away.
    fn merge(&mut self, target: usize, state: &Set) {
        let Some(known) = self.at.get_mut(target) else { return };
        let changed = match known {
            Some(before) => before.intersect(state),
            None => {
                *known = Some(state.clone());
                true
            }
        };
        if changed {
            self.work.push(target);
        }
    }

    fn follow(&mut self, code: &Assembler, start: usize) {
        let Some(Some(mut state)) = self.at.get(start).cloned() else { return };
        let mut handled = None;
        for (at, node) in code.nodes.iter().enumerate().skip(start) {
            if at != start && self.targets.get(at) == Some(&true) {
                return self.merge(at, &state);
            }
            if node.dropped {
                continue;
            }
            let changes = matches!(node.op, Op::StoreFast | Op::DeleteFast | Op::LoadFastAndClear);
            if let Some(handling) = code.handling(node)
                && (handled != node.handler || changes)
            {
                if let Some(target) = code.position_of(handling.target) {
                    self.merge(target, &state);
                }
                // After a change the next node merges again.
                handled = if changes { None } else { node.handler };
            }
            if let (Arg::Target(label), Flow::Jump | Flow::Branch) = (node.arg, flow(node.op))
                && let Some(target) = code.position_of(label)
            {
                self.merge(target, &state);
            }
            state.step(node);
            if matches!(flow(node.op), Flow::Jump | Flow::End) {
                return;
            }
        }
    }
}

/// A set of local slots.
#[derive(Clone)]
struct Set(Vec<u64>);

impl Set {
    fn new(bound: &[bool]) -> Set {
        let word = |chunk: &[bool]| chunk.iter().rev().fold(0, |word, &bit| word << 1 | u64::from(bit));
        Set(bound.chunks(64).map(word).collect())
    }

    fn has(&self, slot: u32) -> bool {
        self.0.get(slot as usize / 64).is_some_and(|word| word >> (slot % 64) & 1 == 1)
    }

    fn set(&mut self, slot: u32, to: bool) {
        if let Some(word) = self.0.get_mut(slot as usize / 64) {
            let bit = 1 << (slot % 64);
            *word = if to { *word | bit } else { *word & !bit };
        }
    }

    /// Whether anything was taken away.
    fn intersect(&mut self, other: &Set) -> bool {
        let mut changed = false;
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            changed |= *word & !other != 0;
            *word &= other;
        }
        changed
    }

    fn step(&mut self, node: &super::Node) {
        let Arg::Value(slot) = node.arg else { return };
        match node.op {
            Op::StoreFast => self.set(slot, !node.restores),
            Op::DeleteFast | Op::LoadFastAndClear | Op::MakeCell => self.set(slot, false),
            _ => {}
        }
    }
}
