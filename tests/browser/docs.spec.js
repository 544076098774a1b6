// Pages that documentation tools have made of tests/docs: what is in them without scripts, and that it runs with them.

import { expect, test } from "./page.js";

const PROGRAM = `import asyncio

async def count(name):
    for n in range(2):
        await asyncio.sleep(1)
        print(f"<{name}> & {n}")

async def main():
    await asyncio.gather(count("a"), count("b"))

asyncio.run(main())`;
const PRINTED = "<a> & 0\n<b> & 0\n<a> & 1\n<b> & 1\n";

test("MkDocs Material swaps a page without a reload, and the programs of both run", async ({ page, baseURL }) => {
  // Material swaps what stands in there only, by the address that the site has in the end.
  await page.route("**/sitemap.xml", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll("https://docs.example/", baseURL) });
  });
  await page.goto("./mkdocs/");
  await page.evaluate(() => (window.same = true));
  const run = async () => {
    await page.locator("loop-thread").scrollIntoViewIfNeeded();
    await page.frameLocator("loop-thread iframe").getByRole("button", { name: "Run", exact: true }).click();
    return page.frameLocator("loop-thread iframe").getByRole("log", { name: "Output" });
  };
  await expect(await run()).toContainText("<b> & 1");
  await page.getByRole("link", { name: "Swapped" }).first().click();
  await expect(page.getByRole("heading", { name: "Swapped" })).toBeVisible();
  const element = page.locator("loop-thread");
  await expect(element).toHaveCount(1);
  await expect(element).toHaveAttribute("aria-label", "Another program");
  await expect(await run()).toContainText("swapped");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Two at once" })).toBeVisible();
  await expect(await run()).toContainText("<b> & 1");
  expect(await page.evaluate(() => window.same)).toBe(true);
});

test("Sphinx puts the program into a book as one, in pages that are well-formed, and attributes into its pages", async ({ page, request }) => {
  const [book, html] = await Promise.all(["sphinx-epub/index.xhtml", "sphinx/index.html"].map(async (path) => (await request.get(`./${path}`)).text()));
  await page.goto("./sphinx/index.html");
  const [wrong, elements, scripts, text] = await page.evaluate((book) => {
    const parsed = new DOMParser().parseFromString(book, "application/xhtml+xml");
    const code = parsed.querySelector("div.highlight-python pre");
    return [parsed.querySelectorAll("parsererror").length, parsed.querySelectorAll("loop-thread").length, /embed\.js/.test(book), code?.textContent.trimEnd()];
  }, book);
  expect([wrong, elements, scripts, text]).toEqual([0, 0, false, PROGRAM]);
  expect(html).toContain(' readonly=""');
});

/** A page without a program, and whether it fetches the script all the same. */
const TOOLS = { html: undefined, mdbook: ["begin.html", true], mkdocs: undefined, sphinx: ["other.html", false] };

for (const [tool, other] of Object.entries(TOOLS)) {
  test.describe(tool, () => {
    test.describe("without scripts", () => {
      test.use({ javaScriptEnabled: false });

      test("the program is there to be read, and nothing else is a playground", async ({ page }) => {
        await page.goto(`./${tool}/index.html`);
        const element = page.locator("loop-thread");
        await expect(element).toHaveCount(1);
        await expect(element).toHaveAttribute("clock", "instant");
        await expect(element).toHaveAttribute("panels", "editor output");
        const code = element.locator("> pre > code");
        await expect(code).toBeVisible();
        expect((await code.textContent()).trimEnd()).toBe(PROGRAM);
        await expect(page.locator('script[src*="loopthread/embed.js"]')).toHaveCount(1);
        await expect(page.getByText("Neither waits for the other:")).toBeVisible();
        if (tool !== "html") await expect(page.getByText('print("quiet")')).toBeVisible();
        if (!other) return;
        await page.goto(`./${tool}/${other[0]}`);
        await expect(page.locator('script[src*="loopthread/embed.js"]')).toHaveCount(other[1] ? 1 : 0);
      });
    });

    test("the program runs", async ({ page }) => {
      await page.goto(`./${tool}/index.html`);
      const heard = page.evaluate(
        () =>
          new Promise((resolve) => {
            let all = "";
            const element = document.querySelector("loop-thread");
            element.addEventListener("output", ({ detail }) => (all += detail.text));
            element.addEventListener("finish", ({ detail }) => resolve([detail.state, all]));
          }),
      );
      await page.locator("loop-thread").scrollIntoViewIfNeeded();
      const frame = page.frameLocator("loop-thread iframe");
      await frame.getByRole("button", { name: "Run", exact: true }).click();
      expect(await heard).toEqual(["finished", PRINTED]);
      // One line of the program and of what it prints looks as it does in the page.
      await expect(frame.getByRole("log", { name: "Output" })).toContainText("<b> & 1");
    });
  });
}
