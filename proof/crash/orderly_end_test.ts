import { strict as assert } from "node:assert";
import { proofFolder, withEngine } from "~/proof/_kit/folder.ts";
import { Started } from "~/proof/_kit/started.ts";
import { plantWorld, skuCode, tokenOf } from "~/proof/_kit/world.ts";

const clients = 8;
/** The server's own five seconds for requests, and as much as a machine under load may add. */
const deadlineMs = 5000 + 5000;

/** Orders until the server is gone; answers the numbers it was promised. */
async function orderOn(url: string, dealer: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let sent = 0;; sent++) {
    const reply = await fetch(`${url}/api/v1/orders`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${tokenOf(dealer)}`,
        "content-type": "application/json",
        "idempotency-key": `orderly-end-${dealer}-${sent}`,
      },
      body: JSON.stringify({ lines: [{ sku: skuCode(sent % 5), unit: "箱", quantity: 1 }] }),
    }).then(async (response) => ({ ok: response.ok, ...await response.json() })).catch(() => null);
    if (reply === null) return numbers;
    if (reply.ok) numbers.push(reply.number);
  }
}

/** An order whose body stops half way. */
async function halfSent(url: string): Promise<Deno.TcpConn> {
  const { hostname, port } = new URL(url);
  const line = await Deno.connect({ hostname, port: Number(port) });
  const head = `POST /api/v1/orders HTTP/1.1\r\nhost: ${hostname}\r\n` +
    `authorization: Bearer ${tokenOf(0)}\r\ncontent-type: application/json\r\n` +
    `idempotency-key: half-an-order\r\ncontent-length: 100\r\n\r\n{"lines": [`;
  await line.write(new TextEncoder().encode(head));
  return line;
}

async function house() {
  const place = await proofFolder();
  await withEngine(
    place.folder,
    (engine) => plantWorld(engine, { dealers: clients, skus: 5, tiers: 1, stockOf: () => 1e8 }),
  );
  const server = await Started.start(place.folder, { env: { QUANYU_LOG: "requests" } });
  const end = async (times: number) => {
    const startedMs = performance.now();
    for (let i = 0; i < times; i++) {
      server.child.kill("SIGTERM");
      await new Promise((done) => setTimeout(done, 200));
    }
    const code = await server.exited;
    return { code, tookMs: performance.now() - startedMs };
  };
  return { ...place, server, end };
}

Deno.test("SIGTERM under load: exit code 0 within the deadline, and every 2xx is stored", async () => {
  const { folder, server, end, ...place } = await house();
  const ordering = Promise.all(Array.from({ length: clients }, (_, i) => orderOn(server.url, i)));
  const line = await halfSent(server.url);
  await new Promise((done) => setTimeout(done, 1500));
  const { code, tookMs } = await end(1);
  line.close();
  const promised = (await ordering).flat();
  assert.equal(code, 0);
  assert.ok(tookMs > 4000 && tookMs < deadlineMs, `the half-sent order held it for ${tookMs} ms`);
  assert.ok(promised.length > clients, `${promised.length} orders`);
  const stored = await withEngine(
    folder,
    (engine) => engine.read.all<{ number: string }>("select number from sales_order", []),
  );
  const numbers = new Set(stored.map(({ number }) => number));
  assert.deepEqual(promised.filter((number) => !numbers.has(number)), []);
  await place[Symbol.asyncDispose]();
});

Deno.test("a started server says that it is ready, its relay too, and logs who asked", async () => {
  const { server, end, ...place } = await house();
  const reply = await fetch(`${server.url}/readyz`);
  assert.deepEqual((await reply.json()).checks, {
    database: true,
    migrations: true,
    writer: true,
    queue: true,
  });
  const line = JSON.parse(await server.hears(/"event":"request"/));
  assert.deepEqual([line.method, line.route, line.status], ["GET", "/readyz", 200]);
  assert.equal((await end(1)).code, 0);
  await place[Symbol.asyncDispose]();
});

Deno.test("a second SIGTERM ends at once", async () => {
  const { server, end, ...place } = await house();
  const line = await halfSent(server.url);
  await new Promise((done) => setTimeout(done, 200));
  const { code, tookMs } = await end(2);
  line.close();
  assert.equal(code, 1);
  assert.ok(tookMs < 3000, `${tookMs} ms`);
  await place[Symbol.asyncDispose]();
});
