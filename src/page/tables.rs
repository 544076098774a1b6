//! A snapshot as tables of words: what the Inspector shows, and what of it is new since the one before.
//!
//! Pure. The columns of the tasks are those of CPython's `python -m asyncio ps`, and who awaits whom is told as by its `pstree`.

use loopthread_protocol::{Call, Callback, Nanos, Snapshot, TaskId, TaskView, ThreadId, ThreadView};

use super::words;

/// A table: its name, the names of its columns, and what is in them.
#[derive(Debug, PartialEq)]
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [&'static str],
    pub rows: Vec<Row>,
    /// What is said when there are no rows; without it there is no table then.
    pub empty: Option<&'static str>,
}

#[derive(Debug, PartialEq)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// The task that the row is about.
    pub task: Option<TaskId>,
}

/// Texts, one below the other; those with a number are about that line of the program.
pub type Cell = Vec<(String, Option<u32>)>;

impl Row {
    fn of(texts: Vec<String>) -> Row {
        Row::with(texts.into_iter().map(plain).collect())
    }

    fn with(cells: Vec<Cell>) -> Row {
        Row { cells, task: None }
    }
}

fn plain(text: String) -> Cell {
    vec![(text, None)]
}

/// A task of the tree, and those that it awaits.
#[derive(Debug, PartialEq)]
pub struct Branch {
    pub text: String,
    pub awaits: Vec<Branch>,
}

/// How deep the tree of tasks is told.
const DEEPEST: usize = 40;

/// All of a snapshot. What had another value in the one `before` says so.
pub fn tables(snapshot: &Snapshot, before: Option<&Snapshot>) -> Vec<Table> {
    vec![
        threads(snapshot, before),
        ready(snapshot),
        timers(snapshot),
        tasks(snapshot, before),
        locks(snapshot),
        Table {
            name: "Failures that nobody has looked at",
            columns: &["Future or task"],
            rows: snapshot.unseen.iter().map(|text| Row::of(vec![text.clone()])).collect(),
            empty: None,
        },
        Table {
            name: "Coroutines that were never started",
            columns: &["Coroutine", "Line", "Variables"],
            rows: snapshot.unstarted.iter().map(|call| Row::with(call_cells(call, None))).collect(),
            empty: None,
        },
    ]
}

fn threads(snapshot: &Snapshot, before: Option<&Snapshot>) -> Table {
    let mut rows = Vec::new();
    for ThreadView { thread, name, task, has_gil, calls } in &snapshot.threads {
        // Another task's functions of the same name are others.
        let is_same = |old: &&ThreadView| (old.thread, old.task) == (*thread, *task);
        let old = before.and_then(|before| before.threads.iter().find(is_same));
        let mut name = if *has_gil { format!("{name} (has the GIL)") } else { name.clone() };
        if calls.is_empty() {
            rows.push(Row::of(vec![std::mem::take(&mut name), String::new(), String::new(), String::new()]));
        }
        for (depth, call) in calls.iter().rev().enumerate().collect::<Vec<_>>().into_iter().rev() {
            let old = old.and_then(|old| old.calls.iter().rev().nth(depth));
            // Only the innermost function names its thread.
            let mut cells = vec![plain(std::mem::take(&mut name))];
            cells.extend(call_cells(call, old));
            rows.push(Row::with(cells));
        }
    }
    Table {
        name: "Threads",
        columns: &["Thread", "Function", "Line", "Variables"],
        rows,
        empty: Some("No threads."),
    }
}

/// Function, line, and variables; those that the same function had before with another value say which.
fn call_cells(call: &Call, before: Option<&Call>) -> Vec<Cell> {
    let line = match call.line {
        0 => Vec::new(),
        line => vec![(line.to_string(), Some(line))],
    };
    vec![plain(call.function.clone()), line, plain(variables(call, before))]
}

fn variables(call: &Call, before: Option<&Call>) -> String {
    let before = before.filter(|before| before.function == call.function);
    let old = |name: &String| before.and_then(|before| before.locals.iter().find(|(old, _)| old == name));
    let variables = call.locals.iter().map(|(name, value)| match old(name) {
        Some((_, old)) if old != value => format!("{name} = {value} (was {old})"),
        None if before.is_some() => format!("{name} = {value} (new)"),
        _ => format!("{name} = {value}"),
    });
    let variables: Vec<String> = variables.collect();
    variables.join("\n")
}

fn ready(snapshot: &Snapshot) -> Table {
    let mut rows = Vec::new();
    for lp in &snapshot.loops {
        for (place, callback) in (1..).zip(&lp.ready) {
            let Callback { text, task } = callback;
            rows.push(Row::of(vec![
                place.to_string(),
                words::callback(text),
                task_name(snapshot, *task),
                thread_name(snapshot, lp.thread),
            ]));
        }
    }
    Table {
        name: "Ready queue",
        columns: &["", "Callback", "Task", "Loop of"],
        rows,
        empty: Some("Nothing is ready."),
    }
}

