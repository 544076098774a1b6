// What all browser tests share: `test`, which also fails when the page complained in the console or fetched in
// vain, and `playground`, the page as a learner, a screen reader or an outside driver finds it: by names and roles.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { test as base, expect } from "@playwright/test";

export { expect };

/** The documented examples, in their order. */
export const EXAMPLES = JSON.parse(read("index.json")).map(({ slug }) => slug);

/** What CPython prints for an example. */
export const expected = (slug) => read(`${slug}.out`);

function read(name) {
  return readFileSync(new URL(`../../www/examples/${name}`, import.meta.url), "utf8");
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong in a page or frame, in words. */
export async function violations(frame, options = {}) {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(AXE);
  return frame.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], ...options });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160) + " " + node.failureSummary).join("\n")}`);
  }, options);
}

export const test = base.extend({
  // What comes from a service worker cannot be refused or changed by a test; offline.spec.js has it.
  serviceWorkers: "block",

  // A test that provokes complaints empties the list.
  complaints: async ({ page }, use) => {
    const complaints = [];
    page.on("console", (message) => {
      // Playwright's own word about what it blocks.
      if (message.text().startsWith("Service Worker registration blocked")) return;
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("response", (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    await use(complaints);
  },

  playground: async ({ page, complaints }, use) => {
    await use(new Playground(page));
    expect(complaints).toEqual([]);
  },
});

class Playground {
  constructor(page) {
    this.page = page;
    this.status = page.getByRole("status", { name: "Status" });
    this.program = page.getByRole("textbox", { name: "Program" });
    this.console = page.getByRole("textbox", { name: "Console" });
    this.output = page.getByRole("log", { name: "Output" });
    /** What calls gave; the log also echoes what was asked. */
    this.results = this.output.locator('[data-stream="result"] [data-text]');
    this.timeline = page.getByRole("region", { name: "Timeline" });
    this.tasks = page.getByRole("list", { name: "Tasks" });
    this.thread = page.getByRole("combobox", { name: "Thread" });
  }

  /** Opens the page, with what may follow its address. */
  open(address = "") {
    return this.page.goto(`./${address}`);
  }

  /** Opens the page with a program in it. */
  openProgram(source) {
    return this.open(`#code=${encodeURIComponent(source)}`);
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Presses Run, and waits until the page has drawn that: what it shows then is no longer of the run before. */
  async run() {
    await this.button("Run").click();
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }

  async chooseClock(label) {
    await this.page.getByRole("combobox", { name: "Clock" }).selectOption({ label });
  }

  /** Asks the loop thread to evaluate, or with "Spawn" to start a task. */
  async ask(text, button = "Call") {
    await this.console.fill(text);
    await this.button(button).click();
  }

  /** Replaces the program as a learner does, with the keyboard. */
  async type(source) {
    await this.program.click();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(source);
  }

  /** How often the worker has fetched a file, named by the end of its address. */
  async fetched(name) {
    const [worker] = this.page.workers();
    const names = await worker.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
    return names.filter((address) => address.endsWith(name)).length;
  }

  /** What the timeline's Export gives under a name: the file's name and its text. */
  async saved(name) {
    const menu = this.page.getByText("Export", { exact: true });
    await menu.click();
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.button(name).click()]);
    await menu.click();
    return [download.suggestedFilename(), readFileSync(await download.path(), "utf8")];
  }

  /** Waits until the status is one of these. */
  async ends(...states) {
    await expect(this.status).toHaveText(new RegExp(`^(${states.join("|")})$`));
  }

  /** The lines of a stream, as text. */
  async printed(stream = "stdout") {
    const texts = await this.output.locator(`[data-stream="${stream}"] [data-text]`).allTextContents();
    return texts.map((text) => text.replace(/\n$/, "") + "\n").join("");
  }
}
