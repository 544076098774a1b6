// Links that carry a program: what a link opens is what it was copied from, old forms work for ever, and nothing runs by itself.

import { expect, test } from "./page.js";

const PROGRAM = "import asyncio\n\n\nasync def main():\n    for n in range(3):\n        print(n, 'é')\n        await asyncio.sleep(1)\n\n\nasyncio.run(main())\n";

test.beforeEach(async ({ context, playground }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  void playground;
});

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

async function share(page, name) {
  if (!(await page.getByRole("button", { name }).isVisible())) await page.getByText("Share", { exact: true }).click();
  await page.getByRole("button", { name }).click();
}

test("a copied link opens the program with its clock, seed, mode and breakpoints, and runs nothing", async ({ page, playground }) => {
  await playground.openProgram(PROGRAM);
  await playground.chooseClock("Instant");
  await page.getByRole("spinbutton", { name: "Seed" }).fill("42");
  await page.getByRole("spinbutton", { name: "Seed" }).blur();
  await page.getByRole("checkbox", { name: "Dev mode" }).check();
  await page.locator(".cm-lineNumbers .cm-gutterElement").filter({ hasText: /^6$/ }).click();
  await share(page, "Copy link");
  await expect(page.getByRole("alert")).toContainText("The link is copied.");
  const link = await copied(page);
  expect(link).toMatch(/#v1=[\w-]+$/);
  expect(link.length).toBeLessThan(400);
  expect(page.url()).toBe(link);

  await page.goto("about:blank");
  await page.evaluate(() => localStorage.clear()).catch(() => {});
  await page.goto(link);
  await expect(playground.program).toContainText("print(n, 'é')");
  await expect(page.getByRole("combobox", { name: "Clock" })).toHaveValue("instant");
  await expect(page.getByRole("spinbutton", { name: "Seed" })).toHaveValue("42");
  await expect(page.getByRole("checkbox", { name: "Dev mode" })).toBeChecked();
  await expect(playground.status).toHaveText("idle");
  await playground.run();
  await expect(playground.status).toHaveText(/^paused at line 6/);
});

test("a link to a moment leads the next run there", async ({ page, playground }) => {
  await playground.openProgram(PROGRAM);
  await playground.chooseClock("Instant");
  await playground.run();
  await playground.ends("finished");
  const lanes = page.getByRole("group", { name: /^Lanes/ });
  await lanes.focus();
  for (const key of ["ArrowDown", "End", "ArrowLeft", "Enter"]) await page.keyboard.press(key);
  await expect(playground.status).toHaveText(/^the past, [123]/);
  const moment = await playground.status.textContent();
  await share(page, "Copy link");
  await expect(page.getByRole("alert")).toContainText("The link is copied.");
  const link = await copied(page);
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByRole("alert")).toContainText(/leads to event \d+/);
  await expect(playground.status).toHaveText("idle");
  await playground.run();
  await expect(playground.status).toHaveText(moment);
});

test("no history is made, and an edit takes the link out of the address", async ({ page, playground }) => {
  await playground.openProgram(PROGRAM);
  const before = await page.evaluate(() => history.length);
  await share(page, "Copy link");
  await expect(page).toHaveURL(/#v1=/);
  await playground.type("mine = 1");
  await expect(page).not.toHaveURL(/#/);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test("the lines for another page, and the file, have the program", async ({ page, playground }) => {
  await playground.openProgram("print(1 < 2)\n");
  await share(page, "Copy embed code");
  await expect(page.getByRole("alert")).toContainText("copied");
  expect(await copied(page)).toMatch(
    /^<script src="http.*\/embed\.js"><\/script>\n<loop-thread><pre><code>print\(1 &lt; 2\)\n<\/code><\/pre><\/loop-thread>\n$/,
  );
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download main.py" }).click();
  expect((await download).suggestedFilename()).toBe("main.py");
});

test("links of the first version are read for ever", async ({ page, playground }) => {
  await playground.open("#v1=S87JT862UsjMKy5JzCvh4iooyswr0VDKSM3JyVcozy_KSVHS5AIA");
  await expect(page.getByRole("combobox", { name: "Clock" })).toHaveValue("instant");
  await expect(playground.program).toHaveText('print("hello world")');
  await playground.open(`#code=${encodeURIComponent("print('old')\n")}`);
  await expect(playground.program).toHaveText("print('old')");
});

test("a link that was changed on its way is read where its meaning is clear", async ({ page, playground }) => {
  const packed = "S87JT862UsjMKy5JzCvh4iooyswr0VDKSM3JyVcozy_KSVHS5AIA";
  for (const link of [`#V1%3D${packed}`, `#v1=${packed}&utm_source=x`]) {
    await page.goto("about:blank");
    await playground.open(link);
    await expect(playground.program).toHaveText('print("hello world")');
  }
  for (const link of ["#CODE=print(1)", "#code%3Dprint(1)"]) {
    await page.goto("about:blank");
    await playground.open(link);
    await expect(playground.program).toHaveText("print(1)");
  }
});

test("a link with more beside the program than belongs there, or with too long a one, is refused", async ({ page, playground }) => {
  await playground.open();
  const link = await page.evaluate(async () => {
    const text = `${Array.from({ length: 20_000 }, (_, line) => `breakpoint: ${line + 1}\n`).join("")}\npass\n`;
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return `#v1=${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  });
  for (const [hash, words] of [[link, "more stands beside it"], [`#code=${"x".repeat(1_400_000)}`, "longer than a program can be"]]) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await expect(page.getByRole("alert")).toContainText(words);
    await expect(playground.program).toHaveText("");
  }
});

test("a link that unpacks to more than a program can be is refused, quickly", async ({ page, playground }) => {
  await playground.open();
  const bomb = await page.evaluate(async () => {
    const stream = new Blob([new Uint8Array(200_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    let letters = "";
    for (const byte of bytes) letters += String.fromCharCode(byte);
    return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  });
  await page.evaluate((bomb) => (location.hash = `#v1=${bomb}`), bomb);
  await expect(page.getByRole("alert")).toContainText(/cannot be read.*more than a program can be/);
  await expect(playground.program).toHaveText("");
});

test("markup in a link is text", async ({ page, playground }) => {
  await playground.openProgram('# <img src=x onerror="document.title=1"><script>document.title=2</script>\nprint("<b>x</b>")');
  await playground.run();
  await playground.ends("finished");
  await expect(playground.results.or(playground.output)).toContainText("<b>x</b>");
  expect(await page.title()).toBe("Loopthread");
});

test("the theme is chosen, kept, and painted", async ({ page, playground }) => {
  const app = page.locator(".loopthread");
  const back = () => app.evaluate((app) => getComputedStyle(app).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await playground.open();
  const light = await back();
  await page.getByText("Share", { exact: true }).click();
  await page.getByRole("combobox", { name: "Theme" }).selectOption({ label: "Dark" });
  await expect(app).not.toHaveCSS("background-color", light);
  const dark = await back();
  await page.reload();
  await expect(app).toHaveCSS("background-color", dark);
  await page.getByText("Share", { exact: true }).click();
  await page.getByRole("combobox", { name: "Theme" }).selectOption({ label: "As the system" });
  await expect(app).toHaveCSS("background-color", light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(app).toHaveCSS("background-color", dark);
});
