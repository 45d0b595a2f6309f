import { runInvariants } from "~/db/_engine/invariants.ts";
import { proofFolder, withEngine } from "~/proof/_kit/folder.ts";
import { Started } from "~/proof/_kit/started.ts";
import { plantWorld, skuCode, staffToken, tokenOf } from "~/proof/_kit/world.ts";

export type LastUnitReport = {
  rounds: number;
  sockets: number;
  winners: number[];
  broken: string[];
};

const dealers = 20;

/** Every round one unit comes in and `sockets` connections want it at once, from another process. */
export async function proveLastUnit(
  { rounds, sockets }: { rounds: number; sockets: number },
): Promise<LastUnitReport> {
  await using place = await proofFolder();
  const { folder } = place;
  await withEngine(
    folder,
    (engine) => plantWorld(engine, { dealers, skus: rounds, tiers: 1, stockOf: () => 0 }),
  );
  const server = await Started.start(folder);
  const winners: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await receiveOne(server.url, round);
    const replies = await Promise.all(
      Array.from({ length: sockets }, (_, i) => wantIt(server.url, round, i)),
    );
    winners.push(replies.filter((status) => status === 201).length);
  }
  await server.stop();
  const broken = await withEngine(
    folder,
    (engine) =>
      runInvariants(engine.read, { now: engine.seams.now(), waiting: false }).map(({ name }) =>
        name
      ),
  );
  return { rounds, sockets, winners, broken };
}

async function receiveOne(url: string, round: number): Promise<void> {
  const response = await fetch(`${url}/api/v1/stock-entries`, {
    method: "POST",
    headers: headersOf(staffToken, `receive-${round}-proof`),
    body: JSON.stringify({
      kind: "receipt",
      reason: "proof",
      lines: [{ node: "XZ", sku: skuCode(round), quantity: 1 }],
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the unit did not come in: ${response.status} ${text}`);
}

async function wantIt(url: string, round: number, buyer: number): Promise<number> {
  const response = await fetch(`${url}/api/v1/orders`, {
    method: "POST",
    headers: headersOf(tokenOf(buyer % dealers), `want-${round}-${buyer}-proof`),
    body: JSON.stringify({ lines: [{ sku: skuCode(round), unit: "瓶", quantity: 1 }] }),
  });
  await response.body?.cancel();
  return response.status;
}

function headersOf(token: string, key: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "idempotency-key": key,
  };
}
