# threading.local: each thread its own attributes, __init__ for each, subclasses, deletion.
import threading


class Account(threading.local):
    made = []
    shared = "class attribute"

    def __init__(self, owner, *, balance=0):
        self.owner, self.balance = owner, balance
        Account.made.append(threading.current_thread().name)

    def deposit(self, amount):
        self.balance += amount
        return self.balance


account = Account("all", balance=10)
account.deposit(5)
results = {}


def use(name):
    results[name] = [account.balance, account.deposit(1), account.owner, dict(account.__dict__)]
    account.own = name
    results[name].append(sorted(vars(account)))


threads = [threading.Thread(target=use, args=(n,), name=n) for n in ("t1", "t2")]
for thread in threads:
    thread.start()
    thread.join()
print(results, account.balance, hasattr(account, "own"), Account.made)

plain = threading.local()
plain.value = 1
errors = []


def look():
    for call in (lambda: plain.value, lambda: delattr(plain, "value")):
        try:
            call()
        except AttributeError as error:
            errors.append(str(error))
    plain.value = "thread"
    del plain.value
    errors.append(hasattr(plain, "value"))


thread = threading.Thread(target=look)
thread.start()
thread.join()
print(errors, plain.value)
del plain.value
print(hasattr(plain, "value"), plain.__dict__)
for wrong in (lambda: threading.local(1), lambda: threading.local(a=1), lambda: setattr(plain, "__dict__", {})):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
Account.shared = "changed"
print(account.shared)
