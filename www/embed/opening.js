// What an element asks for, as the text that src/page/opening.rs reads: a line for each thing that is not as usual, an empty
// line, the program.

/** Attributes that go there as they are. */
const PLAIN = ["panels", "clock", "seed"];
export const DEFAULT_PANELS = "editor output timeline";

export function openingOf(element, code) {
  const lines = [];
  const say = (name, value) => lines.push(`${name}: ${value.replace(/\s+/g, " ").trim()}\n`);
  const given = (name) => element.getAttribute(name);
  for (const name of PLAIN) if (given(name)) say(name, given(name));
  if (!given("panels")) say("panels", DEFAULT_PANELS);
  if (given("lesson")) say("example", given("lesson"));
  // A factor here, a percentage there.
  if (given("speed")) say("speed", String(Math.round(Number(given("speed")) * 100)));
  if (element.hasAttribute("dev")) say("dev", "yes");
  if (element.hasAttribute("readonly")) say("readonly", "yes");
  const hidden = hiddenLines(given("lines") ?? "", given("setup") ?? "");
  if (hidden) say("hidden", hidden);
  return `${lines.join("")}\n${code}`;
}

/** The lines that are not shown: all but `lines`, if it is given, and those of `setup`. */
export function hiddenLines(lines, setup) {
  const hidden = ranges(setup);
  let next = 1;
  const shown = ranges(lines);
  for (const [first, last] of shown) {
    if (first > next) hidden.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  if (shown.length > 0 && next < Infinity) hidden.push([next, Infinity]);
  return hidden.map(([first, last]) => `${first}-${last === Infinity ? "" : last}`).join(" ");
}

/** `3-9, 12` and `12-` as pairs of numbers, ascending. */
function ranges(text) {
  const pairs = [...text.matchAll(/(\d+)\s*(-?)\s*(\d*)/g)].map(([, first, dash, last]) => [
    Number(first),
    last ? Number(last) : dash ? Infinity : Number(first),
  ]);
  return pairs.sort(([a], [b]) => a - b);
}

/** How many lines of a program are shown. */
export function shownLines(element, code) {
  const count = code.split("\n").length;
  const given = (name) => element.getAttribute(name) ?? "";
  const hidden = [...hiddenLines(given("lines"), given("setup")).matchAll(/(\d+)-(\d*)/g)];
  return hidden.reduce((left, [, first, last]) => left - Math.max(0, Math.min(last || count, count) - first + 1), count);
}

/** The text of a `<pre>` as a program: without the line breaks that HTML is written with. */
export const programOf = (text) => text.replace(/^\s*\n/, "").trimEnd();
