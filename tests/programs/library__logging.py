# logging: levels, hierarchy, formats, handlers, filters, exceptions.
import io
import logging
import sys


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# === Without configuration ===
logging.getLogger("early").warning("goes to stderr as it is: %s", 1)
logging.getLogger("early").info("goes nowhere")

# === basicConfig ===
logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)-8s %(name)s | %(message)s")
logging.debug("hidden")
logging.info("shown %s %d", "with", 2)
logging.warning("a warning %(key)s", {"key": "by name"})
logging.error("percent 100% without arguments")
logging.critical("critical")
logging.log(25, "between")
logging.basicConfig(level=logging.DEBUG, format="ignored: there are handlers")
logging.debug("still hidden")
logging.basicConfig(force=True, stream=sys.stdout, level="DEBUG")
logging.debug("in the usual format")

# === Hierarchy ===
app, db, deep = logging.getLogger("app"), logging.getLogger("app.db"), logging.getLogger("app.db.pool.x")
print(app, db, logging.getLogger(), db.parent.name, deep.parent.name, app.getChild("web").name, logging.getLogger("app") is app)
app.setLevel(logging.WARNING)
print(db.getEffectiveLevel(), deep.isEnabledFor(logging.INFO), db.level, app.hasHandlers(), app.handlers)
db.info("too low")
db.warning("passes up")
db.setLevel(logging.DEBUG)
db.debug("own level")
middle = logging.getLogger("app.db.pool")
print(deep.parent.name, sorted(c.name for c in app.getChildren()))
db.propagate = False
own = io.StringIO()
handler = logging.StreamHandler(own)
handler.setFormatter(logging.Formatter("<{name}> {message:>12}", style="{"))
db.addHandler(handler)
db.error("alone")
deep.error("from below")
print(own.getvalue(), end="")
logging.disable(logging.ERROR)
db.error("disabled")
logging.disable(logging.NOTSET)
app.disabled = True
app.error("disabled, too")
app.disabled = False

# === Handlers with levels, filters ===
out = logging.StreamHandler(sys.stdout)
out.setLevel(logging.ERROR)
out.setFormatter(logging.Formatter("ERR %(name)s %(message)s"))
shop = logging.getLogger("shop")
shop.propagate = False
everything = logging.StreamHandler(sys.stdout)
everything.setFormatter(logging.Formatter("ALL %(message)s %(funcName)s:%(lineno)d %(filename)s %(module)s %(threadName)s %(taskName)s"))
shop.addHandler(out)
shop.addHandler(everything)
shop.addHandler(everything)
shop.setLevel("INFO")


def sell():
    shop.info("sold")
    shop.error("sold out")


sell()
shop.removeHandler(everything)


class NoSecrets(logging.Filter):
    def filter(self, record):
        record.msg = str(record.msg).replace("secret", "***")
        return "skip" not in record.msg


shop.addFilter(NoSecrets())
out.addFilter(lambda record: record.levelno >= logging.CRITICAL or "***" in record.getMessage())
shop.error("the secret word")
shop.error("skip this secret")
shop.error("no word")
shop.critical("critical word")
out.addFilter(logging.Filter("shop.till"))
shop.critical("not from the till")
logging.getLogger("shop.till").critical("from the till")

# === Exceptions and stacks ===
log = logging.getLogger("errors")
log.propagate = False
stream = logging.StreamHandler(sys.stdout)
log.addHandler(stream)


def divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        log.exception("cannot divide %s", a)
        log.error("with information", exc_info=True)
        log.warning("without")


divide(1, 0)
try:
    {}["k"]
except KeyError as error:
    log.error("given", exc_info=error)
log.error("none at all", exc_info=True)
log.info("never")


def outer():
    log.warning("where", stack_info=True)


outer()

# === Adapters, extra, records ===
stream.setFormatter(logging.Formatter("[%(user)s] %(message)s", defaults={"user": "nobody"}))
adapter = logging.LoggerAdapter(log, {"user": "ann"})
adapter.warning("adapted %d", 1)
log.warning("extra", extra={"user": "bob"})
log.warning("default")
print(adapter)
show(log.warning, "clash", extra={"message": "x"})


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"({self.extra['id']}) {msg}", kwargs


Prefix(log, {"id": 7}).error("prefixed")
record = logging.makeLogRecord({"msg": "made %s", "args": ("here",), "levelname": "X"})
print(record.getMessage(), logging.Formatter("%(levelname)s/%(message)s").format(record), record.name)
record = log.makeRecord("n", logging.INFO, "f.py", 3, "m", (), None)
print(record, record.levelname, record.filename, record.module)

# === Levels ===
logging.addLevelName(5, "TRACE")
print(logging.getLevelName(5), logging.getLevelName("INFO"), logging.getLevelName(42), logging.getLevelName("nope"), sorted(logging.getLevelNamesMapping())[:3])
log.setLevel("TRACE")
log.log(5, "traced")
show(log.setLevel, "LOUD")
show(log.setLevel, 2.5)
show(log.log, "INFO", "x")
show(logging.getLogger, 3)
show(logging.Formatter, "no fields")
show(logging.Formatter, "%(message)s", style="x")
show(logging.basicConfig, force=True, nonsense=1, stream=sys.stdout)
show(logging.Handler().emit, None)
print(repr(logging.StreamHandler(sys.stdout)), repr(logging.NullHandler()), repr(logging.StreamHandler(io.StringIO())))
dollar = logging.Formatter("$levelname: ${message}", style="$")
print(dollar.format(logging.makeLogRecord({"levelname": "L", "msg": "m"})))


# === A handler of one's own ===
class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


memory = ListHandler()
quiet = logging.getLogger("quiet")
quiet.addHandler(memory)
quiet.propagate = False
quiet.warning("kept %s", [1])
print(memory.lines, memory.level)


# === A message that does not fit its arguments ===
sys.stderr = sys.stdout
broken = logging.getLogger("broken")
broken.addHandler(logging.StreamHandler(sys.stdout))
broken.propagate = False
logging.raiseExceptions = False
broken.warning("two %s %s", 1)
print("goes on")
