// The panels: lines between them that are moved by keyboard and pointer, remembered, and put back.

import { expect, test } from "./page.js";

const separator = (page, name) => page.getByRole("separator", { name });
const width = async (playground) => (await playground.program.boundingBox()).width;

test("a line between panels moves with the keyboard and the pointer, is kept, and can be put back", async ({ page, playground }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await playground.openProgram("print(1)\n");
  const line = separator(page, "Width of the editor");
  const usual = await width(playground);
  await line.focus();
  for (let times = 0; times < 4; times++) await page.keyboard.press("ArrowRight");
  await expect(line).toHaveAttribute("aria-valuenow", "50");
  await expect.poll(() => width(playground)).toBeGreaterThan(usual + 60);
  await page.keyboard.press("Home");
  await expect(line).toHaveAttribute("aria-valuenow", await line.getAttribute("aria-valuemin"));
  await page.keyboard.press("End");
  await expect(line).toHaveAttribute("aria-valuenow", await line.getAttribute("aria-valuemax"));
  // By pointer, to a quarter and a bit of the width.
  const box = await line.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(400, 300, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => width(playground)).toBeLessThan(420);
  const moved = await line.getAttribute("aria-valuenow");
  await page.reload();
  await expect(line).toHaveAttribute("aria-valuenow", moved);
  await expect.poll(() => width(playground)).toBeLessThan(420);
  await line.dblclick();
  await expect.poll(() => width(playground)).toBe(usual);
});

test("timeline and Inspector have heights of their own", async ({ page, playground }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await playground.openProgram("import time\nfor n in range(3):\n    time.sleep(n)\n");
  const height = async (name) => (await page.getByRole("region", { name }).boundingBox()).height;
  const timeline = await height("Timeline");
  await separator(page, "Height of the timeline").press("Home");
  await expect.poll(() => height("Timeline")).toBeLessThan(timeline - 60);
  await separator(page, "Height of the timeline").press("Enter");
  await expect.poll(() => height("Timeline")).toBe(timeline);
  await playground.button("Step").click();
  const tables = separator(page, "Top of the Inspector's tables");
  await expect(tables).toBeVisible();
  await tables.press("End");
  await expect.poll(() => height("Inspector")).toBeLessThan(250);
  const low = await height("Inspector");
  for (let times = 0; times < 5; times++) await tables.press("ArrowUp");
  await expect.poll(() => height("Inspector")).toBeGreaterThan(low + 60);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(800);
});

test("on a narrow screen there is no line to move", async ({ page, playground }) => {
  await page.setViewportSize({ width: 700, height: 800 });
  await playground.openProgram("print(1)\n");
  await expect(page.getByRole("separator")).toHaveCount(0);
});
