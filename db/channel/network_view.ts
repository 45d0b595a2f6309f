import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import type { PartnerKind } from "~/domain/channel/partner.ts";
import type { KnownPartner } from "./partners.ts";

export type NetworkNode = {
  id: PartnerId;
  code: string;
  kind: PartnerKind;
  nameZh: string;
  nameEn: string;
  state: KnownPartner["state"];
  /** 1 at the top. */
  level: number;
  below: NetworkNode[];
  /** All that stand below, however deep. */
  countBelow: number;
};

const members = prepared((reader, _: Record<never, never>) =>
  reader.from("partner").select(["id", "code", "kind", "name_zh", "name_en", "state"])
    .where("kind", "in", ["dealer", "store"]).orderBy("code")
);
const relationsAt = prepared((reader, p: { at: string }) =>
  reader.from("partner_relation").select(["child_id", "parent_id"])
    .where("valid_from", "<=", p.at)
    .where((eb) => eb.or([eb("valid_until", "is", null), eb("valid_until", ">", p.at)]))
);

/** The dealers and stores the reader sees, each under the one above it at an instant. */
export function networkAt(reader: Reader, at: Instant): NetworkNode[] {
  const parents = new Map(
    relationsAt(reader, { at }).map(({ child_id, parent_id }) => [child_id, parent_id]),
  );
  const rows = members(reader, {});
  const seen = new Set(rows.map(({ id }) => id));
  const under = Map.groupBy(rows, ({ id }) => {
    const parent = parents.get(id);
    return parent !== undefined && seen.has(parent) ? parent : null;
  });
  const nodesUnder = (parent: string | null, level: number): NetworkNode[] =>
    (under.get(parent) ?? []).map((row) => {
      const below = nodesUnder(row.id, level + 1);
      const countBelow = below.reduce((sum, node) => sum + 1 + node.countBelow, 0);
      return {
        id: row.id as PartnerId,
        code: row.code,
        kind: row.kind as PartnerKind,
        nameZh: row.name_zh,
        nameEn: row.name_en,
        state: row.state as KnownPartner["state"],
        level,
        below,
        countBelow,
      };
    });
  return nodesUnder(null, 1);
}

/** How many stand on each level, the top first. */
export function levelCounts(nodes: readonly NetworkNode[]): number[] {
  const counts: number[] = [];
  for (let level: readonly NetworkNode[] = nodes; level.length > 0;) {
    counts.push(level.length);
    level = level.flatMap(({ below }) => below);
  }
  return counts;
}
