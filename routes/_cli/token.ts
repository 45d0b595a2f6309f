import { atTerminal } from "./door.ts";

await atTerminal("token", { login: Deno.args[0] }, "deno task token USER");
