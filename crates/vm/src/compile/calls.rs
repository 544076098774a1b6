//! Calls: plain, of methods, with unpacking, and of `super()`.
//!
//! A callee always has a place for `self` above it, holding the unbound marker when there is none.

use ruff_python_ast::name::Name;
use ruff_python_ast::{self as ast, Arguments, Expr, Keyword};
use ruff_text_size::{Ranged, TextRange};

use super::displays::{AT_ONCE, Display};
use super::{CompileError, Compiler, Done};
use crate::code::{Const, Op};

impl<'a> Compiler<'a> {
    #[inline(never)]
    pub(super) fn call(&mut self, call: &'a ast::ExprCall) -> Done {
        let at = call.range();
        let arguments = &call.arguments;
        if self.bare_super(call)? {
            return Ok(());
        }
        if let Expr::Attribute(method) = &*call.func
            && !is_unpacked(arguments)
            && arguments.args.len() + arguments.keywords.len() + usize::from(!arguments.keywords.is_empty())
                < AT_ONCE
        {
            if !self.super_attribute(method, Op::LoadSuperMethod)? {
                self.expr(&method.value)?;
                let at = self.attribute_range(method.range, method);
                self.emit_name(Op::LoadMethod, &method.attr.id, at);
            }
            let at = self.attribute_range(at, method);
            return self.arguments(arguments, at);
        }
        self.check_callee(&call.func);
        self.expr(&call.func)?;
        self.emit(Op::LoadUnbound, 0, call.func.range());
        self.arguments(arguments, at)
    }

    /// The arguments and the call itself; callee and self are on the stack.
    pub(super) fn arguments(&mut self, arguments: &'a Arguments, at: TextRange) -> Done {
        let (args, keywords) = (&arguments.args, &arguments.keywords);
        if is_unpacked(arguments) || args.len() + keywords.len() * 2 > AT_ONCE {
            return self.unpacked_arguments(arguments, at);
        }
        for arg in args {
            match arg {
                // A bare generator expression has the parentheses of the call.
                Expr::Generator(comp) if !comp.parenthesized => self.generator(comp, arguments.range)?,
                arg => self.expr(arg)?,
            }
        }
        for keyword in keywords {
            self.expr(&keyword.value)?;
        }
        let count = (args.len() + keywords.len()) as u32;
        if keywords.is_empty() {
            self.emit(Op::Call, count, at);
        } else {
            self.load_const(Const::Tuple(keywords.iter().filter_map(keyword_name).collect()), at);
            self.emit(Op::CallKeywords, count, at);
        }
        Ok(())
    }

    fn unpacked_arguments(&mut self, arguments: &'a Arguments, at: TextRange) -> Done {
        self.positional_list(&arguments.args, at)?;
        if arguments.keywords.is_empty() {
            self.emit(Op::CallEx, 0, at);
        } else {
            self.keyword_dict(&arguments.keywords, 3, at)?;
            self.emit(Op::CallEx, 1, at);
        }
        Ok(())
    }

    /// The positional arguments as one iterable.
    fn positional_list(&mut self, args: &'a [Expr], at: TextRange) -> Done {
        match args {
            [Expr::Starred(only)] => self.expr(&only.value),
            _ => self.display(args.iter(), Display::List, 0, at),
        }
    }

    /// The keywords as one dict; `callee` is how far below the dict the callee is, for `DictMerge`.
    pub(super) fn keyword_dict(&mut self, keywords: &'a [Keyword], callee: u32, at: TextRange) -> Done {
        let mut built = false;
        let mut rest = keywords;
        while let Some(first) = rest.first() {
            if first.arg.is_none() {
                if !built {
                    self.emit(Op::BuildMap, 0, at);
                    built = true;
                }
                self.expr(&first.value)?;
                self.emit(Op::DictMerge, callee, at);
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            let run = rest.iter().take_while(|keyword| keyword.arg.is_some()).take(AT_ONCE / 2);
            let count = run.clone().count();
            for keyword in run {
                if let Some(name) = keyword_name(keyword) {
                    self.load_const(name, at);
                }
                self.expr(&keyword.value)?;
            }
            self.emit(Op::BuildMap, count as u32, at);
            if built {
                self.emit(Op::DictMerge, callee, at);
            }
            built = true;
            rest = rest.get(count..).unwrap_or_default();
        }
        Ok(())
    }

    /// `super().name` in a method, where `super` is the builtin: no object is made. `op` is the load to use.
    /// False when the expression is something else.
    pub(super) fn super_attribute(
        &mut self,
        attribute: &'a ast::ExprAttribute,
        op: Op,
    ) -> Result<bool, CompileError> {
        let Expr::Call(call) = &*attribute.value else { return Ok(false) };
        let Some(this) = self.zero_argument_super(call) else { return Ok(false) };
        self.load_name(&Name::new_static("super"), call.func.range());
        self.load_super_arguments(&this, call.range());
        let at = self.attribute_range(attribute.range, attribute);
        self.emit_name(op, &attribute.attr.id, at);
        Ok(true)
    }

    /// `super()` alone gets its arguments spelt out, so that no native has to look into its caller's frame.
    fn bare_super(&mut self, call: &'a ast::ExprCall) -> Result<bool, CompileError> {
        let Some(this) = self.zero_argument_super(call) else { return Ok(false) };
        self.load_name(&Name::new_static("super"), call.func.range());
        self.emit(Op::LoadUnbound, 0, call.func.range());
        self.load_super_arguments(&this, call.range());
        self.emit(Op::Call, 2, call.range());
        Ok(true)
    }

    fn load_super_arguments(&mut self, this: &Name, at: TextRange) {
        self.load_name(&Name::new_static("__class__"), at);
        self.load_name(this, at);
    }

    /// The first parameter, when the call is `super()` where that works.
    fn zero_argument_super(&mut self, call: &ast::ExprCall) -> Option<Name> {
        let Expr::Name(name) = &*call.func else { return None };
        let plain = call.arguments.args.is_empty() && call.arguments.keywords.is_empty();
        if name.id.as_str() != "super" || !plain || !self.in_function() {
            return None;
        }
        let in_class = self.unit().free_slot("__class__").is_some();
        if !in_class || !self.is_global_builtin(&name.id) {
            return None;
        }
        self.unit().first_parameter()
    }
}

/// Whether arguments contain `*` or `**`.
fn is_unpacked(arguments: &Arguments) -> bool {
    arguments.args.iter().any(Expr::is_starred_expr)
        || arguments.keywords.iter().any(|keyword| keyword.arg.is_none())
}

fn keyword_name(keyword: &Keyword) -> Option<Const> {
    keyword.arg.as_ref().map(|name| Const::Str(name.as_str().into()))
}
