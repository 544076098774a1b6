// Keeps this build for when there is no network, and says when there is a newer one.
//
// The rest is the service worker's (worker.js). **A page never changes under its reader**: a newer build waits until it is asked
// for, by the button here or because all pages of the older one are closed.

/** So that it does not compete with what the first run needs. */
const AFTER = 2000;

/** Where there is nothing to keep, nothing happens: in a frame, and where browsers have no service workers (in private windows, say). */
export function keep() {
  if (window.top !== window || !navigator.serviceWorker) return;
  setTimeout(async () => {
    const registration = await navigator.serviceWorker.register(new URL("sw.js", document.baseURI)).catch(() => undefined);
    if (registration) watch(registration);
  }, AFTER);
}

function watch(registration) {
  const look = () => {
    // The first one of all takes no other's place.
    if (registration.waiting && registration.active) offer(registration);
  };
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  // Who comes back to a page that has been open for days.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

function offer(registration) {
  if (document.querySelector(".lt-update")) return;
  const note = document.createElement("aside");
  note.className = "loopthread lt-offer lt-update";
  note.setAttribute("aria-label", "Update");
  const words = document.createElement("p");
  words.className = "lt-offer-text";
  words.setAttribute("role", "status");
  const button = (name, call) => {
    const button = document.createElement("button");
    button.className = "lt-button";
    button.textContent = name;
    button.onclick = call;
    return button;
  };
  const update = () => {
    const { waiting } = registration;
    // Another page has asked before: the newer build is served already.
    if (!waiting) return location.reload();
    // Once for the page that asked; others of this origin go on as they are.
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("update");
  };
  note.append(words, button("Update", update), button("Later", () => note.remove()));
  document.body.append(note);
  // Readers of screens are told of words that come into what is there.
  words.textContent = "A newer Loopthread is ready. To update ends what runs here; your program is kept.";
}
