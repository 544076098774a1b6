//! An expression as text, for annotations under `from __future__ import annotations` (CPython's `ast_unparse.c`).
//!
//! The text is made from the tree, so spaces and quotes are normalised and parentheses are only where precedence asks.
//! Bounded like all recursion over the tree.

mod literals;
mod precedence;

use ruff_python_ast::{self as ast, CmpOp, Comprehension, Expr, Parameters};

use precedence::Level;

/// The text of an expression.
pub(super) fn unparse(expr: &Expr) -> String {
    let mut out = String::new();
    write(expr, Level::Test, &mut out);
    out
}

/// Writes an expression that stands where `level` is the loosest operator allowed without parentheses.
fn write(expr: &Expr, level: Level, out: &mut String) {
    let own = precedence::of(expr);
    let parenthesize = own < level;
    if parenthesize {
        out.push('(');
    }
    write_inner(expr, own, out);
    if parenthesize {
        out.push(')');
    }
}

fn write_inner(expr: &Expr, own: Level, out: &mut String) {
    match expr {
        Expr::Name(name) => out.push_str(&name.id),
        Expr::Attribute(attribute) => write_attribute(attribute, out),
        Expr::Subscript(subscript) => write_subscript(subscript, out),
        Expr::Call(call) => write_call(call, out),
        Expr::BinOp(operation) => {
            let power = operation.op == ast::Operator::Pow;
            write(&operation.left, if power { own.tighter() } else { own }, out);
            out.push_str(&format!(" {} ", operation.op.as_str()));
            write(&operation.right, if power { own } else { own.tighter() }, out);
        }
        Expr::UnaryOp(operation) => {
            out.push_str(if operation.op == ast::UnaryOp::Not { "not " } else { operation.op.as_str() });
            write(&operation.operand, own, out);
        }
        Expr::BoolOp(operation) => {
            let word = format!(" {} ", operation.op.as_str());
            separated(&operation.values, &word, own.tighter(), out);
        }
        Expr::Compare(compare) => {
            write(&compare.left, own.tighter(), out);
            for (op, right) in compare.ops.iter().zip(&*compare.comparators) {
                out.push_str(comparison(*op));
                write(right, own.tighter(), out);
            }
        }
        Expr::If(choice) => {
            write(&choice.body, own.tighter(), out);
            out.push_str(" if ");
            write(&choice.test, own.tighter(), out);
            out.push_str(" else ");
            write(&choice.orelse, Level::Test, out);
        }
        Expr::Lambda(lambda) => write_lambda(lambda, out),
        Expr::Named(named) => {
            write(&named.target, Level::Atom, out);
            out.push_str(" := ");
            write(&named.value, Level::Atom, out);
        }
        Expr::Starred(starred) => {
            out.push('*');
            write(&starred.value, Level::Expr, out);
        }
        Expr::Await(value) => {
            out.push_str("await ");
            write(&value.value, Level::Atom, out);
        }
        Expr::Yield(value) => {
            out.push_str("(yield");
            if let Some(value) = &value.value {
                out.push(' ');
                write(value, Level::Test, out);
            }
            out.push(')');
        }
        Expr::YieldFrom(value) => {
            out.push_str("(yield from ");
            write(&value.value, Level::Test, out);
            out.push(')');
        }
        Expr::Slice(slice) => write_slice(slice, out),
        Expr::Tuple(tuple) => write_tuple(&tuple.elts, out),
        Expr::List(list) => bracketed("[", &list.elts, "]", out),
        Expr::Set(set) => bracketed("{", &set.elts, "}", out),
        Expr::Dict(dict) => write_dict(dict, out),
        Expr::ListComp(comp) => write_comprehension("[", &[&comp.elt], &comp.generators, "]", out),
        Expr::SetComp(comp) => write_comprehension("{", &[&comp.elt], &comp.generators, "}", out),
        Expr::Generator(comp) => write_comprehension("(", &[&comp.elt], &comp.generators, ")", out),
        Expr::DictComp(comp) => {
            let parts: Vec<&Expr> = comp.key.as_deref().into_iter().chain([&*comp.value]).collect();
            write_comprehension("{", &parts, &comp.generators, "}", out);
        }
        literal => literals::write_literal(literal, out),
    }
}

fn comparison(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => " == ",
        CmpOp::NotEq => " != ",
        CmpOp::Lt => " < ",
        CmpOp::LtE => " <= ",
        CmpOp::Gt => " > ",
        CmpOp::GtE => " >= ",
        CmpOp::Is => " is ",
        CmpOp::IsNot => " is not ",
        CmpOp::In => " in ",
        CmpOp::NotIn => " not in ",
    }
}

