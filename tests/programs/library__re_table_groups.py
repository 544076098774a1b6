# gc: all
# re: all short patterns of a kind against all short texts, as sums.
import itertools
import re

ATOMS = ["a", "b", ".", "(a)", "(b|a)", "(?:a|)", "[^a]", "(a*)", "^", "$", r"\b", "(?=b)", "(?<!a)"]
SIGNS = ["", "*", "+?", "??", "{2}", "*+"]
TEXTS = ["", "a", "ab", "ba", "aab", "abab", "a b\n"]


def number(m):
    return 0 if m is None else sum((at + 2) * 7**k for k, span in enumerate(m.regs) for at in span) + (m.lastindex or 0)


total = wrong = 0
for left, sign, right in itertools.product(ATOMS, SIGNS, ATOMS[:8]):
    try:
        p = re.compile(left + sign + right)
    except re.error:
        wrong += 1
        continue
    sums = [number(p.search(text)) + 3 * number(p.fullmatch(text)) + 5 * len(p.findall(text)) for text in TEXTS]
    total += sum(sums)
    if right == "(a)" and sign in ("", "*+"):
        print(p.pattern, sums)
print(total, wrong)
