import { strict as assert } from "node:assert";
import { brotliDecompressSync } from "node:zlib";
import { html } from "./answer.ts";
import { packed } from "./packed.ts";

const words = "订货单".repeat(200);
const asking = (encoding: string) =>
  new Request("https://quanyu.test/", { headers: { "accept-encoding": encoding } });

Deno.test("packed() packs for whoever can unpack, status and kind as they were", async () => {
  const response = await packed(asking("gzip, br"), html(words, 422));
  assert.equal(response.status, 422);
  assert.equal(response.headers.get("content-encoding"), "br");
  assert.match(response.headers.get("vary")!, /HX-Request, Accept-Encoding/);
  const bytes = await response.bytes();
  assert.ok(bytes.length < 100);
  assert.equal(brotliDecompressSync(bytes).toString(), words);
});

Deno.test("packed() leaves the answer as it is for everybody else", async () => {
  const response = await packed(asking("gzip"), html(words));
  assert.equal(response.headers.get("content-encoding"), null);
  assert.equal(await response.text(), words);
});
