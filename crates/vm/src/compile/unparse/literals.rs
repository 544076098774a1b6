//! Literals as text: their `repr`, and f-strings written out again.

use ruff_python_ast::{ConversionFlag, Expr, FStringPart, InterpolatedStringElement, Number};

use super::{Level, write};

/// Writes a literal or an f-string.
pub(super) fn write_literal(expr: &Expr, out: &mut String) {
    match expr {
        Expr::NoneLiteral(_) => out.push_str("None"),
        Expr::BooleanLiteral(literal) => out.push_str(if literal.value { "True" } else { "False" }),
        Expr::EllipsisLiteral(_) => out.push_str("..."),
        Expr::NumberLiteral(literal) => write_number(&literal.value, out),
        Expr::StringLiteral(literal) => write_string(literal.value.to_str(), out),
        Expr::BytesLiteral(literal) => {
            let bytes: Vec<u8> = literal.value.bytes().collect();
            write_bytes(&bytes, out);
        }
        Expr::FString(string) => {
            let mut text = String::new();
            for part in &string.value {
                match part {
                    FStringPart::Literal(literal) => text.push_str(&escape_braces(&literal.value)),
                    FStringPart::FString(string) => {
                        string.elements.iter().for_each(|element| write_element(element, &mut text));
                    }
                }
            }
            out.push('f');
            write_string(&text, out);
        }
        _ => {}
    }
}

fn escape_braces(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

fn write_element(element: &InterpolatedStringElement, out: &mut String) {
    match element {
        InterpolatedStringElement::Literal(literal) => out.push_str(&escape_braces(&literal.value)),
        InterpolatedStringElement::Interpolation(value) => {
            let mut inner = String::new();
            if let Some(debug) = &value.debug_text {
                out.push_str(&escape_braces(
                    &[debug.leading(), debug.expression(), debug.trailing()].concat(),
                ));
            }
            write(&value.expression, Level::Test.tighter(), &mut inner);
            // `{{` would be a brace.
            out.push_str(if inner.starts_with('{') { "{ " } else { "{" });
            out.push_str(&inner);
            match value.conversion {
                ConversionFlag::None if value.debug_text.is_some() && value.format_spec.is_none() => {
                    out.push_str("!r");
                }
                ConversionFlag::None => {}
                ConversionFlag::Str => out.push_str("!s"),
                ConversionFlag::Ascii => out.push_str("!a"),
                ConversionFlag::Repr => out.push_str("!r"),
            }
            if let Some(spec) = &value.format_spec {
                out.push(':');
                spec.elements.iter().for_each(|element| write_element(element, out));
            }
            out.push('}');
        }
    }
}

fn write_number(number: &Number, out: &mut String) {
    match number {
        Number::Int(value) => out.push_str(&value.to_string()),
        Number::Float(value) => write_float(*value, out),
        Number::Complex { imag, .. } => {
            write_float(*imag, out);
            if out.ends_with(".0") {
                out.truncate(out.len() - 2);
            }
            out.push('j');
        }
    }
}

/// As `repr` but for infinity, which has no literal of its own.
fn write_float(value: f64, out: &mut String) {
    let exponent = if value == 0.0 { 0 } else { value.abs().log10().floor() as i32 };
    if value.is_infinite() {
        out.push_str("1e309");
    } else if (-4..16).contains(&exponent) {
        out.push_str(&format!("{value:?}"));
    } else {
        let text = format!("{value:e}");
        let (digits, power) = text.split_once('e').unwrap_or((&text, "0"));
        let (sign, power) = power.strip_prefix('-').map_or(('+', power), |power| ('-', power));
        out.push_str(&format!("{digits}e{sign}{power:0>2}"));
    }
}

/// `repr` of a string.
fn write_string(text: &str, out: &mut String) {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    out.push(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            c if c == quote => out.extend(['\\', c]),
            c if c.is_control() && (c as u32) < 0x100 => out.push_str(&format!("\\x{:02x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push(quote);
}

fn write_bytes(bytes: &[u8], out: &mut String) {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    out.push('b');
    out.push(quote);
    for &byte in bytes {
        match byte {
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b'\\' => out.push_str("\\\\"),
            byte if byte as char == quote => out.extend(['\\', quote]),
            0x20..=0x7e => out.push(byte as char),
            byte => out.push_str(&format!("\\x{byte:02x}")),
        }
    }
    out.push(quote);
}
