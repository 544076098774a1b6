// Before anything else, in words that every browser understands: whether the page can work here at all, and if not, what to do.
//
// A classic script, since browsers run no modules of a page that was opened as a file, and old ones none at all.

(function () {
  var root = document.documentElement;
  try {
    root.setAttribute("data-theme", localStorage.getItem("loopthread.theme") || "auto");
  } catch (error) {
    // Some browsers forbid storage.
  }
  var wrong = "";
  if (location.protocol === "file:") {
    wrong =
      "This page was opened as a file, and browsers let such a page load no code. Serve its folder, and open the address that is printed: " +
      "“loopthread serve” or “python3 -m http.server” in that folder.";
  } else if (!("noModule" in HTMLScriptElement.prototype) || !window.WebAssembly || !window.Worker || !window.customElements) {
    wrong =
      "This browser is too old for Loopthread, which needs WebAssembly, modules and workers. Use Firefox, Chrome, Edge or Safari of 2023 or later; " +
      "some of them switch WebAssembly off in a strict mode (Lockdown Mode, “disable JIT”).";
  }
  if (wrong) {
    // For boot.js, should it be able to run.
    root.setAttribute("data-wrong", "");
    document.addEventListener("DOMContentLoaded", function () {
      say(wrong);
    });
    return;
  }
  // A file that did not come, or is not what it is said to be, is told of to its element alone.
  document.addEventListener(
    "error",
    function (event) {
      var element = event.target;
      if (said || (element.nodeName !== "SCRIPT" && element.rel !== "stylesheet")) return;
      said = true;
      say(
        "Loopthread could not start: " + (element.src || element.href) + " could not be loaded. Check the connection and reload. If that does not help: " +
          "the site must deliver its .js files as text/javascript and its .css files as text/css, and a content security policy must allow " +
          "script-src 'self' 'wasm-unsafe-eval' and style-src 'self'.",
      );
    },
    true,
  );
  var said = false;

  function say(words) {
    var note = document.createElement("p");
    note.className = "lt-alert";
    note.setAttribute("role", "alert");
    note.appendChild(document.createTextNode(words));
    // Beside the body, which the page empties when it comes.
    root.appendChild(note);
  }
})();
