// The element <loop-thread>: a program in a page, which its reader can run, change and see at work.
//
//   <script src="…/embed.js"></script>
//   <loop-thread><pre><code>print("hello")</code></pre></loop-thread>
//
// The <pre> is what there is without scripts, on paper and until the playground has come. That runs in a frame with an origin of
// its own (sandbox="allow-scripts"), which can reach nothing of this page. Since such a frame can fetch nothing
// either, this page fetches the files, once for all frames, and hands them over.
//
// In the page's head, the script knows of each element before that is painted, and keeps its room free; with `defer` it works as well.
//
// Attributes: `panels`, `clock`, `speed`, `seed`, `theme`, `setup`, `lines`, `readonly`, `height`, `load`, `autorun`, `dev`, `lesson`.
// Those that say what is shown and how it is run may change, as may the text: the playground follows.
// Properties and methods: `code`, `run()`, `stop()`. Events: `ready`, `output` {text, stream}, `finish` {state, text}, `edit` {code}.

import { base, fetched } from "./files.js";
import { openingOf, programOf } from "./opening.js";
import { look } from "./look.js";
import { startWorker } from "./worker.js";

/** How long a frame may take to say its first word, in milliseconds; and when something has been loaded into it. */
const PATIENCE = 20_000;
const GRACE = 5_000;

/** What is followed when it changes; the others count when the playground is brought. */
const FOLLOWED = ["panels", "clock", "speed", "seed", "theme", "setup", "lines", "readonly", "dev", "lesson"];

/** The states in which a program has ended. */
const ENDED = ["finished", "failed", "stopped"];

class LoopThread extends HTMLElement {
  #frame;
  #port;
  #worker;
  #look;
  #seen;
  /** The text as a script has set it or the reader has edited it. */
  #code;
  /** What the author's text and the attributes are, as far as the frame knows. */
  #opened;
  #changes = new MutationObserver(() => this.#changed());
  #state = "idle";
  /** What was asked before there was anybody to ask. */
  #wishes = [];
  /** Somebody waits for the end of a run. */
  #runs = false;
  #ungreet = () => {};

  connectedCallback() {
    this.#changes.observe(this, { attributeFilter: FOLLOWED, childList: true, characterData: true, subtree: true });
    if (document.readyState !== "loading") return this.#begin();
    // Its program may not be parsed yet: it is when something follows.
    const parsed = new MutationObserver(() => {
      if (!this.nextSibling && document.readyState === "loading") return;
      parsed.disconnect();
      if (this.isConnected) this.#begin();
    });
    parsed.observe(this.parentNode, { childList: true });
    addEventListener("DOMContentLoaded", () => this.isConnected && this.#begin(), { once: true });
  }

  /** The page swaps its content: what runs here ends with it. Put back, it begins anew, with the text as it was edited. */
  disconnectedCallback() {
    this.#changes.disconnect();
    this.#unsee();
    this.#end();
  }

  /** A script has given it another text or another attribute, or a text at all. What the reader has typed stays. */
  #changed() {
    this.#recolour();
    if (!this.#frame) return this.#look?.reserve();
    const opening = openingOf(this, this.#written);
    if (!this.#port || opening === this.#opened) return;
    this.#opened = opening;
    this.#wish("open", openingOf(this, this.code));
  }

  #recolour() {
    this.#port?.postMessage(["theme", this.#theme]);
  }

  get code() {
    return this.#code ?? this.#written;
  }

  get #written() {
    return this.hasAttribute("lesson") && !this.textContent.trim() ? "" : programOf((this.querySelector("code") ?? this).textContent);
  }

  set code(text) {
    this.#code = String(text);
    this.#wish("code", this.#code);
  }

  /** Runs the program, from the start if it runs already. Resolves when it has ended, with its state. */
  run() {
    const ended = new Promise((resolve) => this.addEventListener("finish", ({ detail }) => resolve(detail.state), { once: true }));
    this.#runs = true;
    this.#wish("run");
    this.load();
    return ended;
  }

  stop() {
    this.#wish("stop");
  }

  /** Brings the playground, if it is not there. */
  load() {
    this.#unsee();
    if (!this.#frame && this.isConnected) this.#open();
  }

  #unsee() {
    this.#seen?.disconnect();
    this.#seen = undefined;
  }

  #begin() {
    if (this.#frame || this.#seen) return;
    this.#look ??= look(this, () => this.run(), () => this.#recolour());
    this.#look.reserve();
    const load = this.getAttribute("load");
    if (load === "eager" || this.#autoruns || this.#wishes.some(([wish]) => wish === "run")) this.load();
    else if (load !== "click") {
      this.#seen = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.load(), {
        rootMargin: "300px",
      });
      this.#seen.observe(this);
    }
  }

