"""CPython's tests of asyncio, copied here from its library folder for the time of a run, beside our `utils`."""
