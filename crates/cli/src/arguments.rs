//! The command line.

use loopthread_session::protocol::ClockMode;

pub const USAGE: &str = "\
usage: loopthread run FILE [options]
       loopthread explore FILE [--runs N] [options]
       loopthread serve [DIR] [--address A] [--port N]
       loopthread mdbook      (a preprocessor of mdBook's)

Runs a Python program; FILE may be - for standard input. To explore is to run it with many seeds, on the
instant clock, and to show which outcomes there are; the exit code is 1 when there are several.

  --clock real|instant   waits last as long as they say (default), or take no time
  --seed N               0 (default) is CPython's usual order, others vary what CPython leaves open
  -X dev                 CPython's development mode: all warnings, asyncio's debug mode
  --time-limit SECONDS   end the run after so much of the program's own time (explore: 60)
  --memory-limit MB      end the run when the Python heap is larger
  --runs N               how many seeds explore takes (1000), from --seed on

To serve is to show a folder of static files, the site in dist if none is named, on 127.0.0.1, port 8080.";

/// How many seeds are tried when it is not said.
const RUNS: u64 = 1000;

/// The time limit of each of many runs when it is not said: one that never ends would keep the others waiting.
const EXPLORE_MS: u64 = 60_000;

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    Run(Run),
    Explore(Explore),
    Serve(Serve),
    /// What mdBook asks its preprocessor.
    MdBook(Vec<String>),
    /// The usage, and nothing else.
    Help,
}

/// What to run, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub file: String,
    pub clock: ClockMode,
    pub seed: u64,
    pub dev: bool,
    pub time_ms: Option<u64>,
    pub memory_bytes: Option<u64>,
    /// Folders with modules of a developer's, which go before the library.
    pub modules: Vec<String>,
}

/// What to run many times: its seed is the first one.
#[derive(Clone, Debug, PartialEq)]
pub struct Explore {
    pub run: Run,
    pub runs: u64,
}

/// What to serve, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Serve {
    pub folder: String,
    pub address: String,
    pub port: u16,
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// What is wrong.
pub fn parse(arguments: &[String]) -> Result<Asked, String> {
    let is_help = |argument: &String| matches!(argument.as_str(), "--help" | "-h");
    if arguments.iter().any(is_help) {
        return Ok(Asked::Help);
    }
    let mut rest = arguments.iter();
    let explores = match rest.next().map(String::as_str) {
        Some("run") => false,
        Some("explore") => true,
        Some("serve") => return serve(&arguments[1..]),
        Some("mdbook") => return Ok(Asked::MdBook(arguments[1..].to_vec())),
        Some(other) => return Err(format!("unknown command {other}\n\n{USAGE}")),
        None => return Err(USAGE.to_owned()),
    };
    let mut runs = RUNS;
    let mut run = Run {
        file: String::new(),
        clock: if explores { ClockMode::Instant } else { ClockMode::Real },
        seed: 0,
        dev: false,
        time_ms: None,
        memory_bytes: None,
        modules: Vec::new(),
    };
    while let Some(argument) = rest.next() {
        let (option, given) = option_of(argument);
        let mut value = || {
            given.map(str::to_owned).or_else(|| rest.next().cloned()).ok_or(format!("{option} needs a value"))
        };
        match option {
            "--runs" if explores => match number(option, &value()?)? as u64 {
                0 => return Err("--runs needs a number above 0".to_owned()),
                number => runs = number,
            },
            "--clock" => {
                run.clock = match value()?.as_str() {
                    "real" => ClockMode::Real,
                    "instant" => ClockMode::Instant,
                    other => return Err(format!("--clock is real or instant, not {other}")),
                }
            }
            "--seed" => run.seed = number(option, &value()?)? as u64,
            "-Xdev" => run.dev = true,
            "-X" => match value()?.as_str() {
                "dev" => run.dev = true,
                other => return Err(format!("-X is followed by dev, not {other}")),
            },
            "--time-limit" => run.time_ms = Some((number(option, &value()?)? * 1e3) as u64),
            "--memory-limit" => {
                run.memory_bytes = Some((number(option, &value()?)? * 1024.0 * 1024.0) as u64);
            }
            // For who works on Loopthread itself, so the usage is silent about it.
            "--modules" => run.modules.push(value()?),
            option if option.starts_with("--") => return Err(format!("unknown option {option}\n\n{USAGE}")),
            file if run.file.is_empty() => run.file = file.to_owned(),
            other => return Err(format!("one program at a time, please: {other}")),
        }
    }
    if run.file.is_empty() {
        return Err(USAGE.to_owned());
    }
    if explores {
        if run.clock == ClockMode::Real {
            return Err("explore takes the instant clock only".to_owned());
        }
        run.time_ms = run.time_ms.or(Some(EXPLORE_MS));
        return Ok(Asked::Explore(Explore { run, runs }));
    }
    Ok(Asked::Run(run))
}

