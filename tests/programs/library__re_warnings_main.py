# re: the warning that a program sees which gives the count by position.
import re

print(re.sub("a", "b", "aaa", 1))
print(re.compile("[[a]"))
