import { z } from "zod";
import { samplePassword } from "~/db/seed/sample_users.ts";
import { seedEngine } from "~/db/seed/seed_engine.ts";
import { worldNames } from "~/db/seed/worlds.ts";
import { demoRefused } from "~/routes/_entry/config.ts";
import { Passwords } from "~/routes/_entry/password.ts";
import { cliWords } from "~/views/platform/cli_text.ts";
import { command } from "./command.ts";

/** Fills an empty house with a named world: a world is the beginning of one, not a part. */
export const seedCommand = command({
  args: z.object({ world: z.enum(worldNames) }),
  run: async ({ engine, config, args: { world }, lang, print }) => {
    if (config.production) {
      print(demoRefused().message);
      return 2;
    }
    const hashPassword = () => new Passwords().hash(samplePassword);
    const seeded = await seedEngine(engine, { world, hashPassword, print });
    const t = cliWords(lang);
    print(seeded.ok ? t.seeded(world, engine.path) : t.notEmpty(engine.path));
    return seeded.ok ? 0 : 1;
  },
});
