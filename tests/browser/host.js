// Pages that embed the playground, as their authors write them: served beside the site, under the site's own policy or none.

import { readFileSync } from "node:fs";

import { expect } from "./page.js";

/** What a strict page needs so that the element works, as its authors are told. */
export const [POLICY] = /^default-src .*$/m.exec(readFileSync(new URL("../../docs/embedding/README.md", import.meta.url), "utf8"));

/** Two lines that a browser writes where a policy forbids what is tried first. */
export const TRIED = /(Loading the script|Creating a worker from) 'blob:/;

export class Host {
  constructor(page, complaints, { strict }) {
    Object.assign(this, { page, complaints, strict });
    /** The addresses that were fetched, but for the host's own. */
    this.fetched = [];
  }

  /** Opens a page with this body; `script` is the element that brings the script. */
  async open(body, { head = "", defer = true, script = `<script src="embed.js" ${defer ? "defer" : ""}></script>`, headers = {} } = {}) {
    await this.page.route("**/host.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        headers: { ...(this.strict && { "Content-Security-Policy": POLICY }), ...headers },
        body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><script src="host-log.js"></script>
          ${script}${head}</head><body><main><h1>A page</h1>${body}</main></body></html>`,
      }),
    );
    await this.page.route("**/host-log.js", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: `window.told = []; window.shifts = [];
          for (const name of ["ready", "output", "finish", "edit"]) addEventListener(name, ({ detail }) => told.push({ name, ...detail }));
          new PerformanceObserver((list) => { for (const { value, sources } of list.getEntries()) shifts.push([value, ...sources.map(({ node, previousRect, currentRect }) => [node?.nodeName, JSON.stringify(previousRect), JSON.stringify(currentRect)])]); }).observe({ type: "layout-shift", buffered: true });`,
      }),
    );
    this.page.on("request", (request) => this.fetched.push(request.url()));
    await this.page.goto("./host.html");
  }

  element(place = 0) {
    return this.page.locator("loop-thread").nth(place);
  }

  /** The playground in an element, as a learner finds it. */
  frame(place = 0) {
    return this.element(place).frameLocator("iframe");
  }

  status(place = 0) {
    return this.frame(place).getByRole("status", { name: "Status" });
  }

  output(place = 0) {
    return this.frame(place).getByRole("log", { name: "Output" });
  }

  async run(place = 0) {
    await this.frame(place).getByRole("button", { name: "Run", exact: true }).click();
  }

  async ends(place, state = "finished") {
    await expect(this.status(place)).toHaveText(state);
  }

  told(name) {
    return this.page.evaluate((name) => window.told.filter((event) => event.name === name), name);
  }

  /** What was complained of, but for what a strict policy brings about. */
  forgive() {
    const others = this.complaints.filter((words) => !(this.strict && TRIED.test(words)));
    this.complaints.splice(0, this.complaints.length, ...others);
  }
}
