# except* with what a group raises: parts, rest, reraised, raised anew, return values.
import asyncio


async def fails(error):
    raise error


async def run(*errors):
    async with asyncio.TaskGroup() as group:
        for error in errors:
            group.create_task(fails(error))


async def attempt(what, coro):
    try:
        await coro
        print(what, "no error")
    except BaseException as error:
        print(what, repr(error), "context", repr(error.__context__)[:70])


async def handles_some():
    try:
        await run(ValueError(1), KeyError(2), OSError(3))
    except* ValueError as group:
        print("  values", group.exceptions)
    except* KeyError as group:
        print("  keys", group.exceptions)


async def handles_base():
    try:
        await run(FileNotFoundError(1), PermissionError(2), ValueError(3))
    except* OSError as group:
        print("  os", [type(e).__name__ for e in group.exceptions])
    except* Exception as group:
        print("  rest", group.exceptions)
    else:
        print("not reached")
    finally:
        print("  finally")


async def raises_in_handler():
    try:
        await run(ValueError(1), KeyError(2))
    except* ValueError:
        raise LookupError("instead")


async def reraises():
    try:
        await run(ValueError(1), KeyError(2))
    except* ValueError as group:
        group.add_note("seen")
        raise


async def plain_error():
    try:
        raise ValueError("plain")
    except* ValueError as group:
        print("  wrapped", repr(group), group.exceptions)


async def nested():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(run(ValueError("deep"), TypeError("deep")))
            group.create_task(fails(ValueError("flat")))
    except* ValueError as group:
        print("  ", repr(group))
        flat = []
        stack = [group]
        while stack:
            top = stack.pop()
            if isinstance(top, BaseExceptionGroup):
                stack.extend(top.exceptions)
            else:
                flat.append(str(top))
        print("  ", sorted(flat))


async def main():
    for case in (handles_some, handles_base, raises_in_handler, reraises, plain_error, nested):
        await attempt(case.__name__, case())
    group = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [KeyError(2), ValueError(3)])])
    print(group.subgroup(ValueError), "|", group.split(KeyError), "|", group.subgroup(lambda e: "2" in str(e)))
    print(group.derive([TypeError()]), group.message, len(group.exceptions))
    for wrong in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [5]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("x", [KeyboardInterrupt()])):
        try:
            wrong()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)


asyncio.run(main())
