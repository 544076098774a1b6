# warnings.showwarning and formatwarning replaced: they get what is warned of, coroutines that nobody awaited included.
import sys
import warnings


async def work():
    pass


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, message, filename.rpartition("/")[2], lineno, file, line)


usual_show, usual_format = warnings.showwarning, warnings.formatwarning
warnings.showwarning = show
warnings.warn("first")
warnings.warn("old", DeprecationWarning)
work()
for _ in range(2):
    warnings.warn("once for its place")
warnings.showwarning = usual_show

print("# === formatwarning ===")
warnings.formatwarning = lambda message, category, filename, lineno, line=None: f"<{category.__name__}: {message}>\n"
sys.stderr = sys.stdout
warnings.warn("second")
work()
warnings.formatwarning = usual_format
warnings.warn("as usual")
