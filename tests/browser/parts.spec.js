// What the worker fetches only when it is needed: the Python library, and the later parts of the interpreter.

import { expect, test } from "./page.js";

/** Uses of the interpreter that no example has. */
const BEYOND = `print("a,b".rsplit(","), "%5.1f|%-4s|" % (2.25, "x"))
print(sorted({3, 1, 2}, key=lambda n: -n), 10**15 // 7)
`;
const BEYOND_PRINTED = "['a', 'b']   2.2|x   |\n[3, 2, 1] 142857142857142\n";

/** What few programs use: integers of more than 64 bits, natives of rare modules; they call functions of the rest, too. */
const MODULES = `import contextvars, math, random, re
print(round(math.gamma(5.5), 6), math.lcm(4, 6), random.Random(1).randrange(1000))
print(re.sub(r"(\\w+)=(\\d)", r"\\2:\\1", "a=1, b=2"), 2j * 2j)
print(10**30 // 7)
print(b"a,b".split(b","), "é".encode(), pow(3, 100, 7), contextvars.ContextVar("v", default=1).get())
try:
    math.sqrt(-1)
except ValueError as error:
    print(error)
`;
const MODULES_PRINTED =
  "52.342778 12 137\n1:a, 2:b (-4+0j)\n142857142857142857142857142857\n[b'a', b'b'] b'\\xc3\\xa9' 4 1\nmath domain error\n";

/** What is behind the words for a text that is no Python: the page's tools have it. */
const WORDS = `try:
    exec("x = (1")
except SyntaxError as error:
    print(error.msg)
`;
const WORDS_PRINTED = "'(' was never closed\n";

/** Something printed, and then, in the same slice, a use of a part that is not there. */
const late = (use) => `import sys
print("before")
print("a part", end="", file=sys.stderr)
${use}`;

/** Numbers that take all of the tables that the loader computes. */
const NUMBERS = `for text in ("5e-324", "2.2250738585072011e-308", "123456789012345678e-160", "0.30000000000000004", "9007199254740993.0",
             "8.5e22", "7.0420557077594588669468784357561207962098443483187940792729600000e+59", "1.7976931348623157e308"):
    print(float(text).hex(), repr(float(text)), f"{float(text):.20e}")
print([int("12" * 20, radix) for radix in range(3, 37)], 7**99)
`;
const NUMBERS_PRINTED = `0x0.0000000000001p-1022 5e-324 4.94065645841246544177e-324
0x0.fffffffffffffp-1022 2.225073858507201e-308 2.22507385850720088902e-308
0x1.345222ae83fb9p-475 1.2345678901234567e-143 1.23456789012345667625e-143
0x1.3333333333334p-2 0.30000000000000004 3.00000000000000044409e-01
0x1.0000000000000p+53 9007199254740992.0 9.00719925474099200000e+15
0x1.1ffdbf6b2b2ebp+76 8.5e+22 8.49999999999999979028e+22
0x1.c0bee4d8e1912p+198 7.042055707759459e+59 7.04205570775945886695e+59
0x1.fffffffffffffp+1023 1.7976931348623157e+308 1.79769313486231570815e+308
[7598540911910580500, 483570327845851669882470, 2652692880171040693918863932, 3055427323164282072648879080360, 1193776080170442747326519088604500, 210988570759510456016477311155610250, 20323714044472564455961441403377703420, 1212121212121212121212121212121212121212, 49030860198857281123046802371138330504660, 1438937199410294427143956487427314445997550, 32248986436118879100885792646548228262885500, 574389904895236892722584932773621048204919120, 8391725422141973500832331670348399451800755092, 103164821458651970696730694074090566093359944210, 1089727644475102826575841026948264224133881319100, 10063004744831739623010298589144524857650411502500, 82425356098108895599177070894785016505461092220820, 606247012808822055137844611528822055137844611528822, 4046196302568982276906074965914392169226057357475260, 24726995161090749074917531745233253208330661641905400, 139450323741652706812289995157638279272796961478732500, 730727028836016099285664440805956372253543779546159770, 3579146881239062054732056840687339270236687018321110652, 16473587133199715329923932677856089322815414115024954060, 71584201507580364151074471230465035923369221426645167700, 294904056430424881704920597048145219825156530133403146750, 1156118428088381752266292973027645847787847533143510772220, 4327533867517482999243604004449388209121245828698553948832, 15513523939753888885371771897759791132372424064873045891860, 53407520532556861552714282638904719927424146420933486217250, 177009568789839118033543643903581704065036865036522507741500, 566079200986935401212698128380402630045836650017698447954420, 1750419247959741508159420852982258190060117330669967177646612, 5243410493705519746868288908879255855347381756031556941579910] 462068072803536855906378252728602401551029028414946485847699333055955922805275437143
`;

test("hello needs neither the library nor the rest of the interpreter", async ({ playground }) => {
  await playground.openProgram('print("hello")');
  await playground.run();
  await playground.ends("finished");
  expect(await playground.fetched("/library.json")).toBe(0);
  expect(await playground.fetched("/rest_bg.wasm")).toBe(0);
  expect(await playground.fetched("/modules_bg.wasm")).toBe(0);
  expect(await playground.fetched("/tools_bg.wasm")).toBe(0);
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

test("numbers are read and written as everywhere", async ({ playground }) => {
  await playground.openProgram(NUMBERS);
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe(NUMBERS_PRINTED);
});

for (const [order, program, printed] of [
  ["rest, natives, tools", BEYOND + MODULES + WORDS, BEYOND_PRINTED + MODULES_PRINTED + WORDS_PRINTED],
  ["natives, tools, rest", MODULES + WORDS + BEYOND, MODULES_PRINTED + WORDS_PRINTED + BEYOND_PRINTED],
  ["tools, rest, natives", WORDS + BEYOND + MODULES, WORDS_PRINTED + BEYOND_PRINTED + MODULES_PRINTED],
]) {
  test(`what few programs need is fetched when it is used, once: ${order}`, async ({ playground }) => {
    await playground.openProgram(program);
    for (let run = 0; run < 2; run++) {
      await playground.run();
      await playground.ends("finished");
      expect(await playground.printed()).toBe(printed);
    }
    for (const part of ["rest", "modules", "tools"]) {
      expect(await playground.fetched(`/${part}_bg.wasm`)).toBe(1);
    }
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
  ["what is behind the tools", "tools_bg.wasm", WORDS, WORDS_PRINTED.trim()],
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
