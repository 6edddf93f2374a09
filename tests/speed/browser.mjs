// How fast the shipped wasm reads articles where readers are: in Chromium and Firefox, and beside the JavaScript
// libraries that find dates or names, on the same articles in the same run (V8, in Node).
//
//   node tests/speed/browser.mjs        (cargo xtask bench runs it, after building dist/)
//
// Figures are medians of rounds over our own articles; machines are noisy, so the ratios say more than the milliseconds.
// The peers do one of our three tasks each; ours is the whole analysis: outline, names, dates, timeline.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { BROWSERS, DIST, ROOT, launch, open, site } from "../browser/harness.mjs";
import * as lens from "../browser/lens.mjs";

const ROUNDS = 9;
const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(ROOT, "tests/articles");
const articles = readdirSync(folder, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .flatMap(({ name }) => readdirSync(join(folder, name)).filter((file) => file === "article.txt").map((file) => join(folder, name, file)))
  .map((file) => readFileSync(file, "utf8"));
const bytes = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const middle = (times) => times.sort((a, b) => a - b)[times.length >> 1];

// Two articles one after the other: 5 KB, the length of a news story.
const story = articles.join("\n\n").slice(0, 5_000);

await inBrowsers();
await besidePeers();

async function inBrowsers() {
  console.log(`\nOne article of ${(bytes([story]) / 1000).toFixed(1)} KB, read again and again (median of 200 after 50 to warm up; first: the first after loading)`);
  const server = await site();
  for (const name of BROWSERS) {
    const browser = await launch(name);
    const page = await open(browser, server.url, { ready: lens.BOX });
    const [first, warm] = await page.evaluate(async (story) => {
      const { analyze } = await import("./lens.js");
      // Firefox rounds its clock to a millisecond: many readings in one stretch, divided.
      const time = (runs) => {
        const start = performance.now();
        for (let run = 0; run < runs; run++) analyze(story, {});
        return (performance.now() - start) / runs;
      };
      const first = time(1);
      time(50);
      const times = Array.from({ length: 20 }, () => time(10)).sort((a, b) => a - b);
      return [first, times[10]];
    }, story);
    console.log(`  ${name.padEnd(10)} first ${first.toFixed(1).padStart(7)} ms   warm ${warm.toFixed(2).padStart(7)} ms`);
    await browser.close();
  }
  server.close();
}

async function besidePeers() {
  const peer = createRequire(join(here, "peers/package.json"));
  const ours = await import(pathToFileURL(join(DIST, "lens.js")).href);
  await ours.default({ module_or_path: readFileSync(join(DIST, "lens_bg.wasm")) });
  const chrono = peer("chrono-node");
  const recognizers = peer("@microsoft/recognizers-text-date-time");
  const compromise = peer("compromise");
  const day = new Date(2025, 0, 21);
  const systems = {
    "Article Lens, everything": (text) => ours.analyze(text, { published: "2025-01-21" }),
    "chrono-node, dates": (text) => chrono.parse(text, day),
    "recognizers-text, dates": (text) => recognizers.recognizeDateTime(text, "en-us", undefined, day),
    "compromise, names": (text) => compromise(text).topics().out("array"),
  };
  console.log(`\n${articles.length} articles, ${(bytes(articles) / 1000).toFixed(0)} KB, in Node ${process.version} (median of ${ROUNDS} rounds in turn)`);
  const times = Object.fromEntries(Object.keys(systems).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, read] of Object.entries(systems)) {
      const start = performance.now();
      for (const text of articles) read(text);
      // The first round warms up.
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  const own = middle(times["Article Lens, everything"]);
  for (const [name, all] of Object.entries(times)) {
    const time = middle(all);
    const [least, most] = [Math.min(...all), Math.max(...all)];
    console.log(
      `  ${name.padEnd(26)} ${time.toFixed(1).padStart(9)} ms (${least.toFixed(1)} to ${most.toFixed(1)})  ` +
        `${(bytes(articles) / 1e3 / time).toFixed(3).padStart(7)} MB/s   ${(time / own).toFixed(1).padStart(7)} times ours`,
    );
  }
}
