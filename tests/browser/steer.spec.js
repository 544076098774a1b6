// Tasks are followed and cancelled where they are seen, envelopes tell what they are, and lines lead to the editor.

import { expect, test } from "./page.js";

const TASKS = `import asyncio

async def waits(name):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise

async def main():
    tasks = [asyncio.create_task(waits(name), name=name) for name in ("first", "second")]
    await asyncio.wait(tasks)
    print("over")

asyncio.run(main())
`;

const CALLS = `import time
from quara.concurrency import AsyncioThread

async def double(n):
    return n * 2

with AsyncioThread() as thread:
    time.sleep(0.5)
    print(thread.run_threadsafe(double(4)).result())
`;

const lanes = (page) => page.getByRole("group", { name: /^Lanes/ });
const explanation = (page) => page.getByRole("status", { name: "Explanation" });
const marked = (page) => page.locator("loopthread-editor .cm-line.lt-marked");

test("a task is cancelled from its lane and from the Inspector, with the keyboard", async ({ page, playground }) => {
  await playground.openProgram(TASKS);
  await playground.run();
  await expect(playground.tasks.getByRole("listitem")).toHaveCount(3);
  await lanes(page).focus();
  await page.keyboard.press("End");
  await expect(playground.button("Cancel first")).toHaveCount(0);
  for (const key of ["ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(playground.button("Cancel first")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(playground.output).toContainText("first was cancelled");
  await expect(lanes(page)).toBeFocused();
  await expect(playground.button("Cancel first")).toHaveCount(0);
  const inspector = page.getByRole("region", { name: "Inspector" });
  await inspector.locator("summary").press("Enter");
  await inspector.getByRole("button", { name: "Cancel second" }).press("Enter");
  await playground.ends("finished");
  await expect(page.getByRole("group", { name: "Inspector's tables" })).toBeFocused();
  expect(await playground.printed()).toBe("first was cancelled\nsecond was cancelled\nover\n");
});

test("steps stay with the task that is followed", async ({ page, playground }) => {
  await playground.openProgram(TASKS.replaceAll("3600", "1"));
  await playground.chooseClock("Instant");
  await playground.button("Step").click();
  await expect(playground.status).toHaveText("paused at line 1");
  const follow = page.getByRole("combobox", { name: "Follow" });
  while (!(await follow.locator("option").allTextContents()).includes("second")) {
    const before = await playground.status.textContent();
    await playground.button("Step into").click();
    await expect(playground.status).not.toHaveText(before);
  }
  await follow.selectOption({ label: "second" });
  await playground.button("Step into").click();
  await expect(playground.status).toHaveText("paused at line 4, second");
  await playground.button("Step into").click();
  await expect(playground.status).toHaveText("paused at line 5, second");
  await playground.button("Step").click();
  await expect(playground.status).toHaveText(/^paused at line 13, Task-1/);
  await expect(follow).toHaveValue("");
});

test("an envelope says what it is, under the pointer and with the keyboard's focus", async ({ page, playground }) => {
  await playground.openProgram(CALLS);
  await playground.chooseClock("Instant");
  await playground.run();
  await playground.ends("finished");
  const told = /0\.5\d\d s: MainThread to \S+: call_soon_threadsafe run_coroutine_threadsafe at line 9, `print\(thread\.run_.*`; it woke \S+, and was handled/;
  await lanes(page).focus();
  await page.keyboard.press("Home");
  for (let steps = 0; steps < 40 && !told.test(await explanation(page).textContent()); steps++) {
    await page.keyboard.press("ArrowRight");
  }
  await expect(explanation(page)).toHaveText(told);
  await page.keyboard.press("Enter");
  await expect(marked(page)).toContainText("thread.run_threadsafe");
  await expect(playground.status).toContainText(/^the past, 0\.5/);
  await playground.button("Now").click();
  // Under the pointer: somewhere on the main thread's row there is one.
  await expect(async () => {
    const box = await lanes(page).boundingBox();
    let words = "";
    for (let x = box.x + 165; x < box.x + box.width - 6 && !/MainThread to .*(woke|queue)/.test(words); x += 4) {
      await page.mouse.move(x, box.y + 26 + 12);
      words = await explanation(page).textContent();
    }
    expect(words).toMatch(/MainThread to .*(woke|queue)/);
  }).toPass();
});

test("the Inspector's lines lead to the editor", async ({ page, playground }) => {
  await playground.openProgram(TASKS);
  await playground.run();
  await expect(playground.tasks.getByRole("listitem")).toHaveCount(3);
  await playground.button("Pause").click();
  const inspector = page.getByRole("region", { name: "Inspector" });
  await inspector.getByRole("button", { name: "waits, line 5: show line 5" }).first().press("Enter");
  await expect(marked(page)).toHaveText("        await asyncio.sleep(3600)");
  await playground.button("Stop").click();
  await playground.ends("stopped");
});
