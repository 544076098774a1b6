// Without a network: the build that was visited goes on whole, and a newer one waits to be asked for.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

import { EXAMPLES, expect, expected, test as base } from "./page.js";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml" };

/** As strict as it may be. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; img-src 'self'; frame-src 'self'";

const test = base.extend({
  serviceWorkers: "allow",

  /** A copy of the site that can be changed, on a host that can be cut off, in a folder of its own. */
  host: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "loopthread-site-"));
    cpSync(new URL("../../dist", import.meta.url), folder, { recursive: true });
    const host = { folder, online: true, asked: [] };
    const server = createServer(({ url }, answer) => {
      const path = url.split("?")[0].replace(/^\/some\/folder\//, "") || "index.html";
      host.asked.push(path);
      if (!host.online) return answer.destroy();
      try {
        const body = readFileSync(join(folder, path));
        const type = TYPES[extname(path)] ?? "text/plain";
        answer.writeHead(200, { "content-type": type, "cache-control": "no-store", "content-security-policy": POLICY }).end(body);
      } catch {
        answer.writeHead(404).end();
      }
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    host.address = `http://127.0.0.1:${server.address().port}/some/folder/`;
    await use(host);
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  },
});

/** Opens the site and waits until it is kept. */
async function visit(page, host) {
  await page.goto(host.address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller);
}

/** Puts another build in the place of the one that is served: its page says so, its worker's folder has another name. */
function deploy(host, name = "newer", renamed = "worker-0123456789abcdef") {
  const page = join(host.folder, "index.html");
  const html = readFileSync(page, "utf8");
  const worker = readdirSync(host.folder).find((name) => name.startsWith("worker-"));
  cpSync(join(host.folder, worker), join(host.folder, renamed), { recursive: true });
  rmSync(join(host.folder, worker), { recursive: true });
  writeFileSync(page, html.replace(worker, renamed).replace(/<title>[^<]*/, `<title>Loopthread, ${name}`));
  // The last step of a build.
  const at = (path) => new URL(`../../${path}`, import.meta.url).pathname;
  execFileSync("node", [at("xtask/node/offline.mjs"), host.folder, at("www/offline/worker.js"), join(host.folder, "sw.js")]);
  return { worker, renamed };
}

test("offline, the page opens and runs every example, and imports what it never fetched before", async ({ page, playground, host, complaints }) => {
  test.slow();
  await visit(page, host);
  host.online = false;
  host.asked.length = 0;
  await page.goto(`${host.address}?example=${EXAMPLES[0]}`);
  for (const slug of EXAMPLES) {
    await page.goto(`${host.address}?example=${slug}`);
    await playground.chooseClock("Instant");
    await playground.run();
    await playground.ends("finished");
    expect(await playground.printed()).toBe(expected(slug));
  }
  await page.goto(`${host.address}#code=${encodeURIComponent("import decimal, math\nprint(decimal.Decimal(1) / 7, math.lcm(4, 6), 10**30 // 7)\n")}`);
  await page.reload();
  await playground.run();
  await playground.ends("finished");
  expect(await playground.printed()).toBe("0.1428571428571428571428571429 12 142857142857142857142857142857\n");
  await playground.program.click();
  await page.keyboard.press("ControlOrMeta+f");
  await expect(page.locator(".cm-search")).toBeVisible();
  // Nothing but the question whether there is a newer one.
  expect(host.asked.filter((name) => name !== "sw.js")).toEqual([]);
  complaints.length = 0;
});

test("a newer build waits until it is asked for, and no page ever has parts of both", async ({ page, playground, host, context }) => {
  await visit(page, host);
  await page.reload();
  const { worker, renamed } = deploy(host);
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => undefined));
  const update = page.getByRole("button", { name: "Update" });
  await expect(update).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "A newer Loopthread is ready" })).toBeVisible();
  // The older one goes on: also parts that it asks for now, and also when it is opened again.
  const run = async () => {
    await page.goto(`${host.address}#code=${encodeURIComponent("import decimal\nprint(decimal.Decimal(1) / 7)\n")}`);
    await page.reload();
    await playground.run();
    await playground.ends("finished");
    expect(await playground.printed()).toBe("0.1428571428571428571428571429\n");
    return page.workers()[0].url();
  };
  expect(await run()).toContain(worker);
  expect(await page.title()).toBe("Loopthread");
  // Another page of the older one, which will still be open.
  await expect(update).toBeVisible();
  const other = await context.newPage();
  await other.goto(host.address);
  await expect(other).toHaveTitle("Loopthread");
  await update.focus();
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  await expect(page).toHaveTitle("Loopthread, newer");
  await expect(update).toBeHidden();
  expect(await run()).toContain(renamed);
  expect(await other.evaluate(async (worker) => (await fetch(`${worker}/rest_bg.wasm`)).status, worker)).toBe(200);
  await expect(other).toHaveTitle("Loopthread");
});

