# bisect: binary search, insertion in order, key functions.
import bisect


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Searching ===
numbers = [1, 3, 3, 3, 5, 8]
for x in (0, 1, 2, 3, 8, 9):
    print(x, bisect.bisect_left(numbers, x), bisect.bisect_right(numbers, x), bisect.bisect(numbers, x))
print(bisect.bisect_left(numbers, 3, 2), bisect.bisect_left(numbers, 3, 0, 1), bisect.bisect_right(numbers, 3, hi=2))
show(bisect.bisect, numbers, 3, -1)
show(bisect.bisect, numbers, "a")

# === Inserting ===
scores = []
for score in (33, 99, 77, 70, 89, 90, 77):
    bisect.insort(scores, score)
print(scores)
bisect.insort_left(scores, 77.0)
print(scores)


# === Grades ===
def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect.bisect(breakpoints, score)]


print([grade(score) for score in (33, 99, 77, 70, 89, 90, 100)])

# === Keys ===
movies = [("Jaws", 1975), ("Titanic", 1997), ("Twilight", 2008)]
print(bisect.bisect_left(movies, 1997, key=lambda m: m[1]), bisect.bisect_right(movies, 1997, key=lambda m: m[1]))
bisect.insort(movies, ("Love Story", 1970), key=lambda m: m[1])
bisect.insort_left(movies, ("Other", 1997), key=lambda m: m[1])
print(movies)


# === Finding values ===
def index(a, x):
    i = bisect.bisect_left(a, x)
    if i != len(a) and a[i] == x:
        return i
    raise ValueError(f"{x} is not in the list")


show(index, numbers, 5)
show(index, numbers, 4)
print(bisect.bisect("abcde", "c"), bisect.bisect(range(0, 1000, 7), 500))
