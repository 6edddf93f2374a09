// <article-lens for="#story">: an outline, who and when for the article that `for` selects. Without `for`: the paste box.
//
//   <script type="module" src="https://…/article-lens.js"></script>
//   <article-lens for="#story"></article-lens>
//
// Attributes: `for` (a selector), `published` (YYYY-MM-DD; else the page's own data), `theme` (light | dark; else the
// reader's system). Event: `article-lens:analysis` (bubbles), its `detail` is the exported JSON. Needs, under a strict
// content security policy: script-src with this origin and 'wasm-unsafe-eval', connect-src with this origin.
//
// Each element has its own instance of the module: a failure in one leaves the others alive.

const here = (name) => new URL(name, import.meta.url);

// Shared by all elements: the compiled module and the style sheet. Loaded when the first element needs them.
let shared;
function load() {
  shared ??= Promise.all([compile(here("lens_bg.wasm")), style(here("style.css"))]).catch((error) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

async function compile(address) {
  const response = await get(address);
  try {
    return await WebAssembly.compileStreaming(response.clone());
  } catch {
    // The server does not say application/wasm.
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

async function style(address) {
  const sheet = new CSSStyleSheet();
  await sheet.replace(await (await get(address)).text());
  return sheet;
}

async function get(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

let instances = 0;
// A fresh instance of the module: the glue keeps one per address.
async function instance() {
  const [module] = await load();
  const glue = await import(here(instances++ ? `lens.js?${instances}` : "lens.js"));
  await glue.default({ module_or_path: module });
  return glue;
}

// Reads a text without any interface: analyze(text, { published, input }) gives the exported JSON.
export async function analyze(text, options) {
  const glue = await (analyze.glue ??= instance());
  try {
    return glue.analyze(String(text), options);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) analyze.glue = undefined;
    throw error;
  }
}

// Places that are shown in the host's article: the only rules that reach outside the shadow root.
const highlights = `
::highlight(article-lens) { background-color: #fbe08b; color: #1d1b18; }
::highlight(article-lens-lit) { background-color: #fdf1cb; color: #1d1b18; }`;

class ArticleLens extends HTMLElement {
  static observedAttributes = ["for", "published"];
  #glue;
  #lens;
  #turn = 0;

  connectedCallback() {
    this.#start();
  }

  // Moving an element disconnects and connects it at once: that is no reason to begin again.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(_, before, after) {
    if (this.#lens && before !== after) {
      this.#stop();
      this.#start();
    }
  }

  async #start() {
    if (this.#lens) return;
    const turn = ++this.#turn;
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    try {
      const [, sheet] = await load();
      this.#glue ??= await instance();
      if (turn !== this.#turn || !this.isConnected) return;
      shadow.adoptedStyleSheets = [sheet];
      showPlaces();
      const root = document.createElement("div");
      root.addEventListener("article-lens:panic", (event) => {
        event.stopPropagation();
        this.#fail("Something went wrong while reading this article.", event.detail);
      });
      shadow.replaceChildren(root);
      const selector = this.getAttribute("for");
      const story = selector === null ? undefined : find(selector);
      if (selector !== null && !story) return this.#fail(`There is no article here: nothing matches “${selector}”.`);
      this.#lens = this.#glue.mount(root, story, this.getAttribute("published") ?? undefined, onlyStory());
      // Where the host page has replaced what the interface stands on, nothing appears, and no error either.
      setTimeout(() => {
        if (turn === this.#turn && root.isConnected && !root.hasChildNodes()) this.#fail("Article Lens cannot run in this page.");
      }, 1000);
    } catch (error) {
      console.error(error);
      if (turn === this.#turn) this.#fail("Article Lens could not be loaded.");
    }
  }

  #stop() {
    this.#turn++;
    const lens = this.#lens;
    this.#lens = undefined;
    try {
      lens?.destroy();
    } catch {
      this.#glue = undefined;
    }
    this.shadowRoot?.replaceChildren();
  }

  #fail(message, text) {
    this.#turn++;
    this.#lens = this.#glue = undefined;
    const make = (name, properties, ...children) => {
      const element = Object.assign(document.createElement(name), properties);
      element.append(...children);
      return element;
    };
    const again = make("button", { type: "button", textContent: "Start again" });
    again.addEventListener("click", () => this.#start());
    const panel = make("div", { className: "failed", role: "alert" }, make("p", { textContent: message }));
    if (text && !this.hasAttribute("for")) panel.append(make("textarea", { value: text, readOnly: true, ariaLabel: "Your text" }));
    panel.append(again);
    this.shadowRoot.replaceChildren(make("div", { className: "lens panels" }, panel));
  }
}

function find(selector) {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
}

// The page's metadata tells the date of its one story. Where the elements show several, it is nobody's.
function onlyStory() {
  const stories = new Set([...document.querySelectorAll("article-lens[for]")].map((each) => find(each.getAttribute("for"))));
  return stories.size === 1;
}

let places;
function showPlaces() {
  if (places || !globalThis.CSS?.highlights) return;
  places = new CSSStyleSheet();
  places.replaceSync(highlights);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, places];
}

if (!customElements.get("article-lens")) customElements.define("article-lens", ArticleLens);
