// What every browser test stands on: a server with the strictest policy, stock Chromium and Firefox, and pages that
// write down everything they should not do.
//
// Absent: anything about the interface; that is in lens.mjs.

import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, before, describe } from "node:test";
import puppeteer from "puppeteer-core";
import { serve } from "../../xtask/web/server.mjs";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const DIST = resolve(ROOT, "dist");
export const BROWSERS = ["chromium", "firefox"];

// dist/ under a sub-path, as GitHub Pages serves it.
export async function site(options = {}) {
  if (!existsSync(resolve(DIST, "index.html"))) throw new Error("dist/ is not there: run `cargo xtask dist` first");
  return serve(DIST, { base: "/some/sub-path/", ...options });
}

// The one self-contained file, as it is when double-clicked.
export const ONE_FILE = pathToFileURL(resolve(DIST, "article-lens.html")).href;

export async function launch(name, { dark = false } = {}) {
  const programs = {
    chromium: [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
    firefox: [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"],
  };
  const executablePath = programs[name].find((path) => path && existsSync(path));
  if (!executablePath) throw new Error(`there is no ${name}: name it in ${name.toUpperCase()}`);
  const common = { browser: name === "chromium" ? "chrome" : name, executablePath, headless: true, protocolTimeout: 300_000 };
  if (name === "firefox") {
    // 0 is dark, 1 is light: Firefox cannot be told per page.
    const extraPrefsFirefox = { "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1 };
    return puppeteer.launch({ ...common, extraPrefsFirefox });
  }
  const args = ["--disable-gpu", "--force-color-profile=srgb", "--hide-scrollbars", `--blink-settings=preferredColorScheme=${dark ? 0 : 1}`];
  // Chromium's sandbox refuses to work for root, as in a container.
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return puppeteer.launch({ ...common, args });
}

// A page at `url` that watches itself. Its `watch` holds
//   requests   every address asked for, in order
//   problems   errors, refused policies, dialogs: what a good page has none of
//   later()    the requests since the page had loaded
export async function open(browser, url, { width = 1280, height = 900, ready } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  const watch = { requests: [], problems: [], loaded: 0 };
  watch.later = () => watch.requests.slice(watch.loaded).filter((address) => !address.startsWith("data:"));
  page.on("request", (request) => watch.requests.push(request.url()));
  page.on("requestfailed", (request) => watch.problems.push(`failed: ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && watch.problems.push(`${response.status()}: ${response.url()}`));
  page.on("pageerror", (error) => watch.problems.push(`error: ${error?.message ?? error}`));
  page.on("console", (message) => ["error", "assert"].includes(message.type()) && watch.problems.push(`console: ${message.text()}`));
  page.on("dialog", (dialog) => (watch.problems.push(`dialog: ${dialog.message()}`), dialog.dismiss().catch(() => {})));
  await page.evaluateOnNewDocument(() => {
    globalThis.refused = [];
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.refused.push(`policy: ${event.effectiveDirective} refused ${event.blockedURI || event.sample}`);
    });
  });
  await page.goto(url, { waitUntil: "load" });
  if (ready) await page.waitForSelector(ready, { timeout: 30_000 });
  await settle(page);
  watch.loaded = watch.requests.length;
  page.watch = watch;
  return page;
}

// All that went wrong on a page so far.
export async function problems(page) {
  const refused = await page.evaluate(() => globalThis.refused ?? []);
  return [...page.watch.problems, ...refused];
}

// Waits until the page has drawn what it was asked for.
export async function settle(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
}

// Copies, as a person does who marks it all and presses Ctrl+C: what an HTML source shows, or a plain text, or else
// whatever a page that means harm puts on the clipboard ({ "text/html": …, … }), unchanged.
export async function copy(browser, { html, text, raw }) {
  const page = await browser.newPage();
  await page.setContent(html ?? "<textarea>x</textarea>");
  await page.bringToFront();
  await page.evaluate(
    (text, raw) => {
      const box = document.querySelector("textarea");
      if (!box) return getSelection().selectAllChildren(document.body);
      if (text !== undefined) box.value = text;
      box.select();
      if (!raw) return;
      addEventListener("copy", (event) => {
        event.preventDefault();
        for (const [type, data] of Object.entries(raw)) event.clipboardData.setData(type, data);
      });
    },
    text,
    raw,
  );
  await press(page, "c", "Copy");
  await page.close();
}

// Pastes what was copied into an element of a page, with Ctrl+V.
export async function paste(page, selector) {
  await page.bringToFront();
  await page.focus(selector);
  await press(page, "v", "Paste");
}

// Chromium leaves editing keys to the system and must be told what they mean; Firefox knows them.
async function press(page, key, command) {
  const chromium = (await page.browser().version()).startsWith("Chrome") || (await page.browser().version()).includes("Headless");
  await page.keyboard.down("Control");
  await page.keyboard.press(key, chromium ? { commands: [command] } : {});
  await page.keyboard.up("Control");
}

// Drops files ([{ name, type, text | bytes }]) on an element of a page.
export async function drop(page, selector, files) {
  await page.$eval(
    selector,
    (target, files) => {
      const dataTransfer = new DataTransfer();
      for (const { name, type, text, bytes } of files) {
        dataTransfer.items.add(new File([text ?? new Uint8Array(bytes)], name, { type }));
      }
      for (const name of ["dragenter", "dragover", "drop"]) {
        target.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, composed: true, dataTransfer }));
      }
    },
    files,
  );
}

// Calls `tests(name, browser)` for each browser: a group of tests with a browser of its own.
export function inEachBrowser(tests, options) {
  for (const name of BROWSERS) {
    describe(name, () => {
      const held = {};
      before(async () => {
        held.browser = await launch(name, options);
      });
      after(() => held.browser?.close());
      tests(name, held);
    });
  }
}
