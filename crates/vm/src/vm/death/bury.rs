//! Who is dead: marking, then letting go reference by reference, as CPython's counts would.
//!
//! A mark tells which suspects nobody living refers to. Among those and what they refer to, references are counted and let go in CPython's
//! order; **what only a circle of references holds is not dead yet** but waits for `gc`. Behind an object with last words
//! nothing is let go before they are said: they may bring it back.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use crate::frame::NativeFrame;
use crate::frame::native::last_words::{LastWords, Word};
use crate::heap::object::{Data, Object};
use crate::heap::{Heap, Marker};
use crate::native::{Action, NativeResult};
use crate::sorted::sorted;
use crate::value::{Id, Value};
use crate::vm::Vm;
use crate::vm::run::Fiber;

impl Vm {
    /// Looks which of the suspects are dead, and lets them have their last words.
    #[inline]
    pub fn bury(&mut self, fibers: &[&Fiber]) -> NativeResult {
        let mut suspects: Vec<Id> = Vec::new();
        let mut seen = HashSet::default();
        for value in std::mem::take(&mut self.deaths.dropped) {
            suspects.extend(
                value.id().filter(|&id| !matches!(self.heap.data(id), Data::Free) && seen.insert(id)),
            );
        }
        let visited = self.reach_suspects(fibers, &suspects);
        let words = self.let_go(&suspects);
        self.heap.unmark(&suspects, &visited);
        self.relax();
        Ok(self.last_words(words, Value::None))
    }

    /// Marks until it is known which of these are alive.
    #[inline]
    pub(super) fn reach_suspects(&mut self, fibers: &[&Fiber], suspects: &[Id]) -> Vec<Id> {
        let all = suspects.iter().any(|&id| self.heap.is_settled(id));
        let mut heap = std::mem::take(&mut self.heap);
        let visited = heap.reach(
            suspects,
            all,
            // What is named last is looked into first: most suspects that live are held by the owner, by its loops say.
            |m| {
                m.id(self.modules);
                self.deaths.circular.iter().for_each(|&id| m.id(id));
                fibers.iter().for_each(|fiber| self.trace_fiber(fiber, m));
                self.owner.trace(m);
            },
            |object, m| self.trace_generator(object, m),
        );
        self.heap = heap;
        self.deaths.visited += visited.len() as u64;
        visited
    }

    pub(in crate::vm) fn last_words(&mut self, words: Vec<Word>, result: Value) -> Action {
        match words.is_empty() {
            true => Action::Return(result),
            false => Action::Enter(NativeFrame::LastWords(Box::new(LastWords::new(words, result)))),
        }
    }

    /// Lets go of dead suspects in their order.
    fn let_go(&mut self, suspects: &[Id]) -> Vec<Word> {
        let dead: Vec<Id> = suspects.iter().copied().filter(|&id| !self.heap.is_reached(id)).collect();
        if dead.is_empty() {
            return Vec::new();
        }
        let mut held = self.count_references(&dead);
        self.deaths.visited += held.len() as u64;
        let (mut words, mut said) = (Vec::new(), Vec::new());
        let mut stack: Vec<(Vec<Id>, usize)> = Vec::new();
        for &first in &dead {
            if held.get(&first) != Some(&0) {
                continue;
            }
            stack.push((vec![first], 0));
            while let Some((ids, at)) = stack.last_mut() {
                let Some(&id) = ids.get(*at) else {
                    stack.pop();
                    continue;
                };
                *at += 1;
                if let Some(count) = held.get_mut(&id) {
                    *count = count.saturating_sub(u32::from(stack.len() > 1));
                    if *count > 0 {
                        continue;
                    }
                    held.remove(&id);
                    if self.is_mortal(id) {
                        words.push(Word::Own(id));
                        said.push(id);
                        continue;
                    }
                    self.say_to_weak(id, &mut words);
                    stack.push((self.references(id), 0));
                }
            }
        }
        self.keep_circles(&dead, held, said);
        words
    }

    /// The calls by which weak references tell that an object is gone.
    fn say_to_weak(&mut self, id: Id, words: &mut Vec<Word>) {
        if self.is_weakly_referred(id) {
            let calls = self.clear_weak(id, |vm, reference| vm.heap.is_reached(reference));
            words.extend(calls.into_iter().map(|(callback, reference)| Word::Callback(callback, reference)));
        }
    }

