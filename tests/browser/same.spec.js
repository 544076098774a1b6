// What is the same each time: runs with one seed on a clock that no machine sets, and the past of a run in real time.

import { expect, test } from "./page.js";

const THREADS = `import asyncio, threading

total = 0

async def work(name, lock):
    for n in range(3):
        async with lock:
            await asyncio.sleep(0.1 * n)
            print(name, n)

def count():
    global total
    for _ in range(2000):
        total = abs(total) + 1

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(work(name, lock) for name in "abc"), asyncio.to_thread(count))

threads = [threading.Thread(target=count) for _ in range(2)]
for thread in threads:
    thread.start()
asyncio.run(main())
for thread in threads:
    thread.join()
print(total)
`;

test("three runs with one seed on the instant clock give the same output and the same trace, byte for byte", async ({ page, playground }) => {
  await playground.openProgram(THREADS);
  await playground.chooseClock("Instant");
  await page.getByRole("spinbutton", { name: "Seed" }).fill("5");
  const told = [];
  for (let run = 0; run < 3; run++) {
    await playground.run();
    await playground.ends("finished");
    told.push([(await playground.saved("Output as text"))[1], (await playground.saved("Trace as JSON"))[1]]);
  }
  expect(told[0][0]).toContain("c 2");
  expect(JSON.parse(told[0][1]).traceEvents.length).toBeGreaterThan(50);
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
});

test("a run in real time is gone through again as it was: its end, its lines and its variables", async ({ page, playground }) => {
  await playground.openProgram(THREADS.replace("0.1 * n", "0.02 * n"));
  const inspector = page.getByRole("region", { name: "Inspector" });
  await playground.run();
  await playground.ends("finished");
  await inspector.locator("summary").press("Enter");
  await expect(inspector).toContainText("as it ended");
  const [, output] = await playground.saved("Output as text");
  const total = () => inspector.getByRole("table", { name: "Threads" }).textContent();
  // From its first line to where it stands now, the whole of it is run once more.
  const lanes = page.getByRole("group", { name: /^Lanes/ });
  await lanes.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(playground.status).toHaveText(/^the past, 0\.000 s, event [12]$/);
  await expect(playground.output.locator('[data-stream="stdout"] [data-text]:visible')).toHaveCount(0);
  await playground.button("Now").click();
  await playground.button("Step back").click();
  await expect(playground.status).toHaveText(/^the past, .*: at line 26$/);
  const [end, variables] = [await playground.status.textContent(), await total()];
  expect(variables).toContain(`total = ${/(\d+)$/.exec(output.trim())[1]}`);
  // Back to where another thread or task ran, and forward to the same moment.
  await playground.button("Step back to last switch").click();
  await expect(playground.status).not.toHaveText(end);
  for (let steps = 0; steps < 10 && (await playground.status.textContent()) !== end; steps++) {
    await playground.button("Step into").click();
    await page.waitForTimeout(300);
  }
  await expect(playground.status).toHaveText(end);
  expect(/total = \d+/.exec(await total())[0]).toBe(/total = \d+/.exec(variables)[0]);
  await playground.button("Now").click();
  await playground.ends("finished");
  expect((await playground.saved("Output as text"))[1]).toBe(output);
});
