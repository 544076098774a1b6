// The first script in the frame: says that it is there, and runs what the page around hands over.
//
// **It does so only where it can reach nothing**: in a frame that is sandboxed, so that its origin is its own. Anybody may put this file
// into a page, and in a plain frame what they hand over would run as a script of the site that it is from.

const isAlone = self.origin === "null" && parent !== window;

addEventListener("message", function hear({ source, data, ports }) {
  if (!isAlone || source !== parent || !data?.files) return;
  removeEventListener("message", hear);
  globalThis.loopthreadGiven = { ...data, port: ports[0] };
  document.documentElement.dataset.theme = data.theme;
  const run = (address, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onerror = failed;
    document.head.append(script);
  };
  // From memory; or where a strict policy forbids that, from the server.
  run(URL.createObjectURL(new Blob([data.files["frame.js"]], { type: "text/javascript" })), () =>
    run("frame.js", () => ports[0].postMessage(["failed", "The playground could not be loaded: frame.js could not be fetched."])),
  );
});

if (!isAlone) {
  document.body.textContent = "This file is a part of Loopthread that other pages embed by its element <loop-thread>. The playground itself is one folder up.";
} else {
  parent.postMessage("loopthread", "*");
}
