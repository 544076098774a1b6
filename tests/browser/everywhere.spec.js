// The main path in browsers that are not Chromium: run, stop, step, a link, and a playground inside another page.
//
// One description for all; who carries it out is in drivers.js. `cargo xtask test` names the programs of those that it finds.

import { test as base, expect } from "@playwright/test";

import { Visitor, firefox, webkit } from "./drivers.js";

const START = { firefox, webkit };

const test = base.extend({
  engine: ["", { option: true, scope: "worker" }],
  program: ["", { option: true, scope: "worker" }],
  driver: [
    async ({ engine, program }, use) => {
      const driver = await START[engine](program);
      await use(driver);
      await driver.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  visitor: ({ driver }, use) => use(new Visitor(driver)),
});

const PROGRAM = `import asyncio

async def count(name):
    for n in range(2):
        await asyncio.sleep(0.05)
        print(name, n)

async def main():
    await asyncio.gather(count("a"), count("b"))

asyncio.run(main())
`;
const PRINTED = "a 0\nb 0\na 1\nb 1\n";

const link = (baseURL, source) => `${baseURL}#code=${encodeURIComponent(source)}`;
// These run in the page.
const status = () => document.querySelector("[role=status][aria-label=Status]")?.textContent ?? "";
const printed = () => [...document.querySelectorAll('[data-stream="stdout"] [data-text]')].map((line) => `${line.textContent.trimEnd()}\n`).join("");
const shown = () => everything(".cm-line").map((line) => line.textContent).join("\n");

test("a program runs to its end, and is changed and run again", async ({ visitor, baseURL }) => {
  await visitor.open(link(baseURL, PROGRAM));
  await visitor.until("idle", status);
  await visitor.press("Run");
  await visitor.until("finished", status);
  await visitor.until(PRINTED, printed);
  // Parts of interpreter and library that are fetched when they are needed.
  await visitor.open(link(baseURL, "import decimal, math\nprint(decimal.Decimal(1) / 7, math.lcm(4, 6))\n"));
  await visitor.press("Run");
  await visitor.until("0.1428571428571428571428571429 12\n", printed);
  await visitor.press("Program");
  await visitor.type("# typed\n");
  await visitor.until(/# typed/, shown);
});

test("a program without end is stopped, and the next one runs", async ({ visitor, baseURL }) => {
  await visitor.open(link(baseURL, 'print("on")\nwhile True:\n    pass\n'));
  await visitor.press("Run");
  await visitor.until("on\n", printed);
  await visitor.press("Stop");
  await visitor.until("stopped", status);
  await visitor.press("Run");
  await visitor.until("running", status);
  await visitor.press("Stop");
  await visitor.until("stopped", status);
});

test("a program is stepped through, forth and back", async ({ visitor, baseURL }) => {
  await visitor.open(link(baseURL, "a = 1\nb = 2\nprint(a + b)\n"));
  for (const line of [1, 2, 3]) {
    await visitor.press("Step");
    await visitor.until(`paused at line ${line}`, status);
  }
  await visitor.press("Step back");
  await visitor.until(/^the past, .*: at line 2$/, status);
  await visitor.press("Now");
  await visitor.until("paused at line 3", status);
  await visitor.press("Resume");
  await visitor.until("finished", status);
  await visitor.until("3\n", printed);
});

test("a link that was copied opens the program and runs nothing", async ({ visitor, baseURL }) => {
  await visitor.open(link(baseURL, PROGRAM));
  await visitor.until("idle", status);
  // The clipboard is asked by the system, not by the page.
  await visitor.read(() => {
    const writeText = async (text) => (globalThis.copied = text);
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
  });
  await visitor.press("Share");
  await visitor.press("Copy link");
  const copied = await visitor.until(/#v1=/, () => globalThis.copied ?? "");
  await visitor.open(copied);
  await visitor.until(PROGRAM, shown);
  await visitor.until("idle", status);
  expect(await visitor.read(printed)).toBe("");
});

test("a program in another page runs in its frame, and the page hears of it", async ({ visitor, baseURL }) => {
  // Any page of the host will do.
  await visitor.open(`${baseURL}embed.js`);
  await visitor.read((source) => {
    const code = Object.assign(document.createElement("code"), { textContent: source });
    const element = document.createElement("loop-thread");
    element.append(document.createElement("pre"));
    element.firstChild.append(code);
    globalThis.heard = [];
    for (const name of ["ready", "output", "finish"]) {
      element.addEventListener(name, ({ detail }) => globalThis.heard.push([name, detail?.text ?? ""]));
    }
    document.body.replaceChildren(element);
    document.head.append(Object.assign(document.createElement("script"), { src: "embed.js" }));
  }, PROGRAM);
  const heard = () => globalThis.heard.map(([name]) => name).join(" ");
  await visitor.until("ready", heard);
  const frame = await visitor.frame("loop-thread");
  await frame.press("Run");
  await visitor.until(/finish$/, heard);
  expect(await visitor.read(() => globalThis.heard.filter(([name]) => name === "output").map(([, text]) => text).join(""))).toBe(PRINTED);
  // The page around is told before the frame has painted.
  await frame.until(PRINTED, printed);
});
