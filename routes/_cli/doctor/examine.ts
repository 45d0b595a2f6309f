import { connect } from "node:net";
import { dirname, resolve } from "node:path";
import { exists } from "~/db/_engine/backup.ts";
import { FolderUnusable, tryLockFolder } from "~/db/_engine/lock.ts";
import { inspectDatabase } from "~/db/_engine/quick_look.ts";
import { BadConfig, type Config, readConfig } from "~/routes/_entry/config.ts";
import { type DoctorWords, doctorWords } from "~/views/platform/doctor_text.ts";

export type Finding = { ok: boolean; says: string };

const wantedDeno = "2.9.6";
const freeFloorMb = 512;
const oldestBackupDays = 2;
const root = new URL("../../../", import.meta.url);

/** Everything a set-up needs, each with what to do where it does not hold. */
export async function examine(env: (name: string) => string | undefined): Promise<Finding[]> {
  const reading = Promise.resolve().then(() => readConfig(env));
  const config = await reading.catch((error: unknown) => sentenceOf(error));
  if ("says" in config) return [config];
  const held = await isHeld(config).catch((error: unknown) => sentenceOf(error));
  if (typeof held === "object") return [held];
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

/** In both languages, English first, as the sentences that stop a start. */
function finding(ok: boolean, say: (words: DoctorWords) => string): Finding {
  return { ok, says: `${say(doctorWords("en"))} · ${say(doctorWords("zh"))}` };
}

/** A setting or a folder that will not do says so itself. */
function sentenceOf(error: unknown): Finding {
  if (error instanceof BadConfig || error instanceof FolderUnusable) {
    return { ok: false, says: error.message };
  }
  throw error;
}

function deno(): Finding {
  const { deno: version } = Deno.version;
  return version === wantedDeno
    ? finding(true, (t) => t.deno(version))
    : finding(false, (t) => t.otherDeno(version, wantedDeno));
}

function built(path: string): Finding {
  const ok = exists(new URL(path, root).pathname);
  return finding(ok, (t) => ok ? t.built(path) : t.notBuilt(path));
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
  if (!taken) return finding(true, (t) => t.portFree(port));
  return finding(held, (t) => held ? t.portOurs(port) : t.portTaken(port));
}

async function folder({ dataFolder }: Config): Promise<Finding> {
  if (!exists(dirname(resolve(dataFolder)))) {
    return sentenceOf(new FolderUnusable(dataFolder, new Deno.errors.NotFound()));
  }
  if (!exists(dataFolder)) return finding(true, (t) => t.folderLater(dataFolder));
  const { mode } = await Deno.stat(dataFolder);
  const isOpen = mode !== null && (mode & 0o077) !== 0;
  return finding(
    !isOpen,
    (t) => isOpen ? t.folderOpen(dataFolder) : t.folderPrivate(dataFolder),
  );
}

async function space({ dataFolder }: Config): Promise<Finding> {
  const { stdout } = await new Deno.Command("df", {
    args: ["-Pm", exists(dataFolder) ? dataFolder : "."],
  }).output();
  const [, , , free] = new TextDecoder().decode(stdout).trim().split("\n").at(-1)!.split(/\s+/);
  const freeMb = Number(free);
  const ok = freeMb >= freeFloorMb;
  return finding(ok, (t) => ok ? t.space(freeMb) : t.spaceShort(freeMb, freeFloorMb));
}

function database({ databasePath }: Config, held: boolean): Finding[] {
  if (!exists(databasePath)) return [finding(true, (t) => t.databaseLater())];
  if (held) return [finding(true, (t) => t.databaseHeld())];
  const seen = inspectDatabase(databasePath);
  if ("unreadable" in seen) return [finding(false, (t) => t.databaseUnreadable(seen.unreadable))];
  const { version, newest, verdict } = seen;
  const isKnown = version <= newest;
  const isSound = verdict === "ok";
  return [
    finding(
      isKnown,
      (t) => isKnown ? t.schema(version, newest) : t.schemaTooNew(version, newest),
    ),
    finding(isSound, (t) => isSound ? t.databaseSound() : t.databaseDamaged(verdict)),
  ];
}

async function backups({ dataFolder }: Config): Promise<Finding> {
  const folder = `${dataFolder}/backups`;
  const names = exists(folder)
    ? [...Deno.readDirSync(folder)].map(({ name }) => name).filter((n) => n.endsWith(".db"))
    : [];
  const newest = names.sort().at(-1);
  if (newest === undefined) return finding(true, (t) => t.backupLater());
  const { mtime } = await Deno.stat(`${folder}/${newest}`);
  const days = Math.floor((Date.now() - (mtime?.getTime() ?? 0)) / 86_400_000);
  const ok = days < oldestBackupDays;
  return finding(ok, (t) => ok ? t.backup(newest) : t.backupOld(newest, days));
}

function browser(): Finding {
  return finding(true, (t) => exists("/usr/bin/chromium") ? t.browser() : t.noBrowser());
}
