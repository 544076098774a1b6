def f():
    print "a", 3
