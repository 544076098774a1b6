// All of the page without a pointer: whoever has only a keyboard comes everywhere, does everything, and is held nowhere.

import { expect, test } from "./page.js";

const PROGRAM = `import asyncio

async def work(name):
    for n in range(1000):
        await asyncio.sleep(0.05)
        n += 1

async def main():
    await asyncio.gather(work("a"), work("b"))

asyncio.run(main())
`;

/** More stops of Tab than the page has. */
const MANY = 200;

const active = (page) => page.evaluate(() => document.activeElement.tagName);
const has = (target) => target.evaluate((element) => element === document.activeElement || element.getRootNode().activeElement === element);

/** Goes to an element with Tab. */
async function tabTo(page, target) {
  for (let stops = 0; stops < MANY; stops++) {
    if (await has(target)) return;
    // An editor that is typed into keeps Tab until Escape.
    if ((await active(page)) === "LOOPTHREAD-EDITOR") await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never comes there");
}

async function press(page, target, key = "Enter") {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test("Tab goes round the whole page, forward and backward", async ({ page, playground }) => {
  await playground.openProgram("print(1)\n");
  for (const key of ["Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    const begun = await page.evaluateHandle(() => document.activeElement);
    const seen = new Set();
    let stops = 0;
    do {
      seen.add(await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200)));
      await page.keyboard.press(key);
    } while (!(await begun.evaluate((element) => element === document.activeElement)) && ++stops < MANY);
    expect(stops, `${key}: ${[...seen].at(-1)}`).toBeLessThan(MANY);
    expect(seen.size).toBeGreaterThan(25);
  }
});

test("a program is chosen, edited, run, steered, looked back at, talked to and taken along with the keyboard alone", async ({ page, playground }) => {
  test.setTimeout(120_000);
  await playground.open();
  const example = page.getByRole("combobox", { name: "Example" });
  const first = await playground.program.textContent();
  await press(page, example, "ArrowDown");
  await expect(playground.program).not.toHaveText(first);
  await tabTo(page, playground.program);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(PROGRAM);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(playground.status).toHaveText(/^(waiting|running)/);
  await press(page, playground.button("Pause"));
  await expect(playground.status).toHaveText(/^paused/);
  const moves = async (act) => {
    const before = await playground.status.textContent();
    await act();
    await expect(playground.status).not.toHaveText(before);
    await expect(playground.status).toHaveText(/^(paused|the past)/);
  };
  for (const key of ["F11", "F10"]) await moves(() => page.keyboard.press(key));
  for (const name of ["Step over await", "Step to next switch"]) await moves(() => press(page, playground.button(name)));
  await press(page, playground.button("Step one turn"));
  await expect(playground.status).toHaveText(/^paused/);
  // A breakpoint at line 6.
  await tabTo(page, playground.program);
  await page.keyboard.press("ControlOrMeta+Home");
  for (let line = 1; line < 6; line++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F9");
  await page.keyboard.press("F8");
  await expect(playground.status).toHaveText(/^paused at line 6, .*: breakpoint$/);
  await moves(() => page.keyboard.press("Shift+F8"));
  await expect(playground.status).toHaveText(/^the past/);
  await press(page, playground.button("Now"));
  await expect(playground.status).toHaveText(/^paused at line 6/);
  // The timeline, and a bar's moment.
  await press(page, page.getByRole("group", { name: /^Lanes/ }), "Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(playground.status).toHaveText(/^the past/);
  const inspector = page.getByRole("region", { name: "Inspector" });
  await expect(inspector.getByRole("table", { name: "Threads" })).toBeVisible();
  await press(page, inspector.locator("summary"));
  await expect(inspector.getByRole("table")).toHaveCount(0);
  await press(page, playground.button("Remove the breakpoint at line 6").or(page.getByText("Breakpoints", { exact: true })).locator("xpath=ancestor-or-self::summary").first());
  await press(page, playground.button("Remove the breakpoint at line 6"));
  await page.keyboard.press("F8");
  await expect(playground.status).toHaveText(/^(waiting|running)/);
  // The console.
  await tabTo(page, playground.console);
  await page.keyboard.type("6 * 7");
  await page.keyboard.press("Enter");
  await expect(playground.results.last()).toHaveText("42");
  await page.keyboard.type("asyncio.sleep(3600)");
  await press(page, playground.button("Spawn"));
  await expect(playground.tasks.getByRole("listitem")).toHaveCount(4);
  await press(page, playground.tasks.getByRole("button", { name: "Cancel" }).last());
  await expect(playground.tasks.getByRole("listitem")).toHaveCount(3);
  await press(page, playground.button("Stop"));
  await playground.ends("stopped");
  // Schedules of a program that ends, and its picture.
  await tabTo(page, playground.program);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("print(1)\n");
  await page.keyboard.press("ControlOrMeta+Enter");
  await playground.ends("finished");
  await press(page, playground.button("Try schedules"));
  await press(page, page.getByRole("button", { name: /^Run seed/ }).first());
  await playground.ends("finished");
  await press(page, page.locator(".lt-lanes .lt-export summary"));
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, playground.button("Trace as JSON"))]);
  expect(download.suggestedFilename()).toBe("loopthread-trace.json");
});
