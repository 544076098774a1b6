//! Prints the code of a Python file: `cargo run -p loopthread-vm --example dis FILE`, or with `--positions` one line for each
//! instruction (`co_qualname`, source range, operation) to compare with CPython's `dis`.

use loopthread_vm::code::{CodeUnit, Const, dis::disassemble};
use loopthread_vm::compile::{Mode, compile};
use loopthread_vm::syntax;

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let positions = arguments.first().is_some_and(|first| first == "--positions");
    if positions {
        arguments.remove(0);
    }
    for file in arguments {
        match read(&file) {
            Ok(unit) if positions => list_positions(&unit),
            Ok(unit) => print!("{}", disassemble(&unit)),
            Err(message) => {
                eprintln!("{file}: {message}");
                std::process::exit(1);
            }
        }
    }
}

fn read(file: &str) -> Result<CodeUnit, String> {
    let source = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let parsed = syntax::parse(&source, file, syntax::Mode::Exec).map_err(|error| error.render())?;
    compile(&parsed, file, Mode::Exec).map_err(|error| error.to_string())
}

fn list_positions(unit: &CodeUnit) {
    for (instr, at) in unit.instrs.iter().zip(&unit.positions) {
        let op = instr.op();
        println!("{} {}:{}-{}:{} {op:?}", unit.qualname, at.line, at.column, at.end_line, at.end_column);
    }
    for constant in &unit.consts {
        if let Const::Code(inner) = constant {
            list_positions(inner);
        }
    }
}
