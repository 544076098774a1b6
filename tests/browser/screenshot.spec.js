// The picture in the README: an example that has run, with its lanes and messages.
// It is taken anew with every run; LOOPTHREAD_SCREENSHOT says where it is to be kept.

import { test } from "./page.js";

test("an example that has run makes a picture", async ({ page, playground }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await playground.open("?example=task-decorator");
  await playground.run();
  await playground.ends("finished");
  await page.waitForTimeout(200);
  await page.screenshot({ path: process.env.LOOPTHREAD_SCREENSHOT ?? "tests/browser/results/screenshot.png" });
});
