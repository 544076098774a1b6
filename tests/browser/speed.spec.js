// How soon the page answers whoever steers: the numbers are printed, and bounded generously, for machines are not alike.

import { expect, test } from "./page.js";

/** Some 100,000 trace records. */
const MANY = [
  "import asyncio",
  "async def work():",
  "    for i in range(100):",
  "        await asyncio.sleep(0)",
  "async def main():",
  "    await asyncio.gather(*(work() for _ in range(330)))",
  "asyncio.run(main())",
  "",
].join("\n");

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Does something, and gives back how many milliseconds after its event the status was another, in the page's own time. */
async function answered(page, event, act) {
  await page.evaluate((event) => {
    const status = document.querySelector('[role="status"][aria-label="Status"]');
    let begin;
    window.addEventListener(event, () => (begin = performance.now()), { capture: true, once: true });
    window.answered = new Promise((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        done(performance.now() - begin);
      });
      observer.observe(status, { characterData: true, childList: true, subtree: true });
    });
  }, event);
  await act();
  return page.evaluate(() => window.answered);
}

const told = (what, times) => console.log(`${what}: median ${median(times).toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms`);

test("an endless loop is paused within 50 ms", async ({ page, playground }) => {
  await playground.openProgram("n = 0\nwhile True:\n    n += 1\n");
  await playground.run();
  const times = [];
  for (let round = 0; round < 15; round++) {
    await expect(playground.status).toHaveText("running");
    await page.waitForTimeout(50);
    times.push(await answered(page, "click", () => playground.button("Pause").click()));
    await expect(playground.status).toHaveText(/^paused/);
    await playground.button("Resume").click();
  }
  told("pausing an endless loop", times);
  expect(median(times)).toBeLessThan(200);
});

test("each step back in a run of 100,000 records, and a jump to any moment of it, comes within 100 ms", async ({ page, playground }) => {
  await playground.openProgram(MANY);
  await playground.chooseClock("Instant");
  await playground.run();
  await playground.ends("finished");
  for (const name of ["Step back into", "Step back to last switch", "Step back one turn"]) {
    const times = [];
    // Not the first: from the end it leads out of the event loop.
    for (let round = 0; round < 12; round++) times.push(await answered(page, "click", () => playground.button(name).click()));
    told(name, times);
    expect(median(times)).toBeLessThan(400);
  }
  const { x, y, width } = await page.getByRole("group", { name: /^Lanes/ }).boundingBox();
  const times = [];
  for (let round = 1; round <= 40; round++) {
    // Places of the axis in no order, and no two beside each other.
    const part = (round * 0.618) % 1;
    times.push(await answered(page, "pointerdown", () => page.mouse.click(x + 160 + (width - 170) * part, y + 12)));
    await expect(playground.status).toHaveText(/^the past, /);
  }
  told("to any moment", times);
  expect(median(times)).toBeLessThan(400);
});
