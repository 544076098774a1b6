//! The timer heap: handles by deadline, in the very order of CPython's `heapq` module.
//!
//! A binary heap leaves the order of equal deadlines to the way it sifts, and Python programs can see that order: eight
//! `call_at` on one instant run as 0 2 6 5 7 4 1 3, or as 0 2 6 5 7 1 3 4 if there is a later timer too. So the sift rules here are `heapq`'s, comparison for comparison, and there
//! is deliberately no sequence number to break ties. As `TimerHandle.__lt__` does, only deadlines are compared, with `<`, so
//! even NaN lands where it would in CPython.

/// A min-heap of handles by deadline (seconds, in the loop's own time), the twin of `BaseEventLoop._scheduled`.
#[derive(Clone, Debug)]
pub struct TimerHeap<H> {
    timers: Vec<Timer<H>>,
}

#[derive(Clone, Debug)]
struct Timer<H> {
    when: f64,
    handle: H,
}

impl<H> Default for TimerHeap<H> {
    fn default() -> Self {
        TimerHeap { timers: Vec::new() }
    }
}

impl<H> TimerHeap<H> {
    pub fn len(&self) -> usize {
        self.timers.len()
    }

    pub fn is_empty(&self) -> bool {
        self.timers.is_empty()
    }

    /// Adds a handle that is due at `when` (`heapq.heappush`).
    pub fn push(&mut self, when: f64, handle: H) {
        self.timers.push(Timer { when, handle });
        self.sift_down(0, self.timers.len() - 1);
    }

    /// Takes the timer at the head (`heapq.heappop`).
    pub fn pop(&mut self) -> Option<(f64, H)> {
        if self.timers.is_empty() {
            return None;
        }
        // The last timer takes the place of the head and is sifted from there.
        let head = self.timers.swap_remove(0);
        self.sift_up(0);
        Some((head.when, head.handle))
    }

    /// The timer at the head, which no other precedes.
    pub fn head(&self) -> Option<(f64, &H)> {
        self.timers.first().map(|timer| (timer.when, &timer.handle))
    }

    /// Keeps the timers that `keep` says, then rebuilds the heap (`heapq.heapify`). Rebuilding may change the order
    /// of equal deadlines, as it does in CPython, even when nothing was dropped.
    pub fn retain(&mut self, mut keep: impl FnMut(&H) -> bool) {
        self.timers.retain(|timer| keep(&timer.handle));
        for position in (0..self.timers.len() / 2).rev() {
            self.sift_up(position);
        }
    }

    /// All timers in the heap's inner order (the order of the list that `heapq` works on).
    pub fn iter(&self) -> impl Iterator<Item = (f64, &H)> {
        self.timers.iter().map(|timer| (timer.when, &timer.handle))
    }

    pub fn clear(&mut self) {
        self.timers.clear();
    }

    /// `heapq._siftup`: sends the timer at `start` all the way down along the smaller children, the right one of equals, and
    /// then lets it climb back. Stopping on the way down where it fits would give other ties.
    fn sift_up(&mut self, start: usize) {
        let end = self.timers.len();
        let mut position = start;
        let mut child = 2 * position + 1;
        while child < end {
            let right = child + 1;
            if right < end && !self.precedes(child, right) {
                child = right;
            }
            self.timers.swap(position, child);
            position = child;
            child = 2 * position + 1;
        }
        if position < end {
            self.sift_down(start, position);
        }
    }

    /// `heapq._siftdown`: moves the timer at `position` towards `start` past every parent that is strictly later.
    fn sift_down(&mut self, start: usize, mut position: usize) {
        while position > start {
            let parent = (position - 1) / 2;
            if !self.precedes(position, parent) {
                break;
            }
            self.timers.swap(position, parent);
            position = parent;
        }
    }

    fn precedes(&self, a: usize, b: usize) -> bool {
        self.timers[a].when < self.timers[b].when
    }
}
