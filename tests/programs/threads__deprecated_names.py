# The old names of threading still work, with a DeprecationWarning.
import asyncio
import threading
import warnings

event, condition = threading.Event(), threading.Condition()
thread = threading.Thread(name="t")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(event.isSet(), thread.getName(), thread.isDaemon())
    thread.setName("u")
    thread.setDaemon(True)
    print(thread.name, thread.daemon, threading.currentThread().name, threading.activeCount())
    with condition:
        condition.notifyAll()
for warning in caught:
    print(warning.category.__name__, warning.message, warning.lineno)

print(threading.stack_size())
threading.currentThread()
warnings.simplefilter("error")
try:
    event.isSet()
except DeprecationWarning as error:
    print(error)
try:
    asyncio.get_event_loop()
except DeprecationWarning as error:
    print(error)
warnings.simplefilter("ignore")
asyncio.get_event_loop().close()
