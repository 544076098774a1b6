//! Exception groups: splitting them, as `except*` and `split` do.
//!
//! A group keeps its message and its exceptions (a tuple) in the two extra fields of the exception.

use super::Vm;
use crate::errors;
use crate::native::Raised;
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

    /// `except* class`: what is left and what matched.
    pub(super) fn match_group(&mut self, exc: Value, class: Value) -> Result<(Value, Value), Raised> {
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
            let (matched, rest) = self.split_group(exc, &mut wanted);
            return Ok((rest, matched));
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
            return Ok((Value::None, group));
        }
        Ok((exc, Value::None))
    }

    /// What an `except*` statement raises at its end: the unhandled rest of `original` and what its clauses raised.
    pub(super) fn prepare_reraise(&mut self, original: Value, raised: &[Value]) -> Value {
        let raised: Vec<Value> = raised.iter().copied().filter(|v| !v.is_none()).collect();
        match raised.as_slice() {
            [] => Value::None,
            [one] if self.group_members(original).is_none() => *one,
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
                    let mut kept = |vm: &mut Vm, e: Value| {
                        vm.group_members(e).is_none() && leaves.iter().any(|l| l.is(e))
                    };
                    let (rest, _) = self.split_group(original, &mut kept);
                    if !rest.is_none() {
                        new.push(rest);
                    }
                }
                match new.as_slice() {
                    [] => Value::None,
                    [one] => *one,
                    _ => {
                        let empty = self.str("");
                        self.new_group(empty, new)
                    }
                }
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
