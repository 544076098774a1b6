# re: a wrong pattern in a program, its traceback without the library's frames.
# exit: 1
import re


def find(pattern, text):
    return re.search(pattern, text)


print(find("(a)", "cat"))
print(find("(a", "cat"))
