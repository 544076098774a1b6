# An uncaught exception: the traceback with carets on stderr, and exit code 1.
# exit: 1

# === Before ===
def divide(a, b):
    return a / b

def average(numbers):
    total = sum(numbers)
    return divide(total, len(numbers))

print(average([1, 2, 3]))

class Report:
    def __init__(self, groups):
        self.groups = groups

    def lines(self):
        return [f"{name}: {average(numbers)}" for name, numbers in self.groups.items()]

# === The error ===
report = Report({"odd": [1, 3], "none": []})
for line in report.lines():
    print(line)
print("never")
