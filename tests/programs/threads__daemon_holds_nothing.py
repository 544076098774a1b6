# A daemon that is in the library alone holds nothing of the program: its names end as usual.
import threading


class Noisy:
    def __del__(self):
        print("it ends")


async def never():
    pass


threading.Thread(target=threading.Event().wait, daemon=True).start()
name = Noisy()
coroutine = never()
print("the program ends")
