// The files of this build, fetched once for all playgrounds of a page, however many there are.
//
// FILES is put in by the last build step: the name of each file, relative to the folder that embed.js lies in, and its size.

/** The folder of this build. A classic script knows where it is from only while it is first run; a module does not, but for its element. */
export const base = new URL("./", (document.currentScript ?? document.querySelector('script[src*="embed.js"]')).src).href;

let all;

/**
 * All files, by their names in FILES, as buffers. What could not be fetched is asked for again by the next call.
 * @param progress Called with the part that has come, from 0 to 1.
 */
export function fetched(progress) {
  listeners.add(progress);
  all ??= fetchAll().catch((error) => {
    all = undefined;
    throw error;
  });
  return all.finally(() => listeners.delete(progress));
}

const listeners = new Set();

async function fetchAll() {
  if (base.startsWith("file:")) throw new Error("a page that was opened as a file may fetch nothing. Serve its folder, with “loopthread serve” say.");
  if (!window.WebAssembly || !window.Worker) {
    throw new Error("this browser is too old, or switches WebAssembly off in a strict mode. Use Firefox, Chrome, Edge or Safari of 2023 or later.");
  }
  const entries = Object.entries(FILES);
  const sum = entries.reduce((sum, [, { size }]) => sum + size, 0);
  let come = 0;
  const one = async ([name, { path }]) => {
    const response = await fetch(new URL(path, base)).catch(() => ({ status: "no answer" }));
    if (!response.ok) throw new Error(`${path} could not be fetched (${response.status}). ${advice(response.status)}`);
    // Some hosts answer with a page whatever they do not have.
    if (/html/.test(response.headers.get("content-type"))) throw new Error(`for ${path} came a page of HTML. Is the whole build beside embed.js?`);
    const parts = [];
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      come += part.value.length;
      for (const listener of listeners) listener(Math.min(come / sum, 1));
    }
    return [name, await new Blob(parts).arrayBuffer()];
  };
  return Object.fromEntries(await Promise.all(entries.map(one)));
}

/** What to do. A browser does not say why there is no answer; whose files they are is known. */
function advice(status) {
  const { origin } = new URL(base);
  if (typeof status === "number") return "Is the whole build beside embed.js?";
  if (origin === self.origin) return `Check the connection and try again. A content security policy must allow connect-src ${origin}.`;
  const sandbox = self.origin === "null" ? " (also to its own pages in a sandbox, as this one)" : "";
  return `Check the connection and try again. Since they are another origin's, ${origin} must send the files with Access-Control-Allow-Origin: *${sandbox}.`;
}
