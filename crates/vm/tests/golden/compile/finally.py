def f(items):
    for item in items:
        try:
            return item()
        except ValueError as error:
            print(error)
        finally:
            items.clear()
