//! The format specification `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`, parsed and checked as CPython does.

use crate::errors;
use crate::native::Raised;
use crate::vm::Vm;
use crate::vm::arith::MAX_BYTES;

/// A parsed specification.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spec {
    pub fill: char,
    /// `<`, `>`, `^` or `=`.
    pub align: char,
    /// The alignment was written (a `0` before the width counts for numbers).
    pub align_given: bool,
    pub sign: Option<char>,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: usize,
    /// `,` or `_`.
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    pub kind: Option<char>,
}

impl Spec {
    /// `align` is the default for the type; `type_name` goes into messages. An error is the text of a ValueError.
    pub(crate) fn parse(text: &str, align: char, type_name: &str) -> Result<Spec, String> {
        let chars: Vec<char> = text.chars().collect();
        let at = |i: usize| chars.get(i).copied();
        let is_align = |c: Option<char>| matches!(c, Some('<' | '>' | '^' | '='));
        let mut spec = Spec {
            fill: ' ',
            align,
            align_given: false,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: 0,
            grouping: None,
            precision: None,
            kind: None,
        };
        let (mut i, mut fill_given) = (0, false);
        if let (Some(fill), Some(align)) = (at(0), at(1).filter(|&c| is_align(Some(c)))) {
            (spec.fill, spec.align, spec.align_given, fill_given, i) = (fill, align, true, true, 2);
        } else if let Some(align) = at(0).filter(|&c| is_align(Some(c))) {
            (spec.align, spec.align_given, i) = (align, true, 1);
        }
        if let Some(sign @ (' ' | '+' | '-')) = at(i) {
            spec.sign = Some(sign);
            i += 1;
        }
        if at(i) == Some('z') {
            spec.no_negative_zero = true;
            i += 1;
        }
        if at(i) == Some('#') {
            spec.alternate = true;
            i += 1;
        }
        if !fill_given && at(i) == Some('0') {
            spec.fill = '0';
            if !spec.align_given && align == '>' {
                (spec.align, spec.align_given) = ('=', true);
            }
            i += 1;
        }
        spec.width = number(&chars, &mut i)?.unwrap_or(0);
        for separator in [',', '_', ','] {
            if at(i) == Some(separator) {
                if spec.grouping.is_some() {
                    return Err(match spec.grouping {
                        Some(',') if separator == ',' => invalid(text, type_name),
                        _ => "Cannot specify both ',' and '_'.".to_owned(),
                    });
                }
                spec.grouping = Some(separator);
                i += 1;
            }
        }
        if at(i) == Some('.') {
            i += 1;
            spec.precision = number(&chars, &mut i)?;
            if spec.precision.is_none() {
                return Err("Format specifier missing precision".to_owned());
            }
        }
        match chars.len() - i {
            0 => spec.kind = (type_name == "str").then_some('s'),
            1 => spec.kind = at(i),
            _ => return Err(invalid(text, type_name)),
        }
        spec.check_grouping()?;
        Ok(spec)
    }

    fn check_grouping(&self) -> Result<(), String> {
        let Some(separator) = self.grouping else { return Ok(()) };
        match self.kind {
            None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(()),
            Some('b' | 'o' | 'x' | 'X') if separator == '_' => Ok(()),
            Some(kind) if kind > ' ' && (kind as u32) < 128 => {
                Err(format!("Cannot specify '{separator}' with '{kind}'."))
            }
            Some(kind) => Err(format!("Cannot specify '{separator}' with '\\x{:x}'.", kind as u32)),
        }
    }

    /// `Unknown format code …`.
    pub(crate) fn unknown_code(&self, type_name: &str) -> String {
        match self.kind {
            Some(kind) if kind > ' ' && (kind as u32) < 128 => {
                format!("Unknown format code '{kind}' for object of type '{type_name}'")
            }
            kind => {
                let code = kind.map_or(0, |k| k as u32);
                format!("Unknown format code '\\x{code:x}' for object of type '{type_name}'")
            }
        }
    }

    /// `head` (sign, prefix) and `body` in the width; MemoryError when that is absurd.
    pub(crate) fn pad(&self, vm: &mut Vm, head: &str, body: &str) -> Result<String, Raised> {
        let length = head.chars().count() + body.chars().count();
        let missing = self.width.saturating_sub(length);
        if missing > MAX_BYTES {
            return Err(errors::memory_error(vm));
        }
        let before = match self.align {
            '<' => 0,
            '^' => missing / 2,
            _ => missing,
        };
        let fill = |n: usize| std::iter::repeat_n(self.fill, n);
        let mut out = String::with_capacity(head.len() + body.len() + missing);
        if self.align == '=' {
            out.push_str(head);
            out.extend(fill(missing));
        } else {
            out.extend(fill(before));
            out.push_str(head);
        }
        out.push_str(body);
        if self.align != '=' {
            out.extend(fill(missing - before));
        }
        Ok(out)
    }
}

fn number(chars: &[char], i: &mut usize) -> Result<Option<usize>, String> {
    let mut value: Option<usize> = None;
    while let Some(digit) = chars.get(*i).and_then(|&c| crate::builtins::unicode::decimal_value(c)) {
        let next = value.unwrap_or(0).checked_mul(10).and_then(|n| n.checked_add(digit as usize));
        match next.filter(|&n| n <= i64::MAX as usize) {
            Some(n) => value = Some(n),
            None => return Err("Too many decimal digits in format string".to_owned()),
        }
        *i += 1;
    }
    Ok(value)
}

fn invalid(text: &str, type_name: &str) -> String {
    format!("Invalid format specifier '{text}' for object of type '{type_name}'")
}
