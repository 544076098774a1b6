// Prints the numbers of the functions that a worker enters: node profile.mjs FOLDER WASM, where the wasm reports them.
//
// Standard input has a line for each process: the frames to send to it, in hexadecimal, one after the other.

import { readFileSync, writeFileSync } from "node:fs";

import { Worker } from "./worker.mjs";

const [folder, wasm] = process.argv.slice(2);
const hits = new Set();

const worker = new Worker(folder);
await worker.start(wasm, { loopthread: { hit: (number) => hits.add(number) } });
for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  for (const frame of line.trim().split(" ")) {
    worker.post(Buffer.from(frame, "hex"));
    await worker.quiet();
  }
}
// What it does when a file is missing must not be in that file.
worker.onwords = () => {};
worker.fail(Object.assign(new Error("out of reach"), { file: "rest_bg.wasm" }));
writeFileSync(1, [...hits].join(" "));
process.exit(0);
