// Stop ends anything within a tenth of a second, measured in the page, and leaves what was there.

import { expect, test } from "./page.js";

const ENDLESS = {
  "in the caller": 'print("on")\nwhile True:\n    pass\n',
  "in a coroutine": [
    "import asyncio",
    "async def spin():",
    '    print("on")',
    "    while True:",
    "        pass",
    "asyncio.run(spin())",
    "",
  ].join("\n"),
  "that catches everything": [
    'print("on")',
    "while True:",
    "    try:",
    "        while True:",
    "            pass",
    "    except BaseException:",
    "        pass",
    "",
  ].join("\n"),
  "that sleeps for a year": 'import time\nprint("on")\ntime.sleep(365 * 24 * 3600)\n',
};

for (const [where, source] of Object.entries(ENDLESS)) {
  test(`a program without end ${where} is stopped within 100 ms`, async ({ page, playground }) => {
    await playground.openProgram(source);
    await playground.run();
    await expect(playground.output.locator("[data-text]")).toHaveText(["on"]);
    // Let it get into its stride.
    await page.waitForTimeout(300);
    const time = await page.evaluate(clickAndWait);
    console.log(`stopped ${where} after ${time.toFixed(1)} ms`);
    expect(time).toBeLessThan(100);
    expect(await playground.printed()).toBe("on\n");
    await expect(playground.program).toContainText("on");
    await playground.type('print("again")\n');
    await playground.run();
    await playground.ends("finished");
    expect(await playground.printed()).toBe("again\n");
  });
}

/** Presses Stop and gives the milliseconds until the status says so. Runs in the page. */
function clickAndWait() {
  const status = document.querySelector("[role=status][aria-label=Status]");
  const stop = [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === "Stop");
  return new Promise((resolve) => {
    const begin = performance.now();
    const observer = new MutationObserver(() => {
      if (status.textContent.trim() !== "stopped") return;
      observer.disconnect();
      resolve(performance.now() - begin);
    });
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    stop.click();
  });
}
