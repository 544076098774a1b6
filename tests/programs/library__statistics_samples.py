# statistics and random together: samples, spreads, tests by simulation, a line through points.
import random
import statistics as st
from collections import Counter
from fractions import Fraction

rng = random.Random(12)

# === A sample ===
heights = [round(rng.gauss(170, 8), 1) for _ in range(40)]
print(round(st.mean(heights), 3), round(st.median(heights), 3), round(st.stdev(heights), 6), min(heights), max(heights))
print([round(q, 3) for q in st.quantiles(heights, n=4)], [round(q, 3) for q in st.quantiles(heights, n=5, method="inclusive")])
mean, spread = st.mean(heights), st.stdev(heights)
print(sum(abs(h - mean) <= spread for h in heights), st.mode(int(h) // 5 * 5 for h in heights))
for low in range(150, 195, 5):
    print(low, "#" * sum(low <= h < low + 5 for h in heights))

# === Exactness ===
print(st.mean([0.1, 0.2, 0.3]), sum([0.1, 0.2, 0.3]) / 3, st.mean([Fraction(1, 3), Fraction(2, 3)]), st.variance([Fraction(1), Fraction(2), Fraction(4)]), st.pvariance([1.5, 2.5, 2.5]))
print(st.mean([1, 2, 3, 4]), st.median([1, 2, 3, 4]), st.stdev([2, 4, 4, 4, 5, 5, 7, 9]), st.pstdev([2, 4, 4, 4, 5, 5, 7, 9]), st.fmean([1e16, 1, -1e16]))
print(st.multimode([1, 1, 2, 2, 3]), st.multimode("abracadabra"), st.median_grouped([1, 3, 3, 5, 7]), st.harmonic_mean([2.5, 3, 10]), st.geometric_mean([1, 8]) )

# === A test by simulation ===
drug, placebo = [54, 51, 58, 44, 55, 52, 42, 47, 58, 46], [54, 73, 53, 70, 73, 68, 52, 65, 65]
observed = st.fmean(drug) - st.fmean(placebo)
combined, count, trials = drug + placebo, 0, 200
for _ in range(trials):
    rng.shuffle(combined)
    count += st.fmean(combined[: len(drug)]) - st.fmean(combined[len(drug) :]) <= observed
print(round(observed, 6), count / trials < 0.05)
means = sorted(st.fmean(rng.choices(drug, k=len(drug))) for _ in range(100))
print(means[5], means[94])

# === A line ===
xs = list(range(10))
ys = [3 * x + 2 + rng.uniform(-1, 1) for x in xs]
slope, intercept = st.linear_regression(xs, ys)
print(round(slope, 6), round(intercept, 6), round(st.correlation(xs, ys), 6), round(st.covariance(xs, ys), 6))

# === Normal distributions ===
normal = st.NormalDist.from_samples(heights)
print(round(normal.mean, 6), round(normal.stdev, 6), round(normal.cdf(170), 6), round(1 - normal.cdf(185), 6), round(normal.inv_cdf(0.9), 6), [round(q, 3) for q in normal.quantiles(4)])
sat = st.NormalDist(1060, 195)
print(round((sat.cdf(1200.5) - sat.cdf(1099.5)) * 100, 1), sat + 10, sat * 2, round(sat.overlap(st.NormalDist(1000, 200)), 6), round(sat.zscore(1255), 6))
rolls = Counter(sum(rng.choices(range(1, 7), k=2)) for _ in range(300))
print(st.mode(rolls.elements()), round(st.mean(rolls.elements()), 4))
