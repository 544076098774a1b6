// Each documented example, on both clocks, prints what CPython prints.

import { EXAMPLES, expect, expected, test } from "./page.js";

for (const clock of ["Real time", "Instant"]) {
  for (const slug of EXAMPLES) {
    test(`${slug} prints what CPython prints, clock: ${clock}`, async ({ playground }) => {
      await playground.open(`?example=${slug}`);
      await playground.chooseClock(clock);
      await playground.run();
      await playground.ends("finished");
      expect(await playground.printed("stderr")).toBe("");
      expect(await playground.printed()).toBe(expected(slug));
      // What the examples need is in the first part of everything.
      expect(await playground.fetched("/rest_bg.wasm")).toBe(0);
      expect(await playground.fetched("/library-more.json")).toBe(0);
    });
  }
}

test("an example that is chosen from the list is the one that runs", async ({ page, playground }) => {
  await playground.open();
  await page.getByRole("combobox", { name: "Example" }).selectOption("task-decorator");
  await playground.chooseClock("Instant");
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe(expected("task-decorator"));
});

test("each line says when, where and by whom it was printed", async ({ playground }) => {
  await playground.open("?example=task-decorator");
  await playground.chooseClock("Instant");
  await playground.run();
  await playground.ends("finished");
  const lines = await playground.output
    .locator("[data-stream]")
    .evaluateAll((lines) => lines.map((line) => ({ ...line.dataset })));
  expect(lines.map((line) => line.thread)).toEqual(["loop", "loop", "loop", "MainThread"]);
  expect(lines[0].task).toMatch(/\S/);
  expect(lines[3].task ?? "").toBe("");
  const times = lines.map((line) => Number.parseFloat(line.time));
  expect(times.every((time, at) => at === 0 || time >= times[at - 1])).toBe(true);
  expect(times[1] - times[0]).toBeCloseTo(0.5, 2);
});
