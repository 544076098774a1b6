//! The keys of one set or dict looked up in another, with the hashes they already have: union, difference and the like.

use crate::frame::NativeFrame;
use crate::frame::native::probe::Job;
use crate::heap::Marker;
use crate::native::{Action, NativeResult, Outcome};
use crate::value::Value;
use crate::vm::Vm;

/// Keys taken before the run loop gets a chance to stop.
const BREATH: u32 = 512;

/// Keys on their way.
#[derive(Clone, Debug)]
pub struct Transfer {
    /// Hash and key; the next is last.
    keys: Vec<(i64, Value)>,
    table: Value,
    job: Job,
    /// Another set, and for which answer of the job it gets the key.
    keep: Option<(Value, bool)>,
    /// The key that the job runs for; none while its being kept, or a pause, answers.
    current: Option<(i64, Value)>,
}

impl Transfer {
    /// Does `job` in `table` with each key; the result is `table`.
    pub fn new(mut keys: Vec<(i64, Value)>, table: Value, job: Job) -> Transfer {
        keys.reverse();
        Transfer { keys, table, job, keep: None, current: None }
    }

    /// Adds to `into`, which is the result, the keys that `table` has, or has not.
    pub fn filter(keys: Vec<(i64, Value)>, table: Value, into: Value, wanted: bool) -> Transfer {
        Transfer { keep: Some((into, wanted)), ..Transfer::new(keys, table, Job::Contains) }
    }

    /// Begins.
    pub fn enter(self) -> NativeResult {
        Ok(Action::Enter(NativeFrame::Transfer(Box::new(self))))
    }

    pub fn resume(&mut self, vm: &mut Vm, outcome: Outcome) -> NativeResult {
        let mut answer = outcome.value(vm)?;
        let mut left = BREATH;
        loop {
            if let Some((hash, key)) = self.current.take()
                && let Some((into, wanted)) = self.keep
                && matches!(answer, Value::Bool(found) if found == wanted)
            {
                match vm.probe_hashed(into, key, hash, Job::Add)? {
                    Action::Return(_) => {}
                    action => return Ok(action),
                }
            }
            if left == 0 {
                return Ok(Action::Enter(NativeFrame::Breath));
            }
            left -= 1;
            let Some((hash, key)) = self.keys.pop() else { return self.end(vm) };
            self.current = Some((hash, key));
            answer = match vm.probe_hashed(self.table, key, hash, self.job)? {
                Action::Return(answer) => answer,
                action => return Ok(action),
            };
        }
    }

    fn end(&self, vm: &mut Vm) -> NativeResult {
        if let Job::Discard = self.job {
            vm.sweep_set(self.table);
        }
        Ok(Action::Return(self.keep.map_or(self.table, |(into, _)| into)))
    }

    pub fn trace(&self, m: &mut Marker<'_>) {
        m.value(self.table);
        self.keys.iter().chain(&self.current).for_each(|&(_, key)| m.value(key));
        if let Some((into, _)) = self.keep {
            m.value(into);
        }
    }
}
