// The code editor as a custom element, <loopthread-editor>: CodeMirror 6 with its Python mode.
//
// It lives in a shadow root, where CodeMirror uses adopted style sheets: in the document it would write a <style>,
// which a strict content security policy forbids. Colours and fonts come from the page's tokens, which reach
// into a shadow root as custom properties.
//
// What is needed to read and to run comes with this file. What only editing needs is fetched when the learner first
// points at an editor or enters it; until it is there, keys do the simplest thing that is right.
//
// Attributes: `label` (the text box's accessible name), `readonly`, `library` (it shows the source of quara.concurrency),
// `hidden-lines` (as text, see hidden.js), `breakpoints` (as text, see stops.js), `paused` (a line) and `marked` (a line that something else on the page is about).
// Properties: `value` (setting it says nothing; but for the first text, it is one edit that can be undone), `diagnostics` (a
// list of {message, startLine, startColumn, endLine, endColumn}; lines from 1, columns in characters from 0), `breakpoints` (read only).
// Events: `edit` (the learner changed the text), `breakpoints` (and those, or an edit did), `run` (Ctrl or Cmd with Enter).

import { Annotation, Compartment, EditorState, Prec } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";

import { colours } from "./colours.js";
import { diagnostics, showDiagnostics } from "./diagnostics.js";
import { hidden, hide } from "./hidden.js";
import { showLine, showStops, stops, stopsChanged, stopsOf } from "./stops.js";
import { theme } from "./theme.js";

/** What the chunks gave, for all editors of the page. */
let editing;
let isolated;
let searching;

/** Marks a change that the page has made, not the learner. */
const outside = Annotation.define();

class LoopthreadEditor extends HTMLElement {
  static observedAttributes = ["label", "readonly", "hidden-lines", "breakpoints", "paused", "marked"];

  #access = new Compartment();
  #editing = new Compartment();
  #searching = new Compartment();
  #view;
  /** A text was put in. */
  #filled = false;
  /** The text that was replaced before there was a history to remember it. */
  #replaced;
  #diagnostics = [];

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    this.#view = new EditorView({ root, parent: root, state: this.#state("") });
    for (const intent of ["pointerenter", "focusin"]) this.addEventListener(intent, () => this.#edit(), { once: true });
    this.#view.setTabFocusMode(true);
    // Properties that were set before this class was defined hide its setters.
    for (const name of ["value", "diagnostics"]) {
      if (!Object.hasOwn(this, name)) continue;
      const given = this[name];
      delete this[name];
      this[name] = given;
    }
  }

  async connectedCallback() {
    if (!this.hasAttribute("library")) return;
    try {
      this.value = (await import("./library.js")).source;
    } catch (error) {
      this.value = `# The source could not be fetched: ${error.message}\n`;
    }
  }

  attributeChangedCallback(name) {
    if (name === "breakpoints") this.#view.dispatch({ effects: this.#stops() });
    else if (name === "paused" || name === "marked") {
      const line = name === "paused" ? this.#paused : this.#marked;
      this.#view.dispatch({ effects: [this.#stops(), ...showLine(this.#view.state, line)] });
    }
    else if (name === "hidden-lines") this.#view.dispatch({ effects: this.#hidden() });
    else this.#view.dispatch({ effects: this.#access.reconfigure(this.#accessExtensions()) });
  }

  focus() {
    this.#view.focus();
  }

