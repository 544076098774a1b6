//! From source text to something that can run: parse, compile, load.

use super::Vm;
use crate::code::CodeUnit;
use crate::compile;
use crate::heap::Object;
use crate::heap::object::{Data, Function};
use crate::load::CodeId;
use crate::names;
use crate::native::Raised;
use crate::syntax::{self, ErrorClass, SyntaxError};
use crate::types;
use crate::value::{Id, Value};

/// Parses and compiles a program.
pub fn compile_text(
    source: &str,
    file_name: &str,
    mode: compile::Mode,
) -> Result<CodeUnit, Box<SyntaxError>> {
    let syntax_mode = match mode {
        compile::Mode::Eval => syntax::Mode::Eval,
        compile::Mode::Exec => syntax::Mode::Exec,
        compile::Mode::Interactive => syntax::Mode::Interactive,
    };
    compile_as(source, file_name, syntax_mode, mode)
}

/// Parses in one mode and compiles in another: who may wait at the top level, and whether expressions print, are two questions.
pub fn compile_as(
    source: &str,
    file_name: &str,
    syntax_mode: syntax::Mode,
    mode: compile::Mode,
) -> Result<CodeUnit, Box<SyntaxError>> {
    let parsed = syntax::parse(source, file_name, syntax_mode)?;
    compile::compile(&parsed, file_name, mode).map_err(|error| {
        let start = parsed.lines.position(error.range.start().to_u32());
        let end = parsed.lines.position(error.range.end().to_u32());
        Box::new(SyntaxError {
            class: ErrorClass::SyntaxError,
            message: error.message,
            file_name: file_name.to_owned(),
            line: start.line,
            column: start.column + 1,
            end_line: end.line,
            end_column: end.column + 1,
            text: parsed.lines.text(source, start.line).to_owned(),
        })
    })
}

/// The file name of what is typed into a console.
pub const CONSOLE: &str = "<console>";

/// Modules that a console knows without an import.
pub(super) const CONSOLE_MODULES: [&str; 3] = ["asyncio", "threading", "time"];

impl Vm {
    /// Compiles and loads a program; one that does not compile raises its `SyntaxError`. Sources of the library are not kept,
    /// since its frames never show.
    pub fn compile_source(
        &mut self,
        source: &str,
        file_name: &str,
        mode: compile::Mode,
        library: bool,
    ) -> Result<CodeId, Raised> {
        match compile_text(source, file_name, mode) {
            Ok(unit) => {
                if !library {
                    self.sources.insert(file_name.into(), source.into());
                }
                Ok(self.load(&unit, library))
            }
            Err(error) => Err(self.syntax_error(&error)),
        }
    }

    /// Compiles and loads what is typed into a console, an expression or statements: both may wait, and are coroutines then.
    pub fn compile_console(&mut self, source: &str, expression: bool) -> Result<CodeId, Raised> {
        let (syntax_mode, mode) = match expression {
            true => (syntax::Mode::InteractiveEval, compile::Mode::Eval),
            false => (syntax::Mode::Interactive, compile::Mode::Exec),
        };
        match compile_as(source, CONSOLE, syntax_mode, mode) {
            Ok(unit) => {
                self.sources.insert(CONSOLE.into(), source.into());
                Ok(self.load(&unit, false))
            }
            Err(error) => Err(self.syntax_error(&error)),
        }
    }

    /// The Python exception for a program that does not compile.
    pub fn syntax_error(&mut self, error: &SyntaxError) -> Raised {
        let class = match error.class {
            ErrorClass::SyntaxError => types::SYNTAX_ERROR,
            ErrorClass::IndentationError => types::INDENTATION_ERROR,
            ErrorClass::TabError => types::TAB_ERROR,
        };
        let message = self.str(error.message.as_str());
        let file_name = self.str(error.file_name.as_str());
        let text = self.str(format!("{}\n", error.text));
        let end_column = match (error.end_column, error.class) {
            (0, ErrorClass::IndentationError) => -1,
            // The parser knows the start only; the tokenizer says that the end is there, too.
            (0, _)
                if error.message.ends_with("was never closed")
                    || error.message.starts_with("':' expected") =>
            {
                0
            }
            (0, _) => i64::from(error.column),
            (end, _) => i64::from(end),
        };
        let [line, column, end_line] =
            [error.line, error.column, error.end_line].map(|n| Value::Int(i64::from(n)));
        let end_column = Value::Int(end_column);
        let details = self.tuple([file_name, line, column, text, end_line, end_column]);
        let exc = self.exception(class, &[message, details]);
        crate::builtins::fill_syntax_error(self, exc, &[message, details]);
        Raised(exc)
    }

    /// A function without parameters that runs loaded code with these globals.
    pub fn function_of(&mut self, code: CodeId, globals: Id) -> Value {
        let loaded = self.code(code).clone();
        let module = self.dict_get_str(globals, names::NAME).unwrap_or(Value::None);
        let function = Function {
            code,
            globals,
            name: loaded.name.into(),
            qualname: loaded.qualname.into(),
            module,
            doc: Value::None,
            defaults: Box::default(),
            kwdefaults: Value::Unbound,
            annotations: Value::Unbound,
            closure: Box::default(),
            type_params: Value::Unbound,
        };
        self.heap.add(Object::new(types::FUNCTION, Data::Function(Box::new(function)))).into()
    }
}
