# statistics: averages, spreads, relations, the normal distribution.
import statistics as st
from statistics import NormalDist, StatisticsError


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Averages ===
data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
whole = [1, 2, 3, 4, 4]
print(st.mean(data), st.mean(whole), st.mean([1, 2]), st.mean([1, 3]), st.mean([0.1] * 10), st.fmean(whole), st.fmean([1, 2, 3], weights=[3, 2, 1]))
print(st.median(data), st.median([1, 3, 5, 7]), st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]), st.median_grouped([52, 52, 53, 54]), st.median(["a", "c", "b"]))
print(st.mode(whole), st.mode("aabbb"), st.multimode("aabbbbccddddeeffffgg"), st.multimode([]), round(st.geometric_mean([54, 24, 36]), 10), st.harmonic_mean([40, 60]), st.harmonic_mean([40, 60], weights=[5, 30]))
print(st.mean([True, False, True]), st.mean(range(101)), st.mean(x for x in (1.5, 2.5)), st.mean([1e30, 1, -1e30]))

# === Spreads ===
print(st.variance(data), st.pvariance(data), st.stdev(data), st.pstdev(data), st.variance(whole), st.pvariance([1, 2, 3, 4]), st.stdev([1, 2]), st.pstdev([1, 1, 1]))
print(st.variance(data, st.mean(data)), st.pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25]), st.stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), st.stdev(range(1, 50)))
print(st.quantiles([105, 129, 87, 86, 111, 111, 89, 81, 108, 92], n=10), st.quantiles(range(1, 12)), st.quantiles([1, 2, 3], n=2, method="inclusive"), st.quantiles([1]))

# === Relations ===
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(st.covariance(x, y), round(st.correlation(x, y), 12), st.correlation(x, x[::-1]), st.correlation([1, 5, 2], [10, 90, 30], method="ranked"))
line = st.linear_regression([1971, 1975, 1979, 1982, 1983], [1, 2, 3, 4, 5])
print(round(line.slope, 10), round(line.intercept, 8), st.linear_regression([1, 2, 3], [2, 4, 6], proportional=True))

# === Normal distribution ===
n = NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, round(n.cdf(120), 12), round(n.pdf(100), 12), round(n.inv_cdf(0.95), 10), [round(q, 9) for q in n.quantiles()], n.zscore(130))
print(n + 5, n * 2, n - NormalDist(3, 4), -n, n == NormalDist(100, 15), round(n.overlap(NormalDist(110, 15)), 12), NormalDist.from_samples([2.5, 3.1, 2.1, 2.4, 2.7, 3.5]))

# === Errors ===
for call in (lambda: st.mean([]), lambda: st.fmean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.variance([1]), lambda: st.stdev([1]), lambda: st.pvariance([]),
             lambda: st.quantiles([], n=4), lambda: st.quantiles([1, 2], n=0), lambda: st.correlation([1], [1]), lambda: st.correlation([1, 2], [1]), lambda: st.correlation([1, 1], [1, 2]),
             lambda: st.harmonic_mean([-1, 2]), lambda: st.geometric_mean([]), lambda: NormalDist(1, -1), lambda: st.mean(["a"]), lambda: st.linear_regression([1, 1], [1, 2]), lambda: n.inv_cdf(2)):
    show(call)
print(issubclass(StatisticsError, ValueError))
