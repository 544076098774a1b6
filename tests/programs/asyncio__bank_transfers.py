# Transfers between accounts: atomic, ordered locks, and an audit.
import asyncio


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"{account.name} has {account.balance}, needs {amount}")


class Account:
    def __init__(self, name, balance):
        self.name, self.balance, self.lock = name, balance, asyncio.Lock()

    def __repr__(self):
        return f"{self.name}={self.balance}"


async def transfer(source, target, amount):
    first, second = sorted([source, target], key=lambda account: account.name)
    async with first.lock, second.lock:
        if source.balance < amount:
            raise InsufficientFunds(source, amount)
        source.balance -= amount
        await asyncio.sleep(0)
        target.balance += amount
    return f"{source.name}->{target.name} {amount}"


async def audit(accounts, total, stop):
    checks = 0
    while not stop.is_set():
        locks = [account.lock for account in accounts]
        for lock in locks:
            await lock.acquire()
        assert sum(account.balance for account in accounts) == total
        for lock in reversed(locks):
            lock.release()
        checks += 1
        await asyncio.sleep(0)
    return checks > 0


async def main():
    accounts = a, b, c = [Account(n, 100) for n in "abc"]
    stop = asyncio.Event()
    auditor = asyncio.create_task(audit(accounts, 300, stop))
    results = await asyncio.gather(
        transfer(a, b, 50), transfer(b, c, 120), transfer(c, a, 10), transfer(a, c, 500), transfer(b, a, 30), return_exceptions=True
    )
    stop.set()
    print(await auditor)
    for result in results:
        print(result if isinstance(result, str) else f"{type(result).__name__}: {result}")
    print(accounts, sum(account.balance for account in accounts), any(account.lock.locked() for account in accounts))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(transfer(a, b, 1))
            group.create_task(transfer(c, b, 9999))
    except* InsufficientFunds as errors:
        print([str(e) for e in errors.exceptions])
    print(accounts)


asyncio.run(main())
