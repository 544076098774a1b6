// The element <loop-thread> in other people's pages: with no header at all under a sub-path, and under a strict policy.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { test as base, expect, violations } from "./page.js";
import { Host, POLICY, TRIED } from "./host.js";

const test = base.extend({
  host: async ({ page, complaints, playground }, use, info) => {
    void playground;
    const host = new Host(page, complaints, { strict: info.project.name.includes("strict") });
    await use(host);
    host.forgive();
  },
});

const code = (text, attributes = "") => `<loop-thread ${attributes}><pre><code>${text}</code></pre></loop-thread><p>Text between.</p>`;

const HELLO = `import asyncio

async def main():
    print("hello")
    await asyncio.sleep(1)
    print("world")

asyncio.run(main())
`;

test("three programs of one page run, each for itself, from one download in sandboxed frames", async ({ page, host }) => {
  await host.open(
    code(HELLO, 'clock="instant"') + code("print(6 * 7)", 'panels="editor output" load="eager"') + code("import decimal\nprint(decimal.Decimal(1) / 3)", 'load="eager" panels="output"'),
  );
  await host.run(0);
  await host.ends(0);
  await expect(host.output(0)).toContainText("hello");
  await expect(host.output(0)).toContainText("world");
  await host.element(1).scrollIntoViewIfNeeded();
  await host.run(1);
  await expect(host.output(1)).toContainText("42");
  await host.element(2).scrollIntoViewIfNeeded();
  await host.run(2);
  await expect(host.output(2)).toContainText("0.3333333333333333333333333333");
  await expect(page.locator("loop-thread iframe")).toHaveCount(3);
  for (const frame of await page.locator("loop-thread iframe").all()) {
    expect(await frame.getAttribute("sandbox")).toBe("allow-scripts");
  }
  // Under the policy no script can be run from memory: each frame and worker asks for its own once more.
  for (const file of ["_bg.wasm", "library.json", "library-more.json", ...(host.strict ? [] : ["frame.js", "loader.js", "worker.js"])]) {
    const own = host.fetched.filter((address) => address.includes(file));
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own).size, own.join("\n")).toBe(own.length);
  }
});

test("the page around is told what is printed and how it ends, and may run, stop and change the program", async ({ page, host }) => {
  await host.open(code("print('first')", 'panels="editor output"'));
  const [state, text] = await page.evaluate(async () => {
    const element = document.querySelector("loop-thread");
    return [await element.run(), element.code];
  });
  expect([state, text]).toEqual(["finished", "print('first')"]);
  expect(await host.told("output")).toEqual([{ name: "output", text: "first\n", stream: "stdout" }]);
  await page.evaluate(() => {
    document.querySelector("loop-thread").code = "while True: pass";
    document.querySelector("loop-thread").run();
  });
  await expect(host.status()).toHaveText("running");
  await page.evaluate(() => document.querySelector("loop-thread").stop());
  await host.ends(0, "stopped");
  expect((await host.told("finish")).map(({ state }) => state)).toEqual(["finished", "stopped"]);
  await host.frame().getByRole("textbox", { name: "Program" }).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("print('mine')");
  await expect.poll(() => page.evaluate(() => document.querySelector("loop-thread").code)).toBe("print('mine')");
  expect(await page.evaluate(() => document.querySelector("loop-thread").run())).toBe("finished");
});

test("set-up lines run, keep their numbers, and cannot be seen or changed", async ({ page, host }) => {
  await host.open(code("secret = 20\nother = 1\nprint(secret + other)\n1 / 0\nprint('after')", 'setup="1-2" panels="editor output"'));
  const program = host.frame().getByRole("textbox", { name: "Program" });
  await expect(program).not.toContainText("secret = 20");
  await expect(host.frame().locator(".cm-lineNumbers .cm-gutterElement").filter({ hasText: /\d/ }).last()).toHaveText("5");
  await host.run();
  await expect(host.output()).toContainText("21");
  await expect(host.output()).toContainText('File "main.py", line 4');
  await program.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("print('mine', secret)");
  await host.run();
  await expect(host.output()).toContainText("mine 20");
  for (const key of ["ControlOrMeta+Home", "Backspace", "Backspace"]) await page.keyboard.press(key);
  await expect.poll(() => page.evaluate(() => document.querySelector("loop-thread").code)).toMatch(/^secret = 20\nother = 1\n/);
});

