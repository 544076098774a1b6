// The site as it is delivered: no inline code, its weight, its cold start.

import { brotliCompressSync } from "node:zlib";

import { expect, test } from "./page.js";

/**
 * In bytes, compressed with brotli: everything up to the first output; the page's and the worker's wasm and scripts, what is behind the page's
 * tools included; the part for what few programs use.
 */
const BUDGET = { all: 600_000, own: 700_000, modules: 75_000 };

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
  // Compressing takes its time where the machine has other things to do.
  test.slow();
  await playground.openProgram('print("hello")');
  await playground.run();
  await expect(playground.output.locator("[data-text]")).toHaveText(["hello"]);
  const resources = () => [location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)];
  const [worker] = page.workers();
  const addresses = [...(await page.evaluate(resources)), ...(await worker.evaluate(resources))]
    .map((address) => address.split("#")[0])
    .filter((address) => address.startsWith("http"));
  let [all, own] = [0, 0];
  const weigh = async (address) => {
    const body = await (await request.get(address)).body();
    const compressed = brotliCompressSync(body).length;
    const name = new URL(address).pathname.split("/").pop() || "index.html";
    console.log(`${String(compressed).padStart(8)} ${String(body.length).padStart(9)}  ${name}`);
    // The editor is a library's; what its chunks weigh is among all.
    if (/\.(wasm|js)$/.test(name) && !/^(editor-|modules_bg)/.test(name)) own += compressed;
    return compressed;
  };
  for (const address of new Set(addresses)) all += await weigh(address);
  const first = addresses.find((address) => address.endsWith("/worker_bg.wasm"));
  const later = (name) => first.replace("worker_bg", name);
  for (const part of ["rest_bg", "tools_bg"]) if (!addresses.includes(later(part))) await weigh(later(part));
  const modules = await weigh(later("modules_bg"));
  console.log(`${String(all).padStart(8)} bytes compressed, of ${BUDGET.all}, before the worker's later parts`);
  console.log(`${String(own).padStart(8)} of ${BUDGET.own} the page and the worker`);
  console.log(`${String(modules).padStart(8)} of ${BUDGET.modules} more with the use of a rare module`);
  expect(own).toBeGreaterThan(modules);
  expect(own).toBeLessThanOrEqual(BUDGET.own);
  expect(modules).toBeLessThanOrEqual(BUDGET.modules);
  expect(all).toBeLessThanOrEqual(BUDGET.all);
});
