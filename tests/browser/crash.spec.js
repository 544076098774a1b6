// A worker that is lost: the page says so, keeps code and output, and the next Run works.

import { expect, test } from "./page.js";

const LOSSES = {
  "gets a frame that it cannot read": () => self.onmessage({ data: new ArrayBuffer(3) }),
  fails: () => {
    setTimeout(() => {
      throw new Error("out of sorts");
    });
  },
};

for (const [how, lose] of Object.entries(LOSSES)) {
  test(`a worker that ${how} is replaced`, async ({ page, playground, complaints }) => {
    await playground.openProgram('import time\nprint("before")\ntime.sleep(3600)\n');
    await playground.run();
    await expect(playground.output.locator("[data-text]")).toHaveText(["before"]);
    await page.workers()[0].evaluate(lose);
    await expect(playground.status).toHaveText(/^(failed|stopped)$/);
    await expect(playground.output).toContainText("before");
    await expect(playground.program).toContainText("before");
    await playground.type('print("after")\n');
    await playground.run();
    await playground.ends("finished");
    expect(await playground.printed()).toBe("after\n");
    // The browser tells the console about the error, too.
    complaints.length = 0;
  });
}
