//! Checks that compiled code keeps its promises: what the machine relies on without testing it again.
//!
//! Every path is followed with the depth of the operand stack. **The machine indexes with arguments and trusts depths**, so
//! code that passes here cannot make it read what is not there. Deliberately absent: types of values.

use super::effect::{Flow, effect, effect_of_jump, flow};
use super::op::{Binary, Op, rare};
use super::{CodeKind, CodeUnit, Const, Handler, Instr};

/// Verifies a unit and the units among its constants.
///
/// # Errors
/// What is wrong, with the unit's qualified name and the instruction's index.
pub fn verify(unit: &CodeUnit) -> Result<(), String> {
    let named = |message: String| format!("{}: {message}", unit.qualname);
    tables(unit).map_err(named)?;
    for (at, instr) in unit.instrs.iter().enumerate() {
        argument(unit, *instr).map_err(|message| named(format!("at {at}, {instr:?}: {message}")))?;
    }
    prologue(unit).map_err(named)?;
    let deepest = Depths::follow_all(unit).map_err(named)?;
    if deepest != unit.stack_size {
        return Err(named(format!("the stack reaches {deepest}, not {}", unit.stack_size)));
    }
    for constant in &unit.consts {
        if let Const::Code(inner) = constant {
            verify(inner)?;
        }
    }
    Ok(())
}

fn tables(unit: &CodeUnit) -> Result<(), String> {
    let (count, locals) = (unit.instrs.len() as u32, unit.locals.len() as u32);
    if unit.positions.len() != unit.instrs.len() {
        return Err("positions and instructions differ in number".into());
    }
    if unit.free > locals || unit.cells.iter().any(|cell| *cell >= locals - unit.free) {
        return Err("cells or free variables beyond the slots".into());
    }
    let parameters = unit.positional + unit.kwonly + u32::from(unit.has_varargs) + u32::from(unit.has_varkw);
    if parameters > locals - unit.free || unit.posonly > unit.positional {
        return Err("more parameters than slots".into());
    }
    let ascending = |list: &[u32]| list.windows(2).all(|pair| pair[0] < pair[1]);
    if !ascending(&unit.cells) || !ascending(&unit.statements) {
        return Err("cells or statements out of order".into());
    }
    if unit.statements.last().is_some_and(|last| *last >= count) {
        return Err("a statement beyond the end".into());
    }
    let sound = |row: &Handler| row.start < row.end && row.end <= count && row.target < count;
    if !unit.handlers.iter().all(sound) || unit.handlers.windows(2).any(|rows| rows[0].end > rows[1].start) {
        return Err("handlers out of range, empty or overlapping".into());
    }
    Ok(())
}

fn argument(unit: &CodeUnit, instr: Instr) -> Result<(), String> {
    let (op, arg) = (instr.op(), instr.arg());
    let below = |limit: usize, what: &str| {
        if (arg as usize) < limit { Ok(()) } else { Err(format!("no such {what}")) }
    };
    if op.takes_slot() {
        below(unit.locals.len(), "slot")?;
        let cell = arg >= unit.locals.len() as u32 - unit.free || unit.cells.contains(&arg);
        let wants_cell = match op {
            Op::LoadDeref | Op::StoreDeref | Op::DeleteDeref | Op::LoadClassDeref | Op::LoadClosure => true,
            Op::LoadFast | Op::LoadFastSure | Op::DeleteFast => false,
            // Save and restore whatever is there; make a cell where there is none yet.
            _ => return Ok(()),
        };
        return if cell == wants_cell { Ok(()) } else { Err("a cell and a plain slot confused".into()) };
    }
    match op {
        Op::LoadConst | Op::Unsupported => below(unit.consts.len(), "constant"),
        Op::LoadFastPair => {
            let limit = unit.locals.len() as u32;
            if arg & 0xfff < limit && arg >> 12 < limit { Ok(()) } else { Err("no such slot".into()) }
        }
        Op::LoadFastAttr | Op::LoadFastMethod | Op::StoreFastAttr => {
            let (slot, name) = (arg as usize & 0xfff, arg as usize >> 12);
            let there = slot < unit.locals.len() && name < unit.names.len();
            if there { Ok(()) } else { Err("no such slot or name".into()) }
        }
        Op::BinaryInt if (arg as usize & 31) < Binary::ALL.len() + Binary::INPLACE as usize => Ok(()),
        Op::BinaryInt => Err("no such operator".into()),
        Op::BinaryOp => below(Binary::ALL.len() + Binary::INPLACE as usize, "operator"),
        Op::Compare => below(super::Compare::ALL.len(), "comparison"),
        Op::Is | Op::Contains | Op::CallEx | Op::Reraise => below(2, "variant"),
        Op::Raise | Op::GetAwaitable => below(3, "variant"),
        Op::Convert => below(4, "conversion"),
        Op::BuildSlice if arg != 2 && arg != 3 => Err("not a slice".into()),
        Op::MakeFunction => below(16, "flag"),
        Op::Rare => below(rare::SET_TYPE_PARAM_DEFAULT as usize + 1, "rare operation"),
        Op::Copy | Op::Swap | Op::ListAppend | Op::SetAdd | Op::MapAdd if arg == 0 => {
            Err("depths count from 1".into())
        }
        _ if op.takes_name() => below(unit.names.len(), "name"),
        _ if op.takes_target() => below(unit.instrs.len(), "target"),
        _ => Ok(()),
    }
}

