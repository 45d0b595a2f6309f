import { restore } from "~/db/_engine/restore.ts";
import { cliWords } from "~/views/platform/cli_text.ts";
import { endWith, terminalLanguage } from "./door.ts";

const [from] = Deno.args;
const lang = terminalLanguage();
const t = cliWords(lang);

/** Demands a stopped server, so it never goes through the control door. */
await endWith(lang, async ({ dataFolder: folder, databasePath: database }) => {
  if (!from) {
    console.error(t.badArguments("deno task restore FILE"));
    return 2;
  }
  const now = new Date().toISOString();
  const { kept } = await restore({ from, folder, database, now });
  console.log(t.restored(from));
  if (kept) console.log(t.kept(kept));
  return 0;
});