  get breakpoints() {
    return stopsOf(this.#view.state);
  }

  get value() {
    return this.#view.state.doc.toString();
  }

  set value(text) {
    if (text === this.value) return;
    if (!this.#filled) {
      this.#filled = true;
      this.#view.setState(this.#state(text));
      this.#view.dispatch({ effects: [this.#stops(), this.#hidden()] });
      return;
    }
    const remembers = editing && this.#editing.get(this.#view.state) === editing;
    if (!remembers) this.#replaced ??= this.value;
    this.#replace(text, { anchor: 0 });
  }

  set diagnostics(list) {
    this.#diagnostics = list;
    this.#view.dispatch({ effects: [showDiagnostics(list), this.#access.reconfigure(this.#accessExtensions())] });
  }

  /** Puts another text in the place of all, as one edit. */
  #replace(text, selection) {
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      selection,
      effects: [this.#stops(), this.#hidden()],
      scrollIntoView: true,
      annotations: [outside.of(true), ...(isolated ? [isolated] : [])],
    });
  }

  get #paused() {
    return Number(this.getAttribute("paused"));
  }

  get #marked() {
    return parseInt(this.getAttribute("marked"), 10);
  }

  /** What the attributes say. */
  #stops() {
    return showStops(this.getAttribute("breakpoints") ?? "", this.#paused, this.#marked);
  }

  #hidden() {
    return hide.of(this.getAttribute("hidden-lines") ?? "");
  }

  /** Brings what editing needs. */
  async #edit() {
    try {
      ({ editing, isolated } = await import("./editing.js"));
      if (this.#replaced === undefined) {
        this.#view.dispatch({ effects: this.#editing.reconfigure(editing) });
      } else {
        const { doc, selection } = this.#view.state;
        this.#view.setState(this.#state(this.#replaced));
        this.#replaced = undefined;
        this.#replace(doc, selection);
        this.diagnostics = this.#diagnostics;
      }
      // At hand before it is asked for: what is typed into the panel must not go into the program.
      import("./search.js").catch(() => {});
    } catch (error) {
      // Without the network for a moment: the editor works as it is, and asks again.
      console.warn(`The rest of the editor could not be fetched: ${error.message}`);
      this.addEventListener("focusin", () => this.#edit(), { once: true });
    }
  }

  /** Opens the search panel. */
  async #search() {
    const { openSearchPanel, ...rest } = await import("./search.js");
    ({ searching } = rest);
    if (this.#searching.get(this.#view.state) !== searching) {
      this.#view.dispatch({ effects: this.#searching.reconfigure(searching) });
    }
    openSearchPanel(this.#view);
  }

  #state(doc) {
    const say = (name) => this.dispatchEvent(new CustomEvent(name));
    const run = () => {
      say("run");
      return true;
    };
    const find = () => {
      this.#search();
      return true;
    };
    return EditorState.create({
      doc,
      extensions: [
        this.#access.of(this.#accessExtensions()),
        this.hasAttribute("library") ? lineNumbers() : stops,
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        drawSelection(),
        highlightActiveLine(),
        diagnostics,
        hidden((transaction) => transaction.annotation(outside)),
        EditorState.tabSize.of(4),
        theme,
        Prec.high(
          keymap.of([
            { key: "Mod-Enter", run, preventDefault: true },
            { key: "Mod-f", run: find, preventDefault: true },
          ]),
        ),
        this.#searching.of(searching ?? []),
        this.#editing.of(editing ?? [colours, keymap.of(simpleKeys)]),
        Prec.highest(EditorView.domEventHandlers({ beforeinput: replaceRange, keydown: ignoreHeldRun, mousedown: tabIndents, blur: tabLeaves })),
        EditorView.updateListener.of((update) => {
          const ours = update.transactions.some((transaction) => transaction.annotation(outside));
          if (update.docChanged && !ours) {
            tabIndents(null, update.view);
            say("edit");
          }
          if (!ours && stopsChanged(update)) say("breakpoints");
        }),
      ],
    });
  }

  #accessExtensions() {
    const readOnly = this.hasAttribute("readonly");
    const wrong = this.#diagnostics.map(({ message, startLine }) => `Line ${startLine}: ${message}.`);
    return [
      EditorState.readOnly.of(readOnly),
      EditorView.contentAttributes.of({
        // It is focusable without; axe knows only this.
        tabindex: "0",
        "aria-label": this.getAttribute("label") ?? "",
        "aria-description": [...wrong, readOnly ? "" : "Tab leaves the editor until something is typed, then it indents; Escape, then Tab always leaves. F9 sets or removes a breakpoint."].join(" "),
        ...(wrong.length > 0 && { "aria-invalid": "true" }),
      }),
    ];
  }
}

// Tab goes through the page, the editor included, until its visitor types or points at a place in it.
function tabIndents(_event, view) {
  view.setTabFocusMode(false);
}

function tabLeaves(_event, view) {
  // Another window is no other place in the page: whoever comes back goes on typing.
  if (view.root.activeElement !== view.contentDOM) view.setTabFocusMode(true);
}

// Text typed over a selection. Left to itself, Chromium carries the look of what was selected over in a style attribute,
// which a strict policy forbids; CodeMirror would only read the text back from there.
function replaceRange(event, view) {
  // Chromium names no target ranges inside a shadow root, but has a selection for it.
  const selection = view.root.getSelection?.();
  const range = event.getTargetRanges()[0] ?? (selection?.rangeCount ? selection.getRangeAt(0) : undefined);
  if (event.inputType !== "insertText" || event.data === null || view.composing || !range || range.collapsed) return false;
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  const to = view.posAtDOM(range.endContainer, range.endOffset);
  const insert = () =>
    view.state.update({
      changes: { from, to, insert: view.state.toText(event.data) },
      selection: { anchor: from + event.data.length },
      scrollIntoView: true,
      userEvent: "input.type",
    });
  const taken = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, event.data, insert));
  if (!taken) view.dispatch(insert());
  event.preventDefault();
  return true;
}

/** A key that is held down runs the program once. */
function ignoreHeldRun(event) {
  if (!event.repeat || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return false;
  event.preventDefault();
  return true;
}

/** Tab and Enter as they are meant, while the rest is on its way. */
const simpleKeys = [
  { key: "Tab", run: (view) => insert(view, "    ") },
  {
    key: "Enter",
    run: (view) => {
      const { from } = view.state.selection.main;
      const line = view.state.doc.lineAt(from);
      const before = line.text.slice(0, from - line.from);
      return insert(view, "\n" + /^[ \t]*/.exec(before)[0] + (/:\s*$/.test(before) ? "    " : ""));
    },
  },
];

function insert(view, text) {
  if (view.state.readOnly) return false;
  view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: "input" });
  return true;
}

customElements.define("loopthread-editor", LoopthreadEditor);
