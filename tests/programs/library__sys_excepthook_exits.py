# exit: 3
# The function for what nothing catches ends the program its own way.
import sys
def h(*a): sys.exit(3)
sys.excepthook = h
raise KeyError("a")
