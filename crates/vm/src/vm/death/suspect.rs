//! Which dropped values are worth a look.
//!
//! **What is said here decides when the machine looks, never who is dead.** A drop that is not seen here is noticed by
//! `gc.collect()`, or at the end of the program.

use super::Fresh;
use crate::code::{CodeKind, Op};
use crate::frame::native::last_words::LookFirst;
use crate::frame::{FrameId, NativeFrame};
use crate::heap::iter::Iter;
use crate::heap::object::{Data, Generator, GeneratorState, StepState};
use crate::native::{Action, Args, NativeResult, Outcome, host};
use crate::value::{Id, Value};
use crate::vm::Vm;

/// Objects looked through for one whose end would be noticed.
const LOOK: usize = 24;

/// Operands among which a new container is looked for.
const NEAR: usize = 4;

impl Vm {
    /// Notes that a frame has dropped `value`; `slots` are what the frame still holds. Whether to look now.
    #[inline(never)]
    pub(crate) fn lost(&mut self, value: Value, slots: &[Value]) -> bool {
        self.drop_value(value, slots);
        self.look_through_fresh(slots);
        self.is_look_due()
    }

    /// Notes that `value` was dropped, by whom ever.
    pub fn drop_value(&mut self, value: Value, still_held: &[Value]) {
        if let Value::Obj(id) = value
            && !still_held.iter().any(|held| held.is(value))
            && self.may_be_noticed(id)
        {
            self.deaths.dropped.push(value);
        }
    }

    /// The same for values that the machine's owner has let go.
    pub fn drop_values(&mut self, values: &[Value]) {
        if self.watching {
            values.iter().for_each(|&value| self.drop_value(value, &[]));
        }
    }

    /// Makes a value a suspect, whatever it is.
    pub fn suspect(&mut self, value: Value) {
        self.watch_strange();
        self.deaths.dropped.push(value);
    }

    /// Whether the running frame's operands hold no new object whose end would be noticed.
    #[inline]
    pub(in crate::vm) fn nothing_fresh(&self) -> bool {
        self.top.and_then(|top| self.frames.python(top)).is_none_or(|frame| frame.fresh.is_empty())
    }

    /// Whether there are suspects, and it is time to see which of them are dead.
    #[inline]
    pub fn is_look_due(&self) -> bool {
        !self.deaths.dropped.is_empty() && self.deaths.is_due(self.work)
    }

    /// The call by which the owner, who knows all stacks, is asked to look.
    pub fn look() -> NativeResult {
        Ok(Action::host(host::BURY, Args::new()))
    }

    /// A look, then the outcome that was about to come.
    pub(in crate::vm) fn look_first(then: Outcome) -> NativeFrame {
        NativeFrame::LookFirst(Box::new(LookFirst { then }))
    }

    /// Notes that a value was dropped if it is new and has got no name yet. Whether to look now.
    pub(crate) fn lost_if_fresh(&mut self, value: Value) -> bool {
        if !value.id().is_some_and(|id| self.is_mortal(id)) {
            return false;
        }
        let frame = self.top.and_then(|top| self.frames.python(top));
        if frame.is_some_and(|frame| frame.fresh.iter().any(|new| value.is(new.id.into()))) {
            self.drop_value(value, &[]);
        }
        self.is_look_due()
    }

    /// A frame ends with an outcome.
    pub(in crate::vm) fn frame_ends(&mut self, frame: FrameId, outcome: Outcome) {
        let Some(python) = self.frames.python_mut(frame) else { return };
        let (mut slots, code) = (std::mem::take(&mut python.slots), python.code);
        let locals = self.code(code).locals.len().min(slots.len());
        let result = match outcome {
            Outcome::Returned(value) | Outcome::Finished(value) => value,
            Outcome::Raised(exc) => {
                // The traceback keeps the locals.
                let kept: Vec<Value> = slots
                    .drain(..locals)
                    .filter(|v| v.id().is_some_and(|id| self.may_be_noticed(id)))
                    .collect();
                if let Some(e) = self.exception_mut(exc).filter(|_| !kept.is_empty()) {
                    e.kept.extend(kept);
                    e.kept.push(Value::Unbound);
                }
                exc
            }
            Outcome::Start => Value::None,
        };
        self.frame_lost(frame, &slots, result);
        if let Some(python) = self.frames.python_mut(frame) {
            python.slots = slots;
        }
    }

