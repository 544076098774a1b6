# A module that is not there.
# exit: 1

def load():
    import quantum_teleport

print("loading")
load()
