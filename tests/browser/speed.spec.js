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

/** Presses a button, and gives back how many milliseconds later the status was another, in the page's own time. */
const answered = (page, name) =>
  page.evaluate(
    (name) =>
      new Promise((done) => {
        const status = document.querySelector('[role="status"][aria-label="Status"]');
        const button = [...document.querySelectorAll("button")].find((b) => (b.ariaLabel ?? b.textContent.trim()) === name);
        const begin = performance.now();
        new MutationObserver((_, observer) => {
          observer.disconnect();
          done(performance.now() - begin);
        }).observe(status, { characterData: true, childList: true, subtree: true });
        button.click();
      }),
    name,
  );

test("an endless loop is paused within 50 ms", async ({ page, playground }) => {
  await playground.openProgram("n = 0\nwhile True:\n    n += 1\n");
  await playground.run();
  const times = [];
  for (let round = 0; round < 15; round++) {
    await expect(playground.status).toHaveText("running");
    await page.waitForTimeout(50);
    times.push(await answered(page, "Pause"));
    await expect(playground.status).toHaveText(/^paused/);
    await playground.button("Resume").click();
  }
  console.log(`pausing an endless loop: median ${median(times).toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms`);
  expect(median(times)).toBeLessThan(200);
});

test("each step back in a run of 100,000 records comes within 100 ms", async ({ page, playground }) => {
  await playground.openProgram(MANY);
  await playground.chooseClock("Instant");
  await playground.run();
  await playground.ends("finished");
  for (const name of ["Step back into", "Step back to last switch", "Step back one turn"]) {
    const times = [];
    // Not the first: from the end it leads out of the event loop.
    for (let round = 0; round < 12; round++) times.push(await answered(page, name));
    console.log(`${name}: median ${median(times).toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms`);
    expect(median(times)).toBeLessThan(400);
  }
});
