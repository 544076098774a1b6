// Trying many schedules: the outcomes of a race, and the run of one of them.

import { expect, test } from "./page.js";

const RACE = [
  "import threading",
  "n = 0",
  "def add(by):",
  "    return by + 1",
  "def work():",
  "    global n",
  "    for _ in range(300):",
  "        n = add(n)",
  "threads = [threading.Thread(target=work) for _ in range(2)]",
  "for thread in threads: thread.start()",
  "for thread in threads: thread.join()",
  "print('total', n)",
  "",
].join("\n");

const schedules = (page) => page.getByRole("region", { name: "Schedules" });
const rows = (page) => schedules(page).getByRole("table").locator("tbody tr");

test("a race has several outcomes, and each can be run, with the keyboard", async ({ page, playground }) => {
  await playground.openProgram(RACE);
  await schedules(page).getByRole("combobox", { name: "Runs" }).selectOption("10");
  await playground.button("Try schedules").focus();
  await page.keyboard.press("Enter");
  const told = schedules(page).getByRole("status");
  await expect(told).toHaveText(/^10 runs: \d+ different outcomes$/);
  await expect(playground.button("Try schedules")).toBeFocused();
  await playground.ends("idle");
  const counts = await rows(page).locator("td:first-child").allTextContents();
  expect(counts.map(Number).reduce((sum, count) => sum + count)).toBe(10);
  const last = rows(page).last();
  const difference = await last.locator("summary").textContent();
  const [, line] = /^line 1: (total \d+)$/.exec(difference);
  const show = last.getByRole("button");
  const [, seed] = /^Run seed (\d+)$/.exec(await show.textContent());
  await show.press("Enter");
  await playground.ends("finished");
  expect(await playground.printed()).toBe(`${line}\n`);
  await expect(page.getByRole("spinbutton", { name: "Seed" })).toHaveValue(seed);
  // It is the seed of the next runs, too, and 0 is CPython's usual order.
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe(`${line}\n`);
  await page.getByRole("spinbutton", { name: "Seed" }).fill("0");
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("total 600\n");
  // Of another program the outcomes say nothing.
  await playground.type("print(1)\n");
  await expect(show).toHaveAttribute("aria-disabled", "true");
});

test("it is stopped, and the console's process has waited meanwhile", async ({ page, playground }) => {
  await playground.openProgram("x = 5\n");
  await playground.run();
  await playground.ends("finished");
  await playground.type("while True: pass\n");
  await playground.button("Try schedules").click();
  await expect(schedules(page).getByRole("progressbar")).toBeVisible();
  await playground.button("Stop").click();
  await expect(schedules(page).getByRole("status")).toHaveText(/^Stopped after \d+ of 100 runs/);
  await playground.ask("x");
  await expect(playground.results).toHaveText(["5"]);
});
