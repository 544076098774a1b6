# Two tea bags, one cook who stares at the clock.
#
# time.sleep blocks the whole thread. Nothing else can run in it, so the waits add up.

import time


def brew(name, seconds):
    print(f"{name}: pour the water")
    time.sleep(seconds)
    print(f"{name}: ready")


begin = time.monotonic()
brew("green tea", 1)
brew("black tea", 1)
print(f"both cups took {time.monotonic() - begin:.0f} s")
