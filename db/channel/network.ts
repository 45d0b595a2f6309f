import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";

const childrenAt = prepared((reader, p: { ids: readonly string[]; at: string }) =>
  reader.from("partner_relation").select("child_id")
    .where("parent_id", "in", among(p.ids))
    .where("valid_from", "<=", p.at)
    .where((eb) => eb.or([eb("valid_until", "is", null), eb("valid_until", ">", p.at)]))
);

/** A partner and all below it at the reader's instant, level by level. */
export function subtreeOf(reader: Reader, root: PartnerId): PartnerId[] {
  const seen = new Set<PartnerId>([root]);
  for (let level = [root]; level.length > 0;) {
    const below = childrenAt(reader, { ids: level, at: reader.now });
    level = below.map(({ child_id }) => child_id as PartnerId).filter((id) => !seen.has(id));
    level.forEach((id) => seen.add(id));
  }
  return [...seen];
}