    /// A frame has ended: it drops what its slots hold, all but its result.
    #[inline(never)]
    pub(crate) fn frame_lost(&mut self, frame: FrameId, slots: &[Value], result: Value) {
        let back = self.frames.get(frame).back;
        let fresh = self.frames.python_mut(frame).map_or_else(Vec::new, |f| std::mem::take(&mut f.fresh));
        let caller = back.and_then(|b| self.frames.python_mut(b)).map(|f| std::mem::take(&mut f.slots));
        let has_caller = caller.is_some();
        let caller = caller.unwrap_or_default();
        for (at, &value) in slots.iter().enumerate() {
            if value.id().is_some() && !value.is(result) && !slots[..at].iter().any(|v| v.is(value)) {
                self.drop_value(value, &caller);
            }
        }
        for Fresh { id, .. } in fresh {
            if !result.is(id.into()) {
                self.drop_value(id.into(), &caller);
            }
        }
        match (back, result) {
            (Some(back), Value::Obj(id)) if has_caller => self.arrived(back, id.into()),
            (_, result) if !has_caller => self.drop_value(result, &[]),
            _ => {}
        }
        if let Some(frame) = back.and_then(|b| self.frames.python_mut(b)) {
            frame.slots = caller;
        }
    }

    /// A new object whose end will be noticed: for now, only the operands of the frame that made it hold it.
    pub(crate) fn born(&mut self, id: Id) {
        self.watch();
        if let Some(frame) = self.top.and_then(|top| self.frames.python_mut(top)) {
            frame.fresh.push(Fresh { id, holder: None });
        }
    }

    /// A new object has got a name: more than operands hold it.
    pub(super) fn settled_in_name(&mut self, value: Value) {
        if let Some(frame) = self.top.and_then(|top| self.frames.python_mut(top)) {
            frame.fresh.retain(|new| !value.is(new.id.into()));
        }
    }

    /// A value has come to a frame: if its end will be noticed, its operands are for now the only ones that are known to hold it.
    #[inline(never)]
    pub(in crate::vm) fn arrived(&mut self, frame: FrameId, value: Value) {
        if let Value::Obj(id) = value
            && self.ends_noticed(id)
            && let Some(frame) = self.frames.python_mut(frame)
        {
            frame.fresh.push(Fresh { id, holder: None });
        }
    }

    /// An object was made in vain: nobody has seen it.
    pub(crate) fn unborn(&mut self, id: Id) {
        if self.watching && self.class(self.heap.get(id).class).is_some_and(|c| c.finalizer) {
            self.settled_in_name(id.into());
            self.deaths.told.insert(id);
        }
    }

    /// New objects that the operands of this frame have let go, and that are no locals of it.
    fn look_through_fresh(&mut self, slots: &[Value]) {
        let Some(top) = self.top else { return };
        let Some(frame) = self.frames.python_mut(top).filter(|frame| !frame.fresh.is_empty()) else { return };
        let (mut fresh, code) = (std::mem::take(&mut frame.fresh), frame.code);
        let locals = self.code(code).locals.len();
        let (locals, operands) = slots.split_at(locals.min(slots.len()));
        fresh.retain_mut(|new| {
            let held = |id: Id| operands.iter().any(|v| v.is(id.into()));
            if held(new.id) || new.holder.is_some_and(held) {
                return true;
            }
            // It may have become part of a container, which is new itself: that stands for what it holds from now on. Below an
            // iterator, it is a comprehension's.
            let before = new.holder;
            let inner = before.unwrap_or(new.id);
            let around =
                operands.iter().rev().take(NEAR).filter_map(|v| v.id()).find(|&id| self.is_within(inner, id));
            if let Some(around) = around {
                match self.heap.data(around) {
                    // An iterator lets go of what it walked when it ends.
                    Data::Iter(_) => new.holder = Some(around),
                    _ => *new = Fresh { id: around, holder: None },
                }
                return true;
            }
            before.into_iter().for_each(|holder| self.drop_value(holder.into(), locals));
            self.drop_value(new.id.into(), locals);
            false
        });
        fresh.dedup_by_key(|new| (new.id, new.holder));
        if let Some(frame) = self.frames.python_mut(top) {
            frame.fresh = fresh;
        }
    }

