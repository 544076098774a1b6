//! Binding the arguments of Python functions, with CPython's messages for what does not fit.

use super::Vm;
use crate::errors;
use crate::frame::PythonFrame;
use crate::heap::Dict;
use crate::heap::object::Data;
use crate::load::Code;
use crate::native::{Args, Raised};
use crate::value::{Id, Value};

impl Vm {
    /// A frame for a call of `function`, its parameters in their slots.
    #[inline]
    pub(super) fn bind_function(&mut self, function: Id, args: Args) -> Result<PythonFrame, Raised> {
        let Data::Function(f) = self.heap.data(function) else {
            return Err(errors::not_callable(self, function.into()));
        };
        let (code_id, globals) = (f.code, f.globals);
        let code = self.code(code_id).clone();
        let locals = code.locals.len();
        let mut slots = self.frames.vector(locals + code.stack_size);
        slots.resize(locals, Value::Unbound);
        let simple = args.keywords.is_empty()
            && args.len() == code.positional
            && code.kwonly == 0
            && !code.has_varargs
            && !code.has_varkw;
        if simple {
            slots[..args.len()].copy_from_slice(&args.values);
        } else {
            self.bind_general(function, &code, &args, &mut slots)?;
        }
        if code.free > 0
            && let Data::Function(f) = self.heap.data(function)
        {
            slots[locals - code.free..].copy_from_slice(&f.closure);
        }
        Ok(PythonFrame {
            code: code_id,
            ip: 0,
            slots,
            globals,
            namespace: Value::Unbound,
            handled: Value::None,
            generator: None,
            segment: None,
            fresh: Vec::new(),
        })
    }

    fn bind_general(
        &mut self,
        function: Id,
        code: &Code,
        args: &Args,
        slots: &mut [Value],
    ) -> Result<(), Raised> {
        let given = args.positional();
        let direct = given.len().min(code.positional);
        slots[..direct].copy_from_slice(&given[..direct]);
        if code.has_varargs {
            slots[code.params()] = self.tuple(given[direct..].to_vec());
        }
        let kwargs = self.bind_keywords(function, code, args, slots)?;
        if given.len() > code.positional && !code.has_varargs {
            return Err(self.too_many(function, code, given.len(), slots));
        }
        self.fill_defaults(function, code, slots)?;
        if code.has_varkw {
            slots[code.params() + usize::from(code.has_varargs)] = self.dict(kwargs).into();
        }
        Ok(())
    }

    fn bind_keywords(
        &mut self,
        function: Id,
        code: &Code,
        args: &Args,
        slots: &mut [Value],
    ) -> Result<Dict, Raised> {
        let mut kwargs = Dict::new();
        let mut wrongly_named = Vec::new();
        for (name, value) in args.named() {
            let params = &code.locals[..code.params()];
            let at = params.iter().position(|&param| param == name);
            let at = at.or_else(|| params.iter().position(|&param| self.same_text(param, name)));
            match at {
                Some(at) if at >= code.posonly => {
                    if !slots[at].is_unbound() {
                        let message = format!(
                            "{}() got multiple values for argument '{}'",
                            self.function_name(function),
                            self.text(name)
                        );
                        return Err(errors::type_error(self, message));
                    }
                    slots[at] = value;
                }
                _ if code.has_varkw => self.dict_set_native(&mut kwargs, name.into(), value),
                Some(_) => wrongly_named.push(self.text(name).to_owned()),
                None => {
                    let mut message = format!(
                        "{}() got an unexpected keyword argument '{}'",
                        self.function_name(function),
                        self.text(name)
                    );
                    let names = (code.posonly..code.params()).map(|i| self.text(code.locals[i]));
                    if let Some(close) = super::suggest::closest(self.text(name), names) {
                        message.push_str(&format!(". Did you mean '{close}'?"));
                    }
                    return Err(errors::type_error(self, message));
                }
            }
        }
        if !wrongly_named.is_empty() {
            let message = format!(
                "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                self.function_name(function),
                wrongly_named.join(", ")
            );
            return Err(errors::type_error(self, message));
        }
        Ok(kwargs)
    }

    fn fill_defaults(&mut self, function: Id, code: &Code, slots: &mut [Value]) -> Result<(), Raised> {
        let Data::Function(f) = self.heap.data(function) else { return Ok(()) };
        let first = code.positional.saturating_sub(f.defaults.len());
        let skip = f.defaults.len().saturating_sub(code.positional);
        for (slot, &default) in slots[first..code.positional].iter_mut().zip(&f.defaults[skip..]) {
            *slot = slot.or(default);
        }
        let kwdefaults = f.kwdefaults;
        for (slot, &name) in
            slots.iter_mut().zip(code.locals.iter()).take(code.params()).skip(code.positional)
        {
            if slot.is_unbound()
                && let Value::Obj(dict) = kwdefaults
                && let Some(default) = self.dict_get_str(dict, name)
            {
                *slot = default;
            }
        }
        for (range, kind) in
            [(0..code.positional, "positional"), (code.positional..code.params(), "keyword-only")]
        {
            let missing: Vec<String> = range
                .filter(|&i| slots[i].is_unbound())
                .map(|i| format!("'{}'", self.text(code.locals[i])))
                .collect();
            if !missing.is_empty() {
                let s = if missing.len() == 1 { "" } else { "s" };
                let message = format!(
                    "{}() missing {} required {kind} argument{s}: {}",
                    self.function_name(function),
                    missing.len(),
                    enumeration(&missing)
                );
                return Err(errors::type_error(self, message));
            }
        }
        Ok(())
    }

    fn too_many(&mut self, function: Id, code: &Code, given: usize, slots: &[Value]) -> Raised {
        let defaults = match self.heap.data(function) {
            Data::Function(f) => f.defaults.len(),
            _ => 0,
        };
        let takes = match defaults {
            0 => format!("{}", code.positional),
            n => format!("from {} to {}", code.positional.saturating_sub(n), code.positional),
        };
        let plural = if code.positional == 1 && defaults == 0 { "" } else { "s" };
        let named = slots[code.positional..code.params()].iter().filter(|v| !v.is_unbound()).count();
        let were = match (given, named) {
            (1, 0) => "1 was".to_owned(),
            (n, 0) => format!("{n} were"),
            (n, k) => {
                let (s, ks) = (if n == 1 { "" } else { "s" }, if k == 1 { "" } else { "s" });
                format!("{n} positional argument{s} (and {k} keyword-only argument{ks}) were")
            }
        };
        let message = format!(
            "{}() takes {takes} positional argument{plural} but {were} given",
            self.function_name(function)
        );
        errors::type_error(self, message)
    }

    /// `__qualname__`, as error messages name a function.
    pub fn function_name(&self, function: Id) -> &str {
        match self.heap.data(function) {
            Data::Function(f) => self.str_of(f.qualname).unwrap_or("?"),
            _ => "?",
        }
    }
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`.
fn enumeration(names: &[String]) -> String {
    match names {
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [head @ .., last] => format!("{}, and {last}", head.join(", ")),
        [] => String::new(),
    }
}
