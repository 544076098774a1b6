# The loop that is set is never let go: a function that it has to call holds the program's names.
import asyncio


class Noisy:
    def __del__(self):
        print("it ends")


def callback():
    pass


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.call_soon(callback)
name = Noisy()
print("the program ends")
