"""Compare the source ranges of compiled instructions with CPython's `co_positions`.

    cargo build -p loopthread-vm --example dis
    python3.13 crates/vm/examples/compare_positions.py target/debug/examples/dis FILE...

For each code object the set of (kind of instruction, range) is compared; `-` is CPython's alone, `+` ours alone. What CPython folds
away or words differently (constants, `%` of literals, two-argument super) shows up and is fine; names and calls must agree.
"""

import collections
import dis
import subprocess
import sys

KINDS = {
    "LOAD_ATTR": "LoadAttr", "LoadMethod": "LoadAttr", "LOAD_SUPER_ATTR": "LoadSuperAttr",
    "LoadSuperMethod": "LoadSuperAttr", "CALL": "Call", "BuildClass": "Call", "CALL_KW": "CallKeywords",
    "CALL_FUNCTION_EX": "CallEx", "BINARY_OP": "BinaryOp", "BINARY_SUBSCR": "GetItem", "BINARY_SLICE": "GetItem",
    "STORE_SUBSCR": "SetItem", "STORE_SLICE": "SetItem", "DELETE_SUBSCR": "DeleteItem", "STORE_ATTR": "StoreAttr",
    "DELETE_ATTR": "DeleteAttr", "RAISE_VARARGS": "Raise", "COMPARE_OP": "Compare", "CONTAINS_OP": "Contains",
    "GET_ITER": "GetIter", "FOR_ITER": "ForIter", "UNPACK_SEQUENCE": "UnpackSequence", "UNPACK_EX": "UnpackEx",
    "IMPORT_NAME": "ImportName", "IMPORT_FROM": "ImportFrom", "GET_AWAITABLE": "GetAwaitable", "GET_AITER": "GetAIter",
    "GET_ANEXT": "GetANext", "FORMAT_SIMPLE": "FormatSimple", "FORMAT_WITH_SPEC": "FormatWithSpec",
    "LOAD_GLOBAL": "LoadGlobal", "LOAD_NAME": "LoadName", "LOAD_DEREF": "LoadDeref", "STORE_GLOBAL": "StoreGlobal",
    "CHECK_EXC_MATCH": "CheckExcMatch", "BEFORE_WITH": "BeforeWith", "WITH_EXCEPT_START": "WithExceptStart",
    "BEFORE_ASYNC_WITH": "BeforeAsyncWith", "MATCH_CLASS": "MatchClass", "UNARY_NEGATIVE": "Negative",
}
OURS = set(KINDS.values())


def cpython(code, lines, found):
    def column(line, offset):
        return len(lines[line - 1].encode()[:offset].decode()) if line <= len(lines) else offset

    for instruction in dis.get_instructions(code):
        kind = KINDS.get(instruction.opname)
        at = instruction.positions
        if kind and at.lineno:
            start, end = column(at.lineno, at.col_offset), column(at.end_lineno, at.end_col_offset)
            found.add((code.co_qualname, kind, f"{at.lineno}:{start}-{at.end_lineno}:{end}"))
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            cpython(constant, lines, found)


def ours(program, file):
    listing = subprocess.run([program, "--positions", file], capture_output=True, text=True, check=True).stdout
    for line in listing.splitlines():
        name, place, kind = line.rsplit(" ", 2)
        kind = KINDS.get(kind, kind)
        if kind in OURS:
            yield name, kind, place


def main(program, *files):
    totals = collections.Counter()
    for file in files:
        with open(file, encoding="utf-8") as source:
            text = source.read()
        theirs, mine = set(), set(ours(program, file))
        cpython(compile(text, file, "exec"), text.split("\n"), theirs)
        for sign, only in (("-", theirs - mine), ("+", mine - theirs)):
            totals[sign] += len(only)
            for row in sorted(only):
                print(file, sign, *row)
        totals["same"] += len(theirs & mine)
    print(*(f"{key} {count}" for key, count in sorted(totals.items())))


if __name__ == "__main__":
    main(*sys.argv[1:])
