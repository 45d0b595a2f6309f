import { runInvariants } from "~/db/_engine/invariants.ts";
import { proofFolder, withEngine } from "~/proof/_kit/folder.ts";
import { Started } from "~/proof/_kit/started.ts";
import { untilRelayed } from "~/proof/_kit/until_relayed.ts";
import { plantWorld, skuCode, tokenOf } from "~/proof/_kit/world.ts";

export type CrashGoal = { kills: number; acknowledged: number; inReply: number; seed?: number };

export type CrashReport = {
  kills: number;
  killsBetweenCommitAndReply: number;
  acknowledged: number;
  repeated: number;
  lost: string[];
  doubled: number;
  strangers: number;
  /** Confirmed orders that the interrupted listeners routed not at all, or more than once. */
  misrouted: number;
  broken: string[];
};

const dealers = 8;
const skus = 40;
/** The last SKUs are scarce: what they hold is sold out during the run and never more than that. */
const scarce = 5;
const scarceStock = 24 * 40;
const lingerMs = 40;

type Wish = { key: string; dealer: number; body: string; number: string | null };

/** What clients were told, kept outside the server: the history the database is compared with. */
type Journal = { acked: Wish[]; unknown: Wish[]; refused: number; repeated: number };

/** Kills the server again and again under load, and compares what it promised with what it kept. */
export async function proveCrash(
  { kills, acknowledged, inReply, seed = 1 }: CrashGoal,
): Promise<CrashReport> {
  await using place = await proofFolder();
  const { folder } = place;
  await withEngine(folder, (engine) =>
    plantWorld(engine, {
      dealers,
      skus,
      tiers: 2,
      stockOf: (i) => i >= skus - scarce ? scarceStock / 2 : 100_000_000,
    }));
  const journal: Journal = { acked: [], unknown: [], refused: 0, repeated: 0 };
  const random = randomOf(seed);
  let [killed, killedInReply] = [0, 0];
  while (killed < kills || journal.acked.length < acknowledged || killedInReply < inReply) {
    const server = await serverOf(folder);
    const inGap = killedInReply < inReply && killed % 2 === 0;
    const ended = load(server.url, journal, random);
    if (inGap) await server.hearsNext(/^lingering$/);
    else await delay(150 + Math.floor(random() * 500));
    await server.kill();
    killed += 1;
    if (inGap) killedInReply += 1;
    await ended;
  }
  await settleUnknown(folder, journal, random);
  return {
    kills: killed,
    killsBetweenCommitAndReply: killedInReply,
    ...await compare(folder, journal),
  };
}

function serverOf(folder: string): Promise<Started> {
  return Started.start(folder, {
    script: "proof/_kit/server.ts",
    env: { PROOF_LINGER_MS: String(lingerMs), PROOF_LINGER_EVERY: "7" },
  });
}

/** Every client repeats what it does not know the fate of, under the same key, before it orders anew. */
async function load(url: string, journal: Journal, random: () => number): Promise<void> {
  const client = async (dealer: number) => {
    for (;;) {
      const at = journal.unknown.findIndex((wish) => wish.dealer === dealer);
      const [known] = at < 0 ? [] : journal.unknown.splice(at, 1);
      const wish = known ?? wishOf(dealer, random);
      if (known) journal.repeated += 1;
      if (!await send(url, wish, journal)) return;
    }
  };
  await Promise.all(Array.from({ length: dealers * 2 }, (_, i) => client(i % dealers)));
}

function wishOf(dealer: number, random: () => number): Wish {
  const pick = () => Math.floor(random() * skus);
  const lines = [...new Set([pick(), pick(), pick()])]
    .map((i) => ({ sku: skuCode(i), unit: "箱", quantity: 1 + Math.floor(random() * 3) }));
  return {
    key: `crash-${crypto.randomUUID()}`,
    dealer,
    body: JSON.stringify({ lines }),
    number: null,
  };
}

/** False once the server is gone; the fate of that wish is then unknown. */
async function send(url: string, wish: Wish, journal: Journal): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/v1/orders`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${tokenOf(wish.dealer)}`,
        "content-type": "application/json",
        "idempotency-key": wish.key,
      },
      body: wish.body,
    });
    const reply = await response.json();
    if (response.status === 201) journal.acked.push({ ...wish, number: reply.number });
    else if (response.status === 422) journal.refused += 1;
    else journal.unknown.push(wish);
    return true;
  } catch {
    journal.unknown.push(wish);
    return false;
  }
}

async function settleUnknown(
  folder: string,
  journal: Journal,
  _random: () => number,
): Promise<void> {
  const server = await Started.start(folder, {
    script: "proof/_kit/server.ts",
    env: { QUANYU_KV_URL: "none" },
  });
  for (const wish of journal.unknown.splice(0)) {
    journal.repeated += 1;
    await send(server.url, wish, journal);
  }
  await untilRelayed(server.url);
  await server.stop();
}

async function compare(folder: string, journal: Journal) {
  return await withEngine(folder, (engine) => {
    const rows = engine.read.all<{ number: string }>("select number from sales_order", []);
    const stored = new Set(rows.map(({ number }) => number));
    const promised = new Set(journal.acked.map(({ number }) => number!));
    return {
      acknowledged: journal.acked.length,
      repeated: journal.repeated,
      lost: [...promised].filter((number) => !stored.has(number)),
      doubled: journal.acked.length - promised.size,
      // Nothing may stand in the books that no client was told of in the end.
      strangers: [...stored].filter((number) => !promised.has(number)).length,
      misrouted: engine.read.all<{ n: number }>(
        "select count(*) as n from sales_order o where commercial = 'confirmed' " +
          "and (select count(*) from routing_decision r where r.order_id = o.id) <> 1",
        [],
      )[0]!.n,
      broken: runInvariants(engine.read, { now: engine.seams.now(), waiting: false }).map((
        { name },
      ) => name),
    };
  });
}

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
