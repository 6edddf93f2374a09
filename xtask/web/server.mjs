// A static server for dist/: for `cargo xtask serve`, and for the browser tests, so that what is tried is what is tested.
//
//   node xtask/web/server.mjs DIR [--port N] [--open]
//
// Absent: anything a host would want in public. It listens on this machine only.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { spawn } from "node:child_process";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".wasm": "application/wasm",
};

// The strictest policy under which everything must work.
export const STRICT = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

// Serves `dir` below `base` ("/some/path/"). Gives { url, requests, close }: requests is every path asked for.
export async function serve(dir, { port = 0, base = "/", csp = STRICT } = {}) {
  const root = resolve(dir);
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push(pathname);
    const answer = (status, type, body) => {
      const headers = { "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff" };
      if (csp) headers["content-security-policy"] = csp;
      response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
    };
    try {
      if (!pathname.startsWith(base)) throw new Error("outside the base");
      let file = join(root, decodeURIComponent(pathname.slice(base.length)));
      if (file !== root && !file.startsWith(root + sep)) throw new Error("outside the folder");
      if ((await stat(file)).isDirectory()) file = join(file, "index.html");
      answer(200, TYPES[extname(file)] ?? "application/octet-stream", await readFile(file));
    } catch {
      answer(404, "text/plain; charset=utf-8", "not here\n");
    }
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  const url = `http://127.0.0.1:${server.address().port}${base}`;
  const close = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return { url, requests, close };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const flag = args.indexOf("--port");
  const dir = args[0] ?? "dist";
  // Without --port: 8080, or the next that is free.
  const start = async (port) => {
    try {
      return await serve(dir, { port });
    } catch (error) {
      if (flag >= 0 || error.code !== "EADDRINUSE" || port > 8100) throw error;
      return start(port + 1);
    }
  };
  try {
    const { url } = await start(flag < 0 ? 8080 : Number(args[flag + 1]));
    console.log(`\n   The page:       ${url}\n   An embed demo:  ${url}embed.html\n\n   Ctrl+C ends it.`);
    if (args.includes("--open")) {
      const opener = { darwin: "open", win32: "explorer" }[process.platform] ?? "xdg-open";
      spawn(opener, [url], { stdio: "ignore", detached: true }).on("error", () => {
        console.log(`   No browser could be opened (${opener} is not there); open the address by hand.`);
      });
    }
  } catch (error) {
    console.error(`   ${error.message}`);
    process.exitCode = 1;
  }
}
