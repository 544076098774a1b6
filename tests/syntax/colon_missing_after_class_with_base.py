class Dog(object)
    pass
