//! `import` in all forms, and what `from __future__` asks for.

use ruff_python_ast::name::Name;
use ruff_python_ast::{self as ast, Alias, Mod, Stmt};

use super::{Compiler, Done};
use crate::code::{Const, Op};

/// Whether a program has `from __future__ import feature`.
pub(super) fn has_future(syntax: &Mod, feature: &str) -> bool {
    let Mod::Module(module) = syntax else { return false };
    module.body.iter().any(|stmt| match stmt {
        Stmt::ImportFrom(import) => {
            import.level == 0
                && import.module.as_ref().is_some_and(|module| module.as_str() == "__future__")
                && import.names.iter().any(|alias| alias.name.as_str() == feature)
        }
        _ => false,
    })
}

impl<'a> Compiler<'a> {
    #[inline(never)]
    pub(super) fn import(&mut self, statement: &'a ast::StmtImport) -> Done {
        statement.names.iter().for_each(|alias| self.import_one(statement, alias));
        Ok(())
    }

    fn import_one(&mut self, statement: &ast::StmtImport, alias: &Alias) {
        let at = statement.range;
        let dotted = &alias.name.id;
        self.load_const(Const::Int(0), at);
        self.emit(Op::LoadNone, 0, at);
        self.emit_name(Op::ImportName, dotted, at);
        let mut parts = dotted.split('.');
        let first = parts.next().unwrap_or_default();
        let Some(name) = &alias.asname else { return self.store_name(&Name::new(first), at) };
        // `import a.b.c as d` binds the innermost module, found from the outermost.
        let mut rest = parts.peekable();
        if rest.peek().is_some() {
            while let Some(part) = rest.next() {
                self.emit_name(Op::ImportFrom, &Name::new(part), at);
                if rest.peek().is_some() {
                    self.emit(Op::Swap, 2, at);
                    self.emit(Op::Pop, 0, at);
                }
            }
            self.store_name(&name.id, at);
            self.emit(Op::Pop, 0, at);
        } else {
            self.store_name(&name.id, at);
        }
    }

    #[inline(never)]
    pub(super) fn import_from(&mut self, statement: &'a ast::StmtImportFrom) -> Done {
        let at = statement.range;
        self.load_const(Const::Int(statement.level.into()), at);
        let names = statement.names.iter().map(|alias| Const::Str(alias.name.as_str().into()));
        self.load_const(Const::Tuple(names.collect()), at);
        let module = statement.module.as_ref().map_or(Name::empty(), |module| module.id.clone());
        self.emit_name(Op::ImportName, &module, at);
        for alias in &statement.names {
            if alias.name.as_str() == "*" {
                self.emit(Op::ImportStar, 0, at);
                return Ok(());
            }
            self.emit_name(Op::ImportFrom, &alias.name.id, at);
            self.store_name(&alias.asname.as_ref().unwrap_or(&alias.name).id, at);
        }
        self.emit(Op::Pop, 0, at);
        Ok(())
    }
}
