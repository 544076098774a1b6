//! The patterns of `match`: names bound twice or not by every alternative, and cases that can never be reached.

use crate::sorted::sorted;
use ruff_python_ast::{Expr, MatchCase, Number, Pattern};
use ruff_text_size::{Ranged, TextRange};

use super::super::error::Diagnosis;

pub(super) fn check(cases: &[MatchCase]) -> Option<Diagnosis> {
    let last = cases.len().saturating_sub(1);
    cases.iter().enumerate().find_map(|(index, case)| {
        let mut names = Vec::new();
        let shadows = index < last && case.guard.is_none();
        pattern(&case.pattern, &mut names, !shadows).err()
    })
}

type Checked = Result<(), Diagnosis>;

/// Collects the names a pattern binds. A pattern that matches everything needs to be `allowed`.
fn pattern<'a>(tree: &'a Pattern, names: &mut Vec<&'a str>, allowed: bool) -> Checked {
    let place = tree.range();
    match tree {
        Pattern::MatchValue(_) | Pattern::MatchSingleton(_) => Ok(()),
        Pattern::MatchSequence(sequence) => {
            let stars =
                sequence.patterns.iter().filter(|inner| matches!(inner, Pattern::MatchStar(_))).count();
            if stars > 1 {
                return Err(Diagnosis::syntax("multiple starred names in sequence pattern", place));
            }
            sequence.patterns.iter().try_for_each(|inner| pattern(inner, names, true))
        }
        Pattern::MatchMapping(mapping) => {
            let mut keys: Vec<String> = Vec::new();
            for shown in mapping.keys.iter().filter_map(literal) {
                if keys.contains(&shown) {
                    let message = format!("mapping pattern checks duplicate key ({shown})");
                    return Err(Diagnosis::syntax(message, place));
                }
                keys.push(shown);
            }
            mapping.patterns.iter().try_for_each(|inner| pattern(inner, names, true))?;
            mapping.rest.iter().try_for_each(|rest| store(rest.as_str(), names, place))
        }
        Pattern::MatchClass(class) => {
            let mut seen: Vec<&str> = Vec::new();
            for keyword in &class.arguments.keywords {
                if seen.contains(&keyword.attr.as_str()) {
                    let message = format!("attribute name repeated in class pattern: {}", keyword.attr);
                    return Err(Diagnosis::syntax(message, keyword.pattern.range()));
                }
                seen.push(keyword.attr.as_str());
            }
            class.arguments.patterns.iter().try_for_each(|inner| pattern(inner, names, true))?;
            class.arguments.keywords.iter().try_for_each(|keyword| pattern(&keyword.pattern, names, true))
        }
        Pattern::MatchStar(star) => star.name.iter().try_for_each(|name| store(name.as_str(), names, place)),
        Pattern::MatchAs(binding) => match (&binding.pattern, &binding.name) {
            (Some(inner), name) => {
                pattern(inner, names, allowed)?;
                name.iter().try_for_each(|name| store(name.as_str(), names, place))
            }
            (None, Some(name)) if !allowed => {
                let message = format!("name capture '{name}' makes remaining patterns unreachable");
                Err(Diagnosis::syntax(message, place))
            }
            (None, None) if !allowed => {
                Err(Diagnosis::syntax("wildcard makes remaining patterns unreachable", place))
            }
            (None, name) => name.iter().try_for_each(|name| store(name.as_str(), names, place)),
        },
        Pattern::MatchOr(choice) => alternatives(&choice.patterns, names, allowed, place),
    }
}

fn alternatives<'a>(
    choices: &'a [Pattern],
    names: &mut Vec<&'a str>,
    allowed: bool,
    whole: TextRange,
) -> Checked {
    let before = names.len();
    let mut first: Option<Vec<&str>> = None;
    let last = choices.len().saturating_sub(1);
    for (index, choice) in choices.iter().enumerate() {
        names.truncate(before);
        pattern(choice, names, allowed && index == last)?;
        let bound = sorted(names.get(before..).unwrap_or(&[]).iter().copied());
        match &first {
            None => first = Some(bound),
            Some(expected) if *expected != bound => {
                return Err(Diagnosis::syntax("alternative patterns bind different names", whole));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

fn store<'a>(name: &'a str, names: &mut Vec<&'a str>, place: TextRange) -> Checked {
    if names.contains(&name) {
        return Err(Diagnosis::syntax(format!("multiple assignments to name '{name}' in pattern"), place));
    }
    names.push(name);
    Ok(())
}

/// A literal key as CPython shows it; none for a name.
fn literal(key: &Expr) -> Option<String> {
    match key {
        Expr::StringLiteral(text) => Some(format!("'{}'", text.value.to_str())),
        Expr::NumberLiteral(number) => match &number.value {
            Number::Int(value) => Some(value.to_string()),
            Number::Float(value) => Some(format!("{value:?}")),
            Number::Complex { .. } => None,
        },
        Expr::UnaryOp(negative) => literal(&negative.operand).map(|shown| format!("-{shown}")),
        Expr::NoneLiteral(_) => Some("None".into()),
        Expr::BooleanLiteral(value) => Some(if value.value { "True" } else { "False" }.into()),
        _ => None,
    }
}
