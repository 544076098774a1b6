// How the editor looks: only names of the page's tokens (www/css/tokens.css), so that it follows its themes.
//
// The classes `lt-code-…` are given to the code by colours.js, and by Lezer's parser once that is there (editing.js).

import { EditorView } from "@codemirror/view";

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
  ".cm-lineNumbers .cm-gutterElement": { position: "relative", padding: "0 6px 0 18px", minWidth: "38px" },
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

  // Diagnostics: a wave under the place, its words beside the pointer, a dot beside the line.
  ".lt-wrong-gutter": { width: "16px" },
  ".lt-wrong-line": {
    width: "8px",
    height: "8px",
    margin: "0.45em 4px",
    backgroundColor: "var(--lt-error)",
    borderRadius: "50%",
  },
  ".lt-wrong": {
    position: "relative",
    textDecoration: "underline wavy var(--lt-error)",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "3px",
  },
  ".lt-wrong:hover::after": {
    content: "attr(data-message)",
    position: "absolute",
    top: "calc(100% + 4px)",
    left: "0",
    zIndex: "10",
    width: "max-content",
    maxWidth: "40ch",
    padding: "6px 10px",
    fontFamily: "var(--lt-sans)",
    whiteSpace: "normal",
    color: "var(--lt-text)",
    backgroundColor: "var(--lt-raised)",
    border: "1px solid var(--lt-border)",
    borderLeft: "3px solid var(--lt-error)",
    borderRadius: "6px",
  },

  // Breakpoints, and where the program is paused.
  "&.lt-stops .cm-lineNumbers .cm-gutterElement": { cursor: "pointer" },
  ".cm-lineNumbers .lt-stop::before": {
    content: '"●"',
    position: "absolute",
    left: "4px",
    color: "var(--lt-error)",
    fontSize: "0.9em",
  },
  ".cm-lineNumbers .lt-stop-if::before": { content: '"◆"' },
  ".cm-gutterElement.lt-here, .cm-line.lt-here": { color: "var(--lt-text)", backgroundColor: "var(--lt-here)" },
  ".cm-line.lt-here": { boxShadow: "inset 2px 0 0 var(--lt-accent)" },
  ".cm-line.lt-marked": { outline: "1.5px solid var(--lt-accent)", outlineOffset: "-1.5px" },
  ".lt-wrong-gutter .lt-here::before": {
    content: '"▶"',
    position: "absolute",
    width: "16px",
    textAlign: "center",
    color: "var(--lt-accent)",
  },

  // The search panel.
  ".cm-panels": { color: "var(--lt-text)", backgroundColor: "var(--lt-raised)" },
  ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--lt-border)" },
  ".cm-panel.cm-search": { padding: "6px 30px 6px 10px", fontFamily: "var(--lt-sans)", fontSize: "12.5px" },
  ".cm-panel.cm-search label": { fontSize: "12.5px" },
  ".cm-panel .cm-textfield, .cm-panel .cm-button": {
    fontSize: "12.5px",
    color: "var(--lt-text)",
    backgroundColor: "var(--lt-back)",
    backgroundImage: "none",
    border: "1px solid var(--lt-border)",
    borderRadius: "4px",
  },
  ".cm-panel :focus-visible": { outline: "2px solid var(--lt-accent)", outlineOffset: "1px" },
  ".cm-panel.cm-search [name=close]": { color: "inherit", fontSize: "18px" },
  ".cm-searchMatch": { backgroundColor: "var(--lt-selection)" },
  ".cm-searchMatch-selected": { outline: "1px solid var(--lt-accent)" },

  ".lt-code-keyword": { color: "var(--lt-code-keyword)" },
  ".lt-code-string": { color: "var(--lt-code-string)" },
  ".lt-code-number": { color: "var(--lt-code-number)" },
  ".lt-code-comment": { color: "var(--lt-code-comment)", fontStyle: "italic" },
  ".lt-code-definition": { color: "var(--lt-code-name)", fontWeight: "600" },
  ".lt-code-call": { color: "var(--lt-code-name)" },
  ".lt-code-meta": { color: "var(--lt-code-meta)" },
});
