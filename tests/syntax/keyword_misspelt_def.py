dfe greet():
    pass
