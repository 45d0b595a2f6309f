import { resolve } from "node:path";
import { atTerminal } from "./door.ts";

const [file] = Deno.args;
await atTerminal("backup", { file: file && resolve(file) }, "deno task backup FILE");
