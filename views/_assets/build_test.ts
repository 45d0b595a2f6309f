import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { bundle, compress } from "./build.ts";
import { asset } from "./serve.ts";

const kB = 1024;
const size = (bytes: Uint8Array) => compress(bytes).br.length;
const { files } = JSON.parse(
  Deno.readTextFileSync(new URL("built/manifest.json", import.meta.url)),
) as { files: Record<string, string> };

Deno.test({
  name: "bundle() stays within its budgets and gives the same bytes twice",
  // esbuild's helper process outlives a single build until stop() has settled.
  sanitizeOps: false,
  sanitizeResources: false,
  fn: async () => {
    const first = await bundle();
    const second = await bundle();
    assert.deepEqual(first, second);
    assert.ok(size(first["quanyu.css"]!) <= 9 * kB);
    assert.ok(size(first["quanyu.js"]!) + size(first["pad.js"]!) <= 4 * kB);
    const css = new TextDecoder().decode(first["quanyu.css"]);
    assert.match(css, /^@layer reset,tokens,base,layout,parts,pages,small,print;/);
    assert.match(css, /--accent: ?light-dark\(oklch\(/);
    assert.doesNotMatch(css, /url\((?!data:)|@import/);
    for (const name of ["quanyu.js", "pad.js"]) {
      assert.doesNotMatch(new TextDecoder().decode(first[name]), /\beval\(|new Function|innerHTML/);
    }
  },
});

Deno.test("asset() answers in the encoding the client accepts", () => {
  const name = files["quanyu.css"]!;
  const cases: [string, string][] = [
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=0.8, br;q=0", "gzip"],
    ["GZIP", "gzip"],
    ["", "identity"],
    ["br;q=0.0, gzip;q=0", "identity"],
  ];
  for (const [accept, encoding] of cases) {
    assert.equal(asset(name, accept)!.encoding, encoding, accept);
  }
});

Deno.test("asset() gives the same text in every encoding, kept for a year", () => {
  const name = files["quanyu.js"]!;
  const plain = asset(name)!;
  const text = new TextDecoder().decode(plain.body);
  assert.equal(brotliDecompressSync(asset(name, "br")!.body).toString(), text);
  assert.equal(gunzipSync(asset(name, "gzip")!.body).toString(), text);
  assert.equal(plain.headers["cache-control"], "public, max-age=31536000, immutable");
  assert.equal(plain.headers["content-type"], "text/javascript; charset=utf-8");
  assert.equal(plain.headers["content-encoding"], undefined);
  assert.equal(plain.headers.vary, "accept-encoding");
});

Deno.test("asset() knows only the names of the manifest", () => {
  for (const name of ["quanyu.css", "../serve.ts", "manifest.json", "", "/etc/passwd"]) {
    assert.equal(asset(name, "br"), undefined, name);
  }
});
