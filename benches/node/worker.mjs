// Times requests to the site's worker: node worker.mjs FOLDER. Each line of standard input is a frame in hexadecimal, answered by
// the milliseconds until the worker has nothing left to do, and, when the program failed, what it wrote. After `ticks ` the answer
// is when each frame with output came.

import { createInterface } from "node:readline";

import { Worker } from "../../xtask/node/worker.mjs";

const worker = new Worker(process.argv[2]);
await worker.startSite();
let bytes = [];
let ticks = [];
worker.onframe = (frame) => {
  bytes.push(frame);
  if (Buffer.from(frame).includes("tick\n")) ticks.push(performance.now());
};
for await (const line of createInterface({ input: process.stdin })) {
  bytes = [];
  ticks = [];
  const begin = performance.now();
  worker.post(Buffer.from(line.replace("ticks ", ""), "hex"));
  await worker.quiet();
  const time = performance.now() - begin;
  const failed = Buffer.concat(bytes).toString("latin1").match(/Traceback[^\0]*/);
  if (failed) console.log(`failed: ${failed[0].replaceAll("\n", " ")}`);
  else console.log(line.startsWith("ticks ") ? ticks.join(" ") : time);
}
process.exit(0);
