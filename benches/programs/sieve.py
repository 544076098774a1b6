# Lists by index: the sieve of Eratosthenes up to 200,000.
def sieve(limit):
    prime = [True] * (limit + 1)
    prime[0] = prime[1] = False
    n = 2
    while n * n <= limit:
        if prime[n]:
            for multiple in range(n * n, limit + 1, n):
                prime[multiple] = False
        n += 1
    return sum(prime)


assert sieve(200_000) == 17984
