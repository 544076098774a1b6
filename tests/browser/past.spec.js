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

test("a drag along the time axis goes through the moments of a run", async ({ page, playground }) => {
  await playground.openProgram(PROGRAM);
  await playground.chooseClock("Instant");
  await playground.run();
  await playground.ends("finished");
  const box = await page.getByRole("group", { name: /^Lanes/ }).boundingBox();
  const at = (part) => [box.x + 160 + (box.width - 170) * part, box.y + 12];
  await page.mouse.move(...at(0.8));
  await page.mouse.down();
  for (const [part, seconds] of [[0.5, 1], [0.2, 0], [0.9, 2]]) {
    await page.mouse.move(...at(part), { steps: 4 });
    await expect(playground.status).toHaveText(new RegExp(`^the past, ${seconds}\\.\\d+ s`));
  }
  await page.mouse.up();
  await expect(playground.output).toContainText("later");
  await playground.button("Now").click();
  await playground.ends("finished");
});

test("each pause at one line shows what there is then, and a console's question waits in words", async ({ page, playground }) => {
  await playground.openProgram("n = 0\nwhile n < 4: n += 1\nprint(n)\n");
  const inspector = page.getByRole("region", { name: "Inspector" });
  await playground.button("Step").click();
  await playground.button("Step").click();
  for (const n of [0, 1, 2]) {
    await expect(async () => {
      await expect(playground.status).toHaveText("paused at line 2");
      if (!(await inspector.textContent()).includes(`n = ${n}`)) await playground.button("Step").click();
      await expect(inspector).toContainText(`n = ${n}`, { timeout: 500 });
    }).toPass();
  }
  await playground.ask("n + 100");
  await expect(playground.output).toContainText("The program is paused. This is done when it goes on.");
  await playground.button("Resume").click();
  await playground.ends("finished");
  await expect(playground.output).toContainText("104");
});
