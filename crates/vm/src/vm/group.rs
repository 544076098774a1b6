//! Exception groups: splitting them, as `except*` and `split` do.
//!
//! A group keeps its message and its exceptions (a tuple) in the two extra fields of the exception.

use super::Vm;
use crate::builtins::{project_asking, split_asking};
use crate::errors;
use crate::native::{Action, NativeResult};
use crate::types;
use crate::value::Value;

impl Vm {
    /// The exceptions of a group.
    pub fn group_members(&self, exc: Value) -> Option<Vec<Value>> {
        if !self.is_instance(exc, types::BASE_EXCEPTION_GROUP) {
            return None;
        }
        self.tuple_of(self.exception_of(exc)?.extra[1]).map(<[Value]>::to_vec)
    }

    /// A group like `like` with other members: its message, traceback, cause, context and notes.
    pub fn derive_group(&mut self, like: Value, members: Vec<Value>) -> Value {
        let message = self.exception_of(like).map_or(Value::None, |e| e.extra[0]);
        let group = self.new_group(message, members);
        self.become_derived(group, like);
        group
    }

    /// Gives a group that was derived from `like` what does not depend on its members.
    pub(crate) fn become_derived(&mut self, group: Value, like: Value) {
        if let Some(old) = self.exception_of(like).cloned()
            && let Some(new) = self.exception_mut(group)
        {
            new.traceback = old.traceback;
            new.cause = old.cause;
            new.context = old.context;
            new.suppress_context = old.suppress_context;
        }
        if let (Value::Obj(old), Value::Obj(new)) = (like, group)
            && let Some(dict) = self.heap.get(old).dict
            && let Some(notes) = self.dict_get_str(dict, crate::names::NOTES)
        {
            let copy = self.list_of(notes).cloned().unwrap_or_default();
            let copy = self.list(copy);
            let dict = self.dict_for(new);
            self.dict_set_str(dict, crate::names::NOTES, copy);
        }
    }

    /// A `derive` that is written in Python.
    pub(crate) fn own_derive(&mut self, group: Value) -> Option<Value> {
        let name = self.intern("derive");
        self.class_attr(self.class_of(group), name).filter(|&method| !self.is_native_function(method))
    }

    /// Whether splitting the exception may have to ask Python.
    fn asks_to_derive(&mut self, exc: Value) -> bool {
        let Some(members) = self.group_members(exc) else { return false };
        self.own_derive(exc).is_some() || members.into_iter().any(|member| self.asks_to_derive(member))
    }

    /// A group of the narrowest builtin class that may hold the members.
    pub fn new_group(&mut self, message: Value, members: Vec<Value>) -> Value {
        let ordinary = members.iter().all(|&m| self.is_instance(m, types::EXCEPTION));
        let class = if ordinary { types::EXCEPTION_GROUP } else { types::BASE_EXCEPTION_GROUP };
        let list = self.list(members.clone());
        let members = self.tuple(members);
        let group = self.exception(class, &[message, list]);
        self.set_exception_extra(group, [message, members]);
        group
    }

    /// The parts of an exception that satisfy `wanted` and that do not, each a group like the original, or None.
    pub fn split_group(
        &mut self,
        exc: Value,
        wanted: &mut dyn FnMut(&mut Vm, Value) -> bool,
    ) -> (Value, Value) {
        if wanted(self, exc) {
            return (exc, Value::None);
        }
        let Some(members) = self.group_members(exc) else { return (Value::None, exc) };
        let (mut yes, mut no) = (Vec::new(), Vec::new());
        for member in members {
            let (matched, rest) = self.split_group(member, wanted);
            yes.extend(Some(matched).filter(|m| !m.is_none()));
            no.extend(Some(rest).filter(|m| !m.is_none()));
        }
        let matched = if yes.is_empty() { Value::None } else { self.derive_group(exc, yes) };
        let rest = if no.is_empty() { Value::None } else { self.derive_group(exc, no) };
        (matched, rest)
    }

    /// `except* class`: what matched and what is left, a tuple.
    pub(super) fn match_group(&mut self, exc: Value, class: Value) -> NativeResult {
        self.exception_matches(exc, class)?;
        let classes = self.tuple_of(class).map_or_else(|| vec![class], <[Value]>::to_vec);
        for &class in &classes {
            if class.id().is_some_and(|c| self.is_subclass(c, types::BASE_EXCEPTION_GROUP)) {
                let message = "catching ExceptionGroup with except* is not allowed. Use except instead.";
                return Err(errors::type_error(self, message));
            }
        }
        let mut wanted = |vm: &mut Vm, e: Value| {
            let own = vm.class_of(e);
            classes.iter().filter_map(|c| c.id()).any(|c| vm.is_subclass(own, c))
        };
        if self.group_members(exc).is_some() {
            if self.asks_to_derive(exc) {
                return Ok(split_asking(self, exc, classes));
            }
            let (matched, rest) = self.split_group(exc, &mut wanted);
            return Ok(Action::Return(self.tuple([matched, rest])));
        }
        if wanted(self, exc) {
            let empty = self.str("");
            let group = self.new_group(empty, vec![exc]);
            // CPython hands a tuple to the constructor here, which the repr shows.
            let members = self.tuple([exc]);
            let args = self.tuple([empty, members]);
            if let Some(e) = self.exception_mut(group) {
                e.args = args;
            }
            return Ok(Action::Return(self.tuple([group, Value::None])));
        }
        Ok(Action::Return(self.tuple([Value::None, exc])))
    }

    /// What an `except*` statement raises at its end: the unhandled rest of `original` and what its clauses raised.
    pub(super) fn prepare_reraise(&mut self, original: Value, raised: &[Value]) -> Action {
        let raised: Vec<Value> = raised.iter().copied().filter(|v| !v.is_none()).collect();
        match raised.as_slice() {
            [] => Action::Return(Value::None),
            [one] if self.group_members(original).is_none() => Action::Return(*one),
            _ => {
                let (mut again, mut new) = (Vec::new(), Vec::new());
                for &exc in &raised {
                    let same = match (self.exception_of(exc), self.exception_of(original)) {
                        (Some(a), Some(b)) => a.traceback == b.traceback && self.group_members(exc).is_some(),
                        _ => false,
                    };
                    if same { again.push(exc) } else { new.push(exc) }
                }
                if !again.is_empty() {
                    let leaves: Vec<Value> = again.iter().flat_map(|&g| self.leaves(g)).collect();
                    if self.asks_to_derive(original) {
                        return project_asking(self, original, leaves, new);
                    }
                    let mut kept = |vm: &mut Vm, e: Value| {
                        vm.group_members(e).is_none() && leaves.iter().any(|l| l.is(e))
                    };
                    let (rest, _) = self.split_group(original, &mut kept);
                    if !rest.is_none() {
                        new.push(rest);
                    }
                }
                Action::Return(self.group_of_raised(new))
            }
        }
    }

    /// What stands for several exceptions: a group, but the only one itself.
    pub(crate) fn group_of_raised(&mut self, raised: Vec<Value>) -> Value {
        match raised.as_slice() {
            [] => Value::None,
            [one] => *one,
            _ => {
                let empty = self.str("");
                self.new_group(empty, raised)
            }
        }
    }

    fn leaves(&self, exc: Value) -> Vec<Value> {
        match self.group_members(exc) {
            Some(members) => members.iter().flat_map(|&m| self.leaves(m)).collect(),
            None => vec![exc],
        }
    }
}
