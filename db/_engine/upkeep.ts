import type { Engine } from "./engine.ts";

export type UpkeepKind = "backup" | "restore" | "invariants" | "audit" | "purge";

/** What the house did for itself, for the operator's page: never the way of a business event. */
export function recordUpkeep(
  engine: Pick<Engine, "writer" | "seams">,
  kind: UpkeepKind,
  ok: boolean,
  detail: unknown,
): Promise<void> {
  const at = engine.seams.now();
  return engine.writer.write((tx) => {
    tx.insert("upkeep", { kind, at, ok: Number(ok), detail: JSON.stringify(detail) });
    return Promise.resolve();
  });
}
