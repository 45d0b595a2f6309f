import { connect } from "node:net";
import { BadConfig, type Config, readConfig } from "~/routes/_entry/config.ts";
import { readMigrations } from "~/db/_engine/migrate.ts";
import { tryLockFolder } from "~/db/_engine/lock.ts";
import { Connection } from "~/db/_engine/native.ts";

/** `deno task doctor`: looks at the set-up and says in words what to do. Changes nothing. */
type Finding = { ok: boolean; says: string };

const wantedDeno = "2.9.6";
const freeFloorMb = 512;
const oldestBackupDays = 2;

async function examine(): Promise<Finding[]> {
  const config = configOf();
  if ("ok" in config) return [config];
  const held = await isHeld(config);
  return [
    deno(),
    built("wasm/routing/routing.wasm"),
    built("views/_assets/built/manifest.json"),
    await port(config, held),
    await folder(config),
    await space(config),
    ...database(config, held),
    await backups(config),
    browser(),
  ];
}

function configOf(): Config | Finding {
  try {
    return readConfig((name) => Deno.env.get(name));
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error;
    return { ok: false, says: error.message };
  }
}

function deno(): Finding {
  const ok = Deno.version.deno === wantedDeno;
  return {
    ok,
    says: ok
      ? `Deno ${wantedDeno}`
      : `Deno ${Deno.version.deno}: proven with ${wantedDeno}; run npx -y deno@${wantedDeno} task start`,
  };
}

function built(path: string): Finding {
  const ok = exists(new URL(`../../${path}`, import.meta.url));
  return { ok, says: ok ? `${path} is built` : `${path} is missing: run deno task build` };
}

async function isHeld({ dataFolder }: Config): Promise<boolean> {
  if (!exists(dataFolder)) return false;
  using lock = await tryLockFolder(dataFolder);
  return lock === null;
}

/** Whether something answers at the port; ours is fine, another's is not. */
async function port({ host, port }: Config, held: boolean): Promise<Finding> {
  const taken = await new Promise<boolean>((done) => {
    const socket = connect(port, host);
    socket.once("connect", () => (socket.destroy(), done(true)));
    socket.once("error", () => (socket.destroy(), done(false)));
  });
  if (!taken) return { ok: true, says: `port ${port} is free` };
  return held
    ? { ok: true, says: `our server answers on port ${port}` }
    : { ok: false, says: `port ${port} is taken by another program: stop it, or set PORT` };
}

async function folder({ dataFolder }: Config): Promise<Finding> {
  if (!exists(dataFolder)) {
    return { ok: true, says: `${dataFolder} will be made by the first start` };
  }
  const { mode } = await Deno.stat(dataFolder);
  const open = mode !== null && (mode & 0o077) !== 0;
  return {
    ok: !open,
    says: open
      ? `${dataFolder} can be read by other users: chmod 700 ${dataFolder}`
      : `${dataFolder} is private`,
  };
}

async function space({ dataFolder }: Config): Promise<Finding> {
  const { stdout } = await new Deno.Command("df", {
    args: ["-Pm", exists(dataFolder) ? dataFolder : "."],
  }).output();
  const freeMb = Number(
    new TextDecoder().decode(stdout).trim().split("\n").at(-1)!.split(/\s+/)[3],
  );
  const ok = freeMb >= freeFloorMb;
  return {
    ok,
    says: `${freeMb} MB free${ok ? "" : `: at least ${freeFloorMb} MB are needed to keep writing`}`,
  };
}

function database(config: Config, held: boolean): Finding[] {
  const { databasePath } = config;
  if (!exists(databasePath)) {
    return [{ ok: true, says: "no database yet: the first start makes one" }];
  }
  if (held) {
    return [{
      ok: true,
      says: "the running server has the database; deno task invariants asks it to check",
    }];
  }
  const connection = new Connection(databasePath);
  try {
    connection.exec("pragma query_only = on");
    const [{ version }] = connection.all<{ version: number }>(
      "select max(number) as version from schema_migration",
    ) as [{ version: number }];
    const newest = readMigrations().at(-1)!.number;
    const [{ quick_check: verdict }] = connection.all<{ quick_check: string }>(
      "pragma quick_check(1)",
    ) as [{ quick_check: string }];
    return [
      version > newest
        ? {
          ok: false,
          says:
            `the database (schema ${version}) is newer than this program (${newest}): start the newer program`,
        }
        : { ok: true, says: `schema ${version} of ${newest}` },
      {
        ok: verdict === "ok",
        says: verdict === "ok"
          ? "the database file is sound"
          : `the database is damaged (${verdict}): deno task restore FILE`,
      },
    ];
  } finally {
    connection.close();
  }
}

async function backups({ dataFolder }: Config): Promise<Finding> {
  const folder = `${dataFolder}/backups`;
  const names = exists(folder)
    ? [...Deno.readDirSync(folder)].map(({ name }) => name).filter((n) => n.endsWith(".db"))
    : [];
  if (names.length === 0) {
    return {
      ok: true,
      says: "no backup yet: the clock makes one every night, deno task backup FILE makes one now",
    };
  }
  const newest = names.sort().at(-1)!;
  const { mtime } = await Deno.stat(`${folder}/${newest}`);
  const days = (Date.now() - (mtime?.getTime() ?? 0)) / 86_400_000;
  const ok = days <= oldestBackupDays;
  return {
    ok,
    says: `newest backup ${newest}${
      ok ? "" : `, ${Math.floor(days)} days old: is the server running at night?`
    }`,
  };
}

function browser(): Finding {
  const ok = exists("/usr/bin/chromium");
  return {
    ok: true,
    says: ok
      ? "Chromium is there for the journeys"
      : "no Chromium: the browser journeys will be skipped (apt-get install chromium)",
  };
}

function exists(path: string | URL): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}

const findings = await examine();
for (const { ok, says } of findings) console.log(`${ok ? "ok  " : "!!  "}${says}`);
Deno.exit(findings.every(({ ok }) => ok) ? 0 : 1);
