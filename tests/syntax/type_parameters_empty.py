def f[](a):
    pass