    /// What the threads that are left behind hold, and `left`: the program ends without an end for that. A frame or a function of the
    /// program among it holds the program's namespace.
    fn held_by_stacks(&self, fibers: &[&Fiber], namespace: &Value, left: Value) -> HashSet<Id> {
        let mut grey = Heap::named(|m| {
            m.value(left);
            fibers.iter().for_each(|fiber| self.trace_fiber(fiber, m));
        });
        let mut held = HashSet::default();
        while let Some(id) = grey.pop() {
            if (namespace.is(id.into()) || !self.heap.is_settled(id)) && held.insert(id) {
                grey.extend(self.references(id));
            }
        }
        held
    }

    /// How often each dead object is referred to by others of them.
    fn count_references(&self, dead: &[Id]) -> HashMap<Id, u32> {
        let mut held: HashMap<Id, u32> = dead.iter().map(|&id| (id, 0)).collect();
        let mut grey = dead.to_vec();
        while let Some(id) = grey.pop() {
            for child in self.references(id) {
                if self.heap.is_reached(child) {
                    continue;
                }
                match held.get_mut(&child) {
                    Some(count) => *count += 1,
                    None => {
                        held.insert(child, 1);
                        grey.push(child);
                    }
                }
            }
        }
        held
    }

    /// What is left when all is let go that can be: circles, and what they hold.
    fn keep_circles(&mut self, dead: &[Id], held: HashMap<Id, u32>, said: Vec<Id>) {
        if held.is_empty() {
            return;
        }
        // Behind those who still have something to say, nothing is decided.
        let mut behind: HashSet<Id> = HashSet::default();
        let mut grey = said;
        while let Some(id) = grey.pop() {
            for child in self.references(id) {
                if held.contains_key(&child) && behind.insert(child) {
                    grey.push(child);
                }
            }
        }
        let left: Vec<Id> = sorted(held.into_keys().filter(|id| !behind.contains(id)));
        let noticed = left.iter().any(|&id| self.is_mortal(id) || self.is_weakly_referred(id));
        if noticed {
            let in_order = dead.iter().copied().filter(|id| left.binary_search(id).is_ok());
            let others = left.iter().copied().filter(|&id| self.is_mortal(id) || self.is_weakly_referred(id));
            let circular: Vec<Id> = in_order.chain(others).collect();
            self.deaths.circular.extend(circular);
        }
    }

    /// What an object refers to, in the order of its end; of a generator's frames, its own.
    fn references(&self, id: Id) -> Vec<Id> {
        self.heap.children(id, |object, m| self.trace_own_frames(object, m))
    }

    fn trace_own_frames(&self, object: &Object, m: &mut Marker<'_>) {
        let Data::Generator(g) = &object.data else { return };
        match (g.top, g.frame) {
            (Some(top), _) => {
                self.frames.chain(Some(top)).for_each(|frame| self.frames.trace_values(frame, m))
            }
            (None, Some(frame)) => self.frames.trace_values(frame, m),
            (None, None) => {}
        }
    }

    /// `gc.collect()`: ends all circles that nobody refers to. The number of objects in them is the answer.
    pub fn end_circles(&mut self, fibers: &[&Fiber]) -> NativeResult {
        self.deaths.dropped.clear();
        self.mark_all(fibers, false);
        let dead: Vec<Id> = self.heap.unmarked().collect();
        let count = self.in_circles(&dead);
        let untold = self.untold();
        let words = self.words_of_all(&untold);
        self.heap.unmark_all();
        Ok(self.last_words(words, Value::Int(count)))
    }

    /// How many of these are in circles, or held by one.
    fn in_circles(&self, dead: &[Id]) -> i64 {
        let mut held = self.count_references(dead);
        let mut free: Vec<Id> = dead.iter().copied().filter(|id| held.get(id) == Some(&0)).collect();
        while let Some(id) = free.pop() {
            held.remove(&id);
            for child in self.references(id) {
                if let Some(count) = held.get_mut(&child) {
                    *count -= 1;
                    if *count == 0 {
                        free.push(child);
                    }
                }
            }
        }
        // The attributes of an object count with it.
        let attributes: HashSet<Id> = held.keys().filter_map(|&id| self.heap.get(id).dict).collect();
        let counted = |id: &&Id| {
            let data = self.heap.data(**id);
            let plain = matches!(
                data,
                Data::Str(_) | Data::Bytes(_) | Data::Int(_) | Data::BigInt(_) | Data::Float(_)
            );
            !plain && !attributes.contains(id)
        };
        held.keys().filter(counted).count() as i64
    }

