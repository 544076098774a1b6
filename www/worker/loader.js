// Starts the worker: a classic script, because module workers are younger than the browsers that learners have.
//
// Its folder is named by the build's hash. Addresses are absolute: taken from this file's own, they hold
// wherever the page lies. In a release the wasm has three parts (see xtask/split): what the examples need; the rest; and
// the natives of modules that few programs import. The later ones are fetched when one of their functions is first
// called. That cannot wait, so they are fetched synchronously.

/** By the number that the first part asks for. */
const LATER = ["rest_bg.wasm", "modules_bg.wasm"];

const address = (name) => new URL(name, self.location.href).href;

let first;

function load(part) {
  const request = new XMLHttpRequest();
  request.open("GET", address(LATER[part]), false);
  request.responseType = "arraybuffer";
  try {
    request.send();
  } catch {
    // Offline, say: there is no status then.
  }
  if (request.status !== 200) {
    throw unfetched(LATER[part]);
  }
  let module;
  try {
    module = new WebAssembly.Module(request.response);
  } catch {
    // Some networks answer everything with a page of their own.
    throw unfetched(LATER[part]);
  }
  new WebAssembly.Instance(module, { first });
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

importScripts(address("worker.js"));

wasm_bindgen({ module_or_path: address("worker_bg.wasm") }).catch((error) => {
  // Thrown from a timer, it reaches the page as an error of the worker; a rejected promise would not.
  setTimeout(() => {
    throw error;
  });
});
