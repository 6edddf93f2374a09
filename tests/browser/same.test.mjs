// The page and the command give the same answer for every article of ours: one engine, 32 bits or 64.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { ROOT, inEachBrowser, open, problems, site } from "./harness.mjs";
import * as lens from "./lens.mjs";

const COMMAND = resolve(ROOT, process.env.CARGO_TARGET_DIR ?? "target", "debug/analyze");
const folder = resolve(ROOT, "tests/articles");
const articles = readdirSync(folder, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .flatMap(({ name }) => ["txt", "md", "html"].map((ending) => join(folder, name, `article.${ending}`)))
  .filter((file) => existsSync(file));

let server;
before(async () => {
  if (!existsSync(COMMAND)) throw new Error("the command is not built: cargo build --bin analyze");
  server = await site();
});
after(() => server?.close());

inEachBrowser((name, held) => {
  test(`${articles.length} articles`, async () => {
    assert.ok(articles.length >= 12);
    const page = await open(held.browser, server.url, { ready: lens.BOX });
    for (const file of articles) {
      const text = readFileSync(file, "utf8");
      const command = JSON.parse(execFileSync(COMMAND, ["-"], { input: text, maxBuffer: 1 << 26 }));
      await lens.analyze(page, text);
      assert.deepEqual(await lens.exported(page), command, file);
      await page.click(lens.NEW);
    }
    assert.deepEqual(await problems(page), []);
    await page.close();
  });
});