    /// The dead that the last full marking left and whose end is to be told: what circles hold first.
    pub(in crate::vm) fn untold(&mut self) -> Vec<Id> {
        let mut order: Vec<Id> = Vec::new();
        let mut seen: HashSet<Id> = HashSet::default();
        let mut grey: Vec<Id> = self.deaths.circular.iter().rev().copied().collect();
        while let Some(id) = grey.pop() {
            if !self.heap.is_reached(id) && seen.insert(id) {
                order.push(id);
                grey.extend(self.references(id).into_iter().rev());
            }
        }
        order.extend(self.heap.unmarked().filter(|id| !seen.contains(id)));
        order.retain(|&id| self.is_mortal(id) || self.is_weakly_referred(id) || self.is_open_coroutine(id));
        // CPython goes through them in the order in which they were made.
        let by_birth = sorted(order.iter().enumerate().map(|(at, &id)| (self.birth_of(id), at)));
        by_birth.into_iter().map(|(_, at)| order[at]).collect()
    }

    /// What dead objects have to say when a collection ends them: weak references first.
    pub(in crate::vm) fn words_of_all(&mut self, dead: &[Id]) -> Vec<Word> {
        self.deaths.circular.clear();
        let mut words = Vec::new();
        dead.iter().for_each(|&id| self.say_to_weak(id, &mut words));
        let has_words = |id: &Id| self.is_mortal(*id) || self.is_open_coroutine(*id);
        words.extend(dead.iter().copied().filter(has_words).map(Word::Own));
        words
    }

    /// The end of the program: everything that has last words says them. `last` is what nothing caught, whose traceback held the locals of
    /// its frames until now; without a circle they go at once. Then comes what nobody refers to, then what the namespace (a dict) holds,
    /// level by level: CPython lets go of what is deeper later. What a circle with that exception holds is younger.
    /// What is `left` behind goes without a word, and all it holds.
    pub fn end_all(&mut self, fibers: &[&Fiber], [namespace, last, left]: [Value; 3]) -> NativeResult {
        if !self.watched {
            return Ok(Action::Return(Value::None));
        }
        self.mark_all(fibers, false);
        let was_uncaught = last.id().is_some();
        let last: Vec<Id> = last.id().filter(|&id| !self.heap.is_reached(id)).into_iter().collect();
        let mut words = self.let_go(&last);
        let is_circle = last.iter().any(|id| self.deaths.circular.contains(id));
        let mut seen = HashSet::default();
        let behind = self.levels(last, &mut seen, |vm, id| !vm.heap.is_reached(id));
        let (mut order, behind) = if is_circle { (Vec::new(), behind) } else { (behind, Vec::new()) };
        // To print a traceback takes CPython a collection, which meets tasks before their coroutines.
        let untold = self.untold();
        let is_first = |id: &Id| !was_uncaught || matches!(self.heap.data(*id), Data::Host(_));
        let (first, rest): (Vec<Id>, Vec<Id>) =
            untold.into_iter().filter(|id| !seen.contains(id)).partition(is_first);
        order.extend(first.into_iter().chain(rest));
        self.heap.unmark_all();
        order.extend(self.levels(namespace.id().into_iter().collect(), &mut seen, |_, _| true));
        order.extend(behind);
        order.extend(self.heap.all().filter(|id| !seen.contains(id)));
        let mut said = self.held_by_stacks(fibers, &namespace, left);
        said.extend(words.iter().filter_map(|word| if let Word::Own(id) = word { Some(*id) } else { None }));
        order.retain(|&id| (self.is_mortal(id) || self.is_open_coroutine(id)) && said.insert(id));
        words.extend(order.into_iter().map(Word::Own));
        self.deaths.weak.clear();
        self.deaths.dropped.clear();
        Ok(self.last_words(words, Value::None))
    }

    /// What is below an object, level by level, as far as it is wanted and has not been seen.
    fn levels(
        &self,
        mut level: Vec<Id>,
        seen: &mut HashSet<Id>,
        is_wanted: impl Fn(&Vm, Id) -> bool,
    ) -> Vec<Id> {
        let mut order = Vec::new();
        seen.extend(&level);
        while !level.is_empty() {
            let mut below = Vec::new();
            for id in level {
                for child in self.references_outside_in(id) {
                    // The attributes of an object are as deep as the object's own references.
                    let attributes = self.heap.get(id).dict == Some(child);
                    let found = if attributes { self.references(child) } else { vec![child] };
                    below.extend(
                        found.into_iter().filter(|&id| {
                            !self.heap.is_settled(id) && is_wanted(self, id) && seen.insert(id)
                        }),
                    );
                }
            }
            order.extend(&below);
            level = below;
        }
        order
    }

    /// As [`Vm::references`], the frames of a traceback from the outermost on.
    fn references_outside_in(&self, id: Id) -> Vec<Id> {
        let mut found = self.references(id);
        if let Data::Exception(e) = self.heap.data(id) {
            let frames = e.kept.rsplit(|value| value.is_unbound());
            found.splice(..0, frames.flatten().filter_map(|value| value.id()));
        }
        found
    }
}
