//! Bounds on how deep a program may nest, checked on the tokens before any tree exists.
//!
//! **Everything after this file may recurse over a tree**: the parser, the checks, the compiler, and the tree's own
//! drop. A page's worker has 1 MB of stack, so a deep tree must be refused here, never met there. Brackets and
//! indentation have CPython's words, from the tokenizer; chains of operators, attributes, calls and
//! prefixes (a tree of one level a link) have a bound of our own, which CPython answers with RecursionError or
//! MemoryError further out.

use super::error::Diagnosis;
use super::tokens::{Kind, Token, Tokens};

/// The tokenizer's own bounds.
const TOO_DEEP: [&str; 4] = [
    "too many nested parentheses",
    "too many levels of indentation",
    "f-string: expressions nested too deeply",
    "too many nested f-strings",
];
/// Links of a chain, at all levels of open brackets together.
const CHAIN: u32 = 500;

/// The first place where a bound is passed.
pub(super) fn exceeded(source: &str, tokens: &Tokens) -> Option<Diagnosis> {
    if let Some((error, _)) = &tokens.error
        && TOO_DEEP.contains(&&*error.message)
    {
        return Some(error.clone());
    }
    // Links counted in the line itself and in each open bracket, and lambdas there whose colon is still to come.
    let mut chains: Vec<(u32, u32)> = vec![(0, 0)];
    let mut total = 0;
    let mut previous: Option<Token> = None;
    for &token in &tokens.list {
        let text = source.get(token.start as usize..token.end as usize).unwrap_or("");
        while chains.len() > token.level as usize + 1 {
            total -= chains.pop().unwrap_or_default().0;
        }
        let links = u32::from(match token.kind {
            Kind::Newline => {
                chains.truncate(1);
                chains.fill((0, 0));
                total = 0;
                false
            }
            Kind::Op => match text {
                "(" | "[" => previous.is_some_and(|token| ends_value(token, source)),
                "," | ";" | ":" | ")" | "]" | "}" | "{" | "=" | ":=" | "->" | "..." | "!" => false,
                _ => true,
            },
            Kind::Name => matches!(text, "not" | "lambda" | "if" | "else" | "await" | "yield"),
            _ => false,
        });
        if let Some((count, lambdas)) = chains.last_mut() {
            *count += links;
            total += links;
            match text {
                "lambda" => *lambdas += 1,
                ":" => *lambdas = lambdas.saturating_sub(1),
                // Siblings do not nest; the parameters of a lambda are no siblings.
                "," if *lambdas == 0 => {
                    total -= *count;
                    *count = 0;
                }
                _ => {}
            }
        }
        while chains.len() < token.level as usize + 1 {
            chains.push((0, 0));
        }
        if total > CHAIN {
            let message = "expression is nested too deeply";
            return Some(Diagnosis::syntax(message, token));
        }
        previous = Some(token);
    }
    None
}

/// Whether a bracket after this token calls or subscripts.
fn ends_value(token: Token, source: &str) -> bool {
    match token.kind {
        Kind::Name | Kind::String | Kind::FStringEnd => true,
        Kind::Op => matches!(source.as_bytes().get(token.start as usize), Some(b')' | b']' | b'}')),
        _ => false,
    }
}
