import { type ChainReport, type Link, verifyAudit } from "./audit.ts";
import { type Finding, runInvariants } from "./invariants.ts";
import type { Connection } from "./native.ts";

/** What is known of a database after every check we have. */
export type Inspection = { findings: Finding[]; chain: ChainReport };

/** The invariants and the audit chain. What merely waits to be relayed is not held against it. */
export function inspect(
  connection: Pick<Connection, "all">,
  { now, anchors }: { now?: string; anchors?: readonly Link[] } = {},
): Inspection {
  return {
    findings: runInvariants(connection, { now, waiting: false }),
    chain: verifyAudit(connection, { anchors }),
  };
}

/** What is wrong, one line each; empty when nothing is. */
export function faultsOf({ findings, chain }: Inspection): string[] {
  return [
    ...findings.map(({ name, rows }) => `${name}: ${rows}`),
    ...chain.broken.slice(0, 20).map(({ seq, why }) => `audit ${seq}: ${why}`),
  ];
}
