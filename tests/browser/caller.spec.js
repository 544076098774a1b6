// The page as the caller of a loop thread: call, spawn, cancel, stop.

import { expect, test } from "./page.js";

test("a call shows the result, awaited when it is awaitable", async ({ playground }) => {
  await playground.openProgram("");
  await playground.ask("6 * 7");
  await playground.ask("await asyncio.sleep(0.01, 'slept')");
  await expect(playground.results).toHaveText(["42", "'slept'"]);
  await playground.ask("1 / 0");
  const error = playground.output.locator('[data-stream="error"]');
  await expect(error.last()).toHaveText("ZeroDivisionError: division by zero");
});

test("the program's names are there after it has ended", async ({ playground }) => {
  await playground.openProgram("secret = 'xyzzy'\nasync def twice(n):\n    return n * 2\n");
  await playground.run();
  await playground.ends("finished");
  await playground.ask("secret.upper()");
  await playground.ask("twice(21)");
  await expect(playground.results).toHaveText(["'XYZZY'", "42"]);
});

test("a spawned task is listed, and Cancel ends it", async ({ playground }) => {
  await playground.openProgram(
    [
      "import asyncio",
      "async def wait():",
      "    try:",
      "        await asyncio.sleep(3600)",
      "    except asyncio.CancelledError:",
      '        print("cancelled by the page")',
      "        raise",
      "",
    ].join("\n"),
  );
  await playground.run();
  await playground.ends("finished");
  await playground.ask("wait()", "Spawn");
  const item = playground.tasks.getByRole("listitem");
  await expect(item).toHaveCount(1);
  await item.getByRole("button", { name: "Cancel" }).click();
  await expect(item).toHaveCount(0);
  expect(await playground.printed()).toBe("cancelled by the page\n");
});

test("whoever cancels by the keyboard goes on at the next task, then at the list", async ({ page, playground }) => {
  await playground.openProgram("async def wait():\n    import asyncio\n    await asyncio.sleep(3600)\n");
  await playground.run();
  await playground.ends("finished");
  await playground.ask("wait()", "Spawn");
  await playground.ask("wait()", "Spawn");
  const cancel = playground.tasks.getByRole("button", { name: "Cancel" });
  await expect(cancel).toHaveCount(2);
  await cancel.first().press("Enter");
  await expect(cancel).toHaveCount(1);
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cancel).toHaveCount(0);
  await expect(playground.tasks).toBeFocused();
});

for (const [what, source, call, state] of [
  ["works before the first run", "", "while True: pass", "idle"],
  ["blocks after a run", "x = 1", "time.sleep(1000)", "finished"],
  ["shows its result for ever", "class Loop:\n    def __repr__(self):\n        while True: pass\n", "Loop()", "finished"],
]) {
  test(`a call that ${what} can be stopped`, async ({ playground }) => {
    await playground.openProgram(source);
    if (source) {
      await playground.run();
      await playground.ends("finished");
    }
    await expect(playground.button("Stop")).toBeDisabled();
    await playground.ask(call);
    await playground.ends("running", "waiting");
    await playground.button("Stop").click();
    await playground.ends(state);
    await expect(playground.button("Stop")).toBeDisabled();
    await expect(playground.output).toContainText("stopped before there was an answer");
    await playground.ask("6 * 7");
    await expect(playground.results).toHaveText(["42"]);
    await playground.ends(state);
  });
}

test("after Stop the console has a fresh process, and says so", async ({ playground }) => {
  await playground.openProgram("secret = 1\nwhile True: pass\n");
  await playground.run();
  await playground.ends("running");
  await playground.button("Stop").click();
  await playground.ends("stopped");
  await playground.ask("6 * 7");
  await expect(playground.results).toHaveText(["42"]);
  await expect(playground.output.locator('[data-stream="note"]')).toContainText("fresh process");
  await playground.ends("idle");
});

test("the answers of a run that was replaced are not in the new output", async ({ page, playground }) => {
  await playground.openProgram("while True: pass\n");
  await playground.run();
  await playground.ends("running");
  await playground.ask("await asyncio.sleep(3600)");
  await playground.type("print('new')\n");
  await playground.run();
  await page.getByRole("alert").getByRole("button", { name: "Stop it first" }).click();
  await playground.ends("finished");
  await expect(playground.output.locator("[data-text]")).toHaveText(["new"]);
});

test("a thread with a long name leaves the console its room", async ({ page, playground }) => {
  await playground.openProgram(
    `from quara.concurrency import AsyncioThread\nAsyncioThread(name=${JSON.stringify("long ".repeat(60))}).start()\n`,
  );
  await playground.run();
  await expect(playground.thread.locator("option")).toHaveCount(2);
  await playground.thread.selectOption({ index: 1 });
  expect((await playground.console.boundingBox()).width).toBeGreaterThan(150);
  await playground.button("Stop").click();
});

test("a loop thread of the program can be called and stopped", async ({ playground }) => {
  await playground.openProgram(
    [
      "import asyncio, time",
      "from quara.concurrency import AsyncioThread",
      'thread = AsyncioThread(name="mine")',
      "@thread.task",
      "async def work():",
      "    try:",
      "        await asyncio.sleep(3600)",
      "    finally:",
      '        print("tidied")',
      "thread.start()",
      "thread.join()",
      'print("over")',
      "",
    ].join("\n"),
  );
  await playground.run();
  await expect(playground.thread.locator("option", { hasText: "mine" })).toHaveCount(1);
  await playground.thread.selectOption({ label: "mine" });
  await playground.ask("threading.current_thread().name");
  await expect(playground.results).toHaveText(["'mine'"]);
  await playground.button("Stop thread").click();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("tidied\nover\n");
});

test("a main thread that has ended while another lives is told, and Run offers to stop it", async ({ page, playground }) => {
  await playground.openProgram(
    "import threading, time\nthreading.Thread(target=time.sleep, args=(3600,)).start()\nprint('main')\n",
  );
  await playground.run();
  await playground.ends("main finished, 1 thread alive");
  await playground.run();
  await page.getByRole("alert").getByRole("button", { name: "Stop it first" }).click();
  await expect(playground.output.locator("[data-text]")).toHaveText(["main"]);
  await playground.button("Stop").click();
  await playground.ends("stopped");
});

test("input() asks in the page, and gets the line, or the end of the input", async ({ playground, page }) => {
  await playground.openProgram('while True:\n    print("hello", input("name? "))\n');
  await playground.run();
  const field = page.getByRole("textbox", { name: "Input" });
  await expect(field).toBeFocused();
  await expect(playground.status).toHaveText("waiting for input");
  await field.fill("Ada");
  await page.keyboard.press("Enter");
  await expect(playground.output.locator('[data-stream="stdin"] [data-text]')).toHaveText(["Ada"]);
  await expect(playground.output).toContainText("hello Ada");
  await expect(field).toBeFocused();
  await page.getByRole("button", { name: "End of input" }).click();
  await playground.ends("failed");
  await expect(playground.output).toContainText("EOFError: EOF when reading a line");
  await expect(field).toHaveCount(0);
});
