// The `test` of all browser tests: each also fails when the page complained in the console or fetched in vain.

import { test as base, expect } from "@playwright/test";

export { expect };

export const test = base.extend({
  // A test that provokes complaints empties the list.
  complaints: async ({ page }, use) => {
    const complaints = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("response", (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    await use(complaints);
  },
  open: async ({ page, complaints }, use) => {
    await use((address = "") => page.goto(`./${address}`));
    expect(complaints).toEqual([]);
  },
});
