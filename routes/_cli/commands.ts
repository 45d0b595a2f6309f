import { backupCommand } from "./backup_command.ts";
import type { Command } from "./command.ts";
import { importCommand } from "./import_command.ts";
import { invariantsCommand } from "./invariants_command.ts";
import { seedCommand } from "./seed_command.ts";
import { tokenCommand } from "./token_command.ts";
import { userCommand } from "./user_command.ts";

/** Everything the terminal and the control door can do, by the name of its task. */
export const commands: Readonly<Record<string, Command>> = {
  user: userCommand,
  token: tokenCommand,
  import: importCommand,
  seed: seedCommand,
  invariants: invariantsCommand,
  backup: backupCommand,
};
