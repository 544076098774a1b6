// The browser tests, run by `cargo xtask test`, which builds the site, serves it twice and names both addresses.

import { defineConfig } from "@playwright/test";

const chromium = {
  executablePath: process.env.CHROME,
  // A container has no sandbox and no GPU, and a test needs no chatter with the outside.
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

const site = (name, baseURL, only) => ({
  name,
  use: { baseURL, browserName: "chromium", launchOptions: chromium },
  ...only,
});

/** The main path in another browser, if `cargo xtask test` has found its program. */
const elsewhere = (engine, program) =>
  program ? [{ name: engine, testMatch: EVERYWHERE, timeout: 90_000, use: { baseURL: process.env.LOOPTHREAD_PLAIN, engine, program } }] : [];
const EVERYWHERE = "everywhere.spec.js";
/** What documentation tools make, where `cargo xtask test` has built that, and what shows our traces. */
const DOCS = ["docs.spec.js", "perfetto.spec.js"];

/** Enough to load, style and run every part of the page: a policy forbids kinds of code, not programs. */
const PARTS = { testMatch: ["control.spec.js", "crash.spec.js", "editor.spec.js", "embed.spec.js", "links.spec.js", "opening.spec.js", "panels.spec.js", "program.spec.js", "site.spec.js", "timeline.spec.js"] };

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  // One page at a time: several tests measure times.
  workers: 1,
  forbidOnly: true,
  reporter: [["list"]],
  timeout: 30_000,
  expect: { timeout: 10_000 },
  projects: [
    site("plain host, sub-path", process.env.LOOPTHREAD_PLAIN, { testIgnore: [EVERYWHERE, ...DOCS] }),
    site("strict policy", process.env.LOOPTHREAD_STRICT, PARTS),
    ...elsewhere("firefox", process.env.FIREFOX),
    ...elsewhere("webkit", process.env.WEBKIT_DRIVER),
    ...(process.env.LOOPTHREAD_DOCS ? [site("docs", process.env.LOOPTHREAD_DOCS, { testMatch: DOCS })] : []),
  ],
});