  async #open() {
    const frame = (this.#frame = this.#look.frame());
    if (this.#autoruns) this.#wishes.push(["run", ""]);
    try {
      this.#look.progress(0);
      const files = await fetched((part) => this.#look.progress(part));
      // It may have been taken out of the page meanwhile.
      if (frame !== this.#frame) return;
      this.#greet(frame, files);
    } catch (error) {
      if (frame !== this.#frame) return;
      this.#end();
      this.#look.failed(`The playground could not be loaded: ${error.message}`);
    }
  }

  /** Waits for the frame's first word, and answers with all that it needs. From then on both speak over a channel of their own. */
  #greet(frame, files) {
    const heard = ({ source, data }) => {
      if (source !== frame.contentWindow || data !== "loopthread") return;
      this.#ungreet();
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = ({ data: [what, ...rest], ports }) => this.#hear(what, rest, ports, files);
      this.#opened = openingOf(this, this.#written);
      // The frame has no origin that could be named here.
      frame.contentWindow.postMessage({ files, opening: openingOf(this, this.code), theme: this.#theme }, "*", [port2]);
    };
    const { href, origin } = new URL(FRAME, base);
    const failed = () => {
      this.#end();
      this.#look.failed(
        `The playground did not start. Check the connection and try again. If that does not help: this page's content security policy must allow frame-src ${origin}; ` +
          `${href} must come without X-Frame-Options or a frame-ancestors that forbids this page; and where this page has Cross-Origin-Embedder-Policy, it must have that, too.`,
      );
    };
    let late = setTimeout(failed, PATIENCE);
    // If it is the right page, that has spoken already.
    frame.onload = () => {
      clearTimeout(late);
      late = setTimeout(failed, GRACE);
    };
    this.#ungreet = () => {
      clearTimeout(late);
      frame.onload = null;
      removeEventListener("message", heard);
    };
    addEventListener("message", heard);
    frame.src = href;
  }

  #hear(what, [text, more], ports, files) {
    switch (what) {
      case "ready":
        this.#look.ready();
        for (const wish of this.#wishes.splice(0)) this.#port.postMessage(wish);
        this.#tell("ready");
        break;
      case "height":
        this.#look.grow(text);
        break;
      case "output":
        this.#tell("output", { text, stream: more });
        break;
      case "state":
        this.#state = text;
        this.dataset.state = text;
        if (ENDED.includes(text)) {
          this.#runs = false;
          this.#tell("finish", { state: text, text: more });
        }
        break;
      case "code":
        this.#code = text;
        this.#tell("edit", { code: text });
        break;
      case "open":
        // The frame may say what is behind the mark, and nothing else.
        open(new URL(`./#${text.replace(/^#/, "")}`, base), "_blank", "noopener");
        break;
      case "worker":
        // The frame's policy lets it start none of its own.
        this.#worker?.terminate();
        this.#worker = startWorker(new URL(`${WORKER}/loader.js`, base).href, files, ports[0]);
        break;
      case "failed":
        this.#end();
        this.#look.failed(text);
    }
  }

  #wish(what, text = "") {
    const wish = [what, text];
    if (this.#port && this.#look.isReady) this.#port.postMessage(wish);
    // A text that is set before is opened at once.
    else if (what !== "code" || this.#port) this.#wishes.push(wish);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  #end() {
    this.#worker?.terminate();
    this.#port?.close();
    this.#look?.clear();
    this.#worker = this.#port = this.#frame = undefined;
    this.#ungreet();
    this.#wishes.length = 0;
    delete this.dataset.state;
    if (this.#runs || !["idle", ...ENDED].includes(this.#state)) this.#tell("finish", { state: "stopped", text: "stopped" });
    this.#state = "idle";
    this.#runs = false;
  }

  get #autoruns() {
    return this.hasAttribute("autorun") && this.getAttribute("autorun") !== "false";
  }

  /** `auto` is what the page around shows, which it says by its colour scheme. */
  get #theme() {
    const asked = this.getAttribute("theme");
    return asked === "light" || asked === "dark" ? asked : this.#look.scheme();
  }
}

// Two builds on one page, say of two versions of a site whose pages are swapped: the first one serves all.
if (!customElements.get("loop-thread")) customElements.define("loop-thread", LoopThread);
