try:
    run()
except* (OSError, ValueError) as group:
    print(group.exceptions)
except* TypeError:
    raise RuntimeError("no") from None
