import type { ChainReport, Link } from "./audit.ts";
import type { Engine } from "./engine.ts";
import { inWorker } from "./in_worker.ts";
import type { Finding } from "./invariants.ts";
import { recordUpkeep } from "./upkeep.ts";

const anchorsKept = 50;

/** Every invariant over the running database, in a worker; the result is noted in `upkeep`. */
export async function checkInvariants(engine: Engine): Promise<Finding[]> {
  const findings = await inWorker<Finding[]>({
    job: "invariants",
    path: engine.path,
    now: engine.seams.now(),
  });
  const detail = findings.map(({ name, rows, sample }) => ({ name, rows, sample }));
  await recordUpkeep(engine, "invariants", findings.length === 0, detail);
  return findings;
}

/** The whole audit chain, in a worker. A sound head is kept: the next check demands it again. */
export async function checkAudit(engine: Engine): Promise<ChainReport> {
  const report = await inWorker<ChainReport>({
    job: "audit",
    path: engine.path,
    anchors: anchorsOf(engine),
  });
  const sound = report.broken.length === 0;
  await recordUpkeep(engine, "audit", sound, sound ? report.head : report.broken.slice(0, 20));
  return report;
}

function anchorsOf(engine: Engine): Link[] {
  return engine.read.all<{ detail: string }>(
    "select detail from upkeep where kind = 'audit' and ok = 1 order by id desc limit ?",
    [anchorsKept],
  ).map(({ detail }) => JSON.parse(detail) as Link);
}
