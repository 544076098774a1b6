// Where the program stops: the breakpoints, and the line at which it is paused.
//
// The page says both; the learner sets and removes breakpoints here, with a click on a line's number or F9. They go along with
// their lines when the text is edited, which a paused line does not: the program that stands there has another text then.
// A breakpoint is shown by a sign beside its line's number, the paused line by an arrow and its background.

import { Annotation, Prec, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutterLineClass, keymap, lineNumbers } from "@codemirror/view";

const set = StateEffect.define();
const toggled = Annotation.define();

class Sign extends GutterMarker {
  constructor(elementClass) {
    super();
    this.elementClass = elementClass;
  }
}

const SIGNS = ["lt-stop", "lt-stop lt-stop-if", "lt-here"].map((name) => new Sign(name));
const HERE = Decoration.line({ class: "lt-here" });
const MARKED = Decoration.line({ class: "lt-marked" });

/** `lines` maps the lines with breakpoints to conditions, ascending; `here` is the paused line and `marked` the marked one, or 0. */
const field = StateField.define({
  create: () => ({ lines: new Map(), here: 0, marked: 0 }),
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(set)) value = { ...value, ...effect.value };
    const given = transaction.effects.some((effect) => effect.is(set));
    if (given || !transaction.docChanged || (value.lines.size === 0 && !value.here && !value.marked)) return value;
    return { lines: moved(value.lines, transaction), here: 0, marked: 0 };
  },
  provide: (field) => [
    gutterLineClass.compute([field, "doc"], (state) => signs(state.doc, state.field(field))),
    EditorView.decorations.compute([field, "doc"], (state) => {
      const { here, marked } = state.field(field);
      const shown = [[here, HERE], [marked, MARKED]].filter(([line]) => isLine(state.doc, line));
      return Decoration.set(shown.map(([line, look]) => look.range(state.doc.line(line).from)), true);
    }),
  ],
});

const isLine = (doc, number) => number >= 1 && number <= doc.lines;

function signs(doc, { lines, here }) {
  const ranges = [];
  for (const [line, condition] of lines) ranges.push([line, SIGNS[condition ? 1 : 0]]);
  ranges.push([here, SIGNS[2]]);
  return RangeSet.of(
    ranges.filter(([line]) => isLine(doc, line)).map(([line, sign]) => sign.range(doc.line(line).from)),
    true,
  );
}

/** The breakpoints after a change: each is still at the first word of its line. One whose line was deleted is gone. */
function moved(lines, { startState, newDoc, changes }) {
  const result = new Map();
  for (const [line, condition] of lines) {
    if (line > startState.doc.lines) continue;
    const { from, to, text } = startState.doc.line(line);
    let gone = false;
    changes.iterChangedRanges((start, end) => (gone ||= start <= from && end >= to && from < to));
    const word = from + /^\s*/.exec(text)[0].length;
    if (!gone) result.set(newDoc.lineAt(changes.mapPos(word, 1)).number, condition);
  }
  return result;
}

function toggle(view, number) {
  const { doc } = view.state;
  const lines = new Map(view.state.field(field).lines);
  if (!lines.delete(number)) {
    // No program comes to a line without code.
    while (number < doc.lines && /^\s*(#|$)/.test(doc.line(number).text)) number++;
    lines.set(number, "");
  }
  view.dispatch({ effects: set.of({ lines }), annotations: toggled.of(true) });
  return true;
}

export const stops = [
  field,
  EditorView.editorAttributes.of({ class: "lt-stops" }),
  lineNumbers({
    domEventHandlers: {
      mousedown: (view, { from }, { button }) => button === 0 && toggle(view, view.state.doc.lineAt(from).number),
    },
  }),
  Prec.high(keymap.of([{ key: "F9", run: (view) => toggle(view, view.state.doc.lineAt(view.state.selection.main.head).number) }])),
];

/** The effect that shows these breakpoints, given as text, that paused and that marked line. */
export function showStops(text, here, marked) {
  const lines = new Map();
  for (const [, line, condition] of text.matchAll(/^(\d+) ?(.*)$/gm)) lines.set(Number(line), condition);
  return set.of({ lines, here, marked });
}

/** The effects that bring a line into view. */
export const showLine = ({ doc }, line) =>
  isLine(doc, line) ? [EditorView.scrollIntoView(doc.line(line).from, { y: "nearest", yMargin: 60 })] : [];

/** The breakpoints as text: a line each, with its number and, after a space, its condition. */
export function stopsOf(state) {
  const lines = [...(state.field(field, false)?.lines ?? [])].sort(([a], [b]) => a - b);
  return lines.map(([line, condition]) => `${line} ${condition}`.trim() + "\n").join("");
}

/** Whether the learner has set, removed or moved a breakpoint. */
export function stopsChanged({ startState, state, transactions, docChanged }) {
  const by = transactions.some((transaction) => transaction.annotation(toggled));
  return (by || docChanged) && stopsOf(startState) !== stopsOf(state);
}
