//! What each instruction does to the operand stack and to the flow of control, as numbers.
//!
//! The assembler computes depths from it and the verifier checks them, so **it must agree with the comments in
//! [`super::op`] and with the run loop**. Deliberately absent: exceptions, which the handler table describes.

use super::op::{Instr, Op};

/// Values an instruction takes off the stack and values it puts there, in that order.
///
/// An instruction that reaches below the values it changes counts them as taken and put back, so that
/// `pops` is also the depth it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    pub pops: u32,
    pub pushes: u32,
}

/// Where control may go after an instruction (exceptions aside).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// To the next instruction only.
    Next,
    /// To the target only.
    Jump,
    /// To the next instruction or to the target.
    Branch,
    /// Nowhere: the frame ends or an exception is raised.
    End,
}

/// The flow of an operation.
pub fn flow(op: Op) -> Flow {
    match op {
        Op::Jump | Op::JumpBackward | Op::EndAsyncFor => Flow::Jump,
        Op::PopJumpIfFalse | Op::PopJumpIfTrue | Op::PopJumpIfNone | Op::PopJumpIfNotNone | Op::ForIter => {
            Flow::Branch
        }
        Op::Return | Op::Raise | Op::Reraise | Op::Unsupported => Flow::End,
        _ => Flow::Next,
    }
}

/// The effect of an instruction when its jump is taken.
pub fn effect_of_jump(instr: Instr) -> Effect {
    match instr.op() {
        Op::ForIter => Effect { pops: 1, pushes: 0 },
        _ => effect(instr),
    }
}

/// The effect of an instruction when control goes on to the next one (or ends).
pub fn effect(instr: Instr) -> Effect {
    let arg = instr.arg();
    let bit = |mask: u32| u32::from(arg & mask != 0);
    let (pops, pushes) = match instr.op() {
        Op::Nop
        | Op::Stop
        | Op::DeleteFast
        | Op::MakeCell
        | Op::DeleteDeref
        | Op::DeleteName
        | Op::DeleteGlobal
        | Op::Jump
        | Op::JumpBackward
        | Op::Start
        | Op::SetupAnnotations
        | Op::Unsupported => (0, 0),

        Op::LoadConst
        | Op::LoadSmallInt
        | Op::LoadNone
        | Op::LoadUnbound
        | Op::LoadFast
        | Op::LoadFastSure
        | Op::LoadFastAndClear
        | Op::LoadDeref
        | Op::LoadClassDeref
        | Op::LoadClosure
        | Op::LoadName
        | Op::LoadGlobal
        | Op::LoadLocals
        | Op::LoadAssertionError => (0, 1),
        Op::LoadFastAttr => (0, 1),
        Op::LoadFastPair | Op::LoadFastMethod => (0, 2),

        Op::Pop
        | Op::StoreFast
        | Op::StoreDeref
        | Op::StoreName
        | Op::StoreGlobal
        | Op::DeleteAttr
        | Op::PopJumpIfFalse
        | Op::PopJumpIfTrue
        | Op::PopJumpIfNone
        | Op::PopJumpIfNotNone
        | Op::Return
        | Op::PopExcept
        | Op::ImportStar
        | Op::StoreFastAttr
        | Op::PrintExpr => (1, 0),
        Op::StoreAttr | Op::DeleteItem | Op::EndAsyncFor => (2, 0),
        Op::SetItem => (3, 0),

        Op::Copy => (arg, arg + 1),
        Op::Swap => (arg, arg),

        Op::LoadAttr
        | Op::BinaryInt
        | Op::Negative
        | Op::Positive
        | Op::Invert
        | Op::Not
        | Op::ToBool
        | Op::ListToTuple
        | Op::Convert
        | Op::FormatSimple
        | Op::GetIter
        | Op::GetYieldFromIter
        | Op::Yield
        | Op::GetAwaitable
        | Op::GetAIter
        | Op::StopIterationError
        | Op::Rare => (1, 1),
        Op::LoadMethod
        | Op::GetANext
        | Op::ForIter
        | Op::BeforeWith
        | Op::BeforeAsyncWith
        | Op::PushExc
        | Op::ImportFrom
        | Op::GetLen
        | Op::MatchMapping
        | Op::MatchSequence => (1, 2),
        Op::LoadSuperMethod => (3, 2),
        Op::LoadSuperAttr => (3, 1),
        Op::GetItem
        | Op::BinaryOp
        | Op::Compare
        | Op::Is
        | Op::Contains
        | Op::FormatWithSpec
        | Op::Send
        | Op::PrepReraiseStar
        | Op::ImportName => (2, 1),
        Op::CheckExcMatch | Op::CheckGroupMatch => (2, 2),
        Op::MatchKeys => (2, 3),
        Op::MatchClass => (3, 1),
        Op::WithExceptStart => (3, 4),

        Op::BuildSlice => (arg, 1),
        Op::BuildTuple | Op::BuildList | Op::BuildSet | Op::BuildString => (arg, 1),
        Op::BuildMap => (2 * arg, 1),
        Op::ListAppend | Op::SetAdd | Op::ListExtend | Op::SetUpdate | Op::DictUpdate => (arg + 1, arg),
        Op::MapAdd => (arg + 2, arg),
        Op::DictMerge => (arg + 2, arg + 1),
        Op::UnpackSequence => (1, arg),
        Op::UnpackEx => (1, (arg & 0xfff) + 1 + (arg >> 12)),

        Op::Call => (arg + 2, 1),
        Op::CallKeywords => (arg + 3, 1),
        Op::CallEx => (3 + bit(1), 1),
        Op::MakeFunction => (1 + bit(1) + bit(2) + bit(4) + bit(8), 1),
        Op::BuildClass => (arg + 2, 1),
        Op::BuildClassEx => (4, 1),
        Op::Raise => (arg, 0),
        Op::Reraise => (1 + bit(1), 0),
    };
    Effect { pops, pushes }
}
