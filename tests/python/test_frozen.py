"""The frozen library under CPython, by the golden programs: it has to print what CPython's own library prints.

    python3 -m unittest tests/python/test_frozen.py

What a program prints on stderr is not compared here: tracebacks need the interpreter's own view of library frames.
"""

import os
import re
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
AREAS = ("asyncio__", "threads__", "quara__", "library__")


def programs():
    folder = os.path.join(ROOT, "tests", "programs")
    yield from (os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.startswith(AREAS))
    folder = os.path.join(ROOT, "www", "examples")
    yield from (os.path.join(folder, name) for name in sorted(os.listdir(folder)))


def execute(program):
    run = subprocess.run(
        [sys.executable, os.path.join(HERE, "frozen.py"), program],
        capture_output=True,
        text=True,
        timeout=60,
        env={"PYTHONDONTWRITEBYTECODE": "1"},
    )
    run.stdout = re.sub(" at 0x[0-9a-f]+", " at 0x…", run.stdout)
    return run


class Frozen(unittest.TestCase):
    def test_every_program_prints_what_cpython_prints(self):
        for program in programs():
            expected = program[:-3] + ".out"
            if not program.endswith(".py") or not os.path.exists(expected):
                continue
            with self.subTest(program=os.path.basename(program)):
                with open(expected) as file:
                    text = file.read()
                for _attempt in range(3):  # the programs wait in real time, and a busy machine is late
                    run = execute(program)
                    if run.stdout == text:
                        break
                self.assertEqual(run.stdout, text, run.stderr)


if __name__ == "__main__":
    unittest.main()
