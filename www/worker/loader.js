// Starts the worker: a classic script, because module workers are younger than the browsers that learners have.
//
// Its folder is named by the build's hash. Addresses are absolute: taken from this file's own, they hold
// wherever the page lies.

const address = (name) => new URL(name, self.location.href).href;

importScripts(address("worker.js"));

wasm_bindgen({ module_or_path: address("worker_bg.wasm") }).catch((error) => {
  // Thrown from a timer, it reaches the page as an error of the worker; a rejected promise would not.
  setTimeout(() => {
    throw error;
  });
});