test("only the lines that are asked for are shown", async ({ host }) => {
  await host.open(code("a = 1\nb = 2\nprint(a + b)\nc = 4\nd = 5", 'lines="3" panels="editor output" readonly'));
  const program = host.frame().getByRole("textbox", { name: "Program" });
  await expect(program).toHaveText("print(a + b)");
  await program.press("x");
  await expect(program).toHaveText("print(a + b)");
  await host.run();
  await expect(host.output()).toContainText("3");
});

test("nothing runs unless the author says so; a lesson brings its program, a click the playground", async ({ page, host }) => {
  await host.open(
    code("print('by itself')", 'autorun panels="output"') +
      code("", 'lesson="create-task" load="eager" panels="editor output"') +
      code("print('clicked')", 'load="click" panels="output"'),
  );
  await expect(host.output(0)).toContainText("by itself");
  await expect(host.frame(1).getByRole("textbox", { name: "Program" })).toContainText("create_task_threadsafe");
  await expect(host.status(1)).toHaveText("idle");
  await expect(host.element(2).locator("iframe")).toHaveCount(0);
  await page.getByRole("button", { name: "Run this example" }).click();
  await expect(host.output(2)).toContainText("clicked");
});

test("nothing of the page moves when the playgrounds come", async ({ page, host }) => {
  await host.open(code(HELLO, 'clock="instant"') + code("print(6 * 7)", 'panels="editor output"'), { defer: false });
  await expect.poll(() => host.told("ready").then((told) => told.length)).toBe(2);
  await expect(host.status(0)).toHaveText("idle");
  await host.run(0);
  await host.ends(0);
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
});

test("it is readable without scripts, and on paper", async ({ page, host, browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const silent = await context.newPage();
  await silent.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: code("print('to read')") }));
  await silent.goto(new URL("host.html", baseURL).href);
  await expect(silent.getByText("print('to read')")).toBeVisible();
  await context.close();
  await host.open(code("print('to print')", 'panels="editor output"'));
  await expect(host.status()).toHaveText("idle");
  await expect(page.getByText("print('to print')").first()).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("print('to print')").first()).toBeVisible();
  await expect(host.element().locator("iframe")).toBeHidden();
});

test("it takes the colours of the page around, also when those change, or the ones it is told to", async ({ page, host }) => {
  await host.open(code("pass", 'panels="output"') + code("pass", 'panels="output" theme="light"'));
  const back = (place) => host.frame(place).locator(".loopthread").evaluate((app) => getComputedStyle(app).backgroundColor);
  await expect(host.status(1)).toHaveText("idle");
  const light = await back(0);
  await page.evaluate(() => {
    document.body.style.color = "#eee";
    document.body.style.background = "#111";
  });
  await expect.poll(() => back(0)).not.toBe(light);
  expect(await back(1)).toBe(light);
  await page.evaluate(() => document.querySelectorAll("loop-thread")[1].setAttribute("theme", "dark"));
  await expect.poll(() => back(1)).not.toBe(light);
});

