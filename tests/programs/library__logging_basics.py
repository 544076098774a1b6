# logging: levels, formats, handlers, propagation.
import io
import logging
import sys

# === A handler of one's own ===
out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s:%(lineno)d %(funcName)s %(message)s"))
log = logging.getLogger("app")
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False


def work(n):
    log.debug("starting with %d", n)
    try:
        return 10 / n
    except ZeroDivisionError:
        log.exception("failed for %r", n)


work(5)
work(0)
log.info("a dict: %(a)s", {"a": 1})
log.warning("two: %s and %s", 1, 2)
log.error("no arguments: 100%")
log.critical("critical", stack_info=False)
log.log(25, "between")
print(out.getvalue())

# === Levels and hierarchy ===
child = logging.getLogger("app.db.pool")
print(child.parent.name, child.level, child.getEffectiveLevel(), child.isEnabledFor(10), logging.getLevelName(30), logging.getLevelName("ERROR"), logging.getLevelName(33), log.handlers, log.hasHandlers(), child.name, logging.getLogger("app.db.pool") is child)
out.truncate(0)
out.seek(0)
log.setLevel("WARNING")
child.info("hidden")
child.error("shown through the parent")
log.disabled = True
log.error("disabled")
log.disabled = False
logging.disable(logging.ERROR)
log.error("disabled for all")
logging.disable(logging.NOTSET)
log.error("back")
print(out.getvalue())
for wrong in (lambda: log.setLevel("LOUD"), lambda: log.setLevel(None), lambda: logging.getLogger(5), lambda: log.log("x", "m")):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


# === Filters, adapters, extra ===
class OnlyDb(logging.Filter):
    def filter(self, record):
        record.seen = "yes"
        return "db" in record.getMessage()


sink = []


class ListHandler(logging.Handler):
    def emit(self, record):
        sink.append(self.format(record))


lists = ListHandler(level=logging.INFO)
lists.addFilter(OnlyDb())
lists.setFormatter(logging.Formatter("{levelname}|{message}|{seen}|{user}", style="{", defaults={"user": "nobody"}))
log.addHandler(lists)
log.setLevel(logging.DEBUG)
log.info("db connected", extra={"user": "ada"})
log.info("web request")
log.debug("db too low")
log.warning("db slow")
adapter = logging.LoggerAdapter(log, {"user": "bob"})
adapter.error("db adapter")
print(sink)
log.removeHandler(lists)
log.removeHandler(handler)

# === basicConfig and the last resort ===
logging.getLogger("lonely").warning("to stderr without configuration")
logging.getLogger("lonely").info("not shown")
logging.basicConfig(stream=sys.stdout, format="%(levelname)s:%(message)s", level=logging.INFO)
logging.info("root info")
logging.debug("root debug")
logging.getLogger("lonely").warning("propagates to root")
logging.basicConfig(level=logging.DEBUG)
logging.debug("still not shown")
logging.basicConfig(level=logging.DEBUG, force=True, stream=sys.stdout, format="%(name)s %(message)s")
logging.debug("shown")
logging.warning("bad %d", "argument") if False else None
