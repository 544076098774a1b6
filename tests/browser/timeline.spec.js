// The timeline: what the keyboard and the pointer tell of it, where they lead, how smoothly a long run moves, and what of a
// run can be taken along.

import { expect, test } from "./page.js";

const EVENT = `import asyncio, time

async def waits(event):
    await event.wait()
    raise ValueError("no")

async def main():
    event = asyncio.Event()
    waiter = asyncio.create_task(waits(event), name="waiter")
    await asyncio.sleep(0.5)
    event.set()
    time.sleep(1)
    await asyncio.wait([waiter])
    print("main is over")

asyncio.run(main())
`;

/** Some 100,000 events, with enough work between them that none is dropped. */
const LONG = `import asyncio

async def work(number):
    for _ in range(500):
        await asyncio.sleep(0.001 * (1 + number % 7))
        for _ in range(1500):
            pass

async def main():
    await asyncio.gather(*[work(number) for number in range(70)])

asyncio.run(main())
`;

const lanes = (page) => page.getByRole("group", { name: /^Lanes/ });
const explanation = (page) => page.getByRole("status", { name: "Explanation" });

async function ran(playground, source) {
  await playground.openProgram(source);
  await playground.chooseClock("Instant");
  await playground.run();
  await expect(playground.status).toHaveText("finished", { timeout: 60_000 });
}

test("without a question the explanation is about what held the loop", async ({ page, playground }) => {
  await ran(playground, EVENT);
  const held = /the loop did nothing for 1 s because sleep 1 s held it at line 12, `time.sleep\(1\)`; 1 task was ready\./;
  await expect(explanation(page)).toHaveText(held);
});

test("arrow keys go from bar to bar and lane to lane, and Enter to the line and the moment", async ({ page, playground }) => {
  await ran(playground, EVENT);
  await lanes(page).focus();
  await page.keyboard.press("Home");
  await expect(explanation(page)).toContainText("MainThread ran briefly and had the GIL");
  for (const key of ["ArrowDown", "ArrowDown", "End"]) await page.keyboard.press(key);
  await expect(explanation(page)).toContainText("it failed: ValueError: no at line 5");
  await page.keyboard.press("ArrowLeft");
  const ready = "waiter became ready because Task-1 set the event at line 11, `event.set()`; it stood in the queue for 1 s.";
  await expect(explanation(page)).toContainText(ready);
  await page.keyboard.press("+");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(explanation(page)).toContainText(ready);
  await page.keyboard.press("Enter");
  await expect(playground.status).toContainText("the past, 0.500 s");
  await expect(page.locator("loopthread-editor .cm-line.lt-marked")).toHaveText("    event.set()");
  // What is shown is the present again, and the mark is gone.
  await playground.button("Now").click();
  await expect(playground.status).toHaveText("finished");
  await expect(page.locator("loopthread-editor .cm-line.lt-marked")).toHaveCount(0);
});

test("a pointer tells of what is under it, and a click goes there", async ({ page, playground }) => {
  await ran(playground, EVENT);
  const box = await lanes(page).boundingBox();
  // The main thread's row; two thirds of the time it is held.
  await page.mouse.move(box.x + 160 + (box.width - 170) * 0.6, box.y + 26 + 12);
  await expect(explanation(page)).toContainText("the loop did nothing for 1 s");
  await page.mouse.click(box.x + 160 + (box.width - 170) * 0.6, box.y + 26 + 12);
  await expect(page.locator("loopthread-editor .cm-line.lt-marked")).toHaveText("    time.sleep(1)");
  await expect(playground.status).toContainText("the past, 0.500 s");
});

test("a run of 100,000 events is panned and zoomed smoothly", async ({ page, playground }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1600, height: 1000 });
  await ran(playground, LONG);
  await expect(playground.timeline).not.toContainText("not drawn");
  // Each frame moves the view; the work of a frame is what its key costs, the frame all until the next.
  const times = await lanes(page).evaluate(async (element) => {
    const next = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const measure = async (press) => {
      const [work, frames] = [[], []];
      let before = await next();
      for (let frame = 0; frame < 120; frame++) {
        const begin = performance.now();
        press(frame);
        work.push(performance.now() - begin);
        const now = await next();
        frames.push(now - before);
        before = now;
      }
      const of = (list, part) => [...list].sort((a, b) => a - b)[Math.floor(list.length * part)].toFixed(1);
      return `work ${of(work, 0.5)} ms (p99 ${of(work, 0.99)}), frame ${of(frames, 0.5)} ms (p99 ${of(frames, 0.99)})`;
    };
    const key = (name, shiftKey = false) =>
      element.dispatchEvent(new KeyboardEvent("keydown", { key: name, shiftKey, bubbles: true, cancelable: true }));
    const told = {};
    told["zoom, whole run"] = await measure((frame) => key(frame % 2 ? "-" : "+"));
    key("0");
    for (let times = 0; times < 4; times++) key("+");
    told["pan, a fifth of it"] = await measure((frame) => key(frame % 40 < 20 ? "ArrowLeft" : "ArrowRight", true));
    for (let times = 0; times < 8; times++) key("+");
    told["pan, near"] = await measure((frame) => key(frame % 40 < 20 ? "ArrowLeft" : "ArrowRight", true));
    return told;
  });
  for (const [what, told] of Object.entries(times)) console.log(`timeline of 100,000 events, ${what}: ${told}`);
  await lanes(page).focus();
  for (const key of ["Home", "End", "Enter"]) await page.keyboard.press(key);
  await expect(playground.status).toHaveText(/event \d{6,}/, { timeout: 30_000 });
  for (const told of Object.values(times)) expect(Number(/work ([\d.]+)/.exec(told)[1])).toBeLessThan(16);
});

test("trace, output and picture can be taken along", async ({ page, playground }) => {
  await ran(playground, EVENT);
  const [traceName, trace] = await playground.saved("Trace as JSON");
  expect(traceName).toBe("loopthread-trace.json");
  expect(JSON.parse(trace).traceEvents.some(({ name }) => name === "waiting: Event.wait")).toBe(true);
  const [outputName, output] = await playground.saved("Output as text");
  expect(outputName).toBe("loopthread-output.txt");
  expect(output).toMatch(/^1\.50\d MainThread Task-1: main is over$/m);
  const [pictureName, picture] = await playground.saved("Picture as SVG");
  expect(pictureName).toBe("loopthread-timeline.svg");
  const isPicture = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    return root.nodeName === "svg" && root.querySelectorAll("rect").length > 10 && root.textContent.includes("waiter");
  }, picture);
  expect(isPicture).toBe(true);
});

test("on a narrow screen all of it fits", async ({ page, playground }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await ran(playground, EVENT);
  await page.getByText("Export", { exact: true }).click();
  await expect(playground.button("Picture as SVG")).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
