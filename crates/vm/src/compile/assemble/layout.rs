//! From nodes to finished tables: drop, fuse, number.

use ruff_text_size::TextRange;

use super::{Arg, Assembler, Fault, depth, sure};
use crate::code::Handler;
use crate::code::op::{Instr, Op};

/// A body's instruction stream and side tables; see [`crate::code::CodeUnit`].
#[derive(Debug)]
pub(in crate::compile) struct Assembled {
    pub instrs: Vec<Instr>,
    pub ranges: Vec<TextRange>,
    pub handlers: Vec<Handler>,
    pub statements: Vec<u32>,
    pub stack_size: u32,
}

/// Jumps in a row that are followed; a cycle of them is left as it is.
const MAX_HOPS: u32 = 8;

impl Assembler {
    /// Lays the body out. `bound` says which local slots are bound at the start.
    pub fn finish(mut self, bound: &[bool]) -> Result<Assembled, Fault> {
        self.thread_jumps();
        let depths = depth::depths(&self)?;
        for (node, depth) in self.nodes.iter_mut().zip(&depths.before) {
            node.dropped = depth.is_none();
        }
        self.drop_idle_jumps();
        sure::find_sure_loads(&mut self, bound);
        self.fuse_operands();
        self.fuse_loads();
        let index = self.number()?;
        let address = |at: usize| index.get(at).copied().ok_or(Fault::Unplaced);

        let mut out = Assembled {
            instrs: Vec::new(),
            ranges: Vec::new(),
            handlers: Vec::new(),
            statements: Vec::new(),
            stack_size: depth::depths(&self)?.deepest,
        };
        let mut last = None;
        for (at, node) in self.nodes.iter().enumerate().filter(|(_, node)| !node.dropped) {
            let here = address(at)?;
            let arg = match node.arg {
                Arg::Value(value) => value,
                Arg::Target(label) => address(self.position_of(label).ok_or(Fault::Unplaced)?)?,
            };
            let back = node.op == Op::Jump && arg <= here;
            out.instrs.push(Instr::new(if back { Op::JumpBackward } else { node.op }, arg));
            out.ranges.push(node.at);
            if node.statement {
                out.statements.push(here);
            }
            if let Some(handling) = self.handling(node) {
                match out.handlers.last_mut() {
                    Some(row) if last == node.handler && row.end == here => row.end += 1,
                    _ => {
                        let outside = depths.before.get(handling.setup).copied().flatten().unwrap_or(0);
                        let target = address(self.position_of(handling.target).ok_or(Fault::Unplaced)?)?;
                        let depth = outside.saturating_sub(handling.drop);
                        out.handlers.push(Handler { start: here, end: here + 1, target, depth });
                    }
                }
            }
            last = node.handler;
        }
        Ok(out)
    }

    /// Sends jumps that lead to a jump straight to its target. Only plain jumps may end up going back: they become safe points.
    fn thread_jumps(&mut self) {
        for at in 0..self.nodes.len() {
            let Some(super::Node { op, arg: Arg::Target(label), .. }) = self.nodes.get(at).copied() else {
                continue;
            };
            if op == Op::EndAsyncFor {
                continue;
            }
            let mut label = label;
            for _ in 0..MAX_HOPS {
                let next = self.position_of(label).and_then(|target| self.nodes.get(target));
                let Some(super::Node { op: Op::Jump, arg: Arg::Target(next), statement: false, .. }) = next
                else {
                    break;
                };
                if op != Op::Jump && self.position_of(*next).is_none_or(|target| target <= at) {
                    break;
                }
                label = *next;
            }
            if let Some(node) = self.nodes.get_mut(at) {
                node.arg = Arg::Target(label);
            }
        }
    }

