// Loads the page's wasm. An own file, because a strict content security policy forbids an inline one.

const where = document.querySelector("meta[name=loopthread-page]");
const address = (path) => new URL(path, document.baseURI).href;

try {
  const { default: init } = await import(address(where.content));
  await init({ module_or_path: address(where.dataset.wasm) });
} catch (error) {
  const note = document.createElement("p");
  note.setAttribute("role", "alert");
  note.textContent = `Loopthread could not start: ${error.message}`;
  document.body.append(note);
  throw error;
}
