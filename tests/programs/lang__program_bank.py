# A small program: accounts, transfers, errors, reports.

class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance}, needs {amount}")
        self.account, self.amount = account, amount

class Account:
    count = 0

    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
        Account.count += 1

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("a deposit must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self

class Savings(Account):
    def __init__(self, *args, rate=0.02, **kwargs):
        super().__init__(*args, **kwargs)
        self.rate = rate

    def add_interest(self):
        return self.deposit(round(self.balance * self.rate, 2))

def transfer(source, target, amount):
    source.withdraw(amount)
    target.deposit(amount)
    print(f"{source.owner} -> {target.owner}: {amount:.2f}")

# === Use ===
ada, bob = Account("Ada", 100), Savings("Bob", rate=0.05)
transfer(ada, bob, 30)
ada.deposit(5).withdraw(1)
bob.add_interest()
for account in (ada, bob):
    print(f"{account.owner:<5}|{account.balance:>8.2f}|{len(account.history)}")

# === Errors ===
for attempt in (lambda: transfer(ada, bob, 1000), lambda: ada.deposit(-5), lambda: setattr(ada, "balance", 9)):
    try:
        attempt()
    except InsufficientFunds as error:
        print("refused:", error, error.account.owner, error.amount)
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
print(Account.count, ada.history, [kind for kind, _ in bob.history])
