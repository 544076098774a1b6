# A traceback through generators and yield from.
# exit: 1

def numbers(texts):
    for text in texts:
        yield int(text)

def doubled(texts):
    yield from (2 * n for n in numbers(texts))

def show(texts):
    for n in doubled(texts):
        print(n)

show(["1", "2"])
show(["3", "four"])
