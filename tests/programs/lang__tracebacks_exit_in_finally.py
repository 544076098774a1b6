# What is printed before an uncaught error, in which order, and that finally and with run.
# exit: 1
import sys

class Noisy:
    def __enter__(self):
        print("enter")
    def __exit__(self, *details):
        print("exit", details[0].__name__)

def work():
    with Noisy():
        try:
            print("working")
            raise KeyError("lost")
        finally:
            print("finally")

print("start")
sys.stderr.write("a line of stderr\n")
work()
