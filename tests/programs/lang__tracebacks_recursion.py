# Endless recursion: repeated lines are counted.
# exit: 1

def countdown(n):
    return countdown(n - 1)

countdown(5)
