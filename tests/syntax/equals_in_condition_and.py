if x and y = 3:
    pass
