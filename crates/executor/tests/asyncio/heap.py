"""Random histories of a heap of timers, many of them equal; `timers.rs` repeats them.

Run by CPython 3.13 to make `heap.out`: one line a history. `+2` pushes a timer due at 2, numbered in order; `-5` pops, and
timer 5 comes; `%3` drops the timers whose number 3 divides and heapifies.
"""

import heapq
import random


class Timer:
    def __init__(self, when, number):
        self.when = when
        self.number = number

    def __lt__(self, other):
        return self.when < other.when


def history(rng, length, instants):
    heap, words, number = [], [], 0
    for _ in range(length):
        choice = rng.random()
        if choice < 0.65:
            when = rng.randrange(instants)
            heapq.heappush(heap, Timer(when, number))
            number += 1
            words.append(f"+{when}")
        elif choice < 0.97:
            if heap:
                words.append(f"-{heapq.heappop(heap).number}")
        else:
            divisor = rng.randrange(2, 5)
            heap = [timer for timer in heap if timer.number % divisor]
            heapq.heapify(heap)
            words.append(f"%{divisor}")
    while heap:
        words.append(f"-{heapq.heappop(heap).number}")
    return words


rng = random.Random(20260)
for n in range(60):
    print(*history(rng, 10 + n * 2, rng.choice((1, 2, 3, 10))))
