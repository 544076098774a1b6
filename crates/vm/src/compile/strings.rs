//! F-strings.

use ruff_python_ast::{self as ast, ConversionFlag, FStringPart, InterpolatedStringElement};
use ruff_text_size::{Ranged, TextRange};

use super::{Compiler, Done};
use crate::code::{Const, Op};

/// A run of parts of one string, being pushed: literal text waits until something else comes.
#[derive(Default)]
struct Parts {
    text: String,
    pushed: u32,
}

impl<'a> Compiler<'a> {
    #[inline(never)]
    pub(super) fn f_string(&mut self, string: &'a ast::ExprFString) -> Done {
        let mut parts = Parts::default();
        for part in &string.value {
            match part {
                FStringPart::Literal(literal) => parts.text.push_str(&literal.value),
                FStringPart::FString(string) => {
                    for element in &string.elements {
                        self.string_element(element, &mut parts, string.range)?;
                    }
                }
            }
        }
        self.join(parts, string.range);
        Ok(())
    }

    fn string_element(
        &mut self,
        element: &'a InterpolatedStringElement,
        parts: &mut Parts,
        at: TextRange,
    ) -> Done {
        match element {
            InterpolatedStringElement::Literal(literal) => {
                parts.text.push_str(&literal.value);
                Ok(())
            }
            InterpolatedStringElement::Interpolation(value) => self.interpolation(value, parts, at),
        }
    }

    fn interpolation(
        &mut self,
        value: &'a ast::InterpolatedElement,
        parts: &mut Parts,
        at: TextRange,
    ) -> Done {
        if let Some(debug) = &value.debug_text {
            parts.text.push_str(&[debug.leading(), debug.expression(), debug.trailing()].concat());
        }
        self.push_text(parts, at);
        self.expr(&value.expression)?;
        let conversion = match (value.conversion, &value.debug_text, &value.format_spec) {
            (ConversionFlag::None, Some(_), None) => ConversionFlag::Repr,
            (given, ..) => given,
        };
        let convert = match conversion {
            ConversionFlag::None => 0,
            ConversionFlag::Str => 1,
            ConversionFlag::Repr => 2,
            ConversionFlag::Ascii => 3,
        };
        if convert != 0 {
            self.emit(Op::Convert, convert, value.range);
        }
        match &value.format_spec {
            Some(spec) => {
                let mut inner = Parts::default();
                for element in &spec.elements {
                    self.string_element(element, &mut inner, spec.range)?;
                }
                self.join(inner, spec.range());
                self.emit(Op::FormatWithSpec, 0, value.range);
            }
            None => self.emit(Op::FormatSimple, 0, value.range),
        }
        parts.pushed += 1;
        Ok(())
    }

    fn push_text(&mut self, parts: &mut Parts, at: TextRange) {
        if !parts.text.is_empty() {
            let text = std::mem::take(&mut parts.text);
            self.load_const(Const::Str(text.into()), at);
            parts.pushed += 1;
        }
    }

    fn join(&mut self, mut parts: Parts, at: TextRange) {
        self.push_text(&mut parts, at);
        match parts.pushed {
            0 => self.load_const(Const::Str("".into()), at),
            1 => {}
            count => self.emit(Op::BuildString, count, at),
        }
    }
}
