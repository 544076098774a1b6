// Diagnostics: a wave under each place with its words, and a dot beside its line.
//
// Own and small, instead of @codemirror/lint with its tooltips and panels: this is fetched before the first run.
// The words also stand in the page's output.

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter } from "@codemirror/view";

const set = StateEffect.define();

class Dot extends GutterMarker {
  constructor(message) {
    super();
    this.message = message;
  }

  eq(other) {
    return this.message === other.message;
  }

  toDOM() {
    const dot = document.createElement("div");
    dot.className = "lt-wrong-line";
    dot.title = this.message;
    return dot;
  }
}

const NONE = { waves: Decoration.none, dots: RangeSet.empty };

const field = StateField.define({
  create: () => NONE,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(set)) return marks(transaction.newDoc, effect.value);
    }
    if (!transaction.docChanged || value === NONE) return value;
    return { waves: value.waves.map(transaction.changes), dots: value.dots.map(transaction.changes) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.waves),
});

export const diagnostics = [
  field,
  gutter({ class: "lt-wrong-gutter", markers: (view) => view.state.field(field).dots }),
];

/** The effect that shows these and no others. */
export const showDiagnostics = (list) => set.of(list);

function marks(doc, list) {
  const waves = [];
  const dots = [];
  for (const { message, startLine, startColumn, endLine, endColumn } of list) {
    const from = offset(doc, startLine, startColumn);
    const { text, to: lineEnd, from: lineStart } = doc.lineAt(from);
    const given = Math.max(from, offset(doc, endLine, endColumn));
    // A place without anything to see is shown at the character there, or, at the end of a line, at the one before.
    const near = text.length > 0 && from === lineEnd ? from - 1 : from;
    const [start, to] = given > from && from < lineEnd ? [from, given] : [near, Math.min(near + 1, lineEnd)];
    if (to > start) {
      const attributes = { "data-message": message };
      waves.push(Decoration.mark({ class: "lt-wrong", attributes, inclusive: false }).range(start, to));
    }
    dots.push(new Dot(message).range(lineStart));
  }
  return { waves: Decoration.set(waves, true), dots: RangeSet.of(dots, true) };
}

/** Where a line and a column in characters stand in the text, in UTF-16 units. */
function offset(doc, number, column) {
  const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
  const before = Array.from(line.text).slice(0, column).join("");
  return line.from + before.length;
}
