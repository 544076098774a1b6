//! Functions that hardly cost anything in the first part, though no first program executes them.
//!
//! A part is compressed by itself: what is like something in the first part, but far from all in the rest, is cheaper in the
//! first. What a compressor makes of a function is estimated: a run of bytes that is found elsewhere costs as much as a few others.

use std::collections::{HashMap, HashSet};

use crate::{Result, cut::Numbers, order::Functions};

/// So many bytes that are found elsewhere are a run.
const RUN: usize = 8;
/// What a run costs, and a byte outside of runs.
const COSTS: (usize, usize) = (4, 1);
/// A function is moved when it costs at most this part of what it does in the rest: the first download grows by all of it.
const CHEAP: (usize, usize) = (1, 2);

/// Those of the rest that are to be in the first part.
pub fn cheaper_first(whole: &[u8], first: &Numbers, rest: &Numbers) -> Result<Numbers> {
    let functions = Functions::read(whole).map_err(|error| format!("cannot read the wasm: {error}"))?;
    let body = |&number: &usize| {
        let at = number.checked_sub(functions.imported as usize);
        at.and_then(|at| functions.bodies.get(at)).map_or(&[][..], |body| body.as_bytes())
    };
    let in_first: HashSet<&[u8]> = first.iter().flat_map(|number| body(number).windows(RUN)).collect();
    // In how many functions of the rest.
    let mut in_rest: HashMap<&[u8], usize> = HashMap::new();
    for number in rest {
        for run in body(number).windows(RUN).collect::<HashSet<_>>() {
            *in_rest.entry(run).or_default() += 1;
        }
    }
    let is_cheap = |number: &usize| {
        let there = cost(body(number), |run| in_first.contains(run));
        let here = cost(body(number), |run| in_rest[run] > 1);
        there * CHEAP.1 < here * CHEAP.0
    };
    Ok(rest.iter().copied().filter(is_cheap).collect())
}

/// What is left of a body when runs that are known elsewhere are pointed at.
fn cost(body: &[u8], is_known: impl Fn(&[u8]) -> bool) -> usize {
    let (mut cost, mut at) = (0, 0);
    while at < body.len() {
        let starts = body[at..].windows(RUN).take_while(|run| is_known(run)).count();
        if starts > 0 {
            cost += COSTS.0;
            at += starts + RUN - 1;
        } else {
            cost += COSTS.1;
            at += 1;
        }
    }
    cost
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, FunctionId, Module, ValType};

    use super::*;

    #[test]
    fn what_is_like_the_first_part_is_cheaper_there() {
        let mut module = Module::default();
        let mut constants = |numbers: std::ops::Range<i32>| -> FunctionId {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            for number in numbers {
                builder.func_body().i32_const(number * 123_457).drop();
            }
            builder.func_body().i32_const(0);
            builder.finish(vec![], &mut module.funcs)
        };
        let functions = [0..50, 10..60, 100..150, 120..170].map(&mut constants);
        for (name, function) in ["executed", "like it", "other", "like the other"].iter().zip(functions) {
            module.exports.add(name, function);
        }
        let whole = module.emit_wasm();
        let module = Module::from_buffer(&whole).expect("it is a module");
        let number = |name: &str| {
            let function = module.exports.get_func(name).expect("it is exported");
            module.funcs.iter().position(|other| other.id() == function).expect("it is there")
        };
        let first = Numbers::from([number("executed")]);
        let rest = Numbers::from(["like it", "other", "like the other"].map(number));
        let cheaper = cheaper_first(&whole, &first, &rest).expect("it can be estimated");
        assert_eq!(cheaper, Numbers::from([number("like it")]));
    }
}
