# Calls: the doubly recursive Fibonacci number.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


assert fib(24) == 46368
