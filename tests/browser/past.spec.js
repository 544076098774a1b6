// Going back in time: every moment of a run can be shown again, and nothing of the run changes.

import { expect, test } from "./page.js";

const PROGRAM = [
  "import asyncio",
  "async def count(name):",
  "    for n in range(3):",
  "        await asyncio.sleep(1)",
  "        print(name, n)",
  "async def main():",
  "    await asyncio.gather(count('a'), count('b'))",
  "asyncio.run(main())",
  "print('end')",
  "",
].join("\n");

const here = (page) => page.locator(".cm-line.lt-here");

test("after its end a program can be gone through backward and forward again, with the keyboard alone", async ({ page, playground }) => {
  await playground.openProgram(PROGRAM);
  await expect(playground.button("Step back")).toHaveAttribute("title", "Nothing has run");
  await playground.chooseClock("Instant");
  await playground.run();
  await playground.ends("finished");
  const printed = await playground.printed();
  await page.keyboard.press("Shift+F8");
  await expect(playground.status).toHaveText(/^the past, 3\.\d+ s, event \d+: at line 9$/);
  await expect(here(page)).toHaveText("print('end')");
  await expect(playground.output.getByText("end", { exact: true })).toBeHidden();
  await expect(playground.output).toContainText("… 1 line later");
  await playground.button("Step back into").click();
  await expect(playground.status).toHaveText(/^the past, 3\.\d+ s, event \d+: at line 3, Task-3$/);
  await playground.button("Step back into").click();
  await expect(playground.status).toHaveText(/^the past, 3\.\d+ s, event \d+: at line 5, Task-3$/);
  await expect(here(page)).toHaveText("        print(name, n)");
  await playground.button("Step back to last switch").click();
  await expect(playground.status).toHaveText(/^the past, .*: at line 3, Task-2$/);
  await page.keyboard.press("F10");
  await expect(playground.status).toHaveText(/^the past, .*: at line 5, Task-3$/);
  await playground.button("Step back one turn").click();
  await expect(playground.status).toHaveText(/^the past, /);
  await playground.button("Now").click();
  await playground.ends("finished");
  await expect(here(page)).toHaveCount(0);
  await expect(playground.output.getByText("end", { exact: true })).toBeVisible();
  expect(await playground.printed()).toBe(printed);
});

test("an endless program that is paused shows its past, and goes on from the present", async ({ page, playground }) => {
  await playground.openProgram("n = 0\nwhile True:\n    n += 1\n    n -= 1\n");
  await playground.run();
  await expect(playground.status).toHaveText("running");
  await page.waitForTimeout(500);
  await playground.button("Step back").click();
  await expect(playground.status).toHaveText(/^the past, \d\.\d+ s, event \d+: at line [234]$/);
  await playground.button("Step back").click();
  await expect(playground.status).toHaveText(/^the past, \d\.\d+ s, event \d+: at line [234]$/);
  await playground.button("Resume").click();
  await expect(playground.status).toHaveText("running");
  await playground.button("Stop").click();
  await playground.ends("stopped");
  // What was stopped is still there to be looked at; an edited program runs anew.
  await playground.button("Step back").click();
  await expect(playground.status).toHaveText(/^the past, /);
  await playground.type("print('new')\n");
  await expect(here(page)).toHaveCount(0);
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("new\n");
});
