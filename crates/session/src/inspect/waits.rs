//! Locks, events, semaphores, queues: who holds them and who waits at them.

use loopthread_protocol::{SNAPSHOT_ENTRIES as MOST, TaskId, ThreadId, ThreadState, WaitView};
use loopthread_vm::heap::object::Data;
use loopthread_vm::value::{Id, Value};
use loopthread_vm::vm::Vm;
use loopthread_vm::vm::run::Fiber;

use super::{attr, name_of_task, name_of_thread, waiting_task};
use crate::glue::process_ref;
use crate::modules::collections::items_of;
use crate::session::waits::OWN_ACQUIRE;
use crate::threads::Park;
use crate::threads::locks::{Lock, RLock};

/// The library's classes of that kind: module, class.
const CLASSES: &[(&str, &str)] = &[
    ("asyncio.locks", "Lock"),
    ("asyncio.locks", "Event"),
    ("asyncio.locks", "Condition"),
    ("asyncio.locks", "Semaphore"),
    ("asyncio.locks", "Barrier"),
    ("asyncio.queues", "Queue"),
    ("threading", "Condition"),
    ("threading", "Event"),
    ("threading", "Semaphore"),
    ("queue", "Queue"),
];

/// Those that a variable of the program holds, or that somebody waits at.
pub fn all(vm: &mut Vm, fibers: &[Fiber]) -> Vec<WaitView> {
    let known: Vec<(Id, String)> = CLASSES
        .iter()
        .filter_map(|&(name, class)| {
            let module = vm.known_name(name).and_then(|name| vm.dict_get_str(vm.modules, name));
            let found = module.and_then(|module| attr(vm, module, class));
            let shown = format!("{}.{class}", name.split('.').next().unwrap_or(name));
            found.and_then(|class| class.id()).map(|class| (class, shown))
        })
        .collect();
    let variables = variables(vm, fibers);
    let mut views = Vec::new();
    let candidates: Vec<Id> = vm.heap.all().filter(|&id| is_candidate(vm, id)).collect();
    for id in candidates {
        let class = vm.heap.get(id).class;
        let kind = known.iter().find(|(base, _)| vm.is_subclass(class, *base)).map(|(_, kind)| kind.clone());
        let name = variables.iter().find(|(_, value)| value.is(id.into())).map(|(name, _)| name.clone());
        let view = match kind {
            Some(kind) => Some(python_view(vm, id.into(), kind)),
            None => native_view(vm, id.into(), name.is_some()),
        };
        if let Some(mut view) = view
            && (name.is_some() || !view.waiters.is_empty())
        {
            view.name = name;
            views.push(view);
        }
        if views.len() >= MOST {
            break;
        }
    }
    views
}

fn is_candidate(vm: &Vm, id: Id) -> bool {
    match vm.heap.data(id) {
        Data::Plain => vm.heap.get(id).dict.is_some() && !vm.heap.is_settled(id),
        data @ Data::Host(_) => data.host::<Lock>().is_some() || data.host::<RLock>().is_some(),
        _ => false,
    }
}

/// The program's variables: of its module, and of the functions that its threads are in.
fn variables(vm: &Vm, fibers: &[Fiber]) -> Vec<(String, Value)> {
    let globals = vm.dict_of(process_ref(vm).main_namespace).into_iter().flat_map(|dict| dict.iter());
    let mut found: Vec<(String, Value)> =
        globals.filter_map(|(name, value)| Some((vm.str_of(name)?.to_owned(), value))).collect();
    let frames = fibers.iter().flat_map(|fiber| vm.program_frames(fiber.top).take(MOST));
    for frame in frames.filter_map(|frame| vm.frames.python(frame)) {
        let own = vm.variables_of(frame);
        found.extend(own.into_iter().map(|(name, value)| (vm.text(name).to_owned(), value)));
    }
    found
}

/// An object of the library, by the attributes that it has there.
fn python_view(vm: &mut Vm, object: Value, kind: String) -> WaitView {
    let attr = |name: &str| attr(vm, object, name);
    let (locked, value, max) = (attr("_locked"), attr("_value").or(attr("_flag")), attr("_maxsize"));
    let (queue, max) = (attr("_queue").or(attr("queue")), max.or(attr("maxsize")));
    let lines: Vec<Value> = ["_waiters", "_getters", "_putters"].into_iter().filter_map(attr).collect();
    let state = match (locked, value, queue) {
        (Some(Value::Bool(locked)), ..) => if locked { "locked" } else { "unlocked" }.to_owned(),
        (_, Some(Value::Bool(set)), _) => if set { "set" } else { "not set" }.to_owned(),
        (_, Some(Value::Int(free)), _) => format!("{free} free"),
        (_, _, Some(queue)) => {
            let length = items_of(vm, queue).map_or(0, |items| items.len());
            match max {
                Some(Value::Int(max)) if max > 0 => format!("{length} of {max} items"),
                _ => format!("{length} items"),
            }
        }
        _ => String::new(),
    };
    let futures: Vec<Value> = lines.into_iter().filter_map(|line| items_of(vm, line)).flatten().collect();
    let tasks: Vec<TaskId> = futures.into_iter().filter_map(|future| waiting_task(vm, future)).collect();
    let waiters = tasks.into_iter().map(|task| name_of_task(vm, task)).collect();
    WaitView { kind, name: None, state, holder: None, waiters }
}

/// A lock of threads. At one that the program has no name for, only who takes it itself counts: the library's own are no news.
fn native_view(vm: &mut Vm, object: Value, is_named: bool) -> Option<WaitView> {
    let (kind, holder, locked) = match (vm.host::<Lock>(object), vm.host::<RLock>(object)) {
        (Some(lock), _) => ("threading.Lock", lock.taken_by.filter(|_| lock.locked), lock.locked),
        (_, Some(lock)) => ("threading.RLock", lock.owner, lock.owner.is_some()),
        _ => return None,
    };
    let waits = |park: &Park| matches!(park, Park::Lock(at) | Park::RLock(at, _) if at.is(object));
    let takes = |told: Option<&ThreadState>| matches!(told, Some(ThreadState::Blocked(wait)) if wait.text == OWN_ACQUIRE);
    let waiting: Vec<ThreadId> = process_ref(vm)
        .threads
        .iter()
        .filter(|thread| thread.park.as_ref().is_some_and(|wait| waits(&wait.park)))
        .filter(|thread| is_named || takes(thread.told()))
        .map(|thread| thread.id)
        .collect();
    let state = if locked { "locked" } else { "unlocked" }.to_owned();
    let holder = holder.map(|thread| name_of_thread(vm, thread));
    let waiters = waiting.into_iter().map(|thread| name_of_thread(vm, thread)).collect();
    Some(WaitView { kind: kind.to_owned(), name: None, state, holder, waiters })
}
