//! What asyncio costs: a switch of tasks, a turn of the loop, a call from another thread, and how late timers are.
//!
//! A cost is that of the whole program less that of the same with nothing to do, so that start and imports do not count; that of a
//! switch alone, less that of the same with so many tasks that do nothing, so that their making does not count either. Pyodide is
//! left out: its loop is the browser's, and cannot be run to an end from Python. Lateness is seen from outside, from one line to the next: a wait
//! after a late one seems to be early by that much, where a late wake-up is worked off.

use std::{fs, path::Path};

use crate::{
    Result,
    engine::{Engine, Job},
    median, times,
};

/// A program of `programs/asyncio` that is given how much to do.
struct Cost {
    name: &'static str,
    program: &'static str,
    tasks: u32,
    turns: u32,
    /// The tasks of the program that is taken off.
    idle: u32,
    rounds: usize,
}

const fn cost(
    name: &'static str,
    program: &'static str,
    [tasks, turns, idle]: [u32; 3],
    rounds: usize,
) -> Cost {
    Cost { name, program, tasks, turns, idle, rounds }
}

const COSTS: &[Cost] = &[
    cost("switch, 10 tasks", "switch", [10, 10_000, 1], 7),
    cost("switch, 1,000", "switch", [1_000, 100, 1], 7),
    cost("switch, 10,000", "switch", [10_000, 10, 1], 7),
    cost("switch, 200,000", "switch", [200_000, 10, 1], 1),
    cost("alone, 10,000", "switch", [10_000, 10, 10_000], 7),
    cost("alone, 200,000", "switch", [200_000, 10, 200_000], 1),
    cost("sleep(0) alone", "lone", [1, 100_000, 1], 7),
    cost("threadsafe call", "threadsafe", [1, 5_000, 1], 7),
];

/// Prints both tables.
///
/// # Errors
/// When an engine cannot be asked, or a program fails.
pub fn print(engines: &mut [Engine]) -> Result {
    print!("\n{:18}", "median, us each");
    engines.iter().for_each(|engine| print!("{:>10}", engine.name));
    println!("{:>18}", "worker/CPython");
    let has_python = engines.last().is_some_and(|engine| engine.name == "CPython");
    for cost in COSTS {
        let source = source(cost.program)?;
        let asked = |tasks, turns| Job::Run(format!("TASKS, TURNS = {tasks}, {turns}\n{source}"));
        let whole = times(engines, &asked(cost.tasks, cost.turns), cost.rounds)?;
        let empty = times(engines, &asked(cost.idle, 0), cost.rounds)?;
        let operations = f64::from(cost.tasks) * f64::from(cost.turns);
        let each: Vec<Option<f64>> =
            whole.iter().zip(&empty).map(|(whole, empty)| Some((*whole)? - (*empty)?)).collect();
        print!("{:18}", cost.name);
        for time in &each {
            print!("{:>10}", time.map_or("-".to_owned(), |ms| format!("{:.2}", ms * 1e3 / operations)));
        }
        let (worker, python) = (each.first().copied().flatten(), each.last().copied().flatten());
        let ratio = match (worker, python) {
            (Some(worker), Some(python)) if has_python => Some(worker / python),
            _ => None,
        };
        println!("{:>18}", ratio.map_or("-".to_owned(), |ratio| format!("{ratio:.2}")));
    }
    println!(
        "\n{:18}{:>10}{:>10}{:>10}{:>22}",
        "late, ms", "least", "median", "p99", "1,000 timers in 0.1 s"
    );
    for engine in engines {
        let Some(ticks) = engine.ticks(&source("ticks")?)? else { continue };
        let mut late: Vec<f64> = ticks.windows(2).map(|pair| pair[1] - pair[0] - 10.0).collect();
        let mut overruns = Vec::new();
        for _ in 0..5 {
            let ends = engine.ticks(&source("timers")?)?.unwrap_or_default();
            overruns.extend(ends.windows(2).map(|pair| pair[1] - pair[0] - 100.0));
        }
        let (middle, overrun) = (median(&mut late), median(&mut overruns));
        let (least, most) = (late.first().copied(), late.get(late.len() * 99 / 100).copied());
        let shown = |time: Option<f64>| format!("{:.2}", time.unwrap_or(f64::NAN));
        println!("{:18}{:>10}{middle:>10.2}{:>10}{overrun:>22.1}", engine.name, shown(least), shown(most));
    }
    Ok(())
}

fn source(program: &str) -> Result<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs/asyncio").join(format!("{program}.py"));
    fs::read_to_string(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))
}
