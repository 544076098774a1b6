// A learner's own program: edited, run, wrong, kept.

import { expect, test } from "./page.js";

test("an edited example runs as edited, and Reset brings its text back", async ({ playground }) => {
  await playground.open("?example=blocking-sleep");
  const original = await playground.program.innerText();
  await playground.type('print("edited")\n');
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("edited\n");
  await playground.button("Reset").click();
  await expect(playground.output.locator("[data-text]")).toHaveCount(0);
  expect(await playground.program.innerText()).toBe(original);
});

test("Ctrl or Cmd with Enter runs the program", async ({ page, playground }) => {
  await playground.openProgram('print("by key")');
  await playground.program.click();
  await page.keyboard.press("ControlOrMeta+Enter");
  await playground.ends("finished");
  expect(await playground.printed()).toBe("by key\n");
});

test("a double click on Run, or a key held down, runs once and asks nothing", async ({ page, playground }) => {
  await playground.openProgram("import time\nprint('once')\ntime.sleep(3600)\n");
  await playground.button("Run").dblclick();
  await playground.ends("waiting");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await playground.button("Stop").click();
  await playground.ends("stopped");
  await playground.program.click();
  await page.keyboard.down("Control");
  await page.keyboard.down("Enter");
  await playground.ends("waiting");
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await page.keyboard.up("Control");
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await playground.printed()).toBe("once\n");
});

test("an exception prints its traceback and fails the run", async ({ playground }) => {
  await playground.openProgram("def half(n):\n    return n / 0\n\nhalf(1)\n");
  await playground.run();
  await playground.ends("failed");
  const error = await playground.printed("stderr");
  expect(error).toContain("Traceback (most recent call last):");
  expect(error).toContain("line 2, in half");
  expect(error).toContain("ZeroDivisionError: division by zero");
});

test("a syntax error names its line, and the next run works", async ({ playground }) => {
  await playground.openProgram("x = 1\nif x\n    pass\n");
  await playground.run();
  await playground.ends("failed");
  const error = await playground.printed("stderr");
  expect(error).toContain("line 2");
  expect(error).toContain("SyntaxError: expected ':'");
  await playground.type('print("mended")\n');
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("mended\n");
});

test("output without end is bounded with a note", async ({ playground }) => {
  await playground.openProgram("for i in range(25_000):\n    print(i)\n");
  await playground.run();
  await playground.ends("finished");
  await expect(playground.output).toContainText("5000 lines dropped");
});
