import { worldNames } from "~/db/seed/worlds.ts";
import { atTerminal } from "./door.ts";

const [world] = Deno.args;
await atTerminal("seed", { world }, `deno task seed ${worldNames.join("|")}`);
