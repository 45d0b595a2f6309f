import { writeBackup } from "~/db/_engine/backup.ts";
import { openEngine } from "~/db/_engine/engine.ts";
import { tryLockFolder } from "~/db/_engine/lock.ts";
import { surviveStrays } from "~/db/_engine/strays.ts";
import { writers } from "~/db/writers.ts";
import { BadConfig, type Config, readConfig } from "~/routes/_entry/config.ts";
import { controlKey, type ControlLine } from "~/routes/_entry/control.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { findAddress, nearUrl } from "~/routes/_entry/control_address.ts";
import { cliWords } from "~/views/platform/cli_text.ts";
import { commands } from "./commands.ts";

export type Errand = {
  name: string;
  args: unknown;
  config: Config;
  lang: Lang;
  print: (line: string) => void;
};

/**
 * Does a command where the database is: here, when nobody else holds the data folder, or in the
 * server that does. Answers the exit code.
 */
export async function runErrand(errand: Errand): Promise<number> {
  const { config, name, lang, print } = errand;
  const command = commands[name];
  if (!command) {
    print(cliWords(lang).unknownCommand(name, Object.keys(commands).join(" ")));
    return 2;
  }
  using lock = await tryLockFolder(config.dataFolder);
  if (!lock) return await handOver(errand);
  const engine = openEngine({
    path: config.databasePath,
    writers,
    beforeMigrating: (from) => backUpBefore(config, from),
  });
  const args = command.args.parse(errand.args);
  return await command.run({ engine, config, args, lang, print })
    .finally(() => engine.close());
}

function backUpBefore({ dataFolder, databasePath }: Config, from: number): void {
  const file = `${dataFolder}/backups/before-${from}-${Date.now()}.db`;
  Deno.mkdirSync(`${dataFolder}/backups`, { recursive: true, mode: 0o700 });
  writeBackup({ path: databasePath, file, checked: false });
}

async function handOver({ config, name, args, lang, print }: Errand): Promise<number> {
  const { url, origin } = await findAddress(config.dataFolder) ??
    { url: nearUrl(config.host, config.port), origin: config.origin };
  const reply = await fetch(`${url}/control`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-control-key": await controlKey(config.dataFolder),
      origin,
    },
    body: JSON.stringify({ command: name, args, lang }),
  }).catch(() => null);
  const t = cliWords(lang);
  if (reply?.status === 200 && reply.body) return await follow(reply.body, print);
  await reply?.body?.cancel();
  print(
    reply === null
      ? t.unreachable(url)
      : reply.status === 403
      ? t.wrongKey(config.dataFolder)
      : t.failed(`${url} ${reply.status}`),
  );
  return 1;
}

/** Shows each line as it comes; a stream that breaks off without its exit code has failed. */
async function follow(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  print: (line: string) => void,
): Promise<number> {
  let rest = "";
  let exit = 1;
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    for (const each of lines) {
      const told = JSON.parse(each) as ControlLine;
      if ("exit" in told) exit = told.exit;
      else print(told.line);
    }
  }
  return exit;
}

export function terminalLanguage(env = (name: string) => Deno.env.get(name)): Lang {
  const locale = env("LC_ALL") || env("LC_MESSAGES") || env("LANG") || "";
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** The main of a command's task: reads the surroundings, runs the errand, ends with its exit code. */
export async function atTerminal(name: string, args: unknown, usage: string): Promise<never> {
  surviveStrays();
  const lang = terminalLanguage();
  const parsed = commands[name]?.args.safeParse(args);
  if (parsed && !parsed.success) {
    console.error(cliWords(lang).badArguments(usage));
    Deno.exit(2);
  }
  const print = (line: string) => console.log(line);
  return await endWith(lang, (config) => runErrand({ name, args, lang, print, config }));
}

/** Ends the process with the exit code of the work, or with its error as a sentence. */
export async function endWith(
  lang: Lang,
  work: (config: Config) => Promise<number>,
): Promise<never> {
  const reading = Promise.resolve().then(() => readConfig((name) => Deno.env.get(name)));
  const exit = await reading.then(work).catch((error: unknown) => {
    const sentence = error instanceof Error ? error.message : String(error);
    console.error(error instanceof BadConfig ? sentence : cliWords(lang).failed(sentence));
    return 1;
  });
  Deno.exit(exit);
}
