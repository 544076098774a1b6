// Times requests to the site's worker: node worker.mjs FOLDER. Each line of standard input is a frame in hexadecimal, answered by
// the milliseconds until the worker has nothing left to do, and, when the program wrote anything, that.

import { createInterface } from "node:readline";

import { Worker } from "../../xtask/node/worker.mjs";

const worker = new Worker(process.argv[2]);
await worker.startSite();
let bytes = [];
worker.onframe = (frame) => bytes.push(frame);
for await (const line of createInterface({ input: process.stdin })) {
  bytes = [];
  const begin = performance.now();
  worker.post(Buffer.from(line, "hex"));
  await worker.quiet();
  const time = performance.now() - begin;
  const failed = Buffer.concat(bytes).toString("latin1").match(/Traceback[^\0]*/);
  console.log(failed ? `failed: ${failed[0].replaceAll("\n", " ")}` : time);
}
process.exit(0);