fn timers(snapshot: &Snapshot) -> Table {
    let mut rows = Vec::new();
    for lp in &snapshot.loops {
        for (when, Callback { text, task }) in &lp.timers {
            let left = left(*when, snapshot.at);
            rows.push(Row::of(vec![
                left,
                words::callback(text),
                task_name(snapshot, *task),
                thread_name(snapshot, lp.thread),
            ]));
        }
    }
    Table { name: "Timers", columns: &["In", "Callback", "Task", "Loop of"], rows, empty: Some("No timers.") }
}

fn left(when: Nanos, at: Nanos) -> String {
    match when.checked_sub(at) {
        Some(left) if left > 0 => words::span(left),
        _ => "due".to_owned(),
    }
}

fn tasks(snapshot: &Snapshot, before: Option<&Snapshot>) -> Table {
    let row = |task: &TaskView| {
        let is_new = before.is_some_and(|before| before.tasks.iter().all(|old| old.task != task.task));
        let mut name = task.name.clone();
        if is_new {
            name += " (new)";
        }
        if task.cancelling > 0 {
            name += " (being cancelled)";
        }
        let call = |call: &Call| (format!("{}, line {}", call.function, call.line), Some(call.line));
        let stack = match task.stack.is_empty() {
            true => plain(task.awaits.as_deref().map_or_else(|| state_of(snapshot, task), words::plain)),
            false => task.stack.iter().map(call).collect(),
        };
        let variables = task.stack.first().map_or_else(String::new, |call| {
            let old = before.and_then(|before| before.tasks.iter().find(|old| old.task == task.task));
            variables(call, old.and_then(|old| old.stack.first()))
        });
        let awaits = task.awaits.clone().unwrap_or_default();
        let awaiters =
            task.awaited_by.iter().map(|task| task_name(snapshot, Some(*task))).collect::<Vec<_>>();
        let (awaits, awaiters) = (words::plain(&awaits), awaiters.join(", "));
        let cells = vec![plain(name), stack, plain(variables), plain(awaits), plain(awaiters)];
        Row { cells, task: Some(task.task) }
    };
    Table {
        name: "Tasks",
        columns: &["Task", "Coroutine stack", "Variables", "Awaits", "Awaiter"],
        rows: snapshot.tasks.iter().map(row).collect(),
        empty: Some("No tasks."),
    }
}

/// What a task does whose coroutine is on no stack of its own, and which awaits nothing. One that awaits in the library says what.
fn state_of(snapshot: &Snapshot, task: &TaskView) -> String {
    let is_ready = snapshot.loops.iter().any(|lp| lp.lp == task.lp && is_in(lp.ready.iter(), task.task));
    if is_ready { "not started" } else { "running" }.to_owned()
}

fn is_in<'a>(mut callbacks: impl Iterator<Item = &'a Callback>, task: TaskId) -> bool {
    callbacks.any(|callback| callback.task == Some(task))
}

fn locks(snapshot: &Snapshot) -> Table {
    let row = |wait: &loopthread_protocol::WaitView| {
        let name = wait.name.clone().unwrap_or_default();
        let holder = wait.holder.clone().unwrap_or_default();
        Row::of(vec![name, wait.kind.clone(), wait.state.clone(), holder, wait.waiters.join(", ")])
    };
    Table {
        name: "Locks, events and queues",
        columns: &["Name", "Kind", "State", "Holder", "Waiting, in line"],
        rows: snapshot.waits.iter().map(row).collect(),
        empty: None,
    }
}

/// Who awaits whom: the tasks that nobody awaits, and below each what it awaits.
pub fn tree(snapshot: &Snapshot) -> Vec<Branch> {
    let mut told = Vec::new();
    let roots = snapshot.tasks.iter().filter(|task| task.awaited_by.is_empty());
    let mut tree: Vec<Branch> =
        roots.map(|root| branch(snapshot, root, &mut Vec::new(), &mut told)).collect();
    // What is left awaits itself in a circle.
    for task in &snapshot.tasks {
        if !told.contains(&task.task) {
            tree.push(branch(snapshot, task, &mut Vec::new(), &mut told));
        }
    }
    tree
}

fn branch(snapshot: &Snapshot, task: &TaskView, above: &mut Vec<TaskId>, told: &mut Vec<TaskId>) -> Branch {
    told.push(task.task);
    let mut text = task.name.clone();
    if let Some(call) = task.stack.last() {
        text += &format!(", {}", call.function);
    }
    if let Some(awaits) = &task.awaits {
        text += &format!(", awaits {}", words::plain(awaits));
    }
    if above.contains(&task.task) {
        return Branch { text: format!("{} (a circle)", task.name), awaits: Vec::new() };
    }
    let mut awaits = Vec::new();
    if above.len() < DEEPEST {
        above.push(task.task);
        let below = snapshot.tasks.iter().filter(|below| below.awaited_by.contains(&task.task));
        awaits = below.map(|below| branch(snapshot, below, above, told)).collect();
        above.pop();
    }
    Branch { text, awaits }
}

