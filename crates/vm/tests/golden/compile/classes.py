class Base[T]:
    items: list = []


class Child(Base, flag=True):
    """A child."""

    def __init__(self, value):
        super().__init__()
        self.__value = value

    @property
    def value(self):
        return self.__value
