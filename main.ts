import { writeBackup } from "~/db/_engine/backup.ts";
import { FolderTaken, lockFolder } from "~/db/_engine/lock.ts";
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
import { forgetAddress, leaveAddress } from "~/routes/_entry/control_address.ts";
import { BadConfig, type Config, readConfig } from "~/routes/_entry/config.ts";
import { openHouse } from "~/routes/_entry/open_house.ts";

export type Running = { url: string; stop: () => Promise<void>; finished: Promise<void> };

/** The front door: takes the data folder, wires the rooms, serves. It knows no business. */
export async function start(config: Config, hooks?: WriterHooks): Promise<Running> {
  const folder = await lockFolder(config.dataFolder);
  const backupFolder = `${config.dataFolder}/backups`;
  if (config.seed !== "none") await plantDemo(config, config.seed);
  const house = openHouse({
    config,
    hooks,
    beforeMigrating: (from) => {
      Deno.mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
      const file = `${backupFolder}/before-${from}-${Date.now()}.db`;
      writeBackup({ path: config.databasePath, file, checked: false });
    },
  });
  const { engine, metrics } = house;
  const queue = config.kvPath === null ? noWakeUps : await openWakeUps(config.kvPath);
  const relay = new Relay({ engine, listeners, queue });
  const clockEnd = new AbortController();
  const ticking = startClock(clock, { engine, backupFolder }, { signal: clockEnd.signal });
  metrics.gauge(
    "outbox_waiting",
    () => engine.read.all("select 1 from outbox where state <> 'done' limit 10001", []).length,
  );
  const server = Deno.serve({
    hostname: config.host,
    port: config.port,
    automaticCompression: true,
    onListen: () => {},
  }, house.app.fetch);
  const { hostname, port } = server.addr;
  await leaveAddress(config.dataFolder, { host: hostname, port, origin: config.origin });
  relay.start();
  const stop = async () => {
    await server.shutdown();
    await forgetAddress(config.dataFolder);
    clockEnd.abort();
    await ticking;
    await relay.close();
    await engine.close();
    folder[Symbol.dispose]();
  };
  return { url: `http://${hostname}:${port}`, stop, finished: server.finished };
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
  const { url, stop, finished } = await start(config);
  console.log(`ready ${url} in ${Math.round(performance.now())} ms`);
  const end = () => void stop().then(() => Deno.exit(0));
  Deno.addSignalListener("SIGTERM", end);
  Deno.addSignalListener("SIGINT", end);
  await finished;
}

/** What a person at the terminal can put right, in words; anything else is our fault and shows its stack. */
function sentenceFor(error: unknown): string | null {
  if (error instanceof BadConfig || error instanceof FolderTaken || error instanceof SchemaTooNew) {
    return error.message;
  }
  if (error instanceof Deno.errors.AddrInUse) {
    return "The port is taken by another program: stop it, or set PORT to a free one. " +
      "端口被别的程序占用：先停掉它，或用 PORT 换一个空闲端口。";
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
