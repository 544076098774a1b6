// Steering a run: steps, breakpoints, pauses, and the speed of time.

import { EXAMPLES, expect, expected, test } from "./page.js";

const COUNTS = ["import asyncio", "async def count(name):", "    for n in range(3):", "        await asyncio.sleep(1)", "        print(name, n)"];
const PROGRAM = [...COUNTS, "async def main():", "    await asyncio.gather(count('a'), count('b'))", "asyncio.run(main())", ""].join("\n");

/** The line at which the editor shows that the program is paused. */
const here = (page) => page.locator(".cm-line.lt-here");
/** The numbers of the lines with breakpoints. */
const stops = (page) => page.locator(".cm-lineNumbers .lt-stop");
const number = (page, line) => page.locator(".cm-lineNumbers .cm-gutterElement").filter({ hasText: new RegExp(`^${line}$`) });

test("the first example can be stepped through with F10, from its first line to its end", async ({ page, playground }) => {
  await playground.open(`?example=${EXAMPLES[0]}`);
  await playground.chooseClock("Instant");
  await expect(playground.button("Step into")).toHaveAttribute("title", "Nothing is paused");
  await playground.button("Step").click();
  const first = (await playground.program.locator(".cm-line").allTextContents()).findIndex((line) => /^[^#\s]/.test(line)) + 1;
  await expect(playground.status).toHaveText(`paused at line ${first}`);
  await expect(playground.status).toHaveAttribute("data-state", "paused");
  await expect(here(page)).toHaveCount(1);
  await expect(playground.button("Step")).toBeFocused();
  let steps = 0;
  while ((await playground.status.textContent()) !== "finished" && steps < 200) {
    steps++;
    await page.keyboard.press("F10");
    await page.waitForTimeout(60);
  }
  expect(steps).toBeGreaterThan(5);
  await playground.ends("finished");
  expect(await playground.printed()).toBe(expected(EXAMPLES[0]));
  await expect(here(page)).toHaveCount(0);
});

test("steps go over an await, to another task, to a turn, into a call and out of it", async ({ page, playground }) => {
  await playground.openProgram(PROGRAM);
  await playground.chooseClock("Instant");
  await number(page, 4).click();
  await playground.run();
  await expect(playground.status).toHaveText("paused at line 4, Task-2: breakpoint");
  await expect(here(page)).toHaveText("        await asyncio.sleep(1)");
  await number(page, 4).click();
  await playground.button("Step over await").click();
  await expect(playground.status).toHaveText("paused at line 5, Task-2");
  await playground.button("Step to next switch").click();
  await expect(playground.status).toHaveText("paused at line 5, Task-3");
  await playground.button("Step one turn").click();
  await expect(playground.status).toHaveText(/^paused/);
  await playground.button("Resume").click();
  await playground.ends("finished");
  await playground.openProgram("def f(n):\n    n += 1\n    return n\nx = f(1)\ny = f(2)\n");
  await playground.button("Step").click();
  await expect(playground.status).toHaveText("paused at line 1");
  for (const [key, line] of [["F10", 4], ["F11", 2], ["Shift+F11", 5], ["F10", 0]]) {
    await page.keyboard.press(key);
    await expect(playground.status).toHaveText(line ? `paused at line ${line}` : "finished");
  }
});

test("a breakpoint has a condition, goes along with its line, and is there on the next visit", async ({ page, playground }) => {
  await playground.openProgram("n = 0\nwhile n < 4:\n    n += 1\n    print(n)\n");
  await playground.program.click();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let line = 1; line < 4; line++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F9");
  await expect(stops(page)).toHaveText(["4"]);
  await page.getByText("Breakpoints", { exact: true }).click();
  await page.getByRole("textbox", { name: "Condition at line 4" }).fill("n == 3");
  await page.keyboard.press("Enter");
  await playground.run();
  await expect(playground.status).toHaveText("paused at line 4: breakpoint");
  expect(await playground.printed()).toBe("1\n2\n");
  await playground.button("Stop").click();
  await playground.ends("stopped");
  await playground.program.click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("# counts\n");
  await expect(stops(page)).toHaveText(["5"]);
  await page.getByRole("textbox", { name: "Condition at line 5" }).fill("m == 3");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Condition at line 5" })).toHaveValue("m == 3");
  await page.goto("about:blank");
  await playground.open();
  await expect(stops(page)).toHaveText(["5"]);
  await playground.run();
  await expect(playground.status).toHaveText(/paused at line 5: .*NameError: name 'm' is not defined/);
  await page.getByText("Breakpoints", { exact: true }).click();
  await playground.button("Remove the breakpoint at line 5").click();
  await expect(stops(page)).toHaveCount(0);
  await playground.button("Resume").click();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("1\n2\n3\n4\n");
});

test("a program pauses where an exception is raised", async ({ page, playground }) => {
  await playground.openProgram("def f():\n    return [][1]\ntry:\n    f()\nexcept IndexError:\n    print('handled')\n");
  await page.getByText("Breakpoints", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Pause at exceptions" }).check();
  await playground.run();
  await expect(playground.status).toHaveText("paused at line 2: IndexError: list index out of range");
  await page.keyboard.press("F8");
  await playground.ends("finished");
});

test("an endless loop is paused, goes on, and is stopped while it is paused", async ({ page, playground }) => {
  await playground.openProgram("n = 0\nwhile True:\n    n += 1\n");
  await expect(playground.button("Pause")).toBeDisabled();
  await playground.run();
  await playground.button("Pause").click();
  await expect(playground.status).toHaveText(/^paused at line [23]$/);
  // The same button, so that who uses the keyboard stays where they were.
  await expect(playground.button("Resume")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(playground.status).toHaveText("running");
  await expect(playground.button("Pause")).toBeFocused();
  await page.keyboard.press("F8");
  await expect(playground.status).toHaveText(/^paused/);
  await playground.button("Run").click();
  await expect(page.getByRole("alert")).toContainText("has not ended");
  await playground.button("Keep it").click();
  await playground.button("Stop").click();
  await playground.ends("stopped");
  await expect(here(page)).toHaveCount(0);
});

test("time moves when the learner says so, or slower", async ({ page, playground }) => {
  await playground.openProgram("import time\nfor n in range(3):\n    time.sleep(1)\n    print(n)\n");
  const speed = page.getByRole("slider", { name: "Speed" });
  await playground.chooseClock("Instant");
  await expect(speed).toBeDisabled();
  await playground.chooseClock("Manual");
  await playground.run();
  await expect(playground.status).toHaveText("waiting");
  await page.waitForTimeout(1200);
  expect(await playground.printed()).toBe("");
  await playground.button("Advance").click();
  await expect(playground.output.locator("[data-text]")).toHaveText(["0"]);
  await page.getByRole("combobox", { name: "Advance by" }).selectOption({ label: "0.1 s" });
  await playground.button("Advance").click();
  await page.getByRole("combobox", { name: "Advance by" }).selectOption({ label: "the next timer" });
  await playground.button("Advance").click();
  await expect(playground.output.locator("[data-text]")).toHaveText(["0", "1"]);
  await playground.chooseClock("Real time");
  await speed.focus();
  await page.keyboard.press("End");
  await expect(speed).toHaveAttribute("aria-valuetext", "10 times real time");
  await playground.ends("finished");
  await page.keyboard.press("Home");
  await expect(speed).toHaveAttribute("aria-valuetext", "1/100 of real time");
  await playground.run();
  await page.waitForTimeout(1500);
  await expect(playground.status).toHaveText("waiting");
});

test("a thread can be followed that is not the one at which it is paused", async ({ page, playground }) => {
  const source = "import threading, time\ndef work():\n    while True:\n        time.sleep(1)\nthreading.Thread(target=work, name='worker', daemon=True).start()\nwhile True:\n    time.sleep(10)\n";
  await playground.openProgram(source);
  await playground.chooseClock("Instant");
  await number(page, 7).click();
  await playground.run();
  await expect(playground.status).toHaveText("paused at line 7: breakpoint");
  await page.getByRole("combobox", { name: "Follow" }).selectOption({ label: "worker" });
  await playground.button("Step").click();
  await expect(playground.status).toHaveText(/^paused at line [34], worker$/);
});