test("it survives pages that are swapped without a reload, with the text as it was edited", async ({ page, host }) => {
  await host.open(code("print('one')", 'panels="editor output"'));
  await host.run();
  await expect(host.output()).toContainText("one");
  await page.evaluate(() => (document.querySelector("loop-thread").code = "print('two')"));
  await page.evaluate(() => {
    const element = document.querySelector("loop-thread");
    const parent = element.parentNode;
    element.remove();
    parent.append(element);
    const fresh = document.createElement("loop-thread");
    fresh.setAttribute("panels", "output");
    fresh.innerHTML = "<pre><code>print('fresh')</code></pre>";
    parent.append(fresh);
  });
  expect(await page.evaluate(() => document.querySelector("loop-thread").run())).toBe("finished");
  await expect(host.output(0)).toContainText("two");
  await page.evaluate(() => document.querySelectorAll("loop-thread")[1].run());
  await expect(host.output(1)).toContainText("fresh");
  await expect(page.locator("loop-thread iframe")).toHaveCount(2);
});

test("a strange window that speaks as the frame does is not listened to", async ({ page, host }) => {
  await host.open(code("pass", 'panels="output"'));
  await page.evaluate(() => postMessage("loopthread", "*"));
  await expect(host.status()).toHaveText("idle");
  await host.run();
  await host.ends(0);
});

test("without the files the program stays readable, the page says why, and another try works", async ({ page, host, complaints }) => {
  await page.route("**/*_bg.wasm", (route) => route.abort());
  await host.open(code("print('again')", 'panels="output"'));
  const alert = host.element().getByRole("alert");
  await expect(alert).toContainText(/could not be loaded.*could not be fetched/);
  await expect(page.getByText("print('again')").first()).toBeVisible();
  await page.unroute("**/*_bg.wasm");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(host.output()).toContainText("again");
  complaints.length = 0;
});

test("the playground itself opens in a tab with the program as it was edited", async ({ page, host, context }) => {
  await host.open(code("print('here')", 'panels="editor" clock="instant"'));
  const opened = context.waitForEvent("page");
  await host.frame().getByRole("button", { name: "Open in playground" }).click();
  const tab = await opened;
  await expect(tab.getByRole("textbox", { name: "Program" })).toContainText("print('here')");
  await expect(tab.getByRole("combobox", { name: "Clock" })).toHaveValue("instant");
  await expect(tab.getByRole("status", { name: "Status" })).toHaveText("idle");
});