fn task_name(snapshot: &Snapshot, task: Option<TaskId>) -> String {
    let Some(id) = task else { return String::new() };
    let task = snapshot.tasks.iter().find(|task| task.task == id);
    task.map_or_else(|| format!("task {id}"), |task| task.name.clone())
}

fn thread_name(snapshot: &Snapshot, id: ThreadId) -> String {
    let thread = snapshot.threads.iter().find(|thread| thread.thread == id);
    thread.map_or_else(String::new, |thread| thread.name.clone())
}

#[cfg(test)]
mod tests {
    use loopthread_protocol::LoopId;

    use super::*;

    fn call(function: &str, line: u32, n: &str) -> Call {
        Call { function: function.to_owned(), line, locals: vec![("n".to_owned(), n.to_owned())] }
    }

    fn task(id: u32, awaited_by: &[u32]) -> TaskView {
        TaskView {
            task: TaskId(id),
            name: format!("Task-{id}"),
            lp: LoopId(0),
            stack: vec![call("leaf", 4, "1"), call("work", 9, "2")],
            awaits: Some("sleep".to_owned()),
            awaited_by: awaited_by.iter().copied().map(TaskId).collect(),
            cancelling: 0,
        }
    }

    fn named<'a>(tables: &'a [Table], name: &str) -> &'a Table {
        tables.iter().find(|table| table.name == name).expect("the table is there")
    }

    /// What stands in a row.
    fn texts(row: &Row) -> Vec<String> {
        let text = |cell: &Cell| {
            let texts: Vec<&str> = cell.iter().map(|(text, _)| text.as_str()).collect();
            texts.join("\n")
        };
        row.cells.iter().map(text).collect()
    }

    #[test]
    fn a_variable_with_another_value_says_which_it_had() {
        let thread = |n: &str| ThreadView {
            thread: ThreadId(0),
            name: "MainThread".to_owned(),
            task: None,
            has_gil: true,
            calls: vec![call("f", 3, n), call("<module>", 8, "0")],
        };
        let snapshot = |n| Snapshot { threads: vec![thread(n)], ..Snapshot::default() };
        let tables = tables(&snapshot("2"), Some(&snapshot("1")));
        let rows = &named(&tables, "Threads").rows;
        assert_eq!(texts(&rows[0]), ["MainThread (has the GIL)", "f", "3", "n = 2 (was 1)"]);
        assert_eq!(texts(&rows[1]), ["", "<module>", "8", "n = 0"]);
        assert_eq!(rows[1].cells[2], [("8".to_owned(), Some(8))]);
    }

    #[test]
    fn timers_tell_how_long_they_wait_still() {
        let callback = || Callback { text: "Task.task_wakeup()".to_owned(), task: Some(TaskId(1)) };
        let lp = loopthread_protocol::LoopView {
            lp: LoopId(0),
            thread: ThreadId(0),
            ready: vec![callback()],
            timers: vec![(5, callback()), (2_000_000_005, callback())],
        };
        let snapshot = Snapshot { at: 5, loops: vec![lp], tasks: vec![task(1, &[])], ..Snapshot::default() };
        let tables = tables(&snapshot, None);
        let first = |name: &str| {
            named(&tables, name).rows.iter().map(|row| texts(row)[0].clone()).collect::<Vec<_>>()
        };
        assert_eq!(first("Timers"), ["due", "2 s"]);
        assert_eq!(texts(&named(&tables, "Ready queue").rows[0])[2], "Task-1");
        let row = &named(&tables, "Tasks").rows[0];
        assert_eq!(texts(row), ["Task-1", "leaf, line 4\nwork, line 9", "n = 1", "sleep", ""]);
        let lines: Vec<_> = row.cells[1].iter().map(|(_, line)| *line).collect();
        assert_eq!((lines, row.task), (vec![Some(4), Some(9)], Some(TaskId(1))));
    }

    #[test]
    fn only_a_task_that_awaits_nothing_is_said_to_run() {
        let with = |awaits: Option<&str>| {
            let awaits = awaits.map(str::to_owned);
            let tasks = vec![TaskView { stack: Vec::new(), awaits, ..task(1, &[]) }];
            let tables = tables(&Snapshot { tasks, ..Snapshot::default() }, None);
            texts(&named(&tables, "Tasks").rows[0])[1].clone()
        };
        assert_eq!((with(None), with(Some("Event.wait"))), ("running".to_owned(), "Event.wait".to_owned()));
    }

    #[test]
    fn the_tree_has_whoever_is_awaited_below_and_ends_at_circles() {
        let tasks = vec![task(1, &[]), task(2, &[1]), task(3, &[2, 1]), task(4, &[5]), task(5, &[4])];
        let tree = tree(&Snapshot { tasks, ..Snapshot::default() });
        fn shape(branches: &[Branch]) -> String {
            let one =
                |b: &Branch| format!("{}[{}]", b.text.split(',').next().unwrap_or(""), shape(&b.awaits));
            branches.iter().map(one).collect()
        }
        assert_eq!(shape(&tree), "Task-1[Task-2[Task-3[]]Task-3[]]Task-4[Task-5[Task-4 (a circle)[]]]");
    }
}
