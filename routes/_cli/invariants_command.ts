import { z } from "zod";
import { checkAudit, checkInvariants } from "~/db/_engine/check_worker.ts";
import { invariants } from "~/db/_engine/invariants.ts";
import { command } from "./command.ts";

const linksShown = 5;

/** `NAME rows`, one line each, the audit chain last; the first rows that break one stand under it. */
export const invariantsCommand = command({
  args: z.object({}),
  run: async ({ engine, print }) => {
    const findings = await checkInvariants(engine);
    for (const { name } of invariants) {
      const broken = findings.find((finding) => finding.name === name);
      print(`${name} ${broken?.rows ?? 0}`);
      broken?.sample.forEach((row) => print(`  ${JSON.stringify(row)}`));
    }
    const { broken } = await checkAudit(engine);
    print(`audit_chain ${broken.length}`);
    broken.slice(0, linksShown).forEach((link) => print(`  ${JSON.stringify(link)}`));
    return findings.length + broken.length > 0 ? 1 : 0;
  },
});
