// Packs texts for the fragments of links, and unpacks what links bring: raw deflate, in the letters of base64url. That is version 1
// of the format, kept for ever. Compression is the browser's own; a browser without it makes links of the older form.

/** Some mail programs encode the equals sign, and what counts visitors puts words of its own behind. */
const PACKED = /^#v(\d+)(?:=|%3D|$)([^&]*)/i;

/** No program is longer (1 MB), and beside it stands little, breakpoints above all; what would unpack to more is hostile. */
const MOST = 1_100_000;
const MOST_BESIDE = 30_000;

/** The fragment of a link to what src/page/opening.rs has written. */
export async function fragmentOf(text) {
  try {
    const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), Infinity);
    let letters = "";
    for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return `#v1=${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  } catch {
    return `#code=${encodeURIComponent(text.slice(text.search(/^\n/m) + 1))}`;
  }
}

/** What a fragment was made of: {text}, or {wrong} with what to say, or nothing when it is of another kind. */
export async function openingOf(fragment) {
  const [, version, packed] = PACKED.exec(fragment) ?? [];
  if (!version) return undefined;
  if (Number(version) > 1) return { wrong: "The link is of a newer Loopthread than this one: reload the page, or ask where it is." };
  try {
    const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const text = await through(bytes, new DecompressionStream("deflate-raw"), MOST);
    const opening = new TextDecoder("utf-8", { fatal: true }).decode(text);
    if (opening.split(/^$/m, 1)[0].length > MOST_BESIDE) throw new RangeError("more stands beside it than belongs to a program.");
    return { text: opening };
  } catch (error) {
    const why = error instanceof RangeError ? error.message : "part of it is missing or broken.";
    return { wrong: `The program in the address cannot be read: ${why}` };
  }
}

/** What comes out of a stream that these bytes go into. */
async function through(bytes, stream, most) {
  const writer = stream.writable.getWriter();
  // Its errors are those of the reading end, too.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const parts = [];
  let length = 0;
  const reader = stream.readable.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      throw new RangeError("it unpacks to more than a program can be.");
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
