// Loads the page's wasm. An own file, because a strict content security policy forbids an inline one.

import { around } from "./around.js";

const where = document.querySelector("meta[name=loopthread-page]");
const address = (path) => new URL(path, document.baseURI).href;

async function boot() {
  try {
    const surroundings = around();
    const { default: init } = await import(address(where.content));
    globalThis.loopthread = await surroundings;
    await init({ module_or_path: address(where.dataset.wasm) });
    import("./offline/install.js").then(({ keep }) => keep());
  } catch (error) {
    const note = document.createElement("p");
    note.className = "lt-alert";
    note.setAttribute("role", "alert");
    note.textContent =
      `Loopthread could not start: ${error.message}. Check the connection and reload. ` +
      "If that does not help: the site must deliver its .js and .wasm files, and a content security policy must allow " +
      "script-src 'self' 'wasm-unsafe-eval'.";
    document.body.append(note);
    throw error;
  }
}

// Otherwise start.js has said why not.
if (!document.documentElement.hasAttribute("data-wrong")) await boot();
