"""Averages and spreads. Sums are exact, as fractions. Absent: `NormalDist` quantiles' C speed, `kde`."""

from math import exp, fsum, hypot, log, sqrt, sumprod, tau

__all__ = [
    "mean", "fmean", "geometric_mean", "harmonic_mean", "median", "median_low", "median_high", "median_grouped", "mode",
    "multimode", "quantiles", "pvariance", "variance", "pstdev", "stdev", "covariance", "correlation",
    "linear_regression", "NormalDist", "StatisticsError",
]  # fmt: skip


class StatisticsError(ValueError):
    pass


def _sum(data):
    """Return the type, the exact sum as numerator and denominator, and the count."""
    kind, n, d, count = int, 0, 1, 0
    for value in data:
        count += 1
        if type(value) is not kind:
            if isinstance(value, bool):
                value = int(value)
            elif isinstance(value, float):
                kind = float if kind in (int, float) or kind.__name__ == "Fraction" else kind
            elif not isinstance(value, int):
                if not hasattr(value, "as_integer_ratio"):
                    raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator")
                kind = type(value) if kind is int else kind
        try:
            a, b = value.as_integer_ratio()
        except (ValueError, OverflowError):
            return float, value + n / d, None, count + sum(1 for _ in data)
        if b == d:
            n += a
        else:
            n, d = n * b + a * d, d * b
            if d > 1 << 2000:
                from math import gcd

                g = gcd(n, d)
                n, d = n // g, d // g
    return kind, n, d, count


def _result(kind, n, d):
    """Return a fraction as a number of the type."""
    if kind is int:
        return n // d if n % d == 0 else n / d
    if kind is float:
        return n / d
    return kind(n) / kind(d)


def _data(data, least, name):
    values = list(data)
    if len(values) < least:
        raise StatisticsError(
            f"{name} requires at least {'one data point' if least == 1 else 'two data points'}"
        )
    return values


def mean(data):
    """Return the arithmetic mean."""
    kind, n, d, count = _sum(iter(data))
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return n if d is None else _result(kind, n, d * count)


def fmean(data, weights=None):
    """Return the arithmetic mean as a float."""
    values = list(data)
    if weights is None:
        if not values:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(values) / len(values)
    weights = list(weights)
    if len(weights) != len(values):
        raise StatisticsError("data and weights must be the same length")
    total = fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return sumprod(values, weights) / total


def geometric_mean(data):
    """Return the mean of growth factors."""
    values = list(data)
    if not values:
        raise StatisticsError("Must have a non-empty dataset")
    if any(value < 0.0 for value in values):
        bad = next(value for value in values if value < 0.0)
        raise StatisticsError(f"No negative inputs allowed: {bad!r}" if False else "No negative inputs allowed", bad)
    if any(value == 0.0 for value in values):
        return 0.0
    return exp(fsum(map(log, values)) / len(values))


def harmonic_mean(data, weights=None):
    """Return the mean of rates."""
    values = list(data)
    if not values:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(values) == 1 and weights is None:
        if values[0] < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return values[0]
    weights = [1] * len(values) if weights is None else list(weights)
    if len(weights) != len(values):
        raise StatisticsError("Number of weights does not match data size")
    if any(value < 0 for value in [*values, *weights]):
        raise StatisticsError("harmonic mean does not support negative values")
    total = sum(weights)
    if 0 in values:
        return 0
    kind, n, d, _ = _sum(w / v if w else 0 for w, v in zip(weights, values))
    if n <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _result(kind, total * d, n)


