//! Operand stack depths over all paths, and with them what can be reached at all.

use super::{Arg, Assembler, Fault};
use crate::code::effect::{Flow, effect, effect_of_jump, flow};

/// Depth before each node, and the deepest the stack gets.
pub(super) struct Depths {
    /// `None` where nothing leads.
    pub before: Vec<Option<u32>>,
    pub deepest: u32,
}

/// Follows every path from the start; the first visit decides, later ones must agree. Dropped nodes are passed over.
pub(super) fn depths(code: &Assembler) -> Result<Depths, Fault> {
    let mut walk = Walk { before: vec![None; code.nodes.len()], work: vec![(0, 0)], deepest: 0 };
    while let Some((start, depth)) = walk.work.pop() {
        walk.follow(code, start, depth)?;
    }
    Ok(Depths { before: walk.before, deepest: walk.deepest })
}

struct Walk {
    before: Vec<Option<u32>>,
    work: Vec<(usize, u32)>,
    deepest: u32,
}

impl Walk {
    fn follow(&mut self, code: &Assembler, start: usize, depth: u32) -> Result<(), Fault> {
        let (mut at, mut depth) = (start, depth);
        while let Some(node) = code.nodes.get(at) {
            let fault = Fault::Stack { at };
            let seen = self.before.get_mut(at).ok_or(fault)?;
            if let Some(earlier) = *seen {
                return if earlier == depth { Ok(()) } else { Err(fault) };
            }
            *seen = Some(depth);
            if node.dropped {
                at += 1;
                continue;
            }
            self.deepest = self.deepest.max(depth);
            if let Some(handling) = code.handling(node) {
                let outside = self.before.get(handling.setup).copied().flatten().ok_or(fault)?;
                let kept = outside.checked_sub(handling.drop).ok_or(fault)?;
                let target = code.position_of(handling.target).ok_or(Fault::Unplaced)?;
                self.branch(target, kept + 1)?;
            }
            let flow = flow(node.op);
            if let (Arg::Target(target), Flow::Jump | Flow::Branch) = (node.arg, flow) {
                let taken = effect_of_jump(node.instr());
                let left = depth.checked_sub(taken.pops).ok_or(fault)? + taken.pushes;
                let target = code.position_of(target).ok_or(Fault::Unplaced)?;
                self.branch(target, left)?;
            }
            let effect = effect(node.instr());
            depth = depth.checked_sub(effect.pops).ok_or(fault)? + effect.pushes;
            self.deepest = self.deepest.max(depth);
            if matches!(flow, Flow::Jump | Flow::End) {
                return Ok(());
            }
            at += 1;
        }
        Err(Fault::Stack { at })
    }

    fn branch(&mut self, target: usize, depth: u32) -> Result<(), Fault> {
        match self.before.get(target) {
            Some(Some(earlier)) if *earlier == depth => Ok(()),
            Some(None) => {
                self.work.push((target, depth));
                Ok(())
            }
            _ => Err(Fault::Stack { at: target }),
        }
    }
}
