// The timeline's picture: the saved one is as it was, and what is on the screen is what is saved.
//
// Shapes are compared, not letters, whose fonts every machine has others of: the SVG as text with that of the last time
// (LOOPTHREAD_UPDATE=1 writes it anew: look at it), and the canvas with the SVG drawn by the same browser, cell by cell.

import { readFileSync, writeFileSync } from "node:fs";

import { expect, test } from "./page.js";

const PROGRAM = `import asyncio, threading, time

async def waits(event):
    await event.wait()
    raise ValueError("no")

async def main():
    event = asyncio.Event()
    waiter = asyncio.create_task(waits(event), name="waiter")
    sleeper = asyncio.create_task(asyncio.sleep(9), name="sleeper")
    await asyncio.sleep(0.5)
    event.set()
    time.sleep(1)
    await asyncio.to_thread(time.sleep, 0.3)
    sleeper.cancel()
    await asyncio.wait([waiter, sleeper])

asyncio.run(main())
`;

const FILE = new URL("timeline.svg", import.meta.url);

/** Its shapes, of whatever colours. */
const uncoloured = (svg) => svg.replace(/#[0-9a-f]{3,8}/g, "#");

for (const theme of ["light", "dark"]) {
  test(`the timeline's picture, ${theme}`, async ({ page, playground }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: 1280, height: 900 });
    await playground.openProgram(PROGRAM);
    await playground.chooseClock("Instant");
    await playground.run();
    await playground.ends("finished");
    await page.mouse.move(0, 0);
    const [, svg] = await playground.saved("Picture as SVG");
    if (theme === "light" && process.env.LOOPTHREAD_UPDATE) writeFileSync(FILE, svg);
    const before = readFileSync(FILE, "utf8");
    expect(uncoloured(svg)).toBe(uncoloured(before));
    if (theme === "light") expect(svg).toBe(before);
    const { cells, different } = await page.evaluate(async (svg) => {
      const canvas = document.querySelector(".lt-lanes-canvas");
      const image = new Image();
      image.src = `data:image/svg+xml;base64,${btoa(unescape(encodeURIComponent(svg)))}`;
      await image.decode();
      // Behind the names and below the labels.
      const [left, top] = [168, 30];
      const [width, height] = [canvas.width - left, Math.min(canvas.height, image.height) - top];
      const drawn = (source) => {
        const copy = new OffscreenCanvas(width, height).getContext("2d");
        copy.drawImage(source, -left, -top);
        return copy.getImageData(0, 0, width, height).data;
      };
      const [shown, saved] = [drawn(canvas), drawn(image)];
      const SIDE = 6;
      let [cells, different] = [0, 0];
      for (let y = 0; y + SIDE <= height; y += SIDE) {
        for (let x = 0; x + SIDE <= width; x += SIDE) {
          const sums = [0, 0, 0];
          for (let at = 0; at < SIDE * SIDE; at++) {
            const pixel = ((y + Math.floor(at / SIDE)) * width + x + (at % SIDE)) * 4;
            for (let of = 0; of < 3; of++) sums[of] += shown[pixel + of] - saved[pixel + of];
          }
          cells++;
          if (Math.max(...sums.map(Math.abs)) / (SIDE * SIDE) > 24) different++;
        }
      }
      return { cells, different };
    }, svg);
    console.log(`timeline, ${theme}: ${different} of ${cells} cells differ`);
    expect(cells).toBeGreaterThan(1_000);
    expect(different / cells).toBeLessThan(0.005);
  });
}
