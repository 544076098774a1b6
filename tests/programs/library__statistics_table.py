# statistics, one call each.
import statistics as st

def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (st.mean([1, 2, 3, 4]), st.mean([1.5, 2.5])))
show(lambda: (st.median([3, 1, 2]), st.median([1, 2, 3, 4]), st.median_low([1, 2]), st.median_high([1, 2])))
show(lambda: (st.mode([1, 1, 2]), st.mode("abca"), st.multimode([1, 1, 2, 2])))
show(lambda: (st.stdev([1, 2, 3]), st.pstdev([1, 2, 3]), st.variance([1, 2, 3]), st.pvariance([1, 2, 3])))
show(lambda: (st.fmean([1, 2]), st.geometric_mean([2, 8]), st.harmonic_mean([1, 2])))
show(lambda: (st.quantiles([1, 2, 3, 4, 5])))
show(lambda: (st.mean([])))
show(lambda: (st.median([])))
show(lambda: (st.mode([])))
show(lambda: (st.stdev([1])))
show(lambda: (st.mean(["a"])))
show(lambda: (st.correlation([1, 2], [2, 4]), st.covariance([1, 2], [2, 4])))
show(lambda: (st.linear_regression([1, 2], [3, 5])))
show(lambda: (st.correlation([1], [2])))
show(lambda: (st.NormalDist(0, 1).cdf(0), st.NormalDist(5, 2).mean))
show(lambda: (st.mean(x for x in [1, 2]), st.mean(range(5)), st.mean({1, 2})))
show(lambda: (st.fmean([])))
show(lambda: (st.quantiles([1])))
show(lambda: (st.harmonic_mean([1, -1])))
show(lambda: (st.mode([[1]])))
