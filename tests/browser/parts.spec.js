// What the worker fetches only when it is needed: the Python library, and the later parts of the interpreter.

import { expect, test } from "./page.js";

/** Uses of the interpreter that no example has. */
const BEYOND = `print(b"a,b".split(b","), "%5.1f|%-4s|" % (2.25, "x"))
print(sorted({3, 1, 2}, key=lambda n: -n), 10**30 // 7)
`;
const BEYOND_PRINTED = "[b'a', b'b']   2.2|x   |\n[3, 2, 1] 142857142857142857142857142857\n";

/** The natives of modules that few programs import; they call functions of the rest, too. */
const MODULES = `import math, random, re
print(round(math.gamma(5.5), 6), math.lcm(4, 6), random.Random(1).randrange(1000))
print(re.sub(r"(\\w+)=(\\d)", r"\\2:\\1", "a=1, b=2"), 2j * 2j)
try:
    math.sqrt(-1)
except ValueError as error:
    print(error)
`;
const MODULES_PRINTED = "52.342778 12 137\n1:a, 2:b (-4+0j)\nmath domain error\n";

/** Something printed, and then, in the same slice, a use of a part that is not there. */
const late = (use) => `import sys
print("before")
print("a part", end="", file=sys.stderr)
${use}`;

/** Numbers that take all bits of the tables that the loader computes, in all their length. */
const FLOATS = `for text in ("5e-324", "2.2250738585072011e-308", "123456789012345678e-160", "0.30000000000000004", "9007199254740993.0",
             "8.5e22", "7.0420557077594588669468784357561207962098443483187940792729600000e+59", "1.7976931348623157e308"):
    print(float(text).hex(), repr(float(text)), f"{float(text):.20e}")
`;
const FLOATS_PRINTED = `0x0.0000000000001p-1022 5e-324 4.94065645841246544177e-324
0x0.fffffffffffffp-1022 2.225073858507201e-308 2.22507385850720088902e-308
0x1.345222ae83fb9p-475 1.2345678901234567e-143 1.23456789012345667625e-143
0x1.3333333333334p-2 0.30000000000000004 3.00000000000000044409e-01
0x1.0000000000000p+53 9007199254740992.0 9.00719925474099200000e+15
0x1.1ffdbf6b2b2ebp+76 8.5e+22 8.49999999999999979028e+22
0x1.c0bee4d8e1912p+198 7.042055707759459e+59 7.04205570775945886695e+59
0x1.fffffffffffffp+1023 1.7976931348623157e+308 1.79769313486231570815e+308
`;

test("hello needs neither the library nor the rest of the interpreter", async ({ playground }) => {
  await playground.openProgram('print("hello")');
  await playground.run();
  await playground.ends("finished");
  expect(await playground.fetched("/library.json")).toBe(0);
  expect(await playground.fetched("/rest_bg.wasm")).toBe(0);
  expect(await playground.fetched("/modules_bg.wasm")).toBe(0);
});

test("a program beyond the examples has the rest fetched, once", async ({ playground }) => {
  await playground.openProgram(BEYOND);
  for (let run = 0; run < 2; run++) {
    await playground.run();
    await playground.ends("finished");
    expect(await playground.printed()).toBe(BEYOND_PRINTED);
  }
  expect(await playground.fetched("/rest_bg.wasm")).toBe(1);
  expect(await playground.fetched("/modules_bg.wasm")).toBe(0);
});

test("floats are read and written as everywhere", async ({ playground }) => {
  await playground.openProgram(FLOATS);
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe(FLOATS_PRINTED);
});

for (const [order, program, printed] of [
  ["after the rest", BEYOND + MODULES, BEYOND_PRINTED + MODULES_PRINTED],
  ["before the rest", MODULES + BEYOND, MODULES_PRINTED + BEYOND_PRINTED],
]) {
  test(`the natives of rare modules are fetched when one is imported, once, ${order}`, async ({ playground }) => {
    await playground.openProgram(program);
    for (let run = 0; run < 2; run++) {
      await playground.run();
      await playground.ends("finished");
      expect(await playground.printed()).toBe(printed);
    }
    expect(await playground.fetched("/modules_bg.wasm")).toBe(1);
    expect(await playground.fetched("/rest_bg.wasm")).toBe(1);
  });
}

test("the library is fetched by the first import, once", async ({ playground }) => {
  await playground.openProgram("import asyncio, contextlib\nprint(asyncio.__name__)\n");
  for (let run = 0; run < 2; run++) {
    await playground.run();
    await playground.ends("finished");
    expect(await playground.printed()).toBe("asyncio\n");
  }
  expect(await playground.fetched("/library.json")).toBe(1);
  expect(await playground.fetched("/library-more.json")).toBe(0);
  await playground.type("import json\nprint(json.dumps([1]))\n");
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("[1]\n");
  expect(await playground.fetched("/library-more.json")).toBe(1);
});

test("without the library an import says why it failed, and works when the network is back", async ({
  page,
  playground,
  complaints,
}) => {
  await page.route("**/library.json", (route) => route.abort());
  await playground.openProgram('print("before")\nimport asyncio\nprint("after")\n');
  await playground.run();
  await playground.ends("failed");
  expect(await playground.printed()).toBe("before\n");
  expect(await playground.printed("stderr")).toMatch(/ImportError: cannot import 'asyncio': the library could not be fetched/);
  await page.unroute("**/library.json");
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("before\nafter\n");
  complaints.length = 0;
});

for (const [part, file, use, printed] of [
  ["the rest", "rest_bg.wasm", "print(10**30 // 7)\n", "142857142857142857142857142857"],
  ["the natives of rare modules", "modules_bg.wasm", "import math\nprint(round(math.gamma(5.5), 6))\n", "52.342778"],
]) {
  for (const [how, refuse] of Object.entries({
    "out of reach": (route) => route.abort(),
    "something else": (route) => route.fulfill({ contentType: "text/html", body: "<p>Log in first.</p>" }),
  })) {
    test(`when ${part} cannot be fetched (${how}), a run says so, keeps all that was printed, and works when they can`, async ({
      page,
      playground,
      complaints,
    }) => {
      await page.route(`**/${file}`, refuse);
      await playground.openProgram(late(use));
      await playground.run();
      await playground.ends("failed");
      // In the slice in which the part was needed.
      expect(await playground.printed()).toBe("before\n");
      expect(await playground.printed("stderr")).toBe("a part\n");
      await expect(playground.output).toContainText(`A part of the interpreter (${file}) could not be fetched`);
      await expect(playground.output).toContainText("press Run again");
      await expect(playground.program).toContainText(use.split("\n")[0]);
      await playground.ask("1 + 1");
      await expect(playground.results).toHaveText(["2"]);
      await page.unroute(`**/${file}`);
      await playground.run();
      await playground.ends("finished");
      await expect(playground.output).toContainText(printed);
      complaints.length = 0;
    });
  }
}
