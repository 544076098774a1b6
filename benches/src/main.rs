//! `cargo xtask bench`: the guest programs in the site's worker and in Pyodide, natively and in CPython, in one run.
//!
//! Machines are noisy, so each round asks all of them one after the other, the median of the rounds counts, and what is read off
//! are ratios. A native process's time is that of the whole process less that of one that does nothing.

mod engine;
mod tasks;

use std::{env, fs, path::Path, process::ExitCode};

use engine::{Engine, Job};

/// An error is a sentence that says what to do.
type Result<T = ()> = std::result::Result<T, String>;

/// Rounds whose median counts; one before them warms up what compiles while it runs.
const ROUNDS: usize = 7;

fn main() -> ExitCode {
    match bench() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("bench: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn bench() -> Result {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [worker, native, rest @ ..] = arguments.as_slice() else {
        return Err("usage: loopthread-bench WORKER-FOLDER LOOPTHREAD [PYTHON]".to_owned());
    };
    let mut engines =
        vec![Engine::worker(worker)?, Engine::pyodide()?, Engine::process("native", native, &["run"])];
    if let [python] = rest {
        engines.push(Engine::process("CPython", python, &[]));
    }
    let programs = programs()?;
    let whole = programs.iter().map(|(_, source)| source.as_str()).collect::<String>().repeat(20);
    let mut jobs = vec![
        ("(parse)".to_owned(), Job::Parse(whole.clone())),
        ("(compile)".to_owned(), Job::Run(format!("compile({}, 'bench', 'exec')", literal(&whole)))),
    ];
    jobs.extend(programs.into_iter().map(|(name, source)| (name, Job::Run(source))));

    print!("{:16}", "median, ms");
    engines.iter().for_each(|engine| print!("{:>10}", engine.name));
    println!("{:>18}{:>18}", "worker/Pyodide", "native/CPython");
    let mut ratios = Vec::new();
    for (name, job) in jobs {
        let times = times(&mut engines, &job, ROUNDS)?;
        print!("{name:16}");
        times.iter().for_each(|time| match time {
            Some(time) => print!("{time:>10.1}"),
            None => print!("{:>10}", "-"),
        });
        let ratio = |a: usize, b: usize| Some((*times.get(a)?)? / (*times.get(b)?)?);
        for ratio in [ratio(0, 1), ratio(2, 3)] {
            print!("{:>18}", ratio.map_or("-".to_owned(), |ratio| format!("{ratio:.2}")));
        }
        println!();
        if let (Some(ratio), false) = (ratio(0, 1), name.starts_with('(')) {
            ratios.push(ratio);
        }
    }
    let most = ratios.iter().copied().fold(0.0, f64::max);
    println!("\nworker/Pyodide of the programs: median {:.2}, most {most:.2}", median(&mut ratios));
    engines.retain(|engine| engine.name != "Pyodide");
    tasks::print(&mut engines)
}

/// The median time of a job in each engine that can do it, in milliseconds.
fn times(engines: &mut [Engine], job: &Job, rounds: usize) -> Result<Vec<Option<f64>>> {
    let mut times = vec![Vec::new(); engines.len()];
    for round in 0..=rounds {
        for (engine, times) in engines.iter_mut().zip(&mut times) {
            if let Some(time) = engine.time(job)?
                && round > 0
            {
                times.push(time);
            }
        }
    }
    Ok(times.iter_mut().map(|times| (!times.is_empty()).then(|| median(times))).collect())
}

fn median(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The guest programs by name.
fn programs() -> Result<Vec<(String, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
    let failed = |error| format!("cannot read {}: {error}", folder.display());
    let mut programs = Vec::new();
    for entry in fs::read_dir(&folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            continue;
        }
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        programs.push((name, fs::read_to_string(&path).map_err(failed)?));
    }
    programs.sort();
    Ok(programs)
}

/// A Python literal of a text without quotes of three.
fn literal(text: &str) -> String {
    format!("r'''{text}'''")
}
