// What only editing needs: history, brackets, indentation, the usual keys, and Lezer's parser of Python.
//
// A chunk of its own, fetched when the learner first turns to an editor (main.js).

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from "@codemirror/commands";
// Only the language: python() would bring its completions, which nobody asked for.
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { keymap } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";

/** The classes of theme.js; colours.js gives the same. */
const looks = tagHighlighter([
  { tag: [tags.keyword, tags.modifier], class: "lt-code-keyword" },
  { tag: [tags.string, tags.special(tags.string), tags.escape], class: "lt-code-string" },
  { tag: [tags.number, tags.bool, tags.null], class: "lt-code-number" },
  { tag: tags.comment, class: "lt-code-comment" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], class: "lt-code-definition" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: "lt-code-call" },
  { tag: [tags.meta, tags.self], class: "lt-code-meta" },
]);

/** Has an edit be undone alone. */
export const isolated = isolateHistory.of("full");

export const editing = [
  history(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  indentUnit.of("    "),
  pythonLanguage,
  syntaxHighlighting(looks),
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
];
