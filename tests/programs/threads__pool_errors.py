# exit: 1
# An exception that comes out of a pool: its traceback tells of the function, of result() and of the chain.
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise LookupError(f"no number in {text!r}") from error


def leaves():
    sys.exit("a thread of a pool")


def main():
    with ThreadPoolExecutor(2) as pool:
        good, bad = pool.submit(parse, "5"), pool.submit(parse, "five")
        print(good.result(), repr(bad.exception()), repr(bad.exception().__cause__))
        for _ in range(2):
            try:
                bad.result()
            except LookupError as error:
                frames = traceback.extract_tb(error.__traceback__)
                print([frame.name for frame in frames if frame.name in ("main", "parse")])
        left = pool.submit(leaves)
        try:
            left.result()
        except SystemExit as error:
            print("SystemExit comes here:", error)
        bad.add_done_callback(print)
        return bad.result()


main()
