# statistics.
import statistics as st
from fractions import Fraction


def show(f):
    try:
        print(f())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


data = [1, 2, 2, 3, 4, 7, 9]
print(st.mean(data), st.fmean(data), st.median(data), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.median([1, 2, 3, 4]), st.mode(data), st.multimode("aabbc"), st.stdev(data), st.pstdev(data), st.variance(data), st.pvariance(data))
print(st.geometric_mean([1, 3, 9]), st.harmonic_mean([40, 60]), st.quantiles(data, n=4), st.quantiles(range(1, 101), n=10, method="inclusive")[:3], st.mean([Fraction(1, 2), Fraction(1, 3)]), st.mean([1.5, 2.5]), st.fmean([1, 2], weights=[3, 1]), st.median_grouped([1, 2, 2, 3]))
print(st.correlation([1, 2, 3], [2, 4, 7]), st.covariance([1, 2, 3], [1, 2, 4]), st.linear_regression([1, 2, 3], [2, 4, 6.5]))
n = st.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.pdf(100), n.cdf(115), n.inv_cdf(0.5), n + 5, n * 2, n.zscore(130), n.overlap(st.NormalDist(110, 15)), st.NormalDist.from_samples([1, 2, 3, 4]))
for f in (lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.stdev([1]), lambda: st.variance([]), lambda: st.mean(["a"]), lambda: st.quantiles([], n=4), lambda: st.quantiles([1, 2], n=0), lambda: st.geometric_mean([]), lambda: st.harmonic_mean([-1]), lambda: st.correlation([1], [1]), lambda: st.correlation([1, 1], [1, 2]),
          lambda: st.NormalDist(0, -1), lambda: n.inv_cdf(2), lambda: st.fmean([])):
    show(f)
