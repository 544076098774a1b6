// What the page says when something is not as the learner expects: a broken link, an exit code, a deadlock, an error
// before the start.

import { expect, test } from "./page.js";

for (const [what, address, words] of [
  ["a link that is broken", "#code=print(1)%E", /program in the address cannot be read/],
  ["a packed link that was cut", "#v1=q1ZK", /program in the address cannot be read/],
  ["a packed link that is none", "#v1=%%%", /program in the address cannot be read/],
  ["a link of a later version", "#v7=abc", /newer Loopthread/],
  ["an example that does not exist", "?example=no-such%20one", /no example named “no-such one”/],
]) {
  test(`${what} is told with an empty editor, and the program that is kept is not lost`, async ({ page, playground }) => {
    await playground.open();
    await playground.program.fill("mine = True");
    await playground.open(address);
    const notice = page.getByRole("alert");
    await expect(notice).toContainText(words);
    await expect(notice).toContainText("The editor is empty.");
    await expect(playground.program).toHaveText("");
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await expect(notice).toHaveCount(0);
    await playground.open("?");
    await expect(playground.program).toHaveText("mine = True");
  });
}

test("a program that exits with a code says which, and none is a plain end", async ({ playground }) => {
  await playground.openProgram("raise SystemExit(3)\n");
  await playground.run();
  await playground.ends("failed, exit code 3");
  for (const source of ["import sys\nsys.exit(0)\n", "raise SystemExit\n"]) {
    await playground.type(source);
    await playground.run();
    await playground.ends("finished");
  }
});

test("a program that nothing can wake says so, and Stop ends it", async ({ playground }) => {
  await playground.openProgram("import threading\nlock = threading.Lock()\nlock.acquire()\nprint('first')\nlock.acquire()\n");
  await playground.run();
  await playground.ends("waiting, nothing can wake it");
  const notes = playground.output.locator('[data-stream="note"]');
  await expect(notes.first()).toContainText("nothing in the program will ever wake one");
  await expect(notes.nth(1)).toHaveText("MainThread waits at line 5 for a lock that it has itself");
  await playground.button("Stop").click();
  await playground.ends("stopped");
  expect(await playground.printed()).toBe("first\n");
});

test("an await that nothing ends is a deadlock, a sleep is not", async ({ playground }) => {
  await playground.openProgram("import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())\n");
  await playground.run();
  await playground.ends("waiting, nothing can wake it");
  await playground.button("Stop").click();
  await playground.ends("stopped");
  await playground.type("import time\ntime.sleep(3600)\n");
  await playground.run();
  await playground.ends("waiting");
  await expect(playground.output.locator('[data-stream="note"]')).toHaveCount(0);
});

test("after a syntax error the timeline is empty and says why", async ({ playground }) => {
  await playground.openProgram("if x\n    pass\n");
  await playground.run();
  await playground.ends("failed");
  await expect(playground.timeline).toContainText("Nothing ran");
  await expect(playground.timeline).not.toContainText("MainThread");
});

test("the timeline in words is grouped by thread and task, and short", async ({ page, playground }) => {
  await playground.open("?example=task-decorator");
  await playground.chooseClock("Instant");
  await playground.run();
  await playground.ends("finished");
  await playground.button("In words").click();
  const titles = playground.timeline.getByRole("heading", { level: 3 });
  await expect(titles.first()).toHaveText("Thread MainThread");
  await expect(titles.filter({ hasText: /^Task .*run by thread loop$/ })).not.toHaveCount(0);
  await expect(playground.timeline).toContainText("In all: ran");
  await expect(playground.timeline).not.toContainText("selector");
  // Instant time is made of nanoseconds; the story of a second must not be.
  await playground.openProgram("import asyncio\nasync def main():\n    for i in range(500):\n        await asyncio.sleep(0.001)\nasyncio.run(main())\n");
  await playground.chooseClock("Instant");
  await playground.run();
  await playground.ends("finished");
  await playground.button("In words").click();
  expect(await page.getByRole("region", { name: "Timeline" }).getByRole("listitem").count()).toBeLessThan(60);
  await expect(playground.timeline).toContainText("left out here");
});

test("Tab goes through the editor until something is typed or clicked, then Escape, then Tab leaves it, as it says", async ({ page, playground }) => {
  await playground.openProgram("pass");
  await expect(page.getByText("leaves the editor")).toBeHidden();
  await playground.program.click();
  await expect(page.getByText("leaves the editor")).toBeVisible();
  await expect(playground.program).toHaveAttribute("aria-description", /Escape, then Tab/);
  await page.keyboard.press("Tab");
  await expect(playground.program).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(playground.program).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(playground.program).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(playground.program).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("x");
  await page.keyboard.press("Tab");
  await expect(playground.program).toBeFocused();
  await expect(playground.program).toContainText("    ");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(playground.program).not.toBeFocused();
});
