// Correcting chips: each of the five corrections, with the mouse and with the keyboard alone, on the page and embedded;
// undoing; and that what was corrected is exported and survives another reading.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { FERRY } from "./articles.mjs";
import { inEachBrowser, open, problems, settle, site } from "./harness.mjs";
import * as lens from "./lens.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let server;
before(async () => (server = await site()));
after(() => server?.close());

inEachBrowser((name, held) => {
  const trial = (what, work, viewport) =>
    test(what, async () => {
      const page = await open(held.browser, server.url, { ready: lens.BOX, ...viewport });
      try {
        await lens.analyze(page, FERRY, { date: "2025-03-06" });
        await work(page);
        assert.deepEqual(await problems(page), []);
      } finally {
        await page.close();
      }
    });
  const chips = async (page) => Object.fromEntries((await lens.shown(page)).chips.map(({ name, kind, count }) => [name, { kind, count }]));

  trial("hide, and undo at once", async (page) => {
    const before = await chips(page);
    await lens.editor(page, "Belfast");
    await lens.correct(page, "hide");
    assert.equal((await chips(page)).Belfast, undefined);
    assert.match(await lens.said(page), /“Belfast” is hidden/);
    await lens.correct(page, "undo-last");
    assert.deepEqual(await chips(page), before);
    assert.equal(await page.$("#lens-made"), null);
  });

  trial("rename", async (page) => {
    await lens.editor(page, "Maria Okafor");
    await page.$eval("#lens-name", (input) => (input.value = "Councillor Okafor"));
    await lens.correct(page, "rename");
    const after = await chips(page);
    assert.equal(after["Maria Okafor"], undefined);
    assert.equal(after["Councillor Okafor"].kind, "person");
    // The chip stays selected, and its card says the new name.
    assert.match(await page.$eval(".card .title", (title) => title.textContent), /Councillor Okafor/);
  });

  trial("change of kind", async (page) => {
    await lens.editor(page, "Belfast");
    await page.select("#lens-kind", "organization");
    await lens.correct(page, "kind");
    assert.equal((await chips(page)).Belfast.kind, "organization");
  });

  trial("merge", async (page) => {
    const before = await chips(page);
    await lens.editor(page, "Piet Janssen");
    await page.$eval("#lens-other", (select) => (select.value = [...select.options].find((o) => o.textContent === "Maria Okafor").value));
    await lens.correct(page, "merge");
    const after = await chips(page);
    assert.equal(after["Piet Janssen"], undefined);
    assert.equal(after["Maria Okafor"].count, before["Maria Okafor"].count + before["Piet Janssen"].count);
  });

  trial("split one mention, then name it", async (page) => {
    const before = await chips(page);
    await lens.editor(page, "Maria Okafor");
    await page.click("[data-do=next]");
    await settle(page);
    await lens.correct(page, "split");
    let after = await chips(page);
    assert.equal(after["Maria Okafor"].count, before["Maria Okafor"].count - 1);
    assert.equal(after.Okafor.count, 1);
    // The fields stay open for the new chip.
    assert.equal(await page.$eval("#lens-name", (input) => input.value), "Okafor");
    await page.$eval("#lens-name", (input) => (input.value = "Ben Okafor"));
    await lens.correct(page, "rename");
    after = await chips(page);
    assert.ok(after["Ben Okafor"] && after["Maria Okafor"] && !after.Okafor);
  });

  trial("the keyboard alone", async (page) => {
    await page.focus("[data-view=who] .chip[data-e]");
    const name = await page.evaluate(() => document.activeElement.querySelector(".name").textContent);
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-do=correct]");
    await page.focus("[data-do=correct]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#lens-editor");
    await settle(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), "lens-editor");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "lens-name");
    await page.keyboard.press("End");
    await page.keyboard.type(" of Larnmouth");
    await page.keyboard.press("Enter");
    await lens.pause(50);
    await lens.done(page);
    await settle(page);
    assert.ok((await chips(page))[`${name} of Larnmouth`]);
    // The keyboard goes on at the undo; Escape goes back step by step.
    assert.equal(await page.evaluate(() => document.activeElement.dataset.do), "undo-last");
    await page.keyboard.press("Enter");
    await lens.pause(50);
    await lens.done(page);
    await settle(page);
    assert.ok((await chips(page))[name]);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.do), "correct");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#lens-editor");
    await page.keyboard.press("Escape");
    await settle(page);
    assert.equal(await page.$("#lens-editor"), null);
    assert.ok(await page.$(".card"));
    await page.keyboard.press("Escape");
    await settle(page);
    assert.equal(await page.$(".card"), null);
  });

  trial("corrections are listed, exported, and survive a new date and an edit", async (page) => {
    await lens.editor(page, "Belfast");
    await lens.correct(page, "hide");
    await lens.editor(page, "Maria Okafor");
    await page.$eval("#lens-name", (input) => (input.value = "M. Okafor"));
    await lens.correct(page, "rename");
    const listed = await page.$$eval("#lens-made li span", (all) => all.map((each) => each.textContent));
    assert.deepEqual(listed, ["“Belfast” is hidden", "“Maria Okafor” is now “M. Okafor”"]);
    const { corrections, entities } = await lens.exported(page);
    assert.deepEqual(corrections, [
      { do: "hide", entity: { name: "Belfast", kind: "place" } },
      { do: "rename", entity: { name: "Maria Okafor", kind: "person" }, name: "M. Okafor" },
    ]);
    assert.ok(entities.some(({ name }) => name === "M. Okafor") && !entities.some(({ name }) => name === "Belfast"));
    await lens.publish(page, "2025-03-07");
    assert.ok((await chips(page))["M. Okafor"]);
    await page.click(lens.EDIT);
    await lens.analyze(page, `${FERRY}\nNobody else was asked.\n`);
    const after = await chips(page);
    assert.ok(after["M. Okafor"] && !after.Belfast);
    await page.$eval("[data-do=undo-all]", (button) => button.click());
    await lens.pause(50);
    await lens.done(page);
    assert.ok((await chips(page)).Belfast && (await chips(page))["Maria Okafor"]);
    // Another article begins without them.
    await page.click(lens.NEW);
    await lens.analyze(page, FERRY);
    assert.equal(await page.$("#lens-made"), null);
  });

  for (const [size, viewport] of Object.entries({ wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 780 } })) {
    trial(
      `the fields are in reach and clean, ${size}`,
      async (page) => {
        await page.$eval("[data-view=who] .chip[data-e]", (chip) => chip.click());
        await page.waitForSelector("[data-do=correct]");
        await page.$eval("[data-do=correct]", (button) => button.click());
        await page.waitForSelector("#lens-editor");
        await lens.pause(400);
        const box = await page.$eval("#lens-editor", (editor) => {
          const { top, bottom, left, right } = editor.getBoundingClientRect();
          return { top, bottom, left, right, width: innerWidth, height: innerHeight };
        });
        assert.ok(box.top >= 0 && box.bottom <= box.height && box.left >= 0 && box.right <= box.width, JSON.stringify(box));
        assert.equal(await page.evaluate(() => document.querySelectorAll("#lens-editor [style], .cards [style]").length), 0);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).map(({ id, nodes }) => `${id} ${nodes[0].target}`), []);
      },
      viewport,
    );
  }

  test("analyze() takes corrections", async () => {
    const page = await open(held.browser, `${server.url}embed.html`);
    const [plain, corrected] = await page.evaluate(async (address) => {
      const { analyze } = await import(address);
      const text = "Ann Lee opened the school in York.";
      const corrections = [{ do: "hide", entity: { name: "York", kind: "place" } }];
      return [await analyze(text), await analyze(text, { corrections })];
    }, `${server.url}article-lens.js`);
    assert.equal(plain.entities.length, 2);
    assert.deepEqual(corrected.entities.map(({ name }) => name), ["Ann Lee"]);
    assert.equal(corrected.corrections.length, 1);
    await page.close();
  });

  test("embedded beside an article", async () => {
    const page = await open(held.browser, `${server.url}embed.html`);
    await lens.embedded(page);
    const hidden = await page.evaluate(async () => {
      const root = document.querySelector("article-lens[for]").shadowRoot;
      const wait = () => new Promise((done) => setTimeout(done, 300));
      root.querySelector("[data-view=who]").open = true;
      const chip = root.querySelector("[data-view=who] .chip[data-e]");
      const name = chip.querySelector(".name").textContent;
      chip.click();
      await wait();
      root.querySelector("[data-do=correct]").click();
      await wait();
      root.querySelector("[data-do=hide]").click();
      await wait();
      const left = [...root.querySelectorAll("[data-view=who] .name")].map((each) => each.textContent);
      return { name, left, made: root.querySelector("#lens-made li span").textContent };
    });
    assert.ok(!hidden.left.includes(hidden.name), JSON.stringify(hidden));
    assert.equal(hidden.made, `“${hidden.name}” is hidden`);
    assert.deepEqual(await problems(page), []);
    await page.close();
  });
});
