def f():
    # nothing here

x = 1
