// Every view is free of what axe finds, in both themes and on the narrowest screen.

import { expect, test, violations } from "./page.js";

const PROGRAM = [
  "import asyncio, threading",
  "lock = asyncio.Lock()",
  "async def work(name):",
  "    async with lock:",
  "        await asyncio.sleep(0.1)",
  "        print(name)",
  "async def main():",
  "    await asyncio.gather(work('a'), work('b'))",
  "asyncio.run(main())",
  "raise ValueError('seen')",
  "",
].join("\n");

/** The views of the page, each a way to come to it from the one before. */
const VIEWS = {
  "a page that was just opened": async (page, playground) => {
    await playground.openProgram(PROGRAM);
    await playground.program.click();
    await playground.chooseClock("Instant");
  },
  "a program that is paused at a breakpoint, with the Inspector": async (page, playground) => {
    await page.locator(".cm-lineNumbers .cm-gutterElement").filter({ hasText: /^6$/ }).click();
    await page.getByText("Breakpoints", { exact: true }).click();
    await playground.run();
    await expect(playground.status).toHaveText(/^paused at line 6/);
    await expect(page.getByRole("table", { name: "Tasks" })).toBeVisible();
  },
  "its past": async (page, playground) => {
    await playground.button("Step back").click();
    await expect(playground.status).toHaveText(/^the past/);
  },
  "its failure, and the timeline in words": async (page, playground) => {
    await page.locator(".cm-lineNumbers .cm-gutterElement").filter({ hasText: /^6$/ }).click();
    await playground.button("Resume").click();
    await playground.ends("failed");
    await playground.button("In words").click();
  },
  "the schedules that were tried, and an answer of the console": async (page, playground) => {
    await playground.button("Try schedules").click();
    await expect(page.getByText("Run with seed 0").or(page.getByRole("button", { name: /seed 0/ })).first()).toBeVisible();
    await playground.ask("1 + 1");
    await expect(playground.results.last()).toHaveText("2");
  },
};

for (const [theme, width] of [["light", 1280], ["dark", 1280], ["light", 320]]) {
  test(`axe finds nothing in any view, ${theme}, ${width} pixels wide`, async ({ page, playground }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 900 });
    for (const [view, show] of Object.entries(VIEWS)) {
      await show(page, playground);
      await page.evaluate(() => document.fonts.ready);
      const found = await violations(page);
      expect(found, view).toEqual([]);
    }
  });
}