def median(data):
    """Return the middle value."""
    values = sorted(data)
    n = len(values)
    if not n:
        raise StatisticsError("no median for empty data")
    return values[n // 2] if n % 2 else (values[n // 2 - 1] + values[n // 2]) / 2


def median_low(data):
    """Return the lower middle value."""
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[(len(values) - 1) // 2]


def median_high(data):
    """Return the higher middle value."""
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[len(values) // 2]


def median_grouped(data, interval=1.0):
    """Return the median of values that stand for intervals around them."""
    from bisect import bisect_left, bisect_right

    values = sorted(data)
    n = len(values)
    if not n:
        raise StatisticsError("no median for empty data")
    x = values[n // 2]
    i = bisect_left(values, x)
    j = bisect_right(values, x, lo=i)
    interval, x = float(interval), float(x)
    return x - interval / 2.0 + interval * (n / 2 - i) / (j - i)


def mode(data):
    """Return the most frequent value; the first of several."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    """Return all of the most frequent values."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def quantiles(data, *, n=4, method="exclusive"):
    """Return the n - 1 values that cut sorted data into n parts."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values = sorted(data)
    size = len(values)
    if size < 2:
        if size == 1:
            return values * (n - 1)
        raise StatisticsError("must have at least one data point")
    if method not in ("inclusive", "exclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    found = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * (size - 1), n)
            low, high = values[j], values[j + 1] if delta else values[j]
        else:
            j = i * (size + 1) // n
            j = 1 if j < 1 else size - 1 if j > size - 1 else j
            delta = i * (size + 1) - j * n
            low, high = values[j - 1], values[j]
        found.append((low * (n - delta) + high * delta) / n)
    return found


def _spread(data, center, least, name):
    """Return the type, and the exact sum of squares around the mean or center, and the count."""
    values = list(data)
    if len(values) < least:
        raise StatisticsError(f"{name} requires at least {'one data point' if least == 1 else 'two data points'}")
    kind, n, d, count = _sum(iter(values))
    if d is None:
        return float, float("nan"), 1, count
    if center is not None:
        a, b = center.as_integer_ratio()
        n, d = a * count, b
    squares = 0
    denominator = 1
    for value in values:
        a, b = value.as_integer_ratio()
        # value - n / (d * count)
        top, bottom = a * d * count - n * b, b * d * count
        squares, denominator = squares * bottom * bottom + top * top * denominator, denominator * bottom * bottom
        if denominator > 1 << 500:
            from math import gcd

            g = gcd(squares, denominator)
            squares, denominator = squares // g, denominator // g
    return kind, squares, denominator, count


def variance(data, xbar=None):
    """Return the sample variance."""
    kind, n, d, count = _spread(data, xbar, 2, "variance")
    return _result(kind, n, d * (count - 1))


def pvariance(data, mu=None):
    """Return the variance of a whole population."""
    kind, n, d, count = _spread(data, mu, 1, "pvariance")
    return _result(kind, n, d * count)


def _root(kind, n, d):
    """Return the correctly rounded square root of a fraction."""
    if kind not in (int, float):
        return (kind(n) / kind(d)).sqrt() if hasattr(kind, "sqrt") else sqrt(n / d)
    if not n:
        return 0.0
    from math import isqrt

    shift = max(0, 220 - n.bit_length() + d.bit_length())
    shift += shift % 2
    root = isqrt((n << shift) // d)
    return (root | 1) / (1 << shift // 2)


def stdev(data, xbar=None):
    """Return the sample standard deviation."""
    kind, n, d, count = _spread(data, xbar, 2, "stdev")
    return _root(kind, n, d * (count - 1))


def pstdev(data, mu=None):
    """Return the standard deviation of a whole population."""
    kind, n, d, count = _spread(data, mu, 1, "pstdev")
    return _root(kind, n, d * count)


def _paired(x, y, name):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    xbar, ybar = fsum(x) / len(x), fsum(y) / len(y)
    return [v - xbar for v in x], [v - ybar for v in y], xbar, ybar


def covariance(x, y, /):
    """Return the sample covariance."""
    dx, dy, _, _ = _paired(x, y, "covariance")
    return sumprod(dx, dy) / (len(dx) - 1)


def correlation(x, y, /, *, method="linear"):
    """Return Pearson's (or Spearman's) correlation."""
    x, y = list(x), list(y)
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        x, y = _ranks(x), _ranks(y)
    dx, dy, _, _ = _paired(x, y, "correlation")
    xx, yy = sumprod(dx, dx), sumprod(dy, dy)
    if not xx * yy:
        raise StatisticsError("at least one of the inputs is constant")
    return sumprod(dx, dy) / sqrt(xx * yy)


def _ranks(data):
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks, at = [0.0] * len(data), 0
    while at < len(order):
        end = at
        while end + 1 < len(order) and data[order[end + 1]] == data[order[at]]:
            end += 1
        for place in range(at, end + 1):
            ranks[order[place]] = (at + end) / 2 + 1
        at = end + 1
    return ranks


class LinearRegression(tuple):
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    """Return slope and intercept of the line that fits best."""
    x, y = list(x), list(y)
    dx, dy, xbar, ybar = _paired(x, y, "linear regression")
    if proportional:
        dx, dy = x, y
    xx = sumprod(dx, dx)
    if not xx:
        raise StatisticsError("x is constant")
    slope = sumprod(dx, dy) / xx
    return LinearRegression((slope, 0.0 if proportional else ybar - slope * xbar))


def __getattr__(name):
    if name != "NormalDist":
        raise AttributeError(f"module 'statistics' has no attribute {name!r}")
    from _statistics_normal import NormalDist

    globals()[name] = NormalDist
    return NormalDist
