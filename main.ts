import { writeBackup } from "~/db/_engine/backup.ts";
import { FolderTaken, FolderUnusable, lockFolder } from "~/db/_engine/lock.ts";
import { openLogStream } from "~/db/_engine/log_stream.ts";
import { SchemaTooNew } from "~/db/_engine/migrate.ts";
import { surviveStrays } from "~/db/_engine/strays.ts";
import type { WriterHooks } from "~/db/_engine/writer.ts";
import { startClock } from "~/jobs/_engine/clock.ts";
import { openWakeUps } from "~/jobs/_engine/kv_queue.ts";
import { Relay } from "~/jobs/_engine/relay.ts";
import { noWakeUps } from "~/jobs/_engine/wake_ups.ts";
import { clock } from "~/jobs/clock.ts";
import { listeners } from "~/jobs/mod.ts";
import { samplePassword } from "~/db/seed/sample_users.ts";
import { seedFile } from "~/db/seed/seed_file.ts";
import type { WorldName } from "~/db/seed/worlds.ts";
import { Passwords } from "~/routes/_entry/password.ts";
import { BadConfig, type Config, readConfig } from "~/routes/_entry/config.ts";
import { openHouse } from "~/routes/_entry/open_house.ts";
import { openDoor, within } from "~/routes/_entry/serve.ts";

/** A listener or a nightly copy that is under way may take so long to end. */
const jobsMs = 5000;

export type Running = { url: string; stop: () => Promise<void>; finished: Promise<void> };

/** The front door: takes the data folder, wires the rooms, serves. It knows no business. */
export async function start(config: Config, hooks?: WriterHooks): Promise<Running> {
  const folder = await lockFolder(config.dataFolder);
  const backupFolder = `${config.dataFolder}/backups`;
  if (config.seed !== "none") await plantDemo(config, config.seed);
  const { log, close: closeLog } = openLogStream({ onlyTrouble: config.log === "errors" });
  const house = openHouse({
    config,
    hooks,
    log,
    beforeMigrating: (from) => {
      Deno.mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
      const file = `${backupFolder}/before-${from}-${Date.now()}.db`;
      writeBackup({ path: config.databasePath, file, checked: false });
    },
  });
  const { engine, metrics, readiness } = house;
  const queue = config.kvPath === null ? noWakeUps : await openWakeUps(config.kvPath, log);
  const relay = new Relay({ engine, listeners, queue, log });
  const clockEnd = new AbortController();
  const ticking = startClock(clock, { engine, backupFolder }, { signal: clockEnd.signal, log });
  readiness.check("queue", () => relay.isAlive);
  metrics.gauge("relay_idle_ms", () => Math.round(relay.idleMs));
  metrics.gauge(
    "outbox_waiting",
    () => engine.read.all("select 1 from outbox where state <> 'done' limit 10001", []).length,
  );
  const door = openDoor(config, house.app.fetch);
  relay.start();
  const stop = async () => {
    await door.close();
    clockEnd.abort();
    await within(jobsMs, Promise.all([ticking, relay.close()]));
    await engine.close();
    folder[Symbol.dispose]();
    await closeLog();
  };
  return { url: door.url, stop, finished: door.finished };
}

/** The first signal ends in good order, with all that was promised kept; a second one at once. */
export function stopOnSignals({ stop }: Running): void {
  let ending: Promise<never> | null = null;
  const end = () => {
    if (ending) Deno.exit(1);
    ending = stop().then(() => Deno.exit(0));
  };
  Deno.addSignalListener("SIGTERM", end);
  Deno.addSignalListener("SIGINT", end);
}

/** The first start of a demo: a year of business, made by the same decisions as everybody's. */
async function plantDemo({ databasePath: path }: Config, world: WorldName): Promise<void> {
  await seedFile({
    path,
    world,
    hashPassword: () => new Passwords().hash(samplePassword),
    print: (line) => console.log(line),
  });
}

async function main(): Promise<void> {
  surviveStrays();
  const config = readConfig((name) => Deno.env.get(name));
  const running = await start(config);
  console.log(`ready ${running.url} in ${Math.round(performance.now())} ms`);
  stopOnSignals(running);
  await running.finished;
}

const inWords = [BadConfig, FolderTaken, FolderUnusable, SchemaTooNew];

/** What a person at the terminal can put right, in words; anything else is our fault and shows its stack. */
function sentenceFor(error: unknown): string | null {
  if (inWords.some((known) => error instanceof known)) return (error as Error).message;
  if (error instanceof Deno.errors.AddrInUse) {
    return "The port is taken by another program: stop it, or set PORT to a free one. " +
      "端口被别的程序占用：先停掉它，或用 PORT 换一个空闲端口。";
  }
  if (error instanceof Deno.errors.AddrNotAvailable) {
    return "HOST is no address of this machine: set it to one that is, or to 127.0.0.1. " +
      "HOST 不是这台机器的地址：请换成本机地址，或 127.0.0.1。";
  }
  return null;
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    const sentence = sentenceFor(error);
    if (sentence === null) throw error;
    console.error(sentence);
    Deno.exit(2);
  }
}
