// What is no article, or means harm: a plain message, never a broken page, nothing run, nothing fetched.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { FERRY, GERMAN, HEBREW, LONG, hostile } from "./articles.mjs";
import { DIST, copy, drop, inEachBrowser, open, paste, problems, site } from "./harness.mjs";
import { serve } from "../../xtask/web/server.mjs";
import * as lens from "./lens.mjs";

let server;
// The same without any policy, so that it is the page itself that holds, and not only its policy.
let unguarded;
const folder = mkdtempSync(join(tmpdir(), "article-lens-"));
before(async () => {
  server = await site();
  cpSync(DIST, folder, { recursive: true });
  const index = join(folder, "index.html");
  writeFileSync(index, readFileSync(index, "utf8").replace(/<meta[^>]*http-equiv="?content-security-policy[^>]*>/i, ""));
  unguarded = await serve(folder, { csp: null });
});
after(async () => {
  await server?.close();
  await unguarded?.close();
  rmSync(folder, { recursive: true, force: true });
});

inEachBrowser((name, held) => {
  // Afterwards the page must work as if nothing had been.
  const trial = (what, work) =>
    test(what, async () => {
      const page = await open(held.browser, server.url, { ready: lens.BOX });
      try {
        await work(page);
        if (await page.$(lens.NEW)) await page.click(lens.NEW);
        await lens.analyze(page, FERRY, { date: "2025-03-06" });
        assert.ok((await lens.shown(page)).rows.some((row) => row.date === "2025-03-04"), "the next article is read as ever");
        assert.deepEqual(page.watch.later(), []);
        assert.deepEqual(await problems(page), []);
      } finally {
        await page.close();
      }
    });
  // Gives a text to read and waits for an answer, whichever it is.
  const ask = async (page, text) => {
    await lens.write(page, text);
    await page.click(lens.READ);
    await page.waitForSelector(`${lens.RESULT}, ${lens.WARNING}`, { timeout: 60_000 });
  };

  for (const [what, text] of [
    ["nothing", ""],
    ["blanks", " \n\t \u00a0\u2003\n"],
    ["one letter", "a"],
    ["only emoji", "🛳️🌊👩‍👩‍👧‍👦🏳️‍🌈".repeat(20)],
    ["not English", GERMAN],
    ["right to left", HEBREW],
  ]) {
    trial(`${what}: a plain message`, async (page) => {
      await ask(page, text);
      const [said] = await lens.message(page);
      assert.ok(said.text.length > 15, said.text);
      if (text === GERMAN) {
        assert.match(said.text, /English/);
        assert.equal((await page.$$(".chip, li.row, .story [data-e]")).length, 0, "a warning, not a guess");
      }
    });
  }

  for (const [what, text] of [
    ["unclosed HTML", "<div><h1>Rain<p>It rained in <b>Belfast on <i>3 May 2024"],
    ["lone surrogates", `Rain \ud83d in Belfast \udc00 on 3 May 2024. ${FERRY}\ud800`],
    ["controls and marks of direction", `\u0000\u0007\u202eRain\u202c\ufeff ${FERRY}`],
    ["one word without end", "a".repeat(200_000)],
    ["only digits", "1".repeat(100_000)],
    ["a wall of brackets", "<".repeat(50_000) + "[".repeat(50_000)],
  ]) {
    trial(`${what}: an answer`, (page) => ask(page, text));
  }

  trial("a binary file: a plain message", async (page) => {
    const bytes = Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256);
    await drop(page, lens.BOX, [{ name: "photo.txt", type: "text/plain", bytes }]);
    const [said] = await lens.message(page);
    assert.match(said.text, /text|file/i);
  });

  for (const [guard, at] of [
    ["under the strict policy", () => server],
    ["without any policy", () => unguarded],
  ]) {
    for (const how of ["pasted", "typed", "dropped"]) {
      test(`hostile HTML, ${how}, ${guard}: nothing runs, nothing is fetched`, async () => {
        const page = await open(held.browser, at().url, { ready: lens.BOX });
        const html = hostile(at().url);
        const before = at().requests.length;
        if (how === "typed") await lens.write(page, html);
        if (how === "dropped") await drop(page, lens.BOX, [{ name: "story.html", type: "text/html", text: html }]);
        if (how === "pasted") {
          await copy(held.browser, { raw: { "text/html": html, "text/plain": "The council voted on Tuesday, said Maria Okafor." } });
          await paste(page, lens.BOX);
        }
        if (how !== "dropped" && (await page.$(lens.READ))) await page.click(lens.READ);
        await lens.done(page);
        // Whatever is shown of it is clicked, too.
        await page.$$eval(".story *", (all) => all.forEach((each) => each.click?.()));
        await lens.pause(300);
        assert.ok((await lens.shown(page)).chips.some((chip) => chip.name.includes("Okafor")), "the article itself is read");
        assert.equal(await page.evaluate(() => globalThis.ran), undefined, "nothing runs");
        assert.deepEqual(at().requests.slice(before), [], "nothing is fetched");
        assert.deepEqual(page.watch.later(), []);
        assert.deepEqual(await problems(page), [], "nor is anything refused: nothing was tried");
        assert.equal(await page.$$eval(".story :is(script, img, svg image, iframe, style, link, video, form, input, meta)", (all) => all.length), 0);
        await page.close();
      });
    }
  }

  trial("5 MB: the page stays alive, can be told to stop, and finishes", async (page) => {
    await page.evaluate((text) => void (globalThis.long = text), LONG(5_000_000));
    const fill = () =>
      page.$eval(lens.BOX, (box) => {
        box.value = globalThis.long;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
    await fill();
    await page.evaluate(() => {
      globalThis.beats = { count: 0, longest: 0, last: performance.now() };
      const beat = () => {
        const now = performance.now();
        beats.longest = Math.max(beats.longest, now - beats.last);
        beats.last = now;
        beats.count++;
        setTimeout(beat, 10);
      };
      beat();
    });
    await page.click(lens.READ);
    await page.waitForSelector(lens.CANCEL, { timeout: 60_000 });
    await page.click(lens.CANCEL);
    await page.waitForSelector(lens.READ, { timeout: 60_000 });
    await lens.pause(300);
    assert.ok(await page.$(lens.READ), "it has stopped and stays so");

    await fill();
    const start = await page.evaluate(() => ((beats.count = beats.longest = 0), performance.now()));
    await page.click(lens.READ);
    await page.waitForSelector(`${lens.RESULT}, ${lens.WARNING}`, { timeout: 170_000 });
    const { count, longest, now } = await page.evaluate(() => ({ ...beats, now: performance.now() }));
    console.log(`   ${name}: 5 MB read in ${((now - start) / 1000).toFixed(1)} s; ${count} breaths, the longest without one ${Math.round(longest)} ms`);
    assert.ok(count > 20, "the page breathes while it works");
  });
});
