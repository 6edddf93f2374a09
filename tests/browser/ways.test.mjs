// The three ways to use it: a page under a sub-path is what every test does; here the file from disk and the element.

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { FERRY } from "./articles.mjs";
import { DIST, ONE_FILE, drop, inEachBrowser, open, problems, site } from "./harness.mjs";
import * as lens from "./lens.mjs";

let server;
before(async () => (server = await site()));
after(() => server?.close());

test("dist/ holds what a visitor and a host need", () => {
  for (const file of ["index.html", "article-lens.html", "article-lens.js", "lens.js", "lens_bg.wasm", "embed.html", "LICENSES.txt", "LICENSE-MIT", "LICENSE-APACHE"]) {
    assert.ok(existsSync(resolve(DIST, file)) && statSync(resolve(DIST, file)).size > 0, file);
  }
  assert.doesNotMatch(readFileSync(resolve(DIST, "index.html"), "utf8"), /(?:src|href)="(?:\/|https?:)/, "only relative addresses");
});

inEachBrowser((name, held) => {
  test("one file, double-clicked", async () => {
    const page = await open(held.browser, ONE_FILE, { ready: lens.BOX });
    await lens.analyze(page, FERRY, { date: "2025-03-06" });
    const seen = await lens.shown(page);
    assert.match(seen.title, /^Larnmouth/);
    assert.ok(seen.rows.some((row) => row.date === "2025-03-04"));
    await page.click(lens.NEW);
    await drop(page, lens.BOX, [{ name: "ferry.txt", type: "text/plain", text: FERRY }]);
    await lens.done(page);
    await page.click(lens.NEW);
    await lens.example(page, 0);
    assert.deepEqual(page.watch.requests.filter((address) => address !== ONE_FILE && !address.startsWith("data:")), []);
    assert.deepEqual(await problems(page), []);
    await page.close();
  });

  test("two elements on a news page, each in a shadow root of its own", async () => {
    const page = await open(held.browser, `${server.url}embed.html`, { ready: "article-lens" });
    await lens.embedded(page);
    assert.ok((await page.$$("article-lens")).length >= 2);
    const [one, two] = [await lens.shown(page, 0), await lens.shown(page, 1)];
    for (const seen of [one, two]) assert.ok(seen.chips.length > 0 && seen.rows.length > 0, "chips and events");
    assert.notDeepEqual(one.chips, two.chips, "each reads its own article");

    // What one does, the other does not.
    const pressed = (which) =>
      page.evaluate((which) => document.querySelectorAll("article-lens")[which].shadowRoot.querySelectorAll(".chip[aria-pressed=true]").length, which);
    await page.evaluate(() => {
      const root = document.querySelector("article-lens").shadowRoot;
      root.querySelector("details[data-view=who]").open = true;
      root.querySelector(".chip").click();
    });
    await page.waitForFunction(() => document.querySelector("article-lens").shadowRoot.querySelector(".chip[aria-pressed=true]"));
    assert.equal(await pressed(0), 1);
    assert.equal(await pressed(1), 0);
    assert.deepEqual(await problems(page), []);
    await page.close();
  });

  test("where the page does not give the date, its reader can", async () => {
    const page = await open(held.browser, `${server.url}embed.html`, { ready: "article-lens" });
    await lens.embedded(page);
    assert.equal(await page.evaluate(() => document.querySelector("article-lens").shadowRoot.querySelector("#lens-published")), null, "a date that is told stays");
    await page.evaluate(() => {
      const story = Object.assign(document.createElement("article"), { id: "third" });
      story.append(Object.assign(document.createElement("p"), { textContent: "The council of Ardle voted on Tuesday to keep the pool open, said Ada Finch." }));
      const element = document.createElement("article-lens");
      element.setAttribute("for", "#third");
      document.querySelector("main").append(story, element);
    });
    const third = (work) => page.evaluate(work);
    await page.waitForFunction(() => document.querySelectorAll("article-lens")[2].shadowRoot?.querySelector(".foot #lens-published"), { timeout: 30_000 });
    await third(() => {
      const input = document.querySelectorAll("article-lens")[2].shadowRoot.querySelector("#lens-published");
      input.value = "2025-03-06";
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.waitForFunction(() => document.querySelectorAll("article-lens")[2].shadowRoot.querySelector("time[datetime='2025-03-04']"), { timeout: 30_000 });
    assert.deepEqual(await problems(page), []);
    await page.close();
  });

  test("the host page is as it was: its looks, its words, its names", async () => {
    const page = await open(held.browser, `${server.url}embed.html`, { ready: "article-lens" });
    await lens.embedded(page);
    const host = (page) =>
      page.evaluate(() => ({
        words: [...document.querySelectorAll("article")].map((each) => each.textContent),
        looks: [...document.querySelectorAll("article, article h1, article p")].map((each) => {
          const { color, font, margin, backgroundColor } = getComputedStyle(each);
          return [color, font, margin, backgroundColor];
        }),
      }));
    const with_ = await host(page);
    // The same page where no script may run.
    const bare = await site({ csp: "script-src 'none'" });
    const alone = await held.browser.newPage();
    await alone.setViewport({ width: 1280, height: 900 });
    await alone.goto(`${bare.url}embed.html`);
    assert.equal(await alone.$eval("article-lens", (each) => each.shadowRoot), null, "no script ran");
    const without = await host(alone);
    await alone.close();
    await bare.close();
    assert.ok(without.words.length > 0 && without.looks.length > 2);
    assert.deepEqual(with_, without);

    // Taking an element away and putting it back leaves nothing behind and works again.
    const globals = () => page.evaluate(() => Object.keys(globalThis).length);
    const had = await globals();
    await page.evaluate(() => {
      const element = document.querySelector("article-lens");
      const place = element.parentNode;
      element.remove();
      return new Promise((done) => setTimeout(() => (place.append(element), done()), 50));
    });
    await lens.embedded(page);
    assert.equal(await globals(), had, "no new globals");
    assert.deepEqual(await host(page), with_);
    assert.deepEqual(await problems(page), []);
    await page.close();
  });

  test("what a host's script may rely on: the event, the attributes, the function", async () => {
    const page = await open(held.browser, `${server.url}embed.html`, { ready: "article-lens" });
    await lens.embedded(page);
    const event = await page.evaluate(
      () =>
        new Promise((done) => {
          addEventListener("article-lens:analysis", ({ detail, target }) => done({ json: detail, of: target.localName }), { once: true });
          document.querySelector("article-lens").setAttribute("published", "2020-02-03");
        }),
    );
    assert.equal(event.of, "article-lens");
    assert.equal(event.json.published.date, "2020-02-03");
    assert.ok(event.json.entities.length > 0 && event.json.events.length > 0);

    const json = await page.evaluate(async () => {
      const { analyze } = await import(new URL("article-lens.js", location.href));
      return analyze("Rain in Belfast\n\nIt rained in Belfast on 5 May 2024, said Leila Haddad.", { published: "2024-05-06" });
    });
    assert.equal(json.timexes[0].value, "2024-05-05");
    assert.equal(json.published.date, "2024-05-06");

    // An element for an article that is not there says so, and the others go on.
    await page.evaluate(() => document.body.append(Object.assign(document.createElement("article-lens"), { id: "lost" })));
    await page.$eval("#lost", (each) => each.setAttribute("for", "#no-such-article"));
    await page.waitForFunction(() => document.querySelector("#lost").shadowRoot?.textContent.includes("#no-such-article"));
    await page.$eval("#lost", (each) => each.remove());
    assert.ok((await lens.shown(page, 1)).chips.length > 0);
    await page.close();
  });
});