test("the keyboard does everything and is not trapped", async ({ page, host }) => {
  await host.open(`<a href="#before">before</a>${code("print('typed')", 'panels="editor output"')}<a href="#after">after</a>`);
  await expect(host.status()).toHaveText("idle");
  await page.getByRole("link", { name: "before" }).focus();
  const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.localName);
  await page.keyboard.press("Tab");
  expect(await focused()).not.toBe("after");
  // The focus comes into another origin's frame a moment later.
  await expect(host.frame().getByRole("button", { name: "Run", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(host.output()).toContainText("typed");
  for (let presses = 0; presses < 20 && (await focused()) !== "after"; presses++) {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
  }
  expect(await focused()).toBe("after");
});

for (const [theme, width] of [["light", 1000], ["dark", 320]]) {
  test(`axe finds nothing in a page with playgrounds, ${theme}, ${width} pixels wide, and nothing is wider than the page`, async ({ page, host }) => {
    // Its own script would be refused by a strict policy.
    test.skip(host.strict, "axe is injected, which the policy forbids");
    await page.setViewportSize({ width, height: 900 });
    await host.open(code(HELLO, 'clock="instant"') + code("print(1)", 'panels="editor controls output console tasks" load="eager"'));
    if (theme === "dark") await page.evaluate(() => Object.assign(document.body.style, { color: "#eee", background: "#111" }));
    await expect(host.status(1)).toHaveText("idle");
    await host.run(0);
    await host.ends(0);
    for (const frame of page.frames()) {
      // A frame of an origin of its own cannot fetch its style again, as axe would.
      const found = await violations(frame, { preload: false });
      expect(found, frame.url()).toEqual([]);
      expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test("the script is small, and a first run fetches no more than it must @size", async ({ page, host }) => {
  const bodies = [];
  page.on("response", async (response) => bodies.push([response.url(), await response.body().catch(() => Buffer.alloc(0))]));
  await host.open(code("print('hello')", 'panels="editor output"'));
  await host.run();
  await expect(host.output()).toContainText("hello");
  const sizes = bodies.filter(([address]) => !address.includes("host")).map(([address, body]) => [address, brotliCompressSync(body).length]);
  const script = sizes.find(([address]) => address.endsWith("embed.js"))[1];
  const all = sizes.reduce((sum, [, size]) => sum + size, 0);
  console.log(`embed.js ${script} bytes, one embedded program ${all} bytes in ${sizes.length} requests, with brotli`);
  expect(script).toBeLessThan(10_000);
  expect(all).toBeLessThan(1_250_000);
  expect(sizes.length).toBeLessThan(18);
});

test("each run is told with its end, however short, and one that never began, too", async ({ page, host }) => {
  await host.open(code("print(1)", 'panels="output" clock="instant"'));
  for (let runs = 0; runs < 3; runs++) expect(await page.evaluate(() => document.querySelector("loop-thread").run())).toBe("finished");
  expect((await host.told("finish")).length).toBe(3);
  const state = await page.evaluate(() => {
    const fresh = document.createElement("loop-thread");
    fresh.innerHTML = "<pre><code>pass</code></pre>";
    document.body.append(fresh);
    const ended = fresh.run();
    fresh.remove();
    return ended;
  });
  expect(state).toBe("stopped");
});

test("the frame's page takes nothing from a page that does not put it into a sandbox", async ({ page, host }) => {
  await host.open(code("pass", 'panels="output" load="eager"'));
  await expect(host.status()).toHaveText("idle");
  const address = host.fetched.find((address) => /embed-\w+\/index\.html$/.test(address));
  const told = await page.evaluate(async (address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    let told = "nothing";
    addEventListener("message", ({ source }) => (told = source === frame.contentWindow ? "something" : told));
    document.body.append(frame);
    await new Promise((loaded) => (frame.onload = loaded));
    const bytes = await new Blob(["parent.ran = true"]).arrayBuffer();
    frame.contentWindow.postMessage({ files: { "frame.js": bytes } }, "*", [new MessageChannel().port2]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return window.ran ? "it ran" : told;
  }, address);
  expect(told).toBe("nothing");
});

test("a link cannot hide a part of the page, nor of the program", async ({ page, host, playground }) => {
  void host;
  await playground.open();
  const link = await page.evaluate(async () => {
    const text = "panels: output\nframed: yes\nreadonly: yes\nhidden: 2-\n\nprint('seen')\nprint('seen, too')\n";
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return `#v1=${btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  });
  await playground.open(link);
  await expect(playground.program).toContainText("seen, too");
  await expect(page.getByRole("combobox", { name: "Example" })).toBeVisible();
  await playground.type("mine = 1");
  await expect(playground.program).toHaveText("mine = 1");
});

test("values that make no sense are as if they were not given", async ({ page, host }) => {
  await host.open(
    code("print('one')\nprint('two')", 'panels="Editor, Output" height="50%" lines="9-3" autorun="false" speed="3" seed="x"') +
      code("    print('indented')\n    print('both')", 'panels="nonsense" load="eager" lines="100-200"') +
      code("", 'lesson="nope" load="eager" panels="output"'),
  );
  await expect(host.frame(2).getByRole("alert")).toContainText("no example named “nope”");
  await expect(host.frame(0).getByRole("textbox", { name: "Program" })).toContainText("two");
  await expect(host.status(0)).toHaveText("idle");
  await host.run(0);
  await expect(host.output(0)).toContainText("two");
  await expect(host.frame(1).getByRole("region", { name: "Timeline" })).toBeAttached();
  await expect(host.frame(1).getByRole("button", { name: "Step", exact: true })).toHaveCount(0);
  await host.element(1).scrollIntoViewIfNeeded();
  await host.run(1);
  await expect(host.output(1)).toContainText("both");
  expect(await page.evaluate(() => document.querySelector("loop-thread").getBoundingClientRect().height)).toBeGreaterThan(200);
});

/** In another order with another seed. */
const THREADS = `import threading, time

def work(name):
    for n in range(3):
        print(name, end=" ")
        time.sleep(0)

threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
for thread in threads: thread.start()
for thread in threads: thread.join()
print('later')`;

test("a text that comes later is the program, what changes is followed, and what the reader typed stays", async ({ page, host }) => {
  await host.open(code("print('other')", 'panels="output"'));
  const late = await page.evaluate(async () => {
    const element = document.createElement("loop-thread");
    element.setAttribute("panels", "editor output");
    element.setAttribute("load", "eager");
    document.querySelector("main").prepend(element);
    await new Promise(requestAnimationFrame);
    element.innerHTML = "<pre><code>import time\ntime.sleep(1000)\nprint('late')</code></pre>";
    element.setAttribute("clock", "instant");
    return [element.code, await element.run()];
  });
  expect(late).toEqual(["import time\ntime.sleep(1000)\nprint('late')", "finished"]);
  await expect(host.output()).toContainText("late");
  const program = host.frame().getByRole("textbox", { name: "Program" });
  await page.evaluate((text) => (document.querySelector("loop-thread code").textContent = text), THREADS);
  await expect(program).toContainText("print('later')");
  const printed = () =>
    page.evaluate(async () => {
      const element = document.querySelector("loop-thread");
      let all = "";
      const hear = ({ detail }) => (all += detail.text);
      element.addEventListener("output", hear);
      await element.run();
      element.removeEventListener("output", hear);
      return all;
    });
  const first = await printed();
  expect(first).toMatch(/later/);
  expect(await printed()).toBe(first);
  await page.evaluate(() => document.querySelector("loop-thread").setAttribute("seed", "7"));
  expect(await printed()).not.toBe(first);
  await page.evaluate(() => document.querySelector("loop-thread").setAttribute("lines", "1-9"));
  await expect(program).not.toContainText("print('later')");
  await program.click();
  await page.keyboard.insertText("# mine\n");
  await expect.poll(() => page.evaluate(() => document.querySelector("loop-thread").code)).toContain("# mine");
  await page.evaluate(() => document.querySelector("loop-thread").removeAttribute("lines"));
  await expect(program).toContainText("# mine");
  await page.evaluate(() => document.querySelector("loop-thread").toggleAttribute("readonly"));
  await expect(program).toContainText("# mine");
  await program.press("x");
  expect(await page.evaluate(() => document.querySelector("loop-thread").code)).not.toContain("x#");
});

test("it follows a style sheet that is switched on, and a colour of its own", async ({ page, host }) => {
  await page.route("**/night.css", (route) => route.fulfill({ contentType: "text/css", body: "body { color: #eee; background: #111 }" }));
  await host.open(code("pass", 'panels="output"'), { head: '<link rel="stylesheet" href="night.css">' });
  const theme = () => host.frame().locator("html").getAttribute("data-theme");
  await expect(host.status()).toHaveText("idle");
  expect(await theme()).toBe("dark");
  const night = (disabled) => page.evaluate((disabled) => (document.styleSheets[0].disabled = disabled), disabled);
  await night(true);
  await expect.poll(theme).toBe("light");
  await night(false);
  await expect.poll(theme).toBe("dark");
  await host.element().evaluate((element) => (element.style.color = "#222"));
  await expect.poll(theme).toBe("light");
});

test("a script that is taken for a module works as well", async ({ host }) => {
  await host.open(code("print('module')", 'panels="output"'), { script: '<script type="module" src="embed.js"></script>' });
  await host.run();
  await expect(host.output()).toContainText("module");
});

const FRAME = "**/embed-*/index.html";
const again = (headers) => async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
};

for (const [what, words, { prepare = () => {}, ...options }] of [
  ["a browser without WebAssembly", /too old.*Use Firefox, Chrome/, { prepare: (page) => page.addInitScript(() => delete window.WebAssembly) }],
  ["a browser without workers", /too old.*Use Firefox, Chrome/, { prepare: (page) => page.addInitScript(() => delete window.Worker) }],
  [
    "a host that answers with pages",
    /_bg\.wasm came a page of HTML.*beside embed\.js/,
    { prepare: (page) => page.route("**/*_bg.wasm", (route) => route.fulfill({ contentType: "text/html", body: "<p>Not here" })) },
  ],
  ["a policy without connect-src", /connect-src http/, { headers: { "Content-Security-Policy": "connect-src 'none'" } }],
  ["a policy without frame-src", /must allow frame-src http.*X-Frame-Options.*Cross-Origin-Embedder-Policy/, { headers: { "Content-Security-Policy": "frame-src 'none'" } }],
  ["a frame that may not be one", /must come without X-Frame-Options/, { prepare: (page) => page.route(FRAME, again({ "X-Frame-Options": "DENY" })) }],
  ["a page that isolates itself", /Cross-Origin-Embedder-Policy, it must have that, too/, { headers: { "Cross-Origin-Embedder-Policy": "require-corp" } }],
]) {
  test(`${what} is told what to do`, async ({ page, host, complaints }) => {
    test.skip(host.strict, "the page has headers of its own");
    await prepare(page);
    await host.open(code("print('to read')", 'panels="output"'), options);
    await expect(host.element().getByRole("alert")).toContainText(words);
    await expect(page.getByText("print('to read')").first()).toBeVisible();
    complaints.length = 0;
  });
}

for (const [what, policy, words] of [
  ["of another origin", "", /another origin's, http\S* must send the files with Access-Control-Allow-Origin: \*\./],
  ["in a sandbox", "sandbox allow-scripts", /Access-Control-Allow-Origin: \* \(also to its own pages in a sandbox/],
]) {
  test(`a page ${what} is told of the header that the files need`, async ({ page, host, baseURL, complaints }) => {
    test.skip(host.strict, "the policy allows no other origin's");
    const body = `<!doctype html><title>A page</title><script src="${baseURL}embed.js"></script>${code("print('to read')", 'panels="output"')}`;
    const server = createServer((_, answer) => answer.writeHead(200, { "content-type": "text/html", ...(policy && { "content-security-policy": policy }) }).end(body));
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await expect(host.element().getByRole("alert")).toContainText(words);
    await expect(page.getByText("print('to read')").first()).toBeVisible();
    server.closeAllConnections();
    server.close();
    complaints.length = 0;
  });
}

test("a frame without its style runs all the same", async ({ page, host, complaints }) => {
  await page.route("**/style-*.css", (route) => route.abort());
  await host.open(code("print('bare')", 'panels="output"'));
  await host.run();
  await expect(host.output()).toContainText("bare");
  await host.ends();
  complaints.length = 0;
});

test("the documented policy is enough for a site that sends it with all files, the frame's too", async ({ page, host, complaints }) => {
  test.skip(host.strict, "it has a site of its own");
  const types = { ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };
  const body = `<!doctype html><title>A page</title><script src="embed.js"></script>${code("print('allowed')", 'panels="editor output" load="eager"')}`;
  const server = createServer(({ url }, answer) => {
    const type = types[extname(url.split("?")[0])] ?? "text/html";
    const file = new URL(`../../dist${url.split("?")[0]}`, import.meta.url);
    answer.writeHead(200, { "content-type": type, "content-security-policy": POLICY }).end(url === "/" ? body : url === "/favicon.ico" ? "" : readFileSync(file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await host.run();
  await expect(host.output()).toContainText("allowed");
  server.closeAllConnections();
  server.close();
  expect(complaints.filter((words) => !TRIED.test(words))).toEqual([]);
  complaints.length = 0;
});
