// Which program the page opens with, and the names by which its parts are found.

import { expect, test } from "./page.js";

const example = (page) => page.getByRole("combobox", { name: "Example" });

test("an address opens an example, and a fragment wins over it", async ({ page, playground }) => {
  await playground.open("?example=create-task");
  await expect(playground.program).toContainText("create_task_threadsafe");
  await expect(example(page)).toHaveValue("create-task");
  await playground.open(`?example=create-task#code=${encodeURIComponent('print("é + 1")\n')}`);
  await expect(playground.program).toHaveText('print("é + 1")');
});

test("a link followed while the page is open opens its program", async ({ page, playground }) => {
  await playground.open();
  await page.evaluate(() => (location.hash = "#code=x%20%3D%201"));
  await expect(playground.program).toHaveText("x = 1");
});

test("an edited program survives a reload, whatever the address said", async ({ page, playground }) => {
  await playground.open("?example=create-task");
  await playground.program.fill("for n in range(3):\n    print(n)\n");
  await expect(playground.program).toHaveText("for n in range(3):    print(n)");
  await page.reload();
  await expect(playground.program).toHaveText("for n in range(3):    print(n)");
  await expect(example(page)).toHaveValue("create-task");
});

test("a link does not overwrite the program that is kept", async ({ page, playground }) => {
  await playground.open();
  await playground.program.fill("mine = True");
  await playground.open("#code=theirs");
  await page.reload();
  await expect(playground.program).toHaveText("theirs");
  await playground.open("?");
  await expect(playground.program).toHaveText("mine = True");
});

test("an example takes the place of the learner's program, which is kept and one undo away", async ({ page, playground }) => {
  await playground.open();
  await playground.type("mine = 1");
  await example(page).selectOption("create-task");
  await expect(playground.program).toContainText("create_task_threadsafe");
  await expect(example(page)).toHaveValue("create-task");
  await playground.program.click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(playground.program).toHaveText("mine = 1");
  await page.keyboard.press("ControlOrMeta+y");
  await expect(playground.program).toContainText("create_task_threadsafe");
  await page.reload();
  await expect(playground.program).toContainText("create_task_threadsafe");
  await expect(example(page)).toHaveValue("create-task");
  await example(page).selectOption({ label: "Your program from “A sleep that blocks”" });
  await expect(playground.program).toHaveText("mine = 1");
  await playground.open("?example=run-coroutine");
  await playground.type("tried = 2");
  await expect(example(page).locator("option", { hasText: "Your program" })).toHaveCount(1);
  await playground.open("?");
  await expect(playground.program).toHaveText("tried = 2");
});

test("what is in the editor before it was ever touched comes back with an undo, too", async ({ page, playground }) => {
  await playground.open("#code=theirs");
  await expect(playground.program).toHaveText("theirs");
  await example(page).selectOption("create-task");
  await playground.program.focus();
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some((entry) => /editor-search-/.test(entry.name)),
  );
  await page.keyboard.press("ControlOrMeta+z");
  await expect(playground.program).toHaveText("theirs");
  await example(page).selectOption("start-stop");
  await expect(example(page).locator("option", { hasText: "Your program" })).toHaveText(["Your program"]);
});

test("Reset is an edit that can be undone", async ({ page, playground }) => {
  await playground.open("?example=start-stop");
  await playground.type("mine = 1");
  await playground.button("Reset").click();
  await expect(playground.program).toContainText("AsyncioThread");
  await playground.program.click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(playground.program).toHaveText("mine = 1");
});

test("Reset restores the example that was chosen", async ({ page, playground }) => {
  await playground.open();
  await example(page).selectOption("task-decorator");
  await expect(playground.program).toContainText("@thread.task");
  await playground.program.fill("pass");
  await playground.button("Reset").click();
  await expect(playground.program).toContainText("@thread.task");
});

test("the library's source is there to read, and only to read", async ({ page, playground }) => {
  await playground.open();
  await page.getByRole("tab", { name: "quara.concurrency" }).click();
  const source = page.getByRole("textbox", { name: "Library source" });
  await expect(source).toContainText("AsyncioThread");
  await source.press("x");
  await expect(source).not.toContainText(/^x/);
  await page.getByRole("tab", { name: "main.py" }).click();
  await expect(playground.program).toBeVisible();
});

test("a browser that forbids storage has a page that works", async ({ page, playground }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await playground.open("?example=create-task");
  await expect(playground.program).toContainText("create_task_threadsafe");
  await playground.program.fill("pass");
  await expect(playground.program).toHaveText("pass");
});

test("the names that drivers rely on are there", async ({ page, playground }) => {
  await playground.open();
  for (const name of ["Run", "Stop", "Reset", "Call", "Spawn", "Stop thread"]) {
    await expect(page.getByRole("button", { name, exact: true })).toHaveCount(1);
  }
  for (const name of ["Example", "Clock", "Thread"]) {
    await expect(page.getByRole("combobox", { name, exact: true })).toHaveCount(1);
  }
  await expect(page.getByRole("textbox", { name: "Program", exact: true })).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "Console", exact: true })).toHaveCount(1);
  await expect(page.getByRole("log", { name: "Output", exact: true })).toHaveCount(1);
  await expect(page.getByRole("list", { name: "Tasks", exact: true })).toHaveCount(1);
  await expect(page.getByRole("region", { name: "Timeline", exact: true })).toHaveCount(1);
  await expect(playground.status).toHaveText("idle");
  await playground.chooseClock("Instant");
  await playground.chooseClock("Real time");
});

test("nothing is wider than the narrowest screen", async ({ page, playground }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await playground.open("?example=stop-from-inside");
  await expect(playground.program).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
