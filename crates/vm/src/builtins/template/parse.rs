//! The template of `str.format`, read as CPython's `MarkupIterator` does. Errors are texts of a ValueError.

use super::Step;

/// The whole template as a program.
pub(super) fn parse(text: &str) -> Result<Vec<Step>, String> {
    let chars: Vec<char> = text.chars().collect();
    let mut parser = Parser { program: Vec::new(), numbering: Numbering::Unknown };
    parser.text(&chars, 2)?;
    Ok(parser.program)
}

struct Parser {
    program: Vec<Step>,
    numbering: Numbering,
}

/// `{}` and `{0}` do not mix.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

impl Parser {
    fn text(&mut self, chars: &[char], depth: usize) -> Result<(), String> {
        let (mut literal, mut i) = (String::new(), 0);
        while let Some(&c) = chars.get(i) {
            i += 1;
            match (c, chars.get(i)) {
                ('{', Some('{')) | ('}', Some('}')) => {
                    literal.push(c);
                    i += 1;
                }
                ('{', None) => return Err("Single '{' encountered in format string".to_owned()),
                ('}', _) => return Err("Single '}' encountered in format string".to_owned()),
                ('{', _) => {
                    if !literal.is_empty() {
                        self.program.push(Step::Text(std::mem::take(&mut literal)));
                    }
                    if depth == 0 {
                        return Err("Max string recursion exceeded".to_owned());
                    }
                    i = self.field(chars, i, depth)?;
                }
                _ => literal.push(c),
            }
        }
        if !literal.is_empty() {
            self.program.push(Step::Text(literal));
        }
        Ok(())
    }

    /// A field whose `{` is before `start`; gives the place after its `}`.
    fn field(&mut self, chars: &[char], start: usize, depth: usize) -> Result<usize, String> {
        let (mut i, mut bracket) = (start, false);
        let end = loop {
            match chars.get(i) {
                None => return Err("expected '}' before end of string".to_owned()),
                Some('{') => return Err("unexpected '{' in field name".to_owned()),
                Some('[') => bracket = true,
                Some(']') => bracket = false,
                Some(&c @ (':' | '!' | '}')) if !bracket => break c,
                _ => {}
            }
            i += 1;
        };
        self.name(&chars[start..i])?;
        i += 1;
        let mut last = end;
        if end == '!' {
            let Some(&conversion) = chars.get(i) else {
                return Err("end of string while looking for conversion specifier".to_owned());
            };
            let Some(&after) = chars.get(i + 1) else {
                return Err("unmatched '{' in format spec".to_owned());
            };
            if !matches!(after, ':' | '}') {
                return Err("expected ':' after conversion specifier".to_owned());
            }
            if !matches!(conversion, 'r' | 's' | 'a') {
                return Err(match conversion {
                    ' '..='~' => format!("Unknown conversion specifier {conversion}"),
                    _ => format!("Unknown conversion specifier \\x{:x}", conversion as u32),
                });
            }
            self.program.push(Step::Convert(conversion));
            (last, i) = (after, i + 2);
        }
        self.program.push(Step::Spec);
        if last == ':' {
            let (spec, mut open) = (i, 1);
            loop {
                match chars.get(i) {
                    None => return Err("unmatched '{' in format spec".to_owned()),
                    Some('{') => open += 1,
                    Some('}') => open -= 1,
                    _ => {}
                }
                i += 1;
                if open == 0 {
                    break;
                }
            }
            self.text(&chars[spec..i - 1], depth - 1)?;
        }
        self.program.push(Step::Format);
        Ok(i)
    }

    /// `0.name[key]` and its like.
    fn name(&mut self, chars: &[char]) -> Result<(), String> {
        let first = chars.iter().position(|c| matches!(c, '.' | '[')).unwrap_or(chars.len());
        let (base, mut rest) = chars.split_at(first);
        let step = self.base(base)?;
        self.program.push(step);
        while let Some((&mark, tail)) = rest.split_first() {
            let length = match mark {
                '.' => tail.iter().position(|c| matches!(c, '.' | '[')).unwrap_or(tail.len()),
                '[' => match tail.iter().position(|&c| c == ']') {
                    Some(length) => length,
                    None => return Err("Missing ']' in format string".to_owned()),
                },
                _ => return Err("Only '.' or '[' may follow ']' in format field specifier".to_owned()),
            };
            if length == 0 {
                return Err("Empty attribute in format string".to_owned());
            }
            let name: String = tail[..length].iter().collect();
            self.program.push(match (mark, number(&name)?) {
                ('.', _) => Step::Attribute(name),
                (_, Some(index)) => Step::ItemIndex(index as i64),
                (_, None) => Step::Key(name),
            });
            rest = &tail[length + usize::from(mark == '[')..];
        }
        Ok(())
    }

    fn base(&mut self, chars: &[char]) -> Result<Step, String> {
        let name: String = chars.iter().collect();
        let (index, next) = match (number(&name)?, self.numbering) {
            (None, _) if !name.is_empty() => return Ok(Step::Name(name)),
            (None, Numbering::Manual) => {
                return Err(
                    "cannot switch from manual field specification to automatic field numbering".into()
                );
            }
            (Some(_), Numbering::Automatic(_)) => {
                return Err(
                    "cannot switch from automatic field numbering to manual field specification".into()
                );
            }
            (None, Numbering::Automatic(next)) => (next, Numbering::Automatic(next + 1)),
            (None, Numbering::Unknown) => (0, Numbering::Automatic(1)),
            (Some(index), _) => (index, Numbering::Manual),
        };
        self.numbering = next;
        Ok(Step::Index(index))
    }
}

/// Decimal digits only.
fn number(text: &str) -> Result<Option<usize>, String> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(None);
    }
    match text.parse::<i64>() {
        Ok(n) => Ok(Some(n as usize)),
        Err(_) => Err("Too many decimal digits in format string".to_owned()),
    }
}
