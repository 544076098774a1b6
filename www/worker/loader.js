// Starts the worker: a classic script, because module workers are younger than the browsers that learners have.
//
// Its folder is named by the build's hash. Addresses are absolute: taken from this file's own, they hold
// wherever the page lies. In a frame that can fetch nothing (www/embed) this script has no address, and all files are
// handed over. In a release the wasm has four parts (see xtask/split): what the examples need; the rest; the natives that
// few programs use; and what is behind the page's tools. The later ones are fetched when one of their functions is first
// called. That cannot wait, so they are fetched synchronously.

/** By the number that the first part asks for. */
const LATER = ["rest_bg.wasm", "modules_bg.wasm", "tools_bg.wasm"];

/** What was handed over, by name. */
let given = {};

const address = (name) => new URL(name, self.location.href).href;

/** The address of a script, or of a copy of it in memory where this one is a copy itself. */
const script = (name) => (self.location.protocol === "blob:" ? URL.createObjectURL(new Blob([given[name]], { type: "text/javascript" })) : address(name));

let first;

/** The file's bytes, or undefined when it does not come. */
function fetched(name) {
  if (given[name]) return given[name];
  const request = new XMLHttpRequest();
  request.open("GET", address(name), false);
  request.responseType = "arraybuffer";
  try {
    request.send();
  } catch {
    // Offline, say: there is no status then.
  }
  return request.status === 200 ? request.response : undefined;
}

/** A file of Python's library, for src/worker/library.rs: its text, or undefined. */
self.loopthreadText = (name) => {
  const bytes = fetched(name);
  return bytes && new TextDecoder().decode(bytes);
};

function load(part) {
  const bytes = fetched(LATER[part]);
  if (!bytes) throw unfetched(LATER[part]);
  let module;
  try {
    module = new WebAssembly.Module(bytes);
  } catch {
    // Some networks answer everything with a page of their own.
    throw unfetched(LATER[part]);
  }
  // It names a function by its place in the table.
  const get = (_, name) => first[name] ?? first.table.get(name);
  new WebAssembly.Instance(module, { first: new Proxy({}, { get }) });
  first[`loaded${part}`].value = 1;
}

/** Leaves the wasm where it is and ends the worker; src/worker/last_words.rs tells the page, and which file it was. */
function unfetched(file) {
  const error = new Error("a part of the interpreter could not be fetched; check the connection and run again");
  return Object.assign(error, { file });
}

/** The first 128 bits of a power of five; xtask/split/src/powers.rs says more. */
function significand(exponent) {
  const power = 5n ** BigInt(Math.abs(exponent));
  const bits = BigInt(power.toString(2).length);
  if (exponent < 0) return (1n << (bits + 127n)) / power + (exponent < -27 ? 0n : 1n);
  return bits <= 128n ? power << (128n - bits) : power >> (bits - 128n);
}

/** Writes the tables that are left out of the first part because they can be computed. */
function writePowers({ memory, powersRead, powersWritten, powersOf32Bits, powersOf16Bits }) {
  if (powersRead) {
    const read = new BigUint64Array(memory.buffer, powersRead.value);
    for (let exponent = -342, at = 0; exponent <= 308; exponent++) {
      const power = significand(exponent);
      read[at++] = power >> 64n;
      read[at++] = power;
    }
  }
  if (powersWritten) {
    const written = new BigUint64Array(memory.buffer, powersWritten.value);
    for (let exponent = -308, at = 0; exponent <= 332; exponent += 8, at += 2) {
      written[at] = ((significand(exponent) >> 63n) + 1n) >> 1n;
    }
  }
  for (const [table, most] of [
    [powersOf32Bits, 0xffffffff],
    [powersOf16Bits, 0xffff],
  ]) {
    if (!table) continue;
    const bases = new Uint32Array(memory.buffer, table.value);
    for (let radix = 3, at = 0; radix < 256; radix++, at += 2) {
      // Powers of two are not among them.
      if ((radix & (radix - 1)) === 0) continue;
      for (bases[at] = radix, bases[at + 1] = 1; bases[at] * radix <= most; bases[at + 1]++) bases[at] *= radix;
    }
  }
}

/** An instantiating function of WebAssembly that gives the first part what it needs beside the glue's imports. */
const withLoader = (instantiate) => async (source, imports) => {
  const result = await instantiate.call(WebAssembly, source, { ...imports, loopthread: { load } });
  first = (result.instance ?? result).exports;
  writePowers(first);
  return result;
};
WebAssembly.instantiate = withLoader(WebAssembly.instantiate);
if (WebAssembly.instantiateStreaming) {
  WebAssembly.instantiateStreaming = withLoader(WebAssembly.instantiateStreaming);
}

/** Fetches, and tells the page how far that is; numbers are for nothing else. The last build step knows how much it is in all. */
async function watched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the interpreter could not be fetched (${response.status}); check the connection and reload`);
  const reader = response.clone().body.getReader();
  const watch = async () => {
    let come = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      come += part.value.length;
      postMessage(come / WASM_BYTES);
    }
  };
  // What it fails with, the other reader fails with, too.
  watch().catch(() => {});
  return response;
}

function begin() {
  importScripts(script("worker.js"));
  wasm_bindgen({ module_or_path: given["worker_bg.wasm"] ?? watched(address("worker_bg.wasm")) }).catch((error) => {
    // Thrown from a timer, it reaches the page as an error of the worker; a rejected promise would not.
    setTimeout(() => {
      throw error;
    });
  });
}

// Who starts a copy of this script, or asks for it so, hands all files over.
if (self.location.protocol === "blob:" || self.location.search === "?given") {
  self.onmessage = ({ data }) => {
    self.onmessage = null;
    given = data;
    begin();
  };
} else {
  begin();
}
