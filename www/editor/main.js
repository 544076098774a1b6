// The code editor as a custom element, <loopthread-editor>: CodeMirror 6 with its Python mode.
//
// It lives in a shadow root, where CodeMirror uses adopted style sheets: in the document it would write a <style>,
// which a strict content security policy forbids. Colours and fonts come from the page's tokens, which reach
// into a shadow root as custom properties.
//
// Attributes: `label` (the text box's accessible name), `readonly`.
// Properties: `value` (setting it says nothing and starts a new history), `diagnostics` (a list of
// {severity, message, startLine, startColumn, endLine, endColumn}; lines from 1, columns in characters from 0).
// Events: `edit` (the learner changed the text), `run` (Ctrl or Cmd with Enter).

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";

import { codeColours, theme } from "./theme.js";


class LoopthreadEditor extends HTMLElement {
  static observedAttributes = ["label", "readonly"];

  #access = new Compartment();
  #view;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    this.#view = new EditorView({ root, parent: root, state: this.#state("") });
    // Properties that were set before this class was defined hide its setters.
    for (const name of ["value", "diagnostics"]) {
      if (!Object.hasOwn(this, name)) continue;
      const given = this[name];
      delete this[name];
      this[name] = given;
    }
  }

  attributeChangedCallback() {
    this.#view.dispatch({ effects: this.#access.reconfigure(this.#accessExtensions()) });
  }

  focus() {
    this.#view.focus();
  }

  get value() {
    return this.#view.state.doc.toString();
  }

  set value(text) {
    if (text !== this.value) this.#view.setState(this.#state(text));
  }

  set diagnostics(list) {
    const { doc } = this.#view.state;
    const marks = list.map((item) => {
      const from = offset(doc, item.startLine, item.startColumn);
      const to = offset(doc, item.endLine, item.endColumn);
      return { from, to: Math.max(from, to), severity: item.severity, message: item.message };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  #state(doc) {
    const say = (name) => this.dispatchEvent(new CustomEvent(name));
    const run = () => {
      say("run");
      return true;
    };
    return EditorState.create({
      doc,
      extensions: [
        this.#access.of(this.#accessExtensions()),
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        lintGutter(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        python(),
        syntaxHighlighting(codeColours),
        theme,
        keymap.of([
          { key: "Mod-Enter", run, preventDefault: true },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        EditorView.domEventHandlers({ beforeinput: replaceRange }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) say("edit");
        }),
      ],
    });
  }

  #accessExtensions() {
    const readOnly = this.hasAttribute("readonly");
    return [
      EditorState.readOnly.of(readOnly),
      EditorView.contentAttributes.of({
        "aria-label": this.getAttribute("label") ?? "",
        "aria-description": readOnly ? "" : "Tab indents; Escape, then Tab leaves the editor.",
      }),
    ];
  }
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

// Where a line and a column in characters stand in the text, in UTF-16 units.
function offset(doc, number, column) {
  const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
  const before = Array.from(line.text).slice(0, column).join("");
  return line.from + before.length;
}

customElements.define("loopthread-editor", LoopthreadEditor);
