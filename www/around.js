// What surrounds the playground itself, for src/dom/around.rs: its address, which brings programs and takes them along, and the clipboard.
// The same object is made for a playground in another page by embed/frame.js.

import { fragmentOf, openingOf } from "./links.js";

/** The object, once it is known what the address brings. */
export async function around() {
  let call;
  let brought = await openingOf(location.hash);
  const bring = ({ text, wrong }) => call(wrong ? "broken" : "open", wrong ?? text);
  addEventListener("hashchange", async () => {
    const next = await openingOf(location.hash);
    if (next && call) bring(next);
  });

  /** Puts it into the clipboard and says so, or shows it where that is forbidden. */
  async function copy(text, done) {
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject();
    call("say", await copied.then(() => done, () => `The browser does not let the page copy. Here it is: ${text}`));
  }

  return {
    framed: () => false,
    opening: () => brought?.text,
    worker() {},
    async tell(what, text) {
      const base = new URL("./", document.baseURI).href;
      if (what === "embedding") copy(`<script src="${base}embed.js"></script>\n${text}`, "The HTML is copied.");
      if (what !== "link") return;
      const fragment = await fragmentOf(text);
      // In the place of the address there is: the browser's way back leads out of the page, as before.
      history.replaceState(null, "", fragment);
      copy(base + fragment, "The link is copied. The program is in the link itself: no server sees it.");
    },
    hear(given) {
      call = given;
      if (brought?.wrong) bring(brought);
      brought = undefined;
    },
  };
}