fn serve(arguments: &[String]) -> Result<Asked, String> {
    let mut asked = Serve { folder: String::new(), address: "127.0.0.1".to_owned(), port: 8080 };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let (option, given) = option_of(argument);
        let mut value =
            || given.or_else(|| rest.next().map(String::as_str)).ok_or(format!("{option} needs a value"));
        match option {
            "--address" => asked.address = value()?.to_owned(),
            "--port" => {
                let port = value()?;
                asked.port = port.parse().map_err(|_| format!("--port takes a number, not {port}"))?;
            }
            option if option.starts_with('-') => return Err(format!("unknown option {option}\n\n{USAGE}")),
            folder if asked.folder.is_empty() => asked.folder = folder.to_owned(),
            other => return Err(format!("one folder at a time, please: {other}")),
        }
    }
    if asked.folder.is_empty() {
        asked.folder = "dist".to_owned();
    }
    Ok(Asked::Serve(asked))
}

/// The option, and the value that stands in the same word.
fn option_of(argument: &str) -> (&str, Option<&str>) {
    match argument.split_once('=') {
        Some((option, value)) if option.starts_with("--") => (option, Some(value)),
        _ => (argument, None),
    }
}

fn number(option: &str, text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if number >= 0.0 && number.is_finite() => Ok(number),
        _ => Err(format!("{option} needs a number, not {text}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Asked, String> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read_in_both_forms_and_any_order() {
        let run = parsed("run --clock=instant a.py --seed 7 --time-limit 1.5 --memory-limit=2");
        let Ok(Asked::Run(run)) = run else { panic!("these arguments are right: {run:?}") };
        assert_eq!((run.file.as_str(), run.clock, run.seed), ("a.py", ClockMode::Instant, 7));
        assert_eq!((run.time_ms, run.memory_bytes), (Some(1500), Some(2 << 20)));
    }

    #[test]
    fn to_explore_is_to_run_many_seeds_with_a_time_limit() {
        let asked = parsed("explore a.py --runs=20 --seed 3");
        let Ok(Asked::Explore(asked)) = asked else { panic!("these arguments are right: {asked:?}") };
        assert_eq!((asked.runs, asked.run.seed, asked.run.clock), (20, 3, ClockMode::Instant));
        assert_eq!(asked.run.time_ms, Some(EXPLORE_MS));
        assert!(parsed("explore a.py --clock real").is_err_and(|m| m.contains("instant")));
        assert!(parsed("explore a.py --runs 0").is_err_and(|m| m.contains("--runs")));
        assert!(parsed("run a.py --runs 5").is_err_and(|m| m.contains("--runs")));
    }

    #[test]
    fn development_mode_is_asked_for_as_of_python() {
        for line in ["run -X dev a.py", "run -Xdev a.py", "run a.py -X dev"] {
            assert!(matches!(parsed(line), Ok(Asked::Run(run)) if run.dev && run.file == "a.py"), "{line}");
        }
        assert!(matches!(parsed("run a.py"), Ok(Asked::Run(run)) if !run.dev));
        assert!(parsed("run -X utf8 a.py").is_err_and(|m| m.contains("utf8")));
    }

    #[test]
    fn folders_of_modules_keep_their_order() {
        let run = parsed("run --modules one a.py --modules=two");
        assert!(matches!(run, Ok(Asked::Run(run)) if run.modules == ["one", "two"]));
    }

    #[test]
    fn the_site_is_served_where_it_is_said() {
        let at = |folder: &str, address: &str, port| {
            Ok(Asked::Serve(Serve { folder: folder.to_owned(), address: address.to_owned(), port }))
        };
        assert_eq!(parsed("serve"), at("dist", "127.0.0.1", 8080));
        assert_eq!(parsed("serve book --port=0 --address ::1"), at("book", "::1", 0));
        assert!(parsed("serve --port 70000").is_err_and(|m| m.contains("70000")));
        assert!(parsed("serve a b").is_err_and(|m| m.contains('b')));
        assert!(parsed("serve --clock real").is_err_and(|m| m.contains("--clock")));
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(parsed("run a.py --seed x").is_err_and(|m| m.contains("--seed") && m.contains('x')));
        assert!(parsed("run a.py --speed 3").is_err_and(|m| m.contains("--speed")));
        assert!(parsed("walk a.py").is_err_and(|m| m.contains("walk")));
        assert_eq!(parsed("run"), Err(USAGE.to_owned()));
    }
}
