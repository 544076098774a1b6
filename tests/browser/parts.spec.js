// What the worker fetches only when it is needed: the Python library, and the rest of the interpreter.

import { expect, test } from "./page.js";

/** Uses of the interpreter that no example has. */
const BEYOND = `import math
print(round(math.gamma(5.5), 6))
print(b"a,b".split(b","), "%5.1f|%-4s|" % (2.25, "x"))
print(sorted({3, 1, 2}, key=lambda n: -n), 10**30 // 7)
`;

/** The same, but needed only once something is printed. */
const LATE = `import sys
print("before")
print("a part", end="", file=sys.stderr)
import math
print(round(math.gamma(5.5), 6))
`;

test("hello needs neither the library nor the rest of the interpreter", async ({ playground }) => {
  await playground.openProgram('print("hello")');
  await playground.run();
  await playground.ends("finished");
  expect(await playground.fetched("/library.json")).toBe(0);
  expect(await playground.fetched("/rest_bg.wasm")).toBe(0);
});

test("a program beyond the examples has the rest fetched, once", async ({ playground }) => {
  await playground.openProgram(BEYOND);
  for (let run = 0; run < 2; run++) {
    await playground.run();
    await playground.ends("finished");
    expect(await playground.printed()).toBe(
      "52.342778\n[b'a', b'b']   2.2|x   |\n[3, 2, 1] 142857142857142857142857142857\n",
    );
  }
  expect(await playground.fetched("/rest_bg.wasm")).toBe(1);
});

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

for (const [how, refuse] of Object.entries({
  "is out of reach": (route) => route.abort(),
  "is something else": (route) => route.fulfill({ contentType: "text/html", body: "<p>Log in first.</p>" }),
})) {
  test(`when the rest ${how}, a run says so, keeps all that was printed, and works when it is there again`, async ({
    page,
    playground,
    complaints,
  }) => {
    await page.route("**/rest_bg.wasm", refuse);
    await playground.openProgram(LATE);
    await playground.run();
    await playground.ends("failed");
    // In the slice in which the rest was needed.
    expect(await playground.printed()).toBe("before\n");
    expect(await playground.printed("stderr")).toBe("a part\n");
    await expect(playground.output).toContainText("A part of the interpreter (rest_bg.wasm) could not be fetched");
    await expect(playground.output).toContainText("press Run again");
    await expect(playground.program).toContainText("gamma");
    await playground.ask("1 + 1");
    await expect(playground.results).toHaveText(["2"]);
    await page.unroute("**/rest_bg.wasm");
    await playground.run();
    await playground.ends("finished");
    await expect(playground.output).toContainText("52.342778");
    complaints.length = 0;
  });
}
