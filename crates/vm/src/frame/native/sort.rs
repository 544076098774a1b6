//! `list.sort` and `sorted`: keys call by call, then a sort that never trusts the order it is given.
//!
//! The list's items are taken out while Python may run, as in CPython; who changes the list meanwhile gets ValueError. Keys that are
//! all ints, all strings or floats without NaN are sorted at once; others in short runs, which a merge joins, and every comparison
//! may call `__lt__`. Fewer than 64 items are compared in CPython's order.
//! Equal items keep their order, reversed or not.

mod run;

use std::cmp::Ordering;

use crate::code::Compare;
use crate::errors;
use crate::heap::Marker;
use crate::native::{Action, Args, NativeResult, Outcome, Raised};
use crate::value::Value;
use crate::vm::Vm;
use run::Run;

/// Fewer items than this are one run.
const ONE_RUN: usize = 64;

/// A sort in progress.
#[derive(Clone, Debug)]
pub struct Sort {
    /// The list that gets the items back.
    list: Value,
    /// What the frame answers.
    result: Value,
    key: Value,
    reverse: bool,
    /// What is sorted: key and item.
    pairs: Vec<(Value, Value)>,
    items: Vec<Value>,
    run: Run,
    merge: Merge,
    stage: Stage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Start,
    /// The key function was called for the next item.
    Keys,
    /// A run has asked for a comparison.
    Runs,
    /// The merge has asked for a comparison.
    Merging,
}

/// A bottom-up merge: runs of `width` are merged pairwise from `pairs` into `out`.
#[derive(Clone, Debug, Default)]
struct Merge {
    width: usize,
    left: usize,
    left_end: usize,
    right: usize,
    right_end: usize,
    out: Vec<(Value, Value)>,
}

impl Sort {
    /// `key` is None where there is none.
    pub fn new(list: Value, result: Value, key: Value, reverse: bool) -> Sort {
        Sort {
            list,
            result,
            key,
            reverse,
            pairs: Vec::new(),
            items: Vec::new(),
            run: Run::new(0, 0),
            merge: Merge::default(),
            stage: Stage::Start,
        }
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        match self.go_on(vm, outcome) {
            Ok(Some(action)) => Ok(action),
            Ok(None) => {
                if self.give_back(vm) {
                    return Err(errors::value_error(vm, "list modified during sort"));
                }
                Ok(Action::Return(self.result))
            }
            Err(raised) => {
                self.give_back(vm);
                Err(raised)
            }
        }
    }

    /// `None`: sorted.
    fn go_on(&mut self, vm: &mut Vm, outcome: Outcome) -> Result<Option<Action>, Raised> {
        match self.stage {
            Stage::Start => {
                self.items = vm.list_mut(self.list).map(std::mem::take).unwrap_or_default();
                vm.work += self.items.len() as u64;
                self.stage = Stage::Keys;
                if self.key.is_none() {
                    self.pairs = self.items.iter().map(|&item| (item, item)).collect();
                }
            }
            Stage::Keys => {
                let key = outcome.value(vm)?;
                if let Some(&item) = self.items.get(self.pairs.len()) {
                    self.pairs.push((key, item));
                }
            }
            Stage::Runs => {
                let answer = outcome.value(vm)?;
                self.run.answer(&mut self.pairs, matches!(answer, Value::Bool(true)));
                return self.runs(vm);
            }
            Stage::Merging => {
                let answer = outcome.value(vm)?;
                let smaller = matches!(answer, Value::Bool(true));
                return self.merge(vm, Some(smaller));
            }
        }
        if let Some(&item) = self.items.get(self.pairs.len()) {
            return Ok(Some(Action::call(self.key, Args::of(&[item]))));
        }
        // Reversing before and after keeps equal items in their order.
        if self.reverse {
            self.pairs.reverse();
        }
        self.stage = Stage::Runs;
        if sort_native(vm, &mut self.pairs) {
            return Ok(None);
        }
        self.run = Run::new(0, self.width().min(self.pairs.len()));
        self.runs(vm)
    }

    /// How long the runs are before they are merged.
    fn width(&self) -> usize {
        if self.pairs.len() < ONE_RUN { ONE_RUN } else { ONE_RUN / 2 }
    }

