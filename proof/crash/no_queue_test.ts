import { strict as assert } from "node:assert";
import { proofFolder, withEngine } from "~/proof/_kit/folder.ts";
import { Started } from "~/proof/_kit/started.ts";
import { untilRelayed } from "~/proof/_kit/until_relayed.ts";
import { plantWorld, skuCode, tokenOf } from "~/proof/_kit/world.ts";

Deno.test("without a queue an order is routed all the same, within ten seconds", async () => {
  await using place = await proofFolder();
  const { folder } = place;
  const size = { dealers: 1, skus: 2, tiers: 1, stockOf: () => 2400 };
  await withEngine(folder, (engine) => plantWorld(engine, size));
  const server = await Started.start(folder, { env: { QUANYU_KV_URL: "none" } });
  await untilRelayed(server.url);
  const response = await fetch(`${server.url}/api/v1/orders`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${tokenOf(0)}`,
      "content-type": "application/json",
      "idempotency-key": "no-queue-proof",
    },
    body: JSON.stringify({ lines: [{ sku: skuCode(0), unit: "箱", quantity: 1 }] }),
  });
  assert.equal(response.status, 201, await response.text());
  await untilRelayed(server.url, 10_000);
  await server.stop();
  const [order] = await withEngine(
    folder,
    (engine) => engine.read.all<{ fulfilment: string }>("select fulfilment from sales_order", []),
  );
  assert.equal(order?.fulfilment, "routed");
});
