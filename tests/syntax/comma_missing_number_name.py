f(3 x)
