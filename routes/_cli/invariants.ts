import { atTerminal } from "./door.ts";

await atTerminal("invariants", {}, "deno task invariants");
