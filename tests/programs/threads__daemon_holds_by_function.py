# It needs no frame of the program's: a function, or an instance of its class, that a daemon's stack holds will do.
import threading


class Noisy:
    def __del__(self):
        print("it ends")


def later():
    pass


timer = threading.Timer(1000, later)
timer.daemon = True
timer.start()
name = Noisy()
print("the program ends")
