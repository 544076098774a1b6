// Packs texts for links, and unpacks what links bring: raw deflate, in the letters of base64url. That is version 1 of the format,
// and src/page/address.rs keeps the number. Compression is the browser's own.

/** No program is longer (1 MB), and beside it stands little; what would unpack to more is hostile. */
const MOST = 1_100_000;

export async function pack(text) {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), Infinity);
  let letters = "";
  for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export async function unpack(packed) {
  const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(await through(bytes, new DecompressionStream("deflate-raw"), MOST));
}

export const copy = (text) => navigator.clipboard.writeText(text);

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
      throw new Error("It unpacks to more than a program can be.");
    }
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
