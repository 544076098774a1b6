// How the element looks: the program as text until the playground has come, and its frame from then on; the height that both
// need, which is kept free from the start and only grows; and the colours of the page around.
//
// It is all in a shadow root, so that neither page's styles reach the other; a style sheet that is made by script is no inline
// style, which a strict policy would forbid.

import { panelsOf, shownLines } from "./opening.js";

const STYLE = `
:host { display: block; position: relative; margin: 1em 0; }
:host([hidden]) { display: none; }
iframe { display: block; box-sizing: border-box; width: 100%; border: 1px solid color-mix(in srgb, currentcolor 22%, transparent); border-radius: 10px; }
iframe { transition: color 1ms; }
iframe:not(.ready) { position: absolute; inset: 0; visibility: hidden; }
.ready + .text { display: none; }
p { margin: 0.4em 0 0; font: 14px/1.5 system-ui, sans-serif; }
p:empty { display: none; }
button { font: inherit; font-weight: 550; padding: 0.25em 0.9em; cursor: pointer; }
@media print {
  iframe { display: none; }
  .ready + .text { display: block; }
  p { display: none; }
  :host { min-height: 0 !important; }
}`;

/** Heights of the parts in the frame, in pixels, where it is wide and where it is narrow; www/css/framed.css makes them so. */
const HEADER = [50, 112];
const LINE = 21;
const EDITOR_LINES = 24;
const PARTS = {
  editor: [24, 24],
  controls: [134, 311],
  timeline: [262, 262],
  output: [128, 128],
  console: [84, 203],
  tasks: [65, 68],
  inspector: [36, 57],
  schedules: [44, 47],
};
const NARROW = 560;
const GAP = 8;
const BORDERS = 2;

/** @param recolour Called when the page around may have other colours. */
export function look(element, run, recolour) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const text = document.createElement("div");
  text.className = "text";
  const note = document.createElement("p");
  note.setAttribute("role", "status");
  text.append(document.createElement("slot"), note);
  root.replaceChildren(text);

  let frame;
  let fits = 0;
  /** Whoever pressed a button that is gone then is led to what came in its place. */
  let takesFocus = false;
  const fixed = () => {
    const height = element.getAttribute("height");
    // What is no length is as if nothing were said.
    const [, number, unit] = /^\s*(\d+(?:\.\d+)?)(px|r?em|d?vh|ch)?\s*$/.exec(height ?? "") ?? [];
    return number ? `${number}${unit ?? "px"}` : undefined;
  };
  const button = (label) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.onclick = () => {
      takesFocus = true;
      run();
    };
    return button;
  };
  // Whatever gives the page other colours, be it a style sheet that is switched on: the frame has its text's colour, too, and tells.
  root.addEventListener("transitionend", recolour);

  return {
    isReady: false,

    /** Keeps the room free that the playground will take, unless it comes by a click: nothing of the page moves when it comes. */
    reserve() {
      if (element.getAttribute("load") === "click") {
        if (!note.firstChild) note.replaceChildren(button("Run this example"));
        return;
      }
      element.style.minHeight = fixed() ?? `${guess(element)}px`;
    },

    frame() {
      frame = document.createElement("iframe");
      frame.sandbox = "allow-scripts";
      frame.allow = "clipboard-write";
      frame.title = element.getAttribute("aria-label") ?? "Python playground";
      frame.style.height = fixed() ?? `${guess(element)}px`;
      root.prepend(frame);
      return frame;
    },

    progress(part) {
      note.textContent = part < 1 ? `Loading the playground: ${Math.round(part * 100)} %` : "Starting the playground";
    },

    ready() {
      this.isReady = true;
      note.textContent = "";
      frame.classList.add("ready");
      if (takesFocus && document.activeElement === document.body) frame.focus();
      takesFocus = false;
    },

    /** The frame's content needs that height. It never shrinks, or the page would jump while somebody reads. */
    grow(height) {
      if (fixed() || !frame || !(height > fits)) return;
      fits = height;
      frame.style.height = `${Math.max(height + BORDERS, guess(element))}px`;
    },

    failed(words) {
      note.setAttribute("role", "alert");
      note.replaceChildren(`${words} `, button("Try again"));
    },

    clear() {
      frame?.remove();
      frame = undefined;
      this.isReady = false;
      note.setAttribute("role", "status");
      note.textContent = "";
    },

    /** The colours of the page around: whether its text is the lighter one. */
    scheme() {
      const context = document.createElement("canvas").getContext("2d");
      context.fillStyle = getComputedStyle(element).color;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
      return 0.3 * red + 0.6 * green + 0.1 * blue > 140 ? "dark" : "light";
    },
  };
}

/** The height that the playground begins with. */
function guess(element) {
  const panels = panelsOf(element);
  // A lesson's text is not here; they are longer than what is shown at once.
  const lines = element.code ? Math.min(shownLines(element, element.code), EDITOR_LINES) : EDITOR_LINES;
  const width = element.clientWidth < NARROW ? 1 : 0;
  let height = HEADER[width];
  for (const panel of panels) if (PARTS[panel]) height += GAP + PARTS[panel][width] + (panel === "editor" ? lines * LINE : 0);
  return height + GAP + BORDERS;
}
