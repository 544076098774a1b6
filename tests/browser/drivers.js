// Firefox and WebKit as a system's packages have them, driven by their own protocols: WebDriver BiDi over a WebSocket, and classic
// WebDriver over HTTP. Playwright drives builds that it has patched, which no package registry has.
//
// Both have the same five verbs: open, evaluate (a function of the page, which may be async), click (a place in the window), keys,
// and frame (the driver of the frame inside an element). What a person does with a page is `Visitor`'s.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import WebSocket from "ws";

/** What runs in the page: arguments and result cross as JSON. */
const wrapped = (work) => `async (given) => {
  ${everything}
  return JSON.stringify((await (${work})(...JSON.parse(given))) ?? null);
}`;

const MOUSE = ({ x, y }) => ({
  type: "pointer",
  id: "mouse",
  actions: [{ type: "pointerMove", x, y }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }],
});
const KEYS = (text) => ({
  type: "key",
  id: "keys",
  actions: [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]),
});

/** Starts Firefox without a window and with a profile of its own. */
export async function firefox(program) {
  const profile = mkdtempSync(join(tmpdir(), "loopthread-firefox-"));
  const process = start(program, ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile]);
  const address = await said(process, /WebDriver BiDi listening on (ws:\S+)/);
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map();
  socket.on("message", (message) => {
    const { id, type, result, message: words } = JSON.parse(message);
    const [resolve, reject] = waiting.get(id) ?? [];
    waiting.delete(id);
    if (type === "error") reject?.(new Error(words));
    else resolve?.(result);
  });
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  let last = 0;
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, [resolve, reject]);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send("session.new", { capabilities: {} });
  const { contexts } = await send("browsingContext.getTree", {});
  const driver = (context) => ({
    open: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    async evaluate(work, ...given) {
      const { exceptionDetails, result } = await send("script.callFunction", {
        functionDeclaration: wrapped(work),
        arguments: [{ type: "string", value: JSON.stringify(given) }],
        awaitPromise: true,
        target: { context },
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result.value);
    },
    click: (place) => send("input.performActions", { context, actions: [MOUSE(place)] }),
    keys: (text) => send("input.performActions", { context, actions: [KEYS(text)] }),
    async frame() {
      const { contexts } = await send("browsingContext.getTree", { root: context });
      return driver(contexts[0].children[0].context);
    },
  });
  return {
    ...driver(contexts[0].context),
    async close() {
      await send("browser.close", {}).catch(() => {});
      await ended(process);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Starts WebKit's small browser, which has no mode without a window: where there is no screen, in one of Xvfb's. */
export async function webkit(program) {
  const port = await freePort();
  const command = globalThis.process.env.DISPLAY ? [program] : ["xvfb-run", "-a", program];
  const process = start(command[0], [...command.slice(1), `--port=${port}`]);
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(value.message);
    return value;
  };
  const session = await patiently(() => ask("POST", "/session", { capabilities: {} }));
  const send = (path, body) => ask("POST", `/session/${session.sessionId}/${path}`, body);
  // One frame at a time is the one that is spoken to.
  const inside = async (frame, work) => {
    await send("frame", { id: null });
    if (frame) await send("frame", { id: frame });
    return work();
  };
  const run = (script, ...args) => send("execute/sync", { script, args });
  const driver = (frame) => ({
    open: (url) => send("url", { url }),
    evaluate: (work, ...given) =>
      inside(frame, async () => {
        const script = `const done = arguments[1]; (${wrapped(work)})(arguments[0]).then((text) => done([text]), (error) => done([null, String(error)]))`;
        const [text, error] = await send("execute/async", { script, args: [JSON.stringify(given)] });
        if (error) throw new Error(error);
        return JSON.parse(text);
      }),
    // Places are in the window, also where a frame is spoken to.
    click: ({ x, y }) =>
      inside(undefined, async () => {
        const [left, top] = frame ? await run("const { left, top } = arguments[0].getBoundingClientRect(); return [left, top]", frame) : [0, 0];
        await send("actions", { actions: [MOUSE({ x: Math.round(x + left), y: Math.round(y + top) })] });
      }),
    keys: (text) => inside(frame, () => send("actions", { actions: [KEYS(text)] })),
    async frame(element) {
      const script = "const found = document.querySelector(arguments[0]); return (found.shadowRoot ?? found).querySelector('iframe')";
      return driver(await inside(undefined, () => run(script, element)));
    },
  });
  return {
    ...driver(),
    async close() {
      await ask("DELETE", `/session/${session.sessionId}`).catch(() => {});
      // Xvfb is of the same group.
      globalThis.process.kill(-process.pid);
      await ended(process);
    },
  };
}

/** Somebody who reads the page and has a mouse and a keyboard. */
export class Visitor {
  constructor(driver) {
    this.driver = driver;
  }

  async open(address) {
    // Another fragment of the same page would be no new page.
    await this.driver.open("about:blank");
    await this.driver.open(address);
  }

  read(work, ...given) {
    return this.driver.evaluate(work, ...given);
  }

  /** Reads until it is what is wanted: a text, something of a form, or, if that is nothing in particular, anything. */
  async until(wanted, work, ...given) {
    let last;
    const end = Date.now() + 40_000;
    do {
      last = await this.read(work, ...given);
      if (wanted instanceof RegExp ? wanted.test(last) : wanted === undefined ? last !== null : last === wanted) return last;
      await pause(50);
    } while (Date.now() < end);
    throw new Error(`${work.name || "It"} never was ${wanted}, but ${JSON.stringify(last)}`);
  }

  /** Clicks what has this name. */
  async press(name) {
    await this.driver.click(await this.until(undefined, placeOf, name));
  }

  type(text) {
    return this.driver.keys(text);
  }

  async frame(element) {
    return new Visitor(await this.driver.frame(element));
  }
}

/** The middle of a control, in sight. Runs in the page. */
function placeOf(name) {
  const controls = everything("button, summary, [role=textbox]");
  const found = controls.find((control) => (control.getAttribute("aria-label") ?? control.textContent.trim()) === name);
  if (!found) return null;
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = found.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}

/** What a selector finds in the document and the shadow roots in it. Every function that runs in the page has it. */
function everything(selector, root = document) {
  const roots = [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [...root.querySelectorAll(selector), ...roots.flatMap((root) => everything(selector, root))];
}

function start(program, given) {
  return spawn(program, given, { stdio: ["ignore", "ignore", "pipe"], detached: true });
}

/** The first thing of that form that a process says about itself. */
function said(process, form) {
  return new Promise((resolve, reject) => {
    let all = "";
    process.stderr.on("data", (text) => {
      all += text;
      const found = form.exec(all);
      if (found) resolve(found[1]);
    });
    process.on("error", reject).on("exit", () => reject(new Error(`${process.spawnfile} ended: ${all}`)));
  });
}

const ended = (process) =>
  process.exitCode !== null || process.signalCode ? undefined : new Promise((resolve) => process.on("exit", resolve));

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Until it listens. */
async function patiently(work) {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 50) throw error;
      await pause(200);
    }
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
