"""When cancelled timers go, and what that does to ties; `timers.rs` builds the same loops in Rust.

Run by CPython 3.13 to make `timers.out`: one line a case, with its parameters and the order in which the callbacks ran.
"""

import asyncio


def case(count, instants, cancelled, late):
    """`count` timers on `instants` instants; `cancelled(n)` are cancelled before the loop runs, `late(n)` in its first turn."""
    loop = asyncio.new_event_loop()
    start = loop.time() + 0.03
    order = []
    handles = [loop.call_at(start + n * 7 % instants * 0.01, order.append, n) for n in range(count)]

    def cancel(which):
        for n, handle in enumerate(handles):
            if which(n):
                handle.cancel()

    cancel(cancelled)
    loop.call_soon(cancel, late)
    loop.call_at(start + instants * 0.01 + 0.01, loop.stop)
    loop.run_forever()
    return order


for count, instants, modulus, early, late in (
    (8, 1, 1, 0, 0),
    (100, 1, 10, 6, 0),
    (101, 1, 10, 5, 0),
    (101, 1, 10, 6, 0),
    (160, 3, 10, 6, 0),
    (160, 3, 10, 3, 4),
    (160, 3, 10, 6, 3),
    (120, 1, 10, 0, 7),
    (400, 5, 4, 2, 1),
    (40, 2, 2, 1, 0),
):
    order = case(count, instants, lambda n: n % modulus < early, lambda n: early <= n % modulus < early + late)
    print(count, instants, modulus, early, late, ":", *order)
