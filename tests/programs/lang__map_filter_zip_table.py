# map, filter, zip, enumerate and friends, one each.
nums = [1, 2, 3, 4]

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (list(map(str, nums)), list(map(lambda a, b: a * b, nums, nums)), list(map(pow, nums, [2, 2])), list(map(None, []))))
show(lambda: (list(filter(lambda n: n % 2, nums)), list(filter(None, [0, 1, "", "a"])), list(filter(str.isalpha, "a1b"))))
show(lambda: (list(zip(nums, "abcd")), list(zip(nums, "ab")), list(zip()), list(zip(nums)), list(zip(nums, nums[1:]))))
show(lambda: (list(enumerate("ab")), list(enumerate("ab", 1)), dict(enumerate("ab"))))
show(lambda: (any(n > 3 for n in nums), all(n > 0 for n in nums), sum(n * n for n in nums), max(nums, key=lambda n: -n)))
show(lambda: ([n * 2 for n in nums if n > 2], {n: n**2 for n in nums}, {n % 2 for n in nums}, tuple(n for n in nums)))
show(lambda: (list(map(list, zip(*[[1, 2], [3, 4]]))), [list(t) for t in zip(*[iter(nums)] * 2)], list(reversed(nums))))
show(lambda: (next(map(str, nums)), next(filter(None, [0, 5])), next(zip("a", "b")), next(enumerate("x"))))
show(lambda: (list(map(int, "123")), list(map("".join, ["ab", "cd"])), list(map(len, ["a", "bb"])), list(map(abs, [-1, 2]))))
show(lambda: (sum(map(int, str(12345))), "".join(map(chr, [72, 105])), list(map(lambda p: p[0], [(1, 2)])), list(map(bool, [0, 1]))))
show(lambda: (list(zip("ab", "c", strict=True))))
show(lambda: (list(map(1, [1]))))
show(lambda: (list(map(len, [1]))))
show(lambda: (list(filter(1, [1]))))
show(lambda: (map()))
show(lambda: (map(str)))
show(lambda: (filter(str)))
show(lambda: (zip(1)))
show(lambda: (enumerate(1)))
show(lambda: (list(map(lambda a: a, [1], [2]))))
show(lambda: (list(zip(nums, nums, strict=False)), len(list(zip(nums, range(100)))), [i for i, n in enumerate(nums) if n > 2]))
show(lambda: (list(map(lambda *a: a, "ab", "cd")), list(map(max, [1, 5], [3, 2])), sorted(map(str.upper, "ba")), set(map(type, [1, "a"])) == {int, str}))
