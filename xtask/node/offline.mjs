// Writes the service worker of a built site: its source with the list of the site's files and their hashes.
//
// The last step of a build, since every file counts. Left out is what no page of the site itself asks for: the element for other pages,
// and hidden files, which hosts may not serve.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [site, source, to] = process.argv.slice(2);
const hash = (bytes) => createHash("sha256").update(bytes);

const files = {};
for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name).slice(join(site, "/").length).replaceAll("\\", "/");
  if (!entry.isFile() || /^(embed\b|sw\.js)|(^|\/)\./.test(path)) continue;
  // The address of the page is that of its folder: some hosts lead from the file's to that one.
  files[path === "index.html" ? "" : path] = `sha256-${hash(readFileSync(join(site, path))).digest("base64")}`;
}
const list = JSON.stringify(Object.fromEntries(Object.entries(files).sort()), undefined, 1);
const text = readFileSync(source, "utf8");
const version = hash(list + text).digest("hex").slice(0, 16);
writeFileSync(to, `const VERSION = "${version}";\nconst FILES = ${list};\n\n${text}`);
