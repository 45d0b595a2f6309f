import { lockFolder } from "~/db/_engine/lock.ts";
import { sampleUsers } from "~/db/seed/sample_users.ts";
import { seedFile } from "~/db/seed/seed_file.ts";
import { isWorld, worldNames } from "~/db/seed/worlds.ts";
import { BadConfig } from "~/routes/_entry/config.ts";
import { Passwords } from "~/routes/_entry/password.ts";
import { cliWords } from "~/views/platform/cli_text.ts";
import { endWith, terminalLanguage } from "./door.ts";

const [world = ""] = Deno.args;
const t = cliWords(terminalLanguage());

/** Demands a stopped server and an empty database: a world is the beginning of one, not a part. */
await endWith(terminalLanguage(), async (config) => {
  if (!isWorld(world)) {
    console.error(t.badArguments(`deno task seed ${worldNames.join("|")}`));
    return 2;
  }
  if (config.production) throw new BadConfig("QUANYU_ENV=production refuses demo data");
  using _lock = await lockFolder(config.dataFolder);
  const seeded = await seedFile({
    path: config.databasePath,
    world,
    hashPassword: () => new Passwords().hash(sampleUsers[0]!.password),
    print: (line) => console.log(line),
  });
  if (!seeded.ok) {
    console.error(t.notEmpty(config.databasePath));
    return 1;
  }
  console.log(t.seeded(world, config.databasePath));
  return 0;
});
