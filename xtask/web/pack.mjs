// Makes what trunk leaves out of dist/: the page as one file, and the licences. Prints what everything weighs.
//
//   node xtask/web/pack.mjs DIST NO_MODULES_GLUE

import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { brotliCompressSync, constants, deflateRawSync, gzipSync } from "node:zlib";

const [dist, glue] = process.argv.slice(2);
const text = (file) => readFileSync(file, "utf8");

writeFileSync(join(dist, "article-lens.html"), oneFile());
writeFileSync(join(dist, "LICENSES.txt"), licences());
for (const file of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(file, join(dist, file));
noHomePath();
sizes();

// The page with everything in it. It works double-clicked: a file:// page may load no module and fetch no wasm, but runs
// inline scripts, so the glue is the one without modules and the wasm is text in the page.
function oneFile() {
  const wasm = readFileSync(join(dist, "lens_bg.wasm"));
  const script = text(glue);
  for (const { module, name } of WebAssembly.Module.imports(new WebAssembly.Module(wasm))) {
    if (!script.includes(name)) throw new Error(`the glue without modules lacks ${module} ${name}: build again`);
  }
  const hashes = { script: [], style: [] };
  const inline = (kind, body, open, close) => {
    if (new RegExp(`</${kind}|<!--`, "i").test(body)) throw new Error(`a ${kind} would end too early`);
    hashes[kind].push(`'sha256-${createHash("sha256").update(body).digest("base64")}'`);
    return open + body + close;
  };
  const asset = (href) => readFileSync(join(dist, href));
  const dataUrl = (href) => {
    const type = { svg: "image/svg+xml", png: "image/png", ico: "image/x-icon" }[href.split(".").pop()];
    return `data:${type};base64,${asset(href).toString("base64")}`;
  };

  let page = text(join(dist, "index.html"));
  const swap = (pattern, make) => {
    page = page.replace(pattern, (...found) => make(...found));
  };
  swap(/<meta\s[^>]*http-equiv="?content-security-policy[^>]*>\s*/gi, () => "");
  swap(/<link\s[^>]*>\s*/gi, (link) => {
    const [, rel] = link.match(/\srel="?([\w ]+)/i) ?? [];
    const [, href] = link.match(/\shref="?([^"\s>]+)/i) ?? [];
    if (rel === "stylesheet") return inline("style", asset(href).toString(), "<style>", "</style>\n");
    if (rel === "icon") return `<link rel="icon" href="${dataUrl(href)}">\n`;
    if (/preload/.test(rel)) return "";
    return link;
  });
  swap(/<script type="module" src="[^"]*boot\.js"><\/script>/, () => {
    const data = deflateRawSync(wasm, { level: 9, memLevel: 9 }).toString("base64");
    return [
      `<script type="text/plain" id="lens-wasm">${data}</script>`,
      inline("script", script, "<script>", "</script>"),
      inline("script", boot(), '<script type="module">', "</script>"),
    ].join("\n");
  });
  if (hashes.script.length !== 2) throw new Error("index.html does not load boot.js as expected");
  const left = page.match(/<(?:script|link|img|iframe)[^>]*(?:src|href)="(?!data:|#)[^"]*"/i);
  if (left) throw new Error(`not inlined: ${left[0]}`);

  const policy = [
    "default-src 'none'",
    `script-src 'wasm-unsafe-eval' ${hashes.script.join(" ")}`,
    `style-src ${hashes.style.join(" ") || "'none'"}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  swap(/<meta charset="?[^>]*>/i, (charset) => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  if (!page.includes(policy)) throw new Error("index.html has no <meta charset>");
  return page;
}

// boot.js with its import put in place by the glue and the wasm of this file.
function boot() {
  const body = text(join(dist, "boot.js"));
  const line = /^import init(?:, \{ ([\w, ]+) \})? from "\.\/lens\.js";$/m;
  if (!line.test(body)) throw new Error('boot.js must have one line: import init, { … } from "./lens.js";');
  return body.replace(
    line,
    (_, names) => `const init = async () => {
  const bytes = Uint8Array.from(atob(document.getElementById("lens-wasm").textContent), (c) => c.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  await wasm_bindgen({ module_or_path: new Response(inflated, { headers: { "content-type": "application/wasm" } }) });
};
${(names ?? "").split(", ").filter(Boolean).map((name) => `const ${name} = (...args) => wasm_bindgen.${name}(...args);`).join("\n")}`,
  );
}

// The licences of every crate that is compiled into the wasm: most ask to be named wherever they are shipped.
function licences() {
  const cargo = process.env.CARGO ?? "cargo";
  const args = ["metadata", "--format-version", "1", "--locked", "--features", "ui", "--filter-platform", "wasm32-unknown-unknown"];
  const { packages, resolve } = JSON.parse(execFileSync(cargo, args, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const named = new Map(packages.map((each) => [each.id, each]));
  const macro = (id) => named.get(id).targets.some((target) => target.kind.includes("proc-macro"));
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id) || macro(id)) return;
    seen.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
  };
  visit(resolve.root);
  seen.delete(resolve.root);

  const texts = new Map();
  const lines = [...seen].map((id) => named.get(id)).sort((a, b) => (a.name < b.name ? -1 : 1)).map((each) => {
    const folder = dirname(each.manifest_path);
    const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|unlicense)/i.test(file) && statSync(join(folder, file)).isFile());
    for (const file of files) {
      const body = text(join(folder, file)).trim();
      texts.set(body, [...(texts.get(body) ?? []), each.name]);
    }
    if (!each.license) throw new Error(`${each.name} names no licence`);
    return `${each.name} ${each.version}: ${each.license}`;
  });
  const parts = [...texts].map(([body, names]) => `${"=".repeat(80)}\n${names.join(", ")}\n\n${body}\n`);
  return `Article Lens is licensed MIT OR Apache-2.0 (see LICENSE-MIT and LICENSE-APACHE).\nIts WebAssembly contains:\n\n${lines.join("\n")}\n\n${parts.join("\n")}`;
}

function noHomePath() {
  const home = process.env.HOME;
  if (!home || home === "/") return;
  for (const file of files(dist)) {
    if (readFileSync(file).includes(`${home}/`)) throw new Error(`${file} holds the path of your home folder`);
  }
}

function files(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((each) => {
    const path = join(dir, each.name);
    return each.isDirectory() ? files(path) : [path];
  });
}

function sizes() {
  console.log(`\n${"bytes".padStart(12)}${"gzip".padStart(12)}${"brotli".padStart(12)}`);
  for (const file of files(dist).sort()) {
    const body = readFileSync(file);
    const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
    const columns = [body.length, gzipSync(body, { level: 9 }).length, brotli.length];
    console.log(`${columns.map((n) => n.toLocaleString("en").padStart(12)).join("")}  ${relative(dist, file)}`);
  }
}
