// What an element asks for, as the text that src/page/opening.rs reads: a line for each thing that is not as usual, an empty
// line, the program.

/** Attributes that go there as they are. */
const PLAIN = ["clock", "seed"];
const PANELS = ["editor", "controls", "timeline", "output", "console", "tasks", "inspector", "schedules"];
const DEFAULT_PANELS = ["editor", "output", "timeline"];

/** The panels that are asked for, those that exist. */
export function panelsOf(element) {
  const asked = (element.getAttribute("panels") ?? "").toLowerCase().split(/[\s,]+/);
  const known = PANELS.filter((panel) => asked.includes(panel));
  return known.length > 0 ? known : DEFAULT_PANELS;
}

export function openingOf(element, code) {
  const lines = [];
  const say = (name, value) => lines.push(`${name}: ${value.replace(/\s+/g, " ").trim()}\n`);
  const given = (name) => element.getAttribute(name);
  for (const name of PLAIN) if (given(name)) say(name, given(name));
  say("panels", panelsOf(element).join(" "));
  if (given("lesson")) say("example", given("lesson"));
  // A factor here, a percentage there.
  if (given("speed")) say("speed", String(Math.round(Number(given("speed")) * 100)));
  if (element.hasAttribute("dev")) say("dev", "yes");
  if (element.hasAttribute("readonly")) say("readonly", "yes");
  const hidden = hiddenLines(element, code);
  if (hidden.length > 0) say("hidden", hidden.map(([first, last]) => `${first}-${last}`).join(" "));
  return `${lines.join("")}\n${code}`;
}

/** The lines that are not shown, as pairs: all but `lines`, if any of them is there, and those of `setup`. */
function hiddenLines(element, code) {
  const count = code.split("\n").length;
  const asked = (name) => linesOf(element.getAttribute(name) ?? "", count);
  const [shown, setup] = [asked("lines"), asked("setup")];
  const pairs = [];
  for (let line = 1; line <= count; line++) {
    if (!setup.has(line) && (shown.size === 0 || shown.has(line))) continue;
    if (pairs.at(-1)?.[1] === line - 1) pairs.at(-1)[1] = line;
    else pairs.push([line, line]);
  }
  return pairs;
}

/** `3-9, 12` and `12-` as a set of numbers. */
function linesOf(text, count) {
  const lines = new Set();
  for (const [, first, dash, last] of text.matchAll(/(\d+)(?:\s*(-)\s*(\d*))?/g)) {
    const end = last ? Number(last) : dash ? count : Number(first);
    for (let line = Math.max(Number(first), 1); line <= Math.min(end, count); line++) lines.add(line);
  }
  return lines;
}

/** How many lines of a program are shown. */
export function shownLines(element, code) {
  return hiddenLines(element, code).reduce((left, [first, last]) => left - (last - first + 1), code.split("\n").length);
}

/** The text of a `<pre>` as a program: without the line breaks that HTML is written with, and what all lines are indented by. */
export function programOf(text) {
  const lines = text.replace(/^\s*\n/, "").trimEnd().split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)[0]);
  const common = indents.reduce((a, b) => (b.startsWith(a) ? a : a.startsWith(b) ? b : ""), indents[0] ?? "");
  return lines.map((line) => line.slice(line.trim() ? common.length : 0)).join("\n");
}
