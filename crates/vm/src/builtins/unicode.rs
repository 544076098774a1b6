//! Properties of characters as CPython 3.13 has them (Unicode 15.1), for `repr` and the `str.is…` methods.
//!
//! The standard library's notions differ (its `is_alphabetic` takes marks in), and its tables of cases are six times as
//! long; these are made by `unicode/tables.py`, packed as runs and unpacked when first asked. ASCII never gets here. What may be
//! in a name is in the crate `unicode-ident`, what changes the case of texts is in `unicode/case.rs`.

pub(crate) mod case;

use unicode_ident::{Property, numbers};

macro_rules! properties {
    ($($name:ident $file:literal,)*) => {
        $(pub(crate) static $name: Property =
            Property::new(include_bytes!(concat!("unicode/", $file, ".bin")));)*
    };
}

properties! {
    PRINTABLE "printable",
    ALPHA "alpha",
    DECIMAL "decimal",
    DIGIT "digit",
    NUMERIC "numeric",
    TITLE "title",
    LOWER "lower",
    UPPER "upper",
    SPACE "space",
    WIDE "wide",
    BETWEEN "between",
}

/// The characters from `low` to `high` that have a property.
pub(crate) fn within(property: &Property, low: u32, high: u32) -> impl Iterator<Item = u32> + use<> {
    let borders = property.borders();
    let first = borders.partition_point(|&border| border <= low) / 2 * 2;
    let runs = borders.get(first..).unwrap_or(&[]).chunks(2).take_while(move |run| run[0] <= high);
    let cut = move |run: &[u32]| run[0].max(low)..run.get(1).map_or(high + 1, |&end| end.min(high + 1));
    runs.map(cut).collect::<Vec<_>>().into_iter().flatten()
}

/// The digit that a decimal character stands for: `٣` is 3. Decimal characters come in runs of ten, except the
/// mathematical ones, whose runs follow each other.
pub(crate) fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    if !DECIMAL.has(c) {
        return None;
    }
    let borders = DECIMAL.borders();
    let start = borders[borders.partition_point(|&border| border <= c as u32) - 1];
    Some((c as u32 - start) % 10)
}