/// Cells are made first; a body that is not plain then starts, and no other does.
fn prologue(unit: &CodeUnit) -> Result<(), String> {
    let first = unit.instrs.iter().find(|instr| instr.op() != Op::MakeCell).map(|instr| instr.op());
    if (first == Some(Op::Start)) != (unit.kind != CodeKind::Plain) {
        return Err("a generator's body begins with Start, and only that".into());
    }
    Ok(())
}

struct Depths {
    before: Vec<Option<u32>>,
    work: Vec<(u32, u32)>,
    deepest: u32,
}

impl Depths {
    fn follow_all(unit: &CodeUnit) -> Result<u32, String> {
        let mut depths = Depths { before: vec![None; unit.instrs.len()], work: vec![(0, 0)], deepest: 0 };
        while let Some((at, depth)) = depths.work.pop() {
            depths.visit(unit, at, depth)?;
        }
        match depths.before.iter().position(Option::is_none) {
            Some(at) => Err(format!("nothing leads to {at}")),
            None => Ok(depths.deepest),
        }
    }

    fn visit(&mut self, unit: &CodeUnit, at: u32, depth: u32) -> Result<(), String> {
        let Some(instr) = unit.instrs.get(at as usize).copied() else {
            return Err(format!("control falls off the end at {at}"));
        };
        let Some(seen) = self.before.get_mut(at as usize) else { return Ok(()) };
        match *seen {
            Some(earlier) if earlier == depth => return Ok(()),
            Some(earlier) => return Err(format!("depths {earlier} and {depth} meet at {at}")),
            None => *seen = Some(depth),
        }
        let effect = effect(instr);
        let Some(rest) = depth.checked_sub(effect.pops) else {
            return Err(format!("{instr:?} at {at} takes more than the {depth} there are"));
        };
        let after = rest + effect.pushes;
        self.deepest = self.deepest.max(depth).max(after);
        if let Some(row) = unit.handlers.iter().find(|row| row.start <= at && at < row.end) {
            if depth.min(after) < row.depth {
                return Err(format!("{instr:?} at {at} takes what its handler keeps"));
            }
            self.work.push((row.target, row.depth + 1));
        }
        let flow = flow(instr.op());
        if matches!(flow, Flow::Jump | Flow::Branch) {
            let (target, taken) = (instr.arg(), effect_of_jump(instr));
            if target <= at && instr.op() != Op::JumpBackward {
                return Err(format!("{instr:?} at {at} jumps back without a safe point"));
            }
            self.work.push((target, depth.saturating_sub(taken.pops) + taken.pushes));
        }
        if matches!(flow, Flow::Next | Flow::Branch) {
            self.work.push((at + 1, after));
        }
        Ok(())
    }
}
