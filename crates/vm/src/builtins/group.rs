//! `BaseExceptionGroup`: construction, `split` and `subgroup`.
//!
//! A condition may be a function, and a class may have its own `derive`: then splitting is begun anew with every answer of
//! Python, which are few, so that the order of questions is CPython's and no stack of its own is needed.

use smallvec::SmallVec;

use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::OwnFrame;
use crate::native::{Action, Args, Def, NativeResult, Outcome};
use crate::types;
use crate::value::Value;
use crate::vm::Vm;

pub(super) const GROUP: &[Def] = &[
    Def::static_method("BaseExceptionGroup.__new__", "...", new),
    Def::getter("BaseExceptionGroup.message", |vm, args| extra(vm, args, 0)),
    Def::getter("BaseExceptionGroup.exceptions", |vm, args| extra(vm, args, 1)),
    Def::method("BaseExceptionGroup.derive", "self, excs, /", derive),
    Def::method("BaseExceptionGroup.split", "self, condition, /", |vm, args| begin(vm, args, 0)),
    Def::method("BaseExceptionGroup.subgroup", "self, condition, /", |vm, args| begin(vm, args, 1)),
    Def::class_method("BaseExceptionGroup.__class_getitem__", "cls, item, /", |_, args| {
        Ok(Action::Return(args[0]))
    }),
];

fn extra(vm: &mut Vm, args: &Args, which: usize) -> NativeResult {
    Ok(Action::Return(vm.exception_of(args[0]).map_or(Value::None, |e| e.extra[which].or(Value::None))))
}

fn new(vm: &mut Vm, args: &Args) -> NativeResult {
    let given = args.positional();
    let Some(mut class) = vm.class_of_instance(args[0]) else {
        return Err(errors::type_error(vm, "BaseExceptionGroup.__new__(X): X is not a type object"));
    };
    if given.len() != 3 {
        let message =
            format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", given.len() - 1);
        return Err(errors::type_error(vm, message));
    }
    if vm.str_of(given[1]).is_none() {
        let message =
            format!("BaseExceptionGroup.__new__() argument 1 must be str, not {}", vm.type_name(given[1]));
        return Err(errors::type_error(vm, message));
    }
    let Some(members) = vm.sequence_of(given[2]).map(<[Value]>::to_vec) else {
        return Err(errors::type_error(vm, "second argument (exceptions) must be a sequence"));
    };
    if members.is_empty() {
        return Err(errors::value_error(vm, "second argument (exceptions) must be a non-empty sequence"));
    }
    if let Some(at) = members.iter().position(|&m| vm.exception_of(m).is_none()) {
        let message = format!("Item {at} of second argument (exceptions) is not an exception");
        return Err(errors::value_error(vm, message));
    }
    let ordinary = members.iter().all(|&m| vm.is_instance(m, types::EXCEPTION));
    if class == types::BASE_EXCEPTION_GROUP && ordinary {
        class = types::EXCEPTION_GROUP;
    }
    if vm.is_subclass(class, types::EXCEPTION) && !ordinary {
        let message = match class == types::EXCEPTION_GROUP {
            true => "Cannot nest BaseExceptions in an ExceptionGroup".to_owned(),
            false => format!("Cannot nest BaseExceptions in '{}'", vm.class_name(class)),
        };
        return Err(errors::type_error(vm, message));
    }
    let exc = vm.exception(class, &given[1..]);
    let tuple = vm.tuple(members);
    vm.set_exception_extra(exc, [given[1], tuple]);
    Ok(Action::Return(exc))
}

fn derive(vm: &mut Vm, args: &Args) -> NativeResult {
    let message = vm.exception_of(args[0]).map_or(Value::None, |e| e.extra[0]);
    match vm.sequence_of(args[1]).map(<[Value]>::to_vec) {
        Some(members) => Ok(Action::Return(vm.new_group(message, members))),
        None => Err(errors::type_error(vm, "second argument (exceptions) must be a sequence")),
    }
}

/// The stage of the frame that ends an `except*` statement.
const PROJECT: u32 = 2;

/// `stage` 0 gives both parts, 1 the matching one.
fn begin(vm: &mut Vm, args: &Args, stage: u32) -> NativeResult {
    let condition = args[1];
    let classes = vm.tuple_of(condition).map_or_else(|| vec![condition], <[Value]>::to_vec);
    let by_class = classes.iter().all(|&class| vm.is_exception_class(class));
    if !by_class && (vm.class_of_instance(condition).is_some() || !vm.is_callable(condition)) {
        let message =
            "expected an exception type, a tuple of exception types, or a callable (other than a class)";
        return Err(errors::type_error(vm, message));
    }
    let classes = if by_class { vm.tuple(classes) } else { Value::None };
    Ok(asking(vm, "split", stage, args[0], condition, classes, Value::None))
}

/// `except*`: splits by classes (`[matched, rest]`), asking each group's own `derive`.
pub(crate) fn split_asking(vm: &mut Vm, exc: Value, classes: Vec<Value>) -> Action {
    let classes = vm.tuple(classes);
    asking(vm, "except*", 0, exc, classes, classes, Value::None)
}

