// Lines that are run but not shown, as an embedding page has them: set-up that a reader need not see.
//
// They stay in the text, so lines keep the numbers that tracebacks name; the learner cannot change them.

import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

/** Its value is what the attribute says: `1-2 10-`, lines from 1; an end that is not said is the text's. */
export const hide = StateEffect.define();

const GONE = Decoration.replace({ block: true });

const field = StateField.define({
  create: () => Decoration.none,
  update(ranges, transaction) {
    ranges = ranges.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(hide)) ranges = read(effect.value, transaction.newDoc);
    return ranges;
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    EditorView.atomicRanges.of((view) => view.state.field(field)),
  ],
});

function read(text, doc) {
  const ranges = [];
  for (const [, first, dash, last] of text.matchAll(/(\d+)(-?)(\d*)/g)) {
    const from = Math.max(Number(first), 1);
    const to = Math.min(last ? Number(last) : dash ? doc.lines : from, doc.lines);
    if (from <= to) ranges.push(GONE.range(doc.line(from).from, doc.line(to).to));
  }
  return Decoration.set(ranges, true);
}

/** @param isOurs Whether a change is the page's own, which may change everything. */
export const hidden = (isOurs) => [
  field,
  EditorState.changeFilter.of((transaction) => {
    if (isOurs(transaction)) return true;
    const kept = [];
    const { doc } = transaction.startState;
    transaction.startState.field(field).between(0, doc.length, (from, to) => {
      // With the line breaks that part them from what is shown.
      kept.push(Math.max(from - 1, 0), Math.min(to + 1, doc.length));
    });
    return kept.length === 0 || kept;
  }),
];
