def f(items):
    while True:
        for a, *b in items:
            if a and not b:
                continue
            break
        else:
            break
    while items is not None and 0 < len(items) <= 9:
        del items[0]