    /// Sorts runs until a comparison needs Python, then merges them.
    fn runs(&mut self, vm: &mut Vm) -> Result<Option<Action>, Raised> {
        let (len, width) = (self.pairs.len(), self.width());
        loop {
            while let Some((a, b)) = self.run.question(&mut self.pairs) {
                vm.work += 1;
                match vm.compare_truth(Compare::Lt, self.pairs[a].0, self.pairs[b].0)? {
                    Action::Return(answer) => {
                        self.run.answer(&mut self.pairs, matches!(answer, Value::Bool(true)));
                    }
                    action => return Ok(Some(action)),
                }
            }
            let end = self.run.end();
            if end >= len {
                break;
            }
            self.run = Run::new(end, (end + width).min(len));
        }
        self.stage = Stage::Merging;
        self.merge.width = width;
        self.begin_pass();
        self.merge(vm, None)
    }

    fn begin_pass(&mut self) {
        self.merge.out.clear();
        self.begin_runs(0);
    }

    fn begin_runs(&mut self, start: usize) {
        let len = self.pairs.len();
        let merge = &mut self.merge;
        merge.left = start;
        merge.left_end = (start + merge.width).min(len);
        merge.right = merge.left_end;
        merge.right_end = (merge.left_end + merge.width).min(len);
    }

    /// Merges until a comparison needs Python; `smaller` answers the last one: right before left.
    fn merge(&mut self, vm: &mut Vm, mut smaller: Option<bool>) -> Result<Option<Action>, Raised> {
        loop {
            if self.merge.width >= self.pairs.len() {
                return Ok(None);
            }
            let (left, right) = (self.merge.left, self.merge.right);
            let left_over = left < self.merge.left_end;
            let right_over = right < self.merge.right_end;
            match (left_over, right_over) {
                (true, true) => {
                    let take_right = match smaller.take() {
                        Some(smaller) => smaller,
                        None => {
                            vm.work += 1;
                            match vm.compare_truth(Compare::Lt, self.pairs[right].0, self.pairs[left].0)? {
                                Action::Return(answer) => matches!(answer, Value::Bool(true)),
                                action => return Ok(Some(action)),
                            }
                        }
                    };
                    if take_right {
                        self.merge.out.push(self.pairs[right]);
                        self.merge.right += 1;
                    } else {
                        self.merge.out.push(self.pairs[left]);
                        self.merge.left += 1;
                    }
                }
                (true, false) => {
                    self.merge.out.push(self.pairs[left]);
                    self.merge.left += 1;
                }
                (false, true) => {
                    self.merge.out.push(self.pairs[right]);
                    self.merge.right += 1;
                }
                (false, false) if self.merge.right_end < self.pairs.len() => {
                    self.begin_runs(self.merge.right_end);
                }
                (false, false) => {
                    std::mem::swap(&mut self.pairs, &mut self.merge.out);
                    self.merge.width *= 2;
                    self.begin_pass();
                }
            }
        }
    }

    /// Puts the items back, sorted as far as they are; whether somebody changed the list meanwhile.
    fn give_back(&mut self, vm: &mut Vm) -> bool {
        let done = self.pairs.len() == self.items.len();
        let mut items = std::mem::take(&mut self.items);
        if done && matches!(self.stage, Stage::Runs | Stage::Merging) {
            let pairs = std::mem::take(&mut self.pairs);
            items.clear();
            items.extend(pairs.into_iter().map(|(_, item)| item));
            if self.reverse {
                items.reverse();
            }
        }
        match vm.list_mut(self.list) {
            Some(list) => {
                let changed = !list.is_empty();
                *list = items;
                changed
            }
            None => false,
        }
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.values(&[self.list, self.result, self.key]);
        m.values(&self.items);
        self.pairs.iter().chain(&self.merge.out).for_each(|&(k, v)| m.values(&[k, v]));
    }
}

/// Sorts by keys whose order cannot lie; false when they are of another kind.
fn sort_native(vm: &mut Vm, pairs: &mut [(Value, Value)]) -> bool {
    let work = pairs.len().max(2).ilog2() as u64 * pairs.len() as u64 / 8;
    let ints = pairs.iter().all(|(key, _)| matches!(key, Value::Int(_)));
    let floats = !ints && pairs.iter().all(|(key, _)| matches!(key, Value::Float(f) if !f.is_nan()));
    let is_text = |key: Value| vm.object(key).is_some_and(|o| o.class == crate::types::STR);
    if !ints && !floats && !pairs.iter().all(|&(key, _)| is_text(key)) {
        return false;
    }
    // One sort for all kinds: each is a few kilobytes to fetch.
    pairs.sort_by(|&(a, _), &(b, _)| match (a, b) {
        (Value::Int(a), Value::Int(b)) => a.cmp(&b),
        (Value::Float(a), Value::Float(b)) => a.partial_cmp(&b).unwrap_or(Ordering::Equal),
        _ => vm.str_of(a).cmp(&vm.str_of(b)),
    });
    vm.work += work;
    true
}
