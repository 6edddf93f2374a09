// axe-core finds nothing serious: empty and with a result, wide and narrow, light and dark, on the page and embedded.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { FERRY } from "./articles.mjs";
import { launch, open, site } from "./harness.mjs";
import * as lens from "./lens.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SIZES = { wide: { width: 1280, height: 900 }, middle: { width: 800, height: 900 }, narrow: { width: 360, height: 780 } };

let server;
before(async () => (server = await site()));
after(() => server?.close());

for (const theme of ["light", "dark"]) {
  describe(theme, () => {
    let browser;
    before(async () => (browser = await launch("chromium", { dark: theme === "dark" })));
    after(() => browser?.close());

    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const [state, path, reach] of [
        ["empty", "", async () => {}],
        ["a message", "", async (page) => (await lens.write(page, "a"), await page.click(lens.READ), await lens.message(page))],
        ["a result", "", (page) => lens.analyze(page, FERRY, { date: "2025-03-06" })],
        [
          "a chip chosen",
          "",
          async (page) => {
            await lens.analyze(page, FERRY, { date: "2025-03-06" });
            await page.$eval("[data-view=who] .chip", (chip) => chip.click());
            await lens.pause(300);
          },
        ],
        ["embedded", "embed.html", lens.embedded],
      ]) {
        test(`${state}, ${size}`, async () => {
          const page = await open(browser, server.url + path, viewport);
          await reach(page);
          await lens.pause(300); // fades end
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(sideways <= 0, `scrolls sideways by ${sideways} px`);
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => globalThis.axe.run());
          const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
          const lines = serious.flatMap(({ id, help, nodes }) => [`${id}: ${help}`, ...nodes.map((node) => `   ${node.target.flat().join(" ")}: ${node.any[0]?.message ?? ""}`)]);
          assert.deepEqual(lines, []);
          await page.close();
        });
      }
    }
  });
}
