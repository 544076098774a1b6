// The console as a place to type: texts of several lines, history, completion, and who answers what.

import { expect, test } from "./page.js";

test("a text of several lines is typed as in Python's own console, and recalled on the next visit", async ({ page, playground }) => {
  await playground.openProgram("");
  await playground.console.focus();
  await page.keyboard.type("async def double(n):");
  await page.keyboard.press("Enter");
  await page.keyboard.type("await asyncio.sleep(0.01)");
  await page.keyboard.press("Enter");
  await page.keyboard.type("return n * 2");
  await page.keyboard.press("Enter");
  const text = "async def double(n):\n    await asyncio.sleep(0.01)\n    return n * 2";
  await expect(playground.console).toHaveValue(`${text}\n    `);
  // An empty line ends it.
  await page.keyboard.press("Enter");
  await expect(playground.console).toHaveValue("");
  await page.keyboard.type("x = await double(21)");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("print(x)");
  await page.keyboard.press("Enter");
  await expect(playground.output.locator('[data-stream="stdout"] [data-text]')).toHaveText(["42"]);
  await page.keyboard.press("ArrowUp");
  await expect(playground.console).toHaveValue("x = await double(21)\nprint(x)");
  await page.keyboard.press("ArrowDown");
  await expect(playground.console).toHaveValue("");
  await page.reload();
  await playground.console.focus();
  await page.keyboard.type("draft");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  // Up is also the way through the text's own lines.
  await expect(playground.console).toHaveValue("x = await double(21)\nprint(x)");
  await page.keyboard.press("ArrowUp");
  await expect(playground.console).toHaveValue(text);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(playground.console).toHaveValue("draft");
});

test("Tab completes names and attributes, and leaves after Escape or where there is no name", async ({ page, playground }) => {
  await playground.openProgram("numbers = [1, 2]\nclass Loud:\n    @property\n    def name(self):\n        print('asked')\nloud = Loud()\n");
  await playground.run();
  await playground.ends("finished");
  const names = page.getByRole("status", { name: "Completions" });
  await playground.console.focus();
  await page.keyboard.type("numb");
  await page.keyboard.press("Tab");
  await expect(playground.console).toHaveValue("numbers");
  await page.keyboard.type(".");
  await page.keyboard.press("Tab");
  await expect(names).toContainText("append  clear  copy");
  await page.keyboard.type("re");
  await expect(names).toHaveText("");
  await page.keyboard.press("Tab");
  await expect(names).toHaveText("remove  reverse");
  await page.keyboard.type("m");
  await page.keyboard.press("Tab");
  await expect(playground.console).toHaveValue("numbers.remove");
  await expect(playground.console).toBeFocused();
  // Nothing is run to find names out.
  await playground.console.fill("loud.na");
  await page.keyboard.press("Tab");
  await expect(playground.console).toHaveValue("loud.name");
  expect(await playground.printed()).toBe("");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(playground.button("Call")).toBeFocused();
  await playground.console.fill("");
  await page.keyboard.press("Tab");
  await expect(playground.button("Call")).toBeFocused();
});

test("an answer bears the number of what was asked", async ({ playground }) => {
  await playground.openProgram("");
  await playground.ask("await asyncio.sleep(0.3, 'slow')");
  await playground.ask("'quick'");
  await expect(playground.results).toHaveText(["'quick'", "'slow'"]);
  const asks = await playground.output.locator("[data-ask]").evaluateAll((lines) => lines.map((line) => line.dataset.ask));
  expect(asks).toEqual(["1", "2", "2", "1"]);
});

test("a compound statement in one line waits for an empty one, and undo reaches over a completion", async ({ page, playground }) => {
  await playground.openProgram("numbers = [1, 2]\n");
  await playground.run();
  await playground.ends("finished");
  await playground.console.focus();
  await page.keyboard.type("for n in numbers: print(n)");
  await page.keyboard.press("Enter");
  await expect(playground.console).toHaveValue("for n in numbers: print(n)\n");
  expect(await playground.printed()).toBe("");
  await page.keyboard.press("Enter");
  await expect(playground.output.locator('[data-stream="stdout"] [data-text]')).toHaveText(["1", "2"]);
  await page.keyboard.type("len(numb");
  await page.keyboard.press("Tab");
  await expect(playground.console).toHaveValue("len(numbers");
  await page.keyboard.type(")");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(playground.console).toHaveValue(/^(len\(n?u?m?b?)?$/);
});
