// The service worker: all files of one build, from a cache of that build's.
//
// FILES are the addresses of the build's files, relative to the site, each with its hash, and VERSION is the hash of those
// (xtask/node/offline.mjs). **What is served is what was built**: a file with another hash, as in the midst of a deployment, ends the
// installation, and the build before goes on. Its cache is kept, for pages that still run it; all names but the page's have a
// hash in them, so they cannot meet.

const NAME = `loopthread ${registration.scope} `;
const OWN = NAME + VERSION;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", ({ data }) => data === "update" && skipWaiting());
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const [address] = url.split(/[?#]/);
  if (method !== "GET" || !address.startsWith(registration.scope)) return;
  const path = address.slice(registration.scope.length).replace(/^index\.html$/, "");
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
  const others = (await kept()).filter((name) => name !== OWN);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  // The page that is open while the first one is installed is of this build, or asks for other names.
  await clients.claim();
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
