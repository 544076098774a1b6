// The service worker: all files of one build, from a cache of that build's.
//
// FILES are the addresses of the build's files, relative to the site, each with its hash, and VERSION is the hash of those
// (xtask/node/offline.mjs). **What is served is what was built**: a file with another hash, as in the midst of a deployment, ends the
// installation, and the build before goes on. **What an open page runs is kept**: the build that was active before, and each that a page
// was opened with that is still there; all names but the page's have a hash in them, so they cannot meet. A build that was never active
// was never seen.

const NAME = `loopthread ${registration.scope} `;
const OWN = NAME + VERSION;
/** The cache of notes: which build is active, and by its id which one a page was opened with. */
const NOTES = `loopthread: ${registration.scope}`;
const ACTIVE = "active";

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", ({ data }) => data === "update" && skipWaiting());
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const [address] = url.split(/[?#]/);
  if (method !== "GET" || !address.startsWith(registration.scope)) return;
  const path = address.slice(registration.scope.length).replace(/^index\.html$/, "");
  if (!path && event.resultingClientId) event.waitUntil(noteFor(event.resultingClientId));
  event.respondWith(answer(event.request, path));
});

async function install() {
  const cache = await caches.open(OWN);
  const requests = Object.entries(FILES).map(([path, integrity]) => new Request(`./${path}`, { integrity, cache: "no-cache" }));
  try {
    await cache.addAll(requests);
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

async function activate() {
  const notes = await caches.open(NOTES);
  const open = [ACTIVE, ...(await clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id)];
  const needed = [OWN];
  for (const note of await notes.keys()) {
    if (open.includes(note.url.split("/").pop())) needed.push(await (await notes.match(note)).text());
    else await notes.delete(note);
  }
  if (needed.length === 1) {
    // A page that is open while the first one is installed is of this build, or asks for other names.
    await Promise.all(open.map(noteFor));
  } else if (!registration.installing && !registration.waiting) {
    const rid = (await kept()).filter((name) => !needed.includes(name));
    await Promise.all(rid.map((name) => caches.delete(name)));
  }
  await noteFor(ACTIVE);
  await clients.claim();
}

/** Notes that this build is the active one, or that a page was opened with it. */
async function noteFor(id) {
  await (await caches.open(NOTES)).put(`./${id}`, new Response(OWN));
}

async function answer(request, path) {
  const names = path in FILES ? [OWN] : (await kept()).filter((name) => name !== OWN && path);
  for (const name of names) {
    const found = await (await caches.open(name)).match(`./${path}`, { ignoreVary: true });
    if (found) return found;
  }
  return fetch(request);
}

/** The caches of this site, oldest first. */
async function kept() {
  return (await caches.keys()).filter((name) => name.startsWith(NAME));
}
