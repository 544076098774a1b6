// The site's worker in Node.js: what its glue asks of a browser, and no more.
//
// The glue is a classic script that looks things up in the global scope, so there is one worker in a process.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Timers that ring later than after so many milliseconds are not waited for. */
const PATIENCE = 5000;

/** A worker from the files in `folder`; `imports` go to its wasm beside those of the glue. */
export class Worker {
  #pending = 0;
  #quiet = [];
  /** Called with the bytes of each frame that the worker posts. */
  onframe = () => {};
  /** Called with the worker's last words. */
  onwords = (words) => {
    throw new Error(`the worker failed: ${words}`);
  };

  constructor(folder) {
    this.folder = folder;
    const worker = this;
    const scope = {
      self: globalThis,
      location: { href: pathToFileURL(join(folder, "loader.js")).href },
      DedicatedWorkerGlobalScope: class {
        static [Symbol.hasInstance] = (value) => value === globalThis;
      },
      MessageChannel: class {
        port1 = { onmessage: null };
        port2 = { postMessage: () => worker.#later(setImmediate, 0, () => this.port1.onmessage({ data: null })) };
      },
      XMLHttpRequest: class {
        open(method, address) {
          this.address = address;
        }
        send() {
          const bytes = readFileSync(new URL(this.address));
          this.status = 200;
          this.response = new Uint8Array(bytes).buffer;
        }
      },
      loopthreadText: (name) => readFileSync(join(folder, name), "utf8"),
      postMessage: (data) => {
        if (typeof data === "string") return this.onwords(data);
        this.onframe(new Uint8Array(data));
      },
      close: () => {},
      addEventListener: (kind, listener) => {
        if (kind === "error") worker.#onerror = listener;
      },
    };
    const setTimer = globalThis.setTimeout;
    const timers = new Set();
    scope.setTimeout = (call, wait) => {
      const timer = this.#later((done) => setTimer(done, wait), wait, () => timers.delete(timer) && call(), () => timers.has(timer));
      timers.add(timer);
      return timer;
    };
    scope.clearTimeout = (timer) => timers.delete(timer);
    Object.assign(globalThis, scope);
    this.glue = new Function(`${readFileSync(join(folder, "worker.js"))}; return wasm_bindgen;`)();
  }

  /** Instantiates the wasm, which begins to listen. */
  async start(wasm, imports = {}) {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (source, given) => instantiate(source, { ...given, ...imports });
    await this.glue({ module_or_path: readFileSync(wasm) });
    WebAssembly.instantiate = instantiate;
  }

  /** Instantiates the site's own wasm, through the site's own loader, which loads the later parts. */
  async startSite() {
    const loader = readFileSync(join(this.folder, "loader.js"));
    // It wraps what instantiates; what it does afterwards is done here.
    const never = () => new Promise(() => {});
    // Node.js itself instantiates a wasm when it is first asked for a Response, which must not be taken for the worker's.
    void globalThis.Response;
    await new Promise((resolve) => setImmediate(resolve));
    const { instantiate } = WebAssembly;
    new Function("importScripts", "wasm_bindgen", "fetch", loader)(() => {}, () => Promise.resolve(), never);
    await this.start(join(this.folder, "worker_bg.wasm"));
    WebAssembly.instantiate = instantiate;
  }

  /** Posts a frame to the worker. */
  post(bytes) {
    globalThis.onmessage({ data: new Uint8Array(bytes).buffer });
  }

  /** Resolves when the worker has nothing to do until it hears something or a distant timer rings. */
  quiet() {
    return new Promise((resolve) => (this.#pending === 0 ? resolve() : this.#quiet.push(resolve)));
  }

  /** Has the worker hear of an error that left its wasm, as when a file could not be fetched. */
  fail(error) {
    this.#onerror({ message: error.message, error, preventDefault: () => {} });
  }

  #onerror = () => {};
  #numbers = 0;

  #later(begin, wait, call, valid = () => true) {
    const counts = wait < PATIENCE;
    if (counts) this.#pending++;
    const number = ++this.#numbers;
    begin(() => {
      if (valid()) call();
      if (counts && --this.#pending === 0) this.#quiet.splice(0).forEach((resolve) => resolve());
    });
    return number;
  }
}
