import { runInvariants } from "~/db/_engine/invariants.ts";
import { proofFolder, withEngine } from "~/proof/_kit/folder.ts";
import { Started } from "~/proof/_kit/started.ts";
import { untilRelayed } from "~/proof/_kit/until_relayed.ts";
import { plantWorld } from "~/proof/_kit/world.ts";
import { measureRawEngine } from "./raw_engine.ts";

type Line = { name: string; value: number; unit: string; input: string };
type Load = { accepted: number; refused: number; perSecond: number; p50Ms: number; p99Ms: number };

const dealers = 32;
const skus = 2000;
const tiers = 5;

/** Durable order capture over HTTP, beside what the engine itself can do on the same rows in the same run. */
export async function benchCapture(seconds = 10): Promise<Line[]> {
  await using place = await proofFolder();
  const { folder } = place;
  await withEngine(
    folder,
    (engine) => plantWorld(engine, { dealers, skus, tiers, stockOf: () => 1_000_000_000 }),
  );
  const server = await Started.start(folder);
  await generate(server.url, 8, 2);
  const many = await generate(server.url, dealers, seconds);
  // Capture may outrun routing for a while: how long that lasts is told, not hidden.
  const levelMs = await untilRelayed(server.url);
  const one = await generate(server.url, 1, 5);
  const rssMb = rssOf(server.child.pid);
  await server.stop();
  await countBack(folder);
  const raw = await rawBeside(folder);
  const input = `5 lines, price lists of ${skus * tiers * 2} rows, synchronous FULL`;
  return [
    {
      name: "capture_per_second",
      value: round(many.perSecond),
      unit: "orders/s",
      input: `32 clients for ${seconds} s, ${input}`,
    },
    { name: "capture_p50", value: round(many.p50Ms), unit: "ms", input: "32 clients" },
    { name: "capture_p99", value: round(many.p99Ms), unit: "ms", input: "32 clients" },
    {
      name: "raw_engine_per_second",
      value: round(raw.perSecond),
      unit: "orders/s",
      input: "native statements, groups of 32",
    },
    {
      name: "capture_share_of_raw",
      value: round(100 * many.perSecond / raw.perSecond),
      unit: "%",
      input: "goal at least 40",
    },
    {
      name: "one_row_commit_p50",
      value: round(raw.oneRowCommitP50Ms),
      unit: "ms",
      input: "same file",
    },
    { name: "capture_p50_one_client", value: round(one.p50Ms), unit: "ms", input: "1 client" },
    {
      name: "capture_above_one_row_commit",
      value: round(one.p50Ms - raw.oneRowCommitP50Ms),
      unit: "ms",
      input: "goal at most 1.5",
    },
    {
      name: "routing_level_after",
      value: round(levelMs / 1000),
      unit: "s",
      input: `from the end of the load of ${many.accepted} orders until every event was relayed`,
    },
    { name: "resident_after", value: rssMb, unit: "MB", input: "goal at most 256" },
  ];
}

async function generate(url: string, clients: number, seconds: number): Promise<Load> {
  const script = new URL("generator.ts", import.meta.url).pathname;
  const { stdout, code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", script, url, String(clients), String(seconds), String(skus)],
    stderr: "inherit",
  }).output();
  const load: Load = JSON.parse(new TextDecoder().decode(stdout));
  if (code !== 0 || load.refused > 0) {
    throw new Error(`the generator was refused: ${JSON.stringify(load)}`);
  }
  return load;
}

/** Each order wrote its lines, reservation, credit entry, timeline, audit, outbox and idempotency row. */
async function countBack(folder: string): Promise<void> {
  await withEngine(folder, (engine) => {
    const count = (sql: string) =>
      engine.read.all<{ n: number }>(`select count(*) as n from ${sql}`, [])[0]!.n;
    const orders = count("sales_order");
    const counts = {
      lines: count("sales_order_line") / 5,
      reservations: count("reservation") / 5,
      credit: count("credit_entry where kind = 'order'"),
      timeline: count("order_event where kind = 'submitted'"),
      audit: count("audit where action = 'order.place'"),
      outbox: count("outbox where type = 'OrderSubmitted'"),
      idempotency: count("idempotency where route = 'POST /api/v1/orders'"),
    };
    const wrong = Object.entries(counts).filter(([, n]) => n !== orders);
    if (wrong.length > 0) {
      throw new Error(`rows are missing for ${orders} orders: ${JSON.stringify(counts)}`);
    }
    const broken = runInvariants(engine.read, { now: engine.seams.now(), waiting: false });
    if (broken.length > 0) throw new Error(`invariants: ${broken.map(({ name }) => name).join()}`);
  });
}

async function rawBeside(folder: string) {
  const path = `${folder}/raw.db`;
  await Deno.copyFile(`${folder}/quanyu.db`, path);
  return measureRawEngine(path, 20_000);
}

function rssOf(pid: number): number {
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

if (import.meta.main) {
  for (const line of await benchCapture(Number(Deno.args[0] ?? 10))) {
    console.log(JSON.stringify(line));
  }
}
