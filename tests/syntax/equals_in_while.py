while a.b = 3:
    pass
