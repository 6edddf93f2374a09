// The watch itself: each kind of misdeed, planted, must be seen. Without this, silence would prove nothing.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../xtask/web/server.mjs";
import { inEachBrowser, open, problems } from "./harness.mjs";

const folder = mkdtempSync(join(tmpdir(), "article-lens-"));
let server;
before(async () => {
  writeFileSync(join(folder, "index.html"), '<!doctype html><link rel="icon" href="data:,"><p id="here">here<script src="plant.js"></script>');
  writeFileSync(
    join(folder, "plant.js"),
    `globalThis.plant = {
      "a request": () => fetch("fetched.txt"),
      "an error": () => setTimeout(() => { throw new Error("planted"); }),
      "a message": () => console.error("planted"),
      "a refused style": () => document.body.setAttribute("style", "color: red"),
      "a refused image": () => (new Image().src = "http://localhost:9/planted.png"),
      // Trusted Types throw here before the script could be refused; the policy reports that as well.
      "a refused script": () => {
        try {
          document.body.append(Object.assign(document.createElement("script"), { textContent: "1" }));
        } catch {}
      },
    };`,
  );
  writeFileSync(join(folder, "fetched.txt"), "fetched");
  server = await serve(folder);
});
after(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

inEachBrowser((name, held) => {
  test("a page that does nothing", async () => {
    const page = await open(held.browser, server.url, { ready: "#here" });
    assert.deepEqual([page.watch.later(), await problems(page)], [[], []]);
    await page.close();
  });

  for (const deed of ["a request", "an error", "a message", "a refused style", "a refused image", "a refused script"]) {
    test(`${deed} is seen`, async () => {
      const page = await open(held.browser, server.url, { ready: "#here" });
      await page.evaluate((deed) => void globalThis.plant[deed](), deed);
      await new Promise((done) => setTimeout(done, 300));
      const seen = deed === "a request" ? page.watch.later() : await problems(page);
      assert.ok(seen.length > 0, `${deed} went unseen`);
      await page.close();
    });
  }
});
