// Takes pictures of the page as it is in dist/: wide and narrow, light and dark, empty, with a result, embedded.
//
//   node tests/browser/shots.mjs OUTDIR [--text FILE | --example N] [--date YYYY-MM-DD] [--browser firefox] [--only WORD] [--full]
//   node tests/browser/shots.mjs --docs      takes docs/screenshot.png anew
//
// --text is the article to paste (else an example is tried, the first or number N); --only takes the pictures whose name holds WORD;
// --full takes the whole page and not only what is in the window.

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT, launch, open, problems, settle, site } from "./harness.mjs";
import * as lens from "./lens.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    text: { type: "string" },
    example: { type: "string", default: "0" },
    docs: { type: "boolean", default: false },
    date: { type: "string" },
    browser: { type: "string", default: "chromium" },
    only: { type: "string", default: "" },
    full: { type: "boolean", default: false },
  },
});
if (values.docs) Object.assign(values, { example: "1", only: "result-wide-light" });
const out = values.docs ? mkdtempSync(join(tmpdir(), "article-lens-")) : positionals[0];
if (!out) {
  console.error("usage: node tests/browser/shots.mjs OUTDIR [--text FILE | --example N] [--date YYYY-MM-DD] [--browser firefox] [--only WORD] [--full], or --docs");
  process.exit(2);
}
mkdirSync(out, { recursive: true });

const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 780 } };
const STATES = {
  empty: async () => {},
  result: async (page) => {
    if (values.text) await lens.analyze(page, readFileSync(values.text, "utf8"), { date: values.date });
    else await lens.example(page, Number(values.example));
  },
  embed: async (page) => lens.embedded(page),
};

const server = await site();
for (const theme of ["light", "dark"]) {
  const browser = await launch(values.browser, { dark: theme === "dark" });
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const [state, reach] of Object.entries(STATES)) {
      const name = `${state}-${size}-${theme}`;
      if (!name.includes(values.only)) continue;
      const url = server.url + (state === "embed" ? "embed.html" : "");
      try {
        const page = await open(browser, url, viewport);
        await reach(page);
        await settle(page);
        // Whatever fades in has done so by then.
        await new Promise((done) => setTimeout(done, 400));
        await page.screenshot({ path: join(out, `${name}.png`), fullPage: values.full });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        console.log(`${name}.png${wide > 0 ? `  (scrolls sideways by ${wide} px)` : ""}`);
        for (const problem of await problems(page)) console.log(`   ${problem}`);
        await page.close();
      } catch (error) {
        console.log(`${name}: ${error.message}`);
      }
    }
  }
  await browser.close();
}
await server.close();
if (values.docs) copyFileSync(join(out, "result-wide-light.png"), join(ROOT, "docs/screenshot.png"));
