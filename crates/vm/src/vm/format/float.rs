//! The magnitude of a float in the styles `e`, `f`, `g` and `r` (repr), as `PyOS_double_to_string` writes it.

use crate::builtins::float::{positional, rounded_digits, scientific, shortest_digits};

/// How a float is to be written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// `e`, `f`, `g` or `r`.
    pub kind: char,
    pub precision: usize,
    /// `#`: keep the point and trailing zeros.
    pub alternate: bool,
    /// Whole numbers end in `.0` (no type letter given).
    pub point: bool,
}

/// No float has more digits than this before only zeros follow.
const MAX_DIGITS: usize = 1100;

/// The text of `|f|`: `inf` and `nan` included, lower case.
pub(crate) fn magnitude(f: f64, style: Style) -> String {
    if !f.is_finite() {
        return if f.is_nan() { "nan" } else { "inf" }.to_owned();
    }
    let text = match style.kind {
        'e' => {
            let (mut digits, exponent) = rounded_digits(f, (style.precision + 1).min(MAX_DIGITS));
            digits.extend(std::iter::repeat_n('0', (style.precision + 1).saturating_sub(MAX_DIGITS)));
            let text = scientific(&digits, exponent);
            if style.alternate && style.precision == 0 { text.replacen('e', ".e", 1) } else { text }
        }
        'f' => {
            let shown = style.precision.min(MAX_DIGITS);
            let mut text = format!("{:.shown$}", f.abs());
            text.extend(std::iter::repeat_n('0', style.precision - shown));
            if style.alternate && style.precision == 0 {
                text.push('.');
            }
            text
        }
        'g' => return general(f, style),
        _ => {
            let (digits, exponent) = shortest_digits(f);
            match (-4..16).contains(&exponent) {
                true => positional(&digits, exponent, style.point),
                false => scientific(&digits, exponent),
            }
        }
    };
    match style.kind == 'r' && style.alternate && !text.contains('.') {
        true if text.contains('e') => text.replacen('e', ".e", 1),
        true => text + ".",
        false => text,
    }
}

/// `g`: precision counts significant digits; trailing zeros go unless `#` keeps them.
fn general(f: f64, style: Style) -> String {
    let precision = style.precision.max(1);
    let (mut digits, exponent) = rounded_digits(f, precision.min(MAX_DIGITS));
    if style.alternate {
        digits.extend(std::iter::repeat_n('0', precision.saturating_sub(MAX_DIGITS)));
    } else {
        digits.truncate(digits.trim_end_matches('0').len().max(1));
    }
    let limit = precision as i64 - i64::from(style.point);
    if exponent < -4 || i64::from(exponent) >= limit {
        let text = scientific(&digits, exponent);
        return if style.alternate && !text.contains('.') { text.replacen('e', ".e", 1) } else { text };
    }
    let text = positional(&digits, exponent, style.point);
    if style.alternate && !text.contains('.') { text + "." } else { text }
}
