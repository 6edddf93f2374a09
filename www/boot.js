// Starts the page, and says so where it cannot run.
import init from "./lens.js";

// A panic ends the module. What was being read is still there to be copied.
addEventListener("article-lens:panic", (event) => {
  fail("Something went wrong while reading this text. Please start again; your text is kept here.", event.detail);
});

try {
  await init();
} catch (error) {
  console.error(error);
  fail("Article Lens could not start. It needs a browser with WebAssembly (any of the last years).");
}

function fail(message, text) {
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const panel = make("div", { className: "failed" });
  panel.setAttribute("role", "alert");
  panel.append(make("p", { textContent: message }));
  if (text) panel.append(make("textarea", { value: text, readOnly: true, ariaLabel: "Your text" }));
  const again = make("button", { type: "button", textContent: "Start again" });
  again.addEventListener("click", () => location.reload());
  panel.append(again);
  const lens = make("div", { className: "lens page" });
  lens.append(panel);
  document.getElementById("article-lens").replaceChildren(lens);
}