    fn is_within(&self, id: Id, container: Id) -> bool {
        match self.heap.data(container) {
            Data::List(items) => items.iter().rev().take(LOOK).any(|v| v.is(id.into())),
            Data::Tuple(items) => items.iter().take(LOOK).any(|v| v.is(id.into())),
            Data::Dict(dict) => dict.iter().take(LOOK).any(|(k, v)| k.is(id.into()) || v.is(id.into())),
            Data::Set(set) => set.iter().take(LOOK).any(|v| v.is(id.into())),
            Data::Iter(_) => self.heap.children(container, |_, _| {}).contains(&id),
            _ => false,
        }
    }

    /// Whether the end of an object or of something near below it would be noticed.
    pub(crate) fn may_be_noticed(&self, id: Id) -> bool {
        let mut look = LOOK;
        self.look_below(id, &mut look)
    }

    fn look_below(&self, id: Id, look: &mut usize) -> bool {
        if *look == 0 {
            return false;
        }
        *look -= 1;
        if self.ends_noticed(id) {
            return true;
        }
        if self.heap.is_settled(id) && !matches!(self.heap.data(id), Data::List(_) | Data::Dict(_)) {
            return false;
        }
        let object = self.heap.get(id);
        let mut any = |values: &mut dyn Iterator<Item = Value>| {
            values.take(LOOK).filter_map(Value::id).any(|child| self.look_below(child, look))
        };
        let within = match &object.data {
            Data::Slots(slots) => any(&mut slots.iter().map(|&(_, value)| value)),
            Data::List(items) => any(&mut items.iter().copied()),
            Data::Tuple(items) => any(&mut items.iter().copied()),
            Data::Dict(dict) => any(&mut dict.iter().flat_map(|(k, v)| [v, k])),
            Data::Set(set) => any(&mut set.iter()),
            Data::Cell(value) => any(&mut [*value].into_iter()),
            Data::BoundMethod(pair) => any(&mut [pair.0, pair.1].into_iter()),
            Data::Function(f) => any(&mut f.closure.iter().chain(&*f.defaults).copied()),
            Data::Exception(e) => any(&mut [e.args, e.context, e.extra[0], e.extra[1]]
                .into_iter()
                .chain(e.kept.iter().copied())),
            Data::Generator(g)
                if g.state == GeneratorState::Suspended || g.state == GeneratorState::Created =>
            {
                let frame = g.frame.and_then(|frame| self.frames.python(frame));
                any(&mut frame.iter().flat_map(|f| f.slots.iter().copied()))
            }
            Data::Host(host) => {
                host.any_held(&mut |value| value.id().is_some_and(|id| self.look_below(id, look)))
            }
            Data::Iter(_) | Data::AsyncGenStep(_) | Data::CoroutineWrapper(_) => {
                any(&mut self.heap.children(id, |_, _| {}).into_iter().skip(1).map(Value::from))
            }
            _ => false,
        };
        within || object.dict.is_some_and(|dict| self.look_below(dict, look))
    }

    /// Whether the end of this very object would be noticed, and its references may come to an end one by one.
    pub(super) fn ends_noticed(&self, id: Id) -> bool {
        if self.is_weakly_referred(id) {
            return true;
        }
        let object = self.heap.get(id);
        match &object.data {
            Data::Generator(g) if g.owned || g.delegated => false,
            Data::Host(host) if !self.has_finalizer(id) => host.is_suspicious(),
            _ => self.is_mortal(id),
        }
    }

