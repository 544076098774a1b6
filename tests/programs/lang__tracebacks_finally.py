# An error in finally, while another is on its way, in a class body, in a comprehension and a lambda.
# exit: 1

def clean(resources):
    return [resource["name"].upper() for resource in resources]

def work():
    try:
        raise ValueError("first")
    finally:
        clean([{"name": "a"}, {"nam": "b"}])

class Plan:
    steps = list(map(lambda step: step() or "done", [lambda: None, work]))
