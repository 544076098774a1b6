// Colours Python before anybody edits it: a small scanner, so that reading and running an example needs no parser.
//
// It gives the same classes as Lezer's parser, which takes over with the first look into the editor (editing.js); a
// browser test compares the two on all examples. Its errors are errors of colour only.

import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, ViewPlugin } from "@codemirror/view";

const KEYWORDS = new Set(
  ("and as assert async await break class continue def del elif else except finally for from global if import in is " +
    "lambda nonlocal not or pass raise return try while with yield").split(" "),
);
const CONSTANTS = new Set(["True", "False", "None"]);

const SPACE = /[^\S\n]+|\\\n/y;
const COMMENT = /#.*/y;
const STRING = /([rbuRBU]{0,2}|[fF][rR]?|[rR][fF])("""|'''|"|')/y;
const NUMBER = /(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?[\d_]+)?)[jJ]?/y;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const DECORATOR = /@[\w.]*/y;
/** The rest of a statement that `match` or `case` begins. */
const SOFT = /[^\S\n]+(?![=.,)\]:])[^\n]*:[^\S\n]*(?:#.*)?(?:\n|$)/y;

/** Calls `give(from, to, class)` for each coloured piece of the text, in order. */
export function scan(text, give) {
  code(0, text.length, "");

  /** Scans code; inside an f-string's braces up to the one that closes them, whose place it returns. */
  function code(at, end, quote) {
    let depth = 0;
    // The last word that was not space, for what depends on it.
    let before = "\n";
    // In a pattern of `case`, where a name with brackets is no call.
    let pattern = false;
    const match = (token) => {
      token.lastIndex = at;
      return token.exec(text)?.[0];
    };
    const take = (word, look) => {
      if (look) give(at, at + word.length, `lt-code-${look}`);
      before = word;
      at += word.length;
    };
    while (at < end) {
      let word = match(SPACE);
      if (word) {
        at += word.length;
        continue;
      }
      if (quote && depth === 0) {
        const [sign, next] = [text[at], text[at + 1]];
        if (sign === "}" || sign === quote[0] || (sign === "\n" && quote.length === 1)) return at;
        if ((sign === "!" && next !== "=") || sign === ":") return spec(at, end, quote);
      }
      if ((word = match(COMMENT))) {
        give(at, (at += word.length), "lt-code-comment");
      } else if ((word = match(STRING))) {
        at = string(at, word, end);
        before = "''";
      } else if ((word = match(NUMBER))) {
        take(word, "number");
      } else if ((word = match(NAME))) {
        const look = name(word, before, at);
        pattern = word !== "if" && (pattern || (word === "case" && look !== ""));
        take(word, pattern && look === "call" ? "" : look);
      } else if (before === "\n" && (word = match(DECORATOR))) {
        give(at, at + 1, "lt-code-meta");
        at += word.length;
        // A decorator's name is not shown as a call.
        before = "@";
      } else if (text[at] === "*") {
        // After a value it multiplies, else it unpacks.
        const value = /[\w)\]}'"]$/.test(before) && !KEYWORDS.has(before);
        take(text[at + 1] === "*" ? "**" : "*", value ? "" : "keyword");
      } else {
        if ("([{".includes(text[at])) depth++;
        if (")]}".includes(text[at])) depth = Math.max(0, depth - 1);
        if (text[at] !== "\n") {
          take(text[at]);
        } else {
          pattern = false;
          // Between brackets a line's end ends nothing.
          if (depth > 0 || quote) at++;
          else take("\n");
        }
      }
    }
    return at;
  }

  function name(word, before, at) {
    if (before === "." && word !== "import") return isCalled(at + word.length) ? "call" : "";
    if (CONSTANTS.has(word)) return "number";
    if (KEYWORDS.has(word)) return "keyword";
    if (before === "def" || before === "class") return "definition";
    if ((word === "match" || word === "case") && before === "\n") {
      SOFT.lastIndex = at + word.length;
      if (SOFT.test(text)) return "keyword";
    }
    return isCalled(at + word.length) ? "call" : "";
  }

  function isCalled(at) {
    while (text[at] === " ") at++;
    return text[at] === "(";
  }

  /** Scans a string that begins with its prefix and quotes; returns its end. */
  function string(at, opening, end) {
    const quote = opening.replace(/^[a-zA-Z]+/, "");
    const formatted = /^[a-zA-Z]*[fF]/.test(opening);
    let from = at;
    at += opening.length;
    while (at < end) {
      if (text.startsWith(quote, at)) {
        at += quote.length;
        break;
      }
      if (quote.length === 1 && text[at] === "\n") break;
      if (text[at] === "\\") {
        at += 2;
      } else if (formatted && text[at] === "{" && text[at + 1] !== "{") {
        if (at > from) give(from, at, "lt-code-string");
        at = code(at + 1, end, quote);
        if (text[at] === "}") at++;
        from = at;
      } else {
        at += formatted && text[at] === "{" ? 2 : 1;
      }
    }
    at = Math.min(at, end);
    if (at > from) give(from, at, "lt-code-string");
    return at;
  }

  /** Scans an f-string's conversion and format, which may have code in it again; returns its end. */
  function spec(at, end, quote) {
    let from = at;
    const flush = (to) => {
      if (to > from) give(from, to, "lt-code-keyword");
    };
    while (at < end && text[at] !== "}" && text[at] !== "\n" && !text.startsWith(quote, at)) {
      if (text[at] === ":") {
        flush(at);
        from = ++at;
      } else if (text[at] === "{") {
        flush(at);
        at = code(at + 1, end, quote);
        if (text[at] === "}") at++;
        from = at;
      } else {
        at++;
      }
    }
    flush(at);
    return at;
  }
}

const marks = new Map();

function mark(look) {
  if (!marks.has(look)) marks.set(look, Decoration.mark({ class: look }));
  return marks.get(look);
}

function colour(view) {
  const builder = new RangeSetBuilder();
  const { from: first, to: last } = view.viewport;
  scan(view.state.doc.sliceString(0, last), (from, to, look) => {
    if (to > first) builder.add(from, to, mark(look));
  });
  return builder.finish();
}

export const colours = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = colour(view);
    }

    update(update) {
      if (update.docChanged || update.viewportChanged) this.decorations = colour(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
