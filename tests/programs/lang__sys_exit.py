# sys.exit: clean-up runs, the code is the process's.
# exit: 3
import sys

# === SystemExit is an exception ===
try:
    sys.exit("ignored")
except SystemExit as error:
    print("caught", repr(error.code), repr(error))
try:
    sys.exit()
except SystemExit as error:
    print(error.code)

# === It is no Exception ===
def leave():
    try:
        print("leaving")
        sys.exit(3)
    except Exception:
        print("never")
    finally:
        print("cleaned up")

leave()
print("never")
