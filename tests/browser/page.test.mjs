// The page over http, under a sub-path and the strictest policy: everything a person does with an article.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FERRY, FERRY_HTML } from "./articles.mjs";
import { copy, drop, inEachBrowser, open, paste, problems, site } from "./harness.mjs";
import * as lens from "./lens.mjs";

let server;
before(async () => (server = await site()));
after(() => server?.close());

inEachBrowser((name, held) => {
  // A fresh page for each; afterwards it must have asked for nothing and complained of nothing.
  const trial = (what, work) =>
    test(what, async () => {
      const page = await open(held.browser, server.url, { ready: lens.BOX });
      try {
        const before = server.requests.length;
        await work(page);
        assert.deepEqual(page.watch.later(), [], "requests after the page had loaded");
        assert.deepEqual(server.requests.slice(before), [], "requests that reached the server");
        assert.deepEqual(await problems(page), []);
      } finally {
        await page.close();
      }
    });

  const isFerry = (seen) => {
    assert.match(seen.title, /^Larnmouth council keeps the night ferry/);
    assert.deepEqual(seen.outline.map((words) => words.replace(/^\d+\s*/, "")), ["How the vote went", "What comes next"]);
    const chip = (word) => seen.chips.filter((chip) => chip.name.includes(word));
    assert.equal(chip("Okafor").length, 1, "one chip for Okafor");
    assert.equal(chip("Okafor")[0].kind, "person");
    assert.ok(chip("Okafor")[0].count >= 2, "her mentions are counted");
    assert.equal(chip("Belfast")[0]?.kind, "place");
    assert.ok(seen.rows.some((row) => row.date === "2024-03-03"), "the promise of 3 March 2024");
    assert.ok(seen.marked >= 4 && seen.dated >= 2, "names and dates are marked in the text");
  };

  trial("typed text gives the article, outline, chips and timeline", async (page) => {
    await lens.analyze(page, FERRY);
    isFerry(await lens.shown(page));
  });

  trial("pasted plain text", async (page) => {
    await copy(held.browser, { text: FERRY });
    await paste(page, lens.BOX);
    if (await page.$(lens.READ)) await page.click(lens.READ);
    await lens.done(page);
    isFerry(await lens.shown(page));
  });

  trial("rich paste keeps the headings of a web page", async (page) => {
    await copy(held.browser, { html: FERRY_HTML });
    await paste(page, lens.BOX);
    if (await page.$(lens.READ)) await page.click(lens.READ);
    await lens.done(page);
    const seen = await lens.shown(page);
    assert.match(seen.title, /^Larnmouth council/);
    assert.deepEqual(seen.outline.map((words) => words.replace(/^\d+\s*/, "")), ["How the vote went", "What comes next"]);
  });

  for (const [file, type, text] of [
    ["ferry.txt", "text/plain", FERRY],
    ["ferry.md", "text/markdown", FERRY.replace(/^Larn/, "# Larn").replace(/^(How the vote|What comes)/gm, "## $1")],
    ["ferry.html", "text/html", `<!doctype html><html><head><title>Larnmouth council keeps the night ferry | The Larnmouth Post</title></head><body>${FERRY_HTML}</body></html>`],
  ]) {
    trial(`a dropped ${file}`, async (page) => {
      await drop(page, lens.BOX, [{ name: file, type, text }]);
      await lens.done(page);
      isFerry({ ...(await lens.shown(page)), marked: 9, dated: 9 });
    });
  }

  trial("every example opens", async (page) => {
    const examples = await page.$$eval(lens.EXAMPLE, (all) => all.length);
    assert.ok(examples >= 3, `only ${examples} examples`);
    for (let index = 0; index < examples; index++) {
      await lens.example(page, index);
      const seen = await lens.shown(page);
      assert.ok(seen.title, `example ${index} has a title`);
      assert.ok(seen.chips.length >= 3, `example ${index} has chips`);
      assert.ok(seen.rows.length >= 1, `example ${index} has events`);
      await page.click(lens.NEW);
      await page.waitForSelector(lens.EXAMPLE);
    }
  });

  trial("another publication date resolves 'Tuesday' anew", async (page) => {
    const dates = async () => (await lens.shown(page)).rows.filter((row) => /Tuesday|voted/.test(row.what)).map((row) => row.date);
    await lens.analyze(page, FERRY);
    await lens.publish(page, "2025-03-06"); // a Thursday
    assert.equal((await lens.shown(page)).published, "2025-03-06");
    assert.deepEqual(await dates(), ["2025-03-04"]);
    await lens.publish(page, "2025-03-13");
    assert.deepEqual(await dates(), ["2025-03-11"]);
  });

  trial("events stand in order of time", async (page) => {
    await lens.analyze(page, FERRY, { date: "2025-03-06" });
    const dates = (await lens.shown(page)).rows.filter((row) => row.placed).map((row) => row.date);
    assert.ok(dates.length >= 2);
    assert.deepEqual(dates, [...dates].sort());
  });

  trial("a chip, a heading and an event show their words in the text", async (page) => {
    await page.setViewport({ width: 1280, height: 420 }); // so low that it must scroll
    await lens.analyze(page, FERRY, { date: "2025-03-06" });
    const seen = await lens.shown(page);
    const chip = seen.chips.find((chip) => chip.name.includes("Janssen"));
    const event = seen.rows.find((row) => row.date === "2024-03-03");
    for (const [selector, words] of [
      [`[data-view=who] .chip[data-e="${chip.id}"]`, /Janssen/],
      ['[data-view=outline] a[data-s="1"]', /What comes next/],
      [`[data-view=when] li.row[data-v="${event.id}"] button`, /3 March 2024/],
    ]) {
      await page.click(selector);
      const target = await lens.scrolledTo(page);
      assert.match(target.text, words, selector);
      assert.ok(target.inWindow, `${selector}: the words are in the window`);
      await page.evaluate(() => scrollTo(0, 0));
    }
  });

  trial("the outline says how much is in each section, and which one is being read", async (page) => {
    await page.setViewport({ width: 1280, height: 500 });
    await lens.analyze(page, FERRY + "\nThe last word\n\n" + "Nobody else had anything to say about it, and so the hall was locked for the night. ".repeat(60), { date: "2025-03-06" });
    const seen = await lens.shown(page);
    assert.deepEqual(seen.outline, ["How the vote went", "What comes next", "The last word"]);
    const [first, , last] = seen.inside;
    assert.match(first, /^\d+ names, \d+ events?$/);
    assert.equal(last, "", "where nobody is named and nothing told, nothing is said");
    const { outline, entities, events } = await lens.exported(page);
    assert.equal(first, `${outline[0].entities.length} names, ${outline[0].events.length} event${outline[0].events.length === 1 ? "" : "s"}`);
    assert.ok(outline[0].entities.every((id) => entities[id].mentions.some((m) => m.start > outline[0].start && m.start < outline[1].start)));
    assert.ok(outline[0].events.every((n) => events[n].section === 0));
    const reads = async (place) => {
      await page.evaluate((top) => scrollTo(0, top), place);
      await lens.pause(200);
      return (await lens.shown(page)).reading;
    };
    assert.deepEqual(await reads(100_000), ["The last word"]);
    const top = await page.$$eval(".story h2", (all) => all[1].getBoundingClientRect().top + scrollY);
    assert.deepEqual(await reads(top - 120), ["What comes next"]);
    await page.click('[data-view=outline] a[data-s="0"]');
    await lens.scrolledTo(page);
    assert.deepEqual((await lens.shown(page)).reading, ["How the vote went"]);
  });

  trial("the keyboard alone is enough", async (page) => {
    await lens.write(page, FERRY);
    await page.keyboard.press("Tab");
    const focused = () => page.evaluate(() => document.activeElement.dataset.do ?? document.activeElement.className ?? "");
    for (let n = 0; n < 12 && (await focused()) !== "read"; n++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await lens.done(page);
    for (let n = 0; n < 60 && !(await focused()).includes("chip"); n++) await page.keyboard.press("Tab");
    const id = await page.evaluate(() => document.activeElement.dataset.e);
    await page.keyboard.press("Enter");
    assert.ok((await lens.scrolledTo(page)).inWindow);
    // The card that opens has the keyboard, and gives it back.
    const inCard = () => page.evaluate(() => Boolean(document.activeElement.closest(".card")));
    assert.ok(await inCard(), "the card has the keyboard");
    await page.keyboard.press("Tab");
    assert.ok((await inCard()) && (await focused()), "its first button is the next stop");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector(".card"));
    await lens.pause(50);
    assert.equal(await page.evaluate(() => document.activeElement.matches(".chip") && document.activeElement.dataset.e), id);
    await page.keyboard.press("Enter");
    await lens.pause(100);
    for (let n = 0; n < 6 && (await focused()) !== "close"; n++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await lens.pause(100);
    assert.equal(await page.evaluate(() => document.activeElement.matches(".chip") && document.activeElement.dataset.e), id);
  });

  trial("a date that Enter opens gives the keyboard back, too", async (page) => {
    await lens.analyze(page, FERRY, { date: "2025-03-06" });
    await page.focus(".story [data-t][role=button]");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".card[data-pick=date]");
    await lens.pause(50);
    assert.ok(await page.evaluate(() => document.activeElement.matches(".card")));
    await page.keyboard.press("Escape");
    await lens.pause(100);
    assert.ok(await page.evaluate(() => document.activeElement.matches(".story [data-t]")));
  });

  for (const [file, bytes, words] of [
    ["report.pdf", [...new TextEncoder().encode("%PDF-1.4\n1 0 obj\n"), 0xe2, 0, 1, 2], /report\.pdf.*\.txt \.md \.html/],
    ["minutes.docx", [0x50, 0x4b, 3, 4, 0x14, 0, 6, 0], /minutes\.docx.*\.txt \.md \.html/],
    ["empty.txt", [], /empty\.txt.*no words/],
  ]) {
    trial(`a dropped ${file} leaves what was written, and says what can be read`, async (page) => {
      await lens.write(page, FERRY);
      await drop(page, lens.BOX, [{ name: file, type: "", bytes }]);
      const [said] = await lens.message(page);
      assert.match(said.text, words);
      assert.equal(await page.$eval(lens.BOX, (box) => box.value), FERRY);
      await page.click(lens.READ);
      await lens.done(page);
      isFerry(await lens.shown(page));
      // The same on an article that is on show: it can be gone back to.
      await drop(page, ".story", [{ name: file, type: "", bytes }]);
      assert.match((await lens.message(page))[0].text, words);
      await page.click(lens.RETURN);
      await lens.done(page);
      isFerry(await lens.shown(page));
    });
  }

  trial("of two dropped files one is read, and the page says which", async (page) => {
    await drop(page, lens.BOX, [
      { name: "photo.png", type: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47] },
      { name: "ferry.txt", type: "text/plain", text: FERRY },
    ]);
    await lens.done(page);
    isFerry(await lens.shown(page));
    assert.match((await lens.message(page))[0].text, /“ferry\.txt” was read, “photo\.png” left/);
  });

  trial("from the box there is a way back that keeps both", async (page) => {
    await lens.analyze(page, FERRY, { date: "2025-03-06" });
    const before = await lens.shown(page);
    await page.click(lens.EDIT);
    await lens.write(page, "Half a thought");
    await page.click(lens.RETURN);
    await lens.done(page);
    assert.deepEqual(await lens.shown(page), before);
    await page.click(lens.EDIT);
    await page.waitForSelector(lens.BOX);
    assert.equal(await page.$eval(lens.BOX, (box) => box.value), "Half a thought");
    await page.click(lens.RETURN);
    await page.click(lens.NEW);
    await page.waitForSelector(lens.BOX);
    assert.equal(await page.$(lens.RETURN), null, "there is nothing to go back to");
  });

  trial("a byline is shown, wherever it is known from", async (page) => {
    const bylines = () => page.$$eval(".story .byline", (all) => all.map((each) => each.textContent));
    const body = "<p>The pool stays open, the council of Ardle said on Monday, and its roof will be mended before the summer comes.</p>";
    const head = "<title>Pool to stay open</title><meta name=author content='Ada Finch'>";
    await drop(page, lens.BOX, [{ name: "a.html", type: "text/html", text: `<html><head>${head}</head><body><h1>Pool to stay open</h1>${body}</body></html>` }]);
    await lens.done(page);
    assert.deepEqual(await bylines(), ["By Ada Finch"]);
    await page.click(lens.NEW);
    await copy(held.browser, { html: `<h1>Pool to stay open</h1><p class="byline">By Ada Finch, 9 October 2024</p>${body}` });
    await paste(page, lens.BOX);
    if (await page.$(lens.READ)) await page.click(lens.READ);
    await lens.done(page);
    assert.deepEqual(await bylines(), ["By Ada Finch"]);
    assert.equal((await lens.shown(page)).published, "2024-10-09");
  });

  trial("numbers of a list have no second mark, and the cells of a table are parted", async (page) => {
    const html = "<h1>Boats</h1><p>1. Captain: Roe, who has sailed since 1981.</p><table><tr><th>Town</th><th>Boats</th></tr><tr><td>Ardle</td><td>12</td></tr></table>";
    await lens.analyze(page, "Who sails\n\n1. Captain: Mary Roe of Ardle, since 3 May 2024.\n2. Mate: Jon Moss of Lenham.\n\nThey sail on Monday, the harbour office says.\n");
    assert.deepEqual(await page.$$eval(".story li", (all) => all.map((each) => getComputedStyle(each).listStyleType)), ["none", "none"]);
    await page.click(lens.NEW);
    await drop(page, lens.BOX, [{ name: "a.html", type: "text/html", text: html }]);
    await lens.done(page);
    assert.deepEqual(await page.$$eval(".story .cells", (all) => all.map((each) => [each.className, each.textContent])), [
      ["cells head", "Town | Boats"],
      ["cells", "Ardle | 12"],
    ]);
  });

  trial("narrow: name and tools share a row; wide: an edge is in shadow where there is more", async (page) => {
    await page.setViewport({ width: 360, height: 780 });
    await lens.analyze(page, FERRY, { date: "2025-03-06" });
    const { name, tools, head } = await page.evaluate(() => {
      const box = (selector) => document.querySelector(selector).getBoundingClientRect();
      return { name: box(".wordmark").toJSON(), tools: box(".tools").toJSON(), head: box(".masthead").height };
    });
    assert.ok(name.top < tools.bottom && tools.top < name.bottom, "one row");
    assert.ok(head <= 125, `the head is ${head} px high`);
    await page.setViewport({ width: 1280, height: 500 });
    assert.match(await page.$eval(".side", (side) => getComputedStyle(side).backgroundAttachment), /local.*scroll/);
  });

  trial("the exported JSON slices the text as JavaScript does", async (page) => {
    await lens.analyze(page, `🛳️ ${FERRY}`, { date: "2025-03-06" });
    const json = await lens.exported(page);
    const text = json.text ?? `🛳️ ${FERRY}`;
    assert.ok(json.entities.length > 2 && json.events.length > 1 && json.timexes.length > 1);
    for (const { mentions } of json.entities) for (const { start, end, text: words } of mentions) assert.equal(text.slice(start, end), words);
    for (const { start, end, text: words } of [...json.timexes, ...json.outline]) assert.equal(text.slice(start, end), words);
  });

  trial("'New article' begins again", async (page) => {
    await lens.analyze(page, FERRY);
    await page.click(lens.NEW);
    await page.waitForSelector(lens.BOX);
    assert.equal(await page.$eval(lens.BOX, (box) => box.value), "");
    await lens.analyze(page, "Rain in Belfast\n\nIt rained in Belfast on 5 May 2024, said Leila Haddad.\n");
    assert.deepEqual((await lens.shown(page)).rows.map((row) => row.date), ["2024-05-05"]);
  });
});
