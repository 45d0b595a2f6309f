import { resolve } from "node:path";
import { atTerminal, terminalLanguage } from "./door.ts";
import { importUsage } from "./import_command.ts";

const [kind, file] = Deno.args.filter((arg) => !arg.startsWith("--"));
const dryRun = Deno.args.includes("--dry-run");

await atTerminal(
  "import",
  { kind, file: file && resolve(file), dryRun },
  importUsage(terminalLanguage()),
);
