# An uncaught group of exceptions.
# exit: 1

def fail(text):
    raise ValueError(text)

def collect(functions):
    errors = []
    for function in functions:
        try:
            function()
        except Exception as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("some failed", errors)

collect([lambda: fail("one"), lambda: print("fine"), lambda: collect([lambda: 1 / 0, lambda: fail("inner")])])
