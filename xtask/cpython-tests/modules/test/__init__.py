"""Stands for CPython's package of tests: it has what the tests of asyncio need, and no more."""