    /// Removes forward jumps to what follows anyway, unless a statement begins there.
    fn drop_idle_jumps(&mut self) {
        let mut next = self.nodes.len();
        for at in (0..self.nodes.len()).rev() {
            let Some(node) = self.nodes.get(at).filter(|node| !node.dropped) else { continue };
            if let (Op::Jump, Arg::Target(label), false) = (node.op, node.arg, node.statement)
                && self.position_of(label).is_some_and(|target| at < target && target <= next)
                && let Some(node) = self.nodes.get_mut(at)
            {
                node.dropped = true;
            } else {
                next = at;
            }
        }
    }

    /// Which nodes something jumps to.
    fn entered(&self) -> Vec<bool> {
        let mut entered = vec![false; self.nodes.len() + 1];
        for target in self.labels.iter().flatten() {
            if let Some(entered) = entered.get_mut(*target) {
                *entered = true;
            }
        }
        entered
    }

    /// Puts an operand that cannot fail into the instruction after it: a local whose attribute is read, a number.
    fn fuse_operands(&mut self) {
        let entered = self.entered();
        let mut pending: Option<usize> = None;
        for (at, entered) in entered.iter().enumerate() {
            if *entered {
                pending = None;
            }
            let Some(node) = self.nodes.get(at).copied().filter(|node| !node.dropped) else { continue };
            let first = pending.replace(at).and_then(|first| self.nodes.get(first).copied().zip(Some(first)));
            let Some((operand, first)) = first.filter(|_| !node.statement) else { continue };
            let (Arg::Value(value), Arg::Value(arg)) = (operand.arg, node.arg) else { continue };
            let both_fit = value < 1 << 12 && arg < 1 << 12;
            let (op, arg) = match (operand.op, node.op) {
                (Op::LoadFastSure, Op::LoadAttr) if both_fit => (Op::LoadFastAttr, value | arg << 12),
                (Op::LoadFastSure, Op::LoadMethod) if both_fit => (Op::LoadFastMethod, value | arg << 12),
                (Op::LoadFastSure, Op::StoreAttr) if both_fit => (Op::StoreFastAttr, value | arg << 12),
                (Op::LoadSmallInt, Op::BinaryOp) if value < 1 << 19 => (Op::BinaryInt, arg | value << 5),
                _ => continue,
            };
            if let Some(node) = self.nodes.get_mut(at) {
                (node.op, node.arg, node.statement) = (op, Arg::Value(arg), operand.statement);
            }
            if let Some(operand) = self.nodes.get_mut(first) {
                operand.dropped = true;
            }
        }
    }

    /// Makes one instruction of two sure loads in a row, where nothing jumps between them.
    fn fuse_loads(&mut self) {
        let entered = self.entered();
        let small = |node: &super::Node| match (node.op, node.arg) {
            (Op::LoadFastSure, Arg::Value(slot)) if slot < 1 << 12 => Some(slot),
            _ => None,
        };
        let mut pending: Option<(usize, u32)> = None;
        for (at, entered) in entered.iter().enumerate().take(self.nodes.len()) {
            if *entered {
                pending = None;
            }
            let Some(node) = self.nodes.get_mut(at).filter(|node| !node.dropped) else { continue };
            let slot = small(node);
            match (pending.take(), slot) {
                (Some((first, low)), Some(high)) if !node.statement => {
                    node.dropped = true;
                    if let Some(first) = self.nodes.get_mut(first) {
                        first.op = Op::LoadFastPair;
                        first.arg = Arg::Value(low | high << 12);
                    }
                }
                (_, Some(slot)) => pending = Some((at, slot)),
                _ => {}
            }
        }
    }

    /// The final index of each node (of a dropped one: that of the next that is left), and one for the end.
    fn number(&self) -> Result<Vec<u32>, Fault> {
        let mut next = 0;
        let mut index = Vec::with_capacity(self.nodes.len() + 1);
        for node in &self.nodes {
            index.push(next);
            next += u32::from(!node.dropped);
        }
        index.push(next);
        if next > Instr::MAX_ARG { Err(Fault::TooLong) } else { Ok(index) }
    }
}
