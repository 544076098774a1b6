//! From source text to something that can run: parse, compile, load.

use super::Vm;
use crate::code::CodeUnit;
use crate::compile;
use crate::heap::Object;
use crate::heap::object::{Data, Function};
use crate::load::CodeId;
use crate::names;
use crate::native::Raised;
use crate::syntax::{self, ErrorClass, SyntaxError, SyntaxWarning};
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
    compile_parsed(source, &parsed, file_name, mode, &mut Vec::new())
}

/// As [`compile_as`], with what CPython warns about on the way: all of it, or what comes before the error.
pub fn compile_warned(
    source: &str,
    file_name: &str,
    syntax_mode: syntax::Mode,
    mode: compile::Mode,
) -> (Vec<SyntaxWarning>, Result<CodeUnit, Box<SyntaxError>>) {
    match syntax::parse(source, file_name, syntax_mode) {
        Ok(parsed) => {
            let mut found = syntax::token_warnings(source, &parsed.lines, None);
            let mut more = Vec::new();
            let unit = compile_parsed(source, &parsed, file_name, mode, &mut more);
            found.extend(more.into_iter().map(|warning| syntax::compiler_warning(warning, &parsed.lines)));
            (found, unit)
        }
        Err(error) => (
            syntax::token_warnings(source, &syntax::LineIndex::new(source), Some(&error)),
            Err(Box::new(error)),
        ),
    }
}

fn compile_parsed(
    source: &str,
    parsed: &syntax::Parsed,
    file_name: &str,
    mode: compile::Mode,
    warnings: &mut Vec<compile::Warning>,
) -> Result<CodeUnit, Box<SyntaxError>> {
    compile::compile_warned(parsed, file_name, mode, warnings).map_err(|error| {
        let [line, column, end_line, end_column] = syntax::compile_place(error.range, &parsed.lines);
        Box::new(SyntaxError {
            class: ErrorClass::SyntaxError,
            message: error.message,
            file_name: file_name.to_owned(),
            line,
            column,
            end_line,
            end_column,
            text: parsed.lines.text(source, line).to_owned(),
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

    /// As [`Vm::compile_source`] for a learner's program, with what is warned about.
    pub fn compile_program(
        &mut self,
        source: &str,
        file_name: &str,
    ) -> (Vec<SyntaxWarning>, Result<CodeId, Raised>) {
        self.sources.insert(file_name.into(), source.into());
        let (warnings, unit) = compile_warned(source, file_name, syntax::Mode::Exec, compile::Mode::Exec);
        let code = unit.map(|unit| self.load(&unit, false)).map_err(|error| self.syntax_error(&error));
        (warnings, code)
    }

    /// Compiles and loads what is typed into a console, an expression or statements: both may wait, and are coroutines then.
    pub fn compile_console(
        &mut self,
        source: &str,
        expression: bool,
    ) -> Result<(Vec<SyntaxWarning>, CodeId), Raised> {
        let (syntax_mode, mode) = match expression {
            true => (syntax::Mode::InteractiveEval, compile::Mode::Eval),
            false => (syntax::Mode::Interactive, compile::Mode::Interactive),
        };
        let (warnings, unit) = compile_warned(source, CONSOLE, syntax_mode, mode);
        match unit {
            Ok(unit) => {
                self.sources.insert(CONSOLE.into(), source.into());
                Ok((warnings, self.load(&unit, false)))
            }
            Err(error) => Err(self.syntax_error(&error)),
        }
    }

    /// The arguments of the `SyntaxError` that a warning is where filters make it one.
    pub(crate) fn warning_arguments(&mut self, warning: &SyntaxWarning, file_name: &str) -> [Value; 2] {
        let [message, file_name] = [warning.message.as_str(), file_name].map(|text| self.str(text));
        let text = warning.text.as_deref().map_or(Value::None, |text| self.str(text));
        let [line, column, end_line, end_column] =
            [warning.line, warning.column, warning.end_line, warning.end_column]
                .map(|number| Value::Int(i64::from(number)));
        [message, self.tuple([file_name, line, column, text, end_line, end_column])]
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
