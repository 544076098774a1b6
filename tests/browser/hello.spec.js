import { expect, test } from "./page.js";

test("the page starts its worker and shows what it answers", async ({ page, open }) => {
  await open();
  await expect(page.getByRole("status", { name: "Status" })).toHaveText("hello from the worker");
});

test("the page has nothing inline", async ({ page, open }) => {
  await open();
  const inline = await page.evaluate(async () => {
    const html = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    return [...html.querySelectorAll("script:not([src]), style, [style], [onload], [onclick]")].map((e) => e.outerHTML);
  });
  expect(inline).toEqual([]);
});