test("Update works in every page, whichever asked first, and what a page runs is kept, whatever was skipped", async ({ page, host, context }) => {
  const look = (page) => page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => undefined));
  const update = (page) => page.getByRole("button", { name: "Update" });
  const open = async () => {
    const page = await context.newPage();
    await page.goto(host.address);
    return page;
  };
  await visit(page, host);
  const first = await open();
  const { worker: one, renamed: two } = deploy(host, "second", "worker-2222222222222222");
  // Both have been offered it when one of them asks.
  await expect(first.getByRole("button", { name: "Run", exact: true })).toBeVisible();
  await first.waitForTimeout(2500);
  await look(page);
  await expect(update(first)).toBeVisible();
  await Promise.all([page.waitForEvent("load"), update(page).click()]);
  await expect(page).toHaveTitle("Loopthread, second");
  const second = await open();
  await expect(second).toHaveTitle("Loopthread, second");
  // One that nobody takes, and one that somebody does.
  await page.waitForTimeout(2500);
  deploy(host, "third", "worker-3333333333333333");
  await look(page);
  await expect(update(page)).toBeVisible();
  const { renamed: four } = deploy(host, "fourth", "worker-4444444444444444");
  await look(page);
  await page.waitForFunction(() => navigator.serviceWorker.getRegistration().then(({ waiting, installing }) => waiting && !installing));
  await Promise.all([page.waitForEvent("load"), update(page).click()]);
  await expect(page).toHaveTitle("Loopthread, fourth");
  const status = (page, worker) => page.evaluate(async (worker) => (await fetch(`${worker}/rest_bg.wasm`)).status, worker);
  expect([await status(first, one), await status(second, two), await status(page, four)]).toEqual([200, 200, 200]);
  expect(await page.evaluate(() => caches.keys().then((names) => names.filter((name) => name.startsWith("loopthread http")).length))).toBe(3);
  // The first one was offered the second, which is not served any more.
  await Promise.all([first.waitForEvent("load"), update(first).click()]);
  await expect(first).toHaveTitle("Loopthread, fourth");
});

test("in the midst of a deployment nothing is kept", async ({ page, host, complaints }) => {
  await visit(page, host);
  const { worker } = deploy(host);
  // The new list is there, and a file is not its own.
  writeFileSync(join(host.folder, "index.html"), "<title>half</title>");
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()).catch(() => {}));
  await page.waitForTimeout(500);
  await expect(page.getByRole("button", { name: "Update" })).toHaveCount(0);
  await page.reload();
  await expect(page).toHaveTitle("Loopthread");
  expect(await page.locator("meta[name=loopthread-worker]").getAttribute("content")).toContain(worker);
  complaints.length = 0;
});

test("nothing is kept for a page in a frame", async ({ page, host }) => {
  await page.goto(`${host.address}icon.svg`);
  await page.goto(`${host.address}loopthread.webmanifest`);
  await page.evaluate((address) => document.body.append(Object.assign(document.createElement("iframe"), { src: address })), host.address);
  await expect(page.frameLocator("iframe").getByRole("button", { name: "Run", exact: true })).toBeVisible();
  await page.waitForTimeout(3000);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length))).toBe(0);
});

test("what a system needs to install it is there", async ({ request, host }) => {
  const manifest = await (await request.get(`${host.address}loopthread.webmanifest`)).json();
  expect(manifest).toMatchObject({ start_url: "./", scope: "./", display: "standalone" });
  for (const { src, sizes, type } of manifest.icons) {
    const body = await (await request.get(host.address + src)).body();
    if (type === "image/png") expect(`${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`).toBe(sizes);
    else expect(body.toString()).toContain("<svg");
  }
  const sw = await (await request.get(`${host.address}sw.js`)).text();
  for (const { src } of manifest.icons) expect(sw).toContain(`"${src}": "sha256-`);
});
