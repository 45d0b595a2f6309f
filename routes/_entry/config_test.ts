import assert from "node:assert/strict";
import { BadConfig, readConfig } from "./config.ts";

const read = (env: Record<string, string>) => readConfig((name) => env[name]);

const refused: [Record<string, string>, RegExp][] = [
  [{ QUANYU_ENV: "prod" }, /QUANYU_ENV must be one of production, development, not "prod"/],
  [{ QUANYU_ENV: "Production" }, /QUANYU_ENV 须是/],
  [{ QUANYU_SEED: "demo" }, /QUANYU_SEED must be one of tiny, demo_zh, demo_en, none/],
  [{ QUANYU_ENV: "production", QUANYU_SEED: "tiny" }, /refuses demo data/],
  [{ QUANYU_LOG: "debug" }, /QUANYU_LOG must be one of requests, errors/],
  [{ PORT: "80a" }, /PORT must be a whole number/],
  [{ PORT: "70000" }, /PORT must be a whole number/],
  [{ QUANYU_TRUSTED_PROXY: "proxy.local" }, /QUANYU_TRUSTED_PROXY must be the IP address/],
  [{ QUANYU_TRUSTED_PROXY: "10.0.0.1, 10.0.0.2" }, /QUANYU_TRUSTED_PROXY must be/],
  [{ QUANYU_ORIGIN: "shop.example.com" }, /QUANYU_ORIGIN must make an address/],
  [{ QUANYU_ORIGIN: "postgres://shop.example.com" }, /QUANYU_ORIGIN must make an address/],
  [
    { QUANYU_ORIGIN: "https://shop.example.com/quanyu" },
    /set it to https:\/\/shop\.example\.com\./,
  ],
  [{ QUANYU_ORIGIN: "https://me:secret@shop.example.com" }, /origin only/],
  [{ QUANYU_ORIGIN: "http://shop.example.com" }, /Put TLS in front/],
  [{ QUANYU_ORIGIN: "http://127.evil.example" }, /Put TLS in front/],
  [{ HOST: "0.0.0.0" }, /HOST=0\.0\.0\.0 would serve plain http.*Put TLS in front/],
  [{ HOST: "::" }, /HOST=:: would serve plain http/],
  [{ HOST: "0.0.0.0", QUANYU_ORIGIN: "http://0.0.0.0:8000" }, /Put TLS in front/],
  [{ HOST: "192.168.1.5" }, /Put TLS in front/],
  [{ HOST: "no host" }, /HOST must make an address/],
  [{ QUANYU_DATABASE_URL: "postgres://db/quanyu" }, /postgres: is no kind of database/],
  [{ QUANYU_DATABASE_URL: "libsql://x.turso.io" }, /names a remote database/],
  [{ QUANYU_DATABASE_URL: "file:/elsewhere/quanyu.db" }, /does not lie in QUANYU_DATA/],
  [{ QUANYU_DATABASE_URL: ":memory:" }, /does not lie in QUANYU_DATA/],
];

Deno.test.each(refused)(
  "readConfig() refuses %o with a sentence in both languages",
  (env, words) => {
    assert.throws(() => read(env), (error: unknown) => {
      assert.ok(error instanceof BadConfig, String(error));
      assert.match(error.message, words);
      assert.match(error.message, /[a-z]{3}.*\. .*[一-鿿]{3}.*。$/s);
      return true;
    });
  },
);

Deno.test("readConfig() takes what is good, and nothing set for what is empty", () => {
  const plain = read({ QUANYU_ENV: "", QUANYU_ORIGIN: "", QUANYU_TRUSTED_PROXY: "none" });
  assert.equal(plain.origin, "http://127.0.0.1:8000");
  assert.equal(plain.databasePath, "./data/quanyu.db");
  assert.deepEqual([plain.seed, plain.samplePasswords, plain.log], ["demo_zh", true, "requests"]);
  assert.equal(plain.trustedProxy, null);

  const real = read({
    HOST: "::",
    QUANYU_ENV: "production",
    QUANYU_ORIGIN: "https://Shop.Example.com:443/",
    QUANYU_TRUSTED_PROXY: "2001:DB8:0::1",
    QUANYU_LOG: "errors",
  });
  assert.equal(real.origin, "https://shop.example.com");
  assert.equal(real.trustedProxy, "2001:db8::1");
  assert.deepEqual([real.seed, real.samplePasswords, real.log], ["none", false, "errors"]);
  assert.equal(read({ HOST: "::1", PORT: "9" }).origin, "http://[::1]:9");
  const inBox = { HOST: "0.0.0.0", QUANYU_ORIGIN: "http://127.0.0.1:8000" };
  assert.equal(read(inBox).origin, inBox.QUANYU_ORIGIN);
});

Deno.test("readConfig() takes a database in the data folder only, wherever links lead", async () => {
  const home = await Deno.realPath(await Deno.makeTempDir());
  const [data, other] = [`${home}/data`, `${home}/other`];
  const at = (url: string, folder = data) => () =>
    read({ QUANYU_DATA: folder, QUANYU_DATABASE_URL: url }).databasePath;
  assert.equal(at(`file:${data}/books.db`)(), `${data}/books.db`, "before the folder is made");
  for (const folder of [data, other]) await Deno.mkdir(folder);
  await Deno.writeTextFile(`${other}/quanyu.db`, "");
  await Deno.mkdir(`${data}/deep`);
  await Deno.symlink(data, `${home}/linked`);
  await Deno.symlink(`${other}/quanyu.db`, `${data}/link.db`);
  await Deno.symlink(`${other}/not-yet.db`, `${data}/dangling.db`);

  assert.equal(at(`file://${data}/books.db`)(), `${data}/books.db`);
  assert.equal(at(`${home}/linked/books.db`)(), `${home}/linked/books.db`);
  assert.equal(at(`${data}/books.db`, `${home}/linked`)(), `${data}/books.db`);
  for (const name of ["link.db", "dangling.db", "deep/quanyu.db", "../other/quanyu.db"]) {
    assert.throws(at(`file:${data}/${name}`), BadConfig, name);
  }
  await Deno.symlink(`${other}/quanyu.db`, `${data}/quanyu.db`);
  assert.throws(() => read({ QUANYU_DATA: data }), BadConfig, "the default name, linked elsewhere");
  await Deno.remove(home, { recursive: true });
});
