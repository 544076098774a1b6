// Starts the worker: a classic script, because module workers are younger than the browsers that learners have.
//
// Its folder is named by the build's hash. Addresses are absolute: taken from this file's own, they hold
// wherever the page lies. In a release the wasm has two parts (see xtask/split): what the examples need, and the
// rest, fetched when one of its functions is first called. That cannot wait, so it is fetched synchronously.

const REST = "rest_bg.wasm";

const address = (name) => new URL(name, self.location.href).href;

let first;

function load() {
  const request = new XMLHttpRequest();
  request.open("GET", address(REST), false);
  request.responseType = "arraybuffer";
  try {
    request.send();
  } catch {
    // Offline, say: there is no status then.
  }
  if (request.status !== 200) {
    throw unfetched();
  }
  let module;
  try {
    module = new WebAssembly.Module(request.response);
  } catch {
    // Some networks answer everything with a page of their own.
    throw unfetched();
  }
  new WebAssembly.Instance(module, { first });
  first.loaded.value = 1;
}

/** Leaves the wasm where it is and ends the worker; src/worker/last_words.rs tells the page, and which file it was. */
function unfetched() {
  const error = new Error("a part of the interpreter could not be fetched; check the connection and run again");
  return Object.assign(error, { file: REST });
}

/** An instantiating function of WebAssembly that gives the first part what it needs beside the glue's imports. */
const withLoader = (instantiate) => async (source, imports) => {
  const result = await instantiate.call(WebAssembly, source, { ...imports, loopthread: { load } });
  first = (result.instance ?? result).exports;
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
