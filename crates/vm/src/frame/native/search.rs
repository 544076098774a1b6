//! Looking for an item in a sequence by `==`: `in`, `index`, `count`, `remove`.

use crate::code::Compare;
use crate::errors;
use crate::frame::NativeFrame;
use crate::frame::native::probe::Job;
use crate::frame::native::then::Then;
use crate::heap::Marker;
use crate::heap::dict::Same;
use crate::heap::object::Data;
use crate::native::{Action, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// What is wanted of the item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// Whether it is there.
    Contains,
    /// Its index; ValueError when it is not there.
    Index,
    /// How many there are.
    Count,
    /// Take the first one out; ValueError when there is none.
    Remove,
}

/// A search in progress.
#[derive(Clone, Debug)]
pub struct Search {
    place: Place,
    item: Value,
    sought: Sought,
    at: usize,
    end: usize,
    count: i64,
}

#[derive(Clone, Debug)]
enum Place {
    /// A list or tuple, looked at as it is at each moment.
    Container(Value),
    /// Items copied beforehand.
    Items(Vec<Value>),
    /// An entry of a dict; the key.
    Entry(Value, Value),
}

impl Search {
    /// Whether a dict has `key` with `value`.
    pub fn entry(dict: Value, key: Value, value: Value) -> Search {
        Search {
            place: Place::Entry(dict, key),
            item: value,
            sought: Sought::Contains,
            at: 0,
            end: 1,
            count: 0,
        }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let mut outcome = outcome;
        if let Place::Entry(dict, key) = self.place {
            return self.resume_entry(vm, outcome, dict, key);
        }
        loop {
            if !matches!(outcome, Outcome::Start) {
                if matches!(outcome.value(vm)?, Value::Bool(true)) {
                    match self.sought {
                        Sought::Count => self.count += 1,
                        _ => return self.found(vm),
                    }
                }
                self.at += 1;
            }
            let Some(candidate) = self.candidate(vm) else { return self.missing(vm) };
            vm.work += 1;
            outcome = match vm.compare_truth(Compare::Eq, candidate, self.item)? {
                Action::Return(value) => Outcome::Returned(value),
                action => return Ok(action),
            };
        }
    }

    fn resume_entry(&mut self, vm: &mut Vm, outcome: Outcome, dict: Value, key: Value) -> NativeResult {
        let action = match outcome {
            Outcome::Start => vm.probe(dict, key, Job::Get { default: Value::Unbound })?,
            outcome => Action::Return(outcome.value(vm)?),
        };
        let Action::Return(value) = action else { return Ok(action) };
        if self.at == 1 {
            return Ok(Action::Return(value));
        }
        self.at = 1;
        if value.is_unbound() {
            return Ok(Action::Return(Value::Bool(false)));
        }
        vm.compare_truth(Compare::Eq, value, self.item)
    }

    fn candidate(&self, vm: &Vm) -> Option<Value> {
        if self.at >= self.end {
            return None;
        }
        match &self.place {
            Place::Items(items) => items.get(self.at).copied(),
            Place::Container(container) => vm.item_at(*container, self.at),
            Place::Entry(..) => None,
        }
    }

    fn found(&self, vm: &mut Vm) -> NativeResult {
        Ok(Action::Return(match (self.sought, &self.place) {
            (Sought::Contains, _) => Value::Bool(true),
            (Sought::Remove, Place::Container(container)) => {
                match container.id().map(|id| vm.heap.data_mut(id)) {
                    Some(Data::List(items)) if self.at < items.len() => {
                        items.remove(self.at);
                    }
                    _ => {}
                }
                Value::None
            }
            _ => Value::Int(self.at as i64),
        }))
    }

    fn missing(&self, vm: &mut Vm) -> NativeResult {
        match self.sought {
            Sought::Contains => Ok(Action::Return(Value::Bool(false))),
            Sought::Count => Ok(Action::Return(Value::Int(self.count))),
            Sought::Index | Sought::Remove => match self.place {
                Place::Container(container) => match errors::not_in_sequence(vm, container, self.sought) {
                    Some(raised) => Err(raised),
                    None => not_in_list(vm, self.item),
                },
                _ => Err(errors::value_error(vm, "value not found")),
            },
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.value(self.item);
        match &self.place {
            Place::Container(v) => m.value(*v),
            Place::Items(items) => m.values(items),
            Place::Entry(dict, key) => m.values(&[*dict, *key]),
        }
    }
}

/// ValueError of `list.index`, which shows the item's repr.
fn not_in_list(vm: &mut Vm, item: Value) -> NativeResult {
    fn shown(vm: &mut Vm, text: Value, _: Value) -> NativeResult {
        let message = format!("{} is not in list", vm.str_of(text).unwrap_or("?"));
        Err(errors::value_error(vm, message))
    }
    match vm.repr(item)? {
        Action::Return(text) => shown(vm, text, Value::None),
        Action::Enter(frame) => {
            Ok(Action::Enter(NativeFrame::Then(Box::new(Then::new(frame, shown, Value::None)))))
        }
        action => Ok(action),
    }
}

impl Vm {
    /// The item at a place of a list or tuple.
    pub fn item_at(&self, container: Value, at: usize) -> Option<Value> {
        self.sequence_of(container)?.get(at).copied()
    }

    /// Looks for `item` in a list or tuple: at once while comparisons are native.
    pub fn search(&mut self, container: Value, item: Value, sought: Sought) -> NativeResult {
        self.search_between(container, item, sought, 0, usize::MAX)
    }

    /// As [`Vm::search`], between two places.
    pub fn search_between(
        &mut self,
        container: Value,
        item: Value,
        sought: Sought,
        at: usize,
        end: usize,
    ) -> NativeResult {
        self.run_search(Search { place: Place::Container(container), item, sought, at, end, count: 0 })
    }

    /// Looks for `item` among items copied beforehand.
    pub fn search_items(&mut self, items: Vec<Value>, item: Value, sought: Sought) -> NativeResult {
        let end = items.len();
        self.run_search(Search { place: Place::Items(items), item, sought, at: 0, end, count: 0 })
    }

    fn run_search(&mut self, mut search: Search) -> NativeResult {
        while let Some(candidate) = search.candidate(self) {
            match self.equal_native(candidate, search.item) {
                Same::Yes if search.sought == Sought::Count => search.count += 1,
                Same::Yes => return search.found(self),
                Same::No => {}
                Same::Ask => return Ok(Action::Enter(NativeFrame::Search(Box::new(search)))),
            }
            search.at += 1;
            if search.at.is_multiple_of(16) {
                self.work += 1;
            }
        }
        search.missing(self)
    }
}
