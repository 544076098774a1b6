// While the page comes, and where it cannot: the editor is there first, the download shows how far it is, and every reason that
// keeps the page from working is told with what to do.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { expect, test } from "./page.js";

const DIST = resolve(fileURLToPath(import.meta.url), "../../../dist/index.html");

test("the editor can be used while the interpreter is on its way, and Run waits for it", async ({ page, playground }) => {
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  await page.route("**/worker_bg.wasm", async (route) => {
    await arrived;
    await route.continue();
  });
  await playground.open();
  await playground.type("print('typed before')");
  await playground.run();
  await expect(playground.program).toHaveText("print('typed before')");
  expect(await playground.printed()).toBe("");
  arrive();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("typed before\n");
});

/** The site, from a server that is slow with the interpreter. */
async function slowSite() {
  const types = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json", wasm: "application/wasm" };
  const server = createServer(async ({ url }, response) => {
    const name = url.replace(/[?#].*/, "").replace(/\/$/, "/index.html");
    response.setHeader("Content-Type", types[name.split(".").pop()] ?? "text/plain");
    const bytes = await readFile(join(dirname(DIST), name)).catch(() => Buffer.alloc(0));
    const step = name.endsWith("worker_bg.wasm") ? bytes.length / 8 : Infinity;
    for (let at = 0; at < bytes.length; at += step) {
      response.write(bytes.subarray(at, at + step));
      if (step < Infinity) await new Promise((resolve) => setTimeout(resolve, 120));
    }
    response.end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

test("the status says how much of the interpreter has come", async ({ page, playground }) => {
  const server = await slowSite();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await expect(playground.status).toHaveText(/^loading Python: [1-9]\d* %$/);
  await expect(playground.status).toHaveText("idle");
  server.close();
});

test("an interpreter that does not come is told, and Run tries again", async ({ page, playground, complaints }) => {
  await page.route("**/worker_bg.wasm", (route) => route.fulfill({ status: 404, body: "no" }));
  await playground.open();
  await playground.type("print('now')");
  await expect(playground.output).toContainText(/interpreter could not be fetched \(404\); check the connection/);
  await page.unroute("**/worker_bg.wasm");
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("now\n");
  complaints.length = 0;
});

test("a worker that may not be started is told, with what a policy must allow", async ({ page, playground, complaints }) => {
  await page.route("**/loader.js", (route) => route.abort());
  await playground.open();
  await expect(playground.output).toContainText(/the worker could not be loaded; check the connection.*worker-src 'self'/);
  await expect(playground.program).toContainText(/\S/);
  complaints.length = 0;
});

test("a page whose wasm does not come says what to look at", async ({ page, playground, complaints }) => {
  await page.route("**/page-*_bg.wasm", (route) => route.abort());
  await playground.open();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(/could not start.*Check the connection and reload.*'wasm-unsafe-eval'/);
  complaints.length = 0;
});

for (const [what, files, answer] of [
  ["whose first script is missing", "**/boot-*.js", { status: 404, body: "no" }],
  ["whose scripts come as text", "**/boot-*.js", { contentType: "text/plain", body: "" }],
  ["whose editor does not come", "**/editor-chunk-*.js", { status: 404, body: "no" }],
  ["whose style is missing", "**/style-*.css", { status: 404, body: "no" }],
]) {
  test(`a page ${what} says so, with what to do`, async ({ page, playground, complaints }) => {
    await page.route(files, (route) => route.fulfill(answer));
    await playground.open();
    await expect(page.getByRole("alert")).toContainText(/(js|css) could not be loaded\. Check the connection and reload.*text\/javascript/);
    complaints.length = 0;
  });
}

for (const [what, spoil] of [
  ["modules", () => delete HTMLScriptElement.prototype.noModule],
  ["WebAssembly", () => delete window.WebAssembly],
  ["workers", () => delete window.Worker],
]) {
  test(`a browser without ${what} is told which browsers work`, async ({ page, playground, complaints }) => {
    await page.addInitScript(spoil);
    await playground.open();
    await expect(page.getByRole("alert").first()).toContainText("too old for Loopthread");
    complaints.length = 0;
  });
}

test("a page that was opened as a file says how to serve it", async ({ page, playground, complaints }) => {
  await page.goto(pathToFileURL(DIST).href);
  await expect(page.getByRole("alert")).toContainText(/opened as a file.*loopthread serve/);
  void playground;
  complaints.length = 0;
});
