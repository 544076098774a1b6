// The playground inside another page: made of files that were handed over, it speaks to that page over one port.
//
// One script with all of the page's own, since a frame with an origin of its own can load no modules.

import init from "loopthread-page";

import "../editor/main.js";
import { fragmentOf } from "../links.js";
import { workerOf } from "./worker.js";

const { files, opening, port } = globalThis.loopthreadGiven;
const tell = (...words) => port.postMessage(words);

/** What src/dom/around.rs asks for. */
globalThis.loopthread = {
  framed: () => true,
  opening: () => opening,
  worker: () => startWorker(),
  async tell(what, text, more) {
    if (what === "playground") tell("open", await fragmentOf(text));
    else tell(what, text, more);
  },
  hear(call) {
    port.onmessage = ({ data: [what, text] }) => {
      if (what === "theme") document.documentElement.dataset.theme = text;
      call(what === "theme" ? "redraw" : what, text);
    };
  },
};

/**
 * What a `Worker` is to the page: a worker of this frame's own; or, where its policy forbids that, one of the page around.
 */
function startWorker() {
  let ended = false;
  let own;
  let port;
  const outside = {
    onmessage: null,
    onerror: null,
    postMessage(data, transfer) {
      (own ?? port)?.postMessage(data, transfer);
    },
    terminate() {
      ended = true;
      own?.terminate();
      port?.postMessage("end", []);
    },
  };
  const borrow = () => {
    own = undefined;
    if (ended) return;
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = (event) => ended || outside.onmessage?.(event);
    globalThis.loopthreadGiven.port.postMessage(["worker"], [channel.port2]);
  };
  let came = false;
  try {
    own = workerOf(files);
    own.onmessage = (event) => {
      came = true;
      outside.onmessage?.(event);
    };
    own.onerror = (event) => {
      if (came) return outside.onerror?.(event);
      event.preventDefault();
      borrow();
    };
  } catch {
    borrow();
  }
  return outside;
}

/** Says how high the content is, whenever that changes. */
function tellHeight(app) {
  new ResizeObserver(() => tell("height", Math.ceil(app.scrollHeight))).observe(app);
}

init({ module_or_path: files["page.wasm"] }).then(
  () => {
    const app = document.querySelector(".loopthread");
    if (app) tellHeight(app);
    else new MutationObserver((_, observer) => {
      const app = document.querySelector(".loopthread");
      if (!app) return;
      observer.disconnect();
      tellHeight(app);
    }).observe(document.body, { childList: true });
  },
  (error) => tell("failed", `The playground could not start: ${error.message}. A content security policy must allow script-src 'wasm-unsafe-eval'.`),
);
