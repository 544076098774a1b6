// The site as it is delivered: no inline code, its weight, its cold start.

import { brotliCompressSync } from "node:zlib";

import { expect, test } from "./page.js";

/** In bytes, compressed with brotli: everything up to the first output, and the page's wasm. */
const BUDGET = { all: 600_000, page: 250_000 };

test("the page has nothing inline", async ({ page, playground }) => {
  await playground.open();
  const inline = await page.evaluate(async () => {
    const html = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    return [...html.querySelectorAll("script:not([src]), style, [style], [onload], [onclick]")].map((e) => e.outerHTML);
  });
  expect(inline).toEqual([]);
});

test("the first line of output comes soon after a cold start", async ({ page, playground }) => {
  await playground.openProgram('print("hello")');
  await playground.run();
  await expect(playground.output.locator("[data-text]")).toHaveText(["hello"]);
  // From the beginning of the navigation, the click included.
  const time = await page.evaluate(() => performance.now());
  console.log(`cold start to the first line: ${(time / 1000).toFixed(2)} s`);
  expect(time).toBeLessThan(10_000);
});

test("the weight up to the first output stays within its budget @size", async ({ page, playground, request }) => {
  await playground.openProgram('print("hello")');
  await playground.run();
  await expect(playground.output.locator("[data-text]")).toHaveText(["hello"]);
  const resources = () => [location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)];
  const [worker] = page.workers();
  const addresses = [...(await page.evaluate(resources)), ...(await worker.evaluate(resources))]
    .map((address) => address.split("#")[0])
    .filter((address) => address.startsWith("http"));
  let [all, wasm] = [0, 0];
  for (const address of new Set(addresses)) {
    const body = await (await request.get(address)).body();
    const compressed = brotliCompressSync(body).length;
    const name = new URL(address).pathname.split("/").pop() || "index.html";
    console.log(`${String(compressed).padStart(8)} ${String(body.length).padStart(9)}  ${name}`);
    all += compressed;
    if (/^page-.*\.wasm$/.test(name)) wasm += compressed;
  }
  console.log(`${String(all).padStart(8)} bytes compressed, of ${BUDGET.all}; the page's wasm ${wasm} of ${BUDGET.page}`);
  expect(wasm).toBeGreaterThan(0);
  expect(wasm).toBeLessThanOrEqual(BUDGET.page);
  expect(all).toBeLessThanOrEqual(BUDGET.all);
});
