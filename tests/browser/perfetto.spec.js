// The trace that the page gives away, opened by Perfetto itself: its viewer as `cargo xtask test docs` puts it beside the site.

import { expect, test } from "./page.js";

const PROGRAM = `import asyncio
import threading
import time


async def wait(event):
    await event.wait()


async def main():
    event = asyncio.Event()
    waiters = [asyncio.create_task(wait(event), name=f"w<&\\"é{n}") for n in range(3)]
    late = asyncio.create_task(asyncio.sleep(60))
    await asyncio.sleep(0.1)
    time.sleep(0.3)
    event.set()
    await asyncio.gather(*waiters)
    late.cancel()
    await asyncio.gather(late, asyncio.to_thread(time.sleep, 0.2), return_exceptions=True)


asyncio.run(main())`;

test("Perfetto opens a trace without a complaint, with every bar, mark, arrow and lane of it", async ({ page, playground, browser, baseURL }) => {
  await page.goto(`./html/loopthread/#code=${encodeURIComponent(PROGRAM)}`);
  await playground.run();
  await playground.ends("finished");
  const [name, text] = await playground.saved("Trace as JSON");
  const { traceEvents } = JSON.parse(text);
  const count = (...phases) => traceEvents.filter(({ ph }) => phases.includes(ph)).length;

  // A page of its own: Perfetto looks for servers that are not there, and tells the console of each.
  const viewer = await browser.newPage();
  await viewer.goto(new URL("./perfetto/", baseURL).href);
  await viewer.locator("input[type=file]").first().setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await viewer.waitForFunction(() => globalThis.app?.trace?.traceInfo && globalThis.app.trace.engine, null, { timeout: 60_000 });
  const rows = (sql) =>
    viewer.evaluate(async (sql) => {
      const result = await globalThis.app.trace.engine.query(sql);
      const rows = [];
      for (const row = result.iter({}); row.valid(); row.next()) rows.push(result.columns().map((column) => String(row.get(column))).join(" | "));
      return rows;
    }, sql);
  expect(await rows("select name from stats where value != 0 and severity != 'info'")).toEqual([]);
  const [slices] = await rows("select count(*) from slice");
  expect(Number(slices)).toBe(count("X", "i"));
  const [arrows] = await rows("select count(*) from flow");
  expect(Number(arrows)).toBe(count("s"));
  expect(count("s")).toBeGreaterThan(5);
  const lanes = await rows("select name from thread where name is not null order by tid");
  expect(lanes).toEqual(expect.arrayContaining(["MainThread", 'w<&"é0 wait()', 'w<&"é2 wait()', "asyncio_0"]));
  const [held] = await rows("select slice.dur, thread.name from slice join thread_track on slice.track_id = thread_track.id join thread using (utid) where slice.name = 'holds the loop: sleep 0.3 s' order by thread.tid limit 1");
  expect(held).toBe("300000000 | MainThread");
  // And it is in the picture.
  await expect(viewer.getByText("MainThread").first()).toBeAttached();
  await viewer.close();
});
