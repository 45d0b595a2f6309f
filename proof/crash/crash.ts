import { runInvariants } from "~/db/_engine/invariants.ts";
import { proofFolder, withEngine } from "~/proof/_kit/folder.ts";
import { Started } from "~/proof/_kit/started.ts";
import { untilRelayed } from "~/proof/_kit/until_relayed.ts";
import { plantWorld, skuCode, tokenOf } from "~/proof/_kit/world.ts";

export type CrashGoal = { kills: number; acknowledged: number; inReply: number; seed?: number };

export type CrashReport = {
  kills: number;
  /** Kills after which an order stood in the books that nobody had been told of. */
  killsBetweenCommitAndReply: number;
  /** Those orders: committed, never answered, and told of when their client asked again. */
  committedUnanswered: number;
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

/** `lostAt`: the kill that took the answer away. */
type Wish = {
  key: string;
  dealer: number;
  body: string;
  number: string | null;
  lostAt: number | null;
};

/** What clients were told, kept outside the server: the history the database is compared with. */
type Journal = {
  acked: Wish[];
  unknown: Wish[];
  refused: number;
  repeated: number;
  /** The kill of each order that was already there when it was asked for again. */
  replayed: number[];
};

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
  const journal: Journal = { acked: [], unknown: [], refused: 0, repeated: 0, replayed: [] };
  const random = randomOf(seed);
  const mostKills = 4 * (kills + inReply);
  const isReached = (killed: number) =>
    killed >= kills && journal.acked.length >= acknowledged && inGap(journal) >= inReply;
  let killed = 0;
  for (; killed < mostKills && !isReached(killed); killed++) {
    const server = await serverOf(folder);
    const ended = load(server.url, journal, { killed, random });
    if (killed % 2 === 0 && inGap(journal) < inReply) await server.hearsNext(/^lingering$/);
    else await busyFor(journal, { orders: acknowledged / kills, ms: 150 + random() * 500 });
    await server.kill();
    await ended;
  }
  await settleUnknown(folder, journal, killed);
  return {
    kills: killed,
    killsBetweenCommitAndReply: inGap(journal),
    committedUnanswered: journal.replayed.length,
    ...await compare(folder, journal),
  };
}

/** What a report says against the promise, in words; nothing when it was kept. */
export function crashFaults(report: CrashReport, goal: CrashGoal): string[] {
  const { kills, killsBetweenCommitAndReply: unheard, acknowledged } = report;
  const { lost, doubled, strangers, misrouted, broken } = report;
  return [
    kills < goal.kills && `only ${kills} kills of ${goal.kills}`,
    unheard < goal.inReply && `only ${unheard} kills between commit and reply of ${goal.inReply}`,
    acknowledged < goal.acknowledged && `only ${acknowledged} orders of ${goal.acknowledged}`,
    lost.length > 0 && `${lost.length} orders lost: ${lost.slice(0, 5).join(" ")}`,
    doubled > 0 && `${doubled} orders doubled`,
    strangers > 0 && `${strangers} orders nobody was told of`,
    misrouted > 0 && `${misrouted} orders routed not once`,
    broken.length > 0 && `invariants broken: ${broken.join(" ")}`,
  ].filter((fault) => fault !== false);
}

/** At least so long, and on a slow machine until so many orders more were acknowledged. */
async function busyFor(
  { acked }: Journal,
  { orders, ms }: { orders: number; ms: number },
): Promise<void> {
  const enough = acked.length + orders;
  await delay(Math.floor(ms));
  for (let waited = 0; acked.length < enough && waited < 500; waited++) await delay(20);
}

function inGap({ replayed }: Journal): number {
  return new Set(replayed).size;
}

function serverOf(folder: string): Promise<Started> {
  return Started.start(folder, {
    script: "proof/_kit/server.ts",
    env: { PROOF_LINGER_MS: String(lingerMs), PROOF_LINGER_EVERY: "7" },
  });
}

/** Every client repeats what it does not know the fate of, under the same key, before it orders anew. */
async function load(
  url: string,
  journal: Journal,
  { killed, random }: { killed: number; random: () => number },
): Promise<void> {
  const client = async (dealer: number) => {
    for (;;) {
      const at = journal.unknown.findIndex((wish) => wish.dealer === dealer);
      const [known] = at < 0 ? [] : journal.unknown.splice(at, 1);
      const wish = known ?? wishOf(dealer, random);
      if (known) journal.repeated += 1;
      if (!await send(url, wish, journal, killed)) return;
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
    lostAt: null,
  };
}

/** False once the server is gone; the fate of that wish is then unknown. */
async function send(url: string, wish: Wish, journal: Journal, killed: number): Promise<boolean> {
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
    if (response.status === 201) {
      journal.acked.push({ ...wish, number: reply.number });
      const isReplayed = response.headers.get("idempotent-replayed") === "true";
      if (isReplayed && wish.lostAt !== null) journal.replayed.push(wish.lostAt);
    } else if (response.status === 422) journal.refused += 1;
    else journal.unknown.push(wish);
    return true;
  } catch {
    journal.unknown.push({ ...wish, lostAt: killed });
    return false;
  }
}

async function settleUnknown(
  folder: string,
  journal: Journal,
  killed: number,
): Promise<void> {
  const server = await Started.start(folder, {
    script: "proof/_kit/server.ts",
    env: { QUANYU_KV_URL: "none" },
  });
  for (const wish of journal.unknown.splice(0)) {
    journal.repeated += 1;
    await send(server.url, wish, journal, killed);
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
