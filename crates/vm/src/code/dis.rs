//! Compiled code as text, for people and for golden tests.
//!
//! One line an instruction: index, `*` where a statement begins, operation, argument and what it means, source range.

use std::fmt::Write;

use super::op::{Binary, Compare, Instr, Op};
use super::{CodeUnit, Const};

/// Lists a unit, then the units among its constants.
pub fn disassemble(unit: &CodeUnit) -> String {
    let mut out = String::new();
    list(unit, &mut out);
    out
}

fn list(unit: &CodeUnit, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{} {:?}, stack {}", unit.qualname, unit.kind, unit.stack_size);
    if !unit.locals.is_empty() {
        let names: Vec<String> = (0..unit.locals.len() as u32).map(|slot| slot_name(unit, slot)).collect();
        let _ = writeln!(out, "  slots {}", names.join(", "));
    }
    for (at, instr) in unit.instrs.iter().enumerate() {
        let mark = if unit.statements.contains(&(at as u32)) { '*' } else { ' ' };
        let place = unit.positions.get(at).copied().unwrap_or_default();
        let lines = if place.line == place.end_line {
            format!("{}:{}-{}", place.line, place.column, place.end_column)
        } else {
            format!("{}:{}-{}:{}", place.line, place.column, place.end_line, place.end_column)
        };
        let text = format!("{at:4} {mark} {:<18}{}", format!("{:?}", instr.op()), meaning(unit, *instr));
        let _ = writeln!(out, "{text:<58} {lines}");
    }
    for row in &unit.handlers {
        let _ = writeln!(out, "  {}..{} -> {} keeps {}", row.start, row.end, row.target, row.depth);
    }
    for constant in &unit.consts {
        if let Const::Code(inner) = constant {
            out.push('\n');
            list(inner, out);
        }
    }
}

fn meaning(unit: &CodeUnit, instr: Instr) -> String {
    let (op, arg) = (instr.op(), instr.arg());
    if op.takes_slot() {
        return slot_name(unit, arg);
    }
    if op.takes_name() {
        return unit.names.get(arg as usize).map_or_else(String::new, |name| name.to_string());
    }
    if op.takes_target() {
        return format!("-> {arg}");
    }
    match op {
        Op::LoadFastPair => format!("{}, {}", slot_name(unit, arg & 0xfff), slot_name(unit, arg >> 12)),
        Op::LoadConst | Op::Unsupported => unit.consts.get(arg as usize).map_or_else(String::new, constant),
        Op::LoadFastAttr | Op::LoadFastMethod | Op::StoreFastAttr => {
            let name = unit.names.get(arg as usize >> 12).map_or("", |name| name);
            format!("{}, {name}", slot_name(unit, arg & 0xfff))
        }
        Op::BinaryOp => operator(arg),
        Op::BinaryInt => format!("{}, {}", operator(arg & 31), arg >> 5),
        Op::Compare => format!("{:?}", Compare::decode(arg)),
        Op::UnpackEx => format!("{} before, {} after", arg & 0xfff, arg >> 12),
        _ if arg != 0 || takes_count(op) => arg.to_string(),
        _ => String::new(),
    }
}

fn operator(arg: u32) -> String {
    let (operator, in_place) = Binary::decode(arg);
    format!("{operator:?}{}", if in_place { " in place" } else { "" })
}

/// Operations whose argument says something even when it is 0.
fn takes_count(op: Op) -> bool {
    matches!(
        op,
        Op::LoadSmallInt
            | Op::BuildTuple
            | Op::BuildList
            | Op::BuildSet
            | Op::BuildMap
            | Op::Call
            | Op::UnpackSequence
            | Op::Raise
            | Op::Reraise
            | Op::BuildClass
            | Op::Rare
    )
}

fn slot_name(unit: &CodeUnit, slot: u32) -> String {
    let name = unit.locals.get(slot as usize).map_or("?", |name| name);
    let kind = match unit.locals.len() as u32 - slot.min(unit.locals.len() as u32) {
        from_end if from_end <= unit.free => " free",
        _ if unit.cells.contains(&slot) => " cell",
        _ => "",
    };
    format!("{name}{kind}")
}

fn constant(value: &Const) -> String {
    let items = |items: &[Const]| items.iter().map(constant).collect::<Vec<_>>().join(", ");
    match value {
        Const::None => "None".into(),
        Const::Ellipsis => "...".into(),
        Const::Bool(value) => if *value { "True" } else { "False" }.into(),
        Const::Int(value) => value.to_string(),
        Const::BigInt(value) => value.to_string(),
        Const::Float(value) => format!("{value:?}"),
        Const::Complex(real, imaginary) => format!("({real:?}{imaginary:+?}j)"),
        Const::Str(text) => format!("{text:?}"),
        Const::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Const::Tuple(values) => format!("({})", items(values)),
        Const::FrozenSet(values) => format!("frozenset({})", items(values)),
        Const::Code(unit) => format!("<code {}>", unit.qualname),
    }
}