    /// Whether something is to be said or done when this object dies, weak references aside.
    pub(crate) fn is_mortal(&self, id: Id) -> bool {
        let object = self.heap.get(id);
        let mortal = match &object.data {
            Data::Generator(g) => match g.state {
                GeneratorState::Created => g.kind == CodeKind::Coroutine,
                GeneratorState::Suspended => self.must_be_closed(g),
                GeneratorState::Running | GeneratorState::Closed => false,
            },
            Data::AsyncGenStep(step) => step.state == StepState::Created,
            Data::Host(host) if host.finalizer().is_some() => true,
            Data::Free => false,
            _ => self.has_finalizer(id),
        };
        mortal && !self.deaths.told.contains(&id)
    }

    /// Whether its class has a `__del__` in Python.
    pub(crate) fn has_finalizer(&self, id: Id) -> bool {
        self.class(self.heap.get(id).class).is_some_and(|c| c.finalizer)
    }

    /// Whether a collection closes it, though nothing of it may run: its task's last words tell that it is done.
    pub(crate) fn is_open_coroutine(&self, id: Id) -> bool {
        matches!(self.heap.data(id), Data::Generator(g)
            if g.state == GeneratorState::Suspended && g.kind == CodeKind::Coroutine && !g.delegated)
    }

    /// Whether closing a suspended generator runs anything of it.
    fn must_be_closed(&self, g: &Generator) -> bool {
        g.hooked && g.kind == CodeKind::AsyncGenerator
            || !g.delegated
                && self.frames.chain(g.top.or(g.frame)).filter_map(|f| self.frames.python(f)).any(|frame| {
                    let code = self.code(frame.code);
                    let ip = frame.ip.saturating_sub(1);
                    let own = |target: u32| {
                        code.instrs.get(target as usize).is_some_and(|i| i.op() != Op::StopIterationError)
                    };
                    code.handlers.iter().any(|h| h.start <= ip && ip < h.end && own(h.target))
                })
    }

    /// A coroutine has got an owner, whose end is noticed instead, or has lost it.
    pub fn own_coroutine(&mut self, coroutine: Value, owned: bool) {
        if let Value::Obj(id) = coroutine
            && let Data::Generator(g) = self.heap.data_mut(id)
        {
            g.owned = owned;
            match owned {
                true => self.discount_generator(id),
                false => self.count_generator(id),
            }
        }
    }

    /// What an iterator of a container walks: it lets it go at the end.
    pub(crate) fn walked(&self, iterator: Value) -> Value {
        match self.data(iterator) {
            Some(Data::Iter(iter)) => match **iter {
                Iter::List { list: id, .. } | Iter::Tuple { tuple: id, .. } => id.into(),
                Iter::Dict { dict: id, .. } | Iter::Set { set: id, .. } => id.into(),
                _ => Value::None,
            },
            _ => Value::None,
        }
    }

    /// Whether methods of it take things out.
    fn may_lose(&self, id: Id) -> bool {
        let data = self.heap.data(id);
        matches!(data, Data::List(_) | Data::Dict(_) | Data::Set(_) | Data::Host(_))
    }

    /// Values that a native method is about to take out of its receiver without giving them to anybody.
    pub(crate) fn about_to_lose(&self, native: &str, args: &[Value]) -> Vec<Value> {
        let receiver = args.first().and_then(|v| v.id());
        if !receiver.is_some_and(|id| self.may_lose(id)) {
            return Vec::new();
        }
        match (native.rsplit('.').next(), receiver) {
            (Some("clear"), Some(id)) => self
                .heap
                .children(id, |_, _| {})
                .into_iter()
                .skip_while(|&c| c == self.heap.get(id).class)
                .map(Value::from)
                .collect(),
            (Some("remove" | "discard"), Some(_)) => args.get(1).copied().into_iter().collect(),
            _ => Vec::new(),
        }
    }
}
