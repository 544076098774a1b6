text = f"{name!r:>{width}} " "and" f" {value=} {{}}"
numbers = -1, 2.5, 1j, 0xFFFFFFFFFFFFFFFFFF, b"a" b"b"
call(1, *args, key=2, **more)
thing.attr[1:2] += call(x)(y=3)
