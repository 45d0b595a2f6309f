import type { z } from "zod";
import type { Engine } from "~/db/_engine/engine.ts";
import type { Config } from "~/routes/_entry/config.ts";
import type { Lang } from "~/views/_kit/text.ts";

/** What a command works with, in its own process or inside the running server. */
export type CommandWork<Args> = {
  engine: Engine;
  config: Config;
  args: Args;
  lang: Lang;
  /** One line for whoever waits at the terminal, at once. */
  print: (line: string) => void;
};

/** Work at the terminal that needs the database: its arguments travel as JSON. Answers the exit code. */
export type Command<Args = unknown> = {
  args: z.ZodType<Args>;
  run: (work: CommandWork<Args>) => Promise<number>;
};

export function command<Args>(spec: Command<Args>): Command {
  return spec as unknown as Command;
}
