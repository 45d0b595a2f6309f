import { z } from "zod";
import { backup } from "~/db/_engine/backup.ts";
import { command } from "./command.ts";

/** A consistent, checked copy while the house serves. */
export const backupCommand = command({
  args: z.object({ file: z.string().min(1) }),
  run: async ({ engine, args, print }) => {
    const { file, bytes, sha256, faults } = await backup(engine, args.file);
    print(`${file} ${bytes} bytes sha256 ${sha256}`);
    faults.forEach(print);
    return faults.length > 0 ? 1 : 0;
  },
});
