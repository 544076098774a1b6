// Ctrl+C reaches the main thread as KeyboardInterrupt, and development mode reaches the program.

import { expect, test } from "./page.js";

const WAITS = [
  "import asyncio",
  "async def main():",
  '    print("on")',
  "    try:",
  "        await asyncio.sleep(1000)",
  "    except asyncio.CancelledError:",
  '        print("cancelled")',
  "        await asyncio.sleep(1000)",
  "asyncio.run(main())",
  "",
].join("\n");

test("Interrupt cancels what asyncio.run runs, and pressed again ends it", async ({ playground }) => {
  await playground.openProgram(WAITS);
  await expect(playground.button("Interrupt")).toBeDisabled();
  await playground.run();
  await expect(playground.output).toContainText("on");
  await playground.button("Interrupt").click();
  await expect(playground.output).toContainText("cancelled");
  await expect(playground.status).toHaveText("waiting");
  await playground.button("Interrupt").click();
  await playground.ends("interrupted");
  await expect(playground.output).toContainText("KeyboardInterrupt");
  await expect(playground.button("Interrupt")).toBeDisabled();
});

test("Ctrl+C interrupts from output and console, and copies where something is selected", async ({ page, playground }) => {
  await playground.openProgram('print("on")\nwhile True:\n    pass\n');
  await playground.run();
  await expect(playground.output.locator("[data-text]")).toHaveText(["on"]);
  // In the editor it is not meant for the program.
  await playground.program.focus();
  await page.keyboard.press("Control+c");
  await playground.console.fill("text");
  await playground.console.selectText();
  await page.keyboard.press("Control+c");
  await page.waitForTimeout(200);
  await expect(playground.status).toHaveText("running");
  await page.keyboard.press("End");
  await page.keyboard.press("Control+c");
  await playground.ends("interrupted");
  await playground.run();
  await expect(playground.status).toHaveText("running");
  await playground.output.focus();
  await page.keyboard.press("Control+c");
  await playground.ends("interrupted");
});

test("Dev mode runs programs as python3 -X dev does", async ({ page, playground }) => {
  await playground.openProgram('import sys, warnings\nprint(sys.flags.dev_mode)\nwarnings.warn("r", ResourceWarning)\n');
  await page.getByRole("checkbox", { name: "Dev mode" }).check();
  await playground.run();
  await playground.ends("finished");
  await expect(playground.output).toContainText("True");
  await expect(playground.output).toContainText("ResourceWarning: r");
});
