// How the editor looks: only names of the page's tokens (www/css/tokens.css), so that it follows its themes.

import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const theme = EditorView.theme({
  "&": {
    height: "100%",
    color: "var(--lt-text)",
    backgroundColor: "var(--lt-surface)",
    fontSize: "var(--lt-code-size)",
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--lt-mono)", lineHeight: "1.55", overflow: "auto" },
  ".cm-content": { padding: "10px 0", caretColor: "var(--lt-accent)" },
  ".cm-line": { padding: "0 14px 0 6px" },
  ".cm-gutters": { color: "var(--lt-faint)", backgroundColor: "var(--lt-surface)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 6px 0 10px", minWidth: "30px" },
  ".cm-gutter-lint": { width: "16px" },
  ".cm-activeLine": { backgroundColor: "var(--lt-line)" },
  ".cm-activeLineGutter": { color: "var(--lt-muted)", backgroundColor: "var(--lt-line)" },
  ".cm-cursor": { borderLeft: "2px solid var(--lt-accent)" },
  "& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground":
    { backgroundColor: "var(--lt-selection)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--lt-selection)",
    outline: "1px solid var(--lt-border)",
  },
  "&.cm-focused .cm-nonmatchingBracket": { color: "var(--lt-error)", backgroundColor: "transparent" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--lt-error)",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "3px",
  },
  ".cm-lintPoint-error:after": { borderBottomColor: "var(--lt-error)" },
  ".cm-lint-marker-error": { content: "none", backgroundColor: "var(--lt-error)", borderRadius: "50%" },
  ".cm-lint-marker": { width: "8px", height: "8px", margin: "0.45em 4px" },
  ".cm-tooltip": {
    color: "var(--lt-text)",
    backgroundColor: "var(--lt-raised)",
    border: "1px solid var(--lt-border)",
    borderRadius: "6px",
    overflow: "hidden",
  },
  ".cm-diagnostic": { padding: "6px 10px", fontFamily: "var(--lt-sans)" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--lt-error)" },
});

export const codeColours = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword], color: "var(--lt-code-keyword)" },
  { tag: [tags.definitionKeyword, tags.moduleKeyword, tags.modifier], color: "var(--lt-code-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--lt-code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--lt-code-number)" },
  { tag: tags.comment, color: "var(--lt-code-comment)", fontStyle: "italic" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], color: "var(--lt-code-name)", fontWeight: "600" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: "var(--lt-code-name)" },
  { tag: [tags.meta, tags.self], color: "var(--lt-code-meta)" },
]);
