import { expect, test } from "./page.js";

test("the page starts its worker and shows what it answers", async ({ page, open }) => {
  await open();
  await expect(page.getByRole("status", { name: "Status" })).toContainText("Answer { request: RequestId(1)");
});

test("the page has nothing inline", async ({ page, open }) => {
  await open();
  const inline = await page.evaluate(async () => {
    const html = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    return [...html.querySelectorAll("script:not([src]), style, [style], [onload], [onclick]")].map((e) => e.outerHTML);
  });
  expect(inline).toEqual([]);
});

test("a worker that gets a bad frame says so and is lost", async ({ page, open }) => {
  await open();
  const status = page.getByRole("status", { name: "Status" });
  await expect(status).toContainText("Answer");
  const [worker] = page.workers();
  await worker.evaluate(() => self.onmessage({ data: new ArrayBuffer(3) }));
  await expect(status).toHaveText("frame of version 0, expected 1");
});

test("a worker that fails is lost", async ({ page, open }) => {
  await open();
  const status = page.getByRole("status", { name: "Status" });
  await expect(status).toContainText("Answer");
  const [worker] = page.workers();
  await worker.evaluate(() => void setTimeout(() => { throw new Error("out of sorts"); }));
  await expect(status).toHaveText("Uncaught Error: out of sorts");
});
