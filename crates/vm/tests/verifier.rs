//! The verifier refuses code that would make the machine read what is not there.

use loopthread_vm::code::verify::verify;
use loopthread_vm::code::{CodeUnit, Handler, Instr, Op, Position};

/// A body of these instructions, with room for a stack of `stack_size`.
fn unit(stack_size: u32, instrs: &[(Op, u32)]) -> CodeUnit {
    CodeUnit {
        qualname: "f".into(),
        stack_size,
        instrs: instrs.iter().map(|(op, arg)| Instr::new(*op, *arg)).collect(),
        positions: vec![Position::default(); instrs.len()],
        ..CodeUnit::default()
    }
}

fn fault(unit: &CodeUnit) -> String {
    verify(unit).expect_err("bad code was let through")
}

#[test]
fn sound_code_passes() {
    verify(&unit(1, &[(Op::LoadNone, 0), (Op::Return, 0)])).expect("this is sound");
}

#[test]
fn a_value_that_is_not_there_is_noticed() {
    assert_eq!(fault(&unit(0, &[(Op::Pop, 0)])), "f: Pop 0 at 0 takes more than the 0 there are");
}

#[test]
fn control_must_not_fall_off_the_end() {
    assert_eq!(fault(&unit(1, &[(Op::LoadNone, 0)])), "f: control falls off the end at 1");
}

#[test]
fn paths_that_meet_must_agree_on_the_depth() {
    let code =
        [(Op::LoadNone, 0), (Op::PopJumpIfNone, 3), (Op::LoadNone, 0), (Op::LoadNone, 0), (Op::Return, 0)];
    assert!(fault(&unit(2, &code)).contains("meet at 3"));
}

#[test]
fn a_jump_back_must_be_a_safe_point() {
    assert!(fault(&unit(0, &[(Op::Nop, 0), (Op::Jump, 0)])).contains("without a safe point"));
}

#[test]
fn arguments_must_be_in_range() {
    for (op, arg) in [(Op::LoadConst, 0), (Op::LoadFast, 0), (Op::LoadName, 3), (Op::Jump, 9), (Op::Rare, 99)]
    {
        assert!(fault(&unit(1, &[(op, arg), (Op::Return, 0)])).contains("no such"), "{op:?}");
    }
}

#[test]
fn code_under_a_handler_must_leave_what_the_handler_keeps() {
    let mut code = unit(2, &[(Op::LoadNone, 0), (Op::Return, 0), (Op::Pop, 0), (Op::Return, 0)]);
    code.handlers = vec![Handler { start: 1, end: 2, target: 2, depth: 1 }];
    assert!(fault(&code).contains("takes what its handler keeps"));
}

#[test]
fn the_stack_size_is_exact() {
    assert_eq!(fault(&unit(5, &[(Op::LoadNone, 0), (Op::Return, 0)])), "f: the stack reaches 1, not 5");
}