fn separated(items: &[Expr], separator: &str, level: Level, out: &mut String) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        write(item, level, out);
    }
}

fn bracketed(open: &str, items: &[Expr], close: &str, out: &mut String) {
    out.push_str(open);
    separated(items, ", ", Level::Test, out);
    out.push_str(close);
}

fn write_tuple(items: &[Expr], out: &mut String) {
    if items.is_empty() {
        out.push_str("()");
        return;
    }
    separated(items, ", ", Level::Test, out);
    if items.len() == 1 {
        out.push(',');
    }
}

fn write_attribute(attribute: &ast::ExprAttribute, out: &mut String) {
    write(&attribute.value, Level::Atom, out);
    // `1.real` would be read as a float.
    if matches!(&*attribute.value, Expr::NumberLiteral(literal) if literal.value.is_int()) {
        out.push(' ');
    }
    out.push('.');
    out.push_str(&attribute.attr);
}

fn write_subscript(subscript: &ast::ExprSubscript, out: &mut String) {
    write(&subscript.value, Level::Atom, out);
    out.push('[');
    write(&subscript.slice, Level::Tuple, out);
    out.push(']');
}

fn write_slice(slice: &ast::ExprSlice, out: &mut String) {
    if let Some(lower) = &slice.lower {
        write(lower, Level::Test, out);
    }
    out.push(':');
    if let Some(upper) = &slice.upper {
        write(upper, Level::Test, out);
    }
    if let Some(step) = &slice.step {
        out.push(':');
        write(step, Level::Test, out);
    }
}

fn write_call(call: &ast::ExprCall, out: &mut String) {
    write(&call.func, Level::Atom, out);
    if let ([Expr::Generator(only)], true) = (&*call.arguments.args, call.arguments.keywords.is_empty()) {
        return write_comprehension("(", &[&only.elt], &only.generators, ")", out);
    }
    bracketed("(", &call.arguments.args, "", out);
    for (index, keyword) in call.arguments.keywords.iter().enumerate() {
        if index > 0 || !call.arguments.args.is_empty() {
            out.push_str(", ");
        }
        match &keyword.arg {
            Some(name) => {
                out.push_str(name);
                out.push('=');
            }
            None => out.push_str("**"),
        }
        write(&keyword.value, Level::Test, out);
    }
    out.push(')');
}

fn write_dict(dict: &ast::ExprDict, out: &mut String) {
    out.push('{');
    for (index, item) in dict.items.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        match &item.key {
            Some(key) => {
                write(key, Level::Test, out);
                out.push_str(": ");
                write(&item.value, Level::Test, out);
            }
            None => {
                out.push_str("**");
                write(&item.value, Level::Expr, out);
            }
        }
    }
    out.push('}');
}

fn write_comprehension(
    open: &str,
    element: &[&Expr],
    generators: &[Comprehension],
    close: &str,
    out: &mut String,
) {
    out.push_str(open);
    for (index, part) in element.iter().enumerate() {
        if index > 0 {
            out.push_str(": ");
        }
        write(part, Level::Test, out);
    }
    for generator in generators {
        out.push_str(if generator.is_async { " async for " } else { " for " });
        write(&generator.target, Level::Tuple, out);
        out.push_str(" in ");
        write(&generator.iter, Level::Test.tighter(), out);
        for test in &generator.ifs {
            out.push_str(" if ");
            write(test, Level::Test.tighter(), out);
        }
    }
    out.push_str(close);
}

fn write_lambda(lambda: &ast::ExprLambda, out: &mut String) {
    out.push_str("lambda");
    if let Some(parameters) = &lambda.parameters {
        out.push(' ');
        write_parameters(parameters, out);
    }
    out.push_str(": ");
    write(&lambda.body, Level::Test, out);
}

fn write_parameters(parameters: &Parameters, out: &mut String) {
    let mut parts = Vec::new();
    let text = |parameter: &ast::ParameterWithDefault| {
        let mut text = parameter.parameter.name.to_string();
        if let Some(default) = &parameter.default {
            text.push('=');
            write(default, Level::Test, &mut text);
        }
        text
    };
    parts.extend(parameters.posonlyargs.iter().map(text));
    if !parameters.posonlyargs.is_empty() {
        parts.push("/".into());
    }
    parts.extend(parameters.args.iter().map(text));
    match &parameters.vararg {
        Some(vararg) => parts.push(format!("*{}", vararg.name)),
        None if !parameters.kwonlyargs.is_empty() => parts.push("*".into()),
        None => {}
    }
    parts.extend(parameters.kwonlyargs.iter().map(text));
    parts.extend(parameters.kwarg.iter().map(|kwarg| format!("**{}", kwarg.name)));
    out.push_str(&parts.join(", "));
}
