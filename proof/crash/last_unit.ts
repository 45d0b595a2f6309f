import { runInvariants } from "~/db/_engine/invariants.ts";
import { proofFolder, withEngine } from "~/proof/_kit/folder.ts";
import { Started } from "~/proof/_kit/started.ts";
import { plantWorld, skuCode, staffToken, tokenOf } from "~/proof/_kit/world.ts";

export type LastUnitReport = {
  rounds: number;
  sockets: number;
  winners: number[];
  /** How often each answer was given to those who came too late. */
  told: Record<string, number>;
  broken: string[];
};

type Reply = { status: number; code: string; detail: string };

/** The one answer a loser may get: the business says no, with its reason, in the caller's words. */
const tooLate = [
  "422 stock_short: 要 1 瓶，可订 0 瓶",
  "422 stock_short: 1 瓶 wanted, 0 瓶 can be ordered",
];

/** What a report says against the promise, in words; nothing when it was kept. */
export function lastUnitFaults(
  { rounds, sockets, winners, told, broken }: LastUnitReport,
): string[] {
  const wrong = winners.filter((count) => count !== 1);
  const refused = tooLate.reduce((sum, words) => sum + (told[words] ?? 0), 0);
  const others = Object.entries(told).filter(([words]) => !tooLate.includes(words));
  return [
    winners.length !== rounds && `${winners.length} rounds of ${rounds}`,
    wrong.length > 0 && `rounds with not one winner: ${wrong.join(" ")}`,
    refused !== rounds * (sockets - 1) && `${refused} losers were told that it is out of stock`,
    ...others.map(([words, times]) => `${times} losers were told ${words}`),
    broken.length > 0 && `invariants broken: ${broken.join(" ")}`,
  ].filter((fault) => fault !== false);
}

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
  const told: Record<string, number> = {};
  for (let round = 0; round < rounds; round++) {
    await receiveOne(server.url, round);
    const replies = await Promise.all(
      Array.from({ length: sockets }, (_, i) => wantIt(server.url, round, i)),
    );
    winners.push(replies.filter(({ status }) => status === 201).length);
    for (const reply of replies.filter(({ status }) => status !== 201)) {
      const words = `${reply.status} ${reply.code}: ${reply.detail}`;
      told[words] = (told[words] ?? 0) + 1;
    }
  }
  await server.stop();
  const broken = await withEngine(
    folder,
    (engine) =>
      runInvariants(engine.read, { now: engine.seams.now(), waiting: false }).map(({ name }) =>
        name
      ),
  );
  return { rounds, sockets, winners, told, broken };
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

async function wantIt(url: string, round: number, buyer: number): Promise<Reply> {
  const response = await fetch(`${url}/api/v1/orders`, {
    method: "POST",
    headers: {
      ...headersOf(tokenOf(buyer % dealers), `want-${round}-${buyer}-proof`),
      "accept-language": buyer % 2 === 0 ? "zh-CN" : "en",
    },
    body: JSON.stringify({ lines: [{ sku: skuCode(round), unit: "瓶", quantity: 1 }] }),
  });
  const { code = "", detail = "" } = (await response.json()).errors?.[0] ?? {};
  return { status: response.status, code, detail };
}

function headersOf(token: string, key: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "idempotency-key": key,
  };
}
