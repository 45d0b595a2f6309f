import assert from "node:assert/strict";
import { openDoor, within } from "./serve.ts";

const here = { host: "127.0.0.1", port: 0 };

/** A POST whose body never comes. */
async function halfSent(url: string): Promise<Deno.TcpConn> {
  const { hostname, port } = new URL(url);
  const line = await Deno.connect({ hostname, port: Number(port) });
  const head = `POST / HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 100\r\n\r\nhalf`;
  await line.write(new TextEncoder().encode(head));
  return line;
}

Deno.test("close() lets a request under way finish", async () => {
  const begun = Promise.withResolvers<void>();
  const may = Promise.withResolvers<void>();
  const door = openDoor(here, async () => {
    begun.resolve();
    await may.promise;
    return new Response("done");
  });
  const asked = fetch(door.url).then((reply) => reply.text());
  await begun.promise;
  const closing = door.close(60_000);
  await assert.rejects(fetch(door.url), TypeError);
  may.resolve();
  assert.equal(await asked, "done");
  assert.equal(await closing, true);
  await door.finished;
});

Deno.test("close() waits no longer than its deadline for a request that never ends", async () => {
  const begun = Promise.withResolvers<void>();
  const door = openDoor(here, async (request) => {
    begun.resolve();
    return new Response(await request.text().catch(() => "cut"));
  });
  const line = await halfSent(door.url);
  await begun.promise;
  const startedMs = performance.now();
  assert.equal(await door.close(50), false);
  const tookMs = performance.now() - startedMs;
  assert.ok(tookMs >= 45 && tookMs < 2000, `${tookMs} ms`);
  line.close();
  await door.finished;
});

Deno.test("within() says whether the work was done in time", async () => {
  assert.equal(await within(1000, Promise.resolve()), true);
  assert.equal(await within(1, new Promise(() => {})), false);
});
