import assert from "node:assert/strict";
import { TemporarilyUnavailable } from "~/db/_engine/writer.ts";
import { Passwords } from "./password.ts";

const quick = { logN: 4, r: 8, p: 1 };
const real = new Passwords();

Deno.test("Passwords.hash() stores its cost and salt, and only the same password fits", async () => {
  const stored = await real.hash("桂花乌龙-2026");
  assert.match(stored, /^\$scrypt\$ln=15,r=8,p=3\$/);
  assert.equal(await real.verify("桂花乌龙-2026", stored), true);
  assert.equal(await real.verify("桂花乌龙-2027", stored), false);
  assert.notEqual(await real.hash("桂花乌龙-2026"), stored);
});

Deno.test("Passwords.verify() takes the same composed and decomposed letters for one password", async () => {
  const passwords = new Passwords(quick);
  assert.equal(
    await passwords.verify("cafe\u0301-geheim", await passwords.hash("caf\u00e9-geheim")),
    true,
  );
});

Deno.test("Passwords.verify() says no without a usable hash, and hashes all the same", async () => {
  for (const stored of [null, "", "!", "$scrypt$ln=15,r=8,p=3$short$short"]) {
    const startedMs = performance.now();
    assert.equal(await real.verify("whatever it was", stored), false);
    assert.ok(performance.now() - startedMs > 20, `${stored} was answered without hashing`);
  }
});

Deno.test("Passwords.isOutdated() asks for a new hash once the cost has changed", async () => {
  const before = new Passwords(quick);
  const stored = await before.hash("桂花乌龙-2026");
  assert.equal(before.isOutdated(stored), false);
  assert.equal(real.isOutdated(stored), true);
  assert.equal(await real.verify("桂花乌龙-2026", stored), true);
});

Deno.test("Passwords lets two run and twenty wait, and refuses the next", async () => {
  const passwords = new Passwords({ logN: 10, r: 8, p: 1 });
  const settled = await Promise.allSettled(
    Array.from({ length: 25 }, () => passwords.hash("十个字符以上的密码")),
  );
  const refused = settled.filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
  assert.equal(refused.length, 3);
  assert.ok(refused.every(({ reason }) => reason instanceof TemporarilyUnavailable));
  assert.match(await passwords.hash("后来的人"), /^\$scrypt/);
});
