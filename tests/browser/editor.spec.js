// The editor: its colours, the parts of it that come later, and what is wrong in the program.

import { EXAMPLES, expect, test } from "./page.js";

/** The addresses of the editor's chunks that were fetched. */
const fetched = (page) =>
  page.evaluate(() => performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname.split("/").pop()));

const HARD = [
  "@decorated(1)",
  "class Aé(Base, metaclass=Meta):",
  '    """A docstring: it\'s "quoted"."""',
  "    async def f(self, *args, key=None, **rest) -> int:  # a comment",
  "        return await g(*args, **rest) ** 2 * len(args[0]) or self.x(1).y",
  "",
  "text = rf'{name!r:>{width}} {{no}} \\d' + b'\\x00' + f\"{d['k']} {x:.2f}\" + 'it\\'s'",
  "numbers = [0x_ff, 1_000.5e-3, .5, 2j, 1if True else False, *others]",
  "match = re.match(text)",
  "match match:",
  "    case Point(x=0) | None:",
  "        print(f'''{",
  "            match",
  "        }''')",
  "lambda *a, **k: (yield)",
  "global_, not_, x.match, x.print(1)",
  "",
].join("\n");

/** Each character that is seen, with its class of colour. */
const colours = (program) =>
  program.evaluate((content) =>
    [...content.querySelectorAll(".cm-line")].map((line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const looks = [];
      while (walker.nextNode()) {
        const look = walker.currentNode.parentElement.closest("[class^=lt-code-]")?.className ?? "";
        for (const sign of walker.currentNode.data) if (sign.trim()) looks.push(`${sign} ${look}`);
      }
      return looks;
    }),
  );

for (const [name, address] of [
  ...EXAMPLES.map((slug) => [slug, `?example=${slug}`]),
  ["difficult code", `#code=${encodeURIComponent(HARD)}`],
]) {
  test(`the colours of ${name} are the parser's before it is there`, async ({ page, playground }) => {
    await page.setViewportSize({ width: 1280, height: 1600 });
    await playground.open(address);
    await expect(playground.program).toContainText(/\S/);
    const before = await colours(playground.program);
    expect(before.flat().some((look) => look.endsWith("lt-code-keyword"))).toBe(true);
    expect(await fetched(page)).not.toContainEqual(expect.stringMatching(/^editor-editing-/));
    await playground.program.focus();
    await expect.poll(() => fetched(page)).toContainEqual(expect.stringMatching(/^editor-editing-/));
    await page.waitForTimeout(300);
    expect(await colours(playground.program)).toEqual(before);
  });
}

test("a line after a colon is indented, brackets close, and an edit can be undone", async ({ page, playground }) => {
  await playground.open("#code=pass");
  await playground.program.click();
  await expect.poll(() => fetched(page)).toContainEqual(expect.stringMatching(/^editor-editing-/));
  await page.waitForTimeout(100);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("def f(x");
  await page.keyboard.type("):");
  await page.keyboard.press("Enter");
  await page.keyboard.type("return x");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("f(1)");
  await expect.poll(() => playground.program.innerText()).toBe("def f(x):\n    return x\nf(1)");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(playground.program).not.toContainText("f(1)");
});

test("what is typed before the rest of the editor has come is kept, indented and not lost to Tab", async ({ page, playground, complaints }) => {
  await page.route(/editor-editing-/, (route) => route.abort());
  await playground.open("#code=pass");
  await playground.program.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("if 1:");
  await page.keyboard.press("Enter");
  await page.keyboard.type("print(1)");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("# end");
  await expect(playground.program).toBeFocused();
  await expect.poll(() => playground.program.innerText()).toBe("if 1:\n    print(1)\n        # end");
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("1\n");
  // The page says that the rest could not be fetched.
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});

test("the search panel opens at the first key and finds", async ({ page, playground }) => {
  await playground.open("?example=create-task");
  await playground.program.click();
  await page.keyboard.press("ControlOrMeta+f");
  const find = page.getByRole("textbox", { name: "Find", exact: true });
  await expect(find).toBeFocused();
  await page.keyboard.type("create_task");
  await expect(page.locator(".cm-searchMatch").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(find).toHaveCount(0);
  await expect(playground.program).toBeFocused();
});

test("what is wrong in the program is marked at its place, with words", async ({ page, playground }) => {
  await playground.openProgram("x = 1\nif x\n    pass\n");
  await playground.run();
  await playground.ends("failed.*");
  const mark = page.locator(".lt-wrong");
  await expect(mark).toHaveAttribute("data-message", "SyntaxError: expected ':'");
  await expect(page.locator(".lt-wrong-line")).toHaveAttribute("title", "SyntaxError: expected ':'");
  await expect(playground.program).toHaveAttribute("aria-invalid", "true");
  await expect(playground.program).toHaveAttribute("aria-description", /^Line 2: SyntaxError: expected ':'/);
  await playground.program.press("ControlOrMeta+End");
  await page.keyboard.type("#");
  await expect(mark).toHaveCount(0);
  await expect(playground.program).not.toHaveAttribute("aria-invalid");
  await expect(playground.program).not.toHaveAttribute("aria-description", /SyntaxError/);
});