/// The end of `except*`: what of `exc` has these leaves, asking each group's own `derive`, raised with `new`.
pub(crate) fn project_asking(vm: &mut Vm, exc: Value, leaves: Vec<Value>, new: Vec<Value>) -> Action {
    let (leaves, new) = (vm.list(leaves), vm.list(new));
    asking(vm, "except*", PROJECT, exc, leaves, Value::None, new)
}

fn asking(
    vm: &mut Vm,
    name: &'static str,
    stage: u32,
    exc: Value,
    condition: Value,
    classes: Value,
    new: Value,
) -> Action {
    let (asked, answers) = (vm.list(Vec::new()), vm.list(Vec::new()));
    let values = SmallVec::from_slice(&[exc, condition, classes, asked, answers, new]);
    Action::Enter(NativeFrame::Own(Box::new(OwnFrame { resume: step, name, stage, values })))
}

fn step(vm: &mut Vm, frame: &mut OwnFrame, outcome: Outcome) -> NativeResult {
    let [group, condition, classes, asked, answers, new] = frame.values[..] else {
        return Ok(Action::Return(Value::None));
    };
    if !matches!(outcome, Outcome::Start) {
        let mut answer = outcome.value(vm)?;
        if vm.list_of(asked).and_then(|asked| asked.last()).is_some_and(|asked| vm.tuple_of(*asked).is_some())
        {
            if !vm.is_instance(answer, types::BASE_EXCEPTION_GROUP) {
                return Err(errors::type_error(vm, "derive must return an instance of BaseExceptionGroup"));
            }
        } else {
            answer = Value::Bool(vm.truth_native(answer));
        }
        if let Some(answers) = vm.list_mut(answers) {
            answers.push(answer);
        }
    }
    let (by_leaf, with_rest) = (frame.stage == PROJECT, frame.stage == 0);
    let mut split = Split { condition, classes, by_leaf, with_rest, answers, next: 0 };
    match split.split(vm, group) {
        Ok((matched, _)) if frame.stage == 1 => Ok(Action::Return(matched)),
        Ok((matched, _)) if frame.stage == PROJECT => {
            let mut new = vm.list_of(new).cloned().unwrap_or_default();
            new.extend(Some(matched).filter(|m| !m.is_none()));
            Ok(Action::Return(vm.group_of_raised(new)))
        }
        Ok((matched, rest)) => Ok(Action::Return(vm.tuple([matched, rest]))),
        Err(Ask(about, action)) => {
            if let Some(asked) = vm.list_mut(asked) {
                asked.push(about);
            }
            Ok(action)
        }
    }
}

/// Python must answer first: what it is asked about (a tuple for `derive`), and how.
struct Ask(Value, Action);

/// One attempt, with the answers that are known.
struct Split {
    condition: Value,
    /// A tuple of classes, or None where a function decides.
    classes: Value,
    /// Whether the condition is a list of the exceptions that match.
    by_leaf: bool,
    /// Whether what does not match is wanted too.
    with_rest: bool,
    answers: Value,
    /// The answer that comes next.
    next: usize,
}

impl Split {
    fn split(&mut self, vm: &mut Vm, exc: Value) -> Result<(Value, Value), Ask> {
        vm.work += 1;
        if self.matches(vm, exc)? {
            return Ok((exc, Value::None));
        }
        let Some(members) = vm.group_members(exc) else { return Ok((Value::None, exc)) };
        let (mut yes, mut no) = (Vec::new(), Vec::new());
        for member in members {
            let (matched, rest) = self.split(vm, member)?;
            yes.extend(Some(matched).filter(|m| !m.is_none()));
            no.extend(Some(rest).filter(|m| !m.is_none()));
        }
        let matched = self.derived(vm, exc, yes)?;
        let rest = if self.with_rest { self.derived(vm, exc, no)? } else { Value::None };
        Ok((matched, rest))
    }

    fn matches(&mut self, vm: &mut Vm, exc: Value) -> Result<bool, Ask> {
        if self.by_leaf {
            return Ok(vm.list_of(self.condition).is_some_and(|leaves| leaves.iter().any(|l| l.is(exc))));
        }
        let own = vm.class_of(exc);
        if let Some(classes) = vm.tuple_of(self.classes) {
            return Ok(classes.iter().filter_map(|class| class.id()).any(|class| vm.is_subclass(own, class)));
        }
        match self.answer(vm) {
            Some(answer) => Ok(matches!(answer, Value::Bool(true))),
            None => Err(Ask(exc, Action::call(self.condition, Args::of(&[exc])))),
        }
    }

    fn derived(&mut self, vm: &mut Vm, like: Value, members: Vec<Value>) -> Result<Value, Ask> {
        if members.is_empty() {
            return Ok(Value::None);
        }
        let Some(method) = vm.own_derive(like) else { return Ok(vm.derive_group(like, members)) };
        match self.answer(vm) {
            Some(group) => {
                vm.become_derived(group, like);
                Ok(group)
            }
            None => {
                let (list, about) = (vm.list(members), vm.tuple([like]));
                Err(Ask(about, vm.call_dunder(method, like, &[list])))
            }
        }
    }

    fn answer(&mut self, vm: &Vm) -> Option<Value> {
        let answer = vm.list_of(self.answers).and_then(|answers| answers.get(self.next).copied());
        self.next += 1;
        answer
    }
}
