import { proofFolder, withEngine } from "~/proof/_kit/folder.ts";
import { plantWorld, skuCode, tokenOf } from "~/proof/_kit/world.ts";

export type FsyncReport = { orders: number; replies: number; early: number; syncs: number };

/** What a report says against the promise, in words; nothing when it was kept. */
export function fsyncFaults({ orders, replies, early, syncs }: FsyncReport): string[] {
  return [
    replies !== orders && `${replies} replies seen for ${orders} orders`,
    early > 0 && `${early} replies left before their commit was on disk`,
    syncs === 0 && "the log was never synced",
  ].filter((fault) => fault !== false);
}

const root = new URL("../../", import.meta.url);

/**
 * Watches the server's system calls: between the last write to the log and each 2xx that leaves the
 * process there must be an fdatasync or fsync of that log. A page cache survives kill -9; this is what does not.
 */
export async function proveFsync(
  { orders, clients }: { orders: number; clients: number },
): Promise<FsyncReport> {
  await using place = await proofFolder();
  const { folder } = place;
  await withEngine(
    folder,
    (engine) =>
      plantWorld(engine, { dealers: clients, skus: 20, tiers: 1, stockOf: () => 100_000_000 }),
  );
  const trace = `${folder}/trace`;
  const child = new Deno.Command("strace", {
    args: [
      "-f",
      "-y",
      "-s",
      "48",
      "-e",
      "trace=pwrite64,fdatasync,fsync,write,writev,sendto,sendmsg",
      "-o",
      trace,
      Deno.execPath(),
      "run",
      "-A",
      "--no-check",
      new URL("main.ts", root).pathname,
    ],
    env: { QUANYU_DATA: folder, QUANYU_SEED: "none", PORT: "0", QUANYU_API_RATE: "1000000" },
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const url = await readyUrl(child.stdout);
  await order(url, orders, clients);
  // strace keeps a signal to itself; the server's own number stands in its lock.
  Deno.kill(Number(await Deno.readTextFile(`${folder}/writer.lock`)), "SIGTERM");
  await child.status;
  return { orders, ...read(await Deno.readTextFile(trace)) };
}

async function readyUrl(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  let text = "";
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error("the traced server ended before it was ready");
    text += value;
    const url = /ready (\S+) in/.exec(text)?.[1];
    if (url) {
      void (async () => {
        while (!(await reader.read()).done);
      })();
      return url;
    }
  }
}

async function order(url: string, orders: number, clients: number): Promise<void> {
  let left = orders;
  const client = async (dealer: number) => {
    while (left-- > 0) {
      const response = await fetch(`${url}/api/v1/orders`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${tokenOf(dealer)}`,
          "content-type": "application/json",
          "idempotency-key": `fsync-${left}-${dealer}-proof`,
        },
        body: JSON.stringify({ lines: [{ sku: skuCode(left % 20), unit: "箱", quantity: 1 }] }),
      });
      if (response.status !== 201) {
        throw new Error(`an order was not taken: ${await response.text()}`);
      }
      await response.body?.cancel();
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, i) => client(i)));
}

const logFile = /quanyu\.db-wal>/;

/** Counts the 201s and how many of them left while the log held a write that was not synced. */
export function read(trace: string): { replies: number; early: number; syncs: number } {
  let [dirty, replies, early, syncs] = [false, 0, 0, 0];
  for (const line of trace.split("\n")) {
    if (/pwrite64\(/.test(line) && logFile.test(line)) dirty = true;
    else if (/(fdatasync|fsync)\(/.test(line) && logFile.test(line)) {
      dirty = false;
      syncs += 1;
    } else if (/"HTTP\/1\.1 201/.test(line)) {
      replies += 1;
      if (dirty) early += 1;
    }
  }
  return { replies, early, syncs };
}
