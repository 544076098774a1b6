// Starts the interpreter's worker from files that are at hand, and lets somebody speak to it over a port.

/** A worker whose script is one of the files: it fetches nothing, so it works in a frame that cannot. */
export function workerOf(files) {
  const address = URL.createObjectURL(new Blob([files["loader.js"]], { type: "text/javascript" }));
  const worker = new Worker(address);
  worker.postMessage(files);
  return worker;
}

/** The worker for a frame whose policy lets it start none: started by this page, at `address` where that is allowed. */
export function startWorker(address, files, port) {
  let worker;
  try {
    worker = new Worker(`${address}?given`);
    worker.postMessage(files);
  } catch {
    // Another origin's.
    worker = workerOf(files);
  }
  worker.onmessage = ({ data }) => port.postMessage(data, data instanceof ArrayBuffer ? [data] : []);
  // Last words, as the worker itself has them.
  worker.onerror = (event) => {
    event.preventDefault();
    port.postMessage(event.message ?? "the worker could not be loaded: a policy must allow worker-src 'self'");
  };
  port.onmessage = ({ data }) => {
    if (data === "end") worker.terminate();
    else worker.postMessage(data, [data]);
  };
  return worker;
}
