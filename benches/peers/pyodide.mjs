// Times programs in Pyodide: each line of standard input is `run` or `parse` and a program in hexadecimal, answered by milliseconds.

import { createInterface } from "node:readline";

import { loadPyodide } from "pyodide";

const python = await loadPyodide();
const parse = python.runPython("import ast\nast.parse");
for await (const line of createInterface({ input: process.stdin })) {
  const [kind, hex] = line.split(" ");
  const source = Buffer.from(hex, "hex").toString();
  const globals = python.toPy({ __name__: "__main__" });
  const begin = performance.now();
  if (kind === "parse") parse(source).destroy();
  else python.runPython(source, { globals });
  console.log(performance.now() - begin);
  globals.destroy();
}
