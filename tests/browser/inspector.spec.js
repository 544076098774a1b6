// The Inspector: what threads, loops, tasks and locks are doing at the moment that is shown.

import { expect, test } from "./page.js";

const PROGRAM = [
  "import asyncio",
  "lock = asyncio.Lock()",
  "async def work(name, n):",
  "    async with lock:",
  "        n += 1",
  "        await asyncio.sleep(1)",
  "        print(name, n)",
  "async def main():",
  "    async with asyncio.TaskGroup() as group:",
  "        group.create_task(work('a', 1), name='first')",
  "        group.create_task(work('b', 2), name='second')",
  "asyncio.run(main())",
  "",
].join("\n");

const inspector = (page) => page.getByRole("region", { name: "Inspector" });
const rows = (page, table) => inspector(page).getByRole("table", { name: table, exact: true }).getByRole("row");
const number = (page, line) => page.locator(".cm-lineNumbers .cm-gutterElement").filter({ hasText: new RegExp(`^${line}$`) });

test("a paused program is told in tables, which say what a step has changed and follow into the past", async ({ page, playground }) => {
  await playground.openProgram(PROGRAM);
  await playground.chooseClock("Instant");
  await expect(inspector(page).getByRole("table")).toHaveCount(0);
  await number(page, 5).click();
  await playground.run();
  await expect(playground.status).toHaveText("paused at line 5, first: breakpoint");
  // It opens by itself.
  await expect(rows(page, "Threads").nth(1)).toHaveText("MainThread (has the GIL)work5n = 1\nname = 'a'".replace("n = 1\nname = 'a'", "name = 'a'\nn = 1"));
  await expect(rows(page, "Tasks")).toHaveCount(4);
  await expect(rows(page, "Ready queue").nth(1)).toContainText("second");
  await expect(inspector(page)).toContainText("No timers.");
  await expect(rows(page, "Locks, events and queues").nth(1)).toContainText("lockasyncio.Locklocked");
  await playground.button("Step").click();
  await expect(playground.status).toHaveText("paused at line 6, first");
  await expect(rows(page, "Threads").nth(1)).toContainText("n = 2 (was 1)");
  await playground.button("Step to next switch").click();
  await expect(playground.status).toHaveText("paused at line 4, second");
  await expect(rows(page, "Timers").nth(1)).toHaveText(/^1 s|^99\d/);
  await expect(rows(page, "Tasks").filter({ hasText: "first" })).toContainText("work, line 6");
  await expect(inspector(page).getByRole("list")).toContainText("first");
  await playground.button("Step back").click();
  await expect(playground.status).toHaveText(/^the past, .*: at line/);
  await expect(inspector(page)).toContainText("in the past, at 0.00");
  await playground.button("Resume").click();
  await expect(playground.status).toHaveText("paused at line 5, second: breakpoint");
  await playground.button("Resume").click();
  await playground.ends("finished");
  await expect(inspector(page)).toContainText("as it ended, at 2.00");
  await expect(inspector(page)).toContainText("No tasks.");
});

test("of a program that runs it is told when the Inspector is opened, with the keyboard, and not when it is closed", async ({ page, playground }) => {
  await playground.openProgram("import asyncio\nasync def main():\n    n = 0\n    while True:\n        n += 1\n        await asyncio.sleep(0.05)\nasyncio.run(main())\n");
  await playground.run();
  await expect(playground.status).toHaveText(/waiting|running/);
  const summary = inspector(page).locator("summary");
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(rows(page, "Tasks").nth(1)).toContainText("main, line 6");
  const told = () => rows(page, "Tasks").nth(1).textContent();
  const first = await told();
  await expect.poll(told).not.toBe(first);
  await page.keyboard.press("Enter");
  await expect(inspector(page).getByRole("table")).toHaveCount(0);
  // It stays as the learner had it.
  await playground.button("Pause").click();
  await expect(playground.status).toHaveText(/^paused/);
  await expect(inspector(page).getByRole("table")).toHaveCount(0);
  await playground.button("Stop").click();
  await playground.ends("stopped");
});
